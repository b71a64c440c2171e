//! Diagnostics in their parts, for whoever draws them elsewhere than in a terminal.

use super::{place::Index, shown::isolated, words::words};
use crate::{
    diag::{Diagnostic, Place, Severity},
    locale::{Locale, ids},
    source::Sources,
};

/// One diagnostic, worded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// How grave it is, for programs.
    pub severity: &'static str,
    /// How grave it is, for people.
    pub grade: String,
    /// Its code.
    pub code: &'static str,
    /// What is wrong.
    pub message: String,
    /// What would be right.
    pub hint: Option<String>,
    /// Path, line and column as editors take them: `content/a.ar.md:3:14`.
    pub place: Option<String>,
    /// The line.
    pub excerpt: Option<Excerpt>,
}

/// A line of a source file, with what is meant in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// What stands before it.
    pub before: String,
    /// What is meant; empty where something is missing. Invisible characters are spelled out.
    pub meant: String,
    /// What stands after it.
    pub after: String,
}

/// So many characters of a line are shown on either side of what is meant, and of what is meant.
const REACH: usize = 160;

/// Words diagnostics, in the order in which they are given.
pub fn cards(diagnostics: &[Diagnostic], sources: &Sources, locale: &Locale) -> Vec<Card> {
    let index = Index::new(diagnostics, sources);
    diagnostics.iter().map(|it| card(it, &index, locale)).collect()
}

fn card(diagnostic: &Diagnostic, index: &Index<'_>, locale: &Locale) -> Card {
    let text = words(diagnostic, locale);
    let grade = match diagnostic.severity {
        Severity::Error => ids::REPORT_ERROR,
        Severity::Warning => ids::REPORT_WARNING,
        Severity::Note => ids::REPORT_NOTE,
    };
    let place = index.locate(&diagnostic.place).map(|(path, region)| match region {
        Some(region) => format!("{path}:{}:{}", region.start.line, region.start.column),
        None => path.to_owned(),
    });
    Card {
        severity: diagnostic.severity.as_str(),
        grade: locale.text(grade),
        code: diagnostic.code.name,
        message: text.message,
        hint: text.hint,
        place,
        excerpt: excerpt(diagnostic, index),
    }
}

fn excerpt(diagnostic: &Diagnostic, index: &Index<'_>) -> Option<Excerpt> {
    let Place::At(span) = diagnostic.place else { return None };
    let text = index.text(span.file);
    let line = index.lines(span.file).line_around(span.start as usize);
    let inside = |byte: u32| floor(text, (byte as usize).clamp(line.start, line.end));
    let (start, end) = (inside(span.start), inside(span.end));
    let before: Vec<char> = text[line.start..start].chars().collect();
    let far = before.len().saturating_sub(REACH);
    let meant: String = text[start..end].chars().take(REACH).collect();
    Some(Excerpt {
        before: before[far..].iter().collect(),
        meant: spelled(&meant),
        after: text[end..line.end].chars().take(REACH).collect(),
    })
}

/// Returns the start of the character that holds a byte.
fn floor(text: &str, mut byte: usize) -> usize {
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    byte
}

/// Spells out invisible characters; the page isolates by markup.
fn spelled(text: &str) -> String {
    let spelled = isolated(text);
    spelled.trim_start_matches('\u{2068}').trim_end_matches('\u{2069}').to_owned()
}

#[cfg(test)]
mod tests {
    use super::cards;
    use crate::{
        diag::{Diagnostic, codes},
        locale::Locale,
        source::{Memory, load},
    };

    #[test]
    fn a_card_shows_the_line_with_what_is_meant_in_it() {
        let files = Memory::new().with("content/a.ar.md", "# أ\n\nانظر [ب](nowhere.md) هنا\n");
        let sources = load(&files).expect("memory has no faults").value;
        let text = &sources.files[0].text;
        let start = text.find("nowhere.md").expect("it is there");
        let span = crate::base::Span::new(sources.files[0].id, start, start + 10);
        let found = [Diagnostic::at(&codes::link::NO_TARGET, span).with("target", "nowhere.md")];
        for tag in Locale::embedded_tags() {
            let locale = Locale::embedded(tag).expect("it is embedded");
            let card = cards(&found, &sources, &locale).remove(0);
            assert_eq!(card.place.as_deref(), Some("content/a.ar.md:3:10"));
            let excerpt = card.excerpt.expect("it has a place");
            assert_eq!((&*excerpt.before, &*excerpt.meant, &*excerpt.after), ("انظر [ب](", "nowhere.md", ") هنا"));
            assert!(card.message.contains("nowhere.md"), "{}", card.message);
        }
    }
}
