//! A new name for a page or record: its files move, every link and reference follows, and the earlier address leads on.

use super::{Edits, Revision};
use crate::{
    base::{FileId, Key, Span, Spanned},
    markdown::Target,
    site::{KeyMatch, LinkTarget, NavItem, PageId, PageKind, RecordId, RefMatch, Site, Text, translations::lock},
    source::{SourceFile, Sources},
};

/// Why nothing is renamed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No page has the name; the nearest key.
    Unknown(Option<String>),
    /// Several pages have the name: their paths.
    Ambiguous(Vec<String>),
    /// The new name is none; one that is.
    BadName(String),
    /// A page has the new name already.
    Taken(PageId),
    /// The page is no text and no record: a list, an index, the home page.
    Fixed,
    /// A record keeps its folder: that of its kind.
    OtherFolder(String),
}

/// What a new name comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renamed {
    /// The earlier path.
    pub from: String,
    /// The new path.
    pub to: String,
    /// Files written and removed.
    pub revisions: Vec<Revision>,
    /// How many links and references follow.
    pub followed: usize,
    /// Its names in the lock of translations.
    pub names: Names,
}

/// Plans a new name. `old` is a key or a path; `new` a key, or for a text a whole path.
pub fn rename(site: &Site, sources: &Sources, old: &str, new: &str) -> Result<Renamed, Refusal> {
    let page = find(site, old)?;
    let from = site.page(page).path.to_string();
    let to = target_path(site, page, new)?;
    let mut work = Work { site, sources, page, edits: Edits::default(), followed: 0, from: &from, to: &to };
    work.links();
    work.references();
    work.site_file();
    work.alias();
    let moved = work.moved();
    work.rekey(&moved);
    let revisions = work.revisions(&moved);
    let names = Names::of(site, page, &from, &to);
    Ok(Renamed { revisions, followed: work.followed, names, from, to })
}

fn find(site: &Site, old: &str) -> Result<PageId, Refusal> {
    let name = old.trim_matches('/');
    let found =
        site.lookup.path(name).filter(|_| name.contains('/')).map_or_else(|| site.lookup.key(name), KeyMatch::One);
    match found {
        KeyMatch::One(page) if matches!(site.page(page).kind, PageKind::Text | PageKind::Record(_)) => Ok(page),
        KeyMatch::One(_) => Err(Refusal::Fixed),
        KeyMatch::Many(pages) => {
            Err(Refusal::Ambiguous(pages.iter().map(|it| site.page(*it).path.to_string()).collect()))
        }
        KeyMatch::None => Err(Refusal::Unknown(crate::diag::nearest(name, site.lookup.keys()).map(str::to_owned))),
    }
}

/// Returns the new path: a bare key keeps the folder.
fn target_path(site: &Site, page: PageId, new: &str) -> Result<String, Refusal> {
    let new = new.trim_matches('/');
    if !new.split('/').all(Key::is_valid) {
        return Err(Refusal::BadName(new.split('/').map(Key::suggest).collect::<Vec<_>>().join("/")));
    }
    let (folder, _) = split(&site.page(page).path);
    let to = if new.contains('/') { new.to_owned() } else { join(folder, new) };
    if matches!(site.page(page).kind, PageKind::Record(_)) && split(&to).0 != folder {
        return Err(Refusal::OtherFolder(folder.to_owned()));
    }
    match site.lookup.path(&to).or_else(|| site.lookup.source(&to)) {
        Some(taken) => Err(Refusal::Taken(taken)),
        None => Ok(to),
    }
}

fn split(path: &str) -> (&str, &str) {
    path.rsplit_once('/').unwrap_or(("", path))
}

fn join(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

struct Work<'a> {
    site: &'a Site,
    sources: &'a Sources,
    page: PageId,
    edits: Edits,
    followed: usize,
    from: &'a str,
    to: &'a str,
}

/// A file that gets another path.
struct Moved {
    file: FileId,
    to: String,
}

