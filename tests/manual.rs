//! The manual for editors: a site of the program that it describes, with a page for every code that a report may name.
#![allow(clippy::disallowed_methods, reason = "tests make sites on the disk and run the program")]

use std::{collections::BTreeMap, env, fs, path::Path};

use support::{Run, read_tree, repository, tashawur};

mod support;

const LANGUAGES: [&str; 2] = ["ar", "en"];

/// The pages of codes as `explain` has them: their paths in the manual and their text.
fn codes() -> BTreeMap<String, String> {
    let mut out = BTreeMap::new();
    for lang in LANGUAGES {
        let pages = read_tree(&repository().join("locales").join(lang).join("explain"));
        for (path, bytes) in pages {
            let name = path.strip_suffix(".md").expect("explanations are Markdown").replace('/', "-");
            let text = String::from_utf8(bytes).expect("explanations are UTF-8");
            out.insert(format!("{name}.{lang}.md"), page(&text));
        }
    }
    out
}

/// An explanation as a page. Examples of merge conflicts stand one column further in, so that they are none; what follows the
/// language of an example is for the tests of the examples.
fn page(text: &str) -> String {
    let line = |it: &str| match it {
        _ if it.starts_with("<<<<<<< ") || it.starts_with(">>>>>>> ") => format!(" {it}\n"),
        _ if it.starts_with("```") => format!("{}\n", it.split(' ').next().unwrap_or_default()),
        _ => format!("{it}\n"),
    };
    text.trim_end().lines().map(line).collect()
}

/// The folder of the generated pages, whose index is written by hand.
fn folder() -> std::path::PathBuf {
    repository().join("docs/manual/content/codes")
}

#[test]
fn every_code_has_the_page_that_explain_prints() {
    let wanted = codes();
    assert!(wanted.len() > 200, "{} pages", wanted.len());
    if env::var_os("UPDATE").is_some() {
        for (path, text) in &wanted {
            fs::write(folder().join(path), text).expect("the page can be written");
        }
    }
    let found: BTreeMap<String, Vec<u8>> =
        read_tree(&folder()).into_iter().filter(|(path, _)| !path.starts_with("index.")).collect();
    let wrong = |path: &&String| found.get(*path).map(Vec::as_slice) != wanted.get(*path).map(String::as_bytes);
    let paths: Vec<&String> = wanted.keys().chain(found.keys()).filter(wrong).collect();
    assert!(
        paths.is_empty(),
        "`UPDATE=1 cargo test --test manual` writes them; what has no code goes by hand: {paths:?}"
    );
}

#[test]
fn the_manual_passes_the_checks_that_it_teaches() {
    let out = tempfile::tempdir().expect("a temporary folder can be made");
    let site = repository().join("docs/manual");
    let built = Run::of(tashawur().args(["build", "--strict", "--site"]).arg(&site).arg("--out").arg(out.path()));
    built.expect_code(0);
    for page in ["ar/start/first-site", "en/writing/records", "ar/publishing/mistakes", "en/codes/link-no-target"] {
        assert!(Path::new(out.path()).join(page).join("index.html").is_file(), "{page}");
    }
}

/// What the page of components shows, as the theme marks it in its pages.
const COMPONENTS: &str = r#"
class=facts, class=former, class=validity, class=marks, class=verbatim, class=address, class=number
class="chip done", class="chip underway", class="chip planned", class="chip archived", class="chip refused"
class="chip neutral", class=footnote-ref, class="task task-done", class=task, <blockquote, alert-note
alert-tip, alert-important, alert-warning, alert-caution, class=table, <pre, <img, <dl, <ol, <hr
class=timeline, class=organigram, owner, class=cards, class=rows, class=scroll, class=terms, class=jumps
class=sources, class="part cite", class=note
"#;

/// What pages of one language alone have.
const OF_ONE_LANGUAGE: &str = "class=breadcrumbs, class=contents, class=languages, class=navigation, class=term, \
    class=definition, part_relations, type=search";

#[test]
fn a_page_shows_every_component_in_both_languages_side_by_side() {
    let out = tempfile::tempdir().expect("a temporary folder can be made");
    let site = repository().join("docs/manual");
    Run::of(tashawur().args(["build", "--site"]).arg(&site).arg("--out").arg(out.path())).expect_code(0);
    let path = out.path().join("parallel/components/every-component/index.html");
    let page = fs::read_to_string(path).expect("the page is there");
    let all = COMPONENTS.split([',', '\n']).map(str::trim).filter(|it| !it.is_empty());
    let few: Vec<&str> = all.filter(|it| page.matches(it).count() < LANGUAGES.len()).collect();
    assert!(few.is_empty(), "not in both languages: {few:?}");
    for lang in LANGUAGES {
        let own = out.path().join(lang).join("components/every-component/index.html");
        let own = fs::read_to_string(own).expect("the page is there");
        for part in OF_ONE_LANGUAGE.split(", ") {
            assert!(own.contains(part), "{lang}: {part}");
        }
    }
}
