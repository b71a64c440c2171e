//! What stands below the text of a side-by-side page: lists, sources, how to cite, each in every language.

use super::Scene;
use crate::{
    site::{Page, RecordId},
    view::{Entry, ListView, ParallelEnd, citation, lists, record},
};

/// Returns the rows below the text. All ids of a column begin with its prefix.
pub(super) fn ends(columns: &[Scene<'_>], page: &Page, sources: &[RecordId]) -> Vec<Vec<ParallelEnd>> {
    let mut out = rows_of_lists(columns, page);
    if !sources.is_empty() {
        let end = |it: &Scene<'_>| {
            let mut sources = record::source_views(it, sources);
            sources.iter_mut().for_each(|source| source.id.insert_str(0, &it.prefix));
            ParallelEnd { sources, ..empty(it) }
        };
        out.push(columns.iter().map(end).collect());
    }
    if columns.first().is_some_and(|it| citation::is_cited(it.env, page)) {
        let end = |it: &Scene<'_>| ParallelEnd { cite: Some(citation::cite(it, page)), ..empty(it) };
        out.push(columns.iter().map(end).collect());
    }
    out
}

fn empty(column: &Scene<'_>) -> ParallelEnd {
    ParallelEnd { lang: column.env.lang_view(column.lang), prefix: column.prefix.clone(), ..ParallelEnd::default() }
}

fn rows_of_lists(columns: &[Scene<'_>], page: &Page) -> Vec<Vec<ParallelEnd>> {
    let of_column = |it: &Scene<'_>| page.texts.get(it.lang).map_or_else(Vec::new, |text| lists::of_text(it, text));
    let all: Vec<Vec<ListView>> = columns.iter().map(of_column).collect();
    let count = all.iter().map(Vec::len).max().unwrap_or_default();
    let end = |rank: usize, column: &Scene<'_>, lists: &[ListView]| {
        let list = lists.get(rank).cloned().map(|it| prefixed(it, &column.prefix));
        ParallelEnd { list, ..empty(column) }
    };
    (0..count).map(|rank| columns.iter().zip(&all).map(|(column, lists)| end(rank, column, lists)).collect()).collect()
}

fn prefixed(mut list: ListView, prefix: &str) -> ListView {
    for group in &mut list.groups {
        group.id.iter_mut().for_each(|it| it.insert_str(0, prefix));
        group.entries.iter_mut().for_each(|it| prefix_entry(it, prefix));
    }
    list
}

fn prefix_entry(entry: &mut Entry, prefix: &str) {
    entry.id.iter_mut().for_each(|it| it.insert_str(0, prefix));
    entry.children.iter_mut().for_each(|it| prefix_entry(it, prefix));
}
