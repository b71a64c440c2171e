//! A text without its markup: for search, descriptions and contents.

use std::ops::Range;

use super::document::{Attributes, Document, Kind};
use crate::base::Span;

/// Returns the words of a text, one block per line. A `[[key]]` without words gives the key.
pub fn plain_text(doc: &Document) -> String {
    plain_text_with(doc, |_| None)
}

/// Returns the words of a text, one block per line; `title` gives the words of a `[[key]]` without words, by rank of the link.
pub fn plain_text_with<'a>(doc: &Document, title: impl Fn(usize) -> Option<&'a str>) -> String {
    let mut out = String::with_capacity(doc.pool.len());
    collect(doc, 0..doc.nodes.len(), &title, &mut out);
    out.truncate(out.trim_end().len());
    out
}

/// What a search may find in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchText {
    /// The words of the headings, one per line, without the title.
    pub headings: String,
    /// What is quoted as found, one quotation per line.
    pub quoted: String,
    /// All other words.
    pub body: String,
}

/// Returns the words of a text for the search: headings and what is quoted as found apart.
pub fn search_text<'a>(doc: &Document, title: impl Fn(usize) -> Option<&'a str>) -> SearchText {
    let mut out =
        SearchText { headings: String::new(), quoted: String::new(), body: String::with_capacity(doc.pool.len()) };
    let is_apart = |kind: Kind| match kind {
        Kind::Heading(_) => true,
        Kind::Span(rank) => doc.spans.get(rank as usize).is_some_and(Attributes::is_verbatim),
        _ => false,
    };
    let mut at = 0;
    while at < doc.nodes.len() {
        let end = doc.nodes[at..].iter().position(|it| is_apart(it.kind)).map_or(doc.nodes.len(), |it| at + it);
        collect(doc, at..end, &title, &mut out.body);
        let Some(node) = doc.nodes.get(end) else { break };
        at = node.next as usize;
        if matches!(node.kind, Kind::Span(_)) {
            collect(doc, end + 1..at, &title, &mut out.quoted);
            out.quoted.push('\n');
        } else {
            out.body.push('\n');
            if end > 0 || doc.title.is_none() {
                collect(doc, end + 1..at, &title, &mut out.headings);
                out.headings.push('\n');
            }
        }
    }
    out
}

/// A stretch of running text without a change of markup.
#[derive(Clone, Copy, Debug)]
pub struct Stretch<'a> {
    /// Its words.
    pub text: &'a str,
    /// Where they begin in the document's own count, by which [`super::TermLink`]s name words.
    pub at: u32,
    /// The rank of the block that holds it.
    pub block: Option<usize>,
    /// Where it stands in the file; the words begin where the place does only if it is exact.
    pub span: Span,
    /// Whether each byte of the words is one of the file.
    pub is_exact: bool,
    /// What it belongs to.
    pub role: StretchRole,
}

/// What running text belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StretchRole {
    /// A sentence.
    Sentence,
    /// A heading.
    Heading,
    /// A link.
    Link,
}

