//! From texts, records, kinds and folders to pages with their addresses.

use std::{collections::BTreeMap, sync::Arc};

use super::{
    Config, Context, Page, PageId, PageKind, Text,
    policies::fallback_of,
    records::{RecordEntry, RecordId},
    texts::Placed,
};
use crate::{
    base::{Key, Lang, Languages, PerLang, Route, Span},
    diag::{Diagnostic, codes},
    locale::{MessageId, ids},
    record::{Fallback, Kinds, Translations},
};

/// Pages that every site has: path, kind, title.
const FIXED: &[(&str, PageKind, MessageId)] = &[
    ("a-z", PageKind::Letters, ids::INDEX),
    ("years", PageKind::Years, ids::BY_YEAR),
    ("search", PageKind::Search, ids::SEARCH_TITLE),
];

/// The page that a site with a lock has beside them.
const PARITY: (&str, PageKind, MessageId) = ("translations", PageKind::Parity, ids::PARITY_TITLE);

/// Pages by path while they are collected.
struct Builder<'a> {
    config: &'a Config,
    context: Context<'a>,
    pages: Vec<Page>,
    by_path: BTreeMap<String, PageId>,
}

/// Makes the pages of texts, records, folders, kinds and indexes.
pub(super) fn build(
    config: &Config,
    kinds: &Kinds,
    records: &mut [RecordEntry],
    texts: Vec<Placed>,
    context: Context<'_>,
    sink: &mut Vec<Diagnostic>,
) -> Vec<Page> {
    let mut builder = Builder { config, context, pages: Vec::new(), by_path: BTreeMap::new() };
    builder.fixed();
    let mut bodies: BTreeMap<(String, Key), Vec<RecordId>> = BTreeMap::new();
    for (it, id) in records.iter().zip(0u32..) {
        bodies.entry((it.folder().to_owned(), it.record.key.value.clone())).or_default().push(RecordId(id));
    }
    builder.kinds(kinds, sink);
    builder.records(records, kinds, sink);
    for placed in texts {
        let key = Key::new(&placed.name).map(|it| (placed.folder.clone(), it));
        match key.and_then(|it| bodies.get(&it)).map(Vec::as_slice) {
            Some([id]) => builder.body(&records[id.index()], kinds, placed, sink),
            Some(several) => sink.push(several_records(several, records, kinds, &placed)),
            None => builder.text(placed, sink),
        }
    }
    builder.folders();
    builder.finish(kinds, sink)
}

