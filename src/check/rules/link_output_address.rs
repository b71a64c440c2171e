//! A link names an address of the finished site instead of a source file. It works, but moving the page would break it.

use super::{links, written};
use crate::{
    base::{Lang, Route},
    check::{Rule, Scope},
    diag::{Diagnostic, codes},
    site::{LinkTarget, PageId, PageKind, Site},
};

/// The rule.
pub const RULE: Rule = Rule { name: "link/output-address", check };

fn check(Scope { site, .. }: Scope<'_>, sink: &mut Vec<Diagnostic>) {
    for found in links(site) {
        let LinkTarget::Address(page) = found.target else { continue };
        let (target, span) = written(found.link);
        let diagnostic = Diagnostic::at(&codes::link::OUTPUT_ADDRESS, span).with("target", target);
        sink.push(match source(site, *page, found.lang) {
            Some(source) => {
                let near = Route(format!("{}/", found.text.folder())).link_to(&Route(source));
                diagnostic.with("near", near).hint("near")
            }
            None => diagnostic,
        });
    }
}

/// Returns the path below `content/` by which texts link to a page.
fn source(site: &Site, id: PageId, lang: Lang) -> Option<String> {
    let page = site.page(id);
    let stem = match page.kind {
        PageKind::Home => "index".to_owned(),
        PageKind::Folder { .. } => page.texts.get_or_first(lang).map(|_| format!("{}/index", page.path))?,
        PageKind::Text | PageKind::Record(_) => page.path.to_string(),
        PageKind::Letters | PageKind::Years | PageKind::Search | PageKind::Parity => return None,
    };
    Some(format!("{stem}.md"))
}
