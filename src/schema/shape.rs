//! Shapes of values, as the reader of YAML takes them: the kind decides what a plain scalar is, so `2014` may be a text.

use serde_json::{Map, Value as Json, json};

use crate::{base::Languages, record::waiver::ALLOWABLE};

/// An object of these properties and no others.
pub fn object(required: &[&str], properties: Vec<(String, Json)>) -> Json {
    let properties: Map<String, Json> = properties.into_iter().collect();
    let mut out = json!({"type": "object", "additionalProperties": false, "properties": properties});
    if !required.is_empty() {
        out["required"] = json!(required);
    }
    out
}

/// An object whose keys the author chooses.
pub fn map(value: Json) -> Json {
    json!({"type": "object", "additionalProperties": value})
}

/// A text. YAML takes `7833` and `true` for something else; the program does not.
pub fn text() -> Json {
    json!({"type": ["string", "number", "boolean"], "minLength": 1})
}

/// A text of this form; digits without quotes count as text where the form has any.
pub fn form(pattern: &str) -> Json {
    json!({"type": ["string", "number"], "pattern": pattern})
}

/// A text for each language; with `Every::Language` none may be missing.
pub fn pair(languages: &Languages, every: Every, value: Json) -> Json {
    let tags: Vec<&str> = languages.0.iter().map(|it| &*it.tag).collect();
    let required = if every == Every::Language { &tags[..] } else { &[] };
    let mut out = object(required, tags.iter().map(|it| ((*it).to_owned(), value.clone())).collect());
    out["minProperties"] = json!(1);
    // A site of one language needs no names of languages.
    if tags.len() == 1 { any([out, value]) } else { out }
}

/// Whether a pair must be whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Every {
    /// Every language must be there.
    Language,
    /// Some may be missing.
    Some,
}

/// A list.
pub fn list(item: Json) -> Json {
    json!({"type": "array", "items": item})
}

/// A key of a record or page: a slug.
pub fn key() -> Json {
    form("^[a-z0-9]+(-[a-z0-9]+)*$")
}

/// A path of keys.
pub fn path() -> Json {
    form("^[a-z0-9-]+(/[a-z0-9-]+)*$")
}

/// A date as far as it is known.
pub fn date() -> Json {
    const DAYS: &str = "(0[1-9]|1[0-9]|2[0-8])";
    const LEAP: &str = "([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29";
    let months = "-(0[1-9]|1[0-2])|-Q[1-4]";
    let days = format!("-(0[1-9]|1[0-2])-{DAYS}|-(0[13-9]|1[0-2])-(29|30)|-(0[13578]|1[02])-31");
    let point = format!("([0-9]{{4}}({months}|{days})?|{LEAP})");
    // A year without quotes is a number, to which no pattern applies.
    json!({
        "type": ["string", "integer"],
        "pattern": format!("^{point}(/{point})?([~?]|~\\?|\\?~)?$"),
        "minimum": 0,
        "maximum": 9999,
    })
}

/// Differences between languages that are allowed for a time.
pub fn waivers() -> Json {
    let name = || one_of(ALLOWABLE.iter().map(|it| ((*it).to_owned(), String::new())));
    let keys = [("allow", any([name(), list(name())])), ("in", text()), ("because", text()), ("until", date())];
    list(object(&["allow", "because", "until"], keys.map(|(name, it)| (name.to_owned(), it)).into()))
}

/// `true` or `false`.
pub fn flag() -> Json {
    json!({"type": "boolean"})
}

/// A whole number.
pub fn integer() -> Json {
    json!({"type": ["integer", "string"], "pattern": "^-?[0-9]+$"})
}

/// One of these names, each with what it means.
pub fn one_of(names: impl IntoIterator<Item = (String, String)>) -> Json {
    let names = names.into_iter().map(|(name, about)| {
        let name = json!({"const": name});
        if about.is_empty() { name } else { described(about, name) }
    });
    any(names)
}

/// One of several shapes.
pub fn any(shapes: impl IntoIterator<Item = Json>) -> Json {
    json!({"anyOf": shapes.into_iter().collect::<Vec<_>>()})
}

/// Adds a description.
pub fn described(about: String, mut shape: Json) -> Json {
    shape["description"] = json!(about);
    shape
}

/// Adds the entries of an object to another.
pub fn merge(into: &mut Json, from: Json) {
    if let (Some(into), Json::Object(from)) = (into.as_object_mut(), from) {
        into.extend(from);
    }
}
