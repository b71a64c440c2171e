//! Characters that look like something else, or like nothing: in every source file, before anything is made of it.

use crate::{
    base::{FileId, Span},
    diag::{Diagnostic, codes},
    text::{
        normal,
        scan::{self, Finding},
    },
};

/// Reports the characters of one file.
pub fn check(file: FileId, text: &str, sink: &mut Vec<Diagnostic>) {
    for (range, finding) in scan::findings(text) {
        let span = Span::new(file, range.start, range.end);
        sink.push(diagnostic(finding, span, &text[range]));
    }
}

fn diagnostic(finding: Finding, span: Span, found: &str) -> Diagnostic {
    let removed = |code, it| Diagnostic::at(code, span).with("character", scan::code_point(it)).fix(span, "", true);
    match finding {
        Finding::BidiOverride(it) => removed(&codes::text::BIDI_OVERRIDE, it),
        Finding::DirectionMark(it) => removed(&codes::text::DIRECTION_MARK, it),
        Finding::ZeroWidth(it) => removed(&codes::text::ZERO_WIDTH, it),
        Finding::UnbalancedIsolate(it) => {
            Diagnostic::at(&codes::text::UNBALANCED_ISOLATE, span).with("character", scan::code_point(it))
        }
        Finding::PresentationForm(it) => {
            let plain = normal::folded(it);
            let diagnostic =
                Diagnostic::at(&codes::text::PRESENTATION_FORM, span).with("character", scan::code_point(it));
            diagnostic.with("near", plain.as_str()).hint("near").fix(span, plain, true)
        }
        Finding::Tatweel => Diagnostic::at(&codes::text::TATWEEL, span).fix(span, "", true),
        Finding::TatweelJoin => Diagnostic::at(&codes::text::TATWEEL, span).hint("join"),
        Finding::MixedDigits => Diagnostic::at(&codes::text::MIXED_DIGITS, span).with("number", found),
    }
}
