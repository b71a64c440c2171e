//! The catalogue of diagnostic codes: one file per area, one line per code.
//!
//! A new code needs its line here, its message in `locales/<lang>/diagnostics/<area>.ftl` and its page in
//! `locales/<lang>/explain/<area>/<fault>.md` for every language, and two specs; `tests/catalogue.rs` says what is missing.

use super::{Code, Severity};

/// Declares the codes of one area and the list of them.
macro_rules! codes {
    ($($(#[$doc:meta])* $id:ident = $name:literal $severity:ident args [$($arg:literal),*] hints [$($hint:literal),*] labels [$($label:literal),*];)*) => {
        $($(#[$doc])* pub static $id: crate::diag::Code = crate::diag::Code {
            name: $name,
            severity: crate::diag::Severity::$severity,
            args: &[$($arg),*],
            hints: &[$($hint),*],
            labels: &[$($label),*],
        };)*
        /// Every code of this area.
        pub static ALL: &[&crate::diag::Code] = &[$(&$id),*];
    };
}

pub mod build;
pub mod file;
pub mod kind;
pub mod link;
pub mod locale;
pub mod lock;
pub mod markdown;
pub mod page;
pub mod parity;
pub mod record;
pub mod site;
pub mod term;
pub mod text;
pub mod theme;
pub mod yaml;

/// Every code of every area, in area order.
pub fn all() -> impl Iterator<Item = &'static Code> {
    let areas = [
        build::ALL,
        file::ALL,
        kind::ALL,
        link::ALL,
        locale::ALL,
        lock::ALL,
        markdown::ALL,
        page::ALL,
        parity::ALL,
        record::ALL,
        site::ALL,
        term::ALL,
        text::ALL,
        theme::ALL,
        yaml::ALL,
    ];
    areas.into_iter().flatten().copied()
}

/// Returns the code with this name.
pub fn find(name: &str) -> Option<&'static Code> {
    all().find(|it| it.name == name)
}

impl Code {
    /// Tells whether no site may lower it: without these the site would be broken or unsafe.
    pub fn is_fixed(&self) -> bool {
        const LOWERABLE: &[&str] = &[
            "text/",
            "term/",
            "link/no-fragment",
            "link/no-translation",
            "link/output-address",
            "link/draft-target",
            "link/remote-image",
            "markdown/missing-alt",
            "markdown/skipped-level",
            "markdown/unused-footnote",
            "markdown/empty-link",
            "kind/unknown-schema",
            "page/missing-translation",
            "page/untranslated",
            "page/unused-key",
            "parity/block-missing",
            "parity/structure",
            "parity/order",
            "parity/numbers",
            "parity/dates",
            "parity/symbols",
            "parity/links",
            "parity/images",
            "parity/metadata",
            "parity/waiver-unused",
            "record/missing-language",
            "file/byte-order-mark",
            "file/large-image",
            "file/line-ends",
            "file/unknown-type",
            "locale/fallback",
            "lock/moved-block",
            "lock/stale",
            "build/foreign-file",
            "build/minify",
            "build/no-cards",
            "theme/low-contrast",
            "yaml/curly-quotes",
        ];
        !LOWERABLE.iter().any(|it| self.name.starts_with(it))
    }
}

/// Tells whether a severity stops publication.
pub fn stops(severity: Severity) -> bool {
    severity == Severity::Error
}
