//! Typed reading of one YAML mapping. Every mistake is collected; what can be read is read.
//!
//! A method asks for a key by name and so makes it known: [`Fields::finish`] reports every key that nothing asked for.

use std::collections::BTreeMap;

use super::{
    date,
    yaml::{Node, UNREAD},
};
use crate::{
    base::{Languages, PartialDate, PerLang, Span, Spanned},
    diag::{Arg, Diagnostic, codes, nearest},
    text::language,
};

/// One mapping while it is read.
pub struct Fields<'a, 'd> {
    entries: Vec<Entry<'a>>,
    /// Every key asked for, in the order of asking: what the hint of an unknown key lists.
    asked: Vec<&'a str>,
    span: Span,
    is_mapping: bool,
    /// Whether some of its entries could not be read.
    is_partial: bool,
    sink: &'d mut Vec<Diagnostic>,
}

struct Entry<'a> {
    key: &'a Spanned<String>,
    value: &'a Spanned<Node>,
    is_read: bool,
}

impl<'a, 'd> Fields<'a, 'd> {
    /// Begins to read a mapping: reports keys that stand twice (the first one counts) and values that are no mapping.
    pub fn new(node: &'a Spanned<Node>, sink: &'d mut Vec<Diagnostic>) -> Self {
        let (entries, is_mapping) = match &node.value {
            Node::Mapping(pairs) => (unique(pairs, sink), true),
            Node::Broken => (Vec::new(), false),
            _ => {
                sink.push(wrong_type(node, "type-mapping").hint("mapping"));
                (Vec::new(), false)
            }
        };
        Self { entries, asked: Vec::new(), span: node.span, is_mapping, is_partial: is_partial(&node.value), sink }
    }

    /// Returns where the mapping stands.
    pub fn span(&self) -> Span {
        self.span
    }

    /// Returns the place to point at when something is missing: the first entry, because the whole would be a wall of carets.
    pub fn place(&self) -> Span {
        match self.entries.first() {
            Some(it) if it.value.value.text().is_some_and(|it| !it.contains('\n')) => {
                Span { end: it.value.span.end, ..it.key.span }
            }
            Some(it) => it.key.span,
            None => Span { end: self.span.start, ..self.span },
        }
    }

    /// Returns where mistakes go, for reading beyond these methods.
    pub fn sink(&mut self) -> &mut Vec<Diagnostic> {
        self.sink
    }

    /// Tells whether the key is surely not there: it does not stand there, nor could something not be read.
    pub fn lacks(&self, name: &str) -> bool {
        !self.is_partial && !self.has(name)
    }

