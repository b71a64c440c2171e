//! `site.yaml`: what the author says of the site as a whole.

use std::sync::Arc;

use crate::{
    base::{Dir, Lang, Language, Languages, PerLang, Span, Spanned},
    diag::{Checked, Diagnostic, Severity, codes},
    locale::{Digits, Formats, Months},
    record::{Fields, Node},
};

/// What a site does about texts without a counterpart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextPolicy {
    /// Reported as a note.
    #[default]
    Optional,
    /// An error.
    Required,
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
    /// One sentence on it.
    pub description: PerLang<String>,
    /// Its languages; the first is the default.
    pub languages: Languages,
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
    /// What is demanded of texts without a kind.
    pub translations: TextPolicy,
    /// Who publishes.
    pub publisher: PerLang<String>,
    /// The licence of the content.
    pub license: Option<License>,
    /// The file itself.
    pub span: Span,
}

const KEYS: &[&str] = &[
    "title", "description", "languages", "base", "theme", "digits", "months", "calendar", "navigation", "checks",
    "translations", "publisher", "license", "copyright", "home", "footer",
];

/// Reads `site.yaml`. `base` replaces the file's address when given.
pub fn read(node: Option<&Spanned<Node>>, span: Span, base: Option<&str>) -> Checked<Config> {
    let mut sink = Vec::new();
    let empty = Spanned::new(Node::Mapping(Vec::new()), span);
    let config = read_fields(node.unwrap_or(&empty), span, base, &mut sink);
    Checked::new(config, sink)
}

fn read_fields(node: &Spanned<Node>, span: Span, base: Option<&str>, sink: &mut Vec<Diagnostic>) -> Config {
    let mut fields = Fields::new(node, sink);
    let languages = languages(&mut fields);
    let title = plain(fields.required_texts("title", &languages));
    let description = plain(fields.texts("description", &languages));
    let publisher = plain(fields.texts("publisher", &languages));
    let written = fields.text("base");
    let base = address(base, written, &mut fields);
    let theme = fields.text("theme").unwrap_or_else(|| Spanned::new("default".to_owned(), span));
    let formats = Formats { digits: digits(&mut fields), months: months(&mut fields) };
    fields.take("calendar");
    fields.take("copyright");
    let navigation = navigation(&mut fields, &languages);
    let (home_doors, home_lists) = home(&mut fields);
    let footer = fields.text_list("footer").unwrap_or_default();
    let checks = checks(&mut fields);
    let translations = policy(&mut fields);
    let license = license(&mut fields, &languages);
    fields.finish(KEYS);
    for (key, texts) in [("title", &title), ("description", &description), ("publisher", &publisher)] {
        demand_languages(key, texts, &languages, node, sink);
    }
    Config { title, description, languages, base, theme, formats, navigation, home_doors, home_lists, footer, checks, translations, publisher, license, span }
}

fn plain(texts: PerLang<Spanned<String>>) -> PerLang<String> {
    texts.map(|_, it| it.value.clone())
}

fn demand_languages(key: &'static str, texts: &PerLang<String>, languages: &Languages, node: &Spanned<Node>, sink: &mut Vec<Diagnostic>) {
    if texts.is_empty() {
        return;
    }
    let place = node.value.entry(key).map_or(node.span, |it| it.span);
    for lang in languages.iter().filter(|it| texts.get(*it).is_none()) {
        let diagnostic = Diagnostic::at(&codes::site::MISSING_LANGUAGE, place);
        sink.push(diagnostic.with("key", key).with("lang", languages.tag(lang)));
    }
}

fn languages(fields: &mut Fields<'_>) -> Languages {
    let Some(list) = fields.mappings("languages") else {
        fields.missing("languages");
        return fallback_languages();
    };
    let mut out = Languages::default();
    for node in list {
        if let Some(language) = fields.nested(node, language) {
            if out.find(&language.value.tag).is_some() {
                let diagnostic = Diagnostic::at(&codes::site::BAD_LANGUAGE, language.span);
                fields.report(diagnostic.with("lang", &language.value.tag).hint("duplicate"));
            } else {
                out.0.push(language.value);
            }
        }
    }
    if out.is_empty() { fallback_languages() } else { out }
}

/// One undetermined language, so that later stages report too when `languages:` cannot be read.
fn fallback_languages() -> Languages {
    Languages(vec![Language { tag: "und".into(), dir: Dir::Ltr }])
}

fn language(fields: &mut Fields<'_>) -> Option<Spanned<Language>> {
    let tag = fields.required_text("tag");
    let dir = fields.choice("dir", &["ltr", "rtl"]);
    if dir.is_none() && !fields.has("dir") {
        fields.missing("dir");
    }
    fields.finish(&["tag", "dir"]);
    let tag = tag?;
    let is_tag = tag.value.split('-').all(|it| (1..=8).contains(&it.len()) && it.bytes().all(|b| b.is_ascii_alphanumeric()))
        && tag.value.bytes().take(2).all(|it| it.is_ascii_lowercase()) && tag.value.len() >= 2;
    if !is_tag {
        fields.report(Diagnostic::at(&codes::site::BAD_LANGUAGE, tag.span).with("lang", tag.value.as_str()));
        return None;
    }
    let dir = if dir.is_some_and(|it| it.value == "rtl") { Dir::Rtl } else { Dir::Ltr };
    Some(Spanned::new(Language { tag: tag.value.as_str().into(), dir }, tag.span))
}

