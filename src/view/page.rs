//! The parts that every page of a language has.

use super::{
    Alternate, Content, ContentsEntry, Env, HomeView, LinkView, PageView, RecordView, Twin, citation, home, indexes,
    linked, lists, preview, prose, record, scene::Scene, types::TextView,
};
use crate::{
    base::{Lang, Route},
    locale::ids,
    markdown,
    site::{Page, PageId, PageKind, PageRef, Text},
};

/// Returns the view of one HTML page.
pub fn page(env: Env<'_>, unit: PageRef) -> PageView {
    let page = env.site.page(unit.page);
    let route = page.route(unit.lang, unit.part).unwrap_or_default();
    let mut scene = env.scene(unit.lang, route);
    scene.when = page.date;
    let mut view = common(&scene, page, unit);
    let text = page.texts.get(unit.lang).filter(|_| unit.part == 0);
    if let Some(text) = text {
        view.body = prose::body(&scene, text, page.title(unit.lang));
        view.contents = contents(&scene, text);
    }
    view.content = match page.kind {
        PageKind::Home => {
            let lead_html = home::lead(&mut view.body);
            Content::Home(HomeView { lead_html, ..home::home(&scene, page) })
        }
        PageKind::Folder { kind } => Content::List(lists::folder(&scene, page, kind, unit)),
        PageKind::Text => Content::Text(text_view(&scene, page, unit)),
        PageKind::Record(id) => {
            view.kind = Some(record::kind_link(&scene, id));
            let cite = citation::is_cited(env, page).then(|| citation::cite(&scene, page));
            Content::Record(RecordView { cite, ..record::record(&scene, id, unit.page) })
        }
        PageKind::Letters => indexes::letters(&scene, unit),
        PageKind::Years => indexes::years(&scene, unit),
        PageKind::Search => Content::Search(indexes::search(&scene)),
    };
    if matches!(page.kind, PageKind::Record(_) | PageKind::Text) {
        view.reference = Some(citation::reference(&scene, page));
    }
    if !view.is_unlisted {
        view.preview = Some(preview::preview(&scene, Some(page), &view));
    }
    view.linked_data = linked::page(&scene, page, unit, &view);
    view
}

fn common(scene: &Scene<'_>, page: &Page, unit: PageRef) -> PageView {
    let lang = unit.lang;
    let title = title(scene, page, unit);
    let site_title = scene.site().config.title(lang);
    let document_title = if page.kind == PageKind::Home {
        scene.plain(site_title)
    } else {
        scene.plain(&format!("{title} · {site_title}"))
    };
    let parents = ancestors(scene, page);
    let (previous, next) = neighbours(scene, page, unit);
    PageView {
        place: scene.route.0.clone(),
        sections: parents
            .iter()
            .rev()
            .filter_map(|it| scene.site().page(*it).routes.get(lang))
            .map(|it| it.0.clone())
            .collect(),
        lang: scene.env.lang_view(lang),
        title: scene.plain(&title),
        title_html: scene.html(&title),
        document_title,
        description: preview::description(scene, page),
        canonical: Some(scene.site().config.absolute(&scene.route.0)),
        alternates: alternates(scene, unit),
        is_unlisted: page.kind == PageKind::Search,
        languages: twins(scene, page, unit),
        breadcrumbs: parents.iter().map(|it| crumb(scene, *it)).collect(),
        previous,
        next,
        updated: page.updated.get(lang).map(|it| scene.date(it)),
        ..PageView::default()
    }
}

fn title(scene: &Scene<'_>, page: &Page, unit: PageRef) -> String {
    let title = page.title(unit.lang);
    match (unit.part, page.kind) {
        (0, _) => title.to_owned(),
        (part, PageKind::Letters) => {
            let letters = scene.site().indexes.letters.get(unit.lang);
            let letter = letters.and_then(|it| it.get(part - 1)).map_or("", |it| it.letter.as_str());
            format!("{title}: {letter}")
        }
        (part, PageKind::Years) => {
            let years = scene.site().indexes.years.get(unit.lang);
            let year = years.and_then(|it| it.get(part - 1)).map_or(0, |it| it.year);
            format!("{title}: {}", scene.locale.year(year))
        }
        (part, _) => {
            let total = page.parts.get(unit.lang).map_or(0, Vec::len);
            let number = scene.format(ids::PAGE_NUMBER, &[("number", (part + 1).into()), ("total", total.into())]);
            format!("{title}: {number}")
        }
    }
}

