//! Texts in several languages as rows of HTML: which parts answer each other, and what a row looks like.

use std::collections::BTreeMap;

use super::{BTreeSet, Scene, Text};
use crate::{
    locale::ids,
    markdown::{self, Options, PageIds, Part},
    text::bidi,
    view::prose,
};

/// Makes rows for one page and keeps their ids apart.
pub(super) struct Rows<'a> {
    /// The page's own standpoint, which names the links of rows.
    pub scene: &'a Scene<'a>,
    /// The languages in the order of the columns.
    pub columns: &'a [Scene<'a>],
    taken: BTreeSet<String>,
    /// How many rows have a link.
    count: i64,
}

/// The parts of one text, written.
struct Written<'d> {
    parts: Vec<Part<'d>>,
    html: Vec<String>,
}

impl<'a> Rows<'a> {
    pub(super) fn new(scene: &'a Scene<'a>, columns: &'a [Scene<'a>]) -> Self {
        Self { scene, columns, taken: BTreeSet::new(), count: 0 }
    }

    /// Returns the rows of a page's own texts; a leading heading that says the page's title is not printed again.
    pub(super) fn body(&mut self, texts: &[Option<&Text>], titles: &[&str]) -> String {
        let drops = |(text, title): (&Option<&Text>, &&str)| {
            text.and_then(|it| it.document.title.as_ref()).is_some_and(|it| it.value == **title)
        };
        let drops: Vec<bool> = texts.iter().zip(titles).map(drops).collect();
        self.rows(texts, &drops, Options::default(), "")
    }

    /// Returns the rows of texts beside the page's own; their ids begin with `prefix`.
    pub(super) fn aside(&mut self, texts: &[Option<&Text>], prefix: &str) -> String {
        let drops = vec![false; texts.len()];
        self.rows(texts, &drops, Options { drop_title: false, ..Options::default() }, prefix)
    }

    fn rows(&mut self, texts: &[Option<&Text>], drops: &[bool], options: Options<'_>, prefix: &str) -> String {
        let parts: Vec<Vec<Part<'_>>> = texts
            .iter()
            .zip(drops)
            .map(|(text, drop)| text.map_or_else(Vec::new, |it| markdown::parts(&it.document, *drop)))
            .collect();
        let rows = align(&parts.iter().map(|it| keys(it)).collect::<Vec<_>>());
        let ids = parts.iter().flatten().filter(|it| !it.id.is_empty());
        self.taken.extend(ids.map(|it| format!("{prefix}{}", it.id)));
        let mut written: Vec<Written<'_>> = Vec::new();
        for (rank, parts) in parts.into_iter().enumerate() {
            let html = match texts[rank] {
                Some(text) => {
                    let options = Options { drop_title: drops[rank], ..options };
                    let ids = PageIds { prefix, taken: &mut self.taken };
                    prose::parts(&self.columns[rank], text, &parts, options, ids)
                }
                None => Vec::new(),
            };
            written.push(Written { parts, html });
        }
        let mut out = String::new();
        for row in &rows {
            self.row(row, &written, prefix, &mut out);
        }
        out
    }

    fn row(&mut self, row: &[Option<usize>], written: &[Written<'_>], prefix: &str, out: &mut String) {
        let ids = row.iter().zip(written).filter_map(|(at, it)| at.map(|at| it.parts[at].id));
        let id = ids.into_iter().find(|it| !it.is_empty()).map(|it| format!("{prefix}{it}"));
        out.push_str("<div class=\"pair\"");
        if let Some(id) = &id {
            attribute("id", id, out);
        }
        out.push('>');
        for ((at, it), column) in row.iter().zip(written).zip(self.columns) {
            let html = at.map(|at| it.html[at].as_str());
            out.push_str(if html.is_some() { "<div class=\"prose\"" } else { "<p class=\"gap\"" });
            attribute("lang", column.languages().tag(column.lang), out);
            attribute("dir", column.dir().as_str(), out);
            out.push('>');
            match html {
                Some(html) => out.push_str(html),
                None => out.push_str(&column.html(&column.text(ids::NOT_TRANSLATED))),
            }
            out.push_str(if html.is_some() { "</div>" } else { "</p>" });
        }
        if let Some(id) = &id {
            self.count += 1;
            let number = self.scene.locale.number(self.count);
            let label = self.scene.format(ids::PASSAGE_LINK, &[("number", number.into())]);
            out.push_str("<a class=\"anchor\"");
            attribute("href", &format!("#{id}"), out);
            attribute("aria-label", &label, out);
            out.push_str("></a>");
        }
        out.push_str("</div>");
    }
}

