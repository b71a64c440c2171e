//! Pages: one subject at one path, in every language in which it exists.

use std::{collections::BTreeMap, sync::Arc};

use super::{
    Config, Context, Meta, Parsed, front,
    links::{LinkTarget, ResolvedImage},
    records::{RecordEntry, RecordId},
};
use crate::{
    base::{FileId, Key, Lang, Languages, PartialDate, PerLang, Route, Span},
    diag::{Diagnostic, codes},
    locale::{Locales, ids},
    markdown::Document,
    record::Kinds,
};

/// Names a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageId(pub u32);

impl PageId {
    /// Returns the rank as an index.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// Names one HTML page: a part of a page in a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageRef {
    /// The page.
    pub page: PageId,
    /// The language.
    pub lang: Lang,
    /// The part: 0 unless a list was split.
    pub part: usize,
}

/// What a page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageKind {
    /// The start page of a language.
    Home,
    /// A folder of pages, perhaps with the list of a kind.
    Folder {
        /// The kind whose records live here.
        kind: Option<usize>,
    },
    /// A Markdown text.
    Text,
    /// A record.
    Record(RecordId),
    /// The A-Z index.
    Letters,
    /// The index by year.
    Years,
    /// The search page.
    Search,
}

/// One address of a page that was split because its list is long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Last segment of the address; empty for the first part.
    pub slug: String,
    /// What it shows, in order.
    pub items: Vec<PageId>,
}

/// One Markdown text with what it links to.
#[derive(Debug)]
pub struct Text {
    /// Path of the file below the site's folder.
    pub path: Arc<str>,
    /// The file.
    pub file: FileId,
    /// The text.
    pub document: Document,
    /// Its front matter.
    pub meta: Meta,
    /// Where its links lead, in the order of `document.links`.
    pub links: Vec<LinkTarget>,
    /// What its images show, in the order of `document.images`.
    pub images: Vec<Option<ResolvedImage>>,
}

/// One subject at one path.
#[derive(Debug)]
pub struct Page {
    /// What it is.
    pub kind: PageKind,
    /// Path below the language, without slashes at the ends; empty for the home page.
    pub path: Arc<str>,
    /// Its titles. A language without a title has no such page.
    pub titles: PerLang<String>,
    /// What it is sorted by in a language, where that is not the title.
    pub sort_as: PerLang<String>,
    /// Its texts.
    pub texts: PerLang<Text>,
    /// Languages in which the text is held back as a draft.
    pub drafts: PerLang<Span>,
    /// Addresses of its first part.
    pub routes: PerLang<Route>,
    /// The page above it.
    pub parent: Option<PageId>,
    /// What it lists, in reading order.
    pub children: PerLang<Vec<PageId>>,
    /// What stands before and after it in its list.
    pub neighbours: PerLang<(Option<PageId>, Option<PageId>)>,
    /// The parts of a list that was split.
    pub parts: PerLang<Vec<Part>>,
    /// The date that it is about.
    pub date: Option<PartialDate>,
    /// When its content last changed.
    pub updated: Option<PartialDate>,
    /// Rank among its neighbours.
    pub order: Option<i64>,
    /// Whether all of it is held back.
    pub is_draft: bool,
    /// Where it was written, for reports.
    pub span: Option<Span>,
}

impl Page {
    /// Returns the title in a language, or in the first that has one.
    pub fn title(&self, lang: Lang) -> &str {
        self.titles.get_or_first(lang).map_or("", |(_, it)| it.as_str())
    }

    /// Lists the languages in which the page exists.
    pub fn languages(&self, all: &Languages) -> impl Iterator<Item = Lang> {
        all.iter().filter(|it| self.routes.get(*it).is_some())
    }

    /// Tells whether the page exists in a language.
    pub fn exists_in(&self, lang: Lang) -> bool {
        self.routes.get(lang).is_some()
    }

    /// Returns the summary in a language.
    pub fn summary(&self, lang: Lang) -> Option<&str> {
        self.texts.get(lang)?.meta.summary.as_ref().map(|it| it.value.as_str())
    }

