//! Words of a text, of any script.

use std::ops::Range;

use icu::properties::{CodePointMapData, props::GeneralCategory, props::GeneralCategoryGroup};

/// Lists the words of a text in order: letters, digits and the marks on them.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    ranges(text).map(|range| &text[range])
}

/// Lists where the words of a text stand.
pub fn ranges(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut chars = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let start = loop {
            let (at, it) = chars.next()?;
            if is_letter(it) {
                break at;
            }
        };
        while chars.next_if(|(_, it)| is_part(*it)).is_some() {}
        let end = chars.peek().map_or(text.len(), |(at, _)| *at);
        Some(start..end)
    })
}

/// Tells whether what follows a text stands in quotation marks that it opened.
pub fn is_quoted(before: &str) -> bool {
    let (mut open, mut is_straight) = (0_i32, false);
    for it in before.chars() {
        match it {
            '«' | '“' | '„' => open += 1,
            '»' | '”' => open -= 1,
            '"' => is_straight = !is_straight,
            _ => {}
        }
    }
    open > 0 || is_straight
}

/// Tells whether a character is a letter or digit.
pub fn is_letter(it: char) -> bool {
    match it {
        '\0'..='\x7F' => it.is_ascii_alphanumeric(),
        // Most characters of an Arabic text, without the general table.
        '\u{620}'..='\u{64A}' => true,
        _ => it.is_alphanumeric(),
    }
}

/// Tells whether a character belongs to the word before it.
pub fn is_part(it: char) -> bool {
    is_letter(it) || is_mark(it)
}

/// Tells whether a character is a mark on the one before it, like the Arabic vowel signs.
pub fn is_mark(it: char) -> bool {
    !it.is_ascii() && GeneralCategoryGroup::Mark.contains(CodePointMapData::<GeneralCategory>::new().get(it))
}

#[cfg(test)]
mod tests {
    use super::{is_quoted, words};

    #[test]
    fn words_keep_their_marks_and_digits() {
        let found: Vec<&str> = words("القرار (7833)، عُمان: A/RES/68/4 – co-operation.").collect();
        assert_eq!(found, ["القرار", "7833", "عُمان", "A", "RES", "68", "4", "co", "operation"]);
        assert_eq!(words(" ،. ").count(), 0);
    }

    #[test]
    fn quotation_marks_hold_until_they_close() {
        assert!(is_quoted("تقول الجامعة «") && is_quoted("تقول الجامعة \"الأمانة "));
        assert!(!is_quoted("تقول الجامعة «الأمانة الفنية» و") && !is_quoted("نص"));
    }
}
