//! Joins the lock with the texts and records of the site.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use super::{
    Half, Line, Lock, Pair, Sections, Since, Source, Translations, Unit, half_hash,
    ids::{self, Answers},
    merge::{self, Present},
    values::{Owner, Value},
};
use crate::{
    base::{Lang, Languages, PerLang, Spanned},
    diag::{Diagnostic, codes::lock as code},
    markdown::{Document, hash_text},
    record::Kinds,
    site::{Page, PageId, PageKind, RecordEntry, Text},
};

/// Gives blocks the ids that the lock remembers, and says of every text and value what became of it.
pub fn read(
    lock: &Lock,
    pages: &mut [Page],
    (records, kinds): (&[RecordEntry], &Kinds),
    values: Vec<Owner>,
    languages: &Languages,
    sink: &mut Vec<Diagnostic>,
) -> Translations {
    let values = owned(values, records, kinds);
    let present = lock.other.as_ref().map(|_| present(pages, &values, languages)).unwrap_or_default();
    let mut sections = merge::merge(lock, &present, sink);
    sections.values_mut().for_each(|it| drop_doubles(it, sink));
    let mut pairs = Vec::new();
    for (page, id) in pages.iter_mut().zip(0u32..) {
        let covered = covered(page, records, kinds, languages);
        pairs.extend(text(page, PageId(id), covered, &sections, languages, sink));
    }
    for (name, page, owner) in &values {
        let covered = covered(&pages[page.index()], records, kinds, languages);
        pairs.push(record(name, *page, owner, covered, &sections, languages));
    }
    pairs.retain(|it| !it.units.is_empty());
    pairs.sort_by(|a, b| a.name.cmp(&b.name));
    Translations::new(lock.is_written, pairs, sections)
}

/// Joins the values with the records that the site kept.
fn owned(values: Vec<Owner>, records: &[RecordEntry], kinds: &Kinds) -> Vec<(String, PageId, Owner)> {
    let mut pages: BTreeMap<(&str, &str), PageId> = BTreeMap::new();
    for entry in records {
        pages.insert((kinds.all()[entry.kind].name.value.as_str(), entry.record.key.value.as_str()), entry.page);
    }
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let named = values.into_iter().filter_map(|it| {
        let page = *pages.get(&(it.kind.as_str(), it.key.as_str()))?;
        let name = format!("record {}/{}", it.kind, it.key);
        seen.insert(name.clone()).then_some((name, page, it))
    });
    named.collect()
}

fn covered(page: &Page, records: &[RecordEntry], kinds: &Kinds, languages: &Languages) -> Vec<Lang> {
    let of_kind = |lang: &Lang| match page.kind {
        PageKind::Record(id) => kinds.all()[records[id.index()].kind].translations.covers(*lang, languages),
        _ => true,
    };
    languages.iter().filter(of_kind).collect()
}

/// Drops the lines whose id stands twice in a section, as after a merge of two branches that added blocks.
fn drop_doubles(lines: &mut Vec<Line>, sink: &mut Vec<Diagnostic>) {
    let mut first = BTreeMap::new();
    lines.retain(|line| {
        let known = *first.entry(line.id.clone()).or_insert(line.span);
        if known != line.span {
            sink.push(Diagnostic::at(&code::DUPLICATE, line.span).with("id", line.id.as_str()).label(known, "first"));
        }
        known == line.span
    });
}

/// Returns the name of a text in the lock: its path below `content/` without language.
fn name_of(text: &Text) -> String {
    let path = text.path.strip_prefix("content/").unwrap_or(&text.path);
    let stem = path.strip_suffix(".md").unwrap_or(path);
    format!("text {}", stem.rsplit_once('.').map_or(stem, |(stem, _)| stem))
}

fn section<'a>(sections: &'a Sections, name: &str, tag: &str) -> &'a [Line] {
    sections.get(&(name.to_owned(), tag.to_owned())).map_or(&[], Vec::as_slice)
}

fn text(
    page: &mut Page,
    id: PageId,
    covered: Vec<Lang>,
    sections: &Sections,
    languages: &Languages,
    sink: &mut Vec<Diagnostic>,
) -> Option<Pair> {
    let name = name_of(page.texts.iter().next()?.1);
    let lines: PerLang<Vec<Line>> =
        languages.iter().map(|it| (it, section(sections, &name, languages.tag(it)).to_vec())).collect();
    let mut docs: PerLang<&mut Document> = PerLang::default();
    for (lang, text) in page.texts.iter_mut() {
        docs.set(lang, Arc::make_mut(&mut text.document));
    }
    let answers = ids::assign(&mut docs, &lines, sink);
    let mut units: Vec<Unit> = Vec::new();
    for (lang, text) in page.texts.iter() {
        let own = lines.get(lang).map_or(&[][..], Vec::as_slice);
        let mut after = None;
        for (unit_id, half) in front(text, own).into_iter().chain(blocks(text, answers.get(lang))) {
            after = Some(put(&mut units, after, unit_id, lang, half));
        }
    }
    Some(Pair { page: id, name, languages: covered, units })
}

