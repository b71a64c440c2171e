//! Kind files: what a record may hold.

codes! {
    /// A name that is not a slug.
    BAD_NAME = "kind/bad-name" Error args ["name", "near"] hints ["near"] labels [];
    /// A field type that does not exist.
    UNKNOWN_TYPE = "kind/unknown-type" Error args ["type", "near", "known"] hints ["near", "known"] labels [];
    /// Two kind files declare one kind.
    DUPLICATE = "kind/duplicate" Error args ["kind"] hints [] labels ["first"];
    /// A reference field names a kind that does not exist.
    UNKNOWN_TARGET = "kind/unknown-target" Error args ["kind", "near"] hints ["near"] labels [];
    /// `sort`, `facets` or `jsonld` name a field that does not exist.
    UNKNOWN_FIELD = "kind/unknown-field" Error args ["field", "near"] hints ["near"] labels [];
    /// Two kinds, or a kind and a folder, want one address.
    PATH_TAKEN = "kind/path-taken" Error args ["path", "kind"] hints [] labels ["first"];
    /// A field type got an option that it does not have, or lacks one that it needs.
    BAD_OPTION = "kind/bad-option" Error args ["option", "type"] hints [] labels [];
    /// A label is missing in a language of the site.
    MISSING_LABEL = "kind/missing-label" Error args ["label", "lang"] hints [] labels [];
}
