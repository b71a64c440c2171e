//! Fluent messages: the embedded ones, a site's own over them, and the check of the latter.

use std::collections::BTreeSet;

use fluent::{FluentArgs, FluentResource, FluentValue, bundle::FluentBundle as Generic, concurrent::FluentBundle};
use fluent_syntax::parser::ErrorKind;

use super::{
    embedded::{self, Embedded},
    ids::{self, MessageId},
    parity, plural,
};
use crate::{
    base::{Dir, FileId, Languages, Span},
    diag::{
        Arg, Checked, Diagnostic, Place,
        codes::{locale as codes, text::BIDI_OVERRIDE},
    },
    text::{
        bidi,
        scan::{self, Finding},
    },
};

/// The language whose messages stand in where a language of the site has none.
pub const FALLBACK: &str = "en";

/// Messages of one language; immutable and shared once it is filled.
pub type Bundle = FluentBundle<FluentResource>;

/// How a text is inserted into a message.
#[derive(Clone, Copy)]
pub enum Isolation {
    /// As it is.
    None,
    /// A sentence or name: runs of the other direction are isolated.
    Prose(Dir),
    /// A piece of a file: isolated as a whole unless it is one plain word.
    Code,
}

impl Isolation {
    /// Returns the text to insert.
    pub fn apply(self, text: &str) -> String {
        match self {
            Self::None => text.to_owned(),
            Self::Prose(dir) => bidi::isolate(text, dir).into_owned(),
            Self::Code if text.is_empty() => String::new(),
            Self::Code => format!("\u{2068}{text}\u{2069}"),
        }
    }

    /// Returns one item of a list; names from files are marked as such.
    pub fn item(self, text: &str) -> String {
        let inner = self.apply(text);
        if matches!(self, Self::Code) { format!("`{inner}`") } else { inner }
    }
}

/// The messages of one language, in order of precedence.
pub struct Messages {
    bundles: Vec<Bundle>,
    fixed: Vec<Option<String>>,
}

impl Messages {
    /// Joins the embedded messages of a language and a site's own.
    pub fn new(tag: &str, own: &[(FileId, &str)]) -> Checked<Self> {
        let mut found = Vec::new();
        let mut bundles = Vec::new();
        let known = base(tag);
        if !own.is_empty() {
            let mut bundle = bundle(tag);
            for (file, text) in own {
                check(known, *file, text, &mut found);
                bundle.add_resource_overriding(resource(text));
            }
            bundles.push(bundle);
        }
        let mut embedded = bundle(known.tag);
        known.messages.iter().for_each(|(_, text)| embedded.add_resource_overriding(resource(text)));
        if embedded::find(tag).is_none() {
            report_fallback(tag, bundles.first(), &mut found);
        }
        bundles.push(embedded);
        let mut messages = Self { bundles, fixed: Vec::new() };
        messages.fixed = ids::NAMES.iter().map(|name| messages.without_variables(name)).collect();
        Checked { value: messages, diagnostics: found }
    }

    /// Returns an interface message that needs no variables.
    pub fn fixed(&self, id: MessageId) -> Option<&str> {
        self.fixed.get(usize::from(id.0))?.as_deref()
    }

    /// Returns a message or attribute with the values that `fill` sets; nothing when it does not exist.
    pub fn format(
        &self,
        name: &str,
        attribute: Option<&str>,
        fill: impl FnOnce(&mut dyn FnMut(&str, FluentValue<'static>)),
    ) -> Option<String> {
        let mut args = FluentArgs::new();
        fill(&mut |name, value| args.set(name.to_owned(), value));
        self.pattern(name, attribute, &args).map(|(text, _)| text)
    }

    fn without_variables(&self, name: &str) -> Option<String> {
        let (text, is_complete) = self.pattern(name, None, &FluentArgs::new())?;
        is_complete.then_some(text)
    }

    /// Formats the first message of this name that lacks nothing, else the first one, and tells whether nothing was missing.
    fn pattern(&self, name: &str, attribute: Option<&str>, args: &FluentArgs<'_>) -> Option<(String, bool)> {
        let mut found = self.bundles.iter().filter_map(|bundle| formatted(bundle, name, attribute, args)).peekable();
        let first = found.peek().cloned();
        found.find(|(_, is_complete)| *is_complete).or(first)
    }
}

/// Formats a message of one bundle, and tells whether nothing was missing.
fn formatted(bundle: &Bundle, name: &str, attribute: Option<&str>, args: &FluentArgs<'_>) -> Option<(String, bool)> {
    let message = bundle.get_message(name)?;
    let pattern = match attribute {
        None => message.value()?,
        Some(attribute) => message.get_attribute(attribute)?.value(),
    };
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(args), &mut errors).into_owned();
    Some((text, errors.is_empty()))
}

/// Returns the embedded language for a tag, else the fallback.
fn base(tag: &str) -> &'static Embedded {
    let found = embedded::find(tag).or_else(|| embedded::find(FALLBACK));
    found.expect("the fallback language is embedded")
}

