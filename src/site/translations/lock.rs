//! `translations.lock`: which version of a block its translations answer, as lines that version control can merge.
//!
//! ```text
//! # words for people
//! version 1
//!
//! [text about/names.ar]
//! s1 h2 9f86d081884c7d65 ## الاسم
//! s1-p1 p 60303ae22b998861 نص الفقرة
//! ```
//!
//! A section per text and language holds its blocks in reading order: id, shape, hash and text as last accepted. Lines of
//! one id in the sections of one name were accepted together. Sections are sorted; `\n`, `\\` and `\u{…}` stand for line
//! breaks, backslashes and characters that nobody could see.

use std::{collections::BTreeMap, fmt::Write as _, ops::Range};

use crate::{
    base::{FileId, Key, Span},
    diag::{Arg, Checked, Diagnostic, codes::lock as code},
    markdown::Shape,
};

/// The path of the lock below the site's folder.
pub const PATH: &str = "content/translations.lock";
const HEAD: &str = "# Written by `tashawur translations accept`: which version of each block its translation answers.\n\
    # A line is a block: id, shape, its hash and that of all languages together, text. After a merge conflict run the same command; do not edit by hand.\n\
    version 1\n";

/// A section's name (`text about/names`, `record term/migration`) and language tag.
pub type Name = (String, String);
/// Sections by name.
pub type Sections = BTreeMap<Name, Vec<Line>>;

/// One accepted block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its id.
    pub id: String,
    /// What kind of block it was; nothing for a value of a record or of front matter.
    pub shape: Option<Shape>,
    /// Its content.
    pub hash: u64,
    /// What it said.
    pub text: String,
    /// Where the line stands in the lock.
    pub span: Span,
    /// Stands for what all languages of the id said when they were accepted together; nothing where there was one only.
    pub together: Option<u32>,
    /// Two versions were accepted and the present text decides for none.
    pub is_disputed: bool,
}

/// What was accepted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lock {
    /// Whether there is a lock file at all. Without one nothing is checked against it.
    pub is_written: bool,
    /// The sections; of a file with merge conflicts those of the first side.
    pub sections: Sections,
    /// The sections of the second side of a merge conflict, with the place of its first mark.
    pub other: Option<(Span, Sections)>,
}

/// Reads the lock. A damaged line is told and left out; merge conflicts give two sides.
pub fn read(file: FileId, text: &str) -> Checked<Lock> {
    let mut found = Vec::new();
    let sides = sides(file, text, &mut found);
    let mut reader = Reader { file, text, found };
    let sections = reader.sections(&sides.first);
    let other = sides.conflict.map(|mark| {
        let before = reader.found.len();
        let other = reader.sections(&sides.second);
        // What both sides share has been told already.
        let again: Vec<Diagnostic> = reader.found.drain(before..).collect();
        let new: Vec<Diagnostic> = again.into_iter().filter(|it| !reader.found.contains(it)).collect();
        reader.found.extend(new);
        (mark, other)
    });
    Checked::new(Lock { is_written: true, sections, other }, reader.found)
}

/// The lines of both sides of a file with merge conflicts; without a conflict the first side is the file.
struct Sides {
    first: Vec<Range<usize>>,
    second: Vec<Range<usize>>,
    conflict: Option<Span>,
}

fn sides(file: FileId, text: &str, found: &mut Vec<Diagnostic>) -> Sides {
    #[derive(Clone, Copy, PartialEq)]
    enum In {
        Both,
        First,
        Base,
        Second,
    }
    let mut out = Sides { first: Vec::new(), second: Vec::new(), conflict: None };
    let (mut at, mut state) = (0, In::Both);
    for line in text.split_inclusive('\n') {
        let range = at..at + line.trim_end_matches(['\n', '\r']).len();
        at += line.len();
        let mark = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"].iter().position(|it| line.starts_with(it));
        let next = match (mark, state) {
            (None, _) => None,
            (Some(0), In::Both) => Some(In::First),
            (Some(1), In::First) => Some(In::Base),
            (Some(2), In::First | In::Base) => Some(In::Second),
            (Some(3), In::Second) => Some(In::Both),
            _ => {
                found.push(damaged(Span::new(file, range.start, range.end), "lock-line"));
                continue;
            }
        };
        if let Some(next) = next {
            state = next;
            out.conflict.get_or_insert(Span::new(file, range.start, range.end));
            continue;
        }
        if matches!(state, In::Both | In::First) {
            out.first.push(range.clone());
        }
        if matches!(state, In::Both | In::Second) {
            out.second.push(range);
        }
    }
    out
}

fn damaged(span: Span, expected: &'static str) -> Diagnostic {
    Diagnostic::at(&code::DAMAGED, span).with("expected", Arg::Message(expected))
}

