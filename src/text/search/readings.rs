//! Readings of a folded word: what is left without affixes, and the plurals or singulars that its pattern allows.
//!
//! A reading is only a guess. It counts when the index holds the rest, or another word with the same rest.

use std::sync::LazyLock;

use super::{ALL, Affix, Affixes};

/// How far a reading is from the word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// The word itself.
    Exact,
    /// Without article, dual, sound plural; without English inflection.
    Light,
    /// Without prepositions, conjunctions and possessives; without English derivation.
    Clitic,
}

/// What is left of a word without affixes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The rest.
    pub rest: String,
    /// How far it is from the word.
    pub tier: Tier,
}

/// Lists the readings of a folded word, the word itself first.
pub fn readings(word: &str) -> Vec<Reading> {
    let mut out = vec![Reading { rest: word.to_owned(), tier: Tier::Exact }];
    if word.bytes().any(|it| it.is_ascii_digit()) {
        return out;
    }
    if is_arabic(word) {
        arabic(word, &ALL.light, Tier::Light, &mut out);
        arabic(word, &ALL.clitic, Tier::Clitic, &mut out);
    } else if word.bytes().all(|it| it.is_ascii_lowercase()) {
        let inflected = english(word);
        let derived = derived(&inflected);
        push(inflected, Tier::Light, &mut out);
        push(derived, Tier::Clitic, &mut out);
    }
    out
}

/// Returns the stem by which words are put into shards.
pub fn stem(word: &str) -> String {
    stem_of(&readings(word)).to_owned()
}

/// Returns the stem among a word's readings.
pub fn stem_of(readings: &[Reading]) -> &str {
    let light = readings.iter().filter(|it| it.tier == Tier::Light).min_by_key(|it| it.rest.len());
    light.or(readings.first()).map_or("", |it| &it.rest)
}

fn is_arabic(word: &str) -> bool {
    word.chars().all(|it| matches!(it, '\u{621}'..='\u{64A}'))
}

fn push(rest: String, tier: Tier, out: &mut Vec<Reading>) {
    if !out.iter().any(|it| it.rest == rest) {
        out.push(Reading { rest, tier });
    }
}

fn arabic(word: &str, affixes: &Affixes, tier: Tier, out: &mut Vec<Reading>) {
    for prefix in &affixes.before {
        let Some(rest) = word.strip_prefix(&*prefix.text).filter(|it| is_beside(prefix, it.chars().next())) else {
            continue;
        };
        for suffix in &affixes.after {
            let Some(rest) = rest.strip_suffix(&*suffix.text).filter(|it| is_beside(suffix, it.chars().next_back()))
            else {
                continue;
            };
            if letters(rest) + letters(&suffix.instead) >= least(suffix, tier) {
                push(format!("{rest}{}", suffix.instead), tier, out);
            }
        }
    }
}

fn is_beside(affix: &Affix, letter: Option<char>) -> bool {
    affix.beside.is_empty() || letter.is_some_and(|it| affix.beside.contains(it))
}

/// So many letters must be left: of two only an article is taken off, for خطه is not خط.
fn least(suffix: &Affix, tier: Tier) -> usize {
    if tier == Tier::Clitic || !suffix.text.is_empty() { 3 } else { 2 }
}

fn letters(word: &str) -> usize {
    word.chars().count()
}

