//! YAML as text: what cannot be read, or would be read differently from how it looks.

codes! {
    /// The document does not parse.
    SYNTAX = "yaml/syntax" Error args ["reason"] hints ["tab", "quote", "escape", "bracket", "colon", "curly", "indent", "character", "key"] labels [];
    /// Curly quotation marks around a value, which YAML takes for letters.
    CURLY_QUOTES = "yaml/curly-quotes" Warning args ["value"] hints [] labels [];
    /// A key stands twice in one mapping.
    DUPLICATE_KEY = "yaml/duplicate-key" Error args ["key"] hints [] labels ["first"];
    /// A key that nothing reads.
    UNKNOWN_KEY = "yaml/unknown-key" Error args ["key", "near", "known"] hints ["near", "known"] labels [];
    /// A value of the wrong type.
    WRONG_TYPE = "yaml/wrong-type" Error args ["expected", "found"] hints ["quote", "boolean", "list", "pair", "mapping"] labels [];
    /// A required key is missing.
    MISSING_KEY = "yaml/missing-key" Error args ["key"] hints [] labels [];
    /// A key without a value.
    EMPTY_VALUE = "yaml/empty-value" Error args ["key"] hints [] labels [];
    /// Nesting too deep, or too many values.
    LIMIT = "yaml/limit" Error args ["what", "limit"] hints [] labels [];
    /// Front matter that is opened and never closed.
    UNCLOSED_FRONT_MATTER = "yaml/unclosed-front-matter" Error args [] hints ["dashes"] labels ["first"];
    /// Anchors, aliases and tags, which no editor needs.
    ALIAS = "yaml/alias" Error args [] hints [] labels [];
}
