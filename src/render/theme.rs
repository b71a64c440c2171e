//! A theme ready for use: one template engine per language, the style sheet, the icon.

use std::{collections::BTreeMap, ops::Range};

use serde::Deserialize;
use tera::{Context, ErrorKind, Tera};

use super::{
    lean,
    minify::{Minify, Piece, piece},
};
use crate::{
    base::{Artifact, FileId, Fingerprint, Languages, Span},
    diag::{Arg, Diagnostic, Place, codes},
    view::Sheet,
};

/// How pages are made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Options {
    /// Whether they are minified.
    pub minify: Minify,
}

/// A theme with a site's overrides, ready to render. Immutable; used from many threads.
pub struct Theme {
    pub(super) engines: Vec<Tera>,
    pub(super) languages: Languages,
    pub(super) own: BTreeMap<String, FileId>,
    pub(super) assets: Vec<Artifact>,
    pub(super) stylesheets: [String; Sheet::ALL.len()],
    pub(super) icon: String,
    pub(super) loader: String,
    pub(super) search: String,
    pub(super) options: Options,
    pub(super) fingerprint: Fingerprint,
}

/// The content of `theme.yaml`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Settings {
    /// The theme's name.
    #[allow(dead_code, reason = "read by people")]
    pub name: String,
    /// The style files of nearly all pages, in the order in which they are joined.
    pub styles: Vec<String>,
    /// Those of pages with a sheet of their own; a page whose sheet is not named here takes `styles`.
    #[serde(default)]
    pub sheets: Sheets,
    /// The icon's file.
    pub icon: String,
    /// The scripts.
    pub scripts: Scripts,
    /// The colours of the browser's own frame.
    pub frame: Frame,
}

/// The style files of pages with a sheet of their own, in the order in which they are joined.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Sheets {
    /// Of home pages.
    pub home: Vec<String>,
    /// Of the indexes by letter and by year.
    pub index: Vec<String>,
    /// Of records and texts without lists.
    pub reading: Vec<String>,
    /// Of lists that draw trees of units.
    pub organigram: Vec<String>,
    /// Of pages that show all languages side by side.
    pub parallel: Vec<String>,
    /// Of such pages where they show lists of kinds too.
    #[serde(rename = "parallel-lists")]
    pub parallel_lists: Vec<String>,
}

impl Settings {
    /// Returns the style files of a sheet.
    pub fn styles(&self, sheet: Sheet) -> &[String] {
        let own = match sheet {
            Sheet::Common => &self.styles,
            Sheet::Home => &self.sheets.home,
            Sheet::Reading => &self.sheets.reading,
            Sheet::Index => &self.sheets.index,
            Sheet::Organigram => &self.sheets.organigram,
            Sheet::Parallel => &self.sheets.parallel,
            Sheet::ParallelLists => &self.sheets.parallel_lists,
        };
        if own.is_empty() { &self.styles } else { own }
    }
}

/// The scripts of a theme, each a list of modules that are joined into one file.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Scripts {
    /// On every page.
    pub loader: String,
    /// What the loader fetches when the reader turns to search.
    pub search: Vec<String>,
    /// The style file of what the search shows, which it brings along as the constant `STYLE`.
    #[serde(default)]
    pub style: String,
}

/// The colours of the browser's own frame.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Frame {
    /// In the light scheme.
    pub light: String,
    /// In the dark scheme.
    pub dark: String,
}

impl Theme {
    /// Returns the files that pages use, named by their content: style sheets, icon and, with a search, its scripts.
    pub fn assets(&self, has_search: bool) -> Vec<Artifact> {
        let is_used = |it: &&Artifact| has_search || (it.path != self.loader && it.path != self.search);
        self.assets.iter().filter(is_used).cloned().collect()
    }

    /// Tells whether the site brings templates of its own, whose faults only pages show.
    pub fn has_own_templates(&self) -> bool {
        self.own.keys().any(|it| it.ends_with(".html"))
    }

    /// Returns the path of a style sheet below the site's root.
    pub fn stylesheet(&self, sheet: Sheet) -> &str {
        &self.stylesheets[sheet as usize]
    }

