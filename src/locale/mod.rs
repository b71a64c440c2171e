//! Words, numbers, dates, lists and order in a reader's language.
//!
//! Owns the messages of the interface and of diagnostics. Knows no site, page or record; reads no file: a site's own
//! messages are handed in. Everything is immutable after construction and may be used from many threads.

mod dates;
pub mod embedded;
mod format;
pub mod ids;
mod messages;
mod order;
pub mod parity;
mod plural;

use std::sync::Arc;

pub use crate::diag::Arg;
pub use format::{Calendars, Digits, Formats, Months};
pub use ids::MessageId;
pub use messages::FALLBACK;

use crate::{
    base::{Dir, FileId, Lang, Languages},
    diag::{Checked, Code, Diagnostic},
};
use format::Shapes;
use messages::Messages;
use order::Order;

/// One language: its messages, formats and order.
pub struct Locale {
    tag: Arc<str>,
    territory: String,
    dir: Dir,
    messages: Messages,
    shapes: Shapes,
    order: Order,
}

/// The locales of a site, one per language.
pub struct Locales(Vec<Locale>);

/// The text of a diagnostic in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiagnosticText {
    /// What is wrong.
    pub message: String,
    /// What would be right.
    pub hint: Option<String>,
    /// What the further places say, in the diagnostic's order.
    pub labels: Vec<String>,
}

impl Locales {
    /// Makes the locales of a site; `overrides` are its own message files: language tag, file, text.
    pub fn new(languages: &Languages, formats: &Formats, overrides: &[(&str, FileId, &str)]) -> Checked<Self> {
        let mut found = Vec::new();
        messages::unknown_languages(languages, overrides, &mut found);
        let locales = languages.0.iter().map(|language| {
            let own: Vec<(FileId, &str)> = overrides
                .iter()
                .filter(|(tag, ..)| *tag == &*language.tag)
                .map(|(_, file, text)| (*file, *text))
                .collect();
            let messages = Messages::new(&language.tag, &own).take(&mut found);
            Locale::with(&language.tag, language.dir, messages, formats)
        });
        Checked { value: Self(locales.collect()), diagnostics: found }
    }

    /// Returns the locale of a language.
    pub fn get(&self, lang: Lang) -> &Locale {
        &self.0[lang.index()]
    }

    /// Lists the locales in language order.
    pub fn iter(&self) -> impl Iterator<Item = &Locale> {
        self.0.iter()
    }
}

impl Locale {
    /// Returns a language that the program itself speaks, for reports: `ar`, `en`, also with a region.
    pub fn embedded(tag: &str) -> Option<Self> {
        let language = embedded::find(tag)?;
        let formats = Formats::default();
        let messages = Messages::new(language.tag, &[]).value;
        Some(Self::with(language.tag, format::direction(language.tag), messages, &formats))
    }

    /// Returns the tags of the languages that the program itself speaks.
    pub fn embedded_tags() -> impl Iterator<Item = &'static str> {
        embedded::LANGUAGES.iter().map(|it| it.tag)
    }

    fn with(tag: &str, dir: Dir, messages: Messages, formats: &Formats) -> Self {
        let territory = format::territory(tag);
        Self { tag: tag.into(), territory, dir, messages, shapes: Shapes::new(tag, formats), order: Order::new(tag) }
    }

    /// Returns the BCP 47 tag.
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// Returns the language with the territory in which it is most likely read, as OpenGraph writes it: `ar_EG`.
    pub fn territory(&self) -> &str {
        &self.territory
    }

    /// Returns the direction.
    pub fn dir(&self) -> Dir {
        self.dir
    }

    /// Returns a message without variables.
    pub fn text(&self, id: MessageId) -> String {
        self.messages.fixed(id).map_or_else(|| self.format(id, &[]), str::to_owned)
    }

    /// Returns a message with its variables filled in.
    pub fn format(&self, id: MessageId, args: &[(&str, Arg)]) -> String {
        self.named(id.name(), None, args, messages::Isolation::Prose(self.dir)).unwrap_or_else(|| id.name().to_owned())
    }

    /// Returns a message without variables by its name; nothing when there is none.
    pub fn by_name(&self, name: &str) -> Option<String> {
        self.named(name, None, &[], messages::Isolation::None)
    }

    /// Returns the text of a diagnostic, fit for a terminal: every inserted text is isolated.
    pub fn diagnostic(&self, diagnostic: &Diagnostic) -> DiagnosticText {
        let id = diagnostic.code.message_id();
        let args: Vec<(&str, Arg)> = diagnostic.args.iter().map(|(name, arg)| (*name, arg.clone())).collect();
        let part = |attribute: Option<&str>| self.named(&id, attribute, &args, messages::Isolation::Code);
        DiagnosticText {
            message: part(None).unwrap_or_else(|| diagnostic.code.name.to_owned()),
            hint: diagnostic.hint.and_then(|name| part(Some(&format!("hint-{name}")))),
            labels: diagnostic
                .labels
                .iter()
                .map(|it| part(Some(&format!("label-{}", it.name))).unwrap_or_default())
                .collect(),
        }
    }

    /// Returns the Markdown page that explains a code; empty when this language has none.
    pub fn explain(&self, code: &Code) -> &'static str {
        let own = embedded::find(&self.tag).or_else(|| embedded::find(FALLBACK));
        let page = own.and_then(|it| it.explain.iter().find(|(name, _)| *name == code.name));
        page.map_or("", |(_, text)| text)
    }

    /// Returns a number in the site's digits, with separators.
    pub fn number(&self, number: i64) -> String {
        self.shapes.numbers.decimal(&number.to_string())
    }

    /// Returns a number written in ASCII digits (`1234.5`) in the site's digits, with separators; other text as it is.
    pub fn decimal(&self, text: &str) -> String {
        self.shapes.numbers.decimal(text)
    }

    /// Joins names with the language's "and".
    pub fn list(&self, items: &[String]) -> String {
        self.shapes.list(items)
    }

    /// Returns bytes that compare as the names do, the Arabic article left aside.
    pub fn sort_key(&self, name: &str) -> Vec<u8> {
        self.order.key(name)
    }

    /// Returns the letter under which an index lists a name, the Arabic article left aside; `#` for figures and signs.
    pub fn letter(&self, name: &str) -> String {
        self.order.letter(name)
    }

    fn named(
        &self,
        name: &str,
        attribute: Option<&str>,
        args: &[(&str, Arg)],
        isolation: messages::Isolation,
    ) -> Option<String> {
        self.messages.format(name, attribute, |set| {
            for (name, arg) in args {
                let text = self.value(arg, isolation);
                let choice = if let Arg::Number(number) = arg { (*number).into() } else { text.clone().into() };
                set(name, text.into());
                set(&format!("{name}{}", plural::NUMBER), choice);
            }
        })
    }

    fn value(&self, arg: &Arg, isolation: messages::Isolation) -> String {
        match arg {
            Arg::Text(text) => isolation.apply(text),
            Arg::Number(number) => self.number(*number),
            Arg::List(items) => {
                let items: Vec<String> = items.iter().map(|it| isolation.item(it)).collect();
                self.list(&items)
            }
            Arg::Message(name) => self.by_name(name).unwrap_or_else(|| (*name).to_owned()),
        }
    }
}

#[cfg(test)]
mod catalogue_tests;
#[cfg(test)]
mod tests;
