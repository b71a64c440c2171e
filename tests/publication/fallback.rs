//! Outputs that cannot be exchanged as one. Mounts and read-only parents are played by the system value, because tests may run
//! as a user whom rights do not bind and who may not mount.

use std::{
    fs, io,
    os::unix::fs::{MetadataExt, symlink},
    path::Path,
};

use tashawur::write::{System, Way};

use crate::harness::{Home, first, found, pages, quick, second};

/// Builds, edits and builds again under a system, and checks what every fallback promises.
fn check(system: System, reason: &str) {
    let mut home = Home::new();
    home.build(&first());
    home.put("CNAME", "kb.example.org");
    home.system = system;
    let (folder, style) = (home.inode(""), home.inode("assets/style.css"));
    for pages in [second(), first(), second()] {
        let published = home.build(&pages);
        assert_eq!(published.way, Way::InPlace, "{reason}");
        assert!(format!("{:?}", published.diagnostics).contains(reason), "{reason}: {published:?}");
        assert!(found(&published).contains(&"build/foreign-file CNAME".to_owned()));
        let mut expected = pages;
        expected.extend([("CNAME".to_owned(), "kb.example.org".to_owned())]);
        assert_eq!(home.tree(), expected);
        assert_eq!(home.inode(""), folder, "the output folder itself stays");
        assert_eq!(home.inode("assets/style.css"), style, "unchanged files stay");
        assert_eq!(home.beside(), ["public"], "{reason}");
    }
    assert_eq!(home.build(&second()).way, Way::Same);
    let clean = Home::new();
    clean.build(&second());
    assert_eq!(home.read("MANIFEST.sha256"), clean.read("MANIFEST.sha256"));
}

#[test]
fn a_mount_point_is_filled_file_by_file() {
    check(System { is_mount: |path| path.ends_with("public"), ..quick() }, "not-atomic-mount");
}

#[test]
fn a_mount_that_shows_only_at_the_exchange_is_filled_file_by_file() {
    check(System { exchange: |_, _| Err(io::ErrorKind::ResourceBusy.into()), ..quick() }, "not-atomic-mount");
}

#[test]
fn a_read_only_parent_is_worked_around() {
    check(System { create_beside: |_| Err(io::ErrorKind::PermissionDenied.into()), ..quick() }, "not-atomic-parent");
}

#[test]
fn a_file_system_without_exchange_is_filled_file_by_file() {
    check(System { exchange: |_, _| Err(rustix::io::Errno::INVAL.into()), ..quick() }, "not-atomic-unsupported");
}

#[test]
fn an_unknown_refusal_is_a_fault_and_changes_nothing() {
    let mut home = Home::new();
    home.build(&first());
    home.system.exchange = |_, _| Err(rustix::io::Errno::IO.into());
    assert!(home.try_build(&second()).is_err());
    assert_eq!(home.tree(), first());
}

#[test]
fn a_linked_output_stays_a_link() {
    let home = Home::new();
    fs::create_dir_all(home.at("srv/www")).expect("makes a folder");
    symlink("srv/www", home.out("")).expect("links");
    for (pages, way) in [(first(), Way::InPlace), (second(), Way::InPlace), (second(), Way::Same)] {
        let published = home.build(&pages);
        assert_eq!(published.way, way);
        assert_eq!(home.tree(), pages);
        assert_eq!(fs::read_link(home.out("")).expect("still a link"), Path::new("srv/www"));
        assert_eq!(fs::read_dir(home.at("srv")).expect("stands").count(), 1);
    }
}

#[test]
fn a_first_build_into_a_mount_point_works() {
    let mut home = Home::new();
    fs::create_dir(home.out("")).expect("makes a folder");
    home.system.is_mount = |path| path.ends_with("public");
    let device = fs::metadata(home.out("")).expect("stands").dev();
    assert_eq!(home.build(&first()).way, Way::InPlace);
    assert_eq!(home.tree(), first());
    assert_eq!(fs::metadata(home.out("")).expect("stands").dev(), device);
}

#[test]
fn pages_and_folders_change_places() {
    let mut home = Home::new();
    home.system.exchange = |_, _| Err(rustix::io::Errno::INVAL.into());
    let (file, folder) = (pages(&[("a", "1"), ("b/c/d", "2")]), pages(&[("a/x", "1"), ("a/y/z", "3"), ("b", "2")]));
    for pages in [&file, &folder, &file] {
        home.build(pages);
        assert_eq!(&home.tree(), pages);
    }
}

#[test]
fn adoption_replaces_no_link_to_a_folder_and_follows_none() {
    let mut home = Home::new();
    home.adopt = true;
    home.system.is_mount = |path| path.ends_with("public");
    fs::create_dir_all(home.at("elsewhere")).expect("makes a folder");
    fs::create_dir(home.out("")).expect("makes a folder");
    symlink(home.at("elsewhere"), home.out("ar")).expect("links");
    assert_eq!(home.build(&first()).way, Way::Refused);
    assert_eq!(fs::read_dir(home.at("elsewhere")).expect("stands").count(), 0);
}
