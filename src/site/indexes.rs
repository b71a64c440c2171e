//! The A-Z and by-year indexes, and the splitting of lists that are too long for one page.

use super::{Config, Cut, Page, PageId, PageKind, Part};
use crate::{
    base::{Lang, PerLang, Point},
    locale::Locales,
};

/// An index with more entries than this gets one address per letter or year.
const INDEX_SPLIT: usize = 400;
/// A list with more entries than this is split into parts of this length.
pub(super) const LIST_SPLIT: usize = 100;

/// One letter of an A-Z index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The letter, as a heading.
    pub letter: String,
    /// Its id on the page and, when the index is split, its address.
    pub slug: String,
    /// What begins with it, in order.
    pub pages: Vec<PageId>,
}

/// One year of a by-year index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearGroup {
    /// The year.
    pub year: i32,
    /// What is dated in it, in order.
    pub pages: Vec<PageId>,
}

/// Both indexes in each language.
#[derive(Clone, Debug, Default)]
pub struct Indexes {
    /// A-Z.
    pub letters: PerLang<Vec<Letter>>,
    /// By year, newest first.
    pub years: PerLang<Vec<YearGroup>>,
    /// What was updated, newest first.
    pub recent: PerLang<Vec<PageId>>,
    /// What is dated to the day, newest first, with the day: the entries of a feed.
    pub dated: PerLang<Vec<(PageId, String)>>,
}

impl Indexes {
    pub(super) fn new(pages: &mut [Page], config: &Config, locales: &Locales) -> Self {
        let mut out = Self::default();
        for lang in config.languages.iter() {
            let letters = letters(pages, lang, locales);
            let years = years(pages, lang);
            split_lists(pages, lang);
            split_index(pages, PageKind::Letters, lang, letters.iter().map(|it| (it.slug.clone(), it.pages.clone())));
            split_index(pages, PageKind::Years, lang, years.iter().map(|it| (it.year.to_string(), it.pages.clone())));
            out.recent.set(lang, recent(pages, lang));
            out.dated.set(lang, dated(pages, lang));
            out.letters.set(lang, letters);
            out.years.set(lang, years);
        }
        out
    }
}

fn is_indexed(page: &Page, lang: Lang) -> bool {
    matches!(page.kind, PageKind::Text | PageKind::Record(_)) && page.exists_in(lang)
}

fn letters(pages: &[Page], lang: Lang, locales: &Locales) -> Vec<Letter> {
    let locale = locales.get(lang);
    let name = |page: &Page| page.sort_as.get(lang).cloned().unwrap_or_else(|| page.title(lang).to_owned());
    let mut entries: Vec<(Vec<u8>, PageId, String)> = pages
        .iter()
        .zip(0u32..)
        .filter(|(page, _)| is_indexed(page, lang))
        .map(|(page, id)| {
            let name = name(page);
            (locale.sort_key(&name), PageId(id), locale.letter(&name))
        })
        .collect();
    entries.sort();
    let mut out: Vec<Letter> = Vec::new();
    for (_, page, letter) in entries {
        // A letter that comes back (mixed scripts) joins its first group, so that each heading stands once.
        match out.iter_mut().find(|it| it.letter == letter) {
            Some(group) => group.pages.push(page),
            None => out.push(Letter { slug: slug(&letter), letter, pages: vec![page] }),
        }
    }
    out
}

/// Returns an ASCII slug for a letter: itself, or the number of its character.
fn slug(letter: &str) -> String {
    match letter.chars().next() {
        Some(it) if it.is_ascii_alphanumeric() => it.to_ascii_lowercase().to_string(),
        Some(it) => format!("u{:04x}", u32::from(it)),
        None => "other".to_owned(),
    }
}

fn years(pages: &[Page], lang: Lang) -> Vec<YearGroup> {
    let mut dated: Vec<_> = pages
        .iter()
        .zip(0u32..)
        .filter(|(page, _)| is_indexed(page, lang))
        .filter_map(|(page, id)| page.place_in_time.map(|it| (it.sort_key(), it.start.year(), PageId(id))))
        .collect();
    dated.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)).then(a.2.cmp(&b.2)));
    let mut out: Vec<YearGroup> = Vec::new();
    for (_, year, page) in dated {
        match out.last_mut().filter(|it| it.year == year) {
            Some(group) => group.pages.push(page),
            None => out.push(YearGroup { year, pages: vec![page] }),
        }
    }
    out
}

/// Only texts and records are news; when several changed at once, the later address comes last.
fn recent(pages: &[Page], lang: Lang) -> Vec<PageId> {
    let listed = pages.iter().zip(0u32..).filter(|(page, _)| is_indexed(page, lang));
    let mut found: Vec<_> =
        listed.filter_map(|(page, id)| page.updated.get(lang).map(|it| (it.sort_key(), PageId(id)))).collect();
    found.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    found.into_iter().map(|(_, id)| id).collect()
}

/// News is what has a date of its own or was changed; a founding or an accession is none. A month or a quarter is not
/// a day, so it cannot be an instant of a feed.
fn dated(pages: &[Page], lang: Lang) -> Vec<(PageId, String)> {
    let listed = pages.iter().zip(0u32..).filter(|(page, _)| is_indexed(page, lang));
    let mut found: Vec<(String, PageId)> = listed
        .filter_map(|(page, id)| {
            let date = page.updated.get(lang).copied().or(page.date)?;
            let is_day = matches!(date.start, Point::Day(..)) && !date.approximate && !date.uncertain;
            is_day.then(|| (date.start.notation(), PageId(id)))
        })
        .collect();
    found.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    found.into_iter().map(|(day, id)| (id, day)).collect()
}

fn split_lists(pages: &mut [Page], lang: Lang) {
    for page in pages.iter_mut().filter(|it| matches!(it.kind, PageKind::Folder { .. } | PageKind::Text)) {
        let Some(list) = page.children.get(lang).filter(|it| it.len() > LIST_SPLIT) else { continue };
        let parts = list.chunks(LIST_SPLIT).enumerate().map(|(rank, items)| Part {
            // No key holds `_`, so no page of the folder can have this address.
            slug: if rank == 0 { String::new() } else { format!("page_{}", rank + 1) },
            items: items.to_vec(),
            cut: Cut::Whole,
        });
        let parts = parts.collect();
        page.parts.set(lang, parts);
    }
}

fn split_index(pages: &mut [Page], kind: PageKind, lang: Lang, groups: impl Iterator<Item = (String, Vec<PageId>)>) {
    let groups: Vec<(String, Vec<PageId>)> = groups.collect();
    let total: usize = groups.iter().map(|(_, it)| it.len()).sum();
    let Some(page) = pages.iter_mut().find(|it| it.kind == kind) else { return };
    if total <= INDEX_SPLIT {
        return;
    }
    let first = Part { slug: String::new(), items: Vec::new(), cut: Cut::Whole };
    let rest = groups.into_iter().map(|(slug, items)| Part { slug, items, cut: Cut::Whole });
    page.parts.set(lang, std::iter::once(first).chain(rest).collect());
}
