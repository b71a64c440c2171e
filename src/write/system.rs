//! What is asked of the operating system, in one value, so that tests can refuse it.

use std::{
    fs::{self, File},
    io,
    path::Path,
};

/// The calls that a machine may refuse, and a hook at every step.
#[derive(Clone, Copy)]
pub struct System {
    /// Swaps two folders by name, in one step for every reader.
    pub exchange: fn(&Path, &Path) -> io::Result<()>,
    /// Makes the staging folder beside the output.
    pub create_beside: fn(&Path) -> io::Result<()>,
    /// Tells whether another file system is mounted at a folder.
    pub is_mount: fn(&Path) -> bool,
    /// Called after every step that changes the disk.
    pub step: fn(Step),
}

/// How far a publication has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The lock is held and the staging folder exists.
    Opened,
    /// One more file is staged.
    Staged,
    /// One foreign file is carried over.
    Carried,
    /// One left-over file is gone from the staging folder.
    Cleaned,
    /// Everything staged is safe on the disk.
    Synced,
    /// The new site stands in its place.
    Exchanged,
    /// One file was brought to its place by the fallback.
    Moved,
    /// One file of the earlier site was removed by the fallback.
    Removed,
}

impl Default for System {
    fn default() -> Self {
        Self { exchange, create_beside: create_folder, is_mount, step: |_| {} }
    }
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
fn exchange(a: &Path, b: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Makes a folder that its owner can use under any umask.
pub fn create_folder(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
    fs::DirBuilder::new().mode(0o755).create(path)?;
    let mode = fs::symlink_metadata(path)?.permissions().mode();
    if mode & 0o700 != 0o700 {
        fs::set_permissions(path, fs::Permissions::from_mode(mode | 0o700))?;
    }
    Ok(())
}

/// Asks the kernel (5.8 and later), which also knows a bind mount of the same file system; else compares devices.
fn is_mount(path: &Path) -> bool {
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{AtFlags, CWD, StatxAttributes, StatxFlags, statx};
        if let Ok(found) = statx(CWD, path, AtFlags::SYMLINK_NOFOLLOW, StatxFlags::TYPE)
            && found.stx_attributes_mask.contains(StatxAttributes::MOUNT_ROOT)
        {
            return found.stx_attributes.contains(StatxAttributes::MOUNT_ROOT);
        }
    }
    use std::os::unix::fs::MetadataExt;
    let device = |path: &Path| fs::symlink_metadata(path).map(|it| it.dev()).ok();
    path.parent().is_some_and(|parent| device(path) != device(parent) && device(path).is_some())
}

/// Brings everything written to a folder's file system to the disk. One call for the whole tree: `fsync` on each of
/// thousands of files would commit the journal as often.
pub fn sync_all(folder: &Path) -> io::Result<()> {
    let folder = File::open(folder)?;
    #[cfg(target_os = "linux")]
    match rustix::fs::syncfs(&folder) {
        Err(rustix::io::Errno::NOSYS) => {}
        other => return Ok(other?),
    }
    rustix::fs::sync();
    folder.sync_all()
}

/// Brings the names in a folder to the disk. Some file systems know no such thing for folders, and need none.
pub fn sync_names(folder: &Path) -> io::Result<()> {
    match File::open(folder)?.sync_all() {
        Err(cause)
            if matches!(
                cause.kind(),
                io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported | io::ErrorKind::PermissionDenied
            ) =>
        {
            Ok(())
        }
        other => other,
    }
}
