//! What a browser needs beside words: rules, weights, labels, filters, words of the interface.

use serde_json::{Map, Value as Json, json};

use super::{
    entries::Entry,
    facets,
    invert::Term,
    leading::WEIGHTS,
    shards::{BLOCK, Shards},
    suggest,
};
use crate::{
    base::Lang,
    site::PageId,
    text::{
        bidi,
        script::{Script, of_language},
        search,
    },
    view::Env,
};

/// Returns the head of the index as JSON.
pub fn json(
    env: Env<'_>,
    lang: Lang,
    pages: &[PageId],
    entries: &[Entry],
    terms: &[Term],
    alphabet: &[char],
    pieces: Option<&Shards>,
) -> String {
    let site = env.site;
    let kinds = site.kinds.iter().map(|it| {
        let label = |texts: &crate::base::PerLang<String>| {
            texts
                .get_or_first(lang)
                .map_or_else(String::new, |(_, it)| bidi::isolate(it, site.languages().dir(lang)).into_owned())
        };
        json!({"name": it.name.value.as_str(), "label": label(&it.label), "plural": label(&it.plural)})
    });
    let kinds: Vec<Json> = kinds.collect();
    let languages = site.languages();
    let tags: Vec<&str> = languages.iter().map(|it| languages.tag(it)).collect();
    let length: usize = entries.iter().map(|it| it.length).sum();
    let (filters, tagged) = facets::facets(env, lang, pages);
    json!({
        "rules": parsed(search::RULES),
        "weights": parsed(WEIGHTS),
        "language": languages.tag(lang),
        "languages": tags,
        "rank": lang.0,
        "scripts": tags.iter().map(|it| script(it)).collect::<Vec<_>>(),
        "directions": languages.iter().map(|it| languages.dir(it).as_str()).collect::<Vec<_>>(),
        "digits": if site.config.formats.digits == crate::locale::Digits::Arabic { "arab" } else { "latn" },
        "pages": entries.len(),
        "length": length / entries.len().max(1),
        "alphabet": alphabet.iter().collect::<String>(),
        "kinds": kinds,
        "filters": filters,
        "tagged": tagged,
        "misspelt": suggest::misspelt(env, terms),
        "shards": pieces.map(|it| &it.words),
        "blocks": pieces.map(|it| json!({"size": BLOCK, "files": it.titles})),
        "texts": interface(env, lang),
    })
    .to_string()
}

/// Returns the name of a language's script, by which the browser tells in whose index a word may be found.
fn script(tag: &str) -> &'static str {
    match of_language(tag) {
        Script::Arabic => "arabic",
        Script::Latin => "latin",
        Script::OtherRtl | Script::Other => "other",
    }
}

fn parsed(text: &str) -> Json {
    serde_json::from_str(text).expect("data files of the program are valid JSON")
}

/// Returns the words of the interface that the script shows: every message whose name begins so.
fn interface(env: Env<'_>, lang: Lang) -> Json {
    let locale = env.locales.get(lang);
    let names = crate::locale::ids::NAMES.iter().filter_map(|it| it.strip_prefix("find-"));
    let words: Map<String, Json> =
        names.filter_map(|name| Some((name.to_owned(), locale.by_name(&format!("find-{name}"))?.into()))).collect();
    Json::Object(words)
}
