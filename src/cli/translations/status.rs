//! `translations status`: what is missing, stale, fresh or not accepted, per language and per block.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use super::Task;
use crate::{
    base::Lang,
    cli::{Context, Exit},
    diag::Arg,
    locale::{MessageId, ids},
    report::Format,
    site::translations::{Count, Pair, State},
};

/// So many ids of a text are named for each state.
const NAMED: usize = 8;

/// Tells how the languages stand; exit code 1 when something is not fresh.
pub fn run(task: &Task<'_>, ctx: &mut Context<'_, '_>) -> Exit {
    let text = match task.arguments.format {
        Format::Json => json(task),
        _ => human(task, ctx),
    };
    ctx.print(&text);
    let is_done = task.pairs.iter().all(|pair| pair.languages.iter().all(|it| pair.count(*it).state() == State::Fresh));
    if is_done { Exit::Done } else { Exit::Mistakes }
}

fn total(task: &Task<'_>, lang: Lang) -> Count {
    let mut out = Count::default();
    for pair in task.pairs.iter().filter(|it| it.languages.contains(&lang)) {
        pair.units.iter().for_each(|it| out.add(it.state(lang)));
    }
    out
}

fn numbers(of: Count) -> [(State, usize); 4] {
    [
        (State::Fresh, of.fresh),
        (State::Stale, of.stale),
        (State::Missing, of.missing),
        (State::Unaccepted, of.unaccepted),
    ]
}

fn word(state: State) -> MessageId {
    match state {
        State::Fresh => ids::CLI_STATE_FRESH,
        State::Stale => ids::CLI_STATE_STALE,
        State::Missing => ids::CLI_STATE_MISSING,
        State::Unaccepted => ids::CLI_STATE_UNACCEPTED,
    }
}

fn human(task: &Task<'_>, ctx: &Context<'_, '_>) -> String {
    let mut out = String::new();
    for pair in &task.pairs {
        let open: Vec<Lang> =
            pair.languages.iter().copied().filter(|it| pair.count(*it).state() != State::Fresh).collect();
        if open.is_empty() {
            continue;
        }
        let _ = writeln!(out, "{}", pair.path());
        for lang in open {
            let states = numbers(pair.count(lang)).into_iter().filter(|(it, count)| *it != State::Fresh && *count > 0);
            let parts: Vec<String> = states.map(|(state, count)| part(pair, lang, (state, count), ctx)).collect();
            let _ = writeln!(out, "  {}: {}", task.site.languages().tag(lang), parts.join(", "));
        }
    }
    if !out.is_empty() {
        out.push('\n');
    }
    for lang in task.site.languages().iter() {
        let parts: Vec<String> = numbers(total(task, lang))
            .into_iter()
            .map(|(state, count)| ctx.locale.format(word(state), &[("count", Arg::from(count))]))
            .collect();
        let _ = writeln!(out, "{}: {}", task.site.languages().tag(lang), parts.join(", "));
    }
    if !task.translations.is_locked {
        let _ = writeln!(out, "{}", ctx.locale.text(ids::CLI_NO_LOCK));
    }
    out
}

/// Words one state of a text with the ids of its first blocks. A text that has nothing in a language needs no list.
fn part(pair: &Pair, lang: Lang, (state, count): (State, usize), ctx: &Context<'_, '_>) -> String {
    let words = ctx.locale.format(word(state), &[("count", count.into())]);
    if count == pair.units.len() {
        return words;
    }
    let of_state = pair.units.iter().filter(|it| it.state(lang) == state);
    let mut names: Vec<String> = of_state.take(NAMED).map(|it| it.id.clone()).collect();
    if count > names.len() {
        names.push("…".to_owned());
    }
    format!("{words} ({})", names.join(" "))
}

fn json(task: &Task<'_>) -> String {
    let tag = |lang: Lang| task.site.languages().tag(lang).to_owned();
    let count = |of: Count| {
        let each = numbers(of).into_iter().map(|(state, count)| (state.as_str().to_owned(), json!(count)));
        each.collect::<Map<_, _>>()
    };
    let languages = |pair: &Pair| -> Map<String, Value> {
        let each = pair.languages.iter().map(|lang| {
            let of = pair.count(*lang);
            let mut value = count(of);
            value.insert("state".to_owned(), json!(of.state().as_str()));
            (tag(*lang), Value::Object(value))
        });
        each.collect()
    };
    let blocks = |pair: &Pair| -> Vec<Value> {
        let each = pair.units.iter().map(|unit| {
            let mut value = Map::new();
            value.insert("id".to_owned(), json!(unit.id));
            for lang in &pair.languages {
                value.insert(tag(*lang), json!(unit.state(*lang).as_str()));
            }
            Value::Object(value)
        });
        each.collect()
    };
    let text = |pair: &&Pair| {
        let kind = if pair.is_record() { "record" } else { "text" };
        json!({"name": pair.path(), "type": kind, "languages": languages(pair), "blocks": blocks(pair)})
    };
    let texts: Vec<Value> = task.pairs.iter().map(text).collect();
    let summary: Map<String, Value> =
        task.site.languages().iter().map(|it| (tag(it), Value::Object(count(total(task, it))))).collect();
    let all = json!({"locked": task.translations.is_locked, "texts": texts, "summary": summary});
    format!("{all:#}\n")
}
