//! The A-Z and by-year indexes and the search page.

use super::{Content, Entry, IndexView, LinkView, ListGroup, SearchView, lists, scene::Scene};
use crate::{
    base::{PartialDate, Point, Route},
    locale::ids,
    site::{Letter, PageId, PageKind, PageRef, YearGroup},
};

/// Returns the A-Z index, or one letter of it.
pub(super) fn letters(scene: &Scene<'_>, unit: PageRef) -> Content {
    let letters = scene.site().indexes.letters.get(scene.lang).map_or(&[][..], Vec::as_slice);
    let total: usize = letters.iter().map(|it| it.pages.len()).sum();
    let group = |it: &Letter| group(scene, format!("letter_{}", it.slug), it.letter.clone(), &it.pages, false);
    let split = split(scene, unit, letters.iter().map(|it| (it.letter.clone(), it.pages.len())));
    let groups = match (split, unit.part) {
        (Some(overview), 0) => overview,
        (Some(_), part) => letters.get(part - 1).map(group).into_iter().collect(),
        (None, _) => letters.iter().map(group).collect(),
    };
    Content::IndexAz(IndexView { count: Some(scene.format(ids::COUNT_ENTRIES, &[("count", total.into())])), groups })
}

/// Returns the index by year, or one year of it.
pub(super) fn years(scene: &Scene<'_>, unit: PageRef) -> Content {
    let years = scene.site().indexes.years.get(scene.lang).map_or(&[][..], Vec::as_slice);
    let total: usize = years.iter().map(|it| it.pages.len()).sum();
    let group = |it: &YearGroup| group(scene, format!("year_{}", it.year), scene.locale.year(it.year), &it.pages, true);
    let split = split(scene, unit, years.iter().map(|it| (scene.locale.year(it.year), it.pages.len())));
    let groups = match (split, unit.part) {
        (Some(overview), 0) => overview,
        (Some(_), part) => years.get(part - 1).map(group).into_iter().collect(),
        (None, _) => years.iter().map(group).collect(),
    };
    Content::IndexYears(IndexView { count: Some(scene.format(ids::COUNT_ENTRIES, &[("count", total.into())])), groups })
}

/// For an index with one address per letter or year: the links to these addresses.
fn split(scene: &Scene<'_>, unit: PageRef, groups: impl Iterator<Item = (String, usize)>) -> Option<Vec<ListGroup>> {
    let page = scene.site().page(unit.page);
    page.parts.get(scene.lang)?;
    let entries = groups.enumerate().map(|(rank, (title, count))| {
        let href = page.route(scene.lang, rank + 1).map(|it| scene.href(&it));
        let note = scene.format(ids::COUNT_ENTRIES, &[("count", count.into())]);
        let link = LinkView { href, html: scene.html(&title), lang: None, note_html: Some(scene.html(&note)) };
        Entry { link, ..Entry::default() }
    });
    Some(vec![ListGroup { id: None, title: None, entries: entries.collect() }])
}

fn group(scene: &Scene<'_>, id: String, title: String, pages: &[PageId], is_dated: bool) -> ListGroup {
    let entries = pages.iter().map(|it| entry(scene, *it, is_dated)).collect();
    ListGroup { id: Some(id), title: Some(title), entries }
}

fn entry(scene: &Scene<'_>, id: PageId, is_dated: bool) -> Entry {
    let page = scene.site().page(id);
    let kind_html = match page.kind {
        PageKind::Record(record) => {
            scene.site().kind_of(record).label.get_or_first(scene.lang).map(|(_, it)| scene.html(it))
        }
        _ => None,
    };
    // The year alone stands in the heading already.
    let is_year = |it: &PartialDate| *it == PartialDate::at(Point::Year(it.start.year()));
    let date =
        if is_dated && !page.place_in_time.is_some_and(|it| is_year(&it)) { lists::date(scene, page) } else { None };
    Entry { link: scene.link(id), kind_html, date, ..Entry::default() }
}

/// Returns the search page: the form, and what leads on without a script.
pub(super) fn search(scene: &Scene<'_>) -> SearchView {
    let site = scene.site();
    let indexes = site.index_pages(scene.lang).map(|it| scene.link(it)).collect();
    let lists =
        site.published().filter(|(_, page)| matches!(page.kind, PageKind::Folder { .. }) && page.exists_in(scene.lang));
    let kinds = lists.map(|(id, page)| {
        let count = page.children.get(scene.lang).map_or(0, Vec::len);
        let name =
            if matches!(page.kind, PageKind::Folder { kind: Some(_) }) { ids::COUNT_RECORDS } else { ids::COUNT_PAGES };
        let note = scene.html(&scene.format(name, &[("count", count.into())]));
        LinkView { note_html: Some(note), ..scene.link(id) }
    });
    let addresses: Vec<String> = scene.env.search.iter().map(|(tag, path)| format!("{tag}={path}")).collect();
    SearchView {
        action: "./".to_owned(),
        script: if site.config.search { scene.href(&Route(scene.env.script.to_owned())) } else { String::new() },
        addresses: addresses.join(" "),
        indexes,
        kinds: kinds.collect(),
    }
}
