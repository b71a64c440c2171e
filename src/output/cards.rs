//! Pictures for link previews: a card for each page with its title, drawn with the faces that the site brings along.
//!
//! Nothing of the machine goes into them, no face above all, so the same site gives the same bytes. The renderer shapes
//! Arabic but takes every line for left-to-right; each line is therefore an isolate with its own direction, and Arabic
//! ones end at the edge where they begin for the reader.

use rayon::prelude::*;

use super::PageFacts;
use crate::{
    base::{Artifact, Dir, MediaType},
    view::{self, CARD_SIZE, Card, Env},
};

/// The distance of everything from the edges, in pixels.
const MARGIN: u32 = 80;
/// Follows what was cut. Many Arabic faces have no sign for an ellipsis.
const CUT: &str = "...";
/// Sizes of the title, the largest first, each with how many lines of it fit.
const SIZES: [(u32, usize); 3] = [(68, 3), (56, 4), (46, 5)];

/// Draws the card of every page that previews can show and hands each to `put` at once; without faces there are none.
pub fn make<E: Send>(
    env: Env<'_>,
    pages: &[PageFacts],
    fonts: &[Vec<u8>],
    put: impl Fn(Artifact) -> Result<(), E> + Sync,
) -> Result<usize, E> {
    let Some(painter) = painter::Painter::new(fonts) else { return Ok(0) };
    let cards = pages.par_iter().filter_map(|it| Some((it.route.clone(), view::card(env, it.unit?)?)));
    let drawn = cards.map(|(route, card)| {
        let Some(bytes) = painter.draw(&svg(&card)) else { return Ok(0) };
        put(Artifact { path: view::card_route(&route).0, bytes, media: MediaType("image/png"), origin: "cards" })?;
        Ok(1)
    });
    drawn.sum()
}

fn svg(card: &Card) -> String {
    let (width, height) = CARD_SIZE;
    let (size, lines) = fitted(&card.title);
    let line_height = size * 3 / 2;
    let block = line_height * u32::try_from(lines.len()).unwrap_or_default();
    let top = (height - block) / 2 + size;
    let [ground, ink, accent] = &card.colours;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\">\
        <path fill=\"{ground}\" d=\"M0 0h{width}v{height}H0z\"/><path fill=\"{accent}\" d=\"M0 0h{width}v16H0z\"/>"
    );
    text(&mut out, card.dir, &short(&card.site, 52), 34, 110, accent);
    for (line, rank) in lines.iter().zip(0..) {
        text(&mut out, card.dir, line, size, top + rank * line_height, ink);
    }
    text(&mut out, card.dir, &short(&card.kind, 52), 30, height - 60, accent);
    out.push_str("</svg>");
    out
}

fn text(out: &mut String, dir: Dir, words: &str, size: u32, y: u32, colour: &str) {
    if words.is_empty() {
        return;
    }
    let (x, anchor, isolate) = match dir {
        Dir::Rtl => (CARD_SIZE.0 - MARGIN, "end", '\u{2067}'),
        Dir::Ltr => (MARGIN, "start", '\u{2066}'),
    };
    let words: String = words.chars().map(escaped).collect();
    out.push_str(&format!(
        "<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\" font-size=\"{size}\" fill=\"{colour}\">{isolate}{words}\u{2069}</text>"
    ));
}

/// Markup characters as references; control characters, which XML cannot hold, not at all.
fn escaped(it: char) -> String {
    match it {
        '<' => "&lt;".to_owned(),
        '>' => "&gt;".to_owned(),
        '&' => "&amp;".to_owned(),
        it if it.is_control() => " ".to_owned(),
        it => it.to_string(),
    }
}

/// Returns the largest size in which a title fits, and its lines.
fn fitted(title: &str) -> (u32, Vec<String>) {
    let mut found = (SIZES[0].0, Vec::new());
    for (size, most) in SIZES {
        // A letter is about half as wide as it is high.
        let room = ((CARD_SIZE.0 - 2 * MARGIN) * 2 / size) as usize;
        found = (size, lines(title, room));
        if found.1.len() <= most {
            return found;
        }
    }
    let most = SIZES[SIZES.len() - 1].1;
    found.1.truncate(most);
    if let Some(last) = found.1.last_mut() {
        last.push_str(CUT);
    }
    found
}

