use super::Fields;
use crate::{
    base::Lang,
    record::testing::{compare, languages, marked, node},
};

/// Reads a mapping with every method and compares the mistakes with the marks.
fn check(source: &str, codes: &[&str]) {
    let (text, ranges) = marked(source);
    let node = node(&text);
    let mut sink = Vec::new();
    let mut fields = Fields::new(&node, &mut sink);
    fields.text("title");
    fields.flag("draft");
    fields.integer("order");
    fields.date("date");
    fields.list("tags");
    fields.texts("label", &languages());
    if let Some(mut inner) = fields.nested("site") {
        inner.required_text("base");
        inner.finish();
    }
    for item in fields.mappings("links") {
        let mut inner = Fields::new(item, fields.sink());
        inner.required_text("to");
        inner.finish();
    }
    fields.finish();
    compare(&text, &ranges, sink, codes);
}

#[test]
fn a_right_mapping_has_no_mistakes() {
    check(
        "title: 2013\ndraft: false\norder: 1\ndate: 2013-06\ntags: [هجرة, no]\nlabel: {ar: قرار, en: Resolution}\nsite: {base: x}\nlinks:\n- to: a\n- {to: b}\n",
        &[],
    );
}

#[test]
fn unknown_keys_come_with_the_nearest_or_all() {
    check("«titel»: قرار\n«عنوان»: قرار\n", &["yaml/unknown-key near", "yaml/unknown-key known"]);
    check("site: {base: x, «bsae»: y}\n", &["yaml/unknown-key near"]);
}

#[test]
fn double_keys_are_collected_and_the_first_counts() {
    check("title: a\n«title»: b\ndraft: false\n«draft»: no\n«title»: c\n", &["yaml/duplicate-key"; 3]);
    let text = "title: أول\ntitle: ثان\n";
    let node = node(text);
    let mut sink = Vec::new();
    assert_eq!(Fields::new(&node, &mut sink).text("title").map(|it| it.value).as_deref(), Some("أول"));
    assert_eq!(sink[0].labels.iter().map(|it| (it.name, it.span.range())).collect::<Vec<_>>(), [("first", 0..5)]);
}

#[test]
fn wrong_types_are_collected() {
    check("title: «[قرار]»\n", &["yaml/wrong-type quote"]);
    check("title: «{ar: قرار}»\n", &["yaml/wrong-type quote"]);
    check("draft: «no»\n", &["yaml/wrong-type boolean"]);
    check("draft: «'true'»\n", &["yaml/wrong-type boolean"]);
    check("draft: «[true]»\n", &["yaml/wrong-type boolean"]);
    check("order: «[1]»\n", &["yaml/wrong-type"]);
    check("order: «١»\n", &["record/bad-value near"]);
    check("date: «{year: 2013}»\n", &["yaml/wrong-type"]);
    check("date: «2013-13»\n", &["record/bad-date month"]);
    check("date: «٢٠١٣»\n", &["record/bad-date near"]);
    check("date: «2013-02-29»\n", &["record/bad-date day"]);
    check("date: «7-9-2014»\n", &["record/bad-date ambiguous"]);
    check("date: «2014/2013»\n", &["record/date-order"]);
    check("tags: «هجرة»\n", &["yaml/wrong-type list"]);
    check("tags: [«[a]», b, «{c: d}»]\n", &["yaml/wrong-type quote", "yaml/wrong-type quote"]);
    check("label: «قرار»\n", &["yaml/wrong-type pair"]);
    check("label: {ar: «[قرار]», en: x}\n", &["yaml/wrong-type quote"]);
    check("site: «x»\n", &["yaml/wrong-type mapping"]);
    check("links:\n- «x»\n- to: b\n", &["yaml/wrong-type mapping"]);
    check("«- a\n- b»\n", &["yaml/wrong-type mapping"]);
    check("«نص بلا مفتاح»\n", &["yaml/wrong-type mapping"]);
}

#[test]
fn a_missing_key_is_reported_at_the_first_entry() {
    check("site: {««bsae»: y»}\n", &["yaml/unknown-key near", "yaml/missing-key"]);
    check("links:\n- ««form»: a»\n- to: b\n", &["yaml/unknown-key known", "yaml/missing-key"]);
}

#[test]
fn empty_values_point_at_their_key() {
    check(
        "«title»:\n«draft»: ~\n«order»: ''\n«date»: null\n«tags»:\n«label»:\n«site»:\n«links»:\n",
        &["yaml/empty-value"; 8],
    );
    check("tags: [a, «''», «~»]\n", &["yaml/empty-value"; 2]);
    check("label: {«ar»: , en: x}\n", &["yaml/empty-value"]);
    check("label: {«ar»: '', «en»: ~}\n", &["yaml/empty-value"; 2]);
}

#[test]
fn languages_are_those_of_the_site() {
    check("label: {ar: قرار, «fr»: décision}\n", &["record/unknown-language known"]);
    check("label: {«arabic»: قرار, «EN-gb»: x}\n", &["record/unknown-language near"; 2]);
    check("label: {ar: أول, «ar»: ثان}\n", &["yaml/duplicate-key"]);
}

#[test]
fn a_text_without_a_language_serves_all() {
    let text = "label: قرار\n";
    let node = node(text);
    let mut sink = Vec::new();
    let label = Fields::new(&node, &mut sink).texts("label", &languages());
    assert_eq!(label.get(Lang(1)).map(|it| &*it.value), Some("قرار"));
    let mut one = languages();
    one.0.truncate(1);
    let mut sink = Vec::new();
    Fields::new(&node, &mut sink).texts("label", &one);
    assert_eq!(sink, [], "a site of one language needs no tags");
}

#[test]
fn a_near_name_can_be_put_in_place() {
    let text = "titel: قرار\n";
    let node = node(text);
    let mut sink = Vec::new();
    let mut fields = Fields::new(&node, &mut sink);
    fields.text("title");
    fields.finish();
    let fix = sink[0].fix.as_ref().expect("a fix");
    assert_eq!((fix.edits[0].0.range(), &*fix.edits[0].1, fix.is_safe), (0..5, "title", false));
}

#[test]
fn something_missing_is_not_shown_as_a_wall_of_text() {
    check("site:\n  ««bsae»»: |\n    سطر\n    ثان\n", &["yaml/missing-key", "yaml/unknown-key near"]);
}
