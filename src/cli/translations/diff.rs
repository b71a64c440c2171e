//! `translations diff`: what changed since it was accepted, in old and new words, beside the translation that did not follow.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use super::Task;
use crate::{
    base::Lang,
    cli::{Context, Exit},
    diag::Arg,
    locale::ids,
    report::Format,
    site::translations::{Pair, Since, State, Unit},
};

/// Shows every block that was reworded since it was accepted.
pub fn run(task: &Task<'_>, ctx: &mut Context<'_, '_>) -> Exit {
    let text = match task.arguments.format {
        Format::Json => json(task),
        _ => human(task, ctx),
    };
    ctx.print(&text);
    Exit::Done
}

fn changes<'a>(task: &'a Task<'_>) -> impl Iterator<Item = (&'a Pair, &'a Unit)> {
    let is_changed = |it: &&Unit| it.halves.iter().any(|(_, it)| matches!(it.since, Since::Changed(_)));
    task.pairs.iter().flat_map(move |pair| pair.units.iter().filter(is_changed).map(move |it| (*pair, it)))
}

fn stale<'a>(pair: &'a Pair, unit: &'a Unit) -> impl Iterator<Item = Lang> + 'a {
    pair.languages.iter().copied().filter(|it| unit.state(*it) == State::Stale)
}

fn human(task: &Task<'_>, ctx: &Context<'_, '_>) -> String {
    let mut out = String::new();
    let tag = |lang: Lang| task.site.languages().tag(lang);
    for (pair, unit) in changes(task) {
        let waiting: Vec<String> = stale(pair, unit).map(|it| tag(it).to_owned()).collect();
        let words = if waiting.is_empty() {
            ctx.locale.text(ids::CLI_STATE_OPEN)
        } else {
            ctx.locale.format(ids::CLI_STATE_WAITS, &[("known", Arg::from(waiting))])
        };
        let _ = writeln!(out, "{} #{}: {words}", pair.path(), unit.id);
        for (lang, half) in unit.halves.iter() {
            let new = pair.text(task.site, unit, lang);
            if let Since::Changed(old) = &half.since {
                lines(&mut out, '-', tag(lang), &old.text);
                lines(&mut out, '+', tag(lang), &new);
            } else {
                lines(&mut out, ' ', tag(lang), &new);
            }
        }
        out.push('\n');
    }
    if out.is_empty() { format!("{}\n", ctx.locale.text(ids::CLI_NO_CHANGE)) } else { out }
}

fn lines(out: &mut String, sign: char, tag: &str, text: &str) {
    for line in text.lines() {
        let _ = writeln!(out, "{sign} {tag}: {line}");
    }
}

fn json(task: &Task<'_>) -> String {
    let tag = |lang: Lang| task.site.languages().tag(lang).to_owned();
    let each = changes(task).map(|(pair, unit)| {
        let languages: Map<String, Value> = unit
            .halves
            .iter()
            .map(|(lang, half)| {
                let old = if let Since::Changed(old) = &half.since { Some(&old.text) } else { None };
                (tag(lang), json!({"old": old, "new": pair.text(task.site, unit, lang)}))
            })
            .collect();
        let waiting: Vec<String> = stale(pair, unit).map(tag).collect();
        json!({"name": pair.path(), "id": unit.id, "stale": waiting, "languages": languages})
    });
    let all = json!({"changes": each.collect::<Vec<_>>()});
    format!("{all:#}\n")
}
