//! Where the front matter ends and the body begins.

use std::ops::Range;

/// The parts of a text, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Parts {
    /// The YAML between the fences.
    pub yaml: Option<Range<usize>>,
    /// The first byte of the body.
    pub body: usize,
    /// The opening fence, when nothing closes it.
    pub unclosed: Option<Range<usize>>,
}

/// Splits a text. A byte order mark is read as if absent.
pub(super) fn split(text: &str) -> Parts {
    let start = if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    let opening = line_from(text, start);
    if text[opening.clone()].trim_end() != "---" {
        return Parts { yaml: None, body: start, unclosed: None };
    }
    let mut at = opening.end;
    let mut blank = None;
    while at < text.len() {
        let line = line_from(text, at);
        match text[line.clone()].trim_end() {
            "---" => return Parts { yaml: Some(opening.end..at), body: line.end, unclosed: None },
            "" if blank.is_none() => blank = Some(at),
            _ => {}
        }
        at = line.end;
    }
    // The fields most likely end at the first blank line: reading them spares the author mistakes that are not his.
    let end = blank.unwrap_or(text.len());
    Parts { yaml: Some(opening.end..end), body: end, unclosed: Some(opening.start..opening.start + 3) }
}

fn line_from(text: &str, start: usize) -> Range<usize> {
    let end = text[start..].find('\n').map_or(text.len(), |it| start + it + 1);
    start..end
}

#[cfg(test)]
mod tests {
    use super::{Parts, split};

    fn parts(text: &str) -> (Option<&str>, &str, bool) {
        let Parts { yaml, body, unclosed } = split(text);
        (yaml.map(|it| &text[it]), &text[body..], unclosed.is_some())
    }

    #[test]
    fn fences_must_stand_alone_and_first() {
        assert_eq!(parts("---\ntitle: عن\n---\nنص"), (Some("title: عن\n"), "نص", false));
        assert_eq!(parts("---\n---\n"), (Some(""), "", false));
        assert_eq!(parts("نص\n---\nx\n---\n"), (None, "نص\n---\nx\n---\n", false));
        assert_eq!(parts("----\nx"), (None, "----\nx", false));
        assert_eq!(parts(""), (None, "", false));
    }

    #[test]
    fn windows_files_read_the_same() {
        assert_eq!(parts("\u{FEFF}---\r\ntitle: عن\r\n--- \r\nنص"), (Some("title: عن\r\n"), "نص", false));
        assert_eq!(parts("\u{FEFF}نص"), (None, "نص", false));
    }

    #[test]
    fn unclosed_fields_end_at_the_first_blank_line() {
        assert_eq!(parts("---\ntitle: عن\n\nنص\n\nنص"), (Some("title: عن\n"), "\nنص\n\nنص", true));
        assert_eq!(parts("---"), (Some(""), "", true));
    }
}
