//! `text`: words on one line, usually a text per language.

use super::{FieldType, Raw};
use crate::{
    base::{PerLang, Spanned},
    diag::Diagnostic,
    record::Value,
};

/// The type.
pub static TEXT: FieldType = FieldType {
    name: "text",
    doc: "Words without markup: names, titles, short remarks. With `translated: true` one text per language, else the same in every language.",
    options: &["translated"],
    expected: "type-text",
    is_many: false,
    read,
    translate: Some(translate),
};

fn read(raw: &Raw<'_>, _: &mut Vec<Diagnostic>) -> Option<Value> {
    Some(Value::Plain(one_line(raw.text)))
}

fn translate(texts: PerLang<Spanned<String>>) -> Value {
    Value::Text(texts.map(|_, it| one_line(&it.value)))
}

/// Joins the lines of a block: a text has none.
pub(super) fn one_line(text: &str) -> String {
    text.split('\n').map(str::trim).filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use crate::{
        base::Lang,
        record::{
            Value,
            fields::testing::{read, reads, refuses},
        },
    };

    #[test]
    fn a_text_is_the_same_in_every_language_or_one_in_each() {
        reads("text", "إدارة شؤون اللاجئين", Value::Plain("إدارة شؤون اللاجئين".into()));
        reads("text", "2013", Value::Plain("2013".into()));
        reads("text", "no", Value::Plain("no".into()));
        let pair = [(Lang(0), "قرار".to_owned()), (Lang(1), "Resolution".to_owned())].into_iter().collect();
        reads("{type: text, translated: true}", "{ar: قرار, en: Resolution}", Value::Text(pair));
    }

    #[test]
    fn a_block_becomes_one_line() {
        reads("text", "|\n  قرار مجلس\n  الجامعة", Value::Plain("قرار مجلس الجامعة".into()));
    }

    #[test]
    fn a_list_is_no_text() {
        refuses("text", "[مسودة]", "yaml/wrong-type");
        refuses("text", "{ar: قرار}", "yaml/wrong-type");
    }

    #[test]
    fn a_text_without_a_language_is_reported_and_kept() {
        let (values, faults) = read("{type: text, translated: true}", "قرار");
        assert_eq!(faults, [("yaml/wrong-type", "قرار".to_owned())]);
        let both = [(Lang(0), "قرار".to_owned()), (Lang(1), "قرار".to_owned())].into_iter().collect();
        assert_eq!(values, [Value::Text(both)]);
    }
}