impl Builder<'_> {
    fn add(&mut self, path: &str, kind: PageKind) -> PageId {
        let id = PageId(u32::try_from(self.pages.len()).unwrap_or(u32::MAX));
        self.pages.push(Page {
            kind,
            path: path.into(),
            titles: PerLang::default(),
            sort_as: PerLang::default(),
            texts: PerLang::default(),
            drafts: PerLang::default(),
            routes: PerLang::default(),
            fallbacks: PerLang::default(),
            parent: None,
            children: PerLang::default(),
            neighbours: PerLang::default(),
            parts: PerLang::default(),
            date: None,
            place_in_time: None,
            updated: PerLang::default(),
            order: None,
            is_draft: false,
            span: None,
        });
        self.by_path.insert(path.to_owned(), id);
        id
    }

    fn page(&mut self, id: PageId) -> &mut Page {
        &mut self.pages[id.index()]
    }

    fn fixed(&mut self) {
        self.add("", PageKind::Home);
        let parity = self.context.lock.filter(|it| it.is_written).map(|_| &PARITY);
        for (path, kind, title) in FIXED.iter().chain(parity) {
            let id = self.add(path, *kind);
            for lang in self.config.languages.iter() {
                let title = self.context.locales.get(lang).text(*title);
                self.page(id).titles.set(lang, title);
            }
        }
    }

    fn kinds(&mut self, kinds: &Kinds, sink: &mut Vec<Diagnostic>) {
        for (rank, kind) in kinds.iter().enumerate() {
            if let Some(other) = self.by_path.get(&kind.path.value) {
                // Two kinds at one path are reported by `Kinds::new`.
                if !matches!(self.pages[other.index()].kind, PageKind::Folder { .. }) {
                    taken(&kind.path.value, kind.path.span, None, sink);
                }
                continue;
            }
            let languages = &self.config.languages;
            let id = self.add(&kind.path.value, PageKind::Folder { kind: Some(rank) });
            self.page(id).span = Some(kind.path.span);
            for lang in languages.iter().filter(|it| kind.translations.covers(*it, languages)) {
                let title =
                    kind.plural.get_or_first(lang).map_or_else(|| kind.name.value.to_string(), |(_, it)| it.clone());
                self.page(id).titles.set(lang, title);
            }
        }
    }

    fn records(&mut self, records: &mut [RecordEntry], kinds: &Kinds, sink: &mut Vec<Diagnostic>) {
        let languages = self.config.languages.clone();
        for (entry, rank) in records.iter_mut().zip(0u32..) {
            let kind = &kinds.all()[entry.kind];
            let path = format!("{}/{}", kind.path.value, entry.record.key.value);
            if let Some(other) = self.by_path.get(&path) {
                taken(&path, entry.record.key.span, self.pages[other.index()].span, sink);
            }
            let id = self.add(&path, PageKind::Record(RecordId(rank)));
            entry.page = id;
            let page = &mut self.pages[id.index()];
            page.span = Some(entry.record.key.span);
            page.order = entry.record.order;
            page.date = entry.date();
            page.place_in_time = entry.place_in_time(kind);
            page.is_draft = entry.record.draft && !self.context.drafts;
            page.sort_as = entry.record.sort_as.clone();
            for lang in languages.iter().filter(|it| kind.translations.covers(*it, &languages)) {
                page.titles.set(lang, entry.title(lang).unwrap_or(entry.record.key.value.as_str()).to_owned());
                page.update(lang, entry.record.updated);
            }
        }
    }

    fn body(&mut self, entry: &RecordEntry, kinds: &Kinds, placed: Placed, sink: &mut Vec<Diagnostic>) {
        let policy = &kinds.all()[entry.kind].translations;
        if !policy.covers(placed.lang, &self.config.languages) {
            sink.push(self.uncovered(policy, &placed));
            return;
        }
        unused_keys(&placed.text, sink);
        let page = &mut self.pages[entry.page.index()];
        if placed.text.meta.draft && !self.context.drafts {
            page.drafts.set(placed.lang, Span::start_of(placed.text.file));
        } else {
            page.update(placed.lang, placed.text.meta.updated);
            page.texts.set(placed.lang, placed.text);
        }
    }

    /// Reports a text in a language that a policy leaves out.
    fn uncovered(&self, policy: &Translations, placed: &Placed) -> Diagnostic {
        let languages = &self.config.languages;
        let covered = languages.iter().filter(|it| policy.covers(*it, languages));
        let known: Vec<String> = covered.map(|it| languages.tag(it).to_owned()).collect();
        let diagnostic = Diagnostic::at(&codes::page::UNKNOWN_LANGUAGE, Span::start_of(placed.text.file));
        diagnostic.with("lang", languages.tag(placed.lang)).with("known", known).hint("known")
    }

    fn text(&mut self, placed: Placed, sink: &mut Vec<Diagnostic>) {
        let is_index = placed.name == "index";
        let path = match (is_index, placed.folder.as_str()) {
            (true, folder) => folder.to_owned(),
            (false, "") => placed.name.clone(),
            (false, folder) => format!("{folder}/{}", placed.name),
        };
        if let Some(policy) =
            self.config.translations.of(&path).filter(|it| !it.covers(placed.lang, &self.config.languages))
        {
            sink.push(self.uncovered(policy, &placed));
            return;
        }
        let id = match self.by_path.get(&path) {
            Some(id) => *id,
            None => self.add(&path, if is_index { PageKind::Folder { kind: None } } else { PageKind::Text }),
        };
        let page = &mut self.pages[id.index()];
        let fits = match page.kind {
            PageKind::Text => !is_index,
            PageKind::Home | PageKind::Folder { .. } => is_index,
            PageKind::Letters | PageKind::Years | PageKind::Search | PageKind::Parity | PageKind::Record(_) => false,
        };
        let span = Span::start_of(placed.text.file);
        if !fits {
            taken(&path, span, page.span, sink);
            return;
        }
        page.span.get_or_insert(span);
        if placed.text.meta.draft && !self.context.drafts {
            page.drafts.set(placed.lang, span);
            return;
        }
        take_text(page, placed, sink);
    }

    /// Adds the folders that have pages in them and no page of their own.
    fn folders(&mut self) {
        let paths: Vec<Arc<str>> = self.pages.iter().map(|it| it.path.clone()).collect();
        for path in paths {
            let mut rest = &*path;
            while let Some((folder, _)) = rest.rsplit_once('/') {
                if !self.by_path.contains_key(folder) {
                    self.add(folder, PageKind::Folder { kind: None });
                }
                rest = folder;
            }
        }
    }

    fn finish(mut self, kinds: &Kinds, sink: &mut Vec<Diagnostic>) -> Vec<Page> {
        let languages = self.config.languages.clone();
        for at in 0..self.pages.len() {
            let parent = parent_path(&self.pages[at].path).and_then(|it| self.by_path.get(it).copied());
            let page = &mut self.pages[at];
            page.parent = parent;
            match page.kind {
                PageKind::Text => page.is_draft = page.texts.is_empty(),
                PageKind::Home => fill_titles(page, &languages, |lang| self.config.title(lang).to_owned()),
                PageKind::Folder { kind: None } => {
                    let written = page.titles.iter().next().map(|(_, it)| it.clone());
                    let name = written.unwrap_or_else(|| folder_name(&page.path));
                    fill_titles(page, &languages, |_| name.clone());
                }
                PageKind::Folder { kind: Some(_) }
                | PageKind::Record(_)
                | PageKind::Letters
                | PageKind::Years
                | PageKind::Search
                | PageKind::Parity => {}
            }
        }
        self.reserved(sink);
        self.route(&languages);
        self.stand_in(kinds, &languages);
        self.pages
    }

    /// Refuses pages below the indexes and the search page, whose parts have addresses there. Records are told at their kind.
    fn reserved(&self, sink: &mut Vec<Diagnostic>) {
        let is_inside = |path: &str| path.split_once('/').is_some_and(|(top, _)| is_reserved(top));
        for page in self.pages.iter().filter(|it| is_inside(&it.path) && !matches!(it.kind, PageKind::Record(_))) {
            if let Some(span) = page.span {
                taken(&page.path, span, None, sink);
            }
        }
    }

    /// Gives addresses to the pages that stand in for texts which do not exist in a language, and to the folders that hold them.
    fn stand_in(&mut self, kinds: &Kinds, languages: &Languages) {
        let address = |page: &Page, lang: Lang| Route(format!("{}/{}/", languages.tag(lang), page.path));
        for at in 0..self.pages.len() {
            let page = &self.pages[at];
            let is_text = matches!(page.kind, PageKind::Text | PageKind::Folder { .. }) && !page.texts.is_empty();
            let is_shown =
                is_text && !page.is_draft && fallback_of(self.config, kinds, None, &page.path) == Fallback::Notice;
            if !is_shown || page.routes.is_empty() {
                continue;
            }
            for lang in languages.iter().filter(|it| self.pages[at].address(*it).is_none()).collect::<Vec<_>>() {
                let above = std::iter::successors(self.pages[at].parent, |it| self.pages[it.index()].parent);
                let folders = above.filter(|it| matches!(self.pages[it.index()].kind, PageKind::Folder { .. }));
                let all: Vec<usize> = folders.map(PageId::index).chain([at]).collect();
                for it in all {
                    let page = &mut self.pages[it];
                    if page.address(lang).is_none() {
                        let route = address(page, lang);
                        page.fallbacks.set(lang, route);
                    }
                }
            }
        }
    }

    /// Gives addresses, and shows a folder only in the languages in which it holds something.
    fn route(&mut self, languages: &Languages) {
        let mut filled = vec![vec![false; languages.len()]; self.pages.len()];
        for at in 0..self.pages.len() {
            let page = &self.pages[at];
            let is_list = matches!(page.kind, PageKind::Folder { kind: None });
            for lang in languages.iter() {
                let own = if is_list || page.kind == PageKind::Text {
                    page.texts.get(lang).is_some()
                } else {
                    page.titles.get(lang).is_some()
                };
                if !own || page.is_draft {
                    continue;
                }
                filled[at][lang.index()] = true;
                let above = std::iter::successors(page.parent, |it| self.pages[it.index()].parent);
                for up in above.filter(|it| matches!(self.pages[it.index()].kind, PageKind::Folder { .. })) {
                    filled[up.index()][lang.index()] = true;
                }
            }
        }
        for (page, filled) in self.pages.iter_mut().zip(&filled) {
            for lang in languages.iter().filter(|it| filled[it.index()]) {
                let tag = languages.tag(lang);
                let address = if page.path.is_empty() { format!("{tag}/") } else { format!("{tag}/{}/", page.path) };
                page.routes.set(lang, Route(address));
            }
        }
    }
}

