//! Words as the search sees them: folded letters, stop words, numbers, symbols, dates, and readings of a word.
//!
//! Everything that a language decides stands in `rules.json`, which the browser script reads too; the same vectors
//! (`tests/vectors`) hold for both. Knows nothing of pages or of how the index is written.

mod date;
mod fold;
mod readings;
mod terms;

use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

use serde::Deserialize;

pub use fold::fold;
pub use readings::{Reading, Tier, broken_plurals, neighbours, plurals, readings, stem, stem_of, uninflected};
pub use terms::{Lexicon, Read, Terms, terms};

/// The rules as the browser reads them.
pub const RULES: &str = include_str!("rules.json");

/// The rules of folding and of reading words.
#[derive(Debug, Deserialize)]
pub struct Rules {
    drop: Vec<(u32, u32)>,
    zeros: Vec<u32>,
    letters: HashMap<char, String>,
    stop: String,
    months: HashMap<String, u8>,
    ambiguous: String,
    between: String,
    light: Affixes,
    clitic: Affixes,
    plurals: Vec<(String, String)>,
}

/// What may stand before and after a word.
#[derive(Debug, Deserialize)]
struct Affixes {
    #[serde(deserialize_with = "affixes")]
    before: Vec<Affix>,
    #[serde(deserialize_with = "affixes")]
    after: Vec<Affix>,
}

/// One affix, written `affix:beside>instead`.
#[derive(Debug, Default)]
struct Affix {
    text: String,
    /// It counts only beside one of these letters of the rest; beside any if there are none.
    beside: String,
    /// What takes its place.
    instead: String,
}

/// Reads affixes between spaces; the first of them is none.
fn affixes<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Vec<Affix>, D::Error> {
    let one = |it: &str| {
        let (it, instead) = it.split_once('>').unwrap_or((it, ""));
        let (text, beside) = it.split_once(':').unwrap_or((it, ""));
        Affix { text: text.to_owned(), beside: beside.to_owned(), instead: instead.to_owned() }
    };
    let text = String::deserialize(from)?;
    Ok(std::iter::once(Affix::default()).chain(text.split(' ').map(one)).collect())
}

static ALL: LazyLock<Rules> =
    LazyLock::new(|| serde_json::from_str(RULES).expect("`rules.json` is part of the program and valid"));

/// Tells whether a folded word carries no meaning of its own.
pub fn is_stop(word: &str) -> bool {
    static WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| ALL.stop.split(' ').collect());
    WORDS.contains(word)
}

/// Returns the number of the month that a folded name means, by the names of every region: `ايلول`, `شتنبر`, `september`.
pub fn month(name: &str) -> Option<u8> {
    ALL.months.get(name).copied()
}

/// Tells whether the folded name of a month is a usual word too, so that it means the month in dates only.
pub fn is_ambiguous_month(name: &str) -> bool {
    ALL.ambiguous.split(' ').any(|it| it == name)
}

/// Tells whether a folded word may stand between day, month and year.
pub fn joins_date(word: &str) -> bool {
    ALL.between.split(' ').any(|it| it == word)
}
