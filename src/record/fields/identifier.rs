//! `identifier`: a number or code that is a name, never a quantity.

use super::{FieldType, Raw};
use crate::{diag::Diagnostic, record::Value};

/// The type.
pub static IDENTIFIER: FieldType = FieldType {
    name: "identifier",
    doc: "A number or code as given: leading zeros and the family of digits survive.",
    options: &[],
    expected: "type-identifier",
    is_many: false,
    read,
    translate: None,
};

fn read(raw: &Raw<'_>, sink: &mut Vec<Diagnostic>) -> Option<Value> {
    raw.line(sink).map(Value::Plain)
}

#[cfg(test)]
mod tests {
    use crate::record::{
        Value,
        fields::testing::{read, reads, refuses},
    };

    #[test]
    fn an_identifier_stays_as_written() {
        for text in ["007", "7833", "1_000", "٧٨٣٣", "0x1F", "1e3", "no", "12:30", "7833 د.ع (142)"] {
            reads("identifier", text, Value::Plain(text.into()));
        }
    }

    #[test]
    fn an_identifier_is_one_line() {
        assert_eq!(read("identifier", "|\n  7833\n  7834").1, [("record/bad-value", "7833\n  7834".to_owned())]);
        refuses("identifier", "[7833]", "yaml/wrong-type");
    }
}
