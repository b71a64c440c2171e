//! Publication as a reader of the site and a neighbour of its folder see it: whole sites only, foreign files kept,
//! nothing written twice, and every refusal told.

#![allow(clippy::disallowed_methods, missing_docs, reason = "the neighbour of the output reads and writes as it likes")]

#[path = "publication/harness.rs"]
mod harness;

#[path = "publication/edits.rs"]
mod edits;
#[path = "publication/fallback.rs"]
mod fallback;
#[path = "publication/foreign.rs"]
mod foreign;
#[path = "publication/kills.rs"]
mod kills;
#[path = "publication/lock.rs"]
mod lock;
#[path = "publication/refusals.rs"]
mod refusals;
#[path = "publication/whole.rs"]
mod whole;
