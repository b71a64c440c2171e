//! What templates may call: `t(id="…")`, the words of the interface. Nothing here reads a file, the environment or the network.

use std::{collections::BTreeMap, io, sync::Arc};

use tera::{Error, Kwargs, State, Tera, TeraResult};

/// The interface words that templates use, by language tag and message id; the site's languages in order.
pub type Words = Vec<(String, BTreeMap<String, String>)>;

/// Gives an engine its function: the words of the language with this rank, or of the one that `lang` names.
pub fn register(engine: &mut Tera, words: &Arc<Words>, rank: usize) {
    let words = Arc::clone(words);
    engine.register_function("t", move |args: Kwargs, _: &State| -> TeraResult<String> {
        let id = args.must_get::<&str>("id")?;
        let tag = args.get::<&str>("lang")?;
        let of_language = match tag {
            Some(tag) => words.iter().find(|(it, _)| it == tag),
            None => words.get(rank),
        };
        let text = of_language.and_then(|(_, texts)| texts.get(id));
        text.cloned().ok_or_else(|| {
            Error::message(format!("no interface text `{id}` in language `{}`", tag.unwrap_or_default()))
        })
    });
    engine.set_escape_fn(escape);
}

/// Lists the message ids that a template names, each with its place in the text.
pub fn ids(template: &str) -> impl Iterator<Item = (usize, &str)> {
    const CALL: &str = "t(id=\"";
    template.match_indices(CALL).filter_map(|(at, _)| {
        let from = at + CALL.len();
        let length = template[from..].find('"')?;
        Some((from, &template[from..from + length]))
    })
}

/// Puts the words of a language in place of plain `{{ t(id="…") }}`, so that they cost nothing while rendering.
pub fn inline(template: &str, texts: &BTreeMap<String, String>) -> String {
    const START: &str = "{{ t(id=\"";
    const END: &str = "\") }}";
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some(at) = rest.find(START) {
        let (before, call) = rest.split_at(at);
        out.push_str(before);
        let inner = &call[START.len()..];
        let known = inner.split_once(END).and_then(|(id, after)| Some((texts.get(id)?, after)));
        match known {
            Some((text, after)) if !text.contains(['{', '}']) => {
                out.push_str(&escaped(text));
                rest = after;
            }
            _ => {
                out.push_str(START);
                rest = inner;
            }
        }
    }
    out.push_str(rest);
    out
}

/// Takes the indentation out of a template, and the line breaks between tags, so that no page has to be rid of them again.
/// The default theme's templates hold no preformatted text, and words that a line break divides stand on one line with it.
pub fn unindent(template: &str) -> String {
    let lines = template.lines().map(str::trim).filter(|it| !it.is_empty());
    let mut out = String::with_capacity(template.len());
    for line in lines {
        let is_between_tags = out.is_empty() || out.ends_with(['>', '}']) && line.starts_with(['<', '{']);
        if !is_between_tags {
            out.push('\n');
        }
        out.push_str(line);
    }
    out
}

fn escaped(text: &str) -> String {
    let mut out = Vec::with_capacity(text.len());
    // Writing to memory cannot fail, and escaping keeps UTF-8 whole.
    let _ = escape(text, &mut out);
    String::from_utf8(out).unwrap_or_default()
}

/// Escapes text for element content and quoted attributes, and replaces the characters that are slots in a frame.
pub fn escape(text: &str, out: &mut dyn io::Write) -> io::Result<()> {
    let bytes = text.as_bytes();
    let mut done = 0;
    for (at, byte) in bytes.iter().enumerate() {
        let (replacement, length) = match byte {
            b'&' => ("&amp;", 1),
            b'<' => ("&lt;", 1),
            b'>' => ("&gt;", 1),
            b'"' => ("&quot;", 1),
            b'\'' => ("&#39;", 1),
            0xEF if is_noncharacter(&bytes[at..]) => ("\u{FFFD}", 3),
            _ => continue,
        };
        out.write_all(&bytes[done..at])?;
        out.write_all(replacement.as_bytes())?;
        done = at + length;
    }
    out.write_all(&bytes[done..])
}

/// Tells whether UTF-8 begins with one of U+FDD0..U+FDEF.
fn is_noncharacter(bytes: &[u8]) -> bool {
    matches!(bytes, [0xEF, 0xB7, 0x90..=0xAF, ..])
}

#[cfg(test)]
mod tests {
    use super::{escaped, ids, inline, unindent};

    #[test]
    fn text_is_escaped_and_cannot_fill_slots() {
        assert_eq!(escaped("<a href=\"x\">'&'"), "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;");
        assert_eq!(escaped("أ\u{FDD4}ﷺب"), "أ\u{FFFD}ﷺب");
    }

    #[test]
    fn indentation_goes_and_breaks_in_words_stay() {
        assert_eq!(unindent("<p>\n    <b>a\n\n  </b> c\n  d</p>\n"), "<p><b>a\n</b> c\nd</p>");
    }

    #[test]
    fn words_are_put_in_where_nothing_else_stands() {
        let texts = [("search".to_owned(), "البحث & \"".to_owned()), ("odd".to_owned(), "{{ x }}".to_owned())].into();
        let template =
            "<p>{{ t(id=\"search\") }}</p>{{ t(id=\"odd\") }}{{ t(id=\"none\") }}{{ t(id=\"search\", lang=it) }}";
        let expected =
            "<p>البحث &amp; &quot;</p>{{ t(id=\"odd\") }}{{ t(id=\"none\") }}{{ t(id=\"search\", lang=it) }}";
        assert_eq!(inline(template, &texts), expected);
        assert_eq!(ids(template).map(|it| it.1).collect::<Vec<_>>(), ["search", "odd", "none", "search"]);
    }
}
