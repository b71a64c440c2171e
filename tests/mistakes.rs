//! A site with a mistake of every class that a publisher would want to hear of, and a table of where each is to be found.
//!
//! `tests/mistakes/site` is the site: `\u{202E}` stands for a character that nobody could see, a file ending in `.hex` holds
//! bytes in hexadecimal. `names.txt` lists files whose names no repository can carry to every system. `table.txt` lists by class,
//! in the order of the report, what is found: `place severity code`. `UPDATE=1` does not touch the table: a new mistake is
//! written down by a person.
#![allow(clippy::disallowed_methods, reason = "tests make sites on the disk and run the program")]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use support::{Found, Run, SITE_YAML, Site, assert_same_tree, lines, repository, unescape};

mod support;

/// A site with all the mistakes.
fn planted() -> Site {
    let site = Site::copy_of("tests/mistakes/site");
    for (path, text) in support::read_tree(site.path()) {
        if let Some(plain) = path.strip_suffix(".hex") {
            let text = String::from_utf8(text).expect("hexadecimal is text");
            let byte = |it: &str| u8::from_str_radix(it, 16).expect("two hexadecimal digits");
            site.write_bytes(plain, &text.split_whitespace().map(byte).collect::<Vec<_>>());
            site.remove(&path);
        }
    }
    for name in file("names.txt").lines() {
        site.write(&unescape(name), "نص\n");
    }
    // A name and a file that are too long to be looked at.
    site.write(&format!("content/files/{}.txt", "long-".repeat(45)), "نص\n");
    let huge = fs::File::create(site.path().join("content/files/huge.pdf")).expect("a file can be made");
    huge.set_len(101 << 20).expect("a file can have holes");
    site
}

fn file(name: &str) -> String {
    fs::read_to_string(repository().join("tests/mistakes").join(name)).expect("the file is there")
}

fn check(site: &Site, lang: &str) -> Run {
    site.run("check", &["--format", "json", "--date", "2026-11-26", "--lang", lang]).expect_code(1)
}

/// Reads the table: each class with the lines below it.
fn table() -> BTreeMap<String, Vec<String>> {
    let mut out: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut class = String::new();
    for line in file("table.txt").lines().filter(|it| !it.trim().is_empty()) {
        match line.strip_prefix("# ") {
            Some(name) => class = name.to_owned(),
            None => out.entry(class.clone()).or_default().push(line.to_owned()),
        }
        out.entry(class.clone()).or_default();
    }
    out
}

/// A place with columns that count invisible characters is easier to write down with their escapes.
fn shown(found: &Found) -> String {
    let visible = |it: char| match it {
        '\u{202A}'..='\u{202E}' | '\u{653}' => it.escape_unicode().to_string().to_uppercase().replace("\\U", "\\u"),
        _ => it.to_string(),
    };
    found.to_string().replace(&"long-".repeat(45), "long").chars().map(visible).collect()
}

#[test]
fn every_planted_mistake_is_told_in_one_run_at_its_place() {
    let found: Vec<String> = check(&planted(), "en").found().iter().map(shown).collect();
    let table = table();
    let planted: BTreeSet<&String> = table.values().flatten().collect();
    let told: BTreeSet<&String> = found.iter().collect();
    let missing: Vec<&&String> = planted.difference(&told).collect();
    let unplanted: Vec<&&String> = told.difference(&planted).collect();
    assert!(missing.is_empty() && unplanted.is_empty(), "not told: {missing:#?}\nnot planted: {unplanted:#?}");
    assert_eq!(found.len(), told.len(), "nothing is told twice");
    for (class, mistakes) in &table {
        assert!(!mistakes.is_empty(), "no mistake of the class `{class}` is planted");
    }
    // What has a text to point into is told with line and column.
    let placed = found.iter().filter(|it| it.split(' ').next().is_some_and(|it| it.matches(':').count() == 2));
    let count = placed.count();
    assert!(count >= 120, "{count} mistakes with line and column");
}

#[test]
fn both_languages_tell_the_same_in_whole_sentences() {
    let site = planted();
    let told: Vec<Vec<Found>> = ["ar", "en"].map(|it| check(&site, it).found()).into();
    assert_eq!(lines(&told[0]), lines(&told[1]));
    for (arabic, english) in told[0].iter().zip(&told[1]) {
        assert!(
            arabic.message.chars().any(|it| ('\u{0621}'..='\u{064A}').contains(&it)),
            "{arabic}: {}",
            arabic.message
        );
        for message in [&arabic.message, &english.message] {
            let is_whole =
                !message.is_empty() && !message.contains("{ $") && !message.contains("{$") && !message.contains("``");
            assert!(is_whole, "{arabic}: {message}");
        }
    }
}

#[test]
fn the_earlier_site_stays_whatever_is_wrong() {
    let site = planted();
    site.remove("content/files/huge.pdf");
    let good = Site::new([("content/a.ar.md", "# أ\n"), ("content/a.en.md", "# A\n")]);
    good.write("content/site.yaml", SITE_YAML);
    good.build(&[]).expect_code(0);
    let before = good.output();
    support::write_tree(good.path(), &support::read_tree(site.path()));
    let run = good.build(&[]).expect_code(1);
    assert!(!run.stderr.contains("panicked"), "{}", run.stderr);
    assert_same_tree("the earlier site", &before, &good.output());
}

/// One change of a file: line and column from 1, what stands there goes, the text comes.
type Edit = ((usize, usize), (usize, usize), String);

/// Returns the byte at a line and column.
fn byte(text: &str, (line, column): (usize, usize)) -> usize {
    let start: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
    let rest = &text[start..];
    start + rest.char_indices().nth(column - 1).map_or(rest.len(), |(at, _)| at)
}

#[test]
fn every_change_that_is_offered_cures_its_mistake() {
    let site = planted();
    site.remove("content/files/huge.pdf");
    let name = |it: &serde_json::Value| format!("{} {} {}", it["file"], it["code"], it["message"]);
    let report = check(&site, "en").report();
    let offered = || report["diagnostics"].as_array().expect("a list").iter().filter(|it| !it["fix"].is_null());
    let mut edits: BTreeMap<String, BTreeSet<Edit>> = BTreeMap::new();
    for edit in offered().flat_map(|it| it["fix"]["edits"].as_array().expect("a list")) {
        let number = |name: &str| usize::try_from(edit[name].as_u64().expect("a number")).expect("a small one");
        let place = ((number("line"), number("column")), (number("end_line"), number("end_column")));
        let text = edit["text"].as_str().expect("a text").to_owned();
        let file = edit["file"].as_str().expect("a path").to_owned();
        edits.entry(file).or_default().insert((place.0, place.1, text));
    }
    for (path, edits) in &edits {
        let mut text = fs::read_to_string(site.path().join(path)).expect("a text");
        for (from, to, new) in edits.iter().rev() {
            let range = byte(&text, *from)..byte(&text, *to);
            text.replace_range(range, new);
        }
        site.write(path, &text);
    }
    let left: BTreeSet<String> =
        check(&site, "en").report()["diagnostics"].as_array().expect("a list").iter().map(name).collect();
    let uncured: Vec<String> = offered().map(name).filter(|it| left.contains(it)).collect();
    assert!(offered().count() >= 40 && uncured.is_empty(), "{uncured:#?}");
}
