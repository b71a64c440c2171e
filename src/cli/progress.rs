//! A sign of life while the program is at work: on a terminal only, and never beside a report for programs.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::Context;
use crate::{locale::ids, report::Format};

/// So long nothing is shown: most work is done by then.
const TICK: Duration = Duration::from_millis(120);

/// A sign that turns until it is cleared.
pub struct Progress(ProgressBar);

impl Progress {
    /// Begins to turn, if somebody can see it.
    pub fn begin(ctx: &Context<'_, '_>, format: Format) -> Self {
        if !ctx.machine.is_seen || format != Format::Human {
            return Self(ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden()));
        }
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
        let style = ProgressStyle::with_template("{spinner} {msg} {elapsed}");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()));
        bar.set_message(ctx.locale.text(ids::CLI_WORKING));
        bar.enable_steady_tick(TICK);
        Self(bar)
    }

    /// Takes the sign away while something is said.
    pub fn pause(&self, say: impl FnOnce()) {
        self.0.suspend(say);
    }

    /// Takes the sign away, so that something can be said.
    pub fn clear(&mut self) {
        self.0.finish_and_clear();
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.clear();
    }
}
