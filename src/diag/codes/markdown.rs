//! Markdown texts.

codes! {
    /// Raw HTML, which is never passed through.
    RAW_HTML = "markdown/raw-html" Error args ["html"] hints ["escape", "comment"] labels [];
    /// A link or image with a scheme that could run code or leave the web.
    UNSAFE_SCHEME = "markdown/unsafe-scheme" Error args ["scheme"] hints ["allowed"] labels [];
    /// An id that stands twice in one text.
    DUPLICATE_ID = "markdown/duplicate-id" Error args ["id"] hints [] labels ["first"];
    /// An id that is not a slug.
    BAD_ID = "markdown/bad-id" Error args ["id", "near"] hints ["near"] labels [];
    /// A footnote reference without its note.
    NO_FOOTNOTE = "markdown/no-footnote" Error args ["name", "near"] hints ["near"] labels [];
    /// A footnote that nothing refers to.
    UNUSED_FOOTNOTE = "markdown/unused-footnote" Warning args ["name"] hints [] labels [];
    /// An image without alternative text.
    MISSING_ALT = "markdown/missing-alt" Error args [] hints ["decorative", "name"] labels [];
    /// A link that leads nowhere: `[text]()`, `[[]]`.
    EMPTY_TARGET = "markdown/empty-target" Error args [] hints ["key"] labels [];
    /// A link by reference, `[text][name]`, whose definition is missing.
    NO_REFERENCE = "markdown/no-reference" Warning args ["name", "near"] hints ["near"] labels [];
    /// A link without a text that names it.
    EMPTY_LINK = "markdown/empty-link" Error args [] hints [] labels [];
    /// A heading level is skipped.
    SKIPPED_LEVEL = "markdown/skipped-level" Warning args ["level", "expected"] hints [] labels [];
    /// A heading without words.
    EMPTY_HEADING = "markdown/empty-heading" Error args [] hints [] labels [];
    /// Nesting or size beyond the limit.
    LIMIT = "markdown/limit" Error args ["limit"] hints [] labels [];
    /// An attribute in `{…}` that is not allowed.
    BAD_ATTRIBUTE = "markdown/bad-attribute" Error args ["attribute"] hints ["allowed", "block", "span", "image", "place"] labels [];
}
