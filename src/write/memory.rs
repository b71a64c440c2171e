//! A finished site in memory, for previews and tests.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};

use super::{Digest, Fault, Manifest, Rewind, Target, digest::Content, place, plan};
use crate::diag::Diagnostic;

/// Files by path, with who made them.
#[derive(Debug, Default)]
pub struct Memory {
    made: Mutex<Made>,
}

#[derive(Debug, Default)]
struct Made {
    files: BTreeMap<String, (String, Vec<u8>)>,
    taken: Vec<Diagnostic>,
}

impl Memory {
    /// Returns an empty site.
    pub fn new() -> Self {
        Self::default()
    }

    /// Ends the build: the files by path, and what keeps them from being published.
    pub fn finish(self) -> (BTreeMap<String, Vec<u8>>, Vec<Diagnostic>) {
        let Made { files, mut taken } = self.made.into_inner().unwrap_or_else(PoisonError::into_inner);
        taken.extend(plan::nested(files.iter().map(|(path, it)| (path.as_str(), it.0.as_str()))));
        (files.into_iter().map(|(path, it)| (path, it.1)).collect(), taken)
    }

    /// Returns the manifest that a published folder would hold.
    pub fn manifest(&self) -> Manifest {
        let made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        Manifest(made.files.iter().map(|(path, it)| (path.clone(), Digest::of(&it.1))).collect())
    }
}

impl Target for Memory {
    fn put(&self, path: &str, origin: &str, bytes: &[u8]) -> Result<Digest, Fault> {
        if !place::is_inside(path) {
            return Err(Fault::BadPath { path: path.to_owned(), origin: origin.to_owned() });
        }
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((first, _)) = made.files.get(path) {
            let taken = plan::taken(path, first, origin);
            made.taken.push(taken);
        } else {
            made.files.insert(path.to_owned(), (origin.to_owned(), bytes.to_vec()));
        }
        Ok(Digest::of(bytes))
    }

    fn copy(&self, path: &str, origin: &str, from: &mut dyn Rewind) -> Result<Digest, Fault> {
        let mut bytes = Vec::new();
        let read = Content::Stream(from).read(|piece| {
            bytes.extend_from_slice(piece);
            Ok(true)
        });
        read.map_err(Fault::disk(path))?;
        self.put(path, origin, &bytes)
    }

    fn keep(&self, _path: &str, _origin: &str, _digest: Digest) -> Result<bool, Fault> {
        Ok(false)
    }
}

#[cfg(test)]
mod tests {
    use super::{Memory, Target};

    #[test]
    fn files_are_kept_and_a_second_claim_is_told() {
        let site = Memory::new();
        site.put("ar/index.html", "pages", "مرحبا".as_bytes()).expect("a good path");
        site.put("ar/index.html", "redirects", b"x").expect("told at the end");
        site.put("ar", "feeds", b"x").expect("told at the end");
        assert!(site.put("../x", "pages", b"").is_err());
        let (files, found) = site.finish();
        assert_eq!(files["ar/index.html"], "مرحبا".as_bytes());
        assert_eq!(found.len(), 2, "{found:?}");
    }
}
