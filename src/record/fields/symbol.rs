//! `symbol`: the symbol of a document, written from left to right in any language.

use super::{FieldType, Raw};
use crate::{diag::Diagnostic, record::Value};

/// The type.
pub static SYMBOL: FieldType = FieldType {
    name: "symbol",
    doc: "The symbol of a document, such as `A/RES/68/4`; shown from left to right in every language.",
    options: &[],
    expected: "type-symbol",
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
        fields::testing::{read, reads},
    };

    #[test]
    fn a_symbol_stays_as_written() {
        for text in ["A/RES/68/4", "E/ESCWA/SDD/2013/WG.5/Report", "A/CONF.231/3 (Part I)"] {
            reads("symbol", text, Value::Plain(text.into()));
        }
    }

    #[test]
    fn a_symbol_is_one_line() {
        assert_eq!(read("symbol", "|\n  A/1\n  A/2").1, [("record/bad-value", "A/1\n  A/2".to_owned())]);
    }
}
