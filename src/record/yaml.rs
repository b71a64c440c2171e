//! Strict YAML with a place on every key and value.
//!
//! Nothing is resolved here: `no`, `007`, `1_000` and `2014-09-07` stay the text that the author wrote, and the kind of
//! the record decides what they mean. The parser's events are read directly, not through serde: they carry byte offsets,
//! do not guess types and cost a fraction of the way through `Spanned` values. What no editor needs is refused: anchors,
//! aliases, tags, directives, several documents in one file.

mod lines;
mod recover;
mod syntax;

use std::ops::Range;

use serde_yaml::granit_parser::{Event, Options, Parser, ScalarStyle, Span as Mark, StrInput, StructureStyle};

use crate::{
    base::{FileId, Origin, Span, Spanned},
    diag::{Arg, Checked, Diagnostic, Place, codes},
};

/// How deep lists and mappings may nest; more is a mistake or an attack on the stack.
pub const DEPTH_LIMIT: usize = 32;
/// How many values one document may hold.
pub const SIZE_LIMIT: usize = 500_000;
/// The name under which a mapping says that some of its entries could not be read; its value is [`Node::Broken`].
pub const UNREAD: &str = "";

/// One YAML value as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// No value: nothing after the colon, `~` or `null`.
    Null,
    /// A single value.
    Scalar(Scalar),
    /// A list.
    Sequence(Vec<Spanned<Node>>),
    /// Names with values, doubles included.
    Mapping(Vec<(Spanned<String>, Spanned<Node>)>),
    /// Something refused and already reported; readers pass over it in silence.
    Broken,
}

/// A single value as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scalar {
    /// The text: as it stands in the file when plain, decoded when quoted or a block.
    pub text: String,
    /// Whether it stands in quotes or in a block (`|`, `>`).
    pub quoted: bool,
    /// Where its lines stand in the file, unless the text stands there as it is.
    lines: Lines,
}

/// From which bytes of a text on which bytes of its file follow; nothing for a text that stands there as it is.
type Lines = Option<Box<[(u32, u32)]>>;

impl Node {
    /// Returns the id of the message that names this type of value.
    pub fn type_name(&self) -> &'static str {
        match self {
            Self::Null | Self::Broken => "type-nothing",
            Self::Scalar(_) => "type-text",
            Self::Sequence(_) => "type-list",
            Self::Mapping(_) => "type-mapping",
        }
    }

    /// Returns the text of a single value.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Scalar(scalar) => Some(&scalar.text),
            _ => None,
        }
    }
}

impl Spanned<Node> {
    /// Finds the single value that stands at a place, and how places in its text become places in the file.
    pub fn origin(&self, of: Span) -> Option<Origin> {
        match &self.value {
            Node::Scalar(scalar) if self.span == of => {
                let start = of.start + u32::from(scalar.quoted);
                Origin::new(of.file, scalar.lines.as_deref().unwrap_or(&[(0, start)]))
            }
            Node::Sequence(items) => items.iter().filter(|it| it.holds(of)).find_map(|it| it.origin(of)),
            Node::Mapping(entries) => entries.iter().filter(|(_, it)| it.holds(of)).find_map(|(_, it)| it.origin(of)),
            _ => None,
        }
    }

    fn holds(&self, other: Span) -> bool {
        self.span.start <= other.start && other.end <= self.span.end
    }
}

/// Reads the YAML document in `range` of `text`. Places count from the start of `text`, so that front matter keeps its own.
/// An empty document has no value; one that does not parse has what is left of it without the entries that are at fault.
pub fn read(file: FileId, text: &str, range: Range<usize>) -> Checked<Option<Spanned<Node>>> {
    let (start, source) = without_bom(text, range);
    recover::read(file, start, source)
}

/// Cuts a byte-order mark off, which some editors write and nobody sees.
fn without_bom(text: &str, range: Range<usize>) -> (usize, &str) {
    let source = text.get(range.clone()).unwrap_or_default();
    match source.strip_prefix('\u{FEFF}') {
        Some(rest) => (range.end - rest.len(), rest),
        None => (range.start, source),
    }
}

struct Reader<'a> {
    file: FileId,
    /// Where `source` begins in the file.
    start: usize,
    source: &'a str,
    parser: Parser<'a, StrInput<'a>>,
    depth: usize,
    size: usize,
    /// Where the brackets that are still open stand.
    open: Vec<usize>,
    /// What was left out of `source` because it could not be read.
    gaps: &'a [Range<usize>],
    diagnostics: Vec<Diagnostic>,
}

/// A fault that ends the document; boxed, because every value passes by its place.
type Fault = Box<Diagnostic>;

impl<'a> Reader<'a> {
    fn new(file: FileId, start: usize, source: &'a str, gaps: &'a [Range<usize>]) -> Self {
        let mut options = Options::default();
        options.set_emit_comments(false);
        options.disallow_directives = true;
        options.emit_unresolved_aliases = true;
        options.emit_anchor_events = true;
        options.flow_nesting_limit = DEPTH_LIMIT;
        options.block_nesting_limit = DEPTH_LIMIT;
        // A key longer than a paragraph is a forgotten colon, but a long value in front of a comma is none.
        options.simple_key_max_lookahead = 1024;
        let parser = Parser::new_from_str_with_options(source, options);
        Self { file, start, source, parser, depth: 0, size: 0, open: Vec::new(), gaps, diagnostics: Vec::new() }
    }

