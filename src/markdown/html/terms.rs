//! Words that lead to their definitions: a link to the term's page, and a button that shows what it means.
//!
//! Nothing here needs a script. The definition stands behind the words, so that it is read where it belongs; style sheets keep
//! it back until the button or the focus asks for it.

use super::{TermLink, escape::address, writer::Writer};
use crate::markdown::document::Text;

impl Writer<'_> {
    /// Writes the words of a text node, those of terms with their links.
    pub(super) fn mentions(&mut self, at: u32, text: Text) {
        let (doc, terms) = (self.doc, self.with.terms);
        let skip = |place: u32| (place - text.start) as usize;
        let first = terms.partition_point(|it| it.range.start < text.start);
        let mut done = text.start;
        for term in terms[first..].iter().take_while(|it| it.range.end <= text.end) {
            self.words(at, skip(done), doc.text(Text { start: done, end: term.range.start }));
            let rest = doc.text(Text { start: term.range.end, end: text.end });
            done = term.range.end + ending(rest) as u32;
            self.term(term, doc.text(Text { start: term.range.start, end: done }));
        }
        self.words(at, skip(done), doc.text(Text { start: done, end: text.end }));
    }

    /// The button is for the pointer alone: whoever uses keys or listens has the definition with the link.
    fn term(&mut self, term: &TermLink, words: &str) {
        self.out.push_str("<span class=\"term\"><a href=\"");
        address(&term.href, self.out);
        self.out.push('"');
        self.attribute("aria-describedby", &term.id);
        self.out.push('>');
        self.text(words);
        self.out.push_str("</a><button type=\"button\" tabindex=\"-1\"");
        self.attribute("popovertarget", &term.id);
        self.out.push_str(" aria-label=\"");
        self.slotted(&self.with.labels.definition, &term.name);
        self.out.push_str("\"></button><span class=\"definition\" popover=\"\"");
        self.attribute("id", &term.id);
        self.out.push('>');
        self.text(&term.definition);
        self.out.push_str("</span></span>");
    }
}

/// Returns the length of what belongs to the word before it, such as the 's of a possessive: the button stands behind all of it.
fn ending(rest: &str) -> usize {
    let Some(after) = rest.strip_prefix(['\'', '’']) else { return 0 };
    let letters = after.find(|it: char| !it.is_alphabetic()).unwrap_or(after.len());
    if letters == 0 { 0 } else { rest.len() - after.len() + letters }
}
