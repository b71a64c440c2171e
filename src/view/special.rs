//! Pages outside the languages: the root, addresses that do not exist, records' permanent addresses, redirects.

use super::{
    Alternate, BilingualView, Content, Env, LanguagePart, LinkView, PageView, RedirectView, Twin, linked, preview,
    record,
    scene::{Scene, twin},
};
use crate::{
    base::{Lang, Route},
    locale::ids,
    site::{Alias, PageKind, RecordId},
};

/// Pages of which a site has one each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Special {
    /// The page at the site's root.
    Root,
    /// The page for addresses that do not exist.
    NotFound,
}

/// Returns the root page or the page of addresses that do not exist.
pub fn special(env: Env<'_>, what: Special) -> PageView {
    let (lang, route) = (Lang(0), Route(if what == Special::Root { String::new() } else { "404.html".to_owned() }));
    let mut scene = env.scene(lang, route);
    scene.is_absolute = what == Special::NotFound;
    let parts = env.site.languages().iter().map(|it| special_part(&scene.speaking(it), what)).collect();
    let view = BilingualView { parts, ..BilingualView::default() };
    let title = match what {
        Special::Root => env.site.config.title(lang).to_owned(),
        Special::NotFound => both(&scene, |it| it.text(ids::NOT_FOUND_TITLE)),
    };
    let mut page = frame(&scene, &title);
    match what {
        Special::Root => {
            page.document_title = both(&scene, |it| it.site().config.title(it.lang).to_owned());
            page.canonical = Some(env.site.config.base.clone());
            page.alternates = home_alternates(&scene);
            let description = env.site.config.description.get_or_first(lang);
            page.description = description.map(|(_, it)| preview::short(&scene, it));
            page.preview = Some(preview::preview(&scene, None, &page));
            page.linked_data = Some(linked::root(&scene));
            page.content = Content::Root(view);
        }
        Special::NotFound => {
            page.document_title.clone_from(&page.title);
            page.is_unlisted = true;
            page.content = Content::NotFound(view);
        }
    }
    page
}

/// Joins the words of every language for the one title of a page in all of them.
pub(super) fn both(scene: &Scene<'_>, words: impl Fn(&Scene<'_>) -> String) -> String {
    let each = scene.languages().iter().map(|lang| {
        let speaking = scene.speaking(lang);
        crate::text::bidi::isolate(&words(&speaking), scene.dir()).into_owned()
    });
    each.collect::<Vec<_>>().join(" · ")
}

pub(super) fn frame(scene: &Scene<'_>, title: &str) -> PageView {
    PageView {
        place: scene.route.0.clone(),
        lang: scene.env.lang_view(scene.lang),
        title: scene.plain(title),
        title_html: scene.html(title),
        document_title: format!("{} · {}", scene.plain(title), scene.plain(scene.site().config.name(scene.lang))),
        languages: homes(scene),
        ..PageView::default()
    }
}

/// The language switch of pages in all languages leads to the home pages.
fn homes(scene: &Scene<'_>) -> Vec<Twin> {
    let home = scene.site().lookup.path("").map(|it| scene.site().page(it));
    let href = |lang: Lang| home.and_then(|it| it.routes.get(lang)).map(|it| scene.href(it));
    scene.languages().iter().map(|lang| twin(scene, lang, href(lang), false)).collect()
}

fn home_alternates(scene: &Scene<'_>) -> Vec<Alternate> {
    let config = &scene.site().config;
    let line = |hreflang: &str, path: &str| Alternate { hreflang: hreflang.to_owned(), href: config.absolute(path) };
    let tags = config.languages.iter().map(|it| config.languages.tag(it));
    tags.map(|it| line(it, &format!("{it}/"))).chain([line("x-default", "")]).collect()
}

