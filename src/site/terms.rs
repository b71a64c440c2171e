//! Termbases: the names that records of some kinds have, and where texts use them.
//!
//! A kind says by its key `terms` which fields hold names; no kind and no language is named here. A name in a translated
//! field belongs to the language of its value, any other to the languages of its script.

use std::ops::Range;

use rayon::prelude::*;

use super::{Config, Page, PageId, RecordEntry, RecordId, Site, Text};
use crate::{
    base::{Lang, Languages, PerLang, Route, Span},
    markdown::{self, StretchRole},
    record::{Kinds, Value},
    text::{
        forms::{Finder, Known, Likeness},
        script::{self, Script},
        words,
    },
};

/// What a name is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// To be used.
    Preferred,
    /// Right as well.
    Admitted,
    /// Not used any more.
    Deprecated,
    /// Wrong.
    Misspelt,
}

impl Status {
    /// Returns its name in tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Preferred => "preferred",
            Self::Admitted => "admitted",
            Self::Deprecated => "deprecated",
            Self::Misspelt => "misspelt",
        }
    }
}

/// One name of a thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// The name.
    pub text: String,
    /// Its language.
    pub lang: Lang,
    /// What it is worth.
    pub status: Status,
    /// The terms whose names it is made of: *migration* in *migration data*.
    pub parts: Vec<usize>,
}

/// A thing with its names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The record that says so.
    pub record: RecordId,
    /// Its page.
    pub page: PageId,
    /// Its names, those of one language and status in the order of the kind's fields.
    pub forms: Vec<Form>,
    /// What it means; a thing without does not become a link.
    pub definition: PerLang<String>,
}

impl Term {
    /// Lists its names of a language and status.
    pub fn forms(&self, lang: Lang, status: Status) -> impl Iterator<Item = &str> {
        self.forms.iter().filter(move |it| it.lang == lang && it.status == status).map(|it| it.text.as_str())
    }
}

/// Where a text uses a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The rank of the term.
    pub term: usize,
    /// The rank of its form.
    pub form: usize,
    /// The words, as `markdown::Stretch` counts.
    pub range: Range<u32>,
    /// Where they stand in the file.
    pub span: Span,
    /// Whether the place is that of the words alone.
    pub is_exact: bool,
    /// The rank of their block.
    pub block: Option<usize>,
    /// What they belong to.
    pub role: StretchRole,
    /// Whether they stand in quotation marks: a word that is spoken of, not used.
    pub is_quoted: bool,
}

/// One use of a name in words outside of texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use {
    /// The rank of the term.
    pub term: usize,
    /// The rank of its form.
    pub form: usize,
    /// The bytes of the words.
    pub range: Range<usize>,
}

/// The names of all records, ready to be found.
#[derive(Debug, Default)]
pub struct Termbase {
    /// The things that have names.
    pub terms: Vec<Term>,
    finders: PerLang<(Finder, Vec<(usize, usize)>)>,
}

impl Termbase {
    /// Collects the names of published records.
    pub(super) fn new(records: &[RecordEntry], pages: &[Page], kinds: &Kinds, config: &Config) -> Self {
        let published = records.iter().zip(0u32..).filter(|(it, _)| !pages[it.page.index()].is_draft);
        let terms: Vec<Term> =
            published.filter_map(|(it, id)| term(it, RecordId(id), kinds, &config.languages)).collect();
        let finders = config.languages.iter().map(|lang| (lang, finder(&terms, lang)));
        let mut out = Self { finders: finders.filter(|(_, it)| !it.0.is_empty()).collect(), terms };
        let parts: Vec<Vec<Vec<usize>>> =
            out.terms.par_iter().map(|it| it.forms.iter().map(|form| out.parts(form)).collect()).collect();
        for (form, parts) in out.terms.iter_mut().flat_map(|it| &mut it.forms).zip(parts.into_iter().flatten()) {
            form.parts = parts;
        }
        out
    }

