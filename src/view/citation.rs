//! How a page is cited: what a reference to it holds, in words and for programs.
//!
//! A date is cited as far as it is known; a page without one is cited as undated. The digest stands for what the author
//! wrote on the page in its language: it is the same for the same content and changes with it alone.

use super::{CiteStyle, CiteView, Env, LinkView, ReferenceView, record, scene::Scene};
use crate::{
    base::{Fingerprint, Lang, PartialDate, Route},
    locale::{Arg, MessageId, ids},
    markdown::plain_text,
    record::{Entry, Value},
    site::{Citations, Page, PageKind, PageRef, Text},
};

/// Stand where a reference takes its parts; no author can write them.
const SLOTS: [char; 5] = ['\u{E000}', '\u{E001}', '\u{E002}', '\u{E003}', '\u{E004}'];

/// What a reference to a page holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// Names the page among all others: `resolution-7833-ar`.
    pub id: String,
    /// Tag of the language.
    pub language: String,
    /// The page's title.
    pub title: String,
    /// The site's title.
    pub site: String,
    /// Who publishes, and so the author.
    pub publisher: Option<String>,
    /// When the content last changed, else the date that a text itself has.
    pub date: Option<PartialDate>,
    /// The date in words.
    pub worded_date: Option<String>,
    /// The permanent address, absolute.
    pub address: String,
    /// The digest of the content: eight hexadecimal digits.
    pub version: String,
}

/// The forms in which a citation can be taken away: ending of the file, name for readers.
pub const FORMS: [(&str, &str); 3] = [("ris", "RIS"), ("bib", "BibTeX"), ("json", "CSL-JSON")];

/// Returns the address of a citation file of a page in a language, without its ending: `cite/ar/mandates/resolution-7833`.
pub fn citation_stem(route: &Route) -> String {
    format!("cite/{}", route.0.trim_end_matches('/'))
}

/// Tells whether a page has a cite box and files beside it.
pub fn is_cited(env: Env<'_>, page: &Page) -> bool {
    match env.site.config.citations {
        Citations::All => matches!(page.kind, PageKind::Record(_) | PageKind::Text),
        Citations::Records => matches!(page.kind, PageKind::Record(_)),
        Citations::Off => false,
    }
}

/// Returns what a reference to a page in a language holds.
pub fn citation(env: Env<'_>, unit: PageRef) -> Citation {
    let page = env.site.page(unit.page);
    of_page(&env.scene(unit.lang, page.route(unit.lang, unit.part).unwrap_or_default()), page)
}

fn of_page(scene: &Scene<'_>, page: &Page) -> Citation {
    let config = &scene.site().config;
    let own_date = if page.kind == PageKind::Text { page.date } else { None };
    let date = page.updated.get(scene.lang).copied().or(own_date);
    let tag = config.languages.tag(scene.lang);
    let address = match page.kind {
        PageKind::Record(id) => record::identity_route(scene, id),
        _ => own_route(scene, page),
    };
    Citation {
        id: format!("{}-{tag}", page.path.replace('/', "-")),
        language: tag.to_owned(),
        title: page.title(scene.lang).to_owned(),
        site: config.title(scene.lang).to_owned(),
        publisher: config.publisher.get_or_first(scene.lang).map(|(_, it)| it.clone()),
        date,
        worded_date: date.map(|it| scene.locale.date(&it)),
        address: config.absolute(&address.0),
        version: version(scene, page),
    }
}

/// The page's address in the language that speaks, also where it is shown beside others.
fn own_route(scene: &Scene<'_>, page: &Page) -> Route {
    page.route(scene.lang, 0).unwrap_or_else(|| scene.route.clone())
}

/// Returns the tags by which reference managers and scholarly search engines know a page.
pub(super) fn reference(scene: &Scene<'_>, page: &Page) -> ReferenceView {
    let Citation { title, publisher, date, language, .. } = of_page(scene, page);
    // The form is theirs: year, month and day with slashes, as much of it as is known for certain.
    let date = date.and_then(|it| super::linked::date(&it)).and_then(|it| Some(it.as_str()?.replace('-', "/")));
    ReferenceView { title, publisher, date, language }
}

/// Returns the cite box of a page.
pub(super) fn cite(scene: &Scene<'_>, page: &Page) -> CiteView {
    let it = of_page(scene, page);
    let mut links: Vec<LinkView> = FORMS
        .iter()
        .map(|(ending, name)| {
            let file = Route(format!("{}.{ending}", citation_stem(&own_route(scene, page))));
            let html = scene.html(&scene.format(ids::CITE_AS, &[("form", (*name).into())]));
            LinkView { href: Some(scene.href(&file)), html, ..LinkView::default() }
        })
        .collect();
    let mut href = None;
    if let PageKind::Record(id) = page.kind {
        let html = scene.html(&scene.text(ids::DATA_JSON));
        links.push(LinkView { href: Some(scene.href(&record::data_route(scene, id))), html, ..LinkView::default() });
        href = Some(scene.href(&record::identity_route(scene, id)));
    }
    CiteView {
        styles: vec![institutional(scene, &it), academic(scene, &it)],
        address: Some(it.address),
        href,
        version: Some(it.version),
        links,
    }
}

