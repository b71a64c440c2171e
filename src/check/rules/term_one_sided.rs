//! A term that stands in a block of one half, and in no block that both halves share.
//!
//! Pronouns stand for terms and word order differs between languages, so each term is judged once for a pair of texts: it is
//! enough that one block has it on both sides. A word in quotation marks is spoken of and not used. Only things with a definition count: names are the matter of other rules.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    base::Lang,
    check::{Rule, Scope},
    diag::{Diagnostic, codes},
    site::{Mention, PageKind, Site, Status, Text},
};

/// The rule.
pub const RULE: Rule = Rule { name: "term/one-sided", check };

fn check(Scope { site, .. }: Scope<'_>, sink: &mut Vec<Diagnostic>) {
    for page in site.pages.iter().filter(|it| !it.is_draft) {
        let prose = match page.kind {
            PageKind::Record(id) => site.record(id).prose.as_slice(),
            _ => &[],
        };
        let texts = std::iter::once(&page.texts).chain(prose.iter().map(|(_, _, it)| it));
        for halves in texts {
            let halves: Vec<(Lang, &Text)> = halves.iter().collect();
            let Some(((first, text), others)) = halves.split_first() else { continue };
            for (other, its) in others {
                compare(site, (*first, text), (*other, its), sink);
                compare(site, (*other, its), (*first, text), sink);
            }
        }
    }
}

/// Reports the terms of one half that the other half lacks.
fn compare(site: &Site, (_, from): (Lang, &Text), (to_lang, to): (Lang, &Text), sink: &mut Vec<Diagnostic>) {
    let has = all(site, to);
    let mut lacking: BTreeMap<usize, (&Mention, &str)> = BTreeMap::new();
    let mut shared = BTreeSet::new();
    for (mention, block) in terms(site, from).filter(|(_, block)| to.document.block(block).is_some()) {
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
        let other = to.document.block(block).map(|it| it.span);
        sink.push(other.map_or(diagnostic.clone(), |it| diagnostic.label(it, "other")));
    }
}

/// Lists the terms that a text has in each block, by any right name, alone or as a part of a longer name.
fn all<'a>(site: &'a Site, text: &'a Text) -> BTreeSet<(usize, &'a str)> {
    let mut out = BTreeSet::new();
    for (mention, block) in text.mentions.iter().filter_map(|it| Some((it, block(text, it)?))) {
        out.insert((mention.term, block));
        let parts = &site.termbase.form(mention.term, mention.form).parts;
        out.extend(parts.iter().map(|it| (*it, block)));
    }
    out
}

fn block<'a>(text: &'a Text, mention: &Mention) -> Option<&'a str> {
    text.document.blocks.get(mention.block?).map(|it| it.id.as_str())
}

/// Lists the mentions of defined terms by their right names, each with the id of its block.
fn terms<'a>(site: &'a Site, text: &'a Text) -> impl Iterator<Item = (&'a Mention, &'a str)> {
    text.mentions.iter().filter_map(|it| {
        let term = &site.termbase.terms[it.term];
        let is_right = matches!(term.forms[it.form].status, Status::Preferred | Status::Admitted);
        let block = block(text, it)?;
        (is_right && !it.is_quoted && !term.definition.is_empty()).then_some((it, block))
    })
}
