//! Views: what each page shows, as plain finished values. Reads the site, writes nothing, knows no template.
//!
//! One file per kind of page. A view holds only what its own page shows, so its cost is in proportion to the page's own links.

mod citation;
mod facts;
mod filters;
mod home;
mod indexes;
mod linked;
mod lists;
mod organigram;
mod page;
mod parallel;
mod parity;
mod preview;
mod prose;
mod record;
mod scene;
mod shared;
mod special;
mod terms;
pub mod types;

pub use citation::{Citation, FORMS, citation, citation_stem, is_cited};
pub use page::page;
pub use parallel::parallel;
pub use preview::{CARD_SIZE, Card, card, card_route};
pub use scene::{Env, Scene};
pub use shared::{SharedKey, Sheet, shared};
pub use special::{Special, identities, identity, redirect, redirects, special};
pub use types::*;

/// Returns the words of our own that texts need, per language.
pub fn labels(locales: &crate::locale::Locales) -> Vec<crate::markdown::Labels> {
    locales.iter().map(prose::labels).collect()
}
