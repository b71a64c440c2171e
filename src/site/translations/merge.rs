//! A lock with merge conflicts, rebuilt: the present texts decide which side of each entry holds.
//!
//! The lines of one id were accepted together, so a side is taken whole or not at all: it holds where every line in which
//! the sides differ is what its text says now. Where neither holds, the entry is told with its place and counts as not accepted.

use std::collections::{BTreeMap, BTreeSet};

use super::lock::{Line, Lock, Name, Sections};
use crate::diag::{Diagnostic, codes::lock as code};

/// The contents that a text or record has now, by section.
pub type Present = BTreeMap<Name, BTreeSet<u64>>;

/// Returns the sections that hold, and tells what could not be decided.
pub fn merge(lock: &Lock, present: &Present, sink: &mut Vec<Diagnostic>) -> Sections {
    let Some((mark, theirs)) = &lock.other else { return lock.sections.clone() };
    let before = sink.len();
    let mut out = lock.sections.clone();
    let names: BTreeSet<&str> = lock.sections.keys().chain(theirs.keys()).map(|(name, _)| name.as_str()).collect();
    let mut decided = 0;
    for name in names {
        let tags: BTreeSet<&str> =
            lock.sections.keys().chain(theirs.keys()).filter(|it| it.0 == name).map(|it| it.1.as_str()).collect();
        let work = Work { name, tags: &tags, ours: &lock.sections, theirs, present };
        decided += work.merge(&mut out, sink);
    }
    let undecided = sink.len() - before;
    let told = Diagnostic::at(&code::CONFLICT, *mark).with("count", decided).with("open", undecided);
    sink.push(told);
    out
}

struct Work<'a> {
    name: &'a str,
    tags: &'a BTreeSet<&'a str>,
    ours: &'a Sections,
    theirs: &'a Sections,
    present: &'a Present,
}

