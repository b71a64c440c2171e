//! The site as a whole: order, relations, indexes, addresses.

use super::{
    PageId, PageRef,
    testing::{AR, EN, clean, kind, made},
};
use crate::base::{Lang, Route};

/// Makes a list file of a kind.
fn list(kind: &str, records: &[String]) -> String {
    format!("kind: {kind}\nrecords:\n{}", records.iter().map(|it| format!("  - {{{it}}}\n")).collect::<String>())
}

fn unit(page: PageId, lang: Lang, part: usize) -> PageRef {
    PageRef { page, lang, part }
}

#[test]
fn names_stand_in_the_order_of_each_language_without_the_article() {
    let names = [
        ("uae", "الإمارات", "Emirates"),
        ("algeria", "الجزائر", "Algeria"),
        ("jordan", "الأردن", "Jordan"),
        ("oman", "عُمان", "Oman"),
        ("tunisia", "تونس", "Tunisia"),
        ("commitment", "التزام", "Commitment"),
        ("bahrain", "البحرين", "Bahrain"),
        ("iraq", "العراق", "Iraq"),
    ];
    let records: Vec<String> =
        names.iter().map(|(key, ar, en)| format!("key: {key}, title: {{ar: {ar}, en: {en}}}")).collect();
    let site = clean(&[("kinds/state.yaml", &kind("state", "")), ("states.yaml", &list("state", &records))]).site;
    let arabic = ["الأردن", "التزام", "الإمارات", "البحرين", "تونس", "الجزائر", "العراق", "عُمان"];
    assert_eq!(site.listed("states", AR), arabic);
    let english = ["Algeria", "Bahrain", "Commitment", "Emirates", "Iraq", "Jordan", "Oman", "Tunisia"];
    assert_eq!(site.listed("states", EN), english);
    let letters = site.indexes.letters.get(AR).expect("there are names");
    assert_eq!(letters[0].letter, "ا");
    assert_eq!(site.titles(&letters[0].pages, AR), ["الأردن", "التزام", "الإمارات"]);
}

#[test]
fn an_order_may_descend_and_what_lacks_a_value_comes_last() {
    let records =
        ["key: a, date: 2013", "key: b, date: 2014-09-07", "key: c", "key: d, date: 2014-Q2", "key: e, date: 2014-09"];
    let records: Vec<String> = records.iter().map(|it| format!("{it}, title: {{ar: أ, en: A}}")).collect();
    let order = |sort: &str| -> Vec<String> {
        let files = [("kinds/act.yaml", &*kind("act", sort)), ("acts.yaml", &*list("act", &records))];
        let site = clean(&files).site;
        let children = site.page(site.at("acts")).children.get(EN).expect("a list");
        children.iter().map(|it| site.page(*it).path.replace("acts/", "")).collect()
    };
    assert_eq!(order("sort: [date]"), ["a", "d", "e", "b", "c"]);
    assert_eq!(order("sort: [-date, -key]"), ["b", "e", "d", "a", "c"]);
    assert_eq!(order("sort: [-key]"), ["e", "d", "c", "b", "a"]);
}

#[test]
fn a_relation_is_told_once_on_its_target_and_never_by_a_draft() {
    let records = [
        "key: a, title: {ar: أ, en: A}".to_owned(),
        "key: b, title: {ar: ب, en: B}, see: [a, act/a], parent: a".to_owned(),
        "key: c, title: {ar: ج, en: C}, parent: a, draft: true".to_owned(),
    ];
    let site = clean(&[("kinds/act.yaml", &kind("act", "")), ("acts.yaml", &list("act", &records))]).site;
    let target = site.records.iter().find(|it| it.record.key.value.as_str() == "a").expect("a record");
    let fields: Vec<&str> = target.incoming.iter().map(|it| &*site.kind_of(it.from).fields[it.field].name).collect();
    assert_eq!(fields, ["parent", "see"]);
    let kind = site.lookup.kind("act").expect("a kind");
    assert_eq!(site.records_of(kind).len(), 2, "a draft is not among the published records");
}

