//! BibTeX: one `@misc` entry, which every style knows; braces keep names and titles as they are.

use crate::{
    base::{PartialDate, Point},
    view::Citation,
};

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Writes one reference.
pub fn write(it: &Citation) -> String {
    let mut fields = Vec::new();
    if let Some(publisher) = &it.publisher {
        fields.push(("author", format!("{{{{{}}}}}", escaped(publisher))));
    }
    fields.push(("title", format!("{{{{{}}}}}", escaped(&it.title))));
    fields.push(("howpublished", format!("{{{}}}", escaped(&it.site))));
    fields.extend(date(it));
    fields.push(("version", format!("{{{}}}", it.version)));
    fields.push(("language", format!("{{{}}}", it.language)));
    fields.push(("url", format!("{{{}}}", it.address)));
    let fields: Vec<String> = fields.iter().map(|(name, value)| format!("  {name} = {value},\n")).collect();
    format!("@misc{{{},\n{}}}\n", it.id, fields.concat())
}

/// The year and month that are known for certain; what cannot be said with them stands in a note, in words.
fn date(it: &Citation) -> Vec<(&'static str, String)> {
    let Some(PartialDate { start, end, approximate, uncertain }) = it.date else { return Vec::new() };
    let year = ("year", format!("{{{:04}}}", start.year()));
    let is_single = end.is_none_or(|end| end == start) && !approximate && !uncertain;
    let month = |month: u8| {
        let name = MONTHS.get(usize::from(month).saturating_sub(1)).copied().unwrap_or_default();
        ("month", name.to_owned())
    };
    match start {
        Point::Year(_) if is_single => vec![year],
        Point::Month(_, at) if is_single => vec![year, month(at)],
        Point::Day(_, at, day) if is_single => vec![year, month(at), ("day", format!("{{{day}}}"))],
        _ => {
            let words = escaped(it.worded_date.as_deref().unwrap_or_default());
            vec![("note", format!("{{{words}}}"))]
        }
    }
}

/// Writes the characters that mean something to TeX as themselves.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for it in text.chars() {
        match it {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '{' | '}' | '$' | '&' | '#' | '%' | '_' => out.extend(['\\', it]),
            it if it.is_whitespace() => out.push(' '),
            it => out.push(it),
        }
    }
    out
}
