//! A text in parts that can stand beside their counterparts in another language: where they begin, and their HTML.
//!
//! A part is a block outside of all others, an item of a list, a term with its definitions, or a footnote. Tables, quotes
//! and code stay whole. Which part answers which is not decided here.

use std::{collections::BTreeSet, ops::Range};

use super::{
    document::{Document, Kind},
    html::{Resolved, Writer},
};

/// A part of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part<'d> {
    /// The id of its block; empty for what has none, such as a rule.
    pub id: &'d str,
    pub(super) form: Form,
    /// The nodes that it is made of.
    pub(super) start: u32,
    pub(super) end: u32,
}

/// What stands around the nodes of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Nothing.
    Plain,
    /// The list with this node; its number, where items are counted.
    Item(u32, Option<u64>),
    /// A list of definitions.
    Terms,
    /// The heading above the footnotes, which no node stands for.
    NotesTitle,
    /// The footnote with this rank.
    Note(u32),
}

/// Returns the parts of a text in reading order; without the heading that opens it where the page shows it as its title.
pub fn parts(doc: &Document, drop_title: bool) -> Vec<Part<'_>> {
    let mut out = Vec::with_capacity(doc.blocks.len() + 1);
    let title = drop_title && doc.title.is_some();
    let mut at = if title { doc.nodes.first().map_or(0, |it| it.next) } else { 0 };
    while let Some(node) = doc.nodes.get(at as usize) {
        match node.kind {
            Kind::List => items(doc, at, None, &mut out),
            Kind::OrderedList(first) => items(doc, at, Some(first), &mut out),
            Kind::DefinitionList => terms(doc, at, &mut out),
            Kind::Note(_) => {}
            _ => out.push(part(doc, Form::Plain, at, node.next)),
        }
        at = node.next;
    }
    notes(doc, &mut out);
    out
}

fn part(doc: &Document, form: Form, start: u32, end: u32) -> Part<'_> {
    let block = doc.nodes[start as usize].block as usize;
    let id = block.checked_sub(1).map_or("", |it| doc.blocks[it].id.as_str());
    Part { id, form, start, end }
}

/// Lists the nodes directly below another.
fn children(doc: &Document, list: u32) -> impl Iterator<Item = u32> {
    let end = doc.nodes[list as usize].next;
    let inside = move |it: u32| (it < end).then_some(it);
    std::iter::successors(inside(list + 1), move |it| inside(doc.nodes[*it as usize].next))
}

fn items<'d>(doc: &'d Document, list: u32, first: Option<u64>, out: &mut Vec<Part<'d>>) {
    for (item, rank) in children(doc, list).zip(0u64..) {
        let number = first.map(|it| it.saturating_add(rank));
        out.push(part(doc, Form::Item(list, number), item, doc.nodes[item as usize].next));
    }
}

/// A group begins with the first of its terms.
fn terms<'d>(doc: &'d Document, list: u32, out: &mut Vec<Part<'d>>) {
    let mut last = None;
    for node in children(doc, list) {
        let (kind, next) = (doc.nodes[node as usize].kind, doc.nodes[node as usize].next);
        let begins = kind == Kind::Term && last != Some(Kind::Term) || last.is_none();
        match out.last_mut().filter(|_| !begins) {
            Some(group) => group.end = next,
            None => out.push(part(doc, Form::Terms, node, next)),
        }
        last = Some(kind);
    }
}

fn notes<'d>(doc: &'d Document, out: &mut Vec<Part<'d>>) {
    let ranked = (0u32..).zip(&doc.notes).filter(|(_, it)| it.number > 0);
    let mut mentioned: Vec<_> = ranked.collect();
    mentioned.sort_by_key(|(_, it)| it.number);
    if !mentioned.is_empty() {
        out.push(Part { id: "", form: Form::NotesTitle, start: 0, end: 0 });
    }
    for (rank, note) in mentioned {
        let end = doc.nodes[note.node as usize].next;
        out.push(Part { id: &note.id, form: Form::Note(rank), start: note.node + 1, end });
    }
}

/// The ids of a page that texts in several languages share.
#[derive(Debug)]
pub struct PageIds<'a> {
    /// Stands before the ids of blocks, whatever their language.
    pub prefix: &'a str,
    /// The ids that the page has, those of all parts among them; grows.
    pub taken: &'a mut BTreeSet<String>,
}

/// Returns the HTML of each part.
///
/// The page gives the ids of the parts themselves. What lies deeper has its id unless it is taken, so that the first
/// language has it. Mentions of footnotes, of which each language has its own, have ids with the prefix of the options.
pub fn parts_html(doc: &Document, with: &Resolved<'_>, parts: &[Part<'_>], ids: PageIds<'_>) -> Vec<String> {
    let mut out = String::with_capacity(doc.pool.len() + doc.pool.len() / 2);
    let mut writer = Writer::sharing(doc, with, ids, &mut out);
    let ranges: Vec<Range<usize>> = parts.iter().map(|it| writer.part(it)).collect();
    ranges.into_iter().map(|it| out[it].to_owned()).collect()
}
