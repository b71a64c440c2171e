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

/// Tells whether a range of a text stands inside a web or e-mail address, or in the destination of a link: nobody may respell it.
pub fn is_in_address(text: &str, range: &Range<usize>) -> bool {
    let start = text[..range.start].rfind(char::is_whitespace).map_or(0, |at| at + 1);
    let start = (start..=range.start).find(|it| text.is_char_boundary(*it)).unwrap_or(range.start);
    let end = text[range.end..].find(char::is_whitespace).map_or(text.len(), |at| range.end + at);
    let (before, whole) = (&text[start..range.start], &text[start..end]);
    // What stands before the address may be words: `[words](https://…)`, `see:https://…`.
    let opens = ["://", "](", "www."].iter().any(|it| before.contains(it));
    let after = &text[range.start..end];
    let is_scheme = after.split_once("://").is_some_and(|(it, _)| it.bytes().all(|it| it.is_ascii_alphanumeric()));
    let is_mail = whole.contains('@') && whole.contains('.') && !whole.contains('[');
    opens || is_scheme || is_mail
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
    fn addresses_are_known_by_what_stands_around() {
        let inside = |text: &str, part: &str| {
            let at = text.rfind(part).expect("it stands there");
            super::is_in_address(text, &(at..at + part.len()))
        };
        for text in [
            "see https://expat.org/b",
            "<https://x.org/expat>",
            "mail expat@x.org now",
            "[a](expat.md)",
            "www.expat.org",
        ] {
            assert!(inside(text, "expat"), "{text}");
        }
        for text in ["an expat, see https://x.org", "[an expat](https://x.org)", "[expat](x.md)", "@user: expat"] {
            assert!(!inside(text, "expat"), "{text}");
        }
    }

    #[test]
    fn quotation_marks_hold_until_they_close() {
        assert!(is_quoted("تقول الجامعة «") && is_quoted("تقول الجامعة \"الأمانة "));
        assert!(!is_quoted("تقول الجامعة «الأمانة الفنية» و") && !is_quoted("نص"));
    }
}
