//! A site that exists only in memory, for tests and for callers that have no disk.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{self, Cursor},
    sync::Arc,
};

use super::{Entry, EntryKind, Fault, Files, Stream};

/// Files by their path below the site's folder.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    files: BTreeMap<Arc<str>, Vec<u8>>,
}

impl Memory {
    /// Returns an empty site.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file and returns the site.
    #[must_use]
    pub fn with(mut self, path: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.files.insert(path.into(), bytes.into());
        self
    }
}

impl Files for Memory {
    fn list(&self) -> Result<Vec<Entry>, Fault> {
        let folders: BTreeSet<&str> =
            self.files.keys().flat_map(|path| path.match_indices('/').map(|(at, _)| &path[..at])).collect();
        let folders = folders.into_iter().filter(|it| it.contains('/')).map(|it| (it.into(), EntryKind::Folder));
        let files = self.files.keys().map(|it| (it.clone(), EntryKind::File));
        let mut out: Vec<Entry> = folders.chain(files).map(|(path, kind)| Entry { path, kind }).collect();
        out.sort();
        Ok(out)
    }

    fn open(&self, path: &str) -> Result<Stream<'_>, Fault> {
        let bytes = self.files.get(path).ok_or_else(|| Fault::new(path, io::ErrorKind::NotFound.into()))?;
        Ok(Stream { bytes: Box::new(Cursor::new(bytes.as_slice())), size: bytes.len() as u64 })
    }
}
