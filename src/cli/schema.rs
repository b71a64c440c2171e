//! `schema`: a JSON Schema of what editors write, for the program in which they write it.

use clap::ArgMatches;

use super::{
    Context, Exit,
    arguments::Arguments,
    table::{self, Entry},
    work::{gather, show},
};
use crate::{diag::Arg, locale::ids, schema};

/// The command.
pub static ENTRY: Entry = Entry {
    name: "schema",
    about: ids::CLI_COMMAND_SCHEMA,
    argument: Some(("NAME", ids::CLI_ARGUMENT_SCHEMA)),
    options: &[&table::SITE],
    run,
};

fn run(matches: &ArgMatches, ctx: &mut Context<'_, '_>) -> Exit {
    let Some(name) = matches.get_one::<String>("NAME") else {
        ctx.print(&schema::NAMES.map(|it| format!("{it}\n")).concat());
        return Exit::Done;
    };
    if !schema::NAMES.contains(&name.as_str()) {
        let known: Vec<String> = schema::NAMES.map(str::to_owned).into();
        return ctx.wrong_use(ids::CLI_UNKNOWN_SCHEMA, &[("name", Arg::from(name.as_str())), ("known", known.into())]);
    }
    let arguments = match Arguments::read(matches, ctx) {
        Ok(arguments) => arguments,
        Err(exit) => return exit,
    };
    print(name, &arguments, ctx)
}

/// Mistakes elsewhere in the site do not matter here; without a `site.yaml` that can be read there are no languages.
fn print(name: &str, arguments: &Arguments, ctx: &mut Context<'_, '_>) -> Exit {
    let gathered = match gather(arguments) {
        Ok(gathered) => gathered,
        Err(fault) => return ctx.fault(&fault.diagnostic()),
    };
    let Some((site, locales)) = &gathered.site else {
        show(arguments, &gathered.diagnostics, &gathered.sources, ctx);
        return Exit::Mistakes;
    };
    let found = schema::all(site, locales).into_iter().find(|it| it.name == name);
    let json = found.map(|it| serde_json::to_string_pretty(&it.json).expect("a schema is plain JSON"));
    ctx.print(&format!("{}\n", json.unwrap_or_default()));
    Exit::Done
}
