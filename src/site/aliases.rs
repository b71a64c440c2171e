//! Earlier addresses that lead to a page's present one.

use std::collections::BTreeMap;

use super::{Config, Page, PageId, PageKind, RecordEntry};
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
    let routes: BTreeMap<&str, Option<Span>> =
        pages.iter().flat_map(|page| page.routes.iter().map(move |(_, it)| (it.0.as_str(), page.span))).collect();
    let mut found: BTreeMap<Route, Alias> = BTreeMap::new();
    for (page, id) in pages.iter().zip(0u32..) {
        for (lang, alias) in declared(page, records, config) {
            let Some(route) = route(&alias.value, lang, config) else {
                let diagnostic = Diagnostic::at(&codes::page::BAD_ALIAS, alias.span);
                sink.push(diagnostic.with("alias", alias.value.as_str()).hint("form"));
                continue;
            };
            let Some((route, lang)) = route.filter(|(_, it)| page.exists_in(*it)) else { continue };
            let taken = routes.get(route.0.as_str()).copied().or_else(|| found.get(&route).map(|it| Some(it.span)));
            match taken {
                Some(first) => {
                    let diagnostic = Diagnostic::at(&codes::page::BAD_ALIAS, alias.span);
                    let diagnostic = diagnostic.with("alias", alias.value.as_str()).hint("taken");
                    let diagnostic = first.into_iter().fold(diagnostic, |it, first| it.label(first, "first"));
                    super::push_once(sink, diagnostic);
                }
                None => {
                    found.insert(route.clone(), Alias { route, page: PageId(id), lang, span: alias.span });
                }
            }
        }
    }
    found.into_values().collect()
}

/// Lists the aliases of a page with the language to which each belongs: a text's own, a record's in every language.
fn declared<'a>(page: &'a Page, records: &'a [RecordEntry], config: &Config) -> Vec<(Lang, &'a Spanned<String>)> {
    let mut out: Vec<(Lang, &Spanned<String>)> =
        page.texts.iter().flat_map(|(lang, text)| text.meta.aliases.iter().map(move |it| (lang, it))).collect();
    if let PageKind::Record(id) = page.kind {
        let aliases = &records[id.index()].record.aliases;
        out.extend(config.languages.iter().flat_map(|lang| aliases.iter().map(move |it| (lang, it))));
    }
    out
}

/// Reads `old/path`, `/old/path/` or `/ar/old/path/`. Nothing at all when it is no address; no route when it is another language's.
#[allow(clippy::option_option, reason = "no address, an address of another language, an address")]
fn route(alias: &str, lang: Lang, config: &Config) -> Option<Option<(Route, Lang)>> {
    let plain = alias.trim_matches('/');
    let parts: Vec<&str> = plain.split('/').collect();
    if plain.is_empty() || !parts.iter().all(|it| Key::is_valid(it)) {
        return None;
    }
    match parts.split_first().map(|(first, rest)| (config.languages.find(first), rest)) {
        Some((Some(named), rest)) if !rest.is_empty() => {
            Some((named == lang).then(|| (Route(format!("{plain}/")), named)))
        }
        _ => Some(Some((Route(format!("{}/{plain}/", config.languages.tag(lang))), lang))),
    }
}
