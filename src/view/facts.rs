//! Fields of a record as facts: label, values, validity, sources.

use super::{Fact, FactValue, LangView, SourceMark, Tone, Value as Shown, prose, scene::Scene};
use crate::{
    base::{Lang, PerLang},
    locale::ids,
    record::{self as kinds, Entry, KindField, Value},
    site::{RecordId, Text},
    text::script::{self, Script},
};

/// Returns the label of a field as HTML.
pub(super) fn label(scene: &Scene<'_>, field: &KindField) -> String {
    scene.html(&label_words(scene, field))
}

/// Returns the label of a field as plain words.
pub(super) fn label_words(scene: &Scene<'_>, field: &KindField) -> String {
    let written = field.label.as_ref().and_then(|it| it.get_or_first(scene.lang)).map(|(_, it)| it.clone());
    let known = || scene.locale.by_name(&format!("field-{}", field.name.replace('_', "-")));
    written.or_else(known).unwrap_or_else(|| field.name.replace('_', " "))
}

/// Returns a field as a fact; nothing when the record has no value for it.
pub(super) fn fact(scene: &Scene<'_>, id: RecordId, field: &KindField, sources: &[RecordId]) -> Option<Fact> {
    let entry = scene.site().record(id);
    let entries = &entry.field(&field.name)?.entries;
    let values: Vec<FactValue> =
        entries.iter().enumerate().filter_map(|(rank, it)| fact_value(scene, id, field, rank, it, sources)).collect();
    (!values.is_empty()).then(|| Fact { name: field.name.to_string(), label_html: label(scene, field), values })
}

fn fact_value(
    scene: &Scene<'_>,
    id: RecordId,
    field: &KindField,
    rank: usize,
    entry: &Entry,
    sources: &[RecordId],
) -> Option<FactValue> {
    let marks = scene.site().record(id).sources_of(&field.name, rank).filter_map(|it| mark(scene, it, sources));
    Some(FactValue {
        value: value(scene, id, field, rank, entry)?,
        validity_html: validity(scene, entry),
        is_former: entry.until.is_some(),
        note_html: entry.note.get_or_first(scene.lang).map(|(_, it)| scene.html(it)),
        sources: marks.collect(),
    })
}

fn mark(scene: &Scene<'_>, id: RecordId, sources: &[RecordId]) -> Option<SourceMark> {
    let number = sources.iter().position(|it| *it == id)? + 1;
    let source = scene.site().record(id);
    let number = scene.locale.number(i64::try_from(number).unwrap_or(i64::MAX));
    let title = source.title(scene.lang).unwrap_or_default();
    Some(SourceMark {
        href: format!("#source_{}", source.record.key.value),
        label: scene.format(ids::SOURCE_MARK, &[("number", number.as_str().into()), ("title", title.into())]),
        number,
    })
}

fn validity(scene: &Scene<'_>, entry: &Entry) -> Option<String> {
    let words = |date| scene.locale.date(date).into();
    let text = match (&entry.from, &entry.until) {
        (Some(from), Some(until)) => {
            scene.format(ids::VALID_BETWEEN, &[("from", words(from)), ("until", words(until))])
        }
        (Some(from), None) => scene.format(ids::VALID_FROM, &[("date", words(from))]),
        (None, Some(until)) => scene.format(ids::VALID_UNTIL, &[("date", words(until))]),
        (None, None) => return None,
    };
    Some(scene.html(&text))
}

fn value(scene: &Scene<'_>, id: RecordId, field: &KindField, rank: usize, entry: &Entry) -> Option<Shown> {
    Some(match &entry.value {
        Value::Text(texts) | Value::Place(texts) => {
            let (html, lang) = in_language(scene, texts)?;
            Shown::Text { html, lang }
        }
        Value::Plain(text) => plain(scene, field, text),
        Value::Markdown(_) => long(scene, id, field, rank)?,
        Value::Integer(number) => Shown::Number { text: scene.locale.number(*number) },
        Value::Number(text) => Shown::Number { text: scene.locale.decimal(text) },
        Value::Boolean(flag) => {
            Shown::Text { html: scene.html(&scene.text(if *flag { ids::YES } else { ids::NO })), lang: None }
        }
        Value::Date(date) => Shown::Date(scene.date(date)),
        Value::Choice(name) => Shown::Choice {
            name: name.to_string(),
            html: scene.html(&choice(scene, field, name)),
            tone: tone(field, name),
        },
        Value::Ref(_) => {
            let target = scene.site().record(id).target(&field.name, rank)?;
            Shown::Link(scene.link(scene.site().record(target).page))
        }
    })
}

/// Returns the text in the page's language, else in the first that has one, with that language.
fn in_language(scene: &Scene<'_>, texts: &PerLang<String>) -> Option<(String, Option<LangView>)> {
    let (lang, text) = texts.get_or_first(scene.lang)?;
    Some(if lang == scene.lang {
        (scene.html(text), None)
    } else {
        (foreign(scene, lang, text), Some(scene.env.lang_view(lang)))
    })
}

