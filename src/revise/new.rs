//! A new record or text: its files with places to fill in.

use std::fmt::Write as _;

use super::Revision;
use crate::{
    base::{Key, Lang},
    locale::Locales,
    record::{Kind, KindField},
    site::{PageId, Site},
};

/// Why there is no new record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such kind; the nearest one, and all of them.
    UnknownKind(Option<String>, Vec<String>),
    /// The key is no slug; one that is.
    BadKey(String),
    /// A page has the key already.
    Taken(PageId),
}

/// The name that stands for a text without a kind.
pub const TEXT: &str = "text";

/// Makes the files of a new record, or of a new text when `kind` is [`TEXT`]; the key of a text may hold folders.
/// `today` is what required dates begin with.
pub fn new(site: &Site, locales: &Locales, kind: &str, key: &str, today: &str) -> Result<Vec<Revision>, Refusal> {
    let Some(kind) = site.kinds.get(kind) else {
        return if kind == TEXT { text(site, locales, key) } else { Err(unknown(site, kind)) };
    };
    if !Key::is_valid(key) {
        return Err(Refusal::BadKey(Key::suggest(key)));
    }
    let path = format!("{}/{key}", kind.path.value);
    refuse_taken(site, &path)?;
    if let crate::site::RefMatch::One(taken) =
        site.lookup.record(key, &site.lookup.kind(kind.name.value.as_str()).into_iter().collect::<Vec<_>>())
    {
        return Err(Refusal::Taken(site.record(taken).page));
    }
    let mut files = vec![file(format!("content/{path}.yaml"), record(site, locales, kind, today))];
    files.extend(site.languages().iter().map(|lang| prose(site, locales, &path, lang)));
    Ok(files)
}

fn file(path: String, text: String) -> Revision {
    Revision { path, before: None, after: Some(text) }
}

fn unknown(site: &Site, kind: &str) -> Refusal {
    let names: Vec<String> = site.kinds.iter().map(|it| it.name.value.to_string()).chain([TEXT.to_owned()]).collect();
    let near = crate::diag::nearest(kind, names.iter().map(String::as_str)).map(str::to_owned);
    Refusal::UnknownKind(near, names)
}

fn refuse_taken(site: &Site, path: &str) -> Result<(), Refusal> {
    let found = site.lookup.path(path).or_else(|| site.lookup.source(path));
    found.map_or(Ok(()), |it| Err(Refusal::Taken(it)))
}

fn text(site: &Site, locales: &Locales, path: &str) -> Result<Vec<Revision>, Refusal> {
    if !path.split('/').all(Key::is_valid) {
        let near: Vec<String> = path.split('/').map(Key::suggest).collect();
        return Err(Refusal::BadKey(near.join("/")));
    }
    refuse_taken(site, path)?;
    let files = site.languages().iter().map(|lang| {
        let say = |id: &str| locales.get(lang).by_name(id).unwrap_or_default();
        let text = format!(
            "---\ntitle: {}\nsummary: {}\ndraft: true\n---\n\n## {} {{#first}}\n\n{}\n",
            say("new-title"),
            say("new-summary"),
            say("new-heading"),
            say("new-body"),
        );
        file(format!("content/{path}.{}.md", site.languages().tag(lang)), text)
    });
    Ok(files.collect())
}

fn prose(site: &Site, locales: &Locales, path: &str, lang: Lang) -> Revision {
    let text = locales.get(lang).by_name("new-body").unwrap_or_default();
    file(format!("content/{path}.{}.md", site.languages().tag(lang)), format!("{text}\n"))
}

/// Writes the record: what must be there with a value to change, the rest as comments to take up.
fn record(site: &Site, locales: &Locales, kind: &Kind, today: &str) -> String {
    let mut out = format!("kind: {}\n", kind.name.value);
    for field in &kind.fields {
        let about = labels(site, field);
        if !about.is_empty() {
            writeln!(out, "# {about}").expect("writing into a string cannot fail");
        }
        let mark = if field.required { "" } else { "# " };
        let value = value(site, locales, field, today);
        writeln!(out, "{mark}{}: {value}", field.name).expect("writing into a string cannot fail");
    }
    for it in site.languages().iter().filter_map(|it| locales.get(it).by_name("new-draft")) {
        writeln!(out, "# {it}").expect("writing into a string cannot fail");
    }
    out.push_str("draft: true\n");
    out
}

fn labels(site: &Site, field: &KindField) -> String {
    let labels = field
        .label
        .as_ref()
        .map(|it| site.languages().iter().filter_map(|lang| it.get(lang).cloned()).collect::<Vec<_>>());
    labels.unwrap_or_default().join(" · ")
}

fn value(site: &Site, locales: &Locales, field: &KindField, today: &str) -> String {
    let one = if field.translated { pair(site, locales) } else { single(site, field, today) };
    if field.list { format!("[{one}]") } else { one }
}

fn pair(site: &Site, locales: &Locales) -> String {
    let each = site.languages().iter().map(|lang| {
        let text = locales.get(lang).by_name("new-text").unwrap_or_default();
        format!("{}: \"{text}\"", site.languages().tag(lang))
    });
    format!("{{{}}}", each.collect::<Vec<_>>().join(", "))
}

fn single(site: &Site, field: &KindField, today: &str) -> String {
    match field.of_type.name {
        "integer" | "number" => "0".to_owned(),
        "boolean" => "false".to_owned(),
        "date" => today.to_owned(),
        "url" => "https://example.org/".to_owned(),
        "email" => "name@example.org".to_owned(),
        "phone" => "\"+20 2 0000 0000\"".to_owned(),
        "choice" => field.choices.first().map_or_else(|| "\"\"".to_owned(), |it| it.name.to_string()),
        "ref" | "refs" => {
            let is_meant = |name: &str| field.to.iter().any(|it| it.value == name);
            let first = site.records.iter().find(|it| is_meant(it.record.kind.as_str()));
            first.map_or_else(|| "key-of-a-record".to_owned(), |it| it.record.key.value.to_string())
        }
        "identifier" | "symbol" => "\"0\"".to_owned(),
        _ => "\"…\"".to_owned(),
    }
}
