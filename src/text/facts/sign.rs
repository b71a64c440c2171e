//! Numbers below zero. A hyphen is a minus only where nothing else could be meant.

use std::ops::Range;

use crate::text::{normal, search::fold};

/// Words before a number that make it negative, folded.
const BEFORE: &[&str] = &["minus", "negative", "ناقص", "سالب"];

/// Words behind a number of degrees that make it negative.
const BEHIND: &[&str] = &["below zero", "تحت الصفر"];

/// Returns a number with its sign.
pub(super) fn signed(text: &str, at: &Range<usize>, number: String) -> String {
    if number != "0" && is_negative(text, at, &number) { format!("-{number}") } else { number }
}

fn is_negative(text: &str, at: &Range<usize>, number: &str) -> bool {
    let (before, behind) = (&text[..at.start], &text[at.end..]);
    if let Some(rest) = before.strip_suffix(['-', '−']) {
        // Dashes on both sides enclose something, and nobody counts years below zero.
        let is_enclosed = behind.starts_with('-');
        let is_year = number.len() == 4 && number.bytes().all(|it| it.is_ascii_digit());
        return !is_enclosed && !is_year && opens(rest);
    }
    let word = before.trim_end().rsplit(char::is_whitespace).next().unwrap_or_default();
    let near = behind.char_indices().nth(24).map_or(behind, |(end, _)| &behind[..end]);
    let clause = near.split(['.', '،', ',', ';', '؛', '\n']).next().unwrap_or_default();
    BEFORE.contains(&fold(word).as_str()) || BEHIND.iter().any(|it| clause.contains(it))
}

/// Tells whether a sign may follow: not a word or a number that a hyphen joins to the next, and no range with a blank in it.
fn opens(before: &str) -> bool {
    let bare = before.trim_end();
    let is_apart = bare.len() < before.len() || bare.is_empty() || bare.ends_with(['(', '[', '«', '"', '“', '|', ':']);
    let is_joined = bare.chars().next_back().is_some_and(|it| normal::digit(it).is_some());
    let is_behind_and = bare.strip_suffix('و').is_some_and(|it| it.is_empty() || it.ends_with(char::is_whitespace));
    (is_apart || is_behind_and) && !is_joined
}
