use super::{Node, read};
use crate::{
    base::{FileId, Spanned},
    diag::{Diagnostic, Place},
    record::reader::is_partial,
};

/// Shows a document as an author would check it: each value with the piece of the source that its place covers.
fn show(source: &str, node: &Spanned<Node>) -> String {
    let slice = &source[node.span.range()];
    match &node.value {
        Node::Null => "null".to_owned(),
        Node::Broken => "broken".to_owned(),
        Node::Scalar(it) if it.text == slice => format!("{slice:?}"),
        Node::Scalar(it) => format!("{:?} of {slice:?}", it.text),
        Node::Sequence(items) => {
            format!("[{}]", items.iter().map(|it| show(source, it)).collect::<Vec<_>>().join(", "))
        }
        Node::Mapping(entries) => {
            let entries =
                entries.iter().map(|(key, value)| format!("{}: {}", &source[key.span.range()], show(source, value)));
            format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
        }
    }
}

fn check(source: &str, expected: &str) {
    let found = read(FileId(0), source, 0..source.len());
    assert_eq!(found.diagnostics, [], "{source}");
    assert_eq!(found.value.map_or("nothing".to_owned(), |it| show(source, &it)), expected, "{source}");
}

fn place(diagnostic: &Diagnostic) -> (&'static str, std::ops::Range<usize>) {
    let Place::At(span) = diagnostic.place else { panic!("every mistake in a file has a place") };
    (diagnostic.code.name, span.range())
}

/// Checks the one mistake of a document: its code, its hint and the piece of the source that it points at.
fn fails(source: &str, code: &str, hint: Option<&str>, at: std::ops::Range<usize>) {
    let found = read(FileId(0), source, 0..source.len());
    let places: Vec<_> = found.diagnostics.iter().map(place).collect();
    assert_eq!(places, [(code, at)], "{source}");
    assert_eq!(found.diagnostics[0].hint, hint, "{source}");
    // What stands before a second document is whole.
    let is_whole = source.contains("\n---\n");
    assert!(found.value.is_none_or(|it| is_whole || is_partial(&it.value)), "{source}");
}

#[test]
fn what_lies_outside_of_a_fault_is_read() {
    let rest = |source: &str| {
        let found = read(FileId(0), source, 0..source.len());
        let faults: Vec<&str> = found.diagnostics.iter().map(|it| &source[place(it).1]).collect();
        (faults.join("|"), found.value.map_or_else(String::new, |it| show(source, &it)))
    };
    let (faults, values) = rest("kind: a\ntitle: قرار: رقم\nnumber: 7\n");
    assert_eq!((faults.as_str(), values.as_str()), (":", "{kind: \"a\", : broken, title: broken, number: \"7\"}"));
    let (faults, values) = rest("a: x: y\nb: {c: 1\nd: \"e\n");
    assert_eq!(faults, ":|{|\"");
    assert_eq!(values.matches("broken").count(), 6);
    let (faults, values) = rest("fields:\n  one: {type: x\n  two: {type: y}\nsort: z\n");
    assert_eq!(faults, "{");
    assert!(values.contains("two: {type: \"y\"}") && values.ends_with("sort: \"z\"}"), "{values}");
    let (_, values) = rest("records:\n  - {key: one, title: {ar: x}\n  - {key: two}\n");
    assert!(values.contains("\"one\" of") && values.contains("key: \"two\""), "{values}");
    let (faults, values) = rest("<<<<<<< HEAD\na: x\n=======\na: y\n>>>>>>> other\nb: z\n");
    assert_eq!((faults.as_str(), values.as_str()), ("", "{a: \"x\", b: \"z\"}"));
}

#[test]
fn plain_values_stay_as_written() {
    for plain in [
        "no",
        "007",
        "1_000",
        "2014-09-07",
        "7833",
        "0x1F",
        "1e3",
        ".5",
        "yes",
        "12:30",
        "true",
        "A/RES/68/4",
        "قرار رقم ٧٨٣٣",
        "-5",
    ] {
        check(&format!("number: {plain}\n"), &format!("{{number: {plain:?}}}"));
    }
}

