//! Every record as JSON: one file per record, and one per kind with all of them.

use serde_json::{Map, Value as Json, json};

use super::PageFacts;
use crate::{
    base::{Artifact, Languages, MediaType, PerLang},
    record::{Entry, Kind, KindField, Value},
    site::{RecordId, Site},
    view::Env,
};

/// Makes `data/<kind>/<key>.json` and `data/<kind>.json`.
pub fn make(env: Env<'_>, _pages: &[PageFacts]) -> Vec<Artifact> {
    let site = env.site;
    let mut out = Vec::new();
    for (rank, kind) in site.kinds.iter().enumerate() {
        let records = site.records_of(rank);
        let all: Vec<Json> = records.iter().map(|it| record(site, *it, kind)).collect();
        for (id, json) in records.iter().zip(&all) {
            out.push(artifact(format!("data/{}/{}.json", kind.name.value, site.record(*id).record.key.value), json));
        }
        out.push(artifact(
            format!("data/{}.json", kind.name.value),
            &json!({"kind": kind.name.value.as_str(), "records": all}),
        ));
    }
    out
}

fn artifact(path: String, json: &Json) -> Artifact {
    let mut bytes = serde_json::to_vec(json).expect("a tree of strings and numbers has a JSON form");
    bytes.push(b'\n');
    Artifact { path, bytes, media: MediaType::JSON, origin: "data" }
}

fn record(site: &Site, id: RecordId, kind: &Kind) -> Json {
    let entry = site.record(id);
    let languages = site.languages();
    let mut out = Map::new();
    out.insert("id".to_owned(), Json::from(site.config.absolute(&site.identity_route(id).0)));
    out.insert("kind".to_owned(), Json::from(kind.name.value.as_str()));
    out.insert("key".to_owned(), Json::from(entry.record.key.value.as_str()));
    let pages = site.page(entry.page).routes.iter();
    let pages: Map<String, Json> =
        pages.map(|(lang, it)| (languages.tag(lang).to_owned(), Json::from(site.config.absolute(&it.0)))).collect();
    out.insert("pages".to_owned(), Json::Object(pages));
    let mut fields = Map::new();
    for field in &kind.fields {
        if let Some(value) = entry.field(&field.name).map(|it| field_json(site, id, field, &it.entries)) {
            fields.insert(field.name.to_string(), value);
        }
    }
    out.insert("fields".to_owned(), Json::Object(fields));
    if let Some(updated) = entry.record.updated {
        out.insert("updated".to_owned(), Json::from(updated.notation()));
    }
    Json::Object(out)
}

fn field_json(site: &Site, id: RecordId, field: &KindField, entries: &[Entry]) -> Json {
    let is_qualified = entries
        .iter()
        .any(|it| it.from.is_some() || it.until.is_some() || !it.sources.is_empty() || !it.note.is_empty());
    let mut values: Vec<Json> = entries
        .iter()
        .enumerate()
        .map(
            |(rank, it)| {
                if is_qualified { qualified(site, id, field, rank, it) } else { value(site, id, field, rank, it) }
            },
        )
        .collect();
    if is_qualified || field.is_list() || values.len() != 1 { Json::Array(values) } else { values.remove(0) }
}

fn qualified(site: &Site, id: RecordId, field: &KindField, rank: usize, entry: &Entry) -> Json {
    let mut out = Map::new();
    out.insert("value".to_owned(), value(site, id, field, rank, entry));
    for (name, date) in [("from", entry.from), ("until", entry.until)] {
        if let Some(date) = date {
            out.insert(name.to_owned(), Json::from(date.notation()));
        }
    }
    let sources: Vec<Json> = site.record(id).sources_of(&field.name, rank).map(|it| reference(site, it)).collect();
    if !sources.is_empty() {
        out.insert("sources".to_owned(), Json::Array(sources));
    }
    if !entry.note.is_empty() {
        out.insert("note".to_owned(), texts(&entry.note, site.languages()));
    }
    Json::Object(out)
}

fn reference(site: &Site, id: RecordId) -> Json {
    json!({"kind": site.kind_of(id).name.value.as_str(), "key": site.record(id).record.key.value.as_str()})
}

fn texts(texts: &PerLang<String>, languages: &Languages) -> Json {
    Json::Object(texts.iter().map(|(lang, it)| (languages.tag(lang).to_owned(), Json::from(it.as_str()))).collect())
}

fn value(site: &Site, id: RecordId, field: &KindField, rank: usize, entry: &Entry) -> Json {
    match &entry.value {
        Value::Text(it) | Value::Place(it) => texts(it, site.languages()),
        Value::Markdown(it) => texts(&it.map(|_, text| text.value.clone()), site.languages()),
        Value::Plain(text) => Json::from(text.as_str()),
        Value::Integer(number) => Json::from(*number),
        Value::Number(text) => {
            text.parse::<serde_json::Number>().map_or_else(|_| Json::from(text.as_str()), Json::Number)
        }
        Value::Boolean(flag) => Json::from(*flag),
        Value::Date(date) => Json::from(date.notation()),
        Value::Choice(name) => Json::from(&**name),
        Value::Ref(written) => site
            .record(id)
            .target(&field.name, rank)
            .map_or_else(|| Json::from(written.as_str()), |it| reference(site, it)),
    }
}
