//! Builds that follow each other give what clean builds give.

use std::{collections::BTreeMap, sync::Arc};

use proptest::prelude::*;

use super::{Made, Workshop};
use crate::{
    diag::{self, Diagnostic},
    pipeline::{self, Options},
    source::{Changed, Memory},
    write,
};

/// Files, each with the texts that it may have; the first is what it begins with, and an empty one stands for no file.
const FILES: &[(&str, &[&str])] = &[
    (
        "content/site.yaml",
        &[
            "title: {ar: معارف, en: Knowledge}\nlanguages: [{tag: ar, dir: rtl}, {tag: en, dir: ltr}]\nsearch: true\nbase: https://example.org/kb/\n",
            "title: {ar: معارف الهجرة, en: Migration}\nlanguages: [{tag: ar, dir: rtl}, {tag: en, dir: ltr}]\nbase: https://example.org/kb/\n",
            "title: {ar: معارف\n",
        ],
    ),
    (
        "content/kinds/body.yaml",
        &[
            "kind: body\nlabel: {ar: جهاز, en: Body}\nplural: {ar: الأجهزة, en: Bodies}\npath: bodies\nfields:\n  title: {type: text, translated: true, required: true}\n",
        ],
    ),
    (
        "content/bodies/council.yaml",
        &[
            "kind: body\ntitle: {ar: المجلس, en: Council}\n",
            "kind: body\ntitle: {ar: مجلس الجامعة, en: League Council}\n",
            "",
        ],
    ),
    ("content/a.ar.md", &["# أ\n\nعن [[council]].\n", "# أ\n\nعن [ب](b.ar.md).\n", "# أول\n\nنص\n", ""]),
    ("content/a.en.md", &["# A\n\nOn [[council]].\n", "---\ndraft: true\n---\n# A\n", ""]),
    ("content/b.ar.md", &["# ب\n\nنص\n", "# باء\n\nالهجـرة\n", ""]),
    ("content/b.en.md", &["# B\n\ntext\n", "# B\n\n[nowhere](none.md)\n", ""]),
    ("content/0.ar.md", &["", "# صفر\n"]),
    ("content/notes.txt", &["one", "two", ""]),
    (
        "themes/default/templates/text.html",
        &[
            "",
            "{% extends \"templates/layout.html\" %}{% block content %}<p>x</p>{{ slots.body }}{% endblock %}",
            "{% extends",
        ],
    ),
    ("locales/ar/ui.ftl", &["", "home = البداية\n", "nowhere = لا شيء\n"]),
];

fn site(state: &[usize]) -> Memory {
    let chosen = FILES.iter().zip(state).map(|((path, texts), at)| (*path, texts[at % texts.len()]));
    chosen.filter(|(_, text)| !text.is_empty()).fold(Memory::new(), |site, (path, text)| site.with(path, text))
}

/// What a build comes to: files by path, and what was found. With an error there are no files.
type Result = (BTreeMap<String, Vec<u8>>, Vec<Diagnostic>);

fn clean(files: &Memory) -> Result {
    let target = write::Memory::new();
    let outcome = pipeline::build(files, &Options::default(), &target).expect("memory has no faults");
    let has_errors = outcome.has_errors();
    let (made, taken) = target.finish();
    let mut found = outcome.diagnostics;
    found.extend(taken);
    diag::sort(&mut found);
    (if has_errors { BTreeMap::new() } else { made }, found)
}

fn kept(workshop: &mut Workshop, files: &Memory, changed: &Changed) -> Result {
    let drawn = workshop.draw(files, changed).expect("memory has no faults");
    let mut found = drawn.diagnostics;
    let Some(draft) = drawn.draft else { return (BTreeMap::new(), found) };
    let pages = draft.pages(&|| false).expect("nothing stops it");
    let finished = draft.finish(pages);
    found.extend(finished.diagnostics.iter().cloned());
    diag::sort(&mut found);
    if finished.has_errors() {
        return (BTreeMap::new(), found);
    }
    workshop.keep(Arc::clone(&finished.pages));
    let mut out: BTreeMap<String, Vec<u8>> =
        finished.pages.iter().map(|(path, Made { html, .. })| (path.clone(), html.as_bytes().to_vec())).collect();
    out.extend(finished.artifacts.iter().map(|(path, it)| (path.clone(), it.bytes.clone())));
    for path in FILES.iter().filter_map(|(path, _)| path.strip_prefix("content/")).filter(|it| it.ends_with(".txt")) {
        let copy = format!("files/{path}");
        out.extend(draft.fixed(files, &copy).expect("memory has no faults").map(|bytes| (copy, bytes)));
    }
    (out, found)
}

