//! Lists of pages and records: folders and kinds.

use super::{
    DateView, Entry, Equivalent, Fact, FactValue, Layout, LinkView, ListGroup, ListView, PageNumber, Pagination, Value,
    facts, filters, organigram, record, scene::Scene,
};
use crate::{
    locale::ids,
    record::{self as kinds, Kind, KindField},
    site::{Cut, Page, PageId, PageKind, PageRef, Part, RecordId, Text},
};

/// So many entries of a list are shown below a text.
const OF_TEXT: usize = 24;

/// Returns the list of a folder: the records of its kind, then its pages.
pub(super) fn folder(scene: &Scene<'_>, page: &Page, kind: Option<usize>, unit: PageRef) -> ListView {
    let lang = unit.lang;
    let all: &[PageId] = page.children.get(lang).map_or(&[], Vec::as_slice);
    let shown = page.parts.get(lang).and_then(|it| it.get(unit.part)).map_or(all, |it| it.items.as_slice());
    let downloads = kind.map_or_else(Vec::new, |it| downloads(scene, it));
    let kind = kind.map(|it| &scene.site().kinds.all()[it]);
    let total = match page.cut(unit) {
        Cut::Facet { .. } => stretch(page, unit).iter().map(|(_, it)| it.items.len()).sum(),
        Cut::Whole | Cut::At(_) => all.len(),
    };
    let laid_out = match kind {
        Some(kind) => laid_out(scene, kind, shown),
        None => {
            ListView { layout: Layout::Rows, groups: groups(scene, None, shown, Layout::Rows), ..ListView::default() }
        }
    };
    ListView {
        count: (total > 1).then(|| count(scene, kind.is_some(), total)),
        facets: kind.map_or_else(Vec::new, |it| filters::filters(scene, page, it, unit)),
        pages: pagination(scene, page, unit),
        downloads,
        ..laid_out
    }
}

/// Returns records of a kind in its layout; a table has its heads.
fn laid_out(scene: &Scene<'_>, kind: &Kind, pages: &[PageId]) -> ListView {
    let layout = layout(kind);
    let of_table = Some(kind).filter(|_| layout == Layout::Table);
    let columns = of_table.map_or_else(Vec::new, card_fields);
    ListView {
        layout,
        columns_html: columns.iter().map(|it| facts::label(scene, it)).collect(),
        title_column_html: of_table.and_then(|it| it.field("title")).map(|it| facts::label(scene, it)),
        groups: groups(scene, Some(kind), pages, layout),
        ..ListView::default()
    }
}

/// Returns the links to a kind's termbase, if it is one.
fn downloads(scene: &Scene<'_>, kind: usize) -> Vec<LinkView> {
    let site = scene.site();
    if !site.termbases().contains(&kind) {
        return Vec::new();
    }
    let all = [(site.tbx_route(kind), ids::TERMS_TBX), (site.forms_route(kind), ids::TERMS_CSV)];
    let link = |(route, words)| LinkView {
        href: Some(scene.href(&route)),
        html: scene.html(&scene.text(words)),
        ..LinkView::default()
    };
    all.into_iter().map(link).collect()
}

/// Returns the lists that the author of a text wants below it.
pub(super) fn of_text(scene: &Scene<'_>, text: &Text) -> Vec<ListView> {
    let kinds = text.meta.lists.iter().filter_map(|it| scene.site().lookup.kind(&it.value));
    kinds.filter_map(|it| excerpt(scene, it, OF_TEXT)).collect()
}

/// Returns a short list of one kind for another page, with a link to the whole.
pub(super) fn excerpt(scene: &Scene<'_>, kind: usize, limit: usize) -> Option<ListView> {
    let site = scene.site();
    let spec = &site.kinds.all()[kind];
    let list = site.lookup.path(&spec.path.value)?;
    let all: &[PageId] = site.page(list).children.get(scene.lang).map_or(&[], Vec::as_slice);
    let records: Vec<PageId> =
        all.iter().copied().filter(|it| matches!(site.page(*it).kind, PageKind::Record(_))).collect();
    if records.is_empty() {
        return None;
    }
    let more = (records.len() > limit).then(|| {
        let plural = scene.link(list);
        LinkView {
            html: scene.html(&scene.format(ids::ALL_OF_KIND, &[("kind", site.title(list, scene.lang).into())])),
            ..plural
        }
    });
    let shown = &records[..records.len().min(limit)];
    let title = site.title(list, scene.lang);
    let (title_html, title) = (Some(scene.html(title)), Some(scene.plain(title)));
    Some(ListView { title_html, title, more, ..laid_out(scene, spec, shown) })
}

