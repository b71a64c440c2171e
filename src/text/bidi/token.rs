//! The pieces between white space in a right-to-left text that are not right-to-left words.

use std::ops::Range;

use super::{
    address,
    class::{self, Class},
    ltr::{closes_foreign, governed},
};

/// What a token is, by its characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Letters only, perhaps with inner hyphens and apostrophes.
    Word,
    /// A number, a percentage, a range, a score: laid out well by nature.
    Number,
    /// Anything else with letters: symbols, addresses, versions.
    Symbol,
    /// Anything else of digits: dates, times, fractions, signed and phone numbers.
    Figure,
}

/// A piece of text without its outer punctuation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub range: Range<usize>,
    /// What it is.
    pub kind: Kind,
    /// Whether something between it and the token before ends a run.
    pub is_apart: bool,
}

/// Lists the tokens of a right-to-left text in order.
pub fn tokens(text: &str) -> Vec<Token> {
    let (mut out, mut start, mut is_apart) = (Vec::new(), None, true);
    let (mut controls, mut open) = (0u32, Vec::new());
    let (mut address_end, mut before) = (0, None);
    for (at, it) in text.char_indices() {
        let class = class::of(it);
        if at >= address_end {
            address_end = address::end(text, at, before.replace(it));
        }
        let depth = controls;
        controls = governed(it, controls);
        let is_left_alone = depth > 0 || class == Class::Control;
        let is_part = at < address_end || matches!(class, Class::Left | Class::Digit | Class::Neutral);
        if !is_left_alone && is_part || class == Class::Mark && start.is_some() {
            start.get_or_insert(at);
        } else {
            push(text, &mut start, at, &mut is_apart, &mut open, &mut out);
            is_apart |= is_left_alone || matches!(class, Class::Right | Class::Stop);
        }
    }
    push(text, &mut start, text.len(), &mut is_apart, &mut open, &mut out);
    out
}

/// Ends a token, if one has begun. A bracket that closes what stands before the run parts it from what follows.
fn push(
    text: &str,
    start: &mut Option<usize>,
    end: usize,
    is_apart: &mut bool,
    open: &mut Vec<char>,
    out: &mut Vec<Token>,
) {
    let Some(start) = start.take() else { return };
    let range = trimmed(text, start..end);
    if *is_apart {
        open.clear();
    }
    if range.is_empty() {
        *is_apart |= text[start..end].chars().any(|it| closes_foreign(it, open));
        return;
    }
    if !*is_apart {
        *is_apart = text[start..range.start].chars().any(|it| closes_foreign(it, open));
    }
    for range in listed(text, range.clone()) {
        let kind = kind(&text[range.clone()]);
        out.push(Token { range, kind, is_apart: *is_apart });
        *is_apart = false;
    }
    *is_apart = text[range.end..end].chars().any(|it| closes_foreign(it, open));
}

/// Parts symbols and addresses that a comma without a blank joins: `A/RES/73/195,A/RES/73/151`.
fn listed(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let whole = &text[range.clone()];
    let parts: Vec<&str> = whole.split([',', ';']).collect();
    let is_list = |sign: char| parts.iter().all(|it| it.contains(sign) && !it.starts_with(sign) && !it.ends_with(sign));
    if parts.len() < 2 || whole.contains("://") || !is_list('/') && !is_list('@') {
        return vec![range];
    }
    let mut start = range.start;
    let ranges = parts.iter().map(|it| {
        let range = start..start + it.len();
        start = range.end + 1;
        range
    });
    ranges.collect()
}

/// What no token begins with: opening brackets and quotation marks, closing ones of something before, punctuation.
const BEFORE: [char; 22] =
    ['(', '[', '{', '<', '"', '\'', '“', '‘', '«', ')', ']', '}', '>', '”', '’', '»', ',', ';', ':', '!', '?', '…'];

/// Leaves out quotation marks, outer brackets and the punctuation of the sentence.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let bare = text[range.clone()].trim_start_matches(BEFORE);
    let stars = bare.trim_start_matches('*');
    // `*.pdf` is a pattern; before anything else an asterisk marks a remark.
    let inner = if stars.starts_with('.') { bare } else { stars.trim_start_matches(BEFORE) };
    // A dash or slash that joins to an Arabic word belongs to neither: `القاهرة-2014`, `2014-القاهرة`.
    let is_joined = inner.len() == range.len() && joins(&text[..range.start]);
    let inner = if is_joined { inner.trim_start_matches(JOINERS) } else { inner };
    let start = range.end - inner.len();
    let mut inner =
        if touches_right(text[range.end..].chars().next()) { inner.trim_end_matches(JOINERS) } else { inner };
    // Neither does the dash of a numbered item: `1- البند الأول`.
    if inner.trim_end_matches(JOINERS).chars().all(|it| class::of(it) == Class::Digit) {
        inner = inner.trim_end_matches(JOINERS);
    }
    while let Some(last) = inner.chars().next_back() {
        let is_outer = match last {
            '.' => !is_abbreviation(inner),
            ',' | ';' | ':' | '!' | '?' | '…' | '"' | '\'' | '’' | '*' | '>' => true,
            ')' | ']' | '}' | '»' | '”' => class::open_brackets(inner).1,
            _ => false,
        };
        if !is_outer {
            break;
        }
        inner = &inner[..inner.len() - last.len_utf8()];
    }
    if inner.chars().all(|it| matches!(class::of(it), Class::Neutral | Class::Mark)) {
        return start..start;
    }
    start..start + inner.len()
}

