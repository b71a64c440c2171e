//! Brings translations into the sources: each changed block or value in its place, all else byte for byte as it was.
//!
//! What comes out is checked before anybody writes it: a text must have the blocks that it should have, YAML must be YAML.

use std::collections::BTreeMap;

use super::{
    outgoing::half,
    parse::{Returned, ReturnedUnit},
    scalar,
    xliff::file_id,
};
use crate::{
    base::{FileId, Lang, Span},
    markdown::{self, Piece, Shape, hash_text},
    record::yaml,
    site::{
        Site,
        translations::{Pair, Source, Unit},
    },
};

/// How the sources are read.
#[derive(Clone, Copy)]
pub struct Texts<'a> {
    /// The text of a file.
    pub text: &'a dyn Fn(FileId) -> &'a str,
    /// The path of a file below the site's folder.
    pub path: &'a dyn Fn(FileId) -> &'a str,
}

/// One source file as it becomes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its path below the site's folder.
    pub path: String,
    /// Its text.
    pub text: String,
    /// The file that it replaces; none for a new one.
    pub file: Option<FileId>,
}

/// What translations came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Brought {
    /// The files that change.
    pub changes: Vec<Change>,
    /// How many blocks and values are new or reworded.
    pub count: usize,
    /// Texts that were not begun, because not everything in them is translated.
    pub waiting: Vec<String>,
    /// Blocks and values whose source was changed since it went out.
    pub outdated: Vec<String>,
}

/// Why nothing can be brought in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where in the document, in bytes.
    pub at: usize,
    /// The id of the message that says why.
    pub reason: &'static str,
    /// What it is about.
    pub what: String,
}

/// A change of one file: what stands at a place, and the unit that asks for it.
#[derive(Clone, Debug)]
struct Edit {
    start: usize,
    end: usize,
    text: String,
    at: usize,
    /// How many blocks it adds.
    adds: usize,
}

/// Works out the changes that a document asks for, or the first reason why it cannot be used.
pub fn bring<'a>(
    site: &'a Site,
    pairs: &[Pair],
    returned: &Returned,
    (from, to): (Lang, Lang),
    texts: Texts<'a>,
) -> Result<Brought, Fault> {
    let by_id: BTreeMap<String, &Pair> = pairs.iter().map(|it| (file_id(&it.name), it)).collect();
    let mut of_pair: BTreeMap<&str, Vec<&ReturnedUnit>> = BTreeMap::new();
    for unit in &returned.units {
        let Some(pair) = by_id.get(&unit.file) else { return fault(unit.at, "xliff-no-text", &unit.file) };
        if !pair.units.iter().any(|it| it.id == unit.id && it.halves.get(from).is_some()) {
            return fault(unit.at, "xliff-no-unit", &unit.id);
        }
        of_pair.entry(pair.name.as_str()).or_default().push(unit);
    }
    let mut work = Work { site, texts, from, to, edits: BTreeMap::new(), out: Brought::default() };
    for pair in pairs {
        if let Some(units) = of_pair.get(pair.name.as_str()) {
            work.pair(pair, units)?;
        }
    }
    work.finish()
}

fn fault<T>(at: usize, reason: &'static str, what: &str) -> Result<T, Fault> {
    Err(Fault { at, reason, what: what.to_owned() })
}

struct Work<'a> {
    site: &'a Site,
    texts: Texts<'a>,
    from: Lang,
    to: Lang,
    edits: BTreeMap<FileId, Vec<Edit>>,
    out: Brought,
}

