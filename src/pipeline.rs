//! The build from the first stage to the last: the only place that names all stages, in order.
//!
//! load → parse → resolve → check → view → render → outputs → write. Each stage returns a value and what it found wrong;
//! only an unreadable disk or a full one stops a build half-way. With an error among the findings nothing is published.
#![allow(clippy::disallowed_methods, reason = "times its stages; no time goes into a result")]

mod design;
mod jobs;
mod preview;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
    time::{Duration, Instant},
};

use rayon::prelude::*;

use crate::{
    base::{Artifact, Dir, FileId, Fingerprint, Lang, Span},
    check,
    diag::{self, Checked, Diagnostic, Severity, codes},
    locale::Locales,
    markdown,
    output::{self, PageFacts},
    record,
    render::{self, Fragment, Theme},
    site::{self, Config, Parsed, Site},
    source::{self, Files, SourceFile, Sources},
    view::{self, Env, Sheet},
    write::{self, Target},
};

use jobs::render_all;
pub use preview::{Draft, Drawn, Finished, Listed, Made, Pages, Standing, Version, Workshop};

/// What a build is asked for.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Replaces the address in `site.yaml`.
    pub base: Option<String>,
    /// Today, for diagnostics that depend on it; never for a byte of output.
    pub date: Option<crate::base::PartialDate>,
    /// Publishes drafts too.
    pub drafts: bool,
    /// Makes warnings fail.
    pub strict: bool,
    /// Threads; as many as processors when absent.
    pub jobs: Option<usize>,
}

/// How long a stage took and how much it did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stage {
    /// Its name.
    pub name: &'static str,
    /// The time that passed.
    pub wall: Duration,
    /// How many files or pages it worked on; none when that cannot be counted.
    pub items: Option<usize>,
}

/// What a build or check came to.
#[derive(Debug)]
pub struct Outcome {
    /// The source files, for reports.
    pub sources: Sources,
    /// What was found, sorted.
    pub diagnostics: Vec<Diagnostic>,
    /// Time per stage.
    pub stages: Vec<Stage>,
    /// How many HTML pages were handed to the writer.
    pub pages: usize,
}

impl Outcome {
    /// Tells whether something forbids publication.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|it| it.severity == Severity::Error)
    }
}

/// A fault of the machine: unreadable sources or an unwritable output.
#[derive(Debug)]
pub enum Fault {
    /// The sources could not be read.
    Source(source::Fault),
    /// The output could not be written.
    Write(write::Fault),
    /// The threads could not be started.
    Threads(String),
}

impl Fault {
    /// Returns the fault as a diagnostic, so that it can be told in every language.
    pub fn diagnostic(&self) -> Diagnostic {
        match self {
            Self::Source(fault) => fault.diagnostic(),
            Self::Write(fault) => fault.diagnostic(),
            Self::Threads(reason) => {
                Diagnostic::new(&codes::build::THREADS, diag::Place::Site).with("reason", reason.as_str())
            }
        }
    }
}

impl From<write::Fault> for Fault {
    fn from(fault: write::Fault) -> Self {
        Self::Write(fault)
    }
}

impl From<source::Fault> for Fault {
    fn from(fault: source::Fault) -> Self {
        Self::Source(fault)
    }
}

/// Runs every stage and hands the finished files to `target`. Whoever calls decides, by the outcome, whether to publish.
pub fn build(files: &dyn Files, options: &Options, target: &dyn Target) -> Result<Outcome, Fault> {
    in_pool(options.jobs, || run(files, options, Some(target)))
}

/// Runs every stage but rendering and writing.
pub fn check(files: &dyn Files, options: &Options) -> Result<Outcome, Fault> {
    in_pool(options.jobs, || run(files, options, None))
}

/// The site as far as its texts and records are joined, for commands that ask about them. Drafts are among them.
pub struct Gathered {
    /// The source files.
    pub sources: Sources,
    /// The site and its words; nothing when `site.yaml` cannot be read.
    pub site: Option<(Site, Locales)>,
    /// What was found, sorted.
    pub diagnostics: Vec<Diagnostic>,
}

