//! A text, or one paragraph of it, is written in another language than its file says.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::{
    base::{Fingerprint, Lang, Span},
    check::{Rule, Scope, memory},
    diag::{Diagnostic, codes},
    markdown::{Document, Shape, StretchRole, stretches},
    record::reader::other_language,
    site::{Site, Text},
    text::language::{self, Count, Other},
};

use super::texts;

/// The rule.
pub const RULE: Rule = Rule { name: "text/other-language", check };

fn check(scope: Scope<'_>, sink: &mut Vec<Diagnostic>) {
    let texts: Vec<_> = texts(scope.site).collect();
    let found = texts.par_iter().map(|(page, lang, text)| {
        let is_file = page.texts.get(*lang).is_some_and(|it| std::ptr::eq(it, *text));
        match scope.memory.filter(|_| is_file) {
            Some(memory) => {
                let key = (memory::print(scope, text), scope.site.languages().tag(*lang));
                memory.languages.get(Fingerprint::of(&key), || of_text(scope.site, *lang, text))
            }
            None => of_text(scope.site, *lang, text),
        }
    });
    sink.extend(found.collect::<Vec<_>>().into_iter().flatten());
}

fn of_text(site: &Site, lang: Lang, text: &Text) -> Vec<Diagnostic> {
    let tag = site.languages().tag(lang);
    let mut out = Vec::new();
    of_blocks(&text.document, tag, &mut out);
    let named = [&text.meta.title, &text.meta.summary].into_iter().flatten();
    let foreign = named.filter(|it| language::is_other_value(&it.value, tag));
    out.extend(foreign.map(|it| other_language(it.span, tag)));
    out
}

fn of_blocks(document: &Document, tag: &str, sink: &mut Vec<Diagnostic>) {
    let blocks = blocks(document, tag);
    let Some(first) = blocks.first() else { return };
    let mut whole = Count::default();
    blocks.iter().for_each(|it| whole.add(&it.count));
    let report = |span: Span| Diagnostic::at(&codes::text::OTHER_LANGUAGE, span).with("lang", tag);
    match whole.other(tag) {
        Some(Other::Language(found)) => sink.push(report(first.span).with("found", found).hint("found")),
        Some(Other::Script) => sink.push(report(first.span)),
        None => {
            let foreign = blocks.iter().filter(|it| it.is_paragraph && it.count.is_other_script());
            sink.extend(foreign.map(|it| report(it.span).hint("paragraph")));
        }
    }
}

/// The running text of one block.
struct Block {
    count: Count,
    span: Span,
    is_paragraph: bool,
}

/// Lists the blocks with what their own words come to: no code, no quotation, no footnote, nothing that says its own language.
fn blocks(document: &Document, tag: &str) -> Vec<Block> {
    let quotes: Vec<Span> =
        document.blocks.iter().filter(|it| matches!(it.shape, Shape::Quote | Shape::Note)).map(|it| it.span).collect();
    let is_quote = |it: &Span| quotes.iter().any(|quote| quote.start <= it.start && it.end <= quote.end);
    let mut out: BTreeMap<usize, (String, Span)> = BTreeMap::new();
    for it in stretches(document).iter().filter(|it| it.role != StretchRole::Link) {
        let Some(rank) = it.block.filter(|it| *it < document.blocks.len()) else { continue };
        if !is_quote(&it.span) {
            let (words, _) = out.entry(rank).or_insert_with(|| (String::new(), it.span));
            words.push_str(it.text);
            words.push(' ');
        }
    }
    let block = |(rank, (words, span)): (usize, (String, Span))| Block {
        count: Count::of(&words, tag),
        span,
        is_paragraph: document.blocks[rank].shape == Shape::Paragraph,
    };
    out.into_iter().map(block).collect()
}
