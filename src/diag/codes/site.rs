//! `site.yaml`.

codes! {
    /// No `content/site.yaml`.
    MISSING = "site/missing" Error args [] hints ["near", "init"] labels [];
    /// A language tag that is none, stands twice, or is the folder of permanent addresses.
    BAD_LANGUAGE = "site/bad-language" Error args ["lang"] hints ["duplicate", "reserved"] labels [];
    /// `base` is not an absolute http(s) address.
    BAD_BASE = "site/bad-base" Error args ["base", "near"] hints ["form", "near"] labels [];
    /// A code in `checks` that does not exist, or cannot be lowered.
    UNKNOWN_CODE = "site/unknown-code" Error args ["code", "near"] hints ["near", "fixed"] labels [];
    /// A navigation entry without a target.
    NO_TARGET = "site/no-target" Error args ["target", "near"] hints ["near"] labels [];
    /// A text of the site is missing in one of its languages.
    MISSING_LANGUAGE = "site/missing-language" Error args ["key", "lang"] hints [] labels [];
    /// A value that is not among the choices.
    BAD_CHOICE = "site/bad-choice" Error args ["value", "near", "known"] hints ["near", "known"] labels [];
    /// `design:` names a file that is not there.
    NO_FILE = "site/no-file" Error args ["file", "folder", "near"] hints ["near"] labels [];
}
