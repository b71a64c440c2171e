//! Known misspellings, each with the right word: what kinds declare under `terms: {misspelt: […]}`.

use serde_json::{Value as Json, json};

use super::invert::Term;
use crate::{record::Value, text::search::fold, view::Env};

/// Lists misspellings, folded, each with what is meant: the nearest word of the record's names, else the nearest of all words.
pub fn misspelt(env: Env<'_>, terms: &[Term]) -> Vec<Json> {
    let site = env.site;
    let mut out: Vec<(String, String)> = Vec::new();
    for entry in site.records.iter().filter(|it| !it.record.draft) {
        let kind = &site.kinds.all()[entry.kind];
        for name in &kind.terms.misspelt {
            let values = entry.field(name).into_iter().flat_map(|it| &it.entries);
            for value in values {
                if let Value::Plain(text) = &value.value {
                    out.push((fold(text), right(text, terms)));
                }
            }
        }
    }
    out.retain(|(wrong, right)| wrong != right && !right.is_empty());
    out.sort();
    out.dedup_by(|a, b| a.0 == b.0);
    out.into_iter().map(|(wrong, right)| json!([wrong, right])).collect()
}

/// Returns the commonest word one or two letters away.
fn right(wrong: &str, terms: &[Term]) -> String {
    let wrong = fold(wrong);
    let near = terms
        .iter()
        .filter(|(term, _)| **term != *wrong && term.len().abs_diff(wrong.len()) <= 4 && !term.starts_with(['@', '=']));
    let ranked = near.filter_map(|(term, pages)| {
        let distance = strsim::osa_distance(term, &wrong);
        (distance <= 2).then_some((distance, std::cmp::Reverse(pages.len()), &**term))
    });
    ranked.min().map_or_else(String::new, |it| it.2.to_owned())
}