fn special_part(scene: &Scene<'_>, what: Special) -> LanguagePart {
    let site = scene.site();
    let home = site.lookup.path("").and_then(|it| site.page(it).routes.get(scene.lang)).map(|it| scene.href(it));
    let link = |kind: PageKind| site.only(kind).map(|it| scene.link(it));
    let home_link = LinkView { href: home.clone(), html: scene.html(&scene.text(ids::HOME)), ..LinkView::default() };
    let more: Vec<LinkView> = [PageKind::Search, PageKind::Letters].into_iter().filter_map(link).collect();
    match what {
        Special::Root => LanguagePart {
            lang: scene.env.lang_view(scene.lang),
            title_html: scene.html(site.config.title(scene.lang)),
            kind_html: None,
            summary_html: site.config.description.get(scene.lang).map(|it| scene.html(it)),
            href: home,
            links: more,
        },
        Special::NotFound => LanguagePart {
            lang: scene.env.lang_view(scene.lang),
            title_html: scene.html(&scene.text(ids::NOT_FOUND_TITLE)),
            kind_html: Some(scene.html(site.config.title(scene.lang))),
            summary_html: Some(scene.html(&scene.text(ids::NOT_FOUND_TEXT))),
            href: None,
            links: std::iter::once(home_link).chain(more).collect(),
        },
    }
}

/// Lists the records with their permanent addresses.
pub fn identities(env: Env<'_>) -> Vec<(RecordId, Route)> {
    let site = env.site;
    let all = site.records.iter().zip(0u32..).map(|(entry, id)| (RecordId(id), entry));
    all.filter(|(_, entry)| !site.page(entry.page).is_draft).map(|(id, _)| (id, site.identity_route(id))).collect()
}

/// Returns the language-neutral page of a record: all languages, the default one first.
pub fn identity(env: Env<'_>, id: RecordId) -> PageView {
    let site = env.site;
    let entry = site.record(id);
    let page = site.page(entry.page);
    let route = site.identity_route(id);
    let scene = env.scene(Lang(0), route.clone());
    let mut parts: Vec<LanguagePart> = site
        .languages()
        .iter()
        .filter(|it| page.exists_in(*it))
        .map(|it| identity_part(&scene.speaking(it), id))
        .collect();
    let data = Route(format!("data/{}/{}.json", site.kind_of(id).name.value, entry.record.key.value));
    let mut view = frame(&scene, &both(&scene, |it| page.title(it.lang).to_owned()));
    view.title = scene.plain(page.title(scene.lang));
    view.title_html = scene.html(page.title(scene.lang));
    view.canonical = Some(site.config.absolute(&route.0));
    view.is_unlisted = true;
    view.languages = site
        .languages()
        .iter()
        .map(|lang| twin(&scene, lang, page.routes.get(lang).map(|it| scene.href(it)), false))
        .collect();
    for (lang, part) in site.languages().iter().filter(|it| page.exists_in(*it)).zip(&mut parts) {
        let html = scene.speaking(lang).html(&scene.speaking(lang).text(ids::DATA_JSON));
        part.links.push(LinkView { href: Some(scene.href(&data)), html, ..LinkView::default() });
    }
    view.content = Content::Identity(BilingualView {
        parts,
        key: Some(entry.record.key.value.to_string()),
        address: Some(site.config.absolute(&route.0)),
        links: Vec::new(),
    });
    view
}

fn identity_part(scene: &Scene<'_>, id: RecordId) -> LanguagePart {
    let site = scene.site();
    let page = site.page(site.record(id).page);
    LanguagePart {
        lang: scene.env.lang_view(scene.lang),
        title_html: scene.html(page.title(scene.lang)),
        kind_html: site.kind_of(id).label.get_or_first(scene.lang).map(|(_, it)| scene.html(it)),
        summary_html: record::summary(scene, id).map(|it| scene.html(&it)),
        href: page.routes.get(scene.lang).map(|it| scene.href(it)),
        links: Vec::new(),
    }
}

/// Lists the earlier addresses.
pub fn redirects(env: Env<'_>) -> &[Alias] {
    &env.site.aliases
}

/// Returns the page at an earlier address, which leads to the present one.
pub fn redirect(env: Env<'_>, alias: &Alias) -> PageView {
    let scene = env.scene(alias.lang, alias.route.clone());
    let page = env.site.page(alias.page);
    let title = page.title(alias.lang);
    let target = page.routes.get(alias.lang).cloned().unwrap_or_default();
    let mut view = frame(&scene, title);
    view.canonical = Some(env.site.config.absolute(&target.0));
    view.is_unlisted = true;
    view.content = Content::Redirect(RedirectView { href: scene.href(&target), html: scene.html(title) });
    view
}