fn layout(kind: &Kind) -> Layout {
    match kind.list {
        kinds::Layout::Cards => Layout::Cards,
        kinds::Layout::Table => Layout::Table,
        kinds::Layout::Terms => Layout::Terms,
        kinds::Layout::Timeline => Layout::Timeline,
        kinds::Layout::Rows => Layout::Rows,
        kinds::Layout::Organigram if kind.organigram.is_some() => Layout::Organigram,
        kinds::Layout::Organigram => Layout::Rows,
    }
}

fn count(scene: &Scene<'_>, is_kind: bool, number: usize) -> String {
    let id = if is_kind { ids::COUNT_RECORDS } else { ids::COUNT_PAGES };
    scene.format(id, &[("count", number.into())])
}

/// Groups by year for timelines, by letter for terms; one group for the rest.
fn groups(scene: &Scene<'_>, kind: Option<&Kind>, pages: &[PageId], layout: Layout) -> Vec<ListGroup> {
    if let Some((kind, tree)) =
        kind.filter(|_| layout == Layout::Organigram).and_then(|it| it.organigram.as_ref().map(|tree| (it, tree)))
    {
        return organigram::groups(scene, kind, tree, pages);
    }
    let head = |id: PageId| -> Option<(String, String)> {
        let page = scene.site().page(id);
        match layout {
            Layout::Timeline => {
                let year = page.place_in_time?.start.year();
                Some((format!("year_{year}"), scene.locale.year(year)))
            }
            Layout::Terms => {
                let letter =
                    scene.locale.letter(page.sort_as.get(scene.lang).map_or(page.title(scene.lang), String::as_str));
                let code = letter.chars().next().map_or(0, u32::from);
                Some((format!("letter_{code:04x}"), letter))
            }
            Layout::Cards | Layout::Table | Layout::Rows | Layout::Organigram => None,
        }
    };
    let mut out: Vec<ListGroup> = Vec::new();
    for id in pages {
        let head = head(*id);
        let entry = entry(scene, *id, layout);
        let name = head.as_ref().map(|(name, _)| name.clone());
        // A letter that comes back stands once all the same: its heading has an id.
        match out.iter_mut().find(|it| it.id == name) {
            Some(group) => group.entries.push(entry),
            None => out.push(ListGroup { id: name, title: head.map(|(_, title)| title), entries: vec![entry] }),
        }
    }
    out
}

/// Returns one page in a list.
pub(super) fn entry(scene: &Scene<'_>, id: PageId, layout: Layout) -> Entry {
    let page = scene.site().page(id);
    let mut out = Entry { link: scene.link(id), ..Entry::default() };
    match page.kind {
        PageKind::Record(record) => record_entry(scene, record, page, layout, &mut out),
        _ => {
            out.date = page.date.map(|it| scene.date(&it));
            out.summary_html = page.summary(scene.lang).map(|it| scene.html(it));
        }
    }
    out
}

fn record_entry(scene: &Scene<'_>, id: RecordId, page: &Page, layout: Layout, out: &mut Entry) {
    let site = scene.site();
    let kind = site.kind_of(id);
    let record = site.record(id);
    let fields = card_fields(kind);
    // Rows in an order that the editors gave are counted; cards only stand in it.
    out.number = match (record.record.order, kind.sort.first()) {
        (Some(order), Some(first)) if layout == Layout::Rows && &*first.field == "order" => {
            Some(scene.locale.number(order))
        }
        _ => None,
    };
    out.id = out.number.as_ref().map(|_| format!("record_{}", record.record.key.value));
    if layout == Layout::Timeline {
        out.date = date(scene, page);
    }
    if layout == Layout::Terms {
        out.equivalents = equivalents(scene, page);
    }
    if layout != Layout::Table {
        out.summary_html = record::summary(scene, id).map(|it| scene.html(&it));
    }
    out.facts = match layout {
        Layout::Table => fields.iter().map(|it| cell(scene, id, it)).collect(),
        Layout::Terms => Vec::new(),
        _ => {
            let is_date = |it: &KindField| layout == Layout::Timeline && it.of_type.name == "date";
            let fields = fields.into_iter().filter(|it| !is_date(it) && !is_summary(it));
            fields.filter_map(|it| facts::fact(scene, id, it, &[])).map(plain_fact).collect()
        }
    };
}

