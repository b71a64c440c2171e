//! The examples of `explain`: what a page calls wrong raises its code, what it calls right does not.
//!
//! An example says in the fence which file it is: ```` ```yaml content/site.yaml ````. It is put into a small site (`WORLD`):
//! a Markdown or message file as it stands, a YAML file with its keys in place of those that the site's file has. A fence that
//! names a folder (`content/about/`) holds lines of several files, `name: line` each; a fence `paths` lists files that are there.
//! `⟨U+202E⟩` stands for a character that nobody could see.
#![allow(clippy::disallowed_methods, reason = "tests read the pages from the disk and run the program")]

use std::{collections::BTreeMap, path::Path};

use rayon::prelude::*;
use support::Site;

mod support;

/// The site in which an example stands.
const WORLD: &[(&str, &str)] = &[
    (
        "content/site.yaml",
        "title: {ar: قاعدة معارف, en: Knowledge base}\nlanguages: [{tag: ar, dir: rtl}, {tag: en, dir: ltr}]\n\
         base: https://example.org/kb/\n\
         translations: {about: required, rules: required, archive: {only: ar, because: من الأرشيف}}\n",
    ),
    (
        "content/kinds/body.yaml",
        "kind: body\nlabel: {ar: هيئة, en: Body}\nplural: {ar: الهيئات, en: Bodies}\npath: bodies\nfields:\n  \
         title: {type: text, translated: true, required: true}\n  parent: {type: ref, to: [body]}\n  \
         website: {type: url}\n  phone: {type: phone}\n",
    ),
    (
        "content/kinds/mandate.yaml",
        "kind: mandate\nlabel: {ar: مرجعية, en: Mandate reference}\nplural: {ar: المرجعيات, en: Mandate references}\n\
         path: mandates\ntranslations: required\nfields:\n  title: {type: text, translated: true, required: true}\n  \
         date: {type: date, required: true}\n  event: {type: date}\n  note: {type: text}\n  \
         form: {type: choice, of: {resolution: {ar: قرار, en: Resolution}, declaration: {ar: إعلان, en: Declaration}}}\n  \
         adopted_by: {type: ref, to: [body]}\n  supports: {type: refs, to: [objective, task]}\n",
    ),
    (
        "content/kinds/objective.yaml",
        "kind: objective\nlabel: {ar: هدف, en: Objective}\nplural: {ar: الأهداف, en: Objectives}\npath: objectives\n\
         fields:\n  title: {type: text, translated: true, required: true}\n",
    ),
    (
        "content/kinds/task.yaml",
        "kind: task\nlabel: {ar: مهمة, en: Task}\nplural: {ar: المهام, en: Tasks}\npath: tasks\nfields:\n  \
         title: {type: text, translated: true, required: true}\n",
    ),
    (
        "content/kinds/meeting.yaml",
        "kind: meeting\nlabel: {ar: اجتماع, en: Meeting}\nplural: {ar: الاجتماعات, en: Meetings}\npath: meetings\nfields:\n  \
         title: {type: text, translated: true, required: true}\n",
    ),
    ("content/bodies/council.yaml", "kind: body\ntitle: {ar: المجلس, en: Council}\n"),
    ("content/bodies/league.yaml", "kind: body\ntitle: {ar: الجامعة, en: League}\n"),
    (
        "content/mandates/resolution-7833.yaml",
        "kind: mandate\ntitle: {ar: القرار 7833, en: Resolution 7833}\ndate: 2014-09-07\n",
    ),
    (
        "content/mandates/resolution-8000.yaml",
        "kind: mandate\ntitle: {ar: القرار 8000, en: Resolution 8000}\ndate: 2015-09-07\n",
    ),
    ("content/objectives/follow-up.yaml", "kind: objective\ntitle: {ar: متابعة, en: Follow-up}\n"),
    ("content/tasks/follow-up.yaml", "kind: task\ntitle: {ar: متابعة, en: Follow-up}\n"),
    ("content/tasks/tasks.yaml", "kind: task\nrecords:\n  - {key: other, title: {ar: مهمة, en: Task}}\n"),
    ("content/meetings/meetings.yaml", "kind: meeting\nrecords: []\n"),
    (
        "content/kinds/term.yaml",
        "kind: term\nlabel: {ar: مصطلح, en: Term}\nplural: {ar: المصطلحات, en: Terms}\npath: glossary\nlist: terms\nfields:\n  \
         title: {type: text, translated: true, required: true}\n  plural: {type: text, translated: true}\n  \
         definition: {type: text, translated: true}\n  avoided: {type: verbatim, list: true}\n  \
         misspelt: {type: verbatim, list: true}\nterms: {admitted: [plural], deprecated: [avoided], misspelt: [misspelt], \
         definition: definition}\n",
    ),
    (
        "content/glossary/terms.yaml",
        "kind: term\nrecords:\n  - key: expatriate\n    title: {ar: مغترب, en: Expatriate}\n    misspelt: [المغربين]\n  \
         - key: irregular-migration\n    title: {ar: هجرة غير نظامية, en: Irregular migration}\n    avoided: [هجرة سرية]\n  \
         - key: refugee\n    title: {ar: لاجئ, en: Refugee}\n    definition: {ar: من لجأ إلى بلد آخر., en: Someone who fled.}\n    plural: {ar: لاجئون, en: Refugees}\n  \
         - key: migrant\n    title: {ar: مهاجر, en: Migrant}\n    definition: {ar: من انتقل إلى بلد آخر., en: Someone who moved.}\n    plural: {ar: مهاجرون, en: Migrants}\n",
    ),
    ("content/rules/rules.ar.md", "# قواعد\n"),
    ("content/rules/rules.en.md", "# Rules\n"),
    ("content/process/index.ar.md", "# العملية\n"),
    ("content/process/index.en.md", "# The process\n"),
    ("content/about/secretariat.ar.md", "# الأمانة\n\n## المهام {#tasks}\n"),
    ("content/about/secretariat.en.md", "# Secretariat\n\n## Tasks {#tasks}\n"),
    ("content/about/role-of-secretariat.ar.md", "# دور الأمانة\n"),
    ("content/about/role-of-secretariat.en.md", "# Role\n"),
    ("content/about/new-page.ar.md", "---\ndraft: true\n---\n# مسودة\n"),
    ("content/about/new-page.en.md", "---\ndraft: true\n---\n# Draft\n"),
    ("content/archive/procedures.ar.md", "# الإجراءات\n"),
    ("content/about/overview.ar.md", "# نظرة\n"),
    ("content/about/overview.en.md", "# Overview\n"),
    ("content/department/overview.ar.md", "# نظرة\n"),
    ("content/department/overview.en.md", "# Overview\n"),
    ("content/about/process.ar.md", "# العملية\n\nالحصة 10. {#quota}\n"),
    ("content/about/process.en.md", "# Process\n\nThe quota is 10. {#quota}\n"),
    ("content/about/report.pdf", "%PDF\n"),
    ("content/logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>\n"),
];

