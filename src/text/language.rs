//! The language of a text, by its letters and its commonest words: enough to tell a text in the wrong file, no more.
//!
//! Says nothing of short texts, of names and titles cited in another language, and of languages that share a script with the
//! expected one unless the words of both are known.

use std::{borrow::Cow, sync::LazyLock};

use rustc_hash::FxHashMap;

use super::{
    script::{self, Script},
    words,
};

/// Fewer letters than these tell nothing of a text with letters of both scripts.
const LETTERS: usize = 60;
/// Fewer letters than these tell nothing, if they are not a sentence.
const SENTENCE: usize = 20;
/// Fewer words than these do not tell two languages of one script apart.
const WORDS: usize = 20;

/// The longest names and titles that are cited as they are stay below so many letters.
const CITATION: usize = 100;

/// Words that stand in any longer text of a language and are rare in its neighbours.
const COMMON: &[(&str, &str)] = &[
    ("ar", "في من على إلى عن أن التي الذي هذا هذه كما بين وفي ومن ذلك بعد وقد كان"),
    ("fa", "در به از که این است را با برای آن یک شد است‌ها می های کرد شده"),
    ("ur", "کے میں کی ہے اور سے کا کو نے پر ہیں یہ تھا گیا"),
    ("en", "the of and to in is that for with on by was which are has"),
    ("fr", "le la les des et est dans que une pour sur qui du aux avec"),
    ("es", "el los las de que una en por con para del es se al"),
    ("de", "der die und das den ist von mit dem nicht ein eine zu auf"),
];

/// The languages, by their ranks, in which a word is common, and how long such words are.
static RANKS: LazyLock<(FxHashMap<&'static str, Vec<usize>>, usize)> = LazyLock::new(|| {
    let mut out: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (rank, (_, common)) in COMMON.iter().enumerate() {
        common.split(' ').for_each(|it| out.entry(it).or_default().push(rank));
    }
    let longest = COMMON.iter().flat_map(|(_, it)| it.split(' ')).map(str::len).max().unwrap_or_default();
    (out, longest)
});

/// What a text seems to be written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Other {
    /// In this language.
    Language(&'static str),
    /// In letters of another script, in a language that is not known here.
    Script,
}

/// The letters and words of a text, counted once. What stands in quotation marks or brackets does not count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Letters of the script that is expected.
    expected: usize,
    /// Letters of Arabic script among the others.
    arabic: usize,
    /// All other letters.
    foreign: usize,
    words: usize,
    /// Words that begin with neither a capital nor a digit.
    small: usize,
    /// How many words are common in each of the languages that are known here.
    common: [usize; COMMON.len()],
}

impl Count {
    /// Counts a text that should be in the language of `tag`.
    pub fn of(text: &str, tag: &str) -> Self {
        let wanted = script::of_language(tag);
        let mut out = Self::default();
        let (mut depth, mut is_straight) = (0_usize, false);
        let mut word: Option<usize> = None;
        for (at, it) in text.char_indices() {
            let is_part = match word {
                Some(_) => words::is_part(it),
                None => depth == 0 && !is_straight && words::is_letter(it),
            };
            if is_part {
                word.get_or_insert(at);
                out.letter(it, wanted);
                continue;
            }
            if let Some(start) = word.take() {
                out.word(&text[start..at]);
            }
            match it {
                '«' | '“' | '„' | '(' | '[' => depth += 1,
                '»' | '”' | ')' | ']' => depth = depth.saturating_sub(1),
                '"' => is_straight = !is_straight,
                // No quotation runs over the end of its paragraph.
                '\n' => (depth, is_straight) = (0, false),
                _ => {}
            }
        }
        if let Some(start) = word {
            out.word(&text[start..]);
        }
        out
    }

    /// Adds what was counted of more text.
    pub fn add(&mut self, more: &Self) {
        self.expected += more.expected;
        self.arabic += more.arabic;
        self.foreign += more.foreign;
        self.words += more.words;
        self.small += more.small;
        self.common.iter_mut().zip(more.common).for_each(|(it, more)| *it += more);
    }

    fn letter(&mut self, it: char, wanted: Script) {
        let script = match it {
            // Nearly all are of these two.
            'a'..='z' | 'A'..='Z' => Script::Latin,
            '\u{0620}'..='\u{064A}' => Script::Arabic,
            _ if !it.is_ascii() && it.is_alphabetic() => script::of_char(it),
            _ => return,
        };
        match script {
            it if it == wanted => self.expected += 1,
            Script::Arabic => self.arabic += 1,
            _ => self.foreign += 1,
        }
    }

