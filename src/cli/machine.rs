//! The world outside: folder, environment, clock, streams. Commands see it through this value, so that tests can make one.
#![allow(clippy::disallowed_methods, reason = "the one place that reads environment, folder and clock")]

use std::{
    env,
    io::{self, IsTerminal as _, Write},
    path::PathBuf,
    time::SystemTime,
};

/// Returns a variable of the environment; nothing when it is unset, empty or no text.
pub type Variables<'m> = Box<dyn Fn(&str) -> Option<String> + 'm>;

/// What a command may know of the machine that it runs on.
pub struct Machine<'m> {
    /// The folder from which relative paths count.
    pub folder: PathBuf,
    /// The environment.
    pub variable: Variables<'m>,
    /// The time now.
    pub now: SystemTime,
    /// Whether standard error is a terminal that can draw.
    pub is_seen: bool,
    /// Whether standard error shows colours.
    pub color: bool,
    /// Standard output: data.
    pub out: Box<dyn Write + 'm>,
    /// Standard error: messages.
    pub err: Box<dyn Write + 'm>,
    /// Whether something could not be written.
    pub has_failed: bool,
}

impl Machine<'_> {
    /// Returns the machine as this process sees it.
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that reads environment, folder and clock; all else is told"
    )]
    pub fn of_process() -> Self {
        let variable = |name: &str| env::var(name).ok().filter(|it| !it.is_empty());
        let is_terminal = io::stderr().is_terminal();
        let is_dumb = variable("TERM").is_some_and(|it| it == "dumb");
        Self {
            folder: env::current_dir().unwrap_or_else(|_| PathBuf::from(".")),
            now: SystemTime::now(),
            is_seen: is_terminal && !is_dumb,
            color: has_color(&variable, is_terminal && !is_dumb),
            variable: Box::new(variable),
            out: Box::new(io::stdout()),
            err: Box::new(io::stderr()),
            has_failed: false,
        }
    }

    /// Returns a variable of the environment.
    pub fn variable(&self, name: &str) -> Option<String> {
        (self.variable)(name)
    }

    /// Returns the columns of the terminal.
    pub fn width(&self) -> usize {
        self.variable("COLUMNS").and_then(|it| it.parse().ok()).unwrap_or(100)
    }

    /// Writes data to standard output. A reader that went away (`| head`) is no fault; a full disk is.
    pub fn print(&mut self, text: &str) {
        let written = self.out.write_all(text.as_bytes()).and_then(|()| self.out.flush());
        self.has_failed |= written.is_err_and(|it| it.kind() != io::ErrorKind::BrokenPipe);
    }

    /// Writes a message to standard error; when even that fails there is nobody left to tell.
    pub fn say(&mut self, text: &str) {
        self.err.write_all(text.as_bytes()).and_then(|()| self.err.flush()).unwrap_or_default();
    }
}

/// Decides on colours as no-color.org and bixense.com/clicolors ask: `NO_COLOR` forbids, `CLICOLOR_FORCE` demands,
/// `CLICOLOR=0` declines, else a terminal has them.
fn has_color(variable: &dyn Fn(&str) -> Option<String>, is_terminal: bool) -> bool {
    if variable("NO_COLOR").is_some() {
        return false;
    }
    if variable("CLICOLOR_FORCE").is_some_and(|it| it != "0") {
        return true;
    }
    is_terminal && variable("CLICOLOR").is_none_or(|it| it != "0")
}

#[cfg(test)]
mod tests {
    use super::has_color;

    #[test]
    fn colours_follow_the_conventions() {
        let with = |set: &[(&str, &str)], is_terminal| {
            has_color(&|name| set.iter().find(|it| it.0 == name).map(|it| it.1.to_owned()), is_terminal)
        };
        assert!(with(&[], true) && !with(&[], false));
        assert!(!with(&[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")], true));
        assert!(with(&[("CLICOLOR_FORCE", "1")], false) && !with(&[("CLICOLOR_FORCE", "0")], false));
        assert!(!with(&[("CLICOLOR", "0")], true) && with(&[("CLICOLOR", "1")], true));
    }
}
