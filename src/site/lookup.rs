//! Names that authors write, to the pages, records and files that they mean.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use super::{Asset, Page, PageId, PageKind, RecordEntry, RecordId};
use crate::{diag::nearest, record::Kinds};

/// What a `[[key]]` means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyMatch {
    /// Nothing.
    None,
    /// One page.
    One(PageId),
    /// Several pages; the author must name a path.
    Many(Vec<PageId>),
}

/// What a reference to a record means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RefMatch {
    /// Nothing.
    None,
    /// One record.
    One(RecordId),
    /// Records of several kinds.
    Many(Vec<RecordId>),
}

/// The names of the site.
#[derive(Debug, Default)]
pub struct Lookup {
    by_key: BTreeMap<Arc<str>, Vec<PageId>>,
    by_path: BTreeMap<Arc<str>, PageId>,
    by_source: BTreeMap<String, PageId>,
    records: BTreeMap<Arc<str>, Vec<Named>>,
    kinds: BTreeMap<Arc<str>, usize>,
    assets: BTreeMap<Arc<str>, usize>,
    texts: BTreeSet<Arc<str>>,
    /// Pages by their titles in small letters, for hints.
    by_title: BTreeMap<String, PageId>,
}

/// A record under its key.
#[derive(Clone, Copy, Debug)]
struct Named {
    kind: usize,
    id: RecordId,
    page: PageId,
}

impl Lookup {
    /// `texts` are the paths of the Markdown files, drafts included.
    pub(super) fn new(
        pages: &[Page],
        records: &[RecordEntry],
        kinds: &Kinds,
        assets: &[Asset],
        texts: BTreeSet<Arc<str>>,
    ) -> Self {
        let mut out = Self { texts, ..Self::default() };
        for (page, id) in pages.iter().zip(0u32..) {
            out.page(page, PageId(id));
        }
        for (entry, id) in records.iter().zip(0u32..) {
            let key: Arc<str> = entry.record.key.value.as_str().into();
            let folder = entry.folder();
            let beside = if folder.is_empty() { key.to_string() } else { format!("{folder}/{key}") };
            out.by_source.entry(beside).or_insert(entry.page);
            let named = Named { kind: entry.kind, id: RecordId(id), page: entry.page };
            out.records.entry(key).or_default().push(named);
        }
        for (rank, kind) in kinds.iter().enumerate() {
            out.kinds.insert(kind.name.value.as_str().into(), rank);
        }
        for (rank, asset) in assets.iter().enumerate() {
            out.assets.insert(asset.path.clone(), rank);
        }
        out
    }

    fn page(&mut self, page: &Page, id: PageId) {
        let leaf = page.path.rsplit('/').next().unwrap_or_default();
        if !leaf.is_empty() {
            self.by_key.entry(leaf.into()).or_default().push(id);
        }
        self.by_path.insert(page.path.clone(), id);
        for (_, title) in page.titles.iter() {
            self.by_title.entry(title.to_lowercase()).or_insert(id);
        }
        let source = match page.kind {
            PageKind::Home => "index".to_owned(),
            PageKind::Folder { .. } => format!("{}/index", page.path),
            _ => page.path.to_string(),
        };
        self.by_source.insert(source, id);
    }

    /// Finds what `[[key]]`, `[[path/key]]` or `[[kind/key]]` means.
    pub fn key(&self, name: &str) -> KeyMatch {
        let name = name.trim_matches('/');
        let by_path = || self.by_path.get(name).or_else(|| self.by_source.get(name));
        if let Some(id) = name.contains('/').then(by_path).flatten() {
            return KeyMatch::One(*id);
        }
        if let Some((kind, key)) = name.split_once('/')
            && let (Some(kind), Some(found)) = (self.kinds.get(kind), self.records.get(key))
            && let Some(named) = found.iter().find(|it| it.kind == *kind)
        {
            return KeyMatch::One(named.page);
        }
        match self.by_key.get(name).map(Vec::as_slice) {
            Some([one]) => KeyMatch::One(*one),
            Some(many) if !many.is_empty() => KeyMatch::Many(many.to_vec()),
            _ => KeyMatch::None,
        }
    }

    /// Finds a page by its path below the language.
    pub fn path(&self, path: &str) -> Option<PageId> {
        self.by_path.get(path.trim_matches('/')).copied()
    }

    /// Finds a page by the path of its source below `content/`, without `.md`, `.yaml` or language.
    pub fn source(&self, stem: &str) -> Option<PageId> {
        self.by_source.get(stem).copied()
    }

    /// Tells whether there is a Markdown file at a path below `content/`.
    pub fn has_text(&self, path: &str) -> bool {
        self.texts.contains(&*format!("content/{path}"))
    }

    /// Finds a file that is copied.
    pub fn asset(&self, path: &str) -> Option<usize> {
        self.assets.get(path).copied()
    }

    /// Finds the record that a field refers to by `key` or `kind/key`, among kinds (all, when none is named).
    pub fn record(&self, name: &str, among: &[usize]) -> RefMatch {
        let (kind, key) = match name.split_once('/') {
            Some((kind, key)) => (Some(kind), key),
            None => (None, name),
        };
        let Some(found) = self.records.get(key) else { return RefMatch::None };
        let named = kind.map(|it| self.kinds.get(it).copied());
        let fits = |rank: usize| match named {
            Some(named) => named == Some(rank),
            None => among.is_empty() || among.contains(&rank),
        };
        let mut fitting: Vec<RecordId> = found.iter().filter(|it| fits(it.kind)).map(|it| it.id).collect();
        match fitting.len() {
            0 => RefMatch::None,
            1 => RefMatch::One(fitting.remove(0)),
            _ => RefMatch::Many(fitting),
        }
    }

    /// Returns the index of a kind.
    pub fn kind(&self, name: &str) -> Option<usize> {
        self.kinds.get(name).copied()
    }

    /// Lists the names of the kinds, for hints.
    pub fn kind_names(&self) -> impl Iterator<Item = &str> {
        self.kinds.keys().map(|it| &**it)
    }

    /// Finds the page that an author called by its title, in any language, instead of by its name.
    pub fn titled(&self, title: &str) -> Option<PageId> {
        let title = title.trim().to_lowercase();
        let near = || self.by_title.get(nearest(&title, self.by_title.keys().map(String::as_str))?);
        self.by_title.get(&title).or_else(near).copied()
    }

    /// Lists every key, for hints.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.by_key.keys().map(|it| &**it)
    }

    /// Lists the keys of records among kinds, for hints.
    pub fn record_keys<'a>(&'a self, among: &'a [usize]) -> impl Iterator<Item = &'a str> {
        let fits = |list: &[Named]| among.is_empty() || list.iter().any(|it| among.contains(&it.kind));
        self.records.iter().filter(move |(_, list)| fits(list)).map(|(key, _)| &**key)
    }

    /// Lists every page path, for hints.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.by_path.keys().map(|it| &**it)
    }

    /// Lists every source path, for hints.
    pub fn sources(&self) -> impl Iterator<Item = &str> {
        self.by_source.keys().map(String::as_str)
    }

    /// Lists every copied file, for hints.
    pub fn asset_paths(&self) -> impl Iterator<Item = &str> {
        self.assets.keys().map(|it| &**it)
    }
}
