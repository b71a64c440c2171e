//! What a good build leaves.

use std::{
    fs,
    os::unix::fs::{MetadataExt, PermissionsExt},
    process::Command,
};

use tashawur::write::{Target, Way};

use crate::harness::{Home, first, found, pages, second};

#[test]
fn a_first_build_leaves_the_site_and_nothing_else() {
    let home = Home::new();
    let published = home.build(&first());
    assert_eq!((published.way, published.files, published.unchanged), (Way::Exchanged, 3, 0));
    assert_eq!(home.tree(), first());
    assert_eq!(home.beside(), ["public"]);
    assert!(published.diagnostics.is_empty());
}

#[test]
fn an_empty_output_is_filled() {
    let home = Home::new();
    fs::create_dir(home.out("")).expect("makes a folder");
    assert_eq!(home.build(&first()).way, Way::Exchanged);
    assert_eq!(home.tree(), first());
    assert_eq!(home.beside(), ["public"]);
}

#[test]
fn folders_above_the_output_are_made() {
    let home = Home::new();
    let folder = home.open_at(&home.at("a/b/public")).expect("opens");
    folder.put("index.html", "pages", b"x").expect("puts");
    folder.publish().expect("publishes");
    assert!(home.at("a/b/public/index.html").is_file());
}

#[test]
fn a_second_build_equals_a_clean_one_and_deleted_pages_disappear() {
    let home = Home::new();
    home.build(&first());
    let published = home.build(&second());
    assert_eq!((published.way, published.unchanged, published.removed), (Way::Exchanged, 1, 1));
    assert_eq!(home.tree(), second());
    let clean = Home::new();
    clean.build(&second());
    assert_eq!(home.read("MANIFEST.sha256"), clean.read("MANIFEST.sha256"));
}

#[test]
fn the_manifest_satisfies_sha256sum() {
    let home = Home::new();
    home.build(&first());
    home.build(&second());
    let checked = Command::new("sha256sum")
        .args(["--check", "--strict", "--quiet", "MANIFEST.sha256"])
        .current_dir(home.out(""))
        .status();
    assert!(checked.expect("sha256sum is there").success());
    assert_eq!(home.read("MANIFEST.sha256").lines().count(), 3);
}

#[test]
fn unchanged_files_keep_inode_and_time_through_many_builds() {
    let home = Home::new();
    home.build(&first());
    let (inode, time) =
        (home.inode("assets/style.css"), fs::metadata(home.out("assets/style.css")).expect("stands").mtime_nsec());
    for pages in [second(), first(), second(), second(), first()] {
        home.build(&pages);
        assert_eq!(home.inode("assets/style.css"), inode);
        assert_eq!(fs::metadata(home.out("assets/style.css")).expect("stands").mtime_nsec(), time);
        assert_eq!(home.tree(), pages);
    }
}

#[test]
fn an_equal_site_is_not_touched() {
    let home = Home::new();
    home.build(&first());
    let folder = home.inode("");
    let published = home.build(&first());
    assert_eq!((published.way, published.unchanged), (Way::Same, 3));
    assert_eq!(home.inode(""), folder);
}

#[test]
fn what_others_changed_in_a_page_does_not_survive() {
    let home = Home::new();
    home.build(&first());
    home.build(&first());
    // Same length, edited in place, so that the standby tree shares the edit.
    fs::write(home.out("en/index.html"), "Wellcom").expect("edits");
    fs::write(home.out("assets/style.css"), "body{} ").expect("edits");
    fs::remove_file(home.out("ar/index.html")).expect("removes");
    assert_eq!(home.build(&first()).unchanged, 0);
    assert_eq!(home.tree(), first());
}

#[test]
fn what_others_changed_in_the_standby_does_not_survive() {
    let home = Home::new();
    home.build(&first());
    home.build(&second());
    let standby = home.at(".public.tashawur/tree");
    fs::write(standby.join("stray.html"), "x").expect("writes");
    fs::remove_dir_all(standby.join("assets")).expect("removes");
    std::os::unix::fs::symlink("/", standby.join("assets")).expect("links");
    home.build(&first());
    assert_eq!(home.tree(), first());
}

