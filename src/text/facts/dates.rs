//! Dates among the tokens of a text, in any usual form and by the names of the months of every Arab region.

use super::{
    Facts, Found, SaidDate,
    tokens::{Kind, Token, gap},
};
use crate::text::search;

/// Takes the dates out of the tokens.
pub(super) fn read(text: &str, tokens: &[Token], is_taken: &mut [bool], out: &mut Facts) {
    let mut at = 0;
    while at < tokens.len() {
        let reader = Reader { text, tokens, is_taken };
        let found = reader.figures(at).or_else(|| reader.named(at, out));
        let Some((date, from, to)) = found else {
            at += 1;
            continue;
        };
        is_taken[from..to].fill(true);
        out.dates.push(Found { value: date, at: tokens[from].range.start..tokens[to - 1].range.end });
        at = to;
    }
}

/// A date, its first token and the one after its last.
type Read = (SaidDate, usize, usize);

struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    is_taken: &'a [bool],
}

impl Reader<'_> {
    fn gap(&self, at: usize) -> &str {
        gap(self.text, self.tokens, at)
    }

    fn number(&self, at: usize, most: usize) -> Option<u32> {
        self.tokens.get(at)?.digits(most)
    }

    /// Reads `2014-09-07`, `2014/9/7`, `7/9/2014`, `7.9.2014` and `2013-06`.
    fn figures(&self, at: usize) -> Option<Read> {
        let first = self.number(at, 4)?;
        let joint = |at: usize| {
            self.tokens
                .get(at)
                .and_then(|_| Some(self.gap(at)).filter(|it| matches!(*it, "/" | "-" | "." | "\u{2011}")))
        };
        let one = joint(at + 1)?;
        let second = self.number(at + 1, 2)?;
        let third = joint(at + 2).filter(|it| *it == one).and_then(|_| self.number(at + 2, 4));
        let Some(third) = third else {
            let is_month = one == "-" && is_year(first) && self.length(at + 1) == 2 && self.gap_after(at + 1);
            return is_month.then(|| date(Some(first), second, None)).flatten().map(|it| (it, at, at + 2));
        };
        let found = if is_year(first) && self.length(at) == 4 {
            date(Some(first), second, Some(third))
        } else if is_year(third) && self.length(at + 2) == 4 {
            date(Some(third), second, Some(first)).or_else(|| date(Some(third), first, Some(second)))
        } else {
            None
        };
        found.map(|it| (it, at, at + 3))
    }

    fn length(&self, at: usize) -> usize {
        match &self.tokens[at].kind {
            Kind::Number { digits, .. } => digits.len(),
            _ => 0,
        }
    }

    /// Tells that nothing is joined to a token.
    fn gap_after(&self, at: usize) -> bool {
        !self.tokens.get(at + 1).is_some_and(|_| matches!(self.gap(at + 1), "/" | "-" | "–"))
    }

    /// Reads `7 أيلول/سبتمبر 2014`, `4-5 June 2013`, `June 4-5, 2013`, `يونيو 2013` and the name of a month alone.
    fn named(&self, at: usize, out: &mut Facts) -> Option<Read> {
        let (month, is_sure, mut end) = self.month(at)?;
        while let Some((other, _, after)) = self.tokens.get(end).and_then(|_| self.month(end)) {
            if other != month || !matches!(self.gap(end).trim(), "/" | "(") {
                break;
            }
            end = after;
        }
        let (mut start, mut day) = (at, None);
        if let Some((before, value)) = self.day_before(at) {
            (start, day) = (before, Some(value));
        } else if self.is_latin(at)
            && let Some((after, value)) = self.days_after(end)
        {
            // Of several days the earlier ones are numbers, as where they stand before the month.
            let earlier = self.tokens[end..after - 1].iter().filter_map(|it| Some((it.digits(2)?, it.range.clone())));
            out.numbers.extend(earlier.map(|(number, at)| Found { value: number.to_string(), at }));
            (end, day) = (after, Some(value));
        }
        let year = self.year_after(end);
        if let Some((after, _)) = year {
            end = after;
        }
        if !is_sure && day.is_none() && year.is_none() && !self.is_said_as_month(at) {
            out.months.push(month);
            return None;
        }
        Some((SaidDate { year: year.map(|(_, it)| it), month, day }, start, end))
    }

    /// Tells by what stands before it that a word which may mean something else is a month: `in March`, `في مارس`.
    fn is_said_as_month(&self, at: usize) -> bool {
        let is_inside = at > 0 && !self.gap(at).contains(['.', '!', '?', ':', '\n']);
        let is_name = self.is_latin(at) && self.text[self.tokens[at].range.clone()].starts_with(char::is_uppercase);
        let before = at.checked_sub(1).and_then(|it| self.tokens[it].word());
        is_inside
            && (is_name || before.is_some_and(|it| matches!(it, "في" | "شهر" | "خلال" | "منذ" | "اول" | "اخر" | "حتي")))
    }

    /// Reads the name of a month: its number, whether the word means nothing else, and the token after it.
    fn month(&self, at: usize) -> Option<(u8, bool, usize)> {
        let word = self.tokens[at].word()?;
        if let Some(second) = self.tokens.get(at + 1).and_then(Token::word)
            && self.gap(at + 1).trim().is_empty()
            && let Some((month, _)) = named(&format!("{word} {second}"))
        {
            return Some((month, true, at + 2));
        }
        named(word).map(|(month, is_sure)| (month, is_sure, at + 1))
    }

    fn is_latin(&self, at: usize) -> bool {
        self.tokens[at].word().is_some_and(|it| it.is_ascii())
    }

    fn day_before(&self, at: usize) -> Option<(usize, u8)> {
        let mut from = at;
        while from > 0 && self.tokens[from - 1].word().is_some_and(search::joins_date) && is_near(self.gap(from)) {
            from -= 1;
        }
        let before = from.checked_sub(1).filter(|it| !self.is_taken[*it] && is_near(self.gap(*it + 1)))?;
        Some((before, day(self.number(before, 2)?)?))
    }

    /// Reads the days after the name of a month; of several the last counts, as where they stand before it.
    fn days_after(&self, at: usize) -> Option<(usize, u8)> {
        let mut found = None;
        let mut end = at;
        while self.tokens.get(end).is_some() {
            let is_first = found.is_none();
            let joint = self.gap(end).trim();
            let is_short = || joint == "." && self.tokens[end - 1].range.len() < 5;
            let fits =
                if is_first { is_near(self.gap(end)) || is_short() } else { matches!(joint, "-" | "–" | "" | ",") };
            let Some(value) = self.number(end, 2).and_then(day).filter(|_| fits) else { break };
            found = Some((end + 1, value));
            end += 1;
            let is_and = self.tokens.get(end).and_then(Token::word) == Some("and");
            end += usize::from(is_and);
            if !is_and && !self.tokens.get(end).is_some_and(|_| matches!(self.gap(end).trim(), "-" | "–")) {
                break;
            }
        }
        // A month and a number are a date only where a year follows: `in May 7 states met`.
        found.filter(|(end, _)| self.year_after(*end).is_some() || self.is_closed(*end))
    }

    fn is_closed(&self, at: usize) -> bool {
        self.tokens.get(at).is_none_or(|_| !self.gap(at).trim().is_empty())
    }

    fn year_after(&self, at: usize) -> Option<(usize, u32)> {
        let mut end = at;
        while self.tokens.get(end).and_then(Token::word).is_some_and(search::joins_date) && is_near(self.gap(end)) {
            end += 1;
        }
        let year = self.number(end, 4).filter(|it| is_year(*it) && self.length(end) == 4)?;
        let is_short = || self.gap(end).trim() == "." && self.tokens[end - 1].range.len() < 5;
        (matches!(self.gap(end).trim(), "" | "," | "،" | "/" | "-") || is_short()).then_some((end + 1, year))
    }
}