fn lines(text: &str, room: usize) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match out.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => out.push(short(word, room)),
        }
    }
    out
}

/// Cuts at the end of a word, or where it must in a word that is longer than the room.
fn short(text: &str, room: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(room) else { return text.to_owned() };
    let end = text[..end].rfind(char::is_whitespace).unwrap_or(end);
    format!("{}{CUT}", &text[..end])
}

#[cfg(feature = "cards")]
mod painter {
    use std::sync::Arc;

    use resvg::{
        render,
        tiny_skia::{Pixmap, Transform},
        usvg::{Options, Tree, fontdb::Database},
    };

    use super::CARD_SIZE;

    /// The faces of a site, ready for drawing.
    pub struct Painter {
        options: Options<'static>,
    }

    impl Painter {
        /// Reads faces; nothing when there is none that can be read.
        pub fn new(fonts: &[Vec<u8>]) -> Option<Self> {
            let mut faces = Database::new();
            fonts.iter().for_each(|it| faces.load_font_data(it.clone()));
            let family = faces.faces().next()?.families.first()?.0.clone();
            Some(Self { options: Options { font_family: family, fontdb: Arc::new(faces), ..Options::default() } })
        }

        /// Draws a picture and returns it as PNG.
        pub fn draw(&self, svg: &str) -> Option<Vec<u8>> {
            let tree = Tree::from_str(svg, &self.options).ok()?;
            let mut picture = Pixmap::new(CARD_SIZE.0, CARD_SIZE.1)?;
            render(&tree, Transform::identity(), &mut picture.as_mut());
            picture.encode_png().ok()
        }
    }
}

/// A program without the feature draws nothing.
#[cfg(not(feature = "cards"))]
mod painter {
    /// Nobody can make one.
    pub enum Painter {}

    impl Painter {
        /// Returns nothing.
        pub fn new(_fonts: &[Vec<u8>]) -> Option<Self> {
            None
        }

        /// Is never asked.
        pub fn draw(&self, _svg: &str) -> Option<Vec<u8>> {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{CUT, fitted, svg};
    use crate::{base::Dir, view::Card};

    fn card(dir: Dir, title: &str) -> Card {
        let colours = ["#faf8f3", "#17212b", "#0b4f5c"].map(str::to_owned);
        Card { title: title.to_owned(), site: "قاعدة معارف".to_owned(), kind: String::new(), dir, colours }
    }

    #[test]
    fn each_line_is_an_isolate_that_begins_at_the_reader_s_edge() {
        let arabic = svg(&card(Dir::Rtl, "القرار <7833>"));
        assert!(arabic.contains("x=\"1120\" y=\"332\" text-anchor=\"end\" font-size=\"68\""), "{arabic}");
        assert!(arabic.contains(">\u{2067}القرار &lt;7833&gt;\u{2069}</text>"), "{arabic}");
        assert!(svg(&card(Dir::Ltr, "Resolution")).contains("text-anchor=\"start\""));
    }

    #[test]
    fn long_titles_are_set_smaller_and_cut_last() {
        assert_eq!(fitted("قصير").0, 68);
        let (size, lines) = fitted(&"كلمة طويلة ".repeat(60));
        assert_eq!((size, lines.len()), (46, 5));
        assert!(lines[4].ends_with(CUT));
    }

    #[cfg(feature = "cards")]
    #[test]
    #[allow(clippy::disallowed_methods, reason = "the test needs a face, and the program brings none")]
    fn arabic_is_drawn_from_right_to_left_and_twice_alike() {
        let font = std::fs::read("/usr/share/fonts/truetype/noto/NotoSansArabic-Regular.ttf").expect("a face");
        let painter = super::painter::Painter::new(&[font]).expect("the face can be read");
        let draw = |it: &str| painter.draw(&svg(&card(Dir::Rtl, it))).expect("a picture");
        assert_eq!(draw("القرار"), draw("القرار"));
        let picture = resvg::tiny_skia::Pixmap::decode_png(&draw("القرار")).expect("a PNG");
        // Ink of the title: near the right edge there is some, in the left half there is none.
        let is_ink = |x: u32| (300..380).any(|y| picture.pixel(x, y).is_some_and(|it| it.red() < 100));
        assert!((1050..1120).any(is_ink) && !(0..600).any(is_ink));
    }
}
