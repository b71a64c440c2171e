//! A text changed in one language, and its translation did not follow.

use crate::{
    check::{
        Rule, Scope,
        policy::{self, Asked},
    },
    diag::{Diagnostic, Severity, codes},
    site::translations::State,
};

/// The rule.
pub const RULE: Rule = Rule { name: "lock/stale", check };

fn check(scope: Scope<'_>, sink: &mut Vec<Diagnostic>) {
    let site = scope.site;
    let Some(translations) = site.translations.as_ref().filter(|it| it.is_locked) else { return };
    for pair in translations.pairs.iter().filter(|it| !site.page(it.page).is_draft) {
        for lang in &pair.languages {
            let stale = || pair.units.iter().filter(|it| it.state(*lang) == State::Stale);
            let Some(first) = stale().find_map(|it| it.halves.get(*lang)) else { continue };
            let told = Diagnostic::at(&codes::lock::STALE, first.span).with("lang", site.languages().tag(*lang));
            // Where every language must be there, one that stays behind is more than worth knowing.
            let is_asked = policy::asked(scope, site.page(pair.page)) == Asked::Now;
            let severity = if is_asked { Severity::Warning } else { told.severity };
            sink.push(Diagnostic { severity, ..told.with("count", stale().count()) });
        }
    }
}
