//! Filters: by what the results can be narrowed.

use serde_json::{Value as Json, json};

use crate::{
    base::Lang,
    record::{Facet, Kind, KindField, Value},
    site::{PageId, PageKind, RecordEntry},
    text::bidi,
    view::Env,
};

/// One filter as it is collected: its name in addresses, its label, its values.
struct Filter {
    name: String,
    label: String,
    values: Vec<String>,
}

/// Returns the filters, and for each page and value the triple of page, filter, value.
///
/// Kinds share a filter where field and label are the same, and all kinds share the year.
pub fn facets(env: Env<'_>, lang: Lang, pages: &[PageId]) -> (Vec<Json>, Vec<usize>) {
    let site = env.site;
    let mut filters: Vec<Filter> = Vec::new();
    let mut triples: Vec<(usize, usize, String)> = Vec::new();
    for (rank, id) in pages.iter().enumerate() {
        let PageKind::Record(record) = site.page(*id).kind else { continue };
        let (entry, kind) = (site.record(record), site.kind_of(record));
        for facet in &kind.facets {
            let Some(field) = kind.field(&facet.field) else { continue };
            let at = filter_of(&mut filters, kind, facet, label(env, lang, facet, field));
            triples.extend(values(env, lang, entry, field).map(|it| (rank, at, it)));
        }
    }
    for (_, at, text) in &triples {
        if !filters[*at].values.contains(text) {
            filters[*at].values.push(text.clone());
        }
    }
    let locale = env.locales.get(lang);
    filters.iter_mut().for_each(|it| it.values.sort_by_key(|it| locale.sort_key(it)));
    let place = |at: usize, text: &String| filters[at].values.iter().position(|it| it == text).unwrap_or_default();
    let tagged = triples.iter().flat_map(|(rank, at, text)| [*rank, *at, place(*at, text)]).collect();
    let shown = |text: &String| bidi::isolate(text, site.languages().dir(lang)).into_owned();
    let made = |it: &Filter| {
        let values: Vec<String> = it.values.iter().map(shown).collect();
        json!({"name": it.name, "label": shown(&it.label), "values": values})
    };
    (filters.iter().map(made).collect(), tagged)
}

fn label(env: Env<'_>, lang: Lang, facet: &Facet, field: &KindField) -> String {
    let own = field.label.as_ref().and_then(|it| it.get_or_first(lang)).map(|(_, it)| it.clone());
    let label = if facet.by_year { env.locales.get(lang).by_name("find-year") } else { own };
    label.unwrap_or_else(|| facet.field.to_string())
}

/// Returns the rank of a facet's filter, which is added when it is new. A field of the same name that another kind labels
/// otherwise means something else there: it is told apart by its kind.
fn filter_of(filters: &mut Vec<Filter>, kind: &Kind, facet: &Facet, label: String) -> usize {
    let plain = if facet.by_year { "year".to_owned() } else { facet.field.to_string() };
    let is_taken = filters.iter().any(|it| it.name == plain && it.label != label);
    let name = if is_taken { format!("{}.{plain}", kind.name.value) } else { plain };
    filters.iter().position(|it| it.name == name).unwrap_or_else(|| {
        filters.push(Filter { name, label, values: Vec::new() });
        filters.len() - 1
    })
}

/// Lists what a record has in a field, as its readers see it.
fn values<'a>(
    env: Env<'a>,
    lang: Lang,
    entry: &'a RecordEntry,
    field: &'a KindField,
) -> impl Iterator<Item = String> + 'a {
    let entries = entry.field(&field.name).map_or(&[][..], |it| &it.entries);
    entries.iter().enumerate().filter_map(move |(place, value)| match &value.value {
        Value::Date(date) => Some(env.locales.get(lang).year(date.start.year())),
        Value::Choice(name) => {
            let choice = field.choices.iter().find(|it| it.name == *name)?;
            Some(choice.label.get_or_first(lang).map_or_else(|| name.to_string(), |(_, it)| it.clone()))
        }
        Value::Ref(_) => {
            let target = entry.target(&field.name, place)?;
            Some(env.site.page(env.site.record(target).page).title(lang).to_owned())
        }
        Value::Text(texts) => texts.get_or_first(lang).map(|(_, it)| it.clone()),
        Value::Plain(text) => Some(text.clone()),
        _ => None,
    })
}
