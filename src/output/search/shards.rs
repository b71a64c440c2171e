//! Large indexes in pieces: the words by their stems, each piece with the titles of the pages that it is likely to lead to.

use rayon::prelude::*;

use super::{
    cards,
    entries::{Entry, TITLE},
    file,
    invert::Postings,
    pack,
};
use crate::{base::Artifact, text::search::stem};

/// With more pages than this an index is written in pieces.
pub const LIMIT: usize = 1200;
/// A piece has about this many bytes before compression.
const SIZE: usize = 14_000;
/// So many pages share a file of titles.
pub const BLOCK: usize = 128;
/// A word that stands in more titles than this brings the first of them only.
const TITLES: usize = 1500;

/// The pieces of an index.
pub struct Shards {
    /// The files.
    pub artifacts: Vec<Artifact>,
    /// The first stem of each piece of words, and its file.
    pub words: Vec<(String, String)>,
    /// The files of titles, `BLOCK` pages each.
    pub titles: Vec<String>,
}

/// Writes an index in pieces.
pub fn shards(tag: &str, entries: &[Entry], terms: &[(&str, Postings)], alphabet: &[char]) -> Shards {
    let mut stemmed: Vec<(String, usize)> =
        terms.par_iter().enumerate().map(|(at, it)| (stem(it.0.trim_start_matches('=')), at)).collect();
    stemmed.sort_unstable();
    let pieces = pieces(&stemmed, terms);
    let total = u32::try_from(entries.len()).unwrap_or(u32::MAX);
    let words: Vec<(String, Artifact)> = pieces
        .par_iter()
        .map(|piece| {
            let mut ranks: Vec<usize> = piece.iter().map(|it| it.1).collect();
            ranks.sort_unstable();
            let own: Vec<(&str, Postings)> = ranks.iter().map(|it| terms[*it].clone()).collect();
            let titled = titled(&own);
            let shown = cards::cards(titled.into_iter().map(|it| (it, &entries[it])), false);
            (piece[0].0.clone(), file(tag, &[pack::words(&own, alphabet, total), shown]))
        })
        .collect();
    let blocks: Vec<Artifact> = entries
        .par_chunks(BLOCK)
        .enumerate()
        .map(|(at, block)| {
            file(tag, &[cards::cards(block.iter().enumerate().map(|(rank, it)| (at * BLOCK + rank, it)), true)])
        })
        .collect();
    Shards {
        words: words.iter().map(|(stem, file)| (stem.clone(), file.path.clone())).collect(),
        titles: blocks.iter().map(|it| it.path.clone()).collect(),
        artifacts: words.into_iter().map(|it| it.1).chain(blocks).collect(),
    }
}

/// Cuts the words, sorted by stem, into pieces of about one size. Words of one stem stay together.
fn pieces<'a>(stemmed: &'a [(String, usize)], terms: &[(&str, Postings)]) -> Vec<&'a [(String, usize)]> {
    let mut out = Vec::new();
    let (mut from, mut size) = (0, 0);
    for (at, (stem, rank)) in stemmed.iter().enumerate() {
        let own = cost(&terms[*rank]);
        if at > from && stemmed[at - 1].0 != *stem && size + own > SIZE {
            out.push(&stemmed[from..at]);
            (from, size) = (at, 0);
        }
        size += own;
    }
    if from < stemmed.len() {
        out.push(&stemmed[from..]);
    }
    out
}

/// Returns about how many bytes a word takes with its pages and their titles.
fn cost((term, pages): &(&str, Postings)) -> usize {
    let titles = pages.iter().filter(|it| it.1 & TITLE != 0).count().min(TITLES);
    term.len() / 2 + pages.len() + titles * 25
}

/// Lists the pages in whose titles one of the words stands.
fn titled(terms: &[(&str, Postings)]) -> Vec<usize> {
    let of = |pages: &Postings| {
        let titled = pages.iter().filter(|it| it.1 & TITLE != 0).take(TITLES);
        titled.map(|it| it.0 as usize).collect::<Vec<_>>()
    };
    let mut out: Vec<usize> = terms.iter().flat_map(|it| of(&it.1)).collect();
    out.sort_unstable();
    out.dedup();
    out
}

#[cfg(test)]
mod tests {
    use super::pieces;

    #[test]
    fn words_of_one_stem_stay_together() {
        let many: Vec<(u32, u8)> = (0..10_000).map(|it| (it, 16)).collect();
        let terms = [("الهجره", many.clone()), ("هجره", many.clone()), ("والهجره", many.clone()), ("يوم", many)];
        let stemmed = [("هجر", 0), ("هجر", 1), ("هجر", 2), ("يوم", 3)].map(|(stem, at)| (stem.to_owned(), at));
        let lengths: Vec<usize> = pieces(&stemmed, &terms).iter().map(|it| it.len()).collect();
        assert_eq!(lengths, [3, 1]);
    }
}
