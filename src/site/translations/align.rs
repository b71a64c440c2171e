//! Which block of a text is which block of its last accepted version.
//!
//! By the id that its author gave; else by its content, equal paragraphs by their order; else by its place between blocks
//! that are known. A block that was both moved and reworded fits none of these: it is told, never guessed.

use std::collections::{BTreeMap, BTreeSet};

use crate::markdown::Shape;

/// Two texts with this share of words in common, per mille, may be versions of one.
const ALIKE: u32 = 500;
/// Beyond this many comparisons order alone decides between equal blocks, and likeness is not asked.
const LIMIT: usize = 4_000_000;

/// A block of a version: what it is known by.
#[derive(Clone, Copy, Debug)]
pub struct Seen<'a> {
    /// Its id: in the present version only where the author gave it.
    pub id: Option<&'a str>,
    /// Its content.
    pub hash: u64,
    /// What kind of block it is.
    pub shape: Shape,
}

/// How two versions of a text fit together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matching {
    /// For each present block its rank in the accepted version.
    pub of: Vec<Option<usize>>,
    /// Present blocks that may be one of several accepted ones which have no other trace, likeliest first.
    pub lost: Vec<(usize, Vec<usize>)>,
}

/// The words of blocks, by their rank in the present and in the accepted version.
pub type Words<'a> = (&'a dyn Fn(usize) -> String, &'a dyn Fn(usize) -> String);

/// Finds for each present block the accepted block that it is.
pub fn align(present: &[Seen<'_>], accepted: &[Seen<'_>], words: Words<'_>) -> Matching {
    let mut work = Work { present, accepted, of: vec![None; present.len()], taken: vec![false; accepted.len()] };
    work.by_id();
    work.by_content();
    let likeness = work.likeness(words);
    work.by_place(work.gaps(), &likeness);
    work.by_place(work.near_gaps(), &likeness);
    work.by_section();
    let lost = work.lost(&likeness);
    Matching { of: work.of, lost }
}

struct Work<'a> {
    present: &'a [Seen<'a>],
    accepted: &'a [Seen<'a>],
    of: Vec<Option<usize>>,
    taken: Vec<bool>,
}

/// Present and accepted blocks without a partner that stand in one place.
type Gap = (Vec<usize>, Vec<usize>);
/// Share of common words, per mille, of present and accepted blocks that have no partner yet.
type Likeness = BTreeMap<(usize, usize), u32>;

