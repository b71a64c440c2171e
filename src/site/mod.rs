//! The whole site as immutable values: pages, records, relations, navigation, addresses.
//!
//! `assemble` joins parsed files into a `Site`; afterwards nothing changes any more. Knows nothing of themes, outputs or disks.

mod aliases;
mod build;
mod config;
mod cuts;
mod design;
mod front;
mod halves;
mod indexes;
mod links;
mod lookup;
mod navigation;
mod order;
mod pages;
mod pairs;
mod parallel;
mod policies;
mod records;
mod relations;
mod terms;
mod texts;
pub mod translations;
mod words;

use std::{collections::BTreeMap, sync::Arc};

pub use aliases::Alias;
pub use config::{Around, Citations, Config, IDENTITIES, Level, License, NavItem, read as read_config};
pub use design::{Design, Logo, OuterLink};
pub use front::{Meta, read as read_front};
pub use halves::{Half, Named, pair};
pub use indexes::{Indexes, Letter, YearGroup};
pub use links::{LinkTarget, join};
pub use lookup::{KeyMatch, Lookup, RefMatch};
pub use navigation::{HomeChoice, NavEntry};
pub use pages::{Cut, FacetValue, Page, PageId, PageKind, PageRef, Part, Text};
pub use pairs::{Pair, Shape, pairs};
pub use parallel::PARALLEL;
pub use policies::ByFolder;
pub use records::{RecordEntry, RecordId};
pub use relations::{Incoming, Outgoing};
pub use terms::{Form, Mention, Status, Term, Termbase, Use};
pub use translations::{Lock, Translations, lock::read as read_lock};

use crate::{
    base::{FileId, Lang, Languages, Route, Span, Spanned},
    diag::{Checked, Diagnostic, codes},
    locale::Locales,
    markdown::Document,
    record::{Kind, Kinds, Node},
};

/// One parsed source file. A copy is cheap: builds that follow each other share what did not change.
#[derive(Clone, Debug)]
pub enum Parsed {
    /// A Markdown text.
    Text {
        /// The file.
        file: FileId,
        /// Its path below the site's folder.
        path: Arc<str>,
        /// The text.
        document: Arc<Document>,
        /// Its front matter, if any.
        front: Option<Arc<Spanned<Node>>>,
    },
    /// A YAML file.
    Data {
        /// The file.
        file: FileId,
        /// Its path below the site's folder.
        path: Arc<str>,
        /// Its content, if it is not empty and could be read.
        node: Option<Arc<Spanned<Node>>>,
    },
}

/// A file that texts link to and that is copied as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Path below `content/`.
    pub path: Arc<str>,
    /// Size in bytes.
    pub size: u64,
    /// Width and height in CSS pixels, if it is an image.
    pub dimensions: Option<(u32, u32)>,
}

/// Returns the address at which a copied file is served.
pub fn asset_route(asset: &Asset) -> Route {
    Route(format!("files/{}", asset.path))
}

/// Everything that the author wrote, joined. Immutable.
#[derive(Debug)]
pub struct Site {
    /// What `site.yaml` says.
    pub config: Config,
    /// The kinds of record.
    pub kinds: Kinds,
    /// The records, by kind and key.
    pub records: Vec<RecordEntry>,
    /// The pages. Drafts are among them and marked.
    pub pages: Vec<Page>,
    /// What was navigation in `site.yaml`, or the folders and kinds.
    pub navigation: Vec<NavEntry>,
    /// What the home page shows first.
    pub home: HomeChoice,
    /// Pages linked at the foot of every page.
    pub footer: Vec<PageId>,
    /// The emblem before the site's title, as a rank among the assets.
    pub logo: Option<usize>,
    /// Earlier addresses that lead to pages.
    pub aliases: Vec<Alias>,
    /// Files copied as they are, by path.
    pub assets: Vec<Asset>,
    /// A-Z and by-year indexes.
    pub indexes: Indexes,
    /// Names to pages, records and files.
    pub lookup: Lookup,
    /// The texts that link to a page, per page.
    pub mentions: BTreeMap<PageId, Vec<PageId>>,
    /// How the languages stand to each other; only where a lock was given.
    pub translations: Option<Translations>,
    /// The names that records have, and what they are worth.
    pub termbase: Termbase,
}

