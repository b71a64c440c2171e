//! A published page links to a draft.

use super::{links, written};
use crate::{
    check::Rule,
    diag::{Diagnostic, codes},
    site::{LinkTarget, Site},
};

/// The rule.
pub const RULE: Rule = Rule { name: "link/draft-target", check };

fn check(site: &Site, sink: &mut Vec<Diagnostic>) {
    for found in links(site) {
        let LinkTarget::Page { page, .. } = found.target else { continue };
        let page = site.page(*page);
        if page.is_draft || (page.drafts.get(found.lang).is_some() && !page.exists_in(found.lang)) {
            let (target, span) = written(found.link);
            sink.push(Diagnostic::at(&codes::link::DRAFT_TARGET, span).with("target", target));
        }
    }
}
