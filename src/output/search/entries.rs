//! What the search knows of one page in one language: its words by field, and its line in a list of results.

use std::collections::HashMap;

use crate::{
    base::{Lang, PartialDate},
    record::{Kind, Value},
    site::{Page, PageId, PageKind, RecordEntry, Site, Text},
    text::{
        bidi::isolate,
        search::{Terms, is_stop, terms},
    },
    view::Env,
};

/// In the title.
pub const TITLE: u8 = 1;
/// In a heading.
pub const HEADING: u8 = 2;
/// In the title of the other language, or in the address.
pub const TWIN: u8 = 4;
/// In another name of the same thing: variants of a term, abbreviations, numbers, symbols.
pub const NAME: u8 = 8;
/// Two to the power of this is where the class of the number of mentions begins.
pub const COUNT: u8 = 4;

/// A description is cut at about this many characters.
const DESCRIPTION: usize = 75;

/// One page in one language.
#[derive(Debug, Default)]
pub struct Entry {
    /// Address below the language's folder.
    pub path: String,
    /// Rank of the kind plus one; 0 for texts.
    pub kind: usize,
    /// Rank of the language in which it is read.
    pub lang: u8,
    /// Title.
    pub title: String,
    /// A line about it.
    pub description: String,
    /// How many words it has.
    pub length: usize,
    /// Its terms with fields and classes of number.
    pub terms: Vec<(String, u8)>,
}

/// Lists the pages that can be found, in the order in which every index counts them.
pub fn pages(site: &Site) -> Vec<PageId> {
    // A list that the program makes of a folder nobody named says nothing that its pages do not say.
    let findable = |page: &Page| match page.kind {
        PageKind::Letters | PageKind::Years | PageKind::Search | PageKind::Parity => false,
        PageKind::Folder { kind: None } => !page.texts.is_empty(),
        PageKind::Folder { kind: Some(_) } | PageKind::Home | PageKind::Text | PageKind::Record(_) => true,
    };
    let found = site.published().filter(|(_, page)| findable(page) && !page.routes.is_empty());
    let mut out: Vec<PageId> = found.map(|(id, _)| id).collect();
    out.sort_by(|a, b| site.page(*a).path.cmp(&site.page(*b).path));
    out
}

/// Collects what the index of a language knows of a page. A page that does not exist there is known in its own language.
pub fn entry(env: Env<'_>, lang: Lang, id: PageId) -> Entry {
    let site = env.site;
    let page = site.page(id);
    let read = if page.exists_in(lang) { lang } else { page.routes.get_or_first(lang).map_or(lang, |(it, _)| it) };
    let mut bag = Bag::default();
    bag.add(page.title(read), TITLE);
    for (other, title) in page.titles.iter().filter(|(it, _)| *it != read) {
        if page.exists_in(other) {
            bag.add(title, TWIN);
        }
    }
    let leaf = page.path.rsplit('/').next().unwrap_or_default();
    bag.add(leaf, TWIN);
    if let Some(text) = page.texts.get(read) {
        bag.text(site, read, text);
    }
    if let Some(date) = page.date {
        bag.date(&date);
    }
    if let PageKind::Record(record) = page.kind {
        bag.record(env, read, site.record(record), site.kind_of(record));
    }
    let kind = match page.kind {
        PageKind::Record(record) => site.record(record).kind + 1,
        _ => 0,
    };
    Entry {
        path: page.path.to_string(),
        kind,
        lang: read.0,
        title: isolate(&crate::text::normal::clean(page.title(read)), site.languages().dir(read)).into_owned(),
        description: isolate(&cut(&description(site, page, read)), site.languages().dir(read)).into_owned(),
        length: bag.length,
        terms: bag.finish(),
    }
}

/// The terms of a page as they are collected.
#[derive(Default)]
struct Bag {
    counts: HashMap<String, (u8, u32)>,
    length: usize,
}

impl Bag {
    /// Adds a text that stands in a field.
    fn add(&mut self, text: &str, field: u8) {
        self.add_terms(terms(text), field);
    }

    fn add_terms(&mut self, terms: Terms, field: u8) {
        if field == 0 {
            self.length += terms.words.len();
        }
        let words = terms.words.into_iter().map(|it| it.text);
        for term in words.chain(terms.special) {
            // Stop words tell pages apart in titles only.
            if term.len() > 64 || (field == 0 && is_stop(&term)) {
                continue;
            }
            let (fields, count) = self.counts.entry(term).or_default();
            *fields |= field;
            *count += u32::from(field == 0);
        }
    }

    /// Adds what is quoted as found: it can be found as it stands, and is no word of the site for anything else.
    fn quote(&mut self, text: &str) {
        let Terms { words, special } = terms(text);
        self.length += words.len();
        let quoted = words.into_iter().filter(|it| !is_stop(&it.text)).map(|it| match it.text.as_bytes() {
            [b'0'..=b'9', ..] => it.text,
            _ => format!("={}", it.text),
        });
        for term in quoted.chain(special).filter(|it| it.len() <= 64) {
            self.counts.entry(term).or_default().1 += 1;
        }
    }

