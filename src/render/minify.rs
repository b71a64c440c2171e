//! minify-html over one piece of a page, guarded: a piece whose visible words would change stays as it was.
//!
//! What pages share goes through here once per language and depth, the frame of a page and its prose once each.

use minify_html::Cfg;

use super::words;

/// Whether finished HTML is minified.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Minify {
    /// Minified and guarded.
    #[default]
    On,
    /// Left as templates and writers made it: for measurements.
    Off,
}

/// A piece of HTML after minifying.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The HTML.
    pub html: String,
    /// Whether minifying would have changed its words, so that it was left alone.
    pub is_refused: bool,
}

/// Minifies one piece of HTML.
pub fn piece(html: String, minify: Minify) -> Piece {
    if minify == Minify::Off || html.is_empty() {
        return Piece { html, is_refused: false };
    }
    // A fault of the minifier that yields broken UTF-8 is treated like changed words.
    match String::from_utf8(minify_html::minify(html.as_bytes(), &settings())) {
        Ok(small) if words::same(&html, &small) => Piece { html: with_button_types(small), is_refused: false },
        _ => Piece { html, is_refused: true },
    }
}

/// Gives buttons back the `type=submit` that the minifier drops as a default; validators ask for it.
fn with_button_types(html: String) -> String {
    const BUTTON: &str = "<button";
    if !html.contains(BUTTON) {
        return html;
    }
    let mut parts = html.split(BUTTON);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(BUTTON);
        if !part[..part.find('>').unwrap_or(part.len())].contains(" type=") {
            out.push_str(" type=submit");
        }
        out.push_str(part);
    }
    out
}

/// Minifies a style sheet; one that the minifier cannot read stays as it is.
pub fn style(css: &str, minify: Minify) -> String {
    if minify == Minify::Off {
        return css.to_owned();
    }
    let page = format!("<style>{css}</style>");
    let cfg = Cfg { minify_css: true, ..settings() };
    let small = String::from_utf8(minify_html::minify(page.as_bytes(), &cfg)).unwrap_or_default();
    let inner = small.strip_prefix("<style>").and_then(|it| it.strip_suffix("</style>"));
    inner.map_or_else(|| css.to_owned(), str::to_owned)
}

/// Everything that keeps the result valid HTML: no omitted tags that validators ask for, no unquoted values that the standard forbids.
fn settings() -> Cfg {
    Cfg { keep_closing_tags: true, keep_html_and_head_opening_tags: true, ..Cfg::new() }
}

#[cfg(test)]
mod tests {
    use super::{Minify, piece, style};

    #[test]
    fn white_space_goes_and_words_stay() {
        let small = piece("<ul>\n  <li> <a href=\"../x/\">قرار</a> \n</ul>".to_owned(), Minify::On);
        assert_eq!(small.html, "<ul><li><a href=../x/>قرار</a></ul>");
        assert!(!small.is_refused);
    }

    #[test]
    fn a_piece_whose_words_would_join_is_left_alone() {
        for html in [
            "<div><a href=a>واحد</a> <a href=b>اثنان</a></div>",
            "<nav><a href=a>one</a>\n<a href=b>two</a></nav>",
            "<section><b>7833</b> <i>142</i></section>",
            "<p>قبل<button> بعد</button></p>",
        ] {
            let kept = piece(html.to_owned(), Minify::On);
            assert!(kept.is_refused, "{html}");
            assert_eq!(kept.html, html);
        }
    }

    #[test]
    fn buttons_keep_their_type() {
        let html = "<p><button type=\"submit\">ابحث</button> <button type=\"button\">x</button></p>";
        assert_eq!(
            piece(html.to_owned(), Minify::On).html,
            "<p><button type=submit>ابحث</button> <button type=button>x</button></p>"
        );
    }

    #[test]
    fn minifying_can_be_switched_off() {
        assert_eq!(piece("<p> a </p>".to_owned(), Minify::Off).html, "<p> a </p>");
        assert_eq!(style("a { b: c }", Minify::Off), "a { b: c }");
    }

    #[test]
    fn styles_keep_layers_and_logical_properties() {
        let small = style("@layer base { a { margin-inline-start : 1rem ; } }", Minify::On);
        assert_eq!(small, "@layer base{a{margin-inline-start:1rem}}");
    }
}
