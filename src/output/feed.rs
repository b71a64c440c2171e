//! An Atom feed (RFC 4287) per language. Only what is dated to the day is in it; its own date is its newest entry's.

use quick_xml::{
    Writer,
    events::{BytesDecl, BytesText, Event},
};

use super::PageFacts;
use crate::{
    base::{Artifact, Lang, MediaType, Route},
    site::PageId,
    text::{bidi, normal},
    view::Env,
};

/// So many entries at most.
const LIMIT: usize = 50;

/// Makes one feed per language that has something dated.
pub fn make(env: Env<'_>, _pages: &[PageFacts]) -> Vec<Artifact> {
    env.site.languages().iter().filter_map(|lang| feed(env, lang)).collect()
}

fn feed(env: Env<'_>, lang: Lang) -> Option<Artifact> {
    let entries: &[(PageId, String)] = env.site.indexes.dated.get(lang).map(Vec::as_slice)?;
    let entries = &entries[..entries.len().min(LIMIT)];
    let (_, newest) = entries.first()?;
    let tag = env.site.languages().tag(lang);
    let route = Route(format!("{tag}/feed.xml"));
    let mut writer = Writer::new(Vec::new());
    let done = writer
        .write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))
        .and_then(|()| document(env, lang, &route, newest, entries, &mut writer));
    done.expect("memory takes every write");
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    Some(Artifact { path: route.0, bytes, media: MediaType::ATOM, origin: "feed" })
}

fn document(
    env: Env<'_>,
    lang: Lang,
    route: &Route,
    newest: &str,
    entries: &[(PageId, String)],
    writer: &mut Writer<Vec<u8>>,
) -> std::io::Result<()> {
    let config = &env.site.config;
    let tag = config.languages.tag(lang);
    let feed = writer
        .create_element("feed")
        .with_attribute(("xmlns", "http://www.w3.org/2005/Atom"))
        .with_attribute(("xml:lang", tag));
    feed.write_inner_content(|writer| {
        text(writer, "id", &config.absolute(&route.0))?;
        text(writer, "title", &isolated(env, lang, config.title(lang)))?;
        if let Some(description) = config.description.get(lang) {
            text(writer, "subtitle", &isolated(env, lang, description))?;
        }
        text(writer, "updated", &instant(newest))?;
        link(writer, "self", "application/atom+xml", &config.absolute(&route.0))?;
        link(writer, "alternate", "text/html", &config.absolute(&format!("{tag}/")))?;
        let author = config.publisher.get_or_first(lang).map_or_else(|| config.title(lang), |(_, it)| it.as_str());
        writer.create_element("author").write_inner_content(|it| text(it, "name", &isolated(env, lang, author)))?;
        for (page, date) in entries {
            entry(env, lang, *page, date, writer)?;
        }
        Ok(())
    })?;
    Ok(())
}

fn entry(env: Env<'_>, lang: Lang, id: PageId, date: &str, writer: &mut Writer<Vec<u8>>) -> std::io::Result<()> {
    let page = env.site.page(id);
    let Some(route) = page.routes.get(lang) else { return Ok(()) };
    let address = env.site.config.absolute(&route.0);
    writer.create_element("entry").write_inner_content(|writer| {
        text(writer, "id", &address)?;
        text(writer, "title", &isolated(env, lang, page.title(lang)))?;
        text(writer, "updated", &instant(date))?;
        link(writer, "alternate", "text/html", &address)?;
        if let Some(summary) = page.summary(lang) {
            text(writer, "summary", &isolated(env, lang, summary))?;
        }
        Ok(())
    })?;
    Ok(())
}

fn isolated(env: Env<'_>, lang: Lang, words: &str) -> String {
    bidi::isolate(&normal::clean(words), env.site.languages().dir(lang)).into_owned()
}

fn instant(day: &str) -> String {
    format!("{day}T00:00:00Z")
}

fn link(writer: &mut Writer<Vec<u8>>, rel: &str, media: &str, href: &str) -> std::io::Result<()> {
    let link = writer.create_element("link");
    link.with_attribute(("rel", rel)).with_attribute(("type", media)).with_attribute(("href", href)).write_empty()?;
    Ok(())
}

fn text(writer: &mut Writer<Vec<u8>>, name: &str, value: &str) -> std::io::Result<()> {
    writer.create_element(name).write_text_content(BytesText::new(value))?;
    Ok(())
}