    fn parts(&self, form: &Form) -> Vec<usize> {
        let starts: Vec<usize> = words::ranges(&form.text).map(|it| it.start).collect();
        let ends: Vec<usize> = words::ranges(&form.text).map(|it| it.end).collect();
        let mut out = Vec::new();
        if let ([_, second, ..], [.., before_last, _]) = (starts.as_slice(), ends.as_slice()) {
            for part in [&form.text[*second..], &form.text[..*before_last]] {
                out.extend(self.uses(part, form.lang).into_iter().map(|it| it.term));
            }
        }
        out
    }

    /// Returns a form by its ranks.
    pub fn form(&self, term: usize, form: usize) -> &Form {
        &self.terms[term].forms[form]
    }

    /// Tells whether there are names that no text should use.
    pub fn has_faulty(&self) -> bool {
        let mut forms = self.terms.iter().flat_map(|it| &it.forms);
        forms.any(|it| matches!(it.status, Status::Deprecated | Status::Misspelt))
    }

    /// Lists the languages in which words without a language of their own may be.
    pub fn languages(&self, text: &str, all: &Languages) -> Vec<Lang> {
        of_script(text, all).filter(|it| self.finders.get(*it).is_some()).collect()
    }

    /// Lists the names that words in a language use.
    pub fn uses(&self, text: &str, lang: Lang) -> Vec<Use> {
        self.uses_with(text, lang, &mut Known::default())
    }

    fn uses_with(&self, text: &str, lang: Lang, known: &mut Known) -> Vec<Use> {
        let Some((finder, forms)) = self.finders.get(lang) else { return Vec::new() };
        let found = finder.find_with(text, known).into_iter();
        found
            .filter(|it| !words::is_in_address(text, &it.range))
            .map(|it| Use { term: forms[it.form].0, form: forms[it.form].1, range: it.range })
            .collect()
    }

    /// Writes down where each text uses a name.
    pub(super) fn scan(&self, pages: &mut [Page], records: &mut [RecordEntry]) {
        if self.terms.is_empty() {
            return;
        }
        let of_pages = pages.par_iter_mut().map(|it| &mut it.texts);
        let of_records = records.par_iter_mut().flat_map_iter(|it| it.prose.iter_mut().map(|(_, _, texts)| texts));
        of_pages.chain(of_records).for_each_init(PerLang::<Known>::default, |known, texts| {
            for (lang, _) in self.finders.iter() {
                if known.get(lang).is_none() {
                    known.set(lang, Known::default());
                }
                if let (Some(text), Some(known)) = (texts.get_mut(lang), known.get_mut(lang)) {
                    text.mentions = self.mentions(text, lang, known);
                }
            }
        });
    }

    fn mentions(&self, text: &Text, lang: Lang, known: &mut Known) -> Vec<Mention> {
        let mut out = Vec::new();
        for stretch in markdown::stretches(&text.document) {
            for it in self.uses_with(stretch.text, lang, known) {
                let small = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
                let (start, end) = (small(it.range.start), small(it.range.end));
                let within = Span { start: stretch.span.start + start, end: stretch.span.start + end, ..stretch.span };
                out.push(Mention {
                    term: it.term,
                    form: it.form,
                    range: stretch.at + start..stretch.at + end,
                    span: if stretch.is_exact { within } else { stretch.span },
                    is_exact: stretch.is_exact,
                    block: stretch.block,
                    role: stretch.role,
                    is_quoted: words::is_quoted(&stretch.text[..it.range.start]),
                });
            }
        }
        out
    }
}

impl Site {
    /// Lists the kinds that are termbases and hold something: they define what they name.
    pub fn termbases(&self) -> Vec<usize> {
        let all = self.kinds.all().iter().enumerate().filter(|(_, it)| it.terms.definition.is_some());
        all.map(|(kind, _)| kind).filter(|it| self.terms_of(*it).next().is_some()).collect()
    }

