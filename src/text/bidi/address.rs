//! Web addresses in running text: they may hold letters of any script and stay one left-to-right piece.

use super::class::{self, Class};

/// What begins an address that may go on in any script.
const STARTS: [&str; 5] = ["https://", "http://", "ftp://", "www.", "mailto:"];

/// Returns where the address ends that begins at `at`; `at` itself where none does. `before` is the character before it.
pub fn end(text: &str, at: usize, before: Option<char>) -> usize {
    let rest = &text[at..];
    let starts = |it: &str| rest.get(..it.len()).is_some_and(|start| start.eq_ignore_ascii_case(it));
    let is_first = matches!(rest.as_bytes().first(), Some(b'h' | b'H' | b'f' | b'F' | b'w' | b'W' | b'm' | b'M'));
    let is_inside = before.is_some_and(|it| matches!(class::of(it), Class::Left | Class::Digit));
    if !is_first || is_inside || !STARTS.iter().any(|it| starts(it)) {
        return at;
    }
    at + rest.find(ends).unwrap_or(rest.len())
}

/// Tells whether a character parts the pieces of an address.
pub fn is_delimiter(it: char) -> bool {
    matches!(it, '/' | '?' | '#' | '&' | '=' | ':' | '@' | ',' | '(' | ')')
}

fn ends(it: char) -> bool {
    matches!(it, '<' | '>' | '"' | '«' | '»' | '“' | '”')
        || matches!(class::of(it), Class::Space | Class::Stop | Class::Control)
}
