//! The terms of a text: folded words, and what is said by several: symbols and dates.

use icu::properties::{CodePointMapData, props::GeneralCategory, props::GeneralCategoryGroup};

use rustc_hash::FxHashMap;

use super::{date, fold, is_stop};

/// So many parts may a symbol have.
const PARTS: usize = 6;

/// The terms of one text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// The folded words in reading order.
    pub words: Vec<String>,
    /// Symbols like `a/res/68/4`, with each of their ends, and dates as `@2014-09-07` and `@2014-09`.
    pub special: Vec<String>,
}

/// Splits a text into terms.
pub fn terms(text: &str) -> Terms {
    let mut lexicon = Lexicon::default();
    let Read { words, special } = lexicon.read(text);
    let texts = |ids: Vec<u32>| ids.into_iter().map(|id| lexicon.text(id).to_owned()).collect();
    Terms { words: texts(words), special: texts(special) }
}

/// The terms of one text by their numbers in a lexicon.
#[derive(Debug, Default)]
pub struct Read {
    /// The folded words in reading order.
    pub words: Vec<u32>,
    /// Symbols and dates.
    pub special: Vec<u32>,
}

/// The terms of many texts, each folded and looked at once; their numbers follow the order in which they came.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// Words as they are written, to where their terms stand in `parts`: most are one.
    written: FxHashMap<Box<str>, (u32, u32)>,
    parts: Vec<u32>,
    ids: FxHashMap<Box<str>, u32>,
    known: Vec<Known>,
}

#[derive(Debug)]
struct Known {
    text: Box<str>,
    traits: Traits,
}

/// What a term is, asked once.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Traits {
    is_stop: bool,
    has_digit: bool,
    /// The name of a month, or the last word of one.
    pub(super) is_month: bool,
}

/// One word among others.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'a> {
    pub(super) text: &'a str,
    /// What stands between it and the word before it, if that is one character: the joints of symbols and dates.
    pub(super) joint: Option<char>,
    pub(super) traits: Traits,
}

impl Lexicon {
    /// Splits a text into terms.
    pub fn read(&mut self, text: &str) -> Read {
        let mut words: Vec<(u32, Option<char>)> = Vec::with_capacity(text.len() / 8);
        let mut end = 0;
        for range in ranges(text) {
            let mut gap = text[end..range.start].chars();
            let mut joint = gap.next().filter(|_| gap.next().is_none());
            end = range.end;
            let (from, to) = self.parts(&text[range]);
            for id in &self.parts[from as usize..to as usize] {
                words.push((*id, joint));
                joint = Some(' ');
            }
        }
        let special = self.special(&words);
        Read {
            words: words.into_iter().map(|it| it.0).collect(),
            special: special.iter().map(|it| self.id(it)).collect(),
        }
    }

    /// Returns where the terms of a word as it is written stand.
    fn parts(&mut self, written: &str) -> (u32, u32) {
        if let Some(range) = self.written.get(written) {
            return *range;
        }
        let from = count(self.parts.len());
        for part in fold(written).split_whitespace() {
            let id = self.id(part);
            self.parts.push(id);
        }
        let range = (from, count(self.parts.len()));
        self.written.insert(written.into(), range);
        range
    }

    /// Lists the symbols and dates among words.
    fn special(&self, words: &[(u32, Option<char>)]) -> Vec<String> {
        let traits = |id: u32| self.known[id as usize].traits;
        let has_digit = words.iter().any(|it| traits(it.0).has_digit);
        if !has_digit && !words.iter().any(|it| traits(it.0).is_month) {
            return Vec::new();
        }
        let words: Vec<Word<'_>> =
            words.iter().map(|(id, joint)| Word { text: self.text(*id), joint: *joint, traits: traits(*id) }).collect();
        let mut out = if has_digit { symbols(&words) } else { Vec::new() };
        date::dates(&words, &mut out);
        out
    }