#[track_caller]
fn assert_same(one: &Result, other: &Result, state: &[usize]) {
    let differ: Vec<&String> =
        one.0.keys().chain(other.0.keys()).filter(|it| one.0.get(*it) != other.0.get(*it)).collect();
    assert!(differ.is_empty(), "{state:?}: {differ:?}");
    assert_eq!(one.1, other.1, "{state:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_edit_gives_what_a_clean_build_gives(edits in prop::collection::vec((0..FILES.len(), 0usize..4), 1..10)) {
        let mut state = vec![0; FILES.len()];
        let mut workshop = Workshop::new(Options::default()).expect("threads can be started");
        assert_same(&kept(&mut workshop, &site(&state), &Changed::Anything), &clean(&site(&state)), &state);
        for (file, text) in edits {
            state[file] = text;
            let changed = Changed::Paths([FILES[file].0.to_owned()].into());
            assert_same(&kept(&mut workshop, &site(&state), &changed), &clean(&site(&state)), &state);
        }
    }
}

#[test]
fn a_title_makes_the_pages_that_show_it_and_no_others() {
    let mut files = Memory::new();
    for (path, texts) in FILES.iter().filter(|(path, texts)| !texts[0].is_empty() && !path.contains("/a.")) {
        files = files.with(path, texts[0]);
    }
    for number in 0..30 {
        let text = if number < 10 { "عن [[council]]." } else { "نص" };
        files = files.with(&format!("content/p/{number}.ar.md"), format!("# صفحة {number}\n\n{text}\n"));
        files = files.with(&format!("content/p/{number}.en.md"), format!("# Page {number}\n\ntext\n"));
    }
    let mut workshop = Workshop::new(Options::default()).expect("threads can be started");
    let before = kept(&mut workshop, &files, &Changed::Anything);
    assert!(!before.0.is_empty(), "{:?}", before.1);
    let edited = files.with(FILES[2].0, FILES[2].1[1]);
    let changed = Changed::Paths([FILES[2].0.to_owned()].into());
    let drawn = workshop.draw(&edited, &changed).expect("memory has no faults");
    let draft = drawn.draft.expect("nothing is wrong");
    let finished = draft.finish(draft.pages(&|| false).expect("nothing stops it"));
    let citing = (0..10).filter(|it| finished.rendered.contains(&format!("ar/p/{it}/index.html"))).count();
    assert_eq!(citing, 10, "{:?}", finished.rendered);
    // Whatever was made differs from what was there, and nothing that differs was kept.
    let after = clean(&edited);
    for (path, bytes) in after.0.iter().filter(|(path, _)| path.ends_with(".html")) {
        let differs = before.0.get(path) != Some(bytes);
        assert_eq!(finished.rendered.contains(path), differs, "{path}");
    }
}

#[test]
fn each_change_beside_a_mistake_gives_what_a_clean_build_gives() {
    let mistakes = [("content/b.en.md", 2), ("locales/ar/ui.ftl", 2), ("themes/default/templates/text.html", 2)];
    let rank = |path: &str| FILES.iter().position(|it| it.0 == path).expect("the file is listed");
    let mut workshop = Workshop::new(Options::default()).expect("threads can be started");
    for (path, wrong) in mistakes {
        for (file, (_, texts)) in FILES.iter().enumerate() {
            for text in 1..texts.len() {
                let mut state = vec![0; FILES.len()];
                state[rank(path)] = wrong;
                state[file] = text;
                let files = site(&state);
                assert_same(&kept(&mut workshop, &files, &Changed::Anything), &clean(&files), &state);
            }
        }
    }
}