/// Reports a text of which nobody can say to which record it belongs; none gets it.
fn several_records(several: &[RecordId], records: &[RecordEntry], kinds: &Kinds, placed: &Placed) -> Diagnostic {
    let named = |id: &RecordId| {
        let entry = &records[id.index()];
        format!("{}/{}", kinds.all()[entry.kind].name.value, entry.record.key.value.as_str())
    };
    let known: Vec<String> = several.iter().map(named).collect();
    let found = Diagnostic::at(&codes::page::SEVERAL_RECORDS, Span::start_of(placed.text.file));
    let found = found.with("key", placed.name.as_str()).with("known", known);
    several.iter().fold(found, |it, id| it.label(records[id.index()].record.key.span, "first"))
}

/// Reports what the front matter of a record's text says and nothing reads: the record itself says it.
fn unused_keys(text: &Text, sink: &mut Vec<Diagnostic>) {
    const OF_RECORD: [&str; 6] = ["title", "summary", "date", "tags", "order", "sort_as"];
    for (key, span) in text.meta.keys.iter().filter(|(key, _)| OF_RECORD.contains(key)) {
        sink.push(Diagnostic::at(&codes::page::UNUSED_KEY, *span).with("key", *key));
    }
}

/// Joins a text to its page.
fn take_text(page: &mut Page, placed: Placed, sink: &mut Vec<Diagnostic>) {
    let meta = &placed.text.meta;
    page.update(placed.lang, meta.updated);
    page.date = page.date.or(meta.date);
    page.place_in_time = page.date;
    page.order = page.order.or(meta.order);
    if let Some(sort_as) = &meta.sort_as {
        page.sort_as.set(placed.lang, sort_as.clone());
    }
    if let Some(title) = text_title(&placed, page.kind, sink) {
        page.titles.set(placed.lang, title);
    }
    page.texts.set(placed.lang, placed.text);
}

