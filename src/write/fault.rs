//! Why nothing could be written: wrong use and the machine's refusals.

use std::{
    fmt, io,
    path::{Path, PathBuf},
};

use crate::diag::{Arg, Code, Diagnostic, Place, codes::build};

/// A reason that no site was published. The earlier site is as it was, but for [`Fault::Disk`] during the fallback.
#[derive(Debug)]
pub enum Fault {
    /// The output is, lies in or contains a folder that must not be written.
    Protected {
        /// The output as the caller named it.
        output: PathBuf,
        /// The folder that it would touch.
        other: PathBuf,
    },
    /// The output holds files but no manifest of an earlier build.
    NotEmpty {
        /// The output.
        output: PathBuf,
    },
    /// The output, or what must be a folder on the way to it, is none.
    NotFolder {
        /// What stands there.
        output: PathBuf,
    },
    /// Another builder is at work on the output and did not end in time.
    Busy {
        /// The output.
        output: PathBuf,
    },
    /// A path that would leave the output: a mistake of this program.
    BadPath {
        /// The path.
        path: String,
        /// Who wanted it.
        origin: String,
    },
    /// The machine refused.
    Disk {
        /// What was to be written.
        path: PathBuf,
        /// What the machine said.
        cause: io::Error,
    },
}

impl Fault {
    /// Returns a function that joins a path and what the machine said of it.
    pub fn disk(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |cause| Self::Disk { path, cause }
    }

    /// Returns the fault as a diagnostic, so that it can be told in every language.
    pub fn diagnostic(&self) -> Diagnostic {
        let on = |code: &'static Code, path: &Path| {
            Diagnostic::new(code, Place::Site).with("path", path.to_string_lossy().into_owned())
        };
        match self {
            Self::Protected { output, other } => {
                on(&build::OUTPUT_PROTECTED, output).with("other", other.to_string_lossy().into_owned())
            }
            Self::NotEmpty { output } => on(&build::OUTPUT_NOT_EMPTY, output).hint("adopt"),
            Self::NotFolder { output } => on(&build::OUTPUT_NO_FOLDER, output),
            Self::Busy { output } => on(&build::OUTPUT_BUSY, output),
            Self::BadPath { path, origin } => on(&build::BAD_PATH, Path::new(path)).with("origin", origin.as_str()),
            Self::Disk { path, cause } => on(&build::UNWRITABLE, path).with("reason", Arg::of_io(cause)),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Protected { output, other } => write!(out, "{}: would touch {}", output.display(), other.display()),
            Self::NotEmpty { output } => write!(out, "{}: not empty", output.display()),
            Self::NotFolder { output } => write!(out, "{}: not a folder", output.display()),
            Self::Busy { output } => write!(out, "{}: another build is at work", output.display()),
            Self::BadPath { path, origin } => write!(out, "{path}: leaves the output ({origin})"),
            Self::Disk { path, cause } => write!(out, "{}: {cause}", path.display()),
        }
    }
}

impl std::error::Error for Fault {}
