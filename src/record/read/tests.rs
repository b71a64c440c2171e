use proptest::prelude::*;

use super::read_records;
use crate::{
    base::{FileId, Lang},
    diag::{Checked, Place, Severity},
    record::{
        Kinds, Record, Value, kinds,
        testing::{compare, languages, marked, node},
        yaml,
    },
};

const MANDATE: &str = "\
kind: mandate
label: {ar: مرجعية, en: Mandate reference}
plural: {ar: المرجعيات, en: Mandate references}
path: mandates
fields:
  title: {type: text, translated: true, label: {ar: العنوان, en: Title}}
  number: {type: identifier, label: {ar: الرقم, en: Number}}
  date: {type: date, required: true}
  place: {type: place, translated: true}
  supports: {type: refs, to: [mandate]}
  evidence: {type: choice, of: [document, public]}
";

fn kinds_with(translations: &str) -> Kinds {
    let text = format!("{MANDATE}translations: {translations}\n");
    let kind = kinds::read(&node(&text), &languages());
    assert_eq!(kind.diagnostics, []);
    Kinds::new(vec![kind.value]).value
}

fn read(path: &str, text: &str) -> Checked<Vec<Record>> {
    read_records(&node(text), path, &kinds_with("required"), &languages())
}

/// Compares the mistakes of `content/mandates/resolution-7833.yaml` with the marks.
fn check(source: &str, codes: &[&str]) {
    let (text, ranges) = marked(source);
    let found = read("content/mandates/resolution-7833.yaml", &text);
    compare(&text, &ranges, found.diagnostics, codes);
}

#[test]
fn a_record_has_what_its_file_says() {
    let text = "kind: mandate\ntitle: {ar: قرار, en: Resolution}\nsupports: [a, b]\nnumber: 07833\ndate: 2014-09-07\nevidence: public\n\
                order: 2\nupdated: 2024-05\ndraft: true\naliases: [old/7833]\nsort_as: {ar: قرار ٧٨٣٣, en: Resolution 7833}\nkey: resolution-7833\n";
    let found = read("content/mandates/resolution-7833.yaml", text);
    assert_eq!(found.diagnostics, []);
    let record = &found.value[0];
    assert_eq!(
        (record.kind.as_str(), record.key.value.as_str(), &*record.stem),
        ("mandate", "resolution-7833", "mandates/resolution-7833")
    );
    let names: Vec<_> =
        record.fields.iter().map(|(name, field)| (&**name, field.entries.len(), &text[field.span.range()])).collect();
    assert_eq!(
        names,
        [
            ("title", 1, "{ar: قرار, en: Resolution}"),
            ("number", 1, "07833"),
            ("date", 1, "2014-09-07"),
            ("supports", 2, "[a, b]"),
            ("evidence", 1, "public"),
        ]
    );
    assert_eq!(record.field("number").map(|it| &it.entries[0].value), Some(&Value::Plain("07833".into())));
    assert_eq!(&text[record.field("supports").expect("there").entries[1].span.range()], "b");
    assert_eq!(
        (record.order, record.draft, record.updated.map(|it| it.notation()).as_deref()),
        (Some(2), true, Some("2024-05"))
    );
    assert_eq!(record.aliases.iter().map(|it| &*it.value).collect::<Vec<_>>(), ["old/7833"]);
    assert_eq!(record.sort_as.get(Lang(1)).map(String::as_str), Some("Resolution 7833"));
    assert_eq!(&text[record.span.range()], "kind: mandate");
}

#[test]
fn a_list_file_holds_many_records() {
    let text = "kind: mandate\nrecords:\n- {key: a, title: {ar: أ, en: A}, date: 2013}\n- key: b\n  title: {ar: ب, en: B}\n  date: 2014\n";
    let found = read("content/mandates/all.yaml", text);
    assert_eq!(found.diagnostics, []);
    let stems: Vec<_> =
        found.value.iter().map(|it| (it.key.value.as_str(), &*it.stem, &text[it.key.span.range()])).collect();
    assert_eq!(stems, [("a", "mandates/a", "a"), ("b", "mandates/b", "b")]);
    assert_eq!(read("all.yaml", text).value[0].stem, "a");
}

#[test]
fn every_mistake_of_a_list_shows_in_one_run() {
    check(
        "kind: mandate\n«recrods»: 1\nrecords:\n- «««titel»: x»»\n  key: a\n- {key: «B b», title: {ar: ب, en: B}, date: «2014-02-30»}\n- «text»\n- «~»\n- {«key»: , title: {ar: «[x]», en: B}, date: 2013}\n",
        &[
            "yaml/unknown-key near",
            "record/unknown-field near",
            "record/missing-field",
            "record/missing-field",
            "record/bad-key near",
            "record/bad-date day",
            "yaml/wrong-type mapping",
            "yaml/empty-value",
            "yaml/empty-value",
            "yaml/wrong-type quote",
        ],
    );
}

