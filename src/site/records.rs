//! Records with their kind, their order and their prose.

use std::{cmp::Ordering, sync::Arc};

use rayon::prelude::*;

use super::{Config, Incoming, Outgoing, PageId, Text, front::Meta};
use crate::{
    base::{Lang, Languages, PartialDate, PerLang, Spanned},
    diag::{Checked, Diagnostic, codes},
    locale::{Locale, Locales},
    markdown,
    record::{self, Entry, Field, Kind, Kinds, Node, Record, SortBy, Value},
};

/// Names a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId(pub u32);

impl RecordId {
    /// Returns the rank as an index.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A record with its place in the site.
#[derive(Debug)]
pub struct RecordEntry {
    /// What the author wrote.
    pub record: Record,
    /// Its kind, as an index into the kinds.
    pub kind: usize,
    /// Its page.
    pub page: PageId,
    /// Its rank in each language: as the kind sorts its records, those of other kinds before or after.
    pub ranks: PerLang<usize>,
    /// The texts of its Markdown fields: field, rank of the value, text per language.
    pub prose: Vec<(Arc<str>, usize, PerLang<Text>)>,
    /// What it refers to.
    pub outgoing: Vec<Outgoing>,
    /// What refers to it.
    pub incoming: Vec<Incoming>,
}

impl RecordEntry {
    /// Returns the folder of its file, below `content/`.
    pub fn folder(&self) -> &str {
        let stem = self.record.stem.strip_prefix("content/").unwrap_or(&self.record.stem);
        stem.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// Returns a field.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.record.fields.iter().find(|(it, _)| &**it == name).map(|(_, field)| field)
    }

    /// Returns the value of a dated or plain field that holds now: the one without an end, else the last.
    pub fn current(&self, name: &str) -> Option<&Entry> {
        let entries = &self.field(name)?.entries;
        entries.iter().find(|it| it.until.is_none()).or_else(|| entries.last())
    }

    /// Returns the value of a dated field that held at a date, else the one that holds now.
    pub fn at(&self, name: &str, when: PartialDate) -> Option<&Entry> {
        let day = when.start.sort_key();
        let holds = |it: &&Entry| {
            it.from.is_none_or(|from| from.start.sort_key() <= day)
                && it.until.is_none_or(|until| day <= until.end.unwrap_or(until.start).sort_key())
        };
        let entries = &self.field(name)?.entries;
        entries.iter().find(holds).or_else(|| self.current(name))
    }

    /// Returns its present title in a language.
    pub fn title(&self, lang: Lang) -> Option<&str> {
        entry_text(self.current("title")?, lang)
    }

    /// Returns the title that it had at a date.
    pub fn title_at(&self, lang: Lang, when: PartialDate) -> Option<&str> {
        entry_text(self.at("title", when)?, lang)
    }

    /// Returns the date that it is about: the one in its field `date`.
    pub fn date(&self) -> Option<PartialDate> {
        self.date_in("date")
    }

    /// Returns its place in time: its date, else the first date that it holds, such as a founding or an entry into force.
    pub fn place_in_time(&self, kind: &Kind) -> Option<PartialDate> {
        self.date().or_else(|| kind.fields.iter().find_map(|it| self.date_in(&it.name)))
    }

    fn date_in(&self, field: &str) -> Option<PartialDate> {
        match self.current(field)?.value {
            Value::Date(date) => Some(date),
            _ => None,
        }
    }
}

fn entry_text(entry: &Entry, lang: Lang) -> Option<&str> {
    match &entry.value {
        Value::Text(texts) | Value::Place(texts) => texts.get_or_first(lang).map(|(_, it)| it.as_str()),
        Value::Plain(text) => Some(text),
        _ => None,
    }
}

/// Reads the kind files and checks them against each other.
pub(super) fn kinds(
    files: &[(Arc<str>, Arc<Spanned<Node>>)],
    languages: &Languages,
    sink: &mut Vec<Diagnostic>,
) -> Kinds {
    let list = files.iter().map(|(_, node)| record::kinds::read(node, languages).take(sink)).collect();
    Kinds::new(list).take(sink)
}

/// Reads the record files.
pub(super) fn read(
    files: &[(Arc<str>, Arc<Spanned<Node>>)],
    kinds: &Kinds,
    languages: &Languages,
    sink: &mut Vec<Diagnostic>,
) -> Vec<RecordEntry> {
    let read: Vec<Checked<Vec<RecordEntry>>> = files
        .par_iter()
        .map(|(path, node)| {
            let checked = record::read_records(node, path, kinds, languages);
            let mut found = checked.diagnostics;
            let entries =
                checked.value.into_iter().filter_map(|it| entry(it, (path, node), kinds, &mut found)).collect();
            Checked::new(entries, found)
        })
        .collect();
    let mut out: Vec<RecordEntry> = read.into_iter().flat_map(|it| it.take(sink)).collect();
    out.sort_by(|a, b| a.kind.cmp(&b.kind).then_with(|| a.record.key.value.cmp(&b.record.key.value)));
    drop_doubles(out, kinds, sink)
}

/// A file with its path and what was read of it.
type OfFile<'a> = (&'a Arc<str>, &'a Spanned<Node>);

fn entry(record: Record, file: OfFile<'_>, kinds: &Kinds, sink: &mut Vec<Diagnostic>) -> Option<RecordEntry> {
    let kind = kinds.iter().position(|it| it.name.value == record.kind)?;
    let prose = prose(&record, file, sink);
    Some(RecordEntry {
        record,
        kind,
        page: PageId(0),
        ranks: PerLang::default(),
        prose,
        outgoing: Vec::new(),
        incoming: Vec::new(),
    })
}

fn prose(
    record: &Record,
    (path, node): OfFile<'_>,
    sink: &mut Vec<Diagnostic>,
) -> Vec<(Arc<str>, usize, PerLang<Text>)> {
    let mut out = Vec::new();
    for (name, field) in &record.fields {
        for (rank, entry) in field.entries.iter().enumerate() {
            let Value::Markdown(texts) = &entry.value else { continue };
            let mut parsed = PerLang::default();
            for (lang, text) in texts.iter() {
                let document = markdown::parse_fragment(text.span, node.origin(text.span), &text.value).take(sink);
                let text = Text {
                    path: path.clone(),
                    file: entry.span.file,
                    document: Arc::new(document),
                    meta: Meta::default(),
                    links: Vec::new(),
                    images: Vec::new(),
                    mentions: Vec::new(),
                };
                parsed.set(lang, text);
            }
            out.push((name.clone(), rank, parsed));
        }
    }
    out
}

fn drop_doubles(sorted: Vec<RecordEntry>, kinds: &Kinds, sink: &mut Vec<Diagnostic>) -> Vec<RecordEntry> {
    let mut out: Vec<RecordEntry> = Vec::with_capacity(sorted.len());
    for it in sorted {
        match out.last().filter(|last| last.kind == it.kind && last.record.key.value == it.record.key.value) {
            Some(first) => {
                let (first, second) = if first.record.key.span <= it.record.key.span {
                    (first.record.key.span, it.record.key.span)
                } else {
                    (it.record.key.span, first.record.key.span)
                };
                let diagnostic = Diagnostic::at(&codes::record::DUPLICATE_KEY, second).label(first, "first");
                sink.push(
                    diagnostic
                        .with("key", it.record.key.value.as_str())
                        .with("kind", kinds.all()[it.kind].name.value.as_str()),
                );
            }
            None => out.push(it),
        }
    }
    out
}

/// What a date is sorted by: its first day, then its last.
type DateKey = (PointKey, Option<PointKey>);
/// Year, month, day, coarseness.
type PointKey = (i32, u8, u8, u8);

/// One part of a sort key; what is missing comes last.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Number(i64),
    Date(DateKey),
    Text(Vec<u8>),
    Missing,
}

