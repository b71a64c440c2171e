//! The only reader of the disk: everything below the site's folder that the build knows becomes [`Sources`].
//!
//! `content/` gives texts, records and the files that they link to; `themes/` and `locales/` give overrides.
//! Nothing above the site's folder is read, and nothing but regular files. This module knows bytes and names;
//! what a text says is the matter of `markdown` and `record`.

#![allow(clippy::disallowed_methods, reason = "the one reader of the disk")]

mod asset;
mod class;
mod disk;
mod fault;
mod files;
pub mod limits;
mod load;
mod memory;
mod names;
mod svg;
mod text;

use std::sync::Arc;

pub use asset::{Asset, Format, Size};
pub use class::{ROOTS, is_ignored};
pub use disk::{Disk, read_named};
pub use fault::Fault;
pub use files::{Entry, EntryKind, Files, ReadSeek, Refusal, Stream};
pub use load::{Changed, Shelf, load};
pub use memory::Memory;

use crate::base::{FileId, Fingerprint};

/// A text file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// Its rank in path order.
    pub id: FileId,
    /// Path below the site's folder, with `/`: `content/site.yaml`.
    pub path: Arc<str>,
    /// The text as every stage reads it: without byte-order mark, with LF line ends. Spans count its bytes.
    pub text: Arc<str>,
    /// Stands for the text.
    pub fingerprint: Fingerprint,
    /// What was taken away from the file on disk, for whoever writes it back.
    pub dress: Dress,
}

/// How a file is written on disk beyond its text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Dress {
    /// It begins with a byte-order mark.
    pub has_bom: bool,
    /// Its lines end in CR LF.
    pub has_crlf: bool,
}

impl Dress {
    /// Returns the bytes to write for a text that was read in this dress.
    pub fn wear(self, text: &str) -> String {
        let mark = if self.has_bom { "\u{FEFF}" } else { "" };
        let body = if self.has_crlf { text.replace('\n', "\r\n") } else { text.to_owned() };
        format!("{mark}{body}")
    }
}

/// Everything that was read, in path order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources {
    /// Texts of `content/`, `themes/` and `locales/`; the rank is the id.
    pub files: Vec<SourceFile>,
    /// Files that are published or used as they are; their bytes stay on disk.
    pub assets: Vec<Asset>,
}

impl Sources {
    /// Returns the file with this id.
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// Returns the text file at a path below the site's folder.
    pub fn find(&self, path: &str) -> Option<&SourceFile> {
        self.files.binary_search_by(|it| (*it.path).cmp(path)).ok().map(|at| &self.files[at])
    }

    /// Returns the asset at a path below the site's folder.
    pub fn asset(&self, path: &str) -> Option<&Asset> {
        self.assets.binary_search_by(|it| (*it.path).cmp(path)).ok().map(|at| &self.assets[at])
    }

    /// Lists the text files below a folder, named with its final `/`.
    pub fn below(&self, folder: &str) -> &[SourceFile] {
        let start = self.files.partition_point(|it| &*it.path < folder);
        let length = self.files[start..].partition_point(|it| it.path.starts_with(folder));
        &self.files[start..start + length]
    }
}
