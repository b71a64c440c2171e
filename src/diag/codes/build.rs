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
    /// The output is, lies in or contains a folder that must not be written.
    OUTPUT_PROTECTED = "build/output-protected" Error args ["path", "other"] hints [] labels [];
    /// The output holds files that no build is known to have made.
    OUTPUT_NOT_EMPTY = "build/output-not-empty" Error args ["path"] hints ["adopt"] labels [];
    /// The output is a file, or a link that leads nowhere.
    OUTPUT_NO_FOLDER = "build/output-no-folder" Error args ["path"] hints [] labels [];
    /// Another build holds the output.
    OUTPUT_BUSY = "build/output-busy" Error args ["path"] hints [] labels [];
    /// A file would have been written outside the output: a fault of this program.
    BAD_PATH = "build/bad-path" Error args ["path", "origin"] hints [] labels [];
    /// The machine gave no threads.
    THREADS = "build/threads" Error args ["reason"] hints [] labels [];
    /// The machine would not let us write.
    UNWRITABLE = "build/unwritable" Error args ["path", "reason"] hints [] labels [];
    /// The site wants cards and this program cannot draw them.
    NO_CARDS = "build/no-cards" Warning args [] hints ["feature"] labels [];
}
