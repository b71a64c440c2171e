//! Checks and embeds theme and locales.

fn main() {}
