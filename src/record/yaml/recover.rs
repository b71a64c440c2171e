//! A document that does not parse: each of its faults is told, and what lies outside of the faulty entries is read.
//!
//! An entry with a fault is blanked out, byte for byte, and the rest is parsed again. The values know where it stood (see
//! [`UNREAD`]), so that one slip in a record, a kind or a site does not make everything unknown that refers to it.

use std::{borrow::Cow, ops::Range};

use super::{Node, Reader, UNREAD};
use crate::{
    base::{FileId, Span, Spanned},
    diag::{Checked, Diagnostic, Place},
};

/// How many entries are left out of one document at most.
const ENTRIES: usize = 12;
/// Longer documents are parsed once: nobody wrote them by hand.
const SIZE: usize = 1 << 18;

/// A value with what was found in it, or the fault that ended the document.
type Parsed = Result<Checked<Option<Spanned<Node>>>, Box<Diagnostic>>;

/// Reads a document with all of its faults.
pub(super) fn read(file: FileId, start: usize, source: &str) -> Checked<Option<Spanned<Node>>> {
    let mut rest = Rest { file, start, source, text: without_conflicts(source), gaps: Vec::new() };
    let mut found = Vec::new();
    let mut parsed = rest.parse();
    loop {
        let fault = match parsed {
            Ok(read) => {
                found.extend(read.diagnostics);
                return Checked::new(read.value, found);
            }
            Err(fault) => fault,
        };
        let at = rest.place(&fault);
        if !rest.is_follow_up(at) {
            found.push(*fault);
        }
        match rest.leave_out(at) {
            Some(next) => parsed = next,
            None => return Checked::new(Some(rest.nothing()), found),
        }
    }
}

/// A document without the entries that cannot be read.
struct Rest<'a> {
    file: FileId,
    start: usize,
    /// As it was written.
    source: &'a str,
    text: Cow<'a, str>,
    gaps: Vec<Range<usize>>,
}

impl Rest<'_> {
    fn parse(&self) -> Parsed {
        let mut reader = Reader::new(self.file, self.start, &self.text, &self.gaps);
        match reader.document() {
            Ok(value) => Ok(Checked::new(value, reader.diagnostics)),
            Err(fault) => {
                let mut fault = reader.cause_of(*fault);
                if let Place::At(span) = &mut fault.place {
                    *span = self.whole(*span);
                }
                Err(Box::new(fault))
            }
        }
    }

    /// Returns a place that holds no part of a letter of the document as it was written.
    fn whole(&self, span: Span) -> Span {
        let is_between = |at: &usize| self.source.is_char_boundary(at.saturating_sub(self.start));
        let range = span.range();
        let start = (self.start..=range.start).rev().find(is_between).unwrap_or(range.start);
        let end = (range.end..=self.start + self.source.len()).find(is_between).unwrap_or(range.end);
        Span::new(span.file, start, end)
    }

    /// Returns where a fault stands in the text.
    fn place(&self, fault: &Diagnostic) -> usize {
        match &fault.place {
            Place::At(span) => span.range().start.saturating_sub(self.start).min(self.text.len()),
            _ => 0,
        }
    }

    /// Leaves out the smallest entry around a fault without which the document reads on beyond it.
    fn leave_out(&mut self, at: usize) -> Option<Parsed> {
        if self.gaps.len() >= ENTRIES || self.text.len() > SIZE {
            return None;
        }
        for gap in entries(&self.text, at) {
            let mut rest = Rest { text: Cow::Owned(blanked(&self.text, &gap)), gaps: self.gaps.clone(), ..*self };
            rest.gaps.push(gap.clone());
            let parsed = rest.parse();
            if parsed.as_ref().err().is_none_or(|it| rest.place(it) >= gap.end) {
                (self.text, self.gaps) = (Cow::Owned(rest.text.into_owned()), rest.gaps);
                return Some(parsed);
            }
        }
        None
    }

    /// Tells whether a fault stands behind what was left out, in a line that begins no entry: it belongs to the one before.
    fn is_follow_up(&self, at: usize) -> bool {
        let line = line_at(&self.text, at);
        let before = self.text[..line.start].trim_end().len();
        self.gaps.iter().any(|it| (it.start..=it.end).contains(&before)) && name(self.text[line].trim_start()).is_none()
    }

    /// Returns the value of a document of which nothing could be read.
    fn nothing(&self) -> Spanned<Node> {
        let span = Span::new(self.file, self.start, self.start);
        let unread = (Spanned::new(UNREAD.to_owned(), span), Spanned::new(Node::Broken, span));
        Spanned::new(Node::Mapping(vec![unread]), span)
    }
}