    /// Lists the things of a kind with their names, by key.
    pub fn terms_of(&self, kind: usize) -> impl Iterator<Item = &Term> {
        self.termbase.terms.iter().filter(move |it| self.record(it.record).kind == kind)
    }

    /// Returns the address of a termbase for translation tools.
    pub fn tbx_route(&self, kind: usize) -> Route {
        Route(format!("data/{}.tbx", self.kinds.all()[kind].name.value))
    }

    /// Returns the address of a termbase as a table.
    pub fn forms_route(&self, kind: usize) -> Route {
        Route(format!("data/{}-forms.csv", self.kinds.all()[kind].name.value))
    }
}

fn finder(terms: &[Term], lang: Lang) -> (Finder, Vec<(usize, usize)>) {
    let all = terms.iter().enumerate().flat_map(|(term, it)| it.forms.iter().enumerate().map(move |form| (term, form)));
    let of_lang: Vec<(usize, (usize, &Form))> = all.filter(|(_, (_, it))| it.lang == lang).collect();
    let likeness = |term: usize, it: &Form| match it.status {
        Status::Misspelt => Likeness::Letters,
        Status::Deprecated => Likeness::Sense,
        _ if terms[term].definition.is_empty() => Likeness::Name,
        _ => Likeness::Sense,
    };
    let finder = Finder::new(of_lang.iter().map(|(term, (_, it))| (it.text.as_str(), likeness(*term, it))));
    (finder, of_lang.into_iter().map(|(term, (form, _))| (term, form)).collect())
}

fn term(entry: &RecordEntry, id: RecordId, kinds: &Kinds, languages: &Languages) -> Option<Term> {
    let fields = &kinds.all()[entry.kind].terms;
    let by_status = [
        (Status::Preferred, &fields.preferred),
        (Status::Admitted, &fields.admitted),
        (Status::Deprecated, &fields.deprecated),
        (Status::Misspelt, &fields.misspelt),
    ];
    let mut forms: Vec<Form> = Vec::new();
    for (status, field) in by_status.into_iter().flat_map(|(status, all)| all.iter().map(move |it| (status, it))) {
        for (lang, text) in values(entry, field, languages) {
            // A word that stands under two headings counts under the first.
            if !text.trim().is_empty() && !forms.iter().any(|it| it.lang == lang && it.text == text) {
                forms.push(Form { text, lang, status, parts: Vec::new() });
            }
        }
    }
    let mut definition = PerLang::default();
    for (lang, text) in fields.definition.iter().flat_map(|it| values(entry, it, languages)) {
        if definition.get(lang).is_none() {
            definition.set(lang, text);
        }
    }
    (!forms.is_empty()).then_some(Term { record: id, page: entry.page, forms, definition })
}

/// Lists what a field says, with the language of each value.
fn values(entry: &RecordEntry, field: &str, languages: &Languages) -> Vec<(Lang, String)> {
    let mut out = Vec::new();
    for (rank, value) in entry.field(field).into_iter().flat_map(|it| &it.entries).enumerate() {
        match &value.value {
            Value::Text(texts) => out.extend(texts.iter().map(|(lang, it)| (lang, it.clone()))),
            Value::Plain(text) => out.extend(of_script(text, languages).map(|lang| (lang, text.clone()))),
            Value::Markdown(_) => {
                let prose = entry.prose.iter().find(|(name, at, _)| **name == *field && *at == rank);
                let texts = prose.into_iter().flat_map(|(_, _, it)| it.iter());
                out.extend(texts.filter_map(|(lang, it)| Some((lang, it.opening()?))));
            }
            _ => {}
        }
    }
    out
}

/// Lists the languages that are written in the script of a text's first letter.
fn of_script(text: &str, languages: &Languages) -> impl Iterator<Item = Lang> {
    let first = text.chars().map(script::of_char).find(|it| *it != Script::Other);
    languages.iter().filter(move |it| Some(script::of_language(languages.tag(*it))) == first)
}