    /// Returns the icon's path below the site's root.
    pub fn icon(&self) -> &str {
        &self.icon
    }

    /// Returns the path of the script of every page, below the site's root.
    pub fn loader(&self) -> &str {
        &self.loader
    }

    /// Returns the path of the search's script, below the site's root.
    pub fn search(&self) -> &str {
        &self.search
    }

    /// Returns what stands for the whole theme in the key of a rendered page: templates, words, options.
    pub fn fingerprint(&self) -> Fingerprint {
        self.fingerprint
    }

    /// Returns the engine of a language; a language that the site lacks is answered in its first.
    pub(super) fn engine(&self, tag: &str) -> &Tera {
        let rank = self.languages.find(tag).map_or(0, |it| it.index());
        self.engines.get(rank).unwrap_or(&self.engines[0])
    }

    /// Renders the frame of a page. That of the default theme has nothing to spare but quotes; a site's own templates go
    /// through the minifier and its guard.
    pub(super) fn frame(
        &self,
        tag: &str,
        template: &str,
        context: &Context,
        page: &str,
        found: &mut Vec<Diagnostic>,
    ) -> String {
        if !self.own.is_empty() {
            return self.render(tag, template, context, page, found);
        }
        let mut out = String::new();
        lean::small(&self.raw(tag, template, context, page, found), self.options.minify, &mut out);
        out
    }

    /// Renders one template and minifies the result; faults are reported for `page`.
    pub(super) fn render(
        &self,
        tag: &str,
        template: &str,
        context: &Context,
        page: &str,
        found: &mut Vec<Diagnostic>,
    ) -> String {
        let html = self.raw(tag, template, context, page, found);
        self.minified(html, template, page, found)
    }

    pub(super) fn raw(
        &self,
        tag: &str,
        template: &str,
        context: &Context,
        page: &str,
        found: &mut Vec<Diagnostic>,
    ) -> String {
        self.engine(tag).render(template, context).unwrap_or_else(|error| {
            found.push(self.fault(&error, page));
            String::new()
        })
    }

    /// Minifies one piece of a page, and says so when it could not be done.
    pub(super) fn minified(&self, html: String, template: &str, page: &str, found: &mut Vec<Diagnostic>) -> String {
        let Piece { html, is_refused } = piece(html, self.options.minify);
        if is_refused {
            // The template is at fault on all of its pages: it is told, with the first of them.
            let own = self.own.get(template).map(|file| Place::At(Span::start_of(*file)));
            let place = own.unwrap_or_else(|| Place::Path(page.into()));
            found.push(Diagnostic::new(&codes::build::MINIFY, place).with("page", page));
        }
        html
    }

    fn fault(&self, error: &tera::Error, page: &str) -> Diagnostic {
        let fault = faults(error, |_| None).remove(0);
        let place = fault.place(&self.own).unwrap_or_else(|| Place::Path(page.into()));
        fault.unknown_name(place.clone(), []).unwrap_or_else(|| {
            Diagnostic::new(&codes::theme::RENDER, place).with("page", page).with("reason", fault.reason)
        })
    }
}

/// One fault that the template engine found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    /// The template's path; empty where the engine does not know it.
    pub template: String,
    /// Where in it.
    pub range: Range<usize>,
    /// What is wrong, in one line.
    pub reason: String,
}

impl Fault {
    /// Returns the place, if it lies in a site's own file.
    pub fn place(&self, own: &BTreeMap<String, FileId>) -> Option<Place> {
        let file = own.get(&self.template)?;
        Some(Place::At(Span::new(*file, self.range.start, self.range.end)))
    }
}

/// What the engine calls something that a template names and that does not exist, and what we call it.
const UNKNOWN: &[(&str, &str, &str)] = &[
    ("Unknown filter `", "`", "template-filter"),
    ("Unknown test `", "`", "template-test"),
    ("Unknown function `", "`", "template-function"),
    ("Unknown component `", "`", "template-component"),
    ("Unknown template `", "`", "template-template"),
    ("Variable `", "` is not defined", "template-variable"),
    ("Field `", "` is not defined", "template-field"),
];

