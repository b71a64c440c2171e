//! `site.yaml`.

use serde_json::{Value as Json, json};

use super::{
    Words, document, kind,
    shape::{self, Every},
};
use crate::{
    diag::codes,
    locale::{Digits, Months},
    record::Fallback,
};

/// Makes the schema.
pub fn make(words: &Words<'_>) -> Json {
    let texts = || shape::pair(words.site.languages(), Every::Language, shape::text());
    let shapes = [
        ("title", texts()),
        ("short_title", texts()),
        ("description", texts()),
        ("languages", languages()),
        ("base", shape::form("^https?://[^ /?#]+(/[^ ?#]*)?$")),
        ("theme", shape::text()),
        ("digits", named(Digits::NAMES)),
        ("months", named(Months::NAMES)),
        ("calendar", calendar()),
        ("navigation", navigation(words)),
        ("home", home()),
        ("footer", shape::list(shape::path())),
        ("checks", checks()),
        ("translations", by_folder(kind::translations(words))),
        ("fallback", by_folder(named(Fallback::NAMES))),
        ("publisher", texts()),
        ("license", license(words)),
        ("copyright", texts()),
        ("citations", named(&[("records", ()), ("all", ()), ("off", ())])),
        ("design", design(words)),
        ("search", shape::flag()),
        ("terms", shape::flag()),
        ("parallel", shape::flag()),
        ("minify", shape::flag()),
    ];
    let described = shapes.map(|(name, it)| (name.to_owned(), words.describe(&format!("schema-site-{name}"), it)));
    document(&words.say("schema-site"), &["title", "languages", "base"], described.into())
}

fn named<T>(names: &[(&str, T)]) -> Json {
    shape::one_of(names.iter().map(|(name, _)| ((*name).to_owned(), String::new())))
}

/// The Gregorian calendar stands first.
fn calendar() -> Json {
    let names = || named(&[("gregorian", ()), ("hijri", ())]);
    shape::any([named(&[("gregorian", ())]), shape::list(names())])
}

/// One rule for all, or a rule for each folder.
fn by_folder(rule: Json) -> Json {
    shape::any([rule.clone(), shape::map(rule)])
}

/// What a site changes in the looks of its theme.
fn design(words: &Words<'_>) -> Json {
    let texts = || shape::pair(words.site.languages(), Every::Language, shape::text());
    let of =
        |names: &[(&str, Json)]| names.iter().map(|(name, it)| ((*name).to_owned(), it.clone())).collect::<Vec<_>>();
    let shades = shape::object(&[], of(&[("light", shape::text()), ("dark", shape::text())]));
    let font =
        [("family", shape::text()), ("file", shape::text()), ("weight", shape::text()), ("range", shape::text())];
    let tags = words.site.languages().0.iter().map(|it| (it.tag.to_string(), shape::list(shape::text())));
    let link = shape::object(&["label", "url"], of(&[("label", texts()), ("url", shape::text())]));
    let footer = [("text", texts()), ("links", shape::list(link))];
    let parts = [
        ("colours", shape::map(shades)),
        ("faces", shape::object(&[], tags.collect())),
        ("fonts", shape::list(shape::object(&["family", "file"], of(&font)))),
        ("logo", shape::object(&["file", "alt"], of(&[("file", shape::text()), ("alt", texts())]))),
        ("card", shape::object(&["fonts"], of(&[("fonts", shape::list(shape::text()))]))),
        ("header", shape::object(&[], of(&[("text", texts())]))),
        ("footer", shape::object(&[], of(&footer))),
    ];
    shape::object(&[], of(&parts))
}

fn languages() -> Json {
    let tag = shape::form("^[a-z]{2,3}(-[a-z0-9]{1,8})*$");
    let properties = vec![("tag".to_owned(), tag), ("dir".to_owned(), named(&[("ltr", ()), ("rtl", ())]))];
    let mut out = shape::list(shape::object(&["tag", "dir"], properties));
    out["minItems"] = json!(1);
    out
}

/// Paths, or groups of paths with a label.
fn navigation(words: &Words<'_>) -> Json {
    let label = shape::pair(words.site.languages(), Every::Some, shape::text());
    let group = vec![("label".to_owned(), label), ("items".to_owned(), shape::list(shape::path()))];
    shape::list(shape::any([shape::path(), shape::object(&["label", "items"], group)]))
}

fn home() -> Json {
    shape::object(&[], ["doors", "lists"].map(|it| (it.to_owned(), shape::list(shape::path()))).into())
}

fn license(words: &Words<'_>) -> Json {
    let name = shape::pair(words.site.languages(), Every::Some, shape::text());
    shape::object(&["name"], vec![("name".to_owned(), name), ("url".to_owned(), shape::text())])
}

/// The severity of each code that may be changed.
fn checks() -> Json {
    let levels = || named(&[("error", ()), ("warn", ()), ("off", ())]);
    let code =
        |it: &crate::diag::Code| (it.name.to_owned(), if it.is_fixed() { named(&[("error", ())]) } else { levels() });
    shape::object(&[], codes::all().map(code).collect())
}
