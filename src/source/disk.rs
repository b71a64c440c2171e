//! The real disk, beneath one folder: the kernel itself refuses a path that leaves it.

use std::{
    fs::{self, File},
    io,
    os::fd::OwnedFd,
    path::{Path, PathBuf},
};

use rustix::fs::{Mode, OFlags};
use walkdir::{DirEntry, WalkDir};

use super::{
    Entry, EntryKind, Fault, Files, Refusal, Stream,
    class::{ROOTS, is_ignored},
    limits,
};

/// Reads a text that was named on the command line and belongs to no site. Byte-order mark and CR are read as if absent.
pub fn read_named(path: &Path) -> Result<String, Fault> {
    let fault = |cause: io::Error| Fault::new(path.to_string_lossy(), cause);
    let length = fs::metadata(path).map_err(fault)?.len();
    if length > limits::LOCK_BYTES {
        return Err(fault(io::ErrorKind::FileTooLarge.into()));
    }
    let text = String::from_utf8(fs::read(path).map_err(fault)?);
    let text = text.map_err(|_| fault(io::ErrorKind::InvalidData.into()))?;
    Ok(text.strip_prefix('\u{FEFF}').unwrap_or(&text).replace("\r\n", "\n"))
}

/// A site's folder.
pub struct Disk {
    /// As the caller named it, for messages.
    named: PathBuf,
    /// Without links, to judge where a link leads.
    real: PathBuf,
    folder: OwnedFd,
}

impl Disk {
    /// Opens a site's folder.
    pub fn open(folder: &Path) -> Result<Self, Fault> {
        let fault = |cause: io::Error| Fault::new(folder.to_string_lossy(), cause);
        let real = fs::canonicalize(folder).map_err(fault)?;
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
        let opened = rustix::fs::open(&real, flags, Mode::empty()).map_err(|it| fault(it.into()))?;
        Ok(Self { named: folder.to_owned(), real, folder: opened })
    }

    /// Returns the folder, without links.
    pub fn folder(&self) -> &Path {
        &self.real
    }

    fn fault(&self, path: &str, cause: io::Error) -> Fault {
        Fault::new(self.named.join(path).to_string_lossy(), cause)
    }

    /// Opens a path below the folder without ever leaving it.
    fn open_beneath(&self, path: &str) -> io::Result<File> {
        match self.open_checked(Path::new(path)) {
            // A link with an absolute target leads out as the kernel sees it, though it may come back in.
            Err(cause) if cause.raw_os_error() == Some(rustix::io::Errno::XDEV.raw_os_error()) => {
                let target = fs::canonicalize(self.real.join(path))?;
                let inside = target.strip_prefix(&self.real).map_err(|_| cause)?;
                self.open_checked(inside)
            }
            other => other,
        }
    }

    #[cfg(target_os = "linux")]
    fn open_checked(&self, path: &Path) -> io::Result<File> {
        use rustix::fs::ResolveFlags;
        // Not blocking: a pipe put in the place of a file must not hold up the build.
        let flags = OFlags::RDONLY | OFlags::CLOEXEC | OFlags::NONBLOCK | OFlags::NOCTTY;
        match rustix::fs::openat2(
            &self.folder,
            path,
            flags,
            Mode::empty(),
            ResolveFlags::BENEATH | ResolveFlags::NO_MAGICLINKS,
        ) {
            // Kernels before 5.6, and sandboxes that know no openat2.
            Err(rustix::io::Errno::NOSYS | rustix::io::Errno::PERM) => self.open_portably(path),
            other => Ok(File::from(other?)),
        }
    }

    #[cfg(not(target_os = "linux"))]
    fn open_checked(&self, path: &Path) -> io::Result<File> {
        self.open_portably(path)
    }

    /// Judges by the path without links, then opens that: weaker against a link exchanged in between, but everywhere.
    fn open_portably(&self, path: &Path) -> io::Result<File> {
        let target = fs::canonicalize(self.real.join(path))?;
        let inside = target.strip_prefix(&self.real).map_err(|_| io::Error::from(rustix::io::Errno::XDEV))?;
        let flags = OFlags::RDONLY | OFlags::CLOEXEC | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::NOFOLLOW;
        Ok(File::from(rustix::fs::openat(&self.folder, inside, flags, Mode::empty())?))
    }

