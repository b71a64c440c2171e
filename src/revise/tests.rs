//! Plans over small sites: what files become.

use std::collections::BTreeMap;

use super::{Edits, fixes::fixes, new, rename};
use crate::{
    base::{FileId, Span},
    diag::{Diagnostic, codes},
    pipeline::{Gathered, Options, check, gather},
    source::Memory,
};

const SITE: &str = "title: {ar: معارف, en: Knowledge}\nlanguages: [{tag: ar, dir: rtl}, {tag: en, dir: ltr}]\nbase: https://example.org/\nnavigation: [about/history]\nfooter: [about/history]\n";
const BODY: &str = "kind: body\nlabel: {ar: جهة, en: Body}\nplural: {ar: جهات, en: Bodies}\npath: bodies\nfields:\n  title: {type: text, translated: true}\n  parent: {type: ref, to: [body]}\n  since: {type: date, required: true}\n";

fn memory<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Memory {
    files.into_iter().fold(Memory::new(), |all, (path, text)| all.with(path, text))
}

/// Makes revisions to the files of a site.
fn revised(before: &Gathered, revisions: &[(String, Option<String>)]) -> Memory {
    let mut files: BTreeMap<&str, &str> = before.sources.files.iter().map(|it| (&*it.path, &*it.text)).collect();
    for (path, after) in revisions {
        match after {
            Some(text) => drop(files.insert(path, text)),
            None => drop(files.remove(path.as_str())),
        }
    }
    memory(files)
}

fn site(more: &[(&str, &str)]) -> Gathered {
    let files = [("content/site.yaml", SITE), ("content/kinds/body.yaml", BODY)];
    let texts = [
        (
            "content/about/history.ar.md",
            "---\ntitle: تاريخ\n---\n\nانظر [المجلس](../bodies/council.yaml).\n\n## نشأة {#x}\n",
        ),
        ("content/about/history.en.md", "# History\n\nSee [[council]].\n\n## Origin {#x}\n"),
        ("content/bodies/council.yaml", "kind: body\ntitle: {ar: مجلس, en: Council}\nsince: 1945\n"),
        ("content/bodies/council.ar.md", "انظر [التاريخ](../about/history.md#x) و[[about/history|تاريخه]].\n"),
        (
            "content/bodies/small.yaml",
            "kind: body\nrecords:\n  - key: unit\n    title: {ar: وحدة, en: Unit}\n    parent: council\n    since: 1950\n",
        ),
    ];
    gather(&memory(files.iter().chain(&texts).chain(more).copied())).expect("memory can be read")
}

fn renamed(survey: &Gathered, old: &str, new: &str) -> Vec<(String, Option<String>)> {
    let (site, _) = survey.site.as_ref().expect("there is a site");
    let plan = rename::rename(site, &survey.sources, old, new).expect("it can be renamed");
    plan.revisions.into_iter().map(|it| (it.path, it.after)).collect()
}

fn of<'a>(plan: &'a [(String, Option<String>)], path: &str) -> &'a str {
    let found = plan.iter().find(|it| it.0 == path);
    found.and_then(|it| it.1.as_deref()).unwrap_or_else(|| panic!("{path} is written: {plan:?}"))
}

#[test]
fn links_references_and_settings_follow_a_new_name() {
    let plan = renamed(&site(&[]), "council", "league-council");
    assert!(plan.contains(&("content/bodies/council.yaml".to_owned(), None)));
    assert!(of(&plan, "content/bodies/league-council.yaml").starts_with("aliases: [bodies/council]\nkind: body\n"));
    assert!(of(&plan, "content/bodies/league-council.ar.md").contains("../about/history.md#x"));
    assert!(of(&plan, "content/about/history.ar.md").contains("(../bodies/league-council.yaml)"));
    assert!(of(&plan, "content/about/history.en.md").contains("[[league-council]]"));
    assert!(of(&plan, "content/bodies/small.yaml").contains("parent: league-council"));
}

