//! `translations accept`: writes into the lock that the languages answer each other as they stand now.

use super::{Task, refuse_errors};
use crate::{
    cli::{Context, Exit, table},
    diag::Arg,
    locale::ids,
    site::translations::{Meaning, Pair, Sections, lock},
    write::{self, Change},
};

/// Accepts the named texts, or all. A block of which a language is stale stays so, unless its change has no meaning.
pub fn run(task: &Task<'_>, ctx: &mut Context<'_, '_>) -> Exit {
    if let Some(exit) = refuse_errors(task, ctx) {
        return exit;
    }
    let meaning = if task.has(&table::NO_MEANING_CHANGE) { Meaning::Same } else { Meaning::Changed };
    let bytes = lock::write(&accepted(task, meaning)).into_bytes();
    let change = Change { path: lock::PATH.to_owned(), bytes };
    if let Err(fault) = write::sources(&task.arguments.site, &[change]) {
        return ctx.fault(&fault.diagnostic());
    }
    let line = ctx.locale.format(ids::CLI_ACCEPTED, &[("count", Arg::from(task.pairs.len()))]);
    ctx.say(&format!("{line}\n"));
    let waiting = task.pairs.iter().map(|it| stale(it)).sum::<usize>();
    if waiting > 0 && meaning == Meaning::Changed {
        let line = ctx.locale.format(ids::CLI_STAYS_STALE, &[("count", Arg::from(waiting))]);
        ctx.hint(&line);
    }
    Exit::Done
}

fn stale(pair: &Pair) -> usize {
    pair.units.iter().filter(|it| it.is_stale(&pair.languages)).count()
}

/// Returns the whole lock anew: what was named as it stands now, the rest as it was accepted.
fn accepted(task: &Task<'_>, meaning: Meaning) -> Sections {
    let mut out = if task.is_partial() { task.translations.sections.clone() } else { Sections::new() };
    for pair in &task.pairs {
        out.retain(|(name, _), _| *name != pair.name);
        out.extend(pair.accepted(task.site, meaning));
    }
    out
}