const JOINERS: [char; 6] = ['-', '–', '—', '/', '_', '‑'];

/// Tells whether a text ends with a word that a dash could join to the next; a lone prefix (`و`, `ف`, `ب`, `ك`, `ل`) is none.
fn joins(before: &str) -> bool {
    let mut chars = before.chars().rev();
    let last = chars.next();
    let is_prefix = matches!(last, Some('و' | 'ف' | 'ب' | 'ك' | 'ل')) && chars.next().is_none_or(char::is_whitespace);
    touches_right(last) && !is_prefix
}

fn touches_right(neighbour: Option<char>) -> bool {
    neighbour.is_some_and(|it| class::of(it) == Class::Right)
}

/// Tells whether a text is an abbreviation that owns its last full stop: `U.N.`, `Ph.D.`
fn is_abbreviation(text: &str) -> bool {
    let mut parts = text.split_terminator('.');
    text.matches('.').count() > 1
        && parts.all(|it| (1..=2).contains(&it.chars().count()) && it.chars().all(char::is_alphabetic))
}

fn kind(text: &str) -> Kind {
    if text.chars().any(|it| class::of(it) == Class::Left) {
        return if is_word(text) { Kind::Word } else { Kind::Symbol };
    }
    if is_number(text) || is_range(text) { Kind::Number } else { Kind::Figure }
}

fn is_word(text: &str) -> bool {
    let is_letter = |it: char| matches!(class::of(it), Class::Left | Class::Mark);
    text.chars().all(|it| is_letter(it) || matches!(it, '-' | '‑' | '\'' | '’' | '&'))
        && text.chars().next_back().is_some_and(is_letter)
        && text.chars().next().is_some_and(is_letter)
}

/// Tells whether a text is digits with separators of thousands and fractions, perhaps with a percent sign, or another one after it.
fn is_number(text: &str) -> bool {
    let inner = text.trim_start_matches(['%', '٪']).trim_end_matches(['%', '٪', '‰', '$', '€', '£', '°']);
    let mut parts = inner.split(['.', ',', '٫', '٬']);
    let is_grouped = inner.matches('.').count() < 2;
    is_grouped && parts.all(is_digits)
}

/// Tells whether a text is two numbers, dates or times with one dash between: a span or a score, never a phone number.
fn is_range(text: &str) -> bool {
    let mut ends = text.split(['-', '–', '—']);
    let (Some(first), Some(last), more) = (ends.next(), ends.next(), ends.next()) else { return false };
    let is_end = |it: &str| it.trim_end_matches(['%', '٪']).split(['/', ':', '.', ',', '٫', '٬']).all(is_digits);
    let are_digits = is_digits(first) && is_digits(last);
    let is_long = first.starts_with('0') && first.len() + last.len() >= 7;
    let is_phone = are_digits && (is_long || is_local_number(first, last));
    // Hyphens between Arabic digits turn round whatever is done; what cannot be mended is left alone.
    let is_lost = !text.is_ascii() && text.contains('-') && is_end(&text.replace('-', "/"));
    is_lost || more.is_none() && is_end(first) && is_end(last) && !is_phone && !is_month(text)
}

/// Tells whether two groups are a phone number and no span: one begins with a zero, or they fall from beyond any year.
fn is_local_number(first: &str, last: &str) -> bool {
    let falls = || first.parse().is_ok_and(|it: u32| it >= 2200 && last.parse().is_ok_and(|end: u32| end < it));
    last.len() > 2 && last.starts_with('0') || first.len() == 4 && last.len() == 4 && falls()
}

/// Tells whether a text is a month as ISO 8601 writes it: `2013-06`.
fn is_month(text: &str) -> bool {
    let month = text.split_once('-').filter(|(year, month)| year.len() == 4 && month.len() == 2);
    month.is_some_and(|(_, month)| month.parse().is_ok_and(|it: u8| (1..=12).contains(&it)))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|it| class::of(it) == Class::Digit)
}