    /// Returns the address of a part.
    pub fn route(&self, lang: Lang, part: usize) -> Option<Route> {
        let first = self.routes.get(lang)?;
        let slug = self.parts.get(lang).and_then(|it| it.get(part)).map_or("", |it| it.slug.as_str());
        Some(if slug.is_empty() { first.clone() } else { Route(format!("{first}{slug}/")) })
    }
}

/// A text with its place in the tree of folders, not yet a page.
#[derive(Debug)]
pub(super) struct Placed {
    pub folder: String,
    pub name: String,
    pub lang: Lang,
    pub text: Text,
}

/// Reads front matter, names and languages of the texts.
pub(super) fn texts(parsed: Vec<Parsed>, config: &Config, sink: &mut Vec<Diagnostic>) -> Vec<Placed> {
    let mut out = Vec::with_capacity(parsed.len());
    for it in parsed {
        let Parsed::Text { file, path, document, front } = it else { continue };
        let meta = front::read(front.as_ref(), sink);
        let Some((folder, name, lang)) = place(&path, file, &config.languages, sink) else { continue };
        let text = Text { path, file, document, meta, links: Vec::new(), images: Vec::new() };
        out.push(Placed { folder, name, lang, text });
    }
    out
}

/// Splits `content/mandates/resolution-7833.ar.md` into folder, name and language.
fn place(
    path: &str,
    file: FileId,
    languages: &Languages,
    sink: &mut Vec<Diagnostic>,
) -> Option<(String, String, Lang)> {
    let inner = path.strip_prefix("content/").unwrap_or(path);
    let (folder, leaf) = inner.rsplit_once('/').unwrap_or(("", inner));
    let stem = leaf.strip_suffix(".md").unwrap_or(leaf);
    let span = Span::start_of(file);
    let Some((name, tag)) = stem.rsplit_once('.') else {
        let tag = languages.0.first().map_or("", |it| &*it.tag);
        let diagnostic = Diagnostic::at(&codes::page::UNKNOWN_LANGUAGE, span).with("lang", "");
        sink.push(diagnostic.with("near", format!("{stem}.{tag}.md")).with("known", known(languages)).hint("missing"));
        return None;
    };
    for part in folder.split('/').filter(|it| !it.is_empty()).chain([name]) {
        if !Key::is_valid(part) {
            let near = Key::suggest(part);
            let diagnostic = Diagnostic::at(&codes::page::BAD_KEY, span).with("key", part);
            sink.push(if near.is_empty() { diagnostic } else { diagnostic.with("near", near).hint("near") });
            return None;
        }
    }
    let Some(lang) = languages.find(tag) else {
        let diagnostic =
            Diagnostic::at(&codes::page::UNKNOWN_LANGUAGE, span).with("lang", tag).with("known", known(languages));
        let tags = languages.0.iter().map(|it| &*it.tag);
        let diagnostic = diagnostic.nearest(tag, tags);
        sink.push(if diagnostic.hint.is_none() { diagnostic.hint("known") } else { diagnostic });
        return None;
    };
    Some((folder.to_owned(), name.to_owned(), lang))
}

