//! The standpoint of one page: its language and address, from which links and words are made.

use super::{DateView, LangView, LinkView, Sheet, Twin};
use crate::{
    base::{Dir, Lang, Languages, PartialDate, Route},
    locale::{Arg, Locale, Locales, MessageId, ids},
    markdown::Labels,
    site::{PageId, PageKind, Site},
    text::{
        bidi::{self, Around},
        normal,
    },
};

/// What every view is made from.
#[derive(Clone, Copy)]
pub struct Env<'a> {
    /// The site.
    pub site: &'a Site,
    /// Words and formats per language.
    pub locales: &'a Locales,
    /// Tags and directions of the site's languages, for marking foreign phrases.
    pub languages: &'a [(&'a str, Dir)],
    /// Words of our own inside texts, per language.
    pub labels: &'a [Labels],
    /// The theme's style sheets, below the site's root, in the order of `Sheet::ALL`.
    pub stylesheets: [&'a str; Sheet::ALL.len()],
    /// The theme's icon, below the site's root.
    pub icon: Option<&'a str>,
    /// The theme's script of every page, below the site's root.
    pub loader: &'a str,
    /// The theme's search script, below the site's root.
    pub script: &'a str,
    /// Per language its tag and the address of its search index below the site's root.
    pub search: &'a [(String, String)],
}

/// One page's standpoint.
pub struct Scene<'a> {
    /// What every view is made from.
    pub env: Env<'a>,
    /// The page's language.
    pub lang: Lang,
    /// Its words and formats.
    pub locale: &'a Locale,
    /// The page's address.
    pub route: Route,
    /// The date that the page is about, which decides names that changed.
    pub when: Option<PartialDate>,
    /// What stands before ids, where several languages share the page.
    pub prefix: String,
    /// Whether links are paths from the host's root: for the page of addresses that do not exist.
    pub is_absolute: bool,
    around: Around<'a>,
}

impl<'a> Env<'a> {
    /// Takes the standpoint of a page.
    pub fn scene(self, lang: Lang, route: Route) -> Scene<'a> {
        let languages = &self.site.config.languages;
        let around = Around { dir: languages.dir(lang), languages: self.languages };
        Scene {
            env: self,
            lang,
            locale: self.locales.get(lang),
            route,
            when: None,
            prefix: String::new(),
            is_absolute: false,
            around,
        }
    }

    /// Returns a language as templates need it.
    pub fn lang_view(self, lang: Lang) -> LangView {
        let languages = &self.site.config.languages;
        LangView {
            tag: languages.tag(lang).to_owned(),
            dir: languages.dir(lang).as_str().to_owned(),
            name: self.locales.get(lang).text(ids::LANGUAGE_NAME),
        }
    }
}

