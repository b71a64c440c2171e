//! The search index: per language the words of all pages, and what a list of results shows of each page.
//!
//! Made from parsed documents and records, never from HTML. Both languages count the same pages in the same order, so that a hit
//! in one index names the page in the other. `docs/search.md` describes the files; the reader is `themes/default/scripts`.

mod bag;
mod cards;
mod coder;
mod entries;
mod facets;
mod header;
mod invert;
mod leading;
mod pack;
mod prose;
mod shards;
mod suggest;

use rayon::prelude::*;

use self::{bag::Bag, entries::Entry, invert::Term};
use crate::{
    base::{Artifact, Fingerprint, Lang, MediaType},
    site::PageId,
    view::Env,
};

const ORIGIN: &str = "search";

/// The finished files, and where pages find them.
#[derive(Debug, Default)]
pub struct Search {
    /// The files.
    pub artifacts: Vec<Artifact>,
    /// Per language its tag and the address of its index below the site's root.
    pub indexes: Vec<(String, String)>,
}

/// Makes the index of every language.
pub fn make(env: Env<'_>) -> Search {
    let languages: Vec<Lang> = env.site.languages().iter().collect();
    let pages = entries::pages(env.site);
    let made: Vec<Vec<Artifact>> = languages.par_iter().map(|lang| index(env, *lang, &pages)).collect();
    let mut out = Search::default();
    for (lang, files) in languages.iter().zip(made) {
        let main = files.last().map(|it| it.path.clone()).unwrap_or_default();
        out.indexes.push((env.site.languages().tag(*lang).to_owned(), main));
        out.artifacts.extend(files);
    }
    out.artifacts.push(manifest(&out.indexes));
    out
}

/// Makes `search.json`, by which pages other than the search page find the indexes.
fn manifest(indexes: &[(String, String)]) -> Artifact {
    let all: serde_json::Map<String, serde_json::Value> =
        indexes.iter().map(|(tag, path)| (tag.clone(), path.as_str().into())).collect();
    let mut bytes = serde_json::Value::Object(all).to_string().into_bytes();
    bytes.push(b'\n');
    Artifact { path: "search.json".to_owned(), bytes, media: MediaType::JSON, origin: ORIGIN }
}

/// Makes the files of one language; the last one is the one to start from.
fn index(env: Env<'_>, lang: Lang, pages: &[PageId]) -> Vec<Artifact> {
    let tag = env.site.languages().tag(lang);
    let (entries, terms) = read(env, lang, pages);
    let alphabet = pack::alphabet(&terms);
    let facts = cards::facts(&entries);
    if entries.len() <= shards::LIMIT {
        let head = header::json(env, lang, pages, &entries, &terms, &alphabet, None);
        let total = u32::try_from(entries.len()).unwrap_or(u32::MAX);
        let words = pack::words(terms.iter(), &alphabet, total);
        return vec![file(
            tag,
            &[head.into_bytes(), facts, words, cards::cards(entries.iter().enumerate(), true, true)],
            true,
        )];
    }
    let pieces = shards::shards(tag, &entries, &terms, &alphabet);
    let head = header::json(env, lang, pages, &entries, &terms, &alphabet, Some(&pieces));
    let mut out = pieces.artifacts;
    let spelling = pack::words(shards::spelling(&terms).iter(), &alphabet, 1);
    out.push(file(tag, &[head.into_bytes(), facts, spelling], true));
    out
}

/// So many pages in a row share a bag of terms.
const ROW: usize = 512;

/// Reads all pages: what is known of each, and the terms of all in order.
fn read(env: Env<'_>, lang: Lang, pages: &[PageId]) -> (Vec<Entry>, Vec<Term>) {
    let ranked: Vec<(u32, PageId)> = (0..).zip(pages.iter().copied()).collect();
    let rows = ranked.par_chunks(ROW).map(|row| {
        let mut bag = Bag::default();
        let entries: Vec<Entry> =
            row.iter().map(|(rank, id)| entries::entry(env, lang, *id, *rank, &mut bag)).collect();
        (entries, bag)
    });
    let read: Vec<(Vec<Entry>, Bag)> = rows.collect();
    let (entries, bags): (Vec<_>, Vec<_>) = read.into_iter().unzip();
    (entries.into_iter().flatten().collect(), invert::merge(bags))
}

/// Packs parts into one compressed file named by its content: one from which every search starts, or one of many.
fn file(name: &str, parts: &[Vec<u8>], is_start: bool) -> Artifact {
    let bytes = pack::compress(&pack::join(parts), is_start);
    let hash = Fingerprint::of_bytes(&bytes).short();
    Artifact { path: format!("assets/search-{name}-{hash}.bin"), bytes, media: MediaType::OTHER, origin: ORIGIN }
}
