//! Records: one schema for all, because `kind:` decides what a file may hold.

use serde_json::{Map, Value as Json, json};

use super::{
    Words,
    shape::{self, Every},
};
use crate::record::{Kind, KindField, Translations};

/// Makes the schema.
pub fn make(words: &Words<'_>) -> Json {
    let kinds: Vec<&Kind> = words.site.kinds.iter().collect();
    let names = kinds.iter().map(|it| (it.name.value.to_string(), about(words, it)));
    let cases = kinds.iter().map(|it| case(&it.name.value.to_string()));
    let definitions: Map<String, Json> = kinds.iter().flat_map(|it| definitions(words, it)).collect();
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": words.say("schema-record"),
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": words.describe("schema-record-kind", shape::one_of(names))},
        "allOf": cases.collect::<Vec<_>>(),
        "definitions": definitions,
    })
}

/// Returns the names of a kind, and what it is.
fn about(words: &Words<'_>, kind: &Kind) -> String {
    let both = words.languages().filter_map(|lang| {
        let label = kind.label.get(lang)?;
        Some(kind.description.get(lang).map_or_else(|| label.clone(), |it| format!("{label}: {it}")))
    });
    both.collect::<Vec<_>>().join("\n\n")
}

/// A file of this kind holds one record, or `records:` with their keys.
fn case(name: &str) -> Json {
    let many = json!({"$ref": format!("#/definitions/{name}.many")});
    let one = json!({"$ref": format!("#/definitions/{name}")});
    json!({
        "if": {"properties": {"kind": {"const": name}}, "required": ["kind"]},
        "then": {"if": {"required": ["records"]}, "then": many, "else": one},
    })
}

fn definitions(words: &Words<'_>, kind: &Kind) -> [(String, Json); 2] {
    let name = kind.name.value.to_string();
    let required: Vec<&str> = kind.fields.iter().filter(|it| it.required).map(|it| &*it.name).collect();
    let fields: Vec<(String, Json)> = built_in(words)
        .into_iter()
        .chain(kind.fields.iter().map(|it| (it.name.to_string(), field(words, kind, it))))
        .collect();
    let with_kind = [("kind".to_owned(), json!({"const": name}))];
    let one = shape::object(&required, with_kind.iter().cloned().chain(fields.iter().cloned()).collect());
    let keyed: Vec<&str> = ["key"].into_iter().chain(required.iter().copied()).collect();
    let each = shape::list(shape::object(&keyed, fields));
    let many = with_kind.into_iter().chain([("records".to_owned(), each)]).collect();
    [(name.clone(), one), (format!("{name}.many"), shape::object(&["records"], many))]
}

/// What every record may have besides the fields of its kind.
fn built_in(words: &Words<'_>) -> Vec<(String, Json)> {
    let shapes = [
        ("key", shape::key()),
        ("order", shape::integer()),
        ("updated", shape::date()),
        ("draft", shape::flag()),
        ("aliases", shape::list(shape::text())),
        ("sort_as", shape::pair(words.site.languages(), Every::Some, shape::text())),
        ("parity", shape::waivers()),
    ];
    shapes.map(|(name, it)| (name.to_owned(), words.describe(&format!("schema-record-{name}"), it))).into()
}

fn field(words: &Words<'_>, kind: &Kind, field: &KindField) -> Json {
    let one = if field.translated {
        let every = if kind.translations == Translations::Required { Every::Language } else { Every::Some };
        shape::pair(words.site.languages(), every, shape::text())
    } else {
        single(words, field)
    };
    let value = if field.list { shape::list(one.clone()) } else { one.clone() };
    let value = if field.dated || field.sourced { detailed(words, field, one, value) } else { value };
    let labels = words.languages().filter_map(|it| field.label.as_ref()?.get(it).cloned());
    let expected = words.say(field.of_type.expected);
    let about: Vec<String> = labels.chain([expected]).collect();
    shape::described(about.join("\n\n"), value)
}

/// A value that is the same in every language.
fn single(words: &Words<'_>, field: &KindField) -> Json {
    match field.of_type.name {
        "integer" => shape::integer(),
        "number" => json!({"type": ["number", "string"], "pattern": "^-?[0-9]+(\\.[0-9]+)?$"}),
        "boolean" => shape::flag(),
        "date" => shape::date(),
        "url" => shape::form("^ *https?://[^ ]+ *$"),
        "email" => shape::form("^ *[^@ ]+@[^@ ]+ *$"),
        "phone" => shape::form("^ *\\+[0-9 ]+ *$"),
        "choice" => {
            let labels = |it: &crate::record::Choice| {
                words.languages().filter_map(|lang| it.label.get(lang).cloned()).collect::<Vec<_>>()
            };
            shape::one_of(field.choices.iter().map(|it| (it.name.to_string(), labels(it).join("\n\n"))))
        }
        "ref" | "refs" => reference(words, field),
        _ => shape::text(),
    }
}

/// The keys that records of the named kinds have now are offered; others are for `check` to judge.
fn reference(words: &Words<'_>, field: &KindField) -> Json {
    let site = words.site;
    let is_meant = |name: &str| field.to.iter().any(|it| it.value == name);
    let records = site.records.iter().filter(|it| is_meant(it.record.kind.as_str()));
    let keys = records.map(|it| {
        let titles: Vec<&str> = words.languages().map(|lang| site.page(it.page).title(lang)).collect();
        (it.record.key.value.to_string(), titles.join("\n\n"))
    });
    shape::any([shape::one_of(keys), shape::path()])
}

/// A value, or values with their time, their sources and a note.
fn detailed(words: &Words<'_>, field: &KindField, one: Json, value: Json) -> Json {
    let inner = if field.list { shape::any([one.clone(), shape::list(one.clone())]) } else { one.clone() };
    let details = shape::object(
        &["value"],
        vec![
            ("value".into(), inner),
            ("from".into(), shape::date()),
            ("until".into(), shape::date()),
            ("sources".into(), shape::list(shape::path())),
            ("note".into(), shape::pair(words.site.languages(), Every::Some, shape::text())),
        ],
    );
    let items = if field.list { shape::any([details.clone(), one]) } else { details.clone() };
    shape::any([value, details, shape::list(items)])
}
