//! Ids of blocks that a lock remembers: what was untouched keeps its id, whatever happens around it, in every language.

use std::collections::BTreeSet;

use super::{
    align::{Seen, align, common, rising},
    half_hash,
    lock::Line,
};
use crate::{
    base::{Lang, PerLang},
    diag::{Diagnostic, codes::lock as code},
    markdown::{Document, Shape},
};

/// So many ids are offered for a block that may be one of several.
const OFFERED: usize = 5;

/// For each block of a text the accepted line that it answers to.
pub type Answers = Vec<Option<Line>>;

/// One language's text while ids are given.
struct Half<'a> {
    doc: &'a Document,
    /// What was accepted of its blocks.
    lines: Vec<&'a Line>,
    of: Vec<Option<usize>>,
    ids: Vec<Option<String>>,
}

/// Gives the blocks of one text in all its languages their ids, and says what each answers to. Without accepted lines the
/// ids stay positional.
pub fn assign(
    docs: &mut PerLang<&mut Document>,
    lines: &PerLang<Vec<Line>>,
    sink: &mut Vec<Diagnostic>,
) -> PerLang<Answers> {
    let ids = {
        let lines_of = |lang: Lang| lines.get(lang).map_or(&[][..], Vec::as_slice);
        let mut halves: PerLang<Half<'_>> =
            docs.iter().map(|(lang, doc)| (lang, half(doc, lines_of(lang), sink))).collect();
        if lines.iter().all(|(_, it)| it.is_empty()) {
            return halves.map(|_, it| vec![None; it.doc.blocks.len()]);
        }
        name(&mut halves, lines);
        let is_parallel = are_parallel(&halves);
        halves.map(|_, it| {
            let answers = it.of.iter().map(|at| at.map(|at| it.lines[at].clone())).collect::<Answers>();
            let ids = it.ids.iter().cloned().map(Option::unwrap_or_default);
            let is_known =
                |id: &str, line: Option<&Line>| is_parallel && line.is_some_and(|it| it.id == id && !it.is_disputed);
            let ids = ids.zip(&answers).map(|(id, line)| {
                let is_known = is_known(&id, line.as_ref());
                (id, is_known)
            });
            (ids.collect::<Vec<_>>(), answers)
        })
    };
    for (lang, (ids, _)) in ids.iter() {
        if let Some(doc) = docs.get_mut(lang) {
            doc.rename(ids.clone());
        }
    }
    ids.map(|_, (_, answers)| answers.clone())
}

/// Tells whether all languages had the same blocks when they were accepted. Where one had a block more, positions may have
/// given one id to blocks that do not answer each other.
fn are_parallel(halves: &PerLang<Half<'_>>) -> bool {
    let mut all = halves.iter().map(|(_, it)| it.lines.iter().map(|it| (&it.id, it.shape)));
    all.next().is_none_or(|first| all.all(|it| it.eq(first.clone())))
}

fn half<'a>(doc: &'a Document, lines: &'a [Line], sink: &mut Vec<Diagnostic>) -> Half<'a> {
    let lines: Vec<&Line> = lines.iter().filter(|it| it.shape.is_some()).collect();
    let present: Vec<Seen<'_>> = doc
        .blocks
        .iter()
        .map(|it| Seen { id: it.is_given.then_some(&*it.id), hash: half_hash(it.hash), shape: it.shape })
        .collect();
    let accepted: Vec<Seen<'_>> =
        lines.iter().map(|it| Seen { id: Some(&it.id), hash: it.hash, shape: it.shape.unwrap_or_default() }).collect();
    let words = (&|at: usize| doc.source_of(&doc.blocks[at]), &|at: usize| lines[at].text.clone());
    let found = align(&present, &accepted, (words.0, words.1));
    for (at, near) in &found.lost {
        let known: Vec<String> = near.iter().take(OFFERED).map(|it| lines[*it].id.clone()).collect();
        sink.push(Diagnostic::at(&code::MOVED, doc.own_span(&doc.blocks[*at])).with("known", known));
    }
    let reserved: BTreeSet<&str> =
        doc.mention_ids().chain(doc.blocks.iter().filter(|it| it.is_given).map(|it| &*it.id)).collect();
    let ids = doc.blocks.iter().zip(&found.of).map(|(block, to)| match to {
        _ if block.is_given => Some(block.id.clone()),
        Some(to) => Some(lines[*to].id.clone()).filter(|it| !reserved.contains(it.as_str())),
        None => None,
    });
    let ids = ids.collect();
    Half { doc, lines, of: found.of, ids }
}

