//! Diagnostics as data: what is wrong, where, how grave, what would be right. No prose and no printing.
//!
//! The text of a code lives in `locales/<lang>/diagnostics/*.ftl` under the code's name with `-` for `/`:
//! `link/no-target` is the message `link-no-target`; its hints are the attributes `.hint-<name>`,
//! its labels the attributes `.label-<name>`. Message, hints and labels share the diagnostic's arguments.

pub mod codes;

use std::{fmt, io, sync::Arc};

use crate::base::Span;

/// How grave a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The site is not published.
    Error,
    /// The site is published; `--strict` refuses it.
    Warning,
    /// Worth knowing; never fails.
    Note,
}

impl Severity {
    /// Returns the name used in reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// One kind of mistake, declared once in `diag/codes`.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// Area and fault: `link/no-target`.
    pub name: &'static str,
    /// How grave it is unless `site.yaml` says otherwise.
    pub severity: Severity,
    /// The arguments that its message may use.
    pub args: &'static [&'static str],
    /// The hints that it may carry.
    pub hints: &'static [&'static str],
    /// The labels that it may carry.
    pub labels: &'static [&'static str],
}

impl Code {
    /// Returns the id of its message in the locales.
    pub fn message_id(&self) -> String {
        self.name.replace('/', "-")
    }
}

/// A value inserted into a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// Text as the author wrote it; isolated when printed.
    Text(String),
    /// A number; decides plural forms.
    Number(i64),
    /// Several names, printed as a list in the reader's language.
    List(Vec<String>),
    /// A word of our own, by the id of its message (`type-date`).
    Message(&'static str),
}

impl Arg {
    /// Words what the machine said: in the reader's language where we know the fault, else as it came.
    pub fn of_io(cause: &io::Error) -> Self {
        match cause.kind() {
            io::ErrorKind::NotFound => Self::Message("fault-missing"),
            io::ErrorKind::PermissionDenied => Self::Message("fault-permission"),
            io::ErrorKind::ReadOnlyFilesystem => Self::Message("fault-read-only"),
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Message("fault-full"),
            io::ErrorKind::NotADirectory => Self::Message("fault-no-folder"),
            io::ErrorKind::InvalidInput => Self::Message("fault-no-file"),
            _ => Self::Text(cause.to_string()),
        }
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
impl From<&Arc<str>> for Arg {
    fn from(text: &Arc<str>) -> Self {
        Self::Text(text.to_string())
    }
}
impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}
impl From<Vec<String>> for Arg {
    fn from(list: Vec<String>) -> Self {
        Self::List(list)
    }
}

/// Where a diagnostic points.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// A range in a source file.
    At(Span),
    /// A file or folder that is not a readable source, by its path below the site's folder.
    Path(Arc<str>),
    /// The site as a whole.
    Site,
}

/// A second place that explains the first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// Attribute `.label-<name>` of the code's message.
    pub name: &'static str,
}

/// A change of a source file that would cure the mistake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What to put where; non-overlapping, in order.
    pub edits: Vec<(Span, String)>,
    /// Whether it may be applied without a person reading it.
    pub is_safe: bool,
}

/// One mistake found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of mistake.
    pub code: &'static Code,
    /// How grave, after `site.yaml` and `--strict`.
    pub severity: Severity,
    /// Where.
    pub place: Place,
    /// Named values for message, hint and labels.
    pub args: Vec<(&'static str, Arg)>,
    /// Further places.
    pub labels: Vec<Label>,
    /// Attribute `.hint-<name>` of the code's message.
    pub hint: Option<&'static str>,
    /// A cure.
    pub fix: Option<Fix>,
}

impl Diagnostic {
    /// Reports `code` at a range of a source file.
    pub fn at(code: &'static Code, span: Span) -> Self {
        Self::new(code, Place::At(span))
    }

    /// Reports `code` for a file or folder that has no text to point into.
    pub fn path(code: &'static Code, path: &str) -> Self {
        Self::new(code, Place::Path(path.into()))
    }

    /// Reports `code` anywhere.
    pub fn new(code: &'static Code, place: Place) -> Self {
        Self { code, severity: code.severity, place, args: Vec::new(), labels: Vec::new(), hint: None, fix: None }
    }

