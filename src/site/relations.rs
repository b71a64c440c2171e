//! References between records, in both directions.

use std::sync::Arc;

use super::{
    Page,
    lookup::{Lookup, RefMatch},
    records::{RecordEntry, RecordId},
};
use crate::{
    base::Spanned,
    record::{Kinds, Value},
};

/// What a record refers to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outgoing {
    /// The field.
    pub field: Arc<str>,
    /// Rank of the value in the field.
    pub entry: usize,
    /// Whether it is the source of the value instead of the value itself.
    pub is_source: bool,
    /// What the author wrote, and where.
    pub written: Spanned<String>,
    /// The kinds that the field allows; empty for all.
    pub among: Vec<usize>,
    /// What it means.
    pub target: RefMatch,
}

/// What refers to a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Incoming {
    /// The record that refers.
    pub from: RecordId,
    /// The field, as an index into the fields of that record's kind.
    pub field: usize,
}

/// Finds the target of every reference and enters the inverse on the target; what is kept back is not told there.
pub(super) fn resolve(records: &mut [RecordEntry], pages: &[Page], kinds: &Kinds, lookup: &Lookup) {
    let mut incoming: Vec<Vec<Incoming>> = vec![Vec::new(); records.len()];
    for (entry, rank) in records.iter_mut().zip(0u32..) {
        entry.outgoing = outgoing(entry, kinds, lookup);
        if pages[entry.page.index()].is_draft {
            continue;
        }
        let kind = &kinds.all()[entry.kind];
        for it in &entry.outgoing {
            let RefMatch::One(to) = it.target else { continue };
            let name = if it.is_source { "sources" } else { &*it.field };
            let Some(field) = kind.fields.iter().position(|field| *field.name == *name) else { continue };
            let found = Incoming { from: RecordId(rank), field };
            let list = &mut incoming[to.index()];
            if !list.contains(&found) {
                list.push(found);
            }
        }
    }
    for (entry, incoming) in records.iter_mut().zip(incoming) {
        entry.incoming = incoming;
    }
}

fn outgoing(entry: &RecordEntry, kinds: &Kinds, lookup: &Lookup) -> Vec<Outgoing> {
    let kind = &kinds.all()[entry.kind];
    let among = |name: &str| -> Vec<usize> {
        let field = kind.fields.iter().find(|it| *it.name == *name);
        field.map_or_else(Vec::new, |it| it.to.iter().filter_map(|to| lookup.kind(&to.value)).collect())
    };
    let sources = {
        let declared = among("sources");
        if declared.is_empty() { lookup.kind("source").into_iter().collect() } else { declared }
    };
    let mut out = Vec::new();
    for (name, field) in &entry.record.fields {
        let to = among(name);
        for (rank, value) in field.entries.iter().enumerate() {
            if let Value::Ref(written) = &value.value {
                let written = Spanned::new(written.clone(), value.span);
                out.push(found(name, rank, false, written, to.clone(), lookup));
            }
            for written in &value.sources {
                out.push(found(name, rank, true, written.clone(), sources.clone(), lookup));
            }
        }
    }
    out
}

fn found(
    field: &Arc<str>,
    entry: usize,
    is_source: bool,
    written: Spanned<String>,
    among: Vec<usize>,
    lookup: &Lookup,
) -> Outgoing {
    let target = lookup.record(&written.value, &among);
    Outgoing { field: field.clone(), entry, is_source, written, among, target }
}

impl RecordEntry {
    /// Returns the record that a value refers to.
    pub fn target(&self, field: &str, entry: usize) -> Option<RecordId> {
        self.outgoing.iter().find_map(|it| match it.target {
            RefMatch::One(id) if !it.is_source && &*it.field == field && it.entry == entry => Some(id),
            _ => None,
        })
    }

    /// Lists the sources of a value.
    pub fn sources_of<'a>(&'a self, field: &'a str, entry: usize) -> impl Iterator<Item = RecordId> + 'a {
        self.outgoing.iter().filter_map(move |it| match it.target {
            RefMatch::One(id) if it.is_source && &*it.field == field && it.entry == entry => Some(id),
            _ => None,
        })
    }
}
