//! A site's own colours and faces over the theme's: checked against what the theme declares, written as a few lines of CSS.

use super::{
    colour::{self, Colour},
    theme::Frame,
};
use crate::{
    base::{Dir, Spanned},
    diag::{Arg, Diagnostic, codes, nearest},
};

/// What a site changes about the looks of its theme.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Design {
    /// Colours by the names of the theme's custom properties, without their dashes.
    pub colours: Vec<Shades>,
    /// Per language its tag, its direction and the faces to be tried first.
    pub faces: Vec<(String, Dir, Vec<Spanned<String>>)>,
    /// Faces that come with the site.
    pub fonts: Vec<Font>,
}

/// One colour in both schemes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Shades {
    /// Its name.
    pub name: Spanned<String>,
    /// In the light scheme, if it changes there.
    pub light: Option<Spanned<String>>,
    /// In the dark scheme, if it changes there.
    pub dark: Option<Spanned<String>>,
}

/// A face that comes with the site.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Font {
    /// Its name.
    pub family: Spanned<String>,
    /// The name of its file beside the style sheet.
    pub file: String,
    /// Its weight, or two.
    pub weight: Option<Spanned<String>>,
    /// The characters for which it is fetched.
    pub range: Option<Spanned<String>>,
}

/// Text and what it stands on: at least 7:1 (WCAG 2.2, 1.4.6).
const TEXTS: &[(&[&str], &[&str])] = &[
    (&["ink", "muted", "accent", "link", "visited"], &["paper", "band"]),
    (&["gold"], &["paper"]),
    (&["ink"], &["tint"]),
    (&["on-accent"], &["accent"]),
    (&["done"], &["done-paper"]),
    (&["underway"], &["underway-paper"]),
    (&["planned"], &["planned-paper"]),
    (&["archived"], &["archived-paper"]),
    (&["refused"], &["refused-paper"]),
];
/// Borders of controls and what they stand on: at least 3:1 (1.4.11).
const CONTROLS: &[(&[&str], &[&str])] = &[(&["control"], &["paper", "band"])];

/// The scheme of a colour.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scheme {
    Light,
    Dark,
}

/// Checks a site's design against the theme's own tokens and returns the CSS that puts it into effect.
pub(super) fn css(design: &Design, tokens: &str, found: &mut Vec<Diagnostic>) -> String {
    let known = Tokens::read(tokens);
    let colours: Vec<&Shades> = design.colours.iter().filter(|it| is_known(it, &known, found)).collect();
    let mut out = String::new();
    for scheme in [Scheme::Light, Scheme::Dark] {
        let own: Vec<Own<'_>> = colours.iter().filter_map(|it| own(it, scheme, found)).collect();
        check(&own, &known, scheme, found);
        let lines: String = own.iter().map(|it| format!("--{}:{};", it.name, it.text.value)).collect();
        out.push_str(&match (lines.is_empty(), scheme) {
            (true, _) => String::new(),
            (false, Scheme::Light) => format!(":root{{{lines}}}"),
            (false, Scheme::Dark) => format!("@media (prefers-color-scheme:dark){{:root{{{lines}}}}}"),
        });
    }
    for (tag, dir, names) in &design.faces {
        let names: Vec<String> = names.iter().filter_map(|it| face(it, found)).collect();
        let rest = known.face(*dir);
        if !names.is_empty() {
            out.push_str(&format!(":root:lang({tag}){{--face:{},{rest}}}", names.join(",")));
        }
    }
    if !out.is_empty() {
        out = format!("@layer tokens{{{out}}}\n");
    }
    design.fonts.iter().filter_map(|it| font(it, found)).for_each(|it| out.push_str(&it));
    out
}

/// Returns the colours of the browser's own frame, which are those of the header band.
pub(super) fn frame(design: &Design, frame: &Frame) -> Frame {
    let band = design.colours.iter().find(|it| it.name.value == "band");
    let shade = |own: Option<&Spanned<String>>, theme: &str| {
        own.filter(|it| colour::parse(&it.value).is_some()).map_or(theme, |it| it.value.as_str()).to_owned()
    };
    Frame {
        light: shade(band.and_then(|it| it.light.as_ref()), &frame.light),
        dark: shade(band.and_then(|it| it.dark.as_ref()), &frame.dark),
    }
}

/// One colour that a site sets in one scheme.
struct Own<'a> {
    name: &'a str,
    text: &'a Spanned<String>,
    colour: Colour,
}

