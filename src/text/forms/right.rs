//! The right form in place of a wrong one, with the particles, the article and the capital that stood there.

use super::{inflect, letters};
use crate::text::words;

/// So many letters may a misspelling differ from the word that is meant.
const DISTANCE: usize = 2;
/// Endings that a misspelling and the right form need not share.
const ENDINGS: &[&str] = &["", "ون", "ين", "ان", "ات", "ه", "ا"];
const ARTICLE: &str = "ال";

/// Returns the right spelling of a misspelt form: the nearest of the right forms, in the number and state of the wrong one.
/// Nothing when none is near.
pub fn corrected<'a>(wrong: &str, right: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let parts = |word: &str| -> Vec<(usize, usize)> {
        let starts = [0, if word.starts_with(ARTICLE) { ARTICLE.len() } else { 0 }];
        let ends = ENDINGS.iter().filter(|it| word.ends_with(*it)).map(|it| word.len() - it.len());
        let pairs = starts.into_iter().flat_map(|start| ends.clone().map(move |end| (start, end)));
        pairs.filter(|(start, end)| start < end && word[*start..*end].chars().count() > 2).collect()
    };
    let wrong = letters(wrong);
    let mut best: Option<((usize, usize, usize), String)> = None;
    for right in right {
        let right = letters(right);
        for (start, end) in parts(&wrong) {
            for (from, to) in parts(&right) {
                let distance = strsim::osa_distance(&wrong[start..end], &right[from..to]);
                let rank = (distance, wrong.len() - (end - start), right.len() - (to - from));
                if distance <= DISTANCE && best.as_ref().is_none_or(|(known, _)| rank < *known) {
                    best = Some((rank, [&wrong[..start], &right[from..to], &wrong[end..]].concat()));
                }
            }
        }
    }
    best.map(|(_, it)| it)
}

/// Puts `right` in the place of `written`, in which `form` was found: particles, article, capital and plural stay.
pub fn replaced(written: &str, form: &str, right: &str) -> String {
    let first_of = |text: &str| letters(words::words(text).next().unwrap_or_default());
    let first = first_of(written);
    let (before, adds_article) = inflect::particles(&first, &first_of(form));
    if written.starts_with(|it: char| it.is_ascii_alphabetic()) {
        return latin(written, form, right);
    }
    let right = if adds_article { definite(right) } else { right.to_owned() };
    // The preposition takes the place of the article's first letter.
    match right
        .strip_prefix('ا')
        .filter(|it| before.ends_with('ل') && it.starts_with('ل') && right.starts_with(ARTICLE))
    {
        Some(rest) if rest.starts_with("لل") => format!("{before}{}", &rest['ل'.len_utf8()..]),
        Some(rest) => format!("{before}{rest}"),
        None => format!("{before}{right}"),
    }
}

/// Gives the words of an indefinite form the article: the noun and its adjectives, not what negates them.
fn definite(form: &str) -> String {
    let words = form.split(' ').map(|it| {
        let is_fixed = it.starts_with(ARTICLE) || it == "غير" || it.ends_with("ًا") || it.ends_with("اً");
        if is_fixed { it.to_owned() } else { format!("{ARTICLE}{it}") }
    });
    words.collect::<Vec<_>>().join(" ")
}

fn latin(written: &str, form: &str, right: &str) -> String {
    let is_plural = letters_of(written).strip_suffix('s') == Some(letters_of(form).as_str());
    let is_capital = written.starts_with(|it: char| it.is_uppercase());
    let is_name = right.chars().nth(1).is_some_and(|it| it.is_uppercase());
    let mut rest = right.chars();
    let first: String = match rest.next() {
        Some(it) if is_capital => it.to_uppercase().collect(),
        Some(it) if !is_name => it.to_lowercase().collect(),
        Some(it) => it.to_string(),
        None => String::new(),
    };
    format!("{first}{}{}", rest.as_str(), if is_plural { "s" } else { "" })
}

fn letters_of(text: &str) -> String {
    words::words(text).map(letters).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{corrected, replaced};

    #[test]
    fn a_misspelling_takes_the_nearest_right_form_in_its_own_number() {
        for (wrong, right, expected) in [
            ("المغربين", &["مغترب", "مغتربون"][..], Some("المغتربين")),
            ("بصفقتها", &["بصفتها"], Some("بصفتها")),
            ("migraton", &["Migration", "Migrations"], Some("migration")),
            ("شئون", &["شؤون"], Some("شؤون")),
            ("كتاب", &["مغترب"], None),
        ] {
            assert_eq!(corrected(wrong, right.iter().copied()).as_deref(), expected, "{wrong}");
        }
    }

    #[test]
    fn particles_and_article_stay() {
        for (written, form, right, expected) in [
            ("والمغربين", "المغربين", "المغتربين", "والمغتربين"),
            ("بالمغربين", "المغربين", "المغتربين", "بالمغتربين"),
            ("للمغربين", "المغربين", "المغتربين", "للمغتربين"),
            ("وللمغربين", "المغربين", "المغتربين", "وللمغتربين"),
            ("بصفقتها", "بصفقتها", "بصفتها", "بصفتها"),
            ("وبصفقتها", "بصفقتها", "بصفتها", "وبصفتها"),
            ("والهجرة السرية", "هجرة سرية", "هجرة غير نظامية", "والهجرة غير النظامية"),
            ("للهجرة السرية", "هجرة سرية", "هجرة غير نظامية", "للهجرة غير النظامية"),
            ("هجرة سرية", "هجرة سرية", "هجرة غير نظامية", "هجرة غير نظامية"),
            ("كاللاجئ الداخلي", "لاجئ داخلي", "نازح داخليًا", "كالنازح داخليًا"),
            ("Migraton", "migraton", "Migration", "Migration"),
            (
                "illegal migrants",
                "illegal migrant",
                "Migrant in an irregular situation",
                "migrant in an irregular situations",
            ),
        ] {
            assert_eq!(replaced(written, form, right), expected, "{written}");
        }
    }
}
