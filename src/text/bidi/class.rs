//! Classes of characters, as far as isolation needs them.

use icu::properties::{CodePointMapData, props::BidiClass};

use crate::base::Dir;

/// What a character does to the runs around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// A letter written from left to right.
    Left,
    /// A letter written from right to left.
    Right,
    /// A digit of any family.
    Digit,
    /// A mark that belongs to the character before it.
    Mark,
    /// White space.
    Space,
    /// Punctuation of Arabic, which ends a left-to-right run.
    Stop,
    /// A direction control: what it governs is left alone.
    Control,
    /// Everything else.
    Neutral,
}

/// Returns the class of a character.
pub fn of(it: char) -> Class {
    match it {
        'a'..='z' | 'A'..='Z' => Class::Left,
        '0'..='9' => Class::Digit,
        ' ' | '\n' | '\t' | '\r' => Class::Space,
        '\0'..='\x7f' => Class::Neutral,
        // The letters and vowel signs of Arabic, without the general table: most characters of an Arabic page.
        '\u{620}'..='\u{64A}' | '\u{671}'..='\u{6D3}' => Class::Right,
        '\u{64B}'..='\u{65F}' | '\u{670}' => Class::Mark,
        '\u{660}'..='\u{669}' | '\u{6F0}'..='\u{6F9}' => Class::Digit,
        '\u{60C}' | '\u{61B}' | '\u{61F}' | '\u{6D4}' => Class::Stop,
        '\u{200E}' | '\u{200F}' | '\u{61C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => Class::Control,
        _ => of_other(it),
    }
}

fn of_other(it: char) -> Class {
    match CodePointMapData::<BidiClass>::new().get(it) {
        BidiClass::LeftToRight => Class::Left,
        BidiClass::RightToLeft | BidiClass::ArabicLetter => Class::Right,
        BidiClass::EuropeanNumber | BidiClass::ArabicNumber if it.is_numeric() => Class::Digit,
        BidiClass::NonspacingMark => Class::Mark,
        BidiClass::WhiteSpace | BidiClass::ParagraphSeparator | BidiClass::SegmentSeparator => Class::Space,
        _ => Class::Neutral,
    }
}

/// Tells whether a character is a letter of that direction.
pub fn is_strong(it: char, dir: Dir) -> bool {
    match of(it) {
        Class::Left => dir == Dir::Ltr,
        Class::Right => dir == Dir::Rtl,
        _ => false,
    }
}

/// Tells whether a text may hold something to isolate in a right-to-left text; most Arabic sentences hold nothing.
pub fn may_need_ltr(text: &str) -> bool {
    // Lead bytes D8 to DB are Arabic; its digits, D9 A0..A9 and DB B0..B9, count.
    let bytes = text.as_bytes();
    bytes.iter().enumerate().any(|(at, byte)| match byte {
        b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => true,
        0xD9 => matches!(bytes.get(at + 1), Some(0xA0..=0xA9)),
        0xDB => matches!(bytes.get(at + 1), Some(0xB0..=0xB9)),
        0xC3..=0xD6 | 0xE0 | 0xE1 | 0xE3..=0xEE => true,
        _ => false,
    })
}

/// Tells whether a text may hold right-to-left letters.
pub fn may_need_rtl(text: &str) -> bool {
    // Hebrew to NKo are D6 to DF, Samaritan to Arabic Extended E0 A0.., presentation forms EF AC.., old scripts F0.
    text.bytes().any(|byte| matches!(byte, 0xD6..=0xE0 | 0xEF | 0xF0))
}

/// Returns the closing bracket or quotation mark of an opening one.
pub fn closing(it: char) -> Option<char> {
    Some(match it {
        '(' => ')',
        '[' => ']',
        '{' => '}',
        '«' => '»',
        '“' => '”',
        _ => return None,
    })
}

/// Tells whether a character closes what another opened.
pub fn is_closing(it: char) -> bool {
    matches!(it, ')' | ']' | '}' | '»' | '”')
}

/// Returns where the brackets stand that are opened in `text` and not closed, and whether one is closed that was not opened.
pub fn open_brackets(text: &str) -> (Vec<char>, bool) {
    let (mut open, mut is_broken) = (Vec::new(), false);
    for it in text.chars() {
        if let Some(close) = closing(it) {
            open.push(close);
        } else if is_closing(it) && open.pop() != Some(it) {
            is_broken = true;
        }
    }
    (open, is_broken)
}

/// Returns where a run ends that takes with it the brackets which it opened.
pub fn with_closing(text: &str, start: usize, end: usize) -> usize {
    let (mut open, _) = open_brackets(&text[start..end]);
    let mut end = end;
    while let Some(close) = open.pop() {
        let rest = &text[end..];
        // A sentence may end inside the brackets: `(see annex.)`
        let skipped = rest.len() - rest.trim_start_matches(['.', ',', '!', '?', '\'', '"', '*']).len();
        if !rest[skipped..].starts_with(close) {
            break;
        }
        end += skipped + close.len_utf8();
    }
    end
}

#[cfg(test)]
mod tests {
    use super::{Class, of, of_other};

    #[test]
    fn the_short_cut_for_arabic_agrees_with_unicode() {
        for it in ('\u{620}'..='\u{65F}')
            .chain('\u{660}'..='\u{669}')
            .chain('\u{670}'..='\u{6D3}')
            .chain('\u{6F0}'..='\u{6F9}')
        {
            assert_eq!(of(it), of_other(it), "{it:?}");
        }
        assert_eq!(of('ه'), Class::Right);
    }
}
