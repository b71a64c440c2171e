//! Themes.

codes! {
    /// `theme:` names a theme that does not exist.
    UNKNOWN = "theme/unknown" Error args ["theme", "near", "known"] hints ["near", "known"] labels [];
    /// A file that overrides nothing.
    UNUSED_FILE = "theme/unused-file" Error args ["file", "near"] hints ["near"] labels [];
    /// A template that names a variable, filter, function, component, template or message that does not exist.
    UNKNOWN_NAME = "theme/unknown-name" Error args ["what", "name", "near"] hints ["near"] labels [];
    /// A template that does not parse.
    SYNTAX = "theme/syntax" Error args ["reason"] hints [] labels [];
    /// A template that fails on a page.
    RENDER = "theme/render" Error args ["page", "reason"] hints [] labels [];
}
