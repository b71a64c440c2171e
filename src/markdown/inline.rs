//! What is ours in running text, found when a run of inline content ends: `{#id .class}`, `[text]{.verbatim}`, `![…](…){.decorative}`,
//! and mentions of footnotes that do not exist. The parser leaves all of it as text.

use std::ops::Range;

use crate::diag::{Diagnostic, codes::markdown as code};

use super::{
    attributes::{self, Written},
    build::{Builder, small},
    document::{Attributes, Kind, Node, Text},
    limits,
};

/// The class of words that are quoted as found.
pub(super) const VERBATIM: &str = "verbatim";

impl Builder<'_> {
    /// Ends the inline content that is being read, if any.
    pub(super) fn flush(&mut self) {
        let Some(run) = self.run.take() else { return };
        if self.holds.keys {
            self.empty_keys(run);
        }
        if self.holds.braces {
            self.attributes_of_inlines(run);
            if self.holds.spans {
                self.bracketed_spans(run);
            }
            self.attributes_of_block(run);
        }
        if self.holds.notes {
            self.missing_notes(run);
        }
    }

    /// Reports `[[]]`, which the parser leaves as text: a link that was begun and forgotten.
    fn empty_keys(&mut self, run: usize) {
        for at in run..self.doc.nodes.len() {
            let Kind::Text(text, _) = self.doc.nodes[at].kind else { continue };
            let start = text.start as usize;
            // What had to be put together, and what follows a backslash, has brackets that are meant as such.
            let Some(words) = self.body.get(start..text.end as usize) else { continue };
            if self.body[..start].ends_with('\\') {
                continue;
            }
            for (open, empty) in words.match_indices("[[]]") {
                let span = self.span(start + open..start + open + empty.len());
                self.report(Diagnostic::at(&code::EMPTY_TARGET, span).hint("key"));
            }
        }
    }

    /// Gives attributes to a block: `inside` is where the list stands, `cut` the list with what surrounds it.
    pub(super) fn apply(&mut self, list: &str, inside: Range<usize>, cut: Range<usize>, owner: u32) {
        let Some(written) = self.read(list, &inside) else { return };
        let id = written
            .id
            .as_ref()
            .map(|(id, at)| ((*id).to_owned(), self.span(inside.start + at.start..inside.start + at.end)));
        let Some(draft) = self.drafts.get_mut((owner as usize).wrapping_sub(1)) else { return };
        draft.cut = Some(cut);
        if let Some((_, span)) = &id
            && draft.given.is_some()
        {
            let second = Diagnostic::at(&code::BAD_ATTRIBUTE, *span).with("attribute", list).hint("block");
            return self.report(second);
        }
        draft.given = id.or(draft.given.take());
        let attributes = owned(&written);
        if attributes != Attributes::default() {
            self.doc.attributes.push((owner, attributes));
        }
    }

    fn read<'a>(&mut self, list: &'a str, inside: &Range<usize>) -> Option<Written<'a>> {
        match attributes::read(list) {
            Ok(written) => Some(written),
            Err(at) => {
                let span = self.span(inside.start + at.start..inside.start + at.end);
                self.report(Diagnostic::at(&code::BAD_ATTRIBUTE, span).with("attribute", &list[at]).hint("allowed"));
                None
            }
        }
    }

    /// Returns the place in the body of a part of a text node: the node's own where the text had to be put together.
    fn part(&self, node: &Node, text: Text, part: Range<usize>) -> Range<usize> {
        let start = text.start as usize;
        if start < self.body.len() {
            start + part.start..start + part.end
        } else {
            node.start as usize..node.end as usize
        }
    }

    /// Reads the list that directly follows an image. Behind a link there is none, which is said.
    fn attributes_of_inlines(&mut self, run: usize) {
        for at in run + 1..self.doc.nodes.len() {
            let node = self.doc.nodes[at];
            let Kind::Text(text, false) = node.kind else { continue };
            let words = self.doc.text(text);
            let Some(length) = words.strip_prefix('{').and_then(|it| it.find('}')) else { continue };
            let list = words[1..=length].to_owned();
            let inside = self.part(&node, text, 1..1 + length);
            match self.before(run, at) {
                Some(Kind::Image(rank)) if self.decorate(rank, &list, &inside) => {
                    let rest = Text { start: text.start + small(length) + 2, end: text.end };
                    self.doc.nodes[at].kind = Kind::Text(rest, false);
                }
                Some(Kind::Link(_)) if attributes::is_meant(&list) => {
                    self.report(
                        Diagnostic::at(&code::BAD_ATTRIBUTE, self.span(inside)).with("attribute", list).hint("place"),
                    );
                }
                _ => {}
            }
        }
    }

    /// Returns what ends directly before node `at`.
    fn before(&self, run: usize, at: usize) -> Option<Kind> {
        // The containers that end there are at most as many as may be open.
        let mut near = (run..at).rev().take(limits::DEPTH);
        near.rfind(|it| self.doc.nodes[*it].next as usize == at).map(|it| self.doc.nodes[it].kind)
    }

    fn decorate(&mut self, image: u32, list: &str, inside: &Range<usize>) -> bool {
        let Some(written) = self.read(list, inside) else { return true };
        if written.classes == ["decorative"] && written.id.is_none() && written.lang.is_none() {
            let image = &mut self.doc.images[image as usize];
            image.is_decorative = true;
            image.alt.clear();
            return true;
        }
        self.report(
            Diagnostic::at(&code::BAD_ATTRIBUTE, self.span(inside.clone())).with("attribute", list).hint("image"),
        );
        true
    }

    /// Reads a list that ends the run and gives it to the block.
    fn attributes_of_block(&mut self, run: usize) {
        let last = self.doc.nodes.len().wrapping_sub(1);
        let (Some(&node), Some(open)) = (self.doc.nodes.get(last).filter(|_| self.mergeable), self.open.last()) else {
            return;
        };
        let Kind::Text(text, false) = node.kind else { return };
        let (owner, parent) = (open.owner, self.doc.nodes[open.node as usize].kind);
        let words = self.doc.text(text).trim_end();
        let Some(at) = words.strip_suffix('}').and_then(|it| it.rfind('{')) else { return };
        let (before, list) = (&words[..at], words[at + 1..words.len() - 1].to_owned());
        if owner == 0 || matches!(parent, Kind::Cell(..)) || before.ends_with(']') || !attributes::is_meant(&list) {
            return;
        }
        let kept = before.trim_end().len();
        let inside = self.part(&node, text, at + 1..at + 1 + list.len());
        let cut = self.part(&node, text, at..at + 2 + list.len());
        if last == run && kept == 0 && parent == Kind::Paragraph {
            self.lone = Some((list, cut));
            return;
        }
        self.doc.nodes[last].kind = Kind::Text(Text { start: text.start, end: text.start + small(kept) }, false);
        if kept == 0 && last > run && self.doc.nodes[last - 1].kind == Kind::HardBreak {
            self.doc.nodes.truncate(last - 1);
        }
        self.apply(&list, inside, cut, owner);
    }

    /// Turns `[text]{…}` into spans. An opening bracket becomes a node of its own, which a later `]{…}` turns into the span.
    fn bracketed_spans(&mut self, run: usize) {
        let nodes = &self.doc.nodes[run..];
        if !nodes.iter().any(|it| matches!(it.kind, Kind::Text(text, false) if self.doc.text(text).contains("]{"))) {
            return;
        }
        let old = self.doc.nodes.split_off(run);
        let is_text_last = self.mergeable;
        // Old containers that are still open: where they end among the old nodes, and where they begin among the new.
        let mut containers: Vec<(usize, usize)> = Vec::new();
        let mut brackets: Vec<(usize, usize)> = Vec::new();
        for (at, node) in old.iter().enumerate() {
            self.end_containers(&mut containers, run + at);
            while brackets.pop_if(|(_, depth)| *depth > containers.len()).is_some() {}
            match node.kind {
                Kind::Text(text, false) => self.split_brackets(node, text, &mut brackets, containers.len()),
                _ => {
                    if node.next as usize > run + at + 1 {
                        containers.push((node.next as usize, self.doc.nodes.len()));
                    }
                    self.push_old(*node, node.kind, node.start, node.end);
                }
            }
        }
        self.end_containers(&mut containers, run + old.len());
        let last = self.doc.nodes.len() - 1;
        let ends_in_span =
            self.doc.nodes[run..last].iter().any(|it| matches!(it.kind, Kind::Span(_)) && it.next as usize == last + 1);
        self.mergeable = is_text_last && !ends_in_span;
    }

    fn end_containers(&mut self, containers: &mut Vec<(usize, usize)>, at: usize) {
        while let Some((_, node)) = containers.pop_if(|(end, _)| *end <= at) {
            self.doc.nodes[node].next = small(self.doc.nodes.len());
        }
    }

    fn push_old(&mut self, old: Node, kind: Kind, start: u32, end: u32) {
        let next = small(self.doc.nodes.len() + 1);
        self.doc.nodes.push(Node { kind, start, end, next, block: old.block });
    }

    fn push_words(&mut self, node: &Node, text: Text, part: Range<usize>) {
        if part.is_empty() {
            return;
        }
        let at = self.part(node, text, part.clone());
        let words = Text { start: text.start + small(part.start), end: text.start + small(part.end) };
        self.push_old(*node, Kind::Text(words, false), small(at.start), small(at.end));
    }

    /// Splits a text node at opening brackets and around the lists behind closing ones.
    fn split_brackets(&mut self, node: &Node, text: Text, brackets: &mut Vec<(usize, usize)>, depth: usize) {
        let words = self.doc.text(text).to_owned();
        let (mut done, mut from) = (0, 0);
        while let Some(at) = words[from..].find(['[', ']']).map(|it| from + it) {
            from = at + 1;
            if words[at..].starts_with('[') {
                self.push_words(node, text, done..at);
                brackets.push((self.doc.nodes.len(), depth));
                self.push_words(node, text, at..from);
                done = from;
                continue;
            }
            let Some((opened, _)) = brackets.pop_if(|(_, opened)| *opened == depth) else { continue };
            let list = words[from..]
                .strip_prefix('{')
                .and_then(|it| it.bytes().take(limits::LIST).position(|it| it == b'}').map(|end| &it[..end]));
            if let Some(list) = list
                && let Some(attributes) = self.span_attributes(node, text, from + 1, list)
            {
                self.push_words(node, text, done..at);
                from += 2 + list.len();
                let end = self.part(node, text, at..from).end;
                self.make_span(opened, end, attributes);
                done = from;
            }
        }
        self.push_words(node, text, done..words.len());
    }

    fn span_attributes(&mut self, node: &Node, text: Text, at: usize, list: &str) -> Option<Attributes> {
        let inside = self.part(node, text, at..at + list.len());
        let written = self.read(list, &inside)?;
        if written.id.is_some() {
            self.report(Diagnostic::at(&code::BAD_ATTRIBUTE, self.span(inside)).with("attribute", list).hint("span"));
            return None;
        }
        Some(owned(&written))
    }

    fn make_span(&mut self, opened: usize, end: usize, attributes: Attributes) {
        let span = self.span(self.doc.nodes[opened].start as usize..end);
        if attributes.classes.iter().any(|it| it == VERBATIM) {
            self.doc.verbatim.push(span);
        }
        self.doc.spans.push(attributes);
        let rank = small(self.doc.spans.len() - 1);
        let next = small(self.doc.nodes.len());
        let opening = &mut self.doc.nodes[opened];
        (opening.kind, opening.next, opening.end) = (Kind::Span(rank), next, small(end));
    }

    /// Remembers mentions that the parser left as text, because nothing defines them.
    fn missing_notes(&mut self, run: usize) {
        for at in run..self.doc.nodes.len() {
            let node = self.doc.nodes[at];
            let Kind::Text(text, false) = node.kind else { continue };
            let words = self.doc.text(text);
            let mut found = Vec::new();
            for (start, _) in words.match_indices("[^") {
                let rest = &words[start + 2..];
                let name =
                    rest.split(|it: char| matches!(it, ']' | '[') || it.is_whitespace()).next().unwrap_or_default();
                let end = start + 3 + name.len();
                if !name.is_empty() && rest[name.len()..].starts_with(']') {
                    found.push((name.to_owned(), self.part(&node, text, start..end)));
                }
            }
            self.missing.extend(found);
        }
    }
}

fn owned(written: &Written) -> Attributes {
    Attributes {
        classes: written.classes.iter().map(|it| (*it).to_owned()).collect(),
        lang: written.lang.map(str::to_owned),
    }
}
