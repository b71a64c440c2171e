//! Right-to-left runs in a left-to-right text.

use super::{
    Run, address,
    class::{self, Class},
};
use crate::text::script;

/// Finds the runs of right-to-left words: from the first letter to the last one before a letter of the other direction.
pub fn runs(text: &str) -> Vec<Run> {
    let mut out = Vec::new();
    let (mut start, mut end, mut open) = (None, 0, Vec::new());
    let mut controls = 0u32;
    let (mut address_end, mut before, mut bridged) = (0, None, 0);
    for (at, it) in text.char_indices() {
        let class = class::of(it);
        if at >= address_end {
            address_end = address::end(text, at, before.replace(it));
        }
        let depth = controls;
        controls = governed(it, controls);
        if at < bridged {
            continue;
        }
        if class == Class::Left && start.is_some() && at >= address_end {
            bridged = bridge(text, end, at).unwrap_or(at);
            if bridged > at {
                continue;
            }
        }
        let is_parted = at < address_end && address::is_delimiter(it);
        let is_bound = class == Class::Left || class == Class::Control || depth > 0 || is_parted;
        if is_bound || (start.is_some() && closes_foreign(it, &mut open)) {
            finish(text, &mut start, end, &mut out);
            continue;
        }
        match class {
            Class::Right => {
                if start.is_none() {
                    start = Some(at);
                    open.clear();
                }
                end = at + it.len_utf8();
            }
            Class::Mark | Class::Stop if start.is_some() && end == at => end = at + it.len_utf8(),
            _ => {}
        }
    }
    finish(text, &mut start, end, &mut out);
    out
}

/// Returns where right-to-left words go on behind one sign of the other direction that stands among them: a symbol, a number
/// with letters, an abbreviation. A word of a language parts them.
fn bridge(text: &str, end: usize, at: usize) -> Option<usize> {
    let rest = &text[at..];
    let ends = |it: char| matches!(class::of(it), Class::Space | Class::Right | Class::Stop | Class::Control);
    let length = rest.find(ends).unwrap_or(rest.len());
    let sign = rest[..length].trim_end_matches(|it: char| it.is_ascii_punctuation() && it != '+');
    let is_abbreviation = sign.len() > 1 && sign.chars().all(|it| it.is_ascii_uppercase());
    let is_symbol = sign.chars().any(|it| class::of(it) == Class::Digit || it == '/');
    let behind = &text[at + length..];
    let is_telling = |it: char| matches!(class::of(it), Class::Left | Class::Right | Class::Control);
    let next = at + length + behind.find(is_telling)?;
    let goes_on = text[next..].chars().next().is_some_and(|it| class::of(it) == Class::Right);
    let is_whole = class::open_brackets(&text[end..next]) == (Vec::new(), false);
    ((is_abbreviation || is_symbol) && goes_on && is_whole).then_some(next)
}

/// Returns how many isolates or embeddings are open after a character.
pub fn governed(it: char, open: u32) -> u32 {
    match it {
        '\u{2066}'..='\u{2068}' | '\u{202A}' | '\u{202B}' | '\u{202D}' | '\u{202E}' => open + 1,
        '\u{2069}' | '\u{202C}' => open.saturating_sub(1),
        _ => open,
    }
}

/// Tells whether a character closes a bracket that stands before the run, and notes brackets opened in it.
pub fn closes_foreign(it: char, open: &mut Vec<char>) -> bool {
    if let Some(close) = class::closing(it) {
        open.push(close);
        return false;
    }
    class::is_closing(it) && open.pop() != Some(it)
}

fn finish(text: &str, start: &mut Option<usize>, end: usize, out: &mut Vec<Run>) {
    let Some(start) = start.take() else { return };
    let end = class::with_closing(text, start, with_number(text, end));
    let script = text[start..].chars().next().map_or(script::Script::Arabic, script::of_char);
    out.push(Run::Phrase(start..end, script));
}

/// Takes along the number that follows a word: `القرار 7833`.
fn with_number(text: &str, end: usize) -> usize {
    let rest = &text[end..];
    let Some(number) = rest.strip_prefix([' ', '\u{A0}']) else { return end };
    let digits = number.len() - number.trim_start_matches(|it| class::of(it) == Class::Digit).len();
    let is_whole = number[digits..]
        .chars()
        .next()
        .is_none_or(|it| !matches!(it, '-' | '/' | ':' | '–') && class::of(it) != Class::Left);
    if digits > 0 && is_whole { end + (rest.len() - number.len()) + digits } else { end }
}
