//! Words of texts, titles and fields that a termbase calls misspelt or not used any more.
//!
//! What is quoted as found is left alone, and so are the fields in which records list such forms.

use super::texts;
use crate::{
    base::{Lang, PerLang, Span, Spanned},
    check::{Rule, Scope},
    diag::{Diagnostic, Fix, codes},
    record::Value,
    site::{RecordEntry, Site, Status, Termbase, Text},
    source::Sources,
    text::forms,
};

/// The rule.
pub const RULE: Rule = Rule { name: "term/form", check };

fn check(Scope { site, sources, .. }: Scope<'_>, sink: &mut Vec<Diagnostic>) {
    let judge = Judge { site, sources };
    if !site.termbase.has_faulty() {
        return;
    }
    for (_, lang, text) in texts(site) {
        judge.text(text, lang, sink);
    }
    for entry in site.records.iter().filter(|it| !site.page(it.page).is_draft) {
        judge.record(entry, sink);
    }
}

struct Judge<'a> {
    site: &'a Site,
    sources: &'a Sources,
}

impl Judge<'_> {
    fn text(&self, text: &Text, lang: Lang, sink: &mut Vec<Diagnostic>) {
        let mut last: Option<(Span, usize)> = None;
        for mention in &text.mentions {
            let is_faulty = matches!(
                self.site.termbase.form(mention.term, mention.form).status,
                Status::Deprecated | Status::Misspelt
            );
            if !is_faulty {
                continue;
            }
            if mention.is_exact {
                self.report((mention.term, mention.form), lang, self.written(mention.span), Some(mention.span), sink);
            } else if last.replace((mention.span, mention.form)) != Some((mention.span, mention.form)) {
                // The place is that of a whole value or stretch: its uses are looked for there, all at once.
                self.within(mention.span, (mention.term, mention.form), lang, sink);
            }
        }
        let meta = &text.meta;
        let words = meta.title.iter().chain(&meta.summary).chain(&meta.tags);
        words.for_each(|it: &Spanned<String>| self.words(&it.value, it.span, lang, sink));
    }

    fn record(&self, entry: &RecordEntry, sink: &mut Vec<Diagnostic>) {
        let kind = &self.site.kinds.all()[entry.kind];
        for (name, field) in &entry.record.fields {
            // A title may be among the names; the other fields of names list forms and use none.
            let lists_forms = kind.terms.is_other_name(name) || kind.terms.misspelt.contains(name);
            let is_words = kind.field(name).is_some_and(|it| matches!(it.of_type.name, "text" | "place"));
            if lists_forms || !is_words {
                continue;
            }
            for it in &field.entries {
                match &it.value {
                    Value::Text(texts) | Value::Place(texts) => self.translated(texts, it.span, sink),
                    Value::Plain(text) => {
                        for lang in self.site.termbase.languages(text, self.site.languages()) {
                            self.words(text, it.span, lang, sink);
                        }
                    }
                    _ => {}
                }
                self.translated(&it.note, it.span, sink);
            }
        }
    }

    fn translated(&self, texts: &PerLang<String>, span: Span, sink: &mut Vec<Diagnostic>) {
        texts.iter().for_each(|(lang, text)| self.words(text, span, lang, sink));
    }

    /// Judges words whose place is that of a value around them.
    fn words(&self, words: &str, around: Span, lang: Lang, sink: &mut Vec<Diagnostic>) {
        let mut known = Vec::new();
        for it in faulty(&self.site.termbase, words, lang) {
            if !known.contains(&it) {
                known.push(it);
                self.within(around, it, lang, sink);
            }
        }
    }

    /// Reports a form wherever the source between two places has it; a place that the source words otherwise is reported whole.
    fn within(&self, around: Span, form: (usize, usize), lang: Lang, sink: &mut Vec<Diagnostic>) {
        let source = self.written(around);
        let uses = self.site.termbase.uses(source, lang).into_iter().filter(|it| (it.term, it.form) == form);
        let uses: Vec<_> = uses.collect();
        for it in &uses {
            let at = around.start as usize;
            let span = Span::new(around.file, at + it.range.start, at + it.range.end);
            self.report(form, lang, &source[it.range.clone()], Some(span), sink);
        }
        if uses.is_empty() {
            let wrong = &self.site.termbase.form(form.0, form.1).text;
            let mut found = Vec::new();
            self.report(form, lang, wrong, None, &mut found);
            sink.extend(found.into_iter().map(|it| Diagnostic { place: crate::diag::Place::At(around), ..it }));
        }
    }

    fn written(&self, span: Span) -> &str {
        self.sources.file(span.file).text.get(span.range()).unwrap_or_default()
    }

    /// Reports one use; with a place of its own it can be mended.
    fn report(
        &self,
        (term, form): (usize, usize),
        lang: Lang,
        written: &str,
        span: Option<Span>,
        sink: &mut Vec<Diagnostic>,
    ) {
        let term = &self.site.termbase.terms[term];
        let form = &term.forms[form];
        let right = term.forms(lang, Status::Preferred).chain(term.forms(lang, Status::Admitted));
        let is_misspelt = form.status == Status::Misspelt;
        let (code, right) = if is_misspelt {
            (&codes::term::MISSPELT, forms::corrected(&form.text, right))
        } else {
            (&codes::term::DEPRECATED, term.forms(lang, Status::Preferred).next().map(str::to_owned))
        };
        let diagnostic = Diagnostic::at(code, span.unwrap_or_default()).with("form", written);
        let Some(right) = right.map(|it| forms::replaced(written, &form.text, &it)) else {
            return sink.push(diagnostic);
        };
        let mut diagnostic = diagnostic.with("near", right.as_str()).hint("near");
        // A misspelt word has one right spelling; another name may ask for other words around it.
        diagnostic.fix = span.map(|it| Fix { edits: vec![(it, right)], is_safe: is_misspelt });
        sink.push(diagnostic);
    }
}

/// Lists the forms in words that are not to be used.
fn faulty(termbase: &Termbase, words: &str, lang: Lang) -> Vec<(usize, usize)> {
    let uses = termbase.uses(words, lang).into_iter().map(|it| (it.term, it.form));
    uses.filter(|it| matches!(termbase.form(it.0, it.1).status, Status::Deprecated | Status::Misspelt)).collect()
}