/// The form usual in documents of institutions: publisher, title in quotation marks, site, date, address.
fn institutional(scene: &Scene<'_>, it: &Citation) -> CiteStyle {
    let id = match (&it.publisher, &it.worded_date) {
        (Some(_), Some(_)) => ids::CITE_FULL,
        (Some(_), None) => ids::CITE_UNDATED,
        (None, Some(_)) => ids::CITE_ANONYMOUS,
        (None, None) => ids::CITE_ANONYMOUS_UNDATED,
    };
    style(scene, ids::CITE_INSTITUTIONAL, id, it, it.worded_date.as_deref().unwrap_or_default())
}

/// The form of the American Psychological Association: author, date, title, site, address.
fn academic(scene: &Scene<'_>, it: &Citation) -> CiteStyle {
    let date = it.date.map_or_else(|| scene.text(ids::CITE_NO_DATE), |it| scene.locale.year_first(&it));
    let id = if it.publisher.is_some() { ids::CITE_APA } else { ids::CITE_APA_ANONYMOUS };
    style(scene, ids::CITE_ACADEMIC, id, it, &date)
}

/// Words a reference. Each of its parts is isolated by markup on its own, so that none runs into the next and what is
/// copied holds no control characters.
fn style(scene: &Scene<'_>, label: MessageId, form: MessageId, it: &Citation, date: &str) -> CiteStyle {
    let publisher = it.publisher.as_deref().unwrap_or_default();
    let parts =
        [("publisher", publisher), ("title", &it.title), ("site", &it.site), ("date", date), ("address", &it.address)];
    let args: Vec<(&str, Arg)> =
        parts.iter().zip(SLOTS).map(|((name, _), slot)| (*name, slot.to_string().into())).collect();
    let words = scene.format(form, &args);
    let (mut html, mut done) = (String::new(), 0);
    for (at, slot) in words.match_indices(SLOTS) {
        html.push_str(&scene.html(&words[done..at]));
        let part = SLOTS.iter().zip(parts).find(|(it, _)| slot.starts_with(**it));
        html.push_str(&part.map_or_else(String::new, |(_, (_, value))| scene.html(value)));
        done = at + slot.len();
    }
    html.push_str(&scene.html(&words[done..]));
    CiteStyle { label: scene.html(&scene.text(label)), html }
}

/// Returns the digest of what the author wrote on a page in a language. Places, other languages, labels and looks do not
/// count, nor do titles of pages that it names.
fn version(scene: &Scene<'_>, page: &Page) -> String {
    let mut out = Written(String::new());
    out.add(page.title(scene.lang));
    if let PageKind::Record(id) = page.kind {
        let entry = scene.site().record(id);
        for (name, field) in &entry.record.fields {
            out.add(name);
            field.entries.iter().for_each(|it| out.entry(it, scene.lang));
        }
        for (name, _, texts) in &entry.prose {
            out.add(name);
            texts.get_or_first(scene.lang).iter().for_each(|(_, it)| out.text(it));
        }
    }
    if let Some(text) = page.texts.get(scene.lang) {
        out.add(page.summary(scene.lang).unwrap_or_default());
        out.add(&text.meta.date.map_or_else(String::new, |it| it.notation()));
        out.text(text);
    }
    Fingerprint::of_bytes(out.0.as_bytes()).short()
}

/// What was written, one piece after the other, each ended by a character that no text holds.
struct Written(String);

impl Written {
    fn add(&mut self, piece: &str) {
        self.0.push_str(piece);
        self.0.push('\0');
    }

    fn text(&mut self, text: &Text) {
        self.add(&plain_text(&text.document));
        for block in &text.document.blocks {
            self.add(&block.hash.to_string());
        }
    }

    fn entry(&mut self, entry: &Entry, lang: Lang) {
        match &entry.value {
            Value::Text(texts) | Value::Place(texts) => {
                self.add(texts.get_or_first(lang).map_or("", |(_, it)| it.as_str()));
            }
            Value::Plain(text) | Value::Number(text) | Value::Ref(text) => self.add(text),
            Value::Integer(number) => self.add(&number.to_string()),
            Value::Boolean(flag) => self.add(if *flag { "true" } else { "false" }),
            Value::Date(date) => self.add(&date.notation()),
            Value::Choice(name) => self.add(name),
            // Its words follow with the record's prose.
            Value::Markdown(_) => {}
        }
        for date in [entry.from, entry.until].into_iter().flatten() {
            self.add(&date.notation());
        }
        entry.sources.iter().for_each(|it| self.add(&it.value));
        self.add(entry.note.get_or_first(lang).map_or("", |(_, it)| it.as_str()));
    }
}
