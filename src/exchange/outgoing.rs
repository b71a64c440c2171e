//! What goes to translators: blocks and values in the one language, what stands there in the other, and the terms in them.

use super::{
    terms::Terms,
    xliff::{Entry, Part},
};
use crate::{
    base::{FileId, Lang, Span},
    markdown::{Piece, parse_fragment, pieces},
    site::{
        Site,
        translations::{Pair, Source, State, Unit},
    },
};

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// What is missing or stale.
    Open,
    /// Everything.
    All,
}

/// Collects what goes out of some texts. `path` tells where a file lies.
pub fn outgoing<'s>(
    site: &Site,
    pairs: &[&Pair],
    (from, to): (Lang, Lang),
    choice: Choice,
    path: &dyn Fn(FileId) -> &'s str,
) -> Vec<Part> {
    let terms = Terms::new(site, from, to);
    let both = pairs.iter().filter(|it| it.languages.contains(&from) && it.languages.contains(&to));
    let part = |pair: &&Pair| {
        let is_open = |it: &&Unit| matches!(it.state(to), State::Missing | State::Stale);
        let units = pair.units.iter().filter(|it| it.halves.get(from).is_some());
        let chosen = units.filter(|it| choice == Choice::All || is_open(it));
        let entries: Vec<Entry> = chosen.map(|it| entry(site, pair, it, (from, to), &terms)).collect();
        let file = pair.units.iter().find_map(|it| it.halves.get(from)).map(|it| it.span.file)?;
        (!entries.is_empty()).then(|| Part { name: pair.name.clone(), original: path(file).to_owned(), entries })
    };
    both.filter_map(part).collect()
}

fn entry(site: &Site, pair: &Pair, unit: &Unit, (from, to): (Lang, Lang), terms: &Terms) -> Entry {
    Entry {
        id: unit.id.clone(),
        source: half(site, pair, unit, from).unwrap_or_default(),
        target: half(site, pair, unit, to),
        state: unit.state(to),
        notes: terms.notes(&pair.text(site, unit, from)),
    }
}

/// Returns the pieces of a unit in a language.
pub fn half(site: &Site, pair: &Pair, unit: &Unit, lang: Lang) -> Option<Vec<Piece>> {
    match &unit.halves.get(lang)?.source {
        Source::Block(rank) => Some(pieces(&site.page(pair.page).texts.get(lang)?.document, *rank)),
        Source::Value(text) => Some(value(text.trim())),
    }
}

/// Values are mostly one paragraph, perhaps with links in it; of anything else the words are the whole.
fn value(text: &str) -> Vec<Piece> {
    let doc = parse_fragment(Span::default(), None, text).value;
    let found = if doc.blocks.len() == 1 { pieces(&doc, 0) } else { Vec::new() };
    let is_whole = found.iter().map(Piece::source).collect::<String>() == text;
    if is_whole { found } else { vec![Piece::Text(text.to_owned())] }
}
