//! The theme's files that pages use, named by their content so that they may be cached for ever.

use super::{
    minify::{self, Minify},
    theme::Settings,
};
use crate::base::{Artifact, Fingerprint, MediaType};

const ORIGIN: &str = "theme";

/// The files of a theme.
pub struct Assets {
    /// All styles joined.
    pub stylesheet: Artifact,
    /// The site's icon.
    pub icon: Artifact,
}

/// Joins the styles in the order of `theme.yaml` and names the results by their content.
pub fn make<'a>(settings: &Settings, file: impl Fn(&str) -> Option<&'a str>, minify: Minify) -> Assets {
    let mut css = String::new();
    for text in settings.styles.iter().filter_map(|it| file(it)) {
        css.push_str(text);
        css.push('\n');
    }
    Assets {
        stylesheet: named("style", "css", minify::style(&css, minify), MediaType::CSS),
        icon: named("icon", "svg", file(&settings.icon).unwrap_or_default().to_owned(), MediaType("image/svg+xml")),
    }
}

fn named(name: &str, ending: &str, text: String, media: MediaType) -> Artifact {
    let hash = Fingerprint::of_bytes(text.as_bytes()).short();
    Artifact { path: format!("assets/{name}-{hash}.{ending}"), bytes: text.into_bytes(), media, origin: ORIGIN }
}
