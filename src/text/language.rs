//! The language of a text, by its letters and its commonest words: enough to tell a text in the wrong file, no more.
//!
//! Says nothing of short texts, of names and titles cited in another language, and of languages that share a script with the
//! expected one unless the words of both are known.

use std::{borrow::Cow, collections::HashMap, sync::LazyLock};

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

/// The languages, by their ranks, in which a word is common.
static RANKS: LazyLock<HashMap<&'static str, Vec<usize>>> = LazyLock::new(|| {
    let mut out: HashMap<&str, Vec<usize>> = HashMap::new();
    for (rank, (_, common)) in COMMON.iter().enumerate() {
        common.split(' ').for_each(|it| out.entry(it).or_default().push(rank));
    }
    out
});

/// Tells whether a character is a letter; nearly all are of the two alphabets that are asked first.
fn is_letter(it: char) -> bool {
    matches!(it, 'a'..='z' | 'A'..='Z' | '\u{0620}'..='\u{064A}') || (!it.is_ascii() && it.is_alphabetic())
}

/// What a text seems to be written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Other {
    /// In this language.
    Language(&'static str),
    /// In letters of another script, in a language that is not known here.
    Script,
}

/// Returns in what a text is written, if that is surely not the language of `tag`. What stands in quotation marks or brackets
/// does not count.
pub fn other(text: &str, tag: &str) -> Option<Other> {
    let own = unquoted(text);
    let (mut expected, mut foreign) = (0_usize, 0_usize);
    let wanted = script::of_language(tag);
    for it in own.chars().filter(|it| is_letter(*it)) {
        if script::of_char(it) == wanted { expected += 1 } else { foreign += 1 }
    }
    let is_short = expected + foreign < LETTERS;
    if is_short && (expected > 0 || foreign < SENTENCE || !is_running(&own)) {
        return None;
    }
    let best = best(&own);
    if foreign >= 5 * expected {
        return Some(best.filter(|it| *it != script::language(tag)).map_or(Other::Script, Other::Language));
    }
    // In one script only words tell, and only those of languages that are known here.
    let known = COMMON.iter().any(|(it, _)| *it == script::language(tag));
    best.filter(|it| known && expected > foreign && *it != script::language(tag) && script::of_language(it) == wanted)
        .map(Other::Language)
}

/// Tells whether words run on as in a sentence, and are no name, title or citation.
fn is_running(text: &str) -> bool {
    let words: Vec<&str> = words::words(text).collect();
    let is_title = |it: &str| it.starts_with(|it: char| it.is_uppercase() || it.is_numeric());
    let small = words.iter().filter(|it| !is_title(it)).count();
    small > 3 && small * 2 > words.len()
}

/// Tells whether a single value is surely of another language than `tag`. A text in Latin letters keeps names and titles of all
/// the world, so in such letters only a sentence tells; Arabic letters tell where nothing else stands.
pub fn is_other_value(text: &str, tag: &str) -> bool {
    let own = unquoted(text);
    let wanted = script::of_language(tag);
    let letters = || own.chars().filter(|it| is_letter(*it)).map(script::of_char);
    let is_arabic = letters().all(|it| it == Script::Arabic);
    let least = if is_arabic { 4 } else { SENTENCE };
    letters().count() >= least && letters().all(|it| it != wanted) && (is_arabic || is_running(&own))
}

/// Tells whether a paragraph is written wholly in letters of another script than that of a language.
pub fn is_other_script(text: &str, tag: &str) -> bool {
    let own = unquoted(text);
    let wanted: Script = script::of_language(tag);
    let letters: Vec<char> = own.chars().filter(|it| is_letter(*it)).collect();
    let expected = letters.iter().filter(|it| script::of_char(**it) == wanted).count();
    let is_long = letters.len() >= CITATION || letters.len() >= 2 * SENTENCE && is_running(&own);
    is_long && expected * 20 <= letters.len()
}

/// Returns the language of which a text has by far the most common words.
fn best(text: &str) -> Option<&'static str> {
    let mut counts: Vec<(usize, &'static str)> = COMMON.iter().map(|(tag, _)| (0, *tag)).collect();
    let mut all = 0;
    for word in words::words(text) {
        all += 1;
        let is_lower = !word.chars().any(char::is_uppercase);
        let word = if is_lower { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) };
        RANKS.get(&*word).into_iter().flatten().for_each(|rank| counts[*rank].0 += 1);
    }
    if all < WORDS {
        return None;
    }
    counts.sort_unstable_by(|a, b| b.cmp(a));
    let ((most, tag), (next, _)) = (counts.first()?, counts.get(1)?);
    (*most * 8 >= all && *most >= 3 * next.max(&1)).then_some(*tag)
}

/// Returns a text without what stands in quotation marks or brackets.
fn unquoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut depth, mut is_straight) = (0_usize, false);
    for it in text.chars() {
        match it {
            '«' | '“' | '„' | '(' | '[' => depth += 1,
            '»' | '”' | ')' | ']' => depth = depth.saturating_sub(1),
            '"' => is_straight = !is_straight,
            // No quotation runs over the end of its paragraph.
            '\n' => (depth, is_straight) = (0, false),
            _ if depth > 0 || is_straight => continue,
            _ => {}
        }
        out.push(it);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Other, is_other_script, is_other_value, other};

    const ARABIC: &str = "صدر القرار عن مجلس جامعة الدول العربية في دورته العادية، وهو يدعو الدول الأعضاء إلى تنسيق مواقفها من \
        قضايا الهجرة، وإلى عقد اجتماع سنوي في مقر الأمانة العامة لمتابعة ما اتفق عليه في هذا الشأن.";
    const ENGLISH: &str = "The resolution was adopted by the Council of the League of Arab States in its ordinary session, and it \
        calls on the member states to coordinate their positions on migration and to hold a meeting each year.";
    const FRENCH: &str = "La résolution est adoptée par le Conseil de la Ligue dans la session ordinaire, et les États membres sont \
        invités à coordonner les positions sur la migration et à tenir une réunion pour le suivi des décisions.";

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