fn is_summary(field: &KindField) -> bool {
    matches!(&*field.name, "summary" | "definition" | "text" | "description")
}

/// A cell of a table is there even when it is empty.
fn cell(scene: &Scene<'_>, id: RecordId, field: &KindField) -> Fact {
    let empty = || Fact { name: field.name.to_string(), label_html: facts::label(scene, field), values: Vec::new() };
    facts::fact(scene, id, field, &[]).map_or_else(empty, plain_fact)
}

/// In lists a fact is its present value alone: no remarks, no long prose.
fn plain_fact(mut fact: Fact) -> Fact {
    let has_present = fact.values.iter().any(|it| !it.is_former);
    fact.values.retain(|it| !(has_present && it.is_former || matches!(it.value, Value::Long { .. })));
    for value in &mut fact.values {
        *value = FactValue { value: value.value.clone(), ..FactValue::default() };
    }
    fact
}

fn card_fields(kind: &Kind) -> Vec<&KindField> {
    kind.card.iter().filter_map(|it| kind.field(it)).collect()
}

fn equivalents(scene: &Scene<'_>, page: &Page) -> Vec<Equivalent> {
    let others = scene.languages().iter().filter(|it| *it != scene.lang);
    let found = others.filter_map(|lang| page.titles.get(lang).map(|title| (lang, title)));
    found
        .map(|(lang, title)| Equivalent { lang: scene.env.lang_view(lang), html: scene.speaking(lang).html(title) })
        .collect()
}

/// Lists the parts over which one list is spread, of which `unit` is one: their ranks among all parts of the page.
fn stretch(page: &Page, unit: PageRef) -> Vec<(usize, &Part)> {
    let cut = page.cut(unit);
    page.parts
        .get(unit.lang)
        .map_or(&[][..], Vec::as_slice)
        .iter()
        .enumerate()
        .filter(|(_, it)| it.cut == *cut)
        .collect()
}

/// Returns the title of a part of a list: what it shows, and its number where it is spread over several.
pub(super) fn part_title(scene: &Scene<'_>, title: &str, page: &Page, kind: PageKind, unit: PageRef) -> String {
    let kind = if let PageKind::Folder { kind: Some(it) } = kind { Some(&scene.site().kinds.all()[it]) } else { None };
    let of_cut = kind.and_then(|it| filters::name(scene, it, page.cut(unit)));
    let title = of_cut.map_or_else(|| title.to_owned(), |it| format!("{title}: {it}"));
    let parts = stretch(page, unit);
    match parts.iter().position(|(rank, _)| *rank == unit.part) {
        Some(at) if parts.len() > 1 && (at > 0 || *page.cut(unit) == Cut::Whole) => {
            let number = scene.format(ids::PAGE_NUMBER, &[("number", (at + 1).into()), ("total", parts.len().into())]);
            format!("{title}: {number}")
        }
        _ => title,
    }
}

fn pagination(scene: &Scene<'_>, page: &Page, unit: PageRef) -> Option<Pagination> {
    let parts = stretch(page, unit);
    let current = parts.iter().position(|(rank, _)| *rank == unit.part).filter(|_| parts.len() > 1)?;
    let href = |at: usize| page.route(unit.lang, parts[at].0).map(|it| scene.href(&it)).unwrap_or_default();
    let number = |at: usize| PageNumber {
        text: scene.locale.number(i64::try_from(at + 1).unwrap_or(i64::MAX)),
        href: href(at),
        is_current: at == current,
    };
    Some(Pagination {
        previous: current.checked_sub(1).map(href),
        next: (current + 1 < parts.len()).then(|| href(current + 1)),
        pages: (0..parts.len()).map(number).collect(),
    })
}

/// Returns the date by which a page stands in a list along the years.
pub(super) fn date(scene: &Scene<'_>, page: &Page) -> Option<DateView> {
    page.place_in_time.map(|it| scene.date(&it))
}
