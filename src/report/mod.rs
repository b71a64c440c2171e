//! Diagnostics as something to read: text for people, JSON, SARIF and annotations for machines, in the language asked for.
//!
//! Turns byte ranges into lines and columns, which exist nowhere else. Writes into strings; printing them is the command line's part.
//! Diagnostics are shown in the order in which they are given.

mod card;
mod format;
mod github;
mod human;
mod json;
mod place;
mod sarif;
mod shown;
mod summary;
mod words;

pub use card::{Card, Excerpt, cards};
pub use format::Format;
pub use github::github;
pub use human::{Style, human};
pub use json::json;
pub use place::{Position, Region};
pub use sarif::sarif;
pub use summary::{Summary, summary};
pub use words::words;

#[cfg(test)]
mod tests;
