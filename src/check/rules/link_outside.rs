//! A link leaves the folder of the site.

use super::{links, written};
use crate::{
    check::{Rule, Scope},
    diag::{Diagnostic, codes},
    site::LinkTarget,
};

/// The rule.
pub const RULE: Rule = Rule { name: "link/outside", check };

fn check(Scope { site, .. }: Scope<'_>, sink: &mut Vec<Diagnostic>) {
    for found in links(site).filter(|it| *it.target == LinkTarget::Outside) {
        let (target, span) = written(found.link);
        sink.push(Diagnostic::at(&codes::link::OUTSIDE, span).with("target", target));
    }
}
