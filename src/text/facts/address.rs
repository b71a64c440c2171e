//! Web addresses and paths without the part that names a language: `/ar/` and `/en/`, `report-ar.pdf` and `report-en.pdf`.

use crate::text::script;

/// Names under which addresses call languages, beside their tags.
const NAMES: &[(&str, &[&str])] = &[
    ("ar", &["ara", "arb", "arabic"]),
    ("en", &["eng", "english"]),
    ("fr", &["fra", "fre", "french"]),
    ("es", &["spa", "spanish"]),
];

/// What a query calls the language.
const PARAMETERS: &[&str] = &["lang", "language", "locale", "hl", "l"];

/// Returns an address without the parts that name one of the languages `tags`, so that its counterparts are equal.
pub fn address(written: &str, tags: &[&str]) -> String {
    let mut out: Vec<(char, &str)> = Vec::new();
    for (sign, part) in parts(written) {
        let is_region = part.len() == 2 && matches!(sign, '-' | '_') && out.last().is_some_and(|it| it.0 == '\0');
        if is_language(part, tags) {
            let is_query = out.last().is_some_and(|it| PARAMETERS.contains(&it.1) && matches!(it.0, '?' | '&'));
            if sign == '=' && is_query {
                out.pop();
            }
            // Stands for the language until its region has been seen.
            out.push(('\0', ""));
        } else if !is_region {
            out.push((sign, part));
        }
    }
    let mut text = String::with_capacity(written.len());
    for (sign, part) in out.into_iter().filter(|it| it.0 != '\0') {
        if sign != '\u{1}' {
            text.push(sign);
        }
        text.push_str(part);
    }
    text.truncate(text.trim_end_matches('/').len());
    text
}

/// Splits an address at its signs; each part has the sign before it.
fn parts(written: &str) -> impl Iterator<Item = (char, &str)> {
    let mut rest = Some(written);
    let mut sign = '\u{1}';
    std::iter::from_fn(move || {
        let text = rest?;
        let found = text.find(['/', '.', '-', '_', '?', '&', '=', '#']);
        let part = &text[..found.unwrap_or(text.len())];
        let before = sign;
        rest = found.map(|at| {
            sign = char::from(text.as_bytes()[at]);
            &text[at + 1..]
        });
        Some((before, part))
    })
}

fn is_language(part: &str, tags: &[&str]) -> bool {
    let part = part.to_ascii_lowercase();
    tags.iter()
        .map(|it| script::language(it))
        .any(|tag| part == tag || NAMES.iter().any(|(known, names)| *known == tag && names.contains(&part.as_str())))
}
