//! `robots.txt` (RFC 9309): everything may be read; names the sitemap.

use super::PageFacts;
use crate::{
    base::{Artifact, MediaType},
    view::Env,
};

/// Makes `robots.txt`.
pub fn make(env: Env<'_>, _pages: &[PageFacts]) -> Vec<Artifact> {
    let text = format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", env.site.config.absolute("sitemap.xml"));
    vec![Artifact { path: "robots.txt".to_owned(), bytes: text.into_bytes(), media: MediaType::TEXT, origin: "robots" }]
}
