//! Rules of `site.yaml` that hold for a folder and all below it; the nearest folder decides.

use super::{Config, PageKind, Site, lookup::Lookup};
use crate::{
    base::{Languages, Spanned},
    diag::{Diagnostic, codes},
    record::{
        Fallback, Kinds, Node, Translations, kinds,
        reader::{self, Fields, near_or_known},
    },
};

/// One rule for each folder that has its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByFolder<T> {
    /// The folders with their rules; the empty one stands for the whole content.
    rules: Vec<(Spanned<String>, T)>,
}

impl<T> Default for ByFolder<T> {
    fn default() -> Self {
        Self { rules: Vec::new() }
    }
}

impl<T> ByFolder<T> {
    /// Returns the rule for a page: that of the nearest folder which has one.
    pub fn of(&self, path: &str) -> Option<&T> {
        let holds = |folder: &str| {
            folder.is_empty() || path.strip_prefix(folder).is_some_and(|it| it.is_empty() || it.starts_with('/'))
        };
        self.rules.iter().filter(|(it, _)| holds(&it.value)).max_by_key(|(it, _)| it.value.len()).map(|(_, rule)| rule)
    }

    /// Reports the folders that do not exist.
    pub(super) fn check(&self, lookup: &Lookup, sink: &mut Vec<Diagnostic>) {
        for (folder, _) in self.rules.iter().filter(|(it, _)| lookup.path(&it.value).is_none()) {
            let diagnostic = Diagnostic::at(&codes::site::NO_TARGET, folder.span).with("target", &*folder.value);
            sink.push(diagnostic.nearest(&folder.value, lookup.paths()));
        }
    }
}

/// Reads one rule for all, or a mapping of folders with a rule each; `/` is the whole content.
fn by_folder<T>(
    fields: &mut Fields<'_, '_>,
    key: &'static str,
    is_rule: impl Fn(&str) -> bool,
    read: impl Fn(&Spanned<Node>, &mut Vec<Diagnostic>) -> Option<T>,
) -> ByFolder<T> {
    let Some(node) = fields.filled(key) else { return ByFolder::default() };
    let whole = Spanned::new(String::new(), node.span);
    let mut rules = Vec::new();
    match &node.value {
        Node::Mapping(pairs) if !pairs.iter().any(|(key, _)| is_rule(&key.value)) => {
            let mut inner = Fields::new(node, fields.sink());
            for (folder, node) in inner.each() {
                let folder = Spanned::new(folder.value.trim_matches('/').to_owned(), folder.span);
                rules.extend(read(node, inner.sink()).map(|it| (folder, it)));
            }
        }
        _ => rules.extend(read(node, fields.sink()).map(|it| (whole, it))),
    }
    ByFolder { rules }
}

/// Reads `translations:`, what is asked of texts without a kind.
pub(super) fn translations(fields: &mut Fields<'_, '_>, languages: &Languages) -> ByFolder<Translations> {
    let is_rule = |key: &str| matches!(key, "within" | "only" | "because");
    by_folder(fields, "translations", is_rule, |node, sink| {
        if matches!(node.value, Node::Mapping(_)) {
            return Some(kinds::policy(Fields::new(node, sink), languages));
        }
        let known = [("optional", Translations::Optional), ("required", Translations::Required)];
        choice(node, &known, sink)
    })
}

/// Reads `fallback:`, what readers get where a text does not exist in their language.
pub(super) fn fallback(fields: &mut Fields<'_, '_>) -> ByFolder<Fallback> {
    by_folder(fields, "fallback", |_| false, |node, sink| choice(node, Fallback::NAMES, sink))
}

fn choice<T: Clone>(node: &Spanned<Node>, known: &[(&str, T)], sink: &mut Vec<Diagnostic>) -> Option<T> {
    let written = reader::text(node, sink)?;
    let found = known.iter().find(|(name, _)| *name == written.value).map(|(_, it)| it.clone());
    if found.is_none() {
        let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
        let diagnostic = Diagnostic::at(&codes::site::BAD_CHOICE, written.span).with("value", written.value);
        sink.push(near_or_known(diagnostic, written.value, &names));
    }
    found
}

/// Returns what readers get where a page's text does not exist in their language: as its kind says, else its folder.
pub(super) fn fallback_of(config: &Config, kinds: &Kinds, kind: Option<usize>, path: &str) -> Fallback {
    let of_kind = kind.and_then(|it| kinds.all()[it].fallback);
    of_kind.or_else(|| config.fallback.of(path).copied()).unwrap_or_default()
}

impl Site {
    /// Returns what readers get where the text of a page does not exist in their language.
    pub fn fallback(&self, page: &super::Page) -> Fallback {
        let kind = match page.kind {
            PageKind::Record(id) => Some(self.record(id).kind),
            _ => None,
        };
        fallback_of(&self.config, &self.kinds, kind, &page.path)
    }

    /// Returns what is asked of the languages of a page; nothing for pages that the program makes.
    pub fn policy(&self, page: &super::Page) -> Option<&Translations> {
        const DEFAULT: Translations = Translations::Optional;
        match page.kind {
            PageKind::Text | PageKind::Home | PageKind::Folder { .. } => {
                Some(self.config.translations.of(&page.path).unwrap_or(&DEFAULT))
            }
            PageKind::Record(id) => Some(&self.kind_of(id).translations),
            PageKind::Letters | PageKind::Years | PageKind::Search | PageKind::Parity => None,
        }
    }
}
