//! One finished page: its frame rendered and minified, then filled with what is shared and with its prose.

use serde::Serialize;
use tera::Context;

use super::{fragment::Fragment, lean, slots, theme::Theme};
use crate::{
    diag::{Checked, Diagnostic},
    view::{Content, LangView, PageView, ParallelEnd, ParallelView},
};

/// Renders one page. With a fault in a template the HTML is empty and the fault reported.
pub fn page(theme: &Theme, fragment: &Fragment, view: &PageView) -> Checked<String> {
    let mut found = Vec::new();
    let mut context = Context::new();
    context.insert("page", view);
    context.insert("has_body", &!view.body.is_empty());
    if let Content::Parallel(parallel) = &view.content {
        context.insert("ends", &ends(theme, parallel, &view.place, &mut found));
    }
    let frame = theme.frame(&view.lang.tag, &template(theme, view), &context, &view.place, &mut found);
    if frame.is_empty() {
        return Checked::new(frame, found);
    }
    let mut body = String::new();
    lean::small(&view.body, theme.options.minify, &mut body);
    let navigation = fragment.navigation_for(&view.place, &view.sections);
    let contents: [&[&str]; 5] = [&[&fragment.head], &[&fragment.header], &navigation, &[&fragment.footer], &[&body]];
    Checked::new(slots::fill(&frame, &contents), found)
}

/// A part of a side-by-side page in its own language, with the template's own words in that language.
#[derive(Serialize)]
struct End<'a> {
    lang: &'a LangView,
    html: String,
}

fn ends<'a>(theme: &Theme, view: &'a ParallelView, place: &str, found: &mut Vec<Diagnostic>) -> Vec<Vec<End<'a>>> {
    let mut render = |part: &'a ParallelEnd| {
        let mut context = Context::new();
        context.insert("part", part);
        End { lang: &part.lang, html: theme.raw(&part.lang.tag, "templates/parallel-end.html", &context, place, found) }
    };
    view.ends.iter().map(|row| row.iter().map(&mut render).collect()).collect()
}

/// Returns the template of a page: that of its record's kind, if the theme has one.
fn template(theme: &Theme, view: &PageView) -> String {
    if let Content::Record(record) = &view.content {
        let own = format!("records/{}.html", record.kind);
        if theme.engine(&view.lang.tag).contains_template(&own) {
            return own;
        }
    }
    format!("templates/{}.html", view.content.template())
}
