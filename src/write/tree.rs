//! The staging folder: a tree of new files and of hard links to live ones, never a file that is written twice.

use std::{
    collections::BTreeMap,
    fs::{self, File, Permissions},
    io::{self, Write},
    os::{
        fd::OwnedFd,
        unix::fs::{MetadataExt, PermissionsExt},
    },
    path::{Path, PathBuf},
};

use rustix::{
    fs::{AtFlags, Mode, OFlags},
    io::Errno,
};

use super::{
    digest::Content,
    live::Live,
    place::above,
    system::create_folder,
    walk::{self, Kind},
};

/// How often a file is tried when something stands in its way: once per cause is enough.
const TRIES: usize = 6;

/// The staged site.
pub struct Tree {
    /// Where it is.
    pub path: PathBuf,
    folder: OwnedFd,
    /// Files that an earlier build left here, with their inodes.
    pub earlier: BTreeMap<PathBuf, u64>,
    /// Folders that an earlier build left here.
    pub folders: Vec<PathBuf>,
    /// The umask takes rights from the owner, so that each new folder needs them back.
    is_masked: bool,
}

/// How a file came into the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// It is the live file.
    Same,
    /// It is new.
    New,
}

impl Tree {
    /// Opens the standby tree of an earlier build to bring it up to date. Links and special files in it are removed, so
    /// that no path leads out of it.
    pub fn reopen(path: &Path) -> io::Result<Self> {
        let (mut earlier, mut folders) = (BTreeMap::new(), Vec::new());
        match fs::symlink_metadata(path) {
            Ok(it) if it.is_dir() => {}
            Ok(_) => fs::remove_file(path)?,
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => {}
            Err(cause) => return Err(cause),
        }
        if path.is_dir() {
            for entry in walk::list(path)? {
                match entry.kind {
                    Kind::File => drop(earlier.insert(entry.path, entry.inode)),
                    Kind::Folder => folders.push(entry.path),
                    Kind::Other => fs::remove_file(path.join(&entry.path))?,
                }
            }
        } else {
            create_folder(path)?;
        }
        Self::at(path, earlier, folders)
    }

    /// Makes an empty tree, removing what a killed build left.
    pub fn fresh(path: &Path) -> io::Result<Self> {
        match fs::remove_dir_all(path) {
            Err(cause) if cause.kind() != io::ErrorKind::NotFound => return Err(cause),
            _ => create_folder(path)?,
        }
        Self::at(path, BTreeMap::new(), Vec::new())
    }

    fn at(path: &Path, earlier: BTreeMap<PathBuf, u64>, folders: Vec<PathBuf>) -> io::Result<Self> {
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC | OFlags::NOFOLLOW;
        let folder = rustix::fs::open(path, flags, Mode::empty())?;
        // Reading the umask means setting it; a folder made with it tells as well, and disturbs nobody.
        let probe = path.with_file_name("probe");
        let _ = fs::remove_dir(&probe);
        fs::create_dir(&probe)?;
        let is_masked = fs::symlink_metadata(&probe)?.permissions().mode() & 0o700 != 0o700;
        fs::remove_dir(&probe)?;
        Ok(Self { path: path.to_owned(), folder, earlier, folders, is_masked })
    }

    /// Puts the live file with this inode at its path.
    pub fn link(&self, live: &Live, path: &str, inode: u64) -> io::Result<Option<Arrival>> {
        if self.earlier.get(Path::new(path)) == Some(&inode) {
            return Ok(Some(Arrival::Same));
        }
        let linked = self.make(path, || {
            rustix::fs::linkat(&live.folder, path, &self.folder, path, AtFlags::empty()).map_err(Into::into)
        });
        match linked {
            // Between the look and the link another file may have taken the name.
            Ok(()) if fs::symlink_metadata(self.path.join(path))?.ino() == inode => Ok(Some(Arrival::Same)),
            Ok(()) => Ok(None),
            // File systems without hard links, or with all of them used up.
            Err(cause) if is_without_links(&cause) => Ok(None),
            Err(cause) => Err(cause),
        }
    }

    /// Writes a new file at a path.
    pub fn write(&self, path: &str, content: &mut Content<'_>) -> io::Result<Arrival> {
        let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::CLOEXEC | OFlags::NOFOLLOW;
        let mode = Mode::from_raw_mode(0o644);
        let mut file = None;
        self.make(path, || {
            file = Some(File::from(rustix::fs::openat(&self.folder, path, flags, mode)?));
            Ok(())
        })?;
        let mut file = file.ok_or(io::ErrorKind::NotFound)?;
        content.read(|piece| file.write_all(piece).map(|()| true))?;
        Ok(Arrival::New)
    }

