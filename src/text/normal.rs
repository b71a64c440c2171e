//! Normal forms: composed letters, ASCII digits, text without characters that carry no meaning.

use std::borrow::Cow;

use icu::normalizer::{ComposingNormalizer, ComposingNormalizerBorrowed};

use super::scan::{self, Finding};

const NFC: ComposingNormalizerBorrowed<'static> = ComposingNormalizer::new_nfc();
const NFKC: ComposingNormalizerBorrowed<'static> = ComposingNormalizer::new_nfkc();

/// Returns a text in Unicode's normal form C, in which hashes are taken.
pub fn nfc(text: &str) -> Cow<'_, str> {
    if is_composed(text) { Cow::Borrowed(text) } else { NFC.normalize(text) }
}

/// Tells whether a text is in form C by a glance that suffices for most: ASCII, Arabic letters and digits, the punctuation
/// of both scripts, and single vowel signs, which compose with nothing. Hamza and madda above or below do (UAX #15).
fn is_composed(text: &str) -> bool {
    // Bytes first, in a loop that the compiler makes wide: ASCII, Latin and Arabic letters, but no sign of either script.
    let is_letter = |before: u8, it: u8| -> bool {
        let is_sign = (before == 0xD8) & (0x90..=0x9A).contains(&it)
            | (before == 0xD9) & ((0x8B..=0x9F).contains(&it) | (it == 0xB0));
        !is_sign & ((it < 0xCC) | (it == 0xD8) | (it == 0xD9) | (it == 0xDA))
    };
    let bytes = text.as_bytes();
    let mut pairs = bytes.chunks(64).zip(bytes.get(1..).unwrap_or_default().chunks(64));
    let is_plain = bytes.first().is_none_or(|it| is_letter(0, *it))
        && pairs.all(|(before, it)| {
            before.iter().zip(it).fold(true, |found, (before, it)| found & is_letter(*before, *it))
        });
    is_plain || has_single_signs(text)
}

/// The same with single vowel signs.
fn has_single_signs(text: &str) -> bool {
    let mut was_sign = false;
    text.chars().all(|it| {
        let is_sign = matches!(it, '\u{64B}'..='\u{652}');
        let is_plain = matches!(it, '\0'..='\u{BF}' | '\u{60C}' | '\u{61B}' | '\u{61F}'..='\u{64A}' | '\u{660}'..='\u{66D}'
            | '\u{2010}'..='\u{2027}');
        let is_fine = is_plain || is_sign && !was_sign;
        was_sign = is_sign;
        is_fine
    })
}

/// Returns a text with the digits of every family as 0-9.
pub fn ascii_digits(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|it| !it.is_ascii() && digit(it).is_some()) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|it| digit(it).map_or(it, |value| char::from(b'0' + value))).collect())
}

/// Returns the value of a decimal digit of the families in use with Arabic, Persian and Latin.
pub fn digit(it: char) -> Option<u8> {
    let zero = match it {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6F0}'..='\u{6F9}' => '\u{6F0}',
        '\u{FF10}'..='\u{FF19}' => '\u{FF10}',
        _ => return None,
    };
    u8::try_from(u32::from(it) - u32::from(zero)).ok()
}

/// Returns a text as pages show it: what `scan` finds is stripped, or folded to the letters and digits that it stands for.
pub fn clean(text: &str) -> Cow<'_, str> {
    let findings = scan::findings(text);
    if findings.is_empty() {
        return Cow::Borrowed(text);
    }
    let (mut out, mut done) = (String::with_capacity(text.len()), 0);
    for (range, finding) in findings {
        out.push_str(&text[done..range.start]);
        match finding {
            Finding::PresentationForm(_) => out.push_str(&folded(&text[range.clone()])),
            Finding::MixedDigits => out.push_str(&of_one_family(&text[range.clone()])),
            _ => {}
        }
        done = range.end;
    }
    out.push_str(&text[done..]);
    Cow::Owned(out)
}

/// Returns the letters that presentation forms stand for.
pub fn folded(forms: &str) -> String {
    NFKC.normalize(forms).into_owned()
}

/// Returns a number in the family of digits that most of its digits have; of the first where two have as many.
pub fn of_one_family(number: &str) -> String {
    let zeros: Vec<char> = number.chars().filter_map(zero).collect();
    let count = |zero: &char| zeros.iter().filter(|it| *it == zero).count();
    let first = zeros.first().copied().unwrap_or('0');
    let most = zeros.iter().copied().fold(first, |most, it| if count(&it) > count(&most) { it } else { most });
    in_family(number, most)
}

/// Returns a text with its digits in the family that begins with `zero`.
pub fn in_family(text: &str, zero: char) -> String {
    let turned =
        |it: char| digit(it).and_then(|value| char::from_u32(u32::from(zero) + u32::from(value))).unwrap_or(it);
    text.chars().map(turned).collect()
}

/// Returns the zero of the family to which a digit belongs.
pub fn zero(it: char) -> Option<char> {
    char::from_u32(u32::from(it) - u32::from(digit(it)?))
}

#[cfg(test)]
mod tests {
    use super::{NFC, ascii_digits, clean, is_composed, nfc};

    #[test]
    fn composed_and_decomposed_letters_are_one() {
        assert_eq!(nfc("ا\u{654}ثر"), "أثر");
    }

    #[test]
    fn a_glance_never_takes_a_text_for_composed_that_is_not() {
        let parts = [
            "ا", "\u{64B}", "\u{651}", "\u{64E}", "\u{654}", "\u{653}", "ي", "e", "\u{301}", "é", "،", "٣", "«", "–",
            "\u{670}", "ﷺ",
        ];
        for first in parts {
            for second in parts {
                for third in parts {
                    let text = format!("{first}{second}{third}");
                    assert!(!is_composed(&text) || NFC.is_normalized(&text), "{text:?}");
                }
            }
        }
    }

    #[test]
    fn digits_of_every_family_are_one() {
        assert_eq!(ascii_digits("٧٨٣٣ ۷۸۳۳ 7833"), "7833 7833 7833");
    }

    #[test]
    fn clean_text_has_no_characters_without_meaning() {
        assert_eq!(clean("العربــية\u{202E} \u{FEFB}جئ ال\u{200B}هجرة ١٢3"), "العربية لاجئ الهجرة ١٢٣");
        assert_eq!(clean("عام 1435هـ"), "عام 1435هـ");
    }
}
