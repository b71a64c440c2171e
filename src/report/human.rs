//! Diagnostics for people at a terminal: what is wrong, where, the line with a mark under it, and what to do.
//!
//! A mark under a line that holds right-to-left text points wrong in terminals that reorder it, so the text that is meant
//! is repeated on a line of its own, isolated. Nothing depends on colour.

use std::{fmt::Write as _, ops::Range};

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet, renderer::DecorStyle};

use super::{
    place::{Index, Position},
    shown::{has_right_to_left, isolated, shortened, without_isolates},
    summary::summary,
    words::words,
};
use crate::{
    base::Span,
    diag::{Diagnostic, Place, Severity},
    locale::{Locale, ids},
    source::Sources,
};

/// How a report is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Whether the terminal shows colours.
    pub color: bool,
    /// The columns of the terminal; longer source lines are cut around the mark.
    pub width: usize,
}

impl Default for Style {
    fn default() -> Self {
        Self { color: false, width: 120 }
    }
}

/// So many characters of the offending text are repeated.
const REPEATED: usize = 200;

/// Writes diagnostics for people, ended by a line of counts; nothing when there are none.
pub fn human(diagnostics: &[Diagnostic], sources: &Sources, locale: &Locale, style: Style) -> String {
    let index = Index::new(diagnostics, sources);
    let page = Page { index: &index, locale, style };
    let mut out = String::new();
    for it in diagnostics {
        page.diagnostic(it, &mut out);
        out.push('\n');
    }
    let counts = summary(diagnostics).text(locale);
    if !counts.is_empty() {
        out.push_str(&counts);
        out.push('\n');
    }
    out
}

/// What every part of a report needs.
struct Page<'a> {
    index: &'a Index<'a>,
    locale: &'a Locale,
    style: Style,
}

/// One range to mark, with what is said about it.
struct Marked {
    span: Span,
    kind: AnnotationKind,
    text: Option<String>,
}