fn known(languages: &Languages) -> Vec<String> {
    languages.0.iter().map(|it| it.tag.to_string()).collect()
}

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
    let bodies: BTreeMap<(String, Key), RecordId> = records
        .iter()
        .zip(0u32..)
        .map(|(it, id)| ((it.folder().to_owned(), it.record.key.value.clone()), RecordId(id)))
        .collect();
    builder.kinds(kinds);
    builder.records(records, kinds, sink);
    for placed in texts {
        let key = Key::new(&placed.name).map(|it| (placed.folder.clone(), it));
        match key.and_then(|it| bodies.get(&it)) {
            Some(id) => builder.body(records[id.index()].page, placed),
            None => builder.text(placed, sink),
        }
    }
    builder.folders();
    builder.finish(sink)
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
            parent: None,
            children: PerLang::default(),
            neighbours: PerLang::default(),
            parts: PerLang::default(),
            date: None,
            updated: None,
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
        for (path, kind, title) in [
            ("a-z", PageKind::Letters, ids::INDEX),
            ("years", PageKind::Years, ids::BY_YEAR),
            ("search", PageKind::Search, ids::SEARCH_TITLE),
        ] {
            let id = self.add(path, kind);
            for lang in self.config.languages.iter() {
                let title = self.context.locales.get(lang).text(title);
                self.page(id).titles.set(lang, title);
            }
        }
    }

    fn kinds(&mut self, kinds: &Kinds) {
        for (rank, kind) in kinds.iter().enumerate() {
            if self.by_path.contains_key(&kind.path.value) {
                continue; // reported by `Kinds::new`, or a fixed page: the address check says so
            }
            let id = self.add(&kind.path.value, PageKind::Folder { kind: Some(rank) });
            for lang in self.config.languages.iter() {
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
                taken(&path, Some(entry.record.key.span), self.pages[other.index()].span, sink);
            }
            let id = self.add(&path, PageKind::Record(RecordId(rank)));
            entry.page = id;
            let page = &mut self.pages[id.index()];
            page.span = Some(entry.record.key.span);
            page.order = entry.record.order;
            page.updated = entry.record.updated;
            page.date = entry.date(kind);
            page.is_draft = entry.record.draft && !self.context.drafts;
            page.sort_as = entry.record.sort_as.clone();
            for lang in languages.iter().filter(|it| kind.translations.covers(*it, &languages)) {
                page.titles.set(lang, entry.title(lang).unwrap_or(entry.record.key.value.as_str()).to_owned());
            }
        }
    }

    fn body(&mut self, id: PageId, placed: Placed) {
        let page = &mut self.pages[id.index()];
        page.updated = latest(page.updated, placed.text.meta.updated);
        if placed.text.meta.draft && !self.context.drafts {
            page.drafts.set(placed.lang, Span::start_of(placed.text.file));
        } else {
            page.texts.set(placed.lang, placed.text);
        }
    }

    fn text(&mut self, placed: Placed, sink: &mut Vec<Diagnostic>) {
        let is_index = placed.name == "index";
        let path = match (is_index, placed.folder.as_str()) {
            (true, folder) => folder.to_owned(),
            (false, "") => placed.name.clone(),
            (false, folder) => format!("{folder}/{}", placed.name),
        };
        let id = match self.by_path.get(&path) {
            Some(id) => *id,
            None => self.add(&path, if is_index { PageKind::Folder { kind: None } } else { PageKind::Text }),
        };
        let drafts = self.context.drafts;
        let page = &mut self.pages[id.index()];
        let fits = match page.kind {
            PageKind::Text => !is_index,
            PageKind::Home | PageKind::Folder { .. } => is_index,
            PageKind::Letters | PageKind::Years | PageKind::Search | PageKind::Record(_) => false,
        };
        let span = Span::start_of(placed.text.file);
        let is_double = page.texts.get(placed.lang).is_some();
        if !fits || is_double {
            let first = page.texts.get(placed.lang).map(|it| Span::start_of(it.file)).or(page.span);
            taken(&path, Some(span), first, sink);
            return;
        }
        page.span.get_or_insert(span);
        if placed.text.meta.draft && !drafts {
            page.drafts.set(placed.lang, span);
            return;
        }
        page.updated = latest(page.updated, placed.text.meta.updated);
        page.date = page.date.or(placed.text.meta.date);
        page.order = page.order.or(placed.text.meta.order);
        if let Some(sort_as) = &placed.text.meta.sort_as {
            page.sort_as.set(placed.lang, sort_as.clone());
        }
        let title = text_title(&placed, &page.kind, sink);
        if let Some(title) = title {
            page.titles.set(placed.lang, title);
        }
        page.texts.set(placed.lang, placed.text);
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

    fn finish(mut self, sink: &mut Vec<Diagnostic>) -> Vec<Page> {
        let languages = self.config.languages.clone();
        for at in 0..self.pages.len() {
            let parent = parent_path(&self.pages[at].path).and_then(|it| self.by_path.get(it).copied());
            let page = &mut self.pages[at];
            page.parent = parent;
            match page.kind {
                PageKind::Text => page.is_draft = page.texts.is_empty(),
                PageKind::Home => fill_titles(page, &languages, |lang| self.config.title(lang).to_owned()),
                PageKind::Folder { .. } => {
                    let name = folder_name(&page.path);
                    fill_titles(page, &languages, |_| name.clone());
                }
                PageKind::Record(_) | PageKind::Letters | PageKind::Years | PageKind::Search => {}
            }
        }
        self.reserved(sink);
        self.route(&languages);
        self.pages
    }

    /// Refuses top-level folders that the outputs need for themselves.
    fn reserved(&self, sink: &mut Vec<Diagnostic>) {
        for name in ["a-z", "years", "search"] {
            let inside = format!("{name}/");
            for page in self.pages.iter().filter(|it| it.path.starts_with(&inside)) {
                taken(&page.path, page.span, None, sink);
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
                let mut next = Some(at);
                while let Some(up) = next {
                    filled[up][lang.index()] = true;
                    next = self.pages[up].parent.map(PageId::index);
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

fn text_title(placed: &Placed, kind: &PageKind, sink: &mut Vec<Diagnostic>) -> Option<String> {
    let text = &placed.text;
    let written = text.meta.title.as_ref().or(text.document.title.as_ref());
    match written {
        Some(title) => Some(title.value.clone()),
        None if *kind == PageKind::Text => {
            sink.push(Diagnostic::at(&codes::page::MISSING_TITLE, Span::start_of(text.file)));
            Some(folder_name(&placed.name))
        }
        None => None,
    }
}

fn latest(a: Option<PartialDate>, b: Option<PartialDate>) -> Option<PartialDate> {
    [a, b].into_iter().flatten().max_by_key(PartialDate::sort_key)
}

fn taken(path: &str, span: Option<Span>, first: Option<Span>, sink: &mut Vec<Diagnostic>) {
    let place = span.map_or(crate::diag::Place::Site, crate::diag::Place::At);
    let diagnostic = Diagnostic::new(&codes::page::ADDRESS_TAKEN, place).with("address", path);
    sink.push(match first {
        Some(first) => diagnostic.label(first, "first"),
        None => diagnostic,
    });
}

/// Fills `children`: what a folder lists, in the order in which a reader of each language expects it.
pub(super) fn order(pages: &mut [Page], records: &[RecordEntry], config: &Config, locales: &Locales) {
    let mut children: Vec<Vec<PageId>> = vec![Vec::new(); pages.len()];
    for (page, id) in pages.iter().zip(0u32..) {
        if let Some(parent) = page.parent
            && !page.is_draft
            && !matches!(page.kind, PageKind::Letters | PageKind::Years | PageKind::Search)
        {
            children[parent.index()].push(PageId(id));
        }
    }
    for lang in config.languages.iter() {
        let locale = locales.get(lang);
        let keys: Vec<(u8, usize, i64, Vec<u8>)> = pages
            .iter()
            .map(|page| match page.kind {
                PageKind::Record(id) => {
                    (0, records[id.index()].ranks.get(lang).copied().unwrap_or_default(), 0, Vec::new())
                }
                _ => {
                    let name = page.sort_as.get(lang).map_or_else(|| page.title(lang), String::as_str);
                    (1, 0, page.order.unwrap_or(i64::MAX), locale.sort_key(name))
                }
            })
            .collect();
        for (at, list) in children.iter().enumerate() {
            let mut list: Vec<PageId> = list.iter().copied().filter(|it| pages[it.index()].exists_in(lang)).collect();
            list.sort_by(|a, b| {
                keys[a.index()].cmp(&keys[b.index()]).then_with(|| pages[a.index()].path.cmp(&pages[b.index()].path))
            });
            for (rank, id) in list.iter().enumerate() {
                let previous = rank.checked_sub(1).map(|it| list[it]);
                pages[id.index()].neighbours.set(lang, (previous, list.get(rank + 1).copied()));
            }
            if !list.is_empty() {
                pages[at].children.set(lang, list);
            }
        }
    }
}
