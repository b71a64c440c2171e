//! A field refers to a key that records of several kinds have.

use super::references;
use crate::{
    check::{Rule, Scope},
    diag::{Diagnostic, codes},
    site::{RecordId, RefMatch},
};

/// The rule.
pub const RULE: Rule = Rule { name: "record/ambiguous-target", check };

fn check(Scope { site, .. }: Scope<'_>, sink: &mut Vec<Diagnostic>) {
    for (_, reference) in references(site) {
        let RefMatch::Many(records) = &reference.target else { continue };
        let name = |it: &RecordId| format!("{}/{}", site.kind_of(*it).name.value, site.record(*it).record.key.value);
        let diagnostic = Diagnostic::at(&codes::record::AMBIGUOUS_TARGET, reference.written.span);
        let known: Vec<String> = records.iter().map(name).collect();
        sink.push(diagnostic.with("target", reference.written.value.as_str()).with("known", known));
    }
}
