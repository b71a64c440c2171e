//! What was found, as the script in an open page wants it.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::{
    diag::{Diagnostic, Severity, sort},
    locale::{Arg, Locale, ids},
    report::{self, Card},
    source::Sources,
};

/// What was found in the sources as they are.
#[derive(Clone, Debug, Default)]
pub struct Problems {
    /// The sources.
    pub sources: Arc<Sources>,
    /// What was found, sorted.
    pub diagnostics: Vec<Diagnostic>,
}

/// So many mistakes are shown over a page; the list of all pages shows every one.
const SHOWN: usize = 20;

impl Problems {
    /// Returns these and more.
    pub fn with(&self, more: &[Diagnostic]) -> Self {
        let mut diagnostics = self.diagnostics.clone();
        diagnostics.extend_from_slice(more);
        sort(&mut diagnostics);
        Self { sources: Arc::clone(&self.sources), diagnostics }
    }

    /// Tells whether something keeps the site from being made.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|it| it.severity == Severity::Error)
    }

    /// Words the errors in a language, with the words that stand around them; nothing without an error.
    pub fn shown(&self, locale: &Locale) -> Option<Value> {
        let errors: Vec<Diagnostic> =
            self.diagnostics.iter().filter(|it| it.severity == Severity::Error).cloned().collect();
        if errors.is_empty() {
            return None;
        }
        let cards = report::cards(&errors[..errors.len().min(SHOWN)], &self.sources, locale);
        Some(json!({
            "lang": locale.tag(),
            "dir": locale.dir().as_str(),
            "title": locale.format(ids::SERVE_ERRORS, &[("count", Arg::from(errors.len()))]),
            "note": locale.text(ids::SERVE_LAST_GOOD),
            "close": locale.text(ids::SERVE_CLOSE),
            "all": locale.text(ids::SERVE_ALL_PAGES),
            "hint": locale.text(ids::REPORT_HINT),
            "cards": cards.iter().map(card).collect::<Vec<_>>(),
        }))
    }
}

fn card(card: &Card) -> Value {
    let excerpt = card.excerpt.as_ref().map(|it| json!([it.before, it.meant, it.after]));
    json!({
        "code": card.code,
        "grade": card.grade,
        "message": card.message,
        "hint": card.hint,
        "place": card.place,
        "excerpt": excerpt,
    })
}
