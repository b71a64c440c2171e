//! What is shown at this moment: the one value that the builder replaces and requests wait for.

use std::{
    collections::{BTreeMap, VecDeque},
    sync::{Arc, Mutex, PoisonError, mpsc::Sender},
};

use tokio::sync::watch;

use super::{problems::Problems, watch::Message};
use crate::pipeline::{Draft, Finished, Made};

/// What is shown, and what was found.
#[derive(Clone, Default)]
pub struct Now {
    /// Grows with every change of what can be seen.
    pub token: u64,
    /// The site; none before the first that stands.
    pub shown: Option<Shown>,
    /// What was found in the sources as they are.
    pub problems: Arc<Problems>,
}

/// A site as far as it is made.
#[derive(Clone)]
pub struct Shown {
    /// The site.
    pub draft: Arc<Draft>,
    /// The pages that are looked at, made before the others.
    pub first: Arc<BTreeMap<String, Made>>,
    /// The pages, when all are made but those that name the search index.
    pub pages: Option<Arc<BTreeMap<String, Made>>>,
    /// Everything.
    pub whole: Option<Arc<Finished>>,
    /// The site before: a page that was just fetched may still ask for its style sheet, which is named by its content.
    pub before: Option<Arc<Finished>>,
}

impl Shown {
    /// Returns a page that is made, by the path of its file.
    pub fn page(&self, path: &str) -> Option<&Made> {
        let of_whole = self.whole.as_ref().and_then(|it| it.pages.get(path));
        let of_pages = || self.pages.as_ref().and_then(|it| it.get(path));
        of_whole.or_else(of_pages).or_else(|| self.first.get(path))
    }
}

/// What builder and requests share.
pub struct Shared {
    now: watch::Sender<Now>,
    messages: Mutex<Sender<Message>>,
    /// The pages that were looked at last, the latest at the end.
    open: Mutex<VecDeque<String>>,
}

/// So many open pages are made before the others.
const OPEN: usize = 6;

impl Shared {
    /// Returns the beginning: nothing is shown, nothing found.
    pub fn new(messages: Sender<Message>) -> Self {
        Self { now: watch::Sender::new(Now::default()), messages: Mutex::new(messages), open: Mutex::default() }
    }

    /// Replaces what is shown.
    pub fn show(&self, change: impl FnOnce(&mut Now)) {
        self.now.send_modify(|now| {
            now.token += 1;
            change(now);
        });
    }

    /// Returns what is shown.
    pub fn now(&self) -> Now {
        self.now.borrow().clone()
    }

    /// Returns a way to wait for the next change.
    pub fn watch(&self) -> watch::Receiver<Now> {
        self.now.subscribe()
    }

    /// Says that somebody waits for what is made beside the pages.
    pub fn want(&self) {
        let messages = self.messages.lock().unwrap_or_else(PoisonError::into_inner);
        // Without a builder nothing will be made.
        messages.send(Message::Wanted).unwrap_or_default();
    }

    /// Notes that a page is looked at.
    pub fn note_open(&self, path: &str) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.retain(|it| it != path);
        open.push_back(path.to_owned());
        if open.len() > OPEN {
            open.pop_front();
        }
    }

    /// Lists the pages that are looked at, the latest first.
    pub fn open(&self) -> Vec<String> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner).iter().rev().cloned().collect()
    }
}
