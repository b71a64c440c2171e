//! SARIF 2.1.0 (OASIS), which code hosts and editors read.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{
    place::{Index, Region},
    words::words,
};
use crate::{
    base::Span,
    diag::{Code, Diagnostic, Fix, Severity},
    locale::{DiagnosticText, Locale},
    source::Sources,
};

/// The address of the schema that the result obeys.
const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// Writes diagnostics as one SARIF log with one run, ended by a line break. Rules are those that were broken, with their explanation.
/// `prefix` leads from the folder in which paths are counted to the site's folder; empty or ending in `/`.
pub fn sarif(diagnostics: &[Diagnostic], sources: &Sources, locale: &Locale, prefix: &str) -> String {
    let index = Index::new(diagnostics, sources);
    let log = Log { index: &index, locale, prefix };
    let broken: BTreeMap<&str, &'static Code> = diagnostics.iter().map(|it| (it.code.name, it.code)).collect();
    let rules: Vec<&'static Code> = broken.into_values().collect();
    let results: Vec<Value> = diagnostics.iter().map(|it| log.result(it, &rules)).collect();
    let run = json!({
        "tool": {"driver": {
            "name": env!("CARGO_PKG_NAME"),
            "version": env!("CARGO_PKG_VERSION"),
            "semanticVersion": env!("CARGO_PKG_VERSION"),
            "language": locale.tag(),
            "rules": rules.iter().map(|it| log.rule(it)).collect::<Vec<_>>(),
        }},
        "columnKind": "unicodeCodePoints",
        "results": results,
    });
    let whole = json!({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]});
    let mut out = serde_json::to_string_pretty(&whole).expect("strings and numbers always serialise");
    out.push('\n');
    out
}

struct Log<'a> {
    index: &'a Index<'a>,
    locale: &'a Locale,
    prefix: &'a str,
}

impl Log<'_> {
    fn rule(&self, code: &Code) -> Value {
        let page = self.locale.explain(code);
        let title = page.lines().next().unwrap_or_default().trim_start_matches(['#', ' ']);
        let mut rule = json!({"id": code.name, "defaultConfiguration": {"level": level(code.severity)}});
        if !page.is_empty() {
            rule["shortDescription"] = json!({"text": title});
            rule["help"] = json!({"text": page, "markdown": page});
        }
        rule
    }

    fn result(&self, diagnostic: &Diagnostic, rules: &[&Code]) -> Value {
        let text = words(diagnostic, self.locale);
        let mut result = json!({
            "ruleId": diagnostic.code.name,
            "ruleIndex": rules.iter().position(|it| *it == diagnostic.code),
            "level": level(diagnostic.severity),
            "message": {"text": message(&text)},
        });
        if let Some((path, region)) = self.index.locate(&diagnostic.place) {
            result["locations"] = json!([self.location(path, region)]);
        }
        let related: Vec<Value> =
            diagnostic.labels.iter().zip(&text.labels).map(|(label, text)| self.related(label.span, text)).collect();
        if !related.is_empty() {
            result["relatedLocations"] = Value::Array(related);
        }
        if let Some(fix) = &diagnostic.fix {
            result["fixes"] = json!([self.fix(fix)]);
        }
        result
    }

    fn location(&self, path: &str, at: Option<Region>) -> Value {
        let mut physical = json!({"artifactLocation": {"uri": uri(&format!("{}{path}", self.prefix))}});
        if let Some(at) = at {
            physical["region"] = region(at);
        }
        json!({"physicalLocation": physical})
    }

    fn related(&self, span: Span, text: &str) -> Value {
        let mut location = self.location(self.index.path(span.file), Some(self.index.region(span)));
        location["message"] = json!({"text": text});
        location
    }

    fn fix(&self, fix: &Fix) -> Value {
        let changes = fix.edits.iter().map(|(span, text)| {
            let deleted = region(self.index.region(*span));
            json!({
                "artifactLocation": {"uri": uri(&format!("{}{}", self.prefix, self.index.path(span.file)))},
                "replacements": [{"deletedRegion": deleted, "insertedContent": {"text": text}}],
            })
        });
        json!({"artifactChanges": changes.collect::<Vec<_>>()})
    }
}

fn level(severity: Severity) -> &'static str {
    // SARIF happens to use our words; spelled out so that renaming ours cannot break it.
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

fn message(text: &DiagnosticText) -> String {
    match &text.hint {
        Some(hint) => format!("{}\n{hint}", text.message),
        None => text.message.clone(),
    }
}

fn region(at: Region) -> Value {
    json!({"startLine": at.start.line, "startColumn": at.start.column, "endLine": at.end.line, "endColumn": at.end.column})
}

/// Returns a path as a relative URI reference: what is not unreserved or a slash is percent-encoded (RFC 3986).
fn uri(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b'/') {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}
