//! Watches the folders that a site is read from.
//!
//! An editor's saving is several events: a file is cut, written, closed; or a new one takes the name of the old. A file
//! that was closed or renamed is whole; after other events the rest is waited for, for a moment.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::mpsc::{Receiver, RecvTimeoutError, Sender, TryRecvError},
    time::Duration,
};

use notify::{
    ErrorKind, Event, EventKind, RecursiveMode, Watcher as _,
    event::{AccessKind, AccessMode, ModifyKind},
};

use crate::source::{Changed, Disk, ROOTS, is_ignored};

/// What the builder hears.
pub enum Message {
    /// Something below the site's folder changed.
    Changed(notify::Result<Event>),
    /// Somebody waits for what is made beside the pages.
    Wanted,
}

/// Why a folder cannot be watched.
pub type WatchFault = notify::Error;

/// A watched site.
pub struct Watch {
    watcher: notify::RecommendedWatcher,
    folder: PathBuf,
    inbox: Receiver<Message>,
    /// Heard while something else was waited for.
    heard: Option<Message>,
}

/// After a file was closed or renamed: the files of one saving follow each other at once.
const WHOLE: Duration = Duration::from_millis(2);
/// After other events: a writer is at work.
const PART: Duration = Duration::from_millis(20);
/// So many events are gathered at most before a build begins.
const MOST: usize = 10_000;

/// What ended a waiting.
#[derive(Debug, PartialEq, Eq)]
pub enum Heard {
    /// A change.
    Change,
    /// Somebody waits for what is made beside the pages.
    Wanted,
    /// Nothing.
    Nothing,
}

impl Watch {
    /// Watches a site's folder and hears what is sent through `messages`.
    pub fn start(site: &Disk, messages: Sender<Message>, inbox: Receiver<Message>) -> Result<Self, WatchFault> {
        let folder = site.folder().to_owned();
        // A builder that is gone hears nothing more.
        let watcher = notify::recommended_watcher(move |it| messages.send(Message::Changed(it)).unwrap_or_default())?;
        let mut watch = Self { watcher, folder, inbox, heard: None };
        watch.watcher.watch(&watch.folder, RecursiveMode::NonRecursive)?;
        for root in ROOTS {
            watch.follow(root)?;
        }
        Ok(watch)
    }

    /// Watches a site's folder for whoever has nothing else to hear.
    pub fn alone(site: &Disk) -> Result<Self, WatchFault> {
        let (messages, inbox) = std::sync::mpsc::channel();
        Self::start(site, messages, inbox)
    }

    /// Watches one of the folders, if it is there.
    fn follow(&mut self, root: &str) -> Result<(), WatchFault> {
        match self.watcher.watch(&self.folder.join(root), RecursiveMode::Recursive) {
            Err(fault) if is_missing(&fault) => Ok(()),
            other => other,
        }
    }

    /// Waits for changes and returns them together. Nothing more will come when it returns `None`.
    pub fn changes(&mut self) -> Option<Changed> {
        let mut gathered = Gathered::default();
        while gathered.is_empty() {
            let first = self.heard.take().map_or_else(|| self.inbox.recv().ok(), Some)?;
            self.gather(first, &mut gathered);
            for _ in 0..MOST {
                let pause = if gathered.is_whole { WHOLE } else { PART };
                match self.inbox.recv_timeout(pause) {
                    Ok(message) => self.gather(message, &mut gathered),
                    Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
                }
            }
        }
        Some(gathered.changed())
    }

    /// Tells whether something changed that was not returned yet.
    pub fn is_pending(&mut self) -> bool {
        while self.heard.is_none() {
            match self.inbox.try_recv() {
                Ok(message) => self.hear(message),
                Err(TryRecvError::Empty | TryRecvError::Disconnected) => return false,
            }
        }
        true
    }

    /// Waits for a change or a want; a change is returned by the next call of [`Watch::changes`].
    pub fn wait(&mut self, most: Duration) -> Heard {
        loop {
            match self.inbox.recv_timeout(most) {
                Ok(Message::Wanted) => return Heard::Wanted,
                Ok(message) => {
                    self.hear(message);
                    if self.heard.is_some() {
                        return Heard::Change;
                    }
                }
                Err(_) => return Heard::Nothing,
            }
        }
    }

    /// Keeps an event that says something.
    fn hear(&mut self, message: Message) {
        let mut gathered = Gathered::default();
        let Message::Changed(event) = &message else { return };
        self.read(event, &mut gathered);
        if !gathered.is_empty() {
            self.heard = Some(message);
        }
    }

    fn gather(&mut self, message: Message, gathered: &mut Gathered) {
        if let Message::Changed(event) = message {
            self.read(&event, gathered);
        }
    }

    fn read(&mut self, event: &notify::Result<Event>, gathered: &mut Gathered) {
        let Ok(event) = event else {
            gathered.is_anything = true;
            return;
        };
        let is_closed = event.kind == EventKind::Access(AccessKind::Close(AccessMode::Write));
        if matches!(event.kind, EventKind::Access(_)) && !is_closed {
            return;
        }
        gathered.is_anything |= event.need_rescan();
        for path in &event.paths {
            let Some(below) = path.strip_prefix(&self.folder).ok().and_then(Path::to_str) else { continue };
            let root = below.split('/').next().unwrap_or_default();
            if !ROOTS.contains(&root) || below.split('/').any(is_ignored) {
                continue;
            }
            if below == root {
                // A folder that came back has to be watched anew; one that cannot be is read all the same.
                gathered.is_anything = true;
                self.follow(root).unwrap_or_default();
            }
            gathered.paths.insert(below.to_owned());
            gathered.is_whole =
                is_closed || matches!(event.kind, EventKind::Modify(ModifyKind::Name(_)) | EventKind::Remove(_));
        }
    }
}

/// Tells whether a folder could not be watched because it is not there.
fn is_missing(fault: &WatchFault) -> bool {
    match &fault.kind {
        ErrorKind::PathNotFound => true,
        ErrorKind::Io(cause) => cause.kind() == std::io::ErrorKind::NotFound,
        _ => false,
    }
}

/// Changes that belong together.
#[derive(Default)]
struct Gathered {
    paths: BTreeSet<String>,
    is_anything: bool,
    is_whole: bool,
}

impl Gathered {
    fn is_empty(&self) -> bool {
        self.paths.is_empty() && !self.is_anything
    }

    fn changed(self) -> Changed {
        if self.is_anything { Changed::Anything } else { Changed::Paths(self.paths) }
    }
}
