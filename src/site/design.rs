//! `design:` in `site.yaml`: how a site looks and what it adds to header and footer, without a template of its own.
//!
//! Which colours there are, and whether they can be read, the theme knows; here they are only taken down.

use super::Asset;
use crate::{
    base::{Languages, PerLang, Spanned},
    diag::{Diagnostic, codes},
    record::reader::{self, Fields},
};

/// What a site says of its looks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Design {
    /// Colours by the theme's names for them.
    pub colours: Vec<Colour>,
    /// Faces to be tried first, in each language.
    pub faces: PerLang<Vec<Spanned<String>>>,
    /// Faces that the site brings along.
    pub fonts: Vec<Font>,
    /// The emblem before the site's title.
    pub logo: Option<Logo>,
    /// Files of faces, below the theme's folder, with which cards for previews are drawn.
    pub card: Vec<Spanned<String>>,
    /// A line under the site's title.
    pub header: PerLang<String>,
    /// A paragraph at the foot of every page.
    pub footer: PerLang<String>,
    /// Links to other sites at the foot of every page.
    pub links: Vec<OuterLink>,
}

/// A colour in the light and the dark scheme; what is not given stays the theme's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colour {
    /// The theme's name for it.
    pub name: Spanned<String>,
    /// In the light scheme.
    pub light: Option<Spanned<String>>,
    /// In the dark scheme.
    pub dark: Option<Spanned<String>>,
}

/// A file with a face.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Font {
    /// The name of the face.
    pub family: Spanned<String>,
    /// The file, below the theme's folder.
    pub file: Spanned<String>,
    /// The weight, or two for a range of them.
    pub weight: Option<Spanned<String>>,
    /// The characters for which it is fetched: `U+0600-06FF`.
    pub range: Option<Spanned<String>>,
}

/// An emblem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo {
    /// The file, below `content/`.
    pub file: Spanned<String>,
    /// What it shows.
    pub alt: PerLang<String>,
}

/// A link to another site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OuterLink {
    /// Its words.
    pub label: PerLang<String>,
    /// Where it leads.
    pub url: String,
}

/// Reads `design:`.
pub(super) fn read(fields: &mut Fields<'_, '_>, languages: &Languages) -> Design {
    let Some(mut keys) = fields.nested("design") else { return Design::default() };
    let colours = colours(&mut keys);
    let faces = faces(&mut keys, languages);
    let fonts = fonts(&mut keys);
    let logo = logo(&mut keys, languages);
    let card = keys.nested("card").map(|mut inner| {
        inner.missing("fonts");
        let fonts = inner.list("fonts");
        inner.finish();
        fonts
    });
    let header = keys.nested("header").map(|mut inner| {
        let text = texts(&mut inner, "text", languages);
        inner.finish();
        text
    });
    let (footer, links) = footer(&mut keys, languages);
    keys.finish();
    Design {
        colours,
        faces,
        fonts,
        logo,
        card: card.unwrap_or_default(),
        header: header.unwrap_or_default(),
        footer,
        links,
    }
}

fn texts(keys: &mut Fields<'_, '_>, name: &'static str, languages: &Languages) -> PerLang<String> {
    super::config::site_texts(keys, name, languages)
}

fn colours(keys: &mut Fields<'_, '_>) -> Vec<Colour> {
    let Some(mut inner) = keys.nested("colours") else { return Vec::new() };
    let mut out = Vec::new();
    for (name, node) in inner.each() {
        let mut shades = Fields::new(node, inner.sink());
        let (light, dark) = (shades.text("light"), shades.text("dark"));
        shades.finish();
        out.push(Colour { name: name.clone(), light, dark });
    }
    out
}

fn faces(keys: &mut Fields<'_, '_>, languages: &Languages) -> PerLang<Vec<Spanned<String>>> {
    let Some(mut inner) = keys.nested("faces") else { return PerLang::default() };
    let mut out = PerLang::default();
    for (tag, node) in inner.each() {
        let Some(lang) = languages.find(&tag.value) else {
            inner.sink().push(reader::unknown_language(tag, languages));
            continue;
        };
        let names = reader::items(node, inner.sink());
        let names = names.into_iter().filter_map(|it| reader::text(it, inner.sink())).map(|it| it.map(str::to_owned));
        out.set(lang, names.collect());
    }
    out
}

fn fonts(keys: &mut Fields<'_, '_>) -> Vec<Font> {
    let mut out = Vec::new();
    for node in keys.mappings("fonts") {
        let mut inner = Fields::new(node, keys.sink());
        let (family, file) = (inner.required_text("family"), inner.required_text("file"));
        let (weight, range) = (inner.text("weight"), inner.text("range"));
        inner.finish();
        if let (Some(family), Some(file)) = (family, file) {
            out.push(Font { family, file, weight, range });
        }
    }
    out
}

fn logo(keys: &mut Fields<'_, '_>, languages: &Languages) -> Option<Logo> {
    let mut inner = keys.nested("logo")?;
    let file = inner.required_text("file");
    inner.missing("alt");
    let alt = texts(&mut inner, "alt", languages);
    inner.finish();
    Some(Logo { file: file?, alt })
}

/// Finds the file of an emblem.
pub(super) fn find_logo(logo: &Logo, assets: &[Asset], sink: &mut Vec<Diagnostic>) -> Option<usize> {
    let found = assets.iter().position(|it| *it.path == *logo.file.value && it.dimensions.is_some());
    if found.is_none() {
        let fault = Diagnostic::at(&codes::site::NO_FILE, logo.file.span).with("file", logo.file.value.as_str());
        let pictures = assets.iter().filter(|it| it.dimensions.is_some()).map(|it| &*it.path);
        sink.push(fault.with("folder", "content").nearest(&logo.file.value, pictures));
    }
    found
}

fn footer(keys: &mut Fields<'_, '_>, languages: &Languages) -> (PerLang<String>, Vec<OuterLink>) {
    let Some(mut inner) = keys.nested("footer") else { return (PerLang::default(), Vec::new()) };
    let text = texts(&mut inner, "text", languages);
    let mut links = Vec::new();
    for node in inner.mappings("links") {
        let mut link = Fields::new(node, inner.sink());
        link.missing("label");
        let label = texts(&mut link, "label", languages);
        link.missing("url");
        let url = super::config::web_address(&mut link, "url");
        link.finish();
        links.extend(url.map(|url| OuterLink { label, url }));
    }
    inner.finish();
    (text, links)
}