/// Loads, parses and resolves. Where the site has no lock yet, everything counts as not accepted.
pub fn gather(files: &dyn Files) -> Result<Gathered, Fault> {
    in_pool(None, || {
        let mut found = Vec::new();
        let sources = source::load(files)?.take(&mut found);
        let parsed = parse(&sources, &found, &parse_file).take(&mut found);
        let options = Options { drafts: true, ..Options::default() };
        let site = config(&sources, &parsed, &options, &mut found).map(|config| {
            let locales = locales(&config, &sources).take(&mut found);
            let lock = lock(&sources).take(&mut found).unwrap_or_default();
            let context = site::Context { locales: &locales, drafts: options.drafts, lock: Some(&lock) };
            (site::assemble(config, parsed, assets(&sources), context).take(&mut found), locales)
        });
        if let Some((site, _)) = &site {
            judge(&site.config, &options, &mut found);
        }
        settle(&mut found, &sources);
        Ok(Gathered { sources, site, diagnostics: found })
    })
}

fn in_pool<T: Send>(jobs: Option<usize>, work: impl FnOnce() -> Result<T, Fault> + Send) -> Result<T, Fault> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs.unwrap_or_default()).build();
    pool.map_err(|it| Fault::Threads(it.to_string()))?.install(work)
}

/// Measures stages as they end.
struct Clock {
    last: Instant,
    stages: Vec<Stage>,
}

impl Clock {
    fn start() -> Self {
        Self { last: Instant::now(), stages: Vec::new() }
    }

    fn end(&mut self, name: &'static str, items: usize) {
        let now = Instant::now();
        self.stages.push(Stage { name, wall: now - self.last, items: Some(items) });
        self.last = now;
    }
}

fn run(files: &dyn Files, options: &Options, target: Option<&dyn Target>) -> Result<Outcome, Fault> {
    let mut clock = Clock::start();
    let mut found = Vec::new();
    let sources = source::load(files)?.take(&mut found);
    clock.end("load", sources.files.len() + sources.assets.len());

    let parsed = parse(&sources, &found, &parse_file).take(&mut found);
    clock.end("parse", parsed.len());

    let kept = &mut preview::Words::default();
    let Some(ready) = join(&sources, parsed, options, (kept, None), &mut found, &mut clock) else {
        return Ok(finish(sources, found, clock, 0));
    };
    let is_clean = !found.iter().any(|it| it.severity == Severity::Error);
    let mut pages = 0;
    if let Some(target) = target.filter(|_| is_clean) {
        pages = publish(files, &ready, target, &mut found, &mut clock)?;
        judge(&ready.site.config, options, &mut found);
    } else {
        try_templates(&ready, options, &mut found, &mut clock)?;
    }
    Ok(finish(sources, found, clock, pages))
}

/// A site with everything that pages are made with.
struct Ready {
    site: Site,
    locales: Arc<Locales>,
    theme: Arc<Theme>,
    design: design::Design,
    labels: Vec<markdown::Labels>,
}

impl Ready {
    /// Lists tags and directions of the languages, as [`Env`] wants them.
    fn languages(&self) -> Vec<(&str, Dir)> {
        self.site.languages().0.iter().map(|it| (&*it.tag, it.dir)).collect()
    }

    /// Returns what every view is made from, still without the addresses of the search indexes.
    fn env<'a>(&'a self, languages: &'a [(&'a str, Dir)]) -> Env<'a> {
        Env {
            site: &self.site,
            locales: &self.locales,
            labels: &self.labels,
            languages,
            stylesheets: Sheet::ALL.map(|it| self.theme.stylesheet(it)),
            icon: Some(self.theme.icon()),
            loader: self.theme.loader(),
            script: self.theme.search(),
            search: &[],
        }
    }
}

