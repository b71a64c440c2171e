//! Numbers and words as bytes. The reader is `themes/default/scripts/index.js`; a change here is a change there.

use std::{collections::BTreeMap, io::Write};

use flate2::{Compression, write::GzEncoder};

use super::{coder::Coder, invert::Term};

/// So many lengths of a word tell contexts apart.
const SHAPES: usize = 12;
/// Stands for a character that is not in the alphabet.
const ESCAPE: u8 = 255;

/// Packs terms in order: how much each shares with the one before, what follows, its pages.
pub fn words<'a>(terms: impl ExactSizeIterator<Item = &'a Term>, alphabet: &[char], total: u32) -> Vec<u8> {
    let length = terms.len();
    let ranks: BTreeMap<char, u8> = alphabet.iter().copied().zip(0..ESCAPE).collect();
    let (mut shapes, mut letters) = (Coder::new(2 * SHAPES), Coder::new(256));
    let (mut counts, mut codes) = (Coder::new(2), Coder::new(8 * 128));
    let mut pages = Bits::default();
    let rank = |it: char| ranks.get(&it).copied().unwrap_or(ESCAPE);
    let mut last: Vec<char> = Vec::new();
    let mut shape = 0;
    for (term, postings) in terms {
        let chars: Vec<char> = term.chars().collect();
        let shared = last.iter().zip(&chars).take_while(|(a, b)| a == b).count();
        let fresh = chars.len() - shared;
        shapes.push(shape, byte(shared));
        shapes.push(SHAPES + shared.min(SHAPES - 1), byte(fresh));
        shape = (shared + fresh).min(SHAPES - 1);
        let mut before = shared.checked_sub(1).map_or(0, |it| rank(chars[it]));
        for it in &chars[shared..] {
            letters.push(usize::from(before), rank(*it));
            if rank(*it) == ESCAPE {
                u32::from(*it).to_le_bytes()[..3].iter().for_each(|it| letters.push(255, *it));
            }
            before = rank(*it);
        }
        let count = postings.len();
        if count < usize::from(ESCAPE) {
            counts.push(0, byte(count));
        } else {
            counts.push(0, ESCAPE);
            width(count).to_le_bytes()[..3].iter().for_each(|it| counts.push(1, *it));
        }
        let pages_of: Vec<u32> = postings.iter().map(|it| it.0).collect();
        interpolate(&pages_of, 0, total.saturating_sub(1), &mut pages);
        let size = (count.ilog2() as usize).min(7) << 7;
        let mut before = 0;
        for (_, code) in postings {
            codes.push(size | before, *code);
            before = usize::from(*code & 127);
        }
        last = chars;
    }
    let mut size = Vec::new();
    number(length, &mut size);
    join(&[size, shapes.finish(), letters.finish(), counts.finish(), pages.finish(), codes.finish()])
}

/// Bits, the highest of a byte first.
#[derive(Default)]
struct Bits {
    bytes: Vec<u8>,
    open: u8,
    used: u8,
}

impl Bits {
    fn push(&mut self, value: u32, width: u32) {
        for at in (0..width).rev() {
            self.open = self.open << 1 | u8::from(value >> at & 1 == 1);
            self.used += 1;
            if self.used == 8 {
                self.bytes.push(self.open);
                (self.open, self.used) = (0, 0);
            }
        }
    }

    fn finish(mut self) -> Vec<u8> {
        if self.used > 0 {
            self.bytes.push(self.open << (8 - self.used));
        }
        self.bytes
    }
}

/// Writes rising numbers between two bounds by their middle, then both halves between narrower bounds
/// (binary interpolative coding, Moffat and Stuiver 2000): neighbouring pages, which share words, take few bits or none.
fn interpolate(numbers: &[u32], low: u32, high: u32, out: &mut Bits) {
    let Some(number) = numbers.get(numbers.len() / 2) else { return };
    let middle = numbers.len() / 2;
    let (before, after) = (width(middle), width(numbers.len() - 1 - middle));
    let (least, most) = (low + before, high - after);
    // The shorter codes of a range that is no power of two go to its first values.
    let span = most - least + 1;
    let bits = u32::BITS - (span - 1).leading_zeros();
    let short = (1u64 << bits) - u64::from(span);
    let value = number - least;
    if bits > 0 {
        if u64::from(value) < short {
            out.push(value, bits - 1);
        } else {
            let short = u32::try_from(short).unwrap_or_default();
            out.push(value + short, bits);
        }
    }
    if middle > 0 {
        interpolate(&numbers[..middle], low, number - 1, out);
    }
    if middle + 1 < numbers.len() {
        interpolate(&numbers[middle + 1..], number + 1, high, out);
    }
}

fn byte(value: usize) -> u8 {
    u8::try_from(value).expect("terms have at most 64 bytes and small counts at most 254")
}

fn width(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Lists the characters of all terms, the commonest first, so that the commonest bytes are few.
pub fn alphabet(terms: &[Term]) -> Vec<char> {
    let mut counts: BTreeMap<char, usize> = BTreeMap::new();
    for it in terms.iter().flat_map(|(term, _)| term.chars()) {
        *counts.entry(it).or_default() += 1;
    }
    let mut out: Vec<(char, usize)> = counts.into_iter().collect();
    out.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    out.truncate(usize::from(ESCAPE));
    out.into_iter().map(|it| it.0).collect()
}

/// Joins parts, each behind its length.
pub fn join(parts: &[Vec<u8>]) -> Vec<u8> {
    let mut out = Vec::with_capacity(parts.iter().map(|it| it.len() + 4).sum());
    for part in parts {
        number(part.len(), &mut out);
        out.extend_from_slice(part);
    }
    out
}

/// Writes a number in groups of seven bits, the lowest first.
pub fn number(mut value: usize, out: &mut Vec<u8>) {
    while value >= 128 {
        out.push(u8::try_from(value & 127).unwrap_or_default() | 128);
        value >>= 7;
    }
    out.push(u8::try_from(value).unwrap_or_default());
}

/// Compresses, so that the size over the wire does not depend on what a host compresses: as well as can be what every search
/// fetches, at a third of the time and nearly as well the many files of which a search fetches few.
pub fn compress(bytes: &[u8], is_fetched_always: bool) -> Vec<u8> {
    let level = if is_fetched_always { Compression::best() } else { Compression::default() };
    let mut encoder = GzEncoder::new(Vec::new(), level);
    encoder.write_all(bytes).expect("memory takes every write");
    encoder.finish().expect("memory takes every write")
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn numbers_take_as_many_bytes_as_they_need() {
        let mut out = Vec::new();
        [0, 127, 128, 300].into_iter().for_each(|it| number(it, &mut out));
        assert_eq!(out, [0, 127, 128, 1, 172, 2]);
    }
}
