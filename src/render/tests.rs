//! The theme through its front door: every template in both languages.
#![allow(clippy::disallowed_methods, reason = "tests write what they read, and say where to look at it")]

use std::{fs, path::Path};

use html5ever::{parse_document, tendril::TendrilSink};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

use super::{Design, Fragment, Minify, Options, Theme, fragment, load, page, sample, words};
use crate::{
    base::{FileId, Lang},
    diag::{Checked, Diagnostic, Place},
    locale::{Formats, Locales},
    view::{PageView, SharedView, Sheet},
};
use sample::In;

fn word(lang: Lang, id: &str) -> Option<String> {
    thread_local! { static LOCALES: Locales = Locales::new(&sample::languages(), &Formats::default(), &[]).value }
    LOCALES.with(|it| it.get(lang).by_name(id))
}

fn theme(minify: Minify) -> Theme {
    let Checked { value, diagnostics } = load(&[], &sample::languages(), &word, &Design::default(), Options { minify });
    assert_eq!(diagnostics, [], "the embedded theme is sound");
    value
}

/// Renders a page with what is shared at its depth.
fn render(theme: &Theme, lang: In, view: &PageView) -> String {
    let root = match view.place.as_str() {
        "404.html" => "/kb/".to_owned(),
        place => "../".repeat(place.matches('/').count()),
    };
    let shared = sample::shared(lang, &root, theme.stylesheet(Sheet::Common), theme.icon());
    let shared = fragment(theme, &shared);
    assert_eq!(shared.diagnostics, []);
    let html = page(theme, &shared.value, view);
    assert_eq!(html.diagnostics, [], "{}", view.place);
    html.value
}

/// Renders every sample: file path, language, HTML.
fn all(theme: &Theme) -> Vec<(String, In, String)> {
    let file = |place: &str| {
        if place.ends_with('/') || place.is_empty() { format!("{place}index.html") } else { place.to_owned() }
    };
    let mut out = Vec::new();
    for lang in In::ALL {
        out.extend(sample::pages(lang).iter().map(|it| (file(&it.place), lang, render(theme, lang, it))));
    }
    out.extend(sample::bilingual().iter().map(|it| (file(&it.place), In::Ar, render(theme, In::Ar, it))));
    out
}

fn parse(html: &str) -> RcDom {
    parse_document(RcDom::default(), Default::default()).one(html)
}

/// Visits the elements and texts of a document with the language that holds for them.
fn walk(node: &Handle, lang: &str, visit: &mut dyn FnMut(&Handle, &str)) {
    let own = attribute(node, "lang");
    let lang = own.as_deref().unwrap_or(lang);
    visit(node, lang);
    for child in node.children.borrow().iter() {
        walk(child, lang, visit);
    }
}

fn attribute(node: &Handle, name: &str) -> Option<String> {
    let NodeData::Element { attrs, .. } = &node.data else { return None };
    attrs.borrow().iter().find(|it| &*it.name.local == name).map(|it| it.value.to_string())
}

fn element(node: &Handle) -> Option<String> {
    let NodeData::Element { name, .. } = &node.data else { return None };
    Some(name.local.to_string())
}