impl Work<'_> {
    fn join(&mut self, at: usize, to: usize) {
        self.of[at] = Some(to);
        self.taken[to] = true;
    }

    fn free_present(&self) -> Vec<usize> {
        (0..self.present.len()).filter(|it| self.of[*it].is_none()).collect()
    }

    fn free_accepted(&self) -> Vec<usize> {
        (0..self.accepted.len()).filter(|it| !self.taken[*it]).collect()
    }

    fn by_id(&mut self) {
        let mut ranks: BTreeMap<&str, usize> = BTreeMap::new();
        for (rank, it) in self.accepted.iter().enumerate() {
            if let Some(id) = it.id {
                ranks.entry(id).or_insert(rank);
            }
        }
        for at in 0..self.present.len() {
            if let Some(to) = self.present[at].id.and_then(|id| ranks.remove(id)) {
                self.join(at, to);
            }
        }
    }

    /// Joins blocks of equal content: first those that kept their order, then those that moved, equal ones in order.
    fn by_content(&mut self) {
        let (ours, theirs) = (self.free_present(), self.free_accepted());
        let same = |a: usize, b: usize| self.present[ours[a]].hash == self.accepted[theirs[b]].hash;
        let kept = common(ours.len(), theirs.len(), same);
        for (a, b) in kept {
            self.join(ours[a], theirs[b]);
        }
        let mut moved: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
        for to in self.free_accepted().into_iter().rev() {
            moved.entry(self.accepted[to].hash).or_default().push(to);
        }
        for at in self.free_present() {
            if let Some(to) = moved.get_mut(&self.present[at].hash).and_then(Vec::pop) {
                self.join(at, to);
            }
        }
    }

    fn likeness(&self, (present, accepted): Words<'_>) -> Likeness {
        let (ours, theirs) = (self.free_present(), self.free_accepted());
        if ours.len() * theirs.len() > LIMIT / 16 {
            return Likeness::new();
        }
        let split = |text: String| {
            let mut words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
            words.sort_unstable();
            words
        };
        let ours: Vec<(usize, Vec<String>)> = ours.into_iter().map(|it| (it, split(present(it)))).collect();
        let theirs: Vec<(usize, Vec<String>)> = theirs.into_iter().map(|it| (it, split(accepted(it)))).collect();
        let mut out = Likeness::new();
        for (at, words) in &ours {
            for (to, others) in &theirs {
                out.insert((*at, *to), share(words, others));
            }
        }
        out
    }

    /// Joins what was reworded where it stands: between two blocks that are known there is one place for it.
    fn by_place(&mut self, gaps: Vec<Gap>, likeness: &Likeness) {
        for (ours, theirs) in gaps {
            let like = |a: usize, b: usize| likeness.get(&(ours[a], theirs[b])).copied().unwrap_or_default();
            let fits = |a: usize, b: usize| self.fits(ours[a], theirs[b]);
            let is_one_to_one = ours.len() == theirs.len() && (0..ours.len()).all(|it| fits(it, it));
            let pairs: Vec<(usize, usize)> = if is_one_to_one {
                (0..ours.len()).map(|it| (it, it)).collect()
            } else {
                common(ours.len(), theirs.len(), |a, b| fits(a, b) && like(a, b) >= ALIKE)
            };
            let sure: Vec<(usize, usize)> = pairs
                .into_iter()
                .map(|(a, b)| (ours[a], theirs[b]))
                .filter(|(at, to)| self.is_best(*at, *to, likeness))
                .collect();
            for (at, to) in sure {
                self.join(at, to);
            }
        }
    }

    /// Tells whether nothing else without a partner is more alike.
    fn is_best(&self, at: usize, to: usize, likeness: &Likeness) -> bool {
        let own = likeness.get(&(at, to)).copied().unwrap_or_default().max(ALIKE - 1);
        let rivals = likeness.iter().filter(|((a, b), _)| (*a == at) != (*b == to));
        let free = rivals.filter(|((a, b), _)| self.of[*a].is_none() && !self.taken[*b] && self.fits(*a, *b));
        free.map(|(_, share)| *share).max().is_none_or(|it| it <= own)
    }

    /// A block keeps its kind; a heading may change its level.
    fn fits(&self, at: usize, to: usize) -> bool {
        std::mem::discriminant(&self.present[at].shape) == std::mem::discriminant(&self.accepted[to].shape)
    }

    /// Lists what has no partner between two neighbouring pairs that kept their order, in both versions.
    fn gaps(&self) -> Vec<Gap> {
        let anchors = rising(&self.of);
        let bounds = anchors.iter().map(|at| (*at, self.of[*at].unwrap_or_default()));
        let ends = bounds.clone().chain([(self.present.len(), self.accepted.len())]);
        let starts = [None].into_iter().chain(bounds.map(Some));
        let mut out = Vec::new();
        for (start, end) in starts.zip(ends) {
            let (at, to) = start.map_or((0, 0), |(at, to)| (at + 1, to + 1));
            let ours: Vec<usize> = (at..end.0).filter(|it| self.of[*it].is_none()).collect();
            let theirs: Vec<usize> = (to..end.1).filter(|it| !self.taken[*it]).collect();
            if !ours.is_empty() && !theirs.is_empty() {
                out.push((ours, theirs));
            }
        }
        out
    }

    /// Lists the same between neighbours that moved together.
    fn near_gaps(&self) -> Vec<Gap> {
        let known: Vec<(usize, usize)> = self.of.iter().enumerate().filter_map(|(at, to)| Some((at, (*to)?))).collect();
        let mut out = Vec::new();
        for pair in known.windows(2) {
            let [(at, to), (end, other)] = [pair[0], pair[1]];
            let is_open = to < other && !self.taken[to + 1..other].contains(&true);
            if is_open && end > at + 1 && other > to + 1 {
                out.push(((at + 1..end).collect(), (to + 1..other).collect()));
            }
        }
        out
    }

    /// Joins a heading that was renamed while its section moved: it is known by what stands under it.
    fn by_section(&mut self) {
        let is_heading = |it: &Seen<'_>| matches!(it.shape, Shape::Heading(_));
        // The heading above each accepted block, and how many blocks each has.
        let mut above: Vec<Option<usize>> = Vec::with_capacity(self.accepted.len());
        let mut size: BTreeMap<usize, usize> = BTreeMap::new();
        let mut last = None;
        for (rank, it) in self.accepted.iter().enumerate() {
            above.push(last);
            if is_heading(it) {
                last = Some(rank);
            } else if let Some(last) = last {
                *size.entry(last).or_default() += 1;
            }
        }
        let mut found: Vec<(usize, usize)> = Vec::new();
        for at in self.free_present().into_iter().filter(|it| is_heading(&self.present[*it])) {
            let inside = (at + 1..self.present.len()).take_while(|it| !is_heading(&self.present[*it]));
            let homes: Vec<Option<usize>> = inside.filter_map(|it| self.of[it]).map(|it| above[it]).collect();
            let Some(Some(home)) = homes.first().copied() else { continue };
            let is_most = homes.len() * 2 >= size.get(&home).copied().unwrap_or_default();
            if !self.taken[home] && is_most && homes.iter().all(|it| *it == Some(home)) {
                found.push((at, home));
            }
        }
        for (at, home) in &found {
            if found.iter().filter(|(_, it)| it == home).count() == 1 {
                self.join(*at, *home);
            }
        }
    }

    fn lost(&self, likeness: &Likeness) -> Vec<(usize, Vec<usize>)> {
        let theirs = self.free_accepted();
        let mut out = Vec::new();
        for at in self.free_present().into_iter().filter(|it| self.present[*it].id.is_none()) {
            let mut near: Vec<usize> = theirs.iter().copied().filter(|it| self.fits(at, *it)).collect();
            near.sort_by_key(|it| std::cmp::Reverse(likeness.get(&(at, *it)).copied().unwrap_or_default()));
            if !near.is_empty() {
                out.push((at, near));
            }
        }
        out
    }
}

