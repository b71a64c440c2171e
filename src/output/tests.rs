//! What programs read: well-formed, honest about dates, stable in shape.

use quick_xml::{Reader, events::Event};
use serde_json::Value;

use super::{OUTPUTS, PageFacts};
use crate::{
    base::{Artifact, Dir},
    site::testing::{Made, clean, kind},
    view::{self, Env},
};

/// Makes every output of a site of files below `content/`.
fn outputs(files: &[(&str, &str)]) -> Vec<Artifact> {
    let Made { site, locales, .. } = clean(files);
    let labels = view::labels(&locales);
    let languages: Vec<(&str, Dir)> = site.languages().0.iter().map(|it| (&*it.tag, it.dir)).collect();
    let env = Env {
        site: &site,
        locales: &locales,
        labels: &labels,
        languages: &languages,
        stylesheets: [""; view::Sheet::ALL.len()],
        icon: None,
        loader: "",
        script: "",
        search: &[],
    };
    let facts: Vec<PageFacts> = site
        .units()
        .into_iter()
        .filter_map(|unit| {
            let route = site.page(unit.page).route(unit.lang, unit.part)?;
            Some(PageFacts { unit: Some(unit), route, length: 0 })
        })
        .collect();
    OUTPUTS.iter().flat_map(|it| (it.make)(env, &facts)).collect()
}

fn text(outputs: &[Artifact], path: &str) -> String {
    let found = outputs.iter().find(|it| it.path == path).unwrap_or_else(|| panic!("`{path}` is made"));
    String::from_utf8(found.bytes.clone()).expect("outputs are UTF-8")
}

/// Lists the texts of elements, `feed/entry/updated 2024-05-01T00:00:00Z` each; fails where the XML is not well formed.
fn elements(xml: &str) -> Vec<String> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let (mut path, mut out) = (Vec::new(), Vec::new());
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Start(it) => path.push(String::from_utf8_lossy(it.name().as_ref()).into_owned()),
            Event::End(_) => drop(path.pop()),
            Event::Text(it) => out.push(format!("{} {}", path.join("/"), it.decode().expect("UTF-8"))),
            Event::GeneralRef(it) => out.push(format!("{} &{}", path.join("/"), it.decode().expect("UTF-8"))),
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(path.is_empty(), "{path:?}");
    out
}

fn of<'a>(elements: &'a [String], path: &str) -> Vec<&'a str> {
    elements.iter().filter_map(|it| it.strip_prefix(path)?.strip_prefix(' ')).collect()
}

const DATED: [(&str, &str); 6] = [
    ("a.ar.md", "---\ntitle: قرار 7833 & <ملحقه>\nsummary: خلاصة\nupdated: 2024-05-01\n---\n"),
    ("a.en.md", "---\ntitle: Resolution\n---\n"),
    ("b.ar.md", "---\ntitle: اجتماع\ndate: 2023-11-02\n---\n"),
    ("b.en.md", "---\ntitle: Meeting\n---\n"),
    ("c.ar.md", "---\ntitle: ربع\ndate: 2025-Q2\nupdated: 2024-04\n---\n"),
    ("c.en.md", "---\ntitle: Quarter\n---\n"),
];

#[test]
fn the_feed_holds_what_is_dated_to_the_day_newest_first() {
    let outputs = outputs(&DATED);
    let feed = elements(&text(&outputs, "ar/feed.xml"));
    let days = ["2024-05-01T00:00:00Z", "2023-11-02T00:00:00Z"];
    assert_eq!(of(&feed, "feed/updated"), [days[0]], "its own date is its newest entry's");
    assert_eq!(of(&feed, "feed/entry/updated"), days);
    let addresses = ["https://example.org/kb/ar/a/", "https://example.org/kb/ar/b/"];
    assert_eq!(of(&feed, "feed/entry/id"), addresses);
    assert_eq!(of(&feed, "feed/id"), ["https://example.org/kb/ar/feed.xml"]);
    assert_eq!(of(&feed, "feed/author/name").len(), 1, "RFC 4287 asks for an author");
    assert_eq!(of(&feed, "feed/entry/title"), ["قرار 7833 ", "&amp", " ", "&lt", "ملحقه", "&gt", "اجتماع"]);
}

