//! What the machine refused while reading.

use std::{fmt, io};

use crate::diag::{Arg, Diagnostic, codes};

/// A file or folder that the machine would not let us read.
#[derive(Debug)]
pub struct Fault {
    /// The path as the reader of the message knows it.
    pub path: String,
    /// What the machine said.
    pub cause: io::Error,
}

impl Fault {
    /// Joins a path and what the machine said of it.
    pub fn new(path: impl Into<String>, cause: io::Error) -> Self {
        Self { path: path.into(), cause }
    }

    /// Returns the fault as a diagnostic, so that it can be told in every language.
    pub fn diagnostic(&self) -> Diagnostic {
        Diagnostic::path(&codes::file::UNREADABLE, &self.path)
            .with("path", self.path.as_str())
            .with("reason", Arg::of_io(&self.cause))
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.path, self.cause)
    }
}

impl std::error::Error for Fault {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.cause)
    }
}