/// What `assemble` needs beside the parsed files.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// Interface languages with collation and formats.
    pub locales: &'a Locales,
    /// Whether drafts are published.
    pub drafts: bool,
    /// What was accepted as translated; nothing is compared without it.
    pub lock: Option<&'a Lock>,
}

/// Joins parsed files into the site.
pub fn assemble(config: Config, parsed: Vec<Parsed>, assets: Vec<Asset>, context: Context<'_>) -> Checked<Site> {
    let mut sink = Vec::new();
    let files = sort_files(parsed, &mut sink);
    let path = |it: &Parsed| match it {
        Parsed::Text { path, .. } | Parsed::Data { path, .. } => path.clone(),
    };
    let names = files.texts.iter().map(path).collect();
    let kinds = records::kinds(&files.kinds, &config.languages, &mut sink);
    let mut records = records::read(&files.data, &kinds, &config.languages, &mut sink);
    let texts = texts::read(files.texts, &config, &mut sink);
    let mut pages = build::build(&config, &kinds, &mut records, texts, context, &mut sink);
    let translations = context.lock.map(|lock| {
        let values = translations::values::read(&files.data, &config.languages);
        translations::read(lock, &mut pages, (&records, &kinds), values, &config.languages, &mut sink)
    });
    records::rank(&mut records, &kinds, &config, context.locales);
    let lookup = Lookup::new(&pages, &records, &kinds, &assets, names);
    relations::resolve(&mut records, &pages, &kinds, &lookup);
    links::resolve(&mut pages, &mut records, &lookup, &config.languages);
    order::fill(&mut pages, &records, &config, context.locales);
    let mentions = links::mentions(&pages, &records);
    let termbase = Termbase::new(&records, &pages, &kinds, &config);
    termbase.scan(&mut pages, &mut records);
    let aliases = aliases::collect(&pages, &records, &config, &mut sink);
    let indexes = Indexes::new(&mut pages, &config, context.locales);
    cuts::add(&mut pages, &records, &kinds, &config);
    let navigation = navigation::build(&config, &pages, &lookup, &mut sink);
    let home = navigation::home(&config, &pages, &lookup, &mut sink);
    navigation::check_lists(&pages, &lookup, &mut sink);
    let footer = navigation::targets(&config.footer, &pages, &lookup, &mut sink);
    config.translations.check(&lookup, &mut sink);
    config.fallback.check(&lookup, &mut sink);
    let logo = config.design.logo.as_ref().and_then(|it| design::find_logo(it, &assets, &mut sink));
    let site = Site {
        config,
        kinds,
        records,
        pages,
        navigation,
        home,
        footer,
        logo,
        aliases,
        assets,
        indexes,
        lookup,
        mentions,
        translations,
        termbase,
    };
    Checked::new(site, sink)
}

struct Files {
    kinds: Vec<(Arc<str>, Arc<Spanned<Node>>)>,
    data: Vec<(Arc<str>, Arc<Spanned<Node>>)>,
    texts: Vec<Parsed>,
}

fn sort_files(parsed: Vec<Parsed>, sink: &mut Vec<Diagnostic>) -> Files {
    let mut files = Files { kinds: Vec::new(), data: Vec::new(), texts: Vec::new() };
    for it in parsed {
        match it {
            Parsed::Data { path, node: Some(node), .. } if path.starts_with("content/kinds/") => {
                files.kinds.push((path, node))
            }
            Parsed::Data { path, node: Some(node), .. } if &*path != "content/site.yaml" => {
                files.data.push((path, node))
            }
            // A record or kind that was never written, or lost.
            Parsed::Data { file, path, .. } if &*path != "content/site.yaml" => {
                sink.push(Diagnostic::at(&codes::yaml::MISSING_KEY, Span::start_of(file)).with("key", "kind"));
            }
            Parsed::Data { .. } => {}
            text @ Parsed::Text { .. } => files.texts.push(text),
        }
    }
    files
}

