//! Kinds: what a record may hold, as data. A new kind is a YAML file and needs no Rust.

mod check;
mod fields;
mod organigram;
mod queries;
mod read;
pub mod schema;

use std::sync::Arc;

pub use organigram::Organigram;
pub use read::{policy, read};

use super::fields::FieldType;
use crate::base::{Key, Lang, PerLang, Span, Spanned};

/// Keys that every record has besides the fields of its kind; no field may have one of these names.
pub const BUILT_IN: &[&str] = &["kind", "key", "order", "updated", "draft", "aliases", "sort_as", "parity", "records"];

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
    /// What readers get where the text of a record does not exist in their language; the folder's rule when absent.
    pub fallback: Option<Fallback>,
    /// How its records are described to machines.
    pub jsonld: Option<JsonLd>,
    /// How its list looks.
    pub list: Layout,
    /// Its tree of units, where its list is one.
    pub organigram: Option<Organigram>,
    /// The fields shown in lists.
    pub card: Vec<Arc<str>>,
    /// Which of its fields are names and what they are worth.
    pub terms: TermFields,
}

/// Fields that name the thing. A kind that also defines it is a termbase: texts link to its records.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TermFields {
    /// The names to be used; the title unless the kind says otherwise.
    pub preferred: Vec<Arc<str>>,
    /// Other right names: found as if they were titles.
    pub admitted: Vec<Arc<str>>,
    /// Names that are not used any more: found, and told in texts.
    pub deprecated: Vec<Arc<str>>,
    /// Known misspellings: never found, but answered with the right word, and told in texts.
    pub misspelt: Vec<Arc<str>>,
    /// What the name means.
    pub definition: Option<Arc<str>>,
}

impl TermFields {
    /// Tells whether a field holds names of the thing besides its title.
    pub fn is_other_name(&self, field: &Arc<str>) -> bool {
        self.admitted.contains(field) || self.deprecated.contains(field)
    }
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
    /// What its colour and sign say beside the word.
    pub tone: Option<Tone>,
}

/// What the colour and sign of a choice say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tone {
    /// Done, in force.
    Done,
    /// Under way.
    Active,
    /// Planned.
    Planned,
    /// No longer in use.
    Archived,
    /// Refused, disputed.
    Refused,
}

impl Tone {
    /// Every tone by its name in YAML.
    pub const ALL: [(&'static str, Self); 5] = [
        ("done", Self::Done),
        ("active", Self::Active),
        ("planned", Self::Planned),
        ("archived", Self::Archived),
        ("refused", Self::Refused),
    ];
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

/// What readers of a language get where a text does not exist in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Fallback {
    /// Nothing: the page is not there.
    #[default]
    Hide,
    /// A page of their language that says so and shows the text in another.
    Notice,
    /// Nothing, and the site is not published without it.
    Require,
}

impl Fallback {
    /// Names in YAML.
    pub const NAMES: &[(&str, Self)] = &[("hide", Self::Hide), ("notice", Self::Notice), ("require", Self::Require)];
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
    /// A tree of units.
    Organigram,
}

impl Layout {
    /// Every layout by its name in YAML.
    pub const ALL: [(&'static str, Self); 6] = [
        ("cards", Self::Cards),
        ("table", Self::Table),
        ("terms", Self::Terms),
        ("timeline", Self::Timeline),
        ("rows", Self::Rows),
        ("organigram", Self::Organigram),
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
