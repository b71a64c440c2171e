//! Joins the embedded theme and a site's own files, and finds every mistake in the latter.

use std::{borrow::Cow, collections::BTreeMap, sync::Arc};

use tera::{Map, Tera, Value};

use super::{
    assets::{self, Assets},
    design::{self, Design},
    embedded,
    functions::{self, Words},
    slots,
    theme::{Frame, Options, Settings, Theme, faults},
};
use crate::{
    base::{Artifact, FileId, Fingerprint, Lang, Languages, Span},
    diag::{Arg, Checked, Diagnostic, Place, codes, nearest},
    locale::ids,
};

/// The Content Security Policy as far as a page itself can carry it; `frame-ancestors` works as a header only.
pub const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; \
    connect-src 'self'; base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'";

/// A theme's files by path: the text and, for a site's own, the file that it came from.
type Files<'a> = BTreeMap<&'a str, (Cow<'a, str>, Option<FileId>)>;

/// Makes a theme of the embedded one and a site's own files (path below the theme's folder, file, text).
/// `word` gives the interface words: the message with this id in this language; `design` is what the site sets of its looks.
pub fn load(
    own: &[(&str, FileId, &str)],
    languages: &Languages,
    word: &dyn Fn(Lang, &str) -> Option<String>,
    design: &Design,
    options: Options,
) -> Checked<Theme> {
    let mut found = Vec::new();
    // A copy of an embedded file overrides nothing: the pages are the same with it and without.
    let own: Vec<_> = own.iter().copied().filter(|(path, _, text)| default_text(path) != Some(*text)).collect();
    let mut files = merge(&own, &mut found);
    let mut settings = settings(&mut files, &mut found);
    settings.frame = design::frame(design, &settings.frame);
    let tokens = files.get("styles/tokens.css").map_or("", |it| &*it.0);
    let own_css = design::css(design, tokens, &mut found);
    keep_what_compiles(&mut files, &mut found);
    let words = Arc::new(words(&files, languages, word, &mut found));
    let engines = (0..languages.len().max(1)).map(|rank| engine(&files, &words, rank, &settings.frame)).collect();
    let assets = assets::make(&settings, |path| files.get(path).map(|it| &*it.0), &own_css, options.minify);
    let texts: Vec<(&str, &str)> = files.iter().map(|(path, (text, _))| (*path, &**text)).collect();
    let theme = Theme {
        engines,
        languages: languages.clone(),
        own: own.iter().map(|(path, file, _)| ((*path).to_owned(), *file)).collect(),
        stylesheets: assets.stylesheets.each_ref().map(|it| it.path.clone()),
        icon: assets.icon.path.clone(),
        loader: assets.loader.path.clone(),
        search: assets.search.path.clone(),
        assets: files_of(assets),
        options,
        fingerprint: Fingerprint::of(&(texts, &*words, options, &own_css, &settings.frame)),
    };
    Checked::new(theme, found)
}

/// Lists the files of a theme; sheets that came out alike are one.
fn files_of(assets: Assets) -> Vec<Artifact> {
    let mut out: Vec<Artifact> = Vec::new();
    for it in assets.stylesheets.into_iter().chain([assets.icon, assets.loader, assets.search]) {
        if out.iter().all(|earlier| earlier.path != it.path) {
            out.push(it);
        }
    }
    out
}

/// Puts a site's files over the embedded ones; a file that overrides nothing is reported.
fn merge<'a>(own: &[(&'a str, FileId, &'a str)], found: &mut Vec<Diagnostic>) -> Files<'a> {
    let mut files: Files<'a> = embedded::files().map(|(path, text)| (path, (Cow::Borrowed(text), None))).collect();
    for (path, file, text) in own {
        // Templates for single kinds have no counterpart to override.
        let is_for_kind = path.starts_with("records/") && path.ends_with(".html");
        if is_for_kind || files.contains_key(path) {
            files.insert(path, (Cow::Borrowed(text), Some(*file)));
        } else {
            let unused = Diagnostic::at(&codes::theme::UNUSED_FILE, Span::start_of(*file)).with("file", *path);
            let near = nearest(path, embedded::files().map(|it| it.0)).or_else(|| same_name(path));
            found.push(match near {
                Some(near) => unused.with("near", near).hint("near"),
                None => unused,
            });
        }
    }
    files
}

/// Returns the embedded file with the same name in another folder.
fn same_name(path: &str) -> Option<&'static str> {
    let name = path.rsplit('/').next()?;
    embedded::files().map(|it| it.0).find(|it| it.rsplit('/').next() == Some(name))
}

fn settings(files: &mut Files<'_>, found: &mut Vec<Diagnostic>) -> Settings {
    const PATH: &str = "theme.yaml";
    let Some((text, own)) = files.get(PATH) else { return embedded_settings() };
    match (serde_yaml::from_str::<Settings>(text), own) {
        (Ok(settings), _) => settings,
        (Err(error), own) => {
            let at = error.location().and_then(|it| it.span().byte_offset()).and_then(|it| usize::try_from(it).ok());
            let at = at.unwrap_or_default().min(text.len());
            let place = own.map_or(Place::Site, |file| Place::At(Span::new(file, at, at)));
            let reason = error.to_string();
            let reason = reason.lines().next().unwrap_or_default().trim_start_matches("error: ");
            // The place is told beside.
            let reason = reason.split_once(": ").filter(|it| it.0.starts_with("line ")).map_or(reason, |it| it.1);
            found.push(Diagnostic::new(&codes::theme::SYNTAX, place).with("reason", reason));
            embedded_settings()
        }
    }
}

