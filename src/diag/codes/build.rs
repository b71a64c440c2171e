//! The build as a whole.

codes! {
    /// Two outputs want one path.
    PATH_TAKEN = "build/path-taken" Error args ["path", "first", "second"] hints [] labels [];
    /// A page could not be made through a fault of this program.
    INTERNAL = "build/internal" Error args ["page", "reason"] hints [] labels [];
    /// A file in the output that no build made was kept.
    FOREIGN_FILE = "build/foreign-file" Note args ["path"] hints [] labels [];
    /// A file in the output that no build made stands where a page must go.
    FOREIGN_COLLISION = "build/foreign-collision" Error args ["path"] hints ["adopt"] labels [];
    /// The output could not be exchanged as one; files were replaced one by one.
    NOT_ATOMIC = "build/not-atomic" Warning args ["path", "reason"] hints [] labels [];
    /// Minifying would have changed the words of a page; the page was left as it was.
    MINIFY = "build/minify" Warning args ["page"] hints [] labels [];
}