    fn text(&mut self, site: &Site, lang: Lang, text: &Text) {
        let parts = text.words(site, lang);
        self.quote(&parts.quoted);
        self.add(&parts.headings, HEADING);
        self.add(&parts.body, 0);
        if let Some(summary) = &text.meta.summary {
            self.add(&summary.value, 0);
        }
    }

    /// Adds a date by its terms and its year.
    fn date(&mut self, date: &PartialDate) {
        for point in [Some(date.start), date.end].into_iter().flatten() {
            self.add(&point.notation(), NAME);
            if let crate::base::Point::Month(year, month) = point {
                self.add_terms(Terms { words: Vec::new(), special: vec![format!("@{year:04}-{month:02}")] }, NAME);
            }
        }
    }

    fn record(&mut self, env: Env<'_>, lang: Lang, entry: &RecordEntry, kind: &Kind) {
        for (name, field) in &entry.record.fields {
            let Some(declared) = kind.field(name).filter(|it| &*it.name != "title") else { continue };
            if kind.terms.misspelt.contains(name) {
                continue;
            }
            let is_other_name = kind.terms.is_other_name(name);
            if declared.of_type.name == "verbatim" && !is_other_name {
                for value in &field.entries {
                    match &value.value {
                        Value::Plain(text) => self.quote(text),
                        Value::Text(texts) => {
                            texts.iter().filter(|(it, _)| *it == lang).for_each(|(_, it)| self.quote(it))
                        }
                        _ => {}
                    }
                }
                continue;
            }
            let is_name = is_other_name || matches!(declared.of_type.name, "identifier" | "symbol");
            for value in &field.entries {
                match &value.value {
                    Value::Plain(text) => self.add(text, if is_name { NAME } else { 0 }),
                    Value::Text(texts) | Value::Place(texts) => {
                        for (_, text) in texts.iter().filter(|(it, _)| is_name || *it == lang) {
                            self.add(text, if is_name { NAME } else { 0 });
                        }
                    }
                    Value::Choice(choice) => {
                        let choice = declared.choices.iter().find(|it| it.name == *choice);
                        if let Some((_, label)) = choice.and_then(|it| it.label.get_or_first(lang)) {
                            self.add(label, 0);
                        }
                    }
                    Value::Date(date) => self.date(date),
                    Value::Number(text) => self.add(text, 0),
                    Value::Integer(number) => self.add(&number.to_string(), 0),
                    Value::Boolean(_) | Value::Ref(_) | Value::Markdown(_) => {}
                }
            }
        }
        for (name, _, texts) in &entry.prose {
            let is_found = kind.field(name).is_some();
            if let Some(text) = texts.get(lang).filter(|_| is_found) {
                self.text(env.site, lang, text);
            }
        }
    }

    /// Returns the terms in no order: the index orders them once for all pages.
    fn finish(self) -> Vec<(String, u8)> {
        let coded = |(term, (fields, count))| (term, fields | (class(count) << COUNT));
        self.counts.into_iter().map(coded).collect()
    }
}

/// Returns the class of a number of mentions: 0, 1, 2, 3-4, 5-8, 9-16, 17-32, more.
fn class(count: u32) -> u8 {
    let class = match count {
        0 => 0,
        _ => 1 + (32 - (count - 1).leading_zeros()),
    };
    u8::try_from(class.min(7)).unwrap_or(7)
}

/// Returns what the author says of a page in a line, else how it begins.
fn description(site: &Site, page: &Page, lang: Lang) -> String {
    if let Some(summary) = page.summary(lang) {
        return summary.to_owned();
    }
    if let PageKind::Record(id) = page.kind {
        let (entry, kind) = (site.record(id), site.kind_of(id));
        for field in &kind.fields {
            let Some(value) = entry.current(&field.name).filter(|_| &*field.name != "title") else { continue };
            match &value.value {
                Value::Text(texts) if field.of_type.name == "text" => {
                    if let Some(text) = texts.get(lang) {
                        return text.clone();
                    }
                }
                Value::Markdown(_) => {
                    let prose = entry.prose.iter().find(|(it, ..)| *it == field.name);
                    let text = prose.and_then(|(_, _, it)| it.get(lang));
                    if let Some(text) = text.and_then(Text::opening) {
                        return text;
                    }
                }
                _ => {}
            }
        }
    }
    page.texts.get(lang).and_then(Text::opening).unwrap_or_default()
}

/// Cuts a text at a space.
fn cut(text: &str) -> String {
    let text = crate::text::normal::clean(text);
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= DESCRIPTION {
        return line;
    }
    let end = line.char_indices().nth(DESCRIPTION).map_or(line.len(), |(at, _)| at);
    let cut = line[..end].rsplit_once(' ').map_or(&line[..end], |(before, _)| before);
    format!("{}…", cut.trim_end_matches(|it: char| !it.is_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::{class, cut};

    #[test]
    fn mentions_are_counted_in_classes() {
        assert_eq!([0, 1, 2, 3, 4, 5, 8, 9, 1000].map(class), [0, 1, 2, 3, 3, 4, 4, 5, 7]);
    }

    #[test]
    fn a_description_ends_at_a_word() {
        assert_eq!(cut("قرار\nالمجلس"), "قرار المجلس");
        let long = cut(&"الهجرة الدولية، ".repeat(20));
        assert!(long.ends_with("الدولية…") || long.ends_with("الهجرة…"), "{long}");
    }
}