    fn word(&mut self, word: &str) {
        self.words += 1;
        let is_title = word.starts_with(|it: char| it.is_uppercase() || it.is_numeric());
        self.small += usize::from(!is_title);
        let (ranks, longest) = &*RANKS;
        if word.len() > *longest {
            return;
        }
        let is_lower = !word.chars().any(char::is_uppercase);
        let word = if is_lower { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) };
        ranks.get(&*word).into_iter().flatten().for_each(|rank| self.common[*rank] += 1);
    }

    /// Counts the letters that are not of the expected script.
    fn others(&self) -> usize {
        self.arabic + self.foreign
    }

    /// Returns in what a text is written, if that is surely not the language of `tag`.
    pub fn other(&self, tag: &str) -> Option<Other> {
        let (expected, others) = (self.expected, self.others());
        let is_short = expected + others < LETTERS;
        if is_short && (expected > 0 || others < SENTENCE || !self.is_running()) {
            return None;
        }
        let best = self.best();
        if others >= 5 * expected {
            return Some(best.filter(|it| *it != script::language(tag)).map_or(Other::Script, Other::Language));
        }
        // In one script only words tell, and only those of languages that are known here.
        let known = COMMON.iter().any(|(it, _)| *it == script::language(tag));
        let wanted = script::of_language(tag);
        best.filter(|it| {
            known && expected > others && *it != script::language(tag) && script::of_language(it) == wanted
        })
        .map(Other::Language)
    }

    /// Tells whether a paragraph is written wholly in letters of another script than the expected one.
    pub fn is_other_script(&self) -> bool {
        let all = self.expected + self.others();
        let is_long = all >= CITATION || all >= 2 * SENTENCE && self.is_running();
        is_long && self.expected * 20 <= all
    }

    /// Tells whether words run on as in a sentence, and are no name, title or citation.
    fn is_running(&self) -> bool {
        self.small > 3 && self.small * 2 > self.words
    }

    /// Returns the language of which a text has by far the most common words.
    fn best(&self) -> Option<&'static str> {
        if self.words < WORDS {
            return None;
        }
        let mut counts: Vec<(usize, &str)> =
            self.common.iter().copied().zip(COMMON.iter().map(|(tag, _)| *tag)).collect();
        counts.sort_unstable_by(|a, b| b.cmp(a));
        let ((most, tag), (next, _)) = (counts.first()?, counts.get(1)?);
        (*most * 8 >= self.words && *most >= 3 * next.max(&1)).then_some(*tag)
    }
}

/// Tells whether a single value is surely of another language than `tag`. A text in Latin letters keeps names and titles of all
/// the world, so in such letters only a sentence tells; Arabic letters tell where nothing else stands.
pub fn is_other_value(text: &str, tag: &str) -> bool {
    let count = Count::of(text, tag);
    let is_arabic = count.foreign == 0;
    let least = if is_arabic { 4 } else { SENTENCE };
    count.expected == 0 && count.others() >= least && (is_arabic || count.is_running())
}

#[cfg(test)]
mod tests {
    use super::{Count, Other, is_other_value};

    const ARABIC: &str = "صدر القرار عن مجلس جامعة الدول العربية في دورته العادية، وهو يدعو الدول الأعضاء إلى تنسيق مواقفها من \
        قضايا الهجرة، وإلى عقد اجتماع سنوي في مقر الأمانة العامة لمتابعة ما اتفق عليه في هذا الشأن.";
    const ENGLISH: &str = "The resolution was adopted by the Council of the League of Arab States in its ordinary session, and it \
        calls on the member states to coordinate their positions on migration and to hold a meeting each year.";
    const FRENCH: &str = "La résolution est adoptée par le Conseil de la Ligue dans la session ordinaire, et les États membres sont \
        invités à coordonner les positions sur la migration et à tenir une réunion pour le suivi des décisions.";

    fn other(text: &str, tag: &str) -> Option<Other> {
        Count::of(text, tag).other(tag)
    }

    fn is_other_script(text: &str, tag: &str) -> bool {
        Count::of(text, tag).is_other_script()
    }

    #[test]
    fn counts_of_paragraphs_add_up() {
        let mut count = Count::of(&format!("{ARABIC} (a note that is never closed"), "ar");
        count.add(&Count::of(ENGLISH, "ar"));
        assert_eq!(count, Count::of(&format!("{ARABIC} (a note that is never closed\n{ENGLISH}"), "ar"));
    }

    #[test]
    fn a_text_in_the_other_language_is_found() {
        assert_eq!(other(ENGLISH, "ar"), Some(Other::Language("en")));
        assert_eq!(other(ARABIC, "en"), Some(Other::Language("ar")));
        assert_eq!(other(FRENCH, "en"), Some(Other::Language("fr")));
        assert_eq!(
            other("Резолюция была принята Советом Лиги арабских государств на очередной сессии в Каире", "en"),
            Some(Other::Script)
        );
        assert!(is_other_script(ENGLISH, "ar"));
        assert!(is_other_script("We work every day to serve our readers everywhere.", "ar"));
    }

    #[test]
    fn a_short_sentence_tells_but_a_title_does_not() {
        assert_eq!(other("This is an English text in the Arabic file.", "ar"), Some(Other::Script));
        assert_eq!(other("هذا نص عربي في ملف إنجليزي", "en"), Some(Other::Script));
        assert_eq!(other("Arab Regional Consultative Process (ARCP)", "ar"), None);
        assert!(is_other_value("Resolution on the regular meetings of the council", "ar"));
        assert!(is_other_value("قرار", "en"));
        for name in ["UNHCR", "International Organization for Migration", "Facebook Workplace", "A/RES/68/4", "قرار UN"]
        {
            assert!(!is_other_value(name, "ar"), "{name}");
            assert!(!is_other_value(name, "en"), "{name}");
        }
    }

    #[test]
    fn a_text_in_its_own_language_is_left_alone() {
        assert_eq!(other(ARABIC, "ar"), None);
        assert_eq!(other(ENGLISH, "en"), None);
        assert_eq!(other(ENGLISH, "en-gb"), None);
        assert_eq!(other(FRENCH, "nl"), None, "of that language nothing is known");
    }

    #[test]
    fn quotations_names_and_short_texts_tell_nothing() {
        assert_eq!(
            other(&format!("نص القرار: «{ENGLISH}»، وقد صدر بالإنكليزية عن مجلس جامعة الدول العربية في القاهرة."), "ar"),
            None
        );
        assert_eq!(other("Arab Regional Consultative Process (ARCP)", "ar"), None);
        assert_eq!(other(&format!("{ARABIC} League of Arab States, Council, A/RES/68/4"), "ar"), None);
        assert!(!is_other_script(
            "International Convention on the Protection of the Rights of All Migrant Workers, 1990",
            "ar"
        ));
    }
}
