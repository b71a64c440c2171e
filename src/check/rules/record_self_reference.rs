//! A record refers to itself, which no relation means.

use super::references;
use crate::{
    check::{Rule, Scope},
    diag::{Diagnostic, codes},
    site::RefMatch,
};

/// The rule.
pub const RULE: Rule = Rule { name: "record/self-reference", check };

fn check(Scope { site, .. }: Scope<'_>, sink: &mut Vec<Diagnostic>) {
    for (_, reference) in references(site).filter(|(from, it)| it.target == RefMatch::One(*from) && !it.is_source) {
        let diagnostic = Diagnostic::at(&codes::record::SELF_REFERENCE, reference.written.span);
        sink.push(diagnostic.with("field", &*reference.field));
    }
}
