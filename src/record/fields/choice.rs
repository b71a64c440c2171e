//! `choice`: one of the values that the kind names.

use super::{FieldType, Raw};
use crate::{
    diag::{Diagnostic, codes},
    record::{
        Value,
        reader::{near_or_known, with_fix},
    },
};

/// The type.
pub static CHOICE: FieldType = FieldType {
    name: "choice",
    doc: "One of the values listed in `of`: names, or names with a label per language.",
    options: &["of"],
    expected: "type-choice",
    is_many: false,
    read,
    translate: None,
};

fn read(raw: &Raw<'_>, sink: &mut Vec<Diagnostic>) -> Option<Value> {
    let choices = &raw.field.choices;
    if let Some(choice) = choices.iter().find(|it| &*it.name == raw.text) {
        return Some(Value::Choice(choice.name.clone()));
    }
    let fault = Diagnostic::at(&codes::record::BAD_CHOICE, raw.span).with("value", raw.text);
    // Someone who writes a label instead of the name means that name.
    let labelled = choices.iter().find(|it| it.label.iter().any(|(_, label)| label == raw.text));
    let names: Vec<&str> = choices.iter().map(|it| &*it.name).collect();
    sink.push(match labelled {
        Some(choice) => fault.with("near", &choice.name).hint("near").fix(raw.span, &*choice.name, true),
        None => with_fix(near_or_known(fault, raw.text, &names), raw.span),
    });
    None
}

#[cfg(test)]
mod tests {
    use crate::record::{
        Value,
        fields::testing::{offers, reads, refuses},
    };

    const OF: &str = "{type: choice, of: [document, public, document+public]}";
    const LABELLED: &str =
        "{type: choice, of: {document: {ar: الوثيقة, en: The document}, public: {ar: مصدر عام, en: Public source}}}";

    #[test]
    fn a_choice_is_one_of_the_names() {
        reads(OF, "document+public", Value::Choice("document+public".into()));
        reads(LABELLED, "public", Value::Choice("public".into()));
        refuses(OF, "documnet", "record/bad-choice");
        refuses(OF, "[public]", "yaml/wrong-type");
    }

    #[test]
    fn a_label_leads_to_its_name() {
        assert_eq!(offers(LABELLED, "مصدر عام"), Some(("public".into(), true)));
        assert_eq!(offers(LABELLED, "مجهول"), None);
    }
}
