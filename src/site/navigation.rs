//! The navigation: what the author wrote, or the folders and kinds.

use super::{Config, KeyMatch, Lookup, NavItem, Page, PageId, PageKind};
use crate::{
    base::{PerLang, Spanned},
    diag::{Diagnostic, codes},
};

/// More texts than this at the top of a site are no navigation any more: the indexes lead to them.
const TEXTS: usize = 12;

/// One entry of the navigation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NavEntry {
    /// Its label; a page's title when empty.
    pub label: PerLang<String>,
    /// Where it leads; a group without a page of its own leads nowhere.
    pub page: Option<PageId>,
    /// Entries below it.
    pub children: Vec<NavEntry>,
}

/// What the author wants on the home page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HomeChoice {
    /// The ways into the site.
    pub doors: Vec<PageId>,
    /// Kinds of which the home page shows the beginning of the list.
    pub lists: Vec<usize>,
}

/// Finds the pages and kinds of `home:`.
pub(super) fn home(config: &Config, pages: &[Page], lookup: &Lookup, sink: &mut Vec<Diagnostic>) -> HomeChoice {
    let mut lists = Vec::new();
    for name in &config.home_lists {
        match lookup.kind(&name.value) {
            Some(kind) => lists.push(kind),
            None => {
                let diagnostic = Diagnostic::at(&codes::site::NO_TARGET, name.span).with("target", name.value.as_str());
                sink.push(diagnostic.nearest(&name.value, lookup.kind_names()));
            }
        }
    }
    HomeChoice { doors: targets(&config.home_doors, pages, lookup, sink), lists }
}

/// Reports the kinds that texts want lists of and that do not exist.
pub(super) fn check_lists(pages: &[Page], lookup: &Lookup, sink: &mut Vec<Diagnostic>) {
    let names = pages.iter().flat_map(|page| page.texts.iter()).flat_map(|(_, text)| &text.meta.lists);
    for name in names.filter(|it| lookup.kind(&it.value).is_none()) {
        let found = Diagnostic::at(&codes::record::UNKNOWN_KIND, name.span).with("kind", name.value.as_str());
        sink.push(found.nearest(&name.value, lookup.kind_names()));
    }
}

/// Finds the pages that the author named.
pub(super) fn targets(
    names: &[Spanned<String>],
    pages: &[Page],
    lookup: &Lookup,
    sink: &mut Vec<Diagnostic>,
) -> Vec<PageId> {
    names.iter().filter_map(|it| entry(it, pages, lookup, sink)).filter_map(|it| it.page).collect()
}

/// Builds the navigation.
pub(super) fn build(config: &Config, pages: &[Page], lookup: &Lookup, sink: &mut Vec<Diagnostic>) -> Vec<NavEntry> {
    match &config.navigation {
        Some(items) => items.iter().filter_map(|it| written(it, pages, lookup, sink)).collect(),
        None => default(pages),
    }
}

fn written(item: &NavItem, pages: &[Page], lookup: &Lookup, sink: &mut Vec<Diagnostic>) -> Option<NavEntry> {
    match item {
        NavItem::Target(target) => entry(target, pages, lookup, sink),
        NavItem::Group { label, items } => {
            let children: Vec<NavEntry> = items.iter().filter_map(|it| entry(it, pages, lookup, sink)).collect();
            (!children.is_empty()).then(|| NavEntry { label: label.clone(), page: None, children })
        }
    }
}

/// Finds what an entry names. A draft is told, because the entry would not be there.
fn entry(target: &Spanned<String>, pages: &[Page], lookup: &Lookup, sink: &mut Vec<Diagnostic>) -> Option<NavEntry> {
    let path = target.value.trim_matches('/').trim_end_matches(".md");
    let page = lookup.path(path).or_else(|| match lookup.key(path) {
        KeyMatch::One(page) => Some(page),
        KeyMatch::None | KeyMatch::Many(_) => None,
    });
    if page.is_some_and(|it| pages[it.index()].is_draft) {
        let diagnostic = Diagnostic::at(&codes::link::DRAFT_TARGET, target.span).with("target", target.value.as_str());
        sink.push(diagnostic);
    }
    if page.is_none() {
        let diagnostic = Diagnostic::at(&codes::site::NO_TARGET, target.span).with("target", target.value.as_str());
        sink.push(diagnostic.nearest(path, lookup.paths()));
    }
    page.map(|it| NavEntry { label: PerLang::default(), page: Some(it), children: Vec::new() })
}

/// Top-level folders and kinds, and texts while they are few, in the order of the home page's list.
fn default(pages: &[Page]) -> Vec<NavEntry> {
    let mut top: Vec<(PageId, &Page)> = pages
        .iter()
        .zip(0u32..)
        .map(|(page, id)| (PageId(id), page))
        .filter(|(_, page)| !page.path.is_empty() && !page.path.contains('/') && !page.is_draft)
        .filter(|(_, page)| matches!(page.kind, PageKind::Folder { .. } | PageKind::Text))
        .filter(|(_, page)| !page.routes.is_empty())
        .collect();
    if top.iter().filter(|(_, page)| page.kind == PageKind::Text).count() > TEXTS {
        top.retain(|(_, page)| page.kind != PageKind::Text);
    }
    top.sort_by_key(|(_, page)| (page.order.unwrap_or(i64::MAX), page.path.clone()));
    top.into_iter()
        .map(|(id, _)| NavEntry { label: PerLang::default(), page: Some(id), children: Vec::new() })
        .collect()
}