fn bundle(tag: &str) -> Bundle {
    let mut bundle: Bundle = Generic::new_concurrent(vec![tag.parse().unwrap_or_default()]);
    // Arguments are isolated by their own direction, not all of them alike.
    bundle.set_use_isolating(false);
    plural::add_function(&mut bundle, tag);
    bundle
}

/// Reads a message file as far as it is sound.
fn resource(text: &str) -> FluentResource {
    FluentResource::try_new(plural::through_function(text)).unwrap_or_else(|(resource, _)| resource)
}

/// Reports folders for languages that the site does not have.
pub fn unknown_languages(languages: &Languages, overrides: &[(&str, FileId, &str)], found: &mut Vec<Diagnostic>) {
    for (tag, file, _) in overrides.iter().filter(|(tag, ..)| languages.find(tag).is_none()) {
        let diagnostic = Diagnostic::at(&codes::UNKNOWN_LANGUAGE, Span::start_of(*file)).with("lang", *tag);
        found.push(match languages.near(tag) {
            Some(near) => diagnostic.with("near", near).hint("near"),
            None => diagnostic,
        });
    }
}

/// Reports syntax errors, messages that override nothing and variables that are never given.
fn check(known: &Embedded, file: FileId, text: &str, found: &mut Vec<Diagnostic>) {
    let (shapes, errors) = parity::shapes(text);
    for (at, kind) in errors {
        found.push(Diagnostic::at(&codes::SYNTAX, Span::new(file, at, at)).with("reason", reason(&kind)));
    }
    let (known, _): (Vec<_>, Vec<_>) = known.messages.iter().map(|(_, text)| parity::shapes(text)).unzip();
    let known: Vec<parity::Shape> = known.into_iter().flatten().collect();
    let overrides = scan::findings(text).into_iter().filter(|(_, it)| matches!(it, Finding::BidiOverride(_)));
    for (range, _) in overrides {
        let character = text[range.clone()].chars().next().map(scan::code_point).unwrap_or_default();
        let span = Span::new(file, range.start, range.end);
        found.push(Diagnostic::at(&BIDI_OVERRIDE, span).with("character", character).fix(span, "", true));
    }
    let mut seen = BTreeSet::new();
    for shape in shapes.iter().filter(|it| !it.id.starts_with('-')) {
        let span = |at: usize, name: &str| Span::new(file, at, at + name.len());
        let name = shape.id.rsplit('.').next().unwrap_or_default();
        if !seen.insert(shape.id.as_str()) {
            let reason = Arg::Message("locale-reason-twice");
            found.push(Diagnostic::at(&codes::SYNTAX, span(shape.at, name)).with("reason", reason));
            continue;
        }
        let Some(original) = known.iter().find(|it| it.id == shape.id) else {
            let diagnostic =
                Diagnostic::at(&codes::UNKNOWN_MESSAGE, span(shape.at, name)).with("message", shape.id.as_str());
            found.push(diagnostic.nearest(&shape.id, known.iter().map(|it| it.id.as_str())));
            continue;
        };
        for (name, at) in shape.variables.iter().filter(|(name, _)| !original.variables.contains_key(*name)) {
            let names: Vec<String> = original.variables.keys().cloned().collect();
            let mut diagnostic = Diagnostic::at(&codes::UNKNOWN_VARIABLE, span(*at, name))
                .with("variable", name.as_str())
                .with("message", shape.id.as_str());
            if !names.is_empty() {
                diagnostic = diagnostic.with("known", names).hint("known");
            }
            found.push(diagnostic);
        }
    }
}

/// Words a syntax error in the reader's language.
fn reason(kind: &ErrorKind) -> Arg {
    Arg::Message(match kind {
        ErrorKind::ExpectedToken('=') => "locale-reason-equals",
        ErrorKind::ExpectedToken('}') | ErrorKind::UnbalancedClosingBrace => "locale-reason-brace",
        ErrorKind::MissingValue | ErrorKind::ExpectedMessageField { .. } | ErrorKind::ExpectedTermField { .. } => {
            "locale-reason-value"
        }
        ErrorKind::MissingDefaultVariant => "locale-reason-default",
        ErrorKind::MultipleDefaultVariants => "locale-reason-defaults",
        ErrorKind::ExpectedCharRange { .. } => "locale-reason-name",
        ErrorKind::UnterminatedStringLiteral => "locale-reason-quote",
        ErrorKind::UnknownEscapeSequence(_) | ErrorKind::InvalidUnicodeEscapeSequence(_) => "locale-reason-escape",
        _ => "locale-reason-expression",
    })
}

/// Reports once that a language of the site has no messages of its own in the program.
fn report_fallback(tag: &str, own: Option<&Bundle>, found: &mut Vec<Diagnostic>) {
    let missing = ids::NAMES.iter().filter(|name| own.is_none_or(|it| !it.has_message(name))).count();
    if missing > 0 {
        let diagnostic = Diagnostic::new(&codes::FALLBACK, Place::Site).with("lang", tag);
        found.push(diagnostic.with("fallback", FALLBACK).with("count", missing).hint("override"));
    }
}
