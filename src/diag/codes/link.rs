//! Links between texts and records.

codes! {
    /// A link to a page or file that does not exist.
    NO_TARGET = "link/no-target" Error args ["target", "near"] hints ["near"] labels [];
    /// A link to a place on a page that does not exist.
    NO_FRAGMENT = "link/no-fragment" Error args ["fragment", "target", "near"] hints ["near"] labels [];
    /// `[[key]]` that several pages answer.
    AMBIGUOUS = "link/ambiguous" Error args ["target", "known"] hints ["path"] labels [];
    /// A published page links to a draft, or its record refers to one.
    DRAFT_TARGET = "link/draft-target" Error args ["target"] hints [] labels [];
    /// A link that leaves the site's own folder.
    OUTSIDE = "link/outside" Error args ["target"] hints [] labels [];
    /// The target has no page in this language.
    NO_TRANSLATION = "link/no-translation" Warning args ["target", "lang"] hints [] labels [];
    /// An image from another host.
    REMOTE_IMAGE = "link/remote-image" Error args ["target"] hints [] labels [];
    /// A link to an address of the finished site instead of a source file.
    OUTPUT_ADDRESS = "link/output-address" Warning args ["target", "near"] hints ["near"] labels [];
}
