//! `integer`: a whole number.

use super::{FieldType, Raw, ascii_digits, refuse};
use crate::{base::Span, diag::Diagnostic, record::Value};

/// The type.
pub static INTEGER: FieldType = FieldType {
    name: "integer",
    doc: "A whole number in ASCII digits; pages show it in the digits of the site.",
    options: &[],
    expected: "type-integer",
    is_many: false,
    read,
    translate: None,
};

fn read(raw: &Raw<'_>, sink: &mut Vec<Diagnostic>) -> Option<Value> {
    parse(raw.text, raw.span, sink).map(Value::Integer)
}

/// Reads ASCII digits with an optional sign; other digits, and thousands set apart, are offered in the plain form.
pub fn parse(text: &str, span: Span, sink: &mut Vec<Diagnostic>) -> Option<i64> {
    if let Some(number) = ascii(text) {
        return Some(number);
    }
    let fault = refuse(text, span, "type-integer");
    let grouped = |it: &char| !matches!(it, ',' | '_' | ' ' | '\u{066C}' | '\u{00A0}' | '\u{202F}');
    let near: String = ascii_digits(text).chars().filter(grouped).collect();
    let is_safe = near.chars().count() == text.chars().count();
    sink.push(match ascii(&near) {
        Some(_) => fault.with("near", near.as_str()).hint("near").fix(span, near, is_safe),
        None => fault,
    });
    None
}

/// Reads a number in its only spelling: `007` is an identifier, `+5` a sum.
fn ascii(text: &str) -> Option<i64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_canonical = digits.bytes().all(|it| it.is_ascii_digit()) && (digits.len() == 1 || !digits.starts_with('0'));
    text.parse().ok().filter(|_| is_canonical)
}

#[cfg(test)]
mod tests {
    use crate::record::{
        Value,
        fields::testing::{offers, reads, refuses},
    };

    #[test]
    fn whole_numbers_are_read() {
        reads("integer", "22", Value::Integer(22));
        reads("integer", "-5", Value::Integer(-5));
        reads("integer", "0", Value::Integer(0));
    }

    #[test]
    fn anything_else_is_refused() {
        for text in ["007", "1_000", "1.5", "1e3", "٢٢", "0x1F", "+5", "اثنان", "99999999999999999999"] {
            refuses("integer", text, "record/bad-value");
        }
        refuses("integer", "[1]", "yaml/wrong-type");
    }

    #[test]
    fn other_digits_are_offered_in_ascii() {
        assert_eq!(offers("integer", "٢٢"), Some(("22".into(), true)));
        assert_eq!(offers("integer", "۲۲"), Some(("22".into(), true)));
        assert_eq!(offers("integer", "1_000"), Some(("1000".into(), false)));
        assert_eq!(offers("integer", "1.5"), None);
    }
}
