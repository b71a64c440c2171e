//! A text has no counterpart in another language of the site.

use crate::{
    base::Lang,
    check::{
        Rule, Scope,
        policy::{self, Asked},
    },
    diag::{Diagnostic, codes, nearest},
    site::{Page, Site},
};

/// The rule.
pub const RULE: Rule = Rule { name: "page/missing-translation", check };

fn check(scope: Scope<'_>, sink: &mut Vec<Diagnostic>) {
    let site = scope.site;
    for page in site.pages.iter().filter(|it| !it.is_draft) {
        let Some((have, text)) = page.texts.iter().next() else { continue };
        let must_exist = policy::must_exist(scope, page);
        if !must_exist && policy::asked(scope, page) == Asked::Nothing {
            continue;
        }
        let is_missing = |it: &Lang| page.texts.get(*it).is_none() && page.drafts.get(*it).is_none();
        for lang in site.languages().iter().filter(is_missing) {
            let (tag, span) = (site.languages().tag(lang), text.meta.place(text.file));
            sink.push(if must_exist {
                let diagnostic = Diagnostic::at(&codes::page::MISSING_TRANSLATION, span).with("lang", tag);
                near(site, page, lang, have, diagnostic)
            } else {
                Diagnostic::at(&codes::page::UNTRANSLATED, span).with("lang", tag)
            });
        }
    }
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
