//! JSON Schema (draft 7, which editors' YAML language servers read) of everything that is written in YAML: `site.yaml`, kinds,
//! records and front matter. An editor offers keys, choices and the keys of records with it, and marks what cannot be right.
//!
//! Pure data from the site: what a schema cannot express (dates that do not exist, keys of records that are missing) is left to
//! `check`. Descriptions stand in every language of the site, each in a paragraph of its own.

mod front;
mod kind;
mod record;
mod shape;
mod site;

use serde_json::{Value as Json, json};

use crate::{base::Lang, locale::Locales, site::Site};

/// A schema and the name of its file, without `.json`.
#[derive(Clone, Debug, PartialEq)]
pub struct Schema {
    /// `site`, `kind`, `front-matter`, or `record`, which holds every kind.
    pub name: &'static str,
    /// The schema.
    pub json: Json,
}

/// The names of all schemas, in the order of [`all`].
pub const NAMES: [&str; 4] = ["site", "kind", "record", "front-matter"];

/// Makes the schemas of a site.
pub fn all(site: &Site, locales: &Locales) -> Vec<Schema> {
    let words = Words { site, locales };
    let makers: [fn(&Words<'_>) -> Json; 4] = [site::make, kind::make, record::make, front::make];
    NAMES.into_iter().zip(makers).map(|(name, make)| Schema { name, json: make(&words) }).collect()
}

/// Returns a schema as the text of its file.
pub fn text(schema: &Schema) -> String {
    serde_json::to_string_pretty(&schema.json).expect("a schema is plain JSON") + "\n"
}

/// What descriptions are made of.
struct Words<'a> {
    site: &'a Site,
    locales: &'a Locales,
}

impl Words<'_> {
    /// Lists the languages of the site, the default one first.
    fn languages(&self) -> impl Iterator<Item = Lang> {
        self.site.languages().iter()
    }

    /// Returns the message with this id in every language of the site, a paragraph each.
    fn say(&self, id: &str) -> String {
        let mut texts: Vec<String> = Vec::new();
        for text in self.languages().filter_map(|it| self.locales.get(it).by_name(id)) {
            // A language without messages of its own has those of another.
            if !texts.contains(&text) {
                texts.push(text);
            }
        }
        texts.join("\n\n")
    }

    /// Adds the description with this id to a shape.
    fn describe(&self, id: &str, shape: Json) -> Json {
        shape::described(self.say(id), shape)
    }
}

/// Returns a whole schema: an object of these properties and no others.
fn document(title: &str, required: &[&str], properties: Vec<(String, Json)>) -> Json {
    let mut out = json!({"$schema": "http://json-schema.org/draft-07/schema#", "title": title});
    shape::merge(&mut out, shape::object(required, properties));
    out
}

#[cfg(test)]
mod tests;
