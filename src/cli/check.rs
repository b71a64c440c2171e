//! `check`: everything but rendering and writing.

use clap::ArgMatches;

use super::{
    Context, Exit,
    arguments::{Arguments, flag},
    progress::Progress,
    table::{self, Entry},
    work::{finish, run_check, watched},
};
use crate::locale::ids;

/// The command.
pub static ENTRY: Entry = Entry {
    name: "check",
    about: ids::CLI_COMMAND_CHECK,
    argument: None,
    options: &[
        &table::SITE,
        &table::CACHE,
        &table::NO_CACHE,
        &table::BASE,
        &table::DATE,
        &table::DRAFTS,
        &table::STRICT,
        &table::JOBS,
        &table::TIMINGS,
        &table::WATCH,
        &table::FORMAT,
    ],
    run,
};

fn run(matches: &ArgMatches, ctx: &mut Context<'_, '_>) -> Exit {
    let arguments = match Arguments::read(matches, ctx) {
        Ok(arguments) => arguments,
        Err(exit) => return exit,
    };
    if flag(matches, &table::WATCH) {
        return watched::check(&arguments, ctx);
    }
    let progress = Progress::begin(ctx, arguments.format);
    let ran = run_check(&arguments);
    drop(progress);
    finish(&arguments, ran, ids::CLI_CHECKED, ctx)
}
