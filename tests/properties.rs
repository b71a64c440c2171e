//! The same input gives the same bytes: whatever the folder, the time zone, the locale, the day, the number of threads
//! and the order in which the files were made.
#![allow(clippy::disallowed_methods, reason = "tests make sites on the disk and run the program")]

use std::{collections::BTreeMap, path::Path};

use support::{Run, Tree, assert_same_tree, read_tree, repository, tashawur, write_tree};

mod support;

/// One way to build: environment, arguments, and how the files come into being.
struct Way {
    name: &'static str,
    environment: &'static [(&'static str, &'static str)],
    args: &'static [&'static str],
    folder: &'static str,
    is_reversed: bool,
}

const USUAL: Way = Way { name: "usual", environment: &[], args: &[], folder: "site", is_reversed: false };

const WAYS: &[Way] = &[
    Way { name: "one thread", args: &["--jobs", "1"], ..USUAL },
    Way { name: "two threads", args: &["--jobs", "2"], ..USUAL },
    Way { name: "seven threads", args: &["--jobs", "7"], ..USUAL },
    Way { name: "another folder", folder: "مجلد بعيد/and deeper/x", ..USUAL },
    Way { name: "another time zone", environment: &[("TZ", "Pacific/Kiritimati")], ..USUAL },
    Way {
        name: "Arabic environment",
        environment: &[("LANG", "ar_EG.UTF-8"), ("LC_ALL", "ar_EG.UTF-8"), ("LANGUAGE", "ar")],
        ..USUAL
    },
    Way { name: "another day", args: &["--date", "2031-02-03"], ..USUAL },
    Way { name: "a build in the past", environment: &[("SOURCE_DATE_EPOCH", "1000000000")], ..USUAL },
    Way { name: "messages in Arabic", args: &["--lang", "ar"], ..USUAL },
    Way { name: "files made in reverse", is_reversed: true, ..USUAL },
];

#[test]
fn the_small_site_is_the_same_every_way() {
    same_every_way(&read_tree(&repository().join("tests/golden/small")), WAYS);
}

#[test]
fn the_own_content_is_the_same_every_way() {
    let tree = read_tree(&repository().join("content"));
    let files = tree.into_iter().map(|(path, bytes)| (format!("content/{path}"), bytes)).collect();
    let ways = [
        Way {
            name: "one thread, reversed, far away",
            environment: &[("TZ", "Asia/Tokyo")],
            args: &["--jobs", "1"],
            folder: "a/b/c",
            is_reversed: true,
        },
        Way { name: "two threads, Arabic", environment: &[("LANG", "ar_EG.UTF-8")], args: &["--jobs", "2"], ..USUAL },
    ];
    same_every_way(&files, &ways);
}

#[test]
fn a_second_build_over_the_first_changes_nothing() {
    let files = read_tree(&repository().join("tests/golden/small"));
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let first = build(folder.path(), &files, &USUAL);
    let second = build(folder.path(), &files, &USUAL);
    assert_same_tree("the second build", &first, &second);
}

#[test]
fn a_page_that_is_gone_from_the_sources_is_gone_from_the_output() {
    let files = read_tree(&repository().join("tests/golden/small"));
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let mut more = files.clone();
    more.insert("content/pages/extra.ar.md".to_owned(), "# صفحة زائدة\n".as_bytes().to_vec());
    more.insert("content/pages/extra.en.md".to_owned(), b"# An extra page\n".to_vec());
    let first = build(folder.path(), &more, &USUAL);
    assert!(first.contains_key("ar/pages/extra/index.html"), "the page is built");
    for half in ["ar", "en"] {
        let path = folder.path().join("site").join(format!("content/pages/extra.{half}.md"));
        std::fs::remove_file(path).expect("the source can be removed");
    }
    let second = build(folder.path(), &files, &USUAL);
    let clean = tempfile::tempdir().expect("a temporary folder can be made");
    assert_same_tree("the build after the removal", &build(clean.path(), &files, &USUAL), &second);
}

#[track_caller]
fn same_every_way(files: &Tree, ways: &[Way]) {
    let usual = in_new_folder(files, &USUAL);
    assert!(usual.len() > 10, "the site has pages");
    for way in ways {
        assert_same_tree(way.name, &usual, &in_new_folder(files, way));
    }
}

fn in_new_folder(files: &Tree, way: &Way) -> Tree {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    build(folder.path(), files, way)
}

fn build(folder: &Path, files: &BTreeMap<String, Vec<u8>>, way: &Way) -> Tree {
    let (site, out) = (folder.join(way.folder), folder.join("out"));
    if way.is_reversed {
        write_tree(&site, files.iter().rev());
    } else {
        write_tree(&site, files);
    }
    let mut program = tashawur();
    program
        .arg("build")
        .arg("--site")
        .arg(&site)
        .arg("--out")
        .arg(&out)
        .args(way.args)
        .envs(way.environment.iter().copied());
    if way.environment.iter().any(|(name, _)| *name == "LANG") {
        program.env_remove("LC_ALL").envs(way.environment.iter().copied());
    }
    Run::of(&mut program).expect_code(0);
    read_tree(&out)
}
