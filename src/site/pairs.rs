//! The units of two halves of a text, laid side by side: which answers which.
//!
//! Ids that the author gave decide; else the sequence does, with the kind of a unit, its numbers, links, length and the id that a
//! lock remembers as evidence.
//! One unit more or less on a side makes one gap and shifts nothing. Plain data: the gate compares it, a page may show it.

use crate::markdown::UnitKind;

/// What is known of a unit for finding its counterpart.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape<'a> {
    /// What it is.
    pub kind: UnitKind,
    /// Its id, if the author gave it: that of its counterpart too.
    pub id: Option<&'a str>,
    /// Its id, if a lock remembers it: that of what was accepted as its counterpart.
    pub known: Option<&'a str>,
    /// What it says that every language writes alike: numbers, symbols, targets of links. Sorted.
    pub marks: Vec<String>,
    /// How many letters its parts have.
    pub lengths: Vec<usize>,
    /// How often it has a sign that both languages use alike: questions, quotation marks, brackets, colons, commas, joints.
    pub signs: [u8; 6],
}

/// A unit and its counterpart, by rank. One of them may be missing, never both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The unit of the first half.
    pub left: Option<usize>,
    /// The unit of the second half.
    pub right: Option<usize>,
    /// Whether it stands at another place in the second half.
    pub is_moved: bool,
}

/// A unit without a counterpart costs so much.
const GAP: f32 = -8.0;
/// Cells of the table beside the diagonal that are looked at; what is further away has moved.
const BAND: usize = 48;
/// So many units after a unit are tried in its place.
const WINDOW: usize = 8;
/// So much better must two counterparts fit when they are exchanged.
const EXCHANGE: f32 = 4.0;

/// Pairs the units of two halves, in the order of the first; what only the second has stands where it has it.
pub fn pairs(left: &[Shape<'_>], right: &[Shape<'_>]) -> Vec<Pair> {
    let fit = Fit { left, right, growth: growth(left, right) };
    // Nearly all halves agree; the table of all pairs is for those that do not.
    let mut pairs = if agree(&fit) {
        (0..left.len()).map(|it| both(it, it)).collect()
    } else {
        let mut pairs = sequence(&fit);
        move_ids(&fit, &mut pairs);
        reunite(&fit, &mut pairs);
        pairs
    };
    exchange(&fit, &mut pairs);
    pairs
}

/// Tells whether each unit answers the one of its rank by all that is known of them.
fn agree(fit: &Fit<'_>) -> bool {
    fit.left.len() == fit.right.len()
        && fit.left.iter().zip(fit.right).enumerate().all(|(at, (one, two))| {
            let is_near = one.lengths.len() == two.lengths.len() && fit.stretch(at, at) < 0.7;
            one.kind == two.kind
                && one.id == two.id
                && !one.is_known_elsewhere(two)
                && one.marks == two.marks
                && is_near
        })
}

/// Returns the logarithm of how much longer the second half is.
fn growth(left: &[Shape<'_>], right: &[Shape<'_>]) -> f32 {
    let total = |it: &[Shape<'_>]| it.iter().map(|it| it.length() as f32).sum::<f32>() + 20.0;
    (total(right) / total(left)).ln().clamp(-0.4, 0.4)
}

impl Shape<'_> {
    fn length(&self) -> usize {
        self.lengths.iter().sum()
    }

    /// Tells whether the two were accepted together.
    fn is_known_with(&self, other: &Self) -> bool {
        self.known.is_some() && self.known == other.known
    }

    /// Tells whether each was accepted together with something else.
    fn is_known_elsewhere(&self, other: &Self) -> bool {
        self.known.is_some() && other.known.is_some() && self.known != other.known
    }
}

struct Fit<'a> {
    left: &'a [Shape<'a>],
    right: &'a [Shape<'a>],
    growth: f32,
}

