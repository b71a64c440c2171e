//! The parts that every page of a language has.

use super::{
    Alternate, Content, ContentsEntry, Env, HomeView, LinkView, NoticeView, PageView, RecordView, Twin, citation, home,
    indexes, linked, lists, parallel, parity, preview, prose, record, scene::Scene, types::TextView,
};
use crate::{
    base::{Dir, Lang, Route},
    locale::ids,
    markdown,
    record::Fallback,
    site::{Cut, Page, PageId, PageKind, PageRef, Text},
};

/// Returns the view of one HTML page.
pub fn page(env: Env<'_>, unit: PageRef) -> PageView {
    let page = env.site.page(unit.page);
    let route = page.route(unit.lang, unit.part).unwrap_or_default();
    let mut scene = env.scene(unit.lang, route);
    scene.when = match page.cut(unit) {
        Cut::At(date) => Some(*date),
        Cut::Whole | Cut::Facet { .. } => page.date,
    };
    let mut view = common(&scene, page, unit);
    let text = page.texts.get(unit.lang).filter(|_| unit.part == 0);
    if let Some(text) = text {
        let notices = parity::notices(&scene, unit.page);
        view.body = prose::body(&scene, text, page.title(unit.lang), &notices);
        view.contents = contents(&scene, text);
        view.lists = lists::of_text(&scene, text);
    } else if unit.part == 0 && env.site.fallback(page) == Fallback::Notice {
        stand_in(&scene, page, &mut view);
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
        PageKind::Parity => Content::Parity(parity::page(&scene)),
    };
    if matches!(page.kind, PageKind::Record(_) | PageKind::Text) {
        view.reference = Some(citation::reference(&scene, page));
    }
    if !view.is_unlisted {
        view.preview = Some(preview::preview(&scene, Some(page), &view));
    }
    // A page that stands in for another says nothing to machines: the other does.
    if page.exists_in(unit.lang) {
        view.linked_data = linked::page(&scene, page, unit, &view);
    }
    view
}

/// Shows the text in another language, and says so.
fn stand_in(scene: &Scene<'_>, page: &Page, view: &mut PageView) {
    let Some((lang, text)) = page.texts.iter().next() else { return };
    let other = scene.speaking(lang);
    view.body = prose::island(scene, lang, text, page.title(lang));
    view.contents = contents(&other, text);
    for entry in view
        .contents
        .iter_mut()
        .flat_map(|it| std::iter::once(&mut it.html).chain(it.children.iter_mut().map(|it| &mut it.html)))
    {
        *entry = scene.island(lang, entry);
    }
    let language = [("language", scene.called(lang).into())];
    let is_whole = !page.exists_in(scene.lang);
    let id = if is_whole { ids::FALLBACK_PAGE } else { ids::FALLBACK_NOTICE };
    let link = page.routes.get(lang).filter(|_| is_whole).map(|route| LinkView {
        href: Some(scene.href(route)),
        html: other.html(&other.text(ids::READ_HERE)),
        lang: Some(scene.env.lang_view(lang)),
        note_html: None,
    });
    view.notice = Some(NoticeView { text: scene.format(id, &language), link });
}

fn common(scene: &Scene<'_>, page: &Page, unit: PageRef) -> PageView {
    let lang = unit.lang;
    let shown = page.shown_in(lang);
    let title = title(scene, page, unit);
    let title_html =
        if shown == lang { scene.html(&title) } else { scene.island(shown, &scene.speaking(shown).html(&title)) };
    // The page that stands in for another is no page of its own for search engines.
    let canonical = page.routes.get(shown).filter(|_| shown != lang).unwrap_or(&scene.route);
    let plain = plain_title(scene, shown, &title);
    let document_title = match page.kind {
        PageKind::Home => scene.plain(scene.site().config.title(lang)),
        _ => format!("{plain} · {}", scene.plain(scene.site().config.name(lang))),
    };
    let parents = ancestors(scene, page, unit);
    let (previous, next) = neighbours(scene, page, unit);
    PageView {
        place: scene.route.0.clone(),
        sections: parents
            .iter()
            .rev()
            .filter_map(|it| scene.site().page(*it).address(lang))
            .map(|it| it.0.clone())
            .collect(),
        lang: scene.env.lang_view(lang),
        title: plain,
        title_html,
        document_title,
        description: preview::description(scene, page),
        canonical: Some(scene.site().config.absolute(&canonical.0)),
        alternates: alternates(scene, unit),
        // A filter shows nothing that the list does not.
        is_unlisted: matches!(page.cut(unit), Cut::Facet { .. }),
        parallel: if unit.part == 0 { parallel::link(scene, unit.page) } else { None },
        languages: twins(scene, page, unit),
        breadcrumbs: parents.iter().map(|it| crumb(scene, *it)).collect(),
        previous,
        next,
        updated: page.updated.get(shown).map(|it| scene.date(it)),
        stale: if unit.part == 0 { parity::stale(scene, unit.page) } else { Vec::new() },
        ..PageView::default()
    }
}

/// Returns a title without markup; one in another language stands by itself among the words of this one.
fn plain_title(scene: &Scene<'_>, shown: Lang, title: &str) -> String {
    if shown == scene.lang {
        return scene.plain(title);
    }
    let open = match scene.languages().dir(shown) {
        Dir::Ltr => '\u{2066}',
        Dir::Rtl => '\u{2067}',
    };
    format!("{open}{}\u{2069}", scene.speaking(shown).plain(title))
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
        (_, kind) => lists::part_title(scene, title, page, kind, unit),
    }
}

/// Returns the pages above a page that exist in its language, the home page first.
pub(super) fn ancestors(scene: &Scene<'_>, page: &Page, unit: PageRef) -> Vec<PageId> {
    let above = std::iter::successors(page.parent, |it| scene.site().page(*it).parent);
    let mut out: Vec<PageId> = above.filter(|it| scene.site().page(*it).address(scene.lang).is_some()).collect();
    out.reverse();
    // A part of a list lies below the list.
    out.extend(Some(unit.page).filter(|_| unit.part > 0));
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
    let shown = page.shown_in(scene.lang);
    let text = page.texts.get(shown);
    let html = |it: &str| {
        if shown == scene.lang { scene.html(it) } else { scene.island(shown, &scene.speaking(shown).html(it)) }
    };
    let tag = |it: &str| LinkView { html: html(it), ..LinkView::default() };
    TextView {
        date: page.date.map(|it| scene.date(&it)),
        summary_html: page.summary(shown).map(html),
        tags: text.map_or_else(Vec::new, |it| it.meta.tags.iter().map(|it| tag(&it.value)).collect()),
        pages: page.children.get(scene.lang).map(|_| lists::folder(scene, page, None, unit)),
        relations: Vec::new(),
        cite: citation::is_cited(scene.env, page).then(|| citation::cite(scene, page).into()),
    }
}