    /// Walks one folder, named by its path below the site's folder, and what linked folders in it hold.
    fn walk(&self, folder: &Path, may_follow: bool, out: &mut Vec<Entry>) -> Result<(), Fault> {
        let top = self.real.join(folder);
        let mut walk = WalkDir::new(&top).min_depth(1).into_iter();
        while let Some(found) = walk.next() {
            let found = found.map_err(|it| self.walk_fault(folder, it))?;
            let kind = self.kind(&found)?;
            if is_ignored(&found.file_name().to_string_lossy()) {
                if found.file_type().is_dir() {
                    walk.skip_current_dir();
                }
                continue;
            }
            let inside = found.path().strip_prefix(&self.real).unwrap_or(found.path()).to_owned();
            let is_linked_folder = kind == EntryKind::Folder && found.path_is_symlink();
            let kind = if is_linked_folder && !(may_follow && self.leads_elsewhere(&found)) {
                EntryKind::Refused(Refusal::Link)
            } else {
                kind
            };
            out.push(entry(&inside, kind));
            if out.len() > limits::ENTRIES {
                return Err(self.fault(
                    &folder.to_string_lossy(),
                    io::Error::other(format!("more than {} files", limits::ENTRIES)),
                ));
            }
            if is_linked_folder && kind == EntryKind::Folder {
                self.walk(&inside, false, out)?;
            }
        }
        Ok(())
    }

    fn walk_fault(&self, folder: &Path, fault: walkdir::Error) -> Fault {
        let path = fault
            .path()
            .and_then(|it| it.strip_prefix(&self.real).ok())
            .unwrap_or(folder)
            .to_string_lossy()
            .into_owned();
        let cause = fault.into_io_error().unwrap_or_else(|| rustix::io::Errno::LOOP.into());
        self.fault(&path, cause)
    }

    fn kind(&self, found: &DirEntry) -> Result<EntryKind, Fault> {
        if found.file_name().to_str().is_none() {
            return Ok(EntryKind::Refused(Refusal::Name));
        }
        let mut of = found.file_type();
        if found.path_is_symlink() {
            match fs::canonicalize(found.path()) {
                Ok(target) if target.starts_with(&self.real) => {
                    of = fs::metadata(&target)
                        .map_err(|cause| self.fault(&found.path().to_string_lossy(), cause))?
                        .file_type();
                }
                _ => return Ok(EntryKind::Refused(Refusal::Link)),
            }
        }
        Ok(match of {
            it if it.is_file() => EntryKind::File,
            it if it.is_dir() => EntryKind::Folder,
            _ => EntryKind::Refused(Refusal::Special),
        })
    }

    /// Tells whether a linked folder does not hold the link itself: such a walk would have no end.
    fn leads_elsewhere(&self, link: &DirEntry) -> bool {
        let (Ok(target), Some(Ok(home))) = (fs::canonicalize(link.path()), link.path().parent().map(fs::canonicalize))
        else {
            return false;
        };
        !home.starts_with(target)
    }
}

fn entry(path: &Path, kind: EntryKind) -> Entry {
    let parts: Vec<_> = path.components().map(|it| it.as_os_str().to_string_lossy()).collect();
    Entry { path: parts.join("/").into(), kind }
}

impl Files for Disk {
    fn list(&self) -> Result<Vec<Entry>, Fault> {
        let mut out = Vec::new();
        for root in ROOTS {
            match fs::symlink_metadata(self.real.join(root)) {
                Err(cause) if cause.kind() == io::ErrorKind::NotFound => {}
                Err(cause) => return Err(self.fault(root, cause)),
                Ok(it) if it.is_dir() => self.walk(Path::new(root), true, &mut out)?,
                // A linked or missing top folder is no mistake worth a special rule: it must be a folder.
                Ok(_) => out.push(entry(Path::new(root), EntryKind::Refused(Refusal::Link))),
            }
        }
        out.sort();
        Ok(out)
    }

    fn open(&self, path: &str) -> Result<Stream<'_>, Fault> {
        let fault = |cause| self.fault(path, cause);
        let file = self.open_beneath(path).map_err(fault)?;
        let meta = file.metadata().map_err(fault)?;
        if !meta.is_file() {
            return Err(fault(io::Error::from(io::ErrorKind::InvalidInput)));
        }
        Ok(Stream { bytes: Box::new(file), size: meta.len() })
    }
}

#[cfg(test)]
mod tests {
    use std::{fs, os::unix::fs::symlink, path::Path};

    use super::Disk;
    use crate::source::{EntryKind, Files, Refusal, load};

