//! What all field types share: a value per language, lists, values that hold for a time or by a source.

use super::{
    Entry, KindField, Value, date,
    fields::Raw,
    reader::{self, Fields},
    yaml::Node,
};
use crate::{
    base::{Languages, PartialDate, PerLang, Span, Spanned},
    diag::{Diagnostic, codes},
};

/// The keys of a value with its time and its sources.
const DETAILS: &[&str] = &["value", "from", "until", "sources", "note"];

/// Reads the value of a field; the caller has seen that it is not empty.
pub fn read(node: &Spanned<Node>, field: &KindField, languages: &Languages, sink: &mut Vec<Diagnostic>) -> Vec<Entry> {
    if !field.dated && !field.sourced {
        return values(node, field, languages, sink).into_iter().map(plain).collect();
    }
    match &node.value {
        Node::Sequence(items) if items.iter().any(|it| is_detailed(it, languages)) || !field.list => {
            let items = items.iter().filter_map(|it| reader::item(&field.name, it, sink)).collect::<Vec<_>>();
            items.into_iter().flat_map(|it| detailed_item(it, field, languages, sink)).collect()
        }
        _ if is_detailed(node, languages) => detailed(node, field, languages, sink),
        _ => values(node, field, languages, sink).into_iter().map(plain).collect(),
    }
}

fn plain((value, span): (Value, Span)) -> Entry {
    Entry { value, span, from: None, until: None, sources: Vec::new(), note: PerLang::default() }
}

/// Tells a value with details from a text per language: both are mappings.
fn is_detailed(node: &Spanned<Node>, languages: &Languages) -> bool {
    let Node::Mapping(pairs) = &node.value else { return false };
    let has = |names: &dyn Fn(&str) -> bool| pairs.iter().any(|(key, _)| names(&key.value));
    has(&|it| DETAILS.contains(&it)) && !has(&|it| languages.find(it).is_some())
}

/// Reads one item of a list of values with details. A plain item may stand among them where the field is a list,
/// or stand alone; else nobody could tell when which of them holds.
fn detailed_item(node: &Spanned<Node>, field: &KindField, languages: &Languages, sink: &mut Vec<Diagnostic>) -> Vec<Entry> {
    if is_detailed(node, languages) {
        return detailed(node, field, languages, sink);
    }
    if !field.list {
        sink.push(reader::wrong_type(node, "type-detailed"));
        return single(node, field, languages, &mut Vec::new()).map(plain).into_iter().collect();
    }
    single(node, field, languages, sink).map(plain).into_iter().collect()
}

fn detailed(node: &Spanned<Node>, field: &KindField, languages: &Languages, sink: &mut Vec<Diagnostic>) -> Vec<Entry> {
    let mut keys = Fields::new(node, sink);
    keys.missing("value");
    let value = keys.filled("value");
    let from = keys.date("from");
    let until = keys.date("until");
    let sources = keys.list("sources");
    let note = keys.texts("note", languages).map(|_, it| it.value.clone());
    check_order(from.as_ref(), until.as_ref(), keys.sink());
    keys.finish();
    let Some(value) = value else { return Vec::new() };
    let found = values(value, field, languages, sink).into_iter();
    let (from, until) = (from.map(|it| it.value), until.map(|it| it.value));
    found.map(|(value, span)| Entry { value, span, from, until, sources: sources.clone(), note: note.clone() }).collect()
}

/// Reports a time that ends before it begins.
fn check_order(from: Option<&Spanned<PartialDate>>, until: Option<&Spanned<PartialDate>>, sink: &mut Vec<Diagnostic>) {
    let (Some(from), Some(until)) = (from, until) else { return };
    if date::ends_before(&until.value, &from.value) {
        let both = format!("{} / {}", from.value.notation(), until.value.notation());
        sink.push(Diagnostic::at(&codes::record::DATE_ORDER, until.span).with("date", both));
    }
}

/// Reads one value, or a list of them where the field is one.
fn values(node: &Spanned<Node>, field: &KindField, languages: &Languages, sink: &mut Vec<Diagnostic>) -> Vec<(Value, Span)> {
    if !field.list {
        return single(node, field, languages, sink).into_iter().collect();
    }
    // A single mapping of a translated list is its one item, not the text of several.
    let items = reader::items(node, sink);
    let items: Vec<_> = items.into_iter().filter_map(|it| reader::item(&field.name, it, sink)).collect();
    items.into_iter().filter_map(|it| single(it, field, languages, sink)).collect()
}

fn single(node: &Spanned<Node>, field: &KindField, languages: &Languages, sink: &mut Vec<Diagnostic>) -> Option<(Value, Span)> {
    if let Some(translate) = field.of_type.translate.filter(|_| field.translated) {
        let texts = reader::pair(node, languages, sink);
        return (!texts.is_empty()).then(|| (translate(texts), node.span));
    }
    if let Node::Scalar(scalar) = &node.value {
        let raw = Raw { text: &scalar.text, quoted: scalar.quoted, span: node.span, field, languages };
        return (field.of_type.read)(&raw, sink).map(|it| (it, node.span));
    }
    let wanted = field.of_type.expected;
    if wanted == "type-boolean" {
        sink.push(reader::wrong_type(node, wanted).hint("boolean"));
    } else {
        reader::typed_text(node, wanted, sink);
    }
    None
}

#[cfg(test)]
mod tests;
