//! Footnotes: mentions in the text, notes at its end, and the ways back.

use crate::{base::Dir, markdown::document::Kind};

use super::{escape::escape, writer::Writer};

impl Writer<'_> {
    /// Writes the mention of a footnote. Inside a link it is no link: links do not nest.
    pub(super) fn reference(&mut self, rank: u32) {
        let reference = &self.doc.references[rank as usize];
        let Some(note) = self.doc.notes.get(reference.note as usize) else { return };
        let number = self.number(note.number as usize);
        self.out.push_str("<sup class=\"footnote-ref\">");
        if self.in_link || reference.id.is_empty() {
            self.out.push_str(&number);
        } else {
            self.out.push_str("<a href=\"#");
            // On a shared page a note stands beside its translations, under the id that they have in common.
            self.out.push_str(self.shared.as_ref().map_or(self.with.options.prefix, |it| it.ids.prefix));
            self.out.push_str(&note.id);
            self.out.push('"');
            self.id(&reference.id);
            self.out.push_str(" role=\"doc-noteref\" aria-label=\"");
            self.slotted(&self.with.labels.footnote, &number);
            self.out.push_str("\">");
            self.out.push_str(&number);
            self.out.push_str("</a>");
        }
        self.out.push_str("</sup>");
    }

    /// Writes the notes that the text mentions, in the order of their numbers.
    pub(super) fn notes(&mut self) {
        let mut notes: Vec<u32> =
            (0..).zip(&self.doc.notes).filter(|(_, it)| it.number > 0).map(|(rank, _)| rank).collect();
        if notes.is_empty() {
            return;
        }
        notes.sort_by_key(|it| self.doc.notes[*it as usize].number);
        self.out.push_str("<section class=\"footnotes\" role=\"doc-endnotes\">");
        self.notes_title();
        self.out.push_str("<ol>");
        for note in notes {
            self.note(note);
        }
        self.out.push_str("</ol></section>");
    }

    pub(super) fn notes_title(&mut self) {
        let level = char::from(b'0' + self.with.options.top_level.clamp(1, 6));
        self.out.push_str("<h");
        self.out.push(level);
        self.out.push('>');
        escape(&self.with.labels.footnotes, self.out);
        self.out.push_str("</h");
        self.out.push(level);
        self.out.push('>');
    }

    pub(super) fn note(&mut self, rank: u32) {
        let note = &self.doc.notes[rank as usize];
        self.out.push_str("<li");
        if self.shared.is_none() {
            self.id(&note.id);
        }
        self.out.push('>');
        let end = self.doc.nodes[note.node as usize].next;
        self.last_of_note = self.last_paragraph(note.node, end).map(|it| (it, rank));
        self.flow(note.node + 1, end);
        if self.last_of_note.take().is_some() || self.last_paragraph(note.node, end).is_none() {
            self.out.push_str("<p>");
            self.ways_back(rank);
            self.out.push_str("</p>");
        }
        self.out.push_str("</li>");
    }

    /// Returns the paragraph that ends a note.
    fn last_paragraph(&self, note: u32, end: u32) -> Option<u32> {
        let mut at = note + 1;
        let mut last = None;
        while at < end {
            last = Some(at);
            at = self.doc.nodes[at as usize].next;
        }
        last.filter(|it| self.doc.nodes[*it as usize].kind == Kind::Paragraph)
    }

    pub(super) fn ways_back(&mut self, rank: u32) {
        let note = &self.doc.notes[rank as usize];
        for (mention, at) in (1..).zip(&note.mentions) {
            self.out.push_str(" <a class=\"footnote-back\" href=\"#");
            self.out.push_str(self.with.options.prefix);
            self.out.push_str(&self.doc.references[*at as usize].id);
            self.out.push_str("\" role=\"doc-backlink\" aria-label=\"");
            let mut number = self.number(note.number as usize);
            if mention > 1 {
                number.push('-');
                number.push_str(&self.number(mention));
            }
            self.slotted(&self.with.labels.footnote_back, &number);
            self.out.push_str("\">");
            self.out.push_str(if self.state.dir == Dir::Rtl { "↪" } else { "↩" });
            self.out.push_str("</a>");
        }
    }
}
