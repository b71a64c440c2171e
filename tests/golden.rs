//! Two whole sites: a small one whose every output byte is pinned, and one with forty mistakes that are all told in one run.
#![allow(clippy::disallowed_methods, reason = "tests make sites on the disk and run the program")]

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};
use support::{Found, MANIFEST, Site, Tree, assert_pinned, assert_same_tree, lines, read_tree, repository, write_tree};

mod support;

const SMALL: &str = "tests/golden/small";
const BROKEN: &str = "tests/golden/broken";

#[test]
fn the_small_site_comes_out_as_pinned() {
    let site = Site::copy_of(SMALL);
    let run = site.build(&[]).expect_code(0);
    assert_pinned("tests/golden/small.diagnostics", &lines(&run.found()));
    assert_pinned("tests/golden/small.sha256", &digests(&site.output()));
}

#[test]
fn the_manifest_names_every_other_file_with_its_digest() {
    let site = Site::copy_of(SMALL);
    site.build(&[]).expect_code(0);
    let mut tree = site.output();
    let manifest = tree.remove(MANIFEST).expect("the output has a manifest");
    let manifest = String::from_utf8(manifest).expect("the manifest is text");
    let listed: BTreeSet<&str> = manifest.lines().filter(|it| !it.starts_with('#')).collect();
    let made = digests(&tree);
    let difference = support::line_difference(&made, &listed.iter().map(|it| format!("{it}\n")).collect::<String>());
    assert!(made.lines().collect::<BTreeSet<_>>() == listed, "{difference}");
}

#[test]
fn a_file_that_no_build_made_is_kept_and_told_of() {
    let site = Site::copy_of(SMALL);
    site.build(&[]).expect_code(0);
    let before = site.output();
    site.write("public/CNAME", "example.org\n");
    let found = site.build(&[]).expect_code(0).found();
    assert!(found.iter().any(|it| it.code == "build/foreign-file"), "{}", lines(&found));
    let mut after = site.output();
    assert_eq!(after.remove("CNAME").as_deref(), Some(&b"example.org\n"[..]));
    assert_same_tree("the output beside the foreign file", &before, &after);
}

#[test]
fn a_folder_of_pairs_is_a_complete_site() {
    let site = Site::new([]);
    for number in 0..150 {
        site.write(&format!("content/text-{number}.ar.md"), &format!("---\ntitle: نص {number}\n---\n\nفقرة.\n"));
        site.write(
            &format!("content/text-{number}.en.md"),
            &format!("---\ntitle: Text {number}\n---\n\nA paragraph.\n"),
        );
    }
    assert_eq!(lines(&site.build(&[]).expect_code(0).found()), "");
    let tree = site.output();
    let texts = tree.keys().filter(|it| it.contains("/text-") && it.ends_with("/index.html"));
    assert_eq!(texts.count(), 450, "150 texts in two languages, and both side by side");
    let home = String::from_utf8_lossy(&tree["ar/index.html"]).into_owned();
    assert!(home.contains("text-0/"), "the home page leads to the texts\n{home}");
}

#[test]
fn forty_mistakes_are_told_in_one_run_in_either_language() {
    let site = Site::copy_of(BROKEN);
    let told: Vec<Vec<Found>> = ["ar", "en"].map(|it| site.build(&["--lang", it]).expect_code(1).found()).into();
    assert_pinned("tests/golden/broken.diagnostics", &lines(&told[0]));
    assert_eq!(lines(&told[0]), lines(&told[1]), "both languages tell the same");

    let errors: Vec<&Found> = told[0].iter().filter(|it| it.severity == "error").collect();
    assert_eq!(errors.len(), 40, "forty mistakes are planted\n{}", lines(&told[0]));
    assert_eq!(told[0].len(), 40, "and nothing else is found\n{}", lines(&told[0]));
    let codes: BTreeSet<&str> = errors.iter().map(|it| it.code.as_str()).collect();
    let files: BTreeSet<&str> = errors.iter().map(|it| it.file.as_str()).collect();
    assert!(codes.len() >= 25, "{} codes: {codes:?}", codes.len());
    assert!(files.len() >= 12, "{} files: {files:?}", files.len());
    assert!(errors.iter().all(|it| it.line > 0 && it.column > 0), "each has a place\n{}", lines(&told[0]));
    for (arabic, english) in told[0].iter().zip(&told[1]) {
        assert!(is_arabic(&arabic.message), "{arabic}: {}", arabic.message);
        assert!(!english.message.is_empty() && english.message != arabic.message, "{english}: {}", english.message);
    }
}

#[test]
fn mistakes_leave_the_earlier_site_as_it_was() {
    let site = Site::copy_of(SMALL);
    site.build(&[]).expect_code(0);
    let before = site.output();
    write_tree(site.path(), &read_tree(&repository().join(BROKEN)));
    site.build(&[]).expect_code(1);
    assert_same_tree("the earlier site", &before, &site.output());
}

fn is_arabic(text: &str) -> bool {
    text.chars().any(|it| ('\u{0621}'..='\u{064A}').contains(&it))
}

/// Lists the digests of a tree in the form that `sha256sum` writes and reads.
fn digests(tree: &Tree) -> String {
    let line = |(path, bytes): (&String, &Vec<u8>)| {
        let digest: String = Sha256::digest(bytes).iter().map(|it| format!("{it:02x}")).collect();
        format!("{digest}  {path}\n")
    };
    tree.iter().filter(|(path, _)| *path != MANIFEST).map(line).collect()
}
