//! Dates in texts and queries, in any usual form, as one term.

use std::sync::LazyLock;

use super::{ALL, terms::Word};

/// Adds `@year-month-day` and `@year-month` for every date among the words, and `@month` for the name of a month.
pub(super) fn dates(words: &[Word<'_>], out: &mut Vec<String>) {
    for at in 0..words.len() {
        if let Some((number, start)) =
            month(words, at + 1).filter(|(_, start)| *start < at || !is_ambiguous(&words[at]))
        {
            debug_assert!(start <= at, "a name ends at its last word");
            let term = format!("@{number:02}");
            if !out.contains(&term) {
                out.push(term);
            }
        }
        if let Some(year) = year(&words[at])
            && let Some((month, days)) = figures(words, at).or_else(|| named(words, at))
        {
            let mut terms: Vec<String> = days.iter().map(|day| format!("@{year:04}-{month:02}-{day:02}")).collect();
            terms.push(format!("@{year:04}-{month:02}"));
            for term in terms {
                if !out.contains(&term) {
                    out.push(term);
                }
            }
        }
    }
}

/// Tells whether the name of a month is a usual word too, so that it means the month in dates only.
fn is_ambiguous(word: &Word<'_>) -> bool {
    super::is_ambiguous_month(word.text)
}

type MonthAndDays = (u32, Vec<u32>);

fn year(word: &Word<'_>) -> Option<u32> {
    (word.text.len() == 4).then(|| number(word)).flatten().filter(|it| (1000..3000).contains(it))
}

fn number(word: &Word<'_>) -> Option<u32> {
    let is_number = word.text.len() <= 4 && word.text.bytes().all(|it| it.is_ascii_digit());
    is_number.then(|| word.text.parse().ok()).flatten()
}

/// Reads `2014/9/7` and `7/9/2014` around the year at `at`.
fn figures(words: &[Word<'_>], at: usize) -> Option<MonthAndDays> {
    let joined = |it: usize| words.get(it).is_some_and(|it| matches!(it.joint, Some('/' | '-' | '.')));
    let pair = |month: usize, day: usize| {
        let (month, day) = (number(words.get(month)?)?, number(words.get(day)?)?);
        ((1..=12).contains(&month) && (1..=31).contains(&day)).then(|| (month, vec![day]))
    };
    if joined(at + 1) && joined(at + 2) {
        return pair(at + 1, at + 2);
    }
    (at >= 2 && joined(at) && joined(at - 1)).then(|| pair(at - 1, at - 2)).flatten()
}

/// Reads `7 أيلول/سبتمبر 2014`, `4-5 June 2013` and `June 4, 2013` before the year at `at`.
fn named(words: &[Word<'_>], at: usize) -> Option<MonthAndDays> {
    let mut end = back(words, at);
    // `June 4, 2013`: the day stands between month and year.
    let mut days = Vec::new();
    if let Some(day) = end.checked_sub(1).and_then(|it| day(&words[it]))
        && let Some((month, _)) = month(words, end - 1)
    {
        return Some((month, vec![day]));
    }
    let (number, start) = month(words, end)?;
    end = start;
    // The same month by its other name.
    while let Some((other, start)) = month(words, end).filter(|(other, _)| *other == number) {
        debug_assert_eq!(other, number, "the filter keeps equal months only");
        end = start;
    }
    end = back(words, end);
    while days.len() < 2
        && let Some(day) = end.checked_sub(1).and_then(|it| day(&words[it]))
    {
        days.push(day);
        end -= 1;
        if !words[end].joint.is_some_and(|it| matches!(it, '-' | '–' | '/')) {
            break;
        }
    }
    days.reverse();
    Some((number, days))
}

/// Steps back over the words that may stand between day, month and year.
fn back(words: &[Word<'_>], mut end: usize) -> usize {
    while end > 0 && super::joins_date(words[end - 1].text) {
        end -= 1;
    }
    end
}

fn day(word: &Word<'_>) -> Option<u32> {
    number(word).filter(|it| word.text.len() <= 2 && (1..=31).contains(it))
}

/// The last words of names of two words.
static SECOND: LazyLock<Vec<&str>> =
    LazyLock::new(|| ALL.months.keys().filter_map(|it| it.split_once(' ').map(|(_, last)| last)).collect());

/// Tells whether a word is the name of a month or ends one.
pub(super) fn ends_month(word: &str) -> bool {
    ALL.months.contains_key(word) || SECOND.contains(&word)
}

/// Reads the name of a month that ends before `end`; returns its number and where it starts.
fn month(words: &[Word<'_>], end: usize) -> Option<(u32, usize)> {
    let last = words.get(end.checked_sub(1)?).filter(|it| it.traits.is_month)?;
    if end >= 2 && SECOND.contains(&last.text) {
        let both = format!("{} {}", words[end - 2].text, last.text);
        if let Some(month) = ALL.months.get(&both) {
            return Some((u32::from(*month), end - 2));
        }
    }
    ALL.months.get(last.text).map(|it| (u32::from(*it), end - 1))
}
