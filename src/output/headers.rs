//! `_headers`: response headers for hosts that read this file (Netlify, Cloudflare Pages and others).
//!
//! `frame-ancestors` and `X-Content-Type-Options` work as headers only; the rest repeats what every page says in `meta`.

use super::PageFacts;
use crate::{
    base::{Artifact, MediaType},
    render::POLICY,
    view::Env,
};

/// Returns the headers of every file of the site.
pub fn of_all() -> Vec<(&'static str, String)> {
    vec![
        ("Content-Security-Policy", format!("{POLICY}; frame-ancestors 'none'")),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Referrer-Policy", "strict-origin-when-cross-origin".to_owned()),
    ]
}

/// Makes `_headers`.
pub fn make(_env: Env<'_>, _pages: &[PageFacts]) -> Vec<Artifact> {
    let lines: String = of_all().iter().map(|(name, value)| format!("  {name}: {value}\n")).collect();
    let text = format!("/*\n{lines}/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n");
    vec![Artifact { path: "_headers".to_owned(), bytes: text.into_bytes(), media: MediaType::TEXT, origin: "headers" }]
}
