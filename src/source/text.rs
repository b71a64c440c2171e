//! From bytes to text: encoding, byte-order mark, line ends, NUL, left-over conflict marks.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::Encoding;

use super::Dress;
use crate::{
    base::{FileId, Span},
    diag::{Diagnostic, codes::file},
};

/// A text as the stages read it, and what was wrong with its bytes.
pub struct Text {
    /// The text; where bytes were no characters it holds U+FFFD, so that later stages report too.
    pub text: String,
    /// What was taken away.
    pub dress: Dress,
    /// What was found; the spans name file 0 until ranks are known.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads bytes as text.
pub fn read(bytes: Vec<u8>) -> Text {
    let (text, mut diagnostics) = decode(bytes);
    let (text, dress) = undress(text, &mut diagnostics);
    let text = replace_nul(text, &mut diagnostics);
    diagnostics.extend(conflicts(&text));
    Text { text, dress, diagnostics }
}

fn decode(bytes: Vec<u8>) -> (String, Vec<Diagnostic>) {
    if let Some((name, text)) = utf32(&bytes).or_else(|| utf16(&bytes)) {
        return (text, vec![not_utf8(0, 0, Some(name))]);
    }
    match String::from_utf8(bytes) {
        Ok(text) => (text, Vec::new()),
        Err(fault) => {
            let start = fault.utf8_error().valid_up_to();
            let (good, rest) = fault.as_bytes().split_at(start);
            // What comes before the first bad byte is kept as it is, so its place in the repaired text is the same.
            let mut text = String::from_utf8_lossy(good).into_owned();
            let guess = guess(rest);
            // Read as what it looks like, later stages find the mistakes of the text and not those of its encoding.
            match guess {
                Some(encoding) => text.push_str(&encoding.decode_without_bom_handling(rest).0),
                None => text.push_str(&String::from_utf8_lossy(rest)),
            }
            let end = start + text[start..].chars().next().map_or(0, char::len_utf8);
            (text, vec![not_utf8(start, end, guess.map(name_of).as_deref())])
        }
    }
}

fn not_utf8(start: usize, end: usize, encoding: Option<&str>) -> Diagnostic {
    let found = Diagnostic::at(&file::NOT_UTF8, Span::new(FileId(0), start, end));
    match encoding {
        Some(name) => found.with("encoding", name).hint("encoding"),
        None => found,
    }
}

/// Reads UTF-32: by its mark, else by the two zero bytes that nearly every character of it has.
fn utf32(bytes: &[u8]) -> Option<(&'static str, String)> {
    let zeros = |place: usize| bytes.iter().skip(place).step_by(4).all(|it| *it == 0);
    let is_little = match bytes {
        [0xFF, 0xFE, 0, 0, ..] => true,
        [0, 0, 0xFE, 0xFF, ..] => false,
        _ if bytes.len() < 16 || !bytes.len().is_multiple_of(4) => return None,
        _ if zeros(3) && zeros(2) && !zeros(0) => true,
        _ if zeros(0) && zeros(1) && !zeros(3) => false,
        _ => return None,
    };
    let unit = |it: &[u8]| {
        let it = [it[0], it[1], it[2], it[3]];
        if is_little { u32::from_le_bytes(it) } else { u32::from_be_bytes(it) }
    };
    let text = bytes.chunks_exact(4).map(|it| char::from_u32(unit(it)).unwrap_or('\u{FFFD}'));
    Some((if is_little { "UTF-32LE" } else { "UTF-32BE" }, text.collect()))
}

/// Reads UTF-16, which Windows editors call "Unicode": by its mark, else by zero bytes that nearly all stand on one side.
fn utf16(bytes: &[u8]) -> Option<(&'static str, String)> {
    if !bytes.contains(&0) && !matches!(bytes, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..]) {
        return None;
    }
    let zeros = |side: usize| bytes.iter().skip(side).step_by(2).filter(|it| **it == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let is_wide = |own: usize, other: usize| {
        own > 2 && own > bytes.len() / 20 && own > other * 10 && bytes.len().is_multiple_of(2)
    };
    let is_little = match bytes {
        [0xFF, 0xFE, ..] => true,
        [0xFE, 0xFF, ..] => false,
        _ if is_wide(odd, even) => true,
        _ if is_wide(even, odd) => false,
        _ => return None,
    };
    let unit = |pair: &[u8]| {
        if is_little { u16::from_le_bytes([pair[0], pair[1]]) } else { u16::from_be_bytes([pair[0], pair[1]]) }
    };
    let text = char::decode_utf16(bytes.chunks_exact(2).map(unit)).map(|it| it.unwrap_or('\u{FFFD}'));
    Some((if is_little { "UTF-16LE" } else { "UTF-16BE" }, text.collect()))
}

/// Guesses an old encoding by the letters that it would make of the bytes; nothing when a UTF-8 file is only damaged in places.
fn guess(bytes: &[u8]) -> Option<&'static Encoding> {
    let (mut letters, mut broken) = (0, 0);
    for it in bytes.utf8_chunks() {
        letters += it.valid().chars().filter(|it| !it.is_ascii()).count();
        broken += it.invalid().len();
    }
    if letters > broken {
        return None;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    Some(detector.guess(None, Utf8Detection::Deny))
}

/// Returns the name that editors show: the standard's own is in small letters.
fn name_of(encoding: &'static Encoding) -> String {
    encoding.name().replacen("windows", "Windows", 1)
}

/// Takes away byte-order mark and CR before LF: read as if absent. Spans found so far move with the text. Where CR alone ends the
/// lines, as on old computers, each is read as LF.
fn undress(text: String, diagnostics: &mut Vec<Diagnostic>) -> (String, Dress) {
    let text = match text.find('\r') {
        Some(at) if !text.contains('\n') => {
            let place = Span::new(FileId(0), at, at);
            diagnostics.push(Diagnostic::at(&file::LINE_ENDS, place).hint("return"));
            text.replace('\r', "\n")
        }
        _ => text,
    };
    let has_bom = text.starts_with('\u{FEFF}');
    let has_crlf = text.contains("\r\n");
    if !has_bom && !has_crlf {
        return (text, Dress::default());
    }
    let body = text.strip_prefix('\u{FEFF}').unwrap_or(&text);
    let mixed = mixed_line_end(body);
    let lost =
        |at: usize| text[..at].matches("\r\n").count() + if has_bom && at > 0 { '\u{FEFF}'.len_utf8() } else { 0 };
    for found in diagnostics.iter_mut() {
        if let crate::diag::Place::At(span) = &mut found.place {
            let range = span.range();
            *span = Span::new(span.file, range.start - lost(range.start), range.end - lost(range.end));
        }
    }
    // A mark of another encoding is told with that encoding.
    if has_bom && diagnostics.is_empty() {
        diagnostics.push(Diagnostic::at(&file::BYTE_ORDER_MARK, Span::new(FileId(0), 0, 0)));
    }
    diagnostics.extend(mixed.map(|at| {
        let at = at - body[..at].matches("\r\n").count();
        Diagnostic::at(&file::LINE_ENDS, Span::new(FileId(0), at, at)).hint("mixed")
    }));
    (body.replace("\r\n", "\n"), Dress { has_bom, has_crlf })
}

/// Returns where the first line ends that does so otherwise than the line before it; a file of one kind throughout is none
/// of our business: version control makes such on Windows.
fn mixed_line_end(text: &str) -> Option<usize> {
    let first = text.find('\n').filter(|at| *at > 0).map(|at| text[..at].ends_with('\r'))?;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let end = at + line.trim_end_matches(['\r', '\n']).len();
        if line.ends_with('\n') && line.ends_with("\r\n") != first {
            return Some(end);
        }
        at += line.len();
    }
    None
}

