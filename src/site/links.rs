//! Links and images in texts: what each means.

use std::{borrow::Cow, collections::BTreeMap};

use rayon::prelude::*;

use super::{
    lookup::{KeyMatch, Lookup},
    pages::{Page, PageId, PageKind, Text},
    records::RecordEntry,
};
use crate::{
    base::{Lang, Languages, PerLang},
    markdown::Target,
};

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkTarget {
    /// A page of the site, perhaps at a place on it.
    Page {
        /// The page.
        page: PageId,
        /// The id of the place.
        fragment: Option<String>,
    },
    /// A copied file, perhaps at a place in it.
    Asset {
        /// The file.
        asset: usize,
        /// The place: `page=4` of a PDF.
        fragment: Option<String>,
    },
    /// A place on the same page.
    Here(String),
    /// An address outside, or none at all.
    External,
    /// A page, named by its address in the finished site.
    Address(PageId),
    /// Several pages.
    Ambiguous(Vec<PageId>),
    /// A place outside the site's folder.
    Outside,
    /// Nothing.
    Nowhere,
}

/// The file that an image shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ResolvedImage(pub usize);

/// Finds the target of every link and image.
pub(super) fn resolve(pages: &mut [Page], records: &mut [RecordEntry], lookup: &Lookup, languages: &Languages) {
    let resolve_all = |texts: &mut PerLang<Text>| {
        for lang in languages.iter() {
            if let Some(text) = texts.get_mut(lang) {
                resolve_text(text, lookup, languages);
            }
        }
    };
    pages.par_iter_mut().for_each(|page| resolve_all(&mut page.texts));
    records.par_iter_mut().for_each(|record| record.prose.iter_mut().for_each(|(_, _, texts)| resolve_all(texts)));
}

fn resolve_text(text: &mut Text, lookup: &Lookup, languages: &Languages) {
    let path = text.path.clone();
    let folder = folder(&path);
    text.links = text.document.links.iter().map(|it| target(&it.target, folder, lookup, languages)).collect();
    text.images = text.document.images.iter().map(|it| image(&it.target, folder, lookup)).collect();
}

fn target(target: &Target, folder: &str, lookup: &Lookup, languages: &Languages) -> LinkTarget {
    match target {
        Target::External(_) | Target::Refused => LinkTarget::External,
        Target::Fragment(fragment) => LinkTarget::Here(fragment.value.clone()),
        Target::Key { key, fragment, .. } => match lookup.key(&key.value) {
            KeyMatch::One(page) => LinkTarget::Page { page, fragment: fragment.as_ref().map(|it| it.value.clone()) },
            KeyMatch::Many(pages) => LinkTarget::Ambiguous(pages),
            KeyMatch::None => LinkTarget::Nowhere,
        },
        Target::Address { path, fragment } => {
            address(&path.value, fragment.as_ref().map(|it| it.value.clone()), folder, lookup, languages)
        }
    }
}

fn image(target: &Target, folder: &str, lookup: &Lookup) -> Option<ResolvedImage> {
    let Target::Address { path, .. } = target else { return None };
    join(folder, &decoded(&path.value)).and_then(|path| lookup.asset(&path)).map(ResolvedImage)
}

fn address(path: &str, fragment: Option<String>, folder: &str, lookup: &Lookup, languages: &Languages) -> LinkTarget {
    if path.is_empty() {
        // `[text]()` leads nowhere, as `markdown` has said.
        return fragment.map_or(LinkTarget::External, LinkTarget::Here);
    }
    let path = path.split('?').next().unwrap_or(path);
    let path = decoded(path);
    let path = &*path;
    let Some(joined) = join(folder, path) else { return LinkTarget::Outside };
    if let Some(asset) = lookup.asset(&joined) {
        return LinkTarget::Asset { asset, fragment };
    }
    let stem = stem(&joined, languages);
    let found = if stem.len() < joined.len() { lookup.source(stem) } else { None };
    let is_folder = matches!(path.rsplit('/').next(), Some("" | "." | ".."));
    let found = found.or_else(|| if is_folder || stem.len() < joined.len() { lookup.path(stem) } else { None });
    // A file that a link names with its language must be there: its counterpart is another file.
    let is_missing = names_language(&joined, languages) && !lookup.has_text(&joined);
    match found {
        Some(_) if is_missing => LinkTarget::Nowhere,
        Some(page) => LinkTarget::Page { page, fragment },
        None => match by_address(path, &joined, lookup, languages) {
            Some(page) => LinkTarget::Address(page),
            None => LinkTarget::Nowhere,
        },
    }
}

