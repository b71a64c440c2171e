//! Which version of a block its translations answer: remembered ids, and what is fresh, stale or missing.
//!
//! Owns the lock's format and the comparison with it. Knows nothing of how the lock is written to the disk.

pub mod align;
mod follow;
mod ids;
pub mod lock;
mod merge;
mod read;
#[cfg(test)]
mod tests;
mod together;
pub mod values;

use std::collections::BTreeMap;

pub use follow::follow;
pub use lock::{Line, Lock, Sections};
pub(super) use read::read;

use super::{PageId, Site};
use crate::{
    base::{Fingerprint, Lang, PerLang, Span},
    markdown::Shape,
};

/// How the texts of a site stand to what was last accepted.
#[derive(Clone, Debug, Default)]
pub struct Translations {
    /// Whether there is a lock; without one nothing is stale.
    pub is_locked: bool,
    /// The texts and records by name.
    pub pairs: Vec<Pair>,
    /// What the lock holds, merge conflicts decided.
    pub sections: Sections,
    /// The ranks of pairs by page.
    of_page: BTreeMap<PageId, Vec<usize>>,
}

/// One text, or the translated values of one record, in every language.
#[derive(Clone, Debug)]
pub struct Pair {
    /// The page that shows it.
    pub page: PageId,
    /// Its name: `text about/names`, `record term/migration`.
    pub name: String,
    /// The languages that it should have.
    pub languages: Vec<Lang>,
    /// Its blocks and values in reading order of its first language.
    pub units: Vec<Unit>,
}

/// One block or value in every language in which it exists.
#[derive(Clone, Debug)]
pub struct Unit {
    /// Its id: of a block on its page, else the way to a value.
    pub id: String,
    /// Its text in each language.
    pub halves: PerLang<Half>,
}

/// A block or value in one language.
#[derive(Clone, Debug)]
pub struct Half {
    /// Its content.
    pub hash: u64,
    /// What kind of block it is; nothing for a value.
    pub shape: Option<Shape>,
    /// Where it stands, without nested blocks.
    pub span: Span,
    /// What became of it since it was last accepted.
    pub since: Since,
    /// Its words.
    pub source: Source,
}

/// What became of a text since it was last accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Since {
    /// It says the same.
    Same,
    /// It was reworded; this is what was accepted.
    Changed(Line),
    /// It was never accepted.
    New,
}

/// Where the words of a half are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// The block of this rank in the page's text.
    Block(usize),
    /// A value of YAML, decoded.
    Value(String),
}

/// How one language of a unit stands to the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// It says what the others say, or is ahead of them.
    Fresh,
    /// It did not follow a change in another language.
    Stale,
    /// There is none.
    Missing,
    /// Nobody has said yet that it answers the others.
    Unaccepted,
}

impl State {
    /// Every state by its name in reports.
    pub const ALL: [(&'static str, Self); 4] =
        [("fresh", Self::Fresh), ("stale", Self::Stale), ("missing", Self::Missing), ("unaccepted", Self::Unaccepted)];

    /// Returns the name in reports.
    pub fn as_str(self) -> &'static str {
        Self::ALL.iter().find(|(_, it)| *it == self).map_or("", |(name, _)| name)
    }
}

/// How many units of a text are in each state, in one language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Fresh ones.
    pub fresh: usize,
    /// Stale ones.
    pub stale: usize,
    /// Missing ones.
    pub missing: usize,
    /// Ones that nobody accepted.
    pub unaccepted: usize,
}

impl Count {
    /// Counts one more.
    pub fn add(&mut self, state: State) {
        *self.of(state) += 1;
    }

    fn of(&mut self, state: State) -> &mut usize {
        match state {
            State::Fresh => &mut self.fresh,
            State::Stale => &mut self.stale,
            State::Missing => &mut self.missing,
            State::Unaccepted => &mut self.unaccepted,
        }
    }

    /// Returns the state of the whole: the one that asks for most work.
    pub fn state(&self) -> State {
        match self {
            Self { missing: 1.., .. } => State::Missing,
            Self { stale: 1.., .. } => State::Stale,
            Self { unaccepted: 1.., .. } => State::Unaccepted,
            _ => State::Fresh,
        }
    }
}

