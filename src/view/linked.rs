//! What a page says of itself to machines: schema.org as JSON-LD, in a data block that no browser runs.
//!
//! Kinds are data: which type a record is and which field gives which property, its kind says. A thing has the same `@id`
//! in every language: the permanent address of a record, the site's root, the list of a kind.

use serde_json::{Map, Value as Json, json};

use super::{PageView, prose, record, scene::Scene};
use crate::{
    base::{PartialDate, PerLang, Point, Route},
    locale::ids,
    record::{Entry, Kind, KindField, Value, kinds::schema},
    site::{Page, PageId, PageKind, PageRef, RecordId},
};

/// Properties that take a span of time as it is (ISO 8601); all others take one date.
const SPANS: &[&str] = &["temporalCoverage"];
/// Members of a set, by type: the property that names the set, and the set's own type.
const SETS: &[(&str, &str, &str)] = &[("DefinedTerm", "inDefinedTermSet", "DefinedTermSet")];

/// Returns the description of a page, fit for a `script` element; nothing for pages that only lead to others.
pub(super) fn page(scene: &Scene<'_>, page: &Page, unit: PageRef, view: &PageView) -> Option<String> {
    let node = match page.kind {
        PageKind::Search => return None,
        PageKind::Home => website(scene, Some(view)),
        _ => web_page(scene, page, unit, view),
    };
    Some(block(node))
}

/// Returns the description of the root page, which stands for the site in all its languages.
pub(super) fn root(scene: &Scene<'_>) -> String {
    let mut out = website(scene, None);
    let config = &scene.site().config;
    let tags = config.languages.iter().map(|it| Json::from(config.languages.tag(it)));
    out.insert("inLanguage".to_owned(), tags.collect());
    block(out)
}

/// Writes a description so that it cannot end the element that holds it, nor be taken for anything but JSON.
fn block(node: Map<String, Json>) -> String {
    let mut whole = Map::new();
    whole.insert("@context".to_owned(), Json::from("https://schema.org"));
    whole.extend(node);
    let text = Json::Object(whole).to_string();
    let mut out = String::with_capacity(text.len());
    for it in text.chars() {
        match it {
            // Inside strings only, where JSON reads them back as they were. The last are the slots of a page's frame.
            '<' | '>' | '&' | '\u{FDD0}'..='\u{FDEF}' => out.push_str(&format!("\\u{:04x}", u32::from(it))),
            _ => out.push(it),
        }
    }
    out
}

fn node(of_type: &str) -> Map<String, Json> {
    let mut out = Map::new();
    out.insert("@type".to_owned(), Json::from(of_type));
    out
}

fn put(node: &mut Map<String, Json>, name: &str, value: Option<Json>) {
    if let Some(value) = value {
        node.insert(name.to_owned(), value);
    }
}

fn one_or_many(mut values: Vec<Json>) -> Option<Json> {
    match values.len() {
        0 => None,
        1 => values.pop(),
        _ => Some(Json::Array(values)),
    }
}

fn website(scene: &Scene<'_>, home: Option<&PageView>) -> Map<String, Json> {
    let config = &scene.site().config;
    let mut out = node("WebSite");
    out.insert("@id".to_owned(), Json::from(config.base.as_str()));
    out.insert("url".to_owned(), Json::from(home.and_then(|it| it.canonical.as_deref()).unwrap_or(&config.base)));
    out.insert("name".to_owned(), Json::from(config.title(scene.lang)));
    let short = config.short_title.get(scene.lang).into_iter();
    let others = config.title.iter().filter(|(lang, _)| home.is_none() && *lang != scene.lang).map(|(_, it)| it);
    put(&mut out, "alternateName", one_or_many(short.chain(others).map(|it| Json::from(it.as_str())).collect()));
    put(&mut out, "description", config.description.get(scene.lang).map(|it| Json::from(it.as_str())));
    out.insert("inLanguage".to_owned(), Json::from(config.languages.tag(scene.lang)));
    put(&mut out, "publisher", publisher(scene));
    let search = scene.site().only(PageKind::Search).and_then(|it| scene.site().page(it).routes.get(scene.lang));
    if let Some(search) = search.filter(|_| config.search && home.is_some()) {
        let template = format!("{}?q={{q}}", config.absolute(&search.0));
        let target = json!({"@type": "EntryPoint", "urlTemplate": template});
        out.insert(
            "potentialAction".to_owned(),
            json!({"@type": "SearchAction", "target": target, "query-input": "required name=q"}),
        );
    }
    out
}

