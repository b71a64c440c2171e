//! The pages to make: which there are, the parts that they share, and the making of all of them.

use std::{
    collections::{BTreeMap, BTreeSet},
    panic::{self, AssertUnwindSafe},
};

use rayon::prelude::*;

use super::Fault;
use crate::{
    base::{Lang, Route},
    diag::{self, Diagnostic, codes},
    output::PageFacts,
    render::{self, Fragment, Theme},
    site::{self, PageRef, Site},
    view::{self, Env, PageView, SharedKey, Sheet, Special},
    write::Target,
};

/// One HTML page to make.
#[derive(Clone, Copy)]
pub(super) enum Job<'a> {
    Unit(PageRef),
    Parallel(site::PageId),
    Special(Special),
    Identity(site::RecordId),
    Redirect(&'a site::Alias),
}

impl Job<'_> {
    pub(super) fn view(&self, env: Env<'_>) -> PageView {
        match self {
            Self::Unit(unit) => view::page(env, *unit),
            Self::Parallel(page) => view::parallel(env, *page),
            Self::Special(what) => view::special(env, *what),
            Self::Identity(id) => view::identity(env, *id),
            Self::Redirect(alias) => view::redirect(env, alias),
        }
    }

    pub(super) fn unit(&self) -> Option<PageRef> {
        if let Self::Unit(unit) = self { Some(*unit) } else { None }
    }

    fn lang(&self) -> Lang {
        match self {
            Self::Unit(unit) => unit.lang,
            Self::Redirect(alias) => alias.lang,
            Self::Parallel(_) | Self::Special(_) | Self::Identity(_) => Lang(0),
        }
    }

    pub(super) fn route(&self, site: &Site) -> Route {
        match self {
            Self::Unit(unit) => site.page(unit.page).route(unit.lang, unit.part).unwrap_or_default(),
            Self::Parallel(page) => site.parallel_route(*page),
            Self::Special(Special::Root) => Route::default(),
            Self::Special(Special::NotFound) => Route("404.html".to_owned()),
            Self::Identity(id) => site.identity_route(*id),
            Self::Redirect(alias) => alias.route.clone(),
        }
    }

    pub(super) fn shared(&self, site: &Site) -> SharedKey {
        let is_absolute = matches!(self, Self::Special(Special::NotFound));
        let sheet = match self {
            Self::Unit(unit) => Sheet::of(site, *unit),
            Self::Parallel(page) => Sheet::of_parallel(site, *page),
            Self::Special(_) | Self::Identity(_) | Self::Redirect(_) => Sheet::Common,
        };
        SharedKey { lang: self.lang(), depth: (!is_absolute).then(|| self.route(site).depth()), sheet }
    }
}

pub(super) fn jobs<'a>(env: Env<'a>) -> Vec<Job<'a>> {
    let units = env.site.units().into_iter().map(Job::Unit);
    let parallels = env.site.parallels().map(Job::Parallel);
    let special = [Special::Root, Special::NotFound].into_iter().map(Job::Special);
    let identities = view::identities(env).into_iter().map(|(id, _)| Job::Identity(id));
    let redirects = view::redirects(env).iter().map(Job::Redirect);
    units.chain(parallels).chain(special).chain(identities).chain(redirects).collect()
}

/// What a run of pages came to.
type Run = (Vec<PageFacts>, Vec<Diagnostic>);

/// Views and renders every page and hands each to the writer, if there is one, at once.
pub(super) fn render_all(
    env: Env<'_>,
    theme: &Theme,
    target: Option<&dyn Target>,
    found: &mut Vec<Diagnostic>,
) -> Result<Vec<PageFacts>, Fault> {
    let jobs = jobs(env);
    let mut fragments: BTreeMap<SharedKey, Fragment> = BTreeMap::new();
    for key in shared_keys(env, &jobs) {
        fragments.insert(key, render::fragment(theme, &view::shared(env, key)).take(found));
    }
    // One task takes a run of neighbouring pages: they share folders, and one task per page costs more than it gains.
    let results: Vec<Result<Run, Fault>> = jobs
        .par_chunks(64)
        .map(|chunk| {
            let mut facts = Vec::with_capacity(chunk.len());
            let mut found = Vec::new();
            for job in chunk {
                facts.push(guarded(env, theme, &fragments, job, target, &mut found)?);
            }
            Ok((facts, found))
        })
        .collect();
    let mut all = Vec::with_capacity(jobs.len());
    for result in results {
        let (facts, diagnostics) = result?;
        all.extend(facts);
        tell_once(diagnostics, found);
    }
    Ok(all)
}

/// Lists the shared parts that pages need.
pub(super) fn shared_keys(env: Env<'_>, jobs: &[Job<'_>]) -> BTreeSet<SharedKey> {
    jobs.iter().map(|it| it.shared(env.site)).collect()
}

/// Tells what was found on pages: a template that fails on one page fails on most, so the first is told.
pub(super) fn tell_once(diagnostics: Vec<Diagnostic>, found: &mut Vec<Diagnostic>) {
    for it in diagnostics {
        if !found.iter().any(|earlier| is_repeated(earlier, &it)) {
            found.push(it);
        }
    }
}

/// Tells whether two pages show the same fault of a template.
fn is_repeated(one: &Diagnostic, other: &Diagnostic) -> bool {
    let is_of_template =
        [&codes::theme::RENDER, &codes::theme::UNKNOWN_NAME, &codes::build::MINIFY].contains(&one.code);
    is_of_template && one.code == other.code && one.place == other.place
}

/// Makes one page; a fault of this program there becomes a diagnostic that names the page.
fn guarded(
    env: Env<'_>,
    theme: &Theme,
    fragments: &BTreeMap<SharedKey, Fragment>,
    job: &Job<'_>,
    target: Option<&dyn Target>,
    found: &mut Vec<Diagnostic>,
) -> Result<PageFacts, Fault> {
    // What a page leaves half done is lost with it: nothing of the build is published after an error.
    let made = panic::catch_unwind(AssertUnwindSafe(|| render_one(env, theme, fragments, job, target, found)));
    made.unwrap_or_else(|payload| {
        let route = job.route(env.site);
        found.push(panicked(&route, &*payload));
        Ok(PageFacts { unit: None, route, length: 0 })
    })
}

/// Words a fault of this program on one page.
pub(super) fn panicked(route: &Route, payload: &(dyn std::any::Any + Send)) -> Diagnostic {
    let text = payload.downcast_ref::<&'static str>().copied();
    let text = text.or_else(|| payload.downcast_ref::<String>().map(String::as_str)).unwrap_or("?");
    let diagnostic = Diagnostic::new(&codes::build::INTERNAL, diag::Place::Site);
    diagnostic.with("page", route.0.as_str()).with("reason", text)
}

fn render_one(
    env: Env<'_>,
    theme: &Theme,
    fragments: &BTreeMap<SharedKey, Fragment>,
    job: &Job<'_>,
    target: Option<&dyn Target>,
    found: &mut Vec<Diagnostic>,
) -> Result<PageFacts, Fault> {
    let route = job.route(env.site);
    let view = job.view(env);
    let fragment = fragments.get(&job.shared(env.site)).expect("the fragment of every job was made before");
    let html = render::page(theme, fragment, &view).take(found);
    if let Some(target) = target {
        target.put(&route.file(), "pages", html.as_bytes())?;
    }
    Ok(PageFacts { unit: job.unit(), route, length: html.len() })
}
