//! A build into a folder: open, put, publish.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use super::{
    Digest, Fault, Protected, Rewind, Step, System, Target,
    digest::Content,
    guard,
    home::{self, Home, Site},
    live::Live,
    manifest::MANIFEST,
    place,
    plan::{self, Adopt},
    publish,
    tree::{Arrival, Tree},
};
use crate::diag::Diagnostic;

/// How a folder is opened.
pub struct FolderOptions<'a> {
    /// What must not be written.
    pub protected: Protected,
    /// Takes over an output that no manifest describes, and foreign files that stand where pages must go.
    pub adopt: bool,
    /// How long to wait for another builder.
    pub wait: Duration,
    /// Called once when waiting begins.
    pub waiting: &'a dyn Fn(),
    /// The operating system.
    pub system: System,
}

impl Default for FolderOptions<'_> {
    fn default() -> Self {
        Self {
            protected: Protected::default(),
            adopt: false,
            wait: Duration::from_secs(60),
            waiting: &|| {},
            system: System::default(),
        }
    }
}

/// An output folder under construction: readers see the earlier site until [`Folder::publish`]. Dropped without it, nothing
/// has changed; a staging folder stays only where an earlier build left one.
pub struct Folder {
    pub(super) site: Site,
    pub(super) live: Option<Live>,
    pub(super) tree: Tree,
    pub(super) made: Mutex<Made>,
    pub(super) unchanged: AtomicUsize,
    pub(super) adopt: Adopt,
    pub(super) system: System,
    /// Last, so that the lock is the last thing given up.
    pub(super) home: Home,
}

/// What was put so far.
#[derive(Default)]
pub struct Made {
    /// Files by path.
    pub files: BTreeMap<String, (Digest, Arc<str>)>,
    /// Every name of a maker, kept once.
    origins: Vec<Arc<str>>,
    /// Paths that two wanted.
    pub taken: Vec<Diagnostic>,
    /// Files that could not be staged because another one stood in the way.
    pub blocked: Vec<Fault>,
}

/// How a publication ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The new site took the place of the earlier one in one step.
    Exchanged,
    /// Files were replaced one by one.
    InPlace,
    /// The earlier site was already this one; nothing was touched.
    Same,
    /// A mistake stands in the way; the earlier site is as it was.
    Refused,
}

/// What a publication did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// How it ended.
    pub way: Way,
    /// How many files the site has, without its manifest.
    pub files: usize,
    /// How many of them are the earlier ones.
    pub unchanged: usize,
    /// How many files of the earlier site are gone.
    pub removed: usize,
    /// What was found.
    pub diagnostics: Vec<Diagnostic>,
}

impl Folder {
    /// Opens an output: checks that it may be written, takes the lock, makes ready to stage.
    pub fn open(output: &Path, options: &FolderOptions<'_>) -> Result<Self, Fault> {
        guard::check(output, &options.protected)?;
        let mut site = home::find(output, &options.system)?;
        let mut home = home::enter(&mut site, &options.system, options.wait, options.waiting)?;
        let live = Live::open(&site.real).map_err(Fault::disk(output))?;
        if live.as_ref().is_some_and(|it| !it.is_empty && !it.has_manifest) && !options.adopt {
            return Err(Fault::NotEmpty { output: output.to_owned() });
        }
        let path = home.tree();
        let has_use = live.as_ref().is_some_and(|it| it.has_manifest) && site.in_place.is_none();
        let tree = if has_use { Tree::reopen(&path) } else { Tree::fresh(&path) }.map_err(Fault::disk(path))?;
        // A tree that an earlier build left is worth keeping, whatever becomes of this build: only what is proven is taken from it.
        home.keeps_tree = has_use && !tree.earlier.is_empty();
        (options.system.step)(Step::Opened);
        let adopt = if options.adopt { Adopt::Yes } else { Adopt::No };
        let (made, unchanged, system) = (Mutex::default(), AtomicUsize::new(0), options.system);
        Ok(Self { site, live, tree, made, unchanged, adopt, system, home })
    }

    /// Returns the digest that the earlier manifest states for a path.
    pub fn earlier(&self, path: &str) -> Option<Digest> {
        self.live.as_ref()?.manifest.0.get(path).copied()
    }

