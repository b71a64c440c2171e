//! All languages of a page side by side: the fields of a record, then the parts of its text, row by row.
//!
//! The page speaks no language of its own: each column speaks its own, also where it says that something is missing.
//! Rows are joined by the ids of blocks; a part without a counterpart stands beside a gap that says so.

mod ends;
mod rows;

use std::collections::BTreeSet;

use super::{
    Content, Env, Fact, FactValue, LinkView, PageView, ParallelCell, ParallelColumn, ParallelRow, ParallelView,
    Value as Shown, facts, record,
    scene::{Scene, twin},
    special,
};
use crate::{
    base::Lang,
    locale::ids,
    record::{KindField, Value},
    site::{PageId, PageKind, RecordId, Text},
};
use rows::Rows;

/// Returns the page on which all languages of a page stand side by side.
pub fn parallel(env: Env<'_>, id: PageId) -> PageView {
    let site = env.site;
    let page = site.page(id);
    let route = site.parallel_route(id);
    let scene = env.scene(Lang(0), route.clone());
    let columns: Vec<Scene<'_>> = site.parallel_languages(id).iter().map(|it| column(&scene, id, *it)).collect();
    let mut rows = Rows::new(&scene, &columns);
    let (lead_html, facts, sources) = match page.kind {
        PageKind::Record(id) => {
            let sources = record::sources(&scene, id);
            (lead(&mut rows, id), record_facts(&columns, id, &sources), sources)
        }
        _ => (String::new(), Vec::new(), Vec::new()),
    };
    let texts: Vec<Option<&Text>> = columns.iter().map(|it| page.texts.get(it.lang)).collect();
    let titles: Vec<&str> = columns.iter().map(|it| page.title(it.lang)).collect();
    let body = rows.body(&texts, &titles);
    let mut view = special::frame(&scene, &special::both(&scene, |it| page.title(it.lang).to_owned()));
    view.title = scene.plain(page.title(scene.lang));
    view.canonical = Some(site.config.absolute(&route.0));
    view.is_unlisted = true;
    view.languages = columns.iter().map(|it| twin(&scene, it.lang, href(it, id), false)).collect();
    view.body = body;
    view.content = Content::Parallel(ParallelView {
        dir: columns.first().map_or(scene.dir(), Scene::dir).as_str().to_owned(),
        columns: columns.iter().map(|it| head(it, id)).collect(),
        lead_html,
        facts,
        ends: ends::ends(&columns, page, &sources),
    });
    view
}

/// Returns the link to a side-by-side page, for the page of one language.
pub(super) fn link(scene: &Scene<'_>, id: PageId) -> Option<LinkView> {
    let count = scene.site().parallel_languages(id).len();
    let words = if count > 2 { ids::READ_ALL } else { ids::READ_BOTH };
    let href = scene.href(&scene.site().parallel_route(id));
    (count > 1).then(|| LinkView { href: Some(href), html: scene.html(&scene.text(words)), ..LinkView::default() })
}

/// Takes the standpoint of one column: its language at the page's address.
fn column<'a>(scene: &Scene<'a>, id: PageId, lang: Lang) -> Scene<'a> {
    let mut out = scene.speaking(lang);
    out.when = scene.site().page(id).date;
    out.prefix = format!("{}_", scene.languages().tag(lang));
    out
}

fn href(column: &Scene<'_>, id: PageId) -> Option<String> {
    column.site().page(id).routes.get(column.lang).map(|it| column.href(it))
}

fn head(column: &Scene<'_>, id: PageId) -> ParallelColumn {
    let site = column.site();
    let page = site.page(id);
    let kind_html = match page.kind {
        PageKind::Record(it) => site.kind_of(it).label.get_or_first(column.lang).map(|(_, it)| column.html(it)),
        _ => None,
    };
    let home = site.lookup.path("").and_then(|it| href(column, it)).unwrap_or_default();
    let lang = column.env.lang_view(column.lang);
    let words = column.format(ids::READ_ALONE, &[("language", column.called(column.lang).into())]);
    ParallelColumn {
        site_html: column.html(site.config.name(column.lang)),
        home,
        title_html: column.html(page.title(column.lang)),
        kind_html,
        page: LinkView { href: href(column, id), html: column.html(&words), ..LinkView::default() },
        lang,
    }
}

/// Returns the text that says what a record is, in parts.
fn lead(rows: &mut Rows<'_>, id: RecordId) -> String {
    let Some(field) = lead_field(rows.scene, id) else { return String::new() };
    let prose = &rows.scene.site().record(id).prose;
    let Some((.., texts)) = prose.iter().find(|(name, at, _)| **name == *field.name && *at == 0) else {
        return String::new();
    };
    let texts: Vec<Option<&Text>> = rows.columns.iter().map(|it| texts.get(it.lang)).collect();
    rows.aside(&texts, &format!("{}_0_", field.name))
}

fn lead_field<'a>(scene: &Scene<'a>, id: RecordId) -> Option<&'a KindField> {
    let field = record::summary_field(scene, id)?;
    let entries = &scene.site().record(id).field(&field.name)?.entries;
    matches!(entries.as_slice(), [it] if matches!(it.value, Value::Markdown(_))).then_some(field)
}

/// Returns the fields in the order of the kind, relations among them, without the title and what stands above them.
fn record_facts(columns: &[Scene<'_>], id: RecordId, sources: &[RecordId]) -> Vec<ParallelRow> {
    let Some(first) = columns.first() else { return Vec::new() };
    let lead = lead_field(first, id).map(|it| it.name.clone());
    let shown = |it: &&KindField| {
        (&*it.name != "title" || it.is_qualified()) && Some(&it.name) != lead.as_ref() && &*it.name != "sources"
    };
    first.site().kind_of(id).fields.iter().filter(shown).filter_map(|it| row(columns, id, it, sources)).collect()
}

fn row(columns: &[Scene<'_>], id: RecordId, field: &KindField, sources: &[RecordId]) -> Option<ParallelRow> {
    let mut cells: Vec<ParallelCell> = columns.iter().map(|it| cell(it, id, field, sources)).collect();
    if cells.iter().all(|it| it.fact.values.is_empty()) {
        return None;
    }
    for (cell, column) in cells.iter_mut().zip(columns) {
        cell.gap = cell.fact.values.is_empty().then(|| column.text(ids::NOT_TRANSLATED));
    }
    let speaker = columns.iter().find(|it| it.lang == Lang(0)).or(columns.first())?;
    let label = speaker.format(ids::HEADING_LINK, &[("title", facts::label_words(speaker, field).into())]);
    Some(ParallelRow { id: format!("fact_{}", field.name), label, cells })
}

fn cell(column: &Scene<'_>, id: RecordId, field: &KindField, sources: &[RecordId]) -> ParallelCell {
    let empty = || Fact { name: field.name.to_string(), label_html: facts::label(column, field), ..Fact::default() };
    let mut fact = facts::fact(column, id, field, sources).unwrap_or_else(empty);
    for mark in fact.values.iter_mut().flat_map(|it| &mut it.sources) {
        mark.href = format!("#{}{}", column.prefix, mark.href.trim_start_matches('#'));
    }
    fact.values.retain(|it| !is_borrowed(field, it));
    ParallelCell { lang: column.env.lang_view(column.lang), fact, gap: None }
}

/// Tells whether a value is another language's, shown because this one has none.
fn is_borrowed(field: &KindField, value: &FactValue) -> bool {
    field.translated && matches!(value.value, Shown::Text { lang: Some(_), .. } | Shown::Long { lang: Some(_), .. })
}
