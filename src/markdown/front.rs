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
    /// A line that was meant to close it: dashes of another number, kind or place.
    pub nearly: Option<Range<usize>>,
}

/// Splits a text. A byte order mark is read as if absent.
pub(super) fn split(text: &str) -> Parts {
    let start = if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    let opening = first_line(text, start);
    if text[opening.clone()].trim_end() != "---" {
        return Parts { yaml: None, body: start, unclosed: None, nearly: None };
    }
    let mut at = opening.end;
    let (mut blank, mut nearly) = (None, None);
    while at < text.len() {
        let line = line_from(text, at);
        match text[line.clone()].trim_end() {
            "---" => return Parts { yaml: Some(opening.end..at), body: line.end, unclosed: None, nearly: None },
            "" if blank.is_none() => blank = Some(at),
            written if nearly.is_none() && is_nearly_fence(written) => nearly = Some(at..at + written.len()),
            _ => {}
        }
        at = line.end;
    }
    // The fields most likely end at the first blank line: reading them spares the author mistakes that are not his.
    let end = blank.unwrap_or(text.len());
    let nearly = nearly.filter(|it| it.start <= end);
    let (yaml, body) = match &nearly {
        Some(line) => (opening.end..line.start, line_from(text, line.start).end),
        None => (opening.end..end, end),
    };
    Parts { yaml: Some(yaml), body, unclosed: Some(opening.start..opening.start + 3), nearly }
}

/// Returns the first line of a text; blank lines before front matter are passed over, as no one sees them.
fn first_line(text: &str, start: usize) -> Range<usize> {
    let blank = text[start..].len() - text[start..].trim_start_matches(['\n', ' ', '\t']).len();
    let top = text[..start + blank].rfind('\n').map_or(start, |it| it + 1);
    let fence = line_from(text, top);
    let key = text[line_from(text, fence.end)].split_once(':').map_or("", |it| it.0);
    let is_key = !key.is_empty() && key.chars().all(|it| it.is_ascii_lowercase() || it == '_');
    if is_key && text[fence.clone()].trim_end() == "---" { fence } else { line_from(text, start) }
}

/// Tells whether a line looks like a fence without being one: `--`, `----`, `—`, ` ---`, `- - -`.
fn is_nearly_fence(line: &str) -> bool {
    let dashes = line.chars().filter(|it| !it.is_whitespace());
    let count = dashes.clone().map(|it| if it == '-' { 1 } else { 2 }).sum::<usize>();
    count > 1 && dashes.into_iter().all(|it| matches!(it, '-' | '‐' | '‑' | '–' | '—' | '―' | '−' | 'ـ' | '_' | '='))
}

fn line_from(text: &str, start: usize) -> Range<usize> {
    let end = text[start..].find('\n').map_or(text.len(), |it| start + it + 1);
    start..end
}

#[cfg(test)]
mod tests {
    use super::{Parts, split};

    fn parts(text: &str) -> (Option<&str>, &str, bool) {
        let Parts { yaml, body, unclosed, .. } = split(text);
        (yaml.map(|it| &text[it]), &text[body..], unclosed.is_some())
    }

    #[test]
    fn blank_lines_before_front_matter_are_passed_over() {
        assert_eq!(parts("\n \n---\ntitle: عن\n---\nنص"), (Some("title: عن\n"), "نص", false));
        assert_eq!(parts("\n---\n\nنص"), (None, "\n---\n\nنص", false));
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

    #[test]
    fn a_line_that_was_meant_as_a_fence_ends_the_fields() {
        for fence in ["--", "----", "———", " ---", "- - -", "–––", "==="] {
            let text = format!("---\ntitle: عن\n{fence}\nنص\n");
            assert_eq!(parts(&text), (Some("title: عن\n"), "نص\n", true), "{fence}");
            assert_eq!(split(&text).nearly.map(|it| text[it].to_owned()).as_deref(), Some(fence));
        }
        assert_eq!(parts("---\ntags:\n- أول\n\nنص"), (Some("tags:\n- أول\n"), "\nنص", true));
    }
}
