//! Parts of a kind's list that have addresses of their own: what its facets tell apart, and its tree at earlier dates.
//!
//! They are the filters of a site that needs no script: each is a page, and the list links to it.

use std::sync::Arc;

use super::{
    Config, Cut, FacetValue, Page, PageId, PageKind, Part,
    indexes::LIST_SPLIT,
    records::{RecordEntry, RecordId},
};
use crate::{
    base::{Key, Lang},
    record::{Facet, Kind, KindField, Kinds, Value},
};

/// A list with fewer records than this is seen at a glance.
const LEAST: usize = 5;
/// A facet with more values than this narrows nothing: the list and the search lead there sooner.
const MOST: usize = 40;

/// With fewer records for two values on average, a facet tells everything apart and narrows nothing. Choices are few, and
/// are a filter as soon as one of them has two records.
const FOR_TWO: usize = 3;

/// Adds to every list the parts that its facets and its dates make.
pub(super) fn add(pages: &mut [Page], records: &[RecordEntry], kinds: &Kinds, config: &Config) {
    let record_of: Vec<Option<RecordId>> =
        pages.iter().map(|it| if let PageKind::Record(id) = it.kind { Some(id) } else { None }).collect();
    for page in pages.iter_mut() {
        let PageKind::Folder { kind: Some(rank) } = page.kind else { continue };
        let kind = &kinds.all()[rank];
        for lang in config.languages.iter() {
            let Some(all) = page.children.get(lang).cloned() else { continue };
            let listed: Vec<(PageId, RecordId)> = all
                .iter()
                .filter_map(|it| record_of[it.index()].map(|record| (*it, record)))
                .filter(|(_, it)| records[it.index()].kind == rank)
                .collect();
            let mut parts = dates(kind, &all);
            for at in 0..kind.facets.len() {
                parts.extend(facet(kind, at, &listed, records, lang));
            }
            if parts.is_empty() {
                continue;
            }
            let whole = || vec![Part { slug: String::new(), items: all.clone(), cut: Cut::Whole }];
            let mut every = page.parts.get(lang).cloned().unwrap_or_else(whole);
            every.extend(parts);
            page.parts.set(lang, every);
        }
    }
}

/// Returns the tree of units once for each date at which it is shown. No key holds `_`, so no record has such an address.
fn dates(kind: &Kind, all: &[PageId]) -> Vec<Part> {
    let dates = kind.organigram.iter().flat_map(|it| &it.at);
    dates
        .map(|it| Part { slug: format!("at_{}", it.start.notation()), items: all.to_vec(), cut: Cut::At(*it) })
        .collect()
}

fn facet(kind: &Kind, at: usize, listed: &[(PageId, RecordId)], records: &[RecordEntry], lang: Lang) -> Vec<Part> {
    let facet = &kind.facets[at];
    let Some(field) = kind.field(&facet.field).filter(|_| listed.len() >= LEAST) else { return Vec::new() };
    let mut groups: Vec<(FacetValue, Vec<PageId>)> = Vec::new();
    for (page, record) in listed {
        for value in values(facet, field, &records[record.index()]) {
            match groups.iter_mut().find(|it| it.0 == value) {
                Some(group) if group.1.last() == Some(page) => {}
                Some(group) => group.1.push(*page),
                None => groups.push((value, vec![*page])),
            }
        }
        if groups.len() > MOST {
            return Vec::new();
        }
    }
    let narrowed: usize = groups.iter().map(|(_, it)| it.len()).sum();
    let is_few = matches!(field.of_type.name, "choice" | "boolean") && narrowed > groups.len();
    if groups.len() < 2 || !is_few && 2 * narrowed < FOR_TWO * groups.len() {
        return Vec::new();
    }
    groups.sort_by_key(|(value, _)| place(value, field, records, lang));
    groups
        .into_iter()
        .flat_map(|(value, items)| {
            let name = format!("{}_{}", field.name, slug(&value, field, records));
            let chunks: Vec<Vec<PageId>> = items.chunks(LIST_SPLIT).map(<[PageId]>::to_vec).collect();
            chunks.into_iter().zip(1..).map(move |(items, number)| Part {
                slug: if number == 1 { name.clone() } else { format!("{name}_{number}") },
                items,
                cut: Cut::Facet { facet: at, value: value.clone() },
            })
        })
        .collect()
}

fn values(facet: &Facet, field: &KindField, entry: &RecordEntry) -> Vec<FacetValue> {
    let entries = entry.field(&field.name).map_or(&[][..], |it| &it.entries);
    let value = |(rank, it): (usize, &crate::record::Entry)| match &it.value {
        Value::Date(date) if facet.by_year => Some(FacetValue::Year(date.start.year())),
        Value::Choice(name) => Some(FacetValue::Choice(name.clone())),
        Value::Boolean(flag) => Some(FacetValue::Flag(*flag)),
        Value::Ref(_) => entry.target(&field.name, rank).map(FacetValue::Record),
        _ => None,
    };
    entries.iter().enumerate().filter(|(_, it)| it.until.is_none()).filter_map(value).collect()
}

/// Choices stand as they are declared, years as they pass, records as their own list has them.
fn place(value: &FacetValue, field: &KindField, records: &[RecordEntry], lang: Lang) -> (usize, i64) {
    match value {
        FacetValue::Year(year) => (0, i64::from(*year)),
        FacetValue::Flag(flag) => (0, i64::from(!*flag)),
        FacetValue::Choice(name) => (rank(field, name), 0),
        FacetValue::Record(id) => {
            let entry = &records[id.index()];
            (entry.kind, entry.ranks.get(lang).and_then(|it| i64::try_from(*it).ok()).unwrap_or(i64::MAX))
        }
    }
}

fn rank(field: &KindField, name: &Arc<str>) -> usize {
    field.choices.iter().position(|it| it.name == *name).unwrap_or(usize::MAX)
}

fn slug(value: &FacetValue, field: &KindField, records: &[RecordEntry]) -> String {
    match value {
        FacetValue::Year(year) => year.to_string(),
        FacetValue::Flag(flag) => if *flag { "yes" } else { "no" }.to_owned(),
        FacetValue::Choice(name) if Key::is_valid(name) => name.to_string(),
        FacetValue::Choice(name) => format!("choice-{}", rank(field, name) + 1),
        FacetValue::Record(id) => records[id.index()].record.key.value.to_string(),
    }
}
