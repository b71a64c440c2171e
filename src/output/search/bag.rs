//! The terms of some pages in a row, as they are collected: what each page says of each term.

use super::invert::Postings;
use crate::{
    base::{PartialDate, Point},
    text::search::{Lexicon, Read},
};

/// In the title.
pub const TITLE: u8 = 1;
/// In a heading.
pub const HEADING: u8 = 2;
/// In the title of the other language, or in the address.
pub const TWIN: u8 = 4;
/// In another name of the same thing: variants of a term, abbreviations, numbers, symbols.
pub const NAME: u8 = 8;
/// Two to the power of this is where the class of the number of mentions begins.
pub const COUNT: u8 = 4;

/// Terms with more bytes than this are not of a language.
const LONGEST: usize = 64;

/// Terms, and for each the pages that have it.
#[derive(Debug, Default)]
pub struct Bag {
    lexicon: Lexicon,
    postings: Vec<Postings>,
    /// Fields and mentions of each term on the page at hand, and which terms it has.
    open: Vec<(u8, u32)>,
    touched: Vec<u32>,
    length: usize,
}

impl Bag {
    /// Adds a title; returns how many words it has.
    pub fn title(&mut self, text: &str) -> usize {
        self.read(text, TITLE)
    }

    /// Adds the title of the other language; returns how many words it has.
    pub fn twin(&mut self, text: &str) -> usize {
        self.read(text, TWIN)
    }

    /// Adds a text that stands in a field.
    pub fn add(&mut self, text: &str, field: u8) {
        self.read(text, field);
    }

    fn read(&mut self, text: &str, field: u8) -> usize {
        let Read { words, special } = self.lexicon.read(text);
        if field == 0 {
            self.length += words.len();
        }
        for id in words.iter().chain(&special) {
            // Stop words tell pages apart in titles only.
            if field != 0 || !self.lexicon.is_stop(*id) {
                self.note(*id, field);
            }
        }
        words.len()
    }

    /// Adds what is quoted as found: it can be found as it stands, and is no word of the site for anything else.
    pub fn quote(&mut self, text: &str) {
        let Read { words, special } = self.lexicon.read(text);
        self.length += words.len();
        for id in words {
            if self.lexicon.is_stop(id) {
                continue;
            }
            let word = self.lexicon.text(id);
            let id = if word.starts_with(|it: char| it.is_ascii_digit()) {
                id
            } else {
                let quoted = format!("={word}");
                self.lexicon.id(&quoted)
            };
            self.note(id, 0);
        }
        for id in special {
            self.note(id, 0);
        }
    }

    /// Adds a date by its terms and its year.
    pub fn date(&mut self, date: &PartialDate) {
        for point in [Some(date.start), date.end].into_iter().flatten() {
            self.add(&point.notation(), NAME);
            if let Point::Month(year, month) = point {
                let id = self.lexicon.id(&format!("@{year:04}-{month:02}"));
                self.note(id, NAME);
            }
        }
    }

    fn note(&mut self, id: u32, field: u8) {
        let at = id as usize;
        if at >= self.open.len() {
            self.open.resize(at + 1, (0, 0));
        }
        let (fields, mentions) = &mut self.open[at];
        if *fields == 0 && *mentions == 0 {
            self.touched.push(id);
        }
        *fields |= field;
        *mentions += u32::from(field == 0);
    }

    /// Ends a page; returns how many words it has.
    pub fn close(&mut self, rank: u32) -> usize {
        self.postings.resize_with(self.open.len(), Postings::default);
        for id in self.touched.drain(..) {
            let (fields, mentions) = std::mem::take(&mut self.open[id as usize]);
            if self.lexicon.text(id).len() <= LONGEST {
                self.postings[id as usize].push((rank, fields | (class(mentions) << COUNT)));
            }
        }
        std::mem::take(&mut self.length)
    }

    /// Returns the terms that pages have, each with its pages in order.
    pub fn into_terms(self) -> impl Iterator<Item = (Box<str>, Postings)> {
        self.lexicon.into_terms().zip(self.postings).filter(|it| !it.1.is_empty())
    }
}

/// Returns the class of a number of mentions: 0, 1, 2, 3-4, 5-8, 9-16, 17-32, more.
fn class(count: u32) -> u8 {
    let class = match count {
        0 => 0,
        _ => 1 + (32 - (count - 1).leading_zeros()),
    };
    u8::try_from(class.min(7)).unwrap_or(7)
}

#[cfg(test)]
mod tests {
    use super::{Bag, NAME, TITLE, class};

    #[test]
    fn mentions_are_counted_in_classes() {
        assert_eq!([0, 1, 2, 3, 4, 5, 8, 9, 1000].map(class), [0, 1, 2, 3, 3, 4, 4, 5, 7]);
    }

    #[test]
    fn every_page_says_what_it_has() {
        let mut bag = Bag::default();
        assert_eq!(bag.title("الهجرة"), 1);
        bag.add("عن الهجرة والهجرة", 0);
        assert_eq!(bag.close(0), 3);
        bag.add("الهجره", NAME);
        bag.quote("الهجرة");
        bag.close(4);
        let terms: Vec<_> = bag.into_terms().map(|(term, pages)| (term.to_string(), pages)).collect();
        let expected = [
            ("الهجره", vec![(0, TITLE | 1 << 4), (4, NAME)]),
            ("والهجره", vec![(0, 1 << 4)]),
            ("=الهجره", vec![(4, 1 << 4)]),
        ];
        assert_eq!(terms, expected.map(|(term, pages)| (term.to_owned(), pages)));
    }
}
