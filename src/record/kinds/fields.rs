//! The fields of a kind: types, options, choices, relations.

use std::{borrow::Cow, sync::Arc};

use super::{BUILT_IN, Choice, Inverse, KindField, Tone, read};
use crate::{
    base::{Languages, PerLang, Spanned},
    diag::{Diagnostic, codes},
    record::{
        fields::{self as types, FieldType},
        reader::{self, Fields, near_or_known, with_fix},
        yaml::Node,
    },
};

/// Options that a field of any type may have.
const COMMON: &[&str] = &["type", "label", "required", "dated", "sourced", "list"];

/// Reads the fields of a kind; there must be a title, because every record is called something.
pub(super) fn all(keys: &mut Fields<'_, '_>, languages: &Languages) -> Vec<KindField> {
    // A misspelt `fields` is told as such; what stands below it is meant all the same.
    let name = keys.meant("fields");
    if let Some(span) = keys.key_span(name).filter(|_| name != "fields") {
        let fault = Diagnostic::at(&codes::yaml::UNKNOWN_KEY, span).with("key", name);
        keys.sink().push(with_fix(near_or_known(fault, name, &["fields"]), span));
    }
    keys.missing(name);
    let Some(mut inner) = keys.nested(name) else { return Vec::new() };
    let all = inner.each();
    inner.missing("title");
    let mut out = Vec::new();
    for (key, node) in all {
        if let Some(field) = field(key, node, languages, inner.sink()) {
            out.push(field);
        }
    }
    out
}

fn field(
    key: &Spanned<String>,
    node: &Spanned<Node>,
    languages: &Languages,
    sink: &mut Vec<Diagnostic>,
) -> Option<KindField> {
    check_name(key, sink);
    if node.value == Node::Broken {
        return Some(plain(key, &types::UNREAD));
    }
    if node.value == Node::Null {
        sink.push(reader::empty_value(&key.value, key.span));
        return None;
    }
    // `date: date` says as much as `date: {type: date}`.
    if let Node::Scalar(_) = node.value {
        let text = reader::text(node, sink)?;
        let of_type = find_type(&text.map(str::to_owned), sink);
        let field = KindField { required: key.value == "title", ..plain(key, of_type) };
        return Some(complete(field, sink));
    }
    let mut keys = Fields::new(node, sink);
    let of_type = keys.required_text("type").map(|it| find_type(&it, keys.sink()));
    let label = keys.has("label").then(|| read::labels(&mut keys, "label", languages));
    let is_set = |keys: &mut Fields<'_, '_>, name| keys.flag(name).is_some_and(|it| it.value);
    let required = is_set(&mut keys, "required") || key.value == "title";
    let (dated, sourced) = (is_set(&mut keys, "dated"), is_set(&mut keys, "sourced"));
    let list = is_set(&mut keys, "list");
    // What a field without its type would take is not known, so nothing is said of its options and values.
    let Some(of_type) = of_type.filter(|it| *it != &types::UNREAD) else {
        return Some(KindField { label, ..plain(key, &types::UNREAD) });
    };
    let mut field = KindField { label, required, dated, sourced, list: list || of_type.is_many, ..plain(key, of_type) };
    for option in of_type.options {
        match *option {
            "translated" => field.translated = is_set(&mut keys, "translated"),
            "of" => field.choices = choices(&mut keys, languages),
            "to" => field.to = keys.list("to"),
            "inverse" => field.inverse = inverse(&mut keys, languages),
            _ => {}
        }
    }
    for (wrong, _) in keys.unread() {
        let known: Vec<&str> = COMMON.iter().chain(of_type.options).copied().collect();
        let fault = Diagnostic::at(&codes::kind::BAD_OPTION, wrong.span)
            .with("option", wrong.value.as_str())
            .with("type", of_type.name);
        keys.sink().push(with_fix(near_or_known(fault, &wrong.value, &known), wrong.span));
    }
    Some(complete(field, sink))
}

fn plain(key: &Spanned<String>, of_type: &'static FieldType) -> KindField {
    KindField {
        name: key.value.as_str().into(),
        span: key.span,
        label: None,
        of_type,
        required: false,
        translated: false,
        dated: false,
        sourced: false,
        list: of_type.is_many,
        choices: Vec::new(),
        to: Vec::new(),
        inverse: None,
    }
}

/// Reports what a type needs and did not get, and a title that is no text.
fn complete(field: KindField, sink: &mut Vec<Diagnostic>) -> KindField {
    for option in of_need(&field) {
        sink.push(
            Diagnostic::at(&codes::kind::MISSING_OPTION, field.span)
                .with("option", *option)
                .with("type", field.of_type.name),
        );
    }
    if &*field.name == "title" && field.of_type != &types::UNREAD && (field.of_type.name != "text" || field.list) {
        sink.push(Diagnostic::at(&codes::kind::BAD_TITLE, field.span).with("type", field.of_type.name));
    }
    field
}

