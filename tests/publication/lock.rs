//! A second builder.

use std::{
    cell::Cell,
    fs,
    sync::atomic::{AtomicUsize, Ordering},
    time::Duration,
};

use tashawur::write::{Fault, Folder, FolderOptions, Target};

use crate::harness::{Home, first, put_all, quick, second};

#[test]
fn a_second_builder_is_told_and_fails_clearly() {
    let home = Home::new();
    let first_builder = home.open().expect("opens");
    let told = Cell::new(0);
    let waiting = || told.set(told.get() + 1);
    let options = FolderOptions { wait: Duration::from_millis(60), waiting: &waiting, ..FolderOptions::default() };
    assert!(matches!(Folder::open(&home.out(""), &options), Err(Fault::Busy { .. })));
    assert_eq!(told.get(), 1);
    put_all(first_builder, &first()).expect("the first is not disturbed");
    assert_eq!(home.tree(), first());
}

#[test]
fn a_left_over_lock_file_holds_nobody_up() {
    let home = Home::new();
    fs::create_dir(home.at(".public.tashawur")).expect("makes a folder");
    fs::write(home.at(".public.tashawur/lock"), "").expect("writes");
    home.build(&first());
    assert_eq!(home.tree(), first());
}

#[test]
fn builders_take_turns() {
    let home = Home::new();
    let (output, done) = (home.out(""), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        for builder in 0..6 {
            let (output, done) = (&output, &done);
            scope.spawn(move || {
                for round in 0..4 {
                    let options = FolderOptions { system: quick(), ..FolderOptions::default() };
                    let folder = Folder::open(output, &options).expect("its turn comes");
                    let pages = if (builder + round) % 2 == 0 { first() } else { second() };
                    for (path, text) in &pages {
                        folder.put(path, "pages", text.as_bytes()).expect("puts");
                    }
                    let published = folder.publish().expect("publishes");
                    assert!(published.diagnostics.is_empty(), "{published:?}");
                    done.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
    });
    assert_eq!(done.into_inner(), 24);
    assert!([first(), second()].contains(&home.tree()));
}
