//! What the outputs make and the writer writes.

/// The media type of an artifact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct MediaType(pub &'static str);

impl MediaType {
    /// HTML pages.
    pub const HTML: Self = Self("text/html; charset=utf-8");
    /// Style sheets.
    pub const CSS: Self = Self("text/css; charset=utf-8");
    /// Scripts.
    pub const JS: Self = Self("text/javascript; charset=utf-8");
    /// Data.
    pub const JSON: Self = Self("application/json");
    /// Sitemaps.
    pub const XML: Self = Self("application/xml");
    /// Feeds.
    pub const ATOM: Self = Self("application/atom+xml");
    /// Tables.
    pub const CSV: Self = Self("text/csv; charset=utf-8");
    /// Termbases (ISO 30042).
    pub const TBX: Self = Self("application/x-tbx");
    /// Plain text.
    pub const TEXT: Self = Self("text/plain; charset=utf-8");
    /// Anything copied from the author's files.
    pub const OTHER: Self = Self("application/octet-stream");
}

/// One file of the finished site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Artifact {
    /// Path below the output folder, with `/` between folders.
    pub path: String,
    /// The content.
    pub bytes: Vec<u8>,
    /// The media type.
    pub media: MediaType,
    /// The output that made it, named in the error when two outputs want one path.
    pub origin: &'static str,
}