impl<'a> Scene<'a> {
    /// Returns the site.
    pub fn site(&self) -> &'a Site {
        self.env.site
    }

    /// Returns the languages of the site.
    pub fn languages(&self) -> &'a Languages {
        &self.env.site.config.languages
    }

    /// Returns the page's direction.
    pub fn dir(&self) -> Dir {
        self.languages().dir(self.lang)
    }

    /// Returns what text stands in, for isolation.
    pub fn around(&self) -> &Around<'a> {
        &self.around
    }

    /// Returns the words of our own inside texts.
    pub fn labels(&self) -> &'a Labels {
        &self.env.labels[self.lang.index()]
    }

    /// Takes another language's standpoint at the same address.
    pub fn speaking(&self, lang: Lang) -> Scene<'a> {
        let mut scene = self.env.scene(lang, self.route.clone());
        scene.is_absolute = self.is_absolute;
        scene
    }

    /// Returns the link to an address.
    pub fn href(&self, target: &Route) -> String {
        if self.is_absolute {
            format!("{}{target}", self.site().config.base_path())
        } else {
            self.route.link_to(target)
        }
    }

    /// Returns a message of the interface.
    pub fn text(&self, id: MessageId) -> String {
        self.locale.text(id)
    }

    /// Returns a message of the interface with its variables.
    pub fn format(&self, id: MessageId, args: &[(&str, Arg)]) -> String {
        self.locale.format(id, args)
    }

    /// Returns what the reader's language calls a language; its own name where it has no word for it.
    pub fn called(&self, lang: Lang) -> String {
        let LangView { tag, name, .. } = self.env.lang_view(lang);
        self.format(ids::LANGUAGE_CALLED, &[("tag", tag.into()), ("name", name.into())])
    }

    /// Returns text as safe HTML with foreign runs marked.
    pub fn html(&self, text: &str) -> String {
        self.quoted(&normal::clean(text))
    }

    /// Returns text quoted as found as safe HTML with foreign runs marked.
    pub fn quoted(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() + 16);
        bidi::html(text, &self.around, &mut out);
        out
    }

    /// Returns text for places without markup, with foreign runs isolated by characters.
    pub fn plain(&self, text: &str) -> String {
        bidi::isolate(&normal::clean(text), self.dir()).into_owned()
    }

    /// Returns a date in words.
    pub fn date(&self, date: &PartialDate) -> DateView {
        DateView {
            html: self.html(&self.locale.date(date)),
            iso: self.locale.machine_date(date),
            second_html: self.locale.second_date(date).map(|it| self.html(&it)),
        }
    }

    /// Returns the link to a page: in this language, else in the first in which the page exists.
    pub fn link(&self, id: PageId) -> LinkView {
        let page = self.site().page(id);
        if let (None, Some(route)) = (page.routes.get(self.lang), page.fallbacks.get(self.lang)) {
            let lang = page.shown_in(self.lang);
            let html = self.island(lang, &self.speaking(lang).html(self.title_at(id, lang)));
            return LinkView { href: Some(self.href(route)), html, ..LinkView::default() };
        }
        let found = page.routes.get_or_first(self.lang);
        let (lang, href) = match found {
            Some((lang, route)) => (lang, Some(self.href(route))),
            None => (self.lang, None),
        };
        let title = self.title_at(id, lang);
        let note_html = self.called_today(id, lang).map(|it| self.html(&it));
        if lang == self.lang {
            return LinkView { href, html: self.html(title), lang: None, note_html };
        }
        let html = self.speaking(lang).html(title);
        LinkView { href, html, lang: Some(self.env.lang_view(lang)), note_html }
    }

    /// Marks words of another language that stand in a line of this one.
    pub fn island(&self, lang: Lang, html: &str) -> String {
        let languages = self.languages();
        format!("<span lang=\"{}\" dir=\"{}\">{html}</span>", languages.tag(lang), languages.dir(lang).as_str())
    }

    /// Returns the title that a page had at the date of this one.
    pub fn title_at(&self, id: PageId, lang: Lang) -> &'a str {
        let page = self.site().page(id);
        let then = match (page.kind, self.when) {
            (PageKind::Record(record), Some(when)) => self.site().record(record).title_at(lang, when),
            _ => None,
        };
        then.unwrap_or_else(|| page.title(lang))
    }

    /// Says what a page is called today, where it had another title at the date of this one.
    pub fn called_today(&self, id: PageId, lang: Lang) -> Option<String> {
        let today = self.site().page(id).title(lang);
        (self.title_at(id, lang) != today).then(|| self.format(ids::CALLED_TODAY, &[("name", today.into())]))
    }

    /// Returns the link to a page with other words than its title.
    pub fn link_as(&self, id: PageId, words: &str) -> LinkView {
        LinkView { html: self.html(words), note_html: None, ..self.link(id) }
    }
}

/// Returns one language of the language switch; without an address it says that the page does not exist there.
pub(super) fn twin(scene: &Scene<'_>, lang: Lang, href: Option<String>, is_current: bool) -> Twin {
    let view = scene.env.lang_view(lang);
    let is_missing = href.is_none() && !is_current;
    let missing =
        is_missing.then(|| scene.format(ids::TRANSLATION_MISSING, &[("language", scene.called(lang).into())]));
    Twin { lang: view, href, is_current, missing }
}
