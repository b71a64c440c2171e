//! A field refers to a record that does not exist.

use super::references;
use crate::{
    check::{Rule, Scope},
    diag::{Diagnostic, codes},
    site::RefMatch,
};

/// The rule.
pub const RULE: Rule = Rule { name: "record/no-target", check };

fn check(Scope { site, .. }: Scope<'_>, sink: &mut Vec<Diagnostic>) {
    for (_, reference) in references(site).filter(|(_, it)| it.target == RefMatch::None) {
        let kinds: Vec<String> =
            reference.among.iter().map(|it| site.kinds.all()[*it].name.value.to_string()).collect();
        let diagnostic = Diagnostic::at(&codes::record::NO_TARGET, reference.written.span);
        let diagnostic = diagnostic.with("target", reference.written.value.as_str()).with("kinds", kinds);
        sink.push(diagnostic.nearest(&reference.written.value, site.lookup.record_keys(&reference.among)));
    }
}
