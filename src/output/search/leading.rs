//! The pages that a word leads to first: those that say most of it. Their titles come with the word, so that a query for two
//! common words finds good pages whose titles are at hand (champion lists, as the literature calls them).

use serde::Deserialize;

use super::{
    bag::{COUNT, HEADING, NAME, TITLE, TWIN},
    invert::{Postings, Term},
};

/// The weights and thresholds of the search; the browser reads them from the index.
pub const WEIGHTS: &str = include_str!("weights.json");

/// A word that stands in more titles than this brings the first of them only.
const TITLES: usize = 1500;
/// So many pages beside those lead.
const OTHERS: usize = 16;

/// What ranking in the browser weighs a page by, as far as one word tells.
#[derive(Deserialize)]
struct Weights {
    fields: Fields,
    mentions: [f32; 8],
    k: f32,
    b: f32,
}

#[derive(Deserialize)]
struct Fields {
    heading: f32,
    twin: f32,
    name: f32,
    body: f32,
}

/// Tells which pages lead.
pub struct Leading {
    weights: Weights,
    /// By the rank of a page, how much its length takes away.
    norms: Vec<f32>,
}

impl Leading {
    /// Measures pages by their lengths in words.
    pub fn new(lengths: impl Iterator<Item = usize>) -> Self {
        let weights: Weights = serde_json::from_str(WEIGHTS).expect("data files of the program are valid JSON");
        // Shares of small numbers: a float is exact enough, and its order the same on every machine.
        let lengths: Vec<f32> = lengths.map(|it| it as f32).collect();
        let mean = (lengths.iter().sum::<f32>() / lengths.len().max(1) as f32).max(1.0);
        let norms = lengths.iter().map(|it| weights.k * (1.0 - weights.b + weights.b * it / mean)).collect();
        Self { weights, norms }
    }

    /// Lists the pages of some words whose titles come with them, in order.
    pub fn of(&self, terms: &[&Term]) -> Vec<usize> {
        let mut out = Vec::new();
        for (_, pages) in terms {
            out.extend(pages.iter().filter(|it| it.1 & TITLE != 0).take(TITLES).map(|it| it.0 as usize));
            out.extend(self.others(pages));
        }
        out.sort_unstable();
        out.dedup();
        out
    }

    fn others(&self, pages: &Postings) -> impl Iterator<Item = usize> {
        let others = pages.iter().filter(|it| it.1 & TITLE == 0);
        let mut all: Vec<(f32, u32)> = others.map(|(page, code)| (self.weigh(*page, *code), *page)).collect();
        if all.len() > OTHERS {
            all.select_nth_unstable_by(OTHERS, |one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
            all.truncate(OTHERS);
        }
        all.into_iter().map(|it| it.1 as usize)
    }

    fn weigh(&self, page: u32, code: u8) -> f32 {
        let Weights { fields, mentions, .. } = &self.weights;
        let of = |field: u8, weight: f32| if code & field == 0 { 0.0 } else { weight };
        let body = mentions.get(usize::from(code >> COUNT)).copied().unwrap_or_default() * fields.body;
        let value = body + of(HEADING, fields.heading) + of(TWIN, fields.twin) + of(NAME, fields.name);
        value / (value + self.norms.get(page as usize).copied().unwrap_or(self.weights.k))
    }
}

/// Returns about how many bytes the titles take that come with a word.
pub fn cost(pages: &Postings) -> usize {
    let titled = pages.iter().filter(|it| it.1 & TITLE != 0).count();
    (titled.min(TITLES) + (pages.len() - titled).min(OTHERS) / 2) * 25
}

#[cfg(test)]
mod tests {
    use super::{Leading, OTHERS};
    use crate::output::search::{
        bag::{HEADING, TITLE},
        invert::{Postings, Term},
    };

    #[test]
    fn pages_that_say_most_of_a_word_lead() {
        let leading = Leading::new((0..1000).map(|it| 100 + it % 7));
        let mut pages: Postings = (0..1000).map(|it| (it, 1 << 4)).collect();
        pages[700].1 |= TITLE;
        pages[800].1 |= HEADING;
        pages[900].1 = 3 << 4;
        let term: Term = ("هجره".into(), pages);
        let all = leading.of(&[&term]);
        assert_eq!(all.len(), 1 + OTHERS);
        assert!([0, 7, 700, 800, 900].iter().all(|it| all.contains(it)), "{all:?}");
        assert!(!all.contains(&6), "a longer page says less");
    }
}