/// Returns the month of a name, which a conjunction or a preposition may be written to, and whether it means nothing else.
fn named(word: &str) -> Option<(u8, bool)> {
    if let Some(month) = search::month(word) {
        return Some((month, !search::is_ambiguous_month(word)));
    }
    let bare = |prefix: &str| word.strip_prefix(prefix).filter(|it| !search::is_ambiguous_month(it));
    let found = ["و", "ب", "ل", "ف", "ول", "وب", "ك"].iter().filter_map(|it| bare(it)).find_map(search::month)?;
    Some((found, true))
}

fn is_near(gap: &str) -> bool {
    !gap.is_empty() && gap.chars().all(|it| it.is_whitespace() || matches!(it, '-' | '–' | '/')) && !gap.contains('\n')
        || gap == "\n"
}

fn is_year(number: u32) -> bool {
    (1000..3000).contains(&number)
}

fn day(number: u32) -> Option<u8> {
    u8::try_from(number).ok().filter(|it| (1..=31).contains(it))
}

fn date(year: Option<u32>, month: u32, said: Option<u32>) -> Option<SaidDate> {
    let month = u8::try_from(month).ok().filter(|it| (1..=12).contains(it))?;
    let day = match said {
        Some(number) => Some(day(number)?),
        None => None,
    };
    Some(SaidDate { year, month, day })
}