impl Work<'_> {
    fn pair(&mut self, pair: &Pair, units: &[&ReturnedUnit]) -> Result<(), Fault> {
        let is_done = |it: &&&ReturnedUnit| it.target.as_ref().is_some_and(|it| !it.trim().is_empty());
        let done: BTreeMap<&str, &ReturnedUnit> =
            units.iter().filter(is_done).map(|it| (it.id.as_str(), *it)).collect();
        for unit in pair.units.iter().filter(|it| done.contains_key(it.id.as_str())) {
            let now = half(self.site, pair, unit, self.from).unwrap_or_default();
            let now: String = now.iter().map(Piece::source).collect();
            if hash_text(&now) != hash_text(&done[unit.id.as_str()].source) {
                self.out.outdated.push(format!("{} #{}", pair.path(), unit.id));
            }
        }
        let has_text = self.site.page(pair.page).texts.get(self.to).is_some();
        if !pair.is_record() && !has_text {
            return self.create(pair, &done);
        }
        // What the last block before a new one is, and where it ends.
        let mut before: Option<(Span, Option<Shape>)> = None;
        for unit in &pair.units {
            let returned = done.get(unit.id.as_str());
            match (unit.halves.get(self.to), returned) {
                (Some(own), returned) => {
                    if let Some(returned) = returned {
                        self.replace(pair, unit, returned);
                    }
                    if matches!(own.source, Source::Block(_)) {
                        before = Some((own.span, own.shape));
                    }
                }
                (None, Some(returned))
                    if matches!(unit.halves.get(self.from).map(|it| &it.source), Some(Source::Value(_))) =>
                {
                    self.add_value(pair, unit, returned);
                }
                (None, Some(returned)) => before = self.add_block(pair, unit, returned, before),
                (None, None) => {}
            }
        }
        Ok(())
    }

    fn edit(&mut self, file: FileId, edit: Edit) {
        self.out.count += 1;
        self.edits.entry(file).or_default().push(edit);
    }

    /// Puts a translation in the place of the one that stands there, unless it says the same.
    fn replace(&mut self, pair: &Pair, unit: &Unit, returned: &ReturnedUnit) {
        let (Some(own), Some(target)) = (unit.halves.get(self.to), &returned.target) else { return };
        let (file, range) = (own.span.file, own.span.range());
        let text = (self.texts.text)(file);
        let written = text.get(range.clone()).unwrap_or_default();
        let now: String = half(self.site, pair, unit, self.to).unwrap_or_default().iter().map(Piece::source).collect();
        if now == *target || hash_text(&now) == hash_text(target) {
            return;
        }
        let new = match own.source {
            Source::Block(_) => target.trim_end().to_owned(),
            Source::Value(_) => scalar::replaced(written, target.trim(), margin(text, range.start)),
        };
        self.edit(file, Edit { start: range.start, end: range.end, text: new, at: returned.at, adds: 0 });
    }

    /// Adds a value beside the one that was translated: in front matter or in the pair of a record.
    fn add_value(&mut self, pair: &Pair, unit: &Unit, returned: &ReturnedUnit) {
        let (Some(source), Some(target)) = (unit.halves.get(self.from), &returned.target) else { return };
        let value = scalar::quoted(target.trim());
        let at = returned.at;
        if let Some(name) = unit.id.strip_prefix("front.") {
            let Some(text) = self.site.page(pair.page).texts.get(self.to) else { return };
            // Items of a list belong to the list as a whole, which a person writes.
            if name.contains('.') {
                return;
            }
            let edit = match text.document.front_matter {
                Some(span) => {
                    let start = span.range().start;
                    Edit { start, end: start, text: format!("{name}: {value}\n"), at, adds: 0 }
                }
                None => Edit { start: 0, end: 0, text: format!("---\n{name}: {value}\n---\n\n"), at, adds: 0 },
            };
            return self.edit(text.file, edit);
        }
        let text = (self.texts.text)(source.span.file);
        let end = source.span.range().end;
        let tag = self.site.languages().tag(self.to);
        let is_flow = text[end..].trim_start().starts_with([',', '}']);
        let new = if is_flow {
            format!(", {tag}: {value}")
        } else {
            format!(
                "\n{}{tag}: {value}",
                key_margin(text, source.span.range().start, self.site.languages().tag(self.from))
            )
        };
        self.edit(source.span.file, Edit { start: end, end, text: new, at, adds: 0 });
    }

    /// Adds a block behind the one that stands before it in the other language; returns what stands before the next one.
    fn add_block(
        &mut self,
        pair: &Pair,
        unit: &Unit,
        returned: &ReturnedUnit,
        before: Option<(Span, Option<Shape>)>,
    ) -> Option<(Span, Option<Shape>)> {
        let page = self.site.page(pair.page).texts.get(self.to)?;
        let shape = unit.halves.get(self.from)?.shape;
        let target = returned.target.as_ref()?.trim_end();
        let text = (self.texts.text)(page.file);
        if let Some((span, last)) = before {
            let place = span.range();
            let line = margin(text, place.start);
            let gap = match (last, shape) {
                (Some(Shape::Item), Some(Shape::Item)) | (Some(Shape::Term), Some(Shape::Definition)) => {
                    format!("\n{line}")
                }
                (Some(Shape::Item), _) => "\n\n".to_owned(),
                _ => format!("\n\n{line}"),
            };
            let end = place.end;
            self.edit(page.file, Edit { start: end, end, text: format!("{gap}{target}"), at: returned.at, adds: 1 });
            return Some((span, shape));
        }
        let first = page.document.blocks.first().map(|it| it.span.range().start);
        let (start, new) = match first {
            Some(start) => (start, format!("{target}\n\n")),
            None => {
                (text.len(), format!("{}{target}\n", if text.is_empty() || text.ends_with('\n') { "" } else { "\n" }))
            }
        };
        self.edit(page.file, Edit { start, end: start, text: new, at: returned.at, adds: 1 });
        None
    }

    /// Makes the text of a language that has none: the other one's with every block and value translated.
    fn create(&mut self, pair: &Pair, done: &BTreeMap<&str, &ReturnedUnit>) -> Result<(), Fault> {
        let Some(source) = self.site.page(pair.page).texts.get(self.from) else { return Ok(()) };
        let wanted: Vec<&Unit> = pair.units.iter().filter(|it| it.halves.get(self.from).is_some()).collect();
        if wanted.iter().any(|it| !done.contains_key(it.id.as_str())) {
            if !done.is_empty() {
                self.out.waiting.push(pair.path().to_owned());
            }
            return Ok(());
        }
        let text = (self.texts.text)(source.file);
        let mut edits = Vec::new();
        for unit in &wanted {
            let (Some(own), Some(returned)) = (unit.halves.get(self.from), done.get(unit.id.as_str())) else {
                continue;
            };
            let target = returned.target.as_deref().unwrap_or_default();
            let range = own.span.range();
            let written = text.get(range.clone()).unwrap_or_default();
            let new = match own.source {
                Source::Block(_) => target.trim_end().to_owned(),
                Source::Value(_) => scalar::replaced(written, target.trim(), margin(text, range.start)),
            };
            edits.push(Edit { start: range.start, end: range.end, text: new, at: returned.at, adds: 0 });
        }
        self.out.count += edits.len();
        check_text(text, &edits)?;
        let languages = self.site.languages();
        let (old, new) = (format!(".{}.md", languages.tag(self.from)), format!(".{}.md", languages.tag(self.to)));
        let path = (self.texts.path)(source.file);
        let path = format!("{}{new}", path.strip_suffix(&old).unwrap_or(path));
        self.out.changes.push(Change { path, text: applied(text, &edits), file: None });
        Ok(())
    }

    fn finish(mut self) -> Result<Brought, Fault> {
        for (file, edits) in &self.edits {
            let (text, path) = ((self.texts.text)(*file), (self.texts.path)(*file));
            if path.ends_with(".md") {
                check_text(text, edits)?
            } else {
                check_yaml(*file, text, edits)?
            }
            let change = Change { path: path.to_owned(), text: applied(text, edits), file: Some(*file) };
            self.out.changes.push(change);
        }
        self.out.changes.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(self.out)
    }
}

