//! What all pages of one language at one depth share: header, navigation, footer.

use super::{Env, FeedView, FooterView, ImageView, LinkView, NavGroup, NavLink, SharedView, scene::Scene};
use crate::{
    base::{Lang, PerLang, Route},
    locale::ids,
    record::Layout,
    site::{NavEntry, Page, PageId, PageKind, PageRef, Site, asset_route},
    text::bidi,
};

/// Names one shared part. Pages of addresses that do not exist have absolute links instead of a depth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SharedKey {
    /// The language.
    pub lang: Lang,
    /// How many folders lie between the root and the page; nothing for absolute links.
    pub depth: Option<usize>,
    /// The style sheet of the page.
    pub sheet: Sheet,
}

/// Which style sheet a page asks for. Each is whole, so that a page needs one; what only few pages show is not in the sheet
/// of all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sheet {
    /// That of nearly all pages.
    #[default]
    Common,
    /// Of home pages.
    Home,
    /// Of records and texts, which show no list.
    Reading,
    /// Of the indexes by letter and by year.
    Index,
    /// With trees of units.
    Organigram,
    /// Of pages that show all languages side by side.
    Parallel,
    /// Of such pages with lists of kinds below their text.
    ParallelLists,
}

impl Sheet {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Common, Self::Home, Self::Reading, Self::Index, Self::Organigram, Self::Parallel, Self::ParallelLists];

    /// Returns the sheet of a page of one language: lists of units, and a home page that shows one, draw trees.
    pub fn of(site: &Site, unit: PageRef) -> Self {
        let is_tree = |kind: usize| site.kinds.all()[kind].list == Layout::Organigram;
        match site.page(unit.page).kind {
            PageKind::Folder { kind: Some(kind) } if is_tree(kind) => Self::Organigram,
            PageKind::Home if site.home.lists.iter().any(|it| is_tree(*it)) => Self::Organigram,
            _ if lists(site, site.page(unit.page)).any(is_tree) => Self::Organigram,
            PageKind::Home => Self::Home,
            PageKind::Letters | PageKind::Years if site.page(unit.page).texts.iter().next().is_none() => Self::Index,
            PageKind::Record(_) | PageKind::Text if !has_list(site, unit) => Self::Reading,
            _ => Self::Common,
        }
    }

    /// Returns the sheet of a page on which all languages stand side by side.
    pub fn of_parallel(site: &Site, page: PageId) -> Self {
        if lists(site, site.page(page)).next().is_some() { Self::ParallelLists } else { Self::Parallel }
    }
}

/// Tells whether a record or text lists other pages.
fn has_list(site: &Site, unit: PageRef) -> bool {
    let page = site.page(unit.page);
    page.children.get(unit.lang).is_some_and(|it| !it.is_empty()) || lists(site, page).next().is_some()
}

/// The kinds of which a page shows lists below its text.
fn lists<'a>(site: &'a Site, page: &'a Page) -> impl Iterator<Item = usize> + 'a {
    let names = page.texts.iter().flat_map(|(_, text)| &text.meta.lists);
    names.filter_map(|it| site.lookup.kind(&it.value))
}

/// Returns the shared part of one language at one depth.
pub fn shared(env: Env<'_>, key: SharedKey) -> SharedView {
    let depth = key.depth.unwrap_or_default();
    // Any address of this depth stands for all: links lead to the root first.
    let mut scene = env.scene(key.lang, Route("-/".repeat(depth)));
    scene.is_absolute = key.depth.is_none();
    let site = env.site;
    let home = site.lookup.path("");
    let href =
        |path: &str| site.lookup.path(path).and_then(|it| site.page(it).routes.get(key.lang)).map(|it| scene.href(it));
    let title = site.config.name(key.lang);
    let tag = site.config.languages.tag(key.lang);
    let has_search = site.config.search;
    SharedView {
        lang: env.lang_view(key.lang),
        title: scene.plain(title),
        title_html: scene.html(title),
        tagline_html: site.config.design.header.get_or_first(key.lang).map(|(_, it)| scene.html(it)),
        home: home
            .and_then(|it| site.page(it).routes.get(key.lang))
            .map_or_else(|| "./".to_owned(), |it| scene.href(it)),
        search: href("search").unwrap_or_default(),
        stylesheet: scene.href(&Route(env.stylesheets[key.sheet as usize].to_owned())),
        icon: env.icon.map(|it| scene.href(&Route(it.to_owned()))),
        loader: if has_search { scene.href(&Route(env.loader.to_owned())) } else { String::new() },
        script: format!("./{}", env.script.rsplit('/').next().unwrap_or_default()),
        opensearch: if has_search { scene.href(&Route(format!("{tag}/opensearch.xml"))) } else { String::new() },
        logo: logo(&scene),
        feed: site
            .has_feed(key.lang)
            .then(|| FeedView { href: scene.href(&Route(format!("{tag}/feed.xml"))), title: scene.plain(title) }),
        navigation: navigation(&scene),
        footer: footer(&scene),
    }
}

