//! Differences of facts as findings.

use super::{Finding, Sides};
use crate::{
    base::Span,
    diag::{Arg, Code, Diagnostic, codes::parity as code},
    text::facts::{Difference, Facts, compare},
};

/// Things that only one side has: what they are called and where they stand.
pub(super) type Said = Vec<(String, Span)>;

/// Where a difference is told: the place in each half and the names of both for waivers.
pub(super) struct At<'a> {
    pub sides: Sides<'a>,
    pub left: Span,
    pub right: Span,
    pub places: Vec<String>,
}

impl At<'_> {
    /// Reports what only one side has, at the first such thing or else at the block.
    pub fn report(&self, code: &'static Code, left: Said, right: Said, out: &mut Vec<Finding>) {
        if left.is_empty() && right.is_empty() {
            return;
        }
        let span = |said: &Said, whole: Span| said.first().map_or(whole, |it| it.1);
        let (here, there) = (span(&right, self.right), span(&left, self.left));
        let diagnostic = Diagnostic::at(code, here).with("here", list(right)).with("there", list(left));
        self.push(diagnostic.with("lang", self.sides.there()), there, out);
    }

    /// Adds a finding; the label is left out where both halves stand in one place.
    pub fn push(&self, diagnostic: Diagnostic, there: Span, out: &mut Vec<Finding>) {
        let is_apart = self.left != self.right;
        let diagnostic = if is_apart { diagnostic.label(there, "there") } else { diagnostic };
        out.push(Finding { diagnostic, places: self.places.clone() });
    }

    /// Reports the facts of two texts that differ. `left` and `right` give the words and the place of a range.
    pub fn facts(
        &self,
        facts: [&Facts; 2],
        left: impl Fn(&std::ops::Range<usize>) -> (String, Span),
        right: impl Fn(&std::ops::Range<usize>) -> (String, Span),
        out: &mut Vec<Finding>,
    ) {
        let Difference { numbers, dates, symbols } = compare(facts[0], facts[1]);
        for (code, sides) in [(&code::NUMBERS, numbers), (&code::DATES, dates), (&code::SYMBOLS, symbols)] {
            self.report(code, sides.left.iter().map(&left).collect(), sides.right.iter().map(&right).collect(), out);
        }
    }
}

/// Drops what both lists hold, one for one.
pub(super) fn cancel(left: &mut Said, right: &mut Said) {
    left.retain(|it| match right.iter().position(|other| other.0 == it.0) {
        Some(at) => {
            right.remove(at);
            false
        }
        None => true,
    });
}

fn list(said: Said) -> Arg {
    if said.is_empty() { Arg::Message("parity-nothing") } else { Arg::List(said.into_iter().map(|it| it.0).collect()) }
}
