//! Facts of a text that hold in every language: numbers, dates, symbols and addresses, in whatever form they are written.
//!
//! Two halves of a text say the same only if they hold the same facts. A family of digits, a separator, the form of a date and
//! a small number written as a word are no difference. Knows words, not blocks or files.

mod address;
mod compare;
mod dates;
mod numerals;
mod sign;
mod tokens;

use std::ops::Range;

pub use address::address;
pub use compare::{Difference, Sides, compare};

use tokens::{Kind, Token};

/// A fact and where it stands in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found<T> {
    /// The fact, in one form for all ways of writing it.
    pub value: T,
    /// The bytes of the text that say it.
    pub at: Range<usize>,
}

/// A date as far as a text says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SaidDate {
    /// The year, unless the text leaves it open: `3 October of the same year`.
    pub year: Option<u32>,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day.
    pub day: Option<u8>,
}

/// What a text says beside its words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Numbers in digits, without those of dates and symbols: `1234.5`.
    pub numbers: Vec<Found<String>>,
    /// Dates.
    pub dates: Vec<Found<SaidDate>>,
    /// Document symbols and e-mail addresses.
    pub symbols: Vec<Found<String>>,
    /// Web addresses.
    pub addresses: Vec<Found<String>>,
    /// Numbers in words.
    pub words: Vec<Found<u64>>,
    /// Where the numbers in words begin that say which of several: first, fifth.
    ordinals: Vec<usize>,
    /// Words in Latin capitals, which both languages write alike: evidence, never compared.
    pub names: Vec<String>,
    /// Words that may be months or something else.
    months: Vec<u8>,
    /// Numbers that the text may be taken to say, such as those in titles that a reader sees.
    implied: Vec<String>,
    /// Whether a word may be an Arabic dual, which says "two" by its ending.
    has_dual: bool,
}

impl Facts {
    /// Adds facts that stand in for what the other half may say: they excuse, and are never missed.
    pub fn imply(&mut self, other: &Facts) {
        self.implied.extend(other.numbers.iter().map(|it| it.value.clone()));
        self.implied.extend(other.words.iter().map(|it| it.value.to_string()));
        for date in other.dates.iter().map(|it| it.value) {
            self.implied.extend(date.year.map(|it| it.to_string()));
            self.implied.extend(date.day.map(|it| it.to_string()));
            self.months.push(date.month);
        }
    }

    /// Lists what tells this text from its neighbours, whatever its language.
    pub fn marks(&self) -> impl Iterator<Item = String> {
        let dates = self.dates.iter().flat_map(|it| {
            let date = it.value;
            let numbers = [date.year, date.day.map(u32::from)].into_iter().flatten().map(|it| it.to_string());
            numbers.chain([format!("m{}", date.month)]).collect::<Vec<_>>()
        });
        let plain = self.numbers.iter().chain(&self.symbols).map(|it| it.value.clone());
        let words = self.words.iter().filter(|it| it.value > 2).map(|it| it.value.to_string());
        plain.chain(dates).chain(words).chain(self.names.iter().cloned())
    }
}

/// Reads the facts of a text.
pub fn read(text: &str) -> Facts {
    let tokens = tokens::tokens(text);
    let mut is_taken = vec![false; tokens.len()];
    let mut out = Facts::default();
    dates::read(text, &tokens, &mut is_taken, &mut out);
    numerals::read(text, &tokens, &mut is_taken, &mut out);
    for (token, is_taken) in tokens.into_iter().zip(is_taken) {
        if !is_taken {
            take(text, token, &mut out);
        }
    }
    out
}

fn take(text: &str, token: Token, out: &mut Facts) {
    let at = token.range;
    match token.kind {
        Kind::Number { value, .. } => {
            let value = sign::signed(text, &at, value);
            out.numbers.push(Found { value, at });
        }
        Kind::Symbol(value) => out.symbols.push(Found { value, at }),
        Kind::Address => out.addresses.push(Found { value: text[at.clone()].to_owned(), at }),
        Kind::Word(word) => {
            let raw = &text[at];
            if raw.len() > 1 && raw.bytes().all(|it| it.is_ascii_uppercase()) {
                out.names.push(raw.to_owned());
            }
            let is_dual = ["ان", "ين", "تا", "تي"].iter().any(|it| word.ends_with(it)) && word.chars().count() > 3;
            out.has_dual |= is_dual;
        }
    }
}

/// Returns a heading without the number before it, which an author may write in one language only: `1. Scope`.
pub fn without_numbering(heading: &str) -> &str {
    let is_number = |it: char| super::normal::digit(it).is_some() || matches!(it, '.' | '(' | ')' | '٫');
    let rest = heading.trim_start_matches(is_number);
    let before = &heading[..heading.len() - rest.len()];
    let trimmed = rest.trim_start();
    let is_closed = before.ends_with(['.', ')']) || before.contains(['.', '٫']);
    if is_closed && rest.len() != trimmed.len() {
        return trimmed;
    }
    let after = trimmed.trim_start_matches(['-', '–', '—', ':']);
    let has_sign = !before.is_empty() && after.len() != trimmed.len() && after.starts_with(char::is_whitespace);
    if has_sign { after.trim_start() } else { heading }
}

#[cfg(test)]
mod tests;
