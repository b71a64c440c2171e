//! Text and addresses as HTML wants them.

use std::{borrow::Cow, fmt::Write};

pub(in crate::markdown) use crate::text::bidi::escape;

/// Returns text without the characters that HTML cannot hold, which `text::bidi` passes on.
pub(super) fn without_controls(text: &str) -> Cow<'_, str> {
    let is_control = |it: char| it.is_ascii_control() && !matches!(it, '\t' | '\n');
    if !text.contains(is_control) {
        return Cow::Borrowed(text);
    }
    let kept = text.chars().filter(|it| *it == '\0' || !is_control(*it));
    Cow::Owned(kept.map(|it| if it == '\0' { '\u{FFFD}' } else { it }).collect())
}

/// Writes an address: percent-encodes what no address may hold, and keeps what is encoded already.
pub(super) fn address(address: &str, out: &mut String) {
    for byte in address.bytes() {
        match byte {
            b'&' => out.push_str("&amp;"),
            b'\'' => out.push_str("%27"),
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => out.push(char::from(byte)),
            b'-' | b'_' | b'.' | b'~' | b'!' | b'*' | b'(' | b')' | b';' | b':' | b'@' | b'=' | b'+' | b'$' | b','
            | b'/' | b'?' | b'#' | b'%' => {
                out.push(char::from(byte));
            }
            _ => {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{address, escape};

    fn escaped(text: &str) -> String {
        let mut out = String::new();
        escape(text, &mut out);
        out
    }

    fn encoded(text: &str) -> String {
        let mut out = String::new();
        address(text, &mut out);
        out
    }

    #[test]
    fn markup_signs_and_controls_never_pass() {
        assert_eq!(escaped("<أ & \"ب\">"), "&lt;أ &amp; &quot;ب&quot;&gt;");
        assert_eq!(escaped("a\0b\u{1}c\n"), "a\u{FFFD}bc\n");
    }

    #[test]
    fn addresses_hold_only_what_they_may() {
        assert_eq!(encoded("../قرار/?a=1&b=\"2\"#x"), "../%D9%82%D8%B1%D8%A7%D8%B1/?a=1&amp;b=%222%22#x");
        assert_eq!(encoded("java\tscript:%41 '\\"), "java%09script:%41%20%27%5C");
    }
}