/// Names the blocks that no version knows: as their counterpart in another language, else by position.
fn name(halves: &mut PerLang<Half<'_>>, lines: &PerLang<Vec<Line>>) {
    let languages: Vec<Lang> = halves.iter().map(|(lang, _)| lang).collect();
    for lang in &languages {
        for other in languages.iter().filter(|it| *it != lang) {
            adopt(halves, *lang, *other);
        }
    }
    let mut taken: BTreeSet<String> = lines.iter().flat_map(|(_, it)| it).map(|it| it.id.clone()).collect();
    for (_, half) in halves.iter() {
        taken.extend(half.ids.iter().flatten().cloned());
        taken.extend(half.doc.mention_ids().map(str::to_owned));
    }
    for (rank, lang) in languages.iter().enumerate() {
        for other in &languages[..rank] {
            adopt(halves, *lang, *other);
        }
        if let Some(half) = halves.get_mut(*lang) {
            by_position(half, &mut taken);
        }
    }
}

/// Gives new blocks of one language the ids of blocks of another that stand between the same neighbours and have no
/// counterpart yet. An id that this language had and lost is never given again.
fn adopt(halves: &mut PerLang<Half<'_>>, lang: Lang, other: Lang) {
    let (Some(own), Some(their)) = (halves.get(lang), halves.get(other)) else { return };
    let rank = |id: &str| their.ids.iter().position(|it| it.as_deref() == Some(id));
    let of: Vec<Option<usize>> = own.ids.iter().map(|it| it.as_deref().and_then(rank)).collect();
    let has: BTreeSet<&str> = own.ids.iter().flatten().map(String::as_str).collect();
    let had: BTreeSet<&str> = own.lines.iter().map(|it| it.id.as_str()).chain(own.doc.mention_ids()).collect();
    let is_open = |at: usize| {
        let id = their.ids[at].as_deref();
        !their.doc.blocks[at].is_given && id.is_some_and(|it| !has.contains(it) && !had.contains(it))
    };
    let anchors = rising(&of).into_iter().map(|at| (at, of[at].unwrap_or_default()));
    let mut given = Vec::new();
    let (mut at, mut to) = (0, 0);
    for (end, other_end) in anchors.chain([(own.ids.len(), their.ids.len())]) {
        let ours: Vec<usize> = (at..end).filter(|it| own.ids[*it].is_none()).collect();
        let theirs: Vec<usize> = (to..other_end).filter(|it| is_open(*it)).collect();
        let same = |a: usize, b: usize| own.doc.blocks[ours[a]].shape == their.doc.blocks[theirs[b]].shape;
        for (a, b) in common(ours.len(), theirs.len(), same) {
            given.push((ours[a], their.ids[theirs[b]].clone()));
        }
        (at, to) = (end + 1, other_end + 1);
    }
    if let Some(own) = halves.get_mut(lang) {
        for (at, id) in given {
            own.ids[at] = id;
        }
    }
}

/// Names what is left by its position, as texts without a lock are named.
fn by_position(half: &mut Half<'_>, taken: &mut BTreeSet<String>) {
    // Open headings: level, id, headings directly below.
    let mut open: Vec<(u8, String, u32)> = Vec::new();
    let (mut top, mut blocks) = (0, 0);
    for (at, block) in half.doc.blocks.iter().enumerate() {
        let level = if let Shape::Heading(level) = block.shape { Some(level) } else { None };
        let position = match (block.shape, level) {
            (Shape::Title, _) => "s0".to_owned(),
            (Shape::Note, _) => block.id.clone(),
            (_, Some(level)) => {
                while open.pop_if(|it| it.0 >= level).is_some() {}
                if let Some((_, above, below)) = open.last_mut() {
                    *below += 1;
                    format!("{above}-{below}")
                } else {
                    top += 1;
                    format!("s{top}")
                }
            }
            _ => {
                blocks += 1;
                open.last().map_or_else(|| format!("p{blocks}"), |it| format!("{}-p{blocks}", it.1))
            }
        };
        let id = half.ids[at].get_or_insert_with(|| free(position, taken)).clone();
        if let Some(level) = level {
            open.push((level, id, 0));
            blocks = 0;
        }
    }
}

fn free(id: String, taken: &mut BTreeSet<String>) -> String {
    let mut free = id.clone();
    let mut bump = 2;
    while !taken.insert(free.clone()) {
        free = format!("{id}-{bump}");
        bump += 1;
    }
    free
}