#[test]
fn unknown_kinds_are_read_as_the_kind_that_was_meant() {
    check(
        "kind: «mandat»\ntitle: {ar: أ, en: A}\ndate: «soon»\n",
        &["record/unknown-kind near", "record/bad-date form"],
    );
    check(
        "kind: «مرجعية»\ntitle: {ar: أ, en: A}\ndate: «soon»\n",
        &["record/unknown-kind near", "record/bad-date form"],
    );
    check("kind: «person»\ntitle: x\n", &["record/unknown-kind known"]);
    check("«title: x»\n", &["yaml/missing-key"]);
    assert_eq!(read("a.yaml", "kind: person\n").value, [], "nobody knows what it may hold");
}

#[test]
fn unknown_fields_come_with_what_was_meant() {
    check(
        "kind: mandate\ntitle: {ar: أ, en: A}\ndate: 2013\n«plase»: x\n«العنوان»: ب\nnumber : 1\n«number»: 2\n«nothing»: x\n",
        &["record/unknown-field near", "record/unknown-field near", "yaml/duplicate-key", "record/unknown-field known"],
    );
}

#[test]
fn what_every_record_needs_is_asked_for() {
    check("««kind: mandate»»\nnumber: 1\n", &["record/missing-field"; 2]);
    check("kind: mandate\n«title»:\n«date»: ~\n", &["yaml/empty-value"; 2]);
}

#[test]
fn built_in_keys_are_typed() {
    check(
        "kind: mandate\ntitle: {ar: أ, en: A}\ndate: 2013\norder: «٢»\nupdated: «yesterday»\ndraft: «yes»\naliases: «old»\nsort_as: {«fr»: x}\nkey: «other»\n",
        &[
            "record/bad-value near",
            "record/bad-date form",
            "yaml/wrong-type boolean",
            "yaml/wrong-type list",
            "record/unknown-language known",
            "record/key-mismatch",
        ],
    );
}

#[test]
fn keys_are_slugs() {
    let found = read("content/mandates/Resolution_7833.yaml", "kind: mandate\ntitle: {ar: أ, en: A}\ndate: 2013\n");
    assert_eq!(found.diagnostics.iter().map(|it| it.code.name).collect::<Vec<_>>(), ["record/bad-key"]);
    assert_eq!(found.value[0].key.value.as_str(), "resolution-7833", "a broken record still goes on");
    let found = read("content/قرار.yaml", "kind: mandate\ntitle: {ar: أ, en: A}\ndate: 2013\n");
    assert_eq!(found.value[0].key.value.as_str(), "unnamed-0-0");
}

#[test]
fn languages_are_asked_for_as_the_kind_says() {
    let text = "kind: mandate\ntitle: {en: Resolution}\ndate: 2013\nplace: {ar: القاهرة}\n";
    let severities = |policy: &str| {
        let found = read_records(&node(text), "a.yaml", &kinds_with(policy), &languages());
        let faults = found.diagnostics.iter().map(|it| {
            let Place::At(span) = it.place else { panic!("a place") };
            (it.code.name, &text[span.range()], it.severity)
        });
        faults.collect::<Vec<_>>()
    };
    let (title, place) = ("{en: Resolution}", "{ar: القاهرة}");
    let missing = "record/missing-language";
    assert_eq!(severities("required"), [(missing, title, Severity::Error), (missing, place, Severity::Error)]);
    assert_eq!(
        severities("{within: 14 days}"),
        [(missing, title, Severity::Warning), (missing, place, Severity::Warning)]
    );
    assert_eq!(severities("{only: ar, because: x}"), [(missing, title, Severity::Error)]);
    assert_eq!(severities("optional"), [(missing, title, Severity::Note)], "a title is required, a place is not");
}

proptest! {
    /// Whatever stands in a file, reading it ends, and every place lies in it and on whole characters.
    #[test]
    fn any_text_is_read_without_a_panic(text in "(\\PC|[\n\t\r:{}\\[\\]\"'|>&*!%@,?~#-]|kind: mandate\n|title: |date: 2013|\n- | {1,4}|قرار){0,60}") {
        let found = yaml::read(FileId(0), &text, 0..text.len());
        let mut faults = found.diagnostics;
        if let Some(node) = &found.value {
            faults.extend(read_records(node, "a.yaml", &kinds_with("required"), &languages()).diagnostics);
            faults.extend(kinds::read(node, &languages()).diagnostics);
        }
        for fault in faults {
            let Place::At(span) = fault.place else { panic!("a place") };
            prop_assert!(text.get(span.range()).is_some(), "{:?} in {text:?}", span.range());
            for label in fault.labels {
                prop_assert!(text.get(label.span.range()).is_some());
            }
        }
    }

    /// Any text can be a value between double quotes, and comes back as it was.
    #[test]
    fn any_quoted_text_comes_back(value in "\\PC{1,40}") {
        let quoted = value.replace('\\', "\\\\").replace('"', "\\\"");
        let text = format!("kind: mandate\nnumber: \"{quoted}\"\n");
        let found = yaml::read(FileId(0), &text, 0..text.len());
        prop_assert_eq!(&found.diagnostics, &[]);
        let yaml::Node::Mapping(pairs) = found.value.expect("a mapping").value else { panic!("a mapping") };
        prop_assert_eq!(pairs[1].1.value.text(), Some(&*value));
    }
}
