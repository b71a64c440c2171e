//! The words of a diagnostic as every format shows them.

use super::shown::{has_right_to_left, without_isolates};
use crate::{
    diag::Diagnostic,
    locale::{DiagnosticText, Locale},
};

/// Returns the words of a diagnostic. Names in them are isolated only where a right-to-left text stands with them:
/// elsewhere isolates do nothing but get in the way of whoever searches or copies.
pub fn words(diagnostic: &Diagnostic, locale: &Locale) -> DiagnosticText {
    let text = locale.diagnostic(diagnostic);
    DiagnosticText {
        message: settled(text.message),
        hint: text.hint.map(settled),
        labels: text.labels.into_iter().map(settled).collect(),
    }
}

fn settled(text: String) -> String {
    if has_right_to_left(&text) { text } else { without_isolates(&text) }
}