/// Returns the share of words that two sorted lists have in common, per mille.
fn share(a: &[String], b: &[String]) -> u32 {
    let (mut x, mut y, mut both) = (0, 0, 0usize);
    while let (Some(left), Some(right)) = (a.get(x), b.get(y)) {
        match left.cmp(right) {
            std::cmp::Ordering::Equal => (x, y, both) = (x + 1, y + 1, both + 1),
            std::cmp::Ordering::Less => x += 1,
            std::cmp::Ordering::Greater => y += 1,
        }
    }
    u32::try_from(2000 * both / (a.len() + b.len()).max(1)).unwrap_or_default()
}

/// Returns the longest common subsequence of two sequences, as pairs of ranks.
pub fn common(a: usize, b: usize, same: impl Fn(usize, usize) -> bool) -> Vec<(usize, usize)> {
    let start = (0..a.min(b)).take_while(|it| same(*it, *it)).count();
    let end = (0..a.min(b) - start).take_while(|it| same(a - 1 - it, b - 1 - it)).count();
    let (rows, columns) = (a - start - end, b - start - end);
    let mut out: Vec<(usize, usize)> = (0..start).map(|it| (it, it)).collect();
    if rows * columns <= LIMIT {
        let width = columns + 1;
        let mut best = vec![0u32; (rows + 1) * width];
        for row in (0..rows).rev() {
            for column in (0..columns).rev() {
                best[row * width + column] = if same(start + row, start + column) {
                    best[(row + 1) * width + column + 1] + 1
                } else {
                    best[(row + 1) * width + column].max(best[row * width + column + 1])
                };
            }
        }
        let (mut row, mut column) = (0, 0);
        while row < rows && column < columns {
            if same(start + row, start + column) {
                out.push((start + row, start + column));
                (row, column) = (row + 1, column + 1);
            } else if best[(row + 1) * width + column] >= best[row * width + column + 1] {
                row += 1;
            } else {
                column += 1;
            }
        }
    }
    out.extend((0..end).rev().map(|it| (a - 1 - it, b - 1 - it)));
    out
}

