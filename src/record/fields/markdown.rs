//! `markdown`: prose with markup, usually a text per language.

use super::{FieldType, Raw};
use crate::{diag::Diagnostic, record::Value};

/// The type.
pub static MARKDOWN: FieldType = FieldType {
    name: "markdown",
    doc: "Prose with markup. With `translated: true` one text per language, else the same in every language.",
    options: &["translated"],
    expected: "type-text",
    is_many: false,
    read,
    translate: Some(Value::Markdown),
};

fn read(raw: &Raw<'_>, _: &mut Vec<Diagnostic>) -> Option<Value> {
    Some(Value::Markdown(raw.everywhere()))
}

#[cfg(test)]
mod tests {
    use crate::{
        base::Lang,
        record::{
            Value,
            fields::testing::{read, refuses},
        },
    };

    #[test]
    fn prose_keeps_its_lines_and_its_place() {
        let (values, faults) = read("{type: markdown, translated: true}", "\n  ar: |\n    سطر\n\n    *ثان*\n  en: x");
        assert_eq!(faults, []);
        let Value::Markdown(texts) = &values[0] else { panic!("prose") };
        assert_eq!(texts.get(Lang(0)).map(|it| &*it.value), Some("سطر\n\n*ثان*\n"));
        assert_eq!(texts.get(Lang(1)).map(|it| it.span.range()), Some(44..45));
    }

    #[test]
    fn prose_without_languages_serves_all() {
        let (values, _) = read("markdown", "نص");
        let Value::Markdown(texts) = &values[0] else { panic!("prose") };
        assert_eq!(texts.iter().count(), 2);
        refuses("markdown", "[نص]", "yaml/wrong-type");
    }
}
