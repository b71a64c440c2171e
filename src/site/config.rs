//! `site.yaml`: what the author says of the site as a whole.

use std::sync::Arc;

use super::{
    design::{self, Design},
    policies::{self, ByFolder},
};
use crate::{
    base::{Dir, Lang, Language, Languages, PerLang, Span, Spanned},
    diag::{Arg, Checked, Diagnostic, Severity, codes},
    locale::{Calendars, Digits, Formats, Months},
    record::{
        Fallback, Node, Translations,
        fields::url,
        reader::{self, Fields, near_or_known},
    },
    text::script,
};

/// The folder of records' permanent addresses at the root of a site, beside those of the languages.
pub const IDENTITIES: &str = "id";

/// Which pages say how they are cited, with files for reference managers beside them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Citations {
    /// The records.
    #[default]
    Records,
    /// Records and texts.
    All,
    /// None.
    Off,
}

/// How grave a site wants a code to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Not reported.
    Off,
    /// Reported with this severity.
    As(Severity),
}

/// The licence of the content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct License {
    /// Its name.
    pub name: PerLang<String>,
    /// Where its text stands.
    pub url: Option<String>,
}

/// One entry of `navigation:`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NavItem {
    /// The path of a page, folder or kind.
    Target(Spanned<String>),
    /// A group with a label.
    Group {
        /// Its label.
        label: PerLang<String>,
        /// Its entries.
        items: Vec<Spanned<String>>,
    },
}

/// What `site.yaml` says, defaults filled in.
#[derive(Clone, Debug)]
pub struct Config {
    /// Name of the site.
    pub title: PerLang<String>,
    /// A shorter name for the band at the head of every page.
    pub short_title: PerLang<String>,
    /// One sentence on it.
    pub description: PerLang<String>,
    /// Its languages; the first is the default.
    pub languages: Languages,
    /// Their tags, where they are declared.
    pub tags: Vec<Spanned<String>>,
    /// Absolute address of the root, with a slash at the end.
    pub base: String,
    /// The theme.
    pub theme: Spanned<String>,
    /// Digits and month names.
    pub formats: Formats,
    /// The navigation, if the author wrote one.
    pub navigation: Option<Vec<NavItem>>,
    /// The ways into the site on the home page.
    pub home_doors: Vec<Spanned<String>>,
    /// Kinds of which the home page shows a list.
    pub home_lists: Vec<Spanned<String>>,
    /// Pages linked at the foot of every page.
    pub footer: Vec<Spanned<String>>,
    /// Severities that differ from the catalogue's.
    pub checks: Vec<(Arc<str>, Level)>,
    /// What is demanded of texts without a kind, by folder.
    pub translations: ByFolder<Translations>,
    /// What readers get where a text does not exist in their language, by folder.
    pub fallback: ByFolder<Fallback>,
    /// Who publishes.
    pub publisher: PerLang<String>,
    /// Who holds the rights.
    pub copyright: PerLang<String>,
    /// The licence of the content.
    pub license: Option<License>,
    /// Which pages say how they are cited.
    pub citations: Citations,
    /// How the site looks.
    pub design: Design,
    /// Whether the search answers while the reader types; else its form leads to the indexes.
    pub search: bool,
    /// Whether the first mention of a term in a text leads to its definition.
    pub terms: bool,
    /// Whether the languages of a page stand side by side on a page of their own too.
    pub parallel: bool,
    /// Whether pages are made small.
    pub minify: bool,
    /// The file itself.
    pub span: Span,
}

/// What is known of the site besides `site.yaml`.
#[derive(Clone, Copy, Default)]
pub struct Around<'a> {
    /// Replaces the file's address.
    pub base: Option<&'a str>,
    /// The languages that the names of texts speak of, for a file that does not say its languages readably.
    pub tags: &'a [&'a str],
}

/// Reads `site.yaml`.
pub fn read(node: Option<&Spanned<Node>>, span: Span, around: Around<'_>) -> Checked<Config> {
    let mut sink = Vec::new();
    let empty = Spanned::new(Node::Mapping(Vec::new()), span);
    let config = read_fields(node.unwrap_or(&empty), span, around, &mut sink);
    Checked::new(config, sink)
}

