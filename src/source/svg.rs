//! Vector images: nothing that runs, nothing that loads from elsewhere, and their size.
//!
//! An SVG opened by its own address is a document of the site's origin, so a script in it is a script of the site.
//! What could act is refused and never cleaned away: the author keeps the file, we do not guess what was meant.

use std::ops::Range;

use quick_xml::{
    Reader, XmlVersion,
    events::{BytesStart, Event},
};

use super::{Size, limits};

/// Something in an SVG that could run or load, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsafe {
    /// The element, attribute or address, as written.
    pub what: String,
    /// Where it stands.
    pub range: Range<usize>,
}

/// What an SVG turned out to be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Svg {
    /// Width and height, when it states them.
    pub size: Option<Size>,
    /// What could run or load.
    pub faults: Vec<Unsafe>,
    /// Whether it is well-formed and an SVG at all.
    pub is_svg: bool,
}

/// Elements that run something or bring in another document, whatever their prefix.
const ACTIVE: &[&str] = &[
    "script",
    "foreignobject",
    "iframe",
    "object",
    "embed",
    "handler",
    "listener",
    "audio",
    "video",
    "canvas",
    "link",
    "meta",
    "base",
];

/// Reads an SVG.
pub fn read(text: &str) -> Svg {
    let mut reader = Reader::from_str(text);
    let mut svg = Svg::default();
    let (mut depth, mut style_depth) = (0usize, None);
    loop {
        let start = position(&reader);
        let Ok(event) = reader.read_event() else {
            return Svg { is_svg: false, ..svg };
        };
        let range = start..position(&reader);
        let mut tell = |what: String| svg.faults.push(Unsafe { what, range: range.clone() });
        match &event {
            Event::Start(tag) | Event::Empty(tag) => {
                check_tag(tag, &mut tell);
                let name = local(tag);
                if depth == 0 && !svg.is_svg {
                    svg.is_svg = name == "svg";
                    svg.size = size(tag);
                }
                if matches!(event, Event::Start(_)) {
                    depth += 1;
                    style_depth = style_depth.or((name == "style").then_some(depth));
                }
            }
            Event::End(_) => {
                style_depth = style_depth.filter(|it| *it < depth);
                depth = depth.saturating_sub(1);
            }
            Event::Text(it) if style_depth.is_some() => check_style(&String::from_utf8_lossy(it), &mut tell),
            Event::CData(it) if style_depth.is_some() => check_style(&String::from_utf8_lossy(it), &mut tell),
            // A character reference inside a style sheet only hides what it says.
            Event::GeneralRef(it) if style_depth.is_some() => tell(format!("&{};", String::from_utf8_lossy(it))),
            Event::GeneralRef(it) if !is_plain_reference(it) => tell(format!("&{};", String::from_utf8_lossy(it))),
            Event::PI(it) => tell(format!("<?{}", String::from_utf8_lossy(it.target()))),
            Event::Decl(it) => check_encoding(it.encoding().and_then(Result::ok).as_deref(), &mut tell),
            Event::DocType(it) if it.contains(&b'[') => tell("<!DOCTYPE … [".to_owned()),
            Event::Eof => return Svg { is_svg: svg.is_svg && depth == 0, ..svg },
            _ => {}
        }
        if depth > limits::SVG_DEPTH {
            return Svg { is_svg: false, ..svg };
        }
    }
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

fn local(tag: &BytesStart<'_>) -> String {
    String::from_utf8_lossy(tag.local_name().as_ref()).to_ascii_lowercase()
}

/// A browser that believes another encoding would read other tags than we did.
fn check_encoding(encoding: Option<&[u8]>, tell: &mut impl FnMut(String)) {
    if let Some(name) = encoding.map(String::from_utf8_lossy)
        && !["utf-8", "us-ascii"].contains(&name.to_ascii_lowercase().as_str())
    {
        tell(format!("encoding=\"{name}\""));
    }
}

fn is_plain_reference(name: &[u8]) -> bool {
    name.starts_with(b"#") || [b"amp".as_slice(), b"lt", b"gt", b"quot", b"apos"].contains(&name)
}

fn check_tag(tag: &BytesStart<'_>, tell: &mut impl FnMut(String)) {
    let name = local(tag);
    if ACTIVE.contains(&name.as_str()) {
        tell(format!("<{}>", String::from_utf8_lossy(tag.name().as_ref())));
    }
    for attribute in tag.attributes() {
        let Ok(attribute) = attribute else {
            tell(format!("<{name}>"));
            return;
        };
        let key = String::from_utf8_lossy(attribute.key.as_ref()).into_owned();
        match attribute.normalized_value(XmlVersion::Implicit1_0) {
            Ok(value) if is_safe(&name, &key, &value) => {}
            Ok(value) if key.to_ascii_lowercase().ends_with("href") => tell(value.chars().take(80).collect()),
            _ => tell(key),
        }
    }
}

fn is_safe(element: &str, key: &str, value: &str) -> bool {
    let key = key.to_ascii_lowercase();
    let is_namespace = key == "xmlns" || key.starts_with("xmlns:");
    match key.rsplit(':').next().unwrap_or_default() {
        // Prefixes bound to HTML would make its elements live.
        _ if is_namespace => !value.to_ascii_lowercase().contains("xhtml"),
        it if it.starts_with("on") => false,
        "href" | "src" => is_safe_address(element, value),
        "base" => !key.starts_with("xml:"),
        // An animation may not set what is checked where it stands.
        "attributename" => {
            !value.to_ascii_lowercase().ends_with("href") && !value.to_ascii_lowercase().starts_with("on")
        }
        _ => is_safe_style(value),
    }
}

/// Fragments and embedded raster images; a link may lead out, because nothing follows it unasked.
fn is_safe_address(element: &str, address: &str) -> bool {
    let address: String =
        address.chars().filter(|it| !it.is_whitespace() && !it.is_control()).collect::<String>().to_ascii_lowercase();
    let is_link = element == "a" && ["https://", "http://", "mailto:"].iter().any(|it| address.starts_with(it));
    let is_picture =
        ["png", "jpeg", "jpg", "gif", "webp", "avif"].iter().any(|it| address.starts_with(&format!("data:image/{it}")));
    address.is_empty() || address.starts_with('#') || is_picture || is_link
}

fn check_style(css: &str, tell: &mut impl FnMut(String)) {
    if !is_safe_style(css) {
        tell("<style>".to_owned());
    }
}

/// Style that loads nothing: no import, no address but fragments and embedded files, no escapes that could spell one.
fn is_safe_style(css: &str) -> bool {
    let css = css.to_ascii_lowercase();
    let is_own = |rest: &str| {
        let target = rest.trim_start().trim_start_matches(['"', '\'']);
        ["#", "data:image/png", "data:image/jpeg", "data:image/gif", "data:image/webp", "data:font/"]
            .iter()
            .any(|it| target.starts_with(it))
    };
    let loads = |word: &str| css.match_indices(word).any(|(at, _)| !is_own(&css[at + word.len()..]));
    let names_function = ["url(", "src(", "image-set(", "image("].iter().any(|it| loads(it));
    let is_escaped = css.contains('\\') && (css.contains('(') || css.contains('@'));
    !names_function && !css.contains("@import") && !is_escaped
}

/// Width and height of the root element: in pixels if it says so, else those of its view box.
fn size(tag: &BytesStart<'_>) -> Option<Size> {
    let value = |name: &str| {
        let attribute = tag.try_get_attribute(name).ok().flatten()?;
        attribute.normalized_value(XmlVersion::Implicit1_0).ok().map(|it| it.trim().to_owned())
    };
    let pixels = |text: String| text.strip_suffix("px").unwrap_or(&text).trim().parse::<f64>().ok();
    let view: Vec<f64> =
        value("viewBox").unwrap_or_default().split([' ', ',', '\t', '\n']).filter_map(|it| it.parse().ok()).collect();
    let view = if let [_, _, width, height] = view[..] { Some((width, height)) } else { None };
    let stated = (value("width").and_then(pixels), value("height").and_then(pixels));
    let (width, height) = match (stated, view) {
        ((Some(width), Some(height)), _) => (width, height),
        // One side is stated: the view box gives the proportion.
        ((Some(width), None), Some(view)) => (width, width * view.1 / view.0),
        ((None, Some(height)), Some(view)) => (height * view.0 / view.1, height),
        (_, Some(view)) => view,
        _ => return None,
    };
    Some(Size { width: whole(width)?, height: whole(height)? })
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range is checked")]
fn whole(side: f64) -> Option<u32> {
    let side = side.round();
    (side >= 1.0 && side <= f64::from(u32::MAX)).then_some(side as u32)
}

#[cfg(test)]
mod tests {
    use super::{Size, read};

    fn faults(inner: &str) -> Vec<String> {
        let text = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">{inner}</svg>"
        );
        let svg = read(&text);
        assert!(svg.is_svg, "{inner}");
        svg.faults.into_iter().map(|it| it.what).collect()
    }

    #[test]
    fn drawings_pass() {
        for inner in [
            "<title>خريطة الدول الأعضاء</title><path d=\"M0 0L1 1\" fill=\"url(#g)\" style=\"stroke:#fff\"/>",
            "<use xlink:href=\"#a\"/><style>.a{fill:url( '#g' )}</style>",
            "<image href=\"data:image/png;base64,AA==\"/><a href=\"https://example.org/\"><text>أ &amp; ب &#1575;</text></a>",
            "<metadata><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"/></metadata>",
        ] {
            assert_eq!(faults(inner), [""; 0], "{inner}");
        }
    }

    #[test]
    fn what_runs_or_loads_is_named() {
        for (inner, what) in [
            ("<script>alert(1)</script>", "<script>"),
            ("<x:script xmlns:x=\"http://www.w3.org/2000/svg\"/>", "<x:script>"),
            ("<g onload=\"a()\"/>", "onload"),
            ("<foreignObject/>", "<foreignObject>"),
            ("<image href=\"https://example.org/a.png\"/>", "https://example.org/a.png"),
            ("<use xlink:href=\"other.svg#a\"/>", "other.svg#a"),
            ("<a href=\"java&#10;script:a()\"/>", "java\nscript:a()"),
            ("<a href=\"javascript:a()\"/>", "javascript:a()"),
            ("<image href=\"data:image/svg+xml,x\"/>", "data:image/svg+xml,x"),
            ("<set attributeName=\"href\" to=\"javascript:a()\"/>", "attributeName"),
            ("<style>@import 'a.css';</style>", "<style>"),
            ("<style><![CDATA[a{b:url(http://x/)}]]></style>", "<style>"),
            ("<style>a{b:u\\72l(http://x/)}</style>", "<style>"),
            ("<path fill=\"url(http://x/)\"/>", "fill"),
            ("<g xml:base=\"http://x/\"/>", "xml:base"),
            ("<b xmlns=\"http://www.w3.org/1999/xhtml\"/>", "xmlns"),
            ("<?xml-stylesheet href=\"a\"?>", "<?xml-stylesheet"),
            ("<text>&own;</text>", "&own;"),
        ] {
            assert_eq!(faults(inner).first().map(String::as_str), Some(what), "{inner}");
        }
    }

    #[test]
    fn prologue_may_not_redefine_what_follows() {
        let svg = |prologue: &str| read(&format!("{prologue}<svg/>")).faults.len();
        assert_eq!(svg("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"), 0);
        assert_eq!(
            svg(
                "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">"
            ),
            0
        );
        assert_eq!(svg("<?xml version=\"1.0\" encoding=\"UTF-7\"?>"), 1);
        assert_eq!(svg("<!DOCTYPE svg [<!ENTITY a \"b\">]>"), 1);
    }

    #[test]
    fn place_is_that_of_the_tag() {
        let text = "<svg>\n<script>a</script></svg>";
        assert_eq!(&text[read(text).faults[0].range.clone()], "<script>");
    }

    #[test]
    fn size_comes_from_sides_or_view_box() {
        let size = |root: &str| read(&format!("<svg {root}/>")).size.map(|it| (it.width, it.height));
        assert_eq!(size("width=\"30\" height=\"20px\""), Some((30, 20)));
        assert_eq!(size("viewBox=\"0 0 24 12\""), Some((24, 12)));
        assert_eq!(size("viewBox=\"0,0,24,12\" width=\"100%\" height=\"6\""), Some((12, 6)));
        assert_eq!(size("viewBox=\"0 0 0 0\""), None);
        assert_eq!(size(""), None);
    }

    #[test]
    fn what_is_no_svg_is_told() {
        let deep = format!("<svg>{}", "<g>".repeat(100_000));
        for text in ["", "<html/>", "<svg><g></svg>", "<svg>", &deep] {
            assert!(!read(text).is_svg, "{}", text.chars().take(20).collect::<String>());
        }
        assert_eq!(read("<svg width='1' height='1'/>").size, Some(Size { width: 1, height: 1 }));
    }
}
