//! `refs`: several other records.

use super::{FieldType, reference};

/// The type.
pub static REFS: FieldType = FieldType {
    name: "refs",
    doc: "A list of keys of records of the kinds in `to`. The other records show the relation under the name in `inverse`.",
    options: &["to", "inverse"],
    expected: "type-key",
    is_many: true,
    read: reference::read,
    translate: None,
};

#[cfg(test)]
mod tests {
    use crate::record::{Value, fields::testing::read};

    #[test]
    fn keys_keep_their_order() {
        let (values, faults) = read("{type: refs, to: [body]}", "[las-summit, las]");
        assert_eq!((values, faults), (vec![Value::Ref("las-summit".into()), Value::Ref("las".into())], vec![]));
    }

    #[test]
    fn a_single_key_is_reported_and_kept() {
        let (values, faults) = read("{type: refs, to: [body]}", "las");
        assert_eq!((values, faults), (vec![Value::Ref("las".into())], vec![("yaml/wrong-type", "las".to_owned())]));
    }
}
