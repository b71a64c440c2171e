//! Rules over the finished site: one file per rule, each with its doc and tests.
//!
//! A rule reads the site and reports; it changes nothing and knows no other rule.

mod memory;
mod parity;
mod policy;
mod respite;
mod rules;

use std::sync::Arc;

use rayon::prelude::*;

use crate::{
    base::PartialDate,
    diag::{Diagnostic, Severity},
    site::{Level, Site},
    source::Sources,
};

pub use memory::Memory;
pub use rules::characters::{Written, check as characters, leave_quotations, word_dates};

/// What rules judge.
#[derive(Clone, Copy)]
pub struct Scope<'a> {
    /// The site.
    pub site: &'a Site,
    /// The files, for places inside of values.
    pub sources: &'a Sources,
    /// Today, for respites that end. Without it none does.
    pub today: Option<PartialDate>,
    /// What the build before found, if another follows this one.
    pub memory: Option<&'a Memory>,
}

/// One rule.
pub struct Rule {
    /// Its name.
    pub name: &'static str,
    /// Reports what breaks it.
    pub check: fn(Scope<'_>, &mut Vec<Diagnostic>),
}

/// Runs every rule.
pub fn check(scope: Scope<'_>) -> Vec<Diagnostic> {
    let found: Vec<Vec<Diagnostic>> = rules::RULES
        .par_iter()
        .map(|rule| {
            let mut sink = Vec::new();
            (rule.check)(scope, &mut sink);
            sink
        })
        .collect();
    found.concat()
}

/// Gives diagnostics the severities that `site.yaml` asks for and drops those that it turns off.
pub fn apply_levels(levels: &[(Arc<str>, Level)], diagnostics: &mut Vec<Diagnostic>) {
    let level = |it: &Diagnostic| levels.iter().find(|(code, _)| **code == *it.code.name).map(|(_, level)| *level);
    diagnostics.retain(|it| level(it) != Some(Level::Off));
    for it in diagnostics.iter_mut() {
        if let Some(Level::As(severity)) = level(it) {
            it.severity = severity;
        }
    }
}

/// Raises warnings to errors, as `--strict` asks.
pub fn make_strict(diagnostics: &mut [Diagnostic]) {
    for it in diagnostics.iter_mut().filter(|it| it.severity == Severity::Warning) {
        it.severity = Severity::Error;
    }
}
