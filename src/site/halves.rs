//! One half of a text as it is laid beside the other: its units with the facts that both must hold.

use super::{
    LinkTarget, PageId, Site, Text,
    pairs::{Pair, Shape, pairs},
};
use crate::{
    base::{Fingerprint, Lang, Span},
    markdown::{Image, Target, Unit, UnitKind, outline},
    text::facts::{self, Facts},
};

/// One half of a text.
pub struct Half<'a> {
    /// The text.
    pub text: &'a Text,
    /// Its language.
    pub lang: Lang,
    /// Its units in reading order.
    pub units: Vec<Unit>,
    /// For each unit the facts of its parts.
    pub facts: Vec<Vec<Facts>>,
    around: Around<'a>,
}

/// What the links of a half are read by.
#[derive(Clone, Copy)]
struct Around<'a> {
    site: &'a Site,
    page: PageId,
    lang: Lang,
    text: &'a Text,
}

/// What a link or an image names, in one form for every language, and where.
pub type Named = (String, Span);

impl<'a> Half<'a> {
    /// Reads a half of the text of a page, or of a field of its record.
    pub fn new(site: &'a Site, page: PageId, lang: Lang, text: &'a Text) -> Self {
        let units = outline(&text.document);
        let around = Around { site, page, lang, text };
        let mut half = Self { text, lang, units, facts: Vec::new(), around };
        half.facts = half.units.iter().map(|unit| half.read(unit)).collect();
        half
    }

    /// Returns what stands for everything that a half says beyond the words of its file: the names of its blocks, of what it
    /// links to and of what it shows.
    pub fn around(site: &'a Site, page: PageId, lang: Lang, text: &'a Text) -> Fingerprint {
        let around = Around { site, page, lang, text };
        let blocks = text.document.blocks.iter().map(|it| (&it.id, it.is_given, it.is_known));
        let links = 0..text.document.links.len();
        let links = links.map(|it| (around.link(it).map(|it| it.0), around.title(it)));
        let images = (0..text.document.images.len()).map(|it| around.image(it).map(|it| it.0.0));
        Fingerprint::of(&(blocks.collect::<Vec<_>>(), links.collect::<Vec<_>>(), images.collect::<Vec<_>>()))
    }

    fn read(&self, unit: &Unit) -> Vec<Facts> {
        let part = |part: &crate::markdown::UnitPart| {
            let mut found = match unit.kind {
                UnitKind::Heading(_) => facts::read(&unnumbered(&part.text)),
                _ => facts::read(&part.text),
            };
            for rank in &part.links {
                if let Some(title) = self.around.title(*rank) {
                    found.imply(&facts::read(title));
                }
            }
            found
        };
        unit.parts.iter().map(part).collect()
    }

    /// Returns the id of a unit's block, and whether its author gave it.
    pub fn id(&self, unit: usize) -> (&str, bool) {
        let block = self.text.document.blocks.get(self.units[unit].block);
        block.map_or(("", false), |it| (&it.id, it.is_given))
    }

    /// Returns the words of a place in a part of a unit.
    pub fn place(&self, unit: usize, part: usize, range: &std::ops::Range<usize>) -> (Span, &str) {
        let part = &self.units[unit].parts[part];
        (part.place(&self.text.document, range), &part.text[range.clone()])
    }

    /// Lists what the links and bare web addresses of a part name.
    pub fn links(&self, unit: usize, part: usize) -> Vec<Named> {
        let words = &self.units[unit].parts[part];
        let linked: Vec<Named> = words.links.iter().filter_map(|it| self.around.link(*it)).collect();
        let bare = self.facts[unit][part].addresses.iter().map(|it| {
            let name = facts::address(&it.value, &self.around.tags());
            (name, words.place(&self.text.document, &it.at))
        });
        // The words of an address that is a link are the address once more.
        let bare: Vec<Named> = bare.filter(|(name, _)| !linked.iter().any(|(it, _)| it == name)).collect();
        linked.into_iter().chain(bare).collect()
    }

    /// Lists what the images of a part show.
    pub fn images(&self, unit: usize, part: usize) -> Vec<(Named, &Image)> {
        self.units[unit].parts[part].images.iter().filter_map(|it| self.around.image(*it)).collect()
    }

