//! What running text should not hold: dates as machines write them, numbers in two families of digits.

use std::ops::Range;

use super::{bidi::is_strong, normal};
use crate::base::Dir;

/// Finds dates of ISO 8601 with hyphens among right-to-left words: `2014-09-07`, in digits of any family. A part of an address,
/// a file name or a symbol is none.
pub fn iso_dates(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut from = 0;
    while let Some(at) = text[from..].find(|it| normal::digit(it).is_some()).map(|it| from + it) {
        let end = text[at..].find(|it| normal::digit(it).is_none() && it != '-').map_or(text.len(), |it| at + it);
        let is_apart =
            !text[..at].ends_with(is_joined) && !text[end..].starts_with(is_joined) && !text[..at].ends_with("[[");
        let is_date = is_iso(text[at..end].trim_end_matches('-')) && !is_hijri(text, at, end);
        if is_apart && is_date && is_among_words(text, at, end) {
            out.push(at..at + text[at..end].trim_end_matches('-').len());
        }
        from = end;
    }
    out
}

/// Tells whether a text is four digits, two and two, with hyphens between.
fn is_iso(text: &str) -> bool {
    let lengths: Vec<usize> = text.split('-').map(|it| it.chars().count()).collect();
    lengths == [4, 2, 2]
}

/// Tells whether a date is of the Hijri calendar: by its sign or by its year. Its months have other names.
fn is_hijri(text: &str, at: usize, end: usize) -> bool {
    let year = text[at..end].chars().take(4).filter_map(normal::digit).fold(0, |sum, it| sum * 10 + u32::from(it));
    let sign = text[end..].trim_start().strip_prefix('ه').map(|it| it.trim_start_matches('\u{640}'));
    year < 1600 || sign.is_some_and(|it| !it.starts_with(char::is_alphabetic))
}

/// Tells whether a character makes what stands beside it a part of something longer.
fn is_joined(it: char) -> bool {
    it.is_ascii_alphanumeric() || matches!(it, '/' | '_' | '#' | '@' | '=' | '-' | '\\' | '+')
}

/// Tells whether the nearest letter is one of a right-to-left script: before the date, else after it, in its paragraph.
fn is_among_words(text: &str, at: usize, end: usize) -> bool {
    let start = text[..at].rfind("\n\n").unwrap_or(0);
    let stop = text[end..].find("\n\n").map_or(text.len(), |it| end + it);
    let is_letter = |it: &char| is_strong(*it, Dir::Rtl) || is_strong(*it, Dir::Ltr);
    let nearest = text[start..at].chars().rev().find(is_letter).or_else(|| text[end..stop].chars().find(is_letter));
    nearest.is_some_and(|it| is_strong(it, Dir::Rtl))
}

/// Finds the numbers that a text writes in the rarer of two families of digits, if it holds right-to-left words and numbers of
/// both; with the zero of the other family. Numbers inside symbols, addresses and names count for none.
pub fn rarer_numbers(text: &str) -> Option<(char, Vec<Range<usize>>)> {
    // Digits of another family than ASCII's: D9 A0..A9, DB B0..B9. Nearly every text has none.
    let bytes = text.as_bytes();
    let mut pairs = bytes.windows(2);
    if !pairs.any(|it| matches!(it, [0xD9, 0xA0..=0xA9] | [0xDB, 0xB0..=0xB9]))
        || !text.chars().any(|it| is_strong(it, Dir::Rtl))
    {
        return None;
    }
    let mut numbers: Vec<(char, Range<usize>)> = Vec::new();
    let mut from = 0;
    while let Some(at) = text[from..].find(|it| normal::digit(it).is_some()).map(|it| from + it) {
        let end = text[at..].find(|it| normal::digit(it).is_none()).map_or(text.len(), |it| at + it);
        let is_apart = !text[..at].ends_with(is_joined) && !text[end..].starts_with(is_joined);
        let zero = text[at..].chars().next().and_then(normal::zero).unwrap_or('0');
        let is_one = text[at..end].chars().all(|it| normal::zero(it) == Some(zero));
        if is_apart && is_one && !text[..at].ends_with(['.', ':']) && !is_list_marker(text, at, end) {
            numbers.push((zero, at..end));
        }
        from = end;
    }
    let first = numbers.first()?.0;
    let other = numbers.iter().find(|it| it.0 != first)?.0;
    let count = |zero: char| numbers.iter().filter(|it| it.0 == zero).count();
    let (common, rare) = if count(first) >= count(other) { (first, other) } else { (other, first) };
    Some((common, numbers.into_iter().filter(|it| it.0 == rare).map(|it| it.1).collect()))
}

/// Tells whether a number numbers an item for Markdown, which knows no digits but ASCII's.
fn is_list_marker(text: &str, at: usize, end: usize) -> bool {
    let line = text[..at].rfind('\n').map_or(0, |it| it + 1);
    let is_first = text[line..at].chars().all(|it| matches!(it, ' ' | '\t' | '>' | '-' | '*' | '+'));
    let is_ascii = text[at..end].is_ascii();
    let closes = text[end..].strip_prefix(['.', ')']);
    is_ascii && is_first && closes.is_some_and(|it| it.starts_with([' ', '\t', '\n', '\r']))
}

#[cfg(test)]
mod tests {
    use super::{iso_dates, rarer_numbers};

    #[test]
    fn dates_of_machines_are_found_among_arabic_words_only() {
        let found = |text: &str| iso_dates(text).len();
        for text in ["صدر في 2014-09-07.", "2014-09-07 صدر القرار", "صدر (٢٠١٤-٠٩-٠٧)", "من 2014-09-07، ثم"]
        {
            assert_eq!(found(text), 1, "{text}");
        }
        for text in [
            "issued on 2014-09-07",
            "انظر https://example.org/2014-09-07/",
            "انظر report-2014-09-07.pdf",
            "انظر ../2014-09-07.md",
            "انظر [[2014-09-07]]",
            "العنوان {#2014-09-07}",
            "في 7 سبتمبر 2014",
            "في 2014-2015",
            "رقم 978-3-16-148410-0",
            "2014-09-07",
        ] {
            assert_eq!(found(text), 0, "{text}");
        }
    }

    #[test]
    fn numbers_of_the_rarer_family_are_found() {
        let found = |text: &str| -> Vec<String> {
            rarer_numbers(text).map_or_else(Vec::new, |(_, it)| it.into_iter().map(|it| text[it].to_owned()).collect())
        };
        assert_eq!(found("من ٢٠١٤ إلى 2016 ثم ٢٠١٨"), ["2016"]);
        assert_eq!(found("من 2014 إلى ٢٠١٦"), ["٢٠١٦"]);
        // A number that makes an item cannot be written otherwise.
        assert_eq!(found("1. في ٢٠١٤\n2. في ٢٠١٥\n\n> 10) من 3 إلى ٤"), ["3"]);
        for text in [
            "القرار A/RES/68/4 عام ٢٠١٤",
            "1. في ٢٠١٤\n   - 2. في ٢٠١٥",
            "من 2014 إلى 2016",
            "في ٢٠١٤",
            "2014 ٢٠١٤",
            "العنوان v1.2 سنة ٢٠١٤",
        ] {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
    }
}