/// Puts a half into the unit of its id; a unit that an earlier language does not have stands behind the one before it.
fn put(units: &mut Vec<Unit>, after: Option<usize>, id: String, lang: Lang, half: Half) -> usize {
    // Mostly it is the next one.
    let next = after.map_or(0, |it| it + 1);
    let known = if units.get(next).is_some_and(|it| it.id == id) {
        Some(next)
    } else {
        units.iter().position(|it| it.id == id)
    };
    let at = known.unwrap_or_else(|| {
        units.insert(next, Unit { id, halves: PerLang::default() });
        next
    });
    units[at].halves.set(lang, half);
    at
}

fn front(text: &Text, lines: &[Line]) -> Vec<(String, Half)> {
    let single = [("front.title", &text.meta.title), ("front.summary", &text.meta.summary)];
    let single = single.into_iter().filter_map(|(id, it)| it.as_ref().map(|it| (id.to_owned(), it)));
    let tags = text.meta.tags.iter().zip(1..).map(|(it, rank)| (format!("front.tags.{rank}"), it));
    single
        .chain(tags)
        .map(|(id, it)| {
            let half = value(it, lines.iter().find(|line| line.id == id));
            (id, half)
        })
        .collect()
}

fn value(it: &Spanned<String>, line: Option<&Line>) -> Half {
    let hash = half_hash(hash_text(&it.value));
    Half { hash, shape: None, span: it.span, since: since(hash, line), source: Source::Value(it.value.clone()) }
}

fn since(hash: u64, line: Option<&Line>) -> Since {
    match line {
        Some(line) if line.is_disputed => Since::New,
        Some(line) if line.hash == hash => Since::Same,
        Some(line) => Since::Changed(line.clone()),
        None => Since::New,
    }
}

fn blocks(text: &Text, answers: Option<&Answers>) -> Vec<(String, Half)> {
    let doc = &text.document;
    let each = doc.blocks.iter().enumerate().map(|(rank, block)| {
        let hash = half_hash(block.hash);
        let line = answers.and_then(|it| it.get(rank)?.as_ref());
        let half = Half {
            hash,
            shape: Some(block.shape),
            span: doc.own_span(block),
            since: since(hash, line),
            source: Source::Block(rank),
        };
        (block.id.clone(), half)
    });
    each.collect()
}

fn record(
    name: &str,
    page: PageId,
    owner: &Owner,
    covered: Vec<Lang>,
    sections: &Sections,
    languages: &Languages,
) -> Pair {
    let accepted: PerLang<&[Line]> =
        covered.iter().map(|it| (*it, section(sections, name, languages.tag(*it)))).collect();
    let units = owner.values.iter().map(|it| unit(it, &covered, &accepted)).collect();
    Pair { page, name: name.to_owned(), languages: covered, units }
}

/// Joins a value with its lines. Items of a list may have moved: lines of one id that say in every language what the value
/// says now are its own, whatever their rank.
fn unit(of: &Value, covered: &[Lang], accepted: &PerLang<&[Line]>) -> Unit {
    let halves: PerLang<&Spanned<String>> = of.halves.iter().filter(|(lang, _)| covered.contains(lang)).collect();
    let line = |lang: Lang, id: &str| accepted.get(lang)?.iter().find(|it| it.id == id);
    let says = |id: &str| {
        halves.iter().all(|(lang, it)| line(lang, id).is_some_and(|line| line.hash == half_hash(hash_text(&it.value))))
    };
    let list = of.name.split('.').map(|it| if is_rank(it) { "#" } else { it }).collect::<Vec<_>>();
    let is_of_list = |id: &str| id.split('.').map(|it| if is_rank(it) { "#" } else { it }).eq(list.iter().copied());
    let mut known = accepted.iter().flat_map(|(_, it)| it.iter()).map(|it| it.id.as_str());
    let id = if says(&of.name) || !list.contains(&"#") {
        of.name.as_str()
    } else {
        known.find(|it| is_of_list(it) && says(it)).unwrap_or(&of.name)
    };
    let halves = halves.map(|lang, it| value(it, line(lang, id)));
    Unit { id: of.name.clone(), halves }
}

fn is_rank(part: &str) -> bool {
    part.bytes().all(|it| it.is_ascii_digit())
}

/// Lists what texts and records say now, for a merge.
fn present(pages: &[Page], values: &[(String, PageId, Owner)], languages: &Languages) -> Present {
    let mut out = Present::new();
    for text in pages.iter().flat_map(|page| page.texts.iter()) {
        let (lang, text) = text;
        let own = front(text, &[]).into_iter().map(|(_, it)| it.hash);
        let hashes = own.chain(text.document.blocks.iter().map(|it| half_hash(it.hash)));
        out.entry((name_of(text), languages.tag(lang).to_owned())).or_default().extend(hashes);
    }
    for (name, _, owner) in values {
        for (lang, half) in owner.values.iter().flat_map(|it| it.halves.iter()) {
            let hash = half_hash(hash_text(&half.value));
            out.entry((name.clone(), languages.tag(lang).to_owned())).or_default().insert(hash);
        }
    }
    out
}
