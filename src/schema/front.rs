//! Front matter of texts.

use serde_json::Value as Json;

use super::{Words, document, shape};

/// Makes the schema.
pub fn make(words: &Words<'_>) -> Json {
    let shapes = [
        ("title", shape::text()),
        ("summary", shape::text()),
        ("date", shape::date()),
        ("updated", shape::date()),
        ("tags", shape::list(shape::text())),
        ("order", shape::integer()),
        ("draft", shape::flag()),
        ("aliases", shape::list(shape::text())),
        ("sort_as", shape::text()),
        ("lists", shape::list(shape::text())),
        ("terms", shape::flag()),
        ("parity", shape::waivers()),
    ];
    let described = shapes.map(|(name, it)| (name.to_owned(), words.describe(&format!("schema-front-{name}"), it)));
    document(&words.say("schema-front"), &[], described.into())
}
