use super::{Kind, Kinds, Layout, Translations, read};
use crate::{
    base::{FileId, Lang},
    record::{
        testing::{compare, languages, marked, node},
        yaml,
    },
};

const MANDATE: &str = "\
kind: mandate
label: {ar: مرجعية, en: Mandate reference}
plural: {ar: المرجعيات, en: Mandate references}
path: mandates
sort: [-date, title]
fields:
  title: {type: text, translated: true, required: true}
  number: identifier
  date: {type: date, required: true, label: {ar: التاريخ, en: Date}}
  adopted_by: {type: ref, to: [body], dated: true, inverse: {name: adopted, label: {ar: قرارات, en: Adopted}}}
  evidence: {type: choice, of: {document: {ar: الوثيقة, en: Document}, public: }}
facets: [date.year, adopted_by]
translations: required
list: timeline
card: [number, date]
jsonld: {type: Legislation, legislationIdentifier: number, name: title}
";

const HEAD: &str = "kind: body\nlabel: {ar: جهة, en: Body}\nplural: {ar: جهات, en: Bodies}\n";

fn read_kind(text: &str) -> Kind {
    let found = read(&node(text), &languages());
    assert_eq!(found.diagnostics, [], "{text}");
    found.value
}

/// Compares the mistakes of a kind, whose name and labels are right, with the marks.
fn check(rest: &str, codes: &[&str]) {
    check_whole(&format!("{HEAD}{rest}"), codes);
}

fn check_whole(source: &str, codes: &[&str]) {
    let (text, ranges) = marked(source);
    compare(&text, &ranges, read(&node(&text), &languages()).diagnostics, codes);
}

#[test]
fn a_kind_is_read_as_declared() {
    let kind = read_kind(MANDATE);
    assert_eq!((kind.name.value.as_str(), &*kind.path.value, kind.list), ("mandate", "mandates", Layout::Timeline));
    assert_eq!(kind.label.get(Lang(0)).map(String::as_str), Some("مرجعية"));
    assert_eq!(
        kind.fields.iter().map(|it| (&*it.name, it.of_type.name)).collect::<Vec<_>>(),
        [("title", "text"), ("number", "identifier"), ("date", "date"), ("adopted_by", "ref"), ("evidence", "choice"),]
    );
    assert_eq!(
        kind.sort.iter().map(|it| (&*it.field, it.descending)).collect::<Vec<_>>(),
        [("date", true), ("title", false)]
    );
    assert_eq!(
        kind.facets.iter().map(|it| (&*it.field, it.by_year)).collect::<Vec<_>>(),
        [("date", true), ("adopted_by", false)]
    );
    assert_eq!(kind.translations, Translations::Required);
    let jsonld = kind.jsonld.as_ref().expect("a description for machines");
    assert_eq!(jsonld.of_type, "Legislation");
    assert_eq!(
        jsonld.properties.iter().map(|(name, field)| (&**name, &**field)).collect::<Vec<_>>(),
        [("legislationIdentifier", "number"), ("name", "title")]
    );
    let adopted_by = kind.field("adopted_by").expect("declared");
    assert!(adopted_by.dated && !adopted_by.required && !adopted_by.list);
    assert_eq!(adopted_by.inverse.as_ref().map(|it| &*it.name.value), Some("adopted"));
    assert_eq!(kind.field("date").and_then(|it| it.label.as_ref()?.get(Lang(0)).cloned()).as_deref(), Some("التاريخ"));
    let choices: Vec<_> =
        kind.field("evidence").expect("declared").choices.iter().map(|it| (&*it.name, it.label.is_empty())).collect();
    assert_eq!(choices, [("document", false), ("public", true)]);
}

#[test]
fn what_is_not_said_has_a_default() {
    let kind = read_kind(&format!("{HEAD}fields:\n  title: {{type: text, translated: true}}\n"));
    assert_eq!(
        (&*kind.path.value, kind.list, kind.translations.clone()),
        ("body", Layout::Cards, Translations::Optional)
    );
    assert!(kind.field("title").is_some_and(|it| it.required), "every record is called something");
}

