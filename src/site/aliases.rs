//! Earlier addresses that lead to a page's present one.

use std::collections::BTreeMap;

use super::{Config, Page, PageId, PageKind, RecordEntry, build::is_reserved};
use crate::{
    base::{Key, Lang, Route, Span, Spanned},
    diag::{Diagnostic, codes},
};

/// One earlier address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alias {
    /// The earlier address.
    pub route: Route,
    /// The page that it leads to.
    pub page: PageId,
    /// In which language.
    pub lang: Lang,
    /// Where it was declared.
    pub span: Span,
}

/// Collects the aliases of texts and records; reports those that are no address or are taken.
pub(super) fn collect(
    pages: &[Page],
    records: &[RecordEntry],
    config: &Config,
    sink: &mut Vec<Diagnostic>,
) -> Vec<Alias> {
    let mut owners: BTreeMap<Route, Option<Span>> = pages
        .iter()
        .flat_map(|page| page.routes.iter().chain(page.fallbacks.iter()).map(move |(_, it)| (it.clone(), page.span)))
        .collect();
    let mut out = Vec::new();
    for (page, id) in pages.iter().zip(0u32..).filter(|(page, _)| !page.is_draft) {
        for (languages, alias) in declared(page, records, config) {
            let fault = || Diagnostic::at(&codes::page::BAD_ALIAS, alias.span).with("alias", alias.value.as_str());
            let Some((named, path)) = read(&alias.value, config) else {
                sink.push(fault().hint("form"));
                continue;
            };
            let languages = named.map_or(languages, |it| vec![it]);
            for lang in languages.into_iter().filter(|it| page.exists_in(*it)) {
                let route = Route(format!("{}/{path}/", config.languages.tag(lang)));
                if let Some(first) = owner(&route, &path, &owners) {
                    super::push_once(
                        sink,
                        first.into_iter().fold(fault().hint("taken"), |it, at| it.label(at, "first")),
                    );
                } else {
                    owners.insert(route.clone(), Some(alias.span));
                    out.push(Alias { route, page: PageId(id), lang, span: alias.span });
                }
            }
        }
    }
    out.sort_by(|a, b| a.route.cmp(&b.route));
    out
}

/// Returns what stands at an address, with its place in the sources if it has one.
#[allow(clippy::option_option, reason = "nothing, a page that nobody wrote, a page or alias of an author")]
fn owner(route: &Route, path: &str, owners: &BTreeMap<Route, Option<Span>>) -> Option<Option<Span>> {
    let top = path.split('/').next().unwrap_or_default();
    owners.get(route).copied().or_else(|| is_reserved(top).then_some(None))
}

/// Lists the aliases of a page with the languages to which each belongs: a text's own, a record's every language.
fn declared<'a>(page: &'a Page, records: &'a [RecordEntry], config: &Config) -> Vec<(Vec<Lang>, &'a Spanned<String>)> {
    let of_texts = page.texts.iter().flat_map(|(lang, text)| text.meta.aliases.iter().map(move |it| (vec![lang], it)));
    let mut out: Vec<(Vec<Lang>, &Spanned<String>)> = of_texts.collect();
    if let PageKind::Record(id) = page.kind {
        let all: Vec<Lang> = config.languages.iter().collect();
        out.extend(records[id.index()].record.aliases.iter().map(|it| (all.clone(), it)));
    }
    out
}

/// Reads `old/path`, `/old/path/` or `/ar/old/path/`: the language that it names, if any, and the path below it.
fn read(alias: &str, config: &Config) -> Option<(Option<Lang>, String)> {
    let plain = alias.trim_matches('/');
    if !plain.split('/').all(Key::is_valid) {
        return None;
    }
    let named = plain.split_once('/').and_then(|(first, rest)| Some((config.languages.find(first)?, rest)));
    Some(match named {
        Some((lang, rest)) => (Some(lang), rest.to_owned()),
        None => (None, plain.to_owned()),
    })
}
