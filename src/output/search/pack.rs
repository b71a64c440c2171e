//! Numbers and words as bytes. The reader is `themes/default/scripts/index.js`; a change here is a change there.

use std::{collections::BTreeMap, io::Write};

use flate2::{Compression, write::GzEncoder};

use super::{entries::{COUNT, Entry}, invert::Postings};

/// One mention in the body and nothing else: the commonest code, which is not written.
const PLAIN: u8 = 1 << COUNT;
/// Stands for a character that is not in the alphabet.
const ESCAPE: u8 = 255;

/// Packed words with their alphabet.
pub struct Words {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// The characters by rank.
    pub alphabet: Vec<char>,
}

/// Packs terms in order: how much each shares with the one before, what follows, its pages.
pub fn words(terms: &[(&str, Postings)]) -> Words {
    let alphabet = alphabet(terms);
    let ranks: BTreeMap<char, u8> = alphabet.iter().copied().zip(0..ESCAPE).collect();
    let (mut shapes, mut letters, mut counts, mut pages, mut codes) = (vec![], vec![], vec![], vec![], vec![]);
    let mut last: Vec<char> = Vec::new();
    for (term, postings) in terms {
        let chars: Vec<char> = term.chars().collect();
        let shared = last.iter().zip(&chars).take_while(|(a, b)| a == b).count();
        number(shared, &mut shapes);
        number(chars.len() - shared, &mut shapes);
        for it in &chars[shared..] {
            match ranks.get(it) {
                Some(rank) => letters.push(*rank),
                None => {
                    letters.push(ESCAPE);
                    number(u32::from(*it) as usize, &mut letters);
                }
            }
        }
        number(postings.len(), &mut counts);
        let mut before = 0;
        for (page, code) in postings {
            number(((page - before) as usize) << 1 | usize::from(*code != PLAIN), &mut pages);
            before = *page;
            if *code != PLAIN {
                codes.push(*code);
            }
        }
        last = chars;
    }
    Words { bytes: join(&[shapes, letters, counts, pages, codes]), alphabet }
}

/// Lists the characters of all terms, the commonest first, so that the commonest bytes are few.
fn alphabet(terms: &[(&str, Postings)]) -> Vec<char> {
    let mut counts: BTreeMap<char, usize> = BTreeMap::new();
    for it in terms.iter().flat_map(|(term, _)| term.chars()) {
        *counts.entry(it).or_default() += 1;
    }
    let mut out: Vec<(char, usize)> = counts.into_iter().collect();
    out.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    out.truncate(usize::from(ESCAPE));
    out.into_iter().map(|it| it.0).collect()
}

/// Packs what results show: kinds, languages, lengths, addresses, titles, descriptions.
pub fn cards(entries: &[Entry]) -> Vec<u8> {
    let mut kinds = Vec::new();
    entries.iter().for_each(|it| number(it.kind, &mut kinds));
    let languages = entries.iter().map(|it| it.lang).collect();
    let lengths = entries.iter().map(|it| length_class(it.length)).collect();
    let mut paths = String::new();
    let mut last = "";
    for it in entries {
        let shared = last.char_indices().zip(it.path.chars()).take_while(|((_, a), b)| a == b).last();
        let shared = shared.map_or(0, |((at, letter), _)| at + letter.len_utf8());
        paths.push_str(&format!("{shared} {}\n", &it.path[shared..]));
        last = &it.path;
    }
    let lines = |text: fn(&Entry) -> &str| {
        entries.iter().fold(String::new(), |out, it| out + &text(it).replace('\n', " ") + "\n").into_bytes()
    };
    join(&[kinds, languages, lengths, paths.into_bytes(), lines(|it| &it.title), lines(|it| &it.description)])
}

/// Returns eight times the binary logarithm of a length.
fn length_class(length: usize) -> u8 {
    let bits = usize::BITS - (length + 1).leading_zeros() - 1;
    let rest = ((length + 1) << 3 >> bits) & 7;
    u8::try_from((bits as usize) << 3 | rest).unwrap_or(u8::MAX)
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
fn number(mut value: usize, out: &mut Vec<u8>) {
    while value >= 128 {
        out.push(u8::try_from(value & 127).unwrap_or_default() | 128);
        value >>= 7;
    }
    out.push(u8::try_from(value).unwrap_or_default());
}

/// Compresses, so that the size over the wire does not depend on what a host compresses.
pub fn compress(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).expect("memory takes every write");
    encoder.finish().expect("memory takes every write")
}

#[cfg(test)]
mod tests {
    use super::{length_class, number};

    #[test]
    fn numbers_take_as_many_bytes_as_they_need() {
        let mut out = Vec::new();
        [0, 127, 128, 300].into_iter().for_each(|it| number(it, &mut out));
        assert_eq!(out, [0, 127, 128, 1, 172, 2]);
    }

    #[test]
    fn lengths_have_classes() {
        assert_eq!([0, 1, 3, 7, 11].map(length_class), [0, 8, 16, 24, 28]);
    }
}
