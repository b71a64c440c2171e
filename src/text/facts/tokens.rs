//! The tokens of a text: numbers with their separators, words, symbols, addresses.

use std::ops::Range;

use crate::text::{
    normal,
    search::{self, fold},
    words::is_mark,
};

/// One token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub range: Range<usize>,
    pub kind: Kind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The number in one form, and its digits where it is written without separators.
    Number { value: String, digits: String },
    /// A word, folded.
    Word(String),
    /// A document symbol or e-mail address.
    Symbol(String),
    /// A web address.
    Address,
}

impl Token {
    /// Returns the digits of a whole number without separators, no longer than `most`.
    pub fn digits(&self, most: usize) -> Option<u32> {
        match &self.kind {
            Kind::Number { digits, .. } if !digits.is_empty() && digits.len() <= most => digits.parse().ok(),
            _ => None,
        }
    }

    /// Returns the folded word.
    pub fn word(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }
}

/// Returns what stands between a token and the one before it.
pub(super) fn gap<'a>(text: &'a str, tokens: &[Token], at: usize) -> &'a str {
    let start = at.checked_sub(1).map_or(0, |it| tokens[it].range.end);
    &text[start..tokens[at].range.start]
}

/// Splits a text.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let is_digit = normal::digit(first).is_some();
        if !is_digit && !is_letter(first) {
            at += first.len_utf8();
            continue;
        }
        let found = if is_digit || first.is_ascii() { sign(text, at) } else { None };
        match found {
            Some(sign) => out.push(sign),
            None if is_digit => number(text, at, &mut out),
            None => out.push(word(text, at, first)),
        }
        at = out.last().map_or(text.len(), |it| it.range.end);
    }
    out
}

fn is_letter(it: char) -> bool {
    it.is_alphabetic()
}

/// Reads a word of one script: a conjunction may be written to a word of another.
fn word(text: &str, at: usize, first: char) -> Token {
    let is_arabic = |it: char| matches!(it, '\u{600}'..='\u{6FF}');
    let is_inside = |it: char| is_mark(it) || is_letter(it) && is_arabic(it) == is_arabic(first);
    let end = text[at..].find(|it| !is_inside(it)).map_or(text.len(), |it| at + it);
    Token { range: at..end, kind: Kind::Word(fold(&text[at..end])) }
}

/// Reads a web address, an e-mail address or a document symbol that begins here.
fn sign(text: &str, at: usize) -> Option<Token> {
    let rest = &text[at..];
    let run = run(rest);
    if rest[run.len()..].starts_with("://") || run.starts_with("www.") {
        let end =
            rest.find(|it: char| it.is_whitespace() || matches!(it, '<' | '>' | '"' | '»' | '”')).unwrap_or(rest.len());
        let end = rest[..end].trim_end_matches(['.', ',', ';', ':', ')', '،', '؛', '!', '?', '؟', ']']).len();
        return Some(Token { range: at..at + end, kind: Kind::Address });
    }
    if let Some(after) = rest[run.len()..].strip_prefix('@') {
        let host = self::run(after);
        if host.contains('.') {
            let end = run.len() + 1 + host.len();
            return Some(Token { range: at..at + end, kind: Kind::Symbol(rest[..end].to_ascii_lowercase()) });
        }
    }
    let has = |is: fn(char) -> bool| run.chars().any(is);
    let is_symbol = run.contains('/') && has(|it| it.is_ascii_alphabetic()) && has(|it| normal::digit(it).is_some());
    if !is_symbol || run.split(['/', '-', '.']).any(|it| search::month(&fold(it)).is_some()) {
        return None;
    }
    let value = normal::ascii_digits(run).to_ascii_uppercase();
    Some(Token { range: at..at + run.len(), kind: Kind::Symbol(value) })
}

/// Returns the Latin letters and digits at the start of a text, with the signs that join them.
fn run(text: &str) -> &str {
    let is_inside = |it: char| it.is_ascii_alphanumeric() || normal::digit(it).is_some();
    let mut chars = text.char_indices().peekable();
    while let Some((at, it)) = chars.next() {
        let is_joint = || matches!(it, '/' | '.' | '-' | '_' | '+' | '%');
        let has_more = chars.peek().is_some_and(|(_, it)| is_inside(*it));
        if !(is_inside(it) || is_joint() && has_more) {
            return &text[..at];
        }
    }
    text
}

