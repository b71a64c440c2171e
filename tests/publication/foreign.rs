//! Files that no build made.

use std::{fs, os::unix::fs::symlink};

use tashawur::write::{Fault, Way};

use crate::harness::{Home, first, found, pages, second};

#[test]
fn foreign_files_are_kept_and_told_in_every_build() {
    let home = Home::new();
    home.build(&first());
    home.put("CNAME", "kb.example.org");
    home.put(".git/HEAD", "ref");
    home.put(".git/refs/heads/main", "abc");
    home.put("ar/note.txt", "ملاحظة");
    fs::create_dir(home.out("empty")).expect("makes a folder");
    symlink("/etc/hostname", home.out("link")).expect("links");
    let foreign = pages(&[
        ("CNAME", "kb.example.org"),
        (".git/HEAD", "ref"),
        (".git/refs/heads/main", "abc"),
        ("ar/note.txt", "ملاحظة"),
        ("empty/", ""),
        ("link", "-> /etc/hostname"),
    ]);
    let told = ["CNAME", ".git", "ar/note.txt", "empty", "link"].map(|it| format!("build/foreign-file {it}"));
    let mut told = Vec::from(told);
    told.sort();
    for pages in [second(), first(), first(), second()] {
        assert_eq!(found(&home.build(&pages)), told);
        let mut expected = pages;
        expected.extend(foreign.clone());
        assert_eq!(home.tree(), expected);
    }
    fs::remove_dir_all(home.out(".git")).expect("removes");
    fs::remove_file(home.out("link")).expect("removes");
    home.build(&first());
    assert!(!home.out(".git").exists(), "what its owner removed does not come back from the standby tree");
    assert!(!home.out("link").is_symlink());
}

#[test]
fn foreign_names_that_are_no_text_are_kept() {
    use std::{ffi::OsStr, os::unix::ffi::OsStrExt};
    let home = Home::new();
    home.build(&first());
    let name = home.out("").join(OsStr::from_bytes(b"\xC7\xE1"));
    fs::create_dir(&name).expect("makes a folder");
    fs::write(name.join("a"), "x").expect("writes");
    assert_eq!(home.build(&second()).way, Way::Exchanged);
    assert_eq!(fs::read_to_string(name.join("a")).expect("kept"), "x");
}

#[test]
fn a_foreign_file_in_the_way_stops_the_build() {
    let home = Home::new();
    home.build(&first());
    home.put("ar/mandates/resolution-7833/index.html", "لغيرنا");
    let before = home.tree();
    let published = home.build(&second());
    assert_eq!(published.way, Way::Refused);
    assert!(
        found(&published).contains(&"build/foreign-collision ar/mandates/resolution-7833/index.html".to_owned()),
        "{published:?}"
    );
    assert_eq!(home.tree(), before);
    assert_eq!(home.beside(), ["public"]);
}

#[test]
fn adoption_takes_over_files_but_never_a_folder_for_a_file() {
    let mut home = Home::new();
    home.adopt = true;
    home.put("ar/index.html", "قديم");
    home.put("CNAME", "kb.example.org");
    let published = home.build(&first());
    assert_eq!(found(&published), ["build/foreign-file CNAME"]);
    assert_eq!(home.read("ar/index.html"), "مرحبا");
    assert_eq!(home.read("CNAME"), "kb.example.org");
    home.put("new.html/mine.txt", "x");
    assert_eq!(home.build(&pages(&[("new.html", "x")])).way, Way::Refused);
    assert_eq!(home.read("new.html/mine.txt"), "x");
}

#[test]
fn a_folder_that_no_build_made_is_refused_unless_adopted() {
    let mut home = Home::new();
    home.put("thesis.txt", "x");
    assert!(matches!(home.try_build(&first()), Err(Fault::NotEmpty { .. })));
    assert_eq!(home.tree(), pages(&[("thesis.txt", "x")]));
    assert_eq!(home.beside(), ["public"]);
    home.adopt = true;
    home.build(&first());
    assert_eq!(home.read("thesis.txt"), "x");
    home.adopt = false;
    assert_eq!(home.build(&second()).way, Way::Exchanged, "once adopted it is ours");
}

#[test]
fn a_foreign_link_to_a_folder_is_never_written_through() {
    let home = Home::new();
    fs::create_dir(home.at("elsewhere")).expect("makes a folder");
    home.build(&first());
    symlink(home.at("elsewhere"), home.out("fr")).expect("links");
    let french = pages(&[("fr/index.html", "Bienvenue")]);
    assert_eq!(home.build(&french).way, Way::Refused);
    // Carried over into the standby, then removed by its owner: the standby may not lead out either.
    home.build(&second());
    home.build(&first());
    fs::remove_file(home.out("fr")).expect("removes");
    assert_eq!(home.build(&french).way, Way::Exchanged);
    assert_eq!(home.tree(), french);
    assert_eq!(fs::read_dir(home.at("elsewhere")).expect("stands").count(), 0);
}

#[test]
fn a_page_replaced_by_a_link_is_a_page_again() {
    let home = Home::new();
    home.build(&first());
    fs::write(home.at("secret"), "مرحبا").expect("writes");
    fs::remove_file(home.out("ar/index.html")).expect("removes");
    symlink(home.at("secret"), home.out("ar/index.html")).expect("links");
    home.build(&first());
    assert_eq!(home.tree(), first());
}