impl Work<'_> {
    fn section<'a>(&self, of: &'a Sections, tag: &str) -> &'a [Line] {
        of.get(&(self.name.to_owned(), tag.to_owned())).map_or(&[], Vec::as_slice)
    }

    fn line<'a>(&self, of: &'a Sections, tag: &str, id: &str) -> Option<&'a Line> {
        self.section(of, tag).iter().find(|it| it.id == id)
    }

    /// Puts the merged lines of one name into `out`; returns how many entries were decided.
    fn merge(&self, out: &mut Sections, sink: &mut Vec<Diagnostic>) -> usize {
        let ids: BTreeSet<&str> = self
            .tags
            .iter()
            .flat_map(|tag| self.section(self.ours, tag).iter().chain(self.section(self.theirs, tag)))
            .map(|it| it.id.as_str())
            .collect();
        let mut decided = 0;
        for id in ids {
            let same = |tag: &&&str| {
                let said = |of| self.line(of, tag, id).map(|it| (it.hash, it.together));
                said(self.ours) == said(self.theirs)
            };
            let differing: Vec<&str> = self.tags.iter().filter(|it| !same(it)).copied().collect();
            if differing.is_empty() {
                continue;
            }
            if self.holds(self.ours, self.theirs, id, &differing) {
                decided += 1;
            } else if self.holds(self.theirs, self.ours, id, &differing) {
                decided += 1;
                differing.iter().for_each(|tag| self.take(tag, id, out));
            } else {
                self.dispute(id, &differing, out, sink);
            }
        }
        decided
    }

    /// Tells whether one side is what the texts say now, in every language in which the sides differ.
    fn holds(&self, side: &Sections, other: &Sections, id: &str, tags: &[&str]) -> bool {
        let is_now = |tag: &str, line: &Line| {
            self.present.get(&(self.name.to_owned(), tag.to_owned())).is_some_and(|it| it.contains(&line.hash))
        };
        tags.iter().all(|tag| match (self.line(side, tag, id), self.line(other, tag, id)) {
            (Some(line), _) => is_now(tag, line),
            // A side without the line holds where the block is gone.
            (None, Some(line)) => !is_now(tag, line),
            (None, None) => true,
        })
    }

    /// Takes the second side's line of an id, at the place that it has there.
    fn take(&self, tag: &str, id: &str, out: &mut Sections) {
        let lines = out.entry((self.name.to_owned(), tag.to_owned())).or_default();
        let at = lines.iter().position(|it| it.id == id);
        match (self.line(self.theirs, tag, id).cloned(), at) {
            (Some(line), Some(at)) => lines[at] = line,
            (Some(line), None) => {
                let before: Vec<&str> =
                    self.section(self.theirs, tag).iter().map(|it| it.id.as_str()).take_while(|it| *it != id).collect();
                let after = before.iter().rev().find_map(|it| lines.iter().position(|line| line.id == **it));
                lines.insert(after.map_or(0, |it| it + 1), line);
            }
            (None, Some(at)) => drop(lines.remove(at)),
            (None, None) => {}
        }
    }

    fn dispute(&self, id: &str, tags: &[&str], out: &mut Sections, sink: &mut Vec<Diagnostic>) {
        let line =
            tags.iter().find_map(|tag| self.line(self.ours, tag, id).or_else(|| self.line(self.theirs, tag, id)));
        if let Some(line) = line {
            let told = Diagnostic::at(&code::UNDECIDED, line.span).with("id", id);
            sink.push(told.with("text", self.name.split_once(' ').map_or("", |(_, it)| it)));
        }
        for tag in tags {
            // A line of one side only still knows the id; which version was accepted is open.
            if self.line(self.ours, tag, id).is_none() {
                self.take(tag, id, out);
            }
            let lines = out.entry((self.name.to_owned(), (*tag).to_owned())).or_default();
            lines.iter_mut().filter(|it| it.id == id).for_each(|it| it.is_disputed = true);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Present, merge};
    use crate::{
        base::FileId,
        diag::Diagnostic,
        site::translations::lock::{self, Sections},
    };

    const CONFLICT: &str = "[text a.ar]\n<<<<<<< HEAD\np1 p 0000000000000001 a\n=======\np1 p 0000000000000002 b\n>>>>>>> branch\np2 p 0000000000000003 c\n\n[text a.en]\n<<<<<<< HEAD\np1 p 000000000000000a a\n=======\np1 p 000000000000000b b\n>>>>>>> branch\n";

    fn merged(ar: &[u64], en: &[u64]) -> (Sections, Vec<Diagnostic>) {
        let lock = lock::read(FileId(0), CONFLICT).value;
        let name = |tag: &str| ("text a".to_owned(), tag.to_owned());
        let present: Present =
            [(name("ar"), ar.iter().copied().collect()), (name("en"), en.iter().copied().collect())].into();
        let mut found = Vec::new();
        (merge(&lock, &present, &mut found), found)
    }

    fn hashes(of: &Sections) -> Vec<u64> {
        of.values().flatten().map(|it| it.hash).collect()
    }

    fn codes(of: &[Diagnostic]) -> Vec<&'static str> {
        of.iter().map(|it| it.code.name).collect()
    }

    #[test]
    fn the_side_that_the_texts_say_is_taken_whole() {
        let (first, found) = merged(&[1, 3], &[10]);
        assert_eq!((hashes(&first), codes(&found)), (vec![1, 3, 10], vec!["lock/conflict"]));
        let (second, found) = merged(&[2, 3], &[11]);
        assert_eq!((hashes(&second), codes(&found)), (vec![2, 3, 11], vec!["lock/conflict"]));
    }

    #[test]
    fn halves_of_two_sides_were_never_accepted_together() {
        for present in [(&[1, 3][..], &[11][..]), (&[9, 3], &[10]), (&[9, 3], &[9])] {
            let (mixed, found) = merged(present.0, present.1);
            assert_eq!(codes(&found), ["lock/undecided", "lock/conflict"]);
            assert!(mixed.values().flatten().all(|it| it.is_disputed == (it.id == "p1")));
        }
    }
}