#[test]
fn translations_may_have_a_respite_or_a_reason() {
    let policy = |text: &str| read_kind(&format!("{HEAD}fields: {{title: text}}\ntranslations: {text}\n")).translations;
    assert_eq!(policy("optional"), Translations::Optional);
    assert_eq!(policy("{within: 14 days}"), Translations::Within(14));
    assert_eq!(
        policy("{only: ar, because: النص رسمي بالعربية}"),
        Translations::Only(Lang(0), "النص رسمي بالعربية".into())
    );
    check("fields: {title: text}\ntranslations: «requird»\n", &["kind/bad-choice near"]);
    check("fields: {title: text}\ntranslations: {within: «soon»}\n", &["record/bad-value"]);
    check("fields: {title: text}\ntranslations: {only: «fr», because: x}\n", &["record/unknown-language known"]);
    check("fields: {title: text}\ntranslations: {«only: ar»}\n", &["yaml/missing-key"]);
    check("fields: {title: text}\ntranslations: {««after»: 14»}\n", &["yaml/unknown-key known", "yaml/missing-key"]);
}

#[test]
fn names_are_slugs_and_words() {
    check_whole(
        "kind: «Body»\nlabel: {ar: جهة, en: Body}\nplural: {ar: جهات, en: Bodies}\nfields: {title: text}\n",
        &["kind/bad-name near"],
    );
    check_whole(
        "kind: «جهة»\nlabel: {ar: جهة, en: Body}\nplural: {ar: جهات, en: Bodies}\nfields: {title: text}\n",
        &["kind/bad-name"],
    );
    check("path: «Bodies»\nfields: {title: text}\n", &["kind/bad-name near"]);
    check("path: las/bodies\nfields: {title: text}\n", &[]);
    check(
        "fields: {title: text, «part-of»: text, «key»: text, «اسم»: text}\n",
        &["kind/bad-name near", "kind/bad-name reserved", "kind/bad-name"],
    );
}

#[test]
fn types_and_their_options_are_known() {
    check(
        "fields: {title: text, a: «txet», b: {type: «money»}, c: {«required: true»}}\n",
        &["kind/unknown-type near", "kind/unknown-type known", "yaml/missing-key"],
    );
    check(
        "fields: {title: text, a: {type: date, «translated»: true, «requird»: true}}\n",
        &["kind/bad-option known", "kind/bad-option near"],
    );
    check("fields: {title: text, «a»: choice, «b»: {type: refs}}\n", &["kind/missing-option"; 2]);
    check("fields: {title: text, a: {type: text, required: «yes»}}\n", &["yaml/wrong-type boolean"]);
    check("fields: {title: text, «a»:}\n", &["yaml/empty-value"]);
    check("fields: {title: text, a: «[text]»}\n", &["yaml/wrong-type mapping"]);
}

#[test]
fn every_kind_has_a_title() {
    check("fields: {«number: identifier»}\n", &["yaml/missing-key"]);
    check("fields: {«title»: {type: identifier}}\n", &["kind/bad-title"]);
    check("fields: {«title»: {type: text, list: true}}\n", &["kind/bad-title"]);
    check_whole("«kind: body»\nlabel: {ar: جهة, en: Body}\nplural: {ar: جهات, en: Bodies}\n", &["yaml/missing-key"]);
}

#[test]
fn labels_are_in_every_language() {
    check_whole(
        "«kind: body»\n«label»: {ar: جهة}\nfields: {title: text}\n",
        &["yaml/missing-key", "kind/missing-label"],
    );
    check("«description»: {en: Bodies}\nfields: {title: text}\n", &["kind/missing-label"]);
    check("fields: {title: {type: text, «label»: {ar: الاسم}}}\n", &["kind/missing-label"]);
    check("fields: {title: text, a: {type: choice, of: {«x»: {en: X}, y: {ar: ي, en: Y}}}}\n", &["kind/missing-label"]);
    check(
        "fields: {title: text, a: {type: ref, to: [body], inverse: {name: as, «label»: {en: A}}}}\n",
        &["kind/missing-label"],
    );
}

#[test]
fn other_parts_name_fields_that_exist() {
    check(
        "fields: {title: text, date: date}\nsort: [order, key, «-dat», «size»]\n",
        &["kind/unknown-field near", "kind/unknown-field known"],
    );
    check("fields: {title: text, date: date}\nfacets: [date.year, «title.year»]\n", &["kind/unknown-field known"]);
    check("fields: {title: text, date: date}\ncard: [date, «dates»]\n", &["kind/unknown-field near"]);
    check("fields: {title: text}\njsonld: {type: Thing, name: title, url: «adress»}\n", &["kind/unknown-field known"]);
    check("fields: {title: text}\njsonld: {«name: title»}\n", &["yaml/missing-key"]);
    check("fields: {title: text}\nlist: «tabel»\n«colour»: red\n", &["kind/bad-choice near", "yaml/unknown-key known"]);
}

