//! The terms of the glossary that occur in a text, as notes for whoever translates it.

use crate::{
    base::Lang,
    record::Value,
    site::Site,
    text::search::{is_stop, stem, terms},
};

/// What a kind of terms is called in schema.org, by which a site says that it has one.
const KIND: &str = "DefinedTerm";

/// The terms of a site in two languages.
pub struct Terms {
    /// The stems of each term with its note.
    all: Vec<(Vec<String>, String)>,
}

impl Terms {
    /// Collects the titles of the records that are terms.
    pub fn new(site: &Site, from: Lang, to: Lang) -> Self {
        let of_terms = site.kinds.all().iter().map(|it| it.jsonld.as_ref().is_some_and(|it| it.of_type == KIND));
        let is_term: Vec<bool> = of_terms.collect();
        let records = site.records.iter().filter(|it| is_term[it.kind]);
        let all = records.filter_map(|it| {
            let Value::Text(names) = &it.current("title")?.value else { return None };
            let (own, other) = (names.get(from)?, names.get(to)?);
            Some((stems(own), format!("{own} = {other}")))
        });
        Self { all: all.filter(|(stems, _)| !stems.is_empty()).collect() }
    }

    /// Lists the notes on the terms that occur in a text, longest first: what is said by three words is not said by one of them.
    pub fn notes(&self, text: &str) -> Vec<String> {
        let words = stems(text);
        let mut found: Vec<&(Vec<String>, String)> =
            self.all.iter().filter(|(term, _)| words.windows(term.len()).any(|it| it == term.as_slice())).collect();
        found.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then(a.1.cmp(&b.1)));
        found.into_iter().map(|(_, note)| note.clone()).collect()
    }
}

fn stems(text: &str) -> Vec<String> {
    terms(text).words.iter().filter(|it| !is_stop(it)).map(|it| stem(it)).collect()
}
