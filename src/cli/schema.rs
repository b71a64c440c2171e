//! `schema`: a JSON Schema of what editors write, for the program in which they write it.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::{
    Context, Exit,
    arguments::Arguments,
    table::{self, Entry},
    work::{gather, show},
};
use crate::{
    diag::Arg,
    locale::ids,
    schema::{self, Schema},
    write,
};

/// The command.
pub static ENTRY: Entry = Entry {
    name: "schema",
    about: ids::CLI_COMMAND_SCHEMA,
    argument: Some(("NAME", ids::CLI_ARGUMENT_SCHEMA)),
    options: &[&table::SITE, &table::SCHEMAS],
    run,
};

fn run(matches: &ArgMatches, ctx: &mut Context<'_, '_>) -> Exit {
    let name = matches.get_one::<String>("NAME");
    let out = matches.get_one::<PathBuf>(table::SCHEMAS.name).map(|it| ctx.machine.folder.join(it));
    if let Some(name) = name.filter(|it| !schema::NAMES.contains(&it.as_str())) {
        let known: Vec<String> = schema::NAMES.map(str::to_owned).into();
        return ctx.wrong_use(ids::CLI_UNKNOWN_SCHEMA, &[("name", Arg::from(name.as_str())), ("known", known.into())]);
    }
    if name.is_none() && out.is_none() {
        ctx.print(&schema::NAMES.map(|it| format!("{it}\n")).concat());
        return Exit::Done;
    }
    let arguments = match Arguments::read(matches, ctx) {
        Ok(arguments) => arguments,
        Err(exit) => return exit,
    };
    let schemas = match schemas(&arguments, ctx) {
        Ok(all) => all.into_iter().filter(|it| name.is_none_or(|name| it.name == name)).collect::<Vec<_>>(),
        Err(exit) => return exit,
    };
    match out {
        Some(out) => write_all(&out, &schemas).map_or_else(|fault| ctx.fault(&fault.diagnostic()), |()| Exit::Done),
        None => {
            ctx.print(&schemas.iter().map(schema::text).collect::<String>());
            Exit::Done
        }
    }
}

/// Mistakes elsewhere in the site do not matter here; without a `site.yaml` that can be read there are no languages.
fn schemas(arguments: &Arguments, ctx: &mut Context<'_, '_>) -> Result<Vec<Schema>, Exit> {
    let gathered = gather(arguments).map_err(|fault| ctx.fault(&fault.diagnostic()))?;
    let Some((site, locales)) = &gathered.site else {
        show(arguments, &gathered.diagnostics, &gathered.sources, ctx);
        return Err(Exit::Mistakes);
    };
    Ok(schema::all(site, locales))
}

/// Writes schemas into a folder, each as `<name>.schema.json`.
pub fn write_all(folder: &Path, schemas: &[Schema]) -> Result<(), write::Fault> {
    let files: Vec<(String, String)> =
        schemas.iter().map(|it| (format!("{}.schema.json", it.name), schema::text(it))).collect();
    let files: Vec<(&str, &[u8])> = files.iter().map(|(path, text)| (path.as_str(), text.as_bytes())).collect();
    write::renew(folder, &files)
}
