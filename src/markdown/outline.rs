//! A text as a list of units that can be laid beside those of its translation: blocks, and the rows of tables.
//!
//! What is quoted as found ([`verbatim`](super::document)) keeps its place and gives up its words: nobody translates it.

use std::ops::Range;

use super::document::{Attributes, Document, Kind, Node, Text};
use crate::base::Span;

/// One unit of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Rank of its block in [`Document::blocks`]; a row has that of its table.
    pub block: usize,
    /// What it is.
    pub kind: UnitKind,
    /// Its first line.
    pub span: Span,
    /// Its own words, without those of blocks in it: one part, or one for each cell of a row.
    pub parts: Vec<UnitPart>,
    /// How many footnotes it mentions.
    pub mentions: usize,
}

/// What a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitKind {
    /// A heading with its level.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// An item of a list.
    Item {
        /// Whether the list is numbered.
        is_ordered: bool,
        /// How many lists are around it.
        depth: u8,
        /// Whether it is done, where it is a task.
        task: Option<bool>,
    },
    /// A quotation or an alert.
    Quote,
    /// Code.
    Code,
    /// A table with so many columns; its rows are units of their own.
    Table(usize),
    /// A row of a table.
    Row,
    /// A term that is defined.
    Term,
    /// A definition.
    Definition,
    /// A footnote.
    Note,
}

/// Words that stand together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitPart {
    /// The words without markup.
    pub text: String,
    /// Where they stand.
    pub span: Span,
    /// The ranks of its links.
    pub links: Vec<usize>,
    /// The ranks of its images.
    pub images: Vec<usize>,
    /// Where a run of `text` begins, and where it stands in the body when it does so letter by letter.
    runs: Vec<(usize, Option<usize>)>,
}

impl UnitPart {
    /// Returns where a range of the words stands in the file; the whole part where markup or an entity hides it.
    pub fn place(&self, doc: &Document, range: &Range<usize>) -> Span {
        let rank = self.runs.partition_point(|(start, _)| *start <= range.start);
        let run = rank.checked_sub(1).map(|it| self.runs[it]);
        let end = self.runs.get(rank).map_or(self.text.len(), |it| it.0);
        match run {
            Some((start, Some(body))) if range.end <= end => {
                doc.places.span(body + range.start - start, body + range.end - start)
            }
            _ => self.span,
        }
    }
}

/// Returns the units of a text: the body in reading order, then the footnotes in the order in which they are mentioned.
/// The heading that is the title of the page is none.
pub fn outline(doc: &Document) -> Vec<Unit> {
    let mut walk = Walk { doc, units: Vec::new(), open: Vec::new(), lists: Vec::new() };
    let mut at = 0;
    while at < doc.nodes.len() {
        at = walk.node(at);
    }
    let mut units = walk.units;
    units.sort_by_key(|(order, _)| *order);
    units.into_iter().map(|(_, unit)| unit).collect()
}

struct Walk<'a> {
    doc: &'a Document,
    /// The units with the number of the note that holds them, 0 for the body.
    units: Vec<(u32, Unit)>,
    /// The units that are being read, with the node that ends each and the number of its note.
    open: Vec<(usize, u32, u32)>,
    lists: Vec<(bool, u32)>,
}