/// Replaces NUL by U+FFFD, as CommonMark demands, and reports the first of each line.
fn replace_nul(text: String, diagnostics: &mut Vec<Diagnostic>) -> String {
    if !text.contains('\0') {
        return text;
    }
    let text = text.replace('\0', "\u{FFFD}\0");
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        if let Some(at) = line.find("\u{FFFD}\0") {
            let start = out.len() + at;
            let span = Span::new(FileId(0), start, start + '\u{FFFD}'.len_utf8());
            diagnostics.push(Diagnostic::at(&file::NULL_CHARACTER, span).fix(span, "", true));
        }
        out.extend(line.chars().filter(|it| *it != '\0'));
    }
    out
}

/// Finds the marks that version control leaves: `<<<<<<< ` opens, `>>>>>>> ` closes. `=======` alone is a heading in Markdown.
fn conflicts(text: &str) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    let (mut at, mut is_open) = (0, false);
    for line in text.split_inclusive('\n') {
        let opens = line.starts_with("<<<<<<< ");
        let closes = line.starts_with(">>>>>>> ");
        if opens || closes && !is_open {
            let span = Span::new(FileId(0), at, at + line.trim_end_matches('\n').len());
            out.push(Diagnostic::at(&file::CONFLICT, span));
        }
        is_open = opens || is_open && !closes;
        at += line.len();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Dress, read};
    use crate::diag::{Arg, Diagnostic, Place};

    fn place(found: &Diagnostic) -> std::ops::Range<usize> {
        match found.place {
            Place::At(span) => span.range(),
            _ => 0..0,
        }
    }

    /// Reads bytes and shows each fault with its encoding and the text that it points at.
    fn faults(bytes: &[u8]) -> Vec<(&'static str, Option<Arg>, String)> {
        let read = read(bytes.to_vec());
        let show =
            |it: &Diagnostic| (it.code.name, it.args.first().map(|it| it.1.clone()), read.text[place(it)].to_owned());
        read.diagnostics.iter().map(show).collect()
    }

    #[test]
    fn clean_text_is_kept() {
        let text = read("# الهجرة\n".as_bytes().to_vec());
        assert_eq!((text.text.as_str(), text.dress), ("# الهجرة\n", Dress::default()));
        assert!(text.diagnostics.is_empty());
    }

    #[test]
    fn mark_and_carriage_returns_are_read_as_if_absent_and_can_be_put_back() {
        let raw = "\u{FEFF}سطر\r\nسطر\r\n";
        let text = read(raw.as_bytes().to_vec());
        assert_eq!(text.text, "سطر\nسطر\n");
        assert_eq!(text.diagnostics.iter().map(|it| it.code.name).collect::<Vec<_>>(), ["file/byte-order-mark"]);
        assert_eq!(text.dress.wear(&text.text), raw);
    }

    #[test]
    fn the_first_line_that_ends_otherwise_is_told() {
        let ends =
            |raw: &str| read(raw.as_bytes().to_vec()).diagnostics.iter().map(|it| place(it).start).collect::<Vec<_>>();
        assert!(ends("سطر\r\nسطر\r\n").is_empty());
        assert!(ends("سطر\nسطر").is_empty());
        assert_eq!(ends("ab\r\nab\nab\r\n"), [5]);
        assert_eq!(ends("ab\nab\r\nab\r\n"), [5]);
    }

    #[test]
    fn lines_that_a_carriage_return_ends_are_lines() {
        let read = read("# سطر\rسطر\r".as_bytes().to_vec());
        assert_eq!((read.text.as_str(), read.dress), ("# سطر\nسطر\n", Dress::default()));
        assert_eq!(
            read.diagnostics.iter().map(|it| (it.code.name, it.hint)).collect::<Vec<_>>(),
            [("file/line-ends", Some("return"))]
        );
    }

    #[test]
    fn old_code_pages_are_named_with_the_place_of_the_first_byte() {
        // "title: الهجرة" in Windows-1256.
        let arabic = b"title: \xC7\xE1\xE5\xCC\xD1\xC9\n";
        assert_eq!(faults(arabic), [("file/not-utf8", Some("Windows-1256".into()), "ا".to_owned())]);
        assert_eq!(place(&read(arabic.to_vec()).diagnostics[0]).start, 7);
        assert_eq!(read(arabic.to_vec()).text, "title: الهجرة\n", "read as what it looks like");
        assert_eq!(faults(b"title: caf\xE9 ole\n")[0].1, Some("Windows-1252".into()));
        // A UTF-8 file with one bad byte is damaged, not of another encoding.
        assert_eq!(
            faults(
                "\u{FEFF}قرار "
                    .as_bytes()
                    .iter()
                    .chain(b"\xFF ")
                    .chain("المجلس".as_bytes())
                    .copied()
                    .collect::<Vec<_>>()
                    .as_slice()
            )[0]
            .1,
            None
        );
    }

    #[test]
    fn place_of_the_bad_byte_counts_what_the_text_keeps() {
        let read = read(b"\xEF\xBB\xBFa\r\nb\r\nc \xE9\r\n".to_vec());
        assert_eq!(&read.text[..place(&read.diagnostics[0]).end], "a\nb\nc é");
    }

    #[test]
    fn utf16_is_read_and_refused() {
        for (name, is_little) in [("UTF-16LE", true), ("UTF-16BE", false)] {
            let text = "title: الهجرة\n";
            let bytes = |it: u16| if is_little { it.to_le_bytes() } else { it.to_be_bytes() };
            let raw: Vec<u8> = text.encode_utf16().flat_map(bytes).collect();
            assert_eq!(faults(&raw), [("file/not-utf8", Some(name.into()), String::new())]);
            assert_eq!(read(raw).text, text);
        }
    }

    #[test]
    fn utf32_is_read_and_refused() {
        let text = "title: الهجرة\n";
        for (name, is_little, mark) in [("UTF-32LE", true, ""), ("UTF-32BE", false, ""), ("UTF-32LE", true, "\u{FEFF}")]
        {
            let bytes = |it: char| if is_little { u32::from(it).to_le_bytes() } else { u32::from(it).to_be_bytes() };
            let raw: Vec<u8> = mark.chars().chain(text.chars()).flat_map(bytes).collect();
            assert_eq!(faults(&raw), [("file/not-utf8", Some(name.into()), String::new())]);
            assert_eq!(read(raw).text, text);
        }
    }

    #[test]
    fn nul_is_replaced_and_reported_once_a_line() {
        let found = faults("فقرة\0 و\0\nb\0\n".as_bytes());
        assert_eq!(found, vec![("file/null-character", None, "\u{FFFD}".to_owned()); 2]);
        assert_eq!(read(b"a\0b".to_vec()).text, "a\u{FFFD}b");
    }

    #[test]
    fn a_conflict_is_reported_once_and_a_heading_is_none() {
        let text = "a\n<<<<<<< HEAD\nقديم\n=======\nجديد\n>>>>>>> branch\nb\n";
        assert_eq!(faults(text.as_bytes()), [("file/conflict", None, "<<<<<<< HEAD".to_owned())]);
        assert_eq!(faults(b">>>>>>> left\n").len(), 1);
        assert!(faults(b"Title\n=======\n<<<<<<<\n").is_empty());
    }
}
