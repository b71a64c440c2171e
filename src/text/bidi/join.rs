//! Tokens that are one thing: groups of a number, a quantity and its unit, a standard and its number, a formula.

use super::{
    class::{self, Class},
    token::{Kind, Token},
};

/// Joins what belongs together.
pub fn joined(text: &str, tokens: Vec<Token>) -> Vec<Token> {
    let figures = fold(tokens, |rest| match groups(text, rest) {
        0 | 1 => None,
        count => {
            let end = rest[count - 1].range.end;
            let start = with_opening(text, rest[0].range.start, end);
            Some((count, Token { range: start..end, kind: Kind::Figure, is_apart: rest[0].is_apart }))
        }
    });
    let phones = fold(figures, |rest| extension(text, rest));
    let formulas = fold(phones, |rest| formula(text, rest));
    let cited = fold(formulas, |rest| citation(text, rest));
    let pairs = fold(cited, |rest| pair(text, rest));
    let clauses = fold(pairs, |rest| clause(text, rest));
    fold(clauses, |rest| reference(text, rest))
}

/// Replaces the first tokens by one wherever `join` says so.
fn fold(tokens: Vec<Token>, join: impl Fn(&[Token]) -> Option<(usize, Token)>) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut rest = tokens.as_slice();
    while let Some(first) = rest.first() {
        let (count, token) = join(rest).unwrap_or_else(|| (1, first.clone()));
        out.push(token);
        rest = &rest[count..];
    }
    out
}

// Numbers in groups

/// More groups than any phone number has; the limit keeps long rows of numbers linear.
const MOST_GROUPS: usize = 8;

/// Counts the tokens at the beginning of `tokens` that are one number: a phone number, thousands set apart by spaces.
fn groups(text: &str, tokens: &[Token]) -> usize {
    let is_group = |it: &Token| {
        matches!(it.kind, Kind::Number | Kind::Figure) && text[it.range.clone()].chars().all(is_phone_character)
    };
    let first = &text[tokens[0].range.clone()];
    let starts = |it: &Token| text[it.range.clone()].starts_with(['0', '٠']);
    // `2014 00 20 2 …`: a year, then a phone number.
    if !is_group(&tokens[0]) || is_year(first) && tokens.get(1).is_some_and(starts) {
        return 1;
    }
    let is_phone = first.starts_with(['+', '0', '٠']);
    let is_gap = |gap: &str| {
        is_one_space(gap) || is_phone && gap.len() <= 2 && gap.chars().all(|it| matches!(it, ' ' | '(' | ')' | '-'))
    };
    let joins = |pair: &[Token]| {
        let next = &text[pair[1].range.clone()];
        let is_next = is_group(&pair[1]) && !next.starts_with('+') || is_phone && is_choice(next);
        is_next && is_gap(&text[pair[0].range.end..pair[1].range.start])
    };
    let count = 1 + tokens.windows(2).take(MOST_GROUPS - 1).take_while(|pair| joins(pair)).count();
    let lengths: Vec<usize> = tokens[..count].iter().map(|it| text[it.range.clone()].chars().count()).collect();
    let is_thousands = lengths[0] <= 3 && lengths[1..].iter().all(|it| *it == 3);
    let are_years = tokens[..count].iter().all(|it| is_year(&text[it.range.clone()]));
    let are_fours = lengths.iter().all(|it| *it == 4) && !is_year(first);
    let is_one = is_phone && lengths.iter().sum::<usize>() > 5 || is_thousands || count > 2 && !are_years || are_fours;
    if is_one { count } else { 1 }
}

/// Tells whether a text is the last group of a phone number and the end of another that it stands for: `0511/12`.
fn is_choice(text: &str) -> bool {
    let is_digits = |it: &str| it.chars().all(|it| class::of(it) == Class::Digit);
    text.split_once('/').is_some_and(|(group, end)| {
        let (group_length, end_length) = (group.chars().count(), end.chars().count());
        is_digits(group) && is_digits(end) && group_length > 2 && (1..3).contains(&end_length) && !is_year(group)
    })
}