    /// Ends the build: the staged site takes the place of the earlier one, or nothing changes.
    pub fn publish(self) -> Result<Published, Fault> {
        publish::publish(self)
    }

    /// Notes who makes a path; `false` when it is taken.
    fn claim(&self, path: &str, origin: &str, digest: Digest) -> Result<bool, Fault> {
        if !place::is_inside(path) {
            return Err(Fault::BadPath { path: path.to_owned(), origin: origin.to_owned() });
        }
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        if path == MANIFEST {
            made.taken.push(plan::taken(path, "manifest", origin));
            return Ok(false);
        }
        if let Some((_, first)) = made.files.get(path) {
            let found = plan::taken(path, first, origin);
            made.taken.push(found);
            return Ok(false);
        }
        let known = made.origins.iter().find(|it| &***it == origin).cloned();
        let origin = known.unwrap_or_else(|| {
            let new: Arc<str> = origin.into();
            // A handful of makers is kept once; a caller that names each page pays for its names only.
            if made.origins.len() < 32 {
                made.origins.push(new.clone());
            }
            new
        });
        made.files.insert(path.to_owned(), (digest, origin));
        Ok(true)
    }

    /// Brings a file into the staged site, as the live file where it is the same.
    pub(super) fn stage(&self, path: &str, digest: Digest, content: &mut Content<'_>) -> Result<Arrival, Fault> {
        let full = self.tree.path.join(path);
        let staged = self.try_stage(path, digest, content);
        (self.system.step)(Step::Staged);
        match staged {
            Err(cause) if is_blocked(&cause) => {
                self.made
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .blocked
                    .push(Fault::Disk { path: full, cause });
                Ok(Arrival::New)
            }
            other => other.map_err(Fault::disk(full)),
        }
    }

    fn try_stage(&self, path: &str, digest: Digest, content: &mut Content<'_>) -> std::io::Result<Arrival> {
        if let Some(live) = &self.live
            && let Some(inode) = live.holds(path, digest, content)?
            && let Some(arrival) = self.reuse(live, path, inode)?
        {
            return Ok(arrival);
        }
        self.tree.write(path, content)
    }

    /// Takes over a live file; nothing when it cannot be shared. The fallback stages only what changes.
    fn reuse(&self, live: &Live, path: &str, inode: u64) -> std::io::Result<Option<Arrival>> {
        let arrival =
            if self.site.in_place.is_some() { Some(Arrival::Same) } else { self.tree.link(live, path, inode)? };
        if arrival == Some(Arrival::Same) {
            self.unchanged.fetch_add(1, Ordering::Relaxed);
        }
        Ok(arrival)
    }

    fn take(&self, path: &str, origin: &str, mut content: Content<'_>) -> Result<Digest, Fault> {
        let digest = content.digest().map_err(Fault::disk(PathBuf::from(path)))?;
        if self.claim(path, origin, digest)? {
            self.stage(path, digest, &mut content)?;
        }
        Ok(digest)
    }
}

/// Tells whether another file of this build stood in the way: told as `build/path-taken` when all are known.
fn is_blocked(cause: &std::io::Error) -> bool {
    use std::io::ErrorKind;
    matches!(
        cause.kind(),
        ErrorKind::NotADirectory
            | ErrorKind::IsADirectory
            | ErrorKind::AlreadyExists
            | ErrorKind::NotFound
            | ErrorKind::DirectoryNotEmpty
    )
}

impl Target for Folder {
    fn put(&self, path: &str, origin: &str, bytes: &[u8]) -> Result<Digest, Fault> {
        self.take(path, origin, Content::Bytes(bytes))
    }

    fn copy(&self, path: &str, origin: &str, from: &mut dyn Rewind) -> Result<Digest, Fault> {
        self.take(path, origin, Content::Stream(from))
    }

    fn keep(&self, path: &str, origin: &str, digest: Digest) -> Result<bool, Fault> {
        let Some(live) = &self.live else { return Ok(false) };
        let full = || self.tree.path.join(path);
        let Some(inode) = live.has_digest(path, digest).map_err(Fault::disk(full()))? else { return Ok(false) };
        let Some(Arrival::Same) = self.reuse(live, path, inode).map_err(Fault::disk(full()))? else { return Ok(false) };
        (self.system.step)(Step::Staged);
        self.claim(path, origin, digest)?;
        Ok(true)
    }
}
