//! Isolation of what the bidirectional algorithm would lay out in the wrong order, and language of parts.
//!
//! In a right-to-left text an *atomic* run (date, symbol, address, phone number, `C++`) is isolated as left-to-right, a
//! phrase of another script is marked with its language; ranges, percentages and scores (`2018-2019`, `53%`, `3-1`) are laid
//! out right to left by nature and are left alone. In a left-to-right text every run of right-to-left words is isolated.
//! Linear in the length of the text; text of one script without digits is only copied.

mod address;
mod class;
mod inner;
mod join;
mod ltr;
mod rtl;
#[cfg(test)]
mod tests;
mod token;

use std::{borrow::Cow, ops::Range};

use super::script::{self, Script};
use crate::base::Dir;

pub use class::is_strong;

/// The page around a text.
#[derive(Clone, Copy, Debug)]
pub struct Around<'a> {
    /// The direction of the text around.
    pub dir: Dir,
    /// The site's languages with their directions; the first of a script names the language of a phrase in it.
    pub languages: &'a [(&'a str, Dir)],
}

/// A run that is not left as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Run {
    /// Laid out as one left-to-right piece.
    Atomic(Range<usize>),
    /// Words of another direction.
    Phrase(Range<usize>, Script),
}

impl Run {
    /// Returns where it stands.
    pub fn range(&self) -> &Range<usize> {
        match self {
            Self::Atomic(range) | Self::Phrase(range, _) => range,
        }
    }
}

/// Finds the runs to isolate, in order.
pub fn runs(text: &str, dir: Dir) -> Vec<Run> {
    match dir {
        Dir::Rtl if class::may_need_ltr(text) => rtl::runs(text),
        Dir::Ltr if class::may_need_rtl(text) => ltr::runs(text),
        _ => Vec::new(),
    }
}

/// Wraps what would be laid out in the wrong order in U+2066 or U+2067 and U+2069, for text where markup is impossible.
pub fn isolate(text: &str, dir: Dir) -> Cow<'_, str> {
    let runs = runs(text, dir);
    if runs.is_empty() {
        return Cow::Borrowed(text);
    }
    let (mut out, mut done) = (String::with_capacity(text.len() + runs.len() * 6), 0);
    for run in &runs {
        let range = run.range();
        out.push_str(&text[done..range.start]);
        let is_rtl = matches!(run, Run::Phrase(_, script) if script.is_rtl());
        out.push(if is_rtl { '\u{2067}' } else { '\u{2066}' });
        if is_rtl {
            out.push_str(&isolate(&text[range.clone()], Dir::Rtl));
        } else {
            isolate_inside(&text[range.clone()], &mut out);
        }
        out.push('\u{2069}');
        done = range.end;
    }
    out.push_str(&text[done..]);
    Cow::Owned(out)
}

/// Writes a left-to-right run with isolates around the pieces of it that need their own.
fn isolate_inside(run: &str, out: &mut String) {
    let (dir, pieces) = inner::pieces(run);
    let mut done = 0;
    for piece in pieces {
        out.push_str(&run[done..piece.start]);
        out.push(if dir == Dir::Rtl { '\u{2067}' } else { '\u{2066}' });
        out.push_str(&run[piece.clone()]);
        out.push('\u{2069}');
        done = piece.end;
    }
    out.push_str(&run[done..]);
}

/// Writes a text as HTML: escaped, atomic runs in `<bdi dir=ltr>`, phrases of another direction in a `<span>` with language and
/// direction. Isolates that stand in the text, in pairs, become the same markup.
pub fn html(text: &str, around: &Around<'_>, out: &mut String) {
    let mut done = 0;
    for run in runs(text, around.dir) {
        let range = run.range().clone();
        between(&text[done..range.start], around, out);
        let close = open(&run, around, out);
        inside(&run, &text[range.clone()], around, out);
        out.push_str(close);
        done = range.end;
    }
    between(&text[done..], around, out);
}

