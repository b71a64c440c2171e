//! How the tests of this module show mistakes: `«` and `»` in a source enclose the place of each, in order.

use std::ops::Range;

use super::yaml::{self, Node};
use crate::{
    base::{Dir, FileId, Language, Languages, Spanned},
    diag::{Diagnostic, Place, sort},
};

/// The two languages of the tests.
pub fn languages() -> Languages {
    Languages(vec![Language { tag: "ar".into(), dir: Dir::Rtl }, Language { tag: "en".into(), dir: Dir::Ltr }])
}

/// Takes the marks out of a source and returns the ranges that they enclosed.
pub fn marked(source: &str) -> (String, Vec<Range<usize>>) {
    let mut text = String::new();
    let (mut open, mut ranges) = (Vec::new(), Vec::new());
    for it in source.chars() {
        match it {
            '«' => open.push(text.len()),
            '»' => ranges.push(open.pop().expect("each mark is opened")..text.len()),
            other => text.push(other),
        }
    }
    ranges.sort_by_key(|it| (it.start, it.end));
    (text, ranges)
}

/// Reads a document of a test, which must parse.
pub fn node(text: &str) -> Spanned<Node> {
    let read = yaml::read(FileId(0), text, 0..text.len());
    assert_eq!(read.diagnostics, [], "{text}");
    read.value.expect("the document is not empty")
}

/// Compares mistakes with the marked places and the expected codes, each with its hint after a space.
pub fn compare(text: &str, ranges: &[Range<usize>], mut found: Vec<Diagnostic>, codes: &[&str]) {
    sort(&mut found);
    let found: Vec<_> = found
        .iter()
        .map(|it| {
            let Place::At(span) = it.place else { panic!("every mistake in a file has a place") };
            assert!(text.get(span.range()).is_some(), "{:?} lies in the text", span.range());
            (span.range(), [it.code.name, it.hint.unwrap_or_default()].join(" ").trim_end().to_owned())
        })
        .collect();
    let wanted: Vec<_> = ranges.iter().cloned().zip(codes.iter().map(|it| (*it).to_owned())).collect();
    assert_eq!(ranges.len(), codes.len(), "as many marks as codes in {text}");
    assert_eq!(found, wanted, "{text}");
}
