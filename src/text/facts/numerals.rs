//! Numbers in words, Arabic and English, cardinal and ordinal; and the words that multiply a number in digits: `5 million`.

use std::{collections::HashMap, sync::LazyLock};

use super::{
    Facts, Found, sign,
    tokens::{Kind, Token, gap},
};
use crate::text::search::fold;

/// Values with the words that say them.
const WORDS: &[(u64, &str)] = &[
    (1, "one first واحد واحدة أحد إحدى أول أولى أولا حادي حادية"),
    (2, "two second both twice اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي ثان ثاني ثانية ثانيا كلا كلتا"),
    (3, "three third ثلاث ثلاثة ثالث ثالثة ثالثا"),
    (4, "four fourth أربع أربعة رابع رابعة رابعا"),
    (5, "five fifth خمس خمسة خامس خامسة خامسا"),
    (6, "six sixth ست ستة سادس سادسة سادسا"),
    (7, "seven seventh سبع سبعة سابع سابعة سابعا"),
    (8, "eight eighth ثمان ثماني ثمانية ثامن ثامنة ثامنا"),
    (9, "nine ninth تسع تسعة تاسع تاسعة تاسعا"),
    (10, "ten tenth عشر عشرة عاشر عاشرة عاشرا"),
    (11, "eleven eleventh"),
    (12, "twelve twelfth"),
    (13, "thirteen thirteenth"),
    (14, "fourteen fourteenth"),
    (15, "fifteen fifteenth"),
    (16, "sixteen sixteenth"),
    (17, "seventeen seventeenth"),
    (18, "eighteen eighteenth"),
    (19, "nineteen nineteenth"),
    (20, "twenty twentieth عشرون عشرين"),
    (30, "thirty thirtieth ثلاثون ثلاثين"),
    (40, "forty fortieth أربعون أربعين"),
    (50, "fifty fiftieth خمسون خمسين"),
    (60, "sixty sixtieth ستون ستين"),
    (70, "seventy seventieth سبعون سبعين"),
    (80, "eighty eightieth ثمانون ثمانين"),
    (90, "ninety ninetieth تسعون تسعين"),
    (100, "hundred hundredth مائة مئة"),
    (200, "مائتان مائتين مئتان مئتين مائتا مئتا"),
    (300, "ثلاثمائة ثلاثمئة"),
    (400, "أربعمائة أربعمئة"),
    (500, "خمسمائة خمسمئة"),
    (600, "ستمائة ستمئة"),
    (700, "سبعمائة سبعمئة"),
    (800, "ثمانمائة ثمانمئة"),
    (900, "تسعمائة تسعمئة"),
    (1000, "thousand thousandth ألف آلاف ألفا"),
    (2000, "ألفان ألفين"),
    (1_000_000, "million مليون ملايين مليونا"),
    (2_000_000, "مليونان مليونين"),
    (1_000_000_000, "billion مليار مليارات مليارا بليون"),
    (1_000_000_000_000, "trillion تريليون تريليونات"),
];

static VALUES: LazyLock<HashMap<String, u64>> = LazyLock::new(|| {
    WORDS.iter().flat_map(|(value, words)| words.split(' ').map(move |it| (fold(it), *value))).collect()
});

/// Prefixes that are written to an Arabic number, the longest first.
const PREFIXES: &[&str] = &["وال", "بال", "فال", "كال", "ولل", "لل", "ال", "و", "ب", "ل", "ف", "ك"];

/// A number word: its value and whether "and" is written to it.
fn value(word: &str) -> Option<(u64, bool)> {
    if let Some(value) = VALUES.get(word) {
        return Some((*value, false));
    }
    let bare = PREFIXES.iter().filter_map(|it| Some((*it, word.strip_prefix(it)?)));
    bare.filter_map(|(prefix, rest)| Some((*VALUES.get(rest)?, prefix.starts_with('و')))).next()
}

/// Takes the numbers in words out of the tokens, and multiplies numbers in digits by the word after them.
pub(super) fn read(text: &str, tokens: &[Token], is_taken: &mut [bool], out: &mut Facts) {
    let mut at = 0;
    while at < tokens.len() {
        let next = if is_taken[at] {
            at + 1
        } else {
            match &tokens[at].kind {
                Kind::Number { value, .. } => scaled(text, tokens, at, value, is_taken, out),
                Kind::Word(_) => worded(text, tokens, at, is_taken, out),
                _ => at + 1,
            }
        };
        at = next;
    }
}