impl Walk<'_> {
    /// Takes a node and returns the next.
    fn node(&mut self, at: usize) -> usize {
        let node = self.doc.nodes[at];
        let rank = u32::try_from(at).unwrap_or(u32::MAX);
        while self.open.pop_if(|it| it.1 <= rank).is_some() {}
        while self.lists.pop_if(|it| it.1 <= rank).is_some() {}
        match node.kind {
            Kind::Heading(_) if at == 0 && self.doc.title.is_some() => return node.next as usize,
            Kind::List => self.lists.push((false, node.next)),
            Kind::OrderedList(_) => self.lists.push((true, node.next)),
            Kind::TableHead | Kind::TableRow => self.open_unit(UnitKind::Row, &node, None),
            Kind::Cell(..) => self.open_cell(&node),
            Kind::Span(rank) if self.doc.spans.get(rank as usize).is_some_and(Attributes::is_verbatim) => {
                return node.next as usize;
            }
            Kind::Text(text, _) | Kind::Code(text) => self.words(&node, text),
            Kind::HardBreak => self.sign("\n"),
            Kind::Link(rank) => self.part(|it| it.links.push(rank as usize)),
            Kind::Image(rank) => self.image(rank as usize),
            Kind::Reference(_) => self.unit(|it| it.mentions += 1),
            Kind::Task(is_done) => self.unit(|it| {
                if let UnitKind::Item { task, .. } = &mut it.kind {
                    *task = Some(is_done);
                }
            }),
            kind if node.block != 0 => {
                if let Some(kind) = self.kind(kind, at) {
                    self.open_unit(kind, &node, Some(node.block as usize - 1));
                }
                if self.is_verbatim(node.block) {
                    return node.next as usize;
                }
            }
            _ => {}
        }
        at + 1
    }

    fn kind(&self, kind: Kind, at: usize) -> Option<UnitKind> {
        Some(match kind {
            Kind::Heading(rank) => UnitKind::Heading(self.doc.headings[rank as usize].level),
            Kind::Paragraph => UnitKind::Paragraph,
            Kind::Item => UnitKind::Item {
                is_ordered: self.lists.last().is_some_and(|it| it.0),
                depth: u8::try_from(self.lists.len()).unwrap_or(u8::MAX),
                task: None,
            },
            Kind::Quote(_) => UnitKind::Quote,
            Kind::CodeBlock(_) => UnitKind::Code,
            Kind::Table => UnitKind::Table(self.columns(at)),
            Kind::Term => UnitKind::Term,
            Kind::Definition => UnitKind::Definition,
            Kind::Note(_) => UnitKind::Note,
            _ => return None,
        })
    }

    /// Counts the cells of a table's head.
    fn columns(&self, table: usize) -> usize {
        let head = table + 1;
        let end = self.doc.nodes.get(head).map_or(head, |it| it.next as usize);
        self.doc.nodes[head.min(end)..end].iter().filter(|it| matches!(it.kind, Kind::Cell(..))).count()
    }

    fn is_verbatim(&self, block: u32) -> bool {
        self.doc.attributes.iter().any(|(it, attributes)| *it == block && attributes.is_verbatim())
    }

    /// Begins a unit. Text outside of any list of cells has one part.
    fn open_unit(&mut self, kind: UnitKind, node: &Node, block: Option<usize>) {
        let note = match node.kind {
            Kind::Note(rank) => match self.doc.notes[rank as usize].number {
                0 => u32::MAX,
                number => number,
            },
            _ => self.open.last().map_or(0, |it| it.2),
        };
        let above = self.open.last().map_or(0, |it| self.units[it.0].1.block);
        let span = self.first_line(node);
        let parts = if matches!(kind, UnitKind::Row | UnitKind::Table(_)) { Vec::new() } else { vec![part(span)] };
        self.open.push((self.units.len(), node.next, note));
        self.units.push((note, Unit { block: block.unwrap_or(above), kind, span, parts, mentions: 0 }));
    }

    fn open_cell(&mut self, node: &Node) {
        let span = self.first_line(node);
        self.unit(|it| it.parts.push(part(span)));
    }

    /// A block of many lines would be a wall of carets.
    fn first_line(&self, node: &Node) -> Span {
        let (start, end) = (node.start as usize, node.end as usize);
        let line = self.doc.pool[start..end].trim_end().split('\n').next().unwrap_or_default();
        self.doc.places.span(start, start + line.trim_end().len())
    }

    fn unit(&mut self, change: impl FnOnce(&mut Unit)) {
        if let Some((at, ..)) = self.open.last() {
            change(&mut self.units[*at].1);
        }
    }

    fn part(&mut self, change: impl FnOnce(&mut UnitPart)) {
        self.unit(|it| {
            if let Some(part) = it.parts.last_mut() {
                change(part);
            }
        });
    }

    fn words(&mut self, node: &Node, text: Text) {
        let is_as_written = node.start <= text.start && text.end <= node.end;
        let body = is_as_written.then_some(node.start as usize);
        let words = self.doc.text(text);
        if let Some((at, ..)) = self.open.last()
            && let Some(part) = self.units[*at].1.parts.last_mut()
        {
            part.runs.push((part.text.len(), body));
            part.text.push_str(words);
        }
    }

    fn sign(&mut self, sign: &str) {
        self.part(|it| {
            it.runs.push((it.text.len(), None));
            it.text.push_str(sign);
        });
    }

    fn image(&mut self, rank: usize) {
        let alt = format!(" {} ", self.doc.images[rank].alt);
        self.part(|it| it.images.push(rank));
        self.sign(&alt);
    }
}

fn part(span: Span) -> UnitPart {
    UnitPart { text: String::new(), span, links: Vec::new(), images: Vec::new(), runs: Vec::new() }
}
