//! Names of things in texts, as a termbase knows them.

codes! {
    /// A name that is not used any more.
    DEPRECATED = "term/deprecated" Warning args ["form", "near"] hints ["near"] labels [];
    /// A known misspelling.
    MISSPELT = "term/misspelt" Warning args ["form", "near"] hints ["near"] labels [];
    /// A term of one half that the other half does not have.
    ONE_SIDED = "term/one-sided" Note args ["form", "lang", "near"] hints ["near"] labels ["other"];
}
