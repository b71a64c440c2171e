//! The visible words of a piece of HTML: the guard of the minifier.
//!
//! minify-html drops white space between inline siblings in `div`, `nav` and other layout elements, and so joins words.
//! [`same`] reads two pieces side by side in one pass, without building anything, and tells whether a reader sees the same words.
//!
//! Word boundaries are those of a browser: white space, block elements and line breaks. Inline and unknown elements are none
//! (the strict choice: a boundary that only a style sheet makes is not trusted). Entities that are not known here stay as
//! written, so that a piece with such an entity may be reported as different, never as equal by mistake.

use std::str;

/// Tells whether two pieces of HTML show the same words in the same order.
pub fn same(before: &str, after: &str) -> bool {
    let (mut left, mut right) = (Runs::new(before), Runs::new(after));
    let (mut a, mut b): (&[u8], &[u8]) = (&[], &[]);
    let mut is_first = true;
    loop {
        match (a.is_empty(), b.is_empty()) {
            (true, true) => match (left.next(), right.next()) {
                (Some((gap_a, run_a)), Some((gap_b, run_b))) => {
                    if gap_a != gap_b && !is_first {
                        return false;
                    }
                    (a, b, is_first) = (run_a, run_b, false);
                }
                (None, None) => return true,
                _ => return false,
            },
            (true, false) => match left.next() {
                Some((false, run)) => a = run,
                _ => return false,
            },
            (false, true) => match right.next() {
                Some((false, run)) => b = run,
                _ => return false,
            },
            (false, false) => {}
        }
        let shared = a.len().min(b.len());
        if a[..shared] != b[..shared] {
            return false;
        }
        (a, b) = (&a[shared..], &b[shared..]);
    }
}

/// Runs of visible text without a boundary inside, each with whether a boundary stands before it.
struct Runs<'a> {
    html: &'a [u8],
    at: usize,
}

impl<'a> Runs<'a> {
    fn new(html: &'a str) -> Self {
        Self { html: html.as_bytes(), at: 0 }
    }

    fn tag(&mut self) -> bool {
        let (tag, end) = read_tag(self.html, self.at);
        self.at = end;
        if tag.is_hidden {
            self.at = end_of_hidden(self.html, end, tag.name);
        }
        tag.is_boundary
    }
}

impl<'a> Iterator for Runs<'a> {
    type Item = (bool, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let mut gap = false;
        loop {
            match *self.html.get(self.at)? {
                b' ' | b'\n' | b'\t' | b'\r' | b'\x0c' => {
                    gap = true;
                    self.at += 1;
                }
                b'<' if starts_markup(self.html, self.at) => gap |= self.tag(),
                b'&' => {
                    let (text, end) = read_entity(self.html, self.at);
                    self.at = end;
                    if text == b" " || text == b"\n" || text == b"\t" {
                        gap = true;
                    } else {
                        return Some((gap, text));
                    }
                }
                _ => {
                    let start = self.at;
                    let rest = &self.html[start + 1..];
                    self.at =
                        rest.iter().position(|it| STOPS[usize::from(*it)]).map_or(self.html.len(), |it| start + 1 + it);
                    return Some((gap, &self.html[start..self.at]));
                }
            }
        }
    }
}

/// Bytes that end a run of text.
static STOPS: [bool; 256] = {
    let mut table = [false; 256];
    let mut at = 0;
    let stops = b" \n\t\r\x0c<&";
    while at < stops.len() {
        table[stops[at] as usize] = true;
        at += 1;
    }
    table
};

fn starts_markup(html: &[u8], at: usize) -> bool {
    html.get(at + 1).is_some_and(|it| it.is_ascii_alphabetic() || matches!(it, b'/' | b'!' | b'?'))
}

struct Tag<'a> {
    name: &'a [u8],
    is_boundary: bool,
    is_hidden: bool,
}

/// Reads the tag, comment or declaration at `start` and returns it with the place after it.
fn read_tag(html: &[u8], start: usize) -> (Tag<'_>, usize) {
    if html[start..].starts_with(b"<!--") {
        let end = find(html, start + 4, b"-->").map_or(html.len(), |it| it + 3);
        return (Tag { name: b"", is_boundary: false, is_hidden: false }, end);
    }
    let is_closing = html.get(start + 1) == Some(&b'/');
    let from = start + 1 + usize::from(is_closing);
    let length = html[from..].iter().position(|it| !it.is_ascii_alphanumeric()).unwrap_or(html.len() - from);
    let name = &html[from..from + length];
    let end = end_of_tag(html, from + length);
    let is_hidden = !is_closing && matches!(name, b"script" | b"style" | b"template");
    (Tag { name, is_boundary: is_block(name), is_hidden }, end)
}

/// Returns the place after the `>` that ends a tag; a `>` inside a quoted value does not.
fn end_of_tag(html: &[u8], mut at: usize) -> usize {
    while let Some(found) = html[at..].iter().position(|it| matches!(it, b'>' | b'"' | b'\'')) {
        at += found;
        let byte = html[at];
        if byte == b'>' {
            return at + 1;
        }
        at += 1;
        if html[at - 2] == b'=' {
            at += html[at..].iter().position(|it| *it == byte).map_or(html.len() - at, |it| it + 1);
        }
    }
    html.len()
}

