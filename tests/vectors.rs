//! The search's words: the same for the program and for the browser script.
//!
//! `tests/vectors/search.json` holds chosen cases, which `tests/browser/words.test.mjs` runs too. `UPDATE=1` rewrites what they
//! expect. For every word of the site's own content this test leaves what the program makes of it for the script to repeat.
#![allow(clippy::disallowed_methods, reason = "tests read and write files")]

use std::{
    collections::BTreeSet,
    env, fs,
    path::{Path, PathBuf},
};

use serde_json::{Value, json};
use tashawur::text::search::{Tier, fold, neighbours, plurals, readings, stem, terms};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Returns what the program makes of a word.
fn word(raw: &str) -> Value {
    let folded = fold(raw);
    let readings: Vec<Value> = readings(&folded).iter().map(|it| json!([it.rest, tier(it.tier)])).collect();
    json!({"word": raw, "folded": folded, "stem": stem(&folded), "readings": readings, "plurals": sorted(plurals(&folded))})
}

fn tier(tier: Tier) -> &'static str {
    match tier {
        Tier::Exact => "exact",
        Tier::Light => "light",
        Tier::Clitic => "clitic",
    }
}

fn sorted(mut list: Vec<String>) -> Vec<String> {
    list.sort();
    list
}

fn text(raw: &str) -> Value {
    let found = terms(raw);
    json!({"text": raw, "words": found.words, "special": sorted(found.special)})
}

fn near(raw: &str) -> Value {
    let all: BTreeSet<String> = neighbours(raw, &['ا', 'ب', 'e']).into_iter().collect();
    json!({"word": raw, "all": all})
}

#[test]
fn chosen_words_and_texts_are_read_as_expected() {
    let path = root().join("tests/vectors/search.json");
    let cases: Value =
        serde_json::from_str(&fs::read_to_string(&path).expect("the vectors can be read")).expect("they are JSON");
    let of = |list: &str, key: &str, make: fn(&str) -> Value| -> Vec<Value> {
        let cases = cases[list].as_array().expect("each list is an array");
        cases.iter().map(|it| make(it[key].as_str().expect("each case has its input"))).collect()
    };
    let made = json!({"words": of("words", "word", word), "texts": of("texts", "text", text), "near": of("near", "word", near)});
    if env::var_os("UPDATE").is_some() {
        let mut lines = serde_json::to_string_pretty(&made).expect("strings have a JSON form");
        lines.push('\n');
        fs::write(&path, lines).expect("the vectors can be written");
    }
    let made_lists = made.as_object().expect("an object");
    for (list, cases_made) in made_lists {
        let expected = cases[list].as_array().expect("each list is an array");
        for (made, expected) in cases_made.as_array().expect("an array").iter().zip(expected) {
            assert!(env::var_os("UPDATE").is_some() || made == expected, "{list}: {made} is not {expected}");
        }
    }
}

#[test]
fn every_word_of_the_content_is_left_for_the_script() {
    let mut words = BTreeSet::new();
    collect(&root().join("content"), &mut words);
    assert!(words.len() > 2_000, "the content has {} words", words.len());
    let all: Vec<Value> = words.iter().map(|it| word(it)).collect();
    let folder = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from).join("tests");
    fs::create_dir_all(&folder).expect("the target folder can be written");
    fs::write(folder.join("words.json"), Value::Array(all).to_string()).expect("the target folder can be written");
}

fn collect(folder: &Path, words: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).expect("the content can be read") {
        let path = entry.expect("the content can be read").path();
        if path.is_dir() {
            collect(&path, words);
        } else if let Ok(text) = fs::read_to_string(&path) {
            words.extend(terms(&text).words);
            words.extend(text.split_whitespace().filter(|it| it.chars().all(char::is_alphanumeric)).map(str::to_owned));
        }
    }
}
