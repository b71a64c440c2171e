//! Left-to-right runs in a right-to-left text.

use super::{
    Run,
    class::{self, Class},
    token::{Kind, Token, tokens},
};
use crate::text::script::{self, Script};

/// Finds atomic runs and phrases.
pub fn runs(text: &str) -> Vec<Run> {
    let tokens = joined_figures(text, tokens(text));
    let mut out = Vec::new();
    let mut rest = tokens.as_slice();
    while let Some(first) = rest.first() {
        let more = rest[1..].iter().take_while(|it| !it.is_apart).count();
        let (run, after) = rest.split_at(1 + more);
        debug_assert_eq!(first.range, run[0].range, "a run begins with its first token");
        resolve(text, run, after.first(), &mut out);
        rest = after;
    }
    out
}

/// Decides what becomes of tokens with nothing of the text's own direction between them; `next` is the token after them.
fn resolve(text: &str, tokens: &[Token], next: Option<&Token>, out: &mut Vec<Run>) {
    let has_letters = |it: &Token| matches!(it.kind, Kind::Word | Kind::Symbol);
    let is_prose = tokens.iter().any(|it| it.kind == Kind::Word);
    let lettered = (tokens.iter().position(has_letters), tokens.iter().rposition(has_letters));
    let (Some(first), Some(last), true) = (lettered.0, lettered.1, is_prose) else {
        // Symbols side by side are a list in the text's own direction: the first stands on the right.
        out.extend(tokens.iter().filter(|it| it.kind != Kind::Number).map(|it| single(text, it)));
        return;
    };
    let last = last + trailing(text, &tokens[last..]);
    out.extend(tokens[..first].iter().filter(|it| it.kind != Kind::Number).map(|it| single(text, it)));
    let words = tokens[first..=last].iter().filter(|it| has_letters(it)).count();
    let (start, end) = (tokens[first].range.start, tokens[last].range.end);
    if words > 1 {
        let script = script_of(&text[start..end]);
        out.push(Run::Phrase(start..class::with_closing(text, start, end), script));
    } else if first == last {
        let run = single(text, &tokens[first]);
        // A lone word needs nothing, unless brackets belong to it or it would draw a number to its right (UAX #9, W7).
        if *run.range() != tokens[first].range || draws(text, &tokens[first], tokens.get(last + 1).or(next)) {
            out.push(run);
        }
    } else {
        out.push(Run::Atomic(start..class::with_closing(text, start, end)));
    }
    out.extend(tokens[last + 1..].iter().filter(|it| it.kind != Kind::Number).map(|it| single(text, it)));
}

/// Tells whether a number follows a word with no right-to-left letter between.
fn draws(text: &str, word: &Token, next: Option<&Token>) -> bool {
    let number = next.filter(|it| it.kind == Kind::Number);
    number.is_some_and(|it| !text[word.range.end..it.range.start].chars().any(|it| class::of(it) == Class::Right))
}

/// Counts the figures that follow the last word after one space each: `ARCP 2014`, `WCAG 2.2`.
fn trailing(text: &str, tokens: &[Token]) -> usize {
    if tokens[0].kind != Kind::Word {
        return 0;
    }
    tokens.windows(2).take_while(|pair| is_one_space(&text[pair[0].range.end..pair[1].range.start])).count()
}

/// Returns the run of one token, with the brackets that stand directly around it.
fn single(text: &str, token: &Token) -> Run {
    let (start, end) = (token.range.start, token.range.end);
    let before = text[..start].chars().next_back();
    let after = text[end..].chars().next();
    match (before, after) {
        (Some(open), Some(close)) if class::closing(open) == Some(close) && open.is_ascii() => {
            Run::Atomic(start - 1..end + 1)
        }
        _ => Run::Atomic(start..end),
    }
}

/// Joins groups of digits that are one number: phone numbers, thousands set apart by spaces.
fn joined_figures(text: &str, tokens: Vec<Token>) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut rest = tokens.as_slice();
    while let Some(first) = rest.first() {
        let count = groups(text, rest);
        if count > 1 {
            let end = rest[count - 1].range.end;
            let start = with_opening(text, first.range.start, end);
            out.push(Token { range: start..end, kind: Kind::Figure, is_apart: first.is_apart });
        } else {
            out.push(first.clone());
        }
        rest = &rest[count.max(1)..];
    }
    out
}

/// More groups than any phone number has; the limit keeps long rows of numbers linear.
const MOST_GROUPS: usize = 8;

/// Counts the tokens at the beginning of `tokens` that are one number.
fn groups(text: &str, tokens: &[Token]) -> usize {
    let is_group = |it: &Token| {
        matches!(it.kind, Kind::Number | Kind::Figure) && text[it.range.clone()].chars().all(is_phone_character)
    };
    if !is_group(&tokens[0]) {
        return 1;
    }
    let first = &text[tokens[0].range.clone()];
    let is_phone = first.starts_with(['+', '0']);
    let is_gap = |gap: &str| {
        is_one_space(gap) || is_phone && gap.len() <= 2 && gap.chars().all(|it| matches!(it, ' ' | '(' | ')' | '-'))
    };
    let joins = |pair: &[Token]| is_group(&pair[1]) && is_gap(&text[pair[0].range.end..pair[1].range.start]);
    let count = 1 + tokens.windows(2).take(MOST_GROUPS - 1).take_while(|pair| joins(pair)).count();
    let lengths: Vec<usize> = tokens[..count].iter().map(|it| text[it.range.clone()].chars().count()).collect();
    let is_thousands = lengths[0] <= 3 && lengths[1..].iter().all(|it| *it == 3);
    let is_years = lengths.iter().all(|it| *it == 4);
    let is_one = is_phone && lengths.iter().sum::<usize>() > 5 || is_thousands || count > 2 && !is_years;
    if is_one { count } else { 1 }
}

/// Takes along the bracket before a number that closes it inside: `(+202) 2575 0511`.
fn with_opening(text: &str, start: usize, end: usize) -> usize {
    let opens = text[..start].ends_with('(') && class::open_brackets(&text[start..end]).1;
    if opens { start - 1 } else { start }
}

fn is_phone_character(it: char) -> bool {
    class::of(it) == Class::Digit || matches!(it, '+' | '-')
}

fn is_one_space(gap: &str) -> bool {
    matches!(gap, " " | "\u{A0}" | "\u{202F}" | "\n")
}

fn script_of(text: &str) -> Script {
    text.chars().find(|it| class::of(*it) == Class::Left).map_or(Script::Latin, script::of_char)
}
