//! A field refers to a record that does not exist.

use crate::{
    check::Rule,
    diag::{Diagnostic, codes},
    site::{RefMatch, Site},
};

/// The rule.
pub const RULE: Rule = Rule { name: "record/no-target", check };

fn check(site: &Site, sink: &mut Vec<Diagnostic>) {
    for reference in site.records.iter().filter(|it| !it.record.draft).flat_map(|it| &it.outgoing) {
        if reference.target != RefMatch::None {
            continue;
        }
        let kinds: Vec<String> =
            reference.among.iter().map(|it| site.kinds.all()[*it].name.value.to_string()).collect();
        let diagnostic = Diagnostic::at(&codes::record::NO_TARGET, reference.written.span);
        let diagnostic = diagnostic.with("target", reference.written.value.as_str()).with("kinds", kinds);
        sink.push(diagnostic.nearest(&reference.written.value, site.lookup.record_keys(&reference.among)));
    }
}