    fn document(&mut self) -> Result<Option<Spanned<Node>>, Fault> {
        let mut found = None;
        loop {
            let (event, mark) = self.next()?;
            match event {
                Event::StreamEnd => return Ok(found.filter(|it: &Spanned<Node>| !is_absent(it))),
                Event::DocumentStart(..) if found.is_some() => {
                    return Err(syntax::several_documents(self.span(&mark)).into());
                }
                Event::StreamStart | Event::DocumentStart(..) | Event::DocumentEnd => {}
                event => found = Some(self.node(event, mark)?),
            }
        }
    }

    fn next(&mut self) -> Result<(Event<'a>, Mark), Fault> {
        match self.parser.next_event() {
            Some(Ok(next)) => Ok(next),
            Some(Err(error)) => {
                Err(syntax::report(self.file, self.start, self.source, self.open.last().copied(), &error).into())
            }
            None => Ok((Event::StreamEnd, Mark::default())),
        }
    }

    /// Returns what lies behind a fault: an alias (`*important* note`) that the parser stumbles over only later in the line.
    fn cause_of(&mut self, fault: Diagnostic) -> Diagnostic {
        let (Place::At(here), Some(Place::At(before))) = (&fault.place, self.diagnostics.last().map(|it| &it.place))
        else {
            return fault;
        };
        let between = Span { start: before.start, ..*here };
        if self.slice(between).contains('\n') { fault } else { self.diagnostics.pop().unwrap_or(fault) }
    }

    /// Reads the value that `event` begins.
    fn node(&mut self, event: Event<'a>, mark: Mark) -> Result<Spanned<Node>, Fault> {
        self.count(&mark)?;
        if let Some(tag) = mark.tag_span() {
            self.diagnostics.push(Diagnostic::at(&codes::yaml::ALIAS, self.span(&tag)));
        }
        match event {
            Event::Scalar(text, style, anchor, _) => {
                let span = self.trimmed(&mark);
                self.anchor(anchor)?;
                let quoted = style != ScalarStyle::Plain;
                if !quoted && matches!(&*text, "" | "~" | "null" | "Null" | "NULL") {
                    let value = if self.is_left_out(span) { Node::Broken } else { Node::Null };
                    return Ok(Spanned::new(value, span));
                }
                let lines = lines::of(self.slice(span), &text, span.start);
                Ok(Spanned::new(Node::Scalar(Scalar { text: text.into_owned(), quoted, lines }), span))
            }
            Event::SequenceStart(style, anchor, _) => {
                self.anchor(anchor)?;
                self.deeper(style, &mark, Self::sequence)
            }
            Event::MappingStart(style, anchor, _) => {
                self.anchor(anchor)?;
                self.deeper(style, &mark, Self::mapping)
            }
            _ => {
                let span = self.span(&mark);
                self.diagnostics.push(Diagnostic::at(&codes::yaml::ALIAS, span));
                Ok(Spanned::new(Node::Broken, span))
            }
        }
    }

    /// Takes the event of an anchor, which follows the value that it names.
    fn anchor(&mut self, anchor: usize) -> Result<(), Fault> {
        if anchor != 0 {
            let (_, mark) = self.next()?;
            self.diagnostics.push(Diagnostic::at(&codes::yaml::ALIAS, self.span(&mark)));
        }
        Ok(())
    }

    fn count(&mut self, mark: &Mark) -> Result<(), Fault> {
        self.size += 1;
        if self.size > SIZE_LIMIT || self.depth > DEPTH_LIMIT {
            let (what, limit) =
                if self.depth > DEPTH_LIMIT { ("limit-depth", DEPTH_LIMIT) } else { ("limit-size", SIZE_LIMIT) };
            let fault = Diagnostic::at(&codes::yaml::LIMIT, self.span(mark));
            return Err(fault.with("what", Arg::Message(what)).with("limit", limit).into());
        }
        Ok(())
    }

    fn deeper(
        &mut self,
        style: StructureStyle,
        first: &Mark,
        read: fn(&mut Self, StructureStyle, &Mark) -> Result<Spanned<Node>, Fault>,
    ) -> Result<Spanned<Node>, Fault> {
        self.depth += 1;
        if style == StructureStyle::Flow {
            self.open.push(first.start.byte_offset().unwrap_or_default());
        }
        let value = read(self, style, first)?;
        if style == StructureStyle::Flow {
            self.open.pop();
        }
        self.depth -= 1;
        Ok(value)
    }

    fn sequence(&mut self, style: StructureStyle, first: &Mark) -> Result<Spanned<Node>, Fault> {
        let mut items = Vec::new();
        loop {
            match self.next()? {
                (Event::SequenceEnd, last) => {
                    let inner = items.last().map(|it: &Spanned<Node>| it.span.end);
                    return Ok(Spanned::new(
                        Node::Sequence(items),
                        self.around(style, self.dash(style, first), inner, &last),
                    ));
                }
                (event, mark) => items.push(self.node(event, mark)?),
            }
        }
    }