fn publisher(scene: &Scene<'_>) -> Option<Json> {
    let (_, name) = scene.site().config.publisher.get_or_first(scene.lang)?;
    Some(json!({"@type": "Organization", "name": name}))
}

fn web_page(scene: &Scene<'_>, page: &Page, unit: PageRef, view: &PageView) -> Map<String, Json> {
    let config = &scene.site().config;
    let is_article = page.kind == PageKind::Text && page.date.is_some();
    let of_type = match page.kind {
        PageKind::Folder { .. } | PageKind::Letters | PageKind::Years => "CollectionPage",
        _ => "WebPage",
    };
    let mut out = node(of_type);
    if is_article {
        out.insert("@type".to_owned(), json!([of_type, "Article"]));
        put(&mut out, "headline", Some(Json::from(page.title(scene.lang))));
        put(&mut out, "datePublished", page.date.and_then(|it| date(&it)));
    }
    put(&mut out, "@id", view.canonical.as_deref().map(Json::from));
    out.insert("name".to_owned(), Json::from(page.title(scene.lang)));
    out.insert("inLanguage".to_owned(), Json::from(config.languages.tag(scene.lang)));
    put(&mut out, "dateModified", page.updated.get(scene.lang).and_then(date));
    out.insert("isPartOf".to_owned(), json!({"@type": "WebSite", "@id": config.base, "name": config.name(scene.lang)}));
    put(&mut out, "publisher", publisher(scene));
    put(&mut out, "license", config.license.as_ref().and_then(|it| it.url.as_deref()).map(Json::from));
    out.insert("breadcrumb".to_owned(), breadcrumb(scene, page, unit));
    let main = match page.kind {
        PageKind::Record(id) => thing(scene, id),
        PageKind::Folder { kind: Some(kind) } if unit.part == 0 => Some(collection(scene, kind, unit.page)),
        _ => None,
    };
    put(&mut out, "mainEntity", main);
    out
}

/// The way from the home page to this one; the page itself is the last step and needs no address.
fn breadcrumb(scene: &Scene<'_>, page: &Page, unit: PageRef) -> Json {
    let site = scene.site();
    let above: Vec<PageId> = super::page::ancestors(scene, page, unit);
    let mut steps: Vec<Json> = Vec::with_capacity(above.len() + 1);
    for id in above {
        let (page, position) = (site.page(id), steps.len() + 1);
        let name = if page.kind == PageKind::Home { scene.text(ids::HOME) } else { page.title(scene.lang).to_owned() };
        let item = page.routes.get(scene.lang).map(|it| site.config.absolute(&it.0));
        steps.push(json!({"@type": "ListItem", "position": position, "name": name, "item": item}));
    }
    steps.push(json!({"@type": "ListItem", "position": steps.len() + 1, "name": page.title(scene.lang)}));
    json!({"@type": "BreadcrumbList", "itemListElement": steps})
}

/// Describes the list of a kind: the set that its records are members of, if their type has one, and the data of all.
fn collection(scene: &Scene<'_>, rank: usize, list: PageId) -> Json {
    let config = &scene.site().config;
    let kind = &scene.site().kinds.all()[rank];
    let name = kind.plural.get_or_first(scene.lang).map_or("", |(_, it)| it.as_str());
    let about = kind.description.get_or_first(scene.lang).map(|(_, it)| Json::from(it.as_str()));
    let address = config.absolute(&format!("data/{}.json", kind.name.value));
    let mut data = node("Dataset");
    data.insert("@id".to_owned(), Json::from(address.as_str()));
    data.insert("name".to_owned(), Json::from(name));
    put(&mut data, "description", about.clone());
    put(&mut data, "license", config.license.as_ref().and_then(|it| it.url.as_deref()).map(Json::from));
    put(&mut data, "creator", publisher(scene));
    data.insert(
        "distribution".to_owned(),
        json!({"@type": "DataDownload", "contentUrl": address, "encodingFormat": "application/json"}),
    );
    match set(scene, kind, list) {
        Some((_, mut set)) => {
            set.insert("name".to_owned(), Json::from(name));
            put(&mut set, "description", about);
            json!([set, data])
        }
        None => Json::Object(data),
    }
}

