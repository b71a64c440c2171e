//! Two halves of a text, unit by unit.

use super::{
    Finding, Sides,
    facts::{At, Said, cancel},
};
use crate::{
    base::Span,
    diag::{Arg, Diagnostic, codes::parity as code},
    markdown::UnitKind,
    site::{Half, PageId, Pair, Text, pair},
};

/// Compares two halves. `field` names the field of a record that holds them.
pub(super) fn compare(sides: Sides<'_>, page: PageId, texts: [&Text; 2], field: Option<&str>, out: &mut Vec<Finding>) {
    let left = Half::new(sides.site, page, sides.left, texts[0]);
    let right = Half::new(sides.site, page, sides.right, texts[1]);
    let pairs = pair(&left, &right);
    let with = Halves { sides, left, right, field };
    let mut before = (None, None);
    let mut at = 0;
    while let Some(first) = pairs.get(at) {
        let run = 1 + pairs[at + 1..].iter().take_while(|it| is_run(first, it)).count();
        match (first.left, first.right) {
            (Some(unit), None) => with.missing(Side::Left, unit, run, before.1, out),
            (None, Some(unit)) => with.missing(Side::Right, unit, run, before.0, out),
            (Some(_), Some(_)) if first.is_moved => with.moved(&pairs[at..at + run], out),
            _ => {}
        }
        for Pair { left, right, .. } in &pairs[at..at + run] {
            if let (Some(left), Some(right)) = (*left, *right) {
                with.pair(left, right, out);
            }
            before = (left.or(before.0), right.or(before.1));
        }
        at += run;
    }
}

/// Tells whether a pair goes on with what is missing or has moved: one finding says it.
fn is_run(first: &Pair, next: &Pair) -> bool {
    let shape = |it: &Pair| (it.left.is_some(), it.right.is_some(), it.is_moved);
    shape(first) == shape(next) && shape(first) != (true, true, false)
}

#[derive(Clone, Copy)]
enum Side {
    Left,
    Right,
}

struct Halves<'a> {
    sides: Sides<'a>,
    left: Half<'a>,
    right: Half<'a>,
    field: Option<&'a str>,
}