fn read_fields(node: &Spanned<Node>, span: Span, around: Around<'_>, sink: &mut Vec<Diagnostic>) -> Config {
    let mut fields = Fields::new(node, sink);
    let (languages, tags) = languages(&mut fields, around.tags);
    fields.missing("title");
    let title = site_texts(&mut fields, "title", &languages);
    let short_title = site_texts(&mut fields, "short_title", &languages);
    let description = site_texts(&mut fields, "description", &languages);
    let publisher = site_texts(&mut fields, "publisher", &languages);
    let copyright = site_texts(&mut fields, "copyright", &languages);
    let base = address(around.base, &mut fields);
    let theme = fields.text("theme").unwrap_or_else(|| Spanned::new("default".to_owned(), span));
    let calendars = calendars(&mut fields);
    let formats = Formats {
        calendars,
        digits: choose(&mut fields, "digits", Digits::NAMES).unwrap_or_default(),
        months: choose(&mut fields, "months", Months::NAMES).unwrap_or_default(),
    };
    let navigation = navigation(&mut fields, &languages);
    let (home_doors, home_lists) = home(&mut fields);
    let footer = fields.list("footer");
    let checks = checks(&mut fields);
    let translations = policies::translations(&mut fields, &languages);
    let fallback = policies::fallback(&mut fields);
    let license = license(&mut fields, &languages);
    let search = fields.flag("search").is_none_or(|it| it.value);
    let terms = fields.flag("terms").is_none_or(|it| it.value);
    let parallel = fields.flag("parallel").is_none_or(|it| it.value);
    let known = &[("records", Citations::Records), ("all", Citations::All), ("off", Citations::Off)];
    let citations = choose(&mut fields, "citations", known).unwrap_or_default();
    let design = design::read(&mut fields, &languages);
    let minify = fields.flag("minify").is_none_or(|it| it.value);
    fields.finish();
    Config {
        title,
        short_title,
        description,
        languages,
        tags,
        base,
        theme,
        formats,
        navigation,
        home_doors,
        home_lists,
        footer,
        checks,
        translations,
        fallback,
        publisher,
        copyright,
        license,
        citations,
        design,
        search,
        terms,
        parallel,
        minify,
        span,
    }
}

/// Reads a text per language, which must be there in each of them when it is there at all.
pub(super) fn site_texts(fields: &mut Fields<'_, '_>, key: &'static str, languages: &Languages) -> PerLang<String> {
    let place = fields.key_span(key);
    let texts = fields.texts(key, languages).map(|_, it| it.value.clone());
    if let (Some(place), false) = (place, texts.is_empty()) {
        for lang in languages.iter().filter(|it| texts.get(*it).is_none()) {
            let diagnostic = Diagnostic::at(&codes::site::MISSING_LANGUAGE, place);
            fields.sink().push(diagnostic.with("key", key).with("lang", languages.tag(lang)));
        }
    }
    texts
}

/// Reads the languages. Those of the texts, `spoken`, stand in for what cannot be read, so that nothing else seems unknown.
fn languages(fields: &mut Fields<'_, '_>, spoken: &[&str]) -> (Languages, Vec<Spanned<String>>) {
    fields.missing("languages");
    let (mut out, mut tags) = (Languages::default(), Vec::new());
    let mut is_whole = true;
    for node in fields.mappings("languages") {
        if !matches!(node.value, Node::Mapping(_)) {
            // A name in place of the list is told as such already.
            is_whole = false;
            continue;
        }
        is_whole &= !reader::is_partial(&node.value);
        let Some(language) = language(&mut Fields::new(node, fields.sink())) else { continue };
        if out.find(&language.value.tag).is_some() {
            let diagnostic = Diagnostic::at(&codes::site::BAD_LANGUAGE, language.span);
            fields.sink().push(diagnostic.with("lang", &language.value.tag).hint("duplicate"));
        } else {
            tags.push(Spanned::new(language.value.tag.to_string(), language.span));
            out.0.push(language.value);
        }
    }
    let is_whole = is_whole && fields.whole_list("languages");
    if out.is_empty() || !is_whole {
        for tag in spoken.iter().filter(|it| is_tag(it) && **it != IDENTITIES) {
            if out.find(tag).is_none() {
                let dir = if script::of_language(tag).is_rtl() { Dir::Rtl } else { Dir::Ltr };
                out.0.push(Language { tag: (*tag).into(), dir });
            }
        }
    }
    (if out.is_empty() { fallback_languages() } else { out }, tags)
}

/// One undetermined language, so that later stages report too when `languages:` cannot be read.
fn fallback_languages() -> Languages {
    Languages(vec![Language { tag: "und".into(), dir: Dir::Ltr }])
}

