//! The places in a page's frame into which finished HTML is put after rendering and minifying.
//!
//! A slot is one character that no text can hold (Unicode noncharacters are for a program's own use); escaping in
//! `functions` replaces such characters in authors' text. To the minifier it is a word like any other.

/// The slots by name, in the order of their characters.
pub const NAMES: [&str; 5] = ["head", "header", "navigation", "footer", "body"];

const FIRST: char = '\u{FDD0}';
/// What every slot's character begins with in UTF-8.
const LEAD: &[u8] = b"\xEF\xB7";
/// The last byte of the first slot.
const LAST: u8 = 0x90;

/// Returns the character of a slot as text.
pub fn token(number: usize) -> String {
    let code = u32::from(FIRST) + u32::try_from(number).unwrap_or_default();
    char::from_u32(code).unwrap_or(FIRST).to_string()
}

/// Replaces every slot in `frame` by its content, handed over as pieces that are joined.
pub fn fill(frame: &str, contents: &[&[&str]; NAMES.len()]) -> String {
    let size: usize = contents.iter().flat_map(|it| it.iter()).map(|it| it.len()).sum();
    let mut out = String::with_capacity(frame.len() + size);
    let (mut done, mut from) = (0, 0);
    let bytes = frame.as_bytes();
    while let Some(found) = bytes[from..].iter().position(|it| *it == LEAD[0]) {
        let at = from + found;
        from = at + 1;
        let number = match bytes.get(at + 1..at + 3) {
            Some([second, third]) if *second == LEAD[1] && *third >= LAST => usize::from(*third - LAST),
            _ => continue,
        };
        if let Some(pieces) = contents.get(number) {
            out.push_str(&frame[done..at]);
            pieces.iter().for_each(|it| out.push_str(it));
            done = at + 3;
            from = done;
        }
    }
    out.push_str(&frame[done..]);
    out
}

#[cfg(test)]
mod tests {
    use super::{fill, token};

    #[test]
    fn slots_are_filled_and_other_text_is_kept() {
        let frame = format!("<p>ﷲ{}</p>{}ﷺ\u{FDD9}", token(4), token(0));
        assert_eq!(fill(&frame, &[&["a", "b"], &[], &[], &[], &["نص"]]), "<p>ﷲنص</p>abﷺ\u{FDD9}");
    }
}