impl Unit {
    /// Returns how a language stands to the others.
    pub fn state(&self, lang: Lang) -> State {
        let Some(own) = self.halves.get(lang) else { return State::Missing };
        let others: Vec<&Since> = self.halves.iter().filter(|(it, _)| *it != lang).map(|(_, it)| &it.since).collect();
        let is_new = |it: &&&Since| matches!(it, Since::New);
        let is_changed = |it: &&&Since| matches!(it, Since::Changed(_));
        match &own.since {
            Since::New if others.is_empty() => State::Fresh,
            Since::New => State::Unaccepted,
            _ if others.iter().any(|it| is_new(&it)) => State::Unaccepted,
            Since::Same if others.iter().any(|it| is_changed(&it)) => State::Stale,
            Since::Changed(_) if others.iter().any(|it| is_changed(&it)) => State::Unaccepted,
            Since::Same | Since::Changed(_) => State::Fresh,
        }
    }

    /// Returns the language that changed while `lang` did not follow.
    pub fn ahead_of(&self, lang: Lang) -> Option<Lang> {
        if self.state(lang) != State::Stale {
            return None;
        }
        self.halves.iter().find(|(_, it)| matches!(it.since, Since::Changed(_))).map(|(it, _)| it)
    }

    /// Tells whether a language waits for its translator.
    pub fn is_stale(&self, languages: &[Lang]) -> bool {
        languages.iter().any(|it| self.state(*it) == State::Stale)
    }
}

impl Pair {
    /// Counts the units of a language by state.
    pub fn count(&self, lang: Lang) -> Count {
        let mut out = Count::default();
        self.units.iter().for_each(|it| out.add(it.state(lang)));
        out
    }

    /// Returns the path, or the kind and key: the name without its sort.
    pub fn path(&self) -> &str {
        self.name.split_once(' ').map_or(&self.name, |(_, it)| it)
    }

    /// Tells whether it holds the values of a record.
    pub fn is_record(&self) -> bool {
        self.name.starts_with("record ")
    }

    /// Returns the lines that accept it as it stands now. A unit of which a language is stale keeps what was accepted, unless
    /// `meaning` says that its change does not ask for another translation.
    pub fn accepted(&self, site: &Site, meaning: Meaning) -> Sections {
        let mut out = Sections::new();
        for lang in &self.languages {
            let tag = site.languages().tag(*lang).to_owned();
            let mut lines: Vec<(usize, Line)> = Vec::new();
            for (rank, unit) in self.units.iter().enumerate() {
                let Some(half) = unit.halves.get(*lang) else { continue };
                let place = if let Source::Block(at) = half.source { self.units.len() + at } else { rank };
                let keeps = meaning == Meaning::Changed && unit.is_stale(&self.languages);
                let line = match &half.since {
                    Since::Changed(old) if keeps => Line { id: unit.id.clone(), ..old.clone() },
                    _ => Line {
                        id: unit.id.clone(),
                        shape: half.shape,
                        hash: half.hash,
                        text: self.text(site, unit, *lang),
                        span: half.span,
                        together: None,
                        is_disputed: false,
                    },
                };
                lines.push((place, line));
            }
            lines.sort_by_key(|(place, _)| *place);
            out.insert((self.name.clone(), tag), lines.into_iter().map(|(_, it)| it).collect());
        }
        together::mark(&mut out);
        out
    }

    /// Returns the words of a unit in a language; empty where there are none.
    pub fn text(&self, site: &Site, unit: &Unit, lang: Lang) -> String {
        match unit.halves.get(lang).map(|it| &it.source) {
            Some(Source::Value(text)) => text.trim().to_owned(),
            Some(Source::Block(at)) => {
                let text = site.page(self.page).texts.get(lang);
                text.and_then(|it| Some(it.document.source_of(it.document.blocks.get(*at)?))).unwrap_or_default()
            }
            None => String::new(),
        }
    }
}

/// Whether a change that is accepted asks for another translation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// It does: the other languages stay stale until they follow.
    Changed,
    /// It does not: a misspelling was mended.
    Same,
}

impl Translations {
    /// Joins the texts and records with what was accepted.
    fn new(is_locked: bool, pairs: Vec<Pair>, sections: Sections) -> Self {
        let mut of_page: BTreeMap<PageId, Vec<usize>> = BTreeMap::new();
        for (rank, pair) in pairs.iter().enumerate() {
            of_page.entry(pair.page).or_default().push(rank);
        }
        Self { is_locked, pairs, sections, of_page }
    }

    /// Lists the text and the values that one page shows.
    pub fn of_page(&self, page: PageId) -> impl Iterator<Item = &Pair> {
        self.of_page.get(&page).into_iter().flatten().map(|it| &self.pairs[*it])
    }

    /// Lists the pages that have a text or values.
    pub fn pages(&self) -> impl Iterator<Item = PageId> {
        self.of_page.keys().copied()
    }
}

/// The half of a fingerprint that the lock keeps: 16 digits tell the blocks of a text apart.
fn half_hash(of: Fingerprint) -> u64 {
    u64::try_from(of.0 >> 64).unwrap_or_default()
}
