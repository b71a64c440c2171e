//! `integer`: a whole number.

use crate::{
    base::Span,
    diag::{Arg, Diagnostic, codes},
};

/// Reads ASCII digits with an optional sign; other digits are offered in ASCII.
pub fn parse(text: &str, span: Span, sink: &mut Vec<Diagnostic>) -> Option<i64> {
    if let Some(number) = ascii(text) {
        return Some(number);
    }
    let fault = Diagnostic::at(&codes::record::BAD_VALUE, span).with("value", text).with("expected", Arg::Message("type-integer"));
    sink.push(fault);
    None
}

fn ascii(text: &str) -> Option<i64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_canonical = digits.bytes().all(|it| it.is_ascii_digit()) && (digits.len() == 1 || !digits.starts_with('0'));
    text.parse().ok().filter(|_| is_canonical)
}