fn language(fields: &mut Fields<'_, '_>) -> Option<Spanned<Language>> {
    let tag = fields.required_text("tag");
    fields.missing("dir");
    let dir = choose(fields, "dir", &[("ltr", Dir::Ltr), ("rtl", Dir::Rtl)]).unwrap_or(Dir::Ltr);
    let unknown: Vec<(Span, String)> = fields.unread().iter().map(|(key, _)| (key.span, key.value.clone())).collect();
    for (span, key) in unknown {
        let diagnostic = Diagnostic::at(&codes::yaml::UNKNOWN_KEY, span).with("key", key.as_str());
        fields.sink().push(near_or_known(diagnostic, &key, &["tag", "dir"]));
    }
    let tag = tag?;
    if tag.value == IDENTITIES {
        let diagnostic = Diagnostic::at(&codes::site::BAD_LANGUAGE, tag.span).with("lang", IDENTITIES);
        fields.sink().push(diagnostic.hint("reserved"));
        return None;
    }
    if !is_tag(&tag.value) {
        fields.sink().push(Diagnostic::at(&codes::site::BAD_LANGUAGE, tag.span).with("lang", tag.value.as_str()));
        return None;
    }
    Some(Spanned::new(Language { tag: tag.value.as_str().into(), dir }, tag.span))
}

/// Tells whether `text` has the form of a BCP 47 tag that can be part of an address: `ar`, `en`, `pt-br`.
fn is_tag(text: &str) -> bool {
    let mut parts = text.split('-');
    let is_part = |it: &str| {
        (1..=8).contains(&it.len()) && it.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    let first = parts.next().unwrap_or_default();
    (2..=3).contains(&first.len()) && first.bytes().all(|it| it.is_ascii_lowercase()) && parts.all(is_part)
}

fn address(given: Option<&str>, fields: &mut Fields<'_, '_>) -> String {
    let slashed = |text: &str| format!("{}/", text.trim_end_matches('/'));
    let written = fields.text("base");
    match &written {
        None if given.is_none() => fields.missing("base"),
        Some(written) if !is_base(&written.value) => {
            let diagnostic = Diagnostic::at(&codes::site::BAD_BASE, written.span).with("base", written.value.as_str());
            let near = format!("https://{}", slashed(written.value.trim_start_matches('/')));
            let is_host = !written.value.contains("://") && written.value.contains('.') && is_base(&near);
            fields.sink().push(if is_host {
                diagnostic.with("near", near).hint("near")
            } else {
                diagnostic.hint("form")
            });
        }
        _ => {}
    }
    match (given, written) {
        (Some(given), _) => slashed(given),
        (None, Some(written)) if is_base(&written.value) => slashed(&written.value),
        _ => "https://example.org/".to_owned(),
    }
}

/// Tells whether `text` is an absolute http or https address of a folder, without query or fragment.
pub fn is_base(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|it| {
        !it.is_empty() && !it.starts_with('/') && !it.contains(['?', '#', ' ', '"', '<', '>', '\\']) && it.is_ascii()
    })
}

/// Reads `calendar:`, one name or a list of names in the order in which dates are given: `gregorian` stands first.
fn calendars(fields: &mut Fields<'_, '_>) -> Calendars {
    #[derive(Clone, Copy, PartialEq)]
    enum Named {
        Gregorian,
        Hijri,
    }
    let known = &[("gregorian", Named::Gregorian), ("hijri", Named::Hijri)];
    let written = fields.one_or_list("calendar");
    let named: Vec<Option<Named>> = written.iter().map(|it| choice(it, known, fields.sink())).collect();
    match named.as_slice() {
        [Some(Named::Gregorian), Some(Named::Hijri)] => Calendars::GregorianThenHijri,
        // The Hijri calendar alone, first or twice: there is no page that it could not be misread on.
        [first, rest @ ..]
            if named.iter().all(Option::is_some) && (*first == Some(Named::Hijri) || !rest.is_empty()) =>
        {
            let place = &written[if *first == Some(Named::Hijri) { 0 } else { 1 }];
            let diagnostic = Diagnostic::at(&codes::site::BAD_CHOICE, place.span).with("value", place.value.as_str());
            fields.sink().push(diagnostic.with("known", vec!["[gregorian, hijri]".to_owned()]).hint("known"));
            Calendars::Gregorian
        }
        _ => Calendars::Gregorian,
    }
}

/// Reads one of several names; any other is reported with the nearest.
fn choose<'a, T: Copy>(fields: &mut Fields<'a, '_>, key: &'a str, known: &[(&str, T)]) -> Option<T> {
    let written = fields.text(key)?;
    choice(&written, known, fields.sink())
}