fn of_need(field: &KindField) -> &'static [&'static str] {
    match field.of_type.name {
        "choice" if field.choices.is_empty() => &["of"],
        "ref" | "refs" if field.to.is_empty() => &["to"],
        _ => &[],
    }
}

/// Field names are written in templates, so they are words of ASCII letters, digits and `_`.
fn is_name(text: &str) -> bool {
    text.starts_with(|it: char| it.is_ascii_lowercase())
        && text.bytes().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'_')
}

fn check_name(key: &Spanned<String>, sink: &mut Vec<Diagnostic>) {
    if BUILT_IN.contains(&key.value.as_str()) {
        sink.push(Diagnostic::at(&codes::kind::BAD_NAME, key.span).with("name", key.value.as_str()).hint("reserved"));
    } else if !is_name(&key.value) {
        sink.push(read::bad_name(key, &suggest(&key.value)));
    }
}

fn suggest(text: &str) -> String {
    let name = crate::base::Key::suggest(text).replace('-', "_");
    if is_name(&name) { name } else { String::new() }
}

fn find_type(text: &Spanned<String>, sink: &mut Vec<Diagnostic>) -> &'static FieldType {
    types::find(&text.value).unwrap_or_else(|| {
        let names: Vec<&str> = types::ALL.iter().map(|it| it.name).collect();
        let fault = Diagnostic::at(&codes::kind::UNKNOWN_TYPE, text.span).with("type", text.value.as_str());
        sink.push(with_fix(near_or_known(fault, &text.value, &names), text.span));
        &types::UNREAD
    })
}

/// Reads the choices: a list of names, or a mapping from names to labels.
fn choices(keys: &mut Fields<'_, '_>, languages: &Languages) -> Vec<Choice> {
    let Some(node) = keys.filled("of") else { return Vec::new() };
    let Node::Mapping(_) = node.value else {
        let sink = keys.sink();
        let items =
            reader::items(node, sink).into_iter().filter_map(|it| reader::item("of", it, sink)).collect::<Vec<_>>();
        let names = items.into_iter().filter_map(|it| reader::text(it, sink));
        return names.map(|it| Choice { name: it.value.into(), label: PerLang::default(), tone: None }).collect();
    };
    let mut inner = Fields::new(node, keys.sink());
    let mut out = Vec::new();
    for (name, node) in inner.each() {
        let (tone, node) = toned(node, inner.sink());
        let label = match &node.value {
            Node::Null => PerLang::default(),
            _ => reader::pair(&node, languages, inner.sink()).map(|_, it| it.value.clone()),
        };
        read::missing_labels(&name.value, name.span, &label, languages, inner.sink());
        out.push(Choice { name: name.value.as_str().into(), label, tone });
    }
    out
}

/// Takes the tone out of the label of a choice.
fn toned<'n>(node: &'n Spanned<Node>, sink: &mut Vec<Diagnostic>) -> (Option<Tone>, Cow<'n, Spanned<Node>>) {
    let Node::Mapping(pairs) = &node.value else { return (None, Cow::Borrowed(node)) };
    let Some((_, written)) = pairs.iter().find(|(key, _)| key.value == "tone") else {
        return (None, Cow::Borrowed(node));
    };
    let written = reader::text(written, sink);
    let tone = written.and_then(|it| {
        let found = Tone::ALL.iter().find(|(name, _)| *name == it.value).map(|(_, tone)| *tone);
        if found.is_none() {
            sink.push(read::bad_choice(&it.map(str::to_owned), &Tone::ALL.map(|(name, _)| name)));
        }
        found
    });
    let rest: Vec<_> = pairs.iter().filter(|(key, _)| key.value != "tone").cloned().collect();
    let rest = if rest.is_empty() { Node::Null } else { Node::Mapping(rest) };
    (tone, Cow::Owned(Spanned::new(rest, node.span)))
}

fn inverse(keys: &mut Fields<'_, '_>, languages: &Languages) -> Option<Inverse> {
    let mut inner = keys.nested("inverse")?;
    let name = inner.required_text("name");
    let label = read::labels(&mut inner, "label", languages);
    if let Some(name) = name.as_ref().filter(|it| !is_name(&it.value)) {
        inner.sink().push(read::bad_name(name, &suggest(&name.value)));
    }
    inner.finish();
    let name = name?;
    Some(Inverse { name: Spanned::new(Arc::from(&*name.value), name.span), label })
}
