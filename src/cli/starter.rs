//! The site that `init` makes: small, whole, in both languages, with a kind of decisions and a glossary.

macro_rules! files {
    ($($path:literal <- $file:literal,)*) => { &[$(($path, include_str!(concat!("starter/", $file)))),*] };
}

/// Its files by path.
pub static FILES: &[(&str, &str)] = files! {
    "content/site.yaml" <- "content/site.yaml",
    "content/index.ar.md" <- "content/index.ar.md",
    "content/index.en.md" <- "content/index.en.md",
    "content/about/index.ar.md" <- "content/about/index.ar.md",
    "content/about/index.en.md" <- "content/about/index.en.md",
    "content/kinds/decision.yaml" <- "content/kinds/decision.yaml",
    "content/kinds/term.yaml" <- "content/kinds/term.yaml",
    "content/decisions/decision-1.yaml" <- "content/decisions/decision-1.yaml",
    "content/decisions/decision-1.ar.md" <- "content/decisions/decision-1.ar.md",
    "content/decisions/decision-1.en.md" <- "content/decisions/decision-1.en.md",
    "content/glossary/terms.yaml" <- "content/glossary/terms.yaml",
    ".gitignore" <- "gitignore",
    ".vscode/extensions.json" <- "vscode-extensions.json",
    ".vscode/settings.json" <- "vscode-settings.json",
    ".zed/settings.json" <- "zed-settings.json",
};