/// Joins parsed files into a site, checks it and loads its theme: all that can be said without making a page. Words and
/// theme are taken from `kept` where nothing changed in them, and findings from `memory`. Without a `site.yaml` there is nothing.
fn join(
    sources: &Sources,
    parsed: Vec<Parsed>,
    options: &Options,
    (kept, memory): (&mut preview::Words, Option<&check::Memory>),
    found: &mut Vec<Diagnostic>,
    clock: &mut Clock,
) -> Option<Ready> {
    let config = config(sources, &parsed, options, found)?;
    let locales = kept.locales(&config, sources).take(found);
    let lock = lock(sources).take(found);
    let context = site::Context { locales: &locales, drafts: options.drafts, lock: lock.as_ref() };
    let site = site::assemble(config, parsed, assets(sources), context).take(found);
    clock.end("resolve", site.pages.len());

    leave_follow_ups(found);
    check::leave_quotations(found, &site);
    check::word_dates(found, &locales, |file| language(&site.config, sources, file));
    found.extend(check::check(check::Scope { site: &site, sources, today: options.date, memory }));
    clock.end("check", site.pages.len());

    let design = design::design(&site.config, sources).take(found);
    let theme = kept.theme(&site.config, sources, &locales, &design.render).take(found);
    clock.end("theme", 1);
    judge(&site.config, options, found);
    let labels = view::labels(&locales);
    Some(Ready { site, locales, theme, design, labels })
}

/// Gives findings the severity that the site and the caller ask for.
fn judge(config: &Config, options: &Options, found: &mut Vec<Diagnostic>) {
    check::apply_levels(&config.checks, found);
    if options.strict {
        check::make_strict(found);
    }
}

/// Makes every page for what it tells of a site's own templates, if it has any: their faults show on pages only, and one
/// run tells all.
fn try_templates(
    ready: &Ready,
    options: &Options,
    found: &mut Vec<Diagnostic>,
    clock: &mut Clock,
) -> Result<(), Fault> {
    if !ready.theme.has_own_templates() {
        return Ok(());
    }
    let languages = ready.languages();
    let mut of_pages = Vec::new();
    render_all(ready.env(&languages), &ready.theme, None, &mut of_pages)?;
    // Of a site with mistakes only the templates' own are told: a page may fail through what was told before.
    found.extend(of_pages.into_iter().filter(|it| it.code.name.starts_with("theme/")));
    judge(&ready.site.config, options, found);
    clock.end("templates", ready.site.pages.len());
    Ok(())
}

/// Hands every page, output and copied file to the writer; returns how many pages there are.
fn publish(
    files: &dyn Files,
    ready: &Ready,
    target: &dyn Target,
    found: &mut Vec<Diagnostic>,
    clock: &mut Clock,
) -> Result<usize, Fault> {
    let Ready { site, theme, design, .. } = ready;
    let languages = ready.languages();
    let env = ready.env(&languages);
    let search = if site.config.search { output::search::make(env) } else { output::search::Search::default() };
    clock.end("search", search.indexes.len());
    let env = Env { search: &search.indexes, ..env };
    let facts = render_all(env, theme, Some(target), found)?;
    clock.end("render", facts.len());
    let made = outputs(env, theme, &facts, &search.artifacts, target)?;
    let copied = copy_assets(files, site, &design.copies, target)? + cards(files, env, &facts, &design.card, target)?;
    clock.end("outputs", made + copied);
    Ok(facts.len())
}

fn finish(sources: Sources, mut diagnostics: Vec<Diagnostic>, clock: Clock, pages: usize) -> Outcome {
    settle(&mut diagnostics, &sources);
    Outcome { sources, diagnostics, stages: clock.stages, pages }
}

/// Drops what follows from an encoding that could only be guessed at: a wrong guess makes another text of a file.
fn leave_misread(found: &mut Vec<Diagnostic>) {
    let file = |it: &Diagnostic| if let diag::Place::At(span) = it.place { Some(span.file) } else { None };
    let misread: BTreeSet<FileId> =
        found.iter().filter(|it| *it.code == codes::file::NOT_UTF8).filter_map(file).collect();
    let is_follow_up = |it: &Diagnostic| {
        [&codes::page::MISSING_TITLE, &codes::text::OTHER_LANGUAGE].contains(&it.code)
            && file(it).is_some_and(|it| misread.contains(&it))
    };
    found.retain(|it| !is_follow_up(it));
}

/// Puts findings in order, each with the change that its nearest right name makes.
fn settle(found: &mut Vec<Diagnostic>, sources: &Sources) {
    leave_misread(found);
    diag::sort(found);
    diag::offer_nearest(found, |span| sources.file(span.file).text.get(span.range()).unwrap_or_default());
}