/// The smallest PNG.
const PIXEL: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\0\0\0\0\0\0\0\0IEND\xAEB`\x82";

/// Codes whose examples no file of a site can hold, with what they need.
const ELSEWHERE: &[(&str, &str)] = &[
    ("build/", "the output folder, another build, or the machine"),
    ("file/bad-image", "an image that is none"),
    ("file/large-image", "an image"),
    ("file/not-regular", "a link that leaves the site"),
    ("file/not-utf8", "bytes that are not UTF-8"),
    ("file/too-large", "forty mebibytes"),
    ("file/unreadable", "rights that the machine refuses"),
    ("locale/fallback", "a file of messages beside `site.yaml`"),
    ("lock/moved-block", "a text and what was accepted of it"),
    ("lock/stale", "a text and what was accepted of it"),
    ("lock/undecided", "a text and what was accepted of it"),
    ("markdown/limit", "more levels than an example can show"),
    ("page/several-records", "two files of records and a text"),
    ("site/missing", "no site at all"),
    ("yaml/limit", "more levels than an example can show"),
];

/// Reads the examples of every page: code, then the info string and text of the wrong and the right one.
fn pages() -> BTreeMap<String, [(String, String); 2]> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales/en/explain");
    let tree = support::read_tree(&root);
    let page = |(path, text): (&String, &Vec<u8>)| {
        let text = std::str::from_utf8(text).expect("pages are text");
        let code = path.trim_end_matches(".md").to_owned();
        (code, examples(text))
    };
    tree.iter().map(page).collect()
}

fn examples(page: &str) -> [(String, String); 2] {
    let mut parts = page.split("\n```").skip(1).step_by(2);
    let mut next = || {
        let (info, text) = parts.next().and_then(|it| it.split_once('\n')).expect("a page has two examples");
        (info.to_owned(), format!("{}\n", visible(text)))
    };
    [next(), next()]
}

