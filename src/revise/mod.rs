//! Changes to the sources as data: safe cures, new records, new names. Reads a site and says what its files should become;
//! only `write` carries it out, and only for the commands that may write below `content/`.

pub mod fixes;
pub mod new;
pub mod rename;

use std::{collections::BTreeMap, ops::Range};

use crate::{
    base::{FileId, Span},
    source::Sources,
};

/// What becomes of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// Its path below the site's folder.
    pub path: String,
    /// What it says now; none for a new file.
    pub before: Option<String>,
    /// What it shall say; none when it goes.
    pub after: Option<String>,
}

/// Edits of several files, each a range and what takes its place.
#[derive(Clone, Debug, Default)]
pub struct Edits(BTreeMap<FileId, Vec<(Range<usize>, String)>>);

impl Edits {
    /// Adds an edit, unless one of the same file overlaps it: the first one counts. Tells whether it was added.
    pub fn add(&mut self, span: Span, text: impl Into<String>) -> bool {
        self.add_all(&[(span, text.into())])
    }

    /// Adds edits that belong together: all of them or none.
    pub fn add_all(&mut self, edits: &[(Span, String)]) -> bool {
        let is_free = |(span, _): &(Span, String)| {
            let taken = self.0.get(&span.file).map_or(&[][..], Vec::as_slice);
            let own = span.range();
            // Two insertions at one place would not say which comes first.
            taken.iter().all(|(it, _)| *it != own && (it.end <= own.start || own.end <= it.start))
        };
        if !edits.iter().all(is_free) {
            return false;
        }
        for (span, text) in edits {
            self.0.entry(span.file).or_default().push((span.range(), text.clone()));
        }
        true
    }

    /// Tells whether a file is edited.
    pub fn has(&self, file: FileId) -> bool {
        self.0.contains_key(&file)
    }

    /// Returns a file's text with its edits.
    pub fn applied(&self, sources: &Sources, file: FileId) -> String {
        let mut out = sources.file(file).text.to_string();
        let mut edits = self.0.get(&file).cloned().unwrap_or_default();
        edits.sort_by_key(|(range, _)| std::cmp::Reverse((range.start, range.end)));
        for (range, text) in edits {
            out.replace_range(range, &text);
        }
        out
    }

    /// Returns the edited files, in the order of their paths.
    pub fn revisions(&self, sources: &Sources) -> Vec<Revision> {
        let revised = |file: &FileId| {
            let source = sources.file(*file);
            let before = source.dress.wear(&source.text);
            let after = source.dress.wear(&self.applied(sources, *file));
            (before != after).then(|| Revision {
                path: source.path.to_string(),
                before: Some(before),
                after: Some(after),
            })
        };
        self.0.keys().filter_map(revised).collect()
    }
}

#[cfg(test)]
mod tests;
