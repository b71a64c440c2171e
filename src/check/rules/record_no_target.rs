//! A field refers to a record that does not exist.

use super::references;
use crate::{
    check::{Rule, Scope},
    diag::{Diagnostic, codes},
    site::{PageKind, RefMatch, Site},
};

/// The rule.
pub const RULE: Rule = Rule { name: "record/no-target", check };

fn check(Scope { site, .. }: Scope<'_>, sink: &mut Vec<Diagnostic>) {
    for (_, reference) in references(site).filter(|(_, it)| it.target == RefMatch::None) {
        let kinds: Vec<String> =
            reference.among.iter().map(|it| site.kinds.all()[*it].name.value.to_string()).collect();
        let diagnostic = Diagnostic::at(&codes::record::NO_TARGET, reference.written.span);
        let diagnostic = diagnostic.with("target", reference.written.value.as_str()).with("kinds", kinds);
        let diagnostic = diagnostic.nearest(&reference.written.value, site.lookup.record_keys(&reference.among));
        let titled = titled(site, &reference.written.value, &reference.among).filter(|_| diagnostic.hint.is_none());
        sink.push(match titled {
            Some(key) => diagnostic.with("near", key).hint("near"),
            None => diagnostic,
        });
    }
}

/// Returns the key of the record that was called by its title.
fn titled<'a>(site: &'a Site, written: &str, among: &[usize]) -> Option<&'a str> {
    let PageKind::Record(id) = site.page(site.lookup.titled(written)?).kind else { return None };
    let record = site.record(id);
    (among.is_empty() || among.contains(&record.kind)).then(|| record.record.key.value.as_str())
}