/// Returns the set to which the records of a kind belong, and the property by which they name it.
fn set(scene: &Scene<'_>, kind: &Kind, list: PageId) -> Option<(&'static str, Map<String, Json>)> {
    let of_type = &kind.jsonld.as_ref()?.of_type;
    let (_, property, of_set) = SETS.iter().find(|(member, ..)| schema::is_a(of_type, member))?;
    // The first language that has the list, whatever the page's: the set is one in all of them.
    let (_, route) = scene.site().page(list).routes.iter().next()?;
    let mut out = node(of_set);
    out.insert("@id".to_owned(), Json::from(scene.site().config.absolute(&route.0)));
    Some((property, out))
}

/// Describes what a record stands for; nothing when its kind does not say what that is.
fn thing(scene: &Scene<'_>, id: RecordId) -> Option<Json> {
    let site = scene.site();
    let (entry, kind) = (site.record(id), site.kind_of(id));
    let spec = kind.jsonld.as_ref()?;
    let mut out = node(&spec.of_type);
    out.insert("@id".to_owned(), Json::from(site.config.absolute(&site.identity_route(id).0)));
    put(&mut out, "name", entry.title(scene.lang).map(Json::from));
    for (property, field) in &spec.properties {
        let value = match &**field {
            "key" => Some(Json::from(entry.record.key.value.as_str())),
            "updated" => entry.record.updated.as_ref().and_then(date),
            name => kind.field(name).and_then(|it| values(scene, id, it, property)),
        };
        put(&mut out, property, value);
    }
    end_of_span(scene, id, &mut out);
    let list = site.page(entry.page).parent;
    if let Some((property, set)) = list.and_then(|it| set(scene, kind, it)) {
        out.insert(property.to_owned(), Json::Object(set));
    }
    Some(Json::Object(out))
}

/// What begins on a first day and is given as a span ends on its last.
fn end_of_span(scene: &Scene<'_>, id: RecordId, out: &mut Map<String, Json>) {
    let spec = scene.site().kind_of(id).jsonld.as_ref();
    let start = spec.and_then(|it| it.properties.iter().find(|(property, _)| property == "startDate"));
    let value = start.and_then(|(_, field)| scene.site().record(id).current(field)).map(|it| &it.value);
    if let Some(Value::Date(PartialDate { end: Some(end), approximate: false, uncertain: false, .. })) = value
        && !out.contains_key("endDate")
    {
        out.insert("endDate".to_owned(), Json::from(point(*end)));
    }
}

/// Returns the values of a field that hold now.
fn values(scene: &Scene<'_>, id: RecordId, field: &KindField, property: &str) -> Option<Json> {
    let entries = &scene.site().record(id).field(&field.name)?.entries;
    let has_present = entries.iter().any(|it| it.until.is_none());
    let present = entries.iter().enumerate().filter(|(_, it)| it.until.is_none() || !has_present);
    one_or_many(present.filter_map(|(rank, it)| value(scene, id, field, rank, it, property)).collect())
}

fn value(
    scene: &Scene<'_>,
    id: RecordId,
    field: &KindField,
    rank: usize,
    entry: &Entry,
    property: &str,
) -> Option<Json> {
    Some(match &entry.value {
        Value::Text(texts) => words(scene, texts)?,
        Value::Place(texts) => json!({"@type": "Place", "name": words(scene, texts)?}),
        Value::Plain(text) => Json::from(text.as_str()),
        Value::Markdown(_) => {
            let prose = &scene.site().record(id).prose;
            let texts = &prose.iter().find(|(name, at, _)| **name == *field.name && *at == rank)?.2;
            let (_, text) = texts.get_or_first(scene.lang)?;
            Json::from(prose::summary(scene, text)?)
        }
        Value::Integer(number) => Json::from(*number),
        Value::Number(text) => Json::Number(text.parse().ok()?),
        Value::Boolean(flag) => Json::from(*flag),
        Value::Date(it) if SPANS.contains(&property) => span(it)?,
        Value::Date(it) if property == "startDate" => doubtless(it).map(|it| Json::from(point(it.start)))?,
        Value::Date(it) => date(it)?,
        Value::Choice(name) => Json::from(super::facts::choice(scene, field, name)),
        Value::Ref(_) => reference(scene, scene.site().record(id).target(&field.name, rank)?)?,
    })
}

