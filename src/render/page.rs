//! One finished page: its frame rendered and minified, then filled with what is shared and with its prose.

use tera::Context;

use super::{fragment::Fragment, lean, slots, theme::Theme};
use crate::{
    diag::Checked,
    view::{Content, PageView},
};

/// Renders one page. With a fault in a template the HTML is empty and the fault reported.
pub fn page(theme: &Theme, fragment: &Fragment, view: &PageView) -> Checked<String> {
    let mut found = Vec::new();
    let mut context = Context::new();
    context.insert("page", view);
    context.insert("has_body", &!view.body.is_empty());
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
