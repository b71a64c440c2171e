//! How many of what: the last line of a report and the exit code.

use std::collections::BTreeSet;

use super::shown::without_isolates;
use crate::{
    diag::{Arg, Diagnostic, Place, Severity},
    locale::{Locale, ids},
};

/// Counts of diagnostics.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// What stops publication.
    pub errors: usize,
    /// What `--strict` refuses.
    pub warnings: usize,
    /// What is worth knowing.
    pub notes: usize,
    /// How many files and folders are named.
    pub files: usize,
}

/// Counts diagnostics.
pub fn summary(diagnostics: &[Diagnostic]) -> Summary {
    let count = |severity| diagnostics.iter().filter(|it| it.severity == severity).count();
    let places: BTreeSet<FileOf> = diagnostics.iter().filter_map(|it| FileOf::new(&it.place)).collect();
    Summary {
        errors: count(Severity::Error),
        warnings: count(Severity::Warning),
        notes: count(Severity::Note),
        files: places.len(),
    }
}

/// The file of a place, by which files are told apart.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum FileOf<'a> {
    Source(u32),
    Path(&'a str),
}

impl<'a> FileOf<'a> {
    fn new(place: &'a Place) -> Option<Self> {
        match place {
            Place::At(span) => Some(Self::Source(span.file.0)),
            Place::Path(path) => Some(Self::Path(path)),
            Place::Site => None,
        }
    }
}

impl Summary {
    /// Words the counts: `3 errors and 1 warning in 2 files`; empty when there is nothing to count.
    pub fn text(&self, locale: &Locale) -> String {
        let counted = |id, count: usize| locale.format(id, &[("count", Arg::from(count))]);
        let counts =
            [(ids::REPORT_ERRORS, self.errors), (ids::REPORT_WARNINGS, self.warnings), (ids::REPORT_NOTES, self.notes)];
        let counts = counts.into_iter().filter(|(_, count)| *count > 0);
        let counts = locale.list(&counts.map(|(id, count)| counted(id, count)).collect::<Vec<_>>());
        if counts.is_empty() || self.files == 0 {
            return counts;
        }
        let files = counted(ids::REPORT_FILES, self.files);
        without_isolates(&locale.format(ids::REPORT_SUMMARY, &[("counts", counts.into()), ("files", files.into())]))
    }
}
