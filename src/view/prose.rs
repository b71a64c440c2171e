//! Texts as HTML: links and images of a document, seen from the page that shows it.

use super::scene::Scene;
use crate::{
    locale::{Arg, Locale, MessageId, ids},
    markdown::{self, Labels, Resolved, ResolvedImage, ResolvedLink, Slotted},
    site::{LinkTarget, PageId, Text, asset_route},
};

/// Stands where a label takes a value; no author can write it.
const SLOT: &str = "\u{E000}";

/// Returns the HTML of the text of a page: every block can be linked to. A leading heading that says the page's title
/// is not printed again; the heading of a record's text may say something else.
pub(super) fn body(scene: &Scene<'_>, text: &Text, title: &str) -> String {
    let drop_title = text.document.title.as_ref().is_some_and(|it| it.value == title);
    let options = markdown::Options { drop_title, top_level: 2, all_ids: true, prefix: "" };
    html(scene, text, options)
}

/// Returns the HTML of a text beside the page's own; its ids begin with `prefix`, so that they stand once on the page.
pub(super) fn aside(scene: &Scene<'_>, text: &Text, prefix: &str) -> String {
    html(scene, text, markdown::Options { drop_title: false, top_level: 3, all_ids: false, prefix })
}

fn html(scene: &Scene<'_>, text: &Text, options: markdown::Options<'_>) -> String {
    let links: Vec<ResolvedLink> = text.links.iter().map(|it| link(scene, it)).collect();
    let images: Vec<ResolvedImage> =
        text.images.iter().map(|it| it.map_or_else(ResolvedImage::default, |it| image(scene, it.0))).collect();
    let resolved =
        Resolved { links: &links, images: &images, labels: scene.labels(), around: *scene.around(), options };
    let mut out = String::new();
    markdown::html(&text.document, &resolved, &mut out);
    out
}

/// Returns the words of a text's first paragraph; a `[[key]]` without words is called by the title of its page.
pub(super) fn summary(scene: &Scene<'_>, text: &Text) -> Option<String> {
    markdown::summary_with(&text.document, |rank| match text.links.get(rank)? {
        LinkTarget::Page { page, .. } => Some(scene.title_at(*page, scene.lang)),
        _ => None,
    })
}

/// Returns the words of our own that texts need in a language.
pub(super) fn labels(locale: &Locale) -> Labels {
    let text = |id: MessageId| locale.text(id);
    let slotted = |id: MessageId, name: &str| Slotted::split(&locale.format(id, &[(name, Arg::from(SLOT))]), SLOT);
    Labels {
        permalink: slotted(ids::HEADING_LINK, "title"),
        table: slotted(ids::TABLE_NUMBERED, "number"),
        footnotes: text(ids::FOOTNOTES),
        footnote: slotted(ids::FOOTNOTE, "number"),
        footnote_back: slotted(ids::FOOTNOTE_BACK_NTH, "number"),
        task_done: text(ids::TASK_DONE),
        task_open: text(ids::TASK_OPEN),
        alerts: [ids::ALERT_NOTE, ids::ALERT_TIP, ids::ALERT_IMPORTANT, ids::ALERT_WARNING, ids::ALERT_CAUTION]
            .map(text),
        digits: (0..10).filter_map(|it| locale.number(it).chars().next()).collect(),
    }
}

fn link(scene: &Scene<'_>, target: &LinkTarget) -> ResolvedLink {
    match target {
        LinkTarget::Page { page, fragment } => page_link(scene, *page, fragment.as_deref()),
        LinkTarget::Address(page) => page_link(scene, *page, None),
        LinkTarget::Asset { asset, fragment } => {
            let href = format!("{}{}", asset_href(scene, *asset), anchor(fragment.as_deref()));
            ResolvedLink { href: Some(href), ..ResolvedLink::default() }
        }
        LinkTarget::Here(fragment) => ResolvedLink { href: Some(format!("#{fragment}")), ..ResolvedLink::default() },
        LinkTarget::External | LinkTarget::Ambiguous(_) | LinkTarget::Outside | LinkTarget::Nowhere => {
            ResolvedLink::default()
        }
    }
}

fn page_link(scene: &Scene<'_>, id: PageId, fragment: Option<&str>) -> ResolvedLink {
    let page = scene.site().page(id);
    let Some((lang, route)) = page.routes.get_or_first(scene.lang) else { return ResolvedLink::default() };
    let languages = scene.languages();
    let then = scene.title_at(id, lang);
    let text = match scene.called_today(id, lang) {
        Some(today) => format!("{then} ({today})"),
        None => then.to_owned(),
    };
    ResolvedLink {
        href: Some(format!("{}{}", scene.href(route), anchor(fragment))),
        text: Some(text),
        language: (lang != scene.lang).then(|| (languages.tag(lang).to_owned(), languages.dir(lang))),
    }
}

fn anchor(fragment: Option<&str>) -> String {
    fragment.map_or_else(String::new, |it| format!("#{it}"))
}

fn asset_href(scene: &Scene<'_>, asset: usize) -> String {
    scene.href(&asset_route(&scene.site().assets[asset]))
}

fn image(scene: &Scene<'_>, asset: usize) -> ResolvedImage {
    ResolvedImage { src: Some(asset_href(scene, asset)), size: scene.site().assets[asset].dimensions }
}
