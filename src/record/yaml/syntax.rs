//! What the parser's refusals mean to an author: the cause in plain words, the place, the hint.

use serde_yaml::granit_parser::{ErrorKind, ScanError};

use super::DEPTH_LIMIT;
use crate::{
    base::{FileId, Span},
    diag::{Arg, Diagnostic, Fix, codes},
};

/// Reports the one mistake that keeps a document from being read. `start` is where `source` begins in the file.
/// `open` is the last bracket that was not closed.
pub(super) fn report(file: FileId, start: usize, source: &str, open: Option<usize>, error: &ScanError) -> Diagnostic {
    let at = floor(source, error.marker().byte_offset().unwrap_or(source.len()));
    let cause = match open.or_else(|| left_open(source, at)) {
        Some(open) if line_start(source, open) != line_start(source, at) && !has_tab(source, at) => {
            Cause::Unclosed(open)
        }
        _ => sharper(cause(error.kind(), source, at), source, at),
    };
    let (from, to) = place(source, at, cause);
    let span = Span::new(file, start + from, start + to);
    match cause {
        Cause::Depth => Diagnostic::at(&codes::yaml::LIMIT, span)
            .with("what", Arg::Message("limit-depth"))
            .with("limit", DEPTH_LIMIT),
        Cause::Alias => Diagnostic::at(&codes::yaml::ALIAS, span),
        _ => {
            let edits = cure(source, at, cause)
                .into_iter()
                .map(|(range, text)| (Span::new(file, start + range.start, start + range.end), text));
            let edits: Vec<(Span, String)> = edits.collect();
            let fix = (!edits.is_empty()).then_some(Fix { edits, is_safe: false });
            Diagnostic { fix, ..syntax(span, cause) }
        }
    }
}

/// Returns what most likely was meant: spaces for the tabs of every indent, quotation marks around a value with a colon in it.
fn cure(source: &str, at: usize, cause: Cause) -> Vec<(std::ops::Range<usize>, String)> {
    match cause {
        Cause::Tab => {
            let (mut start, mut out) = (0, Vec::new());
            for line in source.split_inclusive('\n') {
                let tabs = line[..indent(line)].match_indices('\t');
                out.extend(tabs.map(|(at, _)| (start + at..start + at + 1, "  ".to_owned())));
                start += line.len();
            }
            out
        }
        Cause::Curly(from) => {
            let text = source[from..].lines().next().unwrap_or_default().trim_end();
            let close = text.rfind(is_curly).unwrap_or_default();
            let inner = &text[CURLY..close.max(CURLY)];
            let is_plain =
                close + CURLY == text.len() && close > 0 && !inner.contains(['"', '\\']) && !inner.contains(is_curly);
            if is_plain { vec![(from..from + text.len(), format!("\"{inner}\""))] } else { Vec::new() }
        }
        Cause::Colon => {
            let (line, start) = (line(source, at), line_start(source, at));
            let Some(value) = line.find(": ").map(|it| it + 2) else { return Vec::new() };
            let text = line[value..].trim_end();
            let is_plain = !text.contains(['"', '\\', '{', '}', '[', ']', '#']) && !line[..value].contains(['{', '[']);
            let range = start + value..start + value + text.len();
            if is_plain { vec![(range, format!("\"{text}\""))] } else { Vec::new() }
        }
        _ => Vec::new(),
    }
}

