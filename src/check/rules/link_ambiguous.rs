//! `[[key]]` is answered by several pages.

use super::{links, written};
use crate::{
    check::{Rule, Scope},
    diag::{Diagnostic, codes},
    site::LinkTarget,
};

/// The rule.
pub const RULE: Rule = Rule { name: "link/ambiguous", check };

fn check(Scope { site, .. }: Scope<'_>, sink: &mut Vec<Diagnostic>) {
    for found in links(site) {
        let LinkTarget::Ambiguous(pages) = found.target else { continue };
        let (target, span) = written(found.link);
        let known: Vec<String> = pages.iter().map(|it| site.page(*it).path.to_string()).collect();
        let diagnostic = Diagnostic::at(&codes::link::AMBIGUOUS, span).with("target", target);
        sink.push(diagnostic.with("known", known).hint("path"));
    }
}
