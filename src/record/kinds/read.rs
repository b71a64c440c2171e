//! One kind from its file.

use std::sync::Arc;

use super::{
    Facet, Fallback, JsonLd, Kind, KindField, Layout, SortBy, TermFields, Translations, fields, organigram, schema,
};
use crate::{
    base::{Key, Languages, PerLang, Span, Spanned},
    diag::{Checked, Diagnostic, codes},
    record::{
        reader::{self, Fields, near_or_known, with_fix},
        yaml::Node,
    },
};

/// Reads a kind; what is broken is reported and left out.
pub fn read(node: &Spanned<Node>, languages: &Languages) -> Checked<Kind> {
    let mut sink = Vec::new();
    let mut keys = Fields::new(node, &mut sink);
    let name = name(&mut keys);
    let label = labels(&mut keys, "label", languages);
    let plural = labels(&mut keys, "plural", languages);
    let description = if keys.has("description") {
        labels(&mut keys, "description", languages)
    } else {
        keys.texts("description", languages).map(|_, it| it.value.clone())
    };
    let path = path(&mut keys, &name);
    let fields = fields::all(&mut keys, languages);
    let sort = sort(&mut keys, &fields);
    let facets = facets(&mut keys, &fields);
    let terms = terms(&mut keys, &fields);
    let card = card(&mut keys, &fields);
    let jsonld = jsonld(&mut keys, &fields);
    let list = layout(&mut keys);
    if list == Layout::Organigram {
        keys.missing("organigram");
    }
    let organigram = organigram::of(&mut keys, name.value.as_str(), &fields);
    let translations = translations(&mut keys, languages);
    let fallback = fallback(&mut keys);
    keys.finish();
    Checked::new(
        Kind {
            name,
            label,
            plural,
            description,
            path,
            sort,
            fields,
            facets,
            translations,
            fallback,
            jsonld,
            list,
            organigram,
            card,
            terms,
        },
        sink,
    )
}

fn name(keys: &mut Fields<'_, '_>) -> Spanned<Key> {
    let place = keys.place();
    let Some(text) = keys.required_text("kind") else { return Spanned::new(unnamed(place), place) };
    if let Some(key) = Key::new(&text.value) {
        return Spanned::new(key, text.span);
    }
    keys.sink().push(bad_name(&text, &Key::suggest(&text.value)));
    Spanned::new(Key::new(&Key::suggest(&text.value)).unwrap_or_else(|| unnamed(place)), text.span)
}

/// Makes up a name that no author would choose, so that a nameless kind still has one.
fn unnamed(place: Span) -> Key {
    let name = format!("unnamed-{}-{}", place.file.0, place.start);
    Key::new(&name).expect("`unnamed` with two numbers is a slug")
}

pub(super) fn bad_name(text: &Spanned<String>, near: &str) -> Diagnostic {
    let fault = Diagnostic::at(&codes::kind::BAD_NAME, text.span).with("name", text.value.as_str());
    if near.is_empty() { fault } else { fault.with("near", near).hint("near").fix(text.span, near, false) }
}

/// Reads a text that must be there in each language of the site.
pub(super) fn labels<'a>(keys: &mut Fields<'a, '_>, name: &'a str, languages: &Languages) -> PerLang<String> {
    keys.missing(name);
    let place = keys.key_span(name);
    let Some(node) = keys.filled(name) else { return PerLang::default() };
    let found = reader::pair(node, languages, keys.sink()).map(|_, it| it.value.clone());
    let span = place.unwrap_or(node.span);
    missing_labels(name, span, &found, languages, keys.sink());
    found
}

/// Reports the languages in which a label is missing, unless it is missing in all and so already reported.
pub(super) fn missing_labels(
    name: &str,
    span: Span,
    found: &PerLang<String>,
    languages: &Languages,
    sink: &mut Vec<Diagnostic>,
) {
    if found.is_empty() {
        return;
    }
    for lang in languages.iter().filter(|it| found.get(*it).is_none()) {
        sink.push(
            Diagnostic::at(&codes::kind::MISSING_LABEL, span).with("label", name).with("lang", languages.tag(lang)),
        );
    }
}

