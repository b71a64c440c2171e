//! `verbatim`: words quoted exactly as found, mistakes included.

use super::{FieldType, Raw};
use crate::{diag::Diagnostic, record::Value};

/// The type.
pub static VERBATIM: FieldType = FieldType {
    name: "verbatim",
    doc: "Words quoted exactly as found. They are not checked, not compared between languages, and teach the search nothing.",
    options: &[],
    expected: "type-text",
    is_many: false,
    read,
    translate: None,
};

fn read(raw: &Raw<'_>, _: &mut Vec<Diagnostic>) -> Option<Value> {
    Some(Value::Plain(raw.text.strip_suffix('\n').unwrap_or(raw.text).to_owned()))
}

#[cfg(test)]
mod tests {
    use crate::record::{
        Value,
        fields::testing::{reads, refuses},
    };

    #[test]
    fn a_quotation_keeps_everything() {
        reads("verbatim", "بصفقتها", Value::Plain("بصفقتها".into()));
        reads("verbatim", "'  المغـربين '", Value::Plain("  المغـربين ".into()));
        reads("verbatim", "|\n  سطر\n  ثان", Value::Plain("سطر\nثان".into()));
        refuses("verbatim", "[x]", "yaml/wrong-type");
    }
}
