//! How the records of a kind form a tree of units: which field leads upwards, what else belongs to it, at which dates it is shown.

use std::sync::Arc;

use super::{Kind, KindField, read::known_field};
use crate::{
    base::{PartialDate, Spanned},
    diag::{Diagnostic, codes},
    record::{
        date,
        reader::{Fields, near_or_known, with_fix},
    },
};

/// A tree of units, as a kind with `list: organigram` declares it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organigram {
    /// The field that leads to the unit above.
    pub parent: Arc<str>,
    /// Fields of other kinds that lead to a unit of this tree: kind and field.
    pub also: Vec<(Spanned<String>, Spanned<String>)>,
    /// The field whose units are marked, with what it says.
    pub mark: Option<Spanned<String>>,
    /// Dates beside the present at which the tree is shown.
    pub at: Vec<PartialDate>,
}

/// Reads `organigram:`.
pub(super) fn of(keys: &mut Fields<'_, '_>, kind: &str, fields: &[KindField]) -> Option<Organigram> {
    let mut inner = keys.nested("organigram")?;
    let upwards: Vec<KindField> = fields.iter().filter(|it| leads_to(it, kind)).cloned().collect();
    let parent = inner.required_text("parent");
    let parent = parent.and_then(|it| known_field(&it.value, it.span, &upwards, &[], inner.sink()));
    let also = inner.list("also");
    let also = also.into_iter().filter_map(|it| split(it, inner.sink())).collect();
    let mark = inner.text("mark");
    let mut at = Vec::new();
    for it in inner.list("at") {
        at.extend(date::read(&it.value, it.span, inner.sink()));
    }
    inner.finish();
    // Without a parent the rest is still checked; nothing of it is published.
    Some(Organigram { parent: parent.unwrap_or_default(), also, mark, at })
}

fn leads_to(field: &KindField, kind: &str) -> bool {
    field.of_type.name == "ref" && field.to.iter().any(|it| it.value == kind)
}

/// Splits `department.part_of` into kind and field.
fn split(text: Spanned<String>, sink: &mut Vec<Diagnostic>) -> Option<(Spanned<String>, Spanned<String>)> {
    let part = |it: &str| Spanned::new(it.to_owned(), text.span);
    let parts = text.value.split_once('.').map(|(kind, field)| (part(kind), part(field)));
    if parts.is_none() {
        sink.push(Diagnostic::at(&codes::kind::UNKNOWN_FIELD, text.span).with("field", text.value.as_str()));
    }
    parts
}

/// Checks what a tree names of other kinds, and drops what does not exist.
pub(super) fn check(kinds: &mut [Kind], sink: &mut Vec<Diagnostic>) {
    let all: Vec<(String, Vec<KindField>)> =
        kinds.iter().map(|it| (it.name.value.to_string(), it.fields.clone())).collect();
    for kind in kinds.iter_mut() {
        let name = kind.name.value.to_string();
        let Some(organigram) = &mut kind.organigram else { continue };
        organigram.also.retain(|(other, field)| {
            let Some((_, fields)) = all.iter().find(|it| it.0 == other.value) else {
                let names: Vec<&str> = all.iter().map(|it| it.0.as_str()).collect();
                let fault = Diagnostic::at(&codes::kind::UNKNOWN_TARGET, other.span).with("kind", other.value.as_str());
                sink.push(near_or_known(fault, &other.value, &names));
                return false;
            };
            let upwards: Vec<KindField> = fields.iter().filter(|it| leads_to(it, &name)).cloned().collect();
            known_field(&field.value, field.span, &upwards, &[], sink).is_some()
        });
        let in_tree = |it: &&(String, Vec<KindField>)| {
            it.0 == name || organigram.also.iter().any(|(other, _)| other.value == it.0)
        };
        let names: Vec<&str> = all.iter().filter(in_tree).flat_map(|it| &it.1).map(|it| &*it.name).collect();
        if let Some(mark) = organigram.mark.take_if(|it| !names.contains(&it.value.as_str())) {
            let fault = Diagnostic::at(&codes::kind::UNKNOWN_FIELD, mark.span).with("field", mark.value.as_str());
            sink.push(with_fix(near_or_known(fault, &mark.value, &names), mark.span));
        }
    }
}
