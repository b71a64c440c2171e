//! What only all kinds together can show: doubles, clashing addresses, targets, clashing relations.

use std::collections::BTreeMap;

use super::{Kind, Kinds, organigram};
use crate::{
    base::Span,
    diag::{Checked, Diagnostic, codes},
    record::reader::{near_or_known, with_fix},
};

impl Kinds {
    /// Joins the kinds of a site. Of two with one name the first counts.
    pub fn new(all: Vec<Kind>) -> Checked<Self> {
        let mut sink = Vec::new();
        let mut kinds = unique(all, &mut sink);
        organigram::check(&mut kinds, &mut sink);
        check_paths(&kinds, &mut sink);
        check_targets(&kinds, &mut sink);
        check_inverses(&kinds, &mut sink);
        Checked::new(Self { kinds }, sink)
    }
}

/// Sorts by name and drops doubles; the sort keeps the order of files among them.
fn unique(mut kinds: Vec<Kind>, sink: &mut Vec<Diagnostic>) -> Vec<Kind> {
    kinds.sort_by(|a, b| a.name.value.cmp(&b.name.value));
    let mut out: Vec<Kind> = Vec::new();
    for kind in kinds {
        match out.last() {
            Some(first) if first.name.value == kind.name.value => sink.push(
                Diagnostic::at(&codes::kind::DUPLICATE, kind.name.span)
                    .with("kind", kind.name.value.as_str())
                    .label(first.name.span, "first"),
            ),
            _ => out.push(kind),
        }
    }
    out
}

fn check_paths(kinds: &[Kind], sink: &mut Vec<Diagnostic>) {
    let mut owners: BTreeMap<&str, &Kind> = BTreeMap::new();
    for kind in kinds {
        if let Some(first) = owners.get(&*kind.path.value) {
            let fault = Diagnostic::at(&codes::kind::PATH_TAKEN, kind.path.span).with("path", kind.path.value.as_str());
            sink.push(fault.with("kind", first.name.value.as_str()).label(first.path.span, "first"));
        } else {
            owners.insert(&kind.path.value, kind);
        }
    }
}

fn check_targets(kinds: &[Kind], sink: &mut Vec<Diagnostic>) {
    let names: Vec<&str> = kinds.iter().map(|it| it.name.value.as_str()).collect();
    for target in kinds.iter().flat_map(|it| &it.fields).flat_map(|it| &it.to) {
        if !names.contains(&target.value.as_str()) {
            let fault = Diagnostic::at(&codes::kind::UNKNOWN_TARGET, target.span).with("kind", target.value.as_str());
            sink.push(with_fix(near_or_known(fault, &target.value, &names), target.span));
        }
    }
}

/// Reports relations that would stand under one name on one kind: two inverses, or an inverse and a field.
fn check_inverses(kinds: &[Kind], sink: &mut Vec<Diagnostic>) {
    let mut taken: BTreeMap<(&str, &str), Span> = BTreeMap::new();
    for kind in kinds {
        for field in &kind.fields {
            taken.insert((kind.name.value.as_str(), &field.name), field.span);
        }
    }
    for (kind, field) in kinds.iter().flat_map(|kind| kind.fields.iter().map(move |field| (kind, field))) {
        let Some(inverse) = &field.inverse else { continue };
        for target in &field.to {
            let place = (target.value.as_str(), &*inverse.name.value);
            match taken.get(&place) {
                // One relation may come from several kinds: "sources" of a mandate and of a meeting are both "cited by".
                Some(first) if !is_shared(kinds, kind, place) => {
                    let fault = Diagnostic::at(&codes::kind::INVERSE_TAKEN, inverse.name.span)
                        .with("inverse", &inverse.name.value);
                    sink.push(fault.with("kind", target.value.as_str()).label(*first, "first"));
                }
                Some(_) => {}
                None => {
                    taken.insert(place, inverse.name.span);
                }
            }
        }
    }
}

/// Tells whether the name is only used by relations of other kinds, whose records then stand together.
fn is_shared(kinds: &[Kind], from: &Kind, (target, name): (&str, &str)) -> bool {
    let is_field = kinds.iter().any(|it| it.name.value.as_str() == target && it.field(name).is_some());
    let here = from.fields.iter().filter(|it| it.inverse.as_ref().is_some_and(|it| &*it.name.value == name));
    !is_field && here.filter(|it| it.to.iter().any(|it| it.value == target)).count() < 2
}
