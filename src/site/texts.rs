//! Texts: their place in the tree of folders, their language and their front matter.

use super::{Config, Parsed, Text, front};
use crate::{
    base::{FileId, Key, Lang, Languages, Span},
    diag::{Diagnostic, codes},
};

/// A text with its place in the tree of folders, not yet a page.
#[derive(Debug)]
pub(super) struct Placed {
    pub folder: String,
    pub name: String,
    pub lang: Lang,
    pub text: Text,
}

/// Reads front matter, names and languages of the texts.
pub(super) fn read(parsed: Vec<Parsed>, config: &Config, sink: &mut Vec<Diagnostic>) -> Vec<Placed> {
    let mut out = Vec::with_capacity(parsed.len());
    for it in parsed {
        let Parsed::Text { file, path, document, front } = it else { continue };
        let meta = front::read(front.as_deref(), sink);
        let Some((folder, name, lang)) = place(&path, file, &config.languages, sink) else { continue };
        let text = Text { path, file, document, meta, links: Vec::new(), images: Vec::new(), mentions: Vec::new() };
        out.push(Placed { folder, name, lang, text });
    }
    out
}

/// Splits `content/mandates/resolution-7833.ar.md` into folder, name and language.
fn place(
    path: &str,
    file: FileId,
    languages: &Languages,
    sink: &mut Vec<Diagnostic>,
) -> Option<(String, String, Lang)> {
    let inner = path.strip_prefix("content/").unwrap_or(path);
    let (folder, leaf) = inner.rsplit_once('/').unwrap_or(("", inner));
    let stem = leaf.strip_suffix(".md").unwrap_or(leaf);
    let span = Span::start_of(file);
    let Some((name, tag)) = stem.rsplit_once('.') else {
        let tag = languages.0.first().map_or("", |it| &*it.tag);
        let diagnostic = Diagnostic::at(&codes::page::UNKNOWN_LANGUAGE, span).with("lang", stem);
        sink.push(diagnostic.with("near", format!("{stem}.{tag}.md")).with("known", known(languages)).hint("missing"));
        return None;
    };
    for part in folder.split('/').filter(|it| !it.is_empty()).chain([name]) {
        if !Key::is_valid(part) {
            let near = Key::suggest(part);
            let diagnostic = Diagnostic::at(&codes::page::BAD_KEY, span).with("key", part);
            sink.push(if near.is_empty() { diagnostic } else { diagnostic.with("near", near).hint("near") });
            return None;
        }
    }
    let Some(lang) = languages.find(tag) else {
        let diagnostic =
            Diagnostic::at(&codes::page::UNKNOWN_LANGUAGE, span).with("lang", tag).with("known", known(languages));
        sink.push(match languages.near(tag) {
            Some(near) => diagnostic.with("near", near).hint("near"),
            None => diagnostic.hint("known"),
        });
        return None;
    };
    Some((folder.to_owned(), name.to_owned(), lang))
}

fn known(languages: &Languages) -> Vec<String> {
    languages.0.iter().map(|it| it.tag.to_string()).collect()
}