    /// A site on disk and, beside it, something that must not be read.
    fn site() -> tempfile::TempDir {
        let home = tempfile::tempdir().expect("a temporary folder");
        put(&home.path().join("secret/key.md"), "secret");
        put(&home.path().join("site/content/mandates/a.ar.md"), "قرار");
        put(&home.path().join("site/other/b.ar.md"), "خارج المحتوى");
        home
    }

    fn put(path: &Path, text: &str) {
        fs::create_dir_all(path.parent().expect("has a parent")).expect("makes a folder");
        fs::write(path, text).expect("writes a file");
    }

    fn list(home: &Path) -> Vec<(String, EntryKind)> {
        let disk = Disk::open(&home.join("site")).expect("opens the site");
        disk.list().expect("lists the site").into_iter().map(|it| (it.path.to_string(), it.kind)).collect()
    }

    #[test]
    fn only_the_three_folders_are_listed() {
        let home = site();
        put(&home.path().join("site/themes/default/theme.yaml"), "");
        put(&home.path().join("site/public/index.html"), "");
        put(&home.path().join("site/content/.obsidian/a.md"), "");
        let paths: Vec<String> = list(home.path()).into_iter().map(|it| it.0).collect();
        assert_eq!(
            paths,
            ["content/mandates", "content/mandates/a.ar.md", "themes/default", "themes/default/theme.yaml"]
        );
    }

    #[test]
    fn links_inside_the_site_are_followed_and_others_refused() {
        let home = site();
        let content = home.path().join("site/content");
        for (target, name) in [
            ("../other", "inside"),
            ("../../secret", "outside"),
            ("../../secret/key.md", "file.ar.md"),
            ("mandates/a.ar.md", "again.ar.md"),
            ("nowhere", "dangling"),
            (".", "loop"),
            ("..", "above"),
        ] {
            symlink(target, content.join(name)).expect("makes a link");
        }
        symlink(content.join("mandates/a.ar.md"), content.join("absolute.ar.md")).expect("makes a link");
        let listed = list(home.path());
        let kind = |name: &str| listed.iter().find(|it| it.0 == format!("content/{name}")).map(|it| it.1);
        for name in ["again.ar.md", "absolute.ar.md", "inside/b.ar.md"] {
            assert_eq!(kind(name), Some(EntryKind::File), "{name}");
        }
        for name in ["outside", "file.ar.md", "dangling", "loop", "above"] {
            assert_eq!(kind(name), Some(EntryKind::Refused(Refusal::Link)), "{name}");
        }
        assert!(!listed.iter().any(|it| it.0.contains("key")));
        let loaded = load(&Disk::open(&home.path().join("site")).expect("opens")).expect("reads");
        assert!(loaded.value.files.iter().all(|it| &*it.text != "secret"));
        assert_eq!(loaded.value.find("content/absolute.ar.md").map(|it| &*it.text), Some("قرار"));
    }

    #[test]
    fn the_kernel_refuses_a_link_that_appears_after_listing() {
        let home = site();
        let disk = Disk::open(&home.path().join("site")).expect("opens");
        symlink("../../secret/key.md", home.path().join("site/content/late.md")).expect("makes a link");
        assert!(disk.read("content/late.md").is_err());
        assert!(disk.read("content/../../secret/key.md").is_err());
        assert!(disk.read(home.path().join("secret/key.md").to_str().expect("UTF-8")).is_err());
    }

    #[test]
    fn pipes_are_refused_and_never_waited_for() {
        let home = site();
        let pipe = home.path().join("site/content/pipe.ar.md");
        rustix::fs::mknodat(rustix::fs::CWD, &pipe, rustix::fs::FileType::Fifo, rustix::fs::Mode::RUSR, 0)
            .expect("makes a pipe");
        assert!(list(home.path()).contains(&("content/pipe.ar.md".to_owned(), EntryKind::Refused(Refusal::Special))));
        assert!(Disk::open(&home.path().join("site")).expect("opens").read("content/pipe.ar.md").is_err());
    }

    #[test]
    fn names_that_are_no_text_are_refused() {
        use std::{ffi::OsStr, os::unix::ffi::OsStrExt};
        let home = site();
        put(&home.path().join("site/content").join(OsStr::from_bytes(b"\xC7\xE1.ar.md")), "نص");
        assert!(list(home.path()).iter().any(|it| it.1 == EntryKind::Refused(Refusal::Name)));
    }

    #[test]
    fn a_missing_site_is_a_fault_of_the_machine() {
        let fault = Disk::open(Path::new("/nonexistent/site")).err().expect("there is no such folder");
        assert_eq!(fault.path, "/nonexistent/site");
    }
}