fn fill_titles(page: &mut Page, languages: &Languages, title: impl Fn(Lang) -> String) {
    for lang in languages.iter() {
        if page.titles.get(lang).is_none() {
            page.titles.set(lang, title(lang));
        }
    }
}

/// Returns the name of a folder that nobody gave a title: its slug with spaces.
fn folder_name(path: &str) -> String {
    let leaf = path.rsplit('/').next().unwrap_or(path).replace('-', " ");
    let mut letters = leaf.chars();
    letters.next().map_or_else(String::new, |it| it.to_uppercase().chain(letters).collect())
}

fn parent_path(path: &str) -> Option<&str> {
    if path.is_empty() { None } else { Some(path.rsplit_once('/').map_or("", |(folder, _)| folder)) }
}

fn text_title(placed: &Placed, kind: PageKind, sink: &mut Vec<Diagnostic>) -> Option<String> {
    let text = &placed.text;
    let written = text.meta.title.as_ref().or(text.document.title.as_ref());
    match written {
        Some(title) => Some(title.value.clone()),
        None if kind == PageKind::Text => {
            if !text.meta.has_unread_title {
                sink.push(Diagnostic::at(&codes::page::MISSING_TITLE, Span::start_of(text.file)));
            }
            Some(folder_name(&placed.name))
        }
        None => None,
    }
}

fn taken(path: &str, span: Span, first: Option<Span>, sink: &mut Vec<Diagnostic>) {
    let diagnostic = Diagnostic::at(&codes::page::ADDRESS_TAKEN, span).with("address", path);
    sink.push(match first {
        Some(first) => diagnostic.label(first, "first"),
        None => diagnostic,
    });
}

/// Tells whether a top-level name belongs to pages that every site has, with all addresses below it.
pub(super) fn is_reserved(name: &str) -> bool {
    FIXED.iter().any(|(path, ..)| *path == name)
}
