//! Every command and every option once: the source of parsing, help and tests.

use clap::{Arg, ArgAction, ArgMatches, Command, builder::PossibleValuesParser, value_parser};

use super::{Context, Exit, build, check, explain, help, serve, translations};
use crate::{
    locale::{Locale, MessageId, ids},
    report::Format,
};

/// One option.
pub struct Choice {
    /// The name after `--`, which is also its id.
    pub name: &'static str,
    /// The letter after `-`.
    pub short: Option<char>,
    /// What it takes.
    pub takes: Takes,
    /// What it is for.
    pub about: MessageId,
}

/// What an option takes.
pub enum Takes {
    /// Nothing: it is there or not.
    Nothing,
    /// A folder.
    Folder,
    /// A text, by the name that help shows.
    Text(&'static str),
    /// One of these values.
    OneOf(&'static str, fn() -> Vec<&'static str>),
    /// No option at all: every argument behind the first, by the name that help shows.
    Rest(&'static str),
}

impl Takes {
    /// Returns the name that help shows for the value.
    pub fn name(&self) -> Option<&'static str> {
        match self {
            Self::Nothing => None,
            Self::Folder => Some("DIR"),
            Self::Text(name) | Self::OneOf(name, _) | Self::Rest(name) => Some(name),
        }
    }
}

/// One command.
pub struct Entry {
    /// Its name.
    pub name: &'static str,
    /// What it does, for help.
    pub about: MessageId,
    /// The name of the argument that it may have, and what that is.
    pub argument: Option<(&'static str, MessageId)>,
    /// Its options.
    pub options: &'static [&'static Choice],
    /// What it does.
    pub run: fn(&ArgMatches, &mut Context<'_, '_>) -> Exit,
}

/// Every command, in the order in which help shows them.
pub static COMMANDS: &[&Entry] =
    &[&build::ENTRY, &serve::ENTRY, &check::ENTRY, &translations::ENTRY, &explain::ENTRY, &help::ENTRY];

/// The options that every command has.
pub static GLOBAL: &[&Choice] = &[&LANG, &HELP, &VERSION];

macro_rules! choices {
    ($($id:ident $name:literal $short:expr, $takes:expr, $about:ident;)*) => {
        $(#[doc = concat!("The option `--", $name, "`.")]
        pub static $id: Choice = Choice { name: $name, short: $short, takes: $takes, about: ids::$about };)*
    };
}

choices! {
    SITE "site" None, Takes::Folder, CLI_OPTION_SITE;
    OUT "out" None, Takes::Folder, CLI_OPTION_OUT;
    ADOPT "adopt" None, Takes::Nothing, CLI_OPTION_ADOPT;
    CACHE "cache" None, Takes::Folder, CLI_OPTION_CACHE;
    NO_CACHE "no-cache" None, Takes::Nothing, CLI_OPTION_NO_CACHE;
    BASE "base" None, Takes::Text("URL"), CLI_OPTION_BASE;
    DATE "date" None, Takes::Text("YYYY-MM-DD"), CLI_OPTION_DATE;
    DRAFTS "drafts" None, Takes::Nothing, CLI_OPTION_DRAFTS;
    STRICT "strict" None, Takes::Nothing, CLI_OPTION_STRICT;
    JOBS "jobs" None, Takes::Text("N"), CLI_OPTION_JOBS;
    TIMINGS "timings" None, Takes::Nothing, CLI_OPTION_TIMINGS;
    PORT "port" None, Takes::Text("N"), CLI_OPTION_PORT;
    HOST "host" None, Takes::Text("ADDRESS"), CLI_OPTION_HOST;
    WATCH "watch" None, Takes::Nothing, CLI_OPTION_WATCH;
    FORMAT "format" None, Takes::OneOf("FORMAT", formats), CLI_OPTION_FORMAT;
    TEXTS "texts" None, Takes::Rest("TEXT"), CLI_ARGUMENT_TEXTS;
    NO_MEANING_CHANGE "no-meaning-change" None, Takes::Nothing, CLI_OPTION_NO_MEANING_CHANGE;
    TO "to" None, Takes::Text("LANG"), CLI_OPTION_TO;
    ALL "all" None, Takes::Nothing, CLI_OPTION_ALL;
    LANG "lang" None, Takes::OneOf("LANG", languages), CLI_OPTION_LANG;
    HELP "help" Some('h'), Takes::Nothing, CLI_OPTION_HELP;
    VERSION "version" Some('V'), Takes::Nothing, CLI_OPTION_VERSION;
}

fn formats() -> Vec<&'static str> {
    Format::NAMES.iter().map(|(name, _)| *name).collect()
}

fn languages() -> Vec<&'static str> {
    Locale::embedded_tags().collect()
}

/// Returns the parser of the command line. Its own help and messages, which are English only, are never shown; the help
/// texts are there for whatever is generated from it.
pub fn parser(locale: &Locale) -> Command {
    Command::new(env!("CARGO_PKG_NAME"))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .args(GLOBAL.iter().map(|it| option(it, locale).global(true)))
        .subcommands(COMMANDS.iter().map(|it| command(it, locale)))
}

fn command(entry: &Entry, locale: &Locale) -> Command {
    let argument = entry.argument.map(|(name, about)| Arg::new(name).value_name(name).help(locale.text(about)));
    let options = entry.options.iter().map(|it| option(it, locale));
    Command::new(entry.name).about(locale.text(entry.about)).disable_help_flag(true).args(argument).args(options)
}

fn option(choice: &Choice, locale: &Locale) -> Arg {
    let arg = Arg::new(choice.name).long(choice.name).short(choice.short).help(locale.text(choice.about));
    let arg = arg.value_name(choice.takes.name().unwrap_or_default());
    match &choice.takes {
        Takes::Nothing => arg.value_name(None).action(ArgAction::SetTrue),
        Takes::Folder => arg.value_parser(value_parser!(std::path::PathBuf)),
        Takes::Text(_) => arg,
        Takes::Rest(name) => Arg::new(choice.name)
            .value_name(name)
            .help(locale.text(choice.about))
            .num_args(0..)
            .action(ArgAction::Append),
        Takes::OneOf(_, values) => arg.value_parser(PossibleValuesParser::new(values())),
    }
}

/// Runs the command that was asked for.
pub fn dispatch(matches: &ArgMatches, ctx: &mut Context<'_, '_>) -> Exit {
    let (name, inner) = matches.subcommand().unwrap_or(("", matches));
    let entry = COMMANDS.iter().find(|it| it.name == name);
    if inner.get_flag(VERSION.name) {
        ctx.print(concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION"), "\n"));
        return Exit::Done;
    }
    match entry {
        Some(entry) if inner.get_flag(HELP.name) => help::show(Some(entry), ctx),
        Some(entry) => (entry.run)(inner, ctx),
        None if inner.get_flag(HELP.name) => help::show(None, ctx),
        None => help::missing_command(ctx),
    }
}

#[cfg(test)]
mod tests {
    use super::{COMMANDS, GLOBAL, parser};
    use crate::locale::Locale;

    #[test]
    fn the_table_makes_a_sound_parser_in_every_language() {
        for tag in Locale::embedded_tags() {
            parser(&Locale::embedded(tag).expect("it is embedded")).debug_assert();
        }
    }

    #[test]
    fn no_option_stands_twice_in_a_command() {
        for entry in COMMANDS {
            let mut names: Vec<&str> = entry.options.iter().chain(GLOBAL).map(|it| it.name).collect();
            names.sort_unstable();
            assert!(names.windows(2).all(|it| it[0] != it[1]), "{} {names:?}", entry.name);
        }
    }
}
