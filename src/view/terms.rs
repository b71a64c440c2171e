//! Words of a text that lead to their definitions: the first mention of each term.

use super::scene::Scene;
use crate::{
    markdown::{StretchRole, TermLink},
    site::{LinkTarget, Mention, Status, Text},
};

/// Lists the first mentions of terms in the sentences of a text, with their definitions in the page's language.
/// A term that the author links is left to the author, one in quotation marks is spoken of and not used, and no page leads
/// to itself.
pub(super) fn links(scene: &Scene<'_>, text: &Text, prefix: &str) -> Vec<TermLink> {
    let site = scene.site();
    if !text.meta.terms.unwrap_or(site.config.terms) {
        return Vec::new();
    }
    let mut seen: Vec<usize> = Vec::new();
    let mut out: Vec<TermLink> = Vec::new();
    let in_use = |it: &&Mention| it.role == StretchRole::Sentence && !it.is_quoted;
    for mention in text.mentions.iter().filter(in_use) {
        let is_right =
            matches!(site.termbase.form(mention.term, mention.form).status, Status::Preferred | Status::Admitted);
        if !is_right || seen.contains(&mention.term) {
            continue;
        }
        seen.push(mention.term);
        out.extend(link(scene, text, mention, prefix));
    }
    out.sort_by_key(|it| it.range.start);
    out
}

fn link(scene: &Scene<'_>, text: &Text, mention: &Mention, prefix: &str) -> Option<TermLink> {
    let site = scene.site();
    let term = &site.termbase.terms[mention.term];
    let definition = term.definition.get(scene.lang)?;
    let page = site.page(term.page);
    let route = page.routes.get(scene.lang).filter(|it| **it != scene.route)?;
    let is_linked = text.links.iter().any(|it| matches!(it, LinkTarget::Page { page, .. } if *page == term.page));
    (!is_linked).then(|| TermLink {
        range: mention.range.clone(),
        href: scene.href(route),
        id: format!("{prefix}term_{}", site.record(term.record).record.key.value),
        name: page.title(scene.lang).to_owned(),
        definition: definition.clone(),
    })
}
