//! Ids and hashes of blocks.
//!
//! An id is the author's `{#id}`, else a position: the place of a heading among its siblings (`s2`, `s2-1`) and of a block
//! below the nearest heading (`s2-1-p3`, `goals-p1`). Words never enter it, so equal structure gives equal ids in every language.

use std::{borrow::Cow, collections::BTreeMap};

use crate::{
    base::{Fingerprint, Key, Span},
    diag::{Diagnostic, codes::markdown as code},
    text::normal,
};

use super::{
    build::{Draft, DraftKind, small},
    document::{BlockInfo, Document, Kind, Shape, Text},
};

/// Gives every draft its id and hash, and every heading, note and mention its id.
pub(super) fn assign(doc: &mut Document, body: &str, drafts: &[Draft], found: &mut Vec<Diagnostic>) {
    let mut names = Names::default();
    let given: Vec<bool> =
        drafts.iter().map(|it| it.given.as_ref().is_some_and(|(id, span)| names.give(id, *span, found))).collect();
    name_notes(doc, &mut names);
    let mut count = Count::default();
    doc.blocks.reserve_exact(drafts.len());
    for (draft, is_given) in drafts.iter().zip(given) {
        let own = draft.given.as_ref().filter(|_| is_given).map(|(id, _)| id.clone());
        let id = match draft.kind {
            DraftKind::Title => own.unwrap_or_else(|| names.free("s0".to_owned())),
            DraftKind::Heading(level) => count.heading(level, own, &mut names),
            DraftKind::Note(note) => doc.notes[note as usize].id.clone(),
            DraftKind::Other => count.block(own, &mut names),
        };
        let (own, cut) = own_text(draft);
        let hash = hash(body, own, cut);
        let span = doc.places.span(draft.start, draft.end);
        doc.blocks.push(BlockInfo { id, is_given, is_known: false, hash, shape: Shape::Paragraph, span, own, cut });
    }
    shape(doc);
    for heading in &mut doc.headings {
        heading.id.clone_from(&doc.blocks[heading.block as usize - 1].id);
    }
}

fn name_notes(doc: &mut Document, names: &mut Names) {
    for (rank, note) in doc.notes.iter_mut().enumerate() {
        let id = if note.number > 0 { format!("fn-{}", note.number) } else { format!("fn-x{}", rank + 1) };
        note.id = names.free(id);
        for (mention, at) in (1..).zip(&note.mentions) {
            let id = if mention == 1 {
                format!("fnref-{}", note.number)
            } else {
                format!("fnref-{}-{mention}", note.number)
            };
            doc.references[*at as usize].id = names.free(id);
        }
    }
}

/// The ids of one text that are taken.
#[derive(Default)]
struct Names {
    taken: BTreeMap<String, Span>,
}

impl Names {
    /// Takes an author's id, unless it is none or not the first.
    fn give(&mut self, id: &str, span: Span, found: &mut Vec<Diagnostic>) -> bool {
        if !Key::is_valid(id) {
            let near = Key::suggest(id);
            let bad = Diagnostic::at(&code::BAD_ID, span).with("id", id);
            found.push(if near.is_empty() { bad } else { bad.with("near", near.as_str()).hint("near") });
            return false;
        }
        if let Some(first) = self.taken.get(id) {
            found.push(Diagnostic::at(&code::DUPLICATE_ID, span).with("id", id).label(*first, "first"));
            return false;
        }
        self.taken.insert(id.to_owned(), span);
        true
    }

    /// Takes a positional id; one that an author has given already is counted up.
    fn free(&mut self, id: String) -> String {
        // Positions alone never meet, so a text without given ids has nothing to look up.
        if self.taken.is_empty() {
            return id;
        }
        let mut free = id.clone();
        let mut bump = 2;
        while self.taken.contains_key(&free) {
            free = format!("{id}-{bump}");
            bump += 1;
        }
        self.taken.insert(free.clone(), Span::default());
        free
    }
}

/// Where the count of headings and blocks stands.
#[derive(Default)]
struct Count {
    /// Open headings: level, id, headings directly below.
    headings: Vec<(u8, String, u32)>,
    top: u32,
    blocks: u32,
}

