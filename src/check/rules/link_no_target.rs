//! A link or image leads to a page or file that does not exist.

use super::{links, texts, written};
use crate::{
    check::Rule,
    diag::{Diagnostic, codes, nearest},
    markdown::Target,
    site::{LinkTarget, Site},
};

/// The rule.
pub const RULE: Rule = Rule { name: "link/no-target", check };

fn check(site: &Site, sink: &mut Vec<Diagnostic>) {
    for found in links(site).filter(|it| *it.target == LinkTarget::Nowhere) {
        let (target, span) = written(found.link);
        let diagnostic = Diagnostic::at(&codes::link::NO_TARGET, span).with("target", target);
        sink.push(match &found.link.target {
            Target::Key { .. } => diagnostic.nearest(target, site.lookup.keys()),
            _ => near_file(diagnostic, site, target),
        });
    }
    for (_, _, text) in texts(site) {
        for (image, resolved) in text.document.images.iter().zip(&text.images) {
            if let (Target::Address { path, .. }, None) = (&image.target, resolved) {
                let diagnostic = Diagnostic::at(&codes::link::NO_TARGET, path.span).with("target", path.value.as_str());
                sink.push(near_file(diagnostic, site, &path.value));
            }
        }
    }
}

/// Adds the nearest name in the same folder, written as the author wrote the wrong one.
fn near_file(diagnostic: Diagnostic, site: &Site, target: &str) -> Diagnostic {
    let (prefix, leaf) = target.rsplit_once('/').map_or(("", target), |(prefix, leaf)| (prefix, leaf));
    let (name, ending) = leaf.split_once('.').unwrap_or((leaf, ""));
    let is_text = ending == "md" || ending.ends_with(".md") || ending.is_empty() || ending == "yaml";
    let near = if is_text {
        let whole = super::leafs(site.lookup.sources());
        nearest(name, whole.iter().map(String::as_str)).map(str::to_owned)
    } else {
        let whole = super::leafs(site.lookup.asset_paths());
        nearest(leaf, whole.iter().map(String::as_str)).map(str::to_owned)
    };
    match near {
        Some(near) => {
            let dot = if is_text && !ending.is_empty() { format!(".{ending}") } else { String::new() };
            let slash = if prefix.is_empty() { String::new() } else { format!("{prefix}/") };
            diagnostic.with("near", format!("{slash}{near}{dot}")).hint("near")
        }
        None => diagnostic,
    }
}
