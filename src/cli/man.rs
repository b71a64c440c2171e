//! `man`: manual pages in roff, made from the table.

use clap::{ArgMatches, Command};

use super::{
    Context, Exit, help,
    table::{self, COMMANDS, Entry},
};
use crate::locale::ids;

/// The command.
pub static ENTRY: Entry = Entry {
    name: "man",
    about: ids::CLI_COMMAND_MAN,
    argument: Some(("COMMAND", ids::CLI_ARGUMENT_COMMAND)),
    options: &[],
    run,
};

fn run(matches: &ArgMatches, ctx: &mut Context<'_, '_>) -> Exit {
    let program = table::parser(ctx.locale).about(ctx.locale.text(ids::CLI_ABOUT)).version(env!("CARGO_PKG_VERSION"));
    let page = match matches.get_one::<String>("COMMAND") {
        None => program,
        Some(name) => match COMMANDS.iter().position(|it| it.name == name) {
            Some(at) => named(program.get_subcommands().nth(at).cloned().unwrap_or_default()),
            None => return help::unknown_command(name, ctx),
        },
    };
    let mut roff = Vec::new();
    let man = clap_mangen::Man::new(page.after_help(ctx.locale.text(ids::CLI_EXIT_CODES)));
    man.render(&mut roff).expect("writing into memory cannot fail");
    ctx.print(&String::from_utf8_lossy(&roff));
    Exit::Done
}

/// The page of a command is called `tashawur-build`, as is usual.
fn named(command: Command) -> Command {
    let name = format!("{}-{}", env!("CARGO_PKG_NAME"), command.get_name());
    let bin = format!("{} {}", env!("CARGO_PKG_NAME"), command.get_name());
    command.display_name(name).bin_name(bin)
}