impl Page<'_> {
    fn diagnostic(&self, diagnostic: &Diagnostic, out: &mut String) {
        let text = words(diagnostic, self.locale);
        self.title(diagnostic, &text.message, out);
        let gutter = self.gutter(diagnostic);
        match &diagnostic.place {
            Place::At(span) => self.excerpts(diagnostic, *span, &text.labels, gutter, out),
            Place::Path(path) => self.line(format_args!(" --> {path}"), out),
            Place::Site => {}
        }
        if let Place::At(span) = diagnostic.place {
            self.repeat(span, gutter, out);
        }
        if let Some(hint) = &text.hint {
            self.remark(&self.locale.text(ids::REPORT_HINT), hint, gutter, out);
        }
    }

    fn title(&self, diagnostic: &Diagnostic, message: &str, out: &mut String) {
        let (id, color) = match diagnostic.severity {
            Severity::Error => (ids::REPORT_ERROR, "\u{1b}[1;91m"),
            Severity::Warning => (ids::REPORT_WARNING, "\u{1b}[1;33m"),
            Severity::Note => (ids::REPORT_NOTE, "\u{1b}[1;92m"),
        };
        let name = format!("{}[{}]", self.locale.text(id), diagnostic.code.name);
        if self.style.color {
            self.line(format_args!("{color}{name}\u{1b}[0m\u{1b}[1m: {message}\u{1b}[0m"), out);
        } else {
            self.line(format_args!("{name}: {message}"), out);
        }
    }

    /// Returns the width of the widest line number, by which everything below the title is indented.
    fn gutter(&self, diagnostic: &Diagnostic) -> usize {
        let own = match diagnostic.place {
            Place::At(span) => Some(span),
            Place::Path(_) | Place::Site => None,
        };
        let spans = own.into_iter().chain(diagnostic.labels.iter().map(|it| it.span));
        let lines = spans.map(|span| self.index.region(span).start.line);
        lines.max().map_or(0, |line| line.to_string().len())
    }

    /// Shows each line that has a mark once: the line of the diagnostic first, then those of its labels.
    fn excerpts(&self, diagnostic: &Diagnostic, span: Span, labels: &[String], gutter: usize, out: &mut String) {
        let mut lines =
            vec![(self.index.region(span).start, vec![Marked { span, kind: AnnotationKind::Primary, text: None }])];
        for (label, text) in diagnostic.labels.iter().zip(labels) {
            let at = self.index.region(label.span).start;
            let marked = Marked { span: label.span, kind: AnnotationKind::Context, text: Some(without_isolates(text)) };
            let same =
                lines.iter_mut().find(|(line, marks)| line.line == at.line && marks[0].span.file == label.span.file);
            match same {
                Some((_, marks)) => marks.push(marked),
                None => lines.push((at, vec![marked])),
            }
        }
        for (rank, (at, marks)) in lines.iter().enumerate() {
            let arrow = if rank == 0 { "-->" } else { ":::" };
            let path = self.index.path(marks[0].span.file);
            self.line(format_args!("{:gutter$}{arrow} {path}:{}:{}", "", at.line, at.column), out);
            self.excerpt(diagnostic.severity, *at, marks, gutter, out);
        }
    }

    fn excerpt(&self, severity: Severity, at: Position, marks: &[Marked], gutter: usize, out: &mut String) {
        let first = marks[0].span;
        let text = self.index.text(first.file);
        let line = self.index.lines(first.file).line_around(first.start as usize);
        let shown = self.window(text, &line, first);
        let level = match severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Note => Level::NOTE,
        };
        let annotations = marks.iter().filter_map(|it| annotation(it, text, &shown));
        let snippet = Snippet::source(&text[shown.clone()]).line_start(at.line).annotations(annotations);
        let renderer = if self.style.color { Renderer::styled() } else { Renderer::plain() };
        let renderer = renderer.decor_style(DecorStyle::Ascii).term_width(self.style.width.max(40));
        let drawn = renderer.render(&[Group::with_level(level).element(snippet)]);
        // The drawing knows its own line number only; the indent of the widest one is added here.
        let indent = gutter - at.line.to_string().len().min(gutter);
        for it in drawn.lines() {
            self.line(format_args!("{:indent$}{it}", ""), out);
        }
    }

    /// Returns the part of a line that is handed on for drawing: all of it, or what lies around the mark when it is very long.
    fn window(&self, text: &str, line: &Range<usize>, span: Span) -> Range<usize> {
        let reach = self.style.width.max(40) * 4;
        let (mut start, mut end) = (line.start, line.end);
        let mark = (span.start as usize).clamp(line.start, line.end);
        if mark - start > reach {
            start = floor(text, mark - reach);
        }
        if end - mark > reach * 2 {
            end = floor(text, mark + reach * 2);
        }
        start..end
    }

    /// Repeats the text that is meant when it or its line holds right-to-left text.
    fn repeat(&self, span: Span, gutter: usize, out: &mut String) {
        let text = self.index.text(span.file);
        let line = self.index.lines(span.file).line_around(span.start as usize);
        let meant = floor(text, span.start as usize)..floor(text, span.end as usize).min(line.end);
        let meant = text.get(meant).unwrap_or_default();
        if !meant.trim().is_empty() && has_right_to_left(&text[line]) {
            self.remark(&self.locale.text(ids::REPORT_TEXT), &isolated(&shortened(meant, REPEATED)), gutter, out);
        }
    }

    /// Writes a line below the excerpt: `= hint: …`.
    fn remark(&self, name: &str, text: &str, gutter: usize, out: &mut String) {
        if self.style.color {
            self.line(format_args!("{:gutter$} = \u{1b}[1m{name}\u{1b}[0m: {text}", ""), out);
        } else {
            self.line(format_args!("{:gutter$} = {name}: {text}", ""), out);
        }
    }

    fn line(&self, line: std::fmt::Arguments<'_>, out: &mut String) {
        writeln!(out, "{line}").expect("writing into a string cannot fail");
        while out.ends_with(" \n") {
            out.truncate(out.len() - 2);
            out.push('\n');
        }
    }
}

/// Returns the mark of a range, as far as it lies in the part of the line that is drawn.
fn annotation<'a>(marked: &'a Marked, text: &str, shown: &Range<usize>) -> Option<Annotation<'a>> {
    let start = floor(text, marked.span.start as usize).clamp(shown.start, shown.end) - shown.start;
    let end = floor(text, marked.span.end as usize).clamp(shown.start, shown.end) - shown.start;
    (start <= end).then(|| marked.kind.span(start..end).label(marked.text.as_deref()))
}

/// Returns the start of the character that holds a byte.
fn floor(text: &str, byte: usize) -> usize {
    let mut byte = byte.min(text.len());
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    byte
}
