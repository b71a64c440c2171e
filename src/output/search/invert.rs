//! From the terms of each page to the pages of each term.

use std::collections::HashMap;

use super::entries::Entry;

/// The pages of one term: rank of the page, fields and class of number.
pub type Postings = Vec<(u32, u8)>;

/// Lists the terms in order with their pages in order.
pub fn invert(entries: &[Entry]) -> Vec<(&str, Postings)> {
    let mut found: HashMap<&str, Postings> = HashMap::new();
    for (entry, rank) in entries.iter().zip(0u32..) {
        for (term, code) in &entry.terms {
            found.entry(term).or_default().push((rank, *code));
        }
    }
    let mut out: Vec<(&str, Postings)> = found.into_iter().collect();
    out.sort_unstable_by_key(|it| it.0);
    out
}