#[test]
fn a_change_in_one_language_is_no_news_in_another() {
    let outputs = outputs(&DATED);
    let feed = elements(&text(&outputs, "en/feed.xml"));
    assert_eq!(
        of(&feed, "feed/entry/id"),
        ["https://example.org/kb/en/b/"],
        "the meeting has a date in every language"
    );
}

#[test]
fn nothing_dated_means_no_feed() {
    let outputs = outputs(&[("a.ar.md", "# أ\n"), ("a.en.md", "# A\n")]);
    assert!(!outputs.iter().any(|it| it.path.ends_with("feed.xml")));
}

#[test]
fn the_sitemap_dates_only_what_an_author_dated() {
    let outputs = outputs(&DATED);
    let map = text(&outputs, "sitemap.xml");
    let listed = elements(&map);
    assert_eq!(
        of(&listed, "urlset/url/lastmod"),
        ["2024-05-01", "2024-04"],
        "a month stays a month; a date is no change"
    );
    let places = of(&listed, "urlset/url/loc");
    assert!(places.contains(&"https://example.org/kb/en/a/"));
    assert!(!places.iter().any(|it| it.contains("search")), "{places:?}");
    let doubled = places.iter().filter(|it| places.iter().filter(|other| other == it).count() > 1).count();
    assert_eq!(doubled, 0);
    let languages = map.matches("hreflang=\"en\"").count();
    assert_eq!(languages, map.matches("hreflang=\"ar\"").count(), "reciprocal");
    assert_eq!(languages, map.matches("hreflang=\"x-default\"").count());
}

#[test]
fn a_record_is_data_in_the_shape_of_its_kind() {
    let records = "kind: act\nrecords:\n  - {key: b, title: {ar: ب, en: B}}\n  - key: a\n    title: [{value: {ar: قديم, en: Old}, until: 2016-03}, {value: {ar: جديد, en: New}, from: 2016-04}]\n    date: 2014-Q2\n    number: 7\n    parent: b\n    see: [b]\n    updated: 2024-05-01\n";
    let outputs = outputs(&[("kinds/act.yaml", &kind("act", "sort: [-key]")), ("acts.yaml", records)]);
    let one: Value = serde_json::from_str(&text(&outputs, "data/act/a.json")).expect("JSON");
    let expected: Value = serde_json::json!({
        "id": "https://example.org/kb/id/act/a/",
        "kind": "act",
        "key": "a",
        "pages": {"ar": "https://example.org/kb/ar/acts/a/", "en": "https://example.org/kb/en/acts/a/"},
        "fields": {
            "title": [
                {"value": {"ar": "قديم", "en": "Old"}, "until": "2016-03"},
                {"value": {"ar": "جديد", "en": "New"}, "from": "2016-04"},
            ],
            "date": "2014-Q2",
            "number": 7,
            "parent": {"kind": "act", "key": "b"},
            "see": [{"kind": "act", "key": "b"}],
        },
        "updated": "2024-05-01",
    });
    assert_eq!(one, expected);
    let all: Value = serde_json::from_str(&text(&outputs, "data/act.json")).expect("JSON");
    let keys: Vec<&str> =
        all["records"].as_array().expect("a list").iter().filter_map(|it| it["key"].as_str()).collect();
    assert_eq!(keys, ["b", "a"], "as the kind sorts them");
    assert_eq!(all["records"][1], one);
}

#[test]
fn robots_and_headers_name_what_they_guard() {
    let outputs = outputs(&[("a.ar.md", "# أ\n"), ("a.en.md", "# A\n")]);
    assert!(text(&outputs, "robots.txt").ends_with("\nSitemap: https://example.org/kb/sitemap.xml\n"));
    assert!(text(&outputs, "_headers").contains("frame-ancestors 'none'"));
}