impl Work<'_> {
    fn record(&self) -> Option<RecordId> {
        match self.site.page(self.page).kind {
            PageKind::Record(id) => Some(id),
            _ => None,
        }
    }

    /// Replaces a piece of a file, if it stands there as it was read: escapes and folded lines are left to the author.
    fn follow(&mut self, place: Span, old: &str, new: &str) {
        let text = &self.sources.file(place.file).text;
        let Some(written) = text.get(place.range()) else { return };
        let Some(at) = written.find(old) else { return };
        let start = place.range().start + at;
        let exact = Span::new(place.file, start, start + old.len());
        self.followed += usize::from(self.edits.add(exact, new));
    }

    /// Rewrites the links of all texts to the page, and in its own texts the relative links to others.
    fn links(&mut self) {
        let site = self.site;
        for (rank, page) in (0u32..).zip(&site.pages) {
            let prose = match page.kind {
                PageKind::Record(id) => site.record(id).prose.as_slice(),
                _ => &[],
            };
            let texts = page.texts.iter().chain(prose.iter().flat_map(|(_, _, it)| it.iter()));
            for (_, text) in texts {
                self.links_of(text, PageId(rank));
            }
        }
    }

    fn links_of(&mut self, text: &Text, owner: PageId) {
        for (link, target) in text.document.links.iter().zip(&text.links) {
            let page = match target {
                LinkTarget::Page { page, .. } => page,
                LinkTarget::Asset { .. } if owner == self.page => {
                    self.follow_file(&link.target, text);
                    continue;
                }
                _ => continue,
            };
            match &link.target {
                Target::Key { key, .. } if *page == self.page => {
                    let new = self.renamed_key(&key.value);
                    self.follow(key.span, &key.value.clone(), &new);
                }
                Target::Address { path, .. } if !path.value.is_empty() => {
                    if let Some(new) = self.readdressed(&path.value, text, owner, *page) {
                        self.follow(path.span, &path.value, &new);
                    }
                }
                _ => {}
            }
        }
        if owner == self.page {
            text.document.images.iter().for_each(|it| self.follow_file(&it.target, text));
        }
    }

    /// `[[key]]` stays short, `[[folder/key]]` long, and `[[kind/key]]` keeps its kind.
    fn renamed_key(&self, written: &str) -> String {
        let key = split(self.to).1;
        match written.rsplit_once('/') {
            None => key.to_owned(),
            Some((before, _)) if before == split(self.from).0 => self.to.to_owned(),
            Some((before, _)) => join(before, key),
        }
    }

    /// Returns the new form of a relative link, when it has to change.
    fn readdressed(&self, written: &str, text: &Text, owner: PageId, target: PageId) -> Option<String> {
        let moves = owner == self.page && split(self.from).0 != split(self.to).0;
        if target != self.page && !moves {
            return None;
        }
        let old_folder = text.folder();
        let new_folder = if owner == self.page { split(self.to).0 } else { old_folder };
        let named = crate::site::join(old_folder, written)?;
        let named = if target == self.page { self.with_new_stem(&named) } else { named };
        let new = if written.starts_with('/') { format!("/{named}") } else { relative(new_folder, &named) };
        let new = if written.ends_with('/') && !new.ends_with('/') { format!("{new}/") } else { new };
        (new != written).then_some(new)
    }

    /// Puts the new name in place of the old one in a path of a source file: the endings stay.
    fn with_new_stem(&self, named: &str) -> String {
        let (folder, leaf) = split(named);
        let ending = leaf.strip_prefix(split(self.from).1).unwrap_or_default();
        let is_path = join(folder, leaf.strip_suffix(ending).unwrap_or(leaf)) == self.from;
        let stem = if is_path { self.to.to_owned() } else { join(folder, split(self.to).1) };
        format!("{stem}{ending}")
    }

    /// Rewrites what a text that moves says of an image or another file, which stays.
    fn follow_file(&mut self, target: &Target, text: &Text) {
        let Target::Address { path, .. } = target else { return };
        let Some(named) = crate::site::join(text.folder(), &path.value) else { return };
        let new = relative(split(self.to).0, &named);
        let moves = split(self.from).0 != split(self.to).0;
        if moves && new != path.value && !path.value.starts_with('/') {
            self.follow(path.span, &path.value, &new);
        }
    }

    /// Rewrites the references of all records.
    fn references(&mut self) {
        let Some(own) = self.record() else { return };
        let site = self.site;
        let key = split(self.to).1.to_owned();
        for outgoing in site.records.iter().flat_map(|it| &it.outgoing) {
            if outgoing.target == RefMatch::One(own) {
                let written = &outgoing.written;
                let new = written.value.rsplit_once('/').map_or_else(|| key.clone(), |(kind, _)| join(kind, &key));
                self.follow(written.span, &written.value, &new);
            }
        }
    }

    /// Rewrites the paths in `site.yaml`.
    fn site_file(&mut self) {
        let config = &self.site.config;
        let navigation = config.navigation.iter().flatten().flat_map(|it| match it {
            NavItem::Target(path) => std::slice::from_ref(path),
            NavItem::Group { items, .. } => items.as_slice(),
        });
        let all = navigation.chain(&config.home_doors).chain(&config.footer);
        for path in all.cloned().collect::<Vec<Spanned<String>>>() {
            let name = path.value.trim_matches('/').trim_end_matches(".md");
            let is_key =
                self.site.lookup.path(name).is_none() && self.site.lookup.key(name) == KeyMatch::One(self.page);
            if name == self.from || is_key {
                let new = self.renamed_key(name);
                self.follow(path.span, name, if name == self.from { self.to } else { &new });
            }
        }
    }

    /// What was accepted as translated stays so under the new name.
    fn lock(&self) -> Option<Revision> {
        let source = self.sources.find(lock::PATH)?;
        let names = Names::of(self.site, self.page, self.from, self.to);
        let renamed = |line: &str| {
            let (name, tag) = line.strip_prefix('[')?.rsplit_once('.')?;
            Some(format!("[{}.{tag}", names.renamed(name)?))
        };
        let text: String =
            source.text.split_inclusive('\n').map(|it| renamed(it).unwrap_or_else(|| it.to_owned())).collect();
        (*text != *source.text).then(|| Revision {
            path: lock::PATH.to_owned(),
            before: Some(source.dress.wear(&source.text)),
            after: Some(source.dress.wear(&text)),
        })
    }

    /// Adds the earlier path to `aliases`, in the record or in every text.
    fn alias(&mut self) {
        let page = self.site.page(self.page);
        if let Some(id) = self.record() {
            let record = &self.site.record(id).record;
            let indent = self.indent(record.span);
            self.insert_alias(&record.aliases, record.span, indent);
            return;
        }
        for (_, text) in page.texts.iter() {
            match text.document.front_matter {
                Some(front) => self.insert_alias(&text.meta.aliases, front, Some(0)),
                None => {
                    let top = Span::start_of(text.file);
                    self.edits.add(top, format!("---\naliases: [{}]\n---\n\n", self.from));
                }
            }
        }
    }

    /// Returns how deep a record's first entry stands, or nothing where it stands in braces on one line.
    fn indent(&self, first: Span) -> Option<usize> {
        let text = &self.sources.file(first.file).text;
        let line = text[..first.range().start].rfind('\n').map_or(0, |it| it + 1);
        let before = &text[line..first.range().start];
        (!before.contains('{')).then(|| before.chars().count())
    }

    fn insert_alias(&mut self, aliases: &[Spanned<String>], first: Span, indent: Option<usize>) {
        let from = self.from.to_owned();
        // A page that goes back to an address that it had leaves the other one in its place.
        if let Some(own) = aliases.iter().find(|it| it.value.trim_matches('/') == self.to) {
            self.edits.add(own.span, from);
            return;
        }
        if let Some(earlier) = aliases.first() {
            let place = Span { end: earlier.span.start, ..earlier.span };
            let is_block = self.before(place).trim_end().ends_with('-');
            let entry = match indent.filter(|_| is_block) {
                Some(_) => format!("{from}\n{}", self.line_start(place)),
                None => format!("{from}, "),
            };
            self.edits.add(place, entry);
            return;
        }
        let place = Span { end: first.start, ..first };
        let entry = match indent {
            Some(depth) => format!("aliases: [{from}]\n{}", " ".repeat(depth)),
            None => format!("aliases: [{from}], "),
        };
        self.edits.add(place, entry);
    }

    /// Returns what stands on a line before a place.
    fn before(&self, place: Span) -> &str {
        let text = &self.sources.file(place.file).text;
        let line = text[..place.range().start].rfind('\n').map_or(0, |it| it + 1);
        &text[line..place.range().start]
    }

    /// Returns the beginning of a line of a block list, up to the item.
    fn line_start(&self, place: Span) -> String {
        self.before(place).to_owned()
    }

    /// Lists the files that move: texts, and a record's own file with its prose.
    fn moved(&self) -> Vec<Moved> {
        let page = self.site.page(self.page);
        let mut out: Vec<Moved> = Vec::new();
        for (_, text) in page.texts.iter() {
            let path = text.path.strip_prefix("content/").unwrap_or(&text.path);
            out.push(Moved { file: text.file, to: format!("content/{}", self.with_new_stem(path)) });
        }
        let own = self.record().map(|it| &self.site.record(it).record);
        if let Some(file) = own.map(|it| self.sources.file(it.span.file)).filter(|it| self.is_own_file(it)) {
            let path = file.path.strip_prefix("content/").unwrap_or(&file.path);
            out.push(Moved { file: file.id, to: format!("content/{}", self.with_new_stem(path)) });
        }
        out
    }

    /// Tells a record's own file from a file of many records.
    fn is_own_file(&self, file: &SourceFile) -> bool {
        let leaf = split(&file.path).1;
        let stem = leaf.rsplit_once('.').map_or(leaf, |it| it.0);
        stem == split(self.from).1
    }

    /// A record in a file of many has its key there.
    fn rekey(&mut self, moved: &[Moved]) {
        let Some(id) = self.record() else { return };
        let key = &self.site.record(id).record.key;
        let (old, new) = (key.value.to_string(), split(self.to).1.to_owned());
        if moved.iter().all(|it| it.file != key.span.file) {
            let followed = self.followed;
            self.follow(key.span, &old, &new);
            self.followed = followed;
        }
    }

    fn revisions(&self, moved: &[Moved]) -> Vec<Revision> {
        let stays = |path: &str| moved.iter().all(|it| *self.sources.file(it.file).path != *path);
        let mut out: Vec<Revision> =
            self.edits.revisions(self.sources).into_iter().filter(|it| stays(&it.path)).collect();
        for it in moved {
            let source = self.sources.file(it.file);
            let text = source.dress.wear(&self.edits.applied(self.sources, it.file));
            out.push(Revision { path: it.to.clone(), before: None, after: Some(text) });
            let before = source.dress.wear(&source.text);
            out.push(Revision { path: source.path.to_string(), before: Some(before), after: None });
        }
        out.extend(self.lock());
        out.sort_by(|a, b| a.path.cmp(&b.path));
        out
    }
}

/// What a page and its record are called in the lock of translations, before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Names(Vec<(String, String)>);

impl Names {
    fn of(site: &Site, page: PageId, from: &str, to: &str) -> Self {
        let mut out = vec![(format!("text {from}"), format!("text {to}"))];
        if let PageKind::Record(id) = site.page(page).kind {
            let named = |path: &str| format!("record {}/{}", site.kind_of(id).name.value, split(path).1);
            out.push((named(from), named(to)));
        }
        Self(out)
    }

    /// Returns the new name of a section, if it gets one.
    pub fn renamed(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(from, _)| from == name).map(|(_, to)| to.as_str())
    }
}

/// Returns a path as seen from a folder.
fn relative(folder: &str, path: &str) -> String {
    let from: Vec<&str> = folder.split('/').filter(|it| !it.is_empty()).collect();
    let to: Vec<&str> = path.split('/').collect();
    let shared = from.iter().zip(&to[..to.len() - 1]).take_while(|(a, b)| a == b).count();
    let up = "../".repeat(from.len() - shared);
    format!("{up}{}", to[shared..].join("/"))
}