/// Cuts `.md`, `.yaml` and a language off a path.
fn stem<'a>(path: &'a str, languages: &Languages) -> &'a str {
    let Some(cut) = path.strip_suffix(".md").or_else(|| path.strip_suffix(".yaml")) else { return path };
    match cut.rsplit_once('.') {
        Some((name, tag)) if languages.find(tag).is_some() => name,
        _ => cut,
    }
}

/// Tells whether a path names a Markdown file of one language: `x.en.md`.
fn names_language(path: &str, languages: &Languages) -> bool {
    let tag = path.strip_suffix(".md").and_then(|it| it.rsplit_once('.')).map(|(_, tag)| tag);
    tag.is_some_and(|it| languages.find(it).is_some())
}

/// Finds the page that an author named by its address in the finished site.
fn by_address(path: &str, joined: &str, lookup: &Lookup, languages: &Languages) -> Option<PageId> {
    let plain = joined.trim_matches('/');
    let without = plain.split_once('/').filter(|(tag, _)| languages.find(tag).is_some()).map(|(_, rest)| rest);
    let absolute = path.strip_prefix('/').map(|it| it.trim_matches('/'));
    [Some(plain), without, absolute]
        .into_iter()
        .flatten()
        .find_map(|it| lookup.path(it.trim_end_matches("/index.html")))
}

/// Reads `%D8%AE` as the letter that it stands for: editors' tools write Arabic names so. No name holds a percent sign.
fn decoded(path: &str) -> Cow<'_, str> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path;
    while let Some((before, after)) = rest.split_once('%') {
        bytes.extend_from_slice(before.as_bytes());
        match after.get(..2).and_then(|it| u8::from_str_radix(it, 16).ok()) {
            Some(byte) => bytes.push(byte),
            None => return Cow::Borrowed(path),
        }
        rest = &after[2..];
    }
    bytes.extend_from_slice(rest.as_bytes());
    String::from_utf8(bytes).map_or(Cow::Borrowed(path), Cow::Owned)
}

/// Returns the folder of a file below `content/`.
fn folder(path: &str) -> &str {
    let inner = path.strip_prefix("content/").unwrap_or(path);
    inner.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// Joins a relative path to a folder; nothing when it leaves `content/`.
pub fn join(folder: &str, path: &str) -> Option<String> {
    let (start, rest) = match path.strip_prefix('/') {
        Some(rest) => ("", rest),
        None => (folder, path),
    };
    let mut parts: Vec<&str> = start.split('/').filter(|it| !it.is_empty()).collect();
    for part in rest.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

/// Collects, for each record page, the pages whose texts link to it.
pub(super) fn mentions(pages: &[Page], records: &[RecordEntry]) -> BTreeMap<PageId, Vec<PageId>> {
    let mut out: BTreeMap<PageId, Vec<PageId>> = BTreeMap::new();
    for (page, id) in pages.iter().zip(0u32..).filter(|(it, _)| !it.is_draft) {
        let own = page.texts.iter().map(|(_, it)| it);
        let prose = match page.kind {
            PageKind::Record(record) => records[record.index()].prose.as_slice(),
            _ => &[],
        };
        let texts = own.chain(prose.iter().flat_map(|(_, _, it)| it.iter().map(|(_, text)| text)));
        for link in texts.flat_map(|it| &it.links) {
            let LinkTarget::Page { page: target, .. } = link else { continue };
            if target.0 == id || !matches!(pages[target.index()].kind, PageKind::Record(_)) {
                continue;
            }
            let list = out.entry(*target).or_default();
            if list.last() != Some(&PageId(id)) {
                list.push(PageId(id));
            }
        }
    }
    out
}

impl Text {
    /// Returns the folder of the text below `content/`.
    pub fn folder(&self) -> &str {
        folder(&self.path)
    }
}

impl Page {
    /// Tells whether a place with this id exists on the page in a language.
    pub fn has_fragment(&self, lang: Lang, fragment: &str) -> bool {
        self.texts.get(lang).is_some_and(|it| it.document.block(fragment).is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::{decoded, join};

    #[test]
    fn percent_signs_are_read_where_they_stand_for_letters() {
        assert_eq!(decoded("%D8%AE%D8%B7%D8%A9.txt"), "خطة.txt");
        for other in ["a.md", "100%", "a%2", "%zz", "%FF.md", "%é"] {
            assert_eq!(decoded(other), other);
        }
    }

    #[test]
    fn paths_join_below_content_only() {
        assert_eq!(join("a/b", "../c/d.md").as_deref(), Some("a/c/d.md"));
        assert_eq!(join("", "x.md").as_deref(), Some("x.md"));
        assert_eq!(join("a", "/x.md").as_deref(), Some("x.md"));
        assert_eq!(join("a", "../../x.md"), None);
    }
}
