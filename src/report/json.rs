//! One JSON object for programs: the diagnostics and their counts.

use serde::Serialize;

use super::{
    place::{Index, Region},
    summary::{Summary, summary},
    words::words,
};
use crate::{
    diag::{Diagnostic, Fix},
    locale::Locale,
    source::Sources,
};

#[derive(Serialize)]
struct Report<'a> {
    diagnostics: Vec<Item<'a>>,
    summary: Counts,
}

#[derive(Serialize)]
struct Item<'a> {
    code: &'static str,
    severity: &'static str,
    message: String,
    file: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
    hint: Option<String>,
    fix: Option<Cure<'a>>,
}

#[derive(Serialize)]
struct Cure<'a> {
    safe: bool,
    edits: Vec<Edit<'a>>,
}

#[derive(Serialize)]
struct Edit<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    text: &'a str,
}

#[derive(Serialize)]
struct Counts {
    errors: usize,
    warnings: usize,
    notes: usize,
    files: usize,
}

/// Writes diagnostics as one JSON object, ended by a line break. Lines and columns count from 1, columns in characters;
/// `end_column` is one past the last character. A diagnostic without a place in a text has no line and column.
pub fn json(diagnostics: &[Diagnostic], sources: &Sources, locale: &Locale) -> String {
    let index = Index::new(diagnostics, sources);
    let items = diagnostics.iter().map(|it| item(it, &index, locale)).collect();
    let Summary { errors, warnings, notes, files } = summary(diagnostics);
    let report = Report { diagnostics: items, summary: Counts { errors, warnings, notes, files } };
    let mut out = serde_json::to_string_pretty(&report).expect("strings and numbers always serialise");
    out.push('\n');
    out
}

fn item<'a>(diagnostic: &'a Diagnostic, index: &Index<'a>, locale: &Locale) -> Item<'a> {
    let text = words(diagnostic, locale);
    let (file, region) = index.locate(&diagnostic.place).unzip();
    let region: Option<Region> = region.flatten();
    Item {
        code: diagnostic.code.name,
        severity: diagnostic.severity.as_str(),
        message: text.message,
        file,
        line: region.map(|it| it.start.line),
        column: region.map(|it| it.start.column),
        end_line: region.map(|it| it.end.line),
        end_column: region.map(|it| it.end.column),
        hint: text.hint,
        fix: diagnostic.fix.as_ref().map(|it| cure(it, index)),
    }
}

fn cure<'a>(fix: &'a Fix, index: &Index<'a>) -> Cure<'a> {
    let edit = |(span, text): &'a (_, String)| {
        let Region { start, end } = index.region(*span);
        let file = index.path(span.file);
        Edit { file, line: start.line, column: start.column, end_line: end.line, end_column: end.column, text }
    };
    Cure { safe: fix.is_safe, edits: fix.edits.iter().map(edit).collect() }
}
