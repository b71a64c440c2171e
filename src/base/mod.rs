//! Words that every other module speaks: places in files, languages, keys, addresses, dates, fingerprints, artifacts.
//!
//! Plain data without behaviour that could fail; knows no other module.

mod artifact;
mod date;
mod fingerprint;
mod key;
mod lang;
mod route;
mod span;

pub use artifact::{Artifact, MediaType};
pub use date::{Day, Month, PartialDate, Point, Quarter, Year};
pub use fingerprint::Fingerprint;
pub use key::Key;
pub use lang::{Dir, Lang, Language, Languages, PerLang};
pub use route::Route;
pub use span::{FileId, Origin, Span, Spanned};