fn end_of_hidden(html: &[u8], from: usize, name: &[u8]) -> usize {
    let mut at = from;
    while let Some(found) = find(html, at, b"</") {
        if html[found + 2..].starts_with(name) {
            return found;
        }
        at = found + 2;
    }
    html.len()
}

fn find(html: &[u8], from: usize, wanted: &[u8]) -> Option<usize> {
    let rest = html.get(from..)?;
    rest.windows(wanted.len()).position(|it| it == wanted).map(|it| from + it)
}

/// Reads the entity at `start` and returns its text with the place after it.
fn read_entity(html: &[u8], start: usize) -> (&[u8], usize) {
    let window = &html[start..html.len().min(start + 10)];
    let Some(length) = window.iter().position(|it| *it == b';') else { return (&html[start..=start], start + 1) };
    let text: &[u8] = match &window[1..length] {
        b"amp" => b"&",
        b"lt" => b"<",
        b"gt" => b">",
        b"quot" => b"\"",
        b"apos" => b"'",
        b"nbsp" => "\u{a0}".as_bytes(),
        [b'#', number @ ..] => match ascii_of(number) {
            Some(text) => text,
            None => return (&html[start..=start], start + 1),
        },
        _ => return (&html[start..=start], start + 1),
    };
    (text, start + length + 1)
}

/// All ASCII characters in order, to borrow single ones from.
static ASCII: [u8; 128] = {
    let mut table = [0; 128];
    let mut at: u8 = 0;
    while at < 128 {
        table[at as usize] = at;
        at += 1;
    }
    table
};

fn ascii_of(number: &[u8]) -> Option<&'static [u8]> {
    let number = str::from_utf8(number).ok()?;
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => usize::from_str_radix(hex, 16).ok()?,
        None => number.parse().ok()?,
    };
    ASCII.get(code..=code)
}

/// Tells whether an element stands on lines (or in a cell) of its own, or breaks the line.
fn is_block(name: &[u8]) -> bool {
    matches!(
        name,
        b"address"
            | b"article"
            | b"aside"
            | b"blockquote"
            | b"body"
            | b"br"
            | b"caption"
            | b"col"
            | b"colgroup"
            | b"dd"
            | b"details"
            | b"dialog"
            | b"div"
            | b"dl"
            | b"dt"
            | b"fieldset"
            | b"figcaption"
            | b"figure"
            | b"footer"
            | b"form"
            | b"h1"
            | b"h2"
            | b"h3"
            | b"h4"
            | b"h5"
            | b"h6"
            | b"head"
            | b"header"
            | b"hgroup"
            | b"hr"
            | b"html"
            | b"legend"
            | b"li"
            | b"link"
            | b"main"
            | b"menu"
            | b"meta"
            | b"nav"
            | b"ol"
            | b"optgroup"
            | b"option"
            | b"p"
            | b"pre"
            | b"search"
            | b"section"
            | b"summary"
            | b"table"
            | b"tbody"
            | b"td"
            | b"tfoot"
            | b"th"
            | b"thead"
            | b"title"
            | b"tr"
            | b"ul"
    )
}

#[cfg(test)]
mod tests {
    use super::same;

    #[test]
    fn white_space_and_blocks_part_words_and_inline_elements_do_not() {
        for (before, after) in [
            ("<p>عملية  التشاور\n</p> <p>الهجرة", "<p>عملية التشاور</p><p>الهجرة"),
            ("<ul>\n <li>أ</li>\n <li>ب</li></ul>", "<ul><li>أ<li>ب</ul>"),
            ("<b>هج</b>رة", "هج<b>رة</b>"),
            ("A&amp;B &quot;x&quot; &#x27;y&#39; a&#32;b", "A&amp;B \"x\" 'y' a b"),
            ("one<br>two", "one two"),
            ("<a title=\"a > b\">x</a>", "<a title=\"a > b\">x</a>"),
            ("<!-- a --><script>x y</script><p>z", "<p>z"),
            ("", "  <p> </p>"),
            ("a < b &nope; c", "a < b &nope; c"),
        ] {
            assert!(same(before, after), "{before} / {after}");
            assert!(same(after, before), "{after} / {before}");
        }
    }

    #[test]
    fn joined_parted_lost_and_changed_words_are_seen() {
        for (before, after) in [
            ("<div><a>واحد</a> <a>اثنان</a></div>", "<div><a>واحد</a><a>اثنان</a></div>"),
            ("<b>هج</b>رة", "<b>هج</b> رة"),
            ("<p>one <b>two</b>", "<p>one<b>two</b>"),
            ("<p>واحد اثنان", "<p>واحد"),
            ("<p>واحد", "<p>واحد اثنان"),
            ("resolution 7833", "resolution 7834"),
            ("&copy; x", "© x"),
        ] {
            assert!(!same(before, after), "{before} / {after}");
            assert!(!same(after, before), "{after} / {before}");
        }
    }
}
