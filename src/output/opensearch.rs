//! An OpenSearch description per language: browsers offer the site's search where addresses are typed.

use quick_xml::{
    Writer,
    events::{BytesDecl, BytesText, Event},
};

use super::PageFacts;
use crate::{
    base::{Artifact, Lang, MediaType},
    locale::ids,
    view::Env,
};

/// A short name may have so many characters (OpenSearch 1.1).
const SHORT: usize = 16;
/// A description so many.
const LONG: usize = 1024;

/// Makes `<language>/opensearch.xml`.
pub fn make(env: Env<'_>, _pages: &[PageFacts]) -> Vec<Artifact> {
    let languages = env.site.languages().iter().filter(|_| env.site.config.search);
    languages.map(|lang| description(env, lang)).collect()
}

fn description(env: Env<'_>, lang: Lang) -> Artifact {
    let (site, tag) = (env.site, env.site.languages().tag(lang));
    let title = site.config.title(lang);
    let about = site.config.description.get(lang).map_or(title, String::as_str);
    let template = site.config.absolute(&format!("{tag}/search/?q="));
    let mut writer = Writer::new(Vec::new());
    let done = writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None))).and_then(|()| {
        let root = writer.create_element("OpenSearchDescription");
        let root = root.with_attribute(("xmlns", "http://a9.com/-/spec/opensearch/1.1/"));
        root.write_inner_content(|writer| {
            let mut text = |name: &str, value: &str| {
                writer.create_element(name).write_text_content(BytesText::new(value)).map(|_| ())
            };
            text("ShortName", &short(title, SHORT, &env.locales.get(lang).text(ids::SEARCH)))?;
            text("Description", &about.chars().take(LONG).collect::<String>())?;
            text("Language", tag)?;
            text("InputEncoding", "UTF-8")?;
            text("OutputEncoding", "UTF-8")?;
            let url = writer.create_element("Url").with_attribute(("type", "text/html"));
            url.with_attribute(("template", format!("{template}{{searchTerms}}").as_str())).write_empty()?;
            Ok(())
        })
        .map(|_| ())
    });
    done.expect("memory takes every write");
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    Artifact {
        path: format!("{tag}/opensearch.xml"),
        bytes,
        media: MediaType("application/opensearchdescription+xml"),
        origin: "opensearch",
    }
}

/// Returns the words of a name that fit, or another name where not even one does.
fn short(name: &str, limit: usize, other: &str) -> String {
    let mut out = String::new();
    for word in name.split_whitespace() {
        let space = usize::from(!out.is_empty());
        if out.chars().count() + space + word.chars().count() > limit {
            break;
        }
        if space == 1 {
            out.push(' ');
        }
        out.push_str(word);
    }
    if out.is_empty() { other.to_owned() } else { out }
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn a_short_name_ends_at_a_word() {
        assert_eq!(short("قاعدة معارف عملية التشاور", 16, "البحث"), "قاعدة معارف");
        assert_eq!(short("Nichtregierungsorganisationen", 16, "Search"), "Search");
    }
}
