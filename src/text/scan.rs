//! Faulty characters: what cannot be seen, turns text round, or stands for other letters.

use std::ops::Range;

use super::{bidi::is_strong, normal, words::is_part};
use crate::base::Dir;

/// What is wrong with a place in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// U+202A to U+202E.
    BidiOverride(char),
    /// U+2066 to U+2069 without its counterpart in the same paragraph.
    UnbalancedIsolate(char),
    /// A direction mark: U+200E, U+200F, U+061C.
    DirectionMark(char),
    /// Zero-width characters and soft hyphens where they do nothing but harm; the first of them.
    ZeroWidth(char),
    /// Letter forms that fonts choose by themselves; the first of them.
    PresentationForm(char),
    /// Tatweel, which only stretches.
    Tatweel,
    /// Tatweel that joins a prefix to a word of another script or in quotation marks: `لـARCP`.
    TatweelJoin,
    /// Digits of two families in one number.
    MixedDigits,
}

/// Lists everything faulty in a text, in order. Faults of one kind side by side are one.
pub fn findings(text: &str) -> Vec<(Range<usize>, Finding)> {
    if is_plain(text) || !may_be_faulty(text) {
        return Vec::new();
    }
    let mut out = Vec::new();
    let (mut before, mut isolates, mut done) = (None, Vec::new(), 0);
    for (at, it) in text.char_indices() {
        if at < done {
            continue;
        }
        let range = at..at + it.len_utf8();
        match it {
            '\u{2066}'..='\u{2068}' => isolates.push((range.clone(), it)),
            '\u{2069}' if isolates.pop().is_none() => out.push((range.clone(), Finding::UnbalancedIsolate(it))),
            '\n' => out.extend(isolates.drain(..).map(|(range, it)| (range, Finding::UnbalancedIsolate(it)))),
            _ => {
                let found = of_char(at, it, before, text);
                done = found.as_ref().map_or(0, |(range, _)| range.end);
                out.extend(found);
            }
        }
        before = Some(it);
    }
    out.extend(isolates.into_iter().map(|(range, it)| (range, Finding::UnbalancedIsolate(it))));
    out.extend(mixed_digits(text));
    out.sort_by_key(|(range, _)| range.start);
    out
}

/// Tells by bytes whether a text may hold a fault; the punctuation of both scripts is none.
fn may_be_faulty(text: &str) -> bool {
    let bytes = text.as_bytes();
    let byte = |at: usize| bytes.get(at).copied().unwrap_or_default();
    bytes.iter().enumerate().any(|(at, first)| match first {
        // U+00AD; U+061C; U+0640 and U+0660-0669; U+06F0-06F9.
        0xC2 => byte(at + 1) == 0xAD,
        0xD8 => byte(at + 1) == 0x9C,
        0xD9 => matches!(byte(at + 1), 0x80 | 0xA0..=0xA9),
        0xDB => matches!(byte(at + 1), 0xB0..=0xB9),
        // U+200B-200F and U+202A-202E; U+2060-2069.
        0xE2 => matches!((byte(at + 1), byte(at + 2)), (0x80, 0x8B..=0x8F | 0xAA..=0xAE) | (0x81, 0xA0..=0xA9)),
        // Presentation forms, the byte-order mark, full-width digits.
        0xEF => true,
        _ => false,
    })
}

/// Tells by pairs of bytes, in a loop that the compiler makes wide, that a text holds none of the characters that `findings`
/// or a page's writer look for; nearly all texts hold none.
pub fn is_plain(text: &str) -> bool {
    let is_suspicious = |before: u8, it: u8| -> bool {
        // U+061C; U+0640 and U+0660-0669; U+06F0-06F9; U+00AD; U+0080-009F.
        let is_pair = (before == 0xD8) & (it == 0x9C)
            | (before == 0xD9) & ((it == 0x80) | (0xA0..=0xA9).contains(&it))
            | (before == 0xDB) & (0xB0..=0xB9).contains(&it)
            | (before == 0xC2) & ((it == 0xAD) | (it < 0xA0));
        // Controls; everything from U+2000 to U+2FFF and from U+F000 on.
        let is_control = (it < b' ') & (it != b'\t') & (it != b'\n') & (it != b'\r');
        is_pair | is_control | (it == 0x7F) | (it == 0xE2) | (it >= 0xEF)
    };
    let bytes = text.as_bytes();
    let Some(first) = bytes.first() else { return true };
    let chunks = bytes.chunks(64).zip(bytes[1..].chunks(64));
    !is_suspicious(0, *first)
        && chunks.into_iter().all(|(before, it)| {
            !before.iter().zip(it).fold(false, |found, (before, it)| found | is_suspicious(*before, *it))
        })
}

