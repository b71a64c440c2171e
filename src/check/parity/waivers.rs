//! Differences that an author allows: taken out of what was found, reported when their time is over or nothing needs them.

use super::Finding;
use crate::{
    base::{PartialDate, Point},
    check::{Scope, respite},
    diag::{Diagnostic, Place, codes::parity as code},
    record::Waiver,
    site::{Page, PageKind},
};

/// Removes the findings that waivers allow and returns what is wrong with the waivers themselves.
pub(super) fn apply(scope: Scope<'_>, page: &Page, findings: &mut Vec<Finding>) -> Vec<Diagnostic> {
    let mut waivers: Vec<&Waiver> = page.texts.iter().flat_map(|(_, it)| &it.meta.waivers).collect();
    if let PageKind::Record(id) = page.kind {
        waivers.extend(&scope.site.record(id).record.waivers);
    }
    let mut out = Vec::new();
    let names: Vec<String> = findings.iter().flat_map(|it| it.places.iter().cloned()).collect();
    let mut is_allowed = vec![false; findings.len()];
    for waiver in waivers {
        let allowed: Vec<usize> = (0..findings.len()).filter(|it| allows(waiver, &findings[*it])).collect();
        allowed.iter().for_each(|it| is_allowed[*it] = true);
        let first = allowed.first().map(|it| &findings[*it].diagnostic);
        out.extend(fault(scope, page, waiver, first, &names));
    }
    let mut at = 0;
    findings.retain(|_| {
        at += 1;
        !is_allowed[at - 1]
    });
    out
}

/// Tells a difference between halves from what is wrong with a waiver.
pub(super) fn is_difference(diagnostic: &Diagnostic) -> bool {
    *diagnostic.code != code::WAIVER_EXPIRED && *diagnostic.code != code::WAIVER_UNUSED
}

fn allows(waiver: &Waiver, finding: &Finding) -> bool {
    let name = finding.diagnostic.code.name.trim_start_matches("parity/");
    waiver.allow.iter().any(|it| it == name)
        && waiver.place.as_ref().is_none_or(|place| finding.places.contains(&place.value))
}

fn fault(
    scope: Scope<'_>,
    page: &Page,
    waiver: &Waiver,
    first: Option<&Diagnostic>,
    names: &[String],
) -> Option<Diagnostic> {
    let until = &waiver.until;
    if respite::is_over(Some(until.value), 0, scope.today) {
        let diagnostic = Diagnostic::at(&code::WAIVER_EXPIRED, until.span).with("date", last(until.value).notation());
        return Some(match first.map(|it| &it.place) {
            Some(Place::At(span)) => diagnostic.label(*span, "difference"),
            _ => diagnostic,
        });
    }
    if first.is_some() {
        return None;
    }
    let Some(place) = &waiver.place else { return Some(Diagnostic::at(&code::WAIVER_UNUSED, waiver.span)) };
    let diagnostic = Diagnostic::at(&code::WAIVER_UNUSED, place.span).with("place", place.value.as_str());
    let known = page.texts.iter().flat_map(|(_, it)| it.document.blocks.iter().map(|it| it.id.as_str()));
    let known: Vec<&str> = known.chain(names.iter().map(String::as_str)).collect();
    Some(if known.contains(&place.value.as_str()) {
        diagnostic
    } else {
        let near = diagnostic.nearest(&place.value, known);
        if near.hint.is_none() { near.hint("place") } else { near }
    })
}

/// Returns the last point that belongs to a time.
fn last(date: PartialDate) -> Point {
    date.end.unwrap_or(date.start)
}
