//! What a destination names, and which schemes are allowed.

use crate::base::{Span, Spanned};

use super::document::Target;

/// The schemes that a text may link to.
pub(super) const SCHEMES: &[&str] = &["http", "https", "mailto", "tel"];

/// Reads the destination of a link or image. `span` is where it is written; `is_exact` tells whether as it is.
///
/// # Errors
/// Returns the scheme when it is not allowed.
pub(super) fn read(destination: &str, span: Span, is_exact: bool) -> Result<Target, String> {
    if let Some(scheme) = scheme(destination) {
        let is_clean = !destination.contains(|it: char| it.is_ascii_control());
        return if is_clean && SCHEMES.contains(&scheme.as_str()) {
            Ok(Target::External(Spanned::new(destination.to_owned(), span)))
        } else {
            Err(scheme)
        };
    }
    // Browsers read `\` as `/`, so both spell another host.
    if destination.starts_with(['/', '\\']) && destination[1..].starts_with(['/', '\\']) {
        return Ok(Target::External(Spanned::new(destination.to_owned(), span)));
    }
    let (path, fragment) = split(destination, span, is_exact);
    Ok(match fragment {
        Some(fragment) if path.value.is_empty() => Target::Fragment(fragment),
        fragment => Target::Address { path, fragment },
    })
}

/// Reads the inside of `[[…]]` up to the bar.
pub(super) fn read_key(key: &str, span: Span, is_exact: bool, label: Option<String>) -> Target {
    // A bar inside a table is written `\|`.
    let key = key.strip_suffix('\\').unwrap_or(key);
    let trimmed = key.trim();
    let lead = if is_exact { key.len() - key.trim_start().len() } else { 0 };
    let span = if is_exact { part(span, lead, lead + trimmed.len()) } else { span };
    let (key, fragment) = split(trimmed, span, is_exact);
    Target::Key { key, fragment, label }
}

fn split(text: &str, span: Span, is_exact: bool) -> (Spanned<String>, Option<Spanned<String>>) {
    let place = |start, end| if is_exact { part(span, start, end) } else { span };
    match text.split_once('#') {
        None => (Spanned::new(text.to_owned(), span), None),
        Some((path, fragment)) => {
            let fragment = Spanned::new(fragment.to_owned(), place(path.len() + 1, text.len()));
            (Spanned::new(path.to_owned(), place(0, path.len())), Some(fragment))
        }
    }
}

fn part(span: Span, start: usize, end: usize) -> Span {
    Span::new(span.file, span.start as usize + start, span.start as usize + end)
}

/// Returns the scheme as a browser reads it: leading controls and spaces dropped, tabs and line ends ignored (WHATWG URL, "basic URL parser").
fn scheme(destination: &str) -> Option<String> {
    let mut scheme = String::new();
    let seen =
        destination.trim_start_matches(|it: char| it <= ' ').chars().filter(|it| !matches!(it, '\t' | '\n' | '\r'));
    for letter in seen {
        match letter {
            ':' if !scheme.is_empty() => return Some(scheme),
            'a'..='z' | 'A'..='Z' => scheme.push(letter.to_ascii_lowercase()),
            '0'..='9' | '+' | '-' | '.' if !scheme.is_empty() => scheme.push(letter),
            _ => return None,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{read, read_key, scheme};
    use crate::{
        base::{FileId, Span},
        markdown::document::Target,
    };

    fn span(length: usize) -> Span {
        Span::new(FileId(0), 10, 10 + length)
    }

    #[test]
    fn schemes_are_seen_as_browsers_see_them() {
        for hidden in ["javascript:x", "JavaScript:x", "java\tscript:x", "\u{1} javascript:x", "j\na\rvascript\t:x"] {
            assert_eq!(scheme(hidden).as_deref(), Some("javascript"), "{hidden:?}");
        }
        for none in ["a/b:c", "قرار:1", "#a:b", "?a:b", ":x", "1a:b", "\u{A0}javascript:x", ""] {
            assert_eq!(scheme(none), None, "{none:?}");
        }
    }

    #[test]
    fn only_listed_schemes_pass() {
        for good in ["https://example.org/", "HTTP://x", "mailto:a@example.org", "tel:+20-2-1"] {
            assert!(matches!(read(good, span(1), true), Ok(Target::External(_))), "{good}");
        }
        for bad in ["data:text/html,x", "vbscript:x", "file:///etc", "blob:x", "C:\\x", "ht\ttps://x"] {
            assert!(read(bad, span(1), true).is_err(), "{bad}");
        }
        assert!(matches!(read("//example.org", span(1), true), Ok(Target::External(_))));
        assert!(matches!(read("/\\example.org", span(1), true), Ok(Target::External(_))));
    }

    #[test]
    fn path_and_fragment_have_their_own_places() {
        let Ok(Target::Address { path, fragment: Some(fragment) }) = read("../a.md#b", span(9), true) else {
            panic!("is an address")
        };
        assert_eq!((path.value.as_str(), path.span), ("../a.md", Span::new(FileId(0), 10, 17)));
        assert_eq!((fragment.value.as_str(), fragment.span), ("b", Span::new(FileId(0), 18, 19)));
        let Ok(Target::Fragment(fragment)) = read("#b", span(2), true) else { panic!("is a fragment") };
        assert_eq!(fragment.span, Span::new(FileId(0), 11, 12));
    }

    #[test]
    fn keys_are_trimmed_and_split() {
        let Target::Key { key, fragment: Some(fragment), .. } = read_key(" a/b#c \\", span(8), true, None) else {
            panic!("is a key")
        };
        assert_eq!((key.value.as_str(), key.span), ("a/b", Span::new(FileId(0), 11, 14)));
        assert_eq!((fragment.value.as_str(), fragment.span), ("c", Span::new(FileId(0), 15, 16)));
    }
}
