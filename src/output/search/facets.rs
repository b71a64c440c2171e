//! Filters: by what the results can be narrowed.

use serde_json::{Value as Json, json};

use crate::{
    base::Lang,
    record::Value,
    site::{PageId, PageKind},
    text::bidi,
    view::Env,
};

/// One filter as it is collected: its name, its label, its values.
struct Filter {
    name: String,
    label: String,
    values: Vec<String>,
}

/// Returns the filters, and for each page and value the triple of page, filter, value.
pub fn facets(env: Env<'_>, lang: Lang, pages: &[PageId]) -> (Vec<Json>, Vec<usize>) {
    let site = env.site;
    let mut filters: Vec<Filter> = Vec::new();
    let mut triples: Vec<(usize, usize, String)> = Vec::new();
    for (rank, id) in pages.iter().enumerate() {
        let page = site.page(*id);
        let PageKind::Record(record) = page.kind else { continue };
        let (entry, kind) = (site.record(record), site.kind_of(record));
        for facet in &kind.facets {
            let Some(field) = kind.field(&facet.field) else { continue };
            let name = if facet.by_year { "year".to_owned() } else { facet.field.to_string() };
            let label = field.label.as_ref().and_then(|it| it.get_or_first(lang)).map(|(_, it)| it.clone());
            let label = if facet.by_year { env.locales.get(lang).by_name("find-year") } else { label };
            let at = filters.iter().position(|it| it.name == name).unwrap_or_else(|| {
                filters.push(Filter {
                    name,
                    label: label.unwrap_or_else(|| facet.field.to_string()),
                    values: Vec::new(),
                });
                filters.len() - 1
            });
            let entries = entry.field(&facet.field).map_or(&[][..], |it| &it.entries);
            for (place, value) in entries.iter().enumerate() {
                let text = match &value.value {
                    Value::Date(date) => Some(env.locales.get(lang).year(date.start.year())),
                    Value::Choice(choice) => {
                        let choice = field.choices.iter().find(|it| it.name == *choice);
                        choice.map(|it| {
                            it.label.get_or_first(lang).map_or_else(|| it.name.to_string(), |(_, it)| it.clone())
                        })
                    }
                    Value::Ref(_) => entry
                        .target(&field.name, place)
                        .map(|it| site.page(site.record(it).page).title(lang).to_owned()),
                    Value::Text(texts) => texts.get_or_first(lang).map(|(_, it)| it.clone()),
                    Value::Plain(text) => Some(text.clone()),
                    _ => None,
                };
                triples.extend(text.map(|it| (rank, at, it)));
            }
        }
    }
    let mut tagged = Vec::with_capacity(triples.len() * 3);
    for (_, at, text) in &triples {
        if !filters[*at].values.contains(text) {
            filters[*at].values.push(text.clone());
        }
    }
    let locale = env.locales.get(lang);
    filters.iter_mut().for_each(|it| it.values.sort_by_key(|it| locale.sort_key(it)));
    for (rank, at, text) in triples {
        let value = filters[at].values.iter().position(|it| *it == text).unwrap_or_default();
        tagged.extend([rank, at, value]);
    }
    let shown = |text: &String| bidi::isolate(text, site.languages().dir(lang)).into_owned();
    let made = |it: &Filter| json!({"name": it.name, "label": shown(&it.label), "values": it.values.iter().map(shown).collect::<Vec<_>>()});
    (filters.iter().map(made).collect(), tagged)
}
