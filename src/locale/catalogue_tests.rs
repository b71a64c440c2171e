//! Every diagnostic code has its texts in every language that the program speaks, and every text its code.

use std::collections::BTreeSet;

use icu::plurals::{PluralCategory, PluralRules};

use super::{Locale, embedded, format::icu_tag, ids, parity, plural};
use crate::{
    diag::codes,
    text::scan::{self, Finding},
};

/// Every shape of a language: messages and their attributes.
fn shapes(language: &embedded::Embedded, is_wanted: impl Fn(&str) -> bool) -> Vec<parity::Shape> {
    let texts = language.messages.iter().filter(|(path, _)| is_wanted(path));
    texts.flat_map(|(_, text)| parity::shapes(text).0).collect()
}

#[test]
fn every_code_has_its_message_hints_and_labels() {
    let mut missing = BTreeSet::new();
    for language in embedded::LANGUAGES {
        let known: BTreeSet<String> = shapes(language, |_| true).into_iter().map(|it| it.id).collect();
        for code in codes::all() {
            let id = code.message_id();
            let hints = code.hints.iter().map(|it| format!("{id}.hint-{it}"));
            let labels = code.labels.iter().map(|it| format!("{id}.label-{it}"));
            let wanted = std::iter::once(id.clone()).chain(hints).chain(labels);
            missing.extend(wanted.filter(|it| !known.contains(it)).map(|it| format!("{}: {it}", language.tag)));
        }
    }
    assert_eq!(missing, BTreeSet::new());
}

#[test]
fn texts_of_diagnostics_use_only_declared_arguments_hints_and_labels() {
    for language in embedded::LANGUAGES {
        for shape in shapes(language, |path| path.starts_with("diagnostics/")) {
            let (id, attribute) = shape.id.split_once('.').unwrap_or((&shape.id, ""));
            let Some(code) = codes::all().find(|it| it.message_id() == id) else {
                // Words of ours that are inserted by name carry nothing themselves.
                assert!(attribute.is_empty() && shape.variables.is_empty(), "`{}` belongs to no code", shape.id);
                continue;
            };
            let is_declared = match attribute.split_once('-') {
                None => attribute.is_empty(),
                Some(("hint", name)) => code.hints.contains(&name),
                Some(("label", name)) => code.labels.contains(&name),
                Some(_) => false,
            };
            assert!(is_declared, "`{}` declares no `{attribute}`", code.name);
            for variable in shape.variables.keys() {
                assert!(code.args.contains(&variable.as_str()), "`{}` declares no argument `{variable}`", code.name);
            }
        }
    }
}

#[test]
fn counted_messages_have_every_plural_form_of_their_language() {
    for language in embedded::LANGUAGES {
        let rules =
            PluralRules::try_new_cardinal((&icu_tag(language.tag)).into()).expect("plural rules are compiled in");
        let wanted: Vec<&str> = rules.categories().map(name).collect();
        for shape in shapes(language, |_| true) {
            for choice in shape
                .choices
                .iter()
                .filter(|it| it.words.iter().any(|word| wanted.contains(&word.as_str()) && word != "other"))
            {
                let missing: Vec<_> =
                    wanted.iter().filter(|it| !choice.words.iter().any(|word| word == **it)).collect();
                assert!(missing.is_empty(), "{}: `{}` lacks {missing:?}", language.tag, shape.id);
            }
        }
    }
}

#[test]
fn counted_messages_of_arabic_say_every_number_in_its_form() {
    let ar = Locale::embedded("ar").expect("Arabic is embedded");
    let language = embedded::find("ar").expect("Arabic is embedded");
    let counted = shapes(language, |_| true).into_iter().flat_map(|shape| {
        let choices = shape.choices.into_iter().filter(|it| it.words.iter().any(|word| word == "few"));
        choices.map(|it| (shape.id.clone(), it.variable)).collect::<Vec<_>>()
    });
    let counted: BTreeSet<(String, String)> = counted.collect();
    assert!(counted.len() > 10, "{counted:?}");
    for (id, variable) in counted {
        let (name, attribute) = id.split_once('.').map_or((id.as_str(), None), |(name, it)| (name, Some(it)));
        // The number itself becomes a sign, so that forms can be compared.
        let form = |number: f64| {
            let text = ar.messages.format(name, attribute, |set| {
                set(&variable, "#".into());
                set(&format!("{variable}{}", plural::NUMBER), number.into());
            });
            text.unwrap_or_default()
        };
        let [zero, one, two] = [0.0, 1.0, 2.0].map(form);
        let few = form(3.0);
        assert!([10.0, 103.0, 110.0].into_iter().all(|it| form(it) == few), "{id}: few");
        let many = form(11.0);
        assert!([26.0, 99.0, 111.0, 1126.0].into_iter().all(|it| form(it) == many), "{id}: many");
        let other = form(100.0);
        assert!([101.0, 102.0, 200.0, 1000.0, 0.5, 1.5, 2.5].into_iter().all(|it| form(it) == other), "{id}: other");
        for (text, has_number) in [(zero, false), (one, false), (two, false), (few, true), (many, true), (other, true)]
        {
            assert_eq!(text.contains('#'), has_number, "{id}: {text}");
        }
    }
}

fn name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

#[test]
fn texts_hold_no_faulty_characters() {
    for language in embedded::LANGUAGES {
        for (path, text) in language.messages.iter().chain(language.explain) {
            let prose = without_examples(text);
            let faults = scan::findings(&prose).into_iter().filter(|(_, it)| *it != Finding::TatweelJoin);
            assert_eq!(faults.collect::<Vec<_>>(), [], "{}/{path}", language.tag);
        }
    }
}

/// Blanks what stands between fences: an explanation shows the very fault that it is about.
fn without_examples(text: &str) -> String {
    let parts = text.split("```").enumerate();
    parts.map(|(rank, part)| if rank % 2 == 0 { part } else { "" }).collect()
}

#[test]
fn names_of_messages_find_their_constants() {
    for name in ids::NAMES {
        assert_eq!(ids::MessageId::find(name).map(ids::MessageId::name), Some(*name));
    }
    assert_eq!(ids::MessageId::find("no-such-message"), None);
}
