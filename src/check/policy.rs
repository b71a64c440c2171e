//! What is asked of the languages of a page today.

use super::{Scope, respite};
use crate::{
    base::PartialDate,
    record::{Fallback, Translations},
    site::{Page, PageKind},
};

/// What is asked of the counterparts of a text or record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Nothing: not even to be told.
    Nothing,
    /// They may be missing and may differ; readers are told that they are missing.
    Told,
    /// The same for a while: what differs is told too.
    Later,
    /// They must be there and say the same.
    Now,
}

/// Returns what is asked of a page.
pub fn asked(scope: Scope<'_>, page: &Page) -> Asked {
    let is_record = matches!(page.kind, PageKind::Record(_));
    match scope.site.policy(page) {
        None | Some(Translations::Only(..)) => Asked::Nothing,
        Some(Translations::Required) => Asked::Now,
        Some(Translations::Within(days)) if respite::is_over(last_change(page), *days, scope.today) => Asked::Now,
        Some(Translations::Within(_)) => Asked::Later,
        Some(Translations::Optional) if is_record => Asked::Nothing,
        Some(Translations::Optional) => Asked::Told,
    }
}

/// Tells whether a page must have its text in every language: as its policy says, or because readers get nothing else.
pub fn must_exist(scope: Scope<'_>, page: &Page) -> bool {
    let is_only = matches!(scope.site.policy(page), None | Some(Translations::Only(..)));
    asked(scope, page) == Asked::Now || !is_only && scope.site.fallback(page) == Fallback::Require
}

/// Returns the day from which a respite runs: of the last change in any language, else of the page's own date.
pub fn last_change(page: &Page) -> Option<PartialDate> {
    let changed = page.updated.iter().map(|(_, it)| *it).max_by_key(PartialDate::sort_key);
    changed.or(page.date)
}
