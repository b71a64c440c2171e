//! `ref`: another record.

use super::{FieldType, Raw};
use crate::{diag::Diagnostic, record::Value};

/// The type.
pub static REF: FieldType = FieldType {
    name: "ref",
    doc: "The key of a record of one of the kinds in `to`. The other record shows the relation under the name in `inverse`.",
    options: &["to", "inverse"],
    expected: "type-key",
    is_many: false,
    read,
    translate: None,
};

/// Reads a key; whether a record has it is for `site` to say.
pub(super) fn read(raw: &Raw<'_>, sink: &mut Vec<Diagnostic>) -> Option<Value> {
    raw.line(sink).map(Value::Ref)
}

#[cfg(test)]
mod tests {
    use crate::record::{
        Value,
        fields::testing::{reads, refuses},
    };

    #[test]
    fn a_key_is_kept_as_written() {
        reads("{type: ref, to: [body]}", "las-summit", Value::Ref("las-summit".into()));
        refuses("{type: ref, to: [body]}", "[las-summit]", "yaml/wrong-type");
        refuses("{type: ref, to: [body]}", "{key: las}", "yaml/wrong-type");
    }
}
