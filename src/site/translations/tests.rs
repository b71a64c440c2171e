//! Random edits over locked pairs: what was not touched keeps its id, in both languages.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Line, half_hash,
    ids::{Answers, assign},
};
use crate::{
    base::{FileId, Lang, PerLang, Span},
    diag::Diagnostic,
    markdown::{Document, parse},
};

const AR: Lang = Lang(0);
const EN: Lang = Lang(1);

/// Numbers that look random and are the same in every run (xorshift64*).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let wide = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(wide).expect("31 bits fit") % below.max(1)
    }
}

/// A block while it is edited: a name for the test, its bare words and how it begins.
#[derive(Clone, Debug)]
struct Block {
    name: usize,
    mark: &'static str,
    words: String,
}

type Half = Vec<Block>;

fn markdown(half: &Half) -> String {
    half.iter().map(|it| format!("{}{}\n", it.mark, it.words)).collect::<Vec<_>>().join("\n")
}

fn documents(ar: &Half, en: &Half) -> [Document; 2] {
    [ar, en].map(|it| parse(FileId(0), &markdown(it)).value)
}

/// Gives ids to a pair and says what each block answers to.
fn named(docs: &mut [Document; 2], lines: &PerLang<Vec<Line>>) -> (PerLang<Answers>, Vec<Diagnostic>) {
    let [ar, en] = docs;
    let mut found = Vec::new();
    let mut both: PerLang<&mut Document> = [(AR, ar), (EN, en)].into_iter().collect();
    let answers = assign(&mut both, lines, &mut found);
    (answers, found)
}

fn lines(docs: &[Document; 2]) -> PerLang<Vec<Line>> {
    let of = |doc: &Document| {
        let line = |it: &crate::markdown::BlockInfo| Line {
            id: it.id.clone(),
            shape: Some(it.shape),
            hash: half_hash(it.hash),
            text: doc.source_of(it),
            span: Span::default(),
            together: None,
            is_disputed: false,
        };
        doc.blocks.iter().map(line).collect::<Vec<_>>()
    };
    [(AR, of(&docs[0])), (EN, of(&docs[1]))].into_iter().collect()
}

