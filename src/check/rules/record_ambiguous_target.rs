//! A field refers to a key that records of several kinds have.

use crate::{
    check::Rule,
    diag::{Diagnostic, codes},
    site::{RefMatch, Site},
};

/// The rule.
pub const RULE: Rule = Rule { name: "record/ambiguous-target", check };

fn check(site: &Site, sink: &mut Vec<Diagnostic>) {
    for reference in site.records.iter().flat_map(|it| &it.outgoing) {
        let RefMatch::Many(records) = &reference.target else { continue };
        let name = |it: &crate::site::RecordId| {
            format!("{}/{}", site.kind_of(*it).name.value, site.record(*it).record.key.value)
        };
        let diagnostic = Diagnostic::at(&codes::record::AMBIGUOUS_TARGET, reference.written.span);
        let known: Vec<String> = records.iter().map(name).collect();
        sink.push(diagnostic.with("target", reference.written.value.as_str()).with("known", known));
    }
}
