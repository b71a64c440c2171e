//! Record pages: facts, relations in both directions, sources, citation.

use super::{Fact, LinkView, RecordView, RelationGroup, SourceView, facts, scene::Scene};
use crate::{
    base::Route,
    locale::ids,
    record::{Kind, KindField},
    site::{PageId, RecordId},
};

/// A relation with more records than this links to the list instead of naming all.
const RELATION_LIMIT: usize = 60;

/// Returns the content of a record's page.
pub(super) fn record(scene: &Scene<'_>, id: RecordId, page: PageId) -> RecordView {
    let sources = sources(scene, id);
    let field = summary_field(scene, id);
    let lead = field.and_then(|it| facts::lead(scene, id, it));
    let summary = field.filter(|_| lead.is_none()).and_then(|it| facts::words(scene, id, it));
    RecordView {
        kind: scene.site().kind_of(id).name.value.to_string(),
        summary_html: summary.map(|it| scene.html(&it)),
        lead,
        facts: own_facts(scene, id, &sources),
        relations: relations(scene, id, page),
        sources: source_views(scene, &sources),
        cite: None,
    }
}

/// Returns the link to the list of a record's kind, in its singular.
pub(super) fn kind_link(scene: &Scene<'_>, id: RecordId) -> LinkView {
    let kind = scene.site().kind_of(id);
    let label = kind.label.get_or_first(scene.lang).map_or("", |(_, it)| it.as_str());
    let list = scene.site().page(scene.site().record(id).page).parent;
    let href = list.and_then(|it| scene.site().page(it).routes.get(scene.lang)).map(|it| scene.href(it));
    LinkView { href, html: scene.html(label), ..LinkView::default() }
}

/// Returns the sentence that says what a record is, if its kind has a field for it.
pub(super) fn summary(scene: &Scene<'_>, id: RecordId) -> Option<String> {
    facts::words(scene, id, summary_field(scene, id)?)
}

/// The field that says in a sentence what the record is: by name, since these are the names that editors give it.
pub(super) fn summary_field<'a>(scene: &Scene<'a>, id: RecordId) -> Option<&'a KindField> {
    let kind: &Kind = scene.site().kind_of(id);
    ["summary", "definition", "text", "description"]
        .iter()
        .find_map(|name| kind.field(name))
        .filter(|it| !it.is_list_of_refs())
}

fn own_facts(scene: &Scene<'_>, id: RecordId, sources: &[RecordId]) -> Vec<Fact> {
    let summary = summary_field(scene, id).map(|it| it.name.clone());
    let kind = scene.site().kind_of(id);
    let shown = |it: &&KindField| {
        let is_dated_title = &*it.name == "title" && it.is_qualified();
        (&*it.name != "title" || is_dated_title) && Some(&it.name) != summary.as_ref() && !it.is_list_of_refs()
    };
    kind.fields.iter().filter(shown).filter_map(|it| facts::fact(scene, id, it, sources)).collect()
}

/// Lists the sources of a record in the order in which the page names them, each once.
pub(super) fn sources(scene: &Scene<'_>, id: RecordId) -> Vec<RecordId> {
    let entry = scene.site().record(id);
    let kind = scene.site().kind_of(id);
    let mut out: Vec<RecordId> = Vec::new();
    let mut add = |it: RecordId| {
        if !out.contains(&it) {
            out.push(it);
        }
    };
    for field in kind.fields.iter().filter(|it| &*it.name != "sources") {
        let count = entry.field(&field.name).map_or(0, |it| it.entries.len());
        (0..count).flat_map(|rank| entry.sources_of(&field.name, rank)).for_each(&mut add);
    }
    let count = entry.field("sources").map_or(0, |it| it.entries.len());
    (0..count).filter_map(|rank| entry.target("sources", rank)).for_each(&mut add);
    out
}

/// Returns the list of sources, numbered.
pub(super) fn source_views(scene: &Scene<'_>, sources: &[RecordId]) -> Vec<SourceView> {
    sources.iter().zip(1..).map(|(it, number)| source_view(scene, *it, number)).collect()
}

fn source_view(scene: &Scene<'_>, id: RecordId, number: usize) -> SourceView {
    let entry = scene.site().record(id);
    SourceView {
        id: format!("source_{}", entry.record.key.value),
        number: scene.locale.number(i64::try_from(number).unwrap_or(i64::MAX)),
        link: scene.link(entry.page),
    }
}

