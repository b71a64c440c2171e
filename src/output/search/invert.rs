//! From the terms of some pages each to the terms of all.

use rustc_hash::FxHashMap;

use super::bag::Bag;

/// The pages of one term: rank of the page, fields and class of number.
pub type Postings = Vec<(u32, u8)>;

/// A term with its pages in order.
pub type Term = (Box<str>, Postings);

/// Joins bags of pages in a row and lists their terms in order.
pub fn merge(bags: Vec<Bag>) -> Vec<Term> {
    let mut ranks: FxHashMap<Box<str>, usize> = FxHashMap::default();
    let mut out: Vec<Term> = Vec::new();
    for (term, pages) in bags.into_iter().flat_map(Bag::into_terms) {
        match ranks.get(&term) {
            Some(rank) => out[*rank].1.extend(pages),
            None => {
                ranks.insert(term.clone(), out.len());
                out.push((term, pages));
            }
        }
    }
    drop(ranks);
    out.sort_unstable_by(|one, other| one.0.cmp(&other.0));
    out
}