impl Fit<'_> {
    /// Returns the unit of the second half that has the same id, given or remembered.
    fn namesake(&self, left: usize) -> Option<usize> {
        let one = &self.left[left];
        let is_same = |two: &Shape<'_>| if one.id.is_some() { one.id == two.id } else { one.is_known_with(two) };
        (one.id.is_some() || one.known.is_some()).then(|| self.right.iter().position(is_same)).flatten()
    }

    /// Returns how well a unit answers another, or nothing where it cannot.
    fn of(&self, left: usize, right: usize) -> Option<f32> {
        let (one, two) = (&self.left[left], &self.right[right]);
        let mut sum = kinds(one.kind, two.kind)?;
        sum += match (one.id, two.id) {
            (Some(one), Some(two)) if one == two => 40.0,
            (Some(_), Some(_)) => -6.0,
            (None, None) => 0.0,
            _ => -1.0,
        };
        // What was accepted may have been accepted by mistake, so it can be outweighed.
        if one.is_known_with(two) {
            sum += 12.0;
        } else if one.is_known_elsewhere(two) {
            sum -= 3.0;
        }
        Some(sum + self.content(left, right))
    }

    /// Returns how much of what every language writes alike two units share, and how well their lengths agree.
    fn content(&self, left: usize, right: usize) -> f32 {
        let (one, two) = (&self.left[left], &self.right[right]);
        let shared = shared(&one.marks, &two.marks);
        let other = one.marks.len() + two.marks.len() - 2 * shared;
        let marks = (3.0 * shared as f32).min(9.0) - (2.0 * other as f32).min(6.0);
        let signs: u8 = one.signs.iter().zip(&two.signs).map(|(one, two)| one.abs_diff(*two).min(3)).sum();
        marks - (5.0 * self.stretch(left, right)).min(6.0) - (0.5 * f32::from(signs)).min(2.0)
    }

    /// Returns how far the lengths of two units are from the usual relation: a logarithm.
    fn stretch(&self, left: usize, right: usize) -> f32 {
        let (one, two) = (&self.left[left].lengths, &self.right[right].lengths);
        let of = |one: usize, two: usize| (((two as f32 + 12.0) / (one as f32 + 12.0)).ln() - self.growth).abs();
        if one.len() == two.len() && one.len() > 1 {
            let sum: f32 = one.iter().zip(two).map(|(one, two)| of(*one, *two)).sum();
            return 1.5 * sum / one.len() as f32;
        }
        of(one.iter().sum(), two.iter().sum())
    }
}

/// Counts what two sorted lists share.
fn shared(one: &[String], two: &[String]) -> usize {
    let (mut at, mut count) = (0, 0);
    for it in one {
        while two.get(at).is_some_and(|other| other < it) {
            at += 1;
        }
        if two.get(at) == Some(it) {
            at += 1;
            count += 1;
        }
    }
    count
}

/// Returns how well kinds agree. Headings, tables, rows, code and notes answer none but their own.
fn kinds(one: UnitKind, two: UnitKind) -> Option<f32> {
    use UnitKind::{Definition, Heading, Item, Paragraph, Quote, Table, Term};
    Some(match (one, two) {
        (Heading(one), Heading(two)) => 8.0 - if one == two { 0.0 } else { 3.0 },
        (Table(one), Table(two)) => 8.0 - if one == two { 0.0 } else { 2.0 },
        (Item { depth: one, .. }, Item { depth: two, .. }) => 6.0 - if one == two { 0.0 } else { 3.0 },
        (one, two) if std::mem::discriminant(&one) == std::mem::discriminant(&two) => 6.0,
        (Paragraph | Item { .. } | Quote | Term | Definition, Paragraph | Item { .. } | Quote | Term | Definition) => {
            -5.0
        }
        _ => return None,
    })
}

fn both(left: usize, right: usize) -> Pair {
    Pair { left: Some(left), right: Some(right), is_moved: false }
}

