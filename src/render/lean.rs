//! HTML that was made without white space or tags to spare: prose by our own writer, frames by the default theme, whose
//! indentation is resolved when it is loaded. minify-html would only drop quotes that attributes do not need; doing just
//! that costs a tenth of parsing the page again. Tests hold the two to the same length.

use super::minify::Minify;

/// Drops the quotes of attribute values that need none, values that are empty, and escapes that text does not need (WHATWG HTML, "Attributes").
///
/// Only for HTML in which every value is quoted by `"`, and `<`, `>` and `"` stand for themselves nowhere: our own writer
/// and the template engine escape them.
pub fn small(html: &str, minify: Minify, out: &mut String) {
    if minify == Minify::Off {
        out.push_str(html);
        return;
    }
    out.reserve(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        text(&rest[..at], out);
        let end = rest[at..].find('>').map_or(rest.len(), |it| at + it + 1);
        tag(&rest[at..end], out);
        rest = &rest[end..];
    }
    text(rest, out);
}

/// A quotation mark is escaped for the sake of attributes; in text it stands for itself.
fn text(text: &str, out: &mut String) {
    const ESCAPED: &str = "&quot;";
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let is_quote = rest[at..].starts_with(ESCAPED);
        out.push_str(&rest[..at]);
        out.push(if is_quote { '"' } else { '&' });
        rest = &rest[at + if is_quote { ESCAPED.len() } else { 1 }..];
    }
    out.push_str(rest);
}

fn tag(tag: &str, out: &mut String) {
    let mut rest = tag;
    while let Some(at) = rest.find('"') {
        let value = &rest[at + 1..];
        let Some(end) = value.find('"') else { break };
        let value = &value[..end];
        let before = rest[..at].strip_suffix('=').unwrap_or(&rest[..at]);
        out.push_str(before);
        if value.bytes().any(|it| NEEDS_QUOTES[usize::from(it)]) {
            out.push_str(&rest[before.len()..at + 2 + end]);
        } else if !value.is_empty() {
            out.push('=');
            out.push_str(value);
        }
        rest = &rest[at + 2 + end..];
    }
    out.push_str(rest);
}

/// Bytes that an unquoted value may not hold.
static NEEDS_QUOTES: [bool; 256] = {
    let mut table = [false; 256];
    let mut at = 0;
    let bytes = b" \n\t\r\x0c\"'`=<>";
    while at < bytes.len() {
        table[bytes[at] as usize] = true;
        at += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::small;
    use crate::{
        base::{Dir, FileId},
        markdown::{self, Labels, Options, Resolved, ResolvedLink, Slotted},
        render::minify::{Minify, piece},
        text::bidi::Around,
    };

    const TEXT: &str = "المقدمة مع [رابط](a.md) و`رمز` و**مهم** و*تأكيد*، ثم ARCP Regional Process في سطر\nوسطر بعده  \nوثالث.[^1]\n\n\
        ## الأهداف {#goals}\n\n- بند\n- بند ثانٍ\n  1. أول\n  2. ثانٍ\n\n- [x] تمّ\n- [ ] لم يتمّ\n\n> اقتباس من فقرتين\n>\n> ثانية\n\n\
        > [!NOTE]\n> تنبيه\n\n| أ | ب |\n|---|:-:|\n| 2014-09-07 | A/RES/68/4 |\n\n```rust\nlet a = \"b\";\n  c < d\n```\n\n\
        مصطلح\n: تعريف\n\n---\n\n<https://example.org/?a=1> و[نص]{.verbatim} و[texte]{lang=fr}\n\n[^1]: حاشية.\n";

    fn written(text: &str) -> String {
        let document = markdown::parse(FileId(0), text).value;
        let link = ResolvedLink { href: Some("../a/".to_owned()), ..ResolvedLink::default() };
        let links = vec![link; document.links.len()];
        let slot = Slotted { before: "رابط إلى «".to_owned(), after: "»".to_owned() };
        let labels = Labels {
            permalink: slot.clone(),
            table: slot.clone(),
            footnote: slot.clone(),
            footnote_back: slot,
            footnotes: "الحواشي".to_owned(),
            ..Labels::default()
        };
        let around = Around { dir: Dir::Rtl, languages: &[("ar", Dir::Rtl), ("en", Dir::Ltr)] };
        let options = Options { all_ids: true, ..Options::default() };
        let mut out = String::new();
        markdown::html(
            &document,
            &Resolved { links: &links, images: &[], terms: &[], labels: &labels, around, options },
            &mut out,
        );
        out
    }

    fn made_small(html: &str) -> String {
        let mut out = String::new();
        small(html, Minify::On, &mut out);
        out
    }

    #[test]
    fn the_minifier_finds_nothing_left_to_take_away() {
        let html = written(TEXT);
        let (ours, theirs) = (made_small(&html), piece(html, Minify::On));
        assert!(!theirs.is_refused);
        assert!(ours.len() <= theirs.html.len(), "{}\n\n{}", ours, theirs.html);
    }

    #[test]
    fn values_keep_the_quotes_that_they_need() {
        assert_eq!(
            made_small("<a href=\"../x/\" title=\"a b\" lang=\"\">=&quot;</a>"),
            "<a href=../x/ title=\"a b\" lang>=\"</a>"
        );
    }
}