/// Judges a character, together with those of its kind that follow it.
fn of_char(at: usize, it: char, before: Option<char>, text: &str) -> Option<(Range<usize>, Finding)> {
    let alone = at..at + it.len_utf8();
    match it {
        '\u{202A}'..='\u{202E}' => Some((alone, Finding::BidiOverride(it))),
        '\u{200E}' | '\u{200F}' | '\u{61C}' => Some((alone, Finding::DirectionMark(it))),
        _ if is_zero_width(it) => {
            let end = run_end(text, at, is_zero_width);
            let is_inside = before.is_some_and(is_part) && text[end..].chars().next().is_some_and(is_part);
            // A joiner at the end of a word may shape its last letter; the others are of no use anywhere.
            let is_idle = text[at..end].contains(|it| matches!(it, '\u{200B}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}'));
            (is_inside || is_idle).then_some((at..end, Finding::ZeroWidth(it)))
        }
        TATWEEL => {
            let end = run_end(text, at, |it| it == TATWEEL);
            tatweel(before, &text[at..end], &text[end..]).map(|it| (at..end, it))
        }
        _ if is_form(it) => Some((at..forms_end(text, at), Finding::PresentationForm(it))),
        _ => None,
    }
}

const TATWEEL: char = '\u{640}';

fn is_zero_width(it: char) -> bool {
    matches!(it, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}')
}

/// The ornate brackets U+FD3E-FD3F and the ligatures of reverence U+FDF0-FDFD have no other spelling.
fn is_form(it: char) -> bool {
    matches!(it, '\u{FB50}'..='\u{FD3D}' | '\u{FD40}'..='\u{FDEF}' | '\u{FE70}'..='\u{FEFC}')
}

fn run_end(text: &str, at: usize, is_same: impl Fn(char) -> bool) -> usize {
    text[at..].find(|it| !is_same(it)).map_or(text.len(), |it| at + it)
}

/// Returns where forms end that stand in one word, or in words side by side.
fn forms_end(text: &str, at: usize) -> usize {
    let mut end = run_end(text, at, is_form);
    loop {
        let rest = &text[end..];
        let gap = if rest.starts_with(' ') { 1 } else { run_end(rest, 0, |it| is_part(it) && !is_form(it)) };
        if !rest[gap..].starts_with(is_form) {
            return end;
        }
        end = run_end(text, end + gap, is_form);
    }
}

/// Judges a run of tatweel: `هـ` alone or after a number is the sign of the Hijri calendar.
fn tatweel(before: Option<char>, run: &str, after: &str) -> Option<Finding> {
    let is_final = after.chars().next().is_none_or(|it| !is_part(it));
    if before == Some('ه') && is_final && run.chars().count() == 1 {
        return None;
    }
    // Some editors set a space between the prefix and what it joins: `لـ «الجامعة»`.
    let joined = after.trim_start_matches([' ', '\u{A0}']).chars().next();
    let quoted = matches!(joined, Some('«' | '“' | '"' | '(' | '‘' | '\'' | '`' | '*' | '[' | '<' | '{'));
    let foreign = joined.is_some_and(|it| is_strong(it, Dir::Ltr) || normal::digit(it).is_some());
    Some(if quoted || foreign { Finding::TatweelJoin } else { Finding::Tatweel })
}

/// Finds numbers, with their inner separators, whose digits are of two families.
fn mixed_digits(text: &str) -> Vec<(Range<usize>, Finding)> {
    let mut out = Vec::new();
    let mut number: Option<(Range<usize>, char, bool)> = None;
    for (at, it) in text.char_indices() {
        if let Some(value) = normal::digit(it) {
            let zero = char::from_u32(u32::from(it) - u32::from(value)).unwrap_or(it);
            let end = at + it.len_utf8();
            number = Some(match number {
                Some((range, family, mixed)) => (range.start..end, family, mixed || family != zero),
                None => (at..end, zero, false),
            });
        } else if !matches!(it, '.' | ',' | '٫' | '٬' | '/' | ':') {
            out.extend(number.take().filter(|(_, _, mixed)| *mixed).map(|(range, ..)| (range, Finding::MixedDigits)));
        }
    }
    out.extend(number.filter(|(_, _, mixed)| *mixed).map(|(range, ..)| (range, Finding::MixedDigits)));
    out
}

/// Lists the characters that HTML's numbers stand for: `&#x202E;`, `&#8238;`.
pub fn entities(text: &str) -> Vec<(Range<usize>, char)> {
    let mut out = Vec::new();
    for (at, _) in text.match_indices("&#") {
        let rest = &text[at + 2..];
        let (digits, radix) = match rest.strip_prefix(['x', 'X']) {
            Some(digits) => (digits, 16),
            None => (rest, 10),
        };
        let Some((number, _)) = digits.split_once(';') else { continue };
        let end = at + 2 + (rest.len() - digits.len()) + number.len() + 1;
        let it = u32::from_str_radix(number, radix).ok().and_then(char::from_u32);
        out.extend(it.map(|it| (at..end, it)));
    }
    out
}

