//! Kinds: what a record may hold, as data. A new kind is a YAML file and needs no Rust.

mod check;
mod fields;
mod queries;
mod read;
pub mod schema;

use std::sync::Arc;

pub use read::read;

use super::fields::FieldType;
use crate::base::{Key, Lang, PerLang, Span, Spanned};

/// Keys that every record has besides the fields of its kind; no field may have one of these names.
pub const BUILT_IN: &[&str] = &["kind", "key", "order", "updated", "draft", "aliases", "sort_as", "records"];

/// A kind of record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kind {
    /// Its name, with the place where it is declared.
    pub name: Spanned<Key>,
    /// The name of one such record.
    pub label: PerLang<String>,
    /// The name of several.
    pub plural: PerLang<String>,
    /// What such records are, in a sentence.
    pub description: PerLang<String>,
    /// The folder below each language in which their pages live.
    pub path: Spanned<String>,
    /// How its list is sorted; an empty list means by order and title.
    pub sort: Vec<SortBy>,
    /// What its records may hold, in the order in which pages show it.
    pub fields: Vec<KindField>,
    /// By what its list can be narrowed.
    pub facets: Vec<Facet>,
    /// What is asked of the other languages.
    pub translations: Translations,
    /// How its records are described to machines.
    pub jsonld: Option<JsonLd>,
    /// How its list looks.
    pub list: Layout,
    /// The fields shown in lists.
    pub card: Vec<Arc<str>>,
    /// What its fields are to the search.
    pub search: SearchFields,
}

/// Fields that mean more to the search than their words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchFields {
    /// Other names of the same thing: found as if they were titles.
    pub variants: Vec<Arc<str>>,
    /// Known misspellings: never found, but answered with the right word.
    pub misspelt: Vec<Arc<str>>,
}

impl Kind {
    /// Returns a field by its name.
    pub fn field(&self, name: &str) -> Option<&KindField> {
        self.fields.iter().find(|it| &*it.name == name)
    }
}

/// A field as a kind declares it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KindField {
    /// Its name in YAML, templates and exports.
    pub name: Arc<str>,
    /// Where it is declared.
    pub span: Span,
    /// Its name on pages; without one the message `field-<name>` serves.
    pub label: Option<PerLang<String>>,
    /// Its type.
    pub of_type: &'static FieldType,
    /// Whether every record must have it.
    pub required: bool,
    /// Whether it has a value per language.
    pub translated: bool,
    /// Whether its values may hold for a time only.
    pub dated: bool,
    /// Whether its values may name their sources.
    pub sourced: bool,
    /// Whether it holds a list.
    pub list: bool,
    /// The choices of a `choice`.
    pub choices: Vec<Choice>,
    /// The kinds to which a `ref` may point.
    pub to: Vec<Spanned<String>>,
    /// What a reference is called from the other side.
    pub inverse: Option<Inverse>,
}

/// One of the values that a `choice` may have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The name as written in records.
    pub name: Arc<str>,
    /// Its name on pages; empty where the kind gives none.
    pub label: PerLang<String>,
}

/// A relation seen from its target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inverse {
    /// Its name in templates and exports.
    pub name: Spanned<Arc<str>>,
    /// Its name on pages.
    pub label: PerLang<String>,
}

/// One criterion of order.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SortBy {
    /// A field, or one of `order`, `title`, `key`.
    pub field: Arc<str>,
    /// Whether the greatest comes first.
    pub descending: bool,
}

/// A way to narrow a list.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Facet {
    /// The field.
    pub field: Arc<str>,
    /// Whether only the year of a date counts.
    pub by_year: bool,
}

/// What a kind asks of the other languages.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Translations {
    /// Every language must be there.
    Required,
    /// Nothing is compared.
    Optional,
    /// The other languages may follow after so many days.
    Within(u32),
    /// One language is enough, for a reason.
    Only(Lang, String),
}

/// A description for machines (schema.org).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct JsonLd {
    /// The type.
    pub of_type: String,
    /// Properties with the fields whose values they take.
    pub properties: Vec<(String, Arc<str>)>,
}

/// How a list of records looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Layout {
    /// A card per record.
    #[default]
    Cards,
    /// A row per record, a column per field.
    Table,
    /// Terms with their definitions.
    Terms,
    /// Along the years.
    Timeline,
    /// A line per record.
    Rows,
}

impl Layout {
    /// Every layout by its name in YAML.
    pub const ALL: [(&'static str, Self); 5] = [
        ("cards", Self::Cards),
        ("table", Self::Table),
        ("terms", Self::Terms),
        ("timeline", Self::Timeline),
        ("rows", Self::Rows),
    ];

    /// Returns the name in YAML.
    pub fn as_str(self) -> &'static str {
        Self::ALL.iter().find(|(_, it)| *it == self).map_or("cards", |(name, _)| name)
    }
}

/// The kinds of a site, sorted by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kinds {
    kinds: Vec<Kind>,
}

impl Kinds {
    /// Returns the kind of this name.
    pub fn get(&self, name: &str) -> Option<&Kind> {
        self.kinds.binary_search_by(|it| it.name.value.as_str().cmp(name)).ok().map(|at| &self.kinds[at])
    }

    /// Lists the kinds by name.
    pub fn iter(&self) -> impl Iterator<Item = &Kind> {
        self.kinds.iter()
    }
}

#[cfg(test)]
mod tests;
