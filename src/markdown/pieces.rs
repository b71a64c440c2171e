//! The parts of a text that need more than a node: text runs, links, images, headings, code, notes, refused HTML.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Tag, TagEnd};

use crate::{
    base::{Span, Spanned},
    diag::{Diagnostic, Fix, codes::markdown as code},
};

use super::{
    attributes,
    build::{Builder, DraftKind, small},
    document::{Heading, Image, Kind, Link, Note, Reference, Target, Text},
    limits, plain, target,
};

/// The longest piece of an author's text that a message repeats.
const QUOTED: usize = 60;

/// A destination as read, or nothing when it was refused and reported.
pub(super) struct Destination {
    target: Target,
    is_key: bool,
}

impl Builder<'_> {
    /// Adds text, joined to the text before it: what belongs together is isolated and marked up together.
    pub(super) fn text(&mut self, piece: &str, range: Range<usize>) {
        self.begin_run();
        let is_verbatim = self.is_verbatim(piece, &range);
        if !self.is_code && self.holds.braces | self.holds.notes {
            if !is_verbatim && piece.contains(['[', ']', '{', '}']) {
                let text = self.pooled(piece, &range);
                self.push(Kind::Text(text, true), &range, 0);
                return;
            }
            if is_verbatim && self.is_escaped_bracket(piece, &range) {
                let mid = range.start + 1;
                self.push(Kind::Text(stretch(range.start, mid), true), &(range.start..mid), 0);
                if mid == range.end {
                    return;
                }
                return self.text_node(&piece[1..], mid..range.end, true);
            }
        }
        self.text_node(piece, range, is_verbatim);
    }

    fn text_node(&mut self, piece: &str, range: Range<usize>, is_verbatim: bool) {
        let pool = small(self.doc.pool.len());
        let last = self.doc.nodes.last_mut().filter(|_| self.mergeable);
        if let Some(node) = last
            && let Kind::Text(text, false) = &mut node.kind
        {
            node.end = small(range.end);
            if is_verbatim && text.end as usize == range.start && text.end as usize <= self.body.len() {
                text.end = node.end;
                return;
            }
            if text.end != pool || text.start < small(self.body.len()) {
                self.doc.pool.extend_from_within(text.start as usize..text.end as usize);
                *text = Text { start: pool, end: pool };
            }
            self.doc.is_clean &= !limits::may_need_correction(piece);
            self.doc.pool.push_str(piece);
            text.end = small(self.doc.pool.len());
            return;
        }
        let text = if is_verbatim { stretch(range.start, range.end) } else { self.pooled(piece, &range) };
        self.push(Kind::Text(text, false), &range, 0);
        self.mergeable = true;
    }

    fn is_verbatim(&self, piece: &str, range: &Range<usize>) -> bool {
        self.body.get(range.clone()).is_some_and(|it| it == piece)
    }

    /// Tells whether a text piece begins with a bracket behind a backslash. The backslash is a gap between two pieces.
    fn is_escaped_bracket(&self, piece: &str, range: &Range<usize>) -> bool {
        let is_gap = self.doc.nodes.last().is_none_or(|it| it.end as usize != range.start);
        is_gap && piece.starts_with(['[', ']', '{', '}']) && self.body[..range.start].ends_with('\\')
    }

    /// Returns a place in the pool that holds `piece`: the body's own where it stands there as it is.
    pub(super) fn pooled(&mut self, piece: &str, range: &Range<usize>) -> Text {
        if self.is_verbatim(piece, range) {
            return stretch(range.start, range.end);
        }
        let start = self.doc.pool.len();
        self.doc.is_clean &= !limits::may_need_correction(piece);
        self.doc.pool.push_str(piece);
        stretch(start, self.doc.pool.len())
    }

    /// Reads a destination and reports one that is not allowed.
    pub(super) fn destination(
        &mut self,
        link_type: LinkType,
        address: &str,
        range: &Range<usize>,
        written: Option<Range<usize>>,
    ) -> Destination {
        let exact = self.written_at(link_type, address, range, written);
        let about = || self.written_about(link_type, range).unwrap_or_else(|| range.clone());
        let span = self.span(exact.clone().unwrap_or_else(about));
        let is_exact = exact.is_some() && self.doc.places.are_divisible();
        if let LinkType::WikiLink { has_pothole } = link_type {
            let label = has_pothole.then(String::new);
            return Destination { target: target::read_key(address, span, is_exact, label), is_key: true };
        }
        let address = if link_type == LinkType::Email { format!("mailto:{address}") } else { address.to_owned() };
        let target = target::read(&address, span, is_exact).unwrap_or_else(|scheme| {
            self.report(Diagnostic::at(&code::UNSAFE_SCHEME, span).with("scheme", scheme).hint("allowed"));
            Target::Refused
        });
        Destination { target, is_key: false }
    }

    /// Finds where a destination is written as it is; escapes and entities can hide it.
    fn written_at(
        &self,
        link_type: LinkType,
        address: &str,
        range: &Range<usize>,
        written: Option<Range<usize>>,
    ) -> Option<Range<usize>> {
        let within = written.unwrap_or_else(|| range.clone());
        let slice = self.body.get(within.clone())?;
        let from_start = matches!(link_type, LinkType::WikiLink { .. } | LinkType::Autolink | LinkType::Email);
        let at = if from_start { slice.find(address) } else { slice.rfind(address) }?;
        (!address.is_empty()).then_some(within.start + at..within.start + at + address.len())
    }

    /// Finds where the destination of a link in parentheses stands that is written otherwise than it reads.
    fn written_about(&self, link_type: LinkType, range: &Range<usize>) -> Option<Range<usize>> {
        let slice = self.body.get(range.clone())?.strip_suffix(')').filter(|_| link_type == LinkType::Inline)?;
        let start = slice.rfind("](")? + "](".len();
        let end = slice[start..].find([' ', '\n']).map_or(slice.len(), |it| start + it);
        (start < end).then_some(range.start + start..range.start + end)
    }

    pub(super) fn link(&mut self, mut destination: Destination, title: String, range: Range<usize>) {
        let rank = small(self.doc.links.len());
        let span = self.span(range.clone());
        if matches!(&destination.target, Target::Address { path, fragment: None } if path.value.is_empty()) {
            self.report(Diagnostic::at(&code::EMPTY_TARGET, span));
        }
        if matches!(&destination.target, Target::Key { key, fragment: None, .. } if key.value.is_empty()) {
            self.report(Diagnostic::at(&code::EMPTY_TARGET, span).hint("key"));
            destination.target = Target::Refused;
        }
        self.doc.links.push(Link { target: destination.target, title, span });
        self.open_inline(Kind::Link(rank), range);
    }

    pub(super) fn end_link(&mut self) {
        let node = self.open.last().map_or(0, |it| it.node as usize);
        self.close();
        let Kind::Link(rank) = self.doc.nodes[node].kind else { return };
        let words = plain::words(&self.doc, node + 1..self.doc.nodes.len());
        let is_key = self.body.get(self.doc.nodes[node].start as usize..).is_some_and(|it| it.starts_with("[["));
        let link = &mut self.doc.links[rank as usize];
        match &mut link.target {
            Target::Key { label: None, .. } => {}
            Target::Key { label, .. } if words.trim().is_empty() => *label = None,
            Target::Key { label, .. } => *label = Some(words),
            // A link by a key that is missing was told of.
            Target::Refused if is_key => {}
            _ if words.trim().is_empty() => {
                let span = link.span;
                self.report(Diagnostic::at(&code::EMPTY_LINK, span));
            }
            _ => {}
        }
    }

    pub(super) fn image(&mut self, destination: Destination, title: String, range: Range<usize>) {
        self.image_depth = 1;
        let rank = small(self.doc.images.len());
        let span = self.span(range.clone());
        let target = match destination.target {
            // Embedding is not a thing here: `![[map.png]]` is an image by its path.
            Target::Key { key, fragment, .. } if destination.is_key => Target::Address { path: key, fragment },
            target => target,
        };
        self.doc.images.push(Image { target, alt: String::new(), title, is_decorative: false, span });
        self.leaf(Kind::Image(rank), range);
    }

    /// Takes the events inside an image: only their words count.
    pub(super) fn alternative(&mut self, event: &Event) {
        let alt = &mut self.doc.images.last_mut().expect("an image is open").alt;
        match event {
            Event::Start(Tag::Image { .. }) => self.image_depth += 1,
            Event::End(TagEnd::Image) => self.image_depth -= 1,
            Event::Text(text) | Event::Code(text) => alt.push_str(text),
            Event::SoftBreak | Event::HardBreak => alt.push(' '),
            _ => {}
        }
    }

    pub(super) fn heading(&mut self, level: u8, range: Range<usize>) {
        let rank = small(self.doc.headings.len());
        // The opening heading is the page's title: it is above the count, or texts with and without one would differ.
        let kind = if level == 1 && self.doc.nodes.is_empty() { DraftKind::Title } else { DraftKind::Heading(level) };
        let span = self.span(range.clone());
        self.open_draft(Kind::Heading(rank), range, Some(kind));
        let block = small(self.drafts.len());
        self.doc.headings.push(Heading { level, id: String::new(), text: String::new(), span, block });
    }

    pub(super) fn end_heading(&mut self) {
        let node = self.top_or_last();
        let words = plain::words(&self.doc, node + 1..self.doc.nodes.len()).trim().to_owned();
        let heading = self.doc.headings.last_mut().expect("a heading has ended");
        let (span, level) = (heading.span, heading.level);
        if node == 0 && level == 1 {
            self.doc.title = Some(Spanned::new(words.clone(), span));
        }
        let is_empty = words.is_empty();
        heading.text = words;
        if is_empty {
            self.report(Diagnostic::at(&code::EMPTY_HEADING, span));
        }
        // The page's title is level one, wherever it comes from; a value of a record has no say in levels above it.
        let expected = self.level.max(1) + 1;
        if level > expected && (self.level > 0 || self.doc.places.are_exact()) {
            let skipped = Diagnostic::at(&code::SKIPPED_LEVEL, span);
            self.report(skipped.with("level", usize::from(level)).with("expected", usize::from(expected)));
        }
        self.level = level;
    }

    /// Returns the block that has just ended.
    fn top_or_last(&self) -> usize {
        self.open.last().map_or(self.top, |it| it.last)[0].unwrap_or_default() as usize
    }

    pub(super) fn code_block(&mut self, kind: CodeBlockKind, range: Range<usize>) {
        let info = match kind {
            CodeBlockKind::Fenced(info) => info.into_string(),
            CodeBlockKind::Indented => String::new(),
        };
        let (words, list) = match info.find('{') {
            Some(at) if info.ends_with('}') && attributes::is_meant(&info[at + 1..info.len() - 1]) => {
                (&info[..at], Some(&info[at + 1..info.len() - 1]))
            }
            _ => (info.as_str(), None),
        };
        let language = words.split_ascii_whitespace().next().map(|it| self.pooled(it, &(0..0)));
        self.open_draft(Kind::CodeBlock(language), range.clone(), Some(DraftKind::Other));
        self.is_code = true;
        if let Some(list) = list {
            let at = self.body[range.clone()]
                .find(list)
                .map_or(range.clone(), |at| range.start + at..range.start + at + list.len());
            let owner = small(self.drafts.len());
            self.apply(list, at.clone(), at.start - 1..at.end + 1, owner);
        }
    }

    pub(super) fn note(&mut self, name: &str, range: Range<usize>) {
        let rank = small(self.doc.notes.len());
        self.note = Some(rank);
        let node = small(self.doc.nodes.len());
        self.open_draft(Kind::Note(rank), range, Some(DraftKind::Note(rank)));
        self.doc.notes.push(Note { name: name.to_owned(), node, number: 0, id: String::new(), mentions: Vec::new() });
    }

    pub(super) fn mention(&mut self, name: &str, range: Range<usize>) {
        let rank = small(self.doc.references.len());
        self.doc.references.push(Reference { name: name.to_owned(), note: 0, id: String::new(), within: self.note });
        self.leaf(Kind::Reference(rank), range);
    }

    /// Reports raw HTML and offers to show it as it is written.
    pub(super) fn refuse_html(&mut self, range: Range<usize>) {
        let written = self.body[range.clone()].trim_end();
        let end = range.start + written.len();
        let quoted: String = written.lines().next().unwrap_or_default().trim_start().chars().take(QUOTED).collect();
        let is_comment = quoted.starts_with("<!--");
        let mut found = Diagnostic::at(&code::RAW_HTML, self.span(range.start..end)).with("html", quoted);
        found = found.hint(if is_comment { "comment" } else { "escape" });
        if self.doc.places.are_exact() {
            found.fix = Some(Fix { edits: self.unmake_html(range.start, written, is_comment), is_safe: false });
        }
        self.report(found);
    }

    fn unmake_html(&self, start: usize, written: &str, is_comment: bool) -> Vec<(Span, String)> {
        if is_comment {
            return vec![(self.span(start..start + written.len()), String::new())];
        }
        let opening = written.match_indices('<').map(|(at, _)| start + at);
        opening.map(|at| (self.span(at..at), "\\".to_owned())).collect()
    }

    /// Gives attributes that stand alone to the block above them, which has no place for its own: a table, code, a quote.
    pub(super) fn place_lone_attributes(&mut self) {
        let Some((list, range)) = self.lone.take() else { return };
        let node = self.top_or_last();
        let block = self.doc.nodes[node].block;
        self.doc.nodes.truncate(node);
        if block != 0 && block as usize == self.drafts.len() {
            self.drafts.pop();
        }
        let last = self.open.last_mut().map_or(&mut self.top, |it| &mut it.last);
        *last = [last[1], None];
        let above = last[0]
            .map(|it| self.doc.nodes[it as usize])
            .filter(|it| it.next as usize == node && takes_attributes_after(it.kind));
        let inside = range.start + 1..range.end - 1;
        match above {
            Some(above) => self.apply(&list, inside, range, above.block),
            None => self
                .report(Diagnostic::at(&code::BAD_ATTRIBUTE, self.span(range)).with("attribute", list).hint("block")),
        }
    }
}

fn takes_attributes_after(kind: Kind) -> bool {
    matches!(kind, Kind::Table | Kind::CodeBlock(_) | Kind::Quote(_))
}

fn stretch(start: usize, end: usize) -> Text {
    Text { start: small(start), end: small(end) }
}
