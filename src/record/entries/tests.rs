use super::{Reading, read};
use crate::record::{
    Entry, Value,
    fields::testing::kind,
    testing::{compare, languages, marked, node},
};
use crate::{base::Lang, diag::Diagnostic};

fn entries(options: &str, text: &str) -> (Vec<Entry>, Vec<Diagnostic>) {
    let node = node(text);
    let crate::record::Node::Mapping(pairs) = &node.value else { panic!("a mapping") };
    let mut sink = Vec::new();
    let kind = kind(options);
    let field = kind.field("it").expect("declared");
    let found = read(&pairs[0].1, Reading { kind: &kind, field, languages: &languages() }, &mut sink);
    (found, sink)
}

/// Shows entries as value, time and sources.
fn show(entries: &[Entry]) -> Vec<String> {
    let show = |it: &Entry| {
        let value = match &it.value {
            Value::Text(texts) => texts.iter().map(|(_, it)| it.as_str()).collect::<Vec<_>>().join("|"),
            Value::Plain(text) | Value::Ref(text) => text.clone(),
            Value::Integer(number) => number.to_string(),
            other => format!("{other:?}"),
        };
        let date = |it: Option<crate::base::PartialDate>| it.map_or(String::new(), |it| it.notation());
        let sources: Vec<_> = it.sources.iter().map(|it| it.value.as_str()).collect();
        format!("{value} {}..{} {}", date(it.from), date(it.until), sources.join("+")).trim_end().to_owned()
    };
    entries.iter().map(show).collect()
}

fn reads(options: &str, value: &str, expected: &[&str]) {
    let (found, faults) = entries(options, &format!("it: {value}\n"));
    assert_eq!(faults, [], "{value}");
    assert_eq!(show(&found), expected, "{value}");
}

fn check(options: &str, value: &str, codes: &[&str], expected: &[&str]) {
    let (text, ranges) = marked(&format!("it: {value}\n"));
    let (found, faults) = entries(options, &text);
    assert_eq!(show(&found), expected, "{value}");
    compare(&text, &ranges, faults, codes);
}

const NAME: &str = "{type: text, translated: true, dated: true}";
const PARENT: &str = "{type: ref, to: [body], dated: true, sourced: true}";

#[test]
fn a_dated_value_may_be_plain() {
    reads(PARENT, "las", &["las .."]);
    reads(NAME, "{ar: إدارة, en: Department}", &["إدارة|Department .."]);
}

#[test]
fn a_dated_value_may_change_with_time() {
    reads(
        NAME,
        "\n- value: {ar: إدارة السياسات, en: Policies}\n  until: 2016\n- {value: {ar: إدارة الهجرة, en: Migration}, from: 2016}",
        &["إدارة السياسات|Policies ..2016", "إدارة الهجرة|Migration 2016.."],
    );
    reads(NAME, "{value: {ar: أ, en: A}, from: 2014-Q2~}", &["أ|A 2014-Q2~.."]);
}

#[test]
fn sources_that_disagree_stand_side_by_side() {
    reads(
        "{type: integer, sourced: true}",
        "\n- {value: 21, sources: [iom-arcp]}\n- {value: 22, sources: [iso, las], note: {ar: بعد ٢٠١١, en: after 2011}}",
        &["21 .. iom-arcp", "22 .. iso+las"],
    );
    let (found, _) =
        entries("{type: integer, sourced: true}", "it: {value: 22, note: {ar: بعد ٢٠١١, en: after 2011}}\n");
    assert_eq!(found[0].note.get(Lang(0)).map(String::as_str), Some("بعد ٢٠١١"));
}

#[test]
fn lists_of_any_type_keep_their_order() {
    reads("{type: integer, list: true}", "[3, 1, 2]", &["3 ..", "1 ..", "2 .."]);
    reads("{type: text, translated: true, list: true}", "[{ar: أ, en: A}, {ar: ب, en: B}]", &["أ|A ..", "ب|B .."]);
    reads(
        "{type: refs, to: [body], dated: true}",
        "[las, {value: un, from: 2015}, {value: [a, b], until: 2016}]",
        &["las ..", "un 2015..", "a ..2016", "b ..2016"],
    );
    reads("{type: refs, to: [body], dated: true}", "[las, un]", &["las ..", "un .."]);
}

#[test]
fn one_mistake_in_a_list_does_not_hide_the_next() {
    check(
        "{type: integer, list: true}",
        "[1, «two», 3, «٤», «[5]», «~»]",
        &["record/bad-value", "record/bad-value near", "yaml/wrong-type", "yaml/empty-value"],
        &["1 ..", "3 .."],
    );
    check("{type: text, translated: true, list: true}", "«{ar: أ, en: A}»", &["yaml/wrong-type list"], &["أ|A .."]);
}

#[test]
fn details_are_checked() {
    check(
        PARENT,
        "[{value: las, from: «2016-13», «form»: x}]",
        &["record/bad-date month", "yaml/unknown-key near"],
        &["las .."],
    );
    check(PARENT, "[{«from: 2016»}]", &["yaml/missing-key"], &[]);
    check(PARENT, "[{«value»: , from: 2016}]", &["yaml/empty-value"], &[]);
    check(PARENT, "[{value: las, from: 2016, until: «2015»}]", &["record/date-order"], &["las 2016..2015"]);
    check(PARENT, "[{value: las, from: 2016, until: 2016-05}]", &[], &["las 2016..2016-05"]);
    check(PARENT, "[{value: las, sources: «las-sector»}]", &["yaml/wrong-type list"], &["las .. las-sector"]);
    check(PARENT, "[{value: «[a]»}]", &["yaml/wrong-type"], &[]);
}

#[test]
fn several_plain_values_at_once_are_no_history() {
    check(PARENT, "[«las», {value: un, from: 2015}]", &["yaml/wrong-type"], &["las ..", "un 2015.."]);
    check(NAME, "[«{ar: أ, en: A}»]", &["yaml/wrong-type"], &["أ|A .."]);
}

#[test]
fn details_need_a_kind_that_asks_for_them() {
    check("{type: ref, to: [body]}", "«{value: las, from: 2016}»", &["yaml/wrong-type"], &[]);
    check("{type: text, translated: true}", "{«value»: x}", &["record/unknown-language known"], &[]);
}
