//! `data/<kind>-forms.csv`: every form of every term as a table (RFC 4180), for people with a spreadsheet.
//!
//! It begins with a byte-order mark: without one the commonest spreadsheet reads UTF-8 as a local code page and shows Arabic as
//! rubbish, while programs that read CSV know the mark. A cell that a spreadsheet would run as a formula is kept from it by an
//! apostrophe in front (OWASP, CSV injection). Programs have the TBX beside it and the JSON.

use super::PageFacts;
use crate::{
    base::{Artifact, MediaType},
    site::Status,
    view::Env,
};

const HEAD: [&str; 6] = ["term", "language", "form", "status", "definition", "page"];

/// Makes the table of every termbase.
pub fn make(env: Env<'_>, _pages: &[PageFacts]) -> Vec<Artifact> {
    let tables = env.site.termbases();
    tables.into_iter().map(|kind| table(env, kind)).collect()
}

fn table(env: Env<'_>, kind: usize) -> Artifact {
    let site = env.site;
    let mut text = String::from("\u{FEFF}");
    row(&HEAD, &mut text);
    for term in site.terms_of(kind) {
        let by_language = site.languages().iter().flat_map(|lang| term.forms.iter().filter(move |it| it.lang == lang));
        for form in by_language {
            let key = site.record(term.record).record.key.value.as_str();
            let definition = term.definition.get(form.lang).filter(|_| form.status == Status::Preferred);
            let page = site.page(term.page).routes.get(form.lang).map(|it| site.config.absolute(&it.0));
            let cells = [
                key,
                site.languages().tag(form.lang),
                &form.text,
                form.status.as_str(),
                definition.map_or("", String::as_str),
                page.as_deref().unwrap_or_default(),
            ];
            row(&cells, &mut text);
        }
    }
    let path = site.forms_route(kind);
    Artifact { path: path.0, bytes: text.into_bytes(), media: MediaType::CSV, origin: "forms-csv" }
}

fn row(cells: &[&str], out: &mut String) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
        let safe = if is_formula { format!("'{cell}") } else { (*cell).to_owned() };
        if safe.contains(['"', ',', '\n', '\r']) {
            out.push('"');
            out.push_str(&safe.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&safe);
        }
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::row;

    #[test]
    fn cells_keep_their_commas_and_run_nothing() {
        let mut out = String::new();
        row(&["هجرة، ولجوء", "a,b", "\"x\"", "=1+1", "-5", ""], &mut out);
        assert_eq!(out, "هجرة، ولجوء,\"a,b\",\"\"\"x\"\"\",'=1+1,'-5,\r\n");
    }
}