/// Reads the folder of the pages: slugs with `/` between; by default the name of the kind.
fn path(keys: &mut Fields<'_, '_>, name: &Spanned<Key>) -> Spanned<String> {
    let Some(text) = keys.text("path") else { return name.as_ref().map(Key::to_string) };
    if text.value.split('/').all(Key::is_valid) {
        return text;
    }
    let near: Vec<String> = text.value.split('/').map(Key::suggest).filter(|it| !it.is_empty()).collect();
    let near = near.join("/");
    keys.sink().push(bad_name(&text, &near));
    if near.is_empty() { name.as_ref().map(Key::to_string) } else { Spanned::new(near, text.span) }
}

/// Checks that a name is a field of the kind, or one of `more`.
pub(super) fn known_field(
    name: &str,
    span: Span,
    fields: &[KindField],
    more: &[&str],
    sink: &mut Vec<Diagnostic>,
) -> Option<Arc<str>> {
    if let Some(field) = fields.iter().find(|it| &*it.name == name) {
        return Some(field.name.clone());
    }
    if more.contains(&name) {
        return Some(name.into());
    }
    let names: Vec<&str> = fields.iter().map(|it| &*it.name).chain(more.iter().copied()).collect();
    let fault = Diagnostic::at(&codes::kind::UNKNOWN_FIELD, span).with("field", name);
    sink.push(near_or_known(fault, name, &names));
    None
}

fn sort(keys: &mut Fields<'_, '_>, fields: &[KindField]) -> Vec<SortBy> {
    let mut out = Vec::new();
    for text in keys.list("sort") {
        let (name, descending) = match text.value.strip_prefix('-') {
            Some(name) => (name, true),
            None => (&*text.value, false),
        };
        let found = known_field(name, text.span, fields, &["order", "title", "key"], keys.sink());
        out.extend(found.map(|field| SortBy { field, descending }));
    }
    out
}

fn facets(keys: &mut Fields<'_, '_>, fields: &[KindField]) -> Vec<Facet> {
    let mut out = Vec::new();
    for text in keys.list("facets") {
        let (name, by_year) = match text.value.strip_suffix(".year") {
            Some(name) if fields.iter().any(|it| &*it.name == name && it.of_type.name == "date") => (name, true),
            _ => (&*text.value, false),
        };
        let found = known_field(name, text.span, fields, &[], keys.sink());
        out.extend(found.map(|field| Facet { field, by_year }));
    }
    out
}

/// Reads which fields are names, and of which worth; a kind that does not say has none but its title.
fn terms(keys: &mut Fields<'_, '_>, fields: &[KindField]) -> TermFields {
    let Some(mut inner) = keys.nested("terms") else { return TermFields::default() };
    let mut named = |name: &'static str| {
        let names = inner.list(name);
        names.iter().filter_map(|it| term_field(it, fields, inner.sink())).collect::<Vec<_>>()
    };
    let mut out = TermFields {
        preferred: named("preferred"),
        admitted: named("admitted"),
        deprecated: named("deprecated"),
        misspelt: named("misspelt"),
        definition: None,
    };
    if out.preferred.is_empty() {
        out.preferred.push("title".into());
    }
    let definition = inner.text("definition");
    out.definition = definition.and_then(|it| term_field(&it, fields, inner.sink()));
    inner.finish();
    out
}

/// Takes a field that holds words; names and definitions are nothing else.
fn term_field(name: &Spanned<String>, fields: &[KindField], sink: &mut Vec<Diagnostic>) -> Option<Arc<str>> {
    let found = known_field(&name.value, name.span, fields, &[], sink)?;
    let is_words = |it: &&KindField| matches!(it.of_type.name, "text" | "markdown" | "verbatim" | "identifier");
    if fields.iter().filter(|it| it.name == found).any(|it| is_words(&it)) {
        return Some(found);
    }
    let words: Vec<&str> = fields.iter().filter(is_words).map(|it| &*it.name).collect();
    sink.push(bad_choice(name, &words));
    None
}

fn card(keys: &mut Fields<'_, '_>, fields: &[KindField]) -> Vec<Arc<str>> {
    let names = keys.list("card");
    names.iter().filter_map(|it| known_field(&it.value, it.span, fields, &[], keys.sink())).collect()
}