/// What stands before the number of an extension.
const EXTENSIONS: [&str; 6] = ["ext", "Ext", "EXT", "extension", "x", "int"];

/// Joins a phone number and its extension: `+20 2 2575 0511 ext. 123`, `02-25750511 x12`.
fn extension(text: &str, tokens: &[Token]) -> Option<(usize, Token)> {
    let [phone, word, rest @ ..] = tokens else { return None };
    let digits = text[phone.range.clone()].chars().filter(|it| class::of(*it) == Class::Digit).count();
    let is_number = |it: &str| !it.is_empty() && it.chars().all(|it| class::of(it) == Class::Digit);
    let gap = |one: &Token, two: &Token| &text[one.range.end..two.range.start];
    let named = &text[word.range.clone()];
    if !is_figure(phone) || digits < 7 || word.is_apart || !matches!(gap(phone, word), " " | "\u{A0}" | ", ") {
        return None;
    }
    let is_joined = |name: &&str| named.strip_prefix(*name).is_some_and(|it| is_number(it.trim_start_matches('.')));
    let is_parted = |next: &&Token| {
        EXTENSIONS.contains(&named)
            && !next.is_apart
            && is_number(&text[next.range.clone()])
            && matches!(gap(word, next), " " | ". " | "\u{A0}")
    };
    let (count, last) = if EXTENSIONS.iter().any(is_joined) { (2, word) } else { (3, rest.first().filter(is_parted)?) };
    let range = phone.range.start..last.range.end;
    Some((count, Token { range, kind: Kind::Figure, is_apart: phone.is_apart }))
}

/// Takes along the bracket before a number that closes it inside: `(+202) 2575 0511`.
fn with_opening(text: &str, start: usize, end: usize) -> usize {
    let opens = text[..start].ends_with('(') && class::open_brackets(&text[start..end]).1;
    if opens { start - 1 } else { start }
}

fn is_phone_character(it: char) -> bool {
    class::of(it) == Class::Digit || matches!(it, '+' | '-' | '(' | ')')
}

/// Tells whether a text is a year of recorded history in four digits.
fn is_year(text: &str) -> bool {
    let digits = super::super::normal::ascii_digits(text);
    digits.len() == 4 && digits.parse().is_ok_and(|it: u16| (1000..2200).contains(&it))
}

/// Tells whether a gap is nothing but one blank.
pub fn is_one_space(gap: &str) -> bool {
    matches!(gap, " " | "\u{A0}" | "\u{202F}" | "\n")
}

// Formulas

/// Signs that make a formula of what stands around them.
const OPERATORS: [char; 10] = ['=', '<', '>', '≤', '≥', '≠', '≈', '×', '÷', '+'];
/// Signs that belong to a formula but also part other things.
const WEAK: [char; 5] = ['-', '−', '/', '*', '±'];

/// Joins terms with signs between blanks: `x < 5`, `5 + 3 = 8`. In Arabic-Indic digits a formula runs from right to left.
fn formula(text: &str, tokens: &[Token]) -> Option<(usize, Token)> {
    let is_term = |it: &Token| !text[it.range.clone()].chars().any(|it| matches!(it, '\u{660}'..='\u{669}'));
    let sign = |pair: &[Token]| {
        let gap = &text[pair[0].range.end..pair[1].range.start];
        let inner = gap.strip_prefix(' ')?.strip_suffix(' ')?;
        let mut chars = inner.chars();
        let sign = chars.next().filter(|_| chars.next().is_none())?;
        (is_term(&pair[0]) && is_term(&pair[1]) && !pair[1].is_apart).then_some(sign)
    };
    let signs: Vec<char> = tokens
        .windows(2)
        .map_while(sign)
        .take_while(|it| OPERATORS.contains(it) || WEAK.contains(it))
        .take(MOST_GROUPS)
        .collect();
    let terms = &tokens[..=signs.len()];
    let is_name = |it: &&Token| it.kind == Kind::Word && it.range.len() > 2;
    // Two names with a sign between are words of a language: `IOM + UNHCR`.
    if !signs.iter().any(|it| OPERATORS.contains(it)) || terms.iter().filter(is_name).count() > 1 {
        return None;
    }
    let range = tokens[0].range.start..terms[terms.len() - 1].range.end;
    Some((terms.len(), Token { range, kind: Kind::Symbol, is_apart: tokens[0].is_apart }))
}

