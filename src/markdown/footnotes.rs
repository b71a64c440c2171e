//! Numbers footnotes in the order in which a reader meets them, and names those that are missing, double or unused.

use std::{collections::HashMap, ops::Range};

use crate::diag::{Diagnostic, codes::markdown as code};

use super::{document::Document, limits};

/// Joins mentions to notes and numbers the notes.
pub(super) fn number(doc: &mut Document, missing: Vec<(String, Range<usize>)>, found: &mut Vec<Diagnostic>) {
    for (at, (name, range)) in missing.into_iter().enumerate() {
        let known =
            doc.notes.iter().map(|it| it.name.as_str()).take(if at < limits::COMPARED { limits::COMPARED } else { 0 });
        let span = doc.places.span(range.start, range.end);
        found.push(Diagnostic::at(&code::NO_FOOTNOTE, span).with("name", name.as_str()).nearest(&name, known));
    }
    if doc.notes.is_empty() {
        return;
    }
    let ranks = ranks(doc, found);
    let mut within: Vec<Vec<u32>> = vec![Vec::new(); doc.notes.len()];
    let mut queue: Vec<u32> = Vec::new();
    for (at, reference) in doc.references.iter_mut().enumerate() {
        reference.note = ranks.get(&folded(&reference.name)).copied().unwrap_or_default();
        let at = u32::try_from(at).expect("ranks fit 32 bits, as offsets do");
        match reference.within {
            Some(note) => within[note as usize].push(at),
            None => queue.push(at),
        }
    }
    // Notes are read after the text, in their order, so what they mention counts after what the text mentions.
    let (mut done, mut numbered) = (0, 0);
    while done < queue.len() {
        let mention = queue[done];
        done += 1;
        let rank = doc.references[mention as usize].note as usize;
        let note = &mut doc.notes[rank];
        note.mentions.push(mention);
        if note.number == 0 {
            numbered += 1;
            note.number = numbered;
            queue.extend(std::mem::take(&mut within[rank]));
        }
    }
    for note in doc.notes.iter().filter(|it| {
        it.number == 0 && ranks.get(&folded(&it.name)).is_some_and(|at| doc.notes[*at as usize].node == it.node)
    }) {
        let node = doc.nodes[note.node as usize];
        let span = doc.places.span(node.start as usize, node.start as usize + note.name.len() + 3);
        found.push(Diagnostic::at(&code::UNUSED_FOOTNOTE, span).with("name", note.name.as_str()));
    }
}

/// Ranks the notes by name; the first of a name counts.
fn ranks(doc: &Document, found: &mut Vec<Diagnostic>) -> HashMap<String, u32> {
    let mut ranks = HashMap::new();
    for (rank, note) in (0..).zip(&doc.notes) {
        let first = *ranks.entry(folded(&note.name)).or_insert(rank);
        if first != rank {
            let place = |rank: u32| {
                let node = doc.nodes[doc.notes[rank as usize].node as usize];
                doc.places.span(node.start as usize, node.start as usize + note.name.len() + 3)
            };
            found.push(
                Diagnostic::at(&code::DUPLICATE_ID, place(rank))
                    .with("id", format!("^{}", note.name))
                    .label(place(first), "first"),
            );
        }
    }
    ranks
}

/// Folds a name as the parser does when it looks for the note.
fn folded(name: &str) -> String {
    name.to_lowercase()
}
