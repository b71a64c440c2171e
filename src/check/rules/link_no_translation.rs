//! A link leads to a page that does not exist in the reader's language.

use super::{links, written};
use crate::{
    check::{Rule, Scope},
    diag::{Diagnostic, codes},
    site::LinkTarget,
};

/// The rule.
pub const RULE: Rule = Rule { name: "link/no-translation", check };

fn check(Scope { site, .. }: Scope<'_>, sink: &mut Vec<Diagnostic>) {
    for found in links(site) {
        let (LinkTarget::Page { page, .. } | LinkTarget::Address(page)) = found.target else { continue };
        let page = site.page(*page);
        let is_elsewhere =
            page.address(found.lang).is_none() && !page.routes.is_empty() && page.drafts.get(found.lang).is_none();
        if is_elsewhere {
            let (target, span) = written(found.link);
            let diagnostic = Diagnostic::at(&codes::link::NO_TRANSLATION, span).with("target", target);
            sink.push(diagnostic.with("lang", site.languages().tag(found.lang)));
        }
    }
}