fn is_vowel(it: u8) -> bool {
    matches!(it, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

fn has_vowel(word: &str) -> bool {
    word.bytes().any(is_vowel)
}

/// Returns an English word without inflection, in one spelling.
fn english(word: &str) -> String {
    if word.len() < 4 {
        return word.to_owned();
    }
    let mut rest = singular(word);
    for (ending, instead) in [("ied", "y"), ("ed", ""), ("ing", "")] {
        if let Some(it) = rest.strip_suffix(ending).filter(|it| it.len() >= 3 && has_vowel(it)) {
            rest = format!("{it}{instead}");
            break;
        }
    }
    spelt(rest)
}

fn singular(word: &str) -> String {
    if let Some(rest) = word.strip_suffix("ies").filter(|it| it.len() >= 3) {
        return format!("{rest}y");
    }
    let after_hiss = ["sses", "xes", "ches", "shes", "zes", "oes"].iter().any(|it| word.ends_with(it));
    if after_hiss {
        return word[..word.len() - 2].to_owned();
    }
    let stays = ["ss", "us", "is"].iter().any(|it| word.ends_with(it));
    word.strip_suffix('s').filter(|_| !stays).unwrap_or(word).to_owned()
}

/// Returns a stem in one spelling: British and American endings, a single last consonant, no silent e.
fn spelt(mut rest: String) -> String {
    let bytes = rest.as_bytes();
    if bytes.len() > 4 && rest.ends_with("re") && !is_vowel(bytes[bytes.len() - 3]) {
        rest.truncate(rest.len() - 2);
        rest.push_str("er");
    }
    if rest.len() > 4 && rest.ends_with("our") {
        rest.truncate(rest.len() - 2);
        rest.push('r');
    }
    if rest.len() > 3 && rest.ends_with('e') {
        rest.pop();
    }
    if rest.len() > 5 && (rest.ends_with("is") || rest.ends_with("ys")) {
        rest.pop();
        rest.push('z');
    }
    let bytes = rest.as_bytes();
    if bytes.len() > 3 && bytes[bytes.len() - 1] == bytes[bytes.len() - 2] && !is_vowel(bytes[bytes.len() - 1]) {
        rest.pop();
    }
    rest
}

/// Returns an inflected stem without an ending that makes another kind of word.
fn derived(stem: &str) -> String {
    for ending in [
        "ation", "ion", "er", "or", "ly", "at", "ment", "al", "ist", "ship", "ness", "ity", "ous", "ive", "ance",
        "ence",
    ] {
        if let Some(rest) = stem.strip_suffix(ending).filter(|it| it.len() >= 4 && has_vowel(it)) {
            return spelt(rest.to_owned());
        }
    }
    stem.to_owned()
}

/// One pattern: a digit stands for a letter of the root, equal digits for equal letters.
type Pattern = Vec<char>;

static PATTERNS: LazyLock<Vec<(Pattern, Pattern)>> = LazyLock::new(|| {
    let pairs = ALL.plurals.iter().flat_map(|(plural, singulars)| singulars.split(' ').map(move |it| (plural, it)));
    pairs.map(|(plural, singular)| (plural.chars().collect(), singular.chars().collect())).collect()
});

/// Lists the words that could be the broken plural of a word, or its singular.
pub fn plurals(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let mut out = Vec::new();
    if !is_arabic(word) || !(2..=7).contains(&letters.len()) {
        return out;
    }
    for (plural, singular) in PATTERNS.iter() {
        for (from, to) in [(plural, singular), (singular, plural)] {
            let other = root(&letters, from).and_then(|it| written(&it, to));
            if let Some(other) = other.filter(|it| it != word && !out.contains(it)) {
                out.push(other);
            }
        }
    }
    out
}

/// Lists the broken plurals that the pattern of a singular allows.
pub fn broken_plurals(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let mut out = Vec::new();
    if is_arabic(word) && (2..=7).contains(&letters.len()) {
        for (plural, singular) in PATTERNS.iter() {
            let root = root(&letters, singular);
            out.extend(root.iter().flat_map(|it| written(it, plural)).filter(|it| it != word));
        }
    }
    out
}

/// Returns a folded English word as a singular in one spelling: `seekers` is `seeker`, `labour` is `labor`.
pub fn uninflected(word: &str) -> String {
    if word.len() < 4 || !word.bytes().all(|it| it.is_ascii_lowercase()) {
        return word.strip_suffix('s').filter(|it| it.len() > 2).unwrap_or(word).to_owned();
    }
    spelt(singular(word))
}

/// Reads the letters of the root where a word has the pattern.
fn root(letters: &[char], pattern: &[char]) -> Option<Vec<(char, char)>> {
    if letters.len() != pattern.len() {
        return None;
    }
    let mut root: Vec<(char, char)> = Vec::with_capacity(5);
    for (letter, slot) in letters.iter().zip(pattern) {
        if !slot.is_ascii_digit() {
            if slot != letter {
                return None;
            }
            continue;
        }
        match root.iter().find(|(it, _)| it == slot) {
            Some((_, known)) if known != letter => return None,
            Some(_) => {}
            // A long vowel is no letter of a root, though at its beginning it may be a hamza; nor is the ending of the feminine.
            None if (*letter == 'ا' && *slot != '1') || (*letter == 'ه' && *slot == '4') => return None,
            None => root.push((*slot, *letter)),
        }
    }
    Some(root)
}

/// Writes a root in a pattern.
fn written(root: &[(char, char)], pattern: &[char]) -> Option<String> {
    let letter = |slot: &char| match slot.is_ascii_digit() {
        true => root.iter().find(|(it, _)| it == slot).map(|it| it.1),
        false => Some(*slot),
    };
    pattern.iter().map(letter).collect()
}

/// Lists the words one typing error away: a letter too few, too many, wrong, or two in the wrong order.
pub fn neighbours(word: &str, alphabet: &[char]) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let mut out = Vec::new();
    let mut add = |parts: [&[char]; 3]| out.push(parts.concat().into_iter().collect());
    for at in 0..=letters.len() {
        let (before, after) = letters.split_at(at);
        if let [first, second, rest @ ..] = after
            && first != second
        {
            add([before, &[*second, *first], rest]);
        }
        if let [_, rest @ ..] = after {
            add([before, &[], rest]);
        }
        for letter in alphabet {
            add([before, &[*letter], after]);
            if let [first, rest @ ..] = after
                && first != letter
            {
                add([before, &[*letter], rest]);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Tier, neighbours, plurals, readings};

    fn rests(word: &str) -> Vec<String> {
        readings(word).into_iter().map(|it| it.rest).collect()
    }

    #[test]
    fn affixes_are_taken_off_in_every_way() {
        for (word, rest) in [
            ("والمهاجرين", "مهاجر"),
            ("لخادمهم", "خادم"),
            ("باضطهادهم", "اضطهاد"),
            ("خصوصيتهم", "خصوصيه"),
            ("خطتي", "خطه"),
            ("اعضايهم", "اعضا"),
            ("الاسكوا", "اسكوا"),
            ("migrations", "migration"),
            ("nationalities", "nationality"),
            ("centre", "center"),
            ("labour", "labor"),
            ("organised", "organiz"),
        ] {
            assert!(rests(word).contains(&rest.to_owned()), "{word}: {:?}", rests(word));
        }
        // The ending ية makes another word.
        assert!(!rests("عمليه").contains(&"عمل".to_owned()));
        // A future is one of a verb.
        assert!(rests("سيعقد").contains(&"يعقد".to_owned()));
        assert!(!rests("سبوره").contains(&"بوره".to_owned()));
        assert_eq!(readings("7833").len(), 1);
        assert_eq!(readings("الدول")[1].tier, Tier::Light);
    }

    #[test]
    fn broken_plurals_and_singulars_lead_to_each_other() {
        for (one, many) in [
            ("خادم", "خوادم"),
            ("قاعده", "قواعد"),
            ("مفتاح", "مفاتيح"),
            ("هدف", "اهداف"),
            ("حد", "حدود"),
            ("دوله", "دول"),
            ("وثيقه", "وثايق"),
            ("مشروع", "مشاريع"),
            ("ماده", "مواد"),
            ("قانون", "قوانين"),
            ("باب", "ابواب"),
            ("مكان", "اماكن"),
            ("امر", "اوامر"),
            ("سهم", "اسهم"),
            ("قوي", "اقويا"),
            ("قضيه", "قضايا"),
            ("زاويه", "زوايا"),
            ("ملجا", "ملاجي"),
            ("جار", "جيران"),
            ("راس", "رووس"),
            ("خطا", "اخطا"),
            ("طبيب", "اطبا"),
            ("قاضي", "قضاه"),
            ("نادي", "انديه"),
            ("لغه", "لغات"),
            ("يوم", "ايام"),
            // Readers write the hamza of one form in the other.
            ("سيال", "اسيله"),
            ("رييس", "ريسا"),
        ] {
            assert!(plurals(one).contains(&many.to_owned()), "{one}: {:?}", plurals(one));
            assert!(plurals(many).contains(&one.to_owned()), "{many}: {:?}", plurals(many));
        }
        assert!(!rests("خطه").contains(&"خط".to_owned()));
        assert!(!plurals("مصر").contains(&"مصير".to_owned()));
        assert!(!plurals("ستاره").contains(&"ستره".to_owned()));
        assert!(!plurals("اقامه").contains(&"قايم".to_owned()));
    }

    #[test]
    fn one_typing_error_away() {
        let near = neighbours("هجره", &['ا', 'ر']);
        for word in ["جهره", "هجر", "هجراه", "رجره"] {
            assert!(near.contains(&word.to_owned()), "{word}");
        }
    }
}
