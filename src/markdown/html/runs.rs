//! Runs of another direction across markup: `[IOM](…)، [UNHCR](…)` and `*Global Compact* for Migration` are judged as one
//! text, so that emphasis and links do not change how a line is laid out.

use crate::{
    markdown::document::{Attributes, Kind},
    text::bidi::{self, Around, Run},
};

use super::writer::{Open, State, Writer};

/// Blocks of more nodes than any author writes are judged node by node, so that the work stays linear.
const LONGEST: u32 = 500;

/// The inline nodes of one block, judged together.
#[derive(Default)]
pub(super) struct Line {
    /// The first of its nodes.
    pub start: u32,
    /// One past the last of them.
    pub end: u32,
    /// The nodes that hold words, with the place of these words in the whole.
    texts: Vec<(u32, usize)>,
    runs: Vec<Run>,
    /// Elements before which a run begins that goes on behind them.
    wraps: Vec<Wrap>,
}

/// The element around a run that several nodes share.
struct Wrap {
    run: usize,
    /// The node before which, or in which, it begins.
    first: u32,
    /// One past the element that ends it; `u32::MAX` when it ends within a text.
    end: u32,
    /// Whether the element is written: not where a term's link began within the run.
    is_open: bool,
}

impl Writer<'_> {
    /// Judges the inline nodes from `at` on as one text, if there are several.
    pub(super) fn begin_line(&mut self, at: u32) {
        let nodes = &self.doc.nodes;
        let limit = self.open.last().map_or(nodes.len() as u32, |it| it.end).min(nodes.len() as u32);
        let end = (at..limit).find(|it| !nodes[*it as usize].kind.is_inline()).unwrap_or(limit);
        self.line = Line { start: at, end: end.max(at + 1), ..Line::default() };
        if end - at < 2 || end - at > LONGEST || !self.doc.is_clean {
            return;
        }
        let mut whole = String::new();
        let mut node = at;
        while node < end {
            node = self.collect(node, &mut whole);
        }
        if self.line.texts.len() > 1 {
            self.line.runs = bidi::runs(&whole, self.state.dir);
            self.line.wraps = self.wraps(at, whole.len());
        } else {
            self.line.texts.clear();
        }
    }

    /// Adds the words of a node and returns the node to go on with. What is isolated by itself stands for a blank.
    fn collect(&mut self, at: u32, whole: &mut String) -> u32 {
        let node = &self.doc.nodes[at as usize];
        match node.kind {
            Kind::Text(text, _) => {
                self.line.texts.push((at, whole.len()));
                whole.push_str(self.doc.text(text));
            }
            Kind::Link(rank) if self.doc.links[rank as usize].wants_title() => {
                let resolved = self.with.links.get(rank as usize);
                match resolved.and_then(|it| it.text.as_deref().filter(|_| it.language.is_none())) {
                    Some(title) => {
                        self.line.texts.push((at, whole.len()));
                        whole.push_str(title);
                    }
                    None => whole.push(' '),
                }
                return node.next;
            }
            Kind::Span(rank) => {
                let attributes: Option<&Attributes> = self.doc.spans.get(rank as usize);
                if attributes.is_some_and(|it| it.lang.is_some() || it.is_verbatim()) {
                    whole.push(' ');
                    return node.next;
                }
            }
            // A new line keeps its own order.
            Kind::HardBreak => whole.push('؛'),
            Kind::Code(_) | Kind::Refused(_) | Kind::Image(_) | Kind::Reference(_) | Kind::Task(_) => whole.push(' '),
            _ => {}
        }
        at + 1
    }

    /// Finds the elements that can stand around the runs which several nodes share.
    fn wraps(&self, line: u32, length: usize) -> Vec<Wrap> {
        let texts = &self.line.texts;
        let starts = |at: u32| texts.iter().find(|(node, _)| *node >= at).map_or(length, |it| it.1);
        let node_at = |offset: usize| texts.partition_point(|it| it.1 <= offset).saturating_sub(1);
        let mut out = Vec::new();
        for (rank, run) in self.line.runs.iter().enumerate() {
            let range = run.range();
            let (first, last) = (texts[node_at(range.start)].0, texts[node_at(range.end - 1)].0);
            if first == last {
                continue;
            }
            let above = self.outermost(line, first, last, first);
            let below = self.outermost(line, first, last, last);
            let next = self.doc.nodes[below as usize].next;
            let is_whole_start = self.is_text(above) || starts(above) == range.start;
            let is_whole_end = self.is_text(below) || starts(next) == range.end;
            if is_whole_start && is_whole_end {
                out.push(Wrap {
                    run: rank,
                    first: above,
                    end: if self.is_text(below) { u32::MAX } else { next },
                    is_open: false,
                });
            }
        }
        out
    }

    /// Returns the outermost element around `of` that does not hold both nodes; the node itself when it has none.
    fn outermost(&self, line: u32, first: u32, last: u32, of: u32) -> u32 {
        let holds = |it: u32, node: u32| it <= node && node < self.doc.nodes[it as usize].next;
        (line..of).find(|it| holds(*it, of) && !(holds(*it, first) && holds(*it, last))).unwrap_or(of)
    }

    /// Begins the run that goes on behind this element, if there is one.
    pub(super) fn begin_run(&mut self, at: u32) {
        let Some(wrap) = self.line.wraps.iter().position(|it| it.first == at) else { return };
        if !self.is_text(at) {
            self.wrap(wrap);
        }
    }

    fn is_text(&self, at: u32) -> bool {
        matches!(self.doc.nodes[at as usize].kind, Kind::Text(..))
    }

    fn wrap(&mut self, rank: usize) {
        self.line.wraps[rank].is_open = true;
        let Wrap { run, end, .. } = self.line.wraps[rank];
        let around = Around { dir: self.state.dir, languages: self.with.around.languages };
        let close = bidi::open(&self.line.runs[run], &around, self.out);
        self.open.push(Open { node: None, end, close, outside: self.state });
    }

    /// Writes words of a node, which begin `skip` bytes into it: those runs that lie in them, and their part of those that go on.
    pub(super) fn words(&mut self, at: u32, skip: usize, text: &str) {
        let Some(start) = self.line.texts.iter().find(|it| it.0 == at).map(|it| it.1 + skip) else {
            return self.text(text);
        };
        let State { dir, .. } = self.state;
        let around = Around { dir, languages: self.with.around.languages };
        let (mut done, end) = (start, start + text.len());
        for rank in 0..self.line.runs.len() {
            let run = self.line.runs[rank].clone();
            let range = run.range();
            let (from, to) = (range.start.max(start), range.end.min(end));
            if from >= to {
                continue;
            }
            bidi::between(&text[done - start..from - start], &around, self.out);
            let wrap = self.line.wraps.iter().position(|it| it.run == rank);
            let close = match wrap {
                Some(wrap) => {
                    if self.line.wraps[wrap].first == at && self.is_text(at) && range.start >= start {
                        self.wrap(wrap);
                    }
                    ""
                }
                None => bidi::open(&run, &around, self.out),
            };
            bidi::inside(&run, &text[from - start..to - start], &around, self.out);
            self.out.push_str(close);
            let ends = wrap.map(|it| &self.line.wraps[it]).is_some_and(|it| it.is_open && it.end == u32::MAX)
                && range.end <= end;
            if let Some(open) = ends.then(|| self.open.pop()).flatten() {
                self.out.push_str(open.close);
            }
            done = to;
        }
        bidi::between(&text[done - start..], &around, self.out);
    }
}
