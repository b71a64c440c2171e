//! The theme's files that pages use, named by their content so that they may be cached for ever.

use super::{
    minify::{self, Minify},
    theme::Settings,
};
use crate::{
    base::{Artifact, Fingerprint, MediaType},
    view::Sheet,
};

const ORIGIN: &str = "theme";

/// The files of a theme.
pub struct Assets {
    /// The styles joined, in the order of `Sheet::ALL`.
    pub stylesheets: [Artifact; Sheet::ALL.len()],
    /// The site's icon.
    pub icon: Artifact,
    /// The script of every page: waits for the reader to turn to search.
    pub loader: Artifact,
    /// The search itself.
    pub search: Artifact,
}

/// Joins the styles in the order of `theme.yaml` and names the results by their content.
/// `own` are the site's own lines, which come last.
pub fn make<'a>(settings: &Settings, file: impl Fn(&str) -> Option<&'a str>, own: &str, minify: Minify) -> Assets {
    let sheet = |sheet: Sheet| {
        let texts = settings.styles(sheet).iter().filter_map(|it| file(it));
        let css: String = texts.flat_map(|it| [it, "\n"]).chain([own]).collect();
        named("style", "css", minify::style(&css, minify), MediaType::CSS)
    };
    let style = minify::style(file(&settings.scripts.style).unwrap_or_default(), minify);
    let search =
        format!("const STYLE = {};\n{}", serde_json::Value::from(style), join(&settings.scripts.search, &file));
    Assets {
        stylesheets: Sheet::ALL.map(sheet),
        loader: named("loader", "js", join(std::slice::from_ref(&settings.scripts.loader), &file), MediaType::JS),
        search: named("search", "js", search, MediaType::JS),
        icon: named("icon", "svg", file(&settings.icon).unwrap_or_default().to_owned(), MediaType("image/svg+xml")),
    }
}

/// Joins modules into one, so that one request brings them all: what they take from each other stands in the same file.
/// Comments and indentation are for readers of the source.
fn join<'a>(paths: &[String], file: &impl Fn(&str) -> Option<&'a str>) -> String {
    let lines = paths.iter().filter_map(|it| file(it)).flat_map(str::lines).map(str::trim);
    let kept = lines.filter(|it| !it.is_empty() && !it.starts_with("//") && !it.starts_with("import {"));
    let mut out = String::new();
    for line in kept {
        let is_entry = line.starts_with("export function start(");
        out.push_str(if is_entry { line } else { line.strip_prefix("export ").unwrap_or(line) });
        out.push('\n');
    }
    out
}

fn named(name: &str, ending: &str, text: String, media: MediaType) -> Artifact {
    let hash = Fingerprint::of_bytes(text.as_bytes()).short();
    Artifact { path: format!("assets/{name}-{hash}.{ending}"), bytes: text.into_bytes(), media, origin: ORIGIN }
}

#[cfg(test)]
mod tests {
    use super::join;

    #[test]
    fn modules_are_joined_without_their_imports() {
        let file = |path: &str| match path {
            "a.js" => Some("// What it does.\nexport function one() {\n  return 1;\n}\n"),
            "b.js" => Some("import { one } from \"./a.js\";\n\nexport function start() {\n  return one();\n}\n"),
            _ => None,
        };
        let joined = join(&["a.js".to_owned(), "b.js".to_owned()], &file);
        assert_eq!(joined, "function one() {\nreturn 1;\n}\nexport function start() {\nreturn one();\n}\n");
    }
}