/// Writes the start tag for a run and returns the end tag.
pub fn open(run: &Run, around: &Around<'_>, out: &mut String) -> &'static str {
    match run {
        Run::Atomic(_) => {
            out.push_str("<bdi dir=\"ltr\">");
            "</bdi>"
        }
        Run::Phrase(_, script) => {
            let dir = if script.is_rtl() { Dir::Rtl } else { Dir::Ltr };
            out.push_str("<span lang=\"");
            escape(language(*script, around), out);
            out.push_str("\" dir=\"");
            out.push_str(dir.as_str());
            out.push_str("\">");
            "</span>"
        }
    }
}

/// Writes what a run holds, or a part of it; pieces of a left-to-right run that need their own markup get it.
pub fn inside(run: &Run, text: &str, around: &Around<'_>, out: &mut String) {
    if matches!(run, Run::Phrase(_, script) if script.is_rtl()) {
        return html(text, &Around { dir: Dir::Rtl, ..*around }, out);
    }
    let (dir, pieces) = inner::pieces(text);
    let mut done = 0;
    for piece in pieces {
        escape(&text[done..piece.start], out);
        out.push_str(if dir == Dir::Rtl { "<bdi dir=\"rtl\">" } else { "<bdi dir=\"ltr\">" });
        escape(&text[piece.clone()], out);
        out.push_str("</bdi>");
        done = piece.end;
    }
    escape(&text[done..], out);
}

/// Writes what stands between runs. A name that a message isolates, or an author did, lies in it whole.
pub fn between(text: &str, around: &Around<'_>, out: &mut String) {
    let mut rest = text;
    while rest.as_bytes().contains(&0xE2)
        && let Some((before, control, isolated, after)) = isolated(rest)
    {
        escape(before, out);
        let dir = match control {
            '\u{2066}' => Dir::Ltr,
            '\u{2067}' => Dir::Rtl,
            _ => first_strong(isolated).unwrap_or(around.dir),
        };
        let own = if dir == around.dir { None } else { whole(isolated, dir) };
        let close = match &own {
            Some(run) => open(run, around, out),
            None => {
                out.push_str("<bdi dir=\"");
                out.push_str(dir.as_str());
                out.push_str("\">");
                "</bdi>"
            }
        };
        html(isolated, &Around { dir, ..*around }, out);
        out.push_str(close);
        rest = after;
    }
    escape(rest, out);
}

/// Splits a text at its first isolate that is closed: what stands before, the control, what it isolates, what stands after.
fn isolated(text: &str) -> Option<(&str, char, &str, &str)> {
    /// Deeper ones stay as they are.
    const DEEPEST: u32 = 4;
    let start = text.find(|it| matches!(it, '\u{2066}'..='\u{2068}'))?;
    let mut depth = 0u32;
    for (at, it) in text[start..].char_indices() {
        match it {
            '\u{2066}'..='\u{2068}' if depth == DEEPEST => return None,
            '\u{2066}'..='\u{2068}' => depth += 1,
            '\u{2069}' if depth == 1 => {
                let inner = start + it.len_utf8()..start + at;
                let control = text[start..].chars().next()?;
                return Some((&text[..start], control, &text[inner.clone()], &text[inner.end + it.len_utf8()..]));
            }
            '\u{2069}' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Returns what an isolated text is as a whole: a phrase, if it is words of its direction.
fn whole(text: &str, dir: Dir) -> Option<Run> {
    let words = text.split_whitespace().filter(|it| it.chars().any(|it| is_strong(it, dir))).count();
    let first = text.chars().find(|it| is_strong(*it, dir))?;
    let is_phrase = words > usize::from(dir == Dir::Ltr);
    is_phrase.then(|| Run::Phrase(0..text.len(), script::of_char(first)))
}

fn first_strong(text: &str) -> Option<Dir> {
    text.chars().find_map(|it| [Dir::Ltr, Dir::Rtl].into_iter().find(|dir| is_strong(it, *dir)))
}

/// Writes a text with the characters escaped that mean something in HTML, in text as in quoted attributes.
pub fn escape(text: &str, out: &mut String) {
    let bytes = text.as_bytes();
    let mut done = 0;
    while let Some(found) = bytes[done..].iter().position(|it| ESCAPED[usize::from(*it)]) {
        let at = done + found;
        out.push_str(&text[done..at]);
        out.push_str(match bytes[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            // A parser would replace or refuse control characters.
            0 => "\u{FFFD}",
            b'\r' if bytes.get(at + 1) != Some(&b'\n') => "\n",
            _ => "",
        });
        done = at + 1;
    }
    out.push_str(&text[done..]);
}

/// Bytes that do not stand for themselves in HTML.
static ESCAPED: [bool; 256] = {
    let mut table = [false; 256];
    let mut at = 0;
    while at < 32 {
        table[at] = at != b'\t' as usize && at != b'\n' as usize;
        at += 1;
    }
    table[127] = true;
    table[b'&' as usize] = true;
    table[b'<' as usize] = true;
    table[b'>' as usize] = true;
    table[b'"' as usize] = true;
    table
};

/// Returns the site's language of a script, else "undetermined" in that script.
fn language<'a>(script: Script, around: &Around<'a>) -> &'a str {
    let of_site = around.languages.iter().find(|(tag, _)| script::of_language(tag) == script);
    of_site.map_or(script.undetermined(), |(tag, _)| tag)
}
