//! RIS, as reference managers read it: two letters, two blanks, a dash, a blank; lines end in CR LF.

use crate::{
    base::{PartialDate, Point},
    view::Citation,
};

/// Writes one reference.
pub fn write(it: &Citation) -> String {
    let mut out = String::new();
    let mut line = |tag: &str, value: &str| {
        // A line break would begin another field.
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        out.push_str(&format!("{tag}  - {value}\r\n"));
    };
    line("TY", "ELEC");
    line("ID", &it.id);
    line("TI", &it.title);
    if let Some(publisher) = &it.publisher {
        line("AU", publisher);
        line("PB", publisher);
    }
    line("T2", &it.site);
    if let Some(date) = it.date.and_then(|it| date(&it)) {
        line("PY", &date[..4]);
        line("DA", &date);
    } else if let Some(words) = &it.worded_date {
        line("N1", words);
    }
    line("ET", &it.version);
    line("LA", &it.language);
    line("UR", &it.address);
    out.push_str("ER  - \r\n");
    out
}

/// Year, month, day and more with slashes between, empty where not known. A date in doubt has no such form and goes into the notes.
fn date(date: &PartialDate) -> Option<String> {
    let is_single = date.end.is_none_or(|end| end == date.start);
    if date.approximate || date.uncertain || !is_single {
        return None;
    }
    match date.start {
        Point::Year(year) => Some(format!("{year:04}///")),
        Point::Month(year, month) => Some(format!("{year:04}/{month:02}//")),
        Point::Day(year, month, day) => Some(format!("{year:04}/{month:02}/{day:02}/")),
        Point::Quarter(year, quarter) => Some(format!("{year:04}///Q{quarter}")),
    }
}