#[test]
fn quotes_and_blocks_are_decoded() {
    check("a: 'it''s'", r#"{a: "it's" of "'it''s'"}"#);
    check("a: \"\\u0642رار\"", r#"{a: "قرار" of "\"\\u0642رار\""}"#);
    check("a: |\n  قرار\n  ثان\nb: x\n", r#"{a: "قرار\nثان\n" of "قرار\n  ثان", b: "x"}"#);
    check("a: >-\n  قرار\n  ثان\n", r#"{a: "قرار ثان" of "قرار\n  ثان"}"#);
    check("a: قرار\n  ثان\n", r#"{a: "قرار ثان" of "قرار\n  ثان"}"#);
}

#[test]
fn quoted_values_are_told_from_plain_ones() {
    let source = "- true\n- 'true'\n- \"~\"\n- |\n  true\n";
    let found = read(FileId(0), source, 0..source.len());
    let Some(Node::Sequence(items)) = found.value.map(|it| it.value) else { panic!("a list") };
    let quoted: Vec<_> = items.iter().map(|it| matches!(&it.value, Node::Scalar(it) if it.quoted)).collect();
    assert_eq!(quoted, [false, true, true, true]);
}

#[test]
fn absent_values_are_null_and_absent_documents_nothing() {
    check("a:\nb: ~\nc: null\nd: ''\n", r#"{a: null, b: null, c: null, d: "" of "''"}"#);
    for source in ["", "\n\n", "# تعليق\n", "---\n", "~\n", "\u{FEFF}"] {
        check(source, "nothing");
    }
}

#[test]
fn collections_have_the_place_of_what_they_hold() {
    let source = "title: {ar: قرار, en: Resolution} # 1\nlist:\n- a\n- ب\n\nlast:\n  ar: نص\n\n# end\n";
    let found = read(FileId(0), source, 0..source.len());
    let root = found.value.expect("a mapping");
    let Node::Mapping(entries) = &root.value else { panic!("a mapping") };
    let slices: Vec<_> = entries.iter().map(|(_, value)| &source[value.span.range()]).collect();
    assert_eq!(slices, ["{ar: قرار, en: Resolution}", "- a\n- ب", "ar: نص"]);
    assert!(source[root.span.range()].ends_with("ar: نص"));
}

#[test]
fn double_keys_are_passed_on() {
    check("a: 1\nb: 2\na: 3\n", r#"{a: "1", b: "2", a: "3"}"#);
}

#[test]
fn line_ends_and_byte_order_marks_do_not_matter() {
    check(
        "\u{FEFF}a: قرار\r\nb: |\r\n  x\r\n  y\r\nc: [1, ٢]\r\n",
        r#"{a: "قرار", b: "x\ny\n" of "x\r\n  y", c: ["1", "٢"]}"#,
    );
}

#[test]
fn front_matter_keeps_the_places_of_its_file() {
    let source = "\u{FEFF}---\r\ntitle: قرار\r\n---\r\nنص: ليس من الرأس\r\n";
    let start = source.find("title").expect("front matter");
    let end = source.rfind("---").expect("front matter");
    let found = read(FileId(3), source, start..end);
    let root = found.value.expect("a mapping");
    assert_eq!(root.span.file, FileId(3));
    assert_eq!(show(source, &root), r#"{title: "قرار"}"#);
    let fault = read(FileId(3), source, start..source.len()).diagnostics;
    assert_eq!(fault.iter().map(place).collect::<Vec<_>>(), [("yaml/syntax", end..end + 3)]);
}

#[test]
fn long_values_are_no_long_keys() {
    let long = "كلمة ".repeat(2000);
    let long = long.trim();
    check(&format!("a: {{ar: {long}, en: \"{long}\"}}\nb: [{long}]\nc:\n- {long}\n"), &{
        format!("{{a: {{ar: {long:?}, en: {long:?} of {:?}}}, b: [{long:?}], c: [{long:?}]}}", format!("\"{long}\""))
    });
}

#[test]
fn a_broken_document_gives_its_one_cause() {
    fails("title: قرار: رقم\n", "yaml/syntax", Some("colon"), 15..16);
    fails("a: b: c\n", "yaml/syntax", Some("colon"), 4..5);
    fails("title: {ar: قرار: رقم, en: x}\n", "yaml/syntax", Some("colon"), 20..21);
    fails("a: \"open\nb: 2\n", "yaml/syntax", Some("quote"), 3..4);
    fails("a: 'x\n", "yaml/syntax", Some("quote"), 3..4);
    fails("title: \"قرار\" رقم\n", "yaml/syntax", Some("quote"), 18..20);
    fails("a: [x] y\n", "yaml/syntax", Some("quote"), 7..8);
    fails("a: \"\\q\"\n", "yaml/syntax", Some("escape"), 4..5);
    fails("a:\n\t- b\n", "yaml/syntax", Some("tab"), 3..4);
    fails("a: 1\n\tb: 2\n", "yaml/syntax", Some("tab"), 5..6);
    fails("a: 1\n  b: 2\n", "yaml/syntax", Some("indent"), 7..8);
    fails("a:\n  - b\n c: 1\n", "yaml/syntax", Some("indent"), 10..11);
    fails("a: - b\n", "yaml/syntax", Some("indent"), 3..4);
    fails("a: [1, 2\nb: 3\n", "yaml/syntax", Some("bracket"), 3..4);
    fails("a: {b: 1\n\n", "yaml/syntax", Some("bracket"), 3..4);
    fails("a: }\n", "yaml/syntax", Some("bracket"), 3..4);
    fails("a: @x\n", "yaml/syntax", Some("character"), 3..4);
    fails("a: %x\n", "yaml/syntax", Some("character"), 3..4);
    fails("a: 1\n b\nword\n", "yaml/syntax", Some("key"), 8..9);
    fails("عنوان بلا نقطتين\nb: 1\n", "yaml/syntax", Some("key"), 0..2);
    fails("a: 1\n---\nb: 2\n", "yaml/syntax", None, 5..8);
    fails("%YAML 1.2\n---\na: 1\n", "yaml/syntax", None, 0..1);
}

#[test]
fn what_no_editor_needs_is_refused() {
    fails("title: *مهم* قرار\n", "yaml/alias", None, 7..15);
    fails("title: !هام\n", "yaml/alias", None, 7..8);
    let source = "a: &x 1\nb: *x\nc: !!str 2\nd: *y\n";
    let found = read(FileId(0), source, 0..source.len());
    let places: Vec<_> = found.diagnostics.iter().map(place).collect();
    assert_eq!(places, [("yaml/alias", 3..5), ("yaml/alias", 11..13), ("yaml/alias", 17..22), ("yaml/alias", 28..30)]);
    assert_eq!(found.value.map(|it| show(source, &it)).as_deref(), Some(r#"{a: "1", b: broken, c: "2", d: broken}"#));
}

#[test]
fn keys_are_names() {
    let source = "? [a]\n: 1\nb: 2\n";
    let found = read(FileId(0), source, 0..source.len());
    assert_eq!(found.diagnostics.iter().map(place).collect::<Vec<_>>(), [("yaml/wrong-type", 2..5)]);
    assert_eq!(found.value.map(|it| show(source, &it)).as_deref(), Some(r#"{b: "2"}"#));
}

#[test]
fn nesting_has_a_limit() {
    let deep = |depth: usize| format!("{}x{}", "[".repeat(depth), "]".repeat(depth));
    let found = read(FileId(0), &deep(30), 0..61);
    assert_eq!(found.diagnostics, []);
    fails(&deep(40), "yaml/limit", None, 32..33);
}