fn start(dice: &mut Dice) -> [Half; 2] {
    let words = |name: usize, lang: &str| match lang {
        "ar" => format!("قرار رقم {name} بشأن الهجرة واللجوء في الدول العربية"),
        _ => format!("Resolution number {name} on migration and refugee affairs in Arab states"),
    };
    let marks: Vec<&'static str> =
        (0..24).map(|at| if at % 6 == 0 { "## " } else { ["", "", "- "][dice.roll(3)] }).collect();
    ["ar", "en"].map(|lang| {
        let block = |(name, mark): (usize, &&'static str)| Block { name, mark, words: words(name, lang) };
        marks.iter().enumerate().map(block).collect()
    })
}

/// Makes one random change; returns the names of blocks that it reworded.
fn edit(half: &mut Half, dice: &mut Dice, fresh: &mut usize) -> Vec<usize> {
    let at = dice.roll(half.len());
    match dice.roll(5) {
        0 if !half.is_empty() => {
            let block = &mut half[at];
            block.words.push_str([" في القاهرة", " today", " 2014"][dice.roll(3)]);
            vec![block.name]
        }
        1 if !half.is_empty() => {
            let block = half.remove(at);
            let to = dice.roll(half.len() + 1);
            half.insert(to, block);
            Vec::new()
        }
        2 if half.len() > 6 => {
            half.remove(at);
            Vec::new()
        }
        3 if !half.is_empty() => {
            *fresh += 1;
            half[at].words = format!("شيء آخر تمامًا {fresh}");
            vec![half[at].name]
        }
        _ => {
            *fresh += 1;
            let block = Block {
                name: 1000 + *fresh,
                mark: ["", "- ", "### "][dice.roll(3)],
                words: format!("New words {fresh}"),
            };
            half.insert(at, block);
            Vec::new()
        }
    }
}

fn by_name(half: &Half, doc: &Document) -> BTreeMap<usize, String> {
    assert_eq!(half.len(), doc.blocks.len(), "{}", markdown(half));
    half.iter().zip(&doc.blocks).map(|(block, info)| (block.name, info.id.clone())).collect()
}

#[test]
fn a_thousand_edits_leave_the_ids_of_untouched_blocks_alone() {
    let (mut dice, mut fresh, mut edits) = (Dice(0x5EED), 0, 0);
    while edits < 1000 {
        let mut halves = start(&mut dice);
        let mut docs = documents(&halves[0], &halves[1]);
        named(&mut docs, &PerLang::default());
        for _ in 0..4 {
            let locked = lines(&docs);
            let before = [0, 1].map(|it| by_name(&halves[it], &docs[it]));
            let mut touched: [BTreeSet<usize>; 2] = Default::default();
            for _ in 0..=dice.roll(8) {
                let side = dice.roll(2);
                touched[side].extend(edit(&mut halves[side], &mut dice, &mut fresh));
                edits += 1;
                docs = documents(&halves[0], &halves[1]);
                named(&mut docs, &locked);
                for side in 0..2 {
                    let after = by_name(&halves[side], &docs[side]);
                    let unique: BTreeSet<&String> = after.values().collect();
                    assert_eq!(unique.len(), after.len(), "an id stands twice: {after:?}");
                    for (name, id) in before[side].iter().filter(|(name, _)| !touched[side].contains(name)) {
                        assert!(after.get(name).is_none_or(|it| it == id), "{id} of {name} is now {after:?}");
                    }
                    // A new block never takes the id of one that was there.
                    let known: BTreeSet<&String> = before[side].values().collect();
                    let new = after
                        .iter()
                        .filter(|(name, _)| !before[side].contains_key(name) && !touched[side].contains(name));
                    for (name, id) in new {
                        let old = before[side].iter().find(|(_, it)| *it == id).map(|(name, _)| name);
                        let is_gone = old.is_some_and(|it| !after.contains_key(it));
                        assert!(!known.contains(id) || is_gone, "{name} took {id}");
                    }
                }
            }
        }
    }
}

#[test]
fn a_block_moved_and_reworded_is_told_in_every_place() {
    let mut dice = Dice(7);
    let [ar, en] = start(&mut dice);
    let mut docs = documents(&ar, &en);
    named(&mut docs, &PerLang::default());
    let locked = lines(&docs);
    for (from, to) in [(1, 9), (9, 1), (2, 20), (20, 3), (11, 5)] {
        for words in ["قرار رقم مختلف بشأن الهجرة واللجوء في الدول العربية", "كلام لا صلة له بما قبله"]
        {
            let mut moved = ar.clone();
            let block = moved.remove(from);
            let was = locked.get(AR).expect("is locked")[from].id.clone();
            moved.insert(to, Block { words: words.to_owned(), ..block });
            let mut docs = documents(&moved, &en);
            let (_, found) = named(&mut docs, &locked);
            assert_eq!(found.iter().map(|it| it.code.name).collect::<Vec<_>>(), ["lock/moved-block"], "{from} to {to}");
            assert_ne!(docs[0].blocks[to].id, was, "nothing is guessed");
        }
    }
}

#[test]
fn a_given_id_settles_what_was_moved_and_reworded() {
    let text = |it: &str| parse(FileId(0), it).value;
    let mut docs = [text("أ\n\nب ب ب\n\nج\n"), text("a\n\nb b b\n\nc\n")];
    named(&mut docs, &PerLang::default());
    let locked = lines(&docs);
    let mut docs = [text("أ\n\nج\n\nكلام آخر {#p2}\n"), text("a\n\nb b b\n\nc\n")];
    let (answers, found) = named(&mut docs, &locked);
    assert_eq!(found, []);
    assert_eq!(docs[0].blocks.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), ["p1", "p3", "p2"]);
    assert!(answers.get(AR).expect("is answered").iter().all(Option::is_some));
}

#[test]
fn a_block_that_is_new_in_both_languages_has_one_id() {
    let text = |it: &str| parse(FileId(0), it).value;
    let mut docs = [text("## أ\n\nب\n\nج\n"), text("## a\n\nb\n\nc\n")];
    named(&mut docs, &PerLang::default());
    let locked = lines(&docs);
    let ids = |doc: &Document| doc.blocks.iter().map(|it| it.id.clone()).collect::<Vec<_>>();
    let mut docs = [text("## أ\n\nب\n\nجديد\n\nج\n"), text("## a\n\nb\n\nnew\n\nc\n")];
    named(&mut docs, &locked);
    assert_eq!(ids(&docs[0]), ["s1", "s1-p1", "s1-p2-2", "s1-p2"]);
    assert_eq!(ids(&docs[0]), ids(&docs[1]));
    // Accepted in one language only, it waits there for its counterpart.
    let mut alone = [text("## أ\n\nب\n\nجديد\n\nج\n"), text("## a\n\nb\n\nc\n")];
    named(&mut alone, &locked);
    let locked = lines(&alone);
    named(&mut docs, &locked);
    assert_eq!(ids(&docs[0]), ids(&docs[1]));
}
