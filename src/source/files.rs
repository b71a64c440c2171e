//! The edge: what `load` asks of a disk, real or not.

use std::{
    io::{self, Read, Seek},
    sync::Arc,
};

use super::Fault;

/// A folder tree that holds a site.
pub trait Files: Sync {
    /// Lists everything below `content/`, `themes/` and `locales/`, sorted by path.
    fn list(&self) -> Result<Vec<Entry>, Fault>;

    /// Opens a listed file.
    fn open(&self, path: &str) -> Result<Stream<'_>, Fault>;

    /// Reads a listed file whole.
    fn read(&self, path: &str) -> Result<Vec<u8>, Fault> {
        let mut stream = self.open(path)?;
        stream.read_to_end().map_err(|cause| Fault::new(path, cause))
    }
}

/// One file or folder of the tree.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// Path below the site's folder, with `/`. What is not UTF-8 in a name is replaced; such an entry is refused.
    pub path: Arc<str>,
    /// What it is.
    pub kind: EntryKind,
}

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntryKind {
    /// A regular file, or a link to one below the site's folder.
    File,
    /// A folder.
    Folder,
    /// Something that is not read.
    Refused(Refusal),
}

/// Why an entry is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Refusal {
    /// A symbolic link that leaves the site's folder, leads nowhere or leads back to itself.
    Link,
    /// A pipe, socket or device.
    Special,
    /// A name that is not UTF-8.
    Name,
}

/// Bytes that can be read and read again.
pub trait ReadSeek: Read + Seek {}
impl<T: Read + Seek> ReadSeek for T {}

/// An open file.
pub struct Stream<'a> {
    /// Its bytes, from the start.
    pub bytes: Box<dyn ReadSeek + 'a>,
    /// How many there are.
    pub size: u64,
}

impl Stream<'_> {
    /// Reads everything that is left.
    pub fn read_to_end(&mut self) -> io::Result<Vec<u8>> {
        let mut out = Vec::with_capacity(usize::try_from(self.size).unwrap_or_default());
        self.bytes.read_to_end(&mut out)?;
        Ok(out)
    }
}
