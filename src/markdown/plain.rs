//! A text without its markup: for search, descriptions and contents.

use std::ops::Range;

use super::document::{Attributes, Document, Kind};

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
