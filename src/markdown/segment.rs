//! A block as translators see it: words, and the markup between them that must stay as it is.
//!
//! The pieces of a block, joined, are what the author wrote, byte for byte. Where the tree cannot say what is markup, the
//! whole block counts as words.

use std::ops::Range;

use super::document::{Document, Kind, Link, Node};

/// A piece of a block's source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words, as they stand in the source.
    Text(String),
    /// Markup that stands alone: a bullet, code, the sign of a footnote, what separates cells.
    Code(String),
    /// Markup that begins something: emphasis, a link, a span, an image with its description.
    Open(String),
    /// Markup that ends what the last open piece began.
    Close(String),
}

impl Piece {
    /// Returns what stands in the source.
    pub fn source(&self) -> &str {
        match self {
            Self::Text(it) | Self::Code(it) | Self::Open(it) | Self::Close(it) => it,
        }
    }
}

/// Splits the own text of the block at `rank` into pieces; nothing when there is no such block.
pub fn pieces(doc: &Document, rank: usize) -> Vec<Piece> {
    let Some(block) = doc.blocks.get(rank) else { return Vec::new() };
    let own = block.own.range();
    let written = doc.pool.get(own.clone()).unwrap_or_default();
    let own = own.start..own.start + written.trim_end().len();
    let whole = doc.pool.get(own.clone()).unwrap_or_default();
    let is_own = |it: &Node| it.block as usize == rank + 1;
    let made = doc.nodes.iter().position(is_own).and_then(|at| {
        let mut cutter = Cutter { doc, own: own.clone(), at: own.start, out: Vec::new() };
        cutter.nodes(at + 1, doc.nodes[at].next as usize)?;
        cutter.gap(own.end)?;
        Some(joined(cutter.out))
    });
    let is_whole = |it: &Vec<Piece>| it.iter().map(Piece::source).collect::<String>() == whole;
    made.filter(is_whole).unwrap_or_else(|| vec![Piece::Text(whole.to_owned())])
}

struct Cutter<'a> {
    doc: &'a Document,
    own: Range<usize>,
    /// How far the source is cut.
    at: usize,
    out: Vec<Piece>,
}

impl Cutter<'_> {
    fn slice(&self, range: Range<usize>) -> Option<String> {
        self.doc.pool.get(range).map(str::to_owned)
    }

    /// Takes what stands before `end` as markup.
    fn gap(&mut self, end: usize) -> Option<()> {
        if end < self.at || end > self.own.end {
            return None;
        }
        if end > self.at {
            let code = self.slice(self.at..end)?;
            self.out.push(Piece::Code(code));
            self.at = end;
        }
        Some(())
    }

    fn nodes(&mut self, mut at: usize, end: usize) -> Option<()> {
        while at < end {
            let node = self.doc.nodes[at];
            let next = node.next as usize;
            // What belongs to nested blocks begins behind the block's own text.
            if node.block != 0 && node.start as usize >= self.own.end {
                return Some(());
            }
            match node.kind {
                Kind::Text(text, _) => {
                    let is_verbatim = text.end > text.start && (text.end as usize) <= self.body_end();
                    let range = if is_verbatim { text.range() } else { node.start as usize..node.end as usize };
                    if !range.is_empty() {
                        self.words(range)?;
                    }
                }
                Kind::Emphasis | Kind::Strong | Kind::Strikethrough | Kind::Link(_) | Kind::Span(_)
                    if self.is_around(at) && !self.is_sign(&node) =>
                {
                    self.gap(node.start as usize)?;
                    let first = self.start_of(at + 1);
                    let open = self.slice(self.at..first)?;
                    self.out.push(Piece::Open(open));
                    self.at = first;
                    self.nodes(at + 1, next)?;
                    let close = self.slice(self.at..node.end as usize)?;
                    self.out.push(Piece::Close(close));
                    self.at = node.end as usize;
                }
                // Translators may move it away from a bullet or from another one.
                _ if self.is_sign(&node) => {
                    self.gap(node.start as usize)?;
                    self.gap(node.end as usize)?;
                }
                Kind::Image(_) => self.image(node.start as usize..node.end as usize)?,
                _ => self.nodes(at + 1, next)?,
            }
            at = next;
        }
        Some(())
    }

    /// Takes an image: its description is words, if it is written plainly.
    fn image(&mut self, range: Range<usize>) -> Option<()> {
        let whole = self.slice(range.clone())?;
        let alt = whole.strip_prefix("![").and_then(|it| it.split_once("](")).map(|it| it.0);
        let Some(alt) = alt.filter(|it| !it.trim().is_empty() && !it.contains(['[', ']', '\\', '`', '\n'])) else {
            return Some(());
        };
        self.gap(range.start)?;
        let close = 2 + alt.len();
        self.out.push(Piece::Open("![".to_owned()));
        self.out.push(Piece::Text(alt.to_owned()));
        self.out.push(Piece::Close(whole[close..].to_owned()));
        self.at = range.end;
        Some(())
    }

    /// Tells whether a link has no words of its own: a `[[key]]`, or an address between angle brackets.
    fn is_sign(&self, node: &Node) -> bool {
        let Kind::Link(rank) = node.kind else { return false };
        let is_bare = self.doc.pool.get(node.start as usize..).is_some_and(|it| it.starts_with('<'));
        is_bare || self.doc.links.get(rank as usize).is_some_and(Link::wants_title)
    }

    /// Where texts stop to stand in the body and are kept beside it.
    fn body_end(&self) -> usize {
        self.doc.body_length as usize
    }

    fn start_of(&self, at: usize) -> usize {
        let node = self.doc.nodes[at];
        match node.kind {
            Kind::Text(text, _) if (text.end as usize) <= self.body_end() => text.start as usize,
            _ => node.start as usize,
        }
    }

    /// Tells whether something inside has words, with markup on both sides of them.
    fn is_around(&self, at: usize) -> bool {
        let node = self.doc.nodes[at];
        let (start, end) = (node.start as usize, node.end as usize);
        let inside = at + 1..node.next as usize;
        let has_words = self.doc.nodes[inside.clone()].iter().any(|it| matches!(it.kind, Kind::Text(..)));
        has_words && start >= self.at && end <= self.own.end && self.start_of(inside.start) > start
    }

    /// Takes words; a line break with the sign of a quotation or an indent behind it is markup.
    fn words(&mut self, range: Range<usize>) -> Option<()> {
        self.gap(range.start)?;
        if range.end > self.own.end {
            return None;
        }
        let text = self.slice(range.clone())?;
        let mut rest = text.as_str();
        while let Some(at) = rest.find('\n') {
            let sign = rest[at + 1..].len() - rest[at + 1..].trim_start_matches([' ', '\t', '>']).len();
            let cut = if sign > 0 { at } else { at + 1 };
            self.out.push(Piece::Text(rest[..cut].to_owned()));
            if sign > 0 {
                self.out.push(Piece::Code(rest[at..at + 1 + sign].to_owned()));
            }
            rest = &rest[at + 1 + sign..];
        }
        self.out.push(Piece::Text(rest.to_owned()));
        self.at = range.end;
        Some(())
    }
}