    /// Tells whether the key stands there.
    pub fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|it| it.key.value == name)
    }

    /// Returns the key that was most likely meant as `name`, where that does not stand there itself.
    pub fn meant(&self, name: &'a str) -> &'a str {
        if self.has(name) {
            return name;
        }
        let near = |it: &&Entry<'a>| nearest(&it.key.value, [name]).is_some();
        self.entries.iter().find(near).map_or(name, |it| it.key.value.as_str())
    }

    /// Returns the place of a key.
    pub fn key_span(&self, name: &str) -> Option<Span> {
        self.entries.iter().find(|it| it.key.value == name).map(|it| it.key.span)
    }

    /// Returns the value of a key, as it stands.
    pub fn take(&mut self, name: &'a str) -> Option<&'a Spanned<Node>> {
        if !self.asked.contains(&name) {
            self.asked.push(name);
        }
        let entry = self.entries.iter_mut().find(|it| it.key.value == name)?;
        entry.is_read = true;
        Some(entry.value)
    }

    /// Returns the value of a key; reports a key without a value.
    pub fn filled(&mut self, name: &'a str) -> Option<&'a Spanned<Node>> {
        let node = self.take(name)?;
        let is_empty = match &node.value {
            Node::Broken => return None,
            Node::Null => true,
            other => other.text().is_some_and(str::is_empty),
        };
        if is_empty {
            let place = self.key_span(name).unwrap_or(node.span);
            self.sink.push(empty_value(name, place));
            return None;
        }
        Some(node)
    }

    /// Tells whether there is a mapping to read at all.
    pub fn is_mapping(&self) -> bool {
        self.is_mapping
    }

    /// Reports that a key is missing.
    pub fn missing(&mut self, name: &str) {
        if self.is_mapping && self.lacks(name) {
            let place = self.place();
            self.sink.push(Diagnostic::at(&codes::yaml::MISSING_KEY, place).with("key", name));
        }
    }

    /// Reads a text.
    pub fn text(&mut self, name: &'a str) -> Option<Spanned<String>> {
        let node = self.filled(name)?;
        text(node, self.sink).map(|it| it.map(str::to_owned))
    }

    /// Reads a text that must be there.
    pub fn required_text(&mut self, name: &'a str) -> Option<Spanned<String>> {
        self.missing(name);
        self.text(name)
    }

    /// Reads `true` or `false`.
    pub fn flag(&mut self, name: &'a str) -> Option<Spanned<bool>> {
        let node = self.filled(name)?;
        flag(node, self.sink)
    }

    /// Reads a whole number.
    pub fn integer(&mut self, name: &'a str) -> Option<Spanned<i64>> {
        let node = self.filled(name)?;
        integer(node, self.sink)
    }

    /// Reads a date as far as it is known.
    pub fn date(&mut self, name: &'a str) -> Option<Spanned<PartialDate>> {
        let node = self.filled(name)?;
        let text = typed_text(node, "type-date", self.sink)?;
        date::read(text.value, text.span, self.sink).map(|it| Spanned::new(it, text.span))
    }

    /// Reads a list of texts; a single text is taken as a list of one, and reported.
    pub fn list(&mut self, name: &'a str) -> Vec<Spanned<String>> {
        let Some(node) = self.filled(name) else { return Vec::new() };
        let mut out = Vec::new();
        for it in items(node, self.sink) {
            let found = item(name, it, self.sink).and_then(|it| text(it, self.sink));
            out.extend(found.map(|it| it.map(str::to_owned)));
        }
        out
    }

    /// Reads a list of texts, or one that stands alone.
    pub fn one_or_list(&mut self, name: &'a str) -> Vec<Spanned<String>> {
        match self.filled(name) {
            Some(node) if matches!(node.value, Node::Scalar(_)) => {
                text(node, self.sink).map(|it| it.map(str::to_owned)).into_iter().collect()
            }
            Some(_) => self.list(name),
            None => Vec::new(),
        }
    }

    /// Tells whether all items of a list could be read, as far as there is a list.
    pub fn whole_list(&self, name: &str) -> bool {
        match self.entries.iter().find(|it| it.key.value == name).map(|it| &it.value.value) {
            Some(Node::Sequence(items)) => !items.iter().any(|it| is_partial(&it.value)),
            Some(Node::Broken) => false,
            Some(_) => true,
            None => !self.is_partial,
        }
    }

    /// Reads a text per language.
    pub fn texts(&mut self, name: &'a str, languages: &Languages) -> PerLang<Spanned<String>> {
        match self.filled(name) {
            Some(node) => pair(node, languages, self.sink),
            None => PerLang::default(),
        }
    }

    /// Begins to read a mapping inside this one.
    pub fn nested(&mut self, name: &'a str) -> Option<Fields<'a, '_>> {
        let node = self.filled(name)?;
        Some(Fields::new(node, self.sink))
    }

    /// Returns the values of a list of mappings, each to be read by [`Fields::new`] with [`Fields::sink`].
    pub fn mappings(&mut self, name: &'a str) -> Vec<&'a Spanned<Node>> {
        match self.filled(name) {
            Some(node) => items(node, self.sink).into_iter().filter_map(|it| item(name, it, self.sink)).collect(),
            None => Vec::new(),
        }
    }

    /// Returns every key with its value in the order of the file, for mappings whose keys are the author's own.
    pub fn each(&mut self) -> Vec<(&'a Spanned<String>, &'a Spanned<Node>)> {
        let all = self.entries.iter_mut().map(|it| {
            it.is_read = true;
            (it.key, it.value)
        });
        all.collect()
    }

    /// Returns the keys that nothing asked for.
    pub fn unread(&self) -> Vec<(&'a Spanned<String>, &'a Spanned<Node>)> {
        self.entries.iter().filter(|it| !it.is_read).map(|it| (it.key, it.value)).collect()
    }

    /// Ends the reading: reports every key that nothing asked for, with the nearest or all of those that were.
    pub fn finish(self) {
        for (key, _) in self.unread() {
            let fault = Diagnostic::at(&codes::yaml::UNKNOWN_KEY, key.span).with("key", key.value.as_str());
            self.sink.push(with_fix(near_or_known(fault, &key.value, &self.asked), key.span));
        }
    }
}

/// Tells whether some entries of a value could not be read.
pub fn is_partial(node: &Node) -> bool {
    match node {
        Node::Mapping(pairs) => pairs.iter().any(|(key, value)| is_unread(key, value)),
        Node::Broken => true,
        _ => false,
    }
}

fn is_unread(key: &Spanned<String>, value: &Spanned<Node>) -> bool {
    key.value == UNREAD && value.value == Node::Broken
}

/// Drops and reports the keys that stand twice; the first one counts.
fn unique<'a>(pairs: &'a [(Spanned<String>, Spanned<Node>)], sink: &mut Vec<Diagnostic>) -> Vec<Entry<'a>> {
    let mut first: BTreeMap<&str, Span> = BTreeMap::new();
    let mut entries = Vec::with_capacity(pairs.len());
    for (key, value) in pairs.iter().filter(|(key, value)| !is_unread(key, value)) {
        if let Some(first) = first.get(key.value.as_str()) {
            let fault = Diagnostic::at(&codes::yaml::DUPLICATE_KEY, key.span).with("key", key.value.as_str());
            sink.push(fault.label(*first, "first"));
        } else {
            first.insert(&key.value, key.span);
            entries.push(Entry { key, value, is_read: false });
        }
    }
    entries
}

/// Offers the nearest name, if one was found, in place of the wrong one at `span`; a person must agree.
pub fn with_fix(fault: Diagnostic, span: Span) -> Diagnostic {
    let near = fault.args.iter().find_map(|(name, value)| match value {
        Arg::Text(near) if *name == "near" => Some(near.clone()),
        _ => None,
    });
    match near {
        Some(near) => fault.fix(span, near, false),
        None => fault,
    }
}

/// Adds the nearest of `names` as a hint, or all of them when none is near.
pub fn near_or_known(fault: Diagnostic, wrong: &str, names: &[&str]) -> Diagnostic {
    let known = names.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
    let fault = fault.nearest(wrong, names.iter().copied()).with("known", known);
    if fault.hint.is_some() || names.is_empty() { fault } else { fault.hint("known") }
}

/// Reports a value of another type than `expected`, the id of a message.
pub fn wrong_type(node: &Spanned<Node>, expected: &'static str) -> Diagnostic {
    Diagnostic::at(&codes::yaml::WRONG_TYPE, node.span)
        .with("expected", Arg::Message(expected))
        .with("found", Arg::Message(node.value.type_name()))
}

/// Reports a key without a value.
pub fn empty_value(name: &str, place: Span) -> Diagnostic {
    Diagnostic::at(&codes::yaml::EMPTY_VALUE, place).with("key", name)
}

/// Reads any single value as text.
pub fn text<'a>(node: &'a Spanned<Node>, sink: &mut Vec<Diagnostic>) -> Option<Spanned<&'a str>> {
    typed_text(node, "type-text", sink)
}

