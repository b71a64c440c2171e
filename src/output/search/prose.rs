//! Texts as bytes: every letter by what is likely after the letters and in the word before it. Several guesses are mixed by how well
//! they did so far (as in lpaq), in whole numbers, so that the browser makes the same ones.
//!
//! The reader is `themes/default/scripts/prose.js`; a change here is a change there.

use std::collections::BTreeMap;

use super::{
    coder::Coder,
    pack::{join, number},
};

/// So many letters before tell contexts apart; the word so far is one more.
const ORDERS: [usize; 3] = [1, 2, 4];
/// So many guesses are mixed.
const GUESSES: usize = ORDERS.len() + 1;
/// Stands for a character that is not in the alphabet.
const ESCAPE: u8 = 255;
/// The letters before that any order looks at.
const BEFORE: usize = 4;
/// A table of contexts has at most two to the power of this places.
const MOST: u32 = 18;
/// Sixteen places beside each other hold the guesses of one context for half a byte, so that they are near in memory.
const ROW: usize = 16;
/// From here on a guess follows what is seen at one rate.
const STEADY: u16 = 60;

/// Packs a text: its letters, the commonest first, how many characters it has, and these.
pub fn pack(text: &str) -> Vec<u8> {
    let alphabet = alphabet(text);
    let ranks: BTreeMap<char, u8> = alphabet.iter().copied().zip(0..ESCAPE).collect();
    let length = text.chars().count();
    let mut writer = Writer { coder: Coder::new(0), mixer: Mixer::new(length) };
    for it in text.chars() {
        let rank = ranks.get(&it).copied().unwrap_or(ESCAPE);
        writer.push(rank);
        if rank == ESCAPE {
            u32::from(it).to_le_bytes()[..3].iter().for_each(|byte| writer.push(*byte));
        }
        writer.mixer.advance(rank, is_word(it));
    }
    let mut size = Vec::new();
    number(length, &mut size);
    let letters: String = alphabet.into_iter().collect();
    join(&[letters.into_bytes(), size, writer.coder.finish()])
}

/// Returns a text as it is, in the same form: no letters, and the bytes.
pub fn plain(text: String) -> Vec<u8> {
    join(&[Vec::new(), Vec::new(), text.into_bytes()])
}

fn alphabet(text: &str) -> Vec<char> {
    let mut counts: BTreeMap<char, usize> = BTreeMap::new();
    text.chars().for_each(|it| *counts.entry(it).or_default() += 1);
    let mut out: Vec<(char, usize)> = counts.into_iter().collect();
    out.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    out.truncate(usize::from(ESCAPE));
    out.into_iter().map(|it| it.0).collect()
}

/// Tells roughly what words consist of, by no table that a browser may have in another edition.
fn is_word(it: char) -> bool {
    it >= '0' && !('\u{2000}'..'\u{2070}').contains(&it)
}

struct Writer {
    coder: Coder,
    mixer: Mixer,
}

impl Writer {
    fn push(&mut self, byte: u8) {
        let mut node = 1;
        for at in (0..8).rev() {
            if at == 7 || at == 3 {
                self.mixer.turn(node);
            }
            let bit = byte >> at & 1 == 1;
            let chance = self.mixer.guess(node);
            self.coder.write(bit, 4096 - chance);
            self.mixer.learn(node, bit);
            node = node << 1 | usize::from(bit);
        }
    }
}

struct Mixer {
    /// Per guess a table by a hash of the context: how likely a one is, and how often that was asked.
    tables: Vec<Vec<(u16, u16)>>,
    width: u32,
    /// How far each guess is trusted, by the bits of the letter so far.
    trust: Vec<[i32; GUESSES]>,
    stretched: Vec<i32>,
    hashes: [u32; GUESSES],
    before: [u32; BEFORE],
    word: u32,
    /// Where the row of each context begins, and the place in it.
    rows: [usize; GUESSES],
    place: usize,
    /// What was guessed last, and the mixture.
    inputs: [i32; GUESSES],
    mixed: i32,
}

impl Mixer {
    fn new(length: usize) -> Self {
        let width = (usize::BITS - length.leading_zeros() + 3).clamp(10, MOST);
        let mut out = Self {
            tables: vec![vec![(1 << 15, 0); 1 << width]; GUESSES],
            width,
            trust: vec![[24_000; GUESSES]; 256],
            stretched: stretched(),
            hashes: [0; GUESSES],
            before: [0; BEFORE],
            word: 0,
            rows: [0; GUESSES],
            place: 1,
            inputs: [0; GUESSES],
            mixed: 2048,
        };
        out.look();
        out
    }