impl Halves<'_> {
    fn places(&self, left: Option<usize>, right: Option<usize>) -> Vec<String> {
        let ids = [left.map(|it| self.left.id(it).0), right.map(|it| self.right.id(it).0)];
        let mut out: Vec<String> = ids.into_iter().flatten().map(str::to_owned).collect();
        out.dedup();
        if let Some(field) = self.field {
            out = out.into_iter().map(|it| format!("{field}#{it}")).collect();
            out.push(field.to_owned());
        }
        out
    }

    /// Reports units that only one half has, with what stands before the gap in the other.
    fn missing(&self, side: Side, unit: usize, run: usize, before: Option<usize>, out: &mut Vec<Finding>) {
        let (half, other, lang) = match side {
            Side::Left => (&self.left, &self.right, self.sides.right),
            Side::Right => (&self.right, &self.left, self.sides.left),
        };
        let of = &half.units[unit];
        let diagnostic = Diagnostic::at(&code::BLOCK_MISSING, of.span)
            .with("what", word(of.kind))
            .with("count", run)
            .with("lang", self.sides.site.languages().tag(lang));
        let diagnostic = match before {
            _ if self.field.is_some() => diagnostic,
            Some(before) => diagnostic.label(other.units[before].span, "after"),
            None => diagnostic.label(Span::start_of(other.text.file), "start"),
        };
        let places = match side {
            Side::Left => (unit..unit + run).flat_map(|it| self.places(Some(it), None)).collect(),
            Side::Right => (unit..unit + run).flat_map(|it| self.places(None, Some(it))).collect(),
        };
        out.push(Finding { diagnostic, places });
    }

    /// Reports units that stand elsewhere in the other half.
    fn moved(&self, run: &[Pair], out: &mut Vec<Finding>) {
        let Some(Pair { left: Some(left), right: Some(right), .. }) = run.first() else { return };
        let at = self.at(*left, *right);
        let places = run.iter().flat_map(|it| self.places(it.left, it.right)).collect();
        let diagnostic = Diagnostic::at(&code::ORDER, at.right)
            .with("what", word(self.right.units[*right].kind))
            .with("lang", self.sides.there());
        At { places, ..at }.push(diagnostic, at.left, out);
    }

    fn at(&self, left: usize, right: usize) -> At<'_> {
        At {
            sides: self.sides,
            left: self.left.units[left].span,
            right: self.right.units[right].span,
            places: self.places(Some(left), Some(right)),
        }
    }

    fn pair(&self, left: usize, right: usize, out: &mut Vec<Finding>) {
        let at = self.at(left, right);
        self.structure(left, right, &at, out);
        let count = self.left.units[left].parts.len();
        if count != self.right.units[right].parts.len() {
            // The table has told that its columns differ.
            return;
        }
        for part in 0..count {
            self.part(left, right, part, &at.places, out);
        }
    }

    fn structure(&self, left: usize, right: usize, at: &At<'_>, out: &mut Vec<Finding>) {
        let (one, two) = (&self.left.units[left], &self.right.units[right]);
        let words = (word(one.kind), word(two.kind));
        let id = |half: &Half<'_>, unit: usize| Some(half.id(unit)).filter(|it| it.1).map(|it| it.0.to_owned());
        match (one.kind, two.kind) {
            (UnitKind::Heading(a), UnitKind::Heading(b)) if a != b => {
                report(at, "parity-level", usize::from(a).into(), usize::from(b).into(), out);
            }
            (UnitKind::Table(a), UnitKind::Table(b)) if a != b => report(at, "parity-columns", a.into(), b.into(), out),
            (
                UnitKind::Item { is_ordered: a, depth, task },
                UnitKind::Item { is_ordered: b, depth: other_depth, task: other_task },
            ) => {
                if depth != other_depth {
                    report(at, "parity-depth", usize::from(depth).into(), usize::from(other_depth).into(), out);
                } else if a != b && self.opens_list(left, right) {
                    report(at, "parity-list", list_word(a), list_word(b), out);
                }
                if task != other_task {
                    report(at, "parity-task", task_word(task), task_word(other_task), out);
                }
            }
            (a, b) if std::mem::discriminant(&a) != std::mem::discriminant(&b) => {
                report(at, "parity-kind", words.0, words.1, out);
            }
            _ => {}
        }
        if let (Some(a), Some(b)) = (id(&self.left, left), id(&self.right, right))
            && a != b
        {
            report(at, "parity-id", a.into(), b.into(), out);
        }
        if one.mentions != two.mentions {
            report(at, "parity-notes", one.mentions.into(), two.mentions.into(), out);
        }
    }

    /// Tells whether one of two items is the first of its list: how a list is numbered is told once.
    fn opens_list(&self, left: usize, right: usize) -> bool {
        opens_list(&self.left, left) || opens_list(&self.right, right)
    }

    /// Reports a cell that has words in one half only; what it says in digits is told as a number.
    fn emptied(&self, left: usize, right: usize, part: usize, places: &[String]) -> Option<Finding> {
        let cells = [(&self.left, left), (&self.right, right)];
        if cells.iter().any(|(half, unit)| half.units[*unit].kind != UnitKind::Row) {
            return None;
        }
        let is_empty = |(half, unit): &(&Half<'_>, usize)| {
            let cell = &half.units[*unit].parts[part];
            let is_inside = |it: &Span| cell.span.start <= it.start && it.end <= cell.span.end;
            cell.text.trim().is_empty()
                && cell.links.is_empty()
                && cell.images.is_empty()
                && !half.text.document.verbatim.iter().any(is_inside)
        };
        let has_words = |(half, unit): &(&Half<'_>, usize)| {
            let words = &half.units[*unit].parts[part].text;
            words.chars().any(char::is_alphabetic) && !words.chars().any(char::is_numeric)
        };
        let (full, lang) = match (is_empty(&cells[0]), is_empty(&cells[1])) {
            (true, false) => (cells[1], self.sides.left),
            (false, true) => (cells[0], self.sides.right),
            _ => return None,
        };
        has_words(&full).then(|| {
            let words = full.0.units[full.1].parts[part].text.len();
            let diagnostic = Diagnostic::at(&code::BLOCK_MISSING, full.0.place(full.1, part, &(0..words)).0)
                .with("what", Arg::Message("block-cell"))
                .with("count", 1usize)
                .with("lang", self.sides.site.languages().tag(lang));
            Finding { diagnostic, places: places.to_vec() }
        })
    }

    fn part(&self, left: usize, right: usize, part: usize, places: &[String], out: &mut Vec<Finding>) {
        out.extend(self.emptied(left, right, part, places));
        let at = At {
            sides: self.sides,
            left: self.left.units[left].parts[part].span,
            right: self.right.units[right].parts[part].span,
            places: places.to_vec(),
        };
        let said = |half: &Half<'_>, unit: usize, range: &std::ops::Range<usize>| {
            let (span, words) = half.place(unit, part, range);
            (words.trim().to_owned(), span)
        };
        at.facts(
            [&self.left.facts[left][part], &self.right.facts[right][part]],
            |range| said(&self.left, left, range),
            |range| said(&self.right, right, range),
            out,
        );
        let mut links: (Said, Said) = (self.left.links(left, part), self.right.links(right, part));
        cancel(&mut links.0, &mut links.1);
        at.report(&code::LINKS, links.0, links.1, out);
        self.images((left, right), part, &at, out);
    }

    fn images(&self, (left, right): (usize, usize), part: usize, at: &At<'_>, out: &mut Vec<Finding>) {
        let (one, two) = (self.left.images(left, part), self.right.images(right, part));
        let mut names: (Said, Said) =
            (one.iter().map(|it| it.0.clone()).collect(), two.iter().map(|it| it.0.clone()).collect());
        cancel(&mut names.0, &mut names.1);
        at.report(&code::IMAGES, names.0, names.1, out);
        for ((name, there), image) in &one {
            let Some(((_, here), other)) = two.iter().find(|it| it.0.0 == *name) else { continue };
            let has_alt = |alt: &str| Arg::Message(if alt.trim().is_empty() { "parity-no-alt" } else { "parity-alt" });
            if image.alt.trim().is_empty() != other.alt.trim().is_empty() {
                let diagnostic = Diagnostic::at(&code::IMAGES, *here)
                    .with("here", has_alt(&other.alt))
                    .with("there", has_alt(&image.alt))
                    .with("lang", self.sides.there());
                at.push(diagnostic.hint("alt"), *there, out);
            }
        }
    }
}

