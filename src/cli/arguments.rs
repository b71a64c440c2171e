//! What `build` and `check` were asked for, read and checked.

use std::{
    num::NonZeroUsize,
    path::{Component, Path, PathBuf},
};

use clap::ArgMatches;

use super::{
    Context, Exit, clock,
    table::{self, Choice},
};
use crate::{
    base::Point,
    diag::Arg,
    locale::{MessageId, ids},
    report::Format,
};

/// What a build or check works on, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arguments {
    /// The site's folder.
    pub site: PathBuf,
    /// The folder of the finished site.
    pub out: PathBuf,
    /// Whether files in the output that no build made may be taken over.
    pub adopt: bool,
    /// The folder of the cache; none when it is not wanted or the machine names no place for it.
    pub cache: Option<PathBuf>,
    /// The address that stands in for the site's own.
    pub base: Option<String>,
    /// Today's date, a [`Point::Day`].
    pub date: Point,
    /// Whether drafts are published.
    pub drafts: bool,
    /// Whether warnings fail.
    pub strict: bool,
    /// How many threads work; as many as there are cores when it is not said.
    pub jobs: Option<NonZeroUsize>,
    /// Whether the stages are timed.
    pub timings: bool,
    /// How diagnostics are shown.
    pub format: Format,
}

impl Arguments {
    /// Reads the options; a mistake in them is told at once.
    pub fn read(matches: &ArgMatches, ctx: &mut Context<'_, '_>) -> Result<Self, Exit> {
        let folder = ctx.machine.folder.clone();
        let path = |choice: &Choice| given::<PathBuf>(matches, choice).map(|it| folder.join(it));
        let site = path(&table::SITE).unwrap_or_else(|| folder.clone());
        Ok(Self {
            out: path(&table::OUT).unwrap_or_else(|| site.join("public")),
            adopt: flag(matches, &table::ADOPT),
            cache: cache(path(&table::CACHE), flag(matches, &table::NO_CACHE), ctx)?,
            base: given::<String>(matches, &table::BASE).map(|it| base(&it, ctx)).transpose()?,
            date: date(given(matches, &table::DATE), ctx)?,
            drafts: flag(matches, &table::DRAFTS),
            strict: flag(matches, &table::STRICT),
            jobs: given::<String>(matches, &table::JOBS).map(|it| jobs(&it, ctx)).transpose()?,
            timings: flag(matches, &table::TIMINGS),
            format: given::<String>(matches, &table::FORMAT).and_then(|it| Format::find(&it)).unwrap_or_default(),
            site,
        })
    }

    /// Returns what leads from the folder in which the program was called to the site: empty or ending in `/`.
    pub fn prefix(&self, folder: &Path) -> String {
        let below = self.site.strip_prefix(folder).unwrap_or(&self.site);
        let names = below.components().filter(|it| !matches!(it, Component::CurDir));
        let path = names.collect::<PathBuf>().to_string_lossy().replace('\\', "/");
        if path.is_empty() || path.ends_with('/') { path } else { format!("{path}/") }
    }
}

/// Returns the value of an option, also for commands that do not have it.
pub fn given<T: Clone + Send + Sync + 'static>(matches: &ArgMatches, choice: &Choice) -> Option<T> {
    matches.try_get_one::<T>(choice.name).ok().flatten().cloned()
}

/// Tells whether an option was given, also for commands that do not have it.
pub fn flag(matches: &ArgMatches, choice: &Choice) -> bool {
    given(matches, choice).unwrap_or_default()
}

fn refuse<T>(ctx: &mut Context<'_, '_>, id: MessageId, value: &str) -> Result<T, Exit> {
    Err(ctx.wrong_use(id, &[("value", Arg::from(value))]))
}

fn date(given: Option<String>, ctx: &mut Context<'_, '_>) -> Result<Point, Exit> {
    if let Some(text) = given {
        return clock::read(&text).map_or_else(|| refuse(ctx, ids::CLI_BAD_DATE, &text), Ok);
    }
    match ctx.machine.variable("SOURCE_DATE_EPOCH") {
        Some(text) => clock::read_epoch(&text).map_or_else(|| refuse(ctx, ids::CLI_BAD_EPOCH, &text), Ok),
        None => Ok(clock::today(ctx.machine.now)),
    }
}

fn jobs(text: &str, ctx: &mut Context<'_, '_>) -> Result<NonZeroUsize, Exit> {
    text.parse().or_else(|_| refuse(ctx, ids::CLI_BAD_JOBS, text))
}

/// Checks an address as far as it can be wrong here: scheme and host. The rest is the site's matter.
fn base(text: &str, ctx: &mut Context<'_, '_>) -> Result<String, Exit> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let has_host = rest.is_some_and(|it| !it.is_empty() && !it.starts_with('/'));
    let is_plain = text.chars().all(|it| !it.is_whitespace() && !it.is_control() && !"?#\"<>".contains(it));
    if has_host && is_plain { Ok(text.to_owned()) } else { refuse(ctx, ids::CLI_BAD_BASE, text) }
}

/// Chooses the folder of the cache: the one asked for, else the user's own (XDG Base Directory) if the environment names one.
fn cache(asked: Option<PathBuf>, is_unwanted: bool, ctx: &mut Context<'_, '_>) -> Result<Option<PathBuf>, Exit> {
    if asked.is_some() && is_unwanted {
        return Err(ctx.wrong_use(ids::CLI_CONFLICT, &[("option", "--cache".into()), ("other", "--no-cache".into())]));
    }
    if asked.is_some() || is_unwanted {
        return Ok(asked);
    }
    let named = ctx.machine.variable("XDG_CACHE_HOME").map(PathBuf::from).filter(|it| it.is_absolute());
    let folder = named.or_else(|| ctx.machine.variable("HOME").map(|it| PathBuf::from(it).join(".cache")));
    Ok(folder.map(|it| it.join(env!("CARGO_PKG_NAME"))))
}