/// Parses every source file of the content, each on its own. What has no proper name is told by its name alone.
fn parse(
    sources: &Sources,
    loaded: &[Diagnostic],
    parse_file: &(dyn Fn(&SourceFile) -> Checked<Parsed> + Sync),
) -> Checked<Vec<Parsed>> {
    let unnamed: Vec<&str> = loaded.iter().filter_map(without_name).collect();
    let is_named = |path: &str| {
        let mut ends = path.match_indices('/').map(|(at, _)| at).chain([path.len()]);
        unnamed.is_empty() || !ends.any(|end| unnamed.contains(&&path[..end]))
    };
    let is_ours =
        |path: &str| path.starts_with("content/") && [".md", ".yaml", ".yml"].iter().any(|it| path.ends_with(it));
    let is_content = |it: &&SourceFile| is_ours(&it.path) && is_named(&it.path);
    let parsed: Vec<Checked<Parsed>> = sources.files.par_iter().filter(is_content).map(parse_file).collect();
    let mut found = Vec::new();
    let value = parsed.into_iter().map(|it| it.take(&mut found)).collect();
    Checked::new(value, found)
}

fn without_name(diagnostic: &Diagnostic) -> Option<&str> {
    match &diagnostic.place {
        diag::Place::Path(path) if *diagnostic.code == codes::file::BAD_NAME => Some(path),
        _ => None,
    }
}

fn parse_file(file: &SourceFile) -> Checked<Parsed> {
    let mut found = Vec::new();
    let path = file.path.clone();
    let parsed = if path.ends_with(".md") {
        let document = markdown::parse(file.id, &file.text).take(&mut found);
        let front =
            document.front_matter.and_then(|it| record::yaml::read(file.id, &file.text, it.range()).take(&mut found));
        let (written, values) = (Some(&document), front.as_ref());
        check::characters(check::Written { file: file.id, text: &file.text, document: written, values }, &mut found);
        Parsed::Text { file: file.id, path, document: Arc::new(document), front: front.map(Arc::new) }
    } else {
        let node = record::yaml::read(file.id, &file.text, 0..file.text.len()).take(&mut found);
        let values = node.as_ref();
        check::characters(check::Written { file: file.id, text: &file.text, document: None, values }, &mut found);
        Parsed::Data { file: file.id, path, node: node.map(Arc::new) }
    };
    Checked::new(parsed, found)
}

/// Reads `site.yaml`; nothing when there is none.
fn config(sources: &Sources, parsed: &[Parsed], options: &Options, found: &mut Vec<Diagnostic>) -> Option<Config> {
    let site = parsed.iter().find_map(|it| match it {
        Parsed::Data { file, path, node } if &**path == "content/site.yaml" => Some((*file, node.as_deref())),
        _ => None,
    });
    let Some((file, node)) = site else {
        found.push(missing_site(sources));
        return None;
    };
    let tags = spoken(parsed);
    let around = site::Around { base: options.base.as_deref(), tags: &tags };
    Some(site::read_config(node, Span::start_of(file), around).take(found))
}

/// Lists the languages that the names of texts speak of; what few of them say may be a misspelling.
fn spoken(parsed: &[Parsed]) -> Vec<&str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut all = 0;
    for it in parsed {
        let Parsed::Text { path, .. } = it else { continue };
        let Some((_, tag)) = path.strip_suffix(".md").and_then(|it| it.rsplit_once('.')) else { continue };
        *counts.entry(tag).or_default() += 1;
        all += 1;
    }
    counts.into_iter().filter(|(_, count)| count * 10 >= all).map(|(tag, _)| tag).collect()
}

/// Returns the language of a text by its name; the values of a YAML file are of every language, and the first stands for them.
fn language(config: &Config, sources: &Sources, file: FileId) -> Lang {
    let path = sources.files.iter().find(|it| it.id == file).map_or("", |it| &it.path);
    let tag = path.strip_suffix(".md").and_then(|it| it.rsplit_once('.')).map(|(_, tag)| tag);
    tag.and_then(|it| config.languages.find(it)).unwrap_or(Lang(0))
}

/// Reads what was accepted as translated; nothing when the site has no lock.
fn lock(sources: &Sources) -> Checked<Option<site::Lock>> {
    let Some(file) = sources.find(site::translations::lock::PATH) else { return Checked::clean(None) };
    let Checked { value, diagnostics } = site::read_lock(file.id, &file.text);
    Checked::new(Some(value), diagnostics)
}

