//! Records: strict YAML with places, kinds as data, one file per field type, and the reading of records against their kind.
//!
//! Knows one file at a time. Whether a reference has a target is for `site` to say, which sees all files.

pub mod date;
pub mod fields;
pub mod reader;
pub mod yaml;