    /// Adds a named value for message, hint and labels.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        debug_assert!(self.code.args.contains(&name), "`{}` declares argument `{name}`", self.code.name);
        self.args.push((name, value.into()));
        self
    }

    /// Points at a second place.
    #[must_use]
    pub fn label(mut self, span: Span, name: &'static str) -> Self {
        debug_assert!(self.code.labels.contains(&name), "`{}` declares label `{name}`", self.code.name);
        self.labels.push(Label { span, name });
        self
    }

    /// Chooses the hint.
    #[must_use]
    pub fn hint(mut self, name: &'static str) -> Self {
        debug_assert!(self.code.hints.contains(&name), "`{}` declares hint `{name}`", self.code.name);
        self.hint = Some(name);
        self
    }

    /// Adds the nearest name as argument `near` with hint `near`, when there is one.
    #[must_use]
    pub fn nearest<'a>(self, wrong: &str, names: impl IntoIterator<Item = &'a str>) -> Self {
        match nearest(wrong, names) {
            Some(name) => self.with("near", name).hint("near"),
            None => self,
        }
    }

    /// Returns an argument that is a text.
    fn text_of(&self, name: &str) -> Option<&str> {
        self.args.iter().find_map(|(it, value)| match value {
            Arg::Text(text) if *it == name => Some(text.as_str()),
            _ => None,
        })
    }

    /// Adds a change that would cure it.
    #[must_use]
    pub fn fix(mut self, span: Span, replacement: impl Into<String>, is_safe: bool) -> Self {
        self.fix = Some(Fix { edits: vec![(span, replacement.into())], is_safe });
        self
    }
}

/// Returns the name nearest to `wrong`, if one is near enough to be meant.
pub fn nearest<'a>(wrong: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = wrong.chars().count();
    // Any name of one letter is one step from any other.
    let limit = if length < 2 { 0 } else { (length / 3).max(1) };
    let distance = |it: &str| {
        if it.to_lowercase() == wrong.to_lowercase() { 0 } else { strsim::damerau_levenshtein(wrong, it) }
    };
    let scored = names.into_iter().map(|it| (distance(it), it));
    scored.filter(|(distance, name)| *distance <= limit && *name != wrong).min().map(|(_, name)| name)
}

/// Gives each diagnostic that names the nearest right name a cure that puts it in place of the wrong one, where that is what
/// the author wrote there; a person must agree. `text` returns what stands at a place.
pub fn offer_nearest<'t>(diagnostics: &mut [Diagnostic], text: impl Fn(Span) -> &'t str) {
    for it in diagnostics.iter_mut().filter(|it| it.fix.is_none() && it.hint == Some("near")) {
        let (Place::At(span), Some(near)) = (&it.place, it.text_of("near")) else { continue };
        let written = text(*span);
        let others = it.args.iter().filter(|(name, _)| *name != "near");
        let wrong = others.filter_map(|(_, value)| match value {
            // What stands there is the name, perhaps in quotation marks.
            Arg::Text(wrong) if written.trim_matches(['"', '\'']) == wrong && !wrong.is_empty() => Some(wrong),
            _ => None,
        });
        let Some((at, length)) = wrong.filter_map(|it| Some((written.find(it.as_str())?, it.len()))).next() else {
            continue;
        };
        let start = span.range().start + at;
        let edit = (Span::new(span.file, start, start + length), near.to_owned());
        it.fix = Some(Fix { edits: vec![edit], is_safe: false });
    }
}

/// A value together with the mistakes found while making it. Author mistakes never stop a stage.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked<T> {
    /// The value, complete as far as the input allows.
    pub value: T,
    /// What was found.
    pub diagnostics: Vec<Diagnostic>,
}

impl<T> Checked<T> {
    /// Returns a value without a mistake.
    pub fn clean(value: T) -> Self {
        Self { value, diagnostics: Vec::new() }
    }

    /// Joins a value and what was found.
    pub fn new(value: T, diagnostics: Vec<Diagnostic>) -> Self {
        Self { value, diagnostics }
    }

    /// Moves the mistakes into `sink` and returns the value.
    pub fn take(self, sink: &mut Vec<Diagnostic>) -> T {
        sink.extend(self.diagnostics);
        self.value
    }
}

/// Sorts by place and code and drops repetitions.
pub fn sort(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics
        .sort_by(|a, b| a.place.cmp(&b.place).then(a.code.name.cmp(b.code.name)).then(a.severity.cmp(&b.severity)));
    diagnostics.dedup_by(|a, b| a.code == b.code && a.place == b.place && a.args == b.args);
}

impl fmt::Display for Severity {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}