/// Reports a second document in one file.
pub(super) fn several_documents(span: Span) -> Diagnostic {
    syntax(Span { end: span.end.max(span.start), ..span }, Cause::Documents)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cause {
    Tab,
    Quote,
    Escape,
    Bracket,
    /// A bracket, standing there, that the line should have closed.
    Unclosed(usize),
    Colon,
    /// A curly quotation mark, standing there, that was meant to hold a value with a colon together.
    Curly(usize),
    Indent,
    Character,
    /// Text after the end of a bracket or quotation.
    Trailing,
    Key,
    Documents,
    Directive,
    Alias,
    Depth,
    Other,
}

fn syntax(span: Span, cause: Cause) -> Diagnostic {
    let (reason, hint) = match cause {
        Cause::Tab => ("yaml-reason-tab", Some("tab")),
        Cause::Quote => ("yaml-reason-quote", Some("quote")),
        Cause::Escape => ("yaml-reason-escape", Some("escape")),
        Cause::Bracket | Cause::Unclosed(_) => ("yaml-reason-bracket", Some("bracket")),
        Cause::Colon => ("yaml-reason-colon", Some("colon")),
        Cause::Curly(_) => ("yaml-reason-curly", Some("curly")),
        Cause::Indent => ("yaml-reason-indent", Some("indent")),
        Cause::Character => ("yaml-reason-character", Some("character")),
        Cause::Trailing => ("yaml-reason-trailing", Some("quote")),
        Cause::Key => ("yaml-reason-key", Some("key")),
        Cause::Documents => ("yaml-reason-documents", None),
        Cause::Directive => ("yaml-reason-directive", None),
        Cause::Alias | Cause::Depth | Cause::Other => ("yaml-reason-other", None),
    };
    let fault = Diagnostic::at(&codes::yaml::SYNTAX, span).with("reason", Arg::Message(reason));
    match hint {
        Some(hint) => fault.hint(hint),
        None => fault,
    }
}

/// Names the cause: first from the parser's own verdict, then from the line, because the parser notices many mistakes late.
fn cause(kind: &ErrorKind, source: &str, at: usize) -> Cause {
    use ErrorKind as It;
    match kind {
        It::TabNotAllowed
        | It::TabInBlockIndentation
        | It::TabInIndentation
        | It::TabAtBlockScalarStart
        | It::TabInPlainScalar => Cause::Tab,
        It::UnclosedQuotedScalar | It::DocumentIndicatorInQuotedScalar | It::InvalidQuotedScalarIndent => Cause::Quote,
        It::InvalidTrailingSingleQuotedScalar | It::InvalidTrailingDoubleQuotedScalar => Cause::Trailing,
        It::UnknownQuotedScalarEscape
        | It::InvalidQuotedScalarHexEscape
        | It::InvalidLowSurrogateHexEscape
        | It::InvalidLowSurrogate
        | It::MissingLowSurrogate
        | It::UnpairedLowSurrogate
        | It::InvalidUnicodeEscape => Cause::Escape,
        It::UnexpectedEofFlowSequence
        | It::UnexpectedEofFlowMapping
        | It::UnexpectedEofImplicitFlowMapping
        | It::ExpectedFlowMappingSeparator
        | It::ExpectedFlowSequenceSeparator
        | It::MisplacedFlowCollectionEnd
        | It::MismatchedFlowCollectionEnd { .. }
        | It::UnclosedFlowCollection { .. }
        | It::BlockEntryInFlowCollection
        | It::InvalidFlowScalarIndent => {
            if source[at..].starts_with(": ") {
                Cause::Colon
            } else {
                Cause::Bracket
            }
        }
        It::MappingValueNotAllowed | It::InvalidColonPlacement | It::MappingKeyNotAllowed if !has_tab(source, at) => {
            if lacks_colon(line(source, at)) {
                Cause::Key
            } else if source[line_start(source, at)..at].contains(": ") {
                Cause::Colon
            } else {
                stray_colon(source, at)
            }
        }
        It::UnexpectedCharacter { .. } | It::PlainScalarStartsWithDashFlowIndicator => Cause::Character,
        It::DirectiveDisallowed => Cause::Directive,
        It::MultipleDocumentsUnsupported | It::ExpectedDocumentStart | It::InvalidDocumentEnd => stray(source, at),
        It::MissingAnchorOrAliasName | It::UnknownAnchor | It::ExpectedTagBang | It::UndeclaredTagHandle => {
            Cause::Alias
        }
        It::MissingTagUri | It::InvalidTagTerminator | It::InvalidGlobalTagCharacter | It::UnclosedVerbatimTag => {
            Cause::Alias
        }
        It::InvalidTagEscape | It::InvalidTagUtf8LeadingByte | It::InvalidTagUtf8TrailingByte | It::InvalidTagUtf8 => {
            Cause::Alias
        }
        It::RecursionLimitExceeded => Cause::Depth,
        It::SimpleKeyExpected | It::InvalidSimpleKey => stray(source, at),
        It::BlockSequenceEntryNotAllowed if !has_tab(source, at) => Cause::Indent,
        It::InvalidIndentation
        | It::ExpectedBlockMappingKey
        | It::ExpectedBlockSequenceEntry
        | It::InvalidBlockScalarIndent => stray(source, at),
        _ if has_tab(source, at) => Cause::Tab,
        _ => Cause::Other,
    }
}

/// Looks behind what the parser says: for the mark that was not closed, the value that curly marks should have held together.
fn sharper(cause: Cause, source: &str, at: usize) -> Cause {
    match cause {
        Cause::Trailing => unclosed_quote(source, at).map_or(cause, |_| Cause::Quote),
        Cause::Colon => {
            let start = line_start(source, at);
            let value = source[start..at].find(": ").map_or(indent(&source[start..at]), |it| it + ": ".len());
            let value = start + value + indent(&source[start + value..at]);
            if source[value..].starts_with(is_curly) { Cause::Curly(value) } else { cause }
        }
        _ => cause,
    }
}

fn is_curly(it: char) -> bool {
    matches!(it, '“' | '”' | '„' | '‘' | '’')
}

/// How many bytes a curly quotation mark has.
const CURLY: usize = '“'.len_utf8();

/// Finds the bracket that the line before left open, where the next entry begins: the parser may not have told of it yet.
fn left_open(source: &str, at: usize) -> Option<usize> {
    let before = source[..line_start(source, at)].trim_end();
    let start = line_start(source, before.len());
    if before.is_empty() || indent(line(source, at)) > indent(line(source, start)) {
        return None;
    }
    let (mut open, mut quote) = (Vec::new(), None);
    for (offset, it) in before[start..].char_indices() {
        match (quote, it) {
            (Some(mark), it) => quote = Some(mark).filter(|mark| *mark != it),
            (None, '"' | '\'') => quote = Some(it),
            (None, '[' | '{') => open.push(start + offset),
            (None, ']' | '}') => drop(open.pop()),
            _ => {}
        }
    }
    // Inside of plain words a bracket is a letter.
    let is_first = |it: &usize| {
        let lead = &source[start..*it];
        lead.ends_with(": ") || lead.ends_with("- ") || lead.trim().is_empty()
    };
    if quote.is_some() || !open.first().is_some_and(is_first) { None } else { open.pop() }
}

/// Finds the quotation mark that was to close in its own line, where the next entry has one that closed it.
fn unclosed_quote(source: &str, at: usize) -> Option<usize> {
    let before = source[..at].trim_end();
    let mark = before.chars().next_back().filter(|it| matches!(it, '"' | '\''))?;
    let inner = &before[..before.len() - 1];
    let open = inner.rfind(mark)?;
    let mut later = inner[open..].lines().skip(1);
    later.any(|it| colons(it) > 0).then_some(open)
}

/// Finds the backslash that begins nothing known in the quoted value at `at`.
fn bad_escape(source: &str, at: usize) -> Option<usize> {
    let mut rest = source[at..].char_indices().skip(1);
    while let Some((offset, it)) = rest.next() {
        if it == '"' {
            return None;
        }
        if it != '\\' {
            continue;
        }
        let (_, next) = rest.next()?;
        let digits = match next {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            _ if "0abtnvfre\"/\\N_LP \t\n".contains(next) => 0,
            _ => return Some(at + offset),
        };
        let written = source[at + offset + 2..].chars().take(digits);
        if written.filter(char::is_ascii_hexdigit).count() < digits {
            return Some(at + offset);
        }
    }
    None
}

/// Tells a line without a colon from one that is indented wrongly.
fn stray(source: &str, at: usize) -> Cause {
    let line = line(source, at);
    let before = source[line_start(source, at)..at].trim_start_matches([' ', '-']);
    if has_tab(source, at) {
        Cause::Tab
    } else if !before.is_empty() {
        Cause::Trailing
    } else if colons(line) == 0 && !line.trim_start().starts_with('-') {
        Cause::Key
    } else {
        Cause::Indent
    }
}

/// Tells a line that is indented too far from one whose predecessor lacks its colon.
fn stray_colon(source: &str, at: usize) -> Cause {
    let before = source[..line_start(source, at)].trim_end();
    let previous = before.rsplit('\n').next().unwrap_or_default();
    if previous.trim().is_empty() || colons(previous) > 0 || previous.trim_start().starts_with('-') {
        Cause::Indent
    } else {
        Cause::Key
    }
}

/// Tells whether a bracket opens where the colon of its key should stand: `title {ar: …`.
fn lacks_colon(line: &str) -> bool {
    let entry = line.trim_start_matches([' ', '-']);
    let name = entry.split(['{', '[']).next().unwrap_or_default();
    name.len() < entry.len() && name.ends_with(' ') && !name.contains([':', ',', '"', '\'']) && !name.trim().is_empty()
}

/// Returns the range to point at: never empty where a character stands.
fn place(source: &str, at: usize, cause: Cause) -> (usize, usize) {
    let at = match cause {
        Cause::Unclosed(open) | Cause::Curly(open) => open,
        Cause::Quote => unclosed_quote(source, at).unwrap_or(at),
        Cause::Escape => bad_escape(source, at).unwrap_or(at),
        Cause::Tab => tab(source, at).unwrap_or(at),
        Cause::Indent if source[at..].starts_with(':') => line_start(source, at) + indent(line(source, at)),
        Cause::Key if lacks_colon(line(source, at)) => line_start(source, at) + indent(line(source, at)),
        Cause::Key if source[at..].starts_with(':') => {
            let before = source[..line_start(source, at)].trim_end();
            line_start(source, before.len()) + indent(line(source, before.len()))
        }
        _ => at,
    };
    let is_visible = |it: &char| *it == '\t' || !it.is_whitespace();
    let width = source[at..].chars().next().filter(is_visible).map_or(0, char::len_utf8);
    (at, at + width)
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches([' ', '\t']).len()
}

fn colons(line: &str) -> usize {
    line.matches(": ").count() + usize::from(line.trim_end().ends_with(':'))
}

fn has_tab(source: &str, at: usize) -> bool {
    tab(source, at).is_some()
}

/// Finds a tab in the indentation of the line, or of the next one: the parser stops where the value before it began.
fn tab(source: &str, at: usize) -> Option<usize> {
    let mut start = line_start(source, at);
    for line in source[start..].split_inclusive('\n').take(2) {
        if let Some(tab) = line[..indent(line)].find('\t') {
            return Some(start + tab);
        }
        start += line.len();
    }
    None
}

fn line_start(source: &str, at: usize) -> usize {
    source[..at].rfind('\n').map_or(0, |it| it + 1)
}

fn line(source: &str, at: usize) -> &str {
    let rest = &source[line_start(source, at)..];
    rest.split(['\n', '\r']).next().unwrap_or_default()
}

/// Returns the nearest character boundary at or before `at`.
fn floor(source: &str, at: usize) -> usize {
    let mut at = at.min(source.len());
    while !source.is_char_boundary(at) {
        at -= 1;
    }
    at
}
