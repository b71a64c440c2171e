//! The terms of a text: folded words, and what is said by several: symbols and dates.

use icu::properties::{CodePointMapData, props::GeneralCategory, props::GeneralCategoryGroup};

use super::{date, fold};

/// So many parts may a symbol have.
const PARTS: usize = 6;

/// The terms of one text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// The words in reading order.
    pub words: Vec<Word>,
    /// Symbols like `a/res/68/4`, with each of their ends, and dates as `@2014-09-07` and `@2014-09`.
    pub special: Vec<String>,
}

/// One word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Its folded form.
    pub text: String,
    /// What stands between it and the word before it, if that is one character: the joints of symbols and dates.
    pub joint: Option<char>,
}

/// Splits a text into terms.
pub fn terms(text: &str) -> Terms {
    let mut words: Vec<Word> = Vec::new();
    let mut end = 0;
    for range in ranges(text) {
        let mut gap = text[end..range.start].chars();
        let mut joint = gap.next().filter(|_| gap.next().is_none());
        end = range.end;
        let folded = fold(&text[range]);
        for part in folded.split_whitespace() {
            words.push(Word { text: part.to_owned(), joint });
            joint = Some(' ');
        }
    }
    let mut special = symbols(&words);
    date::dates(&words, &mut special);
    Terms { words, special }
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
fn symbols(words: &[Word]) -> Vec<String> {
    let mut out = Vec::new();
    let mut from = 0;
    while from < words.len() {
        let joined = words[from + 1..].iter().take_while(|it| matches!(it.joint, Some('/' | '-' | '.'))).count();
        let run = &words[from..=from + joined];
        if run.len() > 1 && run.len() <= PARTS {
            for start in 0..run.len() - 1 {
                let end: Vec<&str> = run[start..].iter().map(|it| it.text.as_str()).collect();
                if end.iter().any(|it| it.bytes().any(|it| it.is_ascii_digit())) {
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
        terms.words.into_iter().map(|it| it.text).chain(terms.special).collect()
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
