//! Single values of YAML, written anew in the manner of their author: quoted, plain or as a block.

/// Returns what replaces a value. `written` is its source, `margin` the blanks that begin its line.
pub fn replaced(written: &str, text: &str, margin: &str) -> String {
    if written.starts_with(['|', '>']) {
        return block(written, text, margin);
    }
    if written.starts_with('\'') && is_printable(text) {
        return format!("'{}'", text.replace('\'', "''"));
    }
    let is_plain = !written.starts_with(['"', '\'']);
    if is_plain && is_safe_plain(text) { text.to_owned() } else { quoted(text) }
}

/// Returns a value between double quotes.
pub fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for it in text.chars() {
        match it {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            it if it.is_control() || is_unseen(it) => out.push_str(&format!("\\u{:04X}", u32::from(it))),
            it => out.push(it),
        }
    }
    out.push('"');
    out
}

fn is_unseen(it: char) -> bool {
    matches!(it, '\u{2028}' | '\u{2029}' | '\u{FEFF}')
}

fn is_printable(text: &str) -> bool {
    !text.chars().any(|it| it.is_control() || is_unseen(it))
}

/// Tells whether words can stand without quotes anywhere: letters, digits and blanks, of which the first is a letter.
fn is_safe_plain(text: &str) -> bool {
    let is_word = |it: char| it.is_alphanumeric() || it == ' ' || matches!(it, '\u{64B}'..='\u{652}' | '.' | '،');
    let is_name = ["true", "false", "null", "yes", "no", "on", "off"].contains(&text.to_lowercase().as_str());
    text.starts_with(char::is_alphabetic) && !text.ends_with(' ') && text.chars().all(is_word) && !is_name
}

/// Keeps the indent of a block. A folded one becomes literal, so that its lines are what they say.
fn block(written: &str, text: &str, margin: &str) -> String {
    let header = written.lines().next().unwrap_or("|").replacen('>', "|", 1);
    let first = written.lines().skip(1).find(|it| !it.trim().is_empty()).unwrap_or_default();
    let indent = &first[..first.len() - first.trim_start_matches(' ').len()];
    let indent = if indent.is_empty() { format!("{margin}  ") } else { indent.to_owned() };
    let lines = text.lines().map(|it| if it.is_empty() { String::new() } else { format!("{indent}{it}") });
    std::iter::once(header).chain(lines).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::{quoted, replaced};
    use crate::{base::FileId, record::yaml};

    #[test]
    fn what_is_written_is_read_again() {
        for text in
            ["هجرة", "a: b", "it's \"so\"", "سطر\nآخر", "- x", "true", "7833", "a # b", "\\n", "{x}", "حرّة", "x, y"]
        {
            for written in ["plain", "\"a\"", "'a'", "|\n    a\n    b", ">-\n    a"] {
                let yaml = format!("k:\n  ar: {}\n  en: x\n", replaced(written, text, "  "));
                let read = yaml::read(FileId(0), &yaml, 0..yaml.len());
                assert_eq!(read.diagnostics, [], "{yaml}");
                let shown = format!("{:?}", read.value);
                assert!(
                    shown.contains(&format!("{:?}", text.trim())[1..])
                        || shown.contains(text)
                        || shown.contains(&format!("{text:?}").trim_matches('"').to_owned()),
                    "{yaml}\n{shown}"
                );
            }
        }
        assert_eq!(quoted("a\"b"), "\"a\\\"b\"");
        assert_eq!(replaced("كلمة", "كلمة أخرى", ""), "كلمة أخرى");
    }
}
