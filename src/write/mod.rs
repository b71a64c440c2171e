//! The only writer of the disk: files go to a staging folder, and the staged site takes the place of the earlier one.
//!
//! ```text
//! public/                     what readers see: the whole earlier site or the whole new one
//! public/MANIFEST.sha256      what this program wrote there; everything else is foreign and is kept
//! .public.tashawur/lock       held by the builder at work; the kernel frees it when the process ends
//! .public.tashawur/tree/      the staged site before the exchange, the earlier one after it
//! ```
//!
//! The two trees share every unchanged file by hard links, so a build costs in proportion to what changed and an
//! unchanged page keeps its inode and its time. For the same reason a staged file is always a new file: nothing is
//! ever written into an existing one, which the live tree may hold as well.
//!
//! What makes it sound: all data reach the disk (one `syncfs`) before one `renameat2(RENAME_EXCHANGE)` swaps the two
//! names; then the folders that hold the names are synced. A build killed at any point leaves a complete site, and a
//! staging folder in any state, from which the next build takes only files that it has proven to be the live ones.
//!
//! Where one exchange is impossible (the output is a mount point or a symbolic link, its parent is read-only, the file
//! system knows no exchange) files are replaced one by one, pages last, with a warning that says why. A mount point and
//! an output below a read-only parent are staged in `.tashawur/` inside the output, which is gone when the build ends.
//!
//! This module knows paths and bytes; it may not know what a page is, but for the order of the fallback.

#![allow(
    clippy::disallowed_methods,
    reason = "the one writer of the disk; a builder that waits for another one sleeps"
)]

mod digest;

mod fault;
mod folder;
mod guard;
mod home;
mod in_place;
mod live;
mod manifest;
mod memory;
mod place;
mod plan;
mod publish;
mod sources;
mod system;
mod tree;
mod walk;

use std::io::{Read, Seek};

pub use digest::Digest;
pub use fault::Fault;
pub use folder::{Folder, FolderOptions, Published, Way};
pub use guard::Protected;
pub use manifest::{MANIFEST, Manifest};
pub use memory::Memory;
pub use plan::clashes;
pub use sources::{Change, sources};
pub use system::{Step, System};

use crate::base::Artifact;

/// Where finished files go. May be called from many threads; each path once.
pub trait Target: Sync {
    /// Takes one file. `origin` names who made it, for the error when two want one path; that error is told by the end of
    /// the build and not here, so that all of them are told together.
    fn put(&self, path: &str, origin: &str, bytes: &[u8]) -> Result<Digest, Fault>;

    /// Takes one file from a stream, without holding it in memory.
    fn copy(&self, path: &str, origin: &str, from: &mut dyn Rewind) -> Result<Digest, Fault>;

    /// Keeps a file of the earlier site whose digest is known to be right; `false` when it must be made and put.
    fn keep(&self, path: &str, origin: &str, digest: Digest) -> Result<bool, Fault>;

    /// Takes one artifact.
    fn artifact(&self, artifact: &Artifact) -> Result<Digest, Fault> {
        self.put(&artifact.path, artifact.origin, &artifact.bytes)
    }
}

/// A stream that can be read again from its start.
pub trait Rewind: Read + Seek {}
impl<T: Read + Seek> Rewind for T {}