/// Ranks the records of each kind in each language as the kind's `sort` says.
pub(super) fn rank(records: &mut [RecordEntry], kinds: &Kinds, config: &Config, locales: &Locales) {
    for lang in config.languages.iter() {
        let locale = locales.get(lang);
        let keys: Vec<Vec<Part>> = records.iter().map(|it| sort_key(it, &kinds.all()[it.kind], lang, locale)).collect();
        let mut order: Vec<usize> = (0..records.len()).collect();
        order.sort_by(|a, b| {
            let (left, right) = (&records[*a], &records[*b]);
            let by_kind = left.kind.cmp(&right.kind);
            by_kind
                .then_with(|| compare(&keys[*a], &keys[*b], &kinds.all()[left.kind]))
                .then_with(|| left.record.key.value.cmp(&right.record.key.value))
        });
        for (rank, at) in order.into_iter().enumerate() {
            records[at].ranks.set(lang, rank);
        }
    }
}

fn compare(a: &[Part], b: &[Part], kind: &Kind) -> Ordering {
    for ((a, b), sort) in a.iter().zip(b).zip(sorts(kind)) {
        let order = match (a, b) {
            (Part::Missing, _) | (_, Part::Missing) => a.cmp(b),
            _ if sort.descending => b.cmp(a),
            _ => a.cmp(b),
        };
        if order.is_ne() {
            return order;
        }
    }
    Ordering::Equal
}

fn sort_key(entry: &RecordEntry, kind: &Kind, lang: Lang, locale: &Locale) -> Vec<Part> {
    let part = |name: &str| match name {
        "order" => entry.record.order.map_or(Part::Missing, Part::Number),
        "key" => Part::Text(entry.record.key.value.as_str().as_bytes().to_vec()),
        "title" => {
            let name = entry.record.sort_as.get(lang).map(String::as_str).or_else(|| entry.title(lang));
            name.map_or(Part::Missing, |it| Part::Text(locale.sort_key(it)))
        }
        field => entry.current(field).map_or(Part::Missing, |it| value_part(&it.value, lang, locale)),
    };
    sorts(kind).iter().map(|it| part(&it.field)).collect()
}

fn value_part(value: &Value, lang: Lang, locale: &Locale) -> Part {
    match value {
        Value::Integer(number) => Part::Number(*number),
        Value::Boolean(flag) => Part::Number(i64::from(*flag)),
        Value::Date(date) => Part::Date(date.sort_key()),
        Value::Text(texts) | Value::Place(texts) => {
            texts.get_or_first(lang).map_or(Part::Missing, |(_, it)| Part::Text(locale.sort_key(it)))
        }
        Value::Number(text) => {
            text.parse::<f64>().map_or(Part::Missing, |it| Part::Text(ordered(it).to_be_bytes().to_vec()))
        }
        Value::Plain(text) | Value::Ref(text) => Part::Text(locale.sort_key(text)),
        Value::Choice(name) => Part::Text(name.as_bytes().to_vec()),
        Value::Markdown(_) => Part::Missing,
    }
}

/// Returns bits whose order as an integer is the order of the numbers (IEEE 754 total order).
fn ordered(number: f64) -> u64 {
    let bits = number.to_bits();
    if bits >> 63 == 1 { !bits } else { bits | (1 << 63) }
}

/// What a kind's list is sorted by: order and title unless the kind says otherwise.
fn sorts(kind: &Kind) -> Vec<SortBy> {
    let by = |field: &str| SortBy { field: field.into(), descending: false };
    if kind.sort.is_empty() { vec![by("order"), by("title")] } else { kind.sort.clone() }
}
