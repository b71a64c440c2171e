//! The parity gate: what one half of a text or record says and the other does not.
//!
//! Halves are compared unit by unit ([`blocks`]), with their front matter ([`metadata`]), records value by value ([`fields`]).
//! What an author allows for a time is left out ([`waivers`]).

mod blocks;
mod facts;
mod fields;
mod metadata;
mod waivers;

use rayon::prelude::*;

use super::{
    Scope,
    policy::{self, Asked},
};
use crate::{
    base::Lang,
    diag::{Diagnostic, Severity},
    site::{Page, PageId, PageKind, Site},
};

/// One difference, with the names by which a waiver may mean its place.
struct Finding {
    diagnostic: Diagnostic,
    places: Vec<String>,
}

/// The languages that are compared: the one that others are held against, and the one where differences are told.
#[derive(Clone, Copy)]
struct Sides<'a> {
    site: &'a Site,
    left: Lang,
    right: Lang,
}

impl<'a> Sides<'a> {
    /// Returns the tag of the language that a message in `right` points to.
    fn there(&self) -> &'a str {
        self.site.languages().tag(self.left)
    }
}

/// Reports what differs where the policy of a page compares its halves.
pub(super) fn check(scope: Scope<'_>, sink: &mut Vec<Diagnostic>) {
    let pages: Vec<(PageId, &Page)> = scope.site.published().collect();
    let found: Vec<Vec<Diagnostic>> = pages.par_iter().map(|(id, page)| of_page(scope, *id, page)).collect();
    sink.extend(found.into_iter().flatten());
}

fn of_page(scope: Scope<'_>, id: PageId, page: &Page) -> Vec<Diagnostic> {
    let asked = policy::asked(scope, page);
    let mut findings = match asked {
        Asked::Now | Asked::Later => compare(scope.site, id, page),
        Asked::Nothing | Asked::Told => Vec::new(),
    };
    let mut out = waivers::apply(scope, page, &mut findings);
    out.extend(findings.into_iter().map(|it| it.diagnostic));
    if asked == Asked::Later {
        out.iter_mut().filter(|it| waivers::is_difference(it)).for_each(|it| it.severity = Severity::Note);
    }
    out
}

fn compare(site: &Site, id: PageId, page: &Page) -> Vec<Finding> {
    let mut out = Vec::new();
    let texts: Vec<_> = page.texts.iter().collect();
    if let [(left, text), others @ ..] = texts.as_slice() {
        for (right, other) in others {
            let sides = Sides { site, left: *left, right: *right };
            metadata::compare(sides, page, text, other, &mut out);
            blocks::compare(sides, id, [text, other], None, &mut out);
        }
        metadata::drafts(site, page, text, &mut out);
    }
    if let PageKind::Record(record) = page.kind {
        fields::compare(site, id, record, &mut out);
    }
    out
}
