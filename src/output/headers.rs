//! `_headers`: response headers for hosts that read this file (Netlify, Cloudflare Pages and others).
//!
//! `frame-ancestors` and `X-Content-Type-Options` work as headers only; the rest repeats what every page says in `meta`.

use super::PageFacts;
use crate::{
    base::{Artifact, MediaType},
    render::POLICY,
    view::Env,
};

/// Makes `_headers`.
pub fn make(_env: Env<'_>, _pages: &[PageFacts]) -> Vec<Artifact> {
    let text = format!(
        "/*\n  Content-Security-Policy: {POLICY}; frame-ancestors 'none'\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: strict-origin-when-cross-origin\n/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n"
    );
    vec![Artifact { path: "_headers".to_owned(), bytes: text.into_bytes(), media: MediaType::TEXT, origin: "headers" }]
}
