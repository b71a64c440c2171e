//! What all field types share: a value per language, lists, values that hold for a time or by a source.

use super::{
    Entry, Kind, KindField, Translations, Value, date,
    fields::{self, Raw},
    reader::{self, Fields},
    yaml::Node,
};
use crate::{
    base::{Lang, Languages, PartialDate, PerLang, Span, Spanned},
    diag::{Diagnostic, Severity, codes},
};

/// The keys of a value with its time and its sources.
const DETAILS: &[&str] = &["value", "from", "until", "sources", "note"];

/// What decides how a value is read.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    /// The kind of the record.
    pub kind: &'a Kind,
    /// The field.
    pub field: &'a KindField,
    /// The languages of the site.
    pub languages: &'a Languages,
}

/// Reads the value of a field; the caller has seen that it is not empty.
pub fn read(node: &Spanned<Node>, with: Reading<'_>, sink: &mut Vec<Diagnostic>) -> Vec<Entry> {
    if with.field.of_type == &fields::UNREAD {
        return Vec::new();
    }
    if !with.field.dated && !with.field.sourced {
        return values(node, with, sink).into_iter().map(plain).collect();
    }
    match &node.value {
        Node::Sequence(items) if items.iter().any(|it| is_detailed(it, with.languages)) || !with.field.list => {
            let items = items.iter().filter_map(|it| reader::item(&with.field.name, it, sink)).collect::<Vec<_>>();
            items.into_iter().flat_map(|it| detailed_item(it, with, sink)).collect()
        }
        _ if is_detailed(node, with.languages) => detailed(node, with, sink),
        _ => values(node, with, sink).into_iter().map(plain).collect(),
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
fn detailed_item(node: &Spanned<Node>, with: Reading<'_>, sink: &mut Vec<Diagnostic>) -> Vec<Entry> {
    if is_detailed(node, with.languages) {
        return detailed(node, with, sink);
    }
    if !with.field.list {
        sink.push(reader::wrong_type(node, "type-detailed"));
        return single(node, with, &mut Vec::new()).map(plain).into_iter().collect();
    }
    single(node, with, sink).map(plain).into_iter().collect()
}

fn detailed(node: &Spanned<Node>, with: Reading<'_>, sink: &mut Vec<Diagnostic>) -> Vec<Entry> {
    let mut keys = Fields::new(node, sink);
    keys.missing("value");
    let value = keys.filled("value");
    let from = keys.date("from");
    let until = keys.date("until");
    let sources = keys.list("sources");
    let note = keys.texts("note", with.languages).map(|_, it| it.value.clone());
    check_order(from.as_ref(), until.as_ref(), keys.sink());
    keys.finish();
    let Some(value) = value else { return Vec::new() };
    // The items of a list may differ in time, so each may stand alone.
    let found = match &value.value {
        Node::Sequence(_) => values(value, with, sink),
        _ => single(value, with, sink).into_iter().collect(),
    };
    let (from, until) = (from.map(|it| it.value), until.map(|it| it.value));
    found
        .into_iter()
        .map(|(value, span)| Entry { value, span, from, until, sources: sources.clone(), note: note.clone() })
        .collect()
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
fn values(node: &Spanned<Node>, with: Reading<'_>, sink: &mut Vec<Diagnostic>) -> Vec<(Value, Span)> {
    if !with.field.list {
        return single(node, with, sink).into_iter().collect();
    }
    let items = reader::items(node, sink);
    let items: Vec<_> = items.into_iter().filter_map(|it| reader::item(&with.field.name, it, sink)).collect();
    items.into_iter().filter_map(|it| single(it, with, sink)).collect()
}

fn single(node: &Spanned<Node>, with: Reading<'_>, sink: &mut Vec<Diagnostic>) -> Option<(Value, Span)> {
    if let Some(translate) = with.field.of_type.translate.filter(|_| with.field.translated) {
        let texts = reader::pair(node, with.languages, sink);
        missing_languages(node, with, sink);
        return (!texts.is_empty()).then(|| (translate(texts), node.span));
    }
    if let Node::Scalar(scalar) = &node.value {
        let raw = Raw {
            text: &scalar.text,
            quoted: scalar.quoted,
            span: node.span,
            field: with.field,
            languages: with.languages,
        };
        return (with.field.of_type.read)(&raw, sink).map(|it| (it, node.span));
    }
    let wanted = with.field.of_type.expected;
    if wanted == "type-boolean" {
        sink.push(reader::wrong_type(node, wanted).hint("boolean"));
    } else {
        reader::typed_text(node, wanted, sink);
    }
    None
}

/// Reports the languages that the kind asks for and the author did not write. One written badly is reported already.
fn missing_languages(node: &Spanned<Node>, with: Reading<'_>, sink: &mut Vec<Diagnostic>) {
    let Node::Mapping(pairs) = &node.value else { return };
    for lang in with.languages.iter() {
        let tag = with.languages.tag(lang);
        if reader::is_partial(&node.value) || pairs.iter().any(|(key, _)| key.value == tag) {
            continue;
        }
        let Some(severity) = severity(with, lang) else { continue };
        let fault = Diagnostic::at(&codes::record::MISSING_LANGUAGE, node.span)
            .with("field", &with.field.name)
            .with("lang", tag);
        sink.push(Diagnostic { severity, ..fault });
    }
}

/// Tells how grave it is that a language is missing. Whether a respite is over depends on the day, which only `check` knows.
/// Where translation is left to the author, nothing is said of a field that the record could do without.
fn severity(with: Reading<'_>, lang: Lang) -> Option<Severity> {
    match &with.kind.translations {
        Translations::Required => Some(Severity::Error),
        Translations::Within(_) => Some(Severity::Warning),
        Translations::Only(only, _) if *only == lang => Some(Severity::Error),
        Translations::Optional => with.field.required.then_some(Severity::Note),
        Translations::Only(..) => None,
    }
}

#[cfg(test)]
mod tests;
