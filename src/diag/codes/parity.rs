//! Halves of a text or record that do not say the same.

codes! {
    /// Blocks that only one half has.
    BLOCK_MISSING = "parity/block-missing" Error args ["what", "count", "lang"] hints [] labels ["after", "start"];
    /// Counterparts of another kind, level, width or id.
    STRUCTURE = "parity/structure" Error args ["what", "here", "there", "lang"] hints [] labels ["there"];
    /// Blocks that stand in another order.
    ORDER = "parity/order" Error args ["what", "lang"] hints [] labels ["there"];
    /// Numbers that only one half has.
    NUMBERS = "parity/numbers" Error args ["here", "there", "lang"] hints [] labels ["there"];
    /// Dates that only one half has.
    DATES = "parity/dates" Error args ["here", "there", "lang"] hints [] labels ["there"];
    /// Document symbols and e-mail addresses that only one half has.
    SYMBOLS = "parity/symbols" Error args ["here", "there", "lang"] hints [] labels ["there"];
    /// Targets to which only one half links.
    LINKS = "parity/links" Error args ["here", "there", "lang"] hints [] labels ["there"];
    /// Images that only one half shows or describes.
    IMAGES = "parity/images" Error args ["here", "there", "lang"] hints ["alt"] labels ["there"];
    /// Front matter or remarks that differ.
    METADATA = "parity/metadata" Error args ["key", "here", "there", "lang"] hints [] labels ["there"];
    /// A waiver whose time is over.
    WAIVER_EXPIRED = "parity/waiver-expired" Error args ["date"] hints [] labels ["difference"];
    /// A waiver that nothing needs.
    WAIVER_UNUSED = "parity/waiver-unused" Warning args ["place", "near"] hints ["near", "place"] labels [];
}
