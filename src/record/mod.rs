//! Records: strict YAML with places, kinds as data, one file per field type, and the reading of records against their kind.
//!
//! Knows one file at a time. Whether a reference has a target is for `site` to say, which sees all files.

pub mod date;
mod entries;
pub mod fields;
pub mod kinds;
mod read;
pub mod reader;
#[cfg(test)]
mod testing;
pub mod waiver;
pub mod yaml;

pub use kinds::{
    BUILT_IN, Choice, Facet, Fallback, Inverse, JsonLd, Kind, KindField, Kinds, Layout, Organigram, SortBy, TermFields,
    Tone, Translations, read as read_kind,
};
pub use read::read_records;
pub use waiver::Waiver;
pub use yaml::{Node, Scalar};

use std::sync::Arc;

use crate::base::{Key, PartialDate, PerLang, Span, Spanned};

/// One record as its author wrote it, complete as far as it could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The name of its kind.
    pub kind: Key,
    /// Its name, for ever.
    pub key: Spanned<Key>,
    /// Where it begins: its first entry.
    pub span: Span,
    /// Path below the content folder, without extension and language; prose beside it has the same.
    pub stem: String,
    /// The values of its kind's fields that are there, in the kind's order.
    pub fields: Vec<(Arc<str>, Field)>,
    /// Its rank among its siblings.
    pub order: Option<i64>,
    /// When its author last changed what it says.
    pub updated: Option<PartialDate>,
    /// Whether it is kept from publication.
    pub draft: bool,
    /// Earlier addresses of it.
    pub aliases: Vec<Spanned<String>>,
    /// The name under which lists sort it, where the title does not do.
    pub sort_as: PerLang<String>,
    /// The differences between its languages that its author allows.
    pub waivers: Vec<Waiver>,
}

impl Record {
    /// Returns a field's value, if the record has one.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|(it, _)| &**it == name).map(|(_, field)| field)
    }
}

/// What a record says in one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Where its value stands.
    pub span: Span,
    /// One entry for a single value; several for lists and for values that differ by time or source.
    pub entries: Vec<Entry>,
}

/// One value with the time and the sources for which it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The value.
    pub value: Value,
    /// Where it stands.
    pub span: Span,
    /// Since when it holds.
    pub from: Option<PartialDate>,
    /// Until when it held.
    pub until: Option<PartialDate>,
    /// The keys of the sources that say so.
    pub sources: Vec<Spanned<String>>,
    /// A remark on this value.
    pub note: PerLang<String>,
}

/// A value by the type of its field.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Value {
    /// A text per language.
    Text(PerLang<String>),
    /// A text that is the same in every language: identifier, symbol, address, quotation.
    Plain(String),
    /// Prose per language.
    Markdown(PerLang<Spanned<String>>),
    /// A whole number.
    Integer(i64),
    /// A decimal number as written, so that no digit is invented.
    Number(String),
    /// Yes or no.
    Boolean(bool),
    /// A date as far as it is known.
    Date(PartialDate),
    /// One of the choices that the kind offers.
    Choice(Arc<str>),
    /// The key of another record.
    Ref(String),
    /// The name of a place per language.
    Place(PerLang<String>),
}
