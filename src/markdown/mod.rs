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
mod parse;
mod pieces;
mod plain;
mod target;

pub use crate::text::bidi::Around;
pub use document::{BlockInfo, Document, Heading, Image, Link, Target};
pub use html::{Labels, Options, Resolved, ResolvedImage, ResolvedLink, Slotted, html};
pub use parse::{parse, parse_fragment};
pub use plain::{ContentsEntry, SearchText, contents, plain_text, plain_text_with, search_text, summary, summary_with};

#[cfg(test)]
mod tests;
