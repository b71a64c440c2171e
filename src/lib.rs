//! tashawur: a static knowledge-base site generator for institutions that publish in Arabic and English.
//!
//! This file is the map; `docs/ARCHITECTURE.md` tells the whole story.

pub mod base;
pub mod cli;
pub mod diag;
pub mod locale;
pub mod report;
pub mod source;
pub mod text;
