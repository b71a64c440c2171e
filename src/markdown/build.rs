//! Builds the tree from the parser's events: which nodes there are, which of them are blocks, and what is wrong with them.

use std::ops::Range;

use pulldown_cmark::{Alignment, BlockQuoteKind, Event, Tag, TagEnd};

use crate::{
    base::Span,
    diag::{Checked, Diagnostic, codes::markdown as code},
};

use super::{
    document::{Alert, Align, Document, Kind, Node, Places},
    footnotes, ids, limits,
};

/// The tree as far as it is built.
pub(super) struct Builder<'t> {
    pub(super) body: &'t str,
    pub(super) doc: Document,
    pub(super) drafts: Vec<Draft>,
    pub(super) open: Vec<Open>,
    /// The last block that ended outside of all others, and the one before.
    pub(super) top: [Option<u32>; 2],
    /// The first node of the inline content that is being read.
    pub(super) run: Option<usize>,
    /// Whether the last node is text that the next text continues.
    pub(super) mergeable: bool,
    /// What the body holds at all, so that texts without braces and notes pay nothing for them.
    pub(super) holds: Holds,
    /// An attribute list that is a paragraph of its own.
    pub(super) lone: Option<(String, Range<usize>)>,
    /// Mentions of footnotes that do not exist.
    pub(super) missing: Vec<(String, Range<usize>)>,
    pub(super) link_depth: usize,
    pub(super) image_depth: usize,
    overflow: usize,
    pub(super) is_code: bool,
    aligns: Vec<Align>,
    column: usize,
    in_head: bool,
    pub(super) level: u8,
    pub(super) note: Option<u32>,
    diagnostics: Vec<Diagnostic>,
}

/// A node whose end is not read yet.
pub(super) struct Open {
    pub node: u32,
    /// Rank plus one of the block that attributes at the end of its words belong to; 0 for none.
    pub owner: u32,
    /// Whether nothing has been read in it: the first paragraph of an item is the item's own.
    pub is_fresh: bool,
    /// The last block that ended in it, and the one before.
    pub last: [Option<u32>; 2],
}

/// A block on its way to an id.
pub(super) struct Draft {
    pub kind: DraftKind,
    pub given: Option<(String, Span)>,
    pub start: usize,
    pub end: usize,
    /// Where the first nested block begins.
    pub text_end: Option<usize>,
    /// Its attribute list, which is no content.
    pub cut: Option<Range<usize>>,
}

/// What decides the id of a block.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum DraftKind {
    Title,
    Heading(u8),
    Note(u32),
    Other,
}

/// Signs that occur somewhere in a body.
#[derive(Clone, Copy)]
pub(super) struct Holds {
    pub braces: bool,
    pub spans: bool,
    pub notes: bool,
    pub keys: bool,
}

impl<'t> Builder<'t> {
    pub(super) fn new(places: Places, body: &'t str) -> Self {
        let braces = body.contains('{');
        let holds = Holds {
            braces,
            spans: braces && body.contains("]{"),
            notes: body.contains("[^"),
            keys: body.contains("[[]]"),
        };
        let mut pool = String::with_capacity(body.len() + 64);
        pool.push_str(body);
        let doc = Document {
            places,
            pool,
            body_length: small(body.len()),
            nodes: Vec::with_capacity(body.len() / 32 + 8),
            is_clean: !limits::may_need_correction(body),
            ..Document::default()
        };
        Self {
            body,
            doc,
            drafts: Vec::new(),
            open: Vec::new(),
            top: [None; 2],
            run: None,
            mergeable: false,
            holds,
            lone: None,
            missing: Vec::new(),
            link_depth: 0,
            image_depth: 0,
            overflow: 0,
            is_code: false,
            aligns: Vec::new(),
            column: 0,
            in_head: false,
            level: 0,
            note: None,
            diagnostics: Vec::new(),
        }
    }

    pub(super) fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    pub(super) fn span(&self, range: Range<usize>) -> Span {
        self.doc.places.span(range.start, range.end)
    }

    /// Gives ids and hashes and returns the finished text.
    pub(super) fn finish(mut self) -> Checked<Document> {
        footnotes::number(&mut self.doc, std::mem::take(&mut self.missing), &mut self.diagnostics);
        ids::assign(&mut self.doc, self.body, &self.drafts, &mut self.diagnostics);
        for image in &self.doc.images {
            let found = Diagnostic::at(&code::MISSING_ALT, image.span);
            if image.is_decorative {
                continue;
            } else if image.alt.trim().is_empty() {
                self.diagnostics.push(found.hint("decorative"));
            } else if image.is_called_as_its_file() {
                self.diagnostics.push(found.hint("name"));
            }
        }
        self.doc.attributes.sort_by_key(|(block, _)| *block);
        Checked::new(self.doc, self.diagnostics)
    }

