//! The tree of one text: a flat list of nodes in reading order, with what other stages ask of a text beside it.

use crate::base::{FileId, Fingerprint, Origin, Span, Spanned};

/// One text, read. Everything that names a place does so in the file that was read.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// The file.
    pub file: FileId,
    /// The YAML between the fences at the top, without the fences.
    pub front_matter: Option<Span>,
    /// The headings in reading order.
    pub headings: Vec<Heading>,
    /// Headings, paragraphs, list items, tables, quotes, code and definitions in reading order.
    pub blocks: Vec<BlockInfo>,
    /// The links in reading order; [`super::ResolvedLink`]s answer them by rank.
    pub links: Vec<Link>,
    /// The images in reading order; [`super::ResolvedImage`]s answer them by rank.
    pub images: Vec<Image>,
    /// The level-one heading that opens the text.
    pub title: Option<Spanned<String>>,
    /// Where the text quotes as found or shows code: no matter for rules of spelling.
    pub verbatim: Vec<Span>,
    pub(super) places: Places,
    /// The body as it was read, followed by such text as the body holds in another form (entities, unfolded lines).
    pub(super) pool: String,
    /// How much of the pool is the body.
    pub(super) body_length: u32,
    pub(super) nodes: Vec<Node>,
    pub(super) attributes: Vec<(u32, Attributes)>,
    pub(super) spans: Vec<Attributes>,
    pub(super) notes: Vec<Note>,
    pub(super) references: Vec<Reference>,
    /// Whether no character can need correction on a page, as in nearly every text.
    pub(super) is_clean: bool,
}

impl Document {
    /// Tells whether the text has no content.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// Returns the block with this id.
    pub fn block(&self, id: &str) -> Option<&BlockInfo> {
        self.blocks.iter().find(|it| it.id == id)
    }

    /// Returns what the author wrote as the block's own: without nested blocks and without its attribute list.
    pub fn source_of(&self, block: &BlockInfo) -> String {
        let pieces = self.own_pieces(block);
        pieces
            .iter()
            .map(|it| self.pool.get(it.clone()).unwrap_or_default().trim())
            .collect::<Vec<_>>()
            .join("\n")
            .trim()
            .to_owned()
    }

    /// Returns where the block's own text stands, without nested blocks.
    pub fn own_span(&self, block: &BlockInfo) -> Span {
        let written = self.pool.get(block.own.range()).unwrap_or_default();
        let start = block.own.start as usize;
        self.places.span(start, start + written.trim_end().len())
    }

    /// Returns the ranges of the body that hold a block's own text: one, or two around its attribute list.
    pub(super) fn own_pieces(&self, block: &BlockInfo) -> Vec<std::ops::Range<usize>> {
        let own = block.own.range();
        match block.cut {
            Some(cut) => vec![own.start..cut.start as usize, cut.end as usize..own.end],
            None => vec![own],
        }
    }

    /// Lists the ids of the mentions of footnotes, which no block may have.
    pub fn mention_ids(&self) -> impl Iterator<Item = &str> {
        self.references.iter().map(|it| it.id.as_str())
    }

    /// Gives every block the id at its rank in `ids`; headings and footnotes follow their blocks.
    pub fn rename(&mut self, ids: Vec<(String, bool)>) {
        for (block, (id, is_known)) in self.blocks.iter_mut().zip(ids) {
            (block.id, block.is_known) = (id, is_known);
        }
        for heading in &mut self.headings {
            heading.id.clone_from(&self.blocks[heading.block as usize - 1].id);
        }
        for note in &mut self.notes {
            let block = self.nodes.get(note.node as usize).map_or(0, |it| it.block) as usize;
            if let Some(block) = self.blocks.get(block.wrapping_sub(1)) {
                note.id.clone_from(&block.id);
            }
        }
    }

    pub(super) fn text(&self, text: Text) -> &str {
        &self.pool[text.start as usize..text.end as usize]
    }
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// The level as written, 1 to 6.
    pub level: u8,
    /// Its id, equal in every language when the structure is equal.
    pub id: String,
    /// Its words without markup.
    pub text: String,
    /// The whole heading.
    pub span: Span,
    pub(super) block: u32,
}

/// A block that can be linked to and compared with its translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockInfo {
    /// Given by the author as `{#id}`, else positional below the nearest heading; never derived from words.
    pub id: String,
    /// Whether the author gave the id.
    pub is_given: bool,
    /// Whether a lock remembers the id: its block in another language has it too.
    pub is_known: bool,
    /// The content without its attributes, bullets and line breaks, in NFC; nested blocks have their own.
    pub hash: Fingerprint,
    /// What kind of block it is.
    pub shape: Shape,
    /// Where it stands.
    pub span: Span,
    /// Its own text in the body, without nested blocks.
    pub(super) own: Text,
    /// Its attribute list inside of that, which is no content.
    pub(super) cut: Option<Text>,
}

/// What kind of block a block is, as far as two versions of it must agree.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shape {
    /// A paragraph.
    #[default]
    Paragraph,
    /// The heading that opens the text as its title.
    Title,
    /// A heading and its level.
    Heading(u8),
    /// An item of a list.
    Item,
    /// A table.
    Table,
    /// A quotation or an alert.
    Quote,
    /// A block of code.
    Code,
    /// A term that is defined.
    Term,
    /// A definition.
    Definition,
    /// A footnote.
    Note,
}

/// A link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What it names.
    pub target: Target,
    /// The title that shows on hover; mostly empty.
    pub title: String,
    /// The whole link.
    pub span: Span,
}

