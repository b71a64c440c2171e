//! What a path is for: a text, an asset, something to pass over, or something unknown.

use super::Format;

/// The folders that a site is read from.
pub const ROOTS: [&str; 3] = ["content", "locales", "themes"];

/// What a file is to the build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Read as text.
    Text,
    /// Kept as bytes.
    Asset(Format),
    /// Left by an editor or the system: passed over without a word.
    Ignored,
    /// Of a type that the build has no use for.
    Unknown,
}

/// Texts below `content/`: prose, facts, and the lock files that the tool itself writes.
const CONTENT_TEXTS: &[&str] = &["md", "yaml", "yml", "lock"];
/// Texts below `themes/`.
const THEME_TEXTS: &[&str] =
    &["yaml", "yml", "html", "css", "js", "mjs", "json", "svg", "txt", "md", "xml", "ftl", "webmanifest"];
/// Texts below `locales/`.
const LOCALE_TEXTS: &[&str] = &["ftl"];
/// Images whose size is read from their header.
const IMAGES: &[&str] = &["png", "jpg", "jpeg", "gif", "webp", "avif", "ico"];
/// Other files that texts link to.
const DOCUMENTS: &[&str] = &[
    "pdf", "txt", "csv", "tsv", "json", "xml", "ics", "bib", "ris", "geojson", "xlsx", "xls", "ods", "docx", "doc",
    "odt", "rtf", "pptx", "ppt", "odp", "epub", "zip", "mp3", "ogg", "oga", "opus", "m4a", "wav", "mp4", "m4v", "webm",
    "ogv", "vtt", "srt",
];
/// Fonts, which only a theme carries.
const FONTS: &[&str] = &["woff2", "woff", "ttf", "otf"];

/// Returns what the file at `path` is for.
pub fn classify(path: &str) -> Class {
    let (folder, name) = (path.split('/').next().unwrap_or_default(), path.rsplit('/').next().unwrap_or_default());
    if is_ignored(name) {
        return Class::Ignored;
    }
    let extension = extension(name).to_ascii_lowercase();
    let (texts, has_fonts) = match folder {
        "content" => (CONTENT_TEXTS, false),
        "themes" => (THEME_TEXTS, true),
        _ => (LOCALE_TEXTS, false),
    };
    match extension.as_str() {
        it if texts.contains(&it) => Class::Text,
        // Pages that explain codes lie there in the program's own folder; a site overrides messages only.
        "md" if folder == "locales" => Class::Ignored,
        _ if folder == "locales" => Class::Unknown,
        "svg" => Class::Asset(Format::Svg),
        it if IMAGES.contains(&it) => Class::Asset(Format::Image),
        it if DOCUMENTS.contains(&it) || has_fonts && FONTS.contains(&it) => Class::Asset(Format::Other),
        _ => Class::Unknown,
    }
}

/// Returns what stands after the last dot of a name.
pub fn extension(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, it)| it)
}

/// Tells whether an editor, a file manager or version control left this name behind. Hidden names are never content.
pub fn is_ignored(name: &str) -> bool {
    let is_backup = name.ends_with('~') || name.starts_with('#') && name.ends_with('#') || name.starts_with("~$");
    let is_left = ["swp", "swo", "swx", "bak", "tmp", "orig", "rej", "part"]
        .contains(&extension(name).to_ascii_lowercase().as_str());
    name.starts_with('.') || is_backup || is_left || ["Thumbs.db", "desktop.ini", "Icon\r", "__MACOSX"].contains(&name)
}

#[cfg(test)]
mod tests {
    use super::{Class, classify};
    use crate::source::Format;

    #[test]
    fn type_follows_folder_and_ending() {
        for (path, expected) in [
            ("content/mandates/resolution-7833.ar.md", Class::Text),
            ("content/site.yaml", Class::Text),
            ("content/translations.lock", Class::Text),
            ("content/map.SVG", Class::Asset(Format::Svg)),
            ("content/photo.jpg", Class::Asset(Format::Image)),
            ("content/قرار.pdf", Class::Asset(Format::Other)),
            ("content/page.html", Class::Unknown),
            ("content/font.woff2", Class::Unknown),
            ("content/README", Class::Unknown),
            ("themes/default/font.woff2", Class::Asset(Format::Other)),
            ("themes/default/icons/search.svg", Class::Text),
            ("locales/ar/ui.ftl", Class::Text),
            ("locales/ar/ui.json", Class::Unknown),
            ("locales/ar/explain/file/conflict.md", Class::Ignored),
        ] {
            assert_eq!(classify(path), expected, "{path}");
        }
    }

    #[test]
    fn what_editors_leave_is_passed_over() {
        for name in [".DS_Store", "a.md~", ".a.md.swp", "#a.md#", "a.md.bak", "~$report.docx", "Thumbs.db"] {
            assert_eq!(classify(&format!("content/{name}")), Class::Ignored, "{name}");
        }
    }
}