/// Drops what says that a language is unknown while `site.yaml` declares one that cannot be read: it may be the one.
fn leave_follow_ups(found: &mut Vec<Diagnostic>) {
    if !found.iter().any(|it| *it.code == codes::site::BAD_LANGUAGE && it.hint != Some("duplicate")) {
        return;
    }
    let is_follow_up = |it: &Diagnostic| {
        [&codes::page::UNKNOWN_LANGUAGE, &codes::record::UNKNOWN_LANGUAGE, &codes::locale::UNKNOWN_LANGUAGE]
            .contains(&it.code)
            && it.hint != Some("missing")
    };
    found.retain(|it| !is_follow_up(it));
}

fn missing_site(sources: &Sources) -> Diagnostic {
    let diagnostic = Diagnostic::path(&codes::site::MISSING, "content/site.yaml");
    let has_yml = sources.files.iter().any(|it| &*it.path == "content/site.yml");
    diagnostic.hint(if has_yml { "near" } else { "init" })
}

fn locales(config: &Config, sources: &Sources) -> Checked<Locales> {
    let own = sources.files.iter().filter_map(|it| {
        let (tag, _) = it.path.strip_prefix("locales/")?.split_once('/')?;
        it.path.ends_with(".ftl").then_some((tag, it.id, &*it.text))
    });
    let own: Vec<(&str, FileId, &str)> = own.collect();
    let mut checked = Locales::new(&config.languages, &config.formats, &own);
    for it in checked.diagnostics.iter_mut().filter(|it| *it.code == codes::locale::FALLBACK) {
        let tag = it.args.iter().find(|(name, _)| *name == "lang").map(|(_, tag)| tag);
        let place = config.tags.iter().find(|written| tag == Some(&written.value.as_str().into()));
        it.place = place.map_or(diag::Place::Site, |it| diag::Place::At(it.span));
    }
    checked
}

fn assets(sources: &Sources) -> Vec<site::Asset> {
    let inner = |it: &source::Asset| {
        let path = it.path.strip_prefix("content/")?;
        Some(site::Asset { path: path.into(), size: it.bytes, dimensions: it.size.map(|it| (it.width, it.height)) })
    };
    sources.assets.iter().filter_map(inner).collect()
}

fn theme(config: &Config, sources: &Sources, locales: &Locales, design: &render::Design) -> Checked<Theme> {
    let prefix = format!("themes/{}/", config.theme.value);
    let own = sources.files.iter().filter_map(|it| it.path.strip_prefix(&prefix).map(|path| (path, it.id, &*it.text)));
    let own: Vec<(&str, FileId, &str)> = own.collect();
    let mut found = Vec::new();
    if own.is_empty() && config.theme.value != "default" {
        let diagnostic =
            Diagnostic::at(&codes::theme::UNKNOWN, config.theme.span).with("theme", config.theme.value.as_str());
        let known = theme_names(sources);
        let names: Vec<&str> = known.iter().map(String::as_str).collect();
        let diagnostic = diagnostic.with("known", known.clone()).nearest(&config.theme.value, names);
        found.push(if diagnostic.hint.is_none() { diagnostic.hint("known") } else { diagnostic });
    }
    let minify = if !config.minify { render::Minify::Off } else { render::Minify::On };
    let word = |lang: Lang, id: &str| locales.get(lang).by_name(id);
    let theme = render::load(&own, &config.languages, &word, design, render::Options { minify }).take(&mut found);
    Checked::new(theme, found)
}

fn theme_names(sources: &Sources) -> Vec<String> {
    let names = sources.files.iter().filter_map(|it| it.path.strip_prefix("themes/")?.split('/').next());
    let names: BTreeSet<&str> = names.chain(["default"]).collect();
    names.into_iter().map(str::to_owned).collect()
}

fn outputs(
    env: Env<'_>,
    theme: &Theme,
    facts: &[PageFacts],
    search: &[Artifact],
    target: &dyn Target,
) -> Result<usize, Fault> {
    let made: Vec<_> = output::OUTPUTS.par_iter().flat_map_iter(|it| (it.make)(env, facts)).collect();
    for artifact in made.iter().chain(&theme.assets(env.site.config.search)).chain(search) {
        target.artifact(artifact)?;
    }
    Ok(made.len())
}

