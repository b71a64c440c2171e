//! Plural forms by ICU4X.
//!
//! Fluent's own rules lose the remainder in Arabic: they put 103 and 1,126 among "all others". So a choice by a variable,
//! `{ $count -> ...`, is read as a choice by our function, `{ PLURAL($count__number, exact: "0 1") -> ...`, and every
//! argument is given twice: as text in the site's digits to print, and as a value to choose by.

use fluent::FluentValue;
use icu::{
    decimal::input::Decimal,
    plurals::{PluralCategory, PluralRules},
};

use super::{format::icu_tag, messages::Bundle, parity};

/// What is added to the name of a variable for the value to choose by.
pub const NUMBER: &str = "__number";

/// Rewrites the choices of a message file.
pub fn through_function(text: &str) -> String {
    let (shapes, _) = parity::shapes(text);
    let mut choices: Vec<parity::Choice> = shapes.into_iter().flat_map(|it| it.choices).collect();
    choices.sort_by_key(|it| it.at);
    let (mut out, mut done) = (String::with_capacity(text.len() * 2), 0);
    for choice in choices {
        let end = choice.at + choice.variable.len();
        // The `$` stands before the name.
        out.push_str(&text[done..choice.at - 1]);
        out.push_str(&format!("PLURAL(${}{NUMBER}, exact: \"{}\")", choice.variable, choice.numbers.join(" ")));
        done = end;
    }
    out.push_str(&text[done..]);
    out
}

/// Adds the function `PLURAL` for a language.
pub fn add_function(bundle: &mut Bundle, tag: &str) {
    let rules = PluralRules::try_new_cardinal((&icu_tag(tag)).into()).expect("the root's plural rule is compiled in");
    let added = bundle.add_function("PLURAL", move |values, options| match values.first() {
        Some(FluentValue::Number(number)) => {
            let exact =
                matches!(options.get("exact"), Some(FluentValue::String(keys)) if is_listed(keys, number.value));
            if exact { number.value.into() } else { category(&rules, number.value).into() }
        }
        Some(other) => other.clone(),
        None => FluentValue::Error,
    });
    debug_assert!(added.is_ok(), "a new bundle has no function");
}

fn is_listed(keys: &str, number: f64) -> bool {
    keys.split(' ').any(|key| key.parse() == Ok(number))
}

/// Returns the plural category; a fraction takes the form of fractions.
fn category(rules: &PluralRules, number: f64) -> &'static str {
    let Ok(number) = number.to_string().parse::<Decimal>() else { return "other" };
    match rules.category_for(&number) {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}
