//! Sites of a few lines, for the tests of this module and of those above it.

use super::{Around, Context, Lang, PageId, Parsed, Site, assemble, read_config};
use crate::{
    base::{FileId, Span},
    diag::Diagnostic,
    locale::Locales,
    markdown, record,
};

/// The least site file of two languages.
const SITE: &str = "title: {ar: قاعدة معارف, en: Knowledge base}\nlanguages: [{tag: ar, dir: rtl}, {tag: en, dir: ltr}]\nbase: https://example.org/kb/\n";

/// The default language of these sites.
pub(crate) const AR: Lang = Lang(0);
/// Their other language.
pub(crate) const EN: Lang = Lang(1);

/// A kind with a title and what else it is given.
pub(crate) fn kind(name: &str, more: &str) -> String {
    format!(
        "kind: {name}\nlabel: {{ar: {name}, en: {name}}}\nplural: {{ar: {name}, en: {name}}}\npath: {name}s\n{more}\nfields:\n  title: {{type: text, translated: true, required: true, dated: true}}\n  date: {{type: date}}\n  founded: {{type: date}}\n  number: {{type: integer}}\n  parent: {{type: ref, to: [{name}]}}\n  see: {{type: refs, to: [{name}]}}\n"
    )
}

/// A site with its words.
pub(crate) struct Made {
    pub site: Site,
    pub locales: Locales,
    pub found: Vec<Diagnostic>,
}

/// Makes a site of files below `content/`; a `site.yaml` among them takes the place of the usual one.
pub(crate) fn made(files: &[(&str, &str)]) -> Made {
    let mut found = Vec::new();
    let all = files.iter().copied().chain([("site.yaml", SITE)]);
    let parsed: Vec<Parsed> = all.zip(0u32..).map(|(file, rank)| parse(file, FileId(rank), &mut found)).collect();
    let of_site = parsed.iter().find_map(|it| match it {
        Parsed::Data { path, node, .. } if &**path == "content/site.yaml" => node.as_deref(),
        _ => None,
    });
    let config = read_config(of_site, Span::default(), Around::default()).take(&mut found);
    let locales = Locales::new(&config.languages, &config.formats, &[]).take(&mut found);
    let context = Context { locales: &locales, drafts: false, lock: None };
    let site = assemble(config, parsed, Vec::new(), context).take(&mut found);
    Made { site, locales, found }
}

/// Makes a site without mistakes.
#[track_caller]
pub(crate) fn clean(files: &[(&str, &str)]) -> Made {
    let made = made(files);
    assert!(made.found.is_empty(), "{:?}", made.found);
    made
}

fn parse((path, text): (&str, &str), file: FileId, found: &mut Vec<Diagnostic>) -> Parsed {
    let full = format!("content/{path}").into();
    if !path.ends_with(".md") {
        let node = record::yaml::read(file, text, 0..text.len()).take(found).map(Into::into);
        return Parsed::Data { file, path: full, node };
    }
    let document = markdown::parse(file, text).take(found);
    let front = document.front_matter.and_then(|it| record::yaml::read(file, text, it.range()).take(found));
    Parsed::Text { file, path: full, document: document.into(), front: front.map(Into::into) }
}

impl Site {
    /// Returns the page at a path.
    #[track_caller]
    pub(crate) fn at(&self, path: &str) -> PageId {
        self.lookup.path(path).unwrap_or_else(|| panic!("there is a page `{path}`"))
    }

    /// Lists the titles of pages.
    pub(crate) fn titles<'a>(&'a self, pages: &[PageId], lang: Lang) -> Vec<&'a str> {
        pages.iter().map(|it| self.title(*it, lang)).collect()
    }

    /// Lists the titles of what a page lists.
    pub(crate) fn listed(&self, path: &str, lang: Lang) -> Vec<&str> {
        self.page(self.at(path)).children.get(lang).map_or_else(Vec::new, |it| self.titles(it, lang))
    }
}
