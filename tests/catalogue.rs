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
