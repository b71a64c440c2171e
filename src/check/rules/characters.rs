//! Characters that look like something else, or like nothing: in every source file, before anything is made of it.

use crate::{
    base::{FileId, Span},
    diag::{Diagnostic, codes},
    text::scan::{self, Finding},
};

/// Reports the characters of one file.
pub fn check(file: FileId, text: &str, sink: &mut Vec<Diagnostic>) {
    for (range, finding) in scan::findings(text) {
        let found = &text[range.clone()];
        let span = Span::new(file, range.start, range.end);
        sink.push(match finding {
            Finding::BidiOverride => {
                Diagnostic::at(&codes::text::BIDI_OVERRIDE, span).with("character", name(found)).fix(span, "", true)
            }
            Finding::UnbalancedIsolate => Diagnostic::at(&codes::text::UNBALANCED_ISOLATE, span).with("character", name(found)),
            Finding::ZeroWidth => Diagnostic::at(&codes::text::ZERO_WIDTH, span).with("character", name(found)).fix(span, "", true),
            Finding::PresentationForm { plain } => {
                let diagnostic = Diagnostic::at(&codes::text::PRESENTATION_FORM, span).with("character", name(found));
                diagnostic.with("near", plain.as_str()).hint("near").fix(span, plain, true)
            }
            Finding::Tatweel => Diagnostic::at(&codes::text::TATWEEL, span).fix(span, "", true),
            Finding::MixedDigits => Diagnostic::at(&codes::text::MIXED_DIGITS, span).with("number", found),
        });
    }
}

/// Names a character by its number, since it may not be visible.
fn name(found: &str) -> String {
    found.chars().next().map_or_else(String::new, |it| format!("U+{:04X}", u32::from(it)))
}
