//! Pages on which all languages of a page stand side by side: which pages have one, and where.

use super::{Page, PageId, PageKind, Site};
use crate::base::{Dir, Lang, Route};

/// The folder of side-by-side pages at the root of a site, beside those of the languages.
pub const PARALLEL: &str = "parallel";

impl Site {
    /// Returns the languages that stand side by side for a page, from the right to the left; nothing for a page that has
    /// no counterpart to compare, such as a text with one half and a list without a text.
    pub fn parallel_languages(&self, id: PageId) -> Vec<Lang> {
        let page = self.page(id);
        if !self.config.parallel || page.is_draft {
            return Vec::new();
        }
        let (rtl, ltr): (Vec<Lang>, Vec<Lang>) = page
            .languages(self.languages())
            .filter(|it| holds_something(page, *it))
            .partition(|it| self.languages().dir(*it) == Dir::Rtl);
        let all: Vec<Lang> = rtl.into_iter().chain(ltr).collect();
        if all.len() > 1 { all } else { Vec::new() }
    }

    /// Returns the address of a page's side-by-side page, whether it has one or not.
    pub fn parallel_route(&self, id: PageId) -> Route {
        match &*self.page(id).path {
            "" => Route(format!("{PARALLEL}/")),
            path => Route(format!("{PARALLEL}/{path}/")),
        }
    }

    /// Lists the pages that have a side-by-side page.
    pub fn parallels(&self) -> impl Iterator<Item = PageId> {
        self.published().map(|(id, _)| id).filter(|it| !self.parallel_languages(*it).is_empty())
    }
}

/// A record holds its facts in every language; any other page holds its text.
fn holds_something(page: &Page, lang: Lang) -> bool {
    match page.kind {
        PageKind::Record(_) => true,
        PageKind::Home | PageKind::Folder { .. } | PageKind::Text => page.texts.get(lang).is_some(),
        PageKind::Letters | PageKind::Years | PageKind::Search | PageKind::Parity => false,
    }
}