/// Returns the ranks of a longest rising run of partners: what kept its order.
pub fn rising(of: &[Option<usize>]) -> Vec<usize> {
    // `tails[n]` ends the run of length n + 1 with the least partner.
    let mut tails: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; of.len()];
    for (at, to) in of.iter().enumerate().filter_map(|(at, to)| to.map(|to| (at, to))) {
        let length = tails.partition_point(|it| of[*it].is_some_and(|it| it < to));
        before[at] = length.checked_sub(1).map(|it| tails[it]);
        if length == tails.len() { tails.push(at) } else { tails[length] = at }
    }
    let mut out: BTreeSet<usize> = BTreeSet::new();
    let mut at = tails.last().copied();
    while let Some(it) = at {
        out.insert(it);
        at = before[it];
    }
    out.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::{Matching, Seen, align};
    use crate::markdown::{Shape, hash_text};

    /// Aligns versions that are written as lines.
    fn matched(present: &str, accepted: &str) -> Matching {
        let lines = |text: &str| text.split('|').map(str::trim).map(str::to_owned).collect::<Vec<_>>();
        let (ours, theirs) = (lines(present), lines(accepted));
        let seen = |it: &String| Seen { id: None, hash: hash_text(it).0 as u64, shape: Shape::Paragraph };
        let (present, accepted): (Vec<Seen>, Vec<Seen>) =
            (ours.iter().map(seen).collect(), theirs.iter().map(seen).collect());
        align(&present, &accepted, (&|it| ours[it].clone(), &|it| theirs[it].clone()))
    }

    #[test]
    fn equal_blocks_are_found_wherever_they_stand() {
        assert_eq!(matched("c | a | b", "a | b | c").of, [Some(2), Some(0), Some(1)]);
        assert_eq!(matched("a | b", "a | x | b").of, [Some(0), Some(2)]);
        assert_eq!(matched("x | a | x", "x | a | x").of, [Some(0), Some(1), Some(2)]);
        // The second of two equal paragraphs stays the second when what stands before the first goes with it.
        assert_eq!(matched("b | x | c", "x | a | b | x | c").of, [Some(2), Some(3), Some(4)]);
    }

    #[test]
    fn a_reworded_block_is_known_by_its_place() {
        let found = matched("a | اجتمع المجلس في القاهرة أمس | c", "a | اجتمع المجلس في القاهرة | c");
        assert_eq!((found.of, found.lost), (vec![Some(0), Some(1), Some(2)], vec![]));
        let beside = matched("a | شيء جديد | عقد المجلس دورته الثانية هنا | c", "a | عقد المجلس دورته الثانية | c");
        assert_eq!(beside.of, [Some(0), None, Some(1), Some(2)]);
    }

    #[test]
    fn a_block_moved_and_reworded_is_told_and_not_guessed() {
        let found = matched("a | b | عقد المجلس دورته الثانية هنا | c", "a | عقد المجلس دورته الثانية | b | c");
        assert_eq!(found.of, [Some(0), Some(2), None, Some(3)]);
        assert_eq!(found.lost, [(2, vec![1])]);
        let swapped = matched("a | و ز ح ط ي | ه د ج ب ك | c", "a | ه د ج ب أ | و ز ح ط س | c");
        assert_eq!(swapped.of, [Some(0), None, None, Some(3)]);
        assert_eq!(swapped.lost, [(1, vec![2, 1]), (2, vec![1, 2])]);
    }
}
