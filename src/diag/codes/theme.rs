//! Themes.

codes! {
    /// `theme:` names a theme that does not exist.
    UNKNOWN = "theme/unknown" Error args ["theme", "near", "known"] hints ["near", "known"] labels [];
    /// A file that overrides nothing.
    UNUSED_FILE = "theme/unused-file" Error args ["file", "near"] hints ["near"] labels [];
    /// A template that names a variable, filter, function, component, template or message that does not exist.
    UNKNOWN_NAME = "theme/unknown-name" Error args ["what", "name", "near"] hints ["near"] labels [];
    /// A template that does not parse.
    SYNTAX = "theme/syntax" Error args ["reason", "detail"] hints ["engine"] labels [];
    /// A template that fails on a page.
    RENDER = "theme/render" Error args ["page", "reason"] hints [] labels [];
    /// `design:` names a colour that the theme does not have.
    UNKNOWN_COLOUR = "theme/unknown-colour" Error args ["colour", "near", "known"] hints ["near", "known"] labels [];
    /// A colour, face, weight or range of characters that is none.
    BAD_VALUE = "theme/bad-value" Error args ["value", "expected"] hints [] labels [];
    /// A colour of the site that is hard to read on another.
    LOW_CONTRAST = "theme/low-contrast" Warning args ["colour", "ground", "scheme", "ratio", "wanted"] hints [] labels [];
}
