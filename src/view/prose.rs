//! Texts as HTML: links and images of a document, seen from the page that shows it.

use super::{scene::Scene, terms};
use crate::{
    base::Lang,
    locale::{Arg, Locale, MessageId, ids},
    markdown::{self, Labels, Notice, PageIds, Part, Resolved, ResolvedImage, ResolvedLink, Slotted},
    site::{LinkTarget, PageId, Text, asset_route},
};

/// Stands where a label takes a value; no author can write it.
const SLOT: &str = "\u{E000}";

/// Returns the HTML of the text of a page: every block can be linked to. A leading heading that says the page's title
/// is not printed again; the heading of a record's text may say something else.
pub(super) fn body(scene: &Scene<'_>, text: &Text, title: &str, notices: &[Notice]) -> String {
    let drop_title = text.document.title.as_ref().is_some_and(|it| it.value == title);
    let options = markdown::Options { drop_title, top_level: 2, all_ids: true, prefix: "", notices };
    html(scene, text, options)
}

/// Returns the HTML of a text that stands in for one in the language of the page: an island with its own language and direction.
pub(super) fn island(scene: &Scene<'_>, lang: Lang, text: &Text, title: &str) -> String {
    let languages = scene.languages();
    let inner = body(&scene.speaking(lang), text, title, &[]);
    format!(
        "<div class=\"island prose\" lang=\"{}\" dir=\"{}\">{inner}</div>",
        languages.tag(lang),
        languages.dir(lang).as_str()
    )
}

/// Returns the HTML of a text beside the page's own; its ids begin with `prefix`, so that they stand once on the page.
pub(super) fn aside(scene: &Scene<'_>, text: &Text, prefix: &str) -> String {
    // Where languages share the page, no heading stands above the fields.
    let top_level = if scene.prefix.is_empty() { 3 } else { 2 };
    html(scene, text, markdown::Options { drop_title: false, top_level, all_ids: false, prefix, notices: &[] })
}

/// Returns the HTML of each part of a text that stands beside its translations.
pub(super) fn parts(
    scene: &Scene<'_>,
    text: &Text,
    parts: &[Part<'_>],
    options: markdown::Options<'_>,
    ids: PageIds<'_>,
) -> Vec<String> {
    let (links, images) = (links(scene, text), images(scene, text));
    let prefix = format!("{}{}", scene.prefix, ids.prefix);
    let options = markdown::Options { prefix: &prefix, ..options };
    let (labels, around) = (scene.labels(), *scene.around());
    // Definitions would say the same twice in every row.
    let resolved = Resolved { links: &links, images: &images, terms: &[], labels, around, options };
    markdown::parts_html(&text.document, &resolved, parts, ids)
}

fn links(scene: &Scene<'_>, text: &Text) -> Vec<ResolvedLink> {
    text.links.iter().map(|it| link(scene, it)).collect()
}

fn images(scene: &Scene<'_>, text: &Text) -> Vec<ResolvedImage> {
    text.images.iter().map(|it| it.map_or_else(ResolvedImage::default, |it| image(scene, it.0))).collect()
}

fn html(scene: &Scene<'_>, text: &Text, options: markdown::Options<'_>) -> String {
    let (links, images) = (links(scene, text), images(scene, text));
    let terms = terms::links(scene, text, options.prefix);
    let (labels, around) = (scene.labels(), *scene.around());
    let resolved = Resolved { links: &links, images: &images, terms: &terms, labels, around, options };
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
        definition: slotted(ids::TERM_DEFINITION, "term"),
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
    if let (None, Some(route)) = (page.routes.get(scene.lang), page.fallbacks.get(scene.lang)) {
        let href = Some(format!("{}{}", scene.href(route), anchor(fragment)));
        let (lang, languages) = (page.shown_in(scene.lang), scene.languages());
        let language = Some((languages.tag(lang).to_owned(), languages.dir(lang)));
        return ResolvedLink { href, text: Some(page.title(lang).to_owned()), language, is_stand_in: true };
    }
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
        is_stand_in: false,
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
