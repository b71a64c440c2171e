//! What each page lists, in the order in which a reader of each language expects it.

use super::{Config, Page, PageId, PageKind, RecordEntry};
use crate::{
    base::Lang,
    locale::{Locale, Locales},
};

/// What a page is sorted by among its neighbours: records as their kind says, then pages by rank and name. The name of a
/// page with a rank decides only between equal ranks, and is looked at only then: collation is dear.
type SortKey = (bool, usize, i64, Vec<u8>);

/// Fills the lists of pages and what stands beside each page in its list.
pub(super) fn fill(pages: &mut [Page], records: &[RecordEntry], config: &Config, locales: &Locales) {
    for lang in config.languages.iter() {
        let locale = locales.get(lang);
        let keys: Vec<SortKey> = pages.iter().map(|it| sort_key(it, records, lang, locale)).collect();
        for (at, mut list) in children(pages, lang).into_iter().enumerate() {
            list.sort_by(|a, b| {
                let (left, right) = (&pages[a.index()], &pages[b.index()]);
                let by_key = keys[a.index()].cmp(&keys[b.index()]);
                let by_name = || locale.sort_key(name(left, lang)).cmp(&locale.sort_key(name(right, lang)));
                by_key.then_with(by_name).then_with(|| left.path.cmp(&right.path))
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

fn sort_key(page: &Page, records: &[RecordEntry], lang: Lang, locale: &Locale) -> SortKey {
    if let PageKind::Record(id) = page.kind {
        let rank = records[id.index()].ranks.get(lang).copied().unwrap_or_default();
        return (false, rank, 0, Vec::new());
    }
    match page.order {
        Some(order) => (true, 0, order, Vec::new()),
        None => (true, 0, i64::MAX, locale.sort_key(name(page, lang))),
    }
}

/// Returns the name by which a page is sorted.
fn name(page: &Page, lang: Lang) -> &str {
    page.sort_as.get(lang).map_or_else(|| page.title(lang), String::as_str)
}

/// Puts each page into the list of the nearest page above it that shows a list in this language.
fn children(pages: &[Page], lang: Lang) -> Vec<Vec<PageId>> {
    let mut out = vec![Vec::new(); pages.len()];
    for (page, id) in pages.iter().zip(0u32..) {
        if page.address(lang).is_some()
            && !matches!(page.kind, PageKind::Letters | PageKind::Years | PageKind::Search | PageKind::Parity)
        {
            let mut above = std::iter::successors(page.parent, |it| pages[it.index()].parent);
            let list = above.find(|it| lists(&pages[it.index()]) && pages[it.index()].address(lang).is_some());
            if let Some(list) = list {
                out[list.index()].push(PageId(id));
            }
        }
    }
    out
}

fn lists(page: &Page) -> bool {
    matches!(page.kind, PageKind::Home | PageKind::Folder { .. } | PageKind::Text)
}
