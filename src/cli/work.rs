//! From what was asked for to what is told: runs the pipeline, shows what it found, chooses the exit code.
#![allow(clippy::disallowed_methods, reason = "shows how long a build took")]

pub mod fix;
pub mod watched;

use std::{num::NonZeroUsize, time::Instant};

use super::{Context, Exit, arguments::Arguments, timings};
use crate::{
    base::PartialDate,
    diag::{self, Arg, Diagnostic},
    locale::{MessageId, ids},
    pipeline::{self, Fault, Gathered, Options, Outcome, Stage},
    report::{self, Format, Style},
    revise::Revision,
    source::{Disk, Sources},
    write::{self, Change, Folder, FolderOptions, Protected},
};

/// Builds and publishes the site. The earlier one stays when there are errors or faults.
pub fn run_build(arguments: &Arguments, waiting: &dyn Fn()) -> Result<Outcome, Fault> {
    let disk = Disk::open(&arguments.site)?;
    let protected = Protected::site(&arguments.site, arguments.cache.as_deref());
    let options = FolderOptions { protected, adopt: arguments.adopt, waiting, ..FolderOptions::default() };
    let folder = Folder::open(&arguments.out, &options)?;
    let mut outcome = pipeline::build(&disk, &options_of(arguments), &folder)?;
    if !outcome.has_errors() {
        let began = Instant::now();
        let published = folder.publish()?;
        outcome.stages.push(Stage { name: "write", wall: began.elapsed(), items: Some(published.files) });
        outcome.diagnostics.extend(published.diagnostics);
        diag::sort(&mut outcome.diagnostics);
    }
    Ok(outcome)
}

/// Does everything but rendering and writing.
pub fn run_check(arguments: &Arguments) -> Result<Outcome, Fault> {
    let disk = Disk::open(&arguments.site)?;
    pipeline::check(&disk, &options_of(arguments))
}

/// Reads the site without checking it as a whole.
pub fn gather(arguments: &Arguments) -> Result<Gathered, Fault> {
    let disk = Disk::open(&arguments.site)?;
    pipeline::gather(&disk)
}

/// Makes the files of a plan what it says, and names them.
pub fn carry_out(arguments: &Arguments, plan: &[Revision], written: MessageId, ctx: &mut Context<'_, '_>) -> Exit {
    let changes: Vec<Change> = plan
        .iter()
        .filter_map(|it| Some(Change { path: it.path.clone(), bytes: it.after.as_ref()?.as_bytes().to_vec() }))
        .collect();
    let gone: Vec<&str> = plan.iter().filter(|it| it.after.is_none()).map(|it| it.path.as_str()).collect();
    if let Err(fault) = write::sources(&arguments.site, &changes).and_then(|()| write::discard(&arguments.site, &gone))
    {
        return ctx.fault(&fault.diagnostic());
    }
    let names = |paths: Vec<String>, id: MessageId| match paths.is_empty() {
        true => String::new(),
        false => format!("{}\n", ctx.locale.format(id, &[("files", Arg::from(paths))])),
    };
    let told = names(changes.into_iter().map(|it| it.path).collect(), written)
        + &names(gone.into_iter().map(str::to_owned).collect(), ids::CLI_REMOVED);
    ctx.say(&told);
    Exit::Done
}

/// Returns what the pipeline is asked for.
pub fn options_of(arguments: &Arguments) -> Options {
    Options {
        base: arguments.base.clone(),
        date: Some(PartialDate::at(arguments.date)),
        drafts: arguments.drafts,
        strict: arguments.strict,
        jobs: arguments.jobs.map(NonZeroUsize::get),
    }
}

/// Shows what a run found and says how it ended; `done` words the success.
pub fn finish(arguments: &Arguments, ran: Result<Outcome, Fault>, done: MessageId, ctx: &mut Context<'_, '_>) -> Exit {
    let finished = match ran {
        Ok(finished) => finished,
        Err(fault) => return ctx.fault(&fault.diagnostic()),
    };
    show(arguments, &finished.diagnostics, &finished.sources, ctx);
    if arguments.timings {
        ctx.say(&timings::table(&finished.stages, ctx.locale));
    }
    if finished.has_errors() {
        return Exit::Mistakes;
    }
    if arguments.format == Format::Human {
        let line = success(arguments, finished.pages, done, ctx);
        ctx.say(&line);
    }
    Exit::Done
}

fn success(arguments: &Arguments, pages: usize, done: MessageId, ctx: &Context<'_, '_>) -> String {
    let pages = ctx.locale.format(ids::CLI_PAGES, &[("count", Arg::from(pages))]);
    let out = arguments.out.strip_prefix(&ctx.machine.folder).unwrap_or(&arguments.out).display().to_string();
    format!("{}\n", ctx.locale.format(done, &[("pages", pages.into()), ("out", out.into())]))
}

/// Shows diagnostics: for people on standard error, for programs on standard output.
pub fn show(arguments: &Arguments, diagnostics: &[Diagnostic], sources: &Sources, ctx: &mut Context<'_, '_>) {
    let prefix = arguments.prefix(&ctx.machine.folder);
    match arguments.format {
        Format::Human => {
            let style = Style { color: ctx.machine.color, width: ctx.machine.width() };
            ctx.say(&report::human(diagnostics, sources, ctx.locale, style));
        }
        Format::Json => ctx.print(&report::json(diagnostics, sources, ctx.locale)),
        Format::Sarif => ctx.print(&report::sarif(diagnostics, sources, ctx.locale, &prefix)),
        Format::Github => ctx.print(&report::github(diagnostics, sources, ctx.locale, &prefix)),
    }
}