    /// Takes one event; `written` is where the destination of a reference link stands.
    pub(super) fn event(&mut self, event: Event<'t>, range: Range<usize>, written: Option<Range<usize>>) {
        if self.image_depth > 0 {
            return self.alternative(&event);
        }
        if self.overflow > 0 {
            match event {
                Event::Start(_) => self.overflow += 1,
                Event::End(_) => self.overflow -= 1,
                _ => {}
            }
            return;
        }
        match event {
            Event::Start(tag) => self.start(tag, range, written),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) => self.text(&text, range),
            Event::SoftBreak => self.text("\n", range),
            Event::Code(text) => {
                let text = self.pooled(&text, &range);
                let span = self.span(range.clone());
                self.doc.verbatim.push(span);
                self.leaf(Kind::Code(text), range);
            }
            Event::HardBreak => self.leaf(Kind::HardBreak, range),
            Event::TaskListMarker(is_done) => self.leaf(Kind::Task(is_done), range),
            Event::FootnoteReference(name) => self.mention(&name, range),
            Event::InlineHtml(html) => {
                let text = self.pooled(&html, &range);
                self.refuse_html(range.clone());
                self.leaf(Kind::Refused(text), range);
            }
            Event::Html(html) => {
                let text = self.pooled(&html, &range);
                self.push(Kind::Refused(text), &range, 0);
            }
            Event::Rule => {
                self.flush();
                self.push(Kind::Rule, &range, 0);
            }
            Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text, range),
        }
    }

    fn start(&mut self, tag: Tag<'t>, range: Range<usize>, written: Option<Range<usize>>) {
        if self.open.len() >= limits::DEPTH {
            if !self.diagnostics.iter().any(|it| *it.code == code::LIMIT) {
                self.report(Diagnostic::at(&code::LIMIT, self.span(range)).with("limit", limits::DEPTH));
            }
            self.overflow = 1;
            return;
        }
        match tag {
            Tag::Emphasis => self.open_inline(Kind::Emphasis, range),
            Tag::Strong => self.open_inline(Kind::Strong, range),
            Tag::Strikethrough | Tag::Superscript | Tag::Subscript => self.open_inline(Kind::Strikethrough, range),
            Tag::Link { link_type, dest_url, title, .. } => {
                self.link_depth += 1;
                if self.link_depth == 1 {
                    let destination = self.destination(link_type, &dest_url, &range, written);
                    self.link(destination, title.into_string(), range);
                }
            }
            Tag::Image { link_type, dest_url, title, .. } => {
                let destination = self.destination(link_type, &dest_url, &range, written);
                self.image(destination, title.into_string(), range);
            }
            tag => self.start_block(tag, range),
        }
    }

    fn start_block(&mut self, tag: Tag<'t>, range: Range<usize>) {
        match tag {
            Tag::Paragraph => self.open_block(Kind::Paragraph, range, true),
            Tag::Heading { level, .. } => self.heading(level as u8, range),
            Tag::BlockQuote(kind) => self.open_block(Kind::Quote(kind.map(alert)), range, true),
            Tag::CodeBlock(kind) => self.code_block(kind, range),
            Tag::List(None) => self.open_block(Kind::List, range, false),
            Tag::List(Some(start)) => self.open_block(Kind::OrderedList(start), range, false),
            Tag::Item => self.open_block(Kind::Item, range, true),
            Tag::FootnoteDefinition(name) => self.note(&name, range),
            Tag::DefinitionList => self.open_block(Kind::DefinitionList, range, false),
            Tag::DefinitionListTitle => self.open_block(Kind::Term, range, true),
            Tag::DefinitionListDefinition => self.open_block(Kind::Definition, range, true),
            Tag::Table(aligns) => {
                self.aligns = aligns.into_iter().map(align).collect();
                self.open_block(Kind::Table, range, true);
            }
            Tag::TableHead | Tag::TableRow => {
                self.in_head = tag == Tag::TableHead;
                self.column = 0;
                self.open_block(if self.in_head { Kind::TableHead } else { Kind::TableRow }, range, false);
            }
            Tag::TableCell => {
                let align = self.aligns.get(self.column).copied().unwrap_or(Align::Natural);
                self.column += 1;
                self.open_block(Kind::Cell(align, self.in_head), range, false);
            }
            // Metadata is not enabled; raw HTML is all that is left.
            _ => {
                self.open_block(Kind::RefusedBlock, range, false);
                self.is_code = true;
            }
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Superscript | TagEnd::Subscript => {
                self.close()
            }
            TagEnd::Link => {
                self.link_depth -= 1;
                if self.link_depth == 0 {
                    self.end_link();
                }
            }
            TagEnd::Image => {}
            TagEnd::Paragraph => {
                self.flush();
                self.close();
                self.place_lone_attributes();
            }
            TagEnd::Heading(_) => {
                self.flush();
                self.close();
                self.end_heading();
            }
            TagEnd::HtmlBlock => {
                self.is_code = false;
                self.close();
                self.refuse_html(range);
            }
            TagEnd::CodeBlock => {
                self.is_code = false;
                self.close();
                let span = self.span(range);
                self.doc.verbatim.push(span);
            }
            TagEnd::FootnoteDefinition => {
                self.flush();
                self.close();
                self.note = None;
            }
            _ => {
                self.flush();
                self.close();
            }
        }
    }

    pub(super) fn push(&mut self, kind: Kind, range: &Range<usize>, block: u32) -> u32 {
        let at = small(self.doc.nodes.len());
        self.doc.nodes.push(Node { kind, start: small(range.start), end: small(range.end), next: at + 1, block });
        self.mergeable = false;
        at
    }

    pub(super) fn leaf(&mut self, kind: Kind, range: Range<usize>) {
        self.begin_run();
        self.push(kind, &range, 0);
    }

    pub(super) fn begin_run(&mut self) {
        if self.run.is_none() && !self.is_code {
            self.run = Some(self.doc.nodes.len());
            if let Some(open) = self.open.last_mut() {
                open.is_fresh = false;
            }
        }
    }

    pub(super) fn open_inline(&mut self, kind: Kind, range: Range<usize>) {
        self.begin_run();
        let node = self.push(kind, &range, 0);
        self.open.push(Open { node, owner: 0, is_fresh: false, last: [None; 2] });
    }

    fn open_block(&mut self, kind: Kind, range: Range<usize>, is_block: bool) {
        self.open_draft(kind, range, is_block.then_some(DraftKind::Other));
    }

    pub(super) fn open_draft(&mut self, kind: Kind, range: Range<usize>, draft: Option<DraftKind>) {
        self.flush();
        let parent = self.open.last_mut();
        let (mut owner, mut is_own) = (0, draft.is_some());
        if let Some(parent) = parent {
            owner = parent.owner;
            is_own &= !(kind == Kind::Paragraph && parent.is_fresh && owner != 0);
            parent.is_fresh = false;
        }
        if is_own {
            if let Some(outer) = self.drafts.get_mut((owner as usize).wrapping_sub(1)) {
                outer.text_end.get_or_insert(range.start);
            }
            let kind = draft.unwrap_or(DraftKind::Other);
            self.drafts.push(Draft {
                kind,
                given: None,
                start: range.start,
                end: range.end,
                text_end: None,
                cut: None,
            });
            owner = small(self.drafts.len());
        }
        let node = self.push(kind, &range, if is_own { owner } else { 0 });
        let is_fresh = matches!(kind, Kind::Item | Kind::Quote(_) | Kind::Definition | Kind::Note(_));
        self.open.push(Open { node, owner, is_fresh, last: [None; 2] });
    }

    pub(super) fn close(&mut self) {
        self.mergeable = false;
        let open = self.open.pop().expect("events of the parser are balanced");
        self.doc.nodes[open.node as usize].next = small(self.doc.nodes.len());
        let last = self.open.last_mut().map_or(&mut self.top, |it| &mut it.last);
        *last = [Some(open.node), last[0]];
    }
}

fn alert(kind: BlockQuoteKind) -> Alert {
    match kind {
        BlockQuoteKind::Note => Alert::Note,
        BlockQuoteKind::Tip => Alert::Tip,
        BlockQuoteKind::Important => Alert::Important,
        BlockQuoteKind::Warning => Alert::Warning,
        BlockQuoteKind::Caution => Alert::Caution,
    }
}

/// Reads `:--` as the start of the line: left in an English text, right in an Arabic one.
fn align(written: Alignment) -> Align {
    match written {
        Alignment::None => Align::Natural,
        Alignment::Left => Align::Start,
        Alignment::Center => Align::Center,
        Alignment::Right => Align::End,
    }
}

/// Narrows an offset; a body is at most [`limits::BYTES`] long and its pool a small multiple of that.
pub(super) fn small(at: usize) -> u32 {
    u32::try_from(at).expect("offsets into a text of limited size fit 32 bits")
}
