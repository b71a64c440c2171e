//! A published text links to a draft, or a published record refers to one.

use super::{links, references, written};
use crate::{
    check::{Rule, Scope},
    diag::{Diagnostic, codes},
    site::{LinkTarget, RefMatch},
};

/// The rule.
pub const RULE: Rule = Rule { name: "link/draft-target", check };

fn check(Scope { site, .. }: Scope<'_>, sink: &mut Vec<Diagnostic>) {
    for found in links(site) {
        let LinkTarget::Page { page, .. } = found.target else { continue };
        let page = site.page(*page);
        if page.is_draft || (page.drafts.get(found.lang).is_some() && !page.exists_in(found.lang)) {
            let (target, span) = written(found.link);
            sink.push(Diagnostic::at(&codes::link::DRAFT_TARGET, span).with("target", target));
        }
    }
    for (_, reference) in references(site) {
        let RefMatch::One(to) = reference.target else { continue };
        if site.page(site.record(to).page).is_draft {
            let target = reference.written.value.as_str();
            sink.push(Diagnostic::at(&codes::link::DRAFT_TARGET, reference.written.span).with("target", target));
        }
    }
}