    /// Makes something at a path, first its folders, and removes what an earlier build left in the way.
    /// No table of folders is kept: asking the kernel for one that is there costs a microsecond, making one a hundred.
    fn make(&self, path: &str, mut attempt: impl FnMut() -> io::Result<()>) -> io::Result<()> {
        let mut tries = TRIES;
        loop {
            let Err(cause) = attempt() else { return Ok(()) };
            tries -= 1;
            match Errno::from_io_error(&cause) {
                _ if tries == 0 => return Err(cause),
                Some(Errno::NOENT) => self.make_folder(above(path).next().unwrap_or_default())?,
                Some(Errno::EXIST | Errno::ISDIR) => self.clear(path)?,
                Some(Errno::NOTDIR) => self.clear_above(path)?,
                _ => return Err(cause),
            }
        }
    }

    /// Makes a folder and those above it.
    pub fn make_folder(&self, folder: &str) -> io::Result<()> {
        match rustix::fs::mkdirat(&self.folder, folder, Mode::from_raw_mode(0o755)) {
            Err(Errno::EXIST) => Ok(()),
            // What stands in the way is cleared by whoever wants a file below.
            Err(Errno::NOTDIR) => self.clear_above(folder),
            Err(Errno::NOENT) => {
                self.make_folder(above(folder).next().ok_or(io::ErrorKind::NotFound)?)?;
                self.make_folder(folder)
            }
            Err(cause) => Err(cause.into()),
            Ok(()) if self.is_masked => give_back(&self.path.join(folder)),
            Ok(()) => Ok(()),
        }
    }

    /// Removes what an earlier build left at a path. What this build put is never in `earlier` by another kind: two that
    /// want one path as file and as folder are told before anything is published.
    fn clear(&self, path: &str) -> io::Result<()> {
        match rustix::fs::unlinkat(&self.folder, path, AtFlags::empty()) {
            Err(Errno::ISDIR | Errno::PERM) => fs::remove_dir_all(self.path.join(path)),
            Err(Errno::NOENT) => Ok(()),
            other => Ok(other?),
        }
    }

    fn clear_above(&self, path: &str) -> io::Result<()> {
        for folder in above(path) {
            let full = self.path.join(folder);
            if fs::symlink_metadata(&full).is_ok_and(|it| !it.is_dir()) {
                return fs::remove_file(full);
            }
        }
        Ok(())
    }

    /// Carries over an entry that others put into the live tree. Links are carried as links.
    pub fn carry(&self, live: &Live, path: &Path, kind: Kind, inode: u64) -> io::Result<()> {
        let (from, to) = (live.path.join(path), self.path.join(path));
        let is_here = self.earlier.get(path) == Some(&inode);
        if kind == Kind::Folder {
            if !fs::symlink_metadata(&to).is_ok_and(|it| it.is_dir()) {
                self.clear_path(&to)?;
                make_folders(&to, &self.path)?;
            }
            return fs::set_permissions(&to, fs::symlink_metadata(from)?.permissions());
        }
        if is_here {
            return Ok(());
        }
        self.clear_path(&to)?;
        make_folders(to.parent().unwrap_or(&self.path), &self.path)?;
        match rustix::fs::linkat(rustix::fs::CWD, &from, rustix::fs::CWD, &to, AtFlags::empty())
            .map_err(io::Error::from)
        {
            Err(cause) if is_without_links(&cause) => copy(&from, &to),
            other => other,
        }
    }

    fn clear_path(&self, path: &Path) -> io::Result<()> {
        match fs::symlink_metadata(path) {
            Ok(it) if it.is_dir() => fs::remove_dir_all(path),
            Ok(_) => fs::remove_file(path),
            Err(_) => Ok(()),
        }
    }
}

fn make_folders(folder: &Path, root: &Path) -> io::Result<()> {
    match create_folder(folder) {
        Err(cause) if cause.kind() == io::ErrorKind::NotFound && folder != root => {
            make_folders(folder.parent().unwrap_or(root), root)?;
            create_folder(folder)
        }
        Err(cause) if cause.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        other => other,
    }
}

fn give_back(folder: &Path) -> io::Result<()> {
    let mode = fs::symlink_metadata(folder)?.permissions().mode();
    fs::set_permissions(folder, Permissions::from_mode(mode | 0o700))
}

fn is_without_links(cause: &io::Error) -> bool {
    matches!(Errno::from_io_error(cause), Some(Errno::PERM | Errno::NOTSUP | Errno::XDEV | Errno::MLINK | Errno::NOSYS))
}

/// Copies a file or a link where hard links do not exist.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    if fs::symlink_metadata(from)?.is_symlink() {
        return std::os::unix::fs::symlink(fs::read_link(from)?, to);
    }
    fs::copy(from, to).map(drop)
}
