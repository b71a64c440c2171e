//! `check --fix`: applies the safe cures, and shows what they change.

use similar::TextDiff;

use super::{Change, run_check};
use crate::{
    cli::{Context, Exit, arguments::Arguments},
    diag::Arg,
    locale::ids,
    report::Format,
    revise::{Revision, fixes::fixes},
    write,
};

/// A cure may uncover another mistake with a cure, and cures that meet wait for each other: so often it is tried again.
const ROUNDS: usize = 8;

/// Applies the safe cures of what a check finds until none is left. The diff is data and goes to standard output, unless a report for
/// machines is wanted there.
pub fn cure(arguments: &Arguments, ctx: &mut Context<'_, '_>) -> Result<(), Exit> {
    let mut cured = 0;
    for _ in 0..ROUNDS {
        let found = run_check(arguments).map_err(|fault| ctx.fault(&fault.diagnostic()))?;
        let fixed = fixes(&found.diagnostics, &found.sources);
        if fixed.revisions.is_empty() {
            break;
        }
        let changes: Vec<Change> = fixed
            .revisions
            .iter()
            .filter_map(|it| Some(Change { path: it.path.clone(), bytes: it.after.as_ref()?.as_bytes().to_vec() }))
            .collect();
        write::sources(&arguments.site, &changes).map_err(|fault| ctx.fault(&fault.diagnostic()))?;
        let shown = fixed.revisions.iter().map(diff).collect::<String>();
        if arguments.format == Format::Human {
            ctx.print(&shown)
        } else {
            ctx.say(&shown)
        }
        cured += fixed.cured;
    }
    let line = ctx.locale.format(ids::CLI_FIXED, &[("count", Arg::from(cured))]);
    ctx.say(&format!("{line}\n"));
    Ok(())
}

/// Returns a change in the unified form, which `git apply` reads.
fn diff(revision: &Revision) -> String {
    let (before, after) =
        (revision.before.as_deref().unwrap_or_default(), revision.after.as_deref().unwrap_or_default());
    let (old, new) = (format!("a/{}", revision.path), format!("b/{}", revision.path));
    TextDiff::from_lines(before, after).unified_diff().context_radius(1).header(&old, &new).to_string()
}