    /// Returns the number of a term.
    pub fn id(&mut self, term: &str) -> u32 {
        if let Some(id) = self.ids.get(term) {
            return *id;
        }
        let id = count(self.known.len());
        let traits = Traits {
            is_stop: is_stop(term),
            has_digit: term.bytes().any(|it| it.is_ascii_digit()),
            is_month: date::ends_month(term),
        };
        self.known.push(Known { text: term.into(), traits });
        self.ids.insert(term.into(), id);
        id
    }

    /// Returns a term by its number.
    pub fn text(&self, id: u32) -> &str {
        &self.known[id as usize].text
    }

    /// Tells whether a term carries no meaning of its own.
    pub fn is_stop(&self, id: u32) -> bool {
        self.known[id as usize].traits.is_stop
    }

    /// Returns all terms in the order of their numbers.
    pub fn into_terms(self) -> impl Iterator<Item = Box<str>> {
        self.known.into_iter().map(|it| it.text)
    }
}

fn count(length: usize) -> u32 {
    u32::try_from(length).expect("a site has fewer than four milliard words")
}

/// Lists where words stand: letters, digits, marks, and the characters without meaning that may stand among them.
fn ranges(text: &str) -> impl Iterator<Item = std::ops::Range<usize>> {
    let mut chars = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let start = loop {
            let (at, it) = chars.next()?;
            if is_part(it) {
                break at;
            }
        };
        while chars.next_if(|(_, it)| is_part(*it)).is_some() {}
        Some(start..chars.peek().map_or(text.len(), |(at, _)| *at))
    })
}

fn is_part(it: char) -> bool {
    if it.is_ascii() {
        return it.is_ascii_alphanumeric();
    }
    if matches!(it, '\u{620}'..='\u{669}') {
        return true;
    }
    if matches!(it, '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
    {
        return true;
    }
    let category = CodePointMapData::<GeneralCategory>::new().get(it);
    [GeneralCategoryGroup::Letter, GeneralCategoryGroup::Mark, GeneralCategoryGroup::Number]
        .iter()
        .any(|group| group.contains(category))
}

/// Lists the symbols: words joined by `/`, `-` or `.`, of which one has a digit; each of their ends is one too.
fn symbols(words: &[Word<'_>]) -> Vec<String> {
    let mut out = Vec::new();
    let mut from = 0;
    while from < words.len() {
        let joined = words[from + 1..].iter().take_while(|it| matches!(it.joint, Some('/' | '-' | '.'))).count();
        let run = &words[from..=from + joined];
        if run.len() > 1 && run.len() <= PARTS {
            for start in 0..run.len() - 1 {
                let end: Vec<&str> = run[start..].iter().map(|it| it.text).collect();
                if run[start..].iter().any(|it| it.traits.has_digit) {
                    out.push(end.join("/"));
                }
            }
        }
        from += joined + 1;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::terms;

    fn all(text: &str) -> Vec<String> {
        let terms = terms(text);
        terms.words.into_iter().chain(terms.special).collect()
    }

    #[test]
    fn symbols_are_found_by_their_ends() {
        assert_eq!(all("الوثيقة A/RES/68/4."), ["الوثيقه", "a", "res", "68", "4", "a/res/68/4", "res/68/4", "68/4"]);
        assert_eq!(all("co-operation و/أو"), ["co", "operation", "و", "او"]);
    }

    #[test]
    fn a_date_is_one_term_in_every_form() {
        for written in [
            "7 سبتمبر 2014",
            "٧ أيلول ٢٠١٤",
            "2014/9/7",
            "7/9/2014",
            "2014-09-07",
            "7 شتنبر 2014",
            "7 أيلول/سبتمبر 2014",
            "7 من سبتمبر عام 2014",
            "7 September 2014",
            "September 7, 2014",
        ] {
            let found = terms(written).special;
            assert!(found.contains(&"@2014-09-07".to_owned()), "{written}: {found:?}");
            assert!(found.contains(&"@2014-09".to_owned()), "{written}: {found:?}");
        }
        assert_eq!(terms("كانون الثاني/يناير 2013").special, ["@01", "@2013-01"]);
        assert_eq!(terms("تموز").special, ["@07"]);
        assert!(terms("we may go").special.is_empty());
        assert!(terms("4-5 يونيو 2013").special.contains(&"@2013-06-04".to_owned()));
    }
}
