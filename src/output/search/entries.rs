//! What the search knows of one page in one language: its words by field, and its line in a list of results.

use super::bag::{Bag, HEADING, NAME, TWIN};
use crate::{
    base::Lang,
    record::{Kind, Value},
    site::{Page, PageId, PageKind, RecordEntry, Site, Text},
    text::{bidi::isolate, normal::clean},
    view::Env,
};

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
    /// How many words the title has.
    pub title_length: usize,
    /// How many words the title of the other language has; 0 where there is none.
    pub twin_length: usize,
    /// A line about it.
    pub description: String,
    /// How many words it has.
    pub length: usize,
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

/// Collects what the index of a language knows of a page, and its terms into the bag. A page that does not exist there is known
/// in its own language.
pub fn entry(env: Env<'_>, lang: Lang, id: PageId, rank: u32, bag: &mut Bag) -> Entry {
    let site = env.site;
    let page = site.page(id);
    let read = if page.exists_in(lang) { lang } else { page.routes.get_or_first(lang).map_or(lang, |(it, _)| it) };
    let title_length = bag.title(page.title(read));
    let twins = page.titles.iter().filter(|(it, _)| *it != read && page.exists_in(*it));
    let twin_length = twins.map(|(_, title)| bag.twin(title)).max().unwrap_or_default();
    let leaf = page.path.rsplit('/').next().unwrap_or_default();
    bag.add(leaf, TWIN);
    if let Some(it) = page.texts.get(read) {
        text(site, read, it, page.title(read), bag);
    }
    if let Some(date) = page.date {
        bag.date(&date);
    }
    if let PageKind::Record(record) = page.kind {
        fields(env, read, site.record(record), site.kind_of(record), bag);
    }
    let kind = match page.kind {
        PageKind::Record(record) => site.record(record).kind + 1,
        _ => 0,
    };
    Entry {
        path: page.path.to_string(),
        kind,
        lang: read.0,
        title: isolate(&clean(page.title(read)), site.languages().dir(read)).into_owned(),
        title_length,
        twin_length,
        description: isolate(&cut(&description(site, page, read)), site.languages().dir(read)).into_owned(),
        length: bag.close(rank),
    }
}

fn text(site: &Site, lang: Lang, text: &Text, title: &str, bag: &mut Bag) {
    let parts = text.words(site, lang);
    // The heading that opens a text is left out of its words as the title of the page; where the page has another title, it shows both.
    if let Some(opening) = text.document.title.as_ref().filter(|it| it.value != title) {
        bag.add(&opening.value, HEADING);
    }
    bag.quote(&parts.quoted);
    bag.add(&parts.headings, HEADING);
    bag.add(&parts.body, 0);
    if let Some(summary) = &text.meta.summary {
        bag.add(&summary.value, 0);
    }
}

/// Adds what a record says in its fields.
fn fields(env: Env<'_>, lang: Lang, entry: &RecordEntry, kind: &Kind, bag: &mut Bag) {
    for (name, field) in &entry.record.fields {
        let Some(declared) = kind.field(name).filter(|it| &*it.name != "title") else { continue };
        if kind.terms.misspelt.contains(name) {
            continue;
        }
        let is_other_name = kind.terms.is_other_name(name);
        if declared.of_type.name == "verbatim" && !is_other_name {
            for value in &field.entries {
                match &value.value {
                    Value::Plain(text) => bag.quote(text),
                    Value::Text(texts) => texts.iter().filter(|(it, _)| *it == lang).for_each(|(_, it)| bag.quote(it)),
                    _ => {}
                }
            }
            continue;
        }
        let is_name = is_other_name || matches!(declared.of_type.name, "identifier" | "symbol");
        for value in &field.entries {
            match &value.value {
                Value::Plain(text) => bag.add(text, if is_name { NAME } else { 0 }),
                Value::Text(texts) | Value::Place(texts) => {
                    for (_, text) in texts.iter().filter(|(it, _)| is_name || *it == lang) {
                        bag.add(text, if is_name { NAME } else { 0 });
                    }
                }
                Value::Choice(choice) => {
                    let choice = declared.choices.iter().find(|it| it.name == *choice);
                    if let Some((_, label)) = choice.and_then(|it| it.label.get_or_first(lang)) {
                        bag.add(label, 0);
                    }
                }
                Value::Date(date) => bag.date(date),
                Value::Number(text) => bag.add(text, 0),
                Value::Integer(number) => bag.add(&number.to_string(), 0),
                Value::Boolean(_) | Value::Ref(_) | Value::Markdown(_) => {}
            }
        }
    }
    for (name, _, texts) in &entry.prose {
        let is_found = kind.field(name).is_some();
        if let Some(text) = texts.get(lang).filter(|_| is_found) {
            self::text(env.site, lang, text, "", bag);
        }
    }
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
    let text = clean(text);
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
    use super::cut;

    #[test]
    fn a_description_ends_at_a_word() {
        assert_eq!(cut("قرار\nالمجلس"), "قرار المجلس");
        let long = cut(&"الهجرة الدولية، ".repeat(20));
        assert!(long.ends_with("الدولية…") || long.ends_with("الهجرة…"), "{long}");
    }
}
