//! Files as bytes and names.

codes! {
    /// Bytes that are not UTF-8.
    NOT_UTF8 = "file/not-utf8" Error args ["encoding"] hints ["encoding"] labels [];
    /// An invisible mark of the encoding at the start of a text.
    BYTE_ORDER_MARK = "file/byte-order-mark" Note args [] hints [] labels [];
    /// Lines that end in two ways, or as on old computers.
    LINE_ENDS = "file/line-ends" Warning args [] hints ["mixed", "return"] labels [];
    /// A NUL character.
    NULL_CHARACTER = "file/null-character" Error args [] hints [] labels [];
    /// Larger than the limit.
    TOO_LARGE = "file/too-large" Error args ["limit"] hints [] labels [];
    /// A symbolic link that leaves the site, or a file that is no regular file.
    NOT_REGULAR = "file/not-regular" Error args [] hints [] labels [];
    /// Names that some file systems cannot tell apart.
    NAME_CLASH = "file/name-clash" Error args ["other"] hints [] labels [];
    /// A name that is too long or cannot be an address.
    BAD_NAME = "file/bad-name" Error args ["name", "near"] hints ["near"] labels [];
    /// A file whose type is not known here.
    UNKNOWN_TYPE = "file/unknown-type" Warning args ["extension"] hints [] labels [];
    /// Left-over conflict marks of version control.
    CONFLICT = "file/conflict" Error args [] hints [] labels [];
    /// An image that cannot be read.
    BAD_IMAGE = "file/bad-image" Error args ["format", "found"] hints ["found", "cut"] labels [];
    /// An image that is larger than any page can use.
    LARGE_IMAGE = "file/large-image" Warning args ["width", "height", "size", "limit"] hints ["pixels", "bytes"] labels [];
    /// An SVG that could run code.
    UNSAFE_SVG = "file/unsafe-svg" Error args ["what"] hints [] labels [];
    /// A file or folder that the machine would not let us read.
    UNREADABLE = "file/unreadable" Error args ["path", "reason"] hints [] labels [];
}
