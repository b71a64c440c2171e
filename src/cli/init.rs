//! `init`: a new site that builds at once.

use std::{
    io,
    path::{Path, PathBuf},
};

use clap::ArgMatches;

use super::{Context, Exit, starter, table::Entry};
use crate::{
    diag::Arg,
    locale::ids,
    pipeline::{self, Gathered},
    schema,
    source::Disk,
    write::{self, Fault},
};

/// The command.
pub static ENTRY: Entry = Entry {
    name: "init",
    about: ids::CLI_COMMAND_INIT,
    argument: Some(("DIR", ids::CLI_ARGUMENT_DIR)),
    options: &[],
    run,
};

/// Where the schemas lie that the settings of editors' programs name.
const SCHEMAS: &str = ".schema";

fn run(matches: &ArgMatches, ctx: &mut Context<'_, '_>) -> Exit {
    let asked = matches.get_one::<String>("DIR").map(PathBuf::from);
    let folder = asked.as_ref().map_or_else(|| ctx.machine.folder.clone(), |it| ctx.machine.folder.join(it));
    let files: Vec<(&str, &[u8])> = starter::FILES.iter().map(|(path, text)| (*path, text.as_bytes())).collect();
    match write::create(&folder, &files).and_then(|()| write_schemas(&folder)) {
        Ok(()) => {}
        Err(Fault::Disk { path, cause }) if cause.kind() == io::ErrorKind::AlreadyExists => {
            let path = path.strip_prefix(&ctx.machine.folder).unwrap_or(&path).display().to_string();
            return ctx.wrong_use(ids::CLI_INIT_TAKEN, &[("path", Arg::from(path))]);
        }
        Err(fault) => return ctx.fault(&fault.diagnostic()),
    }
    let name = asked.map_or_else(|| ".".to_owned(), |it| it.display().to_string());
    let done = ctx.locale.format(ids::CLI_INIT_DONE, &[("folder", Arg::from(name.as_str()))]);
    let go = if name == "." { String::new() } else { format!("  cd {name}\n") };
    ctx.say(&format!("{done}\n{go}  tashawur serve\n  tashawur new decision decision-2\n"));
    Exit::Done
}

/// Writes the schemas of the new site, so that an editor's program helps from the first line.
fn write_schemas(folder: &Path) -> Result<(), Fault> {
    let gathered = Disk::open(folder).map(|disk| pipeline::gather(&disk));
    let Ok(Ok(Gathered { site: Some((site, locales)), .. })) = gathered else { return Ok(()) };
    super::schema::write_all(&folder.join(SCHEMAS), &schema::all(&site, &locales))
}