#[test]
fn a_page_may_become_a_folder_and_back() {
    let home = Home::new();
    let (file, folder) = (pages(&[("a", "1"), ("b/c/d", "2")]), pages(&[("a/x", "1"), ("a/y/z", "3"), ("b", "2")]));
    for pages in [&file, &folder, &file, &folder] {
        assert_eq!(home.build(pages).way, Way::Exchanged);
        assert_eq!(&home.tree(), pages);
    }
}

#[test]
fn many_threads_that_need_one_folder_make_way_together() {
    let home = Home::new();
    let folder = (0..64).map(|it| (format!("a/{it}/index.html"), it.to_string())).collect();
    let file = pages(&[("a", "1"), ("b", "2")]);
    for _ in 0..8 {
        for pages in [&file, &folder] {
            home.build(pages);
            assert_eq!(&home.tree(), pages);
        }
    }
}

#[test]
fn a_build_that_is_given_up_changes_nothing() {
    let home = Home::new();
    let folder = home.open().expect("opens");
    folder.put("ar/index.html", "pages", b"x").expect("puts");
    drop(folder);
    assert_eq!(home.beside(), [""; 0]);
    home.build(&first());
    let folder = home.open().expect("opens");
    folder.put("ar/index.html", "pages", b"x").expect("puts");
    assert_eq!(home.tree(), first(), "nothing changes before publish");
    drop(folder);
    assert_eq!(home.tree(), first());
    assert_eq!(home.beside(), ["public"]);
    home.build(&second());
    let folder = home.open().expect("opens");
    folder.put("ar/index.html", "pages", "لم يُنشر".as_bytes()).expect("puts");
    drop(folder);
    assert_eq!(home.tree(), second());
    home.build(&first());
    assert_eq!(home.tree(), first(), "what was given up is not taken for a page");
}

#[test]
fn streams_are_copied_and_kept_like_bytes() {
    let home = Home::new();
    let long = "محضر الاجتماع ".repeat(20_000);
    for expected in [0, 1, 1] {
        let folder = home.open().expect("opens");
        let mut stream = std::io::Cursor::new(long.as_bytes());
        folder.copy("files/minutes.txt", "assets", &mut stream).expect("copies");
        assert_eq!(folder.publish().expect("publishes").unchanged, expected);
        assert_eq!(home.read("files/minutes.txt"), long);
    }
}

#[test]
fn a_page_that_is_known_to_be_right_is_kept_without_its_bytes() {
    let home = Home::new();
    home.build(&first());
    let folder = home.open().expect("opens");
    let digest = folder.earlier("ar/index.html").expect("an earlier build made it");
    assert!(folder.keep("ar/index.html", "pages", digest).expect("no fault"));
    assert!(!folder.keep("new.html", "pages", digest).expect("no fault"));
    folder.publish().expect("publishes");
    assert_eq!(home.tree(), pages(&[("ar/index.html", "مرحبا")]));
    fs::write(home.out("ar/index.html"), "مرحبن").expect("edits");
    let folder = home.open().expect("opens");
    assert!(!folder.keep("ar/index.html", "pages", digest).expect("no fault"), "others edited it");
}

#[test]
fn files_are_readable_by_the_web_server_and_the_output_keeps_its_rights() {
    let home = Home::new();
    home.build(&first());
    let mode = |path: &str| fs::metadata(home.out(path)).expect("stands").permissions().mode() & 0o777;
    let umask = 0o777 & !mode("ar");
    assert_eq!(mode("ar/index.html"), 0o644 & !umask);
    fs::set_permissions(home.out(""), fs::Permissions::from_mode(0o2750)).expect("sets rights");
    home.build(&second());
    assert_eq!(fs::metadata(home.out("")).expect("stands").permissions().mode() & 0o7777, 0o2750);
    assert_eq!(found(&home.build(&second())), [""; 0]);
}
