//! The command line: arguments in, data on standard output, messages on standard error, an exit code out.
//!
//! One file per command; `table` lists them and the options once, for parsing, help and tests alike. Only this module
//! reads the environment, the clock and the arguments, and only it prints.

mod arguments;
mod build;
mod check;
mod clock;
mod explain;
mod guard;
mod help;
mod language;
mod machine;
mod progress;
mod serve;
mod table;
mod timings;
mod translations;
mod usage;
mod work;

#[cfg(test)]
mod tests;

use std::{ffi::OsString, process::ExitCode};

pub use machine::Machine;

use crate::{
    diag::{Arg, Diagnostic},
    locale::{Locale, MessageId, ids},
    report,
};

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Done.
    Done = 0,
    /// An author's mistakes: in content, kinds, locales or theme.
    Mistakes = 1,
    /// Wrong use, or the machine refused.
    Fault = 2,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// Runs the program with the arguments, environment and streams of this process.
pub fn main() -> ExitCode {
    let args: Vec<OsString> = std::env::args_os().collect();
    let mut machine = Machine::of_process();
    let ran = guard::guarded(|| run(args.clone(), &mut machine));
    ran.unwrap_or_else(|panic| internal_error(&args, &panic, &mut machine)).into()
}

/// Runs the program. The first argument is the name by which it was called.
pub fn run(args: Vec<OsString>, machine: &mut Machine<'_>) -> Exit {
    let locale = language::choose(&args, machine);
    let mut ctx = Context { locale: &locale, machine };
    let exit = match table::parser(&locale).try_get_matches_from(args) {
        Ok(matches) => table::dispatch(&matches, &mut ctx),
        Err(error) => usage::explain(&error, &mut ctx),
    };
    if ctx.machine.has_failed { Exit::Fault } else { exit }
}

/// Says that the program itself is at fault. What was published before is untouched: publication is the last step.
fn internal_error(args: &[OsString], panic: &str, machine: &mut Machine<'_>) -> Exit {
    let locale = language::choose(args, machine);
    Context { locale: &locale, machine }.wrong_use(ids::CLI_INTERNAL, &[("reason", Arg::from(panic))])
}

/// What every command works with.
pub struct Context<'a, 'm> {
    /// The language of messages.
    pub locale: &'a Locale,
    /// The world outside.
    pub machine: &'a mut Machine<'m>,
}

impl Context<'_, '_> {
    /// Writes data to standard output.
    pub fn print(&mut self, text: &str) {
        self.machine.print(text);
    }

    /// Writes a message to standard error.
    pub fn say(&mut self, text: &str) {
        self.machine.say(text);
    }

    /// Writes an error to standard error, in one line.
    pub fn error(&mut self, message: &str) {
        let line = format!("{}: {message}\n", self.locale.text(ids::REPORT_ERROR));
        self.say(&line);
    }

    /// Writes a remark below an error.
    pub fn hint(&mut self, message: &str) {
        let line = format!("{}: {message}\n", self.locale.text(ids::REPORT_HINT));
        self.say(&line);
    }

    /// Says why nothing could be done.
    pub fn wrong_use(&mut self, id: MessageId, args: &[(&str, Arg)]) -> Exit {
        let message = self.locale.format(id, args);
        self.error(&message);
        Exit::Fault
    }

    /// Says that another build holds the output.
    pub fn wait(&mut self) {
        let line = format!("{}\n", self.locale.text(ids::CLI_WAITING));
        self.say(&line);
    }

    /// Says what the machine refused.
    pub fn fault(&mut self, fault: &Diagnostic) -> Exit {
        let text = report::words(fault, self.locale);
        self.error(&text.message);
        if let Some(hint) = text.hint {
            self.hint(&hint);
        }
        Exit::Fault
    }
}
