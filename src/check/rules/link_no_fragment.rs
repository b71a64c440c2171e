//! A link leads to a place on a page that does not exist there.

use super::{links, written};
use crate::{
    base::Spanned,
    check::{Rule, Scope},
    diag::{Diagnostic, codes, nearest},
    markdown::{Document, Link, Target},
    site::LinkTarget,
};

/// The rule.
pub const RULE: Rule = Rule { name: "link/no-fragment", check };

fn check(Scope { site, .. }: Scope<'_>, sink: &mut Vec<Diagnostic>) {
    for found in links(site) {
        let Some(fragment) = fragment(found.link) else { continue };
        let target = match found.target {
            LinkTarget::Page { page, .. } => site.page(*page),
            LinkTarget::Here(_) => found.page,
            _ => continue,
        };
        // A target without a text in this language is the business of the rule on translations.
        let lang = if target.address(found.lang).is_some() { target.shown_in(found.lang) } else { continue };
        let is_here =
            matches!(found.target, LinkTarget::Here(_)) && found.text.document.block(&fragment.value).is_some();
        if is_here || target.has_fragment(lang, &fragment.value) {
            continue;
        }
        let text = target.texts.get(lang).map(|it| &*it.document);
        let ids: Vec<&str> = text.map_or_else(Vec::new, |it| it.blocks.iter().map(|it| it.id.as_str()).collect());
        let target = match &found.link.target {
            Target::Fragment(_) => found.text.path.rsplit('/').next().unwrap_or_default(),
            _ => written(found.link).0,
        };
        let diagnostic = Diagnostic::at(&codes::link::NO_FRAGMENT, fragment.span);
        let diagnostic = diagnostic.with("fragment", fragment.value.as_str()).with("target", target);
        sink.push(match nearest(&fragment.value, ids).or_else(|| by_words(text, &fragment.value)) {
            Some(near) => diagnostic.with("near", near).hint("near"),
            None => diagnostic,
        });
    }
}

/// Returns the id of the heading whose words were written in its place, as other programs make ids of them.
fn by_words<'a>(text: Option<&'a Document>, written: &str) -> Option<&'a str> {
    let plain = |it: &str| it.replace(['-', '_'], " ").to_lowercase();
    let headings: Vec<(String, &str)> = text?.headings.iter().map(|it| (plain(&it.text), &*it.id)).collect();
    let near = nearest(&plain(written), headings.iter().map(|(words, _)| words.as_str()));
    let same = || headings.iter().find(|(words, _)| *words == plain(written)).map(|(words, _)| words.as_str());
    let words = same().or(near)?;
    headings.iter().find(|(it, _)| it == words).map(|(_, id)| *id)
}

fn fragment(link: &Link) -> Option<&Spanned<String>> {
    match &link.target {
        Target::Address { fragment, .. } | Target::Key { fragment, .. } => fragment.as_ref(),
        Target::Fragment(fragment) => Some(fragment),
        Target::External(_) | Target::Refused => None,
    }
}