fn scaled(text: &str, tokens: &[Token], at: usize, number: &str, is_taken: &mut [bool], out: &mut Facts) -> usize {
    let is_beside =
        at + 1 < tokens.len() && !gap(text, tokens, at + 1).is_empty() && gap(text, tokens, at + 1).trim().is_empty();
    let scale = tokens.get(at + 1).filter(|_| is_beside).and_then(Token::word).and_then(|it| VALUES.get(it));
    let Some(scale) = scale.filter(|it| matches!(**it, 1000 | 1_000_000 | 1_000_000_000 | 1_000_000_000_000)) else {
        return at + 1;
    };
    is_taken[at..=at + 1].fill(true);
    let range = tokens[at].range.start..tokens[at + 1].range.end;
    let value = sign::signed(text, &range, shifted(number, scale.ilog10()));
    out.numbers.push(Found { value, at: range });
    at + 2
}

/// Multiplies a decimal number by a power of ten.
fn shifted(number: &str, by: u32) -> String {
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let by = by as usize;
    let moved: String = fraction.chars().chain(std::iter::repeat('0')).take(by).collect();
    let rest = fraction.get(by..).unwrap_or_default();
    let joined = format!("{whole}{moved}");
    let whole = joined.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    if rest.is_empty() { whole.to_owned() } else { format!("{whole}.{rest}") }
}

fn worded(text: &str, tokens: &[Token], at: usize, is_taken: &mut [bool], out: &mut Facts) -> usize {
    let Some((first, _)) = tokens[at].word().and_then(value) else { return at + 1 };
    if first == 100 && is_per_cent(tokens, at) {
        is_taken[at] = true;
        return at + 1;
    }
    let (mut total, mut current, mut last, mut end) = (0, first, first, at + 1);
    while end < tokens.len() && !is_taken[end] && matches!(gap(text, tokens, end), " " | "-" | "\u{A0}" | "\n") {
        let is_and = tokens[end].word() == Some("and") && last >= 100;
        let at = end + usize::from(is_and);
        let Some((next, is_joined)) = tokens.get(at).and_then(Token::word).and_then(value) else { break };
        let adds = match (last, next) {
            (1..10, 10) => tokens[at].word().is_some_and(|it| matches!(it, "عشر" | "عشره")),
            (1..10, 20..100) => is_joined,
            (20..100, 1..10) => !is_joined,
            (100.., _) if next < last => is_joined || is_and || tokens[at].word().is_some_and(str::is_ascii),
            _ => false,
        };
        if adds {
            current += next;
        } else if next >= 100 && current < next && !is_joined {
            current *= next;
        } else {
            break;
        }
        if next >= 1000 {
            total += current;
            current = 0;
        }
        (last, end) = (next, at + 1);
    }
    // `الدورة الثانية والأربعون بعد المائة`
    let is_after = |it: usize| tokens.get(it).and_then(Token::word) == Some("بعد");
    let hundred = tokens.get(end + 1).and_then(Token::word).and_then(value).filter(|it| (100..1000).contains(&it.0));
    if let Some((hundred, _)) = hundred.filter(|_| total == 0 && current < 100 && is_after(end) && !is_taken[end + 1]) {
        current += hundred;
        end += 2;
    }
    is_taken[at..end].fill(true);
    if end == at + 1 && tokens[at].word().is_some_and(is_ordinal) {
        out.ordinals.push(tokens[at].range.start);
    }
    out.words.push(Found { value: total + current, at: tokens[at].range.start..tokens[end - 1].range.end });
    end
}

/// Tells whether a word says which of several; `أول` and `ثانيًا` begin other things as well.
fn is_ordinal(word: &str) -> bool {
    const ORDINALS: [&str; 20] = [
        "first",
        "second",
        "third",
        "اولي",
        "ثاني",
        "ثانيه",
        "ثالث",
        "ثالثه",
        "رابع",
        "رابعه",
        "خامس",
        "خامسه",
        "سادس",
        "سادسه",
        "سابع",
        "سابعه",
        "ثامن",
        "ثامنه",
        "تاسع",
        "تاسعه",
    ];
    let is_one =
        |it: &str| ORDINALS.contains(&it) || matches!(it, "عاشر" | "عاشره") || it.is_ascii() && it.ends_with("th");
    is_one(word) || PREFIXES.iter().any(|it| word.strip_prefix(it).is_some_and(is_one))
}

/// Tells that a hundred is that of a percentage: `في المائة`, `بالمئة`.
fn is_per_cent(tokens: &[Token], at: usize) -> bool {
    let is_in = at.checked_sub(1).and_then(|it| tokens[it].word()) == Some("في");
    is_in || tokens[at].word().is_some_and(|it| it.starts_with("بال"))
}