/// Returns the blanks and signs of quotation that begin the line of a place.
fn margin(text: &str, at: usize) -> &str {
    let start = text[..at].rfind('\n').map_or(0, |it| it + 1);
    let line = &text[start..at];
    &line[..line.len() - line.trim_start_matches([' ', '\t', '>']).len()]
}

/// Returns the blanks before the key of the value at a place.
fn key_margin<'a>(text: &'a str, at: usize, tag: &str) -> &'a str {
    let key = text[..at].rfind(&format!("{tag}:")).unwrap_or(at);
    margin(text, key)
}

fn applied(text: &str, edits: &[Edit]) -> String {
    let mut sorted: Vec<&Edit> = edits.iter().collect();
    sorted.sort_by_key(|it| it.start);
    let (mut out, mut done) = (String::with_capacity(text.len()), 0);
    for edit in sorted {
        out.push_str(text.get(done..edit.start).unwrap_or_default());
        out.push_str(&edit.text);
        done = edit.end.max(done);
    }
    out.push_str(&text[done..]);
    out
}

/// Tells which edit leaves a text with other blocks than it should have: a translation with an empty line, or one that
/// begins like a heading.
fn check_text(text: &str, edits: &[Edit]) -> Result<(), Fault> {
    let shapes =
        |text: &str| markdown::parse(FileId(0), text).value.blocks.iter().map(|it| it.shape).collect::<Vec<_>>();
    let before = shapes(text);
    let fits = |edits: &[Edit]| {
        let after = shapes(&applied(text, edits));
        let adds: usize = edits.iter().map(|it| it.adds).sum();
        after.len() == before.len() + adds && (adds > 0 || after == before)
    };
    if fits(edits) {
        return Ok(());
    }
    let culprit = edits.iter().find(|it| !fits(std::slice::from_ref(*it))).or(edits.first());
    fault(culprit.map_or(0, |it| it.at), "xliff-structure", "")
}

fn check_yaml(file: FileId, text: &str, edits: &[Edit]) -> Result<(), Fault> {
    let fits = |edits: &[Edit]| {
        let new = applied(text, edits);
        yaml::read(file, &new, 0..new.len()).diagnostics.is_empty()
    };
    let was_clean = yaml::read(file, text, 0..text.len()).diagnostics.is_empty();
    if !was_clean || fits(edits) {
        return Ok(());
    }
    let culprit = edits.iter().find(|it| !fits(std::slice::from_ref(*it))).or(edits.first());
    fault(culprit.map_or(0, |it| it.at), "xliff-structure", "")
}