/// Joins words side by side and drops empty ones.
fn joined(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        match (out.last_mut(), piece) {
            (_, Piece::Text(text)) if text.is_empty() => {}
            (Some(Piece::Text(last)), Piece::Text(text)) => last.push_str(&text),
            (_, piece) => out.push(piece),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Piece, pieces};
    use crate::{
        base::FileId,
        markdown::{BlockInfo, parse},
    };

    /// Shows the pieces of every block: markup in `⟦⟧`, what opens and closes in `⟨⟩`.
    fn shown(text: &str) -> Vec<String> {
        let doc = parse(FileId(0), text).value;
        let show = |it: &Piece| match it {
            Piece::Text(it) => it.clone(),
            Piece::Code(it) => format!("⟦{it}⟧"),
            Piece::Open(it) | Piece::Close(it) => format!("⟨{it}⟩"),
        };
        let block = |(rank, info): (usize, &BlockInfo)| {
            let found = pieces(&doc, rank);
            let whole: String = found.iter().map(Piece::source).collect();
            assert_eq!(whole, &text[doc.own_span(info).range()], "the pieces are the source");
            found.iter().map(show).collect::<String>()
        };
        doc.blocks.iter().enumerate().map(block).collect()
    }

    #[test]
    fn markup_stands_apart_from_words() {
        assert_eq!(shown("## الاسم {#name}\n"), ["⟦## ⟧الاسم⟦ {#name}⟧"]);
        assert_eq!(shown("نص **مهم** و[رابط](a.md \"x\")."), ["نص ⟨**⟩مهم⟨**⟩ و⟨[⟩رابط⟨](a.md \"x\")⟩."]);
        assert_eq!(shown("انظر [[names|الأسماء]] و[[e1]]."), ["انظر ⟨[[names|⟩الأسماء⟨]]⟩ و⟦[[e1]]⟧."]);
        assert_eq!(shown("كما ورد [خطء]{.verbatim} هنا"), ["كما ورد ⟨[⟩خطء⟨]{.verbatim}⟩ هنا"]);
        assert_eq!(shown("الأمر `build` ![خريطة](m.png)"), ["الأمر ⟦`build`⟧ ⟨![⟩خريطة⟨](m.png)⟩"]);
        assert_eq!(shown("- أ **ب**\n  - ج\n"), ["⟦- ⟧أ ⟨**⟩ب⟨**⟩", "⟦- ⟧ج"]);
        assert_eq!(shown("> سطر\n> آخر\n"), ["⟦> ⟧سطر⟦\n> ⟧آخر"]);
        assert_eq!(shown("| أ | ب |\n|---|---|\n| ج | د |\n"), ["⟦| ⟧أ⟦ | ⟧ب⟦ |\n|---|---|\n| ⟧ج⟦ | ⟧د⟦ |⟧"]);
        assert_eq!(shown("مصطلح\n: تعريف\n"), ["مصطلح", "⟦: ⟧تعريف"]);
        assert_eq!(shown("- [[e1]] و[[e2]]\n"), ["⟦- ⟧⟦[[e1]]⟧ و⟦[[e2]]⟧"]);
        assert_eq!(shown("![](m.png) ![a *b*](c.png)"), ["⟦![](m.png)⟧ ⟨![⟩a *b*⟨](c.png)⟩"]);
    }

    #[test]
    fn every_text_is_the_sum_of_its_pieces() {
        for text in [
            "a\\*b &amp; **c _d_ e** ~~f~~",
            "***a*** __b__ *c*d",
            "[**a** b](c.md){.x} [d][e]\n\n[e]: f.md\n",
            "1. a\n   b\n2. c\n\n   d\n",
            "> a\n>\n> - b\n>   c\n",
            "```rust\nfn a() {}\n```\n",
            "note[^1]\n\n[^1]: text\n    more\n",
            "- [x] done\n- [ ] open\n",
            "# T\r\n\r\na\r\nb\r\n",
            "a  \nb\\\nc",
            "![a *b*](c.png){.decorative} [x]{lang=fr .verbatim}",
            "<b>raw</b> a",
        ] {
            shown(text);
        }
    }
}