fn relations(scene: &Scene<'_>, id: RecordId, page: PageId) -> Vec<RelationGroup> {
    let mut out = outgoing(scene, id);
    out.extend(incoming(scene, id));
    let mut others = mentions(scene, page);
    if let Some(group) = &mut others {
        // What is related by name is not said again to mention this record.
        group.links.retain(|link| !out.iter().any(|it| it.links.iter().any(|known| known.href == link.href)));
        shorten(scene, group);
    }
    out.extend(others.filter(|it| !it.links.is_empty()));
    out
}

fn outgoing(scene: &Scene<'_>, id: RecordId) -> Vec<RelationGroup> {
    let entry = scene.site().record(id);
    let fields = scene.site().kind_of(id).fields.iter().filter(|it| it.is_list_of_refs() && &*it.name != "sources");
    let group = |field: &KindField| {
        let count = entry.field(&field.name)?.entries.len();
        let targets = (0..count).filter_map(|rank| entry.target(&field.name, rank));
        let links: Vec<LinkView> = targets.map(|it| scene.link(scene.site().record(it).page)).collect();
        (!links.is_empty()).then(|| RelationGroup {
            label_html: facts::label(scene, field),
            is_inverse: false,
            links,
            more: None,
        })
    };
    fields.filter_map(group).collect()
}

/// Groups the records that name this one by the inverse's label, in the order in which kinds declare their fields.
fn incoming(scene: &Scene<'_>, id: RecordId) -> Vec<RelationGroup> {
    let site = scene.site();
    let mut found: Vec<(usize, usize, RecordId)> =
        site.record(id).incoming.iter().map(|it| (site.record(it.from).kind, it.field, it.from)).collect();
    found.sort_by_key(|(kind, field, from)| (*kind, *field, site.record(*from).ranks.get(scene.lang).copied(), *from));
    let mut out: Vec<RelationGroup> = Vec::new();
    for (kind, field, from) in found {
        let kind = &site.kinds.all()[kind];
        let label = inverse_label(scene, kind, &kind.fields[field]);
        let link = scene.link(site.record(from).page);
        match out.iter_mut().find(|it| it.label_html == label) {
            Some(group) => {
                if !group.links.contains(&link) {
                    group.links.push(link);
                }
            }
            None => out.push(RelationGroup { label_html: label, is_inverse: true, links: vec![link], more: None }),
        }
    }
    for group in &mut out {
        shorten(scene, group);
    }
    out
}

/// Keeps the first records of a long relation and says how many there are.
fn shorten(scene: &Scene<'_>, group: &mut RelationGroup) {
    let count = group.links.len();
    if count > RELATION_LIMIT {
        group.links.truncate(RELATION_LIMIT);
        let html = scene.html(&scene.format(ids::COUNT_RECORDS, &[("count", count.into())]));
        group.more = Some(LinkView { html, ..LinkView::default() });
    }
}

fn inverse_label(scene: &Scene<'_>, kind: &Kind, field: &KindField) -> String {
    let written = field.inverse.as_ref().and_then(|it| it.label.get_or_first(scene.lang));
    match written {
        Some((_, label)) => scene.html(label),
        None => {
            let plural = kind.plural.get_or_first(scene.lang).map_or("", |(_, it)| it.as_str());
            format!("{} ({})", scene.html(plural), facts::label(scene, field))
        }
    }
}

fn mentions(scene: &Scene<'_>, page: PageId) -> Option<RelationGroup> {
    let pages = scene.site().mentions.get(&page)?;
    let links: Vec<LinkView> =
        pages.iter().filter(|it| scene.site().page(**it).exists_in(scene.lang)).map(|it| scene.link(*it)).collect();
    Some(RelationGroup { label_html: scene.html(&scene.text(ids::MENTIONED_IN)), is_inverse: true, links, more: None })
}

/// Returns the language-neutral address of a record.
pub(super) fn identity_route(scene: &Scene<'_>, id: RecordId) -> Route {
    scene.site().identity_route(id)
}

/// Returns the address of a record's data.
pub(super) fn data_route(scene: &Scene<'_>, id: RecordId) -> Route {
    Route(format!("data/{}/{}.json", scene.site().kind_of(id).name.value, scene.site().record(id).record.key.value))
}
