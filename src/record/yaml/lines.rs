//! Where the text of a value stands in its file: lines are indented there, folded, or written with escapes.

use super::Lines;

/// Compares a value as it is written with what it says. `start` is where it stands in the file.
pub(super) fn of(written: &str, text: &str, start: u32) -> Lines {
    let inner = written.strip_prefix(['"', '\'']).unwrap_or(written);
    if inner.starts_with(text) {
        return None;
    }
    let mut out: Vec<(u32, u32)> = Vec::new();
    let mut at = if written.starts_with(['|', '>']) { written.find('\n')? + 1 } else { written.len() - inner.len() };
    let is_escaped = written.starts_with('"');
    for (offset, it) in text.char_indices() {
        if !it.is_whitespace() {
            at += blanks(written.get(at..).unwrap_or_default());
        }
        let rest = written.get(at..).unwrap_or_default();
        note(&mut out, offset, at, start);
        at += if rest.starts_with(it) && !(it == '\\' && is_escaped) {
            // In single quotes a mark stands twice.
            it.len_utf8() + usize::from(it == '\'' && written.starts_with('\'') && rest[1..].starts_with('\''))
        } else if it.is_whitespace() && rest.starts_with(char::is_whitespace) {
            // A line end that reads as a blank, or several that read as one.
            0
        } else {
            escape(rest)
        };
    }
    Some(out.into_boxed_slice())
}

/// Returns the length of the line ends and blanks with which a text begins.
fn blanks(text: &str) -> usize {
    text.len() - text.trim_start_matches([' ', '\t', '\n']).len()
}

/// Begins a new run of bytes where the one before does not go on.
fn note(out: &mut Vec<(u32, u32)>, offset: usize, at: usize, start: u32) {
    let small = |it: usize| u32::try_from(it).unwrap_or(u32::MAX);
    let (offset, at) = (small(offset), start.saturating_add(small(at)));
    if out.last().is_none_or(|(from, to)| to + (offset - from) != at) {
        out.push((offset, at));
    }
}

/// Returns the length of an escape in double quotes: `\n`, `\u202E`.
fn escape(rest: &str) -> usize {
    let mut letters = rest.chars();
    match (letters.next(), letters.next()) {
        (Some('\\'), Some('x')) => 4,
        (Some('\\'), Some('u')) => 6,
        (Some('\\'), Some('U')) => 10,
        (Some('\\'), Some(it)) => 1 + it.len_utf8(),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        base::{FileId, Spanned},
        record::yaml::{Node, read},
    };

    /// Checks that the words of a value are found where they stand.
    fn check(source: &str, words: &[&str]) {
        let read = read(FileId(0), source, 0..source.len()).value.expect("it is YAML");
        let Node::Mapping(entries) = &read.value else { panic!("a mapping") };
        let (_, value): &(_, Spanned<Node>) = &entries[0];
        let text = value.value.text().expect("a text");
        let origin = read.origin(value.span).expect("its lines are known");
        for word in words {
            let at = text.find(word).expect("the word is in the text");
            assert_eq!(&source[origin.span(at, at + word.len()).range()], *word, "{source}");
        }
    }

    #[test]
    fn words_are_found_in_every_form_of_a_value() {
        check("a: قرار أول\n", &["قرار", "أول"]);
        check("a: \"قرار أول\"\n", &["قرار", "أول"]);
        check("a: 'it''s so'\n", &["it", "so"]);
        check("a: |\n  قرار\n\n  ثان له\n    ثالث\nb: x\n", &["قرار", "ثان", "له", "ثالث"]);
        check("a: >-\n    قرار\n    ثان\n\n    ثالث\n", &["قرار", "ثان", "ثالث"]);
        check("a: قرار\n  ثان\n", &["قرار", "ثان"]);
        check("a: \"قر \\\"ار\\\" \\u0642 ثان\"\n", &["قر", "ار", "ثان"]);
    }
}
