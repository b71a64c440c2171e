//! Every code has its page in every language, and no page is left over. That it has its messages is tested beside the locales.
#![allow(clippy::disallowed_methods, reason = "tests read the pages from the disk")]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use tashawur::{diag::codes, locale::Locale};

const LOCALES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/locales");

/// Lists the pages of a language: code and text.
fn pages(tag: &str) -> BTreeMap<String, String> {
    let mut out = BTreeMap::new();
    for area in fs::read_dir(Path::new(LOCALES).join(tag).join("explain")).expect("a folder of pages") {
        let area = area.expect("an area").path();
        for page in fs::read_dir(&area).expect("an area is a folder") {
            let page = page.expect("a page").path();
            let name = |path: &Path| path.file_stem().and_then(|it| it.to_str()).expect("names are text").to_owned();
            let text = fs::read_to_string(&page).expect("pages are text");
            out.insert(format!("{}/{}", name(&area), name(&page)), text);
        }
    }
    out
}

/// Returns the lines of a page that lie outside of its examples, and the examples.
fn parts(page: &str) -> (Vec<&str>, Vec<String>) {
    let (mut prose, mut examples, mut open) = (Vec::new(), Vec::new(), None);
    for line in page.lines() {
        match (&mut open, line.starts_with("```")) {
            (None, true) => open = Some(String::new()),
            (Some(_), true) => examples.extend(open.take()),
            (Some(text), false) => {
                text.push_str(line);
                text.push('\n');
            }
            (None, false) => prose.push(line),
        }
    }
    assert!(open.is_none(), "an example is not closed:\n{page}");
    (prose, examples)
}

#[test]
fn every_code_has_a_page_in_every_language_and_every_page_a_code() {
    let known: BTreeSet<String> = codes::all().map(|it| it.name.to_owned()).collect();
    for tag in Locale::embedded_tags() {
        let pages: BTreeSet<String> = pages(tag).into_keys().collect();
        let missing: Vec<&String> = known.difference(&pages).collect();
        let left_over: Vec<&String> = pages.difference(&known).collect();
        assert!(
            missing.is_empty() && left_over.is_empty(),
            "{tag}: without a page {missing:?}, without a code {left_over:?}"
        );
    }
}

#[test]
fn every_page_has_the_same_shape() {
    for (tag, headings) in [("ar", ["## خطأ", "## صواب", "## السبب"]), ("en", ["## Wrong", "## Right", "## Why"])]
    {
        for (code, page) in pages(tag) {
            let (prose, examples) = parts(&page);
            let title = prose[0].strip_prefix(&format!("# {code}: ")).unwrap_or_default();
            assert!(!title.is_empty() && !title.ends_with('.'), "{tag} {code}: {:?}", prose[0]);
            let found: Vec<&str> = prose.iter().filter(|it| it.starts_with("## ")).copied().collect();
            assert_eq!(found, headings, "{tag} {code}");
            assert_eq!(examples.len(), 2, "{tag} {code}");
            assert_ne!(examples[0], examples[1], "{tag} {code}");
        }
    }
}

#[test]
fn every_page_says_truly_whether_a_site_may_lower_its_rule() {
    for tag in Locale::embedded_tags() {
        for (name, page) in pages(tag) {
            let Some(code) = codes::find(&name) else { continue };
            let says_so = page.contains(&format!("`checks: {{{name}: off}}`"));
            assert_eq!(says_so, !code.is_fixed(), "{tag} {name}");
        }
    }
}

#[test]
fn examples_are_the_same_in_every_language() {
    let (arabic, english) = (pages("ar"), pages("en"));
    for (code, page) in &arabic {
        assert_eq!(parts(page).1, parts(&english[code]).1, "{code}");
    }
}

