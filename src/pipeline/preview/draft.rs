//! A checked site from which pages are made on demand: the one that is looked at first, then all, then what is no page.

use std::{
    collections::BTreeMap,
    panic::{self, AssertUnwindSafe},
    sync::{Arc, Mutex, PoisonError},
};

use rayon::prelude::*;

use super::{
    super::{
        Clock, Fault, Options, PageFacts, Ready, Stage,
        jobs::{Job, jobs, panicked, tell_once},
        judge, page_key, settle,
    },
    Part,
};
use crate::{
    base::{Artifact, Fingerprint},
    diag::{Diagnostic, Severity},
    output, render,
    site::PageKind,
    source::{Files, Sources},
    view::{Env, SharedKey},
    write,
};

/// So many neighbouring pages are one task, and as long does it take to give way.
const CHUNK: usize = 16;

/// A page that was made.
#[derive(Clone, Debug)]
pub struct Made {
    /// Stands for everything that decided its bytes.
    pub key: Fingerprint,
    /// Its HTML.
    pub html: Arc<str>,
    /// Whether an earlier build made it.
    pub is_kept: bool,
}

/// What pages are made with, beside the site itself.
pub(super) struct Making {
    pub(super) options: Options,
    pub(super) pool: Arc<rayon::ThreadPool>,
    /// The source files, for the places of what is found.
    pub(super) sources: Arc<Sources>,
    /// The pages that an earlier build made.
    pub(super) earlier: Arc<BTreeMap<String, Made>>,
}

/// A checked site, ready to be made into pages.
pub struct Draft {
    pub(super) ready: Ready,
    fragments: BTreeMap<SharedKey, Arc<Part>>,
    /// What was found in the shared parts.
    told: Vec<Diagnostic>,
    making: Making,
    /// The rank of each page among the jobs, by the path of its file.
    ranks: BTreeMap<String, usize>,
    /// Pages made before all others, by rank.
    first: Mutex<BTreeMap<usize, (Made, Vec<Diagnostic>)>>,
}

/// Every page but those that need the search index.
pub struct Pages {
    /// By the path of the file.
    pub pages: BTreeMap<String, Made>,
    /// How long that took.
    pub stages: Vec<Stage>,
    found: Vec<Diagnostic>,
}

impl Pages {
    /// Tells whether something was wrong with a page.
    pub fn has_faults(&self) -> bool {
        !self.found.is_empty()
    }
}

/// A finished site.
pub struct Finished {
    /// The pages, by the path of their file.
    pub pages: Arc<BTreeMap<String, Made>>,
    /// What is made beside the pages, by path.
    pub artifacts: BTreeMap<String, Artifact>,
    /// The pages that no earlier build had made, by the path of their file.
    pub rendered: Vec<String>,
    /// What was found while making it, sorted: an error forbids showing it.
    pub diagnostics: Vec<Diagnostic>,
    /// How long the last of it took.
    pub stages: Vec<Stage>,
}

impl Finished {
    /// Tells whether something forbids showing it.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|it| it.severity == Severity::Error)
    }
}

impl Draft {
    pub(super) fn new(
        ready: Ready,
        fragments: BTreeMap<SharedKey, Arc<Part>>,
        told: Vec<Diagnostic>,
        making: Making,
    ) -> Self {
        let ranks = ranks(&ready);
        Self { ready, fragments, told, making, ranks, first: Mutex::default() }
    }

    /// Makes one page before all others; nothing when there is no such page, when it needs the search index, or when
    /// something is wrong with it.
    pub fn page(&self, path: &str) -> Option<Made> {
        let rank = *self.ranks.get(path)?;
        let languages = self.ready.languages();
        let env = self.ready.env(&languages);
        let job = *jobs(env).get(rank)?;
        if self.is_late(&job) {
            return None;
        }
        let (made, found) = self.guarded(env, &job);
        let is_clean = found.is_empty() && self.told.is_empty();
        self.first.lock().unwrap_or_else(PoisonError::into_inner).insert(rank, (made.clone(), found));
        is_clean.then_some(made)
    }