// Pairs

/// Currencies, measures and parts of the clock that follow their number.
const UNITS: &[&str] = &[
    "USD", "EUR", "GBP", "EGP", "SAR", "AED", "KWD", "QAR", "BHD", "OMR", "JOD", "LBP", "IQD", "SYP", "YER", "MAD",
    "DZD", "TND", "LYD", "SDG", "MRU", "SOS", "DJF", "KMF", "CHF", "JPY", "CNY", "TRY", "CAD", "km", "m", "cm", "mm",
    "kg", "g", "mg", "t", "l", "ml", "ha", "km²", "m²", "m³", "km/h", "kB", "KB", "MB", "GB", "TB", "Mbps", "Gbps",
    "W", "kW", "MW", "GW", "kWh", "Hz", "kHz", "MHz", "GHz", "V", "°C", "°F", "K", "px", "pt", "dpi", "ms", "s", "min",
    "h", "AM", "PM", "am", "pm", "a.m", "p.m", "UTC", "GMT", "CET", "EET", "AST", "AD", "CE", "BC", "BCE", "AH",
];

/// Words for large numbers, which follow an amount of money.
const MAGNITUDES: [&str; 6] = ["thousand", "million", "billion", "trillion", "bn", "mn"];

/// Short forms whose full stop does not end a sentence before a number.
const SHORT_FORMS: &[&str] = &[
    "No", "Nos", "Vol", "Art", "Arts", "Fig", "Res", "Doc", "Ch", "Sec", "Para", "para", "p", "pp", "Add", "Rev",
    "art", "no", "vol",
];

/// Tells whether a symbol is a name that a number may follow: `ISO/IEC`, `C++`, `US$`, `COP28`; not an address.
fn is_name(symbol: &str) -> bool {
    let is_lettered = |it: char| it.is_ascii_uppercase() || it.is_ascii_digit() || it == '-';
    if symbol.starts_with(|it: char| it.is_ascii_uppercase()) && symbol.chars().all(is_lettered) {
        return true;
    }
    symbol.chars().all(|it| it.is_ascii_uppercase() || matches!(it, '/' | '+' | '#' | '$' | '-' | '.'))
        && !symbol.trim_start_matches('.').contains('.')
}

fn pair(text: &str, tokens: &[Token]) -> Option<(usize, Token)> {
    let [first, second, ..] = tokens else { return None };
    let gap = &text[first.range.end..second.range.start];
    let (one, two) = (&text[first.range.clone()], &text[second.range.clone()]);
    let behind = &text[second.range.end..];
    let belongs_after_figure = is_figure(first) && is_one_space(gap) && is_unit(text, tokens);
    let is_standard = first.kind == Kind::Symbol && is_name(one) && is_figure(second) && is_one_space(gap);
    let is_amount = first.kind == Kind::Figure && one.contains(['$', '€', '£', '¥']) && MAGNITUDES.contains(&two);
    let is_amount = is_amount && is_one_space(gap);
    let is_reference = first.kind == Kind::Word && SHORT_FORMS.contains(&one) && is_figure(second) && gap == ". ";
    let is_dated =
        first.kind == Kind::Symbol && one.contains('/') && gap == " (" && is_year(two) && behind.starts_with(')');
    if second.is_apart || !(belongs_after_figure || is_standard || is_amount || is_reference || is_dated) {
        return None;
    }
    // `10:30 a.m.` takes its full stop along, `S/RES/1325 (2000)` its bracket.
    let is_longer = is_dated || belongs_after_figure && two.contains('.') && behind.starts_with('.');
    let end = second.range.end + usize::from(is_longer);
    Some((2, Token { range: first.range.start..end, kind: Kind::Symbol, is_apart: first.is_apart }))
}