fn embedded_settings() -> Settings {
    let text = default_text("theme.yaml").expect("the embedded theme has a `theme.yaml`");
    serde_yaml::from_str(text).expect("the embedded `theme.yaml` is valid")
}

fn default_text(path: &str) -> Option<&'static str> {
    embedded::files().find(|it| it.0 == path).map(|it| it.1)
}

fn templates<'f>(files: &'f Files<'_>) -> impl Iterator<Item = (&'f str, &'f str, Option<FileId>)> {
    files.iter().filter(|(path, _)| path.ends_with(".html")).map(|(path, (text, file))| (*path, &**text, *file))
}

/// Compiles the templates and puts the embedded one back in place of each that does not compile, until all do.
fn keep_what_compiles(files: &mut Files<'_>, found: &mut Vec<Diagnostic>) {
    if files.values().all(|it| it.1.is_none()) {
        return;
    }
    loop {
        let mut engine = Tera::new();
        functions::register(&mut engine, &Arc::default(), 0);
        let sources: Vec<(&str, &str)> = templates(files).map(|(path, text, _)| (path, text)).collect();
        let Err(error) = engine.add_raw_templates(sources) else { return };
        let own: BTreeMap<String, FileId> =
            templates(files).filter_map(|(path, _, file)| Some((path.to_owned(), file?))).collect();
        let mut dropped: Vec<String> = Vec::new();
        for fault in faults(&error, |path| files.get(path).map(|it| &*it.0)) {
            let at = fault.place(&own);
            // A default file that no longer fits says nothing while the site's file that it needs is at fault itself.
            if at.is_none() && !dropped.is_empty() {
                continue;
            }
            dropped.extend(at.is_some().then(|| fault.template.clone()));
            let place = at.unwrap_or(Place::Site);
            let known = names(files);
            found.push(
                fault
                    .unknown_name(place.clone(), known.iter().map(String::as_str))
                    .unwrap_or_else(|| fault.syntax(place)),
            );
        }
        // Without a culprit (files that do not fit together) all of the site's templates go.
        if dropped.is_empty() {
            dropped = own.into_keys().collect();
        }
        for path in dropped {
            match default_text(&path) {
                Some(text) => drop(files.get_mut(path.as_str()).map(|it| *it = (Cow::Borrowed(text), None))),
                None => drop(files.remove(path.as_str())),
            }
        }
    }
}

/// Lists what a template may name beside variables: components, functions, templates.
fn names(files: &Files<'_>) -> Vec<String> {
    let component = |text: &str| -> Vec<String> {
        let after = text.split("{% component ").skip(1);
        after.filter_map(|it| it.split_once('(')).map(|(name, _)| name.trim().to_owned()).collect()
    };
    let mut out: Vec<String> =
        templates(files).flat_map(|(path, text, _)| [vec![path.to_owned()], component(text)].concat()).collect();
    out.push("t".to_owned());
    out
}

/// Collects the words that the templates name, in every language; unknown names are reported where they stand.
fn words(
    files: &Files<'_>,
    languages: &Languages,
    word: &dyn Fn(Lang, &str) -> Option<String>,
    found: &mut Vec<Diagnostic>,
) -> Words {
    let mut all: Words = languages.0.iter().map(|it| (it.tag.to_string(), BTreeMap::new())).collect();
    for (_, text, file) in templates(files) {
        for (at, id) in functions::ids(text) {
            let mut is_known = true;
            for (lang, (_, texts)) in languages.iter().zip(&mut all) {
                match word(lang, id) {
                    Some(text) => drop(texts.insert(id.to_owned(), text)),
                    None => {
                        // Told here once; a page that asks for it shall not tell it again.
                        texts.insert(id.to_owned(), String::new());
                        is_known = false;
                    }
                }
            }
            if !is_known {
                let place = file.map_or(Place::Site, |file| Place::At(Span::new(file, at, at + id.len())));
                let unknown = Diagnostic::new(&codes::theme::UNKNOWN_NAME, place).with("name", id);
                found.push(
                    unknown.with("what", Arg::Message("template-message")).nearest(id, ids::NAMES.iter().copied()),
                );
            }
        }
    }
    all
}

fn engine(files: &Files<'_>, words: &Arc<Words>, rank: usize, frame: &Frame) -> Tera {
    let mut engine = Tera::new();
    functions::register(&mut engine, words, rank);
    let none = BTreeMap::new();
    let texts = words.get(rank).map_or(&none, |it| &it.1);
    // A site's own templates stay as written, so that the places of faults in them are true.
    let prepare = |text: &str| functions::inline(&functions::unindent(text), texts);
    let sources: Vec<(&str, String)> = templates(files)
        .map(|(path, text, own)| (path, if own.is_some() { text.to_owned() } else { prepare(text) }))
        .collect();
    engine.add_raw_templates(sources).expect("templates that compiled once compile with words in place of calls");
    let slots: Map = slots::NAMES
        .iter()
        .enumerate()
        .map(|(at, name)| ((*name).into(), Value::safe_string(&slots::token(at))))
        .collect();
    let global = engine.global_context();
    global.insert_value("slots", slots.into());
    global.insert("policy", POLICY);
    global.insert("frame", frame);
    engine
}