/// Codes that no file of a site raises, with the test that does and what it takes.
const ELSEWHERE: &[(&str, &str, &str)] = &[
    // What another program, another build or the machine does to the output.
    (
        "build/path-taken",
        "tests/publication/refusals.rs",
        "two_makers_of_one_path_are_both_named_and_nothing_is_published",
    ),
    ("build/foreign-file", "tests/publication/foreign.rs", "foreign_files_are_kept_and_told_in_every_build"),
    ("build/foreign-collision", "tests/publication/foreign.rs", "a_foreign_file_in_the_way_stops_the_build"),
    ("build/not-atomic", "tests/publication/fallback.rs", "fn check"),
    (
        "build/output-protected",
        "tests/publication/refusals.rs",
        "outputs_that_hold_sources_are_refused_before_anything_is_made",
    ),
    ("build/output-not-empty", "tests/publication/foreign.rs", "a_folder_that_no_build_made_is_refused_unless_adopted"),
    ("build/output-no-folder", "tests/publication/refusals.rs", "an_output_that_is_no_folder_is_refused"),
    ("build/output-busy", "tests/publication/lock.rs", "a_second_builder_is_told_and_fails_clearly"),
    ("build/unwritable", "tests/faults.rs", "what_cannot_be_written_is_told"),
    ("file/unreadable", "tests/faults.rs", "what_cannot_be_read_is_told"),
    // Faults of this program.
    ("build/internal", "tests/faults.rs", "a_fault_in_one_page_names_the_page"),
    ("build/bad-path", "tests/publication/refusals.rs", "paths_that_leave_the_output_are_refused"),
    ("build/threads", "tests/faults.rs", "threads_that_cannot_be_had_are_told"),
];

/// One case of `tests/spec/codes`.
struct CodeCase {
    code: String,
    is_due: bool,
    is_raised: bool,
}

/// Reads the code off a heading, `area/fault: words` or `not area/fault: words`; a heading inside an example has another form.
fn heading(line: &str) -> Option<CodeCase> {
    let (head, _) = line.strip_prefix("## ")?.split_once(": ")?;
    let code = head.strip_prefix("not ").unwrap_or(head);
    let is_code = code.contains('/') && !code.contains(' ');
    is_code.then(|| CodeCase { code: code.to_owned(), is_due: head == code, is_raised: false })
}

fn code_cases() -> Vec<CodeCase> {
    let mut out: Vec<CodeCase> = Vec::new();
    for file in fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/spec/codes")).expect("a folder of specs") {
        let text = fs::read_to_string(file.expect("a spec").path()).expect("specs are text");
        for line in text.lines() {
            match (heading(line), out.last_mut()) {
                (Some(case), _) => out.push(case),
                (None, Some(case)) => case.is_raised |= line.ends_with(&format!(" {}", case.code)),
                (None, None) => {}
            }
        }
    }
    out
}

#[test]
fn every_code_has_a_spec_that_raises_it_and_one_that_does_not() {
    let cases = code_cases();
    for case in &cases {
        assert!(codes::find(&case.code).is_some(), "a spec names `{}`, which is no code", case.code);
        assert_eq!(case.is_due, case.is_raised, "{}", case.code);
    }
    for code in codes::all().map(|it| it.name) {
        let has = |is_due: bool| cases.iter().any(|it| it.code == code && it.is_due == is_due);
        let is_elsewhere = ELSEWHERE.iter().any(|(it, ..)| *it == code);
        assert_eq!(has(true), !is_elsewhere, "`{code}` needs a case in tests/spec/codes, or a reason in `ELSEWHERE`");
        assert_eq!(has(false), !is_elsewhere, "`{code}` needs a near case that does not raise it");
    }
}

#[test]
fn what_no_spec_can_raise_has_its_test_elsewhere() {
    for (code, file, test) in ELSEWHERE {
        assert!(codes::find(code).is_some(), "`{code}` is no code");
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
        let text = fs::read_to_string(path).expect("the test's file is there");
        assert!(text.contains(test), "{file} has no `{test}`");
    }
}