impl Fault {
    /// Words the fault as an unknown name, if it is one, with the nearest of `known` or of those that the engine lists.
    pub fn unknown_name<'n>(&'n self, place: Place, known: impl IntoIterator<Item = &'n str>) -> Option<Diagnostic> {
        let found = UNKNOWN.iter().find_map(|(start, end, what)| {
            let (name, rest) = self.reason.strip_prefix(start)?.split_once(end)?;
            Some((name, rest, *what))
        });
        let (name, rest, what) = found?;
        let listed = rest.split_once(": ").map_or("", |(_, list)| list).split(", ");
        let found =
            Diagnostic::new(&codes::theme::UNKNOWN_NAME, place).with("what", Arg::Message(what)).with("name", name);
        Some(found.nearest(name, known.into_iter().chain(listed)))
    }

    /// Words the fault as one of syntax; what the engine says of it, in its own language, stands as a hint.
    pub fn syntax(&self, place: Place) -> Diagnostic {
        const REASONS: &[(&str, &str)] = &[
            ("Unexpected end of input", "template-reason-end"),
            ("Unknown tag", "template-reason-tag"),
            ("Found ", "template-reason-expected"),
        ];
        let known = REASONS.iter().find(|(start, _)| self.reason.starts_with(start));
        let reason = known.map_or("template-reason-other", |(_, id)| id);
        let found = Diagnostic::new(&codes::theme::SYNTAX, place).with("reason", Arg::Message(reason));
        found.with("detail", self.reason.as_str()).hint("engine")
    }
}

/// Lists the faults of an engine's error. Faults of several templates come as one text, each headed by `error:` and `--> path:line:column`.
pub(super) fn faults<'t>(error: &tera::Error, text_of: impl Fn(&str) -> Option<&'t str>) -> Vec<Fault> {
    if let ErrorKind::SyntaxError(it) | ErrorKind::RenderingError(it) = error.kind() {
        return vec![Fault {
            template: it.filename().to_owned(),
            range: it.span().range.clone(),
            reason: one_line(it.message()),
        }];
    }
    let all = error.to_string();
    let mut out: Vec<Fault> = Vec::new();
    for line in all.lines() {
        if let Some(reason) = line.strip_prefix("error: ") {
            out.push(Fault { template: String::new(), range: 0..0, reason: one_line(reason) });
        } else if let Some((last, place)) = out.last_mut().zip(line.trim_start().strip_prefix("--> "))
            && last.template.is_empty()
            && let Some((path, line, column)) = split_place(place)
        {
            last.template = path.to_owned();
            let start = text_of(path).map_or(0, |text| offset(text, line, column));
            last.range = start..start;
        }
    }
    if out.is_empty() {
        let lost = Fault { template: String::new(), range: 0..0, reason: one_line(&all) };
        out.push(without_parent(&all, text_of).unwrap_or(lost));
    }
    out
}

/// Finds where a template names the one that it extends and that does not exist; the engine tells no place.
fn without_parent<'t>(message: &str, text_of: impl Fn(&str) -> Option<&'t str>) -> Option<Fault> {
    let (template, rest) = message.split_once("Template '")?.1.split_once("' is inheriting from '")?;
    let (parent, _) = rest.split_once('\'')?;
    let start = text_of(template)?.find(parent)?;
    Some(Fault {
        template: template.to_owned(),
        range: start..start + parent.len(),
        reason: format!("Unknown template `{parent}`"),
    })
}

fn split_place(place: &str) -> Option<(&str, usize, usize)> {
    let mut parts = place.rsplitn(3, ':');
    let (column, line, path) = (parts.next()?, parts.next()?, parts.next()?);
    Some((path, line.parse().ok()?, column.parse().ok()?))
}

/// Returns the byte at a line and column, both counted from 1, columns in characters.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let rest = &text[start..];
    start + rest.char_indices().nth(column.saturating_sub(1)).map_or(rest.len(), |it| it.0)
}

fn one_line(text: &str) -> String {
    text.lines().map(str::trim).filter(|it| !it.is_empty()).collect::<Vec<_>>().join("; ")
}
