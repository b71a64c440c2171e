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
    Scope, memory,
    policy::{self, Asked},
};
use crate::{
    base::{Fingerprint, Lang},
    diag::{Diagnostic, Severity},
    site::{Half, Page, PageId, PageKind, Site, Text},
};

/// One difference, with the names by which a waiver may mean its place.
#[derive(Clone)]
pub(super) struct Finding {
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
        Asked::Now | Asked::Later => compare(scope, id, page),
        Asked::Nothing | Asked::Told => Vec::new(),
    };
    let mut out = waivers::apply(scope, page, &mut findings);
    out.extend(findings.into_iter().map(|it| it.diagnostic));
    if asked == Asked::Later {
        out.iter_mut().filter(|it| waivers::is_difference(it)).for_each(|it| it.severity = Severity::Note);
    }
    out
}

fn compare(scope: Scope<'_>, id: PageId, page: &Page) -> Vec<Finding> {
    let site = scope.site;
    let mut out = Vec::new();
    let texts: Vec<_> = page.texts.iter().collect();
    if let [(left, text), others @ ..] = texts.as_slice() {
        for (right, other) in others {
            let sides = Sides { site, left: *left, right: *right };
            metadata::compare(sides, page, text, other, &mut out);
            out.extend(of_blocks(scope, sides, id, [text, other]));
        }
        metadata::drafts(site, page, text, &mut out);
    }
    if let PageKind::Record(record) = page.kind {
        fields::compare(site, id, record, &mut out);
    }
    out
}

/// Compares the blocks of two halves, unless the build before did it.
fn of_blocks(scope: Scope<'_>, sides: Sides<'_>, page: PageId, texts: [&Text; 2]) -> Vec<Finding> {
    let find = || {
        let mut out = Vec::new();
        blocks::compare(sides, page, texts, None, &mut out);
        out
    };
    let Some(memory) = scope.memory else { return find() };
    let said = [(sides.left, texts[0]), (sides.right, texts[1])]
        .map(|(lang, text)| (memory::print(scope, text), lang, Half::around(scope.site, page, lang, text)));
    memory.halves.get(Fingerprint::of(&(said, &scope.site.languages().0)), find)
}