/// Reads a single value as text; `expected` names what it stands for when it is a list or a mapping.
pub fn typed_text<'a>(
    node: &'a Spanned<Node>,
    expected: &'static str,
    sink: &mut Vec<Diagnostic>,
) -> Option<Spanned<&'a str>> {
    match &node.value {
        Node::Scalar(scalar) => Some(Spanned::new(&scalar.text, node.span)),
        Node::Broken => None,
        // Brackets that belong to the text make a list or a mapping of it.
        Node::Sequence(_) | Node::Mapping(_) if expected == "type-text" => {
            sink.push(wrong_type(node, expected).hint("quote"));
            None
        }
        _ => {
            sink.push(wrong_type(node, expected));
            None
        }
    }
}

/// Reads `true` or `false`, without quotes; `yes`, `no`, `on`, `off` are words.
pub fn flag(node: &Spanned<Node>, sink: &mut Vec<Diagnostic>) -> Option<Spanned<bool>> {
    match &node.value {
        Node::Scalar(it) if !it.quoted && it.text == "true" => Some(Spanned::new(true, node.span)),
        Node::Scalar(it) if !it.quoted && it.text == "false" => Some(Spanned::new(false, node.span)),
        Node::Broken => None,
        other => {
            let found = wrong_type(node, "type-boolean").hint("boolean");
            sink.push(match other.text().and_then(plain_flag) {
                Some(plain) => found.fix(node.span, plain, true),
                None => found,
            });
            None
        }
    }
}

