//! From byte ranges to lines and columns.
//!
//! Lines and columns count from 1 and columns count characters. A byte order mark is no character of the first line,
//! and the carriage return of a line end is none of its line, so that places agree with what editors show.

use std::collections::BTreeMap;

use crate::{
    base::{FileId, Span},
    diag::{Diagnostic, Place},
    source::Sources,
};

/// A line and a column, both from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column in characters.
    pub column: usize,
}

/// A range of a file from `start` up to, but without, `end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    /// The first character.
    pub start: Position,
    /// One past the last character.
    pub end: Position,
}

/// Every so many bytes a long line is marked, so that ten thousand places in one line stay cheap.
const STRIDE: usize = 1024;

/// The byte order mark.
const BOM: char = '\u{feff}';

/// A known place: the column of a byte, by which the places after it are counted.
#[derive(Clone, Copy)]
struct Mark {
    byte: usize,
    at: Position,
}

/// The lines of one text.
pub struct Lines<'a> {
    text: &'a str,
    marks: Vec<Mark>,
}

impl<'a> Lines<'a> {
    /// Walks a text once and marks its lines.
    pub fn new(text: &'a str) -> Self {
        let mut at = Position { line: 1, column: 1 };
        let mut byte = if text.starts_with(BOM) { BOM.len_utf8() } else { 0 };
        let mut marks = vec![Mark { byte, at }];
        for it in text[byte..].chars() {
            byte += it.len_utf8();
            let is_end = it == '\n';
            at = if is_end {
                Position { line: at.line + 1, column: 1 }
            } else {
                Position { column: at.column + 1, ..at }
            };
            let is_far = marks.last().is_some_and(|last| byte - last.byte >= STRIDE);
            if is_end || is_far {
                marks.push(Mark { byte, at });
            }
        }
        Self { text, marks }
    }

    /// Returns the place of a byte; a byte inside a character counts as its first, one past the end as the end.
    pub fn position(&self, byte: usize) -> Position {
        let byte = self.floor(byte);
        let rank = self.marks.partition_point(|it| it.byte <= byte);
        let Some(mark) = rank.checked_sub(1).map(|rank| self.marks[rank]) else {
            return Position { line: 1, column: 1 };
        };
        let before = self.text[mark.byte..byte].chars().count();
        let is_inside_line_end = self.text[..byte].ends_with('\r') && self.text[byte..].starts_with('\n');
        Position { line: mark.at.line, column: mark.at.column + before - usize::from(is_inside_line_end && before > 0) }
    }

    /// Returns the bytes of the line around a byte, without its end.
    pub fn line_around(&self, byte: usize) -> std::ops::Range<usize> {
        let byte = self.floor(byte);
        let first = self.marks[0].byte.min(self.text.len());
        let start = self.text[..byte].rfind('\n').map_or(first, |it| it + 1);
        let rest = &self.text[start..];
        let line = rest.split('\n').next().unwrap_or_default();
        start..start + line.strip_suffix('\r').unwrap_or(line).len()
    }

    fn floor(&self, byte: usize) -> usize {
        let mut byte = byte.min(self.text.len());
        while !self.text.is_char_boundary(byte) {
            byte -= 1;
        }
        byte
    }
}

/// The lines of the files that diagnostics point into, each walked once.
pub struct Index<'a> {
    sources: &'a Sources,
    files: BTreeMap<FileId, Lines<'a>>,
}

impl<'a> Index<'a> {
    /// Walks the files that `diagnostics` point into.
    pub fn new(diagnostics: &[Diagnostic], sources: &'a Sources) -> Self {
        let mut files = BTreeMap::new();
        for span in diagnostics.iter().flat_map(spans) {
            files.entry(span.file).or_insert_with(|| Lines::new(&sources.file(span.file).text));
        }
        Self { sources, files }
    }