/// Puts characters in place of `⟨U+202E⟩`.
fn visible(text: &str) -> String {
    support::unescape(&text.replace("⟨U+", "\\u{").replace('⟩', "}"))
}

/// Makes the world with an example in it.
fn site((info, text): &(String, String)) -> Site {
    let site = Site::new(WORLD.iter().copied());
    for path in ["content/about/map.png", "content/about/line.png"] {
        site.write_bytes(path, PIXEL);
    }
    match info.split_once(' ') {
        None => text.lines().for_each(|it| {
            let path = it.split("  ").next().unwrap_or_default().trim();
            site.write(path, "# عنوان\n");
        }),
        Some((_, folder)) if folder.ends_with('/') => lines_of_files(&site, folder, text),
        Some((_, path)) if path.ends_with(".yaml") => {
            let base =
                WORLD.iter().find(|(it, _)| *it == path).map_or_else(|| new_file(path), |(_, it)| (*it).to_owned());
            site.write(path, &merged(&base, text));
        }
        Some((_, path)) => site.write(path, text),
    }
    site
}

fn new_file(path: &str) -> String {
    if !path.starts_with("content/kinds/") {
        return String::new();
    }
    let name = path.rsplit('/').next().unwrap_or_default().trim_end_matches(".yaml");
    format!(
        "kind: {name}\nlabel: {{ar: نوع, en: Kind}}\nplural: {{ar: أنواع, en: Kinds}}\npath: {name}s\nfields:\n  \
         title: {{type: text, translated: true, required: true}}\n"
    )
}

/// Puts the keys of an example in place of those of a file, each with what is indented below it.
fn merged(base: &str, example: &str) -> String {
    let key = |line: &str| line.split(':').next().filter(|it| !it.starts_with([' ', '#'])).map(str::to_owned);
    let named: Vec<String> = example.lines().filter_map(key).collect();
    let (mut out, mut is_kept) = (String::new(), true);
    for line in base.lines() {
        if let Some(key) = key(line) {
            is_kept = !named.contains(&key);
        }
        if is_kept {
            out.push_str(line);
            out.push('\n');
        }
    }
    out + example
}

/// Writes `name: line` each into its file.
fn lines_of_files(site: &Site, folder: &str, text: &str) {
    let mut files: BTreeMap<&str, String> = BTreeMap::new();
    for line in text.lines() {
        let (name, line) = line.split_once(": ").expect("a name and a line");
        let title = if line == "---" { "" } else { "---\ntitle: X\n---\n\n" };
        let file = files.entry(name).or_insert_with(|| title.to_owned());
        file.push_str(line);
        file.push('\n');
    }
    for (name, text) in files {
        site.write(&format!("{folder}{name}"), &text);
    }
}

fn codes(site: &Site) -> Vec<String> {
    let run = site.run("check", &["--format", "json", "--date", "2026-11-26"]);
    run.found().into_iter().map(|it| it.code).collect()
}

#[test]
fn wrong_examples_raise_their_code_and_right_ones_do_not() {
    let mut faults: Vec<String> = pages()
        .par_iter()
        .filter(|(code, examples)| !is_elsewhere(code) && is_named(examples))
        .flat_map_iter(|(code, [wrong, right])| {
            let of_wrong = codes(&site(wrong));
            let of_right = codes(&site(right));
            let told = (!of_wrong.contains(code)).then(|| format!("{code}: the wrong example raises {of_wrong:?}"));
            let untold = of_right.contains(code).then(|| format!("{code}: the right example raises it: {of_right:?}"));
            told.into_iter().chain(untold)
        })
        .collect();
    faults.sort();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn is_named(examples: &[(String, String); 2]) -> bool {
    examples.iter().all(|(info, _)| info == "paths" || info.contains(' '))
}

fn is_elsewhere(code: &str) -> bool {
    ELSEWHERE.iter().any(|(it, _)| *it == code || it.ends_with('/') && code.starts_with(it))
}

#[test]
fn every_example_names_its_file_or_cannot_be_one() {
    for (code, examples) in pages() {
        assert_eq!(!is_named(&examples), is_elsewhere(&code), "{code}: an example says in the fence which file it is");
    }
}
