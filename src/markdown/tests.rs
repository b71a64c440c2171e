//! Reading and writing together: what an author types and what a reader gets, in both directions.

mod blocks;
mod found;
mod inline;
mod safety;

use super::{Document, Labels, Options, Resolved, ResolvedImage, ResolvedLink, Slotted, Target, html, parse};
use crate::{
    base::{Dir, FileId},
    diag::Checked,
    text::bidi::Around,
};

/// Reads a text of file 3, so that a place in the wrong file shows.
fn read(text: &str) -> Checked<Document> {
    parse(FileId(3), text)
}

/// Reads a text without mistakes.
fn clean(text: &str) -> Document {
    let Checked { value, diagnostics } = read(text);
    assert_eq!(diagnostics, [], "{text}");
    value
}

/// Lists what is found in a text as `code: the text it points at`, in order.
fn found(text: &str) -> Vec<String> {
    let mut found = read(text).diagnostics;
    crate::diag::sort(&mut found);
    let line = |it: &crate::diag::Diagnostic| match it.place {
        crate::diag::Place::At(span) => format!("{}: {}", it.code.name, &text[span.range()]),
        _ => it.code.name.to_owned(),
    };
    found.iter().map(line).collect()
}

fn labels() -> Labels {
    Labels {
        permalink: Slotted::split("رابط إلى «*»", "*"),
        table: Slotted::split("جدول *", "*"),
        footnotes: "الحواشي".to_owned(),
        footnote: Slotted::split("حاشية *", "*"),
        footnote_back: Slotted::split("عودة إلى موضع الحاشية *", "*"),
        definition: Slotted::split("تعريف *", "*"),
        task_done: "منجز".to_owned(),
        task_open: "غير منجز".to_owned(),
        alerts: ["ملاحظة", "فائدة", "مهم", "تنبيه", "تحذير"].map(str::to_owned),
        digits: Vec::new(),
    }
}

const LANGUAGES: &[(&str, Dir)] = &[("ar", Dir::Rtl), ("en", Dir::Ltr)];

/// Writes a document in an Arabic page; every link leads to `#link`, every image exists.
fn written(doc: &Document, options: Options) -> String {
    let href = |it: &super::Link| {
        Some(if matches!(it.target, Target::Key { .. }) { "../key/".to_owned() } else { "#link".to_owned() })
    };
    let links: Vec<ResolvedLink> = doc
        .links
        .iter()
        .map(|it| ResolvedLink {
            href: href(it), text: Some("القرار 7833".to_owned()), ..ResolvedLink::default()
        })
        .collect();
    let images = vec![ResolvedImage { src: Some("../map.png".to_owned()), size: Some((640, 480)) }; doc.images.len()];
    let labels = labels();
    let with = Resolved {
        links: &links,
        images: &images,
        terms: &[],
        labels: &labels,
        around: Around { dir: Dir::Rtl, languages: LANGUAGES },
        options,
    };
    let mut out = String::new();
    html(doc, &with, &mut out);
    out
}

/// Reads and writes a text without mistakes.
fn page(text: &str) -> String {
    written(&clean(text), Options::default())
}

/// Reads and writes a text, whatever is wrong with it.
fn any_page(text: &str) -> String {
    written(&read(text).value, Options::default())
}
