//! From the terms of each page to the pages of each term.

use std::collections::BTreeMap;

use super::entries::Entry;

/// The pages of one term: rank of the page, fields and class of number.
pub type Postings = Vec<(u32, u8)>;

/// Lists the terms in order with their pages in order.
pub fn invert(entries: &[Entry]) -> Vec<(&str, Postings)> {
    let mut pairs: Vec<(&str, u32, u8)> = Vec::with_capacity(entries.iter().map(|it| it.terms.len()).sum());
    for (entry, rank) in entries.iter().zip(0u32..) {
        pairs.extend(entry.terms.iter().map(|(term, code)| (term.as_str(), rank, *code)));
    }
    let mut out: BTreeMap<&str, Postings> = BTreeMap::new();
    for (term, rank, code) in pairs {
        out.entry(term).or_default().push((rank, code));
    }
    out.into_iter().collect()
}
