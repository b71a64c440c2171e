//! A term that stands in a block of one half, and in no block that both halves share.
//!
//! Pronouns stand for terms and word order differs between languages, so each term is judged once for a pair of texts: it is
//! enough that one block has it on both sides. Blocks answer each other as the parity gate pairs them, so that one more on a side
//! shifts nothing. A word in quotation marks is spoken of and not used. Only things with a definition count: names are the matter
//! of other rules.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    base::Lang,
    check::{Rule, Scope},
    diag::{Diagnostic, codes},
    site::{Half, Mention, PageId, PageKind, Pair, Site, Status, Text, pair},
};

/// The rule.
pub const RULE: Rule = Rule { name: "term/one-sided", check };

fn check(Scope { site, .. }: Scope<'_>, sink: &mut Vec<Diagnostic>) {
    for (id, page) in site.published() {
        let prose = match page.kind {
            PageKind::Record(id) => site.record(id).prose.as_slice(),
            _ => &[],
        };
        let texts = std::iter::once(&page.texts).chain(prose.iter().map(|(_, _, it)| it));
        for halves in texts {
            let halves: Vec<(Lang, &Text)> = halves.iter().collect();
            let Some(((first, text), others)) = halves.split_first() else { continue };
            for (other, its) in others {
                // Most pairs of texts name nothing, and pairing their blocks costs much.
                if text.mentions.is_empty() && its.mentions.is_empty() {
                    continue;
                }
                let (there, back) = counterparts(site, id, [(*first, text), (*other, its)]);
                compare(site, text, (*other, its), &there, sink);
                compare(site, its, (*first, text), &back, sink);
            }
        }
    }
}

/// The rank of the block in another half that answers each block of one.
type Answers = BTreeMap<usize, usize>;

/// Returns which blocks of two halves answer each other, there and back. Nearly all halves have the same blocks; the others are
/// laid side by side.
fn counterparts(site: &Site, id: PageId, halves: [(Lang, &Text); 2]) -> (Answers, Answers) {
    let blocks = halves.map(|(_, it)| &it.document.blocks);
    let pairs: Vec<(usize, usize)> = if blocks[0].iter().map(|it| &it.id).eq(blocks[1].iter().map(|it| &it.id)) {
        (0..blocks[0].len()).map(|it| (it, it)).collect()
    } else {
        let [left, right] = halves.map(|(lang, text)| Half::new(site, id, lang, text));
        let of = |it: &Pair| Some((left.units[it.left?].block, right.units[it.right?].block));
        pair(&left, &right).iter().filter_map(of).collect()
    };
    (pairs.iter().copied().collect(), pairs.iter().map(|(left, right)| (*right, *left)).collect())
}

/// Reports the terms of one half that the other half lacks.
fn compare(site: &Site, from: &Text, (to_lang, to): (Lang, &Text), answers: &Answers, sink: &mut Vec<Diagnostic>) {
    let has = all(site, to);
    let mut lacking: BTreeMap<usize, (&Mention, usize)> = BTreeMap::new();
    let mut shared = BTreeSet::new();
    for (mention, block) in terms(site, from).filter_map(|(it, block)| Some((it, *answers.get(&block)?))) {
        // A term without a name in the other language cannot be asked for.
        let is_named = site.termbase.terms[mention.term].forms(to_lang, Status::Preferred).next().is_some();
        if has.contains(&(mention.term, block)) || !is_named {
            shared.insert(mention.term);
        } else {
            lacking.entry(mention.term).or_insert((mention, block));
        }
    }
    for (term, (mention, block)) in lacking.into_iter().filter(|(term, _)| !shared.contains(term)) {
        let form = &site.termbase.form(mention.term, mention.form).text;
        let preferred = site.termbase.terms[term].forms(to_lang, Status::Preferred).next();
        let mut diagnostic = Diagnostic::at(&codes::term::ONE_SIDED, mention.span)
            .with("form", form.as_str())
            .with("lang", site.languages().tag(to_lang));
        if let Some(preferred) = preferred {
            diagnostic = diagnostic.with("near", preferred).hint("near");
        }
        let other = to.document.blocks.get(block).map(|it| it.span);
        sink.push(other.map_or(diagnostic.clone(), |it| diagnostic.label(it, "other")));
    }
}

/// Lists the terms that a text has in each block, by any right name, alone or as a part of a longer name.
fn all(site: &Site, text: &Text) -> BTreeSet<(usize, usize)> {
    let mut out = BTreeSet::new();
    for (mention, block) in text.mentions.iter().filter_map(|it| Some((it, it.block?))) {
        out.insert((mention.term, block));
        let parts = &site.termbase.form(mention.term, mention.form).parts;
        out.extend(parts.iter().map(|it| (*it, block)));
    }
    out
}

/// Lists the mentions of defined terms by their right names, each with the rank of its block.
fn terms<'a>(site: &'a Site, text: &'a Text) -> impl Iterator<Item = (&'a Mention, usize)> {
    text.mentions.iter().filter_map(|it| {
        let term = &site.termbase.terms[it.term];
        let is_right = matches!(term.forms[it.form].status, Status::Preferred | Status::Admitted);
        (is_right && !it.is_quoted && !term.definition.is_empty()).then_some((it, it.block?))
    })
}