    /// Makes every page that does not need the search index; nothing when `is_stopped` said so.
    pub fn pages(&self, is_stopped: &(dyn Fn() -> bool + Sync)) -> Option<Pages> {
        let mut clock = Clock::start();
        let languages = self.ready.languages();
        let env = self.ready.env(&languages);
        let jobs = jobs(env);
        let first = std::mem::take(&mut *self.first.lock().unwrap_or_else(PoisonError::into_inner));
        let make = |(chunk, jobs): (usize, &[Job<'_>])| {
            let one = |(at, job): (usize, &Job<'_>)| {
                let early = first.get(&(chunk * CHUNK + at)).cloned();
                let (made, found) = early.unwrap_or_else(|| self.guarded(env, job));
                (job.route(env.site).file(), made, found)
            };
            let jobs = jobs.iter().enumerate().filter(|(_, it)| !self.is_late(it));
            (!is_stopped()).then(|| jobs.map(one).collect::<Vec<_>>())
        };
        let made: Option<Vec<_>> = self.making.pool.install(|| jobs.par_chunks(CHUNK).enumerate().map(make).collect());
        let (mut pages, mut found) = (BTreeMap::new(), self.told.clone());
        for (path, made, told) in made?.into_iter().flatten() {
            pages.insert(path, made);
            tell_once(told, &mut found);
        }
        clock.end("render", pages.len());
        Some(Pages { pages, found, stages: clock.stages })
    }

    /// Makes what is left: the search index, the pages that name it, and the other outputs.
    pub fn finish(&self, pages: Pages) -> Finished {
        self.making.pool.install(|| self.finish_here(pages))
    }

    fn finish_here(&self, Pages { mut pages, mut found, .. }: Pages) -> Finished {
        let mut clock = Clock::start();
        let Ready { site, theme, .. } = &self.ready;
        let languages = self.ready.languages();
        let env = self.ready.env(&languages);
        let search = if site.config.search { output::search::make(env) } else { output::search::Search::default() };
        let env = Env { search: &search.indexes, ..env };
        let mut facts = Vec::new();
        let mut claims: Vec<(String, &str)> = Vec::new();
        for job in &jobs(env) {
            let route = job.route(site);
            let path = route.file();
            if self.is_late(job) {
                let (made, told) = self.guarded(env, job);
                pages.insert(path.clone(), made);
                tell_once(told, &mut found);
            }
            let length = pages.get(&path).map_or(0, |it| it.html.len());
            facts.push(PageFacts { unit: job.unit(), route, length });
            claims.push((path, "pages"));
        }
        let made: Vec<Artifact> = output::OUTPUTS.par_iter().flat_map_iter(|it| (it.make)(env, &facts)).collect();
        let artifacts = made.into_iter().chain(theme.assets(site.config.search)).chain(search.artifacts);
        let artifacts: Vec<Artifact> = artifacts.collect();
        claims.extend(artifacts.iter().map(|it| (it.path.clone(), it.origin)));
        let faces = self.ready.design.copies.iter().map(|(_, to)| to.clone());
        claims.extend(output::copies(site).into_iter().map(|(_, to)| to).chain(faces).map(|to| (to, "files")));
        found.extend(write::clashes(claims.iter().map(|(path, origin)| (path.as_str(), *origin))));
        judge(&site.config, &self.making.options, &mut found);
        settle(&mut found, &self.making.sources);
        let rendered = pages.iter().filter(|(_, it)| !it.is_kept).map(|(path, _)| path.clone()).collect();
        clock.end("outputs", artifacts.len());
        let artifacts = artifacts.into_iter().map(|it| (it.path.clone(), it)).collect();
        Finished { pages: Arc::new(pages), artifacts, rendered, diagnostics: found, stages: clock.stages }
    }

    /// Returns a file that is known before any page is made: one of the theme's, or one that is copied from `files`.
    pub fn fixed(&self, files: &dyn Files, path: &str) -> Result<Option<Vec<u8>>, Fault> {
        let Ready { site, theme, .. } = &self.ready;
        if let Some(artifact) = theme.assets(site.config.search).into_iter().find(|it| it.path == path) {
            return Ok(Some(artifact.bytes));
        }
        if let Some((from, _)) = self.ready.design.copies.iter().find(|(_, to)| to == path) {
            return Ok(Some(files.read(from)?));
        }
        match output::copies(site).into_iter().find(|(_, to)| to == path) {
            Some((from, _)) => Ok(Some(files.read(&format!("content/{from}"))?)),
            None => Ok(None),
        }
    }

    /// Tells whether a page names the search index, which is made after all others.
    fn is_late(&self, job: &Job<'_>) -> bool {
        let site = &self.ready.site;
        site.config.search && matches!(job, Job::Unit(unit) if site.page(unit.page).kind == PageKind::Search)
    }

    /// Makes one page unless an earlier build made the same; a fault of this program there becomes a diagnostic.
    fn guarded(&self, env: Env<'_>, job: &Job<'_>) -> (Made, Vec<Diagnostic>) {
        let made = panic::catch_unwind(AssertUnwindSafe(|| self.make(env, job)));
        made.unwrap_or_else(|payload| {
            let nothing = Made { key: Fingerprint::default(), html: "".into(), is_kept: false };
            (nothing, vec![panicked(&job.route(env.site), &*payload)])
        })
    }

    fn make(&self, env: Env<'_>, job: &Job<'_>) -> (Made, Vec<Diagnostic>) {
        let path = job.route(env.site).file();
        let view = job.view(env);
        let theme = &self.ready.theme;
        let part = self.fragments.get(&job.shared(env.site)).expect("the part of every job was made before");
        let key = page_key(theme.fingerprint(), part.key, Fingerprint::of(&view), &path.as_str().into());
        if let Some(earlier) = self.making.earlier.get(&path).filter(|it| it.key == key) {
            return (Made { is_kept: true, ..earlier.clone() }, Vec::new());
        }
        let mut found = Vec::new();
        let html = render::page(theme, &part.fragment, &view).take(&mut found);
        // What was found names files by rank, so such a page is made anew each time.
        let key = if found.is_empty() { key } else { Fingerprint::default() };
        (Made { key, html: html.into(), is_kept: false }, found)
    }
}

fn ranks(ready: &Ready) -> BTreeMap<String, usize> {
    let languages = ready.languages();
    let jobs = jobs(ready.env(&languages));
    jobs.iter().enumerate().map(|(rank, it)| (it.route(&ready.site).file(), rank)).collect()
}
