//! `completions`: what a shell needs to complete commands and options, made from the table.

use clap::{ArgMatches, ValueEnum as _};
use clap_complete::Shell;

use super::{
    Context, Exit,
    table::{self, Entry},
};
use crate::{diag::Arg, locale::ids};

/// The command.
pub static ENTRY: Entry = Entry {
    name: "completions",
    about: ids::CLI_COMMAND_COMPLETIONS,
    argument: Some(("SHELL", ids::CLI_ARGUMENT_SHELL)),
    options: &[],
    run,
};

fn run(matches: &ArgMatches, ctx: &mut Context<'_, '_>) -> Exit {
    let name = matches.get_one::<String>("SHELL").map_or("", String::as_str);
    let Ok(shell) = name.parse::<Shell>() else {
        let known: Vec<String> = Shell::value_variants().iter().map(ToString::to_string).collect();
        return ctx.wrong_use(ids::CLI_UNKNOWN_SHELL, &[("name", Arg::from(name)), ("known", known.into())]);
    };
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut table::parser(ctx.locale), env!("CARGO_PKG_NAME"), &mut script);
    ctx.print(&String::from_utf8_lossy(&script));
    Exit::Done
}