/// Draws the cards of the pages with the faces that the site brings along.
fn cards(
    files: &dyn Files,
    env: Env<'_>,
    facts: &[PageFacts],
    faces: &[String],
    target: &dyn Target,
) -> Result<usize, Fault> {
    let read = |path: &String| Ok(files.read(path)?);
    let fonts = faces.iter().map(read).collect::<Result<Vec<Vec<u8>>, Fault>>()?;
    output::cards::make(env, facts, &fonts, |it| Ok(target.artifact(&it).map(drop)?))
}

fn copy_assets(
    files: &dyn Files,
    site: &Site,
    fonts: &[(String, String)],
    target: &dyn Target,
) -> Result<usize, Fault> {
    let own = output::copies(site).into_iter().map(|(from, to)| (format!("content/{from}"), to, "files"));
    let fonts = fonts.iter().map(|(from, to)| (from.clone(), to.clone(), "theme"));
    let copies: Vec<(String, String, &str)> = own.chain(fonts).collect();
    for (from, to, origin) in &copies {
        let mut stream = files.open(from)?;
        target.copy(to, origin, &mut stream.bytes)?;
    }
    Ok(copies.len())
}

/// Returns the key under which the parse result of a file may be kept: the same bytes under the same program parse alike.
pub fn parse_key(file: &SourceFile) -> Fingerprint {
    Fingerprint::of(&(env!("CARGO_PKG_VERSION"), &file.path, file.fingerprint))
}

/// Returns the key under which a rendered page may be kept: everything that decides its bytes, its address included.
pub fn page_key(theme: Fingerprint, fragment: Fingerprint, view: Fingerprint, path: &Arc<str>) -> Fingerprint {
    Fingerprint::of(&(env!("CARGO_PKG_VERSION"), theme, fragment, view, path))
}

#[cfg(test)]
mod tests {
    use super::{page_key, parse_key};
    use crate::{
        base::{FileId, Fingerprint, Lang},
        source::{Dress, SourceFile},
        view::{Content, HomeView, PageView},
    };

    fn file(path: &str, text: &str) -> SourceFile {
        let fingerprint = Fingerprint::of_bytes(text.as_bytes());
        SourceFile { id: FileId(0), path: path.into(), text: text.into(), fingerprint, dress: Dress::default() }
    }

    #[test]
    fn a_parse_result_is_kept_for_the_same_words_at_the_same_path_only() {
        let key = parse_key(&file("content/a.ar.md", "هجرة"));
        assert_eq!(key, parse_key(&SourceFile { id: FileId(7), ..file("content/a.ar.md", "هجرة") }));
        assert_ne!(key, parse_key(&file("content/a.ar.md", "هجره")));
        assert_ne!(key, parse_key(&file("content/a.en.md", "هجرة")));
    }

    #[test]
    fn a_page_is_kept_only_while_nothing_that_it_shows_has_changed() {
        let of = |text: &str| Fingerprint::of(text);
        let view = |title: &str| Fingerprint::of(&PageView { title: title.to_owned(), ..PageView::default() });
        let key = page_key(of("theme"), of("shared"), view("قرار"), &"ar/a/".into());
        assert_eq!(key, page_key(of("theme"), of("shared"), view("قرار"), &"ar/a/".into()));
        for other in [
            page_key(of("another theme"), of("shared"), view("قرار"), &"ar/a/".into()),
            page_key(of("theme"), of("another part"), view("قرار"), &"ar/a/".into()),
            page_key(of("theme"), of("shared"), view("إعلان"), &"ar/a/".into()),
            // Two equal pages at two addresses may not share one file: their relative links differ.
            page_key(of("theme"), of("shared"), view("قرار"), &"ar/b/".into()),
        ] {
            assert_ne!(key, other);
        }
    }

    #[test]
    fn prose_is_part_of_a_view() {
        let with = |body: &str| {
            Fingerprint::of(&PageView {
                body: body.to_owned(),
                content: Content::Home(HomeView::default()),
                ..PageView::default()
            })
        };
        assert_ne!(with("<p>أ</p>"), with("<p>ب</p>"));
        assert_ne!(Fingerprint::of(&Lang(0)), Fingerprint::of(&Lang(1)));
    }
}