#[test]
fn texts_that_name_a_record_are_told_there_once() {
    let records = ["key: a, title: {ar: أ, en: A}".to_owned()];
    let files = [
        ("kinds/act.yaml", &*kind("act", "")),
        ("acts.yaml", &*list("act", &records)),
        ("t.ar.md", "# ن\n\n[[a]] و[[a]] و[ن](acts/a.md)"),
        ("t.en.md", "# T\n\n[[a]]"),
    ];
    let site = clean(&files).site;
    assert_eq!(site.mentions.get(&site.at("acts/a")), Some(&vec![site.at("t")]));
}

#[test]
fn the_index_by_year_holds_every_date_and_news_only_dates_of_pages() {
    let records = [
        "key: founded, title: {ar: أ, en: A}, founded: 1945-03-22".to_owned(),
        "key: dated, title: {ar: ب, en: B}, date: 2014-09-07, founded: 1950".to_owned(),
        "key: month, title: {ar: ج, en: C}, date: 2014-09".to_owned(),
        "key: changed, title: {ar: د, en: D}, founded: 1960, updated: 2024-05-01".to_owned(),
    ];
    let files = [
        ("kinds/act.yaml", &*kind("act", "")),
        ("acts.yaml", &*list("act", &records)),
        ("t.ar.md", "---\ntitle: ن\nupdated: 2024-06-01\n---\n"),
        ("t.en.md", "---\ntitle: T\n---\n"),
    ];
    let site = clean(&files).site;
    let years = site.indexes.years.get(EN).expect("there are dates");
    let found: Vec<(i32, Vec<&str>)> = years.iter().map(|it| (it.year, site.titles(&it.pages, EN))).collect();
    assert_eq!(found, [(2014, vec!["C", "B"]), (1960, vec!["D"]), (1945, vec!["A"])]);
    let news = |lang: Lang| -> Vec<(&str, &str)> {
        let dated = site.indexes.dated.get(lang).expect("there is news");
        dated.iter().map(|(page, day)| (site.title(*page, lang), &**day)).collect()
    };
    assert_eq!(news(EN), [("D", "2024-05-01"), ("B", "2014-09-07")]);
    assert_eq!(news(AR)[0], ("ن", "2024-06-01"), "a change counts in the language in which it was made");
}

#[test]
fn a_long_list_has_parts_and_each_part_its_twin() {
    let text = |lang: &str, count: usize| -> Vec<(String, String)> {
        (0..count).map(|it| (format!("notes/n{it:03}.{lang}.md"), format!("# {it:03}\n"))).collect()
    };
    let files = [text("ar", 201), text("en", 101)].concat();
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (&**path, &**text)).collect();
    let site = clean(&files).site;
    let notes = site.at("notes");
    let page = site.page(notes);
    let route = |lang, part| page.route(lang, part).expect("it exists").0;
    assert_eq!(route(AR, 1), "ar/notes/page_2/");
    assert_eq!(page.parts.get(AR).map(Vec::len), Some(3));
    assert_eq!(page.parts.get(EN).map(Vec::len), Some(2));
    let twins = |lang, part| -> Vec<String> {
        site.alternates(unit(notes, lang, part)).into_iter().map(|(tag, it)| format!("{tag} {it}")).collect()
    };
    assert_eq!(twins(EN, 1), ["ar ar/notes/page_2/", "en en/notes/page_2/", "x-default ar/notes/page_2/"]);
    assert_eq!(twins(AR, 1), twins(EN, 1));
    assert_eq!(twins(AR, 2), [""; 0], "no other language has this part");
    assert_eq!(site.units().iter().filter(|it| it.page == notes).count(), 5);
}