/// Returns the pages above a page that exist in its language, the home page first.
pub(super) fn ancestors(scene: &Scene<'_>, page: &Page) -> Vec<PageId> {
    let above = std::iter::successors(page.parent, |it| scene.site().page(*it).parent);
    let mut out: Vec<PageId> = above.filter(|it| scene.site().page(*it).exists_in(scene.lang)).collect();
    out.reverse();
    out
}

/// The home page is called so: the site's own title stands in the header already.
fn crumb(scene: &Scene<'_>, id: PageId) -> LinkView {
    let is_home = scene.site().page(id).kind == PageKind::Home;
    if is_home { scene.link_as(id, &scene.text(ids::HOME)) } else { scene.link(id) }
}

fn neighbours(scene: &Scene<'_>, page: &Page, unit: PageRef) -> (Option<LinkView>, Option<LinkView>) {
    if !matches!(page.kind, PageKind::Text | PageKind::Record(_)) {
        return (None, None);
    }
    let (previous, next) = page.neighbours.get(unit.lang).copied().unwrap_or_default();
    (previous.map(|it| scene.link(it)), next.map(|it| scene.link(it)))
}

fn alternates(scene: &Scene<'_>, unit: PageRef) -> Vec<Alternate> {
    let line = |(hreflang, route): (&str, Route)| Alternate {
        hreflang: hreflang.to_owned(),
        href: scene.site().config.absolute(&route.0),
    };
    scene.site().alternates(unit).into_iter().map(line).collect()
}

fn twins(scene: &Scene<'_>, page: &Page, unit: PageRef) -> Vec<Twin> {
    let counterparts = page.counterparts(unit);
    let href = |lang: Lang| {
        let same = counterparts.iter().find(|(it, _)| *it == lang).map(|(_, route)| scene.href(route));
        same.or_else(|| if unit.part > 0 { page.routes.get(lang).map(|it| scene.href(it)) } else { None })
    };
    let twin = |lang: Lang| super::scene::twin(scene, lang, href(lang), lang == unit.lang);
    scene.languages().iter().map(twin).collect()
}

fn contents(scene: &Scene<'_>, text: &Text) -> Vec<ContentsEntry> {
    let mut out: Vec<ContentsEntry> = Vec::new();
    for line in markdown::contents(&text.document) {
        let entry = ContentsEntry { href: format!("#{}", line.id), html: scene.html(line.text), children: Vec::new() };
        match out.last_mut().filter(|_| line.depth > 0) {
            Some(parent) => parent.children.push(entry),
            None => out.push(entry),
        }
    }
    // A single heading needs no table of contents.
    let is_short = out.len() + out.first().map_or(0, |it| it.children.len()) < 2;
    if is_short { Vec::new() } else { out }
}

fn text_view(scene: &Scene<'_>, page: &Page, unit: PageRef) -> TextView {
    let text = page.texts.get(scene.lang);
    TextView {
        date: page.date.map(|it| scene.date(&it)),
        summary_html: page.summary(scene.lang).map(|it| scene.html(it)),
        tags: text.map_or_else(Vec::new, |it| it.meta.tags.iter().map(|tag| tag_view(scene, &tag.value)).collect()),
        pages: page.children.get(scene.lang).map(|_| lists::folder(scene, page, None, unit)),
        relations: Vec::new(),
        cite: citation::is_cited(scene.env, page).then(|| citation::cite(scene, page).into()),
    }
}

fn tag_view(scene: &Scene<'_>, tag: &str) -> LinkView {
    LinkView { html: scene.html(tag), ..LinkView::default() }
}