    /// Returns what finds the counterparts of the units.
    fn shapes(&self) -> Vec<Shape<'_>> {
        let shape = |unit: usize| {
            let of = &self.units[unit];
            let parts = 0..of.parts.len();
            let mut marks: Vec<String> = self.facts[unit].iter().flat_map(Facts::marks).collect();
            for part in parts {
                marks.extend(self.links(unit, part).into_iter().map(|(name, _)| format!("→{name}")));
                marks.extend(self.images(unit, part).into_iter().map(|((name, _), _)| format!("!{name}")));
            }
            marks.sort_unstable();
            let (id, is_given) = self.id(unit);
            let is_block = !matches!(of.kind, UnitKind::Row);
            let is_known = self.text.document.blocks.get(of.block).is_some_and(|it| it.is_known);
            Shape {
                kind: of.kind,
                id: (is_given && is_block).then_some(id),
                known: (is_known && is_block).then_some(id),
                marks,
                lengths: of.parts.iter().map(|it| it.text.chars().filter(|it| !it.is_whitespace()).count()).collect(),
                signs: signs(of.parts.iter().flat_map(|it| it.text.chars())),
            }
        };
        (0..self.units.len()).map(shape).collect()
    }
}

impl<'a> Around<'a> {
    fn link(&self, rank: usize) -> Option<Named> {
        let link = self.text.document.links.get(rank)?;
        let at = |page: PageId, fragment: Option<&str>| {
            let path = &self.site.page(page).path;
            fragment.map_or_else(|| path.to_string(), |it| format!("{path}#{it}"))
        };
        let name = match self.text.links.get(rank)? {
            LinkTarget::Page { page, fragment } => at(*page, fragment.as_deref()),
            LinkTarget::Address(page) => at(*page, None),
            LinkTarget::Here(fragment) => at(self.page, Some(fragment)),
            LinkTarget::Asset { asset, fragment } => {
                let path = facts::address(&self.site.assets[*asset].path, &self.tags());
                fragment.as_ref().map_or_else(|| path.clone(), |it| format!("{path}#{it}"))
            }
            LinkTarget::External | LinkTarget::Ambiguous(_) | LinkTarget::Outside | LinkTarget::Nowhere => {
                facts::address(written(&link.target), &self.tags())
            }
        };
        Some((name, link.span))
    }

    /// Returns the title that a link shows as its words.
    fn title(&self, rank: usize) -> Option<&'a str> {
        match (self.text.document.links.get(rank)?, self.text.links.get(rank)?) {
            (link, LinkTarget::Page { page, .. }) if link.wants_title() => Some(self.site.title(*page, self.lang)),
            _ => None,
        }
    }

    fn image(&self, rank: usize) -> Option<(Named, &'a Image)> {
        let image = self.text.document.images.get(rank)?;
        let path = match self.text.images.get(rank) {
            Some(Some(asset)) => &self.site.assets[asset.0].path,
            _ => written(&image.target),
        };
        Some(((facts::address(path, &self.tags()), image.span), image))
    }

    fn tags(&self) -> Vec<&'a str> {
        self.site.languages().0.iter().map(|it| &*it.tag).collect()
    }
}

/// Pairs the units of two halves.
pub fn pair(left: &Half<'_>, right: &Half<'_>) -> Vec<Pair> {
    pairs(&left.shapes(), &right.shapes())
}

fn written(target: &Target) -> &str {
    match target {
        Target::Address { path, .. } => &path.value,
        Target::Fragment(it) | Target::External(it) => &it.value,
        Target::Key { key, .. } => &key.value,
        Target::Refused => "",
    }
}

/// Counts the signs that both languages use alike.
fn signs(letters: impl Iterator<Item = char>) -> [u8; 6] {
    let mut out = [0u8; 6];
    for it in letters {
        let rank = match it {
            '?' | '؟' => 0,
            '«' | '“' => 1,
            '(' | '[' => 2,
            ':' => 3,
            ',' | '،' | ';' | '؛' => 4,
            '/' | '–' | '—' => 5,
            _ => continue,
        };
        out[rank] = out[rank].saturating_add(1);
    }
    out
}

/// Blanks the number before a heading; places stay.
fn unnumbered(text: &str) -> String {
    let rest = facts::without_numbering(text);
    format!("{}{rest}", " ".repeat(text.len() - rest.len()))
}
