//! A site's own messages.

codes! {
    /// A message file that does not parse.
    SYNTAX = "locale/syntax" Error args ["reason"] hints [] labels [];
    /// A message that overrides nothing.
    UNKNOWN_MESSAGE = "locale/unknown-message" Error args ["message", "near"] hints ["near"] labels [];
    /// A message that uses a variable which it does not get.
    UNKNOWN_VARIABLE = "locale/unknown-variable" Error args ["variable", "message", "known"] hints ["known"] labels [];
    /// A folder under `locales/` for a language that the site does not have.
    UNKNOWN_LANGUAGE = "locale/unknown-language" Error args ["lang", "near"] hints ["near"] labels [];
    /// A language of the site for which the program has no words of its own.
    FALLBACK = "locale/fallback" Warning args ["lang", "fallback", "count"] hints ["override"] labels [];
}
