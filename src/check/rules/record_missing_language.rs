//! The respite that a kind grants for the other languages of its records is over. Until then `record` warns.

use crate::{
    base::{Lang, Span},
    check::{Rule, Scope, policy::last_change, respite},
    diag::{Diagnostic, codes},
    record::{Translations, Value},
    site::RecordEntry,
};

/// The rule.
pub const RULE: Rule = Rule { name: "record/missing-language", check };

fn check(Scope { site, today, .. }: Scope<'_>, sink: &mut Vec<Diagnostic>) {
    for entry in &site.records {
        let page = site.page(entry.page);
        let Translations::Within(days) = site.kinds.all()[entry.kind].translations else { continue };
        if page.is_draft || !respite::is_over(last_change(page), days, today) {
            continue;
        }
        for (field, lang, span) in missing(entry, site.languages().iter()) {
            let diagnostic = Diagnostic::at(&codes::record::MISSING_LANGUAGE, span);
            sink.push(diagnostic.with("field", field).with("lang", site.languages().tag(lang)));
        }
    }
}

/// Lists the translated values that lack a language: field, language, place.
fn missing(
    entry: &RecordEntry,
    languages: impl Iterator<Item = Lang> + Clone,
) -> impl Iterator<Item = (&str, Lang, Span)> {
    let values = entry.record.fields.iter().flat_map(|(name, field)| field.entries.iter().map(move |it| (&**name, it)));
    values.flat_map(move |(name, value)| {
        languages.clone().filter(|lang| lacks(&value.value, *lang)).map(move |lang| (name, lang, value.span))
    })
}

fn lacks(value: &Value, lang: Lang) -> bool {
    match value {
        Value::Text(texts) | Value::Place(texts) => texts.get(lang).is_none(),
        Value::Markdown(texts) => texts.get(lang).is_none(),
        _ => false,
    }
}
