//! What a preview tells of a site beside its pages: every page with its state in each language, headers, addresses.

use super::Draft;
use crate::{
    base::Lang,
    output,
    site::{PageId, PageKind, Site},
    view::Sheet,
};

/// How a page stands in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is published.
    Present,
    /// Its text is held back.
    Draft,
    /// There is none.
    Missing,
}

/// A page in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// How it stands.
    pub standing: Standing,
    /// Its address below the site's root, if it has one.
    pub route: Option<String>,
    /// Its title; empty where it has none.
    pub title: String,
}

/// A page in the list of all pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its path below the language.
    pub path: String,
    /// The page in each language of the site, in declared order.
    pub versions: Vec<Version>,
}

impl Draft {
    /// Returns the headers that a host should send with every file.
    pub fn headers() -> Vec<(&'static str, String)> {
        output::headers::of_all()
    }

    /// Returns the path of the theme's style sheet below the site's root.
    pub fn stylesheet(&self) -> &str {
        self.ready.theme.stylesheet(Sheet::Common)
    }

    /// Returns the path under which the site stands on its host: `/`, or `/kb/`.
    pub fn base_path(&self) -> &str {
        self.ready.site.config.base_path()
    }

    /// Lists the site's languages: tag and direction.
    pub fn languages(&self) -> Vec<(&str, &'static str)> {
        self.ready.languages().into_iter().map(|(tag, dir)| (tag, dir.as_str())).collect()
    }

    /// Lists every page that an author wrote, drafts included, in the order of paths.
    pub fn listed(&self) -> Vec<Listed> {
        let site = &self.ready.site;
        let is_written = |kind: PageKind| !matches!(kind, PageKind::Letters | PageKind::Years | PageKind::Search);
        let pages = site.pages.iter().zip(0u32..).filter(|(page, _)| is_written(page.kind));
        let mut out: Vec<Listed> = pages.map(|(_, id)| listed(site, PageId(id))).collect();
        out.sort_by(|a, b| a.path.cmp(&b.path));
        out
    }
}

fn listed(site: &Site, id: PageId) -> Listed {
    let page = site.page(id);
    let version = |lang: Lang| {
        let route = page.routes.get(lang).map(|it| it.0.clone());
        let is_draft = page.is_draft || page.drafts.get(lang).is_some();
        let standing = match (&route, is_draft) {
            (_, true) => Standing::Draft,
            (Some(_), false) => Standing::Present,
            (None, false) => Standing::Missing,
        };
        Version { standing, route, title: page.titles.get(lang).cloned().unwrap_or_default() }
    };
    Listed { path: page.path.to_string(), versions: site.languages().iter().map(version).collect() }
}
