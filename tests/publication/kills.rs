//! Builds that are killed. Each test starts this test binary again as a builder that ends itself, without cleaning up, at its
//! n-th step, for every n until a builder comes through.

use std::{
    env, fs,
    process::{Command, abort},
    sync::atomic::{AtomicUsize, Ordering},
};

use tashawur::write::{Folder, FolderOptions, Step, System};

use crate::harness::{Home, Pages, first, put_all, quick, second};

const OUTPUT: &str = "PUBLICATION_OUTPUT";
const LAST_STEP: &str = "PUBLICATION_LAST_STEP";
/// More steps than a builder of this site takes.
const MOST_STEPS: usize = 100;
const WAY: &str = "PUBLICATION_WAY";

static STEPS: AtomicUsize = AtomicUsize::new(0);

fn count(_: Step) {
    let last = env::var(LAST_STEP).ok().and_then(|it| it.parse().ok()).unwrap_or(usize::MAX);
    if STEPS.fetch_add(1, Ordering::Relaxed) == last {
        abort();
    }
}

/// The builder: does nothing unless it is started as one.
#[test]
fn builder() {
    let Some(output) = env::var_os(OUTPUT) else { return };
    let mut system = System { step: count, ..quick() };
    if env::var(WAY).is_ok_and(|it| it == "mount") {
        system.is_mount = |path| path.ends_with("public");
    }
    let options = FolderOptions { system, ..FolderOptions::default() };
    let folder = Folder::open(output.as_ref(), &options).expect("opens");
    put_all(folder, &second()).expect("publishes");
}

/// Starts a builder of the second site that ends at a step; tells whether it came through.
fn comes_through(home: &Home, last_step: usize, way: &str) -> bool {
    let mut builder = Command::new(env::current_exe().expect("this binary"));
    builder.args(["--exact", "kills::builder", "--quiet"]);
    builder.env(OUTPUT, home.out("")).env(LAST_STEP, last_step.to_string()).env(WAY, way);
    builder.output().expect("starts").status.success()
}

fn with_note(mut pages: Pages) -> Pages {
    pages.insert("note.txt".to_owned(), "ملاحظة".to_owned());
    pages
}

#[test]
fn a_killed_build_leaves_the_earlier_site_or_the_new_one_whole() {
    let mut seen = [0, 0];
    for step in 0..MOST_STEPS {
        let home = Home::new();
        // Two builds, so that the killed one works on a standby tree that has left-overs to remove.
        home.build(&second());
        home.build(&first());
        home.put("note.txt", "ملاحظة");
        let done = comes_through(&home, step, "exchange");
        let is_new = home.tree() == with_note(second());
        assert!(is_new || home.tree() == with_note(first()), "step {step}: {:?}", home.tree());
        seen[usize::from(is_new)] += 1;
        home.build(&second());
        assert_eq!(home.tree(), with_note(second()), "step {step}");
        home.build(&first());
        assert_eq!(home.tree(), with_note(first()), "step {step}");
        if done {
            assert!(seen[0] > 4 && seen[1] > 0, "killed before and after the exchange: {seen:?}");
            return;
        }
    }
    panic!("no builder comes through");
}

#[test]
fn a_killed_first_build_leaves_nothing_that_holds_up_the_next() {
    for step in 0..MOST_STEPS {
        let home = Home::new();
        let done = comes_through(&home, step, "exchange");
        assert!(!home.out("").exists() || home.tree() == second(), "step {step}");
        home.build(&first());
        assert_eq!(home.tree(), first(), "step {step}");
        if done {
            return;
        }
    }
    panic!("no builder comes through");
}

#[test]
fn a_killed_fallback_is_completed_by_the_next_build() {
    for step in 0..MOST_STEPS {
        let mut home = Home::new();
        home.build(&first());
        home.put("note.txt", "ملاحظة");
        let done = comes_through(&home, step, "mount");
        for (path, text) in home.tree().iter().filter(|it| !it.0.starts_with(".tashawur") && !it.0.ends_with('/')) {
            let is_whole = [with_note(first()), with_note(second())].iter().any(|it| it.get(path) == Some(text));
            assert!(is_whole, "step {step}: {path}: {text}");
        }
        home.system.is_mount = |path| path.ends_with("public");
        home.build(&first());
        assert_eq!(home.tree(), with_note(first()), "step {step}");
        assert!(!fs::exists(home.out(".tashawur")).expect("can look"), "step {step}");
        if done {
            return;
        }
    }
    panic!("no builder comes through");
}
