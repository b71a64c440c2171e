//! Outputs beside the pages: one file each, pure functions of the site and of what is known of the rendered pages.
//!
//! A new output is a file here and a line in `OUTPUTS`. Nothing here reads or writes a disk.

mod assets;
pub mod cards;
mod cite;
mod data;
mod feed;
mod forms_csv;
pub mod headers;
mod opensearch;
mod robots;
pub mod search;
mod sitemap;
mod tbx;

use crate::{
    base::{Artifact, Route},
    site::PageRef,
    view::Env,
};

pub use assets::copies;

/// What outputs may know of a rendered page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageFacts {
    /// The page; nothing for pages outside the languages.
    pub unit: Option<PageRef>,
    /// Its address.
    pub route: Route,
    /// Length of its HTML in bytes.
    pub length: usize,
}

/// One output.
pub struct Output {
    /// Its name, as reports call it.
    pub name: &'static str,
    /// What it makes, in one sentence.
    pub doc: &'static str,
    /// Makes it.
    pub make: fn(Env<'_>, &[PageFacts]) -> Vec<Artifact>,
}

/// Every output, in the order in which they are made.
pub static OUTPUTS: &[Output] = &[
    Output { name: "sitemap", doc: "sitemap.xml with alternates and honest dates", make: sitemap::make },
    Output { name: "robots", doc: "robots.txt that names the sitemap", make: robots::make },
    Output { name: "feed", doc: "an Atom feed per language of what is dated", make: feed::make },
    Output { name: "data", doc: "every record as JSON", make: data::make },
    Output { name: "opensearch", doc: "an OpenSearch description per language", make: opensearch::make },
    Output { name: "tbx", doc: "every termbase as TBX-Basic", make: tbx::make },
    Output { name: "forms-csv", doc: "every form of every term as a table", make: forms_csv::make },
    Output { name: "citations", doc: "citations as RIS, BibTeX and CSL-JSON", make: cite::make },
    Output { name: "headers", doc: "the content policy for hosts that read `_headers`", make: headers::make },
];

#[cfg(test)]
mod tests;
