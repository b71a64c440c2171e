//! `number`: a decimal number, kept digit for digit.

use super::{FieldType, Raw, ascii_digits};
use crate::{diag::Diagnostic, record::Value};

/// The type.
pub static NUMBER: FieldType = FieldType {
    name: "number",
    doc: "A decimal number in ASCII digits with a point; no digit is added or dropped.",
    options: &[],
    expected: "type-number",
    is_many: false,
    read,
    translate: None,
};

fn read(raw: &Raw<'_>, sink: &mut Vec<Diagnostic>) -> Option<Value> {
    if is_decimal(raw.text) {
        return Some(Value::Number(raw.text.to_owned()));
    }
    let near: String = ascii_digits(raw.text).chars().map(|it| if it == '\u{066B}' { '.' } else { it }).collect();
    let fault = raw.refuse();
    sink.push(if is_decimal(&near) {
        fault.with("near", near.as_str()).hint("near").fix(raw.span, near, true)
    } else {
        fault
    });
    None
}

fn is_decimal(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let is_digits = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
    is_digits(whole) && is_digits(fraction) && (whole.len() == 1 || !whole.starts_with('0'))
}

#[cfg(test)]
mod tests {
    use crate::record::{
        Value,
        fields::testing::{offers, reads, refuses},
    };

    #[test]
    fn a_number_keeps_its_digits() {
        for text in ["22", "3.50", "-0.5", "0", "12345678901234567890.1"] {
            reads("number", text, Value::Number(text.into()));
        }
    }

    #[test]
    fn anything_else_is_refused() {
        for text in ["1e3", ".5", "5.", "1_000", "007", "٣٫٥", "1.2.3", "--", "نصف"] {
            refuses("number", text, "record/bad-value");
        }
    }

    #[test]
    fn other_digits_are_offered_in_ascii() {
        assert_eq!(offers("number", "٣٫٥"), Some(("3.5".into(), true)));
        assert_eq!(offers("number", "1e3"), None);
    }
}