/// Lists the running text of a document in reading order: no code, nothing quoted as found, nothing in a language of its own.
pub fn stretches(doc: &Document) -> Vec<Stretch<'_>> {
    let mut out = Vec::with_capacity(doc.nodes.len());
    let (mut at, mut heading_end, mut link_end) = (0, 0, 0);
    // Blocks that are open, each with the node behind its last.
    let mut blocks: Vec<(usize, usize)> = Vec::new();
    while at < doc.nodes.len() {
        let (node, rank) = (&doc.nodes[at], at);
        while blocks.pop_if(|(end, _)| *end <= rank).is_some() {}
        if node.block > 0 {
            blocks.push((node.next as usize, node.block as usize - 1));
        }
        at += 1;
        match node.kind {
            Kind::CodeBlock(_) | Kind::RefusedBlock => at = node.next as usize,
            Kind::Span(rank) if doc.spans[rank as usize].lang.is_some() || doc.spans[rank as usize].is_verbatim() => {
                at = node.next as usize;
            }
            Kind::Heading(_) => heading_end = node.next as usize,
            // It shows its target's title.
            Kind::Link(rank) if doc.links[rank as usize].wants_title() => at = node.next as usize,
            Kind::Link(_) => link_end = node.next as usize,
            Kind::Text(text, _) => {
                let role = match (rank < link_end, rank < heading_end) {
                    (true, _) => StretchRole::Link,
                    (_, true) => StretchRole::Heading,
                    _ => StretchRole::Sentence,
                };
                let span = doc.places.span(node.start as usize, node.end as usize);
                let is_exact = text.start == node.start && doc.places.are_exact();
                let block = blocks.last().map(|(_, block)| *block);
                out.push(Stretch { text: doc.text(text), at: text.start, block, span, is_exact, role });
            }
            _ => {}
        }
    }
    out
}

/// Returns the words of the first paragraph, for a description where the author gave none.
pub fn summary(doc: &Document) -> Option<String> {
    summary_with(doc, |_| None)
}

/// Returns the words of the first paragraph; `title` gives the words of a `[[key]]` without words, by rank of the link.
pub fn summary_with<'a>(doc: &Document, title: impl Fn(usize) -> Option<&'a str>) -> Option<String> {
    let at = doc.nodes.iter().position(|it| it.kind == Kind::Paragraph)?;
    let mut out = String::new();
    collect(doc, at + 1..doc.nodes[at].next as usize, &title, &mut out);
    Some(out.trim().replace('\n', " ")).filter(|it| !it.is_empty())
}

/// One line of a table of contents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContentsEntry<'a> {
    /// Depth below the highest heading, from 0.
    pub depth: u8,
    /// The id to link to.
    pub id: &'a str,
    /// The words.
    pub text: &'a str,
}

/// Returns the headings of the two highest levels in use below the page's title.
pub fn contents(doc: &Document) -> Vec<ContentsEntry<'_>> {
    let headings = &doc.headings[usize::from(doc.title.is_some())..];
    let top = headings.iter().map(|it| it.level).min().unwrap_or(1);
    let shown = headings.iter().filter(|it| it.level <= top + 1 && !it.text.is_empty());
    shown.map(|it| ContentsEntry { depth: it.level - top, id: &it.id, text: &it.text }).collect()
}

/// Returns the words of a range of nodes on one line.
pub(super) fn words(doc: &Document, nodes: Range<usize>) -> String {
    let mut out = String::new();
    collect(doc, nodes, &|_| None, &mut out);
    if out.contains('\n') { out.replace('\n', " ") } else { out }
}

fn collect<'a>(doc: &Document, nodes: Range<usize>, title: &impl Fn(usize) -> Option<&'a str>, out: &mut String) {
    let mut at = nodes.start;
    while at < nodes.end {
        let node = doc.nodes[at];
        at += 1;
        match node.kind {
            Kind::Text(text, _) | Kind::Code(text) => out.push_str(doc.text(text)),
            Kind::Image(rank) => out.push_str(&doc.images[rank as usize].alt),
            Kind::HardBreak => out.push('\n'),
            Kind::Cell(..) if !out.is_empty() && !out.ends_with('\n') => out.push(' '),
            Kind::Link(rank) => {
                if let Some(words) =
                    doc.links.get(rank as usize).and_then(|it| it.wants_title().then(|| title(rank as usize)).flatten())
                {
                    out.push_str(words);
                    at = node.next as usize;
                }
            }
            Kind::Refused(_) | Kind::Reference(_) | Kind::Task(_) => {}
            kind if kind.is_inline() || matches!(kind, Kind::Cell(..)) => {}
            _ if !out.is_empty() && !out.ends_with('\n') => out.push('\n'),
            _ => {}
        }
    }
}
