//! `build`: checks the site and publishes it.

use std::cell::RefCell;

use clap::ArgMatches;

use super::{
    Context, Exit,
    arguments::Arguments,
    progress::Progress,
    table::{self, Entry},
    work::{finish, run_build},
};
use crate::locale::ids;

/// The command.
pub static ENTRY: Entry = Entry {
    name: "build",
    about: ids::CLI_COMMAND_BUILD,
    argument: None,
    options: &[
        &table::SITE,
        &table::OUT,
        &table::ADOPT,
        &table::CACHE,
        &table::NO_CACHE,
        &table::BASE,
        &table::DATE,
        &table::DRAFTS,
        &table::STRICT,
        &table::JOBS,
        &table::TIMINGS,
        &table::FORMAT,
    ],
    run,
};

fn run(matches: &ArgMatches, ctx: &mut Context<'_, '_>) -> Exit {
    let arguments = match Arguments::read(matches, ctx) {
        Ok(arguments) => arguments,
        Err(exit) => return exit,
    };
    let progress = RefCell::new(Progress::begin(ctx, arguments.format));
    let told = RefCell::new(ctx);
    let waiting = || {
        progress.borrow_mut().clear();
        told.borrow_mut().wait();
    };
    let ran = run_build(&arguments, &waiting);
    drop(progress);
    let ctx = told.into_inner();
    finish(&arguments, ran, ids::CLI_BUILT, ctx)
}
