//! The way to translators' tools and back: XLIFF 2.0 out, and their work into texts and records.
//!
//! `outgoing` collects what is to be translated, `xliff` writes and `parse` reads the form, `bring` changes the sources in
//! memory. Knows nothing of the command line or of the disk.

mod bring;
mod outgoing;
mod parse;
mod scalar;
mod terms;
mod xliff;

pub use bring::{Brought, Change, Fault as BringFault, Texts, bring};
pub use outgoing::{Choice, outgoing};
pub use parse::{Fault as ParseFault, Returned, ReturnedUnit, parse};
pub use xliff::{Entry, Part, write};
