//! A text, or one paragraph of it, is written in another language than its file says.

use std::collections::BTreeMap;

use crate::{
    base::{Lang, Span},
    check::{Rule, Scope},
    diag::{Diagnostic, codes},
    markdown::{Document, Shape, StretchRole, stretches},
    record::reader::other_language,
    site::{Site, Text},
    text::language::{self, Other},
};

use super::texts;

/// The rule.
pub const RULE: Rule = Rule { name: "text/other-language", check };

fn check(Scope { site, .. }: Scope<'_>, sink: &mut Vec<Diagnostic>) {
    for (_, lang, text) in texts(site) {
        of_text(site, lang, text, sink);
        let tag = site.languages().tag(lang);
        let named = [&text.meta.title, &text.meta.summary].into_iter().flatten();
        let foreign = named.filter(|it| language::is_other_value(&it.value, tag));
        sink.extend(foreign.map(|it| other_language(it.span, tag)));
    }
}

fn of_text(site: &Site, lang: Lang, text: &Text, sink: &mut Vec<Diagnostic>) {
    let tag = site.languages().tag(lang);
    let blocks = blocks(&text.document);
    let Some(first) = blocks.first() else { return };
    let whole: String = blocks.iter().map(|it| format!("{}\n", it.words)).collect();
    let report = |span: Span| Diagnostic::at(&codes::text::OTHER_LANGUAGE, span).with("lang", tag);
    match language::other(&whole, tag) {
        Some(Other::Language(found)) => sink.push(report(first.span).with("found", found).hint("found")),
        Some(Other::Script) => sink.push(report(first.span)),
        None => {
            let foreign = blocks.iter().filter(|it| it.is_paragraph && language::is_other_script(&it.words, tag));
            sink.extend(foreign.map(|it| report(it.span).hint("paragraph")));
        }
    }
}

/// The running text of one block.
struct Block {
    words: String,
    span: Span,
    is_paragraph: bool,
}

/// Lists the blocks with their own words: no code, no quotation, no footnote, nothing that says its own language.
fn blocks(document: &Document) -> Vec<Block> {
    let is_quote = |it: &Span| {
        let quotes = document.blocks.iter().filter(|it| matches!(it.shape, Shape::Quote | Shape::Note));
        quotes.into_iter().any(|quote| quote.span.start <= it.start && it.end <= quote.span.end)
    };
    let mut out: BTreeMap<usize, Block> = BTreeMap::new();
    for it in stretches(document).iter().filter(|it| it.role != StretchRole::Link) {
        let Some((rank, block)) = it.block.and_then(|rank| Some((rank, document.blocks.get(rank)?))) else { continue };
        if is_quote(&it.span) {
            continue;
        }
        let is_paragraph = block.shape == Shape::Paragraph;
        let found = out.entry(rank).or_insert_with(|| Block { words: String::new(), span: it.span, is_paragraph });
        found.words.push_str(it.text);
        found.words.push(' ');
    }
    out.into_values().collect()
}
