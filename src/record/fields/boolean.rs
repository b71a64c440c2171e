//! `boolean`: `true` or `false`, nothing else.

use super::{FieldType, Raw};
use crate::{
    diag::{Arg, Diagnostic, codes},
    record::{Value, reader::plain_flag},
};

/// The type.
pub static BOOLEAN: FieldType = FieldType {
    name: "boolean",
    doc: "`true` or `false`, without quotes. `yes`, `no`, `on` and `off` are words.",
    options: &[],
    expected: "type-boolean",
    is_many: false,
    read,
    translate: None,
};

fn read(raw: &Raw<'_>, sink: &mut Vec<Diagnostic>) -> Option<Value> {
    match raw.text {
        "true" if !raw.quoted => Some(Value::Boolean(true)),
        "false" if !raw.quoted => Some(Value::Boolean(false)),
        _ => {
            let fault =
                Diagnostic::at(&codes::yaml::WRONG_TYPE, raw.span).with("expected", Arg::Message("type-boolean"));
            let fault = fault.with("found", Arg::Message("type-text")).hint("boolean");
            sink.push(match plain_flag(raw.text) {
                Some(plain) => fault.fix(raw.span, plain, true),
                None => fault,
            });
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::record::{
        Value,
        fields::testing::{reads, refuses},
    };

    #[test]
    fn two_words_are_read() {
        reads("boolean", "true", Value::Boolean(true));
        reads("boolean", "false", Value::Boolean(false));
    }

    #[test]
    fn other_words_are_refused() {
        for text in ["no", "yes", "on", "True", "1", "'true'", "نعم", "[true]"] {
            refuses("boolean", text, "yaml/wrong-type");
        }
    }
}
