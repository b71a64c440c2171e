//! Kinds: what a record may hold.

use serde_json::{Value as Json, json};

use super::{
    Words, document,
    shape::{self, Every},
};
use crate::record::{Fallback, Layout, Tone, fields};

/// Makes the schema.
pub fn make(words: &Words<'_>) -> Json {
    let labels = || shape::pair(words.site.languages(), Every::Language, shape::text());
    let layouts = Layout::ALL.map(|(name, _)| (name.to_owned(), String::new()));
    let shapes = [
        ("kind", shape::key()),
        ("label", labels()),
        ("plural", labels()),
        ("description", labels()),
        ("path", shape::path()),
        ("sort", shape::list(shape::form("^-?[a-z0-9_]+$"))),
        ("list", shape::one_of(layouts)),
        ("card", shape::list(shape::text())),
        ("facets", shape::list(shape::form("^[a-z0-9_]+(\\.year)?$"))),
        ("terms", terms()),
        ("organigram", organigram()),
        ("translations", translations(words)),
        ("fallback", shape::one_of(Fallback::NAMES.iter().map(|(name, _)| ((*name).to_owned(), String::new())))),
        ("jsonld", jsonld()),
        ("fields", all_fields(words)),
    ];
    let described = shapes.map(|(name, it)| (name.to_owned(), words.describe(&format!("schema-kind-{name}"), it)));
    document(&words.say("schema-kind"), &["kind", "label", "plural", "fields"], described.into())
}

fn terms() -> Json {
    let lists =
        ["preferred", "admitted", "deprecated", "misspelt"].map(|it| (it.to_owned(), shape::list(shape::text())));
    let definition = [("definition".to_owned(), shape::text())];
    shape::object(&[], lists.into_iter().chain(definition).collect())
}

fn organigram() -> Json {
    let parts = [
        ("parent", shape::text()),
        ("also", shape::list(shape::form("^[a-z0-9-]+\\.[a-z][a-z0-9_]*$"))),
        ("mark", shape::text()),
        ("at", shape::list(shape::date())),
    ];
    shape::object(&["parent"], parts.map(|(name, it)| (name.to_owned(), it)).into())
}

/// What is asked of the other languages.
pub fn translations(words: &Words<'_>) -> Json {
    let tags = words.site.languages().0.iter().map(|it| (it.tag.to_string(), String::new()));
    let within = shape::object(&["within"], vec![("within".into(), shape::form("^[0-9]+ *(days?)?$"))]);
    let only = vec![("only".into(), shape::one_of(tags)), ("because".into(), shape::text())];
    let names = ["required", "optional"].map(|it| (it.to_owned(), String::new()));
    shape::any([shape::one_of(names), within, shape::object(&["only", "because"], only)])
}

fn jsonld() -> Json {
    json!({"type": "object", "required": ["type"], "additionalProperties": shape::text()})
}

/// Field names are words of ASCII letters, digits and `_`; a field is a type alone or a mapping.
fn all_fields(words: &Words<'_>) -> Json {
    let types = shape::one_of(fields::ALL.iter().map(|it| (it.name.to_owned(), words.say(it.expected))));
    let labels = || shape::pair(words.site.languages(), Every::Language, shape::text());
    let mut label = labels();
    label["properties"]["tone"] = shape::one_of(Tone::ALL.iter().map(|(name, _)| ((*name).to_owned(), String::new())));
    let choices = shape::any([shape::list(shape::text()), shape::map(shape::any([label, json!({"type": "null"})]))]);
    let inverse = vec![("name".into(), shape::form("^[a-z][a-z0-9_]*$")), ("label".into(), labels())];
    let options = [
        ("type", types.clone()),
        ("label", labels()),
        ("required", shape::flag()),
        ("translated", shape::flag()),
        ("dated", shape::flag()),
        ("sourced", shape::flag()),
        ("list", shape::flag()),
        ("of", choices),
        ("to", shape::list(shape::text())),
        ("inverse", shape::object(&["name", "label"], inverse)),
    ];
    let described = options.map(|(name, it)| (name.to_owned(), words.describe(&format!("schema-field-{name}"), it)));
    let field = shape::any([types, shape::object(&["type"], described.into())]);
    json!({
        "type": "object",
        "required": ["title"],
        "propertyNames": {"pattern": "^[a-z][a-z0-9_]*$"},
        "additionalProperties": field,
    })
}
