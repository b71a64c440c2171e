//! A text has no counterpart in another language of the site.

use crate::{
    base::{Lang, PartialDate},
    check::{Rule, Scope, respite},
    diag::{Diagnostic, codes, nearest},
    record::Translations,
    site::{Page, PageKind, Site, TextPolicy},
};

/// The rule.
pub const RULE: Rule = Rule { name: "page/missing-translation", check };

fn check(scope: Scope<'_>, sink: &mut Vec<Diagnostic>) {
    let site = scope.site;
    for page in site.pages.iter().filter(|it| !it.is_draft) {
        let (Some(policy), Some((have, text))) = (policy(scope, page), page.texts.iter().next()) else { continue };
        let is_missing = |it: &Lang| page.texts.get(*it).is_none() && page.drafts.get(*it).is_none();
        for lang in site.languages().iter().filter(is_missing) {
            let (tag, span) = (site.languages().tag(lang), text.meta.place(text.file));
            sink.push(match policy {
                TextPolicy::Optional => Diagnostic::at(&codes::page::UNTRANSLATED, span).with("lang", tag),
                TextPolicy::Required => {
                    let diagnostic = Diagnostic::at(&codes::page::MISSING_TRANSLATION, span).with("lang", tag);
                    near(site, page, lang, have, diagnostic)
                }
            });
        }
    }
}

/// Returns what is asked of a page's texts; nothing where languages are not compared.
fn policy(scope: Scope<'_>, page: &Page) -> Option<TextPolicy> {
    let site = scope.site;
    match page.kind {
        PageKind::Text | PageKind::Home | PageKind::Folder { .. } => Some(site.config.translations),
        PageKind::Record(id) => match site.kind_of(id).translations {
            Translations::Required => Some(TextPolicy::Required),
            Translations::Within(days) if respite::is_over(last_change(page), days, scope.today) => {
                Some(TextPolicy::Required)
            }
            Translations::Within(_) => Some(TextPolicy::Optional),
            Translations::Optional | Translations::Only(..) => None,
        },
        PageKind::Letters | PageKind::Years | PageKind::Search | PageKind::Parity => None,
    }
}

/// Returns the day from which a respite runs: of the last change in any language, else of the page's own date.
pub(super) fn last_change(page: &Page) -> Option<PartialDate> {
    let changed = page.updated.iter().map(|(_, it)| *it).max_by_key(PartialDate::sort_key);
    changed.or(page.date)
}

/// Names a text of the missing language in the same folder that has no counterpart either and a similar name.
fn near(site: &Site, page: &Page, lang: Lang, have: Lang, diagnostic: Diagnostic) -> Diagnostic {
    let is_widow =
        |it: &&Page| it.parent == page.parent && it.texts.get(lang).is_some() && it.texts.get(have).is_none();
    let names = site.pages.iter().filter(is_widow).map(|it| leaf(&it.path));
    match nearest(leaf(&page.path), names) {
        Some(name) => diagnostic.with("near", format!("{name}.{}.md", site.languages().tag(lang))).hint("near"),
        None => diagnostic,
    }
}

fn leaf(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}
