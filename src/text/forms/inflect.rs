//! What a word may carry and still be the same word: particles and the article before it, number and possession behind it.

use crate::text::search::{broken_plurals, uninflected};

/// What a word of a text comes down to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stem<'a> {
    pub text: &'a str,
    /// How much was taken off.
    pub cost: u8,
}

const ARTICLE: &str = "ال";
const CONJUNCTIONS: [&str; 3] = ["", "و", "ف"];
const PREPOSITIONS: [&str; 4] = ["", "ب", "ك", "ل"];
/// The preposition joined to the article; a word that begins with its letter is written with it once.
const TO_THE: &str = "لل";
const FEMININE: char = 'ه';

/// What stands behind a word: the ending, how many letters must be left, and what stands in its place.
const ENDINGS: &[(&str, usize, Instead)] = &[
    ("ون", 3, Instead::Nothing),
    ("ين", 3, Instead::Nothing),
    ("ان", 3, Instead::Nothing),
    ("ات", 3, Instead::Either),
    ("تين", 2, Instead::Feminine),
    ("تان", 2, Instead::Feminine),
    ("اته", 3, Instead::Either),
    ("اتها", 3, Instead::Either),
    ("اتهم", 3, Instead::Either),
    ("اتنا", 3, Instead::Either),
    ("ته", 2, Instead::Feminine),
    ("تها", 2, Instead::Feminine),
    ("تهم", 2, Instead::Feminine),
    ("تنا", 2, Instead::Feminine),
    ("ه", 3, Instead::Nothing),
    ("ها", 3, Instead::Nothing),
    ("هم", 3, Instead::Nothing),
    ("نا", 3, Instead::Nothing),
    ("ا", 3, Instead::Nothing),
    ("و", 4, Instead::Nothing),
    ("ي", 4, Instead::Nothing),
];

/// What a singular has where a plural or a possessed word has its ending.
#[derive(Clone, Copy)]
enum Instead {
    Nothing,
    Feminine,
    Either,
}

fn is_arabic(word: &str) -> bool {
    word.starts_with(|it| matches!(it, '\u{621}'..='\u{64A}'))
}

fn has_letters(word: &str, least: usize) -> bool {
    word.chars().nth(least - 1).is_some()
}

/// Hands over everything that a folded word of a text may come down to, the word itself first.
pub(super) fn text_stems(word: &str, take: &mut dyn FnMut(Stem<'_>)) {
    if !is_arabic(word) {
        take(Stem { text: &uninflected(word), cost: 0 });
        return;
    }
    let mut scratch = String::new();
    for conjunction in CONJUNCTIONS {
        let Some(joined) = word.strip_prefix(conjunction) else { continue };
        let cost = u8::from(!conjunction.is_empty());
        for preposition in PREPOSITIONS {
            let Some(bare) = joined.strip_prefix(preposition) else { continue };
            let cost = cost + u8::from(!preposition.is_empty());
            if cost == 0 || has_letters(bare, 3) {
                without_ending(bare, cost, &mut scratch, take);
            }
            if let Some(rest) = bare.strip_prefix(ARTICLE).filter(|it| has_letters(it, 2)) {
                without_ending(rest, cost, &mut scratch, take);
            }
        }
        if let Some(rest) = joined.strip_prefix(TO_THE).filter(|it| has_letters(it, 2)) {
            without_ending(rest, cost + 1, &mut scratch, take);
            let whole = &joined['ل'.len_utf8()..];
            without_ending(whole, cost + 1, &mut scratch, take);
        }
    }
}

fn without_ending(word: &str, cost: u8, scratch: &mut String, take: &mut dyn FnMut(Stem<'_>)) {
    take(Stem { text: word, cost });
    for (ending, least, instead) in ENDINGS {
        let Some(rest) = word.strip_suffix(ending).filter(|it| has_letters(it, *least)) else { continue };
        if !matches!(instead, Instead::Feminine) {
            take(Stem { text: rest, cost: cost + 1 });
        }
        if !matches!(instead, Instead::Nothing) {
            scratch.clear();
            scratch.push_str(rest);
            scratch.push(FEMININE);
            take(Stem { text: scratch, cost: cost + 1 });
        }
    }
}

/// Lists what a later word of a form may come down to: it carries the article at most.
pub(super) fn later_stems(word: &str) -> Vec<String> {
    if !is_arabic(word) {
        return vec![uninflected(word)];
    }
    let (mut out, mut scratch) = (vec![word.to_owned()], String::new());
    let bare = word.strip_prefix(ARTICLE).filter(|it| has_letters(it, 2)).unwrap_or(word);
    without_ending(bare, 0, &mut scratch, &mut |it: Stem<'_>| out.push(it.text.to_owned()));
    out
}

/// Lists what words of texts come down to when they are a word of a form. Broken plurals are only a guess, so they
/// count where several words vouch for each other.
pub(super) fn form_stems(word: &str, rank: usize, count: usize) -> Vec<String> {
    if !is_arabic(word) {
        return vec![uninflected(word)];
    }
    let bare = word.strip_prefix(ARTICLE).filter(|it| has_letters(it, 3)).unwrap_or(word);
    let mut out = vec![bare.to_owned()];
    if rank > 0 && bare != word {
        out.push(word.to_owned());
    }
    for ending in ["ون", "ين"] {
        out.extend(bare.strip_suffix(ending).filter(|it| has_letters(it, 3)).map(str::to_owned));
    }
    if count > 1 {
        // The sound plural loses its last letter before the word that it is joined to.
        if rank == 0 {
            out.extend(bare.strip_suffix('و').filter(|it| has_letters(it, 4)).map(str::to_owned));
        }
        out.extend(broken_plurals(bare));
    }
    out.dedup();
    out
}

/// Tells whether `written` is `form` with nothing but particles and the article before it.
pub(super) fn is_with_particles(written: &str, form: &str) -> bool {
    if written == form {
        return true;
    }
    if !is_arabic(form) {
        return written.strip_suffix('s') == Some(form);
    }
    let is_rest = |rest: &str| rest == form || rest.strip_prefix(ARTICLE) == Some(form);
    let after_article = form.strip_prefix(ARTICLE).unwrap_or(form);
    CONJUNCTIONS.iter().filter_map(|it| written.strip_prefix(it)).any(|joined| {
        let with_to = joined.strip_prefix(TO_THE) == Some(after_article);
        with_to || PREPOSITIONS.iter().filter_map(|it| joined.strip_prefix(it)).any(is_rest)
    })
}

/// Splits off the particles before a word that has `form` in it: what stands before, and whether the article is added.
pub(super) fn particles<'a>(written: &'a str, form: &str) -> (&'a str, bool) {
    if !is_arabic(written) {
        return ("", false);
    }
    let has_article = form.starts_with(ARTICLE);
    for conjunction in CONJUNCTIONS {
        let Some(joined) = written.strip_prefix(conjunction) else { continue };
        if joined.starts_with(TO_THE) && !form.starts_with('ل') {
            return (&written[..conjunction.len() + 'ل'.len_utf8()], !has_article);
        }
        for preposition in PREPOSITIONS {
            let Some(bare) = joined.strip_prefix(preposition) else { continue };
            let before = &written[..conjunction.len() + preposition.len()];
            if bare.starts_with(ARTICLE) && has_letters(bare, 5) {
                return (before, !has_article);
            }
            if bare.chars().next() == form.chars().next() {
                return (before, false);
            }
        }
    }
    ("", false)
}
