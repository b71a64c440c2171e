//! Stands in for `text::bidi` until that module exists; the signatures are the same.

use crate::base::Dir;

/// What surrounds a run of text: the direction of the page, and the languages of the site with theirs.
#[derive(Clone, Copy, Debug)]
pub struct Around<'a> {
    /// The direction in which the text stands.
    pub dir: Dir,
    /// The tags of the site's languages, with their directions.
    pub languages: &'a [(&'a str, Dir)],
}

/// Writes `text` as HTML.
pub(super) fn html(text: &str, _around: &Around, out: &mut String) {
    super::html::escape(text, out);
}

/// Returns the direction of a language that the site does not declare, by its usual script.
pub(super) fn direction(_tag: &str) -> Dir {
    Dir::Ltr
}
