//! The forms in which diagnostics are shown.

/// A form of report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For people at a terminal.
    #[default]
    Human,
    /// One JSON object.
    Json,
    /// SARIF 2.1.0.
    Sarif,
    /// Annotations of GitHub workflows.
    Github,
}

impl Format {
    /// Every form by its name.
    pub const NAMES: &[(&str, Self)] =
        &[("human", Self::Human), ("json", Self::Json), ("sarif", Self::Sarif), ("github", Self::Github)];

    /// Returns the form with this name.
    pub fn find(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(it, _)| *it == name).map(|(_, format)| *format)
    }
}
