//! Forms of terms in running text: which words of a text are one of many forms, in spite of clitics, number and spelling.
//!
//! A text is read once: each word leads by its stems to the forms that begin with it, and the longest form that fits counts.
//! What a word may carry is guarded: particles before it, endings of number and possession behind it, a rest of three letters.

mod inflect;
mod right;

use std::{collections::HashMap, ops::Range};

use inflect::{Stem, form_stems, later_stems, text_stems};
pub use right::{corrected, replaced};

use super::{search::fold, words};

/// How a form is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// Letter by letter, with nothing but particles before it: for misspellings.
    Letters,
    /// In every spelling, number and state.
    Sense,
    /// The same, where no other form of as many words fits: for names.
    Name,
}

/// A form in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The rank of the form.
    pub form: usize,
    /// Where its words stand.
    pub range: Range<usize>,
}

/// Finds many forms in texts.
#[derive(Clone, Debug, Default)]
pub struct Finder {
    forms: Vec<Form>,
    by_stem: HashMap<String, Vec<u32>>,
}

#[derive(Clone, Debug)]
struct Form {
    likeness: Likeness,
    words: Vec<FormWord>,
}

#[derive(Clone, Debug)]
struct FormWord {
    /// The word as written, without marks; small letters.
    letters: String,
    /// What a word of a text may come down to.
    stems: Vec<String>,
    /// An abbreviation, which other words in small letters are not.
    is_capital: bool,
}

impl Finder {
    /// Takes the forms, whose ranks name them later. A form without a word is never found.
    pub fn new<'a>(forms: impl IntoIterator<Item = (&'a str, Likeness)>) -> Self {
        let mut out = Self::default();
        for (text, likeness) in forms {
            let rank = u32::try_from(out.forms.len()).unwrap_or(u32::MAX);
            let form = form(text, likeness);
            for stem in form.words.first().iter().flat_map(|it| &it.stems) {
                let ranks = out.by_stem.entry(stem.clone()).or_default();
                if ranks.last() != Some(&rank) {
                    ranks.push(rank);
                }
            }
            out.forms.push(form);
        }
        out
    }

    /// Tells whether there is nothing to find.
    pub fn is_empty(&self) -> bool {
        self.by_stem.is_empty()
    }

    /// Lists the forms in a text in reading order; where several fit, the longest, none inside another.
    pub fn find(&self, text: &str) -> Vec<Found> {
        self.find_with(text, &mut Known::default())
    }

    /// The same with what is known of words already: texts use the same words again and again.
    pub fn find_with(&self, text: &str, known: &mut Known) -> Vec<Found> {
        let mut out = Vec::new();
        if self.is_empty() {
            return out;
        }
        let words: Vec<Range<usize>> = words::ranges(text).collect();
        let mut at = 0;
        while at < words.len() {
            match self.at(text, &words[at..], known) {
                Some((form, count)) => {
                    out.push(Found { form, range: words[at].start..words[at + count - 1].end });
                    at += count;
                }
                None => at += 1,
            }
        }
        out
    }

    /// Returns the best form that begins with the first of the words, and how many words it has.
    fn at(&self, text: &str, words: &[Range<usize>], known: &mut Known) -> Option<(usize, usize)> {
        let first = &text[words[0].clone()];
        if !known.0.contains_key(first) {
            known.0.insert(first.into(), self.beginning(first));
        }
        let fitting = known.0.get(first)?.iter().filter(|(rank, _)| self.forms[*rank as usize].fits(text, words));
        let ranked = fitting.map(|(rank, cost)| {
            let form = &self.forms[*rank as usize];
            (std::cmp::Reverse(form.words.len()), form.likeness, *cost, *rank as usize)
        });
        let (std::cmp::Reverse(count), _, _, form): Rank = ranked.min()?;
        Some((form, count))
    }

    /// Lists the forms that a word may begin, with what has to be taken off it.
    fn beginning(&self, word: &str) -> Vec<(u32, u8)> {
        let mut out = Vec::new();
        text_stems(&fold(word), &mut |stem: Stem<'_>| {
            out.extend(self.by_stem.get(stem.text).into_iter().flatten().map(|it| (*it, stem.cost)));
        });
        out
    }
}

/// What a [`Finder`] knows of the words that it has met; of no use to another one.
#[derive(Debug, Default)]
pub struct Known(HashMap<Box<str>, Vec<(u32, u8)>>);

/// What decides between forms that fit: more words, the stricter likeness, less taken off, the earlier form.
type Rank = (std::cmp::Reverse<usize>, Likeness, u8, usize);

impl Form {
    /// Tells whether the words of a text are this form; the stem of the first one is known to fit.
    fn fits(&self, text: &str, words: &[Range<usize>]) -> bool {
        let count = self.words.len();
        if words.len() < count || !words[..count].windows(2).all(|it| is_gap(&text[it[0].end..it[1].start])) {
            return false;
        }
        let mut pairs = self.words.iter().zip(words).enumerate();
        pairs.all(|(rank, (word, range))| {
            let written = &text[range.clone()];
            if word.is_capital && !written.starts_with(|it: char| it.is_uppercase()) {
                return false;
            }
            match (self.likeness, rank) {
                (Likeness::Letters, 0) => inflect::is_with_particles(&letters(written), &word.letters),
                (Likeness::Letters, _) => letters(written) == word.letters,
                (Likeness::Sense | Likeness::Name, 0) => true,
                (Likeness::Sense | Likeness::Name, _) => {
                    later_stems(&fold(written)).iter().any(|it| word.stems.contains(it))
                }
            }
        })
    }
}

