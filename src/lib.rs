//! tashawur: a static knowledge-base site generator for institutions that publish in Arabic and English.
//!
//! This file is the map; `docs/ARCHITECTURE.md` tells the whole story.
//!
//! | module | owns |
//! |---|---|
//! | [`base`] | places, languages, keys, addresses, dates, fingerprints, artifacts |
//! | [`diag`] | mistakes as data |
//! | [`text`] | characters of Arabic and Latin script: direction, order, forms |
//! | [`locale`] | words, numbers, dates and order in a reader's language |
//! | [`source`] | the project on disk; the only reader |
//! | [`markdown`] | one text to a tree, a tree to safe HTML |
//! | [`record`] | kinds and records in YAML |
//! | [`site`] | everything joined: pages, relations, addresses |
//! | [`check`] | one rule per file over the site |
//! | [`view`] | what a page shows, as plain values |
//! | [`exchange`] | XLIFF out to translators and back into the sources |
//! | [`render`] | theme and templates; minified pages |
//! | [`output`] | one further output per file |
//! | [`mod@write`] | staged, atomic publication; the only writer |
//! | [`report`] | diagnostics as text, JSON, SARIF, annotations |
//! | [`pipeline`] | the stages in order |
//! | [`serve`] | the preview: watching, HTTP, changes shown in open pages |
//! | [`cli`] | the command line |

pub mod base;
pub mod check;
pub mod cli;
pub mod diag;
pub mod exchange;
pub mod locale;
pub mod markdown;
pub mod output;
pub mod pipeline;
pub mod record;
pub mod render;
pub mod report;
pub mod serve;
pub mod site;
pub mod source;
pub mod text;
pub mod view;
pub mod write;
