//! Left-to-right runs in a right-to-left text.

use std::ops::Range;

use super::{
    Run,
    class::{self, Class},
    join::{is_one_space, joined},
    token::{Kind, Token, tokens},
};
use crate::text::script::{self, Script};

/// Finds atomic runs and phrases.
pub fn runs(text: &str) -> Vec<Run> {
    let tokens = joined(text, tokens(text));
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
    let last = last + trailing(text, tokens[first].range.start, &tokens[last..]);
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
        out.push(bracketed(text, start..class::with_closing(text, start, end)));
    }
    out.extend(tokens[last + 1..].iter().filter(|it| it.kind != Kind::Number).map(|it| single(text, it)));
}

/// Tells whether a number or another lone word follows a word with no right-to-left letter between: nothing else would keep
/// the first of them on the right.
fn draws(text: &str, word: &Token, next: Option<&Token>) -> bool {
    let drawn = next.filter(|it| matches!(it.kind, Kind::Number | Kind::Word));
    drawn.is_some_and(|it| !text[word.range.end..it.range.start].chars().any(|it| class::of(it) == Class::Right))
}

/// Counts the figures that follow the last word after one space each: `ARCP 2014`, `WCAG 2.2`, `Global Compact (GCM) 2018`.
fn trailing(text: &str, start: usize, tokens: &[Token]) -> usize {
    if tokens[0].kind != Kind::Word {
        return 0;
    }
    let mut end = class::with_closing(text, start, tokens[0].range.end);
    let follows = |it: &&Token| {
        let gap = text.get(end..it.range.start);
        end = it.range.end;
        gap.is_some_and(is_one_space)
    };
    tokens[1..].iter().take_while(follows).count()
}

/// Returns the run of one token.
fn single(text: &str, token: &Token) -> Run {
    bracketed(text, token.range.clone())
}

/// Returns an atomic run with the brackets that stand directly around it.
fn bracketed(text: &str, range: Range<usize>) -> Run {
    let (start, end) = (range.start, range.end);
    let before = text[..start].chars().next_back();
    let after = text[end..].chars().next();
    match (before, after) {
        (Some(open), Some(close)) if class::closing(open) == Some(close) && open.is_ascii() => {
            Run::Atomic(start - 1..end + 1)
        }
        _ => Run::Atomic(start..end),
    }
}

fn script_of(text: &str) -> Script {
    text.chars().find(|it| class::of(*it) == Class::Left).map_or(Script::Latin, script::of_char)
}
