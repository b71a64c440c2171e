//! XLIFF 2.0 (OASIS, namespace `urn:oasis:names:tc:xliff:document:2.0`): one file per text, one unit per block or value.
//!
//! Markup is protected: what opens and closes is a `<pc>`, what stands alone a `<ph>`; `<originalData>` holds what stands in
//! the source. Tools show it as a sign that can be moved and not broken.

use std::fmt::Write as _;

use crate::{base::Language, markdown::Piece, site::translations::State};

/// The namespace of XLIFF 2.0 and 2.1.
pub const NAMESPACE: &str = "urn:oasis:names:tc:xliff:document:2.0";

/// One text or record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its name: `text about/names`.
    pub name: String,
    /// The file of its source language, below the site's folder.
    pub original: String,
    /// Its blocks and values.
    pub entries: Vec<Entry>,
}

/// One block or value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its id.
    pub id: String,
    /// What is to be translated.
    pub source: Vec<Piece>,
    /// The translation that stands there, if any.
    pub target: Option<Vec<Piece>>,
    /// How the translation stands to the source.
    pub state: State,
    /// Terms of the glossary that occur in it, in both languages.
    pub notes: Vec<String>,
}

/// Returns the id of a `<file>`, where blanks and slashes may not stand.
pub fn file_id(name: &str) -> String {
    name.replace([' ', '/'], ":")
}

/// Writes a document; equal content gives equal bytes.
pub fn write(parts: &[Part], from: &Language, to: &Language) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let _ = writeln!(
        out,
        "<xliff xmlns=\"{NAMESPACE}\" version=\"2.0\" srcLang=\"{}\" trgLang=\"{}\" xml:space=\"preserve\">",
        from.tag, to.tag
    );
    for part in parts {
        let original = escaped(&part.original);
        let dirs = format!("srcDir=\"{}\" trgDir=\"{}\"", from.dir.as_str(), to.dir.as_str());
        let _ = writeln!(out, "<file id=\"{}\" original=\"{original}\" {dirs}>", file_id(&part.name));
        part.entries.iter().for_each(|it| unit(it, &mut out));
        out.push_str("</file>\n");
    }
    out.push_str("</xliff>\n");
    out
}

fn unit(entry: &Entry, out: &mut String) {
    let _ = writeln!(out, "<unit id=\"{0}\" name=\"{0}\">", escaped(&entry.id));
    if !entry.notes.is_empty() {
        out.push_str("<notes>\n");
        for note in &entry.notes {
            let _ = writeln!(out, "<note category=\"term\">{}</note>", escaped(note));
        }
        out.push_str("</notes>\n");
    }
    let mut codes = Codes::default();
    let source = codes.inline(&entry.source, None);
    let ids = codes.ids.clone();
    let target = entry.target.as_ref().map(|it| codes.inline(it, Some(ids)));
    if !codes.data.is_empty() {
        out.push_str("<originalData>\n");
        for (data, number) in codes.data.iter().zip(1..) {
            let _ = writeln!(out, "<data id=\"d{number}\">{}</data>", escaped(data));
        }
        out.push_str("</originalData>\n");
    }
    let state = match entry.state {
        State::Missing => "initial",
        State::Stale | State::Unaccepted => "translated",
        State::Fresh => "final",
    };
    let more = if entry.state == State::Stale { " subState=\"tashawur:stale\"" } else { "" };
    let _ = writeln!(out, "<segment id=\"s1\" state=\"{state}\"{more}>");
    let _ = writeln!(out, "<source>{source}</source>");
    if let Some(target) = target {
        let _ = writeln!(out, "<target>{target}</target>");
    }
    out.push_str("</segment>\n</unit>\n");
}

/// The markup of a unit: each piece of source once, and the ids under which the source shows it.
#[derive(Default)]
struct Codes {
    data: Vec<String>,
    ids: Vec<((String, String), usize)>,
    last: usize,
}

impl Codes {
    fn data(&mut self, text: &str) -> usize {
        match self.data.iter().position(|it| it == text) {
            Some(at) => at + 1,
            None => {
                self.data.push(text.to_owned());
                self.data.len()
            }
        }
    }

    /// Takes the id of the same markup in the source, each once, else the next free one.
    fn id(&mut self, key: (String, String), known: &mut Option<Vec<((String, String), usize)>>) -> usize {
        if let Some(known) = known
            && let Some(at) = known.iter().position(|(it, _)| *it == key)
        {
            return known.remove(at).1;
        }
        self.last += 1;
        self.ids.push((key, self.last));
        self.last
    }

    fn inline(&mut self, pieces: &[Piece], mut known: Option<Vec<((String, String), usize)>>) -> String {
        let mut out = String::new();
        let closes = closes(pieces);
        for (at, piece) in pieces.iter().enumerate() {
            match (piece, closes.get(&at)) {
                (Piece::Text(text), _) => out.push_str(&escaped(text)),
                (Piece::Open(open), Some(close)) => {
                    let close = pieces[*close].source().to_owned();
                    let (start, end) = (self.data(open), self.data(&close));
                    let id = self.id((open.clone(), close), &mut known);
                    let _ = write!(out, "<pc id=\"{id}\" dataRefStart=\"d{start}\" dataRefEnd=\"d{end}\">");
                }
                (Piece::Close(_), Some(_)) => out.push_str("</pc>"),
                (Piece::Code(code) | Piece::Open(code) | Piece::Close(code), _) => {
                    let data = self.data(code);
                    let id = self.id((code.clone(), String::new()), &mut known);
                    let _ = write!(out, "<ph id=\"{id}\" dataRef=\"d{data}\"/>");
                }
            }
        }
        out
    }
}

/// Joins what opens with what closes it, in both directions.
fn closes(pieces: &[Piece]) -> std::collections::BTreeMap<usize, usize> {
    let mut open = Vec::new();
    let mut out = std::collections::BTreeMap::new();
    for (at, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Open(_) => open.push(at),
            Piece::Close(_) => {
                if let Some(start) = open.pop() {
                    out.insert(start, at);
                    out.insert(at, start);
                }
            }
            Piece::Text(_) | Piece::Code(_) => {}
        }
    }
    out
}

/// Escapes text for content and attributes; characters that XML does not allow stand as `<cp>`.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    for it in text.chars() {
        match it {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\r' => out.push_str("&#13;"),
            '\u{0}'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => {
                let _ = write!(out, "<cp hex=\"{:04X}\"/>", u32::from(it));
            }
            it => out.push(it),
        }
    }
    out
}