/// Lists the entries around a place, the smallest first: a line with all lines that are indented below it.
fn entries(text: &str, at: usize) -> Vec<Range<usize>> {
    let mut line = line_at(text, at);
    while text[line.clone()].trim().is_empty() && line.start > 0 {
        line = line_at(text, line.start - 1);
    }
    if text[line.clone()].starts_with("---") || text[line.clone()].starts_with("...") {
        return Vec::from([Range { end: text.len(), ..line }]);
    }
    let mut out = Vec::new();
    loop {
        let depth = indent(&text[line.clone()]);
        out.push(line.start..end_of(text, line.end, depth, is_item(&text[line.clone()])));
        let Some(above) = above(text, line.start, depth, is_item(&text[line])) else { return out };
        line = above;
    }
}

/// Returns where the entry ends whose first line ends at `at`. The items of a list may stand right below their key.
fn end_of(text: &str, at: usize, depth: usize, is_item_itself: bool) -> usize {
    let mut end = at;
    while end < text.len() {
        let line = line_at(text, end);
        let written = &text[line.clone()];
        let is_below = indent(written) > depth || indent(written) == depth && is_item(written) && !is_item_itself;
        if !written.trim().is_empty() && !is_below {
            break;
        }
        end = line.end;
    }
    end
}

/// Finds the line to which the entry at `start` belongs.
fn above(text: &str, start: usize, depth: usize, is_item_itself: bool) -> Option<Range<usize>> {
    let mut at = start;
    while at > 0 {
        let line = line_at(text, at - 1);
        let written = &text[line.clone()];
        let is_key = indent(written) == depth && is_item_itself && !is_item(written);
        if !written.trim().is_empty() && (indent(written) < depth || is_key) {
            return Some(line);
        }
        at = line.start;
    }
    None
}

fn line_at(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind('\n').map_or(0, |it| it + 1);
    let end = text[start..].find('\n').map_or(text.len(), |it| start + it + 1);
    start..end
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches([' ', '\t']).len()
}

fn is_item(line: &str) -> bool {
    let entry = line.trim_start_matches([' ', '\t']).trim_end();
    entry == "-" || entry.starts_with("- ")
}

/// Returns the name with which an entry begins.
fn name(entry: &str) -> Option<&str> {
    let (name, rest) = entry.split_once(':')?;
    let is_name = !name.is_empty() && name.chars().all(|it| it.is_alphanumeric() || matches!(it, '_' | '-'));
    (is_name && (rest.is_empty() || rest.starts_with([' ', '\n']))).then_some(name)
}

/// Returns a text in which an entry holds nothing but its name, or the key of its record, and every byte keeps its place.
fn blanked(text: &str, gap: &Range<usize>) -> String {
    let entry = &text[gap.clone()];
    let first = entry.split('\n').next().unwrap_or_default();
    let margin = &first[..indent(first)];
    let kept = match (is_item(first), name(&first[margin.len()..])) {
        _ if first.starts_with("---") || first.starts_with("...") || first.starts_with('%') => String::new(),
        (true, _) => key_of(entry).map_or("-".to_owned(), |key| format!("- key: {key}")),
        (false, Some(name)) => format!("{name}:"),
        (false, None) => "_:".to_owned(),
    };
    let kept = if margin.len() + kept.len() <= first.len() { format!("{margin}{kept}") } else { margin.to_owned() };
    let blank: String = entry.bytes().skip(kept.len()).map(|it| if it == b'\n' { '\n' } else { ' ' }).collect();
    [&text[..gap.start], &kept, &blank, &text[gap.end..]].concat()
}

/// Finds the key that a record in a list says of itself.
fn key_of(entry: &str) -> Option<&str> {
    let (_, rest) = entry.split_once("key: ")?;
    let end =
        rest.find(|it: char| !(it.is_ascii_lowercase() || it.is_ascii_digit() || it == '-')).unwrap_or(rest.len());
    (end > 0).then(|| &rest[..end])
}

/// Returns a text with only the first side of every merge conflict, which is told of the file.
fn without_conflicts(text: &str) -> Cow<'_, str> {
    if !text.contains("<<<<<<< ") && !text.contains(">>>>>>> ") {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut is_other_side = false;
    for line in text.split_inclusive('\n') {
        let is_mark = ["<<<<<<< ", "||||||| ", ">>>>>>> "].iter().any(|it| line.starts_with(it));
        let divides = line.trim_end() == "=======" || line.starts_with("||||||| ");
        if is_mark || divides || is_other_side {
            out.extend(line.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
        } else {
            out.push_str(line);
        }
        is_other_side = divides || is_other_side && !line.starts_with(">>>>>>> ");
    }
    Cow::Owned(out)
}
