//! From what was asked for to what is told: runs the pipeline, shows what it found, chooses the exit code.
#![allow(clippy::disallowed_methods, reason = "shows how long a build took")]

pub mod watched;

use std::{num::NonZeroUsize, time::Instant};

use super::{Context, Exit, arguments::Arguments, timings};
use crate::{
    base::PartialDate,
    diag::{self, Arg, Diagnostic},
    locale::{MessageId, ids},
    pipeline::{self, Fault, Options, Outcome, Stage},
    report::{self, Format, Style},
    source::{Disk, Sources},
    write::{Folder, FolderOptions, Protected},
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