/// Returns what the words stand for that other programs take for `true` and `false`.
pub(super) fn plain_flag(text: &str) -> Option<&'static str> {
    match text.to_lowercase().as_str() {
        "true" | "yes" | "on" | "نعم" => Some("true"),
        "false" | "no" | "off" | "لا" => Some("false"),
        _ => None,
    }
}

/// Reads a whole number in ASCII digits.
pub fn integer(node: &Spanned<Node>, sink: &mut Vec<Diagnostic>) -> Option<Spanned<i64>> {
    let text = typed_text(node, "type-integer", sink)?;
    super::fields::integer::parse(text.value, text.span, sink).map(|it| Spanned::new(it, text.span))
}

/// Returns the items of a list. A single value is taken as a list of one, and reported.
pub fn items<'a>(node: &'a Spanned<Node>, sink: &mut Vec<Diagnostic>) -> Vec<&'a Spanned<Node>> {
    match &node.value {
        Node::Sequence(items) => items.iter().collect(),
        Node::Broken | Node::Null => Vec::new(),
        _ => {
            sink.push(wrong_type(node, "type-list").hint("list"));
            vec![node]
        }
    }
}

/// Returns an item of a list; reports one without a value.
pub fn item<'a>(name: &str, node: &'a Spanned<Node>, sink: &mut Vec<Diagnostic>) -> Option<&'a Spanned<Node>> {
    match &node.value {
        Node::Broken => None,
        Node::Null => {
            sink.push(empty_value(name, node.span));
            None
        }
        other if other.text().is_some_and(str::is_empty) => {
            sink.push(empty_value(name, node.span));
            None
        }
        _ => Some(node),
    }
}

/// Reads a text per language. A text without a language is reported and taken for every one, so that later stages have it;
/// on a site of one language it is what it seems.
pub fn pair(node: &Spanned<Node>, languages: &Languages, sink: &mut Vec<Diagnostic>) -> PerLang<Spanned<String>> {
    let Node::Mapping(_) = &node.value else { return unpaired(node, languages, sink) };
    let mut out = PerLang::default();
    let mut fields = Fields::new(node, sink);
    for (key, value) in fields.each() {
        let Some(lang) = languages.find(&key.value) else {
            fields.sink().push(unknown_language(key, languages));
            continue;
        };
        if value.value == Node::Broken {
            // What stands there is not known yet, but that something does.
            out.set(lang, Spanned::new("…".to_owned(), value.span));
        } else if matches!(value.value, Node::Null) || value.value.text().is_some_and(str::is_empty) {
            fields.sink().push(empty_value(&key.value, key.span));
        } else if let Some(found) = text(value, fields.sink()) {
            if language::is_other_value(found.value, languages.tag(lang)) {
                fields.sink().push(other_language(found.span, languages.tag(lang)));
            }
            out.set(lang, found.map(str::to_owned));
        }
    }
    out
}

/// Reports a value that is written in another language than `tag`.
pub fn other_language(span: Span, tag: &str) -> Diagnostic {
    Diagnostic::at(&codes::text::OTHER_LANGUAGE, span).with("lang", tag).hint("value")
}

fn unpaired(node: &Spanned<Node>, languages: &Languages, sink: &mut Vec<Diagnostic>) -> PerLang<Spanned<String>> {
    let is_single = languages.len() == 1 && node.value.text().is_some();
    if !is_single && node.value != Node::Broken {
        sink.push(wrong_type(node, "type-pair").hint("pair"));
    }
    let Some(text) = node.value.text() else { return PerLang::default() };
    languages.iter().map(|it| (it, Spanned::new(text.to_owned(), node.span))).collect()
}

/// Reports a key that is no language of the site.
pub fn unknown_language(key: &Spanned<String>, languages: &Languages) -> Diagnostic {
    let tags: Vec<String> = languages.0.iter().map(|it| it.tag.to_string()).collect();
    let near = languages.near(&key.value).map(str::to_owned);
    let fault =
        Diagnostic::at(&codes::record::UNKNOWN_LANGUAGE, key.span).with("lang", key.value.as_str()).with("known", tags);
    match near {
        Some(near) => with_fix(fault.with("near", near).hint("near"), key.span),
        None => fault.hint("known"),
    }
}

#[cfg(test)]
mod tests;
