//! Records from their files: one record each, or many small ones in a list.

use std::sync::Arc;

use super::{
    Field, Kind, KindField, Kinds, Record,
    entries::{self, Reading},
    kinds::BUILT_IN,
    reader::{Fields, near_or_known, with_fix},
    waiver,
    yaml::Node,
};
use crate::{
    base::{Key, Languages, Span, Spanned},
    diag::{Checked, Diagnostic, codes},
};

/// Reads the records of one file. `path` is the file's, below the site's or the content folder.
///
/// A record of an unknown kind is read as the kind that was probably meant, so that its other mistakes show in the same run.
pub fn read_records(node: &Spanned<Node>, path: &str, kinds: &Kinds, languages: &Languages) -> Checked<Vec<Record>> {
    let mut sink = Vec::new();
    let mut keys = Fields::new(node, &mut sink);
    let Some(kind) = kind(&mut keys, kinds) else { return Checked::new(Vec::new(), sink) };
    let stem = stem(path);
    let records = if keys.has("records") {
        list(keys, kind, stem, languages)
    } else {
        vec![record(keys, kind, Naming::File(stem), languages)]
    };
    Checked::new(records, sink)
}

/// Returns the path below the content folder without extension.
fn stem(path: &str) -> &str {
    let path = path.strip_prefix("content/").unwrap_or(path);
    path.strip_suffix(".yaml").or_else(|| path.strip_suffix(".yml")).unwrap_or(path)
}

fn kind<'k>(keys: &mut Fields<'_, '_>, kinds: &'k Kinds) -> Option<&'k Kind> {
    let name = keys.required_text("kind")?;
    if let Some(kind) = kinds.get(&name.value) {
        return Some(kind);
    }
    let names: Vec<&str> = kinds.iter().map(|it| it.name.value.as_str()).collect();
    let labels = kinds.iter().flat_map(|kind| {
        [&kind.label, &kind.plural].into_iter().flat_map(move |it| it.iter().map(move |(_, label)| (kind, label)))
    });
    let labelled =
        labels.filter(|(_, label)| label.to_lowercase() == name.value.to_lowercase()).map(|(kind, _)| kind).next();
    let fault = Diagnostic::at(&codes::record::UNKNOWN_KIND, name.span).with("kind", name.value.as_str());
    let fault = match labelled {
        Some(kind) => fault.with("near", kind.name.value.as_str()).hint("near").with("known", owned(&names)),
        None => with_fix(near_or_known(fault, &name.value, &names), name.span),
    };
    keys.sink().push(fault);
    labelled.or_else(|| kinds.get(crate::diag::nearest(&name.value, names)?))
}

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|it| (*it).to_owned()).collect()
}

/// Reads `records: [...]`: each has its key, because the file's name is not its own.
fn list<'a>(mut keys: Fields<'a, '_>, kind: &'a Kind, stem: &str, languages: &Languages) -> Vec<Record> {
    let folder = stem.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut out = Vec::new();
    for node in keys.mappings("records") {
        let fields = Fields::new(node, keys.sink());
        if fields.is_mapping() {
            out.push(record(fields, kind, Naming::Key(folder), languages));
        }
    }
    keys.finish();
    out
}

/// What names a record.
#[derive(Clone, Copy)]
enum Naming<'a> {
    /// The file: its path without extension.
    File(&'a str),
    /// Its own `key`, in a list file of this folder.
    Key(&'a str),
}

fn record<'a>(mut keys: Fields<'a, '_>, kind: &'a Kind, naming: Naming<'_>, languages: &Languages) -> Record {
    let span = keys.place();
    let key = key(&mut keys, naming);
    let mut fields = Vec::new();
    for field in &kind.fields {
        if let Some(found) = read_field(&mut keys, kind, field, languages) {
            fields.push((field.name.clone(), found));
        }
    }
    let record = Record {
        kind: kind.name.value.clone(),
        stem: match naming {
            Naming::File(stem) => stem.to_owned(),
            Naming::Key("") => key.value.to_string(),
            Naming::Key(folder) => format!("{folder}/{}", key.value),
        },
        key,
        span,
        fields,
        order: keys.integer("order").map(|it| it.value),
        updated: keys.date("updated").map(|it| it.value),
        draft: keys.flag("draft").is_some_and(|it| it.value),
        aliases: keys.list("aliases"),
        sort_as: keys.texts("sort_as", languages).map(|_, it| it.value.clone()),
        waivers: waiver::read(&mut keys),
    };
    unknown_fields(&mut keys, kind);
    record
}

