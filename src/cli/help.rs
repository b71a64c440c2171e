//! `help` and `--help`: the table of commands and options in the reader's language.

use std::fmt::Write as _;

use clap::ArgMatches;

use super::{
    Context, Exit,
    table::{COMMANDS, Choice, Entry, GLOBAL, Takes},
};
use crate::{
    diag::{Arg, nearest},
    locale::{Locale, ids},
};

/// The command.
pub static ENTRY: Entry = Entry {
    name: "help",
    about: ids::CLI_COMMAND_HELP,
    argument: Some(("COMMAND", ids::CLI_ARGUMENT_COMMAND)),
    options: &[],
    run,
};

fn run(matches: &ArgMatches, ctx: &mut Context<'_, '_>) -> Exit {
    let Some(name) = matches.get_one::<String>("COMMAND") else { return show(None, ctx) };
    match COMMANDS.iter().find(|it| it.name == name) {
        Some(entry) => show(Some(entry), ctx),
        None => unknown_command(name, ctx),
    }
}

/// Says that a command does not exist.
pub fn unknown_command(name: &str, ctx: &mut Context<'_, '_>) -> Exit {
    let exit = ctx.wrong_use(ids::CLI_UNKNOWN_COMMAND, &[("command", Arg::from(name))]);
    match nearest(name, COMMANDS.iter().map(|it| it.name)) {
        Some(near) => ctx.hint(&ctx.locale.format(ids::CLI_DID_YOU_MEAN, &[("near", Arg::from(near))])),
        None => see(None, ctx),
    }
    exit
}

/// Points to the help of the program or of a command.
pub fn see(command: Option<&str>, ctx: &mut Context<'_, '_>) {
    let program = env!("CARGO_PKG_NAME");
    let line = command.map_or_else(|| format!("{program} --help"), |it| format!("{program} {it} --help"));
    ctx.hint(&ctx.locale.format(ids::CLI_SEE_HELP, &[("command", Arg::from(line))]));
}

/// Prints the help of the program, or of one command.
pub fn show(entry: Option<&Entry>, ctx: &mut Context<'_, '_>) -> Exit {
    ctx.print(&text(entry, ctx.locale));
    Exit::Done
}

/// Says that a command is needed, with the list of them.
pub fn missing_command(ctx: &mut Context<'_, '_>) -> Exit {
    ctx.say(&text(None, ctx.locale));
    Exit::Fault
}

/// Returns the help of the program, or of one command.
fn text(entry: Option<&Entry>, locale: &Locale) -> String {
    let mut out = String::new();
    match entry {
        None => program(&mut out, locale),
        Some(entry) => command(&mut out, entry, locale),
    }
    write(&mut out, format_args!("{}\n", locale.text(ids::CLI_EXIT_CODES)));
    out
}

fn program(out: &mut String, locale: &Locale) {
    write(out, format_args!("{}\n\n", locale.text(ids::CLI_ABOUT)));
    usage(out, locale, "<COMMAND> [OPTIONS]");
    let rows = COMMANDS.iter().map(|it| (it.name.to_owned(), locale.text(it.about)));
    section(out, &locale.text(ids::CLI_COMMANDS), &rows.collect::<Vec<_>>());
    section(out, &locale.text(ids::CLI_OPTIONS), &GLOBAL.iter().map(|it| option(it, locale)).collect::<Vec<_>>());
}

fn command(out: &mut String, entry: &Entry, locale: &Locale) {
    write(out, format_args!("{}\n\n", locale.text(entry.about)));
    let argument = entry.argument.map_or_else(String::new, |(name, _)| format!(" [{name}]"));
    let (rest, options): (Vec<&Choice>, Vec<&Choice>) =
        entry.options.iter().chain(GLOBAL).copied().partition(|it| matches!(it.takes, Takes::Rest(_)));
    let more = |it: &&Choice| format!("[{}...]", it.takes.name().unwrap_or_default());
    let others: String = rest.iter().map(|it| format!(" {}", more(it))).collect();
    usage(out, locale, &format!("{}{argument}{others} [OPTIONS]", entry.name));
    if let Some((name, about)) = entry.argument {
        let first = (format!("[{name}]"), locale.text(about));
        let rows = [first].into_iter().chain(rest.iter().map(|it| (more(it), locale.text(it.about))));
        section(out, &locale.text(ids::CLI_ARGUMENTS), &rows.collect::<Vec<_>>());
    }
    let rows = options.into_iter().map(|it| option(it, locale));
    section(out, &locale.text(ids::CLI_OPTIONS), &rows.collect::<Vec<_>>());
}

fn usage(out: &mut String, locale: &Locale, line: &str) {
    section(out, &locale.text(ids::CLI_USAGE), &[(format!("{} {line}", env!("CARGO_PKG_NAME")), String::new())]);
}

/// Returns the row of an option: how it is written, what it is for and what it takes.
fn option(choice: &Choice, locale: &Locale) -> (String, String) {
    let short = choice.short.map_or_else(|| "    ".to_owned(), |letter| format!("-{letter}, "));
    let value = choice.takes.name().map_or_else(String::new, |it| format!(" <{it}>"));
    let known = match &choice.takes {
        Takes::OneOf(_, values) => format!(": {}", values().join("|")),
        Takes::Nothing | Takes::Folder | Takes::Text(_) | Takes::Rest(_) => String::new(),
    };
    (format!("{short}--{}{value}", choice.name), locale.text(choice.about) + &known)
}

/// Writes a heading and rows of two columns; the first is ASCII, so that its width is its length.
fn section(out: &mut String, heading: &str, rows: &[(String, String)]) {
    let width = rows.iter().map(|(name, _)| name.len()).max().unwrap_or_default();
    write(out, format_args!("{heading}\n"));
    for (name, about) in rows {
        write(out, format_args!("{}\n", format!("  {name:width$}  {about}").trim_end()));
    }
    out.push('\n');
}

fn write(out: &mut String, text: std::fmt::Arguments<'_>) {
    out.write_fmt(text).expect("writing into a string cannot fail");
}
