//! How the languages stand to each other: the page that says so of the whole site, and the notices on pages that did not follow.

use std::collections::BTreeMap;

use super::{Entry, LinkView, ListGroup, ParityRow, ParityView, scene::Scene};
use crate::{
    base::Lang,
    locale::{MessageId, ids},
    markdown::Notice,
    site::{
        Page, PageId, PageKind,
        translations::{Count, Pair, Source, State, Unit},
    },
    text::bidi,
};

/// Returns the notices inside of a page's text: one for each section that holds a block which did not follow, before the
/// first of them.
pub(super) fn notices(scene: &Scene<'_>, id: PageId) -> Vec<Notice> {
    let page = scene.site().page(id);
    let (Some(all), Some(text)) = (&scene.site().translations, page.texts.get(scene.lang)) else { return Vec::new() };
    let blocks = &text.document.blocks;
    let mut stale: Vec<(usize, &Unit, Lang)> = all
        .of_page(id)
        .flat_map(|it| &it.units)
        .filter_map(|unit| {
            let Source::Block(rank) = unit.halves.get(scene.lang)?.source else { return None };
            Some((rank, unit, unit.ahead_of(scene.lang)?))
        })
        .collect();
    stale.sort_by_key(|(rank, ..)| *rank);
    let is_heading =
        |rank: usize| blocks.get(rank).is_some_and(|it| text.document.headings.iter().any(|at| at.id == it.id));
    let section = |rank: usize| (0..=rank).rev().find(|it| is_heading(*it));
    let mut told = Vec::new();
    let mut out: Vec<Notice> = Vec::new();
    for (rank, unit, ahead) in stale {
        if told.contains(&section(rank)) {
            continue;
        }
        told.push(section(rank));
        // Under a heading, never between it and what is above; a section without words has the notice before it.
        let block = if is_heading(rank) && rank + 1 < blocks.len() && !is_heading(rank + 1) { rank + 1 } else { rank };
        out.extend(notice(scene, page, ahead, Some(&unit.id)).map(|html| Notice { block, html }));
    }
    out
}

fn notice(scene: &Scene<'_>, page: &Page, ahead: Lang, id: Option<&str>) -> Option<String> {
    let link = link(scene, page, ahead, id)?;
    let lang = link.lang.as_ref()?;
    let mut href = String::new();
    bidi::escape(link.href.as_deref()?, &mut href);
    let note = link.note_html.unwrap_or_default();
    let tag = &lang.tag;
    Some(format!("<p class=\"stale\">{note} <a href=\"{href}\" hreflang=\"{tag}\">{}</a></p>", link.html))
}

/// Returns the link to the half that is ahead, with the remark in its note.
fn link(scene: &Scene<'_>, page: &Page, ahead: Lang, id: Option<&str>) -> Option<LinkView> {
    let lang = scene.env.lang_view(ahead);
    let href = scene.href(page.routes.get(ahead)?);
    let html = scene.html(&scene.format(ids::STALE_LINK, &[("language", scene.called(ahead).into())]));
    let note_html = Some(scene.html(&scene.text(ids::STALE_NOTICE)));
    let href = Some(id.map_or_else(|| href.clone(), |it| format!("{href}#{it}")));
    Some(LinkView { href, html, lang: Some(lang), note_html })
}

/// Returns what the head of a page says where its title, summary or facts did not follow: once for each language ahead.
pub(super) fn stale(scene: &Scene<'_>, id: PageId) -> Vec<LinkView> {
    let Some(all) = &scene.site().translations else { return Vec::new() };
    let mut ahead: Vec<Lang> = all
        .of_page(id)
        .flat_map(|it| &it.units)
        .filter(|it| it.halves.get(scene.lang).is_some_and(|it| matches!(it.source, Source::Value(_))))
        .filter_map(|it| it.ahead_of(scene.lang))
        .collect();
    ahead.sort_unstable();
    ahead.dedup();
    ahead.into_iter().filter_map(|it| link(scene, scene.site().page(id), it, None)).collect()
}