/// Aligns two sequences so that the sum of fits and gaps is greatest, near the diagonal of the table of all pairs.
fn sequence(fit: &Fit<'_>) -> Vec<Pair> {
    let (rows, columns) = (fit.left.len(), fit.right.len());
    let reach = BAND + rows.abs_diff(columns);
    let width = 2 * reach + 1;
    // Column `c` of row `r` is at `c - r + reach`.
    let slot = |row: usize, column: usize| {
        (column + reach).checked_sub(row).filter(|it| *it < width).map(|it| row * width + it)
    };
    let mut best = vec![f32::NEG_INFINITY; (rows + 1) * width];
    let mut step = vec![Step::None; (rows + 1) * width];
    for row in 0..=rows {
        for column in row.saturating_sub(reach)..=(row + reach).min(columns) {
            let Some(here) = slot(row, column) else { continue };
            if row == 0 && column == 0 {
                best[here] = 0.0;
                continue;
            }
            let from = |row: Option<usize>, column: Option<usize>| Some(best[slot(row?, column?)?]);
            let (above, before) = (row.checked_sub(1), column.checked_sub(1));
            let pair = from(above, before).and_then(|it| Some(it + fit.of(above?, before?)?));
            let only_left = from(above, Some(column)).map(|it| it + GAP);
            let only_right = from(Some(row), before).map(|it| it + GAP);
            let steps = [(pair, Step::Pair), (only_left, Step::Left), (only_right, Step::Right)];
            let (score, taken) =
                steps.into_iter().fold((f32::NEG_INFINITY, Step::None), |best, (score, step)| match score {
                    Some(score) if score > best.0 => (score, step),
                    _ => best,
                });
            (best[here], step[here]) = (score, taken);
        }
    }
    let (mut row, mut column) = (rows, columns);
    let mut out = Vec::with_capacity(rows.max(columns));
    while let Some(here) = slot(row, column) {
        match step[here] {
            Step::Pair => {
                (row, column) = (row - 1, column - 1);
                out.push(both(row, column));
            }
            Step::Left => {
                row -= 1;
                out.push(Pair { left: Some(row), right: None, is_moved: false });
            }
            Step::Right => {
                column -= 1;
                out.push(Pair { left: None, right: Some(column), is_moved: false });
            }
            Step::None => break,
        }
    }
    out.reverse();
    out
}

#[derive(Clone, Copy)]
enum Step {
    None,
    Pair,
    Left,
    Right,
}

/// Joins units of one id that the sequence has put elsewhere. An id that the author gave decides; one that a lock remembers does
/// where nothing speaks against it.
fn move_ids(fit: &Fit<'_>, pairs: &mut Vec<Pair>) {
    for left in 0..fit.left.len() {
        let Some(right) = fit.namesake(left) else { continue };
        let at = pairs.iter().position(|it| it.left == Some(left));
        let other = pairs.iter().position(|it| it.right == Some(right));
        let (Some(at), Some(other)) = (at, other) else { continue };
        if at == other {
            continue;
        }
        let is_better = |fit: &Fit<'_>| {
            let now = pairs[at].right.and_then(|it| fit.of(left, it)).unwrap_or(GAP);
            fit.of(left, right).is_some_and(|it| it >= now + EXCHANGE)
        };
        if fit.left[left].id.is_none() && !is_better(fit) {
            continue;
        }
        let (lone_left, lone_right) = (pairs[other].left, pairs[at].right);
        pairs[at] = Pair { is_moved: true, ..both(left, right) };
        // What they were paired with stands alone, unless the two answer each other.
        pairs[other].right = None;
        if lone_left.is_none() {
            pairs.remove(other);
        }
        if let Some(lone) = lone_right {
            match pairs
                .iter_mut()
                .find(|it| it.left == lone_left && lone_left.is_some())
                .filter(|it| it.left.is_some_and(|left| fit.of(left, lone).is_some_and(|it| it > 0.0)))
            {
                Some(pair) => (pair.right, pair.is_moved) = (Some(lone), true),
                None => insert_right(pairs, lone),
            }
        }
    }
}

