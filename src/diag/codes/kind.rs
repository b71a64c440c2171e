//! Kind files: what a record may hold.

codes! {
    /// A name that is not a slug, or one that every record already has.
    BAD_NAME = "kind/bad-name" Error args ["name", "near"] hints ["near", "reserved"] labels [];
    /// A field type that does not exist.
    UNKNOWN_TYPE = "kind/unknown-type" Error args ["type", "near", "known"] hints ["near", "known"] labels [];
    /// Two kind files declare one kind.
    DUPLICATE = "kind/duplicate" Error args ["kind"] hints [] labels ["first"];
    /// A reference field names a kind that does not exist.
    UNKNOWN_TARGET = "kind/unknown-target" Error args ["kind", "near", "known"] hints ["near", "known"] labels [];
    /// `sort`, `facets`, `card` or `jsonld` name a field that does not exist.
    UNKNOWN_FIELD = "kind/unknown-field" Error args ["field", "near", "known"] hints ["near", "known"] labels [];
    /// Two kinds, or a kind and a folder, want one address.
    PATH_TAKEN = "kind/path-taken" Error args ["path", "kind"] hints [] labels ["first"];
    /// A field type got an option that it does not have.
    BAD_OPTION = "kind/bad-option" Error args ["option", "type", "near", "known"] hints ["near", "known"] labels [];
    /// A field type lacks an option that it needs.
    MISSING_OPTION = "kind/missing-option" Error args ["option", "type"] hints [] labels [];
    /// The title is no text.
    BAD_TITLE = "kind/bad-title" Error args ["type"] hints [] labels [];
    /// A value that is not among the choices.
    BAD_CHOICE = "kind/bad-choice" Error args ["value", "near", "known"] hints ["near", "known"] labels [];
    /// Two relations, or a relation and a field, would stand under one name.
    INVERSE_TAKEN = "kind/inverse-taken" Error args ["inverse", "kind"] hints [] labels ["first"];
    /// A label is missing in a language of the site.
    MISSING_LABEL = "kind/missing-label" Error args ["label", "lang"] hints [] labels [];
    /// `jsonld` names a type, or a property of its type, that is not among those of schema.org.
    UNKNOWN_SCHEMA = "kind/unknown-schema" Warning args ["name", "near"] hints ["near"] labels [];
}