/// Joins an author and a year in brackets: `(GCM, 2018)`, `(IOM and UNHCR, 2019)`.
fn citation(text: &str, tokens: &[Token]) -> Option<(usize, Token)> {
    let first = tokens.first().filter(|it| it.kind == Kind::Word && text[..it.range.start].ends_with('('))?;
    let gap = |pair: &[Token]| &text[pair[0].range.end..pair[1].range.start];
    let goes_on = |pair: &&[Token]| pair[1].kind == Kind::Word && !pair[1].is_apart && is_one_space(gap(pair));
    let names = 1 + tokens.windows(2).take(MOST_GROUPS).take_while(goes_on).count();
    let pair = tokens.get(names - 1..=names)?;
    let year = &pair[1];
    let is_cited = !year.is_apart
        && matches!(gap(pair), ", " | "., ")
        && is_year(&text[year.range.clone()])
        && text[year.range.end..].starts_with(')');
    let range = first.range.start..year.range.end;
    is_cited.then_some((names + 1, Token { range, kind: Kind::Symbol, is_apart: first.is_apart }))
}

/// Joins a reference and the number of its part in brackets: `Art. 13 (2)`.
fn clause(text: &str, tokens: &[Token]) -> Option<(usize, Token)> {
    let [first, second, ..] = tokens else { return None };
    let number = &text[second.range.clone()];
    let is_clause = is_part(text, first)
        && !second.is_apart
        && text[first.range.end..second.range.start] == *" ("
        && number.len() < 4
        && number.chars().all(|it| it.is_ascii_alphanumeric())
        && text[second.range.end..].starts_with(')');
    let range = first.range.start..second.range.end + 1;
    is_clause.then_some((2, Token { range, kind: Kind::Symbol, is_apart: first.is_apart }))
}

/// Tells whether a token is a short form with its number: `Vol. 3`.
fn is_part(text: &str, it: &Token) -> bool {
    let name = text[it.range.clone()].split_once(". ").map(|it| it.0);
    it.kind == Kind::Symbol && name.is_some_and(|it| SHORT_FORMS.contains(&it))
}

/// Joins the parts of one reference: `Vol. 3, No. 2`.
fn reference(text: &str, tokens: &[Token]) -> Option<(usize, Token)> {
    let goes_on = |pair: &&[Token]| {
        let gap = &text[pair[0].range.end..pair[1].range.start];
        is_part(text, &pair[1]) && !pair[1].is_apart && matches!(gap, " " | ", " | "; ")
    };
    let more = tokens.windows(2).take(MOST_GROUPS - 1).take_while(goes_on).count();
    if more == 0 || !is_part(text, &tokens[0]) {
        return None;
    }
    let range = tokens[0].range.start..tokens[more].range.end;
    Some((more + 1, Token { range, kind: Kind::Symbol, is_apart: tokens[0].is_apart }))
}

/// Tells whether the second token measures the first.
fn is_unit(text: &str, tokens: &[Token]) -> bool {
    let (one, two) = (&text[tokens[0].range.clone()], &text[tokens[1].range.clone()]);
    let is_zone = one.contains(':') && (two.starts_with("GMT") || two.starts_with("UTC"));
    let goes_on =
        |it: &Token| is_figure(it) && !it.is_apart && is_one_space(&text[tokens[1].range.end..it.range.start]);
    // `2014 USD 100`: the unit belongs to the number after it.
    let belongs_to_next = is_year(one) && tokens.get(2).is_some_and(goes_on);
    UNITS.contains(&two) && !belongs_to_next || is_zone
}

fn is_figure(it: &Token) -> bool {
    matches!(it.kind, Kind::Number | Kind::Figure)
}
