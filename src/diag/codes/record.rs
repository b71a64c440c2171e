//! Records: values against their kind.

codes! {
    /// The record names a kind that does not exist.
    UNKNOWN_KIND = "record/unknown-kind" Error args ["kind", "near", "known"] hints ["near", "known"] labels [];
    /// A field that the kind does not have.
    UNKNOWN_FIELD = "record/unknown-field" Error args ["field", "kind", "near", "known"] hints ["near", "known"] labels [];
    /// A required field is missing.
    MISSING_FIELD = "record/missing-field" Error args ["field", "kind"] hints [] labels [];
    /// A key that is not a slug.
    BAD_KEY = "record/bad-key" Error args ["key", "near"] hints ["near"] labels [];
    /// A key that another record of the kind has.
    DUPLICATE_KEY = "record/duplicate-key" Error args ["key", "kind"] hints [] labels ["first"];
    /// A date that does not exist or is not written as a date.
    BAD_DATE = "record/bad-date" Error args ["date", "near", "known"] hints ["form", "near", "day", "month", "ambiguous"] labels [];
    /// A date span that ends before it begins.
    DATE_ORDER = "record/date-order" Error args ["date"] hints [] labels [];
    /// A value that is not among the choices.
    BAD_CHOICE = "record/bad-choice" Error args ["value", "near", "known"] hints ["near", "known"] labels [];
    /// A reference to a record that does not exist.
    NO_TARGET = "record/no-target" Error args ["target", "kinds", "near"] hints ["near"] labels [];
    /// A reference that several records answer.
    AMBIGUOUS_TARGET = "record/ambiguous-target" Error args ["target", "known"] hints [] labels [];
    /// Text in a language that the site does not have.
    UNKNOWN_LANGUAGE = "record/unknown-language" Error args ["lang", "near", "known"] hints ["near", "known"] labels [];
    /// One language of a pair is missing.
    MISSING_LANGUAGE = "record/missing-language" Error args ["field", "lang"] hints [] labels [];
    /// A number, address or code that cannot be read as its type.
    BAD_VALUE = "record/bad-value" Error args ["value", "expected", "near"] hints ["near"] labels [];
    /// A `key` that differs from the name of the record's file.
    KEY_MISMATCH = "record/key-mismatch" Error args ["key", "file"] hints [] labels [];
    /// A record refers to itself where that cannot be meant.
    SELF_REFERENCE = "record/self-reference" Error args ["field"] hints [] labels [];
}
