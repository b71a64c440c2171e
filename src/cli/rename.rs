//! `rename`: a new key or path for a page, with all that names it.

use clap::ArgMatches;

use super::{
    Context, Exit,
    arguments::Arguments,
    new::bad_key,
    table::{self, Entry},
    work::{carry_out, gather, show},
};
use crate::{
    diag::Arg,
    locale::ids,
    revise::rename::{self, Refusal, Renamed},
    site::{
        Site,
        translations::{follow, lock},
    },
    write::{self, Change},
};

/// The command.
pub static ENTRY: Entry = Entry {
    name: "rename",
    about: ids::CLI_COMMAND_RENAME,
    argument: Some(("OLD", ids::CLI_ARGUMENT_OLD)),
    options: &[&table::NEW, &table::SITE],
    run,
};

fn run(matches: &ArgMatches, ctx: &mut Context<'_, '_>) -> Exit {
    let old = matches.get_one::<String>("OLD").map_or("", String::as_str);
    let Some(new) = table::only(matches, &table::NEW) else {
        return ctx
            .wrong_use(ids::CLI_MISSING_VALUE, &[("option", Arg::from(if old.is_empty() { "OLD" } else { "NEW" }))]);
    };
    let arguments = match Arguments::read(matches, ctx) {
        Ok(arguments) => arguments,
        Err(exit) => return exit,
    };
    let gathered = match gather(&arguments) {
        Ok(gathered) => gathered,
        Err(fault) => return ctx.fault(&fault.diagnostic()),
    };
    let Some((site, _)) = &gathered.site else {
        show(&arguments, &gathered.diagnostics, &gathered.sources, ctx);
        return Exit::Mistakes;
    };
    match rename::rename(site, &gathered.sources, old, new) {
        Ok(plan) => {
            let mut exit = carry_out(&arguments, &plan.revisions, ids::CLI_WROTE, ctx);
            if exit == Exit::Done {
                exit = keep_accepted(&arguments, site, &plan, ctx);
            }
            if exit == Exit::Done {
                let followed = ctx.locale.format(ids::CLI_FOLLOWED, &[("count", Arg::from(plan.followed))]);
                let args = [("from", Arg::from(plan.from)), ("to", Arg::from(plan.to)), ("followed", followed.into())];
                let line = ctx.locale.format(ids::CLI_RENAMED, &args);
                ctx.say(&format!("{line}\n"));
            }
            exit
        }
        Err(refusal) => refuse(&refusal, old, new, site, ctx),
    }
}

/// Writes into the lock of translations that the rewritten links ask for no other translation.
fn keep_accepted(arguments: &Arguments, before: &Site, plan: &Renamed, ctx: &mut Context<'_, '_>) -> Exit {
    if before.translations.as_ref().is_none_or(|it| !it.is_locked) {
        return Exit::Done;
    }
    let gathered = match gather(arguments) {
        Ok(gathered) => gathered,
        Err(fault) => return ctx.fault(&fault.diagnostic()),
    };
    // A merge conflict in the lock is for `accept` to end.
    let is_torn =
        gathered.diagnostics.iter().any(|it| it.code.name.starts_with("lock/") && it.code.name != "lock/stale");
    let Some((after, _)) = gathered.site.filter(|_| !is_torn) else { return Exit::Done };
    let Some(sections) = follow(before, &after, |name| plan.names.renamed(name)) else { return Exit::Done };
    let change = Change { path: lock::PATH.to_owned(), bytes: lock::write(&sections).into_bytes() };
    match write::sources(&arguments.site, &[change]) {
        Ok(()) => Exit::Done,
        Err(fault) => ctx.fault(&fault.diagnostic()),
    }
}

fn refuse(refusal: &Refusal, old: &str, new: &str, site: &Site, ctx: &mut Context<'_, '_>) -> Exit {
    match refusal {
        Refusal::Unknown(near) => {
            let exit = ctx.wrong_use(ids::CLI_NO_PAGE, &[("name", Arg::from(old))]);
            if let Some(near) = near {
                ctx.hint(&ctx.locale.format(ids::CLI_DID_YOU_MEAN, &[("near", Arg::from(near.as_str()))]));
            }
            exit
        }
        Refusal::Ambiguous(paths) => {
            ctx.wrong_use(ids::CLI_MANY_PAGES, &[("name", Arg::from(old)), ("known", paths.clone().into())])
        }
        Refusal::BadName(near) => bad_key(new, near, ctx),
        Refusal::Taken(page) => {
            let page = site.page(*page).path.to_string();
            ctx.wrong_use(ids::CLI_TAKEN_KEY, &[("key", Arg::from(new)), ("page", page.into())])
        }
        Refusal::Fixed => ctx.wrong_use(ids::CLI_FIXED_PAGE, &[("name", Arg::from(old))]),
        Refusal::OtherFolder(folder) => ctx.wrong_use(ids::CLI_OTHER_FOLDER, &[("folder", Arg::from(folder.as_str()))]),
    }
}
