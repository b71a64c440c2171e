//! The halves of a text or record do not say the same.

use crate::check::{Rule, parity};

/// The rule.
pub const RULE: Rule = Rule { name: "parity", check: parity::check };