fn logo(scene: &Scene<'_>) -> Option<ImageView> {
    let asset = &scene.site().assets[scene.site().logo?];
    let alt = scene.site().config.design.logo.as_ref()?.alt.get_or_first(scene.lang).map(|(_, it)| scene.plain(it));
    let (width, height) = asset.dimensions?;
    Some(ImageView { src: scene.href(&asset_route(asset)), alt: alt.unwrap_or_default(), width, height })
}

fn navigation(scene: &Scene<'_>) -> Vec<NavGroup> {
    let mut out: Vec<NavGroup> = Vec::new();
    for entry in &scene.site().navigation {
        match entry.page {
            Some(_) => {
                let Some(link) = nav_link(scene, entry) else { continue };
                match out.last_mut().filter(|it| it.title_html.is_none()) {
                    Some(group) => group.links.push(link),
                    None => out.push(NavGroup { title_html: None, is_folded: false, links: vec![link] }),
                }
            }
            None => {
                let links: Vec<NavLink> = entry.children.iter().filter_map(|it| nav_link(scene, it)).collect();
                let title_html = entry.label.get_or_first(scene.lang).map(|(_, it)| scene.html(it));
                if !links.is_empty() {
                    out.push(NavGroup { title_html, is_folded: false, links });
                }
            }
        }
    }
    out.extend(Some(indexes(scene)).filter(|it| !it.links.is_empty()));
    out
}

fn nav_link(scene: &Scene<'_>, entry: &NavEntry) -> Option<NavLink> {
    let page = entry.page?;
    let route = scene.site().page(page).address(scene.lang)?;
    let html = entry.label.get(scene.lang).map_or_else(|| scene.link(page).html, |it| scene.html(it));
    Some(NavLink { place: route.0.clone(), href: scene.href(route), html, links: Vec::new() })
}

/// The indexes are in the navigation of every site that has anything: they are the way to every page without a script.
fn indexes(scene: &Scene<'_>) -> NavGroup {
    let entries = scene.site().index_pages(scene.lang).map(|it| NavEntry {
        label: PerLang::default(),
        page: Some(it),
        children: Vec::new(),
    });
    NavGroup {
        title_html: Some(scene.html(&scene.text(ids::INDEXES))),
        is_folded: false,
        links: entries.filter_map(|it| nav_link(scene, &it)).collect(),
    }
}

fn footer(scene: &Scene<'_>) -> FooterView {
    let config = &scene.site().config;
    let mut texts_html = Vec::new();
    if let Some((_, publisher)) = config.publisher.get_or_first(scene.lang) {
        texts_html.push(scene.html(&scene.format(ids::PUBLISHED_BY, &[("name", publisher.as_str().into())])));
    }
    if let Some((_, copyright)) = config.copyright.get_or_first(scene.lang) {
        texts_html.push(format!("© {}", scene.html(copyright)));
    }
    if let Some(license) = &config.license {
        let name = license.name.get_or_first(scene.lang).map_or("", |(_, it)| it.as_str());
        let name = scene.html(name);
        let name = match &license.url {
            Some(url) => format!("<a rel=\"license\" href=\"{}\">{name}</a>", escaped(url)),
            None => name,
        };
        texts_html.push(format!("{} {name}", scene.html(&scene.text(ids::LICENSE_LABEL))));
    }
    let site = scene.site();
    // Whoever wants to know how far the languages agree looks where a site speaks of itself.
    let parity = site.only(PageKind::Parity).filter(|it| !site.footer.contains(it));
    let pages = site.footer.iter().copied().chain(parity).filter(|it| site.page(*it).exists_in(scene.lang));
    if let Some((_, text)) = config.design.footer.get_or_first(scene.lang) {
        texts_html.push(scene.html(text));
    }
    let outside = config.design.links.iter().map(|it| {
        let label = it.label.get_or_first(scene.lang).map_or("", |(_, it)| it.as_str());
        LinkView { href: Some(it.url.clone()), html: scene.html(label), ..LinkView::default() }
    });
    let links = pages.map(|it| scene.link(it)).chain(outside).collect();
    FooterView { texts_html, links, version: None }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    bidi::escape(text, &mut out);
    out
}
