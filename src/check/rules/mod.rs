//! The registry of rules.

pub mod characters;
mod link_ambiguous;
mod link_draft_target;
mod link_no_fragment;
mod link_no_target;
mod link_no_translation;
mod link_output_address;
mod link_outside;
mod link_remote_image;
mod lock_stale;
mod page_missing_translation;
mod parity;
mod record_ambiguous_target;
mod record_missing_language;
mod record_no_target;
mod record_self_reference;
mod term_form;
mod term_one_sided;
mod text_other_language;

use super::Rule;
use crate::{
    base::{Lang, Span},
    markdown::{Link, Target},
    site::{LinkTarget, Outgoing, Page, PageKind, RecordId, Site, Text},
};

/// Every rule over the site.
pub static RULES: &[Rule] = &[
    link_ambiguous::RULE,
    link_draft_target::RULE,
    link_no_fragment::RULE,
    link_no_target::RULE,
    link_no_translation::RULE,
    link_output_address::RULE,
    link_outside::RULE,
    link_remote_image::RULE,
    lock_stale::RULE,
    page_missing_translation::RULE,
    parity::RULE,
    record_ambiguous_target::RULE,
    record_missing_language::RULE,
    record_no_target::RULE,
    record_self_reference::RULE,
    term_form::RULE,
    term_one_sided::RULE,
    text_other_language::RULE,
];

/// Lists every published text with its page: bodies and Markdown fields.
fn texts(site: &Site) -> impl Iterator<Item = (&Page, Lang, &Text)> {
    site.pages.iter().filter(|it| !it.is_draft).flat_map(|page| {
        let prose = match page.kind {
            PageKind::Record(id) => site.record(id).prose.as_slice(),
            _ => &[],
        };
        let fields = prose.iter().flat_map(|(_, _, it)| it.iter());
        page.texts.iter().chain(fields).map(move |(lang, text)| (page, lang, text))
    })
}

/// One link of a text, with what it means.
struct Found<'a> {
    page: &'a Page,
    lang: Lang,
    text: &'a Text,
    link: &'a Link,
    target: &'a LinkTarget,
}

/// Lists every link of every published text.
fn links(site: &Site) -> impl Iterator<Item = Found<'_>> {
    texts(site).flat_map(|(page, lang, text)| {
        let pairs = text.document.links.iter().zip(&text.links);
        pairs.map(move |(link, target)| Found { page, lang, text, link, target })
    })
}

/// Returns what the author wrote as target, and where.
fn written(link: &Link) -> (&str, Span) {
    match &link.target {
        Target::Address { path, .. } => (&path.value, path.span),
        Target::Fragment(it) | Target::External(it) => (&it.value, it.span),
        Target::Key { key, .. } => (&key.value, key.span),
        Target::Refused => ("", link.span),
    }
}

/// Lists every reference of the published records, with the record that refers.
fn references(site: &Site) -> impl Iterator<Item = (RecordId, &Outgoing)> {
    let published = site.records.iter().zip(0u32..).filter(|(it, _)| !site.page(it.page).is_draft);
    published.flat_map(|(it, id)| it.outgoing.iter().map(move |reference| (RecordId(id), reference)))
}