impl Site {
    /// Returns the languages of the site.
    pub fn languages(&self) -> &Languages {
        &self.config.languages
    }

    /// Returns a page.
    pub fn page(&self, id: PageId) -> &Page {
        &self.pages[id.index()]
    }

    /// Returns a record.
    pub fn record(&self, id: RecordId) -> &RecordEntry {
        &self.records[id.index()]
    }

    /// Returns the kind of a record.
    pub fn kind_of(&self, id: RecordId) -> &Kind {
        &self.kinds.all()[self.record(id).kind]
    }

    /// Lists the published pages with their ids.
    pub fn published(&self) -> impl Iterator<Item = (PageId, &Page)> {
        self.pages.iter().zip(0u32..).map(|(page, id)| (PageId(id), page)).filter(|(_, page)| !page.is_draft)
    }

    /// Lists every page to render: each part of each published page in each language in which it exists.
    pub fn units(&self) -> Vec<PageRef> {
        let mut out = Vec::new();
        for (id, page) in self.published() {
            for lang in self.languages().iter().filter(|it| page.address(*it).is_some()) {
                let parts = page.parts.get(lang).map_or(1, |it| it.len().max(1));
                out.extend((0..parts).map(|part| PageRef { page: id, lang, part }));
            }
        }
        out
    }

    /// Returns the title of a page in a language.
    pub fn title(&self, id: PageId, lang: Lang) -> &str {
        self.page(id).title(lang)
    }

    /// Lists where a page stands in each language, itself included, and where readers of other languages are sent;
    /// nothing for a page without a twin, or that stands in for one. The start pages have the root in common, which names all languages.
    pub fn alternates(&self, unit: PageRef) -> Vec<(&str, Route)> {
        let page = self.page(unit.page);
        let twins = if page.exists_in(unit.lang) { page.counterparts(unit) } else { Vec::new() };
        let default = match twins.as_slice() {
            _ if page.kind == PageKind::Home => Route::default(),
            [(_, first), _, ..] => first.clone(),
            _ => return Vec::new(),
        };
        let tagged = twins.iter().map(|(lang, it)| (self.languages().tag(*lang), it.clone()));
        tagged.chain([("x-default", default)]).collect()
    }

    /// Returns the language-neutral, permanent address of a record.
    pub fn identity_route(&self, id: RecordId) -> Route {
        Route(format!("{IDENTITIES}/{}/{}/", self.kind_of(id).name.value, self.record(id).record.key.value))
    }

    /// Tells whether a language has anything that belongs into a feed.
    pub fn has_feed(&self, lang: Lang) -> bool {
        self.indexes.dated.get(lang).is_some_and(|it| !it.is_empty())
    }

    /// Lists the indexes that hold something in a language.
    pub fn index_pages(&self, lang: Lang) -> impl Iterator<Item = PageId> {
        let has_letters = self.indexes.letters.get(lang).is_some_and(|it| !it.is_empty());
        let has_years = self.indexes.years.get(lang).is_some_and(|it| !it.is_empty());
        let kinds = [(PageKind::Letters, has_letters), (PageKind::Years, has_years)];
        kinds.into_iter().filter(|(_, is_filled)| *is_filled).filter_map(|(kind, _)| self.only(kind))
    }

    /// Returns the page of a kind of which every site has one.
    pub fn only(&self, kind: PageKind) -> Option<PageId> {
        self.published().find(|(_, page)| page.kind == kind).map(|(id, _)| id)
    }

    /// Lists the published records of one kind as the default language orders them.
    pub fn records_of(&self, kind: usize) -> Vec<RecordId> {
        let of_kind = self.records.iter().zip(0u32..).filter(|(it, _)| it.kind == kind && !self.page(it.page).is_draft);
        let mut out: Vec<RecordId> = of_kind.map(|(_, id)| RecordId(id)).collect();
        out.sort_by_key(|it| self.record(*it).ranks.get(Lang(0)).copied());
        out
    }
}

/// Reports a diagnostic unless the same is already there.
fn push_once(sink: &mut Vec<Diagnostic>, diagnostic: Diagnostic) {
    if !sink.contains(&diagnostic) {
        sink.push(diagnostic);
    }
}

#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
