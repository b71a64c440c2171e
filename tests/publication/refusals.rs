//! What is refused, and that nothing happens then.

use std::fs;

use tashawur::write::{Fault, Target, Way};

use crate::harness::{Home, first, found};

#[test]
fn paths_that_leave_the_output_are_refused() {
    let home = Home::new();
    let folder = home.open().expect("opens");
    for path in ["../x", "/tmp/x", "a//b", "a/../../x", "..", "", "a/", ".", "a\\b", "a\0b", ".tashawur/lock"] {
        assert!(matches!(folder.put(path, "pages", b"x"), Err(Fault::BadPath { .. })), "{path:?}");
    }
    drop(folder);
    assert_eq!(home.beside(), [""; 0]);
}

#[test]
fn two_makers_of_one_path_are_both_named_and_nothing_is_published() {
    let home = Home::new();
    home.build(&first());
    let folder = home.open().expect("opens");
    folder.put("ar/index.html", "pages", "أ".as_bytes()).expect("puts");
    folder.put("ar/index.html", "aliases", "ب".as_bytes()).expect("told at the end");
    folder.put("ar/feed", "feeds", b"x").expect("puts");
    folder.put("ar/feed/index.html", "pages", b"x").expect("told at the end");
    folder.put("MANIFEST.sha256", "assets", b"x").expect("told at the end");
    let published = folder.publish().expect("no fault");
    assert_eq!(published.way, Way::Refused);
    let expected = ["build/path-taken MANIFEST.sha256", "build/path-taken ar/feed", "build/path-taken ar/index.html"];
    assert_eq!(found(&published), expected);
    let text = format!("{:?}", published.diagnostics);
    for origin in ["aliases", "pages", "feeds", "manifest", "assets"] {
        assert!(text.contains(origin), "{origin}");
    }
    assert_eq!(home.tree(), first());
}

#[test]
fn outputs_that_hold_sources_are_refused_before_anything_is_made() {
    let home = Home::new();
    for output in ["", "content", "content/public", "themes", "locales/x", ".."] {
        assert!(matches!(home.open_at(&home.at(output)), Err(Fault::Protected { .. })), "{output}");
    }
    assert_eq!(home.beside(), [""; 0]);
}

#[test]
fn an_output_that_is_no_folder_is_refused() {
    let home = Home::new();
    fs::write(home.out(""), "x").expect("writes");
    assert!(matches!(home.open(), Err(Fault::NotFolder { .. })));
    fs::remove_file(home.out("")).expect("removes");
    std::os::unix::fs::symlink("nowhere", home.out("")).expect("links");
    assert!(matches!(home.open(), Err(Fault::NotFolder { .. })));
    assert_eq!(home.beside(), ["public"]);
}

#[test]
fn a_forged_manifest_removes_nothing_outside() {
    let home = Home::new();
    home.build(&first());
    fs::write(home.at("precious"), "x").expect("writes");
    let forged = format!("{}{}  ../precious\n", home.read("MANIFEST.sha256"), "0".repeat(64));
    home.put("MANIFEST.sha256", &forged);
    home.build(&first());
    assert!(home.at("precious").is_file());
    assert!(!home.read("MANIFEST.sha256").contains("precious"));
}

#[test]
fn every_fault_is_a_diagnostic() {
    let home = Home::new();
    let fault = home.open_at(&home.at("content")).err().expect("refused");
    let told = fault.diagnostic();
    assert_eq!(told.code.name, "build/output-protected");
    assert!(told.args.iter().all(|it| told.code.args.contains(&it.0)));
}
