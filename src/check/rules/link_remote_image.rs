//! An image from another host: readers' browsers may ask no host but the site's own.

use super::texts;
use crate::{
    check::Rule,
    diag::{Diagnostic, codes},
    markdown::Target,
    site::Site,
};

/// The rule.
pub const RULE: Rule = Rule { name: "link/remote-image", check };

fn check(site: &Site, sink: &mut Vec<Diagnostic>) {
    for (_, _, text) in texts(site) {
        for image in &text.document.images {
            if let Target::External(address) = &image.target {
                let diagnostic = Diagnostic::at(&codes::link::REMOTE_IMAGE, address.span);
                sink.push(diagnostic.with("target", address.value.as_str()));
            }
        }
    }
}
