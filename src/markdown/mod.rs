//! One text in Markdown: from bytes to a tree with places, and from the tree to safe HTML.
//!
//! Owns the syntax (CommonMark with tables, footnotes, strikethrough, task lists, definition lists, alerts, `{#id .class}`,
//! `[[key]]` and `[text]{.verbatim}`), the ids and hashes of blocks, and the HTML that a text becomes. It knows no other text:
//! where a link leads, how large an image is and what a label is called, it is told in [`Resolved`].

mod attributes;
mod build;
mod document;
mod footnotes;
mod front;
mod html;
mod ids;
mod inline;
mod limits;
mod outline;
mod parse;
mod parts;
mod pieces;
mod plain;
mod segment;
mod target;

pub use crate::text::bidi::Around;
pub use document::{BlockInfo, Document, Heading, Image, Link, Shape, Target};
pub use html::{Labels, Notice, Options, Resolved, ResolvedImage, ResolvedLink, Slotted, TermLink, html};
pub use ids::hash_text;
pub use outline::{Unit, UnitKind, UnitPart, outline};
pub use parse::{parse, parse_fragment};
pub use parts::{PageIds, Part, parts, parts_html};
pub use plain::{
    ContentsEntry, SearchText, Stretch, StretchRole, contents, plain_text, plain_text_with, search_text, stretches,
    summary, summary_with,
};
pub use segment::{Piece, pieces};

#[cfg(test)]
mod tests;