/// The pages of one section, with their states.
#[derive(Default)]
struct Section<'a> {
    count: Count,
    open: Vec<(PageId, Vec<&'a Pair>)>,
}

/// Returns the page that states the parity of the whole site.
pub(super) fn page(scene: &Scene<'_>) -> ParityView {
    let site = scene.site();
    let Some(all) = &site.translations else { return ParityView::default() };
    let mut sections: BTreeMap<&str, Section<'_>> = BTreeMap::new();
    let mut total = Count::default();
    for id in all.pages() {
        let page = site.page(id);
        if page.is_draft {
            continue;
        }
        let pairs: Vec<&Pair> = all.of_page(id).collect();
        let state = state(&pairs);
        let top = page.path.split('/').next().unwrap_or_default();
        // A text at the root belongs to no section but the home page's.
        let top =
            if page.path.contains('/') || site.lookup.path(top) == Some(id) && is_folder(page) { top } else { "" };
        let section = sections.entry(top).or_default();
        section.count.add(state);
        total.add(state);
        if state != State::Fresh {
            section.open.push((id, pairs));
        }
    }
    let mut rows: Vec<ParityRow> = Vec::new();
    let mut groups: Vec<ListGroup> = Vec::new();
    for (rank, (path, section)) in sections.iter().enumerate() {
        let link = section_link(scene, path);
        if !section.open.is_empty() {
            let entries = section.open.iter().map(|(id, pairs)| entry(scene, *id, pairs)).collect();
            let title = site.lookup.path(path).map(|it| site.title(it, scene.lang).to_owned());
            groups.push(ListGroup { id: Some(format!("section_{}", rank + 1)), title, entries });
        }
        rows.push(row(scene, link, section.count));
    }
    let whole = LinkView { html: scene.html(&scene.text(ids::PARITY_TOTAL)), ..LinkView::default() };
    rows.push(row(scene, whole, total));
    ParityView { rows, groups }
}

fn is_folder(page: &Page) -> bool {
    matches!(page.kind, PageKind::Folder { .. })
}

fn section_link(scene: &Scene<'_>, path: &str) -> LinkView {
    let home = || scene.text(ids::HOME);
    match scene.site().lookup.path(path) {
        Some(id) if path.is_empty() => scene.link_as(id, &home()),
        Some(id) => scene.link(id),
        None => LinkView { html: scene.html(path), ..LinkView::default() },
    }
}

/// The state that asks for most work, in any language.
fn state(pairs: &[&Pair]) -> State {
    let mut count = Count::default();
    for pair in pairs {
        pair.languages.iter().for_each(|it| count.add(pair.count(*it).state()));
    }
    count.state()
}

fn row(scene: &Scene<'_>, link: LinkView, of: Count) -> ParityRow {
    let number = |it: usize| scene.locale.number(i64::try_from(it).unwrap_or(i64::MAX));
    ParityRow {
        link,
        total: number(of.fresh + of.stale + of.missing + of.unaccepted),
        complete: number(of.fresh),
        stale: number(of.stale),
        missing: number(of.missing),
        unaccepted: number(of.unaccepted),
    }
}

/// Names a page that is not complete, and in which languages.
fn entry(scene: &Scene<'_>, id: PageId, pairs: &[&Pair]) -> Entry {
    let words = |state: State| -> Option<MessageId> {
        match state {
            State::Fresh => None,
            State::Stale => Some(ids::PARITY_STALE_IN),
            State::Missing => Some(ids::PARITY_MISSING_IN),
            State::Unaccepted => Some(ids::PARITY_UNACCEPTED_IN),
        }
    };
    let mut notes: Vec<String> = Vec::new();
    for lang in scene.languages().iter() {
        let mut count = Count::default();
        pairs.iter().filter(|it| it.languages.contains(&lang)).for_each(|it| count.add(it.count(lang).state()));
        let called = scene.called(lang);
        notes.extend(words(count.state()).map(|it| scene.format(it, &[("language", called.as_str().into())])));
    }
    notes.dedup();
    let link = scene.link(id);
    Entry { summary_html: Some(scene.html(&scene.locale.list(&notes))), link, ..Entry::default() }
}
