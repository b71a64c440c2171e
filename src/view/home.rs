//! The home page of a language: the ways into the site.

use super::{Entry, HomeView, LinkView, ListView, lists, record, scene::Scene};
use crate::{
    locale::ids,
    record::Layout,
    site::{Page, PageId, PageKind},
};

/// Without a choice of the author at most so many doors are shown.
const DOORS: usize = 24;
/// So many entries of the timeline are shown.
const TIMELINE: usize = 8;
/// So many changed pages are shown.
const RECENT: usize = 5;

/// Returns the content of the home page.
pub(super) fn home(scene: &Scene<'_>, page: &Page) -> HomeView {
    HomeView { lead_html: None, doors: doors(scene, page), lists: lists(scene), recent: recent(scene) }
}

/// The author's doors, else the first of the home page's own list: the indexes lead to the rest.
fn doors(scene: &Scene<'_>, page: &Page) -> Vec<Entry> {
    let site = scene.site();
    let chosen = site.home.doors.as_slice();
    let children = page.children.get(scene.lang).map_or(&[][..], Vec::as_slice);
    let pages = if chosen.is_empty() { &children[..children.len().min(DOORS)] } else { chosen };
    pages.iter().filter(|it| site.page(**it).address(scene.lang).is_some()).map(|it| door(scene, *it)).collect()
}

fn door(scene: &Scene<'_>, id: PageId) -> Entry {
    let site = scene.site();
    let page = site.page(id);
    let mut link = scene.link(id);
    let count = page.children.get(scene.lang).map_or(0, Vec::len);
    let summary = match page.kind {
        PageKind::Folder { kind } => {
            let id = if kind.is_some() { ids::COUNT_RECORDS } else { ids::COUNT_PAGES };
            link.note_html = (count > 0).then(|| scene.html(&scene.format(id, &[("count", count.into())])));
            let described = kind.and_then(|it| site.kinds.all()[it].description.get(scene.lang).cloned());
            page.summary(scene.lang).map(str::to_owned).or(described)
        }
        PageKind::Record(record) => {
            record::summary(scene, record).or_else(|| page.summary(scene.lang).map(str::to_owned))
        }
        _ => page.summary(scene.lang).map(str::to_owned),
    };
    Entry { link, summary_html: summary.map(|it| scene.html(&it)), ..Entry::default() }
}

/// The author's lists, else the first kind that is laid out as a timeline.
fn lists(scene: &Scene<'_>) -> Vec<ListView> {
    let site = scene.site();
    let first = || site.kinds.iter().position(|it| it.list == Layout::Timeline).into_iter().collect();
    let chosen: Vec<usize> = if site.home.lists.is_empty() { first() } else { site.home.lists.clone() };
    chosen.into_iter().filter_map(|it| lists::excerpt(scene, it, TIMELINE)).collect()
}

fn recent(scene: &Scene<'_>) -> Vec<LinkView> {
    let changed = scene.site().indexes.recent.get(scene.lang).map_or(&[][..], Vec::as_slice);
    let link = |id: &PageId| {
        let date = scene.site().page(*id).updated.get(scene.lang).map(|it| scene.date(it).html);
        LinkView { note_html: date, ..scene.link(*id) }
    };
    changed.iter().take(RECENT).map(link).collect()
}

/// Cuts the first paragraph off a text, so that the doors can stand below it.
pub(super) fn lead(body: &mut String) -> Option<String> {
    let end = body.starts_with("<p").then(|| body.find("</p>")).flatten()? + "</p>".len();
    let rest = body.split_off(end);
    Some(std::mem::replace(body, rest))
}
