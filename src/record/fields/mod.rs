//! The field types, one file each: its name, its documentation, its options, how a value is read, its tests.
//!
//! A type reads one value that is the same in every language. What all types share – a value per language, lists,
//! values that hold for a time or by a source – is done around them, once, in `entries`.

mod boolean;
mod choice;
mod date;
mod email;
mod identifier;
pub mod integer;
mod markdown;
mod number;
mod phone;
mod place;
mod reference;
mod references;
mod symbol;
#[cfg(test)]
pub mod testing;
mod text;
pub mod url;
mod verbatim;

use super::{KindField, Value};
use crate::{
    base::{Languages, PerLang, Span, Spanned},
    diag::{Arg, Diagnostic, codes},
};

/// Makes a value of a text per language.
pub type Translate = fn(PerLang<Spanned<String>>) -> Value;

/// A type of field.
#[derive(Debug)]
pub struct FieldType {
    /// Its name in kind files.
    pub name: &'static str,
    /// What it holds, for the reference manual.
    pub doc: &'static str,
    /// Options besides those that every type has.
    pub options: &'static [&'static str],
    /// The id of the message that names what is expected.
    pub expected: &'static str,
    /// Whether it always holds a list.
    pub is_many: bool,
    /// Reads one value; reports what cannot be read.
    pub read: fn(&Raw<'_>, &mut Vec<Diagnostic>) -> Option<Value>,
    /// Makes a value of a text per language; a type without cannot be translated.
    pub translate: Option<Translate>,
}

impl PartialEq for FieldType {
    /// The name decides: the catalogue holds each type once.
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for FieldType {}

/// One value as written, with what a type may ask of its surroundings.
pub struct Raw<'a> {
    /// The text.
    pub text: &'a str,
    /// Whether it stands in quotes or in a block.
    pub quoted: bool,
    /// Where it stands.
    pub span: Span,
    /// The field as its kind declares it.
    pub field: &'a KindField,
    /// The languages of the site.
    pub languages: &'a Languages,
}

impl Raw<'_> {
    /// Reports that the text is no value of the type.
    pub fn refuse(&self) -> Diagnostic {
        refuse(self.text, self.span, self.field.of_type.expected)
    }

    /// Fills every language with the one text.
    fn everywhere(&self) -> PerLang<Spanned<String>> {
        self.languages.iter().map(|it| (it, Spanned::new(self.text.to_owned(), self.span))).collect()
    }

    /// Takes a text of one line; surrounding space and line breaks are no part of a name or an address.
    fn line(&self, sink: &mut Vec<Diagnostic>) -> Option<String> {
        let text = self.text.trim();
        if text.contains('\n') {
            sink.push(self.refuse());
            return None;
        }
        Some(text.to_owned())
    }
}

/// Reports a text that cannot be read as what is expected.
pub(super) fn refuse(text: &str, span: Span, expected: &'static str) -> Diagnostic {
    Diagnostic::at(&codes::record::BAD_VALUE, span).with("value", text).with("expected", Arg::Message(expected))
}

/// Every field type, in the order of the manual.
pub static ALL: &[&FieldType] = &[
    &text::TEXT,
    &markdown::MARKDOWN,
    &verbatim::VERBATIM,
    &identifier::IDENTIFIER,
    &symbol::SYMBOL,
    &integer::INTEGER,
    &number::NUMBER,
    &boolean::BOOLEAN,
    &date::DATE,
    &choice::CHOICE,
    &reference::REF,
    &references::REFS,
    &url::URL,
    &email::EMAIL,
    &phone::PHONE,
    &place::PLACE,
];

/// The type of a field whose own could not be read: it takes every value in silence. No author can name it.
pub static UNREAD: FieldType = FieldType {
    name: "",
    doc: "",
    options: &[],
    expected: "type-text",
    is_many: false,
    read: |_, _| None,
    translate: None,
};

/// Returns the type of this name.
pub fn find(name: &str) -> Option<&'static FieldType> {
    ALL.iter().copied().find(|it| it.name == name)
}

/// Turns every family of decimal digits into ASCII; the rest stays.
pub(super) fn ascii_digits(text: &str) -> String {
    text.chars()
        .map(|it| match it {
            '\u{0660}'..='\u{0669}' => shift(it, '\u{0660}'),
            '\u{06F0}'..='\u{06F9}' => shift(it, '\u{06F0}'),
            other => other,
        })
        .collect()
}

fn shift(digit: char, zero: char) -> char {
    char::from_u32(u32::from(digit) - u32::from(zero) + u32::from('0')).unwrap_or(digit)
}

#[cfg(test)]
mod tests {
    use super::ALL;

    #[test]
    fn every_type_is_named_once_and_documented() {
        let mut names: Vec<_> = ALL.iter().map(|it| it.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), ALL.len());
        assert!(ALL.iter().all(|it| !it.doc.is_empty() && it.expected.starts_with("type-")));
    }

    #[test]
    fn a_type_offers_translation_if_it_can() {
        for it in ALL {
            assert_eq!(it.options.contains(&"translated"), it.translate.is_some(), "{}", it.name);
        }
    }
}