/// A text in the page's language, else in the first that has one, which is then named.
fn words(scene: &Scene<'_>, texts: &PerLang<String>) -> Option<Json> {
    let (lang, text) = texts.get_or_first(scene.lang)?;
    let tag = scene.languages().tag(lang);
    Some(if lang == scene.lang { Json::from(text.as_str()) } else { json!({"@language": tag, "@value": text}) })
}

/// A record named on the page of another; one that is held back has no address.
fn reference(scene: &Scene<'_>, id: RecordId) -> Option<Json> {
    let site = scene.site();
    if site.page(site.record(id).page).is_draft {
        return None;
    }
    let of_type = site.kind_of(id).jsonld.as_ref().map_or("Thing", |it| it.of_type.as_str());
    let Route(route) = record::identity_route(scene, id);
    let name = site.page(site.record(id).page).title(scene.lang);
    Some(json!({"@type": of_type, "@id": site.config.absolute(&route), "name": name}))
}

/// ISO 8601 cannot say "about" or "perhaps": a date in doubt is left out rather than made certain.
fn doubtless(date: &PartialDate) -> Option<&PartialDate> {
    (!date.approximate && !date.uncertain).then_some(date)
}

/// One date, as precise as it is known and no more: of a span what both its ends share, of a quarter its year.
pub(super) fn date(date: &PartialDate) -> Option<Json> {
    let PartialDate { start, end, .. } = doubtless(date)?;
    let shared = match (*start, end.unwrap_or(*start)) {
        (start, end) if start == end => start,
        (Point::Day(y, m, _) | Point::Month(y, m), Point::Day(other, n, _) | Point::Month(other, n))
            if (y, m) == (other, n) =>
        {
            Point::Month(y, m)
        }
        (start, end) if start.year() == end.year() => Point::Year(start.year()),
        _ => return None,
    };
    Some(Json::from(point(shared)))
}

fn span(date: &PartialDate) -> Option<Json> {
    let it = doubtless(date)?;
    let start = point(it.start);
    Some(Json::from(it.end.map_or_else(|| start.clone(), |end| format!("{start}/{}", point(end)))))
}

/// A quarter has no form of its own in ISO 8601.
fn point(point: Point) -> String {
    match point {
        Point::Quarter(year, _) => Point::Year(year).notation(),
        other => other.notation(),
    }
}

#[cfg(test)]
mod tests {
    use super::{block, date, node};
    use crate::base::{PartialDate, Point};

    fn at(start: Point, end: Option<Point>) -> Option<String> {
        let it = PartialDate { end, ..PartialDate::at(start) };
        date(&it).and_then(|it| it.as_str().map(str::to_owned))
    }

    #[test]
    fn dates_say_no_more_than_is_known() {
        assert_eq!(at(Point::Day(2014, 9, 7), None).as_deref(), Some("2014-09-07"));
        assert_eq!(at(Point::Month(2013, 6), None).as_deref(), Some("2013-06"));
        assert_eq!(at(Point::Quarter(2014, 2), None).as_deref(), Some("2014"));
        assert_eq!(at(Point::Day(2013, 6, 4), Some(Point::Day(2013, 6, 5))).as_deref(), Some("2013-06"));
        assert_eq!(at(Point::Day(2013, 6, 4), Some(Point::Day(2013, 8, 5))).as_deref(), Some("2013"));
        assert_eq!(at(Point::Year(2013), Some(Point::Year(2015))), None);
        let about = PartialDate { approximate: true, ..PartialDate::at(Point::Year(2013)) };
        assert_eq!(date(&about), None);
    }

    #[test]
    fn nothing_in_a_block_ends_its_element_or_fills_a_slot() {
        let mut it = node("Thing");
        it.insert("name".to_owned(), "</script><!-- & \u{FDD4} \"قرار\"".into());
        assert_eq!(
            block(it),
            "{\"@context\":\"https://schema.org\",\"@type\":\"Thing\",\"name\":\"\\u003c/script\\u003e\\u003c!-- \\u0026 \\ufdd4 \\\"قرار\\\"\"}"
        );
    }
}