/// Reads several kinds, each from a file of its own, and joins them.
fn join(sources: &[&str]) -> (Kinds, Vec<String>) {
    let kinds = sources.iter().zip(0..).map(|(text, rank)| {
        let read_node = yaml::read(FileId(rank), text, 0..text.len()).value.expect("the kind parses");
        let kind = read(&read_node, &languages());
        assert_eq!(kind.diagnostics, []);
        kind.value
    });
    let joined = Kinds::new(kinds.collect());
    let faults = joined.diagnostics.iter().map(|it| {
        let crate::diag::Place::At(span) = it.place else { panic!("a place") };
        let label = it
            .labels
            .first()
            .map(|it| format!(" <- {}:{}", it.span.file.0, &sources[it.span.file.0 as usize][it.span.range()]));
        format!(
            "{} {}:{}{}",
            it.code.name,
            span.file.0,
            &sources[span.file.0 as usize][span.range()],
            label.unwrap_or_default()
        )
    });
    let faults = faults.collect();
    (joined.value, faults)
}

fn short(name: &str, fields: &str) -> String {
    format!("kind: {name}\nlabel: {{ar: ا, en: A}}\nplural: {{ar: ا, en: A}}\nfields: {{title: text{fields}}}\n")
}

#[test]
fn kinds_are_found_by_name() {
    let (kinds, faults) = join(&[&short("mandate", ""), &short("body", "")]);
    assert_eq!(faults, [] as [&str; 0]);
    assert_eq!(kinds.iter().map(|it| it.name.value.as_str()).collect::<Vec<_>>(), ["body", "mandate"]);
    assert!(kinds.get("body").is_some() && kinds.get("bodies").is_none());
}

#[test]
fn kinds_do_not_clash() {
    let (kinds, faults) = join(&[&short("body", ""), &short("body", "")]);
    assert_eq!(faults, ["kind/duplicate 1:body <- 0:body"]);
    assert_eq!(kinds.iter().count(), 1);
    let (_, faults) = join(&[&short("body", ""), &short("organ", "").replace("label", "path: body\nlabel")]);
    assert_eq!(faults, ["kind/path-taken 1:body <- 0:body"]);
}

#[test]
fn relations_lead_to_kinds_that_exist() {
    let (_, faults) = join(&[&short("body", ", parent: {type: ref, to: [body, bdy]}")]);
    assert_eq!(faults, ["kind/unknown-target 0:bdy"]);
}

#[test]
fn relations_do_not_share_a_name_on_one_kind() {
    let inverse =
        |name: &str| format!("{{type: refs, to: [body], inverse: {{name: {name}, label: {{ar: ا, en: A}}}}}}");
    let (_, faults) = join(&[&short("body", &format!(", parent: {}", inverse("title")))]);
    assert_eq!(faults, ["kind/inverse-taken 0:title <- 0:title"]);
    let (_, faults) = join(&[&short("body", &format!(", a: {}, b: {}", inverse("parts"), inverse("parts")))]);
    assert_eq!(faults, ["kind/inverse-taken 0:parts <- 0:parts"]);
    let cites = format!(", sources: {}", inverse("cited_by"));
    let (_, faults) = join(&[&short("body", ""), &short("mandate", &cites), &short("task", &cites)]);
    assert_eq!(faults, [] as [&str; 0], "records of several kinds may cite one source");
}

#[test]
fn a_kind_says_which_of_its_fields_are_names() {
    let fields =
        "fields: {title: text, other: {type: text, list: true}, wrong: {type: verbatim, list: true}, on: date}\n";
    check(&format!("{fields}terms: {{admitted: [other], misspelt: [wrong], definition: other}}\n"), &[]);
    check(&format!("{fields}terms: {{admitted: [other, «others»]}}\n"), &["kind/unknown-field near"]);
    check(&format!("{fields}terms: {{preferred: [«on»]}}\n"), &["kind/bad-choice known"]);
    check(&format!("{fields}terms: {{«spelling»: [other]}}\n"), &["yaml/unknown-key known"]);
}
