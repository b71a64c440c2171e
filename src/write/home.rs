//! Where a build stages, and the lock that keeps a second builder out.

use std::{
    fs::{self, File, OpenOptions, TryLockError},
    io,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
    time::Duration,
};

use super::{Fault, System, guard, place::INSIDE, system::create_folder};
use crate::diag::Arg;

/// How long a waiting builder sleeps between two tries.
const NAP: Duration = Duration::from_millis(25);

/// Why an output cannot be exchanged as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Another file system is mounted there.
    Mount,
    /// It is a symbolic link, which has to stay.
    Link,
    /// The folder around it cannot be written.
    Parent,
    /// The file system cannot exchange two names.
    Unsupported,
}

impl Reason {
    /// Returns the reason in words, as an argument of a message.
    pub fn arg(self) -> Arg {
        Arg::Message(match self {
            Self::Mount => "not-atomic-mount",
            Self::Link => "not-atomic-link",
            Self::Parent => "not-atomic-parent",
            Self::Unsupported => "not-atomic-unsupported",
        })
    }

    /// Returns the reason that a refused exchange shows, if it is one for which the fallback is meant.
    pub fn of(cause: &io::Error) -> Option<Self> {
        use io::ErrorKind::{
            CrossesDevices, InvalidInput, PermissionDenied, ReadOnlyFilesystem, ResourceBusy, Unsupported,
        };
        match cause.kind() {
            ResourceBusy | CrossesDevices => Some(Self::Mount),
            PermissionDenied | ReadOnlyFilesystem => Some(Self::Parent),
            Unsupported | InvalidInput => Some(Self::Unsupported),
            _ => None,
        }
    }
}

/// Where an output really lies and where its build is staged.
#[derive(Clone, Debug)]
pub struct Site {
    /// The output as the caller named it, for messages.
    pub named: PathBuf,
    /// The output without links; may not exist yet.
    pub real: PathBuf,
    /// Why it must be brought up to date file by file, if so.
    pub in_place: Option<Reason>,
}

/// Finds the real folder of an output, making the folders above it.
pub fn find(output: &Path, system: &System) -> Result<Site, Fault> {
    let fault = || Fault::disk(output);
    let no_folder = || Fault::NotFolder { output: output.to_owned() };
    let real = guard::resolve(output).map_err(fault())?;
    let parent = real.parent().ok_or_else(no_folder)?;
    let is_link = fs::symlink_metadata(output).is_ok_and(|it| it.is_symlink());
    match fs::metadata(&real) {
        Ok(it) if !it.is_dir() => return Err(no_folder()),
        Err(cause) if cause.kind() == io::ErrorKind::NotFound && is_link => return Err(no_folder()),
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => make_folders(parent).map_err(fault())?,
        Err(cause) => return Err(fault()(cause)),
        Ok(_) => {}
    }
    let in_place = if (system.is_mount)(&real) { Some(Reason::Mount) } else { is_link.then_some(Reason::Link) };
    Ok(Site { named: output.to_owned(), real, in_place })
}

fn make_folders(folder: &Path) -> io::Result<()> {
    match create_folder(folder) {
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => {
            make_folders(folder.parent().ok_or(cause)?)?;
            create_folder(folder)
        }
        Err(_) if folder.is_dir() => Ok(()),
        other => other,
    }
}

/// The staging folder, with the lock held. Dropping it gives both up.
#[derive(Debug)]
pub struct Home {
    /// The staging folder.
    pub path: PathBuf,
    /// Whether the staged tree stays for the next build.
    pub keeps_tree: bool,
    _lock: File,
}

impl Home {
    /// Returns the folder of the staged site.
    pub fn tree(&self) -> PathBuf {
        self.path.join("tree")
    }
}

impl Drop for Home {
    /// Removes what is no longer needed, lock file before lock: a builder that waits for it sees that its file is gone.
    fn drop(&mut self) {
        if !self.keeps_tree {
            let _ = fs::remove_dir_all(self.tree());
            let _ = fs::remove_file(self.path.join("lock"));
            let _ = fs::remove_dir(&self.path);
        }
    }
}

/// Makes the staging folder and takes the lock, waiting for another builder for a bounded time.
pub fn enter(site: &mut Site, system: &System, wait: Duration, waiting: &dyn Fn()) -> Result<Home, Fault> {
    let mut is_told = false;
    let mut naps = wait.as_millis() / NAP.as_millis();
    loop {
        let path = make_home(site, system)?;
        match lock(&path) {
            Ok(Some(lock)) => return Ok(Home { path, keeps_tree: false, _lock: lock }),
            // The folder went away with the builder that held it, or the file changed under us: begin again.
            Ok(None) => {}
            Err(TryLockError::WouldBlock) if naps == 0 => return Err(Fault::Busy { output: site.named.clone() }),
            Err(TryLockError::WouldBlock) => {
                if !std::mem::replace(&mut is_told, true) {
                    waiting();
                }
                naps -= 1;
                std::thread::sleep(NAP);
            }
            Err(TryLockError::Error(cause)) => return Err(Fault::Disk { path, cause }),
        }
    }
}

/// Makes the staging folder: beside the output if the machine allows, else inside.
fn make_home(site: &mut Site, system: &System) -> Result<PathBuf, Fault> {
    let name = site.real.file_name().unwrap_or_default().to_string_lossy();
    let beside = site.real.with_file_name(format!(".{name}.tashawur"));
    if !matches!(site.in_place, Some(Reason::Mount | Reason::Parent)) {
        match (system.create_beside)(&beside) {
            Err(cause) if cause.kind() == io::ErrorKind::AlreadyExists && is_folder(&beside) => return Ok(beside),
            Err(cause) if Reason::of(&cause) == Some(Reason::Parent) => site.in_place = Some(Reason::Parent),
            Err(cause) => return Err(Fault::Disk { path: beside, cause }),
            Ok(()) => return Ok(beside),
        }
    }
    let inside = site.real.join(INSIDE);
    for folder in [&site.real, &inside] {
        match create_folder(folder) {
            Err(cause) if cause.kind() == io::ErrorKind::AlreadyExists && is_folder(folder) => {}
            Err(cause) if !is_folder(folder) => return Err(Fault::Disk { path: folder.clone(), cause }),
            _ => {}
        }
    }
    Ok(inside)
}

fn is_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|it| it.is_dir())
}

/// Tries to take the lock; nothing when the file that was locked is no longer the one that stands there.
fn lock(home: &Path) -> Result<Option<File>, TryLockError> {
    let path = home.join("lock");
    let file = match OpenOptions::new().create(true).truncate(false).write(true).open(&path) {
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(None),
        other => other.map_err(TryLockError::Error)?,
    };
    file.try_lock()?;
    let locked = file.metadata().map_err(TryLockError::Error)?;
    let standing = fs::symlink_metadata(&path).ok();
    let is_same = standing.is_some_and(|it| it.ino() == locked.ino() && it.dev() == locked.dev());
    Ok(is_same.then_some(file))
}
