//! What stands in a folder tree, without following a link.

use std::{
    io,
    os::unix::fs::DirEntryExt,
    path::{Path, PathBuf},
};

use super::place;

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A regular file.
    File,
    /// A folder.
    Folder,
    /// A link, pipe, socket or device.
    Other,
}

/// One entry of a tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Path below the tree. Names that are no text are possible: others put files here too.
    pub path: PathBuf,
    /// What it is.
    pub kind: Kind,
    /// Its inode.
    pub inode: u64,
}

/// Lists a tree in path order, folders before what they hold; what this program keeps at the top while at work is passed over.
pub fn list(root: &Path) -> io::Result<Vec<Entry>> {
    let mut out = Vec::new();
    let mut open = vec![PathBuf::new()];
    while let Some(folder) = open.pop() {
        for found in std::fs::read_dir(root.join(&folder))? {
            let found = found?;
            let path = folder.join(found.file_name());
            if path.to_str().is_some_and(place::is_ours) {
                continue;
            }
            let of = found.file_type()?;
            let kind = if of.is_dir() {
                Kind::Folder
            } else if of.is_file() {
                Kind::File
            } else {
                Kind::Other
            };
            if kind == Kind::Folder {
                open.push(path.clone());
            }
            out.push(Entry { path, kind, inode: found.ino() });
        }
    }
    out.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(out)
}
