//! The earlier site, as readers see it while a build is at work. It is only read here.

use std::{
    fs::{self, File},
    io::{self, Read},
    os::{fd::OwnedFd, unix::fs::MetadataExt},
    path::{Path, PathBuf},
};

use rustix::fs::{Mode, OFlags};

use super::{
    Digest, Manifest,
    digest::{Content, pieces},
    manifest::MANIFEST,
    place,
};

/// The site that an earlier build published.
pub struct Live {
    /// Where it stands.
    pub path: PathBuf,
    /// Its open folder.
    pub folder: OwnedFd,
    /// What that build wrote.
    pub manifest: Manifest,
    /// Whether there is a manifest at all: a folder without one was adopted, and everything in it is foreign.
    pub has_manifest: bool,
    /// Whether anything stands in it.
    pub is_empty: bool,
}

impl Live {
    /// Looks at an output folder; nothing when there is none.
    pub fn open(path: &Path) -> io::Result<Option<Self>> {
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC | OFlags::NOFOLLOW;
        let folder = match rustix::fs::open(path, flags, Mode::empty()) {
            Err(rustix::io::Errno::NOENT) => return Ok(None),
            other => other?,
        };
        let mut is_empty = true;
        for entry in fs::read_dir(path)? {
            is_empty &= entry?.file_name().to_str().is_some_and(place::is_ours);
        }
        let mut live =
            Self { path: path.to_owned(), folder, manifest: Manifest::default(), has_manifest: false, is_empty };
        if let Some(mut file) = live.file(MANIFEST)? {
            let mut text = Vec::new();
            file.read_to_end(&mut text)?;
            live.manifest = Manifest::read(&String::from_utf8_lossy(&text));
            live.has_manifest = true;
        }
        Ok(Some(live))
    }

    /// Opens a regular file of the site through real folders only; nothing when there is none.
    pub fn file(&self, path: &str) -> io::Result<Option<File>> {
        let file = match self.open_within(path) {
            Ok(it) => File::from(it),
            // Missing, behind a link, or not ours to read: in each case there is no file to keep.
            Err(rustix::io::Errno::NFILE | rustix::io::Errno::MFILE) => return Err(rustix::io::Errno::MFILE.into()),
            Err(_) => return Ok(None),
        };
        Ok(file.metadata()?.is_file().then_some(file))
    }

    fn open_within(&self, path: &str) -> rustix::io::Result<OwnedFd> {
        let flags = OFlags::RDONLY | OFlags::CLOEXEC | OFlags::NONBLOCK | OFlags::NOFOLLOW;
        #[cfg(target_os = "linux")]
        {
            use rustix::fs::ResolveFlags;
            let resolve = ResolveFlags::BENEATH | ResolveFlags::NO_SYMLINKS;
            match rustix::fs::openat2(&self.folder, path, flags, Mode::empty(), resolve) {
                Err(rustix::io::Errno::NOSYS | rustix::io::Errno::PERM) => {}
                other => return other,
            }
        }
        rustix::fs::openat(&self.folder, path, flags, Mode::empty())
    }

    /// Returns the inode of a file if it holds this content: what the manifest says is no proof, others may have edited it.
    pub fn holds(&self, path: &str, digest: Digest, content: &mut Content<'_>) -> io::Result<Option<u64>> {
        if self.manifest.0.get(path) == Some(&digest) { self.equals(path, content) } else { Ok(None) }
    }

    /// Returns the inode of a file if its bytes are this content.
    pub fn equals(&self, path: &str, content: &mut Content<'_>) -> io::Result<Option<u64>> {
        let Some(mut file) = self.file(path)? else { return Ok(None) };
        let inode = file.metadata()?.ino();
        Ok(is_equal(&mut file, content)?.then_some(inode))
    }

    /// Returns the inode of a file if its bytes have this digest.
    pub fn has_digest(&self, path: &str, digest: Digest) -> io::Result<Option<u64>> {
        if self.manifest.0.get(path) != Some(&digest) {
            return Ok(None);
        }
        let Some(mut file) = self.file(path)? else { return Ok(None) };
        let inode = file.metadata()?.ino();
        Ok((Content::Stream(&mut file).digest()? == digest).then_some(inode))
    }
}

/// Compares a file with a content, piece by piece. The file's length is not asked first: reading one byte more tells.
fn is_equal(file: &mut File, content: &mut Content<'_>) -> io::Result<bool> {
    if let Content::Bytes(bytes) = content {
        let mut rest = *bytes;
        let mut is_same = true;
        pieces(file, |piece| {
            is_same = rest.starts_with(piece);
            rest = rest.get(piece.len()..).unwrap_or_default();
            Ok(is_same)
        })?;
        return Ok(is_same && rest.is_empty());
    }
    let mut is_same = true;
    content.read(|piece| {
        let mut other = vec![0; piece.len()];
        is_same = match file.read_exact(&mut other) {
            Ok(()) => other == piece,
            Err(cause) if cause.kind() == io::ErrorKind::UnexpectedEof => false,
            Err(cause) => return Err(cause),
        };
        Ok(is_same)
    })?;
    Ok(is_same && file.read(&mut [0])? == 0)
}
