//! Filters of a list: links to the pages that show a part of it, by what its facets tell apart and by date.

use super::{Facet, LinkView, facts, scene::Scene};
use crate::{
    locale::ids,
    record::Kind,
    site::{Cut, FacetValue, Page, PageRef},
};

/// Returns the filters of a list, the one in use marked by having no link.
pub(super) fn filters(scene: &Scene<'_>, page: &Page, kind: &Kind, unit: PageRef) -> Vec<Facet> {
    let current = page.cut(unit);
    let mut out: Vec<(Option<usize>, Facet)> = Vec::new();
    let mut last = &Cut::Whole;
    for (rank, part) in page.parts.get(unit.lang).map_or(&[][..], Vec::as_slice).iter().enumerate() {
        // A part that is spread over several pages is led to once.
        if part.cut == *last {
            continue;
        }
        last = &part.cut;
        let (facet, note) = match part.cut {
            Cut::Whole => continue,
            Cut::At(_) => (None, None),
            Cut::Facet { facet, .. } => (Some(facet), Some(size(scene, page, unit, &part.cut))),
        };
        let href = page.route(unit.lang, rank).filter(|_| part.cut != *current).map(|it| scene.href(&it));
        let name = name(scene, kind, &part.cut).unwrap_or_default();
        let link = LinkView { href, html: scene.html(&name), note_html: note, ..LinkView::default() };
        match out.last_mut().filter(|it| it.0 == facet) {
            Some((_, group)) => group.links.push(link),
            None => {
                let label_html = label(scene, kind, facet);
                out.push((facet, Facet { label_html, clear: clear(scene, page, unit, facet), links: vec![link] }));
            }
        }
    }
    out.into_iter().map(|(_, it)| it).collect()
}

fn size(scene: &Scene<'_>, page: &Page, unit: PageRef, cut: &Cut) -> String {
    let parts = page.parts.get(unit.lang).map_or(&[][..], Vec::as_slice);
    let count: usize = parts.iter().filter(|it| it.cut == *cut).map(|it| it.items.len()).sum();
    scene.html(&scene.locale.number(i64::try_from(count).unwrap_or(i64::MAX)))
}

fn label(scene: &Scene<'_>, kind: &Kind, facet: Option<usize>) -> String {
    let field = facet.and_then(|it| kind.facets.get(it)).and_then(|it| kind.field(&it.field));
    field.map_or_else(|| scene.html(&scene.text(ids::AS_IT_STOOD)), |it| facts::label(scene, it))
}

/// The whole list is led to from the filter that is in use.
fn clear(scene: &Scene<'_>, page: &Page, unit: PageRef, facet: Option<usize>) -> Option<LinkView> {
    let id = match page.cut(unit) {
        Cut::Facet { facet: used, .. } if Some(*used) == facet => ids::FILTER_CLEAR,
        Cut::At(_) if facet.is_none() => ids::TODAY,
        _ => return None,
    };
    let href = page.routes.get(unit.lang).map(|it| scene.href(it));
    Some(LinkView { href, html: scene.html(&scene.text(id)), ..LinkView::default() })
}

/// Names a part by what it shows; nothing for the list itself.
pub(super) fn name(scene: &Scene<'_>, kind: &Kind, cut: &Cut) -> Option<String> {
    match cut {
        Cut::Whole => None,
        Cut::At(date) => Some(scene.locale.date(date)),
        Cut::Facet { facet, value } => {
            let field = kind.facets.get(*facet).and_then(|it| kind.field(&it.field))?;
            Some(match value {
                FacetValue::Year(year) => scene.locale.year(*year),
                FacetValue::Choice(name) => facts::choice(scene, field, name),
                FacetValue::Flag(flag) => scene.text(if *flag { ids::YES } else { ids::NO }),
                FacetValue::Record(id) => scene.site().page(scene.site().record(*id).page).title(scene.lang).to_owned(),
            })
        }
    }
}