fn address(given: Option<&str>, written: Option<Spanned<String>>, fields: &mut Fields<'_>) -> String {
    let slashed = |text: &str| format!("{}/", text.trim_end_matches('/'));
    if let Some(written) = &written
        && !is_base(&written.value)
    {
        let mut diagnostic = Diagnostic::at(&codes::site::BAD_BASE, written.span).with("base", written.value.as_str());
        let near = format!("https://{}", slashed(written.value.trim_start_matches('/')));
        diagnostic = if !written.value.contains("://") && is_base(&near) && written.value.contains('.') {
            diagnostic.with("near", near).hint("near")
        } else {
            diagnostic.hint("form")
        };
        fields.report(diagnostic);
    }
    match (given, written) {
        (Some(given), _) => slashed(given),
        (None, Some(written)) => slashed(&written.value),
        (None, None) => {
            fields.missing("base");
            "https://example.org/".to_owned()
        }
    }
}

/// Tells whether `text` is an absolute http or https address of a folder, without query or fragment.
pub fn is_base(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|it| {
        !it.is_empty() && !it.starts_with('/') && !it.contains(['?', '#', ' ', '"', '<', '>', '\\']) && it.is_ascii()
    })
}

fn digits(fields: &mut Fields<'_>) -> Digits {
    let chosen = choose(fields, "digits", Digits::NAMES);
    chosen.and_then(|it| Digits::from_name(&it)).unwrap_or_default()
}

fn months(fields: &mut Fields<'_>) -> Months {
    let chosen = choose(fields, "months", Months::NAMES);
    chosen.and_then(|it| Months::from_name(&it)).unwrap_or_default()
}

fn choose(fields: &mut Fields<'_>, key: &'static str, known: &[&'static str]) -> Option<String> {
    fields.choice(key, known).map(|it| it.value)
}

fn policy(fields: &mut Fields<'_>) -> TextPolicy {
    match choose(fields, "translations", &["optional", "required"]).as_deref() {
        Some("required") => TextPolicy::Required,
        _ => TextPolicy::Optional,
    }
}

fn checks(fields: &mut Fields<'_>) -> Vec<(Arc<str>, Level)> {
    let mut out = Vec::new();
    for (code, level) in fields.entries("checks") {
        let Some(known) = codes::find(&code.value) else {
            let diagnostic = Diagnostic::at(&codes::site::UNKNOWN_CODE, code.span).with("code", code.value.as_str());
            fields.report(diagnostic.nearest(&code.value, codes::all().map(|it| it.name)));
            continue;
        };
        let Some(level) = fields.scalar_choice(level, &["error", "warn", "off"]) else { continue };
        let level = match level.as_str() {
            "error" => Level::As(Severity::Error),
            "warn" => Level::As(Severity::Warning),
            _ => Level::Off,
        };
        if known.is_fixed() && level != Level::As(Severity::Error) {
            let diagnostic = Diagnostic::at(&codes::site::UNKNOWN_CODE, code.span).with("code", code.value.as_str());
            fields.report(diagnostic.hint("fixed"));
            continue;
        }
        out.push((known.name.into(), level));
    }
    out
}

fn license(fields: &mut Fields<'_>, languages: &Languages) -> Option<License> {
    let node = fields.mapping("license")?;
    fields.nested(node, |inner| {
        let name = plain(inner.required_texts("name", languages));
        let url = inner.text("url").map(|it| it.value);
        inner.finish(&["name", "url"]);
        License { name, url }
    })
    .into()
}

fn home(fields: &mut Fields<'_>) -> (Vec<Spanned<String>>, Vec<Spanned<String>>) {
    let Some(node) = fields.mapping("home") else { return (Vec::new(), Vec::new()) };
    fields.nested(node, |inner| {
        let doors = inner.text_list("doors").unwrap_or_default();
        let lists = inner.text_list("lists").unwrap_or_default();
        inner.finish(&["doors", "lists"]);
        (doors, lists)
    })
}

fn navigation(fields: &mut Fields<'_>, languages: &Languages) -> Option<Vec<NavItem>> {
    let list = fields.sequence("navigation")?;
    let mut out = Vec::new();
    for node in list {
        if let Node::Mapping(_) = node.value {
            out.push(fields.nested(node, |inner| {
                let label = plain(inner.required_texts("label", languages));
                let items = inner.text_list("items").unwrap_or_default();
                inner.finish(&["label", "items"]);
                NavItem::Group { label, items }
            }));
        } else if let Some(target) = fields.scalar_text(node) {
            out.push(NavItem::Target(target));
        }
    }
    Some(out)
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
}