/// Puts a unit that only the second half has behind the one that stands before it there.
fn insert_right(pairs: &mut Vec<Pair>, right: usize) {
    let at = pairs.iter().position(|it| it.right.is_some_and(|it| it + 1 == right)).map_or(0, |it| it + 1);
    pairs.insert(at, Pair { left: None, right: Some(right), is_moved: false });
}

/// Joins units that both halves have alone and that fit each other: they have moved.
fn reunite(fit: &Fit<'_>, pairs: &mut Vec<Pair>) {
    let lone = |pairs: &[Pair]| -> (Vec<usize>, Vec<usize>) {
        let left = pairs.iter().filter(|it| it.right.is_none()).filter_map(|it| it.left).collect();
        (left, pairs.iter().filter(|it| it.left.is_none()).filter_map(|it| it.right).collect())
    };
    let (left, mut right) = lone(pairs);
    if left.len() > 200 || right.len() > 200 {
        return;
    }
    for one in left {
        let is_same = |two: usize| {
            let (a, b) = (&fit.left[one], &fit.right[two]);
            let is_kind = std::mem::discriminant(&a.kind) == std::mem::discriminant(&b.kind);
            let marks = shared(&a.marks, &b.marks);
            let all = marks == a.marks.len() && marks == b.marks.len();
            is_kind && (a.is_known_with(b) || all && (marks > 0 || fit.stretch(one, two) < 0.35))
        };
        // What stands below a heading that has moved has moved with it.
        let after = || {
            let above = pairs.iter().find(|it| it.is_moved && it.left.is_some_and(|it| it + 1 == one))?;
            let next = above.right? + 1;
            let is_kind =
                |it: &Shape<'_>| std::mem::discriminant(&it.kind) == std::mem::discriminant(&fit.left[one].kind);
            right.iter().position(|it| *it == next && is_kind(&fit.right[next]))
        };
        let found = after().or_else(|| right.iter().position(|it| is_same(*it)));
        if let Some(found) = found {
            let two = right.remove(found);
            pairs.retain(|it| it.right != Some(two) || it.left.is_some());
            if let Some(pair) = pairs.iter_mut().find(|it| it.left == Some(one)) {
                *pair = Pair { is_moved: true, ..both(one, two) };
            }
        }
    }
}

/// Exchanges the counterparts of two units near each other where they fit much better so: one half has them in another order.
fn exchange(fit: &Fit<'_>, pairs: &mut [Pair]) {
    for at in 0..pairs.len() {
        for other in at + 1..pairs.len().min(at + 1 + WINDOW) {
            let (Pair { left: Some(a), right: Some(b), is_moved: false }, Pair { left: Some(c), right: Some(d), .. }) =
                (pairs[at], pairs[other])
            else {
                continue;
            };
            let is_kind = std::mem::discriminant(&fit.left[a].kind) == std::mem::discriminant(&fit.left[c].kind);
            let has_id = [fit.left[a].id, fit.left[c].id, fit.right[b].id, fit.right[d].id].iter().any(Option::is_some);
            let is_crossed = fit.left[a].is_known_with(&fit.right[d]) || fit.left[c].is_known_with(&fit.right[b]);
            let is_settled = !is_crossed
                && fit.stretch(a, b).max(fit.stretch(c, d)) < 0.3
                && fit.left[a].marks == fit.right[b].marks
                && fit.left[c].marks == fit.right[d].marks;
            if !is_kind || has_id || is_settled {
                continue;
            }
            let (Some(straight_a), Some(straight_c), Some(cross_a), Some(cross_c)) =
                (fit.of(a, b), fit.of(c, d), fit.of(a, d), fit.of(c, b))
            else {
                continue;
            };
            if cross_a + cross_c - straight_a - straight_c >= EXCHANGE {
                pairs[at] = Pair { is_moved: true, ..both(a, d) };
                pairs[other] = Pair { is_moved: true, ..both(c, b) };
                break;
            }
        }
    }
}

#[cfg(test)]
mod tests;
