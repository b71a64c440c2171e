//! A link or image leads to a page or file that does not exist.

use super::{links, texts, written};
use crate::{
    base::Route,
    check::{Rule, Scope},
    diag::{Diagnostic, codes, nearest},
    markdown::Target,
    site::{KeyMatch, LinkTarget, PageId, Site, Text, join},
};

/// The rule.
pub const RULE: Rule = Rule { name: "link/no-target", check };

fn check(Scope { site, .. }: Scope<'_>, sink: &mut Vec<Diagnostic>) {
    for found in links(site).filter(|it| *it.target == LinkTarget::Nowhere) {
        let (target, span) = written(found.link);
        let diagnostic = Diagnostic::at(&codes::link::NO_TARGET, span).with("target", target);
        sink.push(match &found.link.target {
            Target::Key { .. } => near_key(diagnostic, site, target),
            _ => near_file(diagnostic, site, found.text, target),
        });
    }
    for (_, _, text) in texts(site) {
        for (image, resolved) in text.document.images.iter().zip(&text.images) {
            if let (Target::Address { path, .. }, None) = (&image.target, resolved) {
                let diagnostic = Diagnostic::at(&codes::link::NO_TARGET, path.span).with("target", path.value.as_str());
                sink.push(near_file(diagnostic, site, text, &path.value));
            }
        }
    }
}

/// Adds the nearest key, else the page that has what was written, or nearly so, for its title.
fn near_key(diagnostic: Diagnostic, site: &Site, target: &str) -> Diagnostic {
    let diagnostic = diagnostic.nearest(target, site.lookup.keys());
    match site.lookup.titled(target).filter(|_| diagnostic.hint.is_none()) {
        Some(page) => diagnostic.with("near", name_of(site, page)).hint("near"),
        None => diagnostic,
    }
}

/// Returns the shortest name by which a text can link to a page.
fn name_of(site: &Site, page: PageId) -> &str {
    let path = &site.page(page).path;
    let leaf = split(path).1;
    if site.lookup.key(leaf) == KeyMatch::One(page) { leaf } else { path }
}

/// Adds what the author may have meant: the nearest name in the folder that the path names, else the same name elsewhere.
fn near_file(diagnostic: Diagnostic, site: &Site, text: &Text, target: &str) -> Diagnostic {
    match near(site, text.folder(), target) {
        Some(near) => diagnostic.with("near", near).hint("near"),
        None => diagnostic,
    }
}

fn near(site: &Site, from: &str, target: &str) -> Option<String> {
    let target = target.split('?').next().unwrap_or(target);
    let wrong = join(from, target)?;
    if let Some(other) = other_language(site, &wrong) {
        let folder = target.len() - split(target).1.len();
        return Some(format!("{}{}", &target[..folder], split(&other).1));
    }
    let (folder, leaf) = split(&wrong);
    let (name, ending) = leaf.split_once('.').unwrap_or((leaf, ""));
    let is_text = ending.ends_with("md") || matches!(ending, "" | "yaml");
    let known: Vec<&str> = if is_text { site.lookup.sources().collect() } else { site.lookup.asset_paths().collect() };
    let name = if is_text { name } else { leaf };
    let beside = known.iter().map(|it| split(it)).filter(|(it, _)| *it == folder).map(|(_, name)| name);
    let prefix = &target[..target.len() - split(target).1.len()];
    let ending = if is_text { &leaf[name.len()..] } else { "" };
    if let Some(near) = nearest(name, beside) {
        return Some(format!("{prefix}{near}{ending}"));
    }
    let mut elsewhere = known.iter().filter(|it| split(it).1 == name);
    let (one, None) = (elsewhere.next()?, elsewhere.next()) else { return None };
    let folder = if from.is_empty() { String::new() } else { format!("{from}/") };
    Some(Route(folder).link_to(&Route(format!("{one}{ending}"))))
}

/// Returns the file of another language where that of the one which the link names is missing.
fn other_language(site: &Site, wrong: &str) -> Option<String> {
    let (name, tag) = wrong.strip_suffix(".md")?.rsplit_once('.')?;
    site.languages().find(tag)?;
    let files = site.languages().0.iter().map(|it| format!("{name}.{}.md", it.tag));
    files.into_iter().find(|it| site.lookup.has_text(it))
}

fn split(path: &str) -> (&str, &str) {
    path.rsplit_once('/').unwrap_or(("", path))
}
