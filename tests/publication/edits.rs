//! Random sequences of edits: the output after each build is that of a clean build, with what others put there.

use std::collections::BTreeSet;

use proptest::prelude::*;
use tashawur::write::Way;

use crate::harness::{Home, Pages, quick};

/// Few names, so that files, folders and collisions of both come up.
const NAMES: [&str; 9] = ["a", "b", "a/x", "a/y", "b/x/z", "c/index.html", "c/d/index.html", "index.html", "c"];

#[derive(Clone, Debug)]
enum Edit {
    /// The site gets a page with this text.
    Page(usize, u8),
    /// The site loses a page.
    Gone(usize),
    /// Someone else writes a file into the output.
    Foreign(usize, u8),
    /// Someone else removes a file from the output.
    Removed(usize),
    /// The site is built; the fallback, if the flag says so.
    Build(bool),
}

fn edit() -> impl Strategy<Value = Edit> {
    let name = 0..NAMES.len();
    prop_oneof![
        4 => (name.clone(), 0u8..3).prop_map(|(name, text)| Edit::Page(name, text)),
        2 => name.clone().prop_map(Edit::Gone),
        1 => (name.clone(), 0u8..3).prop_map(|(name, text)| Edit::Foreign(name, text)),
        1 => name.prop_map(Edit::Removed),
        3 => any::<bool>().prop_map(Edit::Build),
    ]
}

/// A page that another one wants as a folder is left out: that mistake has its own test.
fn without_nested(pages: &Pages) -> Pages {
    let is_folder = |path: &str| pages.keys().any(|it| it.starts_with(&format!("{path}/")));
    pages.iter().filter(|it| !is_folder(it.0)).map(|(path, text)| (path.clone(), text.clone())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_build_equals_a_clean_one_with_foreign_files(edits in prop::collection::vec(edit(), 1..24)) {
        let mut home = Home::new();
        home.build(&Pages::new());
        let (mut pages, mut published) = (Pages::new(), Pages::new());
        for edit in edits {
            match edit {
                Edit::Page(name, text) => drop(pages.insert(NAMES[name].to_owned(), text.to_string())),
                Edit::Gone(name) => drop(pages.remove(NAMES[name])),
                Edit::Foreign(name, text) => {
                    let path = home.out(NAMES[name]);
                    if std::fs::create_dir_all(path.parent().expect("has a parent")).is_ok() {
                        let _ = std::fs::write(path, format!("foreign {text}"));
                    }
                }
                Edit::Removed(name) => drop(std::fs::remove_file(home.out(NAMES[name]))),
                Edit::Build(is_exchange) => {
                    home.system.exchange = if is_exchange { quick().exchange } else { |_, _| Err(std::io::ErrorKind::Unsupported.into()) };
                    let before = home.tree();
                    let new = without_nested(&pages);
                    let files: BTreeSet<String> = published.keys().cloned().collect();
                    let foreign: Pages = before.iter().filter(|it| !files.contains(it.0) && !it.0.ends_with('/')).map(|(path, text)| (path.clone(), text.clone())).collect();
                    let stands_in_way = |it: &String| new.keys().any(|page| page == it || page.starts_with(&format!("{it}/")) || it.starts_with(&format!("{page}/")));
                    let done = home.build(&new);
                    if foreign.keys().any(stands_in_way) {
                        prop_assert_eq!(done.way, Way::Refused);
                        prop_assert_eq!(home.tree(), before);
                        continue;
                    }
                    prop_assert!(done.way != Way::Refused, "{:?} {:?} {:?}", done, foreign, new);
                    let mut expected = new.clone();
                    expected.extend(foreign);
                    let standing: Pages = home.tree().into_iter().filter(|it| !it.0.ends_with('/')).collect();
                    prop_assert_eq!(standing, expected);
                    published = new;
                }
            }
        }
    }
}
