//! Values of records that have a text per language: what translators work on beside the prose.

use std::sync::Arc;

use crate::{
    base::{Languages, PerLang, Span, Spanned},
    record::Node,
};

/// Orders a record among its kind and is no text of it.
const NO_TEXT: &str = "sort_as";

/// One value with a text per language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// The way to it: names of fields and ranks in lists, from 1: `title`, `names.2.value`.
    pub name: String,
    /// Its texts with their places.
    pub halves: PerLang<Spanned<String>>,
    /// The whole value.
    pub span: Span,
}

/// The values of one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owner {
    /// The name of its kind.
    pub kind: String,
    /// Its key.
    pub key: String,
    /// Its values in the order of the file.
    pub values: Vec<Value>,
}

/// Lists the records of the data files with their translated values.
pub fn read(files: &[(Arc<str>, Arc<Spanned<Node>>)], languages: &Languages) -> Vec<Owner> {
    files.iter().flat_map(|(path, node)| file(path, node, languages)).collect()
}

/// Lists the records of one file.
pub fn file(path: &str, node: &Spanned<Node>, languages: &Languages) -> Vec<Owner> {
    let Some(kind) = get(node, "kind").and_then(|it| it.value.text()) else { return Vec::new() };
    let stem = path.rsplit('/').next().unwrap_or(path).split('.').next().unwrap_or_default();
    let owner = |key: &str, node: &Spanned<Node>| {
        let mut values = Vec::new();
        collect(node, "", languages, &mut values);
        Owner { kind: kind.to_owned(), key: key.to_owned(), values }
    };
    match get(node, "records").map(|it| &it.value) {
        Some(Node::Sequence(items)) => {
            items.iter().filter_map(|it| Some(owner(get(it, "key")?.value.text()?, it))).collect()
        }
        _ => vec![owner(stem, node)],
    }
}

fn get<'a>(node: &'a Spanned<Node>, name: &str) -> Option<&'a Spanned<Node>> {
    let Node::Mapping(pairs) = &node.value else { return None };
    pairs.iter().find(|(key, _)| key.value == name).map(|(_, it)| it)
}

fn collect(node: &Spanned<Node>, name: &str, languages: &Languages, out: &mut Vec<Value>) {
    let below = |part: &str| if name.is_empty() { part.to_owned() } else { format!("{name}.{part}") };
    match &node.value {
        Node::Mapping(_) if !name.is_empty() && pair(node, languages).is_some() => {
            let halves = pair(node, languages).unwrap_or_default();
            out.push(Value { name: name.to_owned(), halves, span: node.span });
        }
        Node::Mapping(pairs) => {
            for (key, value) in pairs.iter().filter(|(key, _)| !(name.is_empty() && key.value == NO_TEXT)) {
                collect(value, &below(&key.value), languages, out);
            }
        }
        Node::Sequence(items) => {
            for (item, rank) in items.iter().zip(1..) {
                collect(item, &below(&format!("{rank}")), languages, out);
            }
        }
        _ => {}
    }
}

/// Returns the texts of a mapping whose keys are languages of the site and nothing else.
fn pair(node: &Spanned<Node>, languages: &Languages) -> Option<PerLang<Spanned<String>>> {
    let Node::Mapping(pairs) = &node.value else { return None };
    let mut out = PerLang::default();
    for (key, value) in pairs {
        let lang = languages.find(&key.value)?;
        if let Some(text) = value.value.text().filter(|it| !it.trim().is_empty()) {
            out.set(lang, Spanned::new(text.to_owned(), value.span));
        }
    }
    (!out.is_empty()).then_some(out)
}
