//! Folding: one form for all spellings of a letter.

use std::sync::LazyLock;

use icu::normalizer::{DecomposingNormalizer, DecomposingNormalizerBorrowed};

use super::ALL;

const NFKD: DecomposingNormalizerBorrowed<'static> = DecomposingNormalizer::new_nfkd();

/// Returns a word in the form in which words are compared: decomposed, without marks, in lower case, one form per letter,
/// digits of every family as 0-9.
pub fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(word.len());
    for it in word.chars() {
        match KNOWN.get(it as usize).filter(|_| !('\u{370}'..'\u{400}').contains(&it)) {
            Some(folded) => out.push_str(folded),
            None => return slowly(word),
        }
    }
    out
}

/// The letters before this one fold alike wherever they stand, but for the Greek ones, whose sigma does not.
const FIRST_UNKNOWN: u32 = 0x700;

static KNOWN: LazyLock<Vec<String>> = LazyLock::new(|| {
    let known = (0..FIRST_UNKNOWN).map(|it| char::from_u32(it).map_or_else(String::new, |it| slowly(&it.to_string())));
    known.collect()
});

fn slowly(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for it in NFKD.normalize(word).to_lowercase().chars() {
        push(it, &mut out);
    }
    out
}

fn push(it: char, out: &mut String) {
    let rules = &*ALL;
    let code = u32::from(it);
    if it.is_ascii() {
        out.push(it);
    } else if let Some(other) = rules.letters.get(&it) {
        out.push_str(other);
    } else if let Some(digit) = rules.zeros.iter().find_map(|zero| code.checked_sub(*zero).filter(|it| *it < 10)) {
        out.extend(char::from_digit(digit, 10));
    } else if !rules.drop.iter().any(|(from, to)| (*from..=*to).contains(&code)) {
        out.push(it);
    }
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn spellings_of_one_word_fold_to_one() {
        for (written, folded) in [
            ("الهِجْرَة", "الهجره"),
            ("هـجرة", "هجره"),
            ("شؤون", "شوون"),
            ("شئون", "شيون"),
            ("الوزارى", "الوزاري"),
            ("للھجرة", "للهجره"),
            ("آليةٌ", "اليه"),
            ("ﻻجئ", "لاجي"),
            ("٧٨٣٣", "7833"),
            ("Café", "cafe"),
            ("\u{2067}أثر\u{2069}", "اثر"),
        ] {
            assert_eq!(fold(written), folded);
        }
    }
}
