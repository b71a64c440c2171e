//! The field types, one file each.

pub mod integer;
