//! Views in, finished HTML out: the theme, what pages share, single pages, minifying.
//!
//! Knows views and interface words; knows no site, no record and no disk. What pages of one language and depth share is
//! rendered and minified once ([`fragment()`]); a page is its own small frame, rendered and minified once, into which the
//! shared parts and the prose are put ([`page()`]).

mod assets;
mod colour;
mod design;
mod embedded;
mod fragment;
mod functions;
mod lean;
mod load;
mod minify;
mod page;
mod slots;
mod theme;
mod words;

#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;

pub use design::{Design, Font, Shades};
pub use fragment::{Fragment, fragment};
pub use load::{POLICY, load};
pub use minify::{Minify, Piece};
pub use page::page;
pub use theme::{Options, Theme};
