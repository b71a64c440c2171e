//! The words of texts, for outputs that do not read trees.

use super::{Site, Text, links::LinkTarget};
use crate::{
    base::Lang,
    markdown::{self, SearchText},
};

impl Text {
    /// Returns the words by where they stand; links without words of their own take the title of their target.
    pub fn words(&self, site: &Site, lang: Lang) -> SearchText {
        markdown::search_text(&self.document, |rank| match self.links.get(rank) {
            Some(LinkTarget::Page { page, .. }) => Some(site.title(*page, lang)),
            _ => None,
        })
    }

    /// Returns the words of the first paragraph.
    pub fn opening(&self) -> Option<String> {
        markdown::summary(&self.document)
    }
}
