//! The parity gate under a thousand random edits: each edit changes one half of one pair, and the gate must tell those that
//! matter at the block that they changed, and nothing else.
//!
//! The pairs are those of this repository's content and made ones. A run edits many pairs at once, one edit each.
#![allow(clippy::disallowed_methods, reason = "tests make sites on the disk and run the program")]

use std::collections::BTreeMap;

use random::Random;
use support::{Found, Site, read_tree, repository};
use text::{Kind, Text, evidence};

#[path = "support/random.rs"]
mod random;
mod support;
#[path = "support/text.rs"]
mod text;

/// What an edit does to a half.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Edit {
    Reword,
    Digits,
    DateForm,
    Insert,
    Delete,
    Exchange,
    Number,
    Date,
    Link,
}

const EDITS: [Edit; 9] = [
    Edit::Reword,
    Edit::Digits,
    Edit::DateForm,
    Edit::Insert,
    Edit::Delete,
    Edit::Exchange,
    Edit::Number,
    Edit::Date,
    Edit::Link,
];

impl Edit {
    fn matters(self) -> bool {
        !matches!(self, Self::Reword | Self::Digits | Self::DateForm)
    }
}

/// Whether a lock remembers the blocks: then an exchange of blocks without any number is seen too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lock {
    None,
    Written,
}

/// An edit that was made: the new text and where a finding may stand, as lines from 1 in the edited and in the other half.
struct Made {
    text: String,
    here: Vec<(usize, usize)>,
    there: Vec<(usize, usize)>,
}

/// Months of both languages by number.
const MONTHS: [[&str; 12]; 2] = [
    ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"],
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
];

/// The same months as other regions call them, or as figures.
const LEVANT: [&str; 12] = [
    "كانون الثاني",
    "شباط",
    "آذار",
    "نيسان",
    "أيار",
    "حزيران",
    "تموز",
    "آب",
    "أيلول",
    "تشرين الأول",
    "تشرين الثاني",
    "كانون الأول",
];

/// Phrases that add no fact.
const PHRASES: [[&str; 4]; 2] = [
    ["كما هو معروف", "في واقع الأمر", "على وجه العموم", "بحسب ما ورد في المصادر المتاحة"],
    ["as is well known", "in point of fact", "generally speaking", "according to the available sources"],
];

