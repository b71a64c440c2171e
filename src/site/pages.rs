//! Pages: one subject at one path, in every language in which it exists.

use std::sync::Arc;

use super::{
    Meta,
    links::{LinkTarget, ResolvedImage},
    records::RecordId,
    terms::Mention,
};
use crate::{
    base::{FileId, Lang, Languages, PartialDate, PerLang, Route, Span},
    markdown::Document,
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
    /// The page that states how the languages stand to each other; only where a lock is kept.
    Parity,
}

/// One address of a page that was split because its list is long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Last segment of the address; empty for the first part.
    pub slug: String,
    /// What it shows, in order.
    pub items: Vec<PageId>,
    /// What it is a part of.
    pub cut: Cut,
}

/// What a part of a list shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cut {
    /// The list itself, or a stretch of it.
    Whole,
    /// What has one value of a facet.
    Facet {
        /// The facet, as an index into those of the kind.
        facet: usize,
        /// The value.
        value: FacetValue,
    },
    /// The tree of units at a date.
    At(PartialDate),
}

/// A value that a facet tells apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FacetValue {
    /// The year of a date.
    Year(i32),
    /// The name of a choice.
    Choice(Arc<str>),
    /// Yes or no.
    Flag(bool),
    /// A record that is referred to.
    Record(RecordId),
}

/// One Markdown text with what it links to.
#[derive(Debug)]
pub struct Text {
    /// Path of the file below the site's folder.
    pub path: Arc<str>,
    /// The file.
    pub file: FileId,
    /// The text.
    pub document: Arc<Document>,
    /// Its front matter.
    pub meta: Meta,
    /// Where its links lead, in the order of `document.links`.
    pub links: Vec<LinkTarget>,
    /// What its images show, in the order of `document.images`.
    pub images: Vec<Option<ResolvedImage>>,
    /// Where it uses names of things, in reading order.
    pub mentions: Vec<Mention>,
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
    /// Addresses in languages in which it does not exist: pages there say so and show its text in another language.
    pub fallbacks: PerLang<Route>,
    /// The page above it.
    pub parent: Option<PageId>,
    /// What it lists, in reading order.
    pub children: PerLang<Vec<PageId>>,
    /// What stands before and after it in its list.
    pub neighbours: PerLang<(Option<PageId>, Option<PageId>)>,
    /// The parts of a list that was split.
    pub parts: PerLang<Vec<Part>>,
    /// The date that it is about: the one that its author called `date`.
    pub date: Option<PartialDate>,
    /// Its place in time, for the index by year and for timelines: its date, else another that its record holds.
    pub place_in_time: Option<PartialDate>,
    /// When its content last changed in a language.
    pub updated: PerLang<PartialDate>,
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

    /// Returns where readers of a language find the page: its own address, else that of the page which stands in for it.
    pub fn address(&self, lang: Lang) -> Option<&Route> {
        self.routes.get(lang).or_else(|| self.fallbacks.get(lang))
    }

    /// Returns the language in which the page is shown to readers of a language: theirs, else the first in which it exists.
    pub fn shown_in(&self, lang: Lang) -> Lang {
        if self.exists_in(lang) { lang } else { self.routes.iter().next().map_or(lang, |(it, _)| it) }
    }

    /// Returns the summary in a language.
    pub fn summary(&self, lang: Lang) -> Option<&str> {
        self.texts.get(lang)?.meta.summary.as_ref().map(|it| it.value.as_str())
    }

    /// Returns what a part of its list shows.
    pub fn cut(&self, unit: PageRef) -> &Cut {
        self.parts.get(unit.lang).and_then(|it| it.get(unit.part)).map_or(&Cut::Whole, |it| &it.cut)
    }

    /// Enters a change of its content; the latest counts.
    pub(super) fn update(&mut self, lang: Lang, date: Option<PartialDate>) {
        let latest = [self.updated.get(lang).copied(), date].into_iter().flatten().max_by_key(PartialDate::sort_key);
        if let Some(latest) = latest {
            self.updated.set(lang, latest);
        }
    }

    /// Lists where a part exists, in the order of the languages: parts that letters and years name need a twin of that name.
    pub fn counterparts(&self, unit: PageRef) -> Vec<(Lang, Route)> {
        let slug = |lang: Lang, part: usize| {
            self.parts.get(lang).and_then(|it| it.get(part)).map_or("", |it| it.slug.as_str())
        };
        let own = slug(unit.lang, unit.part);
        let same = |lang: Lang| {
            let count = self.parts.get(lang).map_or(1, Vec::len);
            let part = (0..count).find(|it| slug(lang, *it) == own)?;
            self.route(lang, part).map(|it| (lang, it))
        };
        self.routes.iter().filter_map(|(lang, _)| same(lang)).collect()
    }

    /// Returns the address of a part.
    pub fn route(&self, lang: Lang, part: usize) -> Option<Route> {
        let first = self.address(lang)?;
        let slug = self.parts.get(lang).and_then(|it| it.get(part)).map_or("", |it| it.slug.as_str());
        Some(if slug.is_empty() { first.clone() } else { Route(format!("{first}{slug}/")) })
    }
}
