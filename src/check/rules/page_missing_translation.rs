//! A text has no counterpart in another language of the site.

use crate::{
    base::Span,
    check::Rule,
    diag::{Diagnostic, codes, nearest},
    site::{PageKind, Site, TextPolicy},
};

/// The rule.
pub const RULE: Rule = Rule { name: "page/missing-translation", check };

fn check(site: &Site, sink: &mut Vec<Diagnostic>) {
    for page in &site.pages {
        let policy = match page.kind {
            PageKind::Text | PageKind::Home | PageKind::Folder { .. } => site.config.translations,
            PageKind::Record(id) => {
                let is_required = site.kind_of(id).translations.is_required();
                if is_required { TextPolicy::Required } else { continue }
            }
            PageKind::Letters | PageKind::Years | PageKind::Search => continue,
        };
        let Some((have, text)) = page.texts.iter().next() else { continue };
        let missing =
            site.languages().iter().filter(|it| page.texts.get(*it).is_none() && page.drafts.get(*it).is_none());
        for lang in missing {
            let tag = site.languages().tag(lang);
            let place = text.meta.place(text.file);
            let span = Span { end: place.end, ..place };
            let diagnostic = match policy {
                TextPolicy::Optional => Diagnostic::at(&codes::page::UNTRANSLATED, span),
                TextPolicy::Required => Diagnostic::at(&codes::page::MISSING_TRANSLATION, span),
            };
            let diagnostic = diagnostic.with("lang", tag);
            sink.push(if policy == TextPolicy::Required {
                near(site, page, lang, have, diagnostic)
            } else {
                diagnostic
            });
        }
    }
}

/// Names a text of the missing language in the same folder that has no counterpart either and a similar name.
fn near(
    site: &Site,
    page: &crate::site::Page,
    lang: crate::base::Lang,
    have: crate::base::Lang,
    diagnostic: Diagnostic,
) -> Diagnostic {
    let widows = site
        .pages
        .iter()
        .filter(|it| it.parent == page.parent && it.texts.get(lang).is_some() && it.texts.get(have).is_none());
    let leaf = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
    let names: Vec<String> = widows.map(|it| leaf(&it.path)).collect();
    match nearest(&leaf(&page.path), names.iter().map(String::as_str)) {
        Some(name) => diagnostic.with("near", format!("{name}.{}.md", site.languages().tag(lang))).hint("near"),
        None => diagnostic,
    }
}
