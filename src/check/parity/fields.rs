//! The languages of a record, value by value.

use super::{Finding, Sides, blocks, facts::At, metadata::words};
use crate::{
    base::{PerLang, Span},
    diag::{Arg, Diagnostic, codes::parity as code},
    record::{Entry, Value},
    site::{PageId, RecordId, Site},
};

/// Compares the translated values of a record. What is quoted as found is nobody's translation.
pub(super) fn compare(site: &Site, page: PageId, id: RecordId, out: &mut Vec<Finding>) {
    let (entry, kind) = (site.record(id), site.kind_of(id));
    for (name, field) in &entry.record.fields {
        let is_quoted = kind.field(name).is_none_or(|it| it.of_type.name == "verbatim");
        for value in field.entries.iter().filter(|_| !is_quoted) {
            if let Value::Text(texts) = &value.value {
                texts_of(site, name, texts, value.span, out);
            }
            note(site, name, value, out);
        }
    }
    for (name, rank, texts) in &entry.prose {
        let mut all = texts.iter();
        let Some((left, first)) = all.next() else { continue };
        let is_translated = kind.field(name).is_some_and(|it| it.translated);
        let is_quoted = entry.field(name).and_then(|it| it.entries.get(*rank)).is_none();
        for (right, other) in all.filter(|_| is_translated && !is_quoted) {
            blocks::compare(Sides { site, left, right }, page, [first, other], Some(name), out);
        }
    }
}

fn texts_of(site: &Site, name: &str, texts: &PerLang<String>, span: Span, out: &mut Vec<Finding>) {
    let mut all = texts.iter();
    let Some((left, first)) = all.next() else { return };
    for (right, other) in all {
        let at = At { sides: Sides { site, left, right }, left: span, right: span, places: vec![name.to_owned()] };
        words(&at, first, other, out);
    }
}

/// A remark on a value stands in every language or in none.
fn note(site: &Site, name: &str, value: &Entry, out: &mut Vec<Finding>) {
    let Some((left, _)) = value.note.iter().next() else { return };
    for right in site.languages().iter().filter(|it| value.note.get(*it).is_none()) {
        let sides = Sides { site, left, right };
        let at = At { sides, left: value.span, right: value.span, places: vec![name.to_owned()] };
        let diagnostic = Diagnostic::at(&code::METADATA, value.span)
            .with("key", "note")
            .with("here", Arg::Message("parity-nothing"))
            .with("there", Arg::Message("parity-there"));
        at.push(diagnostic.with("lang", sides.there()), value.span, out);
    }
    texts_of(site, name, &value.note, value.span, out);
}