struct Reader<'a> {
    file: FileId,
    text: &'a str,
    found: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn sections(&mut self, lines: &[Range<usize>]) -> Sections {
        let mut out = Sections::new();
        let mut open: Option<Name> = None;
        for range in lines {
            let line = &self.text[range.clone()];
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            if line.starts_with('[') {
                open = self.heading(range);
                if let Some(name) = &open {
                    out.entry(name.clone()).or_default();
                }
            } else if let Some(section) = &open {
                if let Some(line) = self.line(range) {
                    out.entry(section.clone()).or_default().push(line);
                }
            } else if let Some(rest) = line.strip_prefix("version ") {
                if rest.trim_end() != "1" {
                    self.refuse(range, 8, "lock-version");
                }
            } else {
                self.refuse(range, 0, "lock-name");
            }
        }
        out
    }

    /// Reads `[text about/names.ar]`.
    fn heading(&mut self, range: &Range<usize>) -> Option<Name> {
        let inner = self.text[range.clone()].trim_end().strip_prefix('[')?.strip_suffix(']');
        let name = inner.and_then(|it| it.rsplit_once('.')).filter(|(name, tag)| is_name(name) && is_tag(tag));
        if name.is_none() {
            self.refuse(range, 1, "lock-name");
        }
        name.map(|(name, tag)| (name.to_owned(), tag.to_owned()))
    }

    /// Reports what stands in a line from a byte on.
    fn refuse(&mut self, line: &Range<usize>, from: usize, expected: &'static str) {
        let rest = &self.text[line.clone()];
        let from = if rest.is_char_boundary(from) { from.min(rest.len()) } else { 0 };
        let length = rest[from..].split(' ').next().unwrap_or_default().len();
        self.found.push(damaged(Span::new(self.file, line.start + from, line.start + from + length), expected));
    }

    fn line(&mut self, range: &Range<usize>) -> Option<Line> {
        let line = &self.text[range.clone()];
        let mut parts = line.splitn(4, ' ');
        let id = parts.next().unwrap_or_default();
        let shape = parts.next().unwrap_or_default();
        let hash = parts.next().unwrap_or_default();
        if !is_id(id) {
            self.refuse(range, 0, "lock-id");
            return None;
        }
        let Some(kind) = shape_of(shape) else {
            self.refuse(range, id.len() + 1, "lock-shape");
            return None;
        };
        let (hash, together) = hash.split_once('-').map_or((hash, None), |(hash, it)| (hash, Some(it)));
        let is_hex =
            |it: &str, length| it.len() == length && it.bytes().all(|it| matches!(it, b'0'..=b'9' | b'a'..=b'f'));
        let is_hash = is_hex(hash, 16) && together.is_none_or(|it| is_hex(it, 8));
        let Some(value) = u64::from_str_radix(hash, 16).ok().filter(|_| is_hash) else {
            self.refuse(range, id.len() + shape.len() + 2, "lock-hash");
            return None;
        };
        Some(Line {
            id: id.to_owned(),
            shape: kind,
            hash: value,
            text: unescaped(parts.next().unwrap_or_default()),
            span: Span::new(self.file, range.start, range.end),
            together: together.and_then(|it| u32::from_str_radix(it, 16).ok()),
            is_disputed: false,
        })
    }
}

fn is_name(heading: &str) -> bool {
    let Some((sort, path)) = heading.split_once(' ') else { return false };
    matches!(sort, "text" | "record") && path.split('/').all(Key::is_valid)
}

fn is_tag(tag: &str) -> bool {
    !tag.is_empty() && tag.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'-')
}

/// A block's id is a slug; the parts of a value's name stand between dots.
fn is_id(id: &str) -> bool {
    !id.is_empty() && id.bytes().all(|it| it.is_ascii_alphanumeric() || matches!(it, b'-' | b'_' | b'.'))
}

const SHAPES: &[(&str, Option<Shape>)] = &[
    ("v", None),
    ("p", Some(Shape::Paragraph)),
    ("h0", Some(Shape::Title)),
    ("i", Some(Shape::Item)),
    ("t", Some(Shape::Table)),
    ("q", Some(Shape::Quote)),
    ("c", Some(Shape::Code)),
    ("dt", Some(Shape::Term)),
    ("dd", Some(Shape::Definition)),
    ("fn", Some(Shape::Note)),
];

fn shape_of(name: &str) -> Option<Option<Shape>> {
    let level = || name.strip_prefix('h')?.parse().ok().filter(|it| (1..=6).contains(it));
    let known = SHAPES.iter().find(|(it, _)| *it == name).map(|(_, shape)| *shape);
    known.or_else(|| level().map(|it| Some(Shape::Heading(it))))
}

fn shape_name(shape: Option<Shape>) -> String {
    if let Some(Shape::Heading(level)) = shape {
        return format!("h{level}");
    }
    SHAPES.iter().find(|(_, it)| *it == shape).map_or("p", |(name, _)| name).to_owned()
}

