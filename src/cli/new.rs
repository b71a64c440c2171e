//! `new`: the files of a new record or text, with places to fill in.

use clap::ArgMatches;

use super::{
    Context, Exit,
    arguments::Arguments,
    table::{self, Entry},
    work::{carry_out, gather, show},
};
use crate::{
    base::PartialDate,
    diag::Arg,
    locale::ids,
    revise::new::{self, Refusal},
    site::Site,
};

/// The command.
pub static ENTRY: Entry = Entry {
    name: "new",
    about: ids::CLI_COMMAND_NEW,
    argument: Some(("KIND", ids::CLI_ARGUMENT_KIND)),
    options: &[&table::KEY, &table::SITE, &table::DATE],
    run,
};

fn run(matches: &ArgMatches, ctx: &mut Context<'_, '_>) -> Exit {
    let kind = matches.get_one::<String>("KIND").map_or("", String::as_str);
    let Some(key) = table::only(matches, &table::KEY) else {
        return ctx
            .wrong_use(ids::CLI_MISSING_VALUE, &[("option", Arg::from(if kind.is_empty() { "KIND" } else { "KEY" }))]);
    };
    let arguments = match Arguments::read(matches, ctx) {
        Ok(arguments) => arguments,
        Err(exit) => return exit,
    };
    let gathered = match gather(&arguments) {
        Ok(gathered) => gathered,
        Err(fault) => return ctx.fault(&fault.diagnostic()),
    };
    let Some((site, locales)) = &gathered.site else {
        show(&arguments, &gathered.diagnostics, &gathered.sources, ctx);
        return Exit::Mistakes;
    };
    let today = PartialDate::at(arguments.date).notation();
    match new::new(site, locales, kind, key, &today) {
        Ok(files) => carry_out(&arguments, &files, ids::CLI_WROTE, ctx),
        Err(refusal) => refuse(&refusal, kind, key, site, ctx),
    }
}

fn refuse(refusal: &Refusal, kind: &str, key: &str, site: &Site, ctx: &mut Context<'_, '_>) -> Exit {
    match refusal {
        Refusal::UnknownKind(near, known) => {
            let args = [("kind", Arg::from(kind)), ("known", known.clone().into())];
            let exit = ctx.wrong_use(ids::CLI_UNKNOWN_KIND, &args);
            if let Some(near) = near {
                ctx.hint(&ctx.locale.format(ids::CLI_DID_YOU_MEAN, &[("near", Arg::from(near.as_str()))]));
            }
            exit
        }
        Refusal::BadKey(near) => bad_key(key, near, ctx),
        Refusal::Taken(page) => {
            let page = site.page(*page).path.to_string();
            ctx.wrong_use(ids::CLI_TAKEN_KEY, &[("key", Arg::from(key)), ("page", page.into())])
        }
    }
}

/// Says that a name is no key, and which one comes near.
pub fn bad_key(key: &str, near: &str, ctx: &mut Context<'_, '_>) -> Exit {
    let exit = ctx.wrong_use(ids::CLI_BAD_KEY, &[("key", Arg::from(key))]);
    if !near.is_empty() {
        ctx.hint(&ctx.locale.format(ids::CLI_DID_YOU_MEAN, &[("near", Arg::from(near))]));
    }
    exit
}