fn key(keys: &mut Fields<'_, '_>, naming: Naming<'_>) -> Spanned<Key> {
    let place = keys.place();
    let written = match naming {
        Naming::File(_) => keys.text("key"),
        Naming::Key(_) => keys.required_text("key"),
    };
    let name = match naming {
        Naming::File(stem) => {
            let name = stem.rsplit('/').next().unwrap_or_default();
            if let Some(wrong) = written.as_ref().filter(|it| it.value != name) {
                let fault = Diagnostic::at(&codes::record::KEY_MISMATCH, wrong.span).with("key", wrong.value.as_str());
                keys.sink().push(fault.with("file", name).fix(wrong.span, name, false));
            }
            Some(Spanned::new(name.to_owned(), place))
        }
        Naming::Key(_) => written,
    };
    let Some(name) = name else { return Spanned::new(unnamed(place), place) };
    if let Some(key) = Key::new(&name.value) {
        return Spanned::new(key, name.span);
    }
    let near = Key::suggest(&name.value);
    let fault = Diagnostic::at(&codes::record::BAD_KEY, name.span).with("key", name.value.as_str());
    keys.sink().push(if near.is_empty() { fault } else { fault.with("near", near.as_str()).hint("near") });
    Spanned::new(Key::new(&near).unwrap_or_else(|| unnamed(place)), name.span)
}

/// Makes up a key that no author would choose, so that a nameless record still goes through the later stages.
fn unnamed(place: Span) -> Key {
    let name = format!("unnamed-{}-{}", place.file.0, place.start);
    Key::new(&name).expect("`unnamed` with two numbers is a slug")
}

fn read_field<'a>(
    keys: &mut Fields<'a, '_>,
    kind: &'a Kind,
    field: &'a KindField,
    languages: &Languages,
) -> Option<Field> {
    if field.required && keys.lacks(&field.name) {
        let place = keys.place();
        let fault = Diagnostic::at(&codes::record::MISSING_FIELD, place).with("field", &field.name);
        keys.sink().push(fault.with("kind", kind.name.value.as_str()));
    }
    let node = keys.filled(&field.name)?;
    let entries = entries::read(node, Reading { kind, field, languages }, keys.sink());
    (!entries.is_empty()).then_some(Field { span: node.span, entries })
}

/// Reports the keys that neither the kind nor every record has, with the nearest that do. A label leads to its field.
fn unknown_fields(keys: &mut Fields<'_, '_>, kind: &Kind) {
    let names: Vec<&str> =
        kind.fields.iter().map(|it| &*it.name).chain(BUILT_IN.iter().copied().filter(|it| *it != "records")).collect();
    for (key, _) in keys.unread() {
        let fault = Diagnostic::at(&codes::record::UNKNOWN_FIELD, key.span)
            .with("field", key.value.as_str())
            .with("kind", kind.name.value.as_str());
        let fault = match labelled(kind, &key.value) {
            Some(name) => {
                fault.with("near", &name).hint("near").with("known", owned(&names)).fix(key.span, &*name, true)
            }
            None => with_fix(near_or_known(fault, &key.value, &names), key.span),
        };
        keys.sink().push(fault);
    }
}

fn labelled(kind: &Kind, wrong: &str) -> Option<Arc<str>> {
    let is_label = |field: &&KindField| {
        field.label.as_ref().is_some_and(|it| it.iter().any(|(_, label)| label.to_lowercase() == wrong.to_lowercase()))
    };
    kind.fields.iter().find(is_label).map(|it| it.name.clone())
}

#[cfg(test)]
mod tests;