fn choice<T: Copy>(written: &Spanned<String>, known: &[(&str, T)], sink: &mut Vec<Diagnostic>) -> Option<T> {
    let found = known.iter().find(|(name, _)| *name == written.value).map(|(_, it)| *it);
    if found.is_none() {
        let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
        let diagnostic = Diagnostic::at(&codes::site::BAD_CHOICE, written.span).with("value", written.value.as_str());
        sink.push(near_or_known(diagnostic, &written.value, &names));
    }
    found
}

fn checks(fields: &mut Fields<'_, '_>) -> Vec<(Arc<str>, Level)> {
    let Some(mut inner) = fields.nested("checks") else { return Vec::new() };
    let mut out = Vec::new();
    for (code, level) in inner.each() {
        let levels =
            [("error", Level::As(Severity::Error)), ("warn", Level::As(Severity::Warning)), ("off", Level::Off)];
        let written = reader::text(level, inner.sink()).map(|it| it.map(str::to_owned));
        let level = written.and_then(|it| choice(&it, &levels, inner.sink()));
        let Some(known) = codes::find(&code.value) else {
            let diagnostic = Diagnostic::at(&codes::site::UNKNOWN_CODE, code.span).with("code", code.value.as_str());
            inner.sink().push(diagnostic.nearest(&code.value, codes::all().map(|it| it.name)));
            continue;
        };
        let Some(level) = level else { continue };
        if known.is_fixed() && level != Level::As(Severity::Error) {
            let diagnostic = Diagnostic::at(&codes::site::UNKNOWN_CODE, code.span).with("code", code.value.as_str());
            inner.sink().push(diagnostic.hint("fixed"));
            continue;
        }
        out.push((known.name.into(), level));
    }
    out
}

fn license(fields: &mut Fields<'_, '_>, languages: &Languages) -> Option<License> {
    let mut inner = fields.nested("license")?;
    inner.missing("name");
    let name = inner.texts("name", languages).map(|_, it| it.value.clone());
    let url = web_address(&mut inner, "url");
    inner.finish();
    Some(License { name, url })
}

/// Reads a whole web address, if there is one; reports any other text.
pub(super) fn web_address<'a>(fields: &mut Fields<'a, '_>, key: &'a str) -> Option<String> {
    let written = fields.text(key)?;
    if url::is_url(&written.value) {
        return Some(written.value);
    }
    let fault = Diagnostic::at(&codes::record::BAD_VALUE, written.span).with("value", written.value.as_str());
    fields.sink().push(fault.with("expected", Arg::Message("type-url")));
    None
}

fn home(fields: &mut Fields<'_, '_>) -> (Vec<Spanned<String>>, Vec<Spanned<String>>) {
    let Some(mut inner) = fields.nested("home") else { return (Vec::new(), Vec::new()) };
    let (doors, lists) = (inner.list("doors"), inner.list("lists"));
    inner.finish();
    (doors, lists)
}

fn navigation(fields: &mut Fields<'_, '_>, languages: &Languages) -> Option<Vec<NavItem>> {
    let is_written = fields.has("navigation");
    let mut out = Vec::new();
    for node in fields.mappings("navigation") {
        if let Node::Mapping(_) = node.value {
            let mut inner = Fields::new(node, fields.sink());
            inner.missing("label");
            inner.missing("items");
            let label = site_texts(&mut inner, "label", languages);
            let items = inner.list("items");
            inner.finish();
            out.push(NavItem::Group { label, items });
        } else if let Some(target) = reader::text(node, fields.sink()) {
            out.push(NavItem::Target(target.map(str::to_owned)));
        }
    }
    is_written.then_some(out)
}

impl Config {
    /// Returns the absolute address of a path below the root.
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    /// Returns the path part of the base address, with slashes at both ends.
    pub fn base_path(&self) -> &str {
        let after = self.base.find("://").map_or(0, |it| it + 3);
        self.base[after..].find('/').map_or("/", |it| &self.base[after + it..])
    }

    /// Returns the name of the site in a language, or in the first that has one.
    pub fn title(&self, lang: Lang) -> &str {
        self.title.get_or_first(lang).map_or("", |(_, it)| it.as_str())
    }

    /// Returns its short name, for bands and tabs; the whole one where there is none.
    pub fn name(&self, lang: Lang) -> &str {
        self.short_title.get_or_first(lang).map_or_else(|| self.title(lang), |(_, it)| it.as_str())
    }
}
