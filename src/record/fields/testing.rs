//! One way to try a field type: its options, a value as an author writes it, what comes out.

use crate::{
    base::FileId,
    diag::Place,
    record::{
        Kind, Value,
        entries::{self, Reading},
        kinds,
        testing::languages,
        yaml,
    },
};

/// Makes a kind with a title and one more field `it`, whose declaration is given.
pub fn kind(options: &str) -> Kind {
    let text = format!(
        "kind: body\nlabel: {{ar: جهة, en: Body}}\nplural: {{ar: جهات, en: Bodies}}\nfields:\n  title: {{type: text, translated: true}}\n  it: {options}\n"
    );
    let node = yaml::read(FileId(9), &text, 0..text.len());
    let kind = kinds::read(&node.value.expect("the kind parses"), &languages());
    assert_eq!(kind.diagnostics, [], "{options}");
    kind.value
}

/// Reads a value as a field with these options; the mistakes are pairs of a code and the text that it points at.
pub fn read(options: &str, value: &str) -> (Vec<Value>, Vec<(&'static str, String)>) {
    let source = format!("it: {value}\n");
    let node = yaml::read(FileId(0), &source, 0..source.len());
    assert_eq!(node.diagnostics, [], "{source}");
    let kind = kind(options);
    let root = node.value.expect("the value parses");
    let yaml::Node::Mapping(pairs) = &root.value else { panic!("a mapping") };
    let field = kind.field("it").expect("the kind has the field");
    let mut sink = Vec::new();
    let read = entries::read(&pairs[0].1, Reading { kind: &kind, field, languages: &languages() }, &mut sink);
    let faults = sink.iter().map(|it| match it.place {
        Place::At(span) => (it.code.name, source[span.range()].to_owned()),
        _ => (it.code.name, String::new()),
    });
    (read.into_iter().map(|it| it.value).collect(), faults.collect())
}

/// Checks that a value is read without a mistake.
pub fn reads(options: &str, value: &str, expected: Value) {
    assert_eq!(read(options, value), (vec![expected], vec![]), "{value}");
}

/// Checks that a value is refused with this code, pointing at the whole of it.
pub fn refuses(options: &str, value: &str, code: &'static str) {
    assert_eq!(read(options, value), (vec![], vec![(code, value.to_owned())]), "{value}");
}

/// Returns what a refused value should have been, if one thing can be meant.
pub fn offers(options: &str, value: &str) -> Option<(String, bool)> {
    let source = format!("it: {value}\n");
    let node = yaml::read(FileId(0), &source, 0..source.len()).value.expect("the value parses");
    let yaml::Node::Mapping(pairs) = &node.value else { panic!("a mapping") };
    let kind = kind(options);
    let mut sink = Vec::new();
    let field = kind.field("it").expect("the kind has the field");
    entries::read(&pairs[0].1, Reading { kind: &kind, field, languages: &languages() }, &mut sink);
    let fix = sink.first()?.fix.as_ref()?;
    Some((fix.edits.first()?.1.clone(), fix.is_safe))
}
