//! A difference between the halves of a text or record that its author allows, for a reason and for a time.

use super::{
    reader::{self, Fields, near_or_known, with_fix},
    yaml::Node,
};
use crate::{
    base::{PartialDate, Span, Spanned},
    diag::{Diagnostic, codes},
};

/// What may be allowed: the names of the codes of the area `parity`.
pub const ALLOWABLE: &[&str] =
    &["block-missing", "structure", "order", "numbers", "dates", "symbols", "links", "images", "metadata"];

/// A difference that is allowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiver {
    /// The kinds of difference, of [`ALLOWABLE`].
    pub allow: Vec<String>,
    /// The block, field or key of the front matter that may differ; without it any.
    pub place: Option<Spanned<String>>,
    /// The last day on which it may.
    pub until: Spanned<PartialDate>,
    /// Where the waiver stands.
    pub span: Span,
}

/// Reads `parity:`, a list of waivers. One without a reason or an end is reported and allows nothing.
pub fn read<'a>(fields: &mut Fields<'a, '_>) -> Vec<Waiver> {
    fields.mappings("parity").into_iter().filter_map(|it| waiver(Fields::new(it, fields.sink()))).collect()
}

fn waiver(mut fields: Fields<'_, '_>) -> Option<Waiver> {
    let span = fields.place();
    for key in ["allow", "because", "until"] {
        fields.missing(key);
    }
    let allow = allowed(&mut fields);
    let place = fields.text("in");
    let (because, blank): (Vec<_>, Vec<_>) =
        fields.text("because").into_iter().partition(|it| !it.value.trim().is_empty());
    for it in blank {
        let key = fields.key_span("because").unwrap_or(it.span);
        fields.sink().push(reader::empty_value("because", key));
    }
    let until = fields.date("until");
    fields.finish();
    because.first()?;
    (!allow.is_empty()).then_some(Waiver { allow, place, until: until?, span })
}

/// Reads one name or a list of them.
fn allowed(fields: &mut Fields<'_, '_>) -> Vec<String> {
    let Some(node) = fields.filled("allow") else { return Vec::new() };
    let names = match &node.value {
        Node::Sequence(items) => items.iter().collect(),
        _ => vec![node],
    };
    let mut out = Vec::new();
    for node in names {
        let Some(name) = reader::text(node, fields.sink()) else { continue };
        if ALLOWABLE.contains(&name.value) {
            out.push(name.value.to_owned());
        } else {
            let fault = Diagnostic::at(&codes::record::BAD_CHOICE, name.span).with("value", name.value);
            fields.sink().push(with_fix(near_or_known(fault, name.value, ALLOWABLE), name.span));
        }
    }
    out
}