/// Makes an edit at a random place of a half; nothing where the text has no such place.
fn edit(edit: Edit, half: &Text, other: &Text, lock: Lock, random: &mut Random) -> Option<Made> {
    assert_eq!(half.units.len(), other.units.len(), "{}: halves of one build", half.path);
    let language = usize::from(half.path.ends_with(".en.md"));
    let all: Vec<usize> = (0..half.units.len()).collect();
    let fits = |wanted: &dyn Fn(usize) -> bool| all.iter().copied().filter(|it| wanted(*it)).collect::<Vec<_>>();
    let words = |at: usize| half.units[at].words.as_str();
    let at = |unit: usize| (vec![half.lines(unit)], vec![other.lines(unit)]);
    let changed = |unit: usize, new: Option<String>| {
        let (here, there) = at(unit);
        new.filter(|it| it != words(unit)).map(|it| Made { text: half.with(unit, &it), here, there })
    };
    let is_prose = |at: usize| matches!(half.units[at].kind, Kind::Paragraph | Kind::Item | Kind::Row);
    match edit {
        Edit::Reword => {
            let unit = random.pick(&fits(&|it| matches!(half.units[it].kind, Kind::Paragraph | Kind::Item)))?;
            changed(unit, text::reworded(words(unit), random.pick(&PHRASES[language])?, random))
        }
        Edit::Digits => {
            let unit = random.pick(&fits(&|it| is_prose(it) && !text::numbers(words(it)).is_empty()))?;
            changed(unit, Some(text::other_digits(words(unit))))
        }
        Edit::DateForm => {
            let has_date = |it: &usize| is_prose(*it) && text::other_form(words(*it), language).is_some();
            let unit = random.pick(&all.iter().copied().filter(has_date).collect::<Vec<_>>())?;
            changed(unit, text::other_form(words(unit), language))
        }
        Edit::Insert => {
            let unit = random.pick(&fits(&is_prose))?;
            let words = format!("{} {}", PHRASES[language][0], PHRASES[language][3]);
            let (text, line) = half.inserted(unit, &words);
            let plain = half.plain_siblings(unit).into_iter().map(|it| half.lines(it).0);
            let moved = plain.map(|it| it + usize::from(it >= line)).chain([line]);
            Some(Made { text, here: moved.map(|it| (it, it)).collect(), there: Vec::new() })
        }
        Edit::Delete => {
            let unit = random.pick(&fits(&|it| is_prose(it) || half.units[it].kind == Kind::Heading))?;
            let is_plain = evidence(words(unit)).is_empty();
            let plain = half.plain_siblings(unit).into_iter().filter(|_| is_plain);
            let there = plain.chain([unit]).map(|it| other.lines(it)).collect();
            Some(Made { text: half.without(unit), here: Vec::new(), there })
        }
        Edit::Exchange => {
            let can = |it: usize| {
                let next = half.units.get(it + 1);
                next.is_some_and(|next| {
                    let is_block = lock == Lock::Written && next.kind != Kind::Row && next.words != words(it);
                    let is_seen = is_block || evidence(&next.words) != evidence(words(it));
                    is_prose(it) && next.kind == half.units[it].kind && is_seen
                })
            };
            let unit = random.pick(&fits(&can))?;
            let (here, there) = (half.lines(unit), other.lines(unit));
            let (here_next, there_next) = (half.lines(unit + 1), other.lines(unit + 1));
            let text = half.exchanged(unit);
            Some(Made { text, here: vec![(here.0, here_next.1)], there: vec![(there.0, there_next.1)] })
        }
        Edit::Number => {
            let unit = random.pick(&fits(&|it| is_prose(it) && !text::numbers(words(it)).is_empty()))?;
            changed(unit, text::other_number(words(unit), random))
        }
        Edit::Date => {
            let unit = random.pick(&fits(&|it| is_prose(it) && text::has_month(words(it), language)))?;
            changed(unit, text::other_month(words(unit), language, random))
        }
        Edit::Link => {
            let unit = random.pick(&fits(&|it| is_prose(it) && words(it).contains("[[")))?;
            changed(unit, text::other_link(words(unit)))
        }
    }
}

/// Pairs of halves by path without language.
type Pairs = BTreeMap<String, [Text; 2]>;

fn pairs(files: &BTreeMap<String, Vec<u8>>) -> Pairs {
    let arabic = files.iter().filter_map(|(path, bytes)| Some((path.strip_suffix(".ar.md")?, bytes)));
    let half = |path: String, bytes: &[u8]| Text::new(&path, std::str::from_utf8(bytes).expect("texts are UTF-8"));
    let pair = |(stem, bytes): (&str, &Vec<u8>)| {
        let english = files.get(&format!("{stem}.en.md"))?;
        Some((stem.to_owned(), [half(format!("{stem}.ar.md"), bytes), half(format!("{stem}.en.md"), english)]))
    };
    arabic.filter_map(pair).collect()
}

/// What a series of runs came to.
#[derive(Default)]
struct Tally {
    made: BTreeMap<Edit, usize>,
    faults: Vec<String>,
}

/// Edits every pair of a site once in each run and judges what the gate says, until so many edits are made.
fn rounds(site: &Site, pairs: &Pairs, lock: Lock, (edits, seed): (usize, u64)) -> Tally {
    let mut random = Random::new(seed);
    let mut tally = Tally::default();
    while tally.made.values().sum::<usize>() < edits {
        let mut made = BTreeMap::new();
        for (stem, halves) in pairs {
            // Several draws, because not every text has every kind of place.
            let found = (0..8).find_map(|_| {
                let what = random.pick(&EDITS)?;
                let side = random.below(2);
                let made = edit(what, &halves[side], &halves[1 - side], lock, &mut random)?;
                Some((what, side, made))
            });
            if let Some((what, side, change)) = found {
                site.write(&halves[side].path, &change.text);
                *tally.made.entry(what).or_default() += 1;
                made.insert(stem.clone(), (what, side, change));
            }
        }
        assert!(!made.is_empty(), "a round edits something");
        let found = site.run("check", &["--format", "json"]).found();
        for (stem, halves) in pairs {
            let of_pair: Vec<&Found> = found
                .iter()
                .filter(|it| it.code.starts_with("parity/") && halves.iter().any(|half| half.path == it.file))
                .collect();
            let Some((what, side, change)) = made.get(stem) else {
                assert!(of_pair.is_empty(), "{stem} was not edited: {of_pair:?}");
                continue;
            };
            if let Some(fault) = fault(*what, &of_pair, halves, *side, change) {
                tally.faults.push(format!(
                    "{what:?} of {}: {fault}\n{}",
                    halves[*side].path,
                    difference(&halves[*side].whole, &change.text)
                ));
            }
            site.write(&halves[*side].path, &halves[*side].whole);
        }
    }
    tally
}

