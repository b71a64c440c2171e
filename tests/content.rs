//! The knowledge base of this repository: every fact of its source document has its page in both languages, in the right order.
#![allow(clippy::disallowed_methods, reason = "tests make sites on the disk and run the program")]

use html::{Element, parse};
use support::{Run, Tree, read_tree, repository, tashawur};

#[path = "support/html.rs"]
mod html;
mod support;

/// How many records each folder must have: exactly, or at least.
const COUNTS: &[(&str, usize, Bound)] = &[
    ("objectives", 6, Bound::Exactly),
    ("department-objectives", 4, Bound::Exactly),
    ("tasks", 8, Bound::Exactly),
    ("editorial", 31, Bound::Exactly),
    ("states", 22, Bound::Exactly),
    ("department", 2, Bound::Exactly),
    ("mandates", 3, Bound::AtLeast),
    ("glossary", 56, Bound::AtLeast),
    ("participants", 3, Bound::AtLeast),
    ("meetings", 11, Bound::AtLeast),
    ("sources", 20, Bound::AtLeast),
];

enum Bound {
    Exactly,
    AtLeast,
}

/// Pages that must be there, and words that must stand on them.
const FACTS: &[(&str, &[&str])] = &[
    ("ar/mandates/resolution-7833", &["7833", "142", "7 سبتمبر 2014"]),
    ("en/mandates/resolution-7833", &["7833", "142", "7 September 2014"]),
    ("ar/mandates/consultative-meeting-2013", &["يونيو 2013"]),
    ("en/mandates/consultative-meeting-2013", &["June 2013"]),
    ("ar/mandates/declaration-hld-2013", &["A/RES/68/4", "68", "3 أكتوبر 2013"]),
    ("en/mandates/declaration-hld-2013", &["A/RES/68/4", "68", "3 October 2013"]),
    ("ar/department/department-rem", &["المغتربين", "2016"]),
    ("en/department/department-rem", &["2016"]),
    ("ar/department/department-ppem", &["2016"]),
    ("en/department/department-ppem", &["2016"]),
];

/// The members in the order of the League, by their Arabic short names.
const STATES: [&str; 22] = [
    "الأردن",
    "الإمارات",
    "البحرين",
    "تونس",
    "الجزائر",
    "جيبوتي",
    "السعودية",
    "السودان",
    "سوريا",
    "الصومال",
    "العراق",
    "عمان",
    "فلسطين",
    "قطر",
    "القمر",
    "الكويت",
    "لبنان",
    "ليبيا",
    "مصر",
    "المغرب",
    "موريتانيا",
    "اليمن",
];

#[test]
fn every_fact_has_its_page_in_both_languages() {
    let tree = build();
    let mut faults = Vec::new();
    for lang in ["ar", "en"] {
        for (folder, wanted, bound) in COUNTS {
            let count = pages_below(&tree, &format!("{lang}/{folder}/"));
            let is_right = match bound {
                Bound::Exactly => count == *wanted,
                Bound::AtLeast => count >= *wanted,
            };
            if !is_right {
                faults.push(format!("{lang}/{folder}: {count} records where {wanted} are due"));
            }
        }
    }
    for (path, words) in FACTS {
        let Some(main) = main_of(&tree, path) else {
            faults.push(format!("{path} is not there"));
            continue;
        };
        let text = main.text();
        faults.extend(words.iter().filter(|it| !text.contains(*it)).map(|it| format!("{path} does not say `{it}`")));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn states_stand_in_the_order_of_the_league() {
    let main = main_of(&build(), "ar/states").expect("the list is there");
    let table = main.all().into_iter().find(|it| it.name == "table").expect("the list is a table");
    let links = table.all().into_iter().filter(|it| it.name == "a").map(|it| without_marks(&it.text()));
    let mut found: Vec<String> = links.filter(|it| STATES.contains(&it.as_str())).collect();
    found.dedup();
    assert_eq!(found, STATES);
}

#[test]
fn no_record_lacks_a_half() {
    let tree = build();
    let half = |lang: &str| {
        let prefix = format!("{lang}/");
        let pages = tree.keys().filter_map(|it| it.strip_prefix(&prefix)).filter(|it| it.ends_with("/index.html"));
        pages.filter(|it| !is_index(it)).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(half("ar"), half("en"));
}

/// Tells whether a page belongs to an index, whose letters differ by language.
fn is_index(path: &str) -> bool {
    path.starts_with("a-z/") || path.starts_with("index/") || path.starts_with("letters/")
}

fn build() -> Tree {
    let out = tempfile::tempdir().expect("a temporary folder can be made");
    let mut program = tashawur();
    program.arg("build").arg("--site").arg(repository()).arg("--out").arg(out.path().join("public"));
    Run::of(program.arg("--strict")).expect_code(0);
    read_tree(&out.path().join("public"))
}

/// Counts the records of a list; a part of the list has `_` in its address, which no key holds.
fn pages_below(tree: &Tree, folder: &str) -> usize {
    let below = tree.keys().filter_map(|it| it.strip_prefix(folder)?.strip_suffix("/index.html"));
    below.filter(|it| !it.contains(['/', '_'])).count()
}

fn main_of(tree: &Tree, path: &str) -> Option<Element> {
    let page = parse(&String::from_utf8_lossy(tree.get(&format!("{path}/index.html"))?));
    page.all().into_iter().find(|it| it.name == "main").cloned()
}

/// Drops vowel marks: `عُمان` is `عمان`.
fn without_marks(text: &str) -> String {
    text.chars().filter(|it| !('\u{064B}'..='\u{0652}').contains(it)).collect()
}
