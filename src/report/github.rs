//! Workflow commands that GitHub shows beside the changed lines of a pull request.

use std::fmt::Write as _;

use super::{place::Index, words::words};
use crate::{
    diag::{Diagnostic, Severity},
    locale::Locale,
    source::Sources,
};

/// Writes one annotation per line. `prefix` leads from the folder in which GitHub counts paths to the site's folder; empty or ending in `/`.
pub fn github(diagnostics: &[Diagnostic], sources: &Sources, locale: &Locale, prefix: &str) -> String {
    let index = Index::new(diagnostics, sources);
    let mut out = String::new();
    for it in diagnostics {
        annotation(it, &index, locale, prefix, &mut out);
    }
    out
}

fn annotation(diagnostic: &Diagnostic, index: &Index<'_>, locale: &Locale, prefix: &str, out: &mut String) {
    let text = words(diagnostic, locale);
    let command = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let mut properties = Vec::new();
    if let Some((path, region)) = index.locate(&diagnostic.place) {
        properties.push(("file", format!("{prefix}{path}")));
        if let Some(region) = region {
            properties.push(("line", region.start.line.to_string()));
            properties.push(("endLine", region.end.line.to_string()));
            // GitHub takes columns only within one line.
            if region.end.line == region.start.line {
                properties.push(("col", region.start.column.to_string()));
                properties.push(("endColumn", region.end.column.to_string()));
            }
        }
    }
    properties.push(("title", diagnostic.code.name.to_owned()));
    let properties: Vec<String> =
        properties.iter().map(|(name, value)| format!("{name}={}", property(value))).collect();
    let message = match text.hint {
        Some(hint) => format!("{}\n{}", text.message, hint),
        None => text.message,
    };
    let message = data(&message);
    writeln!(out, "::{command} {}::{message}", properties.join(",")).expect("writing into a string cannot fail");
}

/// Escapes the text of a command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes a property of a command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
