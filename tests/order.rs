//! Order of names and the letters of indexes, on lists that were written by hand.
//!
//! `tests/vectors/order.json` holds names in the order that an Arabic and an English index must give them, each with its letter.
//! `UPDATE=1` puts the names of one letter into the order that the program gives them; letters are never rewritten.
#![allow(clippy::disallowed_methods, reason = "tests read and write files")]

use std::{collections::BTreeMap, env, fs, path::PathBuf};

use tashawur::locale::Locale;

type Names = Vec<(String, String)>;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn vectors() -> BTreeMap<String, Names> {
    let text = fs::read_to_string(root().join("tests/vectors/order.json")).expect("the vectors can be read");
    serde_json::from_str(&text).expect("they are JSON")
}

fn sorted(tag: &str, names: impl Iterator<Item = (String, String)>) -> Names {
    let locale = Locale::embedded(tag).expect("the language is embedded");
    let mut names: Names = names.collect();
    names.sort_by_key(|(name, _)| locale.sort_key(name));
    names
}

fn first_difference<'a>(left: &'a Names, right: &'a Names) -> Option<(&'a str, &'a str)> {
    let pairs = left.iter().zip(right).map(|(left, right)| (left.0.as_str(), right.0.as_str()));
    pairs.into_iter().find(|(left, right)| left != right)
}

#[test]
fn five_hundred_names_stand_in_order_under_their_letters() {
    let mut all = vectors();
    for (tag, names) in &mut all {
        assert!(names.len() >= 500, "{tag} has {}", names.len());
        let locale = Locale::embedded(tag).expect("the language is embedded");
        let wrong: Vec<_> = names.iter().filter(|(name, letter)| locale.letter(name) != *letter).collect();
        assert!(wrong.is_empty(), "{tag}: {wrong:?}");
        // From any order of the input.
        let count = names.len();
        let shuffled = sorted(tag, (0..count).map(|it| names[it * 7919 % count].clone()));
        assert_eq!(first_difference(&shuffled, &sorted(tag, names.iter().rev().cloned())), None, "{tag}");
        // Each letter is one stretch, and the letters follow each other as the lists have them.
        let letters = |names: &Names| {
            let mut out: Vec<String> = names.iter().map(|it| it.1.clone()).collect();
            out.dedup();
            out
        };
        assert_eq!(letters(&shuffled), letters(names), "{tag}");
        if env::var_os("UPDATE").is_some() {
            *names = shuffled;
        } else {
            assert_eq!(first_difference(&shuffled, names), None, "{tag}");
        }
    }
    if env::var_os("UPDATE").is_some() {
        let lists: Vec<String> = all
            .iter()
            .map(|(tag, names)| {
                let lines: Vec<String> = names
                    .iter()
                    .map(|it| format!("    {}", serde_json::to_string(it).expect("names are JSON")))
                    .collect();
                format!("  \"{tag}\": [\n{}\n  ]", lines.join(",\n"))
            })
            .collect();
        let text = format!("{{\n{}\n}}\n", lists.join(",\n"));
        fs::write(root().join("tests/vectors/order.json"), text).expect("the vectors can be written");
    }
}

#[test]
fn the_member_states_of_the_content_stand_in_the_order_of_the_league() {
    let text = fs::read_to_string(root().join("content/states/states.yaml")).expect("the states can be read");
    let title = |line: &str| Some(line.trim().strip_prefix("title: {ar: \"")?.split_once('"')?.0.to_owned());
    let names: Vec<String> = text.lines().filter_map(title).collect();
    assert_eq!(names.len(), 22);
    let sorted = sorted("ar", names.iter().rev().map(|it| (it.clone(), String::new())));
    assert_eq!(sorted.into_iter().map(|it| it.0).collect::<Vec<_>>(), names);
}