#[test]
fn every_page_parses_without_an_error_and_without_anything_inline() {
    for minify in [Minify::On, Minify::Off] {
        for (path, _, html) in all(&theme(minify)) {
            let dom = parse(&html);
            assert_eq!(*dom.errors.borrow(), Vec::<std::borrow::Cow<'static, str>>::new(), "{path}");
            walk(&dom.document, "", &mut |node, _| {
                let name = element(node).unwrap_or_default();
                assert!(name != "style", "{path}: <{name}>");
                let is_apart = attribute(node, "src").is_some() && node.children.borrow().is_empty();
                // A data block is not run, so the policy has nothing against it.
                let is_data = attribute(node, "type").is_some_and(|it| it == "application/ld+json");
                assert!(name != "script" || is_apart || is_data, "{path}: <{name}>");
                let NodeData::Element { attrs, .. } = &node.data else { return };
                for attr in attrs.borrow().iter() {
                    let name = &*attr.name.local;
                    // The marks that the fragments leave for themselves must be gone; the search's own stay.
                    let is_mark = matches!(name, "data-place" | "data-fold");
                    assert!(name != "style" && !name.starts_with("on") && !is_mark, "{path}: {name}");
                }
            });
            assert!(!html.contains('\u{FDD0}') && !html.contains("{{"), "{path}");
        }
    }
}

#[test]
fn minified_pages_show_the_same_words() {
    let (small, plain) = (all(&theme(Minify::On)), all(&theme(Minify::Off)));
    for ((path, _, small), (_, _, plain)) in small.iter().zip(&plain) {
        assert!(words::same(plain, small), "{path}");
        assert!(small.len() < plain.len(), "{path}");
    }
}

#[test]
fn no_word_of_one_language_stands_in_the_other() {
    // Names and codes that have no Arabic form; everything else in Latin letters is marked with its language or direction.
    let allowed = ["JSON", "CC", "BY"];
    let is_arabic = |it: char| ('\u{0600}'..='\u{06FF}').contains(&it) && it.is_alphabetic();
    for (path, _, html) in all(&theme(Minify::On)) {
        let dom = parse(&html);
        walk(&dom.document, "", &mut |node, lang| {
            let mut texts = Vec::new();
            match &node.data {
                NodeData::Text { contents } => texts.push(contents.borrow().to_string()),
                NodeData::Element { .. } => {
                    texts.extend(["aria-label", "placeholder", "alt"].iter().filter_map(|it| attribute(node, it)))
                }
                _ => {}
            }
            let parent = node.parent.take();
            let around = parent.as_ref().and_then(std::rc::Weak::upgrade);
            node.parent.set(parent);
            let is_left_to_right = around.as_ref().and_then(|it| attribute(it, "dir")).is_some_and(|it| it == "ltr");
            let is_head =
                around.as_ref().and_then(element).is_some_and(|it| matches!(it.as_str(), "title" | "code" | "script"));
            let is_notice = around.as_ref().and_then(|it| attribute(it, "class")).is_some_and(|it| it == "missing");
            if is_left_to_right && lang == "ar" || is_head || is_notice {
                return;
            }
            for text in texts {
                let foreign = text.split_whitespace().find(|word| match lang {
                    "ar" => {
                        word.chars().any(|it| it.is_ascii_alphabetic())
                            && !allowed.contains(word)
                            && word.chars().filter(char::is_ascii_alphabetic).count() > 1
                    }
                    _ => word.chars().any(is_arabic),
                });
                assert_eq!(foreign, None, "{path}: {text}");
            }
        });
    }
}

#[test]
fn the_current_page_and_its_section_are_marked_once() {
    let theme = theme(Minify::On);
    for lang in In::ALL {
        for view in sample::pages(lang) {
            let html = render(&theme, lang, &view);
            let navigation = html.split("<nav ").find(|it| it.contains("class=navigation")).unwrap_or_default();
            let marks = navigation.matches("aria-current").count();
            let unlisted = ["search/", "resolution/", "translations/"];
            let is_listed = !unlisted.iter().any(|it| view.place == format!("{}/{it}", lang.tag()));
            assert_eq!(marks, usize::from(is_listed), "{}", view.place);
        }
    }
}

#[test]
fn the_language_switch_leads_to_the_same_page() {
    let theme = theme(Minify::On);
    let record = |lang| render(&theme, lang, &sample::pages(lang)[2]);
    assert!(
        record(In::Ar)
            .contains("<a href=../../../en/mandates/resolution-7833/ lang=en dir=ltr hreflang=en>English</a>")
    );
    assert!(
        record(In::En)
            .contains("<a href=../../../ar/mandates/resolution-7833/ lang=ar dir=rtl hreflang=ar>العربية</a>")
    );
    let missing = render(&theme, In::Ar, &sample::pages(In::Ar)[1]);
    assert!(!missing.contains("dir=ltr hreflang=en"));
    assert!(missing.contains("<p class=missing>هذه الصفحة غير متاحة"));
}

#[test]
fn the_frame_of_a_page_says_what_the_browser_needs() {
    let theme = theme(Minify::On);
    let html = render(&theme, In::Ar, &sample::pages(In::Ar)[2]);
    for wanted in [
        "<!doctype html><html lang=ar dir=rtl><head><meta charset=utf-8>",
        "http-equiv=Content-Security-Policy",
        "default-src 'none'; script-src 'self'",
        "<link rel=canonical href=https://example.org/kb/ar/mandates/resolution-7833/>",
        "hreflang=x-default",
        "<meta property=og:locale content=ar_EG><meta property=og:locale:alternate content=en_US>",
        "<meta property=og:image content=https://example.org/kb/cards/a.png>",
        "<meta name=citation_publication_date content=2026/11/20>",
        "<script type=application/ld+json>{\"@type\":\"WebPage\",\"name\":\"\\u003cقرار\"}</script>",
        "<time datetime=2014-09-07>7 سبتمبر 2014</time>",
        "<bdi dir=ltr class=code>7833</bdi>",
    ] {
        assert!(html.contains(wanted), "{wanted} in {html}");
    }
}

#[test]
fn a_site_overrides_single_files() {
    let own = "{% extends \"templates/layout.html\" %}{% block content %}<p>خاص</p>{% endblock %}";
    let files = [("templates/text.html", FileId(7), own), ("records/mandate.html", FileId(8), own)];
    let Checked { value: theme, diagnostics } =
        load(&files, &sample::languages(), &word, &Design::default(), Options::default());
    assert_eq!(diagnostics, []);
    for at in [1, 2] {
        assert!(render(&theme, In::Ar, &sample::pages(In::Ar)[at]).contains("<p>خاص</p>"));
    }
    assert_ne!(theme.fingerprint(), self::theme(Minify::On).fingerprint());
}

#[test]
fn a_copy_of_an_embedded_file_changes_nothing() {
    let files: Vec<_> = super::embedded::files().map(|(path, text)| (path, FileId(7), text)).collect();
    let Checked { value: copied, diagnostics } =
        load(&files, &sample::languages(), &word, &Design::default(), Options::default());
    assert_eq!(diagnostics, []);
    let theme = theme(Options::default().minify);
    assert_eq!(copied.fingerprint(), theme.fingerprint());
    assert_eq!(all(&copied), all(&theme));
}

fn codes(diagnostics: &[Diagnostic]) -> Vec<(&'static str, Option<std::ops::Range<usize>>)> {
    let range = |it: &Place| if let Place::At(span) = it { Some(span.range()) } else { None };
    diagnostics.iter().map(|it| (it.code.name, range(&it.place))).collect()
}

#[test]
fn every_mistake_in_a_theme_is_found_in_one_run() {
    let files = [
        ("templates/txt.html", FileId(1), ""),
        ("components/link.html", FileId(2), "{% component Link(link: map) %}{% if %}{% endcomponent Link %}"),
        ("templates/list.html", FileId(3), "{{ page.title | nonsense }}"),
        ("templates/home.html", FileId(4), "<p>{{ t(id=\"no-such-text\") }}</p>"),
        ("theme.yaml", FileId(5), "name: x\nstyle: []\n"),
    ];
    let Checked { value: theme, diagnostics } =
        load(&files, &sample::languages(), &word, &Design::default(), Options::default());
    let mut found = codes(&diagnostics);
    found.sort_by_key(|it| (it.0, it.1.as_ref().map(|it| it.start)));
    let names: Vec<&str> = found.iter().map(|it| it.0).collect();
    assert_eq!(
        names,
        ["theme/syntax", "theme/syntax", "theme/unknown-name", "theme/unknown-name", "theme/unused-file"],
        "{diagnostics:?}"
    );
    assert!(found.contains(&("theme/unknown-name", Some(12..24))), "the unknown text's own place: {found:?}");
    assert_eq!(diagnostics[0].hint, Some("near"));
    // What could not be used is replaced by the default, so that the other pages still show their own faults.
    assert!(render(&theme, In::Ar, &sample::pages(In::Ar)[3]).contains("class=cards"));
}

#[test]
fn a_template_that_fails_on_a_page_is_reported_with_its_place() {
    let files = [("templates/text.html", FileId(3), "<p>{{ page.no_such_field }}</p>")];
    let theme = load(&files, &sample::languages(), &word, &Design::default(), Options::default()).value;
    let Checked { value, diagnostics } = page(&theme, &Fragment::default(), &sample::pages(In::En)[1]);
    assert_eq!(value, "");
    assert_eq!(codes(&diagnostics)[0].0, "theme/unknown-name");
    assert!(matches!(diagnostics[0].place, Place::At(span) if span.file == FileId(3)), "{:?}", diagnostics[0]);
}

#[test]
fn a_template_whose_words_would_join_is_published_as_it_was() {
    let template = "<div><a href=\"a\">واحد</a> <a href=\"b\">اثنان</a></div>";
    let files = [("templates/text.html", FileId(3), template)];
    let theme = load(&files, &sample::languages(), &word, &Design::default(), Options::default()).value;
    let Checked { value, diagnostics } = page(&theme, &Fragment::default(), &sample::pages(In::Ar)[1]);
    assert_eq!(value, template);
    assert_eq!(codes(&diagnostics)[0].0, "build/minify");
}

#[test]
fn the_minifier_finds_nothing_left_to_take_away() {
    for (path, _, html) in all(&theme(Minify::On)) {
        // The prose of the samples has line breaks, which that of our own writer has not.
        let html = html.replace(">\n<", "><");
        let again = super::minify::piece(html.clone(), Minify::On);
        assert!(
            again.html.len() >= html.len(),
            "{path}: {} bytes, {} again\n{html}\n\n{}",
            html.len(),
            again.html.len(),
            again.html
        );
    }
}

#[test]
fn text_in_views_cannot_break_out_of_the_page() {
    let theme = theme(Minify::Off);
    let mut view = sample::pages(In::En)[1].clone();
    view.document_title = "</title><script>\u{FDD4}".to_owned();
    let html = page(&theme, &Fragment::default(), &view).value;
    assert!(html.contains("<title>&lt;/title&gt;&lt;script&gt;\u{FFFD}</title>"));
    assert_eq!(html.matches("id=\"rule\"").count(), 1);
}

#[test]
fn an_empty_site_has_a_frame_too() {
    let theme = theme(Minify::On);
    let shared = fragment(&theme, &SharedView { lang: In::En.view(), ..SharedView::default() });
    assert_eq!(shared.diagnostics, []);
    let view = PageView { lang: In::En.view(), ..PageView::default() };
    assert_eq!(page(&theme, &shared.value, &view).diagnostics, []);
}

/// Writes all samples to the folder that `TASHAWUR_PREVIEW` names, for looking at them in a browser.
#[test]
fn samples_can_be_looked_at() {
    let theme = theme(Minify::On);
    let pages = all(&theme);
    assert_eq!(pages.len(), 32);
    let css = theme
        .assets(true)
        .into_iter()
        .find(|it| it.path == theme.stylesheet(Sheet::Common))
        .expect("the style sheet is an asset");
    let text = String::from_utf8(css.bytes).expect("styles are UTF-8");
    assert!(!text.contains("margin-left") && !text.contains("/*") && text.len() < 40_000, "{} bytes", text.len());
    let Ok(folder) = std::env::var("TASHAWUR_PREVIEW") else { return };
    let write = |path: &str, bytes: &[u8]| {
        let path = Path::new(&folder).join(path);
        fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("the folder can be made");
        fs::write(path, bytes).expect("the file can be written");
    };
    pages.iter().for_each(|(path, _, html)| write(path, html.as_bytes()));
    theme.assets(true).iter().for_each(|it| write(&it.path, &it.bytes));
}
