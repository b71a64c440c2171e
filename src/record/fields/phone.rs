//! `phone`: a telephone number that can be dialled from anywhere.

use super::{FieldType, Raw, ascii_digits};
use crate::{diag::Diagnostic, record::Value};

/// The type.
pub static PHONE: FieldType = FieldType {
    name: "phone",
    doc: "A telephone number with `+` and the code of the country, in ASCII digits with spaces where they help.",
    options: &[],
    expected: "type-phone",
    is_many: false,
    read,
    translate: None,
};

fn read(raw: &Raw<'_>, sink: &mut Vec<Diagnostic>) -> Option<Value> {
    let text = raw.text.trim();
    if is_phone(text) {
        return Some(Value::Plain(text.to_owned()));
    }
    let near = ascii_digits(text);
    let near = near.strip_prefix("00").map_or(near.clone(), |it| format!("+{it}"));
    let fault = raw.refuse();
    sink.push(if is_phone(&near) {
        fault.with("near", near.as_str()).hint("near").fix(raw.span, near, false)
    } else {
        fault
    });
    None
}

/// E.164: a plus sign and at most fifteen digits; spaces, hyphens and brackets only group them.
fn is_phone(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('+') else { return false };
    let digits = rest.bytes().filter(u8::is_ascii_digit).count();
    (7..=15).contains(&digits)
        && rest.starts_with(|it: char| matches!(it, '1'..='9'))
        && rest.chars().all(|it| it.is_ascii_digit() || matches!(it, ' ' | '-' | '(' | ')'))
}

#[cfg(test)]
mod tests {
    use crate::record::{
        Value,
        fields::testing::{offers, reads, refuses},
    };

    #[test]
    fn international_numbers_are_read() {
        for text in ["+20 2 2575 0511", "+20225750511", "+20 (2) 2575-0511"] {
            reads("phone", text, Value::Plain(text.into()));
        }
    }

    #[test]
    fn anything_else_is_refused() {
        for text in ["25750511", "+0 2 2575 0511", "+20", "هاتف", "+1234567890123456"] {
            refuses("phone", text, "record/bad-value");
        }
        assert_eq!(offers("phone", "0020 2 2575 0511"), Some(("+20 2 2575 0511".into(), false)));
        assert_eq!(offers("phone", "+٢٠ ٢ ٢٥٧٥ ٠٥١١"), Some(("+20 2 2575 0511".into(), false)));
    }
}