/// Reports a property in which counterparts differ.
/// Tells whether an item is the first of its list; a list may follow another one directly.
fn opens_list(half: &Half<'_>, unit: usize) -> bool {
    let UnitKind::Item { is_ordered, depth, .. } = half.units[unit].kind else { return false };
    let before = half.units[..unit].iter().rev().find_map(|it| match it.kind {
        UnitKind::Item { depth: other, .. } if other > depth => None,
        UnitKind::Item { is_ordered: other, depth: at, .. } => Some(at == depth && other == is_ordered),
        _ => Some(false),
    });
    before != Some(true)
}

fn report(at: &At<'_>, what: &'static str, left: Arg, right: Arg, out: &mut Vec<Finding>) {
    let diagnostic = Diagnostic::at(&code::STRUCTURE, at.right).with("what", Arg::Message(what));
    let diagnostic = diagnostic.with("here", right).with("there", left).with("lang", at.sides.there());
    at.push(diagnostic, at.left, out);
}

fn word(kind: UnitKind) -> Arg {
    Arg::Message(match kind {
        UnitKind::Heading(_) => "block-heading",
        UnitKind::Paragraph => "block-paragraph",
        UnitKind::Item { .. } => "block-item",
        UnitKind::Quote => "block-quote",
        UnitKind::Code => "block-code",
        UnitKind::Table(_) => "block-table",
        UnitKind::Row => "block-row",
        UnitKind::Term => "block-term",
        UnitKind::Definition => "block-definition",
        UnitKind::Note => "block-note",
    })
}

fn list_word(is_ordered: bool) -> Arg {
    Arg::Message(if is_ordered { "parity-list-numbered" } else { "parity-list-plain" })
}

fn task_word(task: Option<bool>) -> Arg {
    Arg::Message(match task {
        None => "parity-task-none",
        Some(true) => "parity-task-done",
        Some(false) => "parity-task-open",
    })
}