fn is_known(shades: &Shades, known: &Tokens<'_>, found: &mut Vec<Diagnostic>) -> bool {
    let name = shades.name.value.as_str();
    let names: Vec<&str> = known.light.iter().map(|it| it.0).collect();
    if names.contains(&name) {
        return true;
    }
    let fault = Diagnostic::at(&codes::theme::UNKNOWN_COLOUR, shades.name.span).with("colour", name);
    found.push(match nearest(name, names.iter().copied()) {
        Some(near) => fault.with("near", near).hint("near").fix(shades.name.span, near, false),
        None => fault.with("known", names.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>()).hint("known"),
    });
    false
}

fn own<'a>(shades: &'a Shades, scheme: Scheme, found: &mut Vec<Diagnostic>) -> Option<Own<'a>> {
    let text = if scheme == Scheme::Light { shades.light.as_ref() } else { shades.dark.as_ref() }?;
    let colour = colour::parse(&text.value);
    if colour.is_none() {
        found.push(bad(text, "type-colour"));
    }
    Some(Own { name: &shades.name.value, text, colour: colour? })
}

/// Tells of every pair that a site's colour makes too weak.
fn check(own: &[Own<'_>], known: &Tokens<'_>, scheme: Scheme, found: &mut Vec<Diagnostic>) {
    let theme = if scheme == Scheme::Light { &known.light } else { &known.dark };
    let value = |name: &str| {
        let of_site = own.iter().find(|it| it.name == name).map(|it| it.colour);
        of_site.or_else(|| theme.iter().find(|it| it.0 == name).map(|it| it.1))
    };
    for (pairs, wanted) in [(TEXTS, 7_usize), (CONTROLS, 3)] {
        let pairs = pairs.iter().flat_map(|(fronts, grounds)| {
            fronts.iter().flat_map(move |front| grounds.iter().map(move |ground| (*front, *ground)))
        });
        for (front, ground) in pairs {
            let Some(set) = own.iter().find(|it| it.name == front).or_else(|| own.iter().find(|it| it.name == ground))
            else {
                continue;
            };
            let (Some(above), Some(below)) = (value(front), value(ground)) else { continue };
            let ratio = colour::contrast(above, below);
            if ratio < wanted * 100 {
                let name = if scheme == Scheme::Light { "scheme-light" } else { "scheme-dark" };
                let fault = Diagnostic::at(&codes::theme::LOW_CONTRAST, set.text.span).with("colour", front);
                let fault = fault.with("ground", ground).with("scheme", Arg::Message(name));
                found.push(fault.with("ratio", format!("{}.{:02}", ratio / 100, ratio % 100)).with("wanted", wanted));
            }
        }
    }
}

fn bad(text: &Spanned<String>, expected: &'static str) -> Diagnostic {
    let fault = Diagnostic::at(&codes::theme::BAD_VALUE, text.span).with("value", text.value.as_str());
    fault.with("expected", Arg::Message(expected))
}

/// Returns the name of a face in quotation marks; one that could end them is no name.
fn face(name: &Spanned<String>, found: &mut Vec<Diagnostic>) -> Option<String> {
    let is_name = name.value.chars().all(|it| it.is_alphanumeric() || matches!(it, ' ' | '-' | '_' | '.'));
    if !is_name {
        found.push(bad(name, "type-face"));
    }
    is_name.then(|| format!("\"{}\"", name.value))
}

/// A face that is not there at once is left for the next page: text that has been read does not move.
fn font(font: &Font, found: &mut Vec<Diagnostic>) -> Option<String> {
    let family = face(&font.family, found);
    let mut part = |text: &Option<Spanned<String>>, name: &str, expected: &'static str, is_good: fn(char) -> bool| {
        let Some(text) = text else { return String::new() };
        if !text.value.chars().all(is_good) {
            found.push(bad(text, expected));
        }
        format!("{name}:{};", text.value)
    };
    let weight = part(&font.weight, "font-weight", "type-weight", |it| it.is_ascii_digit() || it == ' ');
    let is_range = |it: char| it.is_ascii_hexdigit() || matches!(it, 'U' | '+' | '-' | '?' | ',' | ' ');
    let range = part(&font.range, "unicode-range", "type-range", is_range);
    let (family, file) = (family?, &font.file);
    Some(format!("@font-face{{font-family:{family};src:url({file});font-display:optional;{weight}{range}}}\n"))
}

