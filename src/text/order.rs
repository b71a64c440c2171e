//! Names as lists order them: the article is left aside.

use std::borrow::Cow;

use super::{script, words::is_mark};

/// Words that begin with the letters of the article without having it: verbal nouns of the eighth form of roots in ل, and names
/// often written without their hamza.
const WITHOUT_ARTICLE: &[&str] = &[
    "التئام",
    "التباس",
    "التجاء",
    "التحاء",
    "التحاف",
    "التحاق",
    "التحام",
    "التذاذ",
    "التزاق",
    "التزام",
    "التصاق",
    "التطام",
    "التظاء",
    "التفات",
    "التفاف",
    "التقاء",
    "التقاط",
    "التقام",
    "التماس",
    "التماع",
    "التهاب",
    "التهام",
    "التواء",
    "التياع",
    "المانيا",
    "الماني",
    "المان",
    "البانيا",
    "الباني",
    "الاسكا",
    "الياس",
    "اليكسو",
    "الكسو",
    "الكترون",
    "الكتروني",
    "الزاس",
    "البرت",
    "الكسندر",
    "اليزابيث",
    "الغاء",
    "الحاق",
    "الزام",
    "الصاق",
    "القاء",
    "الحاح",
    "التزم",
    "التحق",
    "التمس",
    "التصق",
    "التقط",
    "التفت",
    "التأم",
];

/// Words that stand so and no other way: the name of God, pronouns, prepositions, numbers without their hamza.
const ALONE: &[&str] = &[
    "الله",
    "اللهم",
    "الذي",
    "التي",
    "الذين",
    "اللذان",
    "اللذين",
    "اللتان",
    "اللتين",
    "اللاتي",
    "اللواتي",
    "اللائي",
    "الآن",
    "الى",
    "الا",
    "الم",
    "الف",
    "الفا",
    "الفين",
    "الية",
    "اليات",
];

/// Words that have the article although they look like one of these with an ending.
const WITH_ARTICLE: &[&str] = &["التماسك", "الياسين"];

/// Endings that such words take: feminine, dual, plural, relation, possessives.
const ENDINGS: &[&str] = &[
    "", "ا", "ات", "ه", "ها", "هم", "هما", "هن", "نا", "ك", "كم", "ي", "ية", "يا", "ين", "ان", "اته", "اتها", "اتهم",
    "اتنا", "اتك", "اتكم", "اتي", "ت", "وا",
];

/// Returns a name without the article of its language: `ال` in Arabic, `the` in English.
pub fn sort_text<'a>(name: &'a str, tag: &str) -> Cow<'a, str> {
    let trimmed = name.trim_start_matches(|it: char| !it.is_alphanumeric());
    // A name of signs only has nothing else to be ordered by.
    let name = if trimmed.is_empty() { name } else { trimmed };
    match script::language(tag) {
        "ar" => Cow::Borrowed(without_al(name)),
        "en" => Cow::Borrowed(without_the(name)),
        _ => Cow::Borrowed(name),
    }
}

fn without_al(name: &str) -> &str {
    let Some(rest) = after_al(name) else { return name };
    let word: String = name
        .chars()
        .take_while(|it| it.is_alphabetic() || is_mark(*it))
        .filter(|it| !is_mark(*it) && *it != 'ـ')
        .collect();
    let letters = word.chars().count();
    let owns =
        WITHOUT_ARTICLE.iter().any(|stem| word.strip_prefix(stem).is_some_and(|ending| ENDINGS.contains(&ending)));
    let owns = owns && !WITH_ARTICLE.contains(&word.as_str()) || ALONE.contains(&word.as_str());
    // What is left of a word with an article has two letters at least.
    if letters < 4 || owns { name } else { rest }
}

/// Returns what follows ا and ل, each perhaps with vowel signs, and a tatweel.
fn after_al(name: &str) -> Option<&str> {
    let is_sign = |it: char| is_mark(it) || it == 'ـ';
    let rest = name.strip_prefix(['ا', 'ٱ'])?.trim_start_matches(is_sign);
    Some(rest.strip_prefix('ل')?.trim_start_matches(is_sign))
}

fn without_the(name: &str) -> &str {
    let article = ["the ", "a ", "an "]
        .into_iter()
        .find(|it| name.get(..it.len()).is_some_and(|start| start.eq_ignore_ascii_case(it)));
    let rest = article.map_or("", |it| name[it.len()..].trim_start());
    if rest.is_empty() { name } else { rest }
}

#[cfg(test)]
mod tests {
    use super::sort_text;

    #[test]
    fn the_article_is_dropped() {
        for (name, expected) in [
            ("الأردن", "أردن"),
            ("البحرين", "بحرين"),
            ("الالتزام بالقرار", "التزام بالقرار"),
            ("«العملية» التشاورية", "عملية» التشاورية"),
            ("اَلْعَمَلِيَّة", "عَمَلِيَّة"),
            ("الـهجرة", "هجرة"),
            ("التقاطع", "تقاطع"),
            ("اللجنة", "لجنة"),
            ("المها", "مها"),
            ("التهم", "تهم"),
            ("التماسك", "تماسك"),
            ("الياسين", "ياسين"),
        ] {
            assert_eq!(sort_text(name, "ar"), expected);
        }
        assert_eq!(sort_text("The League", "en"), "League");
        assert_eq!(sort_text("Theory", "en"), "Theory");
        assert_eq!(sort_text("الأردن", "en"), "الأردن");
    }

    #[test]
    fn letters_that_belong_to_the_word_stay() {
        for name in [
            "التزام",
            "التزامات الدول",
            "التماس",
            "التحاق",
            "التحاقه",
            "الله",
            "الذين",
            "ألبانيا",
            "التزمت الأطراف",
            "الحاق",
            "التقاء",
            "ألمانيا",
            "المانيا",
            "إلغاء",
            "آلية",
            "ال",
        ] {
            assert_eq!(sort_text(name, "ar"), name);
        }
    }
}