    fn mapping(&mut self, style: StructureStyle, first: &Mark) -> Result<Spanned<Node>, Fault> {
        let mut entries: Vec<(Spanned<String>, Spanned<Node>)> = Vec::new();
        loop {
            let (event, mark) = self.next()?;
            if event == Event::MappingEnd {
                let inner = entries.last().map(|(key, value)| value.span.end.max(key.span.end));
                return Ok(Spanned::new(Node::Mapping(entries), self.around(style, self.span(first), inner, &mark)));
            }
            let key = self.node(event, mark)?;
            let (event, mark) = self.next()?;
            let value = self.node(event, mark)?;
            let is_left_out = self.is_left_out(key.span);
            let Some(key) = self.name(key) else { continue };
            if !is_left_out {
                entries.push((key, value));
                continue;
            }
            // What stands there was not written so: only its beginning is a place.
            let place = Span { end: key.span.start, ..key.span };
            entries.push((Spanned::new(UNREAD.to_owned(), place), Spanned::new(Node::Broken, place)));
            match value.value {
                Node::Null | Node::Broken if key.value == "_" => {}
                Node::Null | Node::Broken => entries.push((key, Spanned::new(Node::Broken, place))),
                known => {
                    let place = self.start_of_line(place);
                    entries.push((Spanned::new(key.value, place), Spanned::new(known, place)));
                }
            }
        }
    }

    /// Returns the empty place where the line of another begins, behind its indentation.
    fn start_of_line(&self, place: Span) -> Span {
        let before = self.source.get(..place.range().start - self.start).unwrap_or_default();
        let line = before.rfind('\n').map_or(0, |it| it + 1);
        let rest = &self.source[line..];
        let at = self.start + line + rest.len() - rest.trim_start_matches([' ', '\t']).len();
        Span::new(self.file, at, at)
    }

    /// Tells whether something stood there that was left out.
    fn is_left_out(&self, span: Span) -> bool {
        let at = span.range().start - self.start;
        self.gaps.iter().any(|it| it.contains(&at))
    }

    /// Returns the key as a name; lists and mappings as keys have no use here.
    fn name(&mut self, key: Spanned<Node>) -> Option<Spanned<String>> {
        match key.value {
            Node::Scalar(scalar) => Some(Spanned::new(scalar.text, key.span)),
            Node::Broken => None,
            Node::Null if key.span.start < key.span.end => {
                Some(Spanned::new(self.slice(key.span).to_owned(), key.span))
            }
            other => {
                let fault =
                    Diagnostic::at(&codes::yaml::WRONG_TYPE, key.span).with("expected", Arg::Message("type-name"));
                self.diagnostics.push(fault.with("found", Arg::Message(other.type_name())));
                None
            }
        }
    }

    /// Returns the place of a list or mapping. A block ends with its last value: the parser only notices the end later.
    fn around(&self, style: StructureStyle, opened: Span, inner: Option<u32>, last: &Mark) -> Span {
        let end = match (style, inner) {
            (StructureStyle::Block, Some(end)) => end,
            (StructureStyle::Block, None) => opened.end,
            (StructureStyle::Flow, _) => self.span(last).end,
        };
        Span { end: end.max(opened.start), ..opened }
    }

    /// Returns the place of a list's beginning: an unindented block list begins for the parser with its first item, for an
    /// author with its dash.
    fn dash(&self, style: StructureStyle, first: &Mark) -> Span {
        let span = self.span(first);
        let (before, after) = self.source.split_at_checked(span.range().start - self.start).unwrap_or_default();
        let blank = before.trim_end_matches([' ', '\t', '\r', '\n']);
        let is_at_dash = after.starts_with('-') && after[1..].chars().next().is_none_or(char::is_whitespace);
        if style == StructureStyle::Flow || is_at_dash || !blank.ends_with('-') {
            return span;
        }
        Span::new(self.file, self.start + blank.len() - 1, span.range().end)
    }

    fn span(&self, mark: &Mark) -> Span {
        let range = mark.byte_range().unwrap_or_default();
        Span::new(self.file, self.start + range.start, self.start + range.end)
    }

    /// Returns the place without the line breaks that belong to the end of a block.
    fn trimmed(&self, mark: &Mark) -> Span {
        let span = self.span(mark);
        let kept = self.slice(span).trim_end_matches([' ', '\t', '\r', '\n']).len();
        Span::new(self.file, span.range().start, span.range().start + kept)
    }

    fn slice(&self, span: Span) -> &'a str {
        let range = span.range();
        self.source
            .get(range.start.saturating_sub(self.start)..range.end.saturating_sub(self.start))
            .unwrap_or_default()
    }
}

/// Tells whether a document holds nothing but comments.
fn is_absent(node: &Spanned<Node>) -> bool {
    node.value == Node::Null
}

#[cfg(test)]
mod tests;
