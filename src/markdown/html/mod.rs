//! The tree as HTML: our own writer, which knows a closed list of elements and attributes and escapes everything else.

pub(super) mod escape;
mod inline;
mod notes;
mod runs;
mod terms;
mod writer;

use std::ops::Range;

use crate::{base::Dir, text::bidi::Around};

use super::document::Document;
pub(super) use writer::Writer;

/// What the rest of the site answers to a text: everything that its HTML needs and the text cannot know.
#[derive(Clone, Copy, Debug)]
pub struct Resolved<'a> {
    /// Answers to [`Document::links`] by rank; external links need none.
    pub links: &'a [ResolvedLink],
    /// Answers to [`Document::images`] by rank.
    pub images: &'a [ResolvedImage],
    /// Words of the text that lead to their definitions, in reading order.
    pub terms: &'a [TermLink],
    /// Our own words in the page's language.
    pub labels: &'a Labels,
    /// The page's direction and the site's languages.
    pub around: Around<'a>,
    /// How the text stands in the page.
    pub options: Options<'a>,
}

/// How a text stands in a page.
#[derive(Clone, Copy, Debug)]
pub struct Options<'a> {
    /// Leaves out the heading that opens the text, because the page shows it as its title.
    pub drop_title: bool,
    /// The highest level that a heading of the text may have: 2 below the title of a page. Lower levels follow.
    pub top_level: u8,
    /// Gives every block its id, not only headings and blocks whose author gave one.
    pub all_ids: bool,
    /// Stands before every id, where several texts share a page.
    pub prefix: &'a str,
    /// What is said before blocks, by their order in the text.
    pub notices: &'a [Notice],
}

/// Something that the page says inside of a text, before the part of it that holds a block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notice {
    /// The rank of the block.
    pub block: usize,
    /// Safe HTML that may stand between paragraphs.
    pub html: String,
}

impl Default for Options<'_> {
    fn default() -> Self {
        Self { drop_title: true, top_level: 2, all_ids: false, prefix: "", notices: &[] }
    }
}

/// Where a link leads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ResolvedLink {
    /// The address; without one the link becomes plain text.
    pub href: Option<String>,
    /// The title of the target, for a `[[key]]` without words.
    pub text: Option<String>,
    /// Tag and direction of the target's language where it does not exist in the page's.
    pub language: Option<(String, Dir)>,
    /// Whether the link leads to a page of this language that shows a text of that one.
    pub is_stand_in: bool,
}

/// What an image shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ResolvedImage {
    /// The address; without one the image becomes its alternative text.
    pub src: Option<String>,
    /// Width and height in pixels.
    pub size: Option<(u32, u32)>,
}

/// Words of a text that lead to what they mean.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TermLink {
    /// Where they stand, as [`super::Stretch`] counts.
    pub range: Range<u32>,
    /// The page of the term.
    pub href: String,
    /// Names the definition on this page.
    pub id: String,
    /// The term's own name.
    pub name: String,
    /// What it means.
    pub definition: String,
}

/// Our own words in a page's language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labels {
    /// Names the link of a heading to itself; takes the heading.
    pub permalink: Slotted,
    /// Names a table; takes its number.
    pub table: Slotted,
    /// The heading above the footnotes.
    pub footnotes: String,
    /// Names the mention of a footnote; takes its number.
    pub footnote: Slotted,
    /// Names the way back from a footnote; takes its number.
    pub footnote_back: Slotted,
    /// Names what shows the definition of a term; takes the term.
    pub definition: Slotted,
    /// Names the mark of a task that is done.
    pub task_done: String,
    /// Names the mark of a task that is open.
    pub task_open: String,
    /// The titles of alerts: note, tip, important, warning, caution.
    pub alerts: [String; 5],
    /// The digits of numbers that the reader sees; empty for `0` to `9`.
    pub digits: Vec<char>,
}

/// A text with one place to fill.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Slotted {
    /// What stands before the place.
    pub before: String,
    /// What stands after it.
    pub after: String,
}

impl Slotted {
    /// Splits a formatted message at the marker that was given as its argument.
    pub fn split(message: &str, marker: &str) -> Self {
        let (before, after) = message.split_once(marker).unwrap_or((message, ""));
        Self { before: before.to_owned(), after: after.to_owned() }
    }
}

/// Writes a text as HTML behind what `out` holds already.
pub fn html(doc: &Document, with: &Resolved, out: &mut String) {
    out.reserve(doc.pool.len() + doc.pool.len() / 2);
    Writer::new(doc, with, out).write();
}