fn attribute(name: &str, value: &str, out: &mut String) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    bidi::escape(value, out);
    out.push('"');
}

/// Names the parts of a text: by id, and what has none by its place behind the last that has one.
fn keys(parts: &[Part<'_>]) -> Vec<String> {
    let (mut last, mut behind) = ("", 0);
    let mut out = Vec::with_capacity(parts.len());
    for Part { id, .. } in parts {
        if id.is_empty() {
            behind += 1;
            out.push(format!("{last} {behind}"));
        } else {
            (last, behind) = (id, 0);
            out.push((*id).to_owned());
        }
    }
    out
}

/// Joins sequences of names, each name once in a sequence, to rows that hold the place of the name in each sequence.
///
/// Rows stand in the order of the first sequence. What only a later one has stands behind the row of what it follows there.
fn align(sequences: &[Vec<String>]) -> Vec<Vec<Option<usize>>> {
    let mut order: Vec<&str> = Vec::new();
    let mut rows: BTreeMap<&str, Vec<Option<usize>>> = BTreeMap::new();
    for (rank, names) in sequences.iter().enumerate() {
        let mut follows = 0;
        for (at, name) in names.iter().enumerate() {
            let known = rows.contains_key(&**name);
            let row = rows.entry(name).or_insert_with(|| vec![None; sequences.len()]);
            row[rank] = Some(at);
            if known {
                follows = order.iter().position(|it| it == name).map_or(follows, |it| it + 1);
            } else {
                order.insert(follows, name);
                follows += 1;
            }
        }
    }
    order.iter().filter_map(|it| rows.remove(it)).collect()
}

#[cfg(test)]
mod tests {
    use super::align;

    /// Writes rows as `a|a`, with `-` for a gap.
    fn joined(sequences: &[&str]) -> Vec<String> {
        let names: Vec<Vec<String>> =
            sequences.iter().map(|it| it.split_whitespace().map(str::to_owned).collect()).collect();
        let cell = |row: &Vec<Option<usize>>| {
            let cells = row.iter().zip(&names).map(|(at, names)| at.map_or("-", |it| &names[it]));
            cells.collect::<Vec<_>>().join("|")
        };
        align(&names).iter().map(cell).collect()
    }

    #[test]
    fn what_both_have_stands_side_by_side_and_gaps_where_they_are() {
        assert_eq!(joined(&["a b c", "a b c"]), ["a|a", "b|b", "c|c"]);
        assert_eq!(joined(&["a c", "a b c d"]), ["a|a", "-|b", "c|c", "-|d"]);
        assert_eq!(joined(&["a b c", "c"]), ["a|-", "b|-", "c|c"]);
        assert_eq!(joined(&["", "a b"]), ["-|a", "-|b"]);
        assert_eq!(joined(&["b", "a b"]), ["-|a", "b|b"]);
    }

    #[test]
    fn what_was_moved_stays_with_its_counterpart() {
        assert_eq!(joined(&["a b c", "c x a b"]), ["a|a", "b|b", "c|c", "-|x"]);
    }

    #[test]
    fn a_third_language_finds_its_place() {
        assert_eq!(joined(&["a b", "a x b", "x y b"]), ["a|a|-", "-|x|x", "-|-|y", "b|b|b"]);
    }
}
