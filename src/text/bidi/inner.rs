//! What a left-to-right run holds that must be isolated once more: pieces of an address in Arabic letters, and groups of
//! Arabic-Indic digits, which blanks and hyphens between them would turn round (UAX #9, N1).

use std::ops::Range;

use super::{
    address,
    class::{self, Class},
};
use crate::base::Dir;

/// Lists the pieces of a left-to-right run to isolate, in order, and their direction.
pub fn pieces(run: &str) -> (Dir, Vec<Range<usize>>) {
    if run.is_ascii() {
        return (Dir::Ltr, Vec::new());
    }
    if run.chars().any(|it| class::of(it) == Class::Right) {
        let has_right = |it: &Range<usize>| run[it.clone()].chars().any(|it| class::of(it) == Class::Right);
        return (Dir::Rtl, split(run, address::is_delimiter).filter(has_right).collect());
    }
    let is_gap = |it: char| it == '-' || class::of(it) == Class::Space;
    let is_arabic = |it: &Range<usize>| run[it.clone()].contains(is_arabic_digit);
    let groups: Vec<Range<usize>> = split(run, is_gap).filter(is_arabic).collect();
    (Dir::Ltr, if groups.len() > 1 { groups } else { Vec::new() })
}

fn is_arabic_digit(it: char) -> bool {
    matches!(it, '\u{660}'..='\u{669}')
}

/// Lists the ranges between characters, none of them empty.
fn split(text: &str, parts: impl Fn(char) -> bool) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    let ends = text.char_indices().filter(move |(_, it)| parts(*it)).map(|(at, it)| (at, at + it.len_utf8()));
    let ranges = ends.chain([(text.len(), text.len())]).map(move |(at, next)| {
        let range = from..at;
        from = next;
        range
    });
    ranges.filter(|it| !it.is_empty())
}
