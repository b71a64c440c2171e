//! From what was asked for to what is told: runs the pipeline, shows what it found, chooses the exit code.

use std::num::NonZeroUsize;

use super::{
    Context, Exit,
    arguments::Arguments,
    timings::{self, Stage},
};
use crate::{
    diag::{Arg, Diagnostic, Severity},
    locale::{MessageId, ids},
    report::{self, Format, Style},
    source::{self, Disk, Sources},
};

/// What the pipeline hands back.
#[derive(Debug, Default)]
pub struct Finished {
    /// What was found, sorted.
    pub diagnostics: Vec<Diagnostic>,
    /// The texts that diagnostics point into.
    pub sources: Sources,
    /// How long each stage took.
    pub stages: Vec<Stage>,
    /// How many pages the site has.
    pub pages: usize,
}

/// Builds and publishes the site. The earlier one stays when there are errors or faults.
pub fn run_build(arguments: &Arguments) -> Result<Finished, Diagnostic> {
    run_check(arguments)
}

/// Does everything but rendering and writing.
pub fn run_check(arguments: &Arguments) -> Result<Finished, Diagnostic> {
    let disk = Disk::open(&arguments.site).map_err(|it| it.diagnostic())?;
    let loaded = source::load(&disk).map_err(|it| it.diagnostic())?;
    Ok(Finished { diagnostics: loaded.diagnostics, sources: loaded.value, ..Finished::default() })
}

/// Runs something with as many threads as were asked for.
pub fn with_jobs<T: Send>(jobs: Option<NonZeroUsize>, run: impl FnOnce() -> T + Send) -> T {
    let Some(jobs) = jobs else { return run() };
    match rayon::ThreadPoolBuilder::new().num_threads(jobs.get()).build() {
        Ok(pool) => pool.install(run),
        // A machine that gives no thread still has this one.
        Err(_) => run(),
    }
}

/// Shows what a run found and says how it ended; `done` words the success.
pub fn finish(
    arguments: &Arguments,
    ran: Result<Finished, Diagnostic>,
    done: MessageId,
    ctx: &mut Context<'_, '_>,
) -> Exit {
    let finished = match ran {
        Ok(finished) => finished,
        Err(fault) => return ctx.fault(&fault),
    };
    show(arguments, &finished, ctx);
    if arguments.timings {
        ctx.say(&timings::table(&finished.stages, ctx.locale));
    }
    if finished.diagnostics.iter().any(|it| it.severity == Severity::Error) {
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
fn show(arguments: &Arguments, finished: &Finished, ctx: &mut Context<'_, '_>) {
    let Finished { diagnostics, sources, .. } = finished;
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