/// Lists the characters that the numbers of a value in double quotes stand for: `\u202E`.
pub fn escapes(written: &str) -> Vec<(Range<usize>, char)> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(found) = written[at..].find('\\').map(|it| at + it) {
        let next = written[found + 1..].chars().next();
        let length = match next {
            Some('x') => 2,
            Some('u') => 4,
            Some('U') => 8,
            _ => 0,
        };
        at = found + 1 + next.map_or(0, char::len_utf8);
        let digits = written.get(at..at + length).filter(|_| length > 0);
        if let Some(it) = digits.and_then(|it| u32::from_str_radix(it, 16).ok()).and_then(char::from_u32) {
            at += length;
            out.push((found..at, it));
        }
    }
    out
}

/// Returns the code point of a character as Unicode writes it, for messages: `U+202E`.
pub fn code_point(it: char) -> String {
    format!("U+{:04X}", u32::from(it))
}

#[cfg(test)]
mod tests {
    use super::{Finding, findings};

    fn check(text: &str, expected: &[Finding]) {
        assert_eq!(findings(text).into_iter().map(|(_, it)| it).collect::<Vec<_>>(), expected, "{text:?}");
    }

    #[test]
    fn overrides_and_lone_isolates_are_found() {
        check("\u{202E}قرار\u{202C}", &[Finding::BidiOverride('\u{202E}'), Finding::BidiOverride('\u{202C}')]);
        check("\u{2066}ARCP", &[Finding::UnbalancedIsolate('\u{2066}')]);
        check("ARCP\u{2069} قرار", &[Finding::UnbalancedIsolate('\u{2069}')]);
        check(
            "\u{2067}قرار\nثان\u{2069}",
            &[Finding::UnbalancedIsolate('\u{2067}'), Finding::UnbalancedIsolate('\u{2069}')],
        );
        check("\u{2066}ARCP \u{2068}x\u{2069}\u{2069} قرار", &[]);
    }

    #[test]
    fn zero_width_characters_are_found_where_they_do_nothing() {
        check("ال\u{200C}هجرة", &[Finding::ZeroWidth('\u{200C}')]);
        check("ال\u{200B}\u{200C}هجرة", &[Finding::ZeroWidth('\u{200B}')]);
        check("الهُ\u{200D}جرة", &[Finding::ZeroWidth('\u{200D}')]);
        check("الهج\u{AD}رة", &[Finding::ZeroWidth('\u{AD}')]);
        check("الهجرة\u{200B} الدولية", &[Finding::ZeroWidth('\u{200B}')]);
        check("نص \u{FEFF}ثان", &[Finding::ZeroWidth('\u{FEFF}')]);
        check("ه\u{200D} وبعدها", &[]);
        check("قرار\u{200F} رقم", &[Finding::DirectionMark('\u{200F}')]);
    }

    #[test]
    fn tatweel_is_found_but_not_in_the_hijri_sign() {
        check("العربـــية والدولـــية", &[Finding::Tatweel; 2]);
        check("هـــ", &[Finding::Tatweel]);
        for text in ["1435هـ", "1435 هـ.", "(هـ)", "١٤٣٥هـ/2014"] {
            check(text, &[]);
        }
        check("لـARCP وبـ«الجامعة» وبـ `title`", &[Finding::TatweelJoin, Finding::TatweelJoin, Finding::TatweelJoin]);
    }

    #[test]
    fn presentation_forms_are_found_but_not_ligatures_of_reverence() {
        check("\u{FEFB}جئ", &[Finding::PresentationForm('\u{FEFB}')]);
        // A text of forms is one fault, and so is a word with some of them.
        check("\u{FEEB}\u{FEA0}\u{FEAE}\u{FE93} \u{FEE3}\u{FEEE}", &[Finding::PresentationForm('\u{FEEB}')]);
        check(
            "\u{FEEB}جر\u{FE93}، \u{FEE3}",
            &[Finding::PresentationForm('\u{FEEB}'), Finding::PresentationForm('\u{FEE3}')],
        );
        check("\u{FDFA} \u{FD3F}آية\u{FD3E} \u{FDF2}", &[]);
    }

    #[test]
    fn characters_written_by_number_are_seen() {
        let entities: Vec<_> =
            super::entities("نص &#x202E;و&#8238; و&#bad; &amp;").into_iter().map(|it| it.1).collect();
        assert_eq!(entities, ['\u{202E}', '\u{202E}']);
        let escapes = super::escapes("\"قر\\u202Eار \\\\u202E \\x41\"");
        assert_eq!(escapes.iter().map(|it| it.1).collect::<Vec<_>>(), ['\u{202E}', 'A']);
        assert_eq!(escapes[0].0, 5..11);
    }

    #[test]
    fn mixed_digits_are_found_in_one_number_only() {
        check("عام ٢٠1٤ وعام 2014", &[Finding::MixedDigits]);
        check("٢٠١٤/9", &[Finding::MixedDigits]);
        check("٢٠١٤ (2014)", &[]);
    }
}
