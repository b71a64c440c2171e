//! Texts as HTML: links and images of a document, seen from the page that shows it.

use super::scene::Scene;
use crate::{
    markdown::{self, Resolved, ResolvedImage, ResolvedLink},
    site::{LinkTarget, PageId, PageKind, Text},
};

/// Tells whether the leading heading of a text is the title of its page and not printed again.
pub(super) fn drops_title(text: &Text) -> bool {
    text.meta.title.is_none() && text.document.title.is_some()
}

/// Returns the HTML of a text.
pub(super) fn body(scene: &Scene<'_>, text: &Text) -> String {
    let links: Vec<ResolvedLink> = text.links.iter().map(|it| link(scene, it)).collect();
    let images: Vec<Option<ResolvedImage>> = text.images.iter().map(|it| it.map(|asset| image(scene, asset.0))).collect();
    let has_top = text.document.headings.iter().skip(usize::from(drops_title(text))).any(|it| it.level == 1);
    let resolved = Resolved {
        links: &links,
        images: &images,
        locale: &Words(scene),
        around: scene.around(),
        drop_title: drops_title(text),
        shift: u8::from(has_top),
    };
    let mut out = String::new();
    markdown::html(&text.document, &resolved, &mut out);
    out
}

struct Words<'a>(&'a Scene<'a>);

fn link(scene: &Scene<'_>, target: &LinkTarget) -> ResolvedLink {
    match target {
        LinkTarget::Page { page, fragment } => page_link(scene, *page, fragment.as_deref()),
        LinkTarget::Address(page) => page_link(scene, *page, None),
        LinkTarget::Asset(asset) => ResolvedLink { href: Some(asset_href(scene, *asset)), ..ResolvedLink::default() },
        LinkTarget::Here(fragment) => ResolvedLink { href: Some(format!("#{fragment}")), ..ResolvedLink::default() },
        LinkTarget::External | LinkTarget::Ambiguous(_) | LinkTarget::Outside | LinkTarget::Nowhere => ResolvedLink::default(),
    }
}

fn page_link(scene: &Scene<'_>, id: PageId, fragment: Option<&str>) -> ResolvedLink {
    let page = scene.site().page(id);
    let Some((lang, route)) = page.routes.get_or_first(scene.lang) else { return ResolvedLink::default() };
    let fragment = fragment.map_or_else(String::new, |it| format!("#{it}"));
    let is_foreign = lang != scene.lang;
    ResolvedLink {
        href: Some(format!("{}{fragment}", scene.href(route))),
        title: scene.title_at(id, lang).to_owned(),
        lang: is_foreign.then(|| (scene.languages().tag(lang).to_owned(), scene.languages().dir(lang))),
        is_term: matches!(page.kind, PageKind::Record(_)),
    }
}

fn asset_href(scene: &Scene<'_>, asset: usize) -> String {
    scene.href(&crate::site::asset_route(&scene.site().assets[asset]))
}

fn image(scene: &Scene<'_>, asset: usize) -> ResolvedImage {
    ResolvedImage { src: asset_href(scene, asset), size: scene.site().assets[asset].dimensions }
}
