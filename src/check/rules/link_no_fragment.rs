//! A link leads to a place on a page that does not exist there.

use super::{links, written};
use crate::{
    base::Spanned,
    check::{Rule, Scope},
    diag::{Diagnostic, codes},
    markdown::{Link, Target},
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
        let ids: Vec<&str> = target
            .texts
            .get(lang)
            .map_or_else(Vec::new, |it| it.document.blocks.iter().map(|it| it.id.as_str()).collect());
        let diagnostic = Diagnostic::at(&codes::link::NO_FRAGMENT, fragment.span);
        let diagnostic = diagnostic.with("fragment", fragment.value.as_str()).with("target", written(found.link).0);
        sink.push(diagnostic.nearest(&fragment.value, ids));
    }
}

fn fragment(link: &Link) -> Option<&Spanned<String>> {
    match &link.target {
        Target::Address { fragment, .. } | Target::Key { fragment, .. } => fragment.as_ref(),
        Target::Fragment(fragment) => Some(fragment),
        Target::External(_) | Target::Refused => None,
    }
}