/// Signs between groups of three digits.
const GROUPING: &[char] = &[',', '٬', '\'', '’', '\u{A0}', '\u{202F}', '\u{2009}'];

/// Reads a number with its separators, or numbers side by side: `7.9.2014`, `2013,2014`.
fn number(text: &str, at: usize, out: &mut Vec<Token>) {
    let mut groups = vec![digits(text, at)];
    let mut signs = Vec::new();
    loop {
        let end = groups[groups.len() - 1].end;
        let Some(sign) = text[end..].chars().next() else { break };
        let next = digits(text, end + sign.len_utf8());
        let is_space = matches!(sign, '\u{A0}' | '\u{202F}' | '\u{2009}');
        let is_sign = matches!(sign, '.' | '٫') || GROUPING.contains(&sign);
        let is_three = text[next.clone()].chars().count() == 3;
        if next.is_empty() || !is_sign || is_space && !is_three {
            break;
        }
        groups.push(next);
        signs.push(sign);
    }
    let ascii: Vec<String> = groups.iter().map(|it| normal::ascii_digits(&text[it.clone()]).into_owned()).collect();
    match value(&ascii, &signs) {
        Some(value) => {
            let digits = if ascii.len() == 1 { ascii[0].clone() } else { String::new() };
            let end = ordinal(text, groups[groups.len() - 1].end);
            out.push(Token { range: at..end, kind: Kind::Number { value, digits } });
        }
        None => out.extend(groups.into_iter().zip(ascii).map(|(range, digits)| Token {
            range: range.start..ordinal(text, range.end),
            kind: Kind::Number { value: whole(&digits), digits },
        })),
    }
}

fn digits(text: &str, at: usize) -> Range<usize> {
    let rest = text.get(at..).unwrap_or_default();
    at..rest.find(|it| normal::digit(it).is_none()).map_or(at + rest.len(), |it| at + it)
}

/// Steps over the ending of an English ordinal: `142nd`.
fn ordinal(text: &str, end: usize) -> usize {
    let is_ending = |it: &&&str| text[end..].starts_with(**it);
    let Some(ending) = ["st", "nd", "rd", "th"].iter().find(is_ending) else { return end };
    let after = end + ending.len();
    if text[after..].chars().next().is_some_and(char::is_alphanumeric) { end } else { after }
}

/// Returns the number that groups of digits make, or nothing where they are several numbers.
fn value(groups: &[String], signs: &[char]) -> Option<String> {
    let (last, before) = match signs {
        [] => return Some(whole(&groups[0])),
        [before @ .., last] => (*last, before),
    };
    let is_grouped = |groups: &[String], signs: &[char]| {
        groups[0].len() <= 3
            && groups[0] != "0"
            && groups[1..].iter().all(|it| it.len() == 3)
            && signs.iter().all(|it| *it == signs[0])
    };
    let is_one_point = signs.len() == 1 && matches!(last, '.' | '٫');
    if !is_one_point && is_grouped(groups, signs) && (GROUPING.contains(&last) || last == '.') {
        return Some(whole(&groups.concat()));
    }
    let (fraction, rest) = groups.split_last()?;
    let is_decimal = matches!(last, '.' | '٫') || last == ',' && fraction.len() <= 2 && rest[0].len() <= 3;
    let is_whole = before.is_empty() || !before.contains(&last) && is_grouped(rest, before);
    (is_decimal && is_whole).then(|| {
        let fraction = fraction.trim_end_matches('0');
        let whole = whole(&rest.concat());
        if fraction.is_empty() { whole } else { format!("{whole}.{fraction}") }
    })
}

fn whole(digits: &str) -> String {
    let trimmed = digits.trim_start_matches('0');
    if trimmed.is_empty() { "0".to_owned() } else { trimmed.to_owned() }
}
