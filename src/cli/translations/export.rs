//! `translations export`: what is missing or stale, or everything, as XLIFF on standard output.

use super::{Task, refuse_errors};
use crate::{
    base::Lang,
    cli::{Context, Exit, table},
    diag::Arg,
    exchange::{self, Choice},
    locale::ids,
};

/// Writes the document; how much is in it goes to standard error.
pub fn run(task: &Task<'_>, ctx: &mut Context<'_, '_>) -> Exit {
    if let Some(exit) = refuse_errors(task, ctx) {
        return exit;
    }
    let (from, to) = match direction(task, ctx) {
        Ok(both) => both,
        Err(exit) => return exit,
    };
    let choice = if task.has(&table::ALL) { Choice::All } else { Choice::Open };
    let sources = &task.gathered.sources;
    let parts = exchange::outgoing(task.site, &task.pairs, (from, to), choice, &|it| &*sources.file(it).path);
    let languages = &task.site.languages().0;
    ctx.print(&exchange::write(&parts, &languages[from.index()], &languages[to.index()]));
    let count: usize = parts.iter().map(|it| it.entries.len()).sum();
    let line = ctx.locale.format(ids::CLI_EXPORTED, &[("count", Arg::from(count))]);
    ctx.say(&format!("{line}\n"));
    Exit::Done
}

/// Chooses the languages: into the one that was named, else into the second; from the first that is another.
fn direction(task: &Task<'_>, ctx: &mut Context<'_, '_>) -> Result<(Lang, Lang), Exit> {
    let languages = task.site.languages();
    let known = || languages.iter().map(|it| languages.tag(it).to_owned()).collect::<Vec<_>>();
    let to = match task.matches.get_one::<String>(table::TO.name) {
        Some(tag) => languages.find(tag).ok_or_else(|| {
            let option = Arg::from("--to");
            ctx.wrong_use(
                ids::CLI_BAD_VALUE,
                &[("value", tag.as_str().into()), ("option", option), ("known", known().into())],
            )
        })?,
        None => languages.iter().nth(1).unwrap_or(Lang(0)),
    };
    match languages.iter().find(|it| *it != to) {
        Some(from) => Ok((from, to)),
        None => Err(ctx.wrong_use(ids::CLI_ONE_LANGUAGE, &[])),
    }
}
