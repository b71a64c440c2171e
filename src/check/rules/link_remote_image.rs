//! An image from another host: readers' browsers may ask no host but the site's own.

use super::texts;
use crate::{
    check::{Rule, Scope},
    diag::{Diagnostic, codes},
    markdown::Target,
};

/// The rule.
pub const RULE: Rule = Rule { name: "link/remote-image", check };

fn check(Scope { site, .. }: Scope<'_>, sink: &mut Vec<Diagnostic>) {
    for (_, _, text) in texts(site) {
        for image in &text.document.images {
            if let Target::External(address) = &image.target {
                let diagnostic = Diagnostic::at(&codes::link::REMOTE_IMAGE, address.span);
                sink.push(diagnostic.with("target", address.value.as_str()));
            }
        }
    }
}
