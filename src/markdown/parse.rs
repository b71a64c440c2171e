//! Reads a text: front matter apart, then the events of the CommonMark parser into our own tree.

use std::{cell::RefCell, ops::Range};

use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Options, Parser, RefDefs, Tag};

use crate::{
    base::{FileId, Origin, Span},
    diag::{Checked, Diagnostic, codes},
};

use super::{
    build::Builder,
    document::{Document, Places},
    front, limits,
};

const SYNTAX: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_DEFINITION_LIST)
    .union(Options::ENABLE_GFM)
    .union(Options::ENABLE_WIKILINKS);

/// Reads the text of a file. Byte order mark and CRLF are read as if absent; places are those of the bytes given.
pub fn parse(file: FileId, text: &str) -> Checked<Document> {
    let parts = front::split(text);
    let mut out = body(Places::From(file, parts.body), &text[parts.body..]);
    out.value.file = file;
    out.value.front_matter = parts.yaml.map(|it| Span::new(file, it.start, it.end));
    if let Some(fence) = parts.unclosed {
        let opened = Span::new(file, fence.start, fence.end);
        let unclosed = |span| Diagnostic::at(&codes::yaml::UNCLOSED_FRONT_MATTER, span);
        let found = parts.nearly.map(|it| Span::new(file, it.start, it.end)).map_or_else(
            || unclosed(opened),
            |nearly| unclosed(nearly).hint("dashes").label(opened, "first").fix(nearly, "---", true),
        );
        out.diagnostics.insert(0, found);
    }
    out
}

/// Reads Markdown that stands as a value in a YAML file: it has no front matter. Where it is not known how its lines stand
/// there, every place in it is `span`.
pub fn parse_fragment(span: Span, origin: Option<Origin>, text: &str) -> Checked<Document> {
    let mut out = body(origin.map_or(Places::All(span), Places::Within), text);
    out.value.file = span.file;
    out
}

fn body(places: Places, body: &str) -> Checked<Document> {
    let beyond = if body.len() > limits::BYTES {
        Some((0..0, limits::BYTES))
    } else {
        limits::overnested_line(body).map(|it| (it, limits::DEPTH))
    };
    let mut builder = Builder::new(places.clone(), body);
    match beyond {
        Some((line, limit)) => builder
            .report(Diagnostic::at(&codes::markdown::LIMIT, places.span(line.start, line.end)).with("limit", limit)),
        None => read(body, &mut builder),
    }
    builder.finish()
}

fn read<'t>(body: &'t str, builder: &mut Builder<'t>) {
    let unresolved: RefCell<Vec<(Range<usize>, String)>> = RefCell::default();
    let note = |link: BrokenLink<'t>| -> Option<(CowStr<'t>, CowStr<'t>)> {
        if matches!(link.link_type, LinkType::Reference | LinkType::Collapsed) {
            unresolved.borrow_mut().push((link.span, link.reference.to_string()));
        }
        None
    };
    let mut events = Parser::new_with_broken_link_callback(body, SYNTAX, Some(note)).into_offset_iter();
    while let Some((event, range)) = events.next() {
        let written = definition(&event, events.reference_definitions());
        builder.event(event, range, written);
    }
    for (at, (range, name)) in unresolved.take().into_iter().enumerate() {
        let definitions = events.reference_definitions();
        let are_few =
            at < limits::COMPARED && definitions.iter().take(limits::COMPARED + 1).count() <= limits::COMPARED;
        let known = definitions.iter().map(|(name, _)| name).filter(|_| are_few);
        builder.report(
            Diagnostic::at(&codes::markdown::NO_REFERENCE, builder.span(range))
                .with("name", name.as_str())
                .nearest(&name, known),
        );
    }
}

/// Returns where the destination of a reference link is written.
fn definition(event: &Event, definitions: &RefDefs) -> Option<Range<usize>> {
    let Event::Start(Tag::Link { link_type, id, .. } | Tag::Image { link_type, id, .. }) = event else { return None };
    let is_reference = matches!(link_type, LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut);
    if is_reference { definitions.get(id).map(|it| it.span.clone()) } else { None }
}