impl Link {
    /// Tells whether it is a `[[key]]` without words, which takes the title of its target.
    pub fn wants_title(&self) -> bool {
        matches!(self.target, Target::Key { label: None, .. })
    }
}

/// An image.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    /// What it shows: an [`Target::Address`] unless a mistake was reported.
    pub target: Target,
    /// The words that stand for it; empty for decoration.
    pub alt: String,
    /// The title that shows on hover; mostly empty.
    pub title: String,
    /// Marked `{.decorative}`.
    pub is_decorative: bool,
    /// The whole image.
    pub span: Span,
}

impl Image {
    /// Tells whether its words are the name of its file, which say nothing of what it shows (WCAG 2.2, F30).
    pub(super) fn is_called_as_its_file(&self) -> bool {
        let path = match &self.target {
            Target::Address { path, .. } => &path.value,
            Target::External(it) => &it.value,
            Target::Fragment(_) | Target::Key { .. } | Target::Refused => return false,
        };
        let file = path.rsplit('/').next().unwrap_or_default();
        let alt = self.alt.trim();
        // The bare name may be a word that does say something: `map`.
        !file.is_empty() && (alt.eq_ignore_ascii_case(file) || alt.eq_ignore_ascii_case(path))
    }
}

/// What a link names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A file of the project, relative to the text: `../mandates/resolution-7833.md#scope`.
    Address {
        /// The path, decoded; empty for a link to the page itself.
        path: Spanned<String>,
        /// What follows `#`.
        fragment: Option<Spanned<String>>,
    },
    /// A place on the same page: `#scope`.
    Fragment(Spanned<String>),
    /// An address outside the site with an allowed scheme.
    External(Spanned<String>),
    /// `[[key#fragment|label]]`.
    Key {
        /// A key, or a path that ends in one.
        key: Spanned<String>,
        /// What follows `#`.
        fragment: Option<Spanned<String>>,
        /// The words of the link; without them it takes the target's title.
        label: Option<String>,
    },
    /// Refused, and reported as such; becomes plain text.
    Refused,
}

/// How offsets of the body become places in the file.
#[derive(Clone, Debug)]
pub(super) enum Places {
    /// The body starts at this byte of the file.
    From(FileId, usize),
    /// The text is a value of YAML, whose bytes are not the file's: everything is where the value is.
    All(Span),
    /// The text is a value of YAML whose lines are known.
    Within(Origin),
}

impl Default for Places {
    fn default() -> Self {
        Self::All(Span::default())
    }
}

impl Places {
    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        match self {
            Self::From(file, base) => Span::new(*file, base + start, base + end),
            Self::All(span) => *span,
            Self::Within(origin) => origin.span(start, end),
        }
    }

    /// Tells whether a change can be offered, because places are exact.
    pub(super) fn are_exact(&self) -> bool {
        matches!(self, Self::From(..))
    }

    /// Tells whether a part of a place is a place.
    pub(super) fn are_divisible(&self) -> bool {
        !matches!(self, Self::All(_))
    }
}

/// A range of [`Document::pool`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Text {
    pub start: u32,
    pub end: u32,
}

impl Text {
    pub(super) fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// One node. Its children are the nodes after it up to `next`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    pub kind: Kind,
    /// Range in the body.
    pub start: u32,
    pub end: u32,
    /// One past its last descendant.
    pub next: u32,
    /// Rank of its block plus one; 0 where it is no block of its own.
    pub block: u32,
}

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Paragraph,
    Heading(u32),
    Quote(Option<Alert>),
    /// The info string is in the pool.
    CodeBlock(Option<Text>),
    List,
    OrderedList(u64),
    Item,
    DefinitionList,
    Term,
    Definition,
    Table,
    TableHead,
    TableRow,
    Cell(Align, bool),
    Note(u32),
    Rule,
    Emphasis,
    Strong,
    Strikethrough,
    Link(u32),
    Span(u32),
    /// The flag says that brackets in it were escaped and mean nothing.
    Text(Text, bool),
    Code(Text),
    /// Raw HTML, refused: shown as text.
    Refused(Text),
    /// The same as a block.
    RefusedBlock,
    HardBreak,
    Image(u32),
    Reference(u32),
    Task(bool),
}

impl Kind {
    pub(super) fn is_inline(self) -> bool {
        use Kind::*;
        matches!(
            self,
            Emphasis
                | Strong
                | Strikethrough
                | Link(_)
                | Span(_)
                | Text(..)
                | Code(_)
                | Refused(_)
                | HardBreak
                | Image(_)
                | Reference(_)
                | Task(_)
        )
    }
}

/// The kinds of alert.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Alert {
    Note,
    Tip,
    Important,
    Warning,
    Caution,
}

/// Alignment of a table cell, in the direction of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Align {
    Natural,
    Start,
    Center,
    End,
}

/// What `{…}` says besides the id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Attributes {
    pub classes: Vec<String>,
    pub lang: Option<String>,
}

impl Attributes {
    /// Tells whether the text is quoted as found.
    pub fn is_verbatim(&self) -> bool {
        self.classes.iter().any(|it| it == "verbatim")
    }
}

/// A footnote.
#[derive(Clone, Debug)]
pub(super) struct Note {
    pub name: String,
    pub node: u32,
    /// From 1 in the order of first mention; 0 when nothing mentions it.
    pub number: u32,
    pub id: String,
    pub mentions: Vec<u32>,
}

/// A mention of a footnote.
#[derive(Clone, Debug, Default)]
pub(super) struct Reference {
    pub name: String,
    pub note: u32,
    pub id: String,
    /// The note that holds the mention, if any.
    pub within: Option<u32>,
}
