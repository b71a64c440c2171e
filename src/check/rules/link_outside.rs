//! A link leaves the folder of the site.

use super::{links, written};
use crate::{
    check::Rule,
    diag::{Diagnostic, codes},
    site::{LinkTarget, Site},
};

/// The rule.
pub const RULE: Rule = Rule { name: "link/outside", check };

fn check(site: &Site, sink: &mut Vec<Diagnostic>) {
    for found in links(site).filter(|it| *it.target == LinkTarget::Outside) {
        let (target, span) = written(found.link);
        sink.push(Diagnostic::at(&codes::link::OUTSIDE, span).with("target", target));
    }
}
