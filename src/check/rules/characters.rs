//! Characters that look like something else, or like nothing, and numbers that run wrong: in every source file, before anything is
//! made of it. What is quoted as found is left alone, except where it would turn the text around it.

use crate::{
    base::{FileId, Lang, Span, Spanned},
    diag::{Arg, Diagnostic, Fix, Place, codes},
    locale::Locales,
    markdown::Document,
    record::{Kind, Node, date},
    site::{RecordEntry, RecordId, Site},
    text::{
        bidi::is_strong,
        normal, prose,
        scan::{self, Finding},
        words,
    },
};

/// One source file, as far as its characters are judged.
#[derive(Clone, Copy)]
pub struct Written<'a> {
    /// The file.
    pub file: FileId,
    /// What it holds.
    pub text: &'a str,
    /// A Markdown file, read.
    pub document: Option<&'a Document>,
    /// A YAML file or the front matter, read.
    pub values: Option<&'a Spanned<Node>>,
}

/// Reports the characters of one file.
pub fn check(written: Written<'_>, sink: &mut Vec<Diagnostic>) {
    let Written { file, text, document, values } = written;
    let quoted = document.map_or(&[][..], |it| it.verbatim.as_slice());
    let is_quoted = |span: Span| quoted.iter().any(|it| it.start <= span.start && span.end <= it.end);
    for (range, finding) in scan::findings(text) {
        let span = Span::new(file, range.start, range.end);
        if !is_quoted(span) || matches!(finding, Finding::BidiOverride(_) | Finding::UnbalancedIsolate(_)) {
            let mut found = diagnostic(finding, span, &text[range.clone()]);
            // A file or a host may really be called so: an address is told, and changed by its author alone.
            if let Some(fix) = found.fix.as_mut().filter(|_| words::is_in_address(text, &range)) {
                fix.is_safe = false;
            }
            sink.push(found);
        }
    }
    let mut prose = Vec::new();
    if let Some(document) = document {
        prose.push(Span::new(file, document.front_matter.map_or(0, |it| it.end as usize), text.len()));
    }
    values.into_iter().for_each(|it| scalars(it, &mut prose));
    values.into_iter().for_each(|it| curly_quotes(it, text, sink));
    values.into_iter().for_each(|it| escaped(it, text, sink));
    if let Some(body) = prose.first().filter(|_| document.is_some()) {
        let hidden = scan::entities(&text[body.range()]).into_iter().map(|(range, it)| {
            let start = body.range().start;
            (Span::new(file, start + range.start, start + range.end), it)
        });
        sink.extend(hidden.filter(|(span, _)| !is_quoted(*span)).filter_map(|(span, it)| written_out(it, span)));
    }
    for span in prose {
        let mut found = Vec::new();
        of_prose(span, &text[span.range()], &mut found);
        sink.extend(found.into_iter().filter(|it| !matches!(&it.place, Place::At(at) if is_quoted(*at))));
    }
}

/// Lists where the single values of a document stand that hold words from right to left.
fn scalars(node: &Spanned<Node>, out: &mut Vec<Span>) {
    match &node.value {
        Node::Scalar(scalar) if scalar.text.chars().any(|it| is_strong(it, crate::base::Dir::Rtl)) => {
            out.push(node.span)
        }
        Node::Sequence(items) => items.iter().for_each(|it| scalars(it, out)),
        Node::Mapping(entries) => entries.iter().for_each(|(_, it)| scalars(it, out)),
        _ => {}
    }
}

/// Reports values around which an editor set curly quotation marks in place of straight ones.
fn curly_quotes(node: &Spanned<Node>, text: &str, sink: &mut Vec<Diagnostic>) {
    match &node.value {
        Node::Scalar(scalar) if !scalar.quoted => {
            let opens = |it: char| matches!(it, '“' | '”' | '„' | '‘' | '’');
            let Some(rest) = scalar.text.strip_prefix(opens) else { return };
            let inner = rest.strip_suffix(opens);
            // A sentence may begin or end with a quotation; marks of which one is missing were meant for the value.
            let is_whole = inner.is_some_and(|it| !it.contains(opens));
            if !is_whole && rest.contains(opens) {
                return;
            }
            let written = &text[node.span.range()];
            let found = Diagnostic::at(&codes::yaml::CURLY_QUOTES, node.span).with("value", written);
            let plain = inner.filter(|it| is_whole && !it.contains(['"', '\\', '\n']));
            sink.push(match plain {
                Some(plain) => found.fix(node.span, format!("\"{plain}\""), false),
                None => found,
            });
        }
        Node::Sequence(items) => items.iter().for_each(|it| curly_quotes(it, text, sink)),
        Node::Mapping(entries) => entries.iter().for_each(|(_, it)| curly_quotes(it, text, sink)),
        _ => {}
    }
}

/// Reports characters that a value in double quotes names by their numbers, since no scan of the file sees them.
fn escaped(node: &Spanned<Node>, text: &str, sink: &mut Vec<Diagnostic>) {
    match &node.value {
        Node::Scalar(scalar) if scalar.quoted => {
            let written = &text[node.span.range()];
            if !written.starts_with('"') || !written.contains('\\') {
                return;
            }
            for (range, it) in scan::escapes(written) {
                let start = node.span.range().start;
                sink.extend(written_out(it, Span::new(node.span.file, start + range.start, start + range.end)));
            }
        }
        Node::Sequence(items) => items.iter().for_each(|it| escaped(it, text, sink)),
        Node::Mapping(entries) => entries.iter().for_each(|(_, it)| escaped(it, text, sink)),
        _ => {}
    }
}

