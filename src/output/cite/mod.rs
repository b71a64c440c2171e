//! Citations for reference managers, in files beside the pages: RIS, BibTeX, CSL-JSON, each below `cite/`.
//!
//! Only pages with a cite box have them (`citations:` in `site.yaml`), since they cost three small files for each page and language.

mod bibtex;
mod csl;
mod ris;

use rayon::prelude::*;

use super::PageFacts;
use crate::{
    base::{Artifact, MediaType},
    view::{self, Citation, Env, FORMS},
};

/// Writes one reference in a form.
type Writer = fn(&Citation) -> String;

/// How each of the forms is written, in the order of `FORMS`.
const WRITERS: [(Writer, MediaType); FORMS.len()] = [
    (ris::write, MediaType("application/x-research-info-systems; charset=utf-8")),
    (bibtex::write, MediaType("application/x-bibtex; charset=utf-8")),
    (csl::write, MediaType("application/vnd.citationstyles.csl+json")),
];

/// Makes `cite/<language>/<path>.ris`, `.bib` and `.json`.
pub fn make(env: Env<'_>, pages: &[PageFacts]) -> Vec<Artifact> {
    let cited = pages.par_iter().filter_map(|it| it.unit.map(|unit| (unit, &it.route)));
    let cited = cited.filter(|(unit, _)| unit.part == 0 && view::is_cited(env, env.site.page(unit.page)));
    let files = cited.flat_map_iter(|(unit, route)| {
        let (citation, stem) = (view::citation(env, unit), view::citation_stem(route));
        FORMS.iter().zip(WRITERS).map(move |((ending, _), (write, media))| Artifact {
            path: format!("{stem}.{ending}"),
            bytes: write(&citation).into_bytes(),
            media,
            origin: "citations",
        })
    });
    files.collect()
}

#[cfg(test)]
mod tests;
