//! The one table of limits. Each is an error with a place; below them the work is linear in the text.

use std::ops::Range;

use crate::text::scan;

/// Bytes of one text.
pub(super) const BYTES: usize = 4 << 20;
/// Containers open at once, inline and block together.
pub(super) const DEPTH: usize = 100;
/// Bytes between the braces of an attribute list.
pub(super) const LIST: usize = 200;
/// Names that are compared with a wrong one, and wrong ones that are compared at all.
pub(super) const COMPARED: usize = 100;

/// Returns the first line that opens more containers than any text needs.
///
/// A parser walks all open containers for every line, so one such line followed by short ones costs their product.
pub(super) fn overnested_line(body: &str) -> Option<Range<usize>> {
    let mut start = 0;
    for line in body.split_inclusive('\n') {
        if line.len() > DEPTH && opens_too_many(line) {
            return Some(start..start + line.trim_end().len());
        }
        start += line.len();
    }
    None
}

/// Tells whether a text holds characters that pages do not show as they are: controls, invisible ones, presentation forms, tatweel.
pub(super) fn may_need_correction(text: &str) -> bool {
    !scan::is_plain(text)
        && text.chars().any(|it| {
            matches!(
                it,
                '\0'..='\u{8}' | '\u{B}'..='\u{C}' | '\u{E}'..='\u{1F}' | '\u{7F}' | '\u{AD}' | '\u{640}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
                    | '\u{2060}'..='\u{206F}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}'
            )
        })
}

fn opens_too_many(line: &str) -> bool {
    let markers = line
        .bytes()
        .take_while(|it| matches!(it, b' ' | b'\t' | b'>' | b'-' | b'*' | b'+' | b':' | b'.' | b')' | b'0'..=b'9'));
    let (mut opened, mut count) = (0, 0);
    for marker in markers {
        opened += usize::from(matches!(marker, b'>' | b'-' | b'*' | b'+' | b':' | b'.' | b')'));
        count += 1;
    }
    opened > DEPTH && !is_rule(&line[..count], line)
}

/// Tells whether a line of markers only draws a rule or underlines a heading or table.
fn is_rule(markers: &str, line: &str) -> bool {
    let mut drawn = markers.bytes().filter(|it| !matches!(it, b' ' | b'\t'));
    let first = drawn.next();
    let is_all = markers.trim_end().len() == line.trim_end().len();
    is_all && matches!(first, Some(b'-' | b'*')) && drawn.all(|it| Some(it) == first)
        || !markers.contains([' ', '\t', '>'])
}

#[cfg(test)]
mod tests {
    use super::overnested_line;

    #[test]
    fn deep_lines_are_found_and_rules_are_not() {
        assert_eq!(overnested_line(&format!("نص\n{}x\nb", "- ".repeat(200))), Some(5..406));
        assert!(overnested_line(&format!("{}x", ">".repeat(200))).is_some());
        for fine in
            ["- ".repeat(200), "-".repeat(200), "* ".repeat(150), ".".repeat(200), format!("a{}", "- ".repeat(200))]
        {
            assert_eq!(overnested_line(&fine), None, "{fine}");
        }
    }
}