/// Judges a character that is written by its number.
fn written_out(it: char, span: Span) -> Option<Diagnostic> {
    let found = scan::findings(it.encode_utf8(&mut [0; 4])).into_iter().next()?.1;
    let is_of_kind = matches!(
        found,
        Finding::BidiOverride(_) | Finding::UnbalancedIsolate(_) | Finding::DirectionMark(_) | Finding::ZeroWidth(_)
    );
    is_of_kind.then(|| diagnostic(found, span, ""))
}

fn of_prose(place: Span, text: &str, sink: &mut Vec<Diagnostic>) {
    let start = place.range().start;
    for range in prose::iso_dates(text) {
        let span = Span::new(place.file, start + range.start, start + range.end);
        sink.push(Diagnostic::at(&codes::text::ISO_DATE, span).with("date", &text[range]));
    }
    let Some((zero, numbers)) = prose::rarer_numbers(text) else { return };
    let spans = numbers.iter().map(|it| Span::new(place.file, start + it.start, start + it.end));
    let edits: Vec<(Span, String)> =
        spans.zip(&numbers).map(|(span, it)| (span, normal::in_family(&text[it.clone()], zero))).collect();
    let Some((first, near)) = edits.first().cloned() else { return };
    let found = Diagnostic::at(&codes::text::DIGIT_FAMILIES, first).with("number", &text[numbers[0].clone()]);
    let mut found = found.with("near", near).hint("near");
    // Someone else's words may stand among them.
    found.fix = Some(Fix { edits, is_safe: false });
    sink.push(found);
}

fn diagnostic(finding: Finding, span: Span, found: &str) -> Diagnostic {
    let removed = |code, it| Diagnostic::at(code, span).with("character", scan::code_point(it)).fix(span, "", true);
    match finding {
        Finding::BidiOverride(it) => removed(&codes::text::BIDI_OVERRIDE, it),
        Finding::DirectionMark(it) => removed(&codes::text::DIRECTION_MARK, it),
        Finding::ZeroWidth(it) => removed(&codes::text::ZERO_WIDTH, it),
        Finding::UnbalancedIsolate(it) => removed(&codes::text::UNBALANCED_ISOLATE, it),
        Finding::PresentationForm(it) => {
            let plain = normal::folded(found);
            let diagnostic =
                Diagnostic::at(&codes::text::PRESENTATION_FORM, span).with("character", scan::code_point(it));
            diagnostic.with("near", plain.as_str()).hint("near").fix(span, plain, true)
        }
        Finding::Tatweel => Diagnostic::at(&codes::text::TATWEEL, span).fix(span, "", true),
        // Some house styles keep it here.
        Finding::TatweelJoin => Diagnostic::at(&codes::text::TATWEEL, span).hint("join").fix(span, "", false),
        Finding::MixedDigits => {
            let near = normal::of_one_family(found);
            let diagnostic = Diagnostic::at(&codes::text::MIXED_DIGITS, span).with("number", found);
            diagnostic.with("near", near.as_str()).hint("near").fix(span, near, true)
        }
    }
}

/// Adds to dates found in prose how the language of their file words them.
pub fn word_dates(found: &mut [Diagnostic], locales: &Locales, lang: impl Fn(FileId) -> Lang) {
    for it in found.iter_mut().filter(|it| *it.code == codes::text::ISO_DATE) {
        let (Place::At(span), Some((_, Arg::Text(written)))) = (&it.place, it.args.first()) else { continue };
        let Ok(date) = date::parse(&normal::ascii_digits(written)) else { continue };
        let (span, near) = (*span, locales.get(lang(span.file)).date(&date));
        it.args.push(("near", near.as_str().into()));
        it.hint = Some("near");
        it.fix = Some(Fix { edits: vec![(span, near)], is_safe: true });
    }
}

/// Drops what was found in values of records that quote as found. What would turn the text around it stays.
pub fn leave_quotations(found: &mut Vec<Diagnostic>, site: &Site) {
    let quoted: Vec<Span> =
        site.records.iter().zip(0u32..).flat_map(|(it, id)| quotations(it, site.kind_of(RecordId(id)))).collect();
    let is_quoted = |it: &Diagnostic| {
        let Place::At(span) = it.place else { return false };
        let is_of_characters = it.code.name.starts_with("text/");
        let is_grave = *it.code == codes::text::BIDI_OVERRIDE || *it.code == codes::text::UNBALANCED_ISOLATE;
        let is_inside = |it: &Span| it.file == span.file && it.start <= span.start && span.end <= it.end;
        is_of_characters && !is_grave && quoted.iter().any(is_inside)
    };
    found.retain(|it| !is_quoted(it));
}

fn quotations(entry: &RecordEntry, kind: &Kind) -> Vec<Span> {
    let fields = kind.fields.iter().filter(|it| it.of_type.name == "verbatim");
    fields.filter_map(|it| entry.field(&it.name)).flat_map(|it| it.entries.iter().map(|it| it.span)).collect()
}
