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
    build::{Draft, DraftKind},
    document::{BlockInfo, Document},
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
        let hash = hash(body, draft);
        doc.blocks.push(BlockInfo { id, is_given, hash, span: doc.places.span(draft.start, draft.end) });
    }
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

/// Hashes the content of a block: without its attributes and nested blocks, in NFC, with LF.
fn hash(body: &str, draft: &Draft) -> Fingerprint {
    let end = draft.text_end.unwrap_or(draft.end).max(draft.start);
    let own = &body[draft.start..end];
    let mut text = Cow::Borrowed(own.trim());
    if let Some(cut) = draft.cut.as_ref().filter(|it| it.start >= draft.start && it.end <= end) {
        text =
            Cow::Owned([body[draft.start..cut.start].trim(), body[cut.end..end].trim()].join("\n").trim().to_owned());
    }
    if text.contains('\r') {
        text = Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"));
    }
    Fingerprint::of_bytes(normal::nfc(&text).as_bytes())
}
