//! Pages, their addresses and translations.

codes! {
    /// Two pages want one address.
    ADDRESS_TAKEN = "page/address-taken" Error args ["address"] hints [] labels ["first"];
    /// A text whose name is that of several records in its folder.
    SEVERAL_RECORDS = "page/several-records" Error args ["key", "known"] hints [] labels ["first"];
    /// Front matter of a record's text that the record itself says.
    UNUSED_KEY = "page/unused-key" Warning args ["key"] hints [] labels [];
    /// A file name that is not a slug.
    BAD_KEY = "page/bad-key" Error args ["key", "near"] hints ["near"] labels [];
    /// A file name without, or with an unknown, language.
    UNKNOWN_LANGUAGE = "page/unknown-language" Error args ["lang", "near", "known"] hints ["near", "known", "missing"] labels [];
    /// No title in front matter or heading.
    MISSING_TITLE = "page/missing-title" Error args [] hints [] labels [];
    /// A page without its counterpart in another language.
    MISSING_TRANSLATION = "page/missing-translation" Error args ["lang", "near"] hints ["near"] labels [];
    /// A page without its counterpart where translation is optional.
    UNTRANSLATED = "page/untranslated" Note args ["lang"] hints [] labels [];
    /// An alias that is not an address of the site, or is one that exists.
    BAD_ALIAS = "page/bad-alias" Error args ["alias"] hints ["form", "taken"] labels ["first"];
}
