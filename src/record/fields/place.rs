//! `place`: the name of a place, usually a name per language.

use super::{FieldType, Raw, text::one_line};
use crate::{
    base::{PerLang, Spanned},
    diag::Diagnostic,
    record::Value,
};

/// The type.
pub static PLACE: FieldType = FieldType {
    name: "place",
    doc: "The name of a place. With `translated: true` a name per language, else the same in every language.",
    options: &["translated"],
    expected: "type-text",
    is_many: false,
    read,
    translate: Some(translate),
};

fn read(raw: &Raw<'_>, _: &mut Vec<Diagnostic>) -> Option<Value> {
    Some(translate(raw.everywhere()))
}

fn translate(names: PerLang<Spanned<String>>) -> Value {
    Value::Place(names.map(|_, it| one_line(&it.value)))
}

#[cfg(test)]
mod tests {
    use crate::{
        base::Lang,
        record::{
            Value,
            fields::testing::{reads, refuses},
        },
    };

    #[test]
    fn a_place_has_a_name_per_language() {
        let names = [(Lang(0), "القاهرة".to_owned()), (Lang(1), "Cairo".to_owned())].into_iter().collect();
        reads("{type: place, translated: true}", "{ar: القاهرة, en: Cairo}", Value::Place(names));
        let same = [(Lang(0), "ESCWA".to_owned()), (Lang(1), "ESCWA".to_owned())].into_iter().collect();
        reads("place", "ESCWA", Value::Place(same));
        refuses("place", "[Cairo]", "yaml/wrong-type");
    }
}
