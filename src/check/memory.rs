//! What rules found in texts, for the next build: most texts are what they were.
//!
//! A rule that looks long at a text says by a key what its findings follow from; equal keys mean equal findings. Places name
//! files by rank, so the key holds the rank as well.

use std::sync::{Arc, Mutex, PoisonError};

use rustc_hash::FxHashMap;

use super::{Scope, parity::Finding};
use crate::{base::Fingerprint, diag::Diagnostic, site::Text};

/// What was found.
#[derive(Default)]
pub struct Memory {
    /// In pairs of halves.
    pub(super) halves: Kept<Finding>,
    /// In the language of texts.
    pub(super) languages: Kept<Diagnostic>,
}

impl Memory {
    /// Begins another build: what this one does not ask for is forgotten with the next.
    pub fn turn(&mut self) {
        self.halves.turn();
        self.languages.turn();
    }
}

/// Findings by what they follow from.
pub(super) struct Kept<T> {
    earlier: FxHashMap<Fingerprint, Arc<[T]>>,
    now: Mutex<FxHashMap<Fingerprint, Arc<[T]>>>,
}

impl<T> Default for Kept<T> {
    fn default() -> Self {
        Self { earlier: FxHashMap::default(), now: Mutex::default() }
    }
}

impl<T: Clone> Kept<T> {
    /// Returns what was found under a key before, else what `find` finds.
    pub(super) fn get(&self, key: Fingerprint, find: impl FnOnce() -> Vec<T>) -> Vec<T> {
        let found = self.earlier.get(&key).cloned().unwrap_or_else(|| find().into());
        self.now.lock().unwrap_or_else(PoisonError::into_inner).insert(key, Arc::clone(&found));
        found.to_vec()
    }

    fn turn(&mut self) {
        self.earlier = std::mem::take(self.now.get_mut().unwrap_or_else(PoisonError::into_inner));
    }
}

/// Returns what stands for a text that is a file of its own: its rank and its bytes.
pub(super) fn print(scope: Scope<'_>, text: &Text) -> (u32, Fingerprint) {
    (text.file.0, scope.sources.file(text.file).fingerprint)
}

#[cfg(test)]
mod tests {
    use super::Kept;
    use crate::base::Fingerprint;

    #[test]
    fn what_is_asked_for_in_each_build_is_found_once() {
        let mut kept = Kept::default();
        let key = Fingerprint::of("text");
        for _ in 0..3 {
            assert_eq!(kept.get(key, || vec![1]), [1]);
            kept.turn();
            assert_eq!(kept.get(key, || unreachable!("it is known")), [1]);
            kept.turn();
        }
        kept.turn();
        assert_eq!(kept.get(key, || vec![2]), [2], "nobody asked for it in the last build");
    }
}