/// Writes sections as a lock file; equal sections give equal bytes.
pub fn write(sections: &Sections) -> String {
    let mut out = HEAD.to_owned();
    for ((name, tag), lines) in sections.iter().filter(|(_, it)| !it.is_empty()) {
        let _ = writeln!(out, "\n[{name}.{tag}]");
        for line in lines {
            let _ = write!(out, "{} {} {:016x}", line.id, shape_name(line.shape), line.hash);
            if let Some(together) = line.together {
                let _ = write!(out, "-{together:08x}");
            }
            let _ = writeln!(out, " {}", escaped(&line.text));
        }
    }
    out
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for it in text.chars() {
        match it {
            '\n' => out.push_str("\\n"),
            '\\' => out.push_str("\\\\"),
            '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{61C}' => {
                let _ = write!(out, "\\u{{{:X}}}", u32::from(it));
            }
            it if it.is_control() => {
                let _ = write!(out, "\\u{{{:X}}}", u32::from(it));
            }
            it => out.push(it),
        }
    }
    out
}

fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        out.push_str(before);
        let code = after.strip_prefix("u{").and_then(|it| it.split_once('}'));
        let sign = code.and_then(|(code, rest)| Some((char::from_u32(u32::from_str_radix(code, 16).ok()?)?, rest)));
        rest = match (after.chars().next(), sign) {
            (_, Some((sign, rest))) => {
                out.push(sign);
                rest
            }
            (Some('n'), _) => {
                out.push('\n');
                &after[1..]
            }
            (Some('\\'), _) => {
                out.push('\\');
                &after[1..]
            }
            _ => {
                out.push('\\');
                after
            }
        };
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::{Lock, escaped, read, unescaped, write};
    use crate::{
        base::FileId,
        diag::{Checked, Place},
    };

    const SMALL: &str = "version 1\n\n[record term/migration.ar]\ntitle v 0123456789abcdef هجرة\n\n[text about/names.ar]\ns1 h2 0123456789abcdef ## الاسم\np1 p 00000000000000ff سطر\\nآخر\n";

    fn parsed(text: &str) -> Checked<Lock> {
        read(FileId(0), text)
    }

    #[test]
    fn a_lock_is_read_as_it_was_written() {
        let lock = parsed(SMALL);
        assert_eq!(lock.diagnostics, []);
        let text = write(&lock.value.sections);
        assert!(text.ends_with(SMALL), "{text}");
        assert_eq!(write(&parsed(&text).value.sections), text);
    }

    #[test]
    fn what_nobody_could_see_is_written_as_its_number() {
        for text in ["أ\nب", "a\\nb", "x\u{202E}y", "\\", "\\u{41}", "\u{FEFF}"] {
            assert!(!escaped(text).contains(['\n', '\u{202E}', '\u{FEFF}']));
            assert_eq!(unescaped(&escaped(text)), text);
        }
    }

    #[test]
    fn a_damaged_line_is_told_and_the_others_count() {
        for (line, place) in [
            ("s1 h9 0123456789abcdef x", "h9"),
            ("s1 p 0123 x", "0123"),
            ("س p 0123456789abcdef x", "س"),
            ("[text ../etc.ar]", "text"),
            ("=======", "======="),
            ("s1", "s1"),
        ] {
            let text = format!("{SMALL}{line}\n");
            let lock = parsed(&text);
            assert_eq!(lock.value.sections.values().map(Vec::len).sum::<usize>(), 3, "{line}");
            let places = lock.diagnostics.iter().map(|it| match &it.place {
                Place::At(span) => &text[span.range()],
                _ => "?",
            });
            assert_eq!(places.collect::<Vec<_>>(), [place], "{line}");
        }
        for outside in ["s1 p 0123456789abcdef x\n", "version 7\n"] {
            assert_eq!(parsed(outside).diagnostics.len(), 1, "{outside}");
        }
    }

    #[test]
    fn a_conflict_has_two_sides() {
        let text = "[text a.ar]\n<<<<<<< HEAD\np1 p 0000000000000001 a\n||||||| base\np1 p 0000000000000000 o\n=======\np1 p 0000000000000002 b\n>>>>>>> branch\np2 p 0000000000000003 c\n";
        let lock = parsed(text);
        assert_eq!(lock.diagnostics, []);
        let hashes = |it: &super::Sections| it.values().flatten().map(|it| it.hash).collect::<Vec<_>>();
        assert_eq!(hashes(&lock.value.sections), [1, 3]);
        assert_eq!(lock.value.other.map(|(_, it)| hashes(&it)), Some(vec![2, 3]));
    }

    #[test]
    fn no_bytes_make_it_panic() {
        for cut in (0..SMALL.len()).filter(|it| SMALL.is_char_boundary(*it)) {
            parsed(&SMALL[cut..]);
            parsed(&SMALL[..cut]);
            parsed(&format!("{}\u{0}é{}", &SMALL[..cut], &SMALL[cut..]));
        }
    }
}