#[test]
fn a_long_index_has_a_part_for_each_letter() {
    let files: Vec<(String, String)> =
        (0..401).map(|it| (format!("n{it:03}.en.md"), format!("# Note {it:03}\n"))).collect();
    let mut files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (&**path, &**text)).collect();
    files.push(("a.en.md", "# Act\n"));
    files.push(("a.ar.md", "# قرار\n"));
    let site = clean(&files).site;
    let index = site.at("a-z");
    let slugs: Vec<&str> =
        site.page(index).parts.get(EN).expect("it is long").iter().map(|it| it.slug.as_str()).collect();
    assert_eq!(slugs, ["", "a", "n"]);
    assert!(site.page(index).parts.get(AR).is_none(), "the other language's index is short");
    assert_eq!(site.alternates(unit(index, EN, 1)), [], "a letter has no twin");
    assert_eq!(site.alternates(unit(index, EN, 0)).len(), 3);
}

#[test]
fn only_the_start_pages_send_readers_of_other_languages_to_the_root() {
    let site = clean(&[("a.ar.md", "# أ\n"), ("a.en.md", "# A\n"), ("b.en.md", "# B\n")]).site;
    let default = |path: &str| {
        let all = site.alternates(unit(site.at(path), EN, 0));
        all.into_iter().find(|(tag, _)| *tag == "x-default").map(|(_, it)| it)
    };
    assert_eq!(default(""), Some(Route::default()));
    assert_eq!(default("a"), Some(Route("ar/a/".to_owned())));
    assert_eq!(default("b"), None, "a page without a twin says nothing of languages");
}

#[test]
fn an_alias_belongs_to_its_language_or_to_all_of_a_record() {
    let records = ["key: a, title: {ar: أ, en: A}, aliases: [old-a, /en/older/]".to_owned()];
    let files = [
        ("kinds/act.yaml", &*kind("act", "")),
        ("acts.yaml", &*list("act", &records)),
        ("t.ar.md", "---\ntitle: ن\naliases: [old-t, /en/moved/]\n---\n"),
        ("t.en.md", "# T\n"),
    ];
    let site = clean(&files).site;
    let found: Vec<(&str, &str)> =
        site.aliases.iter().map(|it| (it.route.0.as_str(), &*site.page(it.page).path)).collect();
    let expected = [
        ("ar/old-a/", "acts/a"),
        ("ar/old-t/", "t"),
        ("en/moved/", "t"),
        ("en/old-a/", "acts/a"),
        ("en/older/", "acts/a"),
    ];
    assert_eq!(found, expected);
}

#[test]
fn an_alias_may_not_take_an_address_of_an_index() {
    let found = made(&[("t.ar.md", "---\ntitle: ن\naliases: [years/2014, acts]\n---\n"), ("t.en.md", "# T\n")]).found;
    assert_eq!(found.iter().map(|it| (it.code.name, it.hint)).collect::<Vec<_>>(), [("page/bad-alias", Some("taken"))]);
}

#[test]
fn many_texts_at_the_top_are_no_navigation() {
    let texts = |count: usize| -> Vec<(String, String)> {
        let texts = (0..count).map(|it| (format!("n{it:02}.ar.md"), format!("# {it}\n")));
        texts.chain([("law/a.ar.md".to_owned(), "# أ\n".to_owned())]).collect()
    };
    let entries = |files: &[(String, String)]| {
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (&**path, &**text)).collect();
        clean(&files).site.navigation.len()
    };
    assert_eq!(entries(&texts(12)), 13);
    assert_eq!(entries(&texts(13)), 1);
}

#[test]
fn neighbours_stand_in_the_order_of_the_list() {
    let files = [("law/a.ar.md", "---\ntitle: أ\norder: 2\n---\n"), ("law/b.ar.md", "---\ntitle: ب\norder: 1\n---\n")];
    let site = clean(&files).site;
    let (a, b) = (site.at("law/a"), site.at("law/b"));
    assert_eq!(site.page(b).neighbours.get(AR), Some(&(None, Some(a))));
    assert_eq!(site.page(a).neighbours.get(AR), Some(&(Some(b), None)));
    assert_eq!(site.page(a).neighbours.get(EN), None);
}
