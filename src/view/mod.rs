//! Site and page in, plain values for templates out.

mod types;

pub use types::*;
