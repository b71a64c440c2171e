//! `data/<kind>.tbx`: every termbase for translation tools, as TBX-Basic in DCA style (ISO 30042:2019).
//!
//! Elements and values are those of the public dialect TBX-Basic: a concept with its page, per language the definition and
//! the forms, each with its administrative status. The dialect has no status for misspellings; they stand as deprecated, so that
//! a tool warns of them.

use quick_xml::{
    Writer,
    events::{BytesDecl, BytesText, Event},
};

use super::PageFacts;
use crate::{
    base::{Artifact, Lang, MediaType},
    site::{Status, Term},
    view::Env,
};

type Out = Writer<Vec<u8>>;

/// Makes the file of every termbase.
pub fn make(env: Env<'_>, _pages: &[PageFacts]) -> Vec<Artifact> {
    env.site.termbases().into_iter().map(|kind| file(env, kind)).collect()
}

fn file(env: Env<'_>, kind: usize) -> Artifact {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
    let done = writer
        .write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))
        .and_then(|()| document(env, kind, &mut writer));
    done.expect("memory takes every write");
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    Artifact { path: env.site.tbx_route(kind).0, bytes, media: MediaType::TBX, origin: "tbx" }
}

fn document(env: Env<'_>, kind: usize, writer: &mut Out) -> std::io::Result<()> {
    let site = env.site;
    let first = Lang(0);
    let tbx = writer
        .create_element("tbx")
        .with_attribute(("xmlns", "urn:iso:std:iso:30042:ed-2"))
        .with_attribute(("type", "TBX-Basic"))
        .with_attribute(("style", "dca"))
        .with_attribute(("xml:lang", site.languages().tag(first)));
    tbx.write_inner_content(|writer| {
        let plural = site.kinds.all()[kind].plural.get_or_first(first).map_or("", |(_, it)| it.as_str());
        writer.create_element("tbxHeader").write_inner_content(|it| {
            it.create_element("fileDesc").write_inner_content(|it| {
                it.create_element("titleStmt").write_inner_content(|it| text(it, "title", plural))?;
                let source = format!("{} – {}", site.config.title(first), site.config.base);
                it.create_element("sourceDesc").write_inner_content(|it| text(it, "p", &source))?;
                Ok(())
            })?;
            Ok(())
        })?;
        writer.create_element("text").write_inner_content(|it| {
            it.create_element("body")
                .write_inner_content(|it| site.terms_of(kind).try_for_each(|term| concept(env, term, it)))?;
            Ok(())
        })?;
        Ok(())
    })?;
    Ok(())
}

fn concept(env: Env<'_>, term: &Term, writer: &mut Out) -> std::io::Result<()> {
    let site = env.site;
    let id = format!("c-{}", site.record(term.record).record.key.value);
    writer.create_element("conceptEntry").with_attribute(("id", id.as_str())).write_inner_content(|writer| {
        let address = site.config.absolute(&site.identity_route(term.record).0);
        let link = writer.create_element("xref").with_attribute(("type", "externalCrossReference"));
        link.with_attribute(("target", address.as_str())).write_text_content(BytesText::new(&address))?;
        for lang in site.languages().iter().filter(|lang| term.forms.iter().any(|it| it.lang == *lang)) {
            let section = writer.create_element("langSec").with_attribute(("xml:lang", site.languages().tag(lang)));
            section.write_inner_content(|writer| {
                if let Some(definition) = term.definition.get(lang) {
                    typed(writer, "descrip", "definition", definition)?;
                }
                for form in term.forms.iter().filter(|it| it.lang == lang) {
                    writer.create_element("termSec").write_inner_content(|it| {
                        text(it, "term", &form.text)?;
                        typed(it, "termNote", "administrativeStatus", status(form.status))
                    })?;
                }
                Ok(())
            })?;
        }
        Ok(())
    })?;
    Ok(())
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Preferred => "preferredTerm-admn-sts",
        Status::Admitted => "admittedTerm-admn-sts",
        Status::Deprecated | Status::Misspelt => "deprecatedTerm-admn-sts",
    }
}

fn text(writer: &mut Out, name: &str, value: &str) -> std::io::Result<()> {
    writer.create_element(name).write_text_content(BytesText::new(value))?;
    Ok(())
}

fn typed(writer: &mut Out, name: &str, of_type: &str, value: &str) -> std::io::Result<()> {
    writer.create_element(name).with_attribute(("type", of_type)).write_text_content(BytesText::new(value))?;
    Ok(())
}
