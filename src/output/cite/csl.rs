//! CSL-JSON, which citation processors read: a list of one item.

use serde_json::{Map, Value as Json, json};

use crate::{
    base::{PartialDate, Point},
    view::Citation,
};

/// Writes one reference.
pub fn write(it: &Citation) -> String {
    let mut out = Map::new();
    let mut put = |name: &str, value: Json| drop(out.insert(name.to_owned(), value));
    put("id", Json::from(it.id.as_str()));
    put("type", Json::from("webpage"));
    put("title", Json::from(it.title.as_str()));
    put("container-title", Json::from(it.site.as_str()));
    if let Some(publisher) = &it.publisher {
        put("author", json!([{"literal": publisher}]));
        put("publisher", Json::from(publisher.as_str()));
    }
    if let Some(issued) = it.date.as_ref().map(|date| issued(date, it.worded_date.as_deref())) {
        put("issued", issued);
    }
    put("version", Json::from(it.version.as_str()));
    put("language", Json::from(it.language.as_str()));
    put("URL", Json::from(it.address.as_str()));
    format!("{}\n", Json::Array(vec![Json::Object(out)]))
}

/// The parts that are known; doubt as `circa`; a quarter, which the form has no parts for, in words.
fn issued(date: &PartialDate, words: Option<&str>) -> Json {
    let points = [Some(date.start), date.end.filter(|it| *it != date.start)];
    if points.iter().flatten().any(|it| matches!(it, Point::Quarter(..))) {
        return json!({"literal": words.unwrap_or_default()});
    }
    let parts: Vec<Json> = points.into_iter().flatten().map(parts).collect();
    if date.approximate || date.uncertain {
        return json!({"date-parts": parts, "circa": true});
    }
    json!({"date-parts": parts})
}

fn parts(point: Point) -> Json {
    match point {
        Point::Year(year) | Point::Quarter(year, _) => json!([year]),
        Point::Month(year, month) => json!([year, month]),
        Point::Day(year, month, day) => json!([year, month, day]),
    }
}