fn foreign(scene: &Scene<'_>, lang: Lang, text: &str) -> String {
    scene.speaking(lang).html(text)
}

fn plain(scene: &Scene<'_>, field: &KindField, text: &str) -> Shown {
    let address = |scheme: &str, shown: String| Shown::Address {
        href: format!("{scheme}{}", text.replace(' ', "")),
        text: shown,
    };
    match field.of_type.name {
        "identifier" | "symbol" => Shown::Code { text: text.to_owned() },
        "url" => address("", text.to_owned()),
        "email" => address("mailto:", text.to_owned()),
        // A number is read in one breath: no line breaks it.
        "phone" => address("tel:", text.replace(' ', "\u{A0}")),
        _ => {
            let lang = script(scene, text);
            let view = lang.map(|it| scene.env.lang_view(it));
            let speaking = scene.speaking(lang.unwrap_or(scene.lang));
            if field.of_type.name == "verbatim" {
                Shown::Verbatim { html: speaking.quoted(text), lang: view }
            } else {
                Shown::Text { html: speaking.html(text), lang: view }
            }
        }
    }
}

/// Returns the language of an untranslated text when its first letters are another language's than the page's.
fn script(scene: &Scene<'_>, text: &str) -> Option<Lang> {
    let own = script::of_language(scene.languages().tag(scene.lang));
    let first = text.chars().map(script::of_char).find(|it| *it != Script::Other)?;
    let lang = scene.languages().iter().find(|it| script::of_language(scene.languages().tag(*it)) == first)?;
    (first != own).then_some(lang)
}

fn long(scene: &Scene<'_>, id: RecordId, field: &KindField, rank: usize) -> Option<Shown> {
    let (lang, text) = text(scene, id, field, rank)?;
    let prefix = format!("{}{}_{rank}_", scene.prefix, field.name);
    Some(if lang == scene.lang {
        Shown::Long { html: prose::aside(scene, text, &prefix), lang: None }
    } else {
        Shown::Long { html: prose::aside(&scene.speaking(lang), text, &prefix), lang: Some(scene.env.lang_view(lang)) }
    })
}

/// Returns the label of a choice.
pub(super) fn choice(scene: &Scene<'_>, field: &KindField, name: &str) -> String {
    let choice = field.choices.iter().find(|it| *it.name == *name);
    choice.and_then(|it| it.label.get_or_first(scene.lang)).map_or_else(|| name.to_owned(), |(_, it)| it.clone())
}

/// Returns the tone that the kind declares; else that of the states that choices are commonly named after.
fn tone(field: &KindField, name: &str) -> Tone {
    match field.choices.iter().find(|it| *it.name == *name).and_then(|it| it.tone) {
        Some(kinds::Tone::Done) => return Tone::Done,
        Some(kinds::Tone::Active) => return Tone::Underway,
        Some(kinds::Tone::Planned) => return Tone::Planned,
        Some(kinds::Tone::Archived) => return Tone::Archived,
        Some(kinds::Tone::Refused) => return Tone::Refused,
        None => {}
    }
    match name {
        "done" | "in-force" | "confirmed" | "completed" | "active" => Tone::Done,
        "underway" | "in-progress" | "draft" | "uncertain" => Tone::Underway,
        "planned" | "scheduled" => Tone::Planned,
        "archived" | "superseded" | "former" | "expired" => Tone::Archived,
        "refused" | "rejected" | "disputed" | "cancelled" => Tone::Refused,
        _ => Tone::Neutral,
    }
}

/// Returns the first value of a field as plain words; nothing when it has none in words.
pub(super) fn words(scene: &Scene<'_>, id: RecordId, field: &KindField) -> Option<String> {
    let entry = scene.site().record(id).current(&field.name)?;
    match &entry.value {
        Value::Text(texts) | Value::Place(texts) => texts.get_or_first(scene.lang).map(|(_, it)| it.clone()),
        Value::Plain(text) => Some(text.clone()),
        Value::Date(date) => Some(scene.locale.date(date)),
        Value::Choice(name) => Some(choice(scene, field, name)),
        Value::Markdown(_) => {
            let rank =
                scene.site().record(id).field(&field.name)?.entries.iter().position(|it| it.span == entry.span)?;
            prose::summary(scene, text(scene, id, field, rank)?.1)
        }
        _ => None,
    }
}

/// Returns the single text of a Markdown field, for the head of its record's page.
pub(super) fn lead(scene: &Scene<'_>, id: RecordId, field: &KindField) -> Option<Shown> {
    match scene.site().record(id).field(&field.name)?.entries.as_slice() {
        [Entry { value: Value::Markdown(_), .. }] => long(scene, id, field, 0),
        _ => None,
    }
}

/// Returns the text of a Markdown field in the page's language, else in the first that has one.
fn text<'a>(scene: &Scene<'a>, id: RecordId, field: &KindField, rank: usize) -> Option<(Lang, &'a Text)> {
    let prose = &scene.site().record(id).prose;
    prose.iter().find(|(name, at, _)| **name == *field.name && *at == rank)?.2.get_or_first(scene.lang)
}
