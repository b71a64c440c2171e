//! Characters in texts of any kind.

codes! {
    /// U+202A to U+202E.
    BIDI_OVERRIDE = "text/bidi-override" Error args ["character"] hints [] labels [];
    /// U+2066 to U+2069 that do not pair up.
    UNBALANCED_ISOLATE = "text/unbalanced-isolate" Error args ["character"] hints [] labels [];
    /// A zero-width character inside a word.
    ZERO_WIDTH = "text/zero-width" Warning args ["character"] hints [] labels [];
    /// A direction mark, which no text needs here.
    DIRECTION_MARK = "text/direction-mark" Warning args ["character"] hints [] labels [];
    /// An Arabic presentation form.
    PRESENTATION_FORM = "text/presentation-form" Warning args ["character", "near"] hints ["near"] labels [];
    /// Tatweel.
    TATWEEL = "text/tatweel" Warning args [] hints ["join"] labels [];
    /// A text, or a paragraph, in another language than its file says.
    OTHER_LANGUAGE = "text/other-language" Warning args ["lang", "found"] hints ["found", "paragraph", "value"] labels [];
    /// Two families of digits in one number.
    MIXED_DIGITS = "text/mixed-digits" Warning args ["number", "near"] hints ["near"] labels [];
    /// Numbers of one text in two families of digits.
    DIGIT_FAMILIES = "text/digit-families" Warning args ["number", "near"] hints ["near"] labels [];
    /// A date as machines write it among right-to-left words.
    ISO_DATE = "text/iso-date" Warning args ["date", "near"] hints ["near"] labels [];
}
