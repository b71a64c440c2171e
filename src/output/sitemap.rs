//! `sitemap.xml` (sitemaps.org 0.9) with `xhtml:link` alternates. `lastmod` only where an author gave a date.

use quick_xml::{
    Writer,
    events::{BytesDecl, BytesText, Event},
};

use super::PageFacts;
use crate::{
    base::{Artifact, MediaType, PartialDate, Point},
    site::{Cut, PageKind, PageRef},
    view::Env,
};

/// The protocol allows this many addresses in one file.
const LIMIT: usize = 50_000;
const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";
const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// Makes the sitemap; beyond the protocol's limit an index and several files.
pub fn make(env: Env<'_>, pages: &[PageFacts]) -> Vec<Artifact> {
    let listed: Vec<(&PageFacts, PageRef)> = pages
        .iter()
        .filter_map(|it| it.unit.map(|unit| (it, unit)))
        .filter(|(_, unit)| !matches!(env.site.page(unit.page).cut(*unit), Cut::Facet { .. }))
        .filter(|(_, unit)| {
            let page = env.site.page(unit.page);
            page.kind != PageKind::Search && page.exists_in(unit.lang)
        })
        .collect();
    if listed.len() <= LIMIT {
        return vec![artifact("sitemap.xml".to_owned(), urls(env, &listed))];
    }
    let mut out = Vec::new();
    for (chunk, number) in listed.chunks(LIMIT).zip(1..) {
        out.push(artifact(format!("sitemap-{number}.xml"), urls(env, chunk)));
    }
    let names: Vec<String> = out.iter().map(|it| env.site.config.absolute(&it.path)).collect();
    out.push(artifact("sitemap.xml".to_owned(), index(&names)));
    out
}

fn artifact(path: String, xml: Vec<u8>) -> Artifact {
    Artifact { path, bytes: xml, media: MediaType::XML, origin: "sitemap" }
}

/// Writes XML into memory, which cannot fail.
fn document(write: impl FnOnce(&mut Writer<Vec<u8>>) -> std::io::Result<()>) -> Vec<u8> {
    let mut writer = Writer::new(Vec::new());
    let done =
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None))).and_then(|()| write(&mut writer));
    done.expect("memory takes every write");
    let mut out = writer.into_inner();
    out.push(b'\n');
    out
}

fn index(names: &[String]) -> Vec<u8> {
    document(|writer| {
        writer.create_element("sitemapindex").with_attribute(("xmlns", NAMESPACE)).write_inner_content(|writer| {
            for name in names {
                writer.create_element("sitemap").write_inner_content(|it| text(it, "loc", name))?;
            }
            Ok(())
        })?;
        Ok(())
    })
}

fn urls(env: Env<'_>, pages: &[(&PageFacts, PageRef)]) -> Vec<u8> {
    document(|writer| {
        let set =
            writer.create_element("urlset").with_attribute(("xmlns", NAMESPACE)).with_attribute(("xmlns:xhtml", XHTML));
        set.write_inner_content(|writer| {
            for (facts, unit) in pages {
                url(env, facts, unit, writer)?;
            }
            Ok(())
        })?;
        Ok(())
    })
}

fn url(env: Env<'_>, facts: &PageFacts, unit: &PageRef, writer: &mut Writer<Vec<u8>>) -> std::io::Result<()> {
    let site = env.site;
    let page = site.page(unit.page);
    writer.create_element("url").write_inner_content(|writer| {
        text(writer, "loc", &site.config.absolute(&facts.route.0))?;
        if let Some(date) = page.updated.get(unit.lang).and_then(day) {
            text(writer, "lastmod", &date)?;
        }
        for (hreflang, route) in site.alternates(*unit) {
            alternate(writer, hreflang, &site.config.absolute(&route.0))?;
        }
        Ok(())
    })?;
    Ok(())
}

fn alternate(writer: &mut Writer<Vec<u8>>, hreflang: &str, href: &str) -> std::io::Result<()> {
    let link = writer.create_element("xhtml:link");
    link.with_attribute(("rel", "alternate"))
        .with_attribute(("hreflang", hreflang))
        .with_attribute(("href", href))
        .write_empty()?;
    Ok(())
}

fn text(writer: &mut Writer<Vec<u8>>, name: &str, value: &str) -> std::io::Result<()> {
    writer.create_element(name).write_text_content(BytesText::new(value))?;
    Ok(())
}

/// Returns a date in the W3C format that sitemaps use; quarters and doubtful dates have none.
fn day(date: &PartialDate) -> Option<String> {
    match date.end.unwrap_or(date.start) {
        _ if date.approximate || date.uncertain => None,
        Point::Quarter(..) => None,
        point => Some(point.notation()),
    }
}
