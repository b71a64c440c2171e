//! What is told of a site again and again: a report only when it is not the last one.

use super::{Arguments, show};
use crate::{
    cli::{Context, Exit, serve::not_watched},
    diag::{Diagnostic, Severity},
    locale::ids,
    pipeline::{self, Workshop},
    serve::Watch,
    source::{Changed, Disk, Sources},
};

/// What was told last.
#[derive(Default)]
pub struct Told {
    last: Option<Vec<String>>,
    had_errors: bool,
}

impl Told {
    /// Shows what was found, unless it is what was shown last, and says when nothing stops publication any more.
    pub fn show(
        &mut self,
        diagnostics: &[Diagnostic],
        sources: &Sources,
        arguments: &Arguments,
        ctx: &mut Context<'_, '_>,
    ) {
        let now: Vec<String> = diagnostics.iter().map(|it| format!("{it:?}")).collect();
        let has_errors = diagnostics.iter().any(|it| it.severity == Severity::Error);
        if self.last.as_ref() != Some(&now) {
            show(arguments, diagnostics, sources, ctx);
        }
        if self.had_errors && !has_errors {
            let line = format!("{}\n", ctx.locale.text(ids::SERVE_MENDED));
            ctx.say(&line);
        }
        self.had_errors = has_errors;
        self.last = Some(now);
    }
}

/// Checks a site now and after every change; returns only when it cannot go on.
pub fn check(arguments: &Arguments, ctx: &mut Context<'_, '_>) -> Exit {
    let opened = Disk::open(&arguments.site).map_err(pipeline::Fault::from);
    let opened = opened.and_then(|disk| Ok((disk, Workshop::new(super::options_of(arguments))?)));
    let (disk, mut workshop) = match opened {
        Ok(it) => it,
        Err(fault) => return ctx.fault(&fault.diagnostic()),
    };
    let mut watch = match Watch::alone(&disk) {
        Ok(watch) => watch,
        Err(fault) => return not_watched(&fault, ctx),
    };
    let mut told = Told::default();
    let mut changed = Some(Changed::Anything);
    while let Some(paths) = changed {
        match workshop.draw(&disk, &paths) {
            Ok(drawn) => told.show(&drawn.diagnostics, &drawn.sources, arguments, ctx),
            Err(fault) => drop(ctx.fault(&fault.diagnostic())),
        }
        if paths == Changed::Anything {
            let line = format!("{}\n", ctx.locale.text(ids::SERVE_WATCHING));
            ctx.say(&line);
        }
        changed = watch.changes();
    }
    Exit::Fault
}
