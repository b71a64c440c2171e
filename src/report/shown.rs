//! What a terminal can show of foreign text without being misled by it.

/// Starts a run whose direction is that of its first strong character.
pub const FIRST_STRONG_ISOLATE: char = '\u{2068}';
/// Ends an isolated run.
pub const POP_ISOLATE: char = '\u{2069}';

/// Tells whether a text holds a character that is written from right to left.
pub fn has_right_to_left(text: &str) -> bool {
    text.chars().any(is_right_to_left)
}

/// Blocks of the Unicode ranges that UAX #9 reserves for right-to-left scripts.
fn is_right_to_left(it: char) -> bool {
    matches!(it, '\u{0590}'..='\u{08ff}' | '\u{200f}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// Tells whether a character is not seen but changes what is seen: controls, direction marks, joiners.
fn is_invisible(it: char) -> bool {
    it.is_control()
        || matches!(it, '\u{00ad}' | '\u{061c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// Returns a text with every invisible character spelled out, and isolated from the line around it.
pub fn isolated(text: &str) -> String {
    let mut out = String::from(FIRST_STRONG_ISOLATE);
    for it in text.chars() {
        if is_invisible(it) { out.push_str(&format!("<U+{:04X}>", u32::from(it))) } else { out.push(it) }
    }
    out.push(POP_ISOLATE);
    out
}

/// Returns a text without isolates, for places where they would be replaced by a mark.
pub fn without_isolates(text: &str) -> String {
    text.chars().filter(|it| !matches!(it, '\u{2066}'..='\u{2069}')).collect()
}

/// Returns the first characters of a text, with an ellipsis when it is longer.
pub fn shortened(text: &str, limit: usize) -> String {
    match text.char_indices().nth(limit) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{has_right_to_left, isolated, shortened, without_isolates};

    #[test]
    fn arabic_is_found_in_any_form() {
        for text in ["قرار 7833", "ﷺ", "a ﻻ"] {
            assert!(has_right_to_left(text), "{text}");
        }
        assert!(!has_right_to_left("resolution 7833 – Ωé中"));
    }

    #[test]
    fn invisible_characters_are_spelled_out() {
        assert_eq!(isolated("أ\u{202e}ب\u{200b}"), "\u{2068}أ<U+202E>ب<U+200B>\u{2069}");
        assert_eq!(without_isolates("\u{2068}أ\u{2069}ب"), "أب");
    }

    #[test]
    fn long_texts_end_in_an_ellipsis() {
        assert_eq!(shortened("مفوضية", 3), "مفو…");
        assert_eq!(shortened("مفوضية", 6), "مفوضية");
    }
}