#[test]
fn a_text_moves_to_another_folder_with_all_that_it_names() {
    let plan = renamed(&site(&[]), "about/history", "past");
    assert!(of(&plan, "content/about/past.ar.md").contains("aliases: [about/history]"));
    let plan = renamed(&site(&[]), "history", "archive/old/past");
    assert!(of(&plan, "content/archive/old/past.ar.md").contains("(../../bodies/council.yaml)"));
    assert!(of(&plan, "content/archive/old/past.en.md").starts_with("---\naliases: [about/history]\n---\n\n# History"));
    assert!(of(&plan, "content/bodies/council.ar.md").contains("(../archive/old/past.md#x)"));
    assert!(of(&plan, "content/bodies/council.ar.md").contains("[[archive/old/past|تاريخه]]"));
    assert!(of(&plan, "content/site.yaml").contains("navigation: [archive/old/past]\nfooter: [archive/old/past]"));
}

#[test]
fn a_record_among_others_keeps_its_file() {
    let plan = renamed(&site(&[]), "unit", "office");
    let text = of(&plan, "content/bodies/small.yaml");
    assert!(text.contains("key: office\n") && text.contains("aliases: [bodies/unit]"), "{text}");
}

#[test]
fn a_site_with_a_new_name_has_no_new_mistakes() {
    for (old, new) in [("council", "league-council"), ("history", "archive/past"), ("unit", "office")] {
        let before = site(&[]);
        let after = revised(&before, &renamed(&before, old, new));
        let outcome = check(&after, &Options::default()).expect("memory can be read");
        assert!(!outcome.has_errors(), "{old}: {:?}", outcome.diagnostics);
    }
}

#[test]
fn what_cannot_be_renamed_says_why() {
    let survey = site(&[("content/other/council.en.md", "# Other\n")]);
    let (known, _) = survey.site.as_ref().expect("there is a site");
    let refused = |old: &str, new: &str| rename::rename(known, &survey.sources, old, new).expect_err("it is refused");
    assert_eq!(refused("histry", "x"), rename::Refusal::Unknown(Some("history".to_owned())));
    assert!(matches!(refused("council", "x"), rename::Refusal::Ambiguous(paths) if paths.len() == 2));
    assert_eq!(refused("history", "Past Times"), rename::Refusal::BadName("past-times".to_owned()));
    assert!(matches!(refused("history", "bodies/council"), rename::Refusal::Taken(_)));
    assert!(matches!(refused("unit", "elsewhere/unit"), rename::Refusal::OtherFolder(_)));
}

#[test]
fn a_new_record_is_a_draft_that_can_be_read() {
    let before = site(&[]);
    let (known, locales) = before.site.as_ref().expect("there is a site");
    let files = new::new(known, locales, "body", "office", "2026-01-02").expect("the key is free");
    assert_eq!(files.len(), 3);
    let added: Vec<_> = files.iter().map(|it| (it.path.clone(), it.after.clone())).collect();
    let outcome = check(&revised(&before, &added), &Options::default()).expect("memory can be read");
    assert!(!outcome.has_errors(), "{:?}", outcome.diagnostics);
    assert!(files[0].after.as_deref().is_some_and(|it| it.contains("since: 2026-01-02") && it.contains("# parent: ")));
    let taken = |kind: &str, key: &str| new::new(known, locales, kind, key, "2026").expect_err("it is refused");
    assert!(matches!(taken("body", "unit"), new::Refusal::Taken(_)));
    assert!(matches!(taken("bodi", "x"), new::Refusal::UnknownKind(Some(near), _) if near == "body"));
    assert_eq!(taken("body", "مكتب"), new::Refusal::BadKey(String::new()));
    assert_eq!(new::new(known, locales, new::TEXT, "about/team", "2026").expect("it is free").len(), 2);
}

#[test]
fn cures_that_meet_wait_for_another_run() {
    let text = "# أ\n\nabcdef\n";
    let survey = gather(&memory([("content/a.ar.md", text)])).expect("memory can be read");
    let sources = &survey.sources;
    let cure = |range: std::ops::Range<usize>, text: &str| {
        let span = Span::new(FileId(0), range.start, range.end);
        Diagnostic::at(&codes::text::TATWEEL, span).fix(span, text, true)
    };
    let at = text.find('a').expect("it is there");
    let fixed = fixes(&[cure(at..at + 2, "X"), cure(at + 1..at + 3, "Y"), cure(at + 3..at + 4, "Z")], sources);
    assert_eq!((fixed.cured, fixed.postponed), (2, 1));
    assert_eq!(fixed.revisions[0].after.as_deref(), Some("# أ\n\nXcZef\n"));
    let mut edits = Edits::default();
    assert!(edits.add(Span::new(FileId(0), 3, 3), "one") && !edits.add(Span::new(FileId(0), 3, 3), "other"));
}