/// Says what is wrong with the findings of an edit.
fn fault(what: Edit, found: &[&Found], halves: &[Text; 2], side: usize, change: &Made) -> Option<String> {
    if !what.matters() {
        return (!found.is_empty()).then(|| format!("no difference, yet {found:?}"));
    }
    if found.is_empty() {
        return Some("not told".to_owned());
    }
    let is_near = |it: &Found| {
        let ranges = if it.file == halves[side].path { &change.here } else { &change.there };
        let line = usize::try_from(it.line).expect("lines are few");
        ranges.iter().any(|(from, to)| (*from..=*to).contains(&line))
    };
    let elsewhere: Vec<&&Found> = found.iter().filter(|it| !is_near(it)).collect();
    let is_one = !matches!(what, Edit::Insert | Edit::Delete) || found.len() == 1;
    (!elsewhere.is_empty() || !is_one)
        .then(|| format!("expected at {:?} or {:?}: {found:?}", change.here, change.there))
}

fn difference(old: &str, new: &str) -> String {
    let lines = |one: &str, other: &str| -> Vec<String> {
        one.lines().filter(|it| !other.lines().any(|line| line == *it)).map(str::to_owned).collect()
    };
    format!("  was {:#?}\n  is {:#?}", lines(old, new), lines(new, old))
}

#[track_caller]
fn expect(tally: Tally, edits: usize) {
    for edit in EDITS {
        let count = tally.made.get(&edit).copied().unwrap_or_default();
        assert!(count >= edits / 60, "only {count} edits {edit:?}: {:?}", tally.made);
    }
    let count = tally.faults.len();
    assert!(tally.faults.is_empty(), "{count} of {edits}:\n{}", tally.faults[..count.min(12)].join("\n"));
}

#[test]
fn seven_hundred_edits_of_the_own_content_are_told_where_they_matter() {
    let files = read_tree(&repository().join("content"));
    let site = Site::new(std::iter::empty());
    support::write_tree(&site.path().join("content"), files.iter());
    let files = files.into_iter().map(|(path, bytes)| (format!("content/{path}"), bytes)).collect();
    let pairs = pairs(&files);
    assert!(pairs.len() > 30, "{}", pairs.len());
    expect(rounds(&site, &pairs, Lock::Written, (700, 7833)), 700);
}

#[test]
fn eight_hundred_edits_of_made_texts_are_told_where_they_matter() {
    let mut random = Random::new(2014);
    let site = Site::new([("content/site.yaml", &*format!("{}translations: required\n", support::SITE_YAML))]);
    let mut files = BTreeMap::new();
    for rank in 0..60 {
        let [arabic, english] = text::made(rank, &mut random);
        for (tag, text) in [("ar", arabic), ("en", english)] {
            let path = format!("content/t{rank}.{tag}.md");
            site.write(&path, &text);
            files.insert(path, text.into_bytes());
        }
    }
    let found = site.run("check", &["--format", "json"]).found();
    assert!(found.is_empty(), "made halves agree: {found:?}");
    expect(rounds(&site, &pairs(&files), Lock::None, (400, 68)), 400);
    site.run("translations", &["accept"]).expect_code(0);
    expect(rounds(&site, &pairs(&files), Lock::Written, (400, 73)), 400);
}
