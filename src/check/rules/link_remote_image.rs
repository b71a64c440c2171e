//! An image from another host: readers' browsers may ask no host but the site's own.

use super::texts;
use crate::{
    check::Rule,
    diag::{Diagnostic, codes},
    site::Site,
};

/// The rule.
pub const RULE: Rule = Rule { name: "link/remote-image", check };

fn check(site: &Site, sink: &mut Vec<Diagnostic>) {
    for (_, _, text) in texts(site) {
        for image in text.document.images.iter().filter(|it| it.is_remote()) {
            let diagnostic = Diagnostic::at(&codes::link::REMOTE_IMAGE, image.source.span);
            sink.push(diagnostic.with("target", image.source.value.as_str()));
        }
    }
}
