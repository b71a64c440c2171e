//! Large indexes in pieces: the words by their stems, each piece with the titles of the pages that it is likely to lead to.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::{
    bag::{NAME, TITLE},
    cards,
    entries::Entry,
    file,
    invert::Term,
    leading::{self, Leading},
    pack,
};
use crate::{
    base::Artifact,
    text::search::{Reading, Tier, readings, stem_of},
};

/// With more pages than this an index is written in pieces.
pub const LIMIT: usize = 1200;
/// A piece has about this many bytes before compression.
const SIZE: usize = 14_000;
/// So many pages share a file of titles.
pub const BLOCK: usize = 128;

/// Shorter words are not put right.
const SHORTEST: usize = 4;
/// So many words, the commonest ones, tell what was meant.
const SPELLED: usize = 8000;

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
pub fn shards(tag: &str, entries: &[Entry], terms: &[Term], alphabet: &[char]) -> Shards {
    let stemmed = stemmed(terms);
    let pieces = pieces(&stemmed, terms);
    let total = u32::try_from(entries.len()).unwrap_or(u32::MAX);
    let leading = Leading::new(entries.iter().map(|it| it.length));
    let words: Vec<(String, Artifact)> = pieces
        .par_iter()
        .map(|piece| {
            let mut ranks: Vec<usize> = piece.iter().map(|it| it.1).collect();
            ranks.sort_unstable();
            ranks.dedup();
            let own: Vec<&Term> = ranks.iter().map(|it| &terms[*it]).collect();
            let shown = cards::cards(leading.of(&own).into_iter().map(|it| (it, &entries[it])), false, false);
            (piece[0].0.clone(), file(tag, &[pack::words(own.into_iter(), alphabet, total), shown], false))
        })
        .collect();
    let blocks: Vec<Artifact> = entries
        .par_chunks(BLOCK)
        .enumerate()
        .map(|(at, block)| {
            let block = block.iter().enumerate().map(|(rank, it)| (at * BLOCK + rank, it));
            file(tag, &[cards::cards(block, true, false)], false)
        })
        .collect();
    Shards {
        words: words.iter().map(|(stem, file)| (stem.clone(), file.path.clone())).collect(),
        titles: blocks.iter().map(|it| it.path.clone()).collect(),
        artifacts: words.into_iter().map(|it| it.1).chain(blocks).collect(),
    }
}

/// Lists every term under its stem, and under the stem of what it is without clitics where that stands on as many pages: a
/// reader who asks for the one wants the other too.
fn stemmed(terms: &[Term]) -> Vec<(String, usize)> {
    let read: Vec<Vec<Reading>> = terms.par_iter().map(|it| readings(it.0.trim_start_matches('='))).collect();
    let mut known: FxHashMap<&str, usize> = FxHashMap::default();
    for (all, (_, pages)) in read.iter().zip(terms) {
        for it in all.iter().filter(|it| it.tier != Tier::Clitic) {
            let most = known.entry(&it.rest).or_default();
            *most = pages.len().max(*most);
        }
    }
    let stems = read.par_iter().zip(terms).enumerate().flat_map_iter(|(at, (all, (_, pages)))| {
        let is_base =
            |it: &&Reading| it.tier == Tier::Clitic && known.get(&*it.rest).is_some_and(|most| *most >= pages.len());
        let base = all.iter().filter(is_base).max_by_key(|it| it.rest.len());
        let own = stem_of(all).to_owned();
        let other = base.map(|it| stem_of(&readings(&it.rest)).to_owned()).filter(|it| *it != own);
        [Some(own), other].into_iter().flatten().map(move |it| (it, at))
    });
    let mut out: Vec<(String, usize)> = stems.collect();
    out.par_sort_unstable();
    out
}

/// Lists the words of titles and names, by which the browser tells what a reader meant whose word is in no piece.
pub fn spelling(terms: &[Term]) -> Vec<Term> {
    let is_named = |it: &&Term| {
        it.1.iter().any(|it| it.1 & (TITLE | NAME) != 0)
            && it.0.chars().all(char::is_alphabetic)
            && it.0.chars().count() >= SHORTEST
    };
    let mut out: Vec<&Term> = terms.iter().filter(is_named).collect();
    out.sort_by_key(|it| std::cmp::Reverse(it.1.len()));
    out.truncate(SPELLED);
    out.sort_unstable_by(|one, other| one.0.cmp(&other.0));
    out.into_iter().map(|it| (it.0.clone(), vec![(0, 0)])).collect()
}

/// Cuts the words, sorted by stem, into pieces of about one size. Words of one stem stay together.
fn pieces<'a>(stemmed: &'a [(String, usize)], terms: &[Term]) -> Vec<&'a [(String, usize)]> {
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
fn cost((term, pages): &Term) -> usize {
    term.len() / 2 + pages.len() + leading::cost(pages)
}

#[cfg(test)]
mod tests {
    use super::{pieces, spelling, stemmed};
    use crate::output::search::{bag::TITLE, invert::Term};

    fn terms(all: [(&str, usize); 4]) -> Vec<Term> {
        let pages = |count: usize| (0..count).map(|it| (u32::try_from(it).unwrap_or_default(), 16 | TITLE)).collect();
        all.map(|(term, count)| (term.into(), pages(count))).into()
    }

    #[test]
    fn words_with_a_clitic_stand_beside_those_without() {
        let terms = terms([("تاب", 1), ("كتاب", 9), ("لهجره", 2), ("هجره", 3)]);
        let all = stemmed(&terms);
        let expected = [("تاب", 0), ("كتاب", 1), ("لهجر", 2), ("هجر", 2), ("هجر", 3)];
        assert_eq!(all, expected.map(|(stem, at)| (stem.to_owned(), at)));
        assert_eq!(spelling(&terms).iter().map(|it| &*it.0).collect::<Vec<_>>(), ["كتاب", "لهجره", "هجره"]);
    }

    #[test]
    fn words_of_one_stem_stay_together() {
        let many: Vec<(u32, u8)> = (0..10_000).map(|it| (it, 16)).collect();
        let terms = ["الهجره", "هجره", "والهجره", "يوم"].map(|it| (it.into(), many.clone()));
        let stemmed = [("هجر", 0), ("هجر", 1), ("هجر", 2), ("يوم", 3)].map(|(stem, at)| (stem.to_owned(), at));
        let lengths: Vec<usize> = pieces(&stemmed, &terms).iter().map(|it| it.len()).collect();
        assert_eq!(lengths, [3, 1]);
    }
}