fn jsonld(keys: &mut Fields<'_, '_>, fields: &[KindField]) -> Option<JsonLd> {
    let mut inner = keys.nested("jsonld")?;
    let of_type = inner.required_text("type");
    let is_known = of_type.as_ref().is_some_and(|it| known_schema(it, schema::types().collect(), inner.sink()));
    let of_type = of_type.map(|it| it.value).unwrap_or_default();
    let mut properties = Vec::new();
    for (property, node) in inner.unread() {
        if is_known {
            known_schema(property, schema::properties(&of_type), inner.sink());
        }
        let Some(field) = reader::text(node, inner.sink()) else { continue };
        let known = known_field(field.value, field.span, fields, &["key", "updated"], inner.sink());
        properties.extend(known.map(|it| (property.value.clone(), it)));
    }
    Some(JsonLd { of_type, properties })
}

/// Tells whether a word is one of schema.org's; another is told with the nearest, and kept.
fn known_schema(word: &Spanned<String>, known: Vec<&str>, sink: &mut Vec<Diagnostic>) -> bool {
    let is_known = known.contains(&word.value.as_str());
    if !is_known {
        let fault = Diagnostic::at(&codes::kind::UNKNOWN_SCHEMA, word.span).with("name", word.value.as_str());
        sink.push(with_fix(fault.nearest(&word.value, known), word.span));
    }
    is_known
}

fn layout(keys: &mut Fields<'_, '_>) -> Layout {
    let Some(text) = keys.text("list") else { return Layout::default() };
    if let Some((_, layout)) = Layout::ALL.iter().find(|(name, _)| *name == text.value) {
        return *layout;
    }
    keys.sink().push(bad_choice(&text, &Layout::ALL.map(|(name, _)| name)));
    Layout::default()
}

pub(super) fn bad_choice(text: &Spanned<String>, known: &[&str]) -> Diagnostic {
    let fault = Diagnostic::at(&codes::kind::BAD_CHOICE, text.span).with("value", text.value.as_str());
    with_fix(near_or_known(fault, &text.value, known), text.span)
}

/// Reads what is asked of the other languages; without a word nothing is.
fn translations(keys: &mut Fields<'_, '_>, languages: &Languages) -> Translations {
    let Some(node) = keys.filled("translations") else { return Translations::Optional };
    match &node.value {
        Node::Mapping(_) => policy(Fields::new(node, keys.sink()), languages),
        _ => {
            let Some(text) = reader::text(node, keys.sink()) else { return Translations::Optional };
            match text.value {
                "required" => return Translations::Required,
                "optional" => {}
                _ => keys.sink().push(bad_choice(&text.map(str::to_owned), &["required", "optional"])),
            }
            Translations::Optional
        }
    }
}

/// Reads what readers get where a text does not exist in their language.
fn fallback(keys: &mut Fields<'_, '_>) -> Option<Fallback> {
    let text = keys.text("fallback")?;
    let found = Fallback::NAMES.iter().find(|(name, _)| *name == text.value).map(|(_, it)| *it);
    if found.is_none() {
        let names: Vec<&str> = Fallback::NAMES.iter().map(|(name, _)| *name).collect();
        keys.sink().push(bad_choice(&text, &names));
    }
    found
}

/// Reads a policy with details: `{within: 14 days}` or `{only: ar, because: …}`.
pub fn policy(mut keys: Fields<'_, '_>, languages: &Languages) -> Translations {
    let within = keys.text("within");
    let only = keys.text("only");
    let mut policy = Translations::Optional;
    if let Some(text) = within {
        match text.value.strip_suffix("days").or(text.value.strip_suffix("day")).unwrap_or(&text.value).trim().parse() {
            Ok(days) => policy = Translations::Within(days),
            Err(_) => {
                let fault = Diagnostic::at(&codes::record::BAD_VALUE, text.span).with("value", text.value.as_str());
                keys.sink().push(fault.with("expected", crate::diag::Arg::Message("type-days")));
            }
        }
    } else if let Some(text) = only {
        let because = keys.required_text("because").map(|it| it.value).unwrap_or_default();
        match languages.find(&text.value) {
            Some(lang) => policy = Translations::Only(lang, because),
            None => keys.sink().push(reader::unknown_language(&text, languages)),
        }
    } else {
        keys.missing("within");
    }
    keys.finish();
    policy
}
