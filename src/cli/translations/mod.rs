//! `translations`: what is missing or stale, what changed, what is accepted; and the way to translators' tools and back.
//!
//! One file per action. `accept` and `import` are the only ones that write, below `content/` and nowhere else.

mod accept;
mod diff;
mod export;
mod import;
mod select;
mod status;

use clap::ArgMatches;

use super::{
    Context, Exit,
    arguments::Arguments,
    table::{self, Entry},
    work,
};
use crate::{
    diag::{Arg, Severity, nearest},
    locale::{MessageId, ids},
    pipeline::{self, Gathered},
    report::Format,
    site::{Site, Translations, translations::Pair},
    source::Disk,
};

/// The command.
pub static ENTRY: Entry = Entry {
    name: "translations",
    about: ids::CLI_COMMAND_TRANSLATIONS,
    argument: Some(("ACTION", ids::CLI_ARGUMENT_ACTION)),
    options: &[&table::TEXTS, &table::SITE, &table::NO_MEANING_CHANGE, &table::TO, &table::ALL, &table::FORMAT],
    run,
};

/// One thing to do.
struct Action {
    name: &'static str,
    run: fn(&Task<'_>, &mut Context<'_, '_>) -> Exit,
}

static ACTIONS: &[Action] = &[
    Action { name: "status", run: status::run },
    Action { name: "diff", run: diff::run },
    Action { name: "accept", run: accept::run },
    Action { name: "export", run: export::run },
    Action { name: "import", run: import::run },
];

/// What an action works on.
struct Task<'a> {
    matches: &'a ArgMatches,
    arguments: &'a Arguments,
    gathered: &'a Gathered,
    site: &'a Site,
    translations: &'a Translations,
    /// What was named behind the action.
    names: &'a [String],
    /// The texts and records of these names; all when there is none.
    pairs: Vec<&'a Pair>,
}

impl Task<'_> {
    /// Tells whether an option was given.
    fn has(&self, choice: &table::Choice) -> bool {
        self.matches.get_flag(choice.name)
    }

    /// Tells whether texts were named.
    fn is_partial(&self) -> bool {
        !self.names.is_empty()
    }
}

fn run(matches: &ArgMatches, ctx: &mut Context<'_, '_>) -> Exit {
    let arguments = match Arguments::read(matches, ctx) {
        Ok(arguments) => arguments,
        Err(exit) => return exit,
    };
    let Some(action) = matches.get_one::<String>("ACTION") else {
        let known: Vec<String> = ACTIONS.iter().map(|it| it.name.to_owned()).collect();
        return ctx.wrong_use(ids::CLI_MISSING_ACTION, &[("known", known.into())]);
    };
    let Some(action) = ACTIONS.iter().find(|it| it.name == action) else { return unknown_action(action, ctx) };
    if !matches!(arguments.format, Format::Human | Format::Json) {
        let name = Format::NAMES.iter().find(|(_, it)| *it == arguments.format).map_or("", |(name, _)| *name);
        let known = vec!["human".to_owned(), "json".to_owned()];
        return ctx.wrong_use(
            ids::CLI_BAD_VALUE,
            &[("value", Arg::from(name)), ("option", "--format".into()), ("known", known.into())],
        );
    }
    let gathered = match Disk::open(&arguments.site).map_err(pipeline::Fault::from).and_then(|it| pipeline::gather(&it))
    {
        Ok(gathered) => gathered,
        Err(fault) => return ctx.fault(&fault.diagnostic()),
    };
    let Some((site, translations)) = gathered.site.as_ref().and_then(|it| Some((it, it.translations.as_ref()?))) else {
        work::show(&arguments, &gathered.diagnostics, &gathered.sources, ctx);
        return Exit::Mistakes;
    };
    let names: Vec<String> = matches.get_many(table::TEXTS.name).unwrap_or_default().cloned().collect();
    // What `import` is given is no text of the site.
    let chosen = if action.name == "import" { &[][..] } else { &names };
    let pairs = match select::pairs(&gathered, translations, chosen) {
        Ok(pairs) => pairs,
        Err(unknown) => return unknown_text(&unknown, translations, ctx),
    };
    let task = Task { matches, arguments: &arguments, gathered: &gathered, site, translations, names: &names, pairs };
    (action.run)(&task, ctx)
}

fn unknown_action(name: &str, ctx: &mut Context<'_, '_>) -> Exit {
    let known: Vec<String> = ACTIONS.iter().map(|it| it.name.to_owned()).collect();
    let exit = ctx.wrong_use(ids::CLI_UNKNOWN_ACTION, &[("action", Arg::from(name)), ("known", known.into())]);
    if let Some(near) = nearest(name, ACTIONS.iter().map(|it| it.name)) {
        ctx.hint(&ctx.locale.format(ids::CLI_DID_YOU_MEAN, &[("near", Arg::from(near))]));
    }
    exit
}

fn unknown_text(name: &str, translations: &Translations, ctx: &mut Context<'_, '_>) -> Exit {
    let exit = ctx.wrong_use(ids::CLI_UNKNOWN_TEXT, &[("text", Arg::from(name))]);
    if let Some(near) = nearest(name, translations.pairs.iter().map(Pair::path)) {
        ctx.hint(&ctx.locale.format(ids::CLI_DID_YOU_MEAN, &[("near", Arg::from(near))]));
    }
    exit
}

/// Shows the errors that forbid writing, for what cannot be read whole would be lost; faults of the lock itself are what
/// writing mends.
fn refuse_errors(task: &Task<'_>, ctx: &mut Context<'_, '_>) -> Option<Exit> {
    let stops = |it: &&crate::diag::Diagnostic| it.severity == Severity::Error && !it.code.name.starts_with("lock/");
    let errors: Vec<_> = task.gathered.diagnostics.iter().filter(stops).cloned().collect();
    if errors.is_empty() {
        return None;
    }
    work::show(task.arguments, &errors, &task.gathered.sources, ctx);
    Some(say_mistakes(ids::CLI_NOT_WRITTEN, ctx))
}

fn say_mistakes(id: MessageId, ctx: &mut Context<'_, '_>) -> Exit {
    let line = ctx.locale.text(id);
    ctx.error(&line);
    Exit::Mistakes
}
