//! A record refers to itself, which no relation means.

use crate::{
    check::Rule,
    diag::{Diagnostic, codes},
    site::{RecordId, RefMatch, Site},
};

/// The rule.
pub const RULE: Rule = Rule { name: "record/self-reference", check };

fn check(site: &Site, sink: &mut Vec<Diagnostic>) {
    for (entry, rank) in site.records.iter().zip(0u32..) {
        for reference in entry.outgoing.iter().filter(|it| it.target == RefMatch::One(RecordId(rank)) && !it.is_source)
        {
            let diagnostic = Diagnostic::at(&codes::record::SELF_REFERENCE, reference.written.span);
            sink.push(diagnostic.with("field", &*reference.field));
        }
    }
}
