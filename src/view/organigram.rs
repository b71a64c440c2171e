//! The tree of a kind's units, at the date of the page: who stands below whom, and which unit is marked.

use std::collections::{BTreeMap, BTreeSet};

use super::{Entry, ListGroup, facts, scene::Scene};
use crate::{
    base::PartialDate,
    record::{self as kinds, Kind, Organigram},
    site::{PageId, PageKind, RecordEntry, RecordId},
};

/// The units below each unit, in the order of their lists.
struct Tree<'a> {
    below: BTreeMap<RecordId, Vec<RecordId>>,
    /// What was shown already: a circle ends where it began.
    shown: BTreeSet<RecordId>,
    mark: Option<&'a str>,
}

/// Returns the units of a list as one group of trees. A unit whose time above has passed, or has not come, is left out.
pub(super) fn groups(scene: &Scene<'_>, kind: &Kind, organigram: &Organigram, pages: &[PageId]) -> Vec<ListGroup> {
    let site = scene.site();
    let mut tree =
        Tree { below: BTreeMap::new(), shown: BTreeSet::new(), mark: organigram.mark.as_ref().map(|it| &*it.value) };
    let mut roots = Vec::new();
    let listed: BTreeSet<RecordId> = pages.iter().filter_map(|it| record_of(scene, *it)).collect();
    for id in pages.iter().filter_map(|it| record_of(scene, *it)) {
        match above(site.record(id), &organigram.parent, scene.when) {
            Above::Gone => {}
            Above::Unit(parent) if listed.contains(&parent) => tree.below.entry(parent).or_default().push(id),
            Above::Unit(_) | Above::None => roots.push(id),
        }
    }
    for (other, field) in &organigram.also {
        let Some(rank) = site.kinds.iter().position(|it| *it.name.value.as_str() == *other.value) else { continue };
        if site.kinds.all()[rank].name.value == kind.name.value {
            continue;
        }
        for id in site.records_of(rank) {
            if let Above::Unit(parent) = above(site.record(id), &field.value, scene.when) {
                tree.below.entry(parent).or_default().push(id);
            }
        }
    }
    let mut entries: Vec<Entry> = roots.into_iter().filter_map(|it| tree.entry(scene, it)).collect();
    // Units that are above each other in a circle have no root; each is shown once all the same.
    let lost: BTreeSet<RecordId> = tree.below.values().flatten().copied().collect();
    let in_order = pages.iter().filter_map(|it| record_of(scene, *it)).filter(|it| lost.contains(it));
    entries.extend(in_order.filter_map(|it| tree.entry(scene, it)));
    vec![ListGroup { id: None, title: None, entries }]
}

fn record_of(scene: &Scene<'_>, page: PageId) -> Option<RecordId> {
    match scene.site().page(page).kind {
        PageKind::Record(id) => Some(id),
        _ => None,
    }
}

/// What stands above a unit.
enum Above {
    /// Another unit.
    Unit(RecordId),
    /// Nothing: it is the head of a tree.
    None,
    /// It had its place at another time.
    Gone,
}

fn above(entry: &RecordEntry, field: &str, when: Option<PartialDate>) -> Above {
    let entries = entry.field(field).map_or(&[][..], |it| &it.entries);
    if entries.is_empty() {
        return Above::None;
    }
    match entries.iter().position(|it| holds(it, when)) {
        Some(rank) => entry.target(field, rank).map_or(Above::None, Above::Unit),
        None => Above::Gone,
    }
}

/// Tells whether a value holds at a date; without one, today: what has an end has ended.
fn holds(entry: &kinds::Entry, when: Option<PartialDate>) -> bool {
    let Some(when) = when else { return entry.until.is_none() };
    let day = when.start.sort_key();
    entry.from.is_none_or(|it| it.start.sort_key() <= day)
        && entry.until.is_none_or(|it| day <= it.end.unwrap_or(it.start).sort_key())
}

impl Tree<'_> {
    fn entry(&mut self, scene: &Scene<'_>, id: RecordId) -> Option<Entry> {
        if !self.shown.insert(id) {
            return None;
        }
        let site = scene.site();
        let below = self.below.get(&id).cloned().unwrap_or_default();
        let field = self.mark.and_then(|it| site.kind_of(id).field(it));
        let mut out = Entry {
            link: scene.link(site.record(id).page),
            mark: field.and_then(|it| facts::fact(scene, id, it, &[])),
            ..Entry::default()
        };
        out.children = below.into_iter().filter_map(|it| self.entry(scene, it)).collect();
        Some(out)
    }
}