    /// Returns the path of a file below the site's folder.
    pub fn path(&self, file: FileId) -> &'a str {
        &self.sources.file(file).path
    }

    /// Returns the text of a file.
    pub fn text(&self, file: FileId) -> &'a str {
        &self.sources.file(file).text
    }

    /// Returns the lines of a file that one of the diagnostics points into.
    pub fn lines(&self, file: FileId) -> &Lines<'a> {
        self.files.get(&file).expect("the index holds every file that a diagnostic points into")
    }

    /// Returns where a range lies.
    pub fn region(&self, span: Span) -> Region {
        let lines = self.lines(span.file);
        let start = lines.position(span.start as usize);
        Region { start, end: lines.position(span.end as usize).max(start) }
    }

    /// Returns the path that a diagnostic names, and the range if it has one.
    pub fn locate<'b>(&self, place: &'b Place) -> Option<(&'b str, Option<Region>)>
    where
        'a: 'b,
    {
        match place {
            Place::At(span) => Some((self.path(span.file), Some(self.region(*span)))),
            Place::Path(path) => Some((path, None)),
            Place::Site => None,
        }
    }
}

/// Lists every range that a diagnostic names: its own, those of its labels and of its cure.
fn spans(diagnostic: &Diagnostic) -> impl Iterator<Item = Span> + '_ {
    let own = match diagnostic.place {
        Place::At(span) => Some(span),
        Place::Path(_) | Place::Site => None,
    };
    let cure = diagnostic.fix.iter().flat_map(|it| it.edits.iter().map(|(span, _)| *span));
    own.into_iter().chain(diagnostic.labels.iter().map(|it| it.span)).chain(cure)
}

#[cfg(test)]
mod tests {
    use super::{Lines, Position};

    #[track_caller]
    fn check(text: &str, needle: &str, line: usize, column: usize) {
        let byte = text.find(needle).expect("the needle is in the text");
        assert_eq!(Lines::new(text).position(byte), Position { line, column }, "{text:?} {needle:?}");
    }

    #[test]
    fn columns_count_characters() {
        check("عنوان: قرار\nرقم: 7833", "قرار", 1, 8);
        check("عنوان: قرار\nرقم: 7833", "7833", 2, 6);
        check("𝒜b", "b", 1, 2);
    }

    #[test]
    fn windows_line_ends_and_byte_order_marks_are_not_counted() {
        check("\u{feff}title: أ\r\nkey: b", "title", 1, 1);
        check("\u{feff}title: أ\r\nkey: b", "key", 2, 1);
        check("ab\r\ncd", "\r", 1, 3);
        check("ab\r\ncd", "\n", 1, 3);
        assert_eq!(Lines::new("\u{feff}a").position(0), Position { line: 1, column: 1 });
    }

    #[test]
    fn places_past_the_end_are_the_end() {
        assert_eq!(Lines::new("ab\n").position(99), Position { line: 2, column: 1 });
        assert_eq!(Lines::new("").position(0), Position { line: 1, column: 1 });
    }

    #[test]
    fn bytes_inside_a_character_are_its_start() {
        assert_eq!(Lines::new("مم").position(3), Position { line: 1, column: 2 });
    }

    #[test]
    fn long_lines_are_counted_exactly() {
        let text = format!("{}x\n{}y", "م".repeat(5000), "ن".repeat(3000));
        check(&text, "x", 1, 5001);
        check(&text, "y", 2, 3001);
    }

    #[test]
    fn lines_come_without_their_ends() {
        let text = "\u{feff}أول\r\nثان\n\nآخر";
        let lines = Lines::new(text);
        let line = |needle: &str| &text[lines.line_around(text.find(needle).expect("the needle is in the text"))];
        assert_eq!(line("ول"), "أول");
        assert_eq!(line("\r"), "أول");
        assert_eq!(line("\n"), "أول");
        assert_eq!(line("ثان"), "ثان");
        assert_eq!(line("\nآ"), "");
        assert_eq!(line("خر"), "آخر");
        assert_eq!(&text[lines.line_around(0)], "أول");
    }
}
