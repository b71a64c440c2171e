//! Builds that follow each other: what did not change is not made again.
//!
//! A [`Workshop`] keeps files, parse results, words, theme, findings and finished pages from one build to the next. Resolving
//! and viewing run whole, since they are cheap, and so do the rules that look at little; a page is made anew only when its
//! key differs, and the key holds
//! everything that decides its bytes. So the result is that of a clean build, byte for byte.

mod draft;
mod listed;
mod words;

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
};

pub use draft::{Draft, Finished, Made, Pages};
pub use listed::{Listed, Standing, Version};
pub(super) use words::Words;

use draft::Making;

use super::{Clock, Fault, Fragment, Options, Ready, Stage, join, parse, parse_file, parse_key, settle, try_templates};
use crate::{
    base::{FileId, Fingerprint},
    check,
    diag::{Checked, Diagnostic, Severity},
    render,
    site::Parsed,
    source::{Changed, Files, Shelf, SourceFile, Sources},
    view::{self, SharedKey},
};

/// What one build leaves to the next.
pub struct Workshop {
    options: Options,
    pool: Arc<rayon::ThreadPool>,
    shelf: Shelf,
    parsed: BTreeMap<Arc<str>, Kept>,
    words: Words,
    memory: check::Memory,
    fragments: BTreeMap<Fingerprint, Arc<Part>>,
    pages: Arc<BTreeMap<String, Made>>,
}

/// A parse result, with what it follows from.
struct Kept {
    key: Fingerprint,
    id: FileId,
    parsed: Checked<Parsed>,
}

/// A shared part, with its fingerprint and what was found in it.
struct Part {
    fragment: Fragment,
    key: Fingerprint,
    found: Vec<Diagnostic>,
}

/// What a look at the sources came to.
pub struct Drawn {
    /// The source files, for reports.
    pub sources: Arc<Sources>,
    /// What was found, sorted.
    pub diagnostics: Vec<Diagnostic>,
    /// Time per stage.
    pub stages: Vec<Stage>,
    /// The site, unless an error forbids making it.
    pub draft: Option<Arc<Draft>>,
}

impl Workshop {
    /// Opens an empty workshop.
    pub fn new(options: Options) -> Result<Self, Fault> {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(options.jobs.unwrap_or_default()).build();
        Ok(Self {
            options,
            pool: Arc::new(pool.map_err(|it| Fault::Threads(it.to_string()))?),
            shelf: Shelf::default(),
            parsed: BTreeMap::new(),
            words: Words::default(),
            memory: check::Memory::default(),
            fragments: BTreeMap::new(),
            pages: Arc::default(),
        })
    }

    /// Does everything up to the making of pages. `changed` names what may differ from the last time.
    pub fn draw(&mut self, files: &dyn Files, changed: &Changed) -> Result<Drawn, Fault> {
        let pool = Arc::clone(&self.pool);
        pool.install(|| self.draw_here(files, changed))
    }

    /// Takes the pages of a site, so that the next one need not make them again.
    pub fn keep(&mut self, pages: Arc<BTreeMap<String, Made>>) {
        self.pages = pages;
    }

    fn draw_here(&mut self, files: &dyn Files, changed: &Changed) -> Result<Drawn, Fault> {
        let mut clock = Clock::start();
        let mut found = Vec::new();
        let sources = self.shelf.load(files, changed)?.take(&mut found);
        clock.end("load", sources.files.len() + sources.assets.len());
        let parsed = self.parse(&sources, &found).take(&mut found);
        clock.end("parse", parsed.len());
        self.memory.turn();
        let kept = (&mut self.words, Some(&self.memory));
        let ready = join(&sources, parsed, &self.options, kept, &mut found, &mut clock);
        let sources = Arc::new(sources);
        let is_clean = !found.iter().any(|it| it.severity == Severity::Error);
        let draft = match ready {
            Some(ready) if is_clean => Some(Arc::new(self.draft(ready, Arc::clone(&sources)))),
            Some(ready) => {
                try_templates(&ready, &self.options, &mut found, &mut clock)?;
                None
            }
            None => None,
        };
        settle(&mut found, &sources);
        Ok(Drawn { sources, diagnostics: found, stages: clock.stages, draft })
    }

    /// Parses the files that are not what they were.
    fn parse(&mut self, sources: &Sources, loaded: &[Diagnostic]) -> Checked<Vec<Parsed>> {
        let earlier = std::mem::take(&mut self.parsed);
        let kept = Mutex::new(BTreeMap::new());
        let parse_one = |file: &SourceFile| {
            let key = parse_key(file);
            let same = earlier.get(&file.path).filter(|it| it.key == key && it.id == file.id);
            let parsed = same.map_or_else(|| parse_file(file), |it| it.parsed.clone());
            let entry = Kept { key, id: file.id, parsed: parsed.clone() };
            kept.lock().unwrap_or_else(std::sync::PoisonError::into_inner).insert(file.path.clone(), entry);
            parsed
        };
        let checked = parse(sources, loaded, &parse_one);
        self.parsed = kept.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
        checked
    }

    /// Makes what pages share, and lists the pages.
    fn draft(&mut self, ready: Ready, sources: Arc<Sources>) -> Draft {
        let (fragments, told) = self.shared(&ready);
        let making = Making {
            options: self.options.clone(),
            pool: Arc::clone(&self.pool),
            sources,
            earlier: Arc::clone(&self.pages),
        };
        Draft::new(ready, fragments, told, making)
    }

    fn shared(&mut self, ready: &Ready) -> (BTreeMap<SharedKey, Arc<Part>>, Vec<Diagnostic>) {
        let languages = ready.languages();
        let env = ready.env(&languages);
        let mut out = BTreeMap::new();
        let mut found = Vec::new();
        let earlier = std::mem::take(&mut self.fragments);
        for key in super::jobs::shared_keys(env, &super::jobs::jobs(env)) {
            let view = view::shared(env, key);
            let print = Fingerprint::of(&(ready.theme.fingerprint(), &view));
            // What was found names files by rank, which may have changed.
            let kept = earlier.get(&print).filter(|it| it.found.is_empty()).cloned();
            let part = kept.unwrap_or_else(|| {
                let Checked { value: fragment, diagnostics } = render::fragment(&ready.theme, &view);
                Arc::new(Part { key: Fingerprint::of(&fragment), fragment, found: diagnostics })
            });
            found.extend(part.found.iter().cloned());
            self.fragments.insert(print, Arc::clone(&part));
            out.insert(key, part);
        }
        (out, found)
    }
}

#[cfg(test)]
mod tests;
