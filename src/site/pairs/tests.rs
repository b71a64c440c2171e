use super::{Pair, Shape, pairs};
use crate::markdown::UnitKind::{self, Heading, Paragraph};

fn shape(kind: UnitKind, id: Option<&'static str>, marks: &[&str], length: usize) -> Shape<'static> {
    let mut marks: Vec<String> = marks.iter().map(|it| (*it).to_owned()).collect();
    marks.sort_unstable();
    Shape { kind, id, known: None, marks, lengths: vec![length], signs: [0; 6] }
}

fn plain(length: usize) -> Shape<'static> {
    shape(Paragraph, None, &[], length)
}

/// Writes pairs as `0-0 1- -1 2~2`.
fn shown(left: &[Shape<'_>], right: &[Shape<'_>]) -> String {
    let rank = |it: Option<usize>| it.map_or_else(String::new, |it| it.to_string());
    let pair = |it: &Pair| format!("{}{}{}", rank(it.left), if it.is_moved { '~' } else { '-' }, rank(it.right));
    pairs(left, right).iter().map(pair).collect::<Vec<_>>().join(" ")
}

#[test]
fn equal_sequences_pair_one_to_one() {
    let left = [shape(Heading(2), None, &[], 12), plain(200), plain(40), plain(300)];
    let right = [shape(Heading(2), None, &[], 16), plain(230), plain(52), plain(330)];
    assert_eq!(shown(&left, &right), "0-0 1-1 2-2 3-3");
    assert_eq!(shown(&[], &[]), "");
}

#[test]
fn one_unit_more_makes_one_gap() {
    let left = [plain(200), plain(40), plain(300), plain(90)];
    let right = [plain(220), plain(45), plain(150), plain(330), plain(100)];
    assert_eq!(shown(&left, &right), "0-0 1-1 -2 2-3 3-4");
    assert_eq!(shown(&right, &left), "0-0 1-1 2- 3-2 4-3");
    assert_eq!(shown(&left, &[]), "0- 1- 2- 3-");
}

#[test]
fn a_unit_that_has_changed_stays_in_its_place() {
    let left = [shape(Paragraph, None, &["7833"], 100), shape(Paragraph, None, &["2014"], 120)];
    let right = [shape(Paragraph, None, &["7834"], 110), shape(Paragraph, None, &["2014"], 400)];
    assert_eq!(shown(&left, &right), "0-0 1-1");
}

#[test]
fn what_has_moved_is_seen_by_id_content_or_length() {
    let ids = |names: [&'static str; 3]| names.map(|it| shape(Paragraph, Some(it), &[], 100));
    assert_eq!(shown(&ids(["a", "b", "c"]), &ids(["b", "c", "a"])).matches('~').count(), 1);
    let marked = |marks: [&str; 3]| marks.map(|it| shape(Paragraph, None, &[it], 100));
    assert!(shown(&marked(["1", "2", "3"]), &marked(["2", "1", "3"])).contains('~'));
    let long = |lengths: [usize; 3]| lengths.map(plain);
    assert_eq!(shown(&long([400, 60, 200]), &long([60, 400, 200])), "0~1 1~0 2-2");
    assert_eq!(shown(&long([400, 300, 200]), &long([380, 330, 190])), "0-0 1-1 2-2");
}

#[test]
fn what_a_lock_remembers_counts_where_nothing_else_tells() {
    let known = |names: &[&'static str]| -> Vec<Shape<'static>> {
        names.iter().map(|it| Shape { known: Some(it), ..plain(100) }).collect()
    };
    assert_eq!(shown(&known(&["a", "b", "c"]), &known(&["a", "c", "b"])), "0-0 1~2 2~1");
    assert_eq!(shown(&known(&["a", "b", "c"]), &known(&["b", "c", "a"])).matches('~').count(), 1);
    assert_eq!(shown(&known(&["a", "b", "c"]), &known(&["a", "c"])), "0-0 1- 2-1");
    let many = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"];
    let mut far = many;
    far.swap(0, 11);
    assert_eq!(shown(&known(&many), &known(&far)).matches('~').count(), 2);
    let new = [known(&["a"]), vec![plain(100)], known(&["b"])].concat();
    assert_eq!(shown(&known(&["a", "b"]), &new), "0-0 -1 1-2");
}

#[test]
fn a_section_that_has_moved_takes_its_units_along() {
    let section =
        |id, lengths: [usize; 2]| [shape(Heading(2), Some(id), &[], 10), plain(lengths[0]), plain(lengths[1])];
    let (a, b, c) = (section("a", [100, 200]), section("b", [150, 90]), section("c", [40, 60]));
    let left = [a.clone(), b.clone(), c.clone()].concat();
    let right = [b, a, c].concat();
    let found = shown(&left, &right);
    assert!(!found.split(' ').any(|it| it.starts_with('-') || it.ends_with('-')), "{found}");
    assert!(found.contains("6-6 7-7 8-8"), "{found}");
}