    /// Goes to the rows for the next half of a byte.
    fn turn(&mut self, node: usize) {
        let salt = low(node).wrapping_mul(0x2545_F491);
        for (row, hash) in self.rows.iter_mut().zip(self.hashes) {
            *row = ((hash ^ salt).wrapping_mul(0x9E37_79B1) >> (32 - self.width)) as usize & !(ROW - 1);
        }
        self.place = 1;
    }

    /// Returns how likely a one is, of 4096.
    fn guess(&mut self, node: usize) -> u32 {
        let mut sum = 0;
        for (at, table) in self.tables.iter().enumerate() {
            let (chance, seen) = table[self.rows[at] + self.place];
            self.inputs[at] = if seen > 0 { self.stretched[usize::from(chance >> 4)] } else { 0 };
            sum += self.trust[node][at] * self.inputs[at];
        }
        self.mixed = squash(sum >> 16);
        self.mixed.unsigned_abs()
    }

    fn learn(&mut self, node: usize, bit: bool) {
        let error = ((i32::from(bit) << 12) - self.mixed) * 10;
        let target = if bit { 65_535 } else { 0 };
        for (at, table) in self.tables.iter_mut().enumerate() {
            let trust = &mut self.trust[node][at];
            *trust = (*trust + ((self.inputs[at] * error + 0x8000) >> 16)).clamp(-(1 << 17), 1 << 17);
            let (chance, seen) = &mut table[self.rows[at] + self.place];
            let rate = 327_680 / (10 * i32::from(*seen) + 16);
            let step = ((target - i32::from(*chance)) * rate) >> 15;
            *chance = u16::try_from(i32::from(*chance) + step).unwrap_or(u16::MAX);
            *seen = (*seen + 1).min(STEADY);
        }
        self.place = self.place << 1 | usize::from(bit);
    }

    /// Goes on to the next letter.
    fn advance(&mut self, rank: u8, is_word: bool) {
        let own = u32::from(rank) + 1;
        self.before.rotate_right(1);
        self.before[0] = own;
        self.word = if is_word { self.word.wrapping_add(own).wrapping_mul(0x2F0B_4C47) } else { 0 };
        self.look();
    }

    fn look(&mut self) {
        for (at, order) in ORDERS.iter().enumerate() {
            let start = low(*order).wrapping_mul(7919);
            let hash = |hash: u32, it: &u32| (hash ^ it).wrapping_mul(0x9E37_79B1) ^ (hash >> 15);
            self.hashes[at] = self.before[..*order].iter().fold(start, hash);
        }
        self.hashes[GUESSES - 1] = self.word.wrapping_mul(0x85EB_CA6B) ^ 77;
    }
}

fn low(value: usize) -> u32 {
    u32::try_from(value).unwrap_or_default()
}

/// The logistic function at every 128th place.
const CURVE: [i32; 33] = [
    1, 2, 3, 6, 10, 16, 27, 45, 73, 120, 194, 310, 488, 747, 1101, 1546, 2047, 2549, 2994, 3348, 3607, 3785, 3901,
    3975, 4022, 4050, 4068, 4079, 4085, 4089, 4092, 4093, 4094,
];

/// Returns how likely something is, of 4096, from its logarithmic odds.
fn squash(odds: i32) -> i32 {
    let odds = odds.clamp(-2047, 2047);
    let (at, rest) = (usize::try_from((odds >> 7) + 16).unwrap_or_default(), odds & 127);
    (CURVE[at] * (128 - rest) + CURVE[at + 1] * rest + 64) >> 7
}

/// Lists the logarithmic odds of every likelihood.
fn stretched() -> Vec<i32> {
    let mut out = Vec::with_capacity(4096);
    for odds in -2047..=2047 {
        let up_to = usize::try_from(squash(odds)).unwrap_or_default();
        while out.len() <= up_to {
            out.push(odds);
        }
    }
    out.resize(4096, 2047);
    out
}

#[cfg(test)]
mod tests {
    use super::{pack, squash, stretched};

    #[test]
    fn odds_and_likelihood_lead_to_each_other() {
        let stretched = stretched();
        assert_eq!(stretched.len(), 4096);
        for likely in [5, 600, 2048, 3500, 4090] {
            let back = squash(stretched[likely]);
            assert!(back.abs_diff(i32::try_from(likely).unwrap_or_default()) < 40, "{likely}: {back}");
        }
    }

    #[test]
    fn what_was_read_before_takes_little() {
        let sentence = "قرار مجلس جامعة الدول العربية بشأن الهجرة\n";
        let (once, often) = (pack(sentence).len(), pack(&sentence.repeat(20)).len());
        assert!(often < once + 60, "{once} {often}");
        assert_eq!(super::plain("أ".to_owned()), [0, 0, 2, 0xD8, 0xA3]);
    }
}