/// What a theme's tokens say, read from the style sheet itself so that the two cannot differ.
struct Tokens<'a> {
    light: Vec<(&'a str, Colour)>,
    dark: Vec<(&'a str, Colour)>,
    faces: Vec<&'a str>,
}

impl<'a> Tokens<'a> {
    fn read(css: &'a str) -> Self {
        const DARK: &str = "@media (prefers-color-scheme: dark)";
        let (light, dark) = css.split_once(DARK).unwrap_or((css, ""));
        let colours = |css: &'a str| declared(css).filter_map(|(name, value)| Some((name, colour::parse(value)?)));
        let faces = declared(light).filter(|(name, _)| *name == "face").map(|(_, value)| value);
        Self { light: colours(light).collect(), dark: colours(dark).collect(), faces: faces.collect() }
    }

    /// Returns the faces of a direction: those for right-to-left text are declared last.
    fn face(&self, dir: Dir) -> &'a str {
        let found = if dir == Dir::Rtl { self.faces.last() } else { self.faces.first() };
        found.copied().unwrap_or("sans-serif")
    }
}

/// Lists the custom properties of a style sheet with their values.
fn declared(css: &str) -> impl Iterator<Item = (&str, &str)> {
    css.split(['{', ';', '}']).filter_map(|it| {
        let (name, value) = it.trim().strip_prefix("--")?.split_once(':')?;
        Some((name.trim(), value.trim()))
    })
}

#[cfg(test)]
mod tests {
    use super::{CONTROLS, Design, Shades, TEXTS, Tokens, css};
    use crate::{
        base::{Dir, FileId, Span, Spanned},
        render::{colour, embedded},
    };

    fn tokens() -> &'static str {
        embedded::files().find(|it| it.0 == "styles/tokens.css").expect("the theme has tokens").1
    }

    fn spanned(text: &str, at: usize) -> Spanned<String> {
        Spanned::new(text.to_owned(), Span::new(FileId(0), at, at + 1))
    }

    #[test]
    fn the_default_theme_can_be_read_in_both_schemes() {
        let known = Tokens::read(tokens());
        assert_eq!(known.light.len(), known.dark.len());
        for (pairs, wanted) in [(TEXTS, 700), (CONTROLS, 300)] {
            for theme in [&known.light, &known.dark] {
                let value = |name: &&str| theme.iter().find(|it| it.0 == *name).expect("the theme has this colour").1;
                for (front, ground) in
                    pairs.iter().flat_map(|(a, b)| a.iter().flat_map(|a| b.iter().map(move |b| (a, b))))
                {
                    let ratio = colour::contrast(value(front), value(ground));
                    assert!(ratio >= wanted, "{front} on {ground}: {ratio}");
                }
            }
        }
    }

    #[test]
    fn colours_and_faces_become_a_layer_over_the_tokens() {
        let accent = Shades {
            name: spanned("accent", 1),
            light: Some(spanned("#5a1020", 2)),
            dark: Some(spanned("#f3b7c0", 3)),
        };
        let faces = vec![("ar".to_owned(), Dir::Rtl, vec![spanned("IBM Plex Sans Arabic", 4)])];
        let mut found = Vec::new();
        let text = css(&Design { colours: vec![accent], faces, fonts: Vec::new() }, tokens(), &mut found);
        assert_eq!(found, []);
        let start = "@layer tokens{:root{--accent:#5a1020;}@media (prefers-color-scheme:dark){:root{--accent:#f3b7c0;}}\
            :root:lang(ar){--face:\"IBM Plex Sans Arabic\",\"Segoe UI\", \"SF Arabic\"";
        assert!(text.starts_with(start), "{text}");
    }

    #[test]
    fn every_mistake_is_told() {
        let shades = |name: &str, light: &str, at| Shades {
            name: spanned(name, at),
            light: Some(spanned(light, at + 1)),
            dark: None,
        };
        let colours = vec![shades("acent", "#000", 1), shades("link", "blue", 4), shades("muted", "#999999", 7)];
        let faces = vec![("ar".to_owned(), Dir::Rtl, vec![spanned("a\"}", 10)])];
        let mut found = Vec::new();
        let text = css(&Design { colours, faces, fonts: Vec::new() }, tokens(), &mut found);
        let names: Vec<&str> = found.iter().map(|it| it.code.name).collect();
        let weak = "theme/low-contrast";
        assert_eq!(names, ["theme/unknown-colour", "theme/bad-value", weak, weak, "theme/bad-value"]);
        assert_eq!(text, "@layer tokens{:root{--muted:#999999;}}\n");
    }
}
