//! `[[key]]` is answered by several pages.

use super::{links, written};
use crate::{
    check::Rule,
    diag::{Diagnostic, codes},
    site::{LinkTarget, Site},
};

/// The rule.
pub const RULE: Rule = Rule { name: "link/ambiguous", check };

fn check(site: &Site, sink: &mut Vec<Diagnostic>) {
    for found in links(site) {
        let LinkTarget::Ambiguous(pages) = found.target else { continue };
        let (target, span) = written(found.link);
        let known: Vec<String> = pages.iter().map(|it| site.page(*it).path.to_string()).collect();
        let diagnostic = Diagnostic::at(&codes::link::AMBIGUOUS, span).with("target", target);
        sink.push(diagnostic.with("known", known).hint("path"));
    }
}
