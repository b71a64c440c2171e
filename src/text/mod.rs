//! What scripts need: direction and isolation, order, faulty characters, normal form, words, forms of terms.
//!
//! The only place, with `locale`, that names a language. Knows nothing of files, messages or markup beyond escaping.

pub mod bidi;
pub mod facts;
pub mod forms;
pub mod language;
pub mod normal;
pub mod order;
pub mod prose;
pub mod scan;
pub mod script;
pub mod search;
pub mod words;
