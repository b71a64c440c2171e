//! The safe cures of what was found.

use super::{Edits, Revision};
use crate::{
    diag::{Diagnostic, Place},
    source::Sources,
};

/// What the safe cures come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fixed {
    /// The files that change.
    pub revisions: Vec<Revision>,
    /// How many mistakes they cure.
    pub cured: usize,
    /// How many more have a cure that stands in the way of another: a second run applies them.
    pub postponed: usize,
}

/// Collects the safe cures below `content/`. Cures that meet are applied one by one, the first in the file first.
pub fn fixes(found: &[Diagnostic], sources: &Sources) -> Fixed {
    let mut edits = Edits::default();
    let mut out = Fixed::default();
    for diagnostic in found.iter().filter(|it| is_in_content(it, sources)) {
        let Some(fix) = diagnostic.fix.as_ref().filter(|it| it.is_safe) else { continue };
        if edits.add_all(&fix.edits) {
            out.cured += 1;
        } else {
            out.postponed += 1;
        }
    }
    out.revisions = edits.revisions(sources);
    out
}

fn is_in_content(diagnostic: &Diagnostic, sources: &Sources) -> bool {
    matches!(diagnostic.place, Place::At(span) if sources.file(span.file).path.starts_with("content/"))
}
