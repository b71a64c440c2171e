//! Schemas know what the readers know. That they hold for whole files is tried with a validator of others (`tests/validate`).

use std::collections::BTreeSet;

use serde_json::Value as Json;

use super::{NAMES, all};
use crate::{
    base::{FileId, Span},
    diag::{Arg, Diagnostic, codes},
    record::{self, yaml},
    site::{
        self,
        testing::{clean, kind},
    },
};

fn schema(name: &str) -> Json {
    let made = clean(&[
        ("kinds/mandate.yaml", &kind("mandate", "")),
        ("mandates/a.yaml", "kind: mandate\ntitle: {ar: ا, en: A}\n"),
    ]);
    let found = all(&made.site, &made.locales).into_iter().find(|it| it.name == name);
    found.expect("there is such a schema").json
}

fn keys(schema: &Json) -> BTreeSet<String> {
    schema["properties"].as_object().expect("it has properties").keys().cloned().collect()
}

/// The keys that a reader names as known when it meets one that it does not know.
fn known(found: &[Diagnostic]) -> BTreeSet<String> {
    let unknown =
        found.iter().find(|it| *it.code == codes::yaml::UNKNOWN_KEY || *it.code == codes::record::UNKNOWN_FIELD);
    let args = &unknown.expect("the key is unknown").args;
    let known = args.iter().find_map(|(name, value)| match value {
        Arg::List(all) if *name == "known" => Some(all.iter().cloned().collect()),
        _ => None,
    });
    known.expect("the reader lists what it knows")
}

#[test]
fn every_key_of_the_readers_is_in_a_schema_and_no_other() {
    let text = "qqqqqqqqqqqqqqqq: 1";
    let node = yaml::read(FileId(0), text, 0..text.len()).value.expect("it is YAML");
    let config = site::read_config(Some(&node), Span::default(), site::Around::default());
    assert_eq!(known(&config.diagnostics), keys(&schema("site")));
    let mut found = Vec::new();
    site::read_front(Some(&node), &mut found);
    assert_eq!(known(&found), keys(&schema("front-matter")));
    let kind = record::read_kind(&node, &config.value.languages);
    assert_eq!(known(&kind.diagnostics), keys(&schema("kind")));
    let names: BTreeSet<String> = keys(&schema("record")["definitions"]["mandate"]);
    assert!(record::BUILT_IN.iter().all(|it| *it == "records" || names.contains(*it)), "{names:?}");
}

#[test]
fn everything_is_described_in_every_language() {
    for name in NAMES {
        let schema = schema(name);
        for (key, it) in schema["properties"].as_object().expect("it has properties") {
            let about = it["description"].as_str().unwrap_or_default();
            assert_eq!(about.matches("\n\n").count(), 1, "{name} {key}: {about}");
        }
    }
}

#[test]
fn keys_of_records_are_offered_with_their_titles() {
    let schema = schema("record");
    let parent = &schema["definitions"]["mandate"]["properties"]["parent"]["anyOf"];
    assert_eq!(parent[0]["anyOf"][0]["const"], "a");
    assert_eq!(parent[0]["anyOf"][0]["description"], "ا\n\nA");
}
