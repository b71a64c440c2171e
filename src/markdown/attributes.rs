//! What stands in `{…}`: `#id`, `.class` and `lang=tag`.

use std::ops::Range;

/// Attributes as written, with the range of the id in the text that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Written<'a> {
    pub id: Option<(&'a str, Range<usize>)>,
    pub classes: Vec<&'a str>,
    pub lang: Option<&'a str>,
}

/// Tells whether the inside of a pair of braces is meant as attributes; prose in braces stays prose.
pub(super) fn is_meant(inside: &str) -> bool {
    let first = inside.split_ascii_whitespace().next().unwrap_or_default();
    let name = first.split('=').next().unwrap_or_default();
    first.starts_with(['#', '.', ':']) && first.len() > 1
        || first.contains('=') && !name.is_empty() && name.bytes().all(|it| it.is_ascii_alphabetic() || it == b'-')
}

/// Reads the inside of a pair of braces, or returns the range of the first thing that is not allowed.
pub(super) fn read(inside: &str) -> Result<Written<'_>, Range<usize>> {
    let mut out = Written::default();
    let mut at = 0;
    while let Some(token) = inside[at..].split_ascii_whitespace().next() {
        let start = at + inside[at..].find(token).unwrap_or_default();
        let range = start..start + token.len();
        at = range.end;
        if let Some(id) = token.strip_prefix('#').filter(|it| !it.is_empty()) {
            out.id = Some((id, range.start + 1..range.end));
        } else if let Some(class) = token.strip_prefix('.').filter(|it| is_name(it)) {
            out.classes.push(class);
        } else if let Some(lang) = token.strip_prefix("lang=").map(|it| it.trim_matches('"')).filter(|it| is_tag(it)) {
            out.lang = Some(lang);
        } else {
            return Err(range);
        }
    }
    if at == 0 { Err(0..inside.len()) } else { Ok(out) }
}

fn is_name(text: &str) -> bool {
    text.starts_with(|it: char| it.is_ascii_alphabetic())
        && text.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'-' || it == b'_')
}

/// Tells whether `text` has the shape of a BCP 47 tag.
fn is_tag(text: &str) -> bool {
    let mut parts = text.split('-');
    let primary = parts.next().unwrap_or_default();
    (2..=8).contains(&primary.len())
        && primary.bytes().all(|it| it.is_ascii_alphabetic())
        && parts.all(|it| (1..=8).contains(&it.len()) && it.bytes().all(|it| it.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::{is_meant, read};

    #[test]
    fn ids_classes_and_languages_are_read() {
        let written = read(" #goals .note  lang=fr-CH ").expect("is well-formed");
        assert_eq!(written.id, Some(("goals", 2..7)));
        assert_eq!(written.classes, ["note"]);
        assert_eq!(written.lang, Some("fr-CH"));
        assert_eq!(read("lang=\"fr\"").map(|it| it.lang), Ok(Some("fr")));
    }

    #[test]
    fn anything_else_is_named() {
        assert_eq!(read("#a onclick=x"), Err(3..12));
        assert_eq!(read("style=\"color:red\""), Err(0..17));
        assert_eq!(read(".a\"b"), Err(0..4));
        assert_eq!(read("lang=x\"y"), Err(0..8));
        assert_eq!(read("#"), Err(0..1));
        assert_eq!(read(""), Err(0..0));
    }

    #[test]
    fn prose_in_braces_stays_prose() {
        for prose in ["", "x", "أ، ب", "\"a\": 1", "#", "1=2"] {
            assert!(!is_meant(prose), "{prose}");
        }
        for meant in ["#x", ".x", "#عن", "id=x", ":.x"] {
            assert!(is_meant(meant), "{meant}");
        }
    }
}