impl Count {
    fn heading(&mut self, level: u8, own: Option<String>, names: &mut Names) -> String {
        while self.headings.pop_if(|it| it.0 >= level).is_some() {}
        let id = match self.headings.last_mut() {
            None => {
                self.top += 1;
                own.unwrap_or_else(|| names.free(format!("s{}", self.top)))
            }
            Some((_, above, below)) => {
                *below += 1;
                own.unwrap_or_else(|| names.free(format!("{above}-{below}")))
            }
        };
        self.headings.push((level, id.clone(), 0));
        self.blocks = 0;
        id
    }

    fn block(&mut self, own: Option<String>, names: &mut Names) -> String {
        self.blocks += 1;
        let above = self.headings.last().map(|it| it.1.as_str());
        own.unwrap_or_else(|| {
            names.free(match above {
                None => format!("p{}", self.blocks),
                Some(above) => format!("{above}-p{}", self.blocks),
            })
        })
    }
}

/// Returns the range of a block's own text, and its attribute list where that lies inside.
fn own_text(draft: &Draft) -> (Text, Option<Text>) {
    let end = draft.text_end.unwrap_or(draft.end).max(draft.start);
    let cut = draft.cut.as_ref().filter(|it| it.start >= draft.start && it.end <= end);
    let text = |start: usize, end: usize| Text { start: small(start), end: small(end) };
    (text(draft.start, end), cut.map(|it| text(it.start, it.end)))
}

/// Says of every block what kind it is.
fn shape(doc: &mut Document) {
    for at in 0..doc.nodes.len() {
        let node = doc.nodes[at];
        let Some(block) = doc.blocks.get_mut((node.block as usize).wrapping_sub(1)) else { continue };
        block.shape = match node.kind {
            Kind::Heading(rank) if at == 0 && doc.headings[rank as usize].level == 1 => Shape::Title,
            Kind::Heading(rank) => Shape::Heading(doc.headings[rank as usize].level),
            Kind::Item => Shape::Item,
            Kind::Table => Shape::Table,
            Kind::Quote(_) => Shape::Quote,
            Kind::CodeBlock(_) => Shape::Code,
            Kind::Term => Shape::Term,
            Kind::Definition => Shape::Definition,
            Kind::Note(_) => Shape::Note,
            _ => Shape::Paragraph,
        };
    }
}

/// Hashes the content of a block: without its attributes and nested blocks, its bullet or number, and where its lines break;
/// in NFC. Code keeps its lines.
fn hash(body: &str, own: Text, cut: Option<Text>) -> Fingerprint {
    let mut text = Cow::Borrowed(body[own.range()].trim());
    if let Some(cut) = cut {
        let parts =
            [body[own.start as usize..cut.start as usize].trim(), body[cut.end as usize..own.end as usize].trim()];
        text = Cow::Owned(parts.join("\n").trim().to_owned());
    }
    hash_text(&text)
}

/// Hashes the text of a block or of a value as it is hashed in a document: what is equal by it says the same.
pub fn hash_text(text: &str) -> Fingerprint {
    let text = text.trim();
    let is_code = text.starts_with("```") || text.starts_with("~~~");
    let bare = if is_code { text } else { without_bullet(text) };
    let is_even = !bare.bytes().zip(bare.bytes().skip(1)).any(|(it, next)| {
        matches!(it, b'\n' | b'\r' | b'\t') || it == b' ' && matches!(next, b' ' | b'\n' | b'\r' | b'\t')
    });
    let even = match is_code {
        _ if is_even => Cow::Borrowed(bare),
        true => Cow::Owned(bare.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")),
        false => Cow::Owned(bare.split_ascii_whitespace().collect::<Vec<_>>().join(" ")),
    };
    Fingerprint::of_bytes(normal::nfc(&even).as_bytes())
}

/// Cuts the sign off that makes a list item or a definition: a number changes when a neighbour comes or goes.
fn without_bullet(text: &str) -> &str {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = match text.as_bytes().get(digits) {
        Some(b'-' | b'*' | b'+' | b':') if digits == 0 => &text[1..],
        Some(b'.' | b')') if (1..=9).contains(&digits) => &text[digits + 1..],
        _ => return text,
    };
    if rest.starts_with([' ', '\t', '\n']) { rest.trim_start() } else { text }
}