fn form(text: &str, likeness: Likeness) -> Form {
    let words: Vec<&str> = words::words(text).collect();
    let count = words.len();
    let word = |(rank, written): (usize, &&str)| FormWord {
        letters: letters(written),
        stems: form_stems(&fold(written), rank, count),
        is_capital: written.chars().count() > 1 && written.chars().all(|it| it.is_ascii_uppercase()),
    };
    Form { likeness, words: words.iter().enumerate().map(word).collect() }
}

/// Returns the letters of a word as written, small and without marks and tatweel.
fn letters(word: &str) -> String {
    let kept = word.chars().filter(|it| !words::is_mark(*it) && *it != '\u{640}');
    kept.flat_map(char::to_lowercase).collect()
}

/// Tells whether two words belong together: a blank, a line break or a hyphen lies between.
fn is_gap(between: &str) -> bool {
    !between.is_empty() && between.chars().all(|it| it.is_whitespace() || matches!(it, '-' | '\u{2010}' | '\u{2011}'))
}

#[cfg(test)]
mod tests {
    use super::{Finder, Likeness};

    /// Lists what is found of each form: its rank and the words.
    fn found<'a>(forms: &[(&str, Likeness)], text: &'a str) -> Vec<(usize, &'a str)> {
        let finder = Finder::new(forms.iter().copied());
        finder.find(text).into_iter().map(|it| (it.form, &text[it.range])).collect()
    }

    fn sense(form: &str, text: &str) -> bool {
        !found(&[(form, Likeness::Sense)], text).is_empty()
    }

    #[test]
    fn particles_number_and_spelling_do_not_hide_a_form() {
        for (form, texts) in [
            ("هجرة", &["هجرة", "والهجرة", "بالهجرة", "للهجرة", "الهجره", "هجرتهم", "الهِجْرَة", "وللهجرة"][..]),
            ("مهاجر", &["المهاجرون", "والمهاجرين", "مهاجرًا", "للمهاجرين", "مهاجرة", "المهاجرات"]),
            ("لجوء", &["اللجوء", "للجوء", "ولجوء"]),
            ("لاجئ", &["اللاجئين", "للاجئين", "لاجئون", "لاجىء"]),
            ("قرار", &["قراراته", "القرارات", "بقرار", "قرارًا"]),
            ("دولة عضو", &["الدول الأعضاء", "دولة عضو", "للدولة العضو", "الدولتين العضوين"]),
            ("حل دائم", &["حلول دائمة", "الحل الدائم"]),
            ("طالب لجوء", &["طالبي اللجوء", "طالبو اللجوء", "لطالب\nاللجوء"]),
            ("نازح داخليًا", &["النازحون داخليا", "نازحين داخليًا"]),
            ("آلية غير رسمية", &["الآليات غير الرسمية"]),
            ("Migrant worker", &["migrant workers", "Migrant\nworkers"]),
            ("Labour migration", &["labor migration"]),
            ("Country of origin", &["country of origin"]),
            ("Asylum seeker", &["asylum-seekers"]),
            ("IDP", &["IDPs", "IDP"]),
        ] {
            for text in texts {
                assert!(sense(form, text), "{form}: {text}");
            }
        }
    }

    #[test]
    fn other_words_are_left_alone() {
        for (form, texts) in [
            ("هجرة", &["هجر", "مهجر", "هاجر", "المهاجر"][..]),
            ("قرار", &["قرر", "استقرار", "أقرّ"]),
            ("إعلان", &["الإعلام", "علن", "علنًا"]),
            ("لجوء", &["لجان", "لجنة"]),
            ("دولة عضو", &["دولة. عضو", "دولة، عضو", "دولة"]),
            ("إدماج", &["دمج"]),
            ("IDP", &["idp"]),
            ("Mandate reference", &["mandated"]),
        ] {
            for text in texts {
                assert!(!sense(form, text), "{form}: {text}");
            }
        }
    }

    #[test]
    fn the_longest_form_counts() {
        let forms = [("هجرة", Likeness::Sense), ("هجرة غير نظامية", Likeness::Sense), ("نظامية", Likeness::Sense)];
        let text = "الهجرة غير النظامية والهجرة";
        assert_eq!(found(&forms, text), [(1, "الهجرة غير النظامية"), (0, "والهجرة")]);
    }

    #[test]
    fn a_misspelling_is_found_letter_by_letter() {
        let forms = [("المغربين", Likeness::Letters), ("شئون", Likeness::Letters)];
        for text in ["المغربين", "والمغربين", "بالمغربين", "للمغربين", "وللمغربين", "المـغربين", "شئون", "والشئون"]
        {
            assert_eq!(found(&forms, text).len(), 1, "{text}");
        }
        for text in ["المغتربين", "المغرب", "المغربيين", "المغربية", "مغربي", "شؤون", "المغربينة"]
        {
            assert!(found(&forms, text).is_empty(), "{text}");
        }
    }

    #[test]
    fn a_misspelling_goes_before_the_form_that_it_means() {
        let forms = [("هجرة", Likeness::Sense), ("هجره", Likeness::Letters)];
        assert_eq!(found(&forms, "هجرة وهجره"), [(0, "هجرة"), (1, "وهجره")]);
    }
}
