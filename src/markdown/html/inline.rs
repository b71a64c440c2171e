//! Links, images and spans.

use crate::{
    base::Dir,
    markdown::{
        document::{Attributes, Target},
        inline::VERBATIM,
    },
    text::script,
};

use super::{
    escape::{address, escape},
    writer::Writer,
};

impl Writer<'_> {
    /// Writes the start of a link and returns the node that follows: its children, or what stands behind it when it takes its target's title.
    pub(super) fn link(&mut self, rank: u32, at: u32, next: u32) -> u32 {
        let link = &self.doc.links[rank as usize];
        let resolved = self.with.links.get(rank as usize);
        let outside = self.state;
        let title = resolved.and_then(|it| it.text.as_deref()).filter(|_| link.wants_title());
        let is_linked = match &link.target {
            Target::Refused => false,
            Target::External(target) => {
                self.out.push_str("<a href=\"");
                address(&target.value, self.out);
                self.out.push('"');
                if !leaves_no_page(&target.value) {
                    self.out.push_str(" rel=\"external\"");
                }
                true
            }
            _ => {
                let href = resolved.and_then(|it| it.href.as_deref());
                if let Some(href) = href {
                    self.out.push_str("<a href=\"");
                    address(href, self.out);
                    self.out.push('"');
                }
                href.is_some()
            }
        };
        if is_linked {
            if let Some((tag, dir)) = resolved.and_then(|it| it.language.as_ref()) {
                if !resolved.is_some_and(|it| it.is_stand_in) {
                    self.attribute("hreflang", tag);
                }
                if title.is_some() {
                    self.attribute("lang", tag);
                    self.attribute("dir", dir.as_str());
                    self.state.dir = *dir;
                }
            }
            if !link.title.is_empty() {
                self.shown("title", &link.title);
            }
            self.out.push('>');
        }
        let close = if is_linked { "</a>" } else { "" };
        if let Some(title) = title {
            self.words(at, 0, title);
            self.out.push_str(close);
            self.state = outside;
            return next;
        }
        self.in_link = is_linked;
        self.enter_from(at, &self.doc.nodes[at as usize], close, outside);
        at + 1
    }

    pub(super) fn image(&mut self, rank: u32) {
        let image = &self.doc.images[rank as usize];
        let resolved = self.with.images.get(rank as usize);
        let src = resolved.and_then(|it| it.src.as_deref()).filter(|_| image.target != Target::Refused);
        let Some(src) = src else { return self.text(&image.alt) };
        self.out.push_str("<img src=\"");
        address(src, self.out);
        self.out.push('"');
        if let Some((width, height)) = resolved.and_then(|it| it.size) {
            self.attribute("width", &width.to_string());
            self.attribute("height", &height.to_string());
        }
        self.shown("alt", &image.alt);
        if !image.title.is_empty() {
            self.shown("title", &image.title);
        }
        self.out.push_str(" loading=\"lazy\" decoding=\"async\">");
    }

    /// Writes the start of `[text]{…}`.
    pub(super) fn span(&mut self, attributes: &Attributes) {
        self.out.push_str("<span");
        self.classes_and_language("", attributes);
        if attributes.classes.iter().any(|it| it == VERBATIM) {
            self.out.push_str(" translate=\"no\"");
            self.state.is_verbatim = true;
        }
        self.out.push('>');
    }

    /// Writes the attributes that an author gave, behind a class of our own.
    pub(super) fn classes_and_language(&mut self, class: &str, attributes: &Attributes) {
        if !class.is_empty() || !attributes.classes.is_empty() {
            self.out.push_str(" class=\"");
            self.out.push_str(class);
            for (at, name) in attributes.classes.iter().enumerate() {
                if at > 0 || !class.is_empty() {
                    self.out.push(' ');
                }
                escape(name, self.out);
            }
            self.out.push('"');
        }
        if let Some(tag) = &attributes.lang {
            let dir = self.direction(tag);
            self.attribute("lang", tag);
            self.attribute("dir", dir.as_str());
            self.state.dir = dir;
        }
    }

    /// Returns the declared direction of a language; one that the site does not have has that of its script.
    fn direction(&self, tag: &str) -> Dir {
        let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
        let languages = self.with.around.languages;
        let exact = languages.iter().find(|it| it.0.eq_ignore_ascii_case(tag));
        let near = exact.or_else(|| languages.iter().find(|it| primary(it.0) == primary(tag)));
        near.map_or_else(|| if script::of_language(tag).is_rtl() { Dir::Rtl } else { Dir::Ltr }, |it| it.1)
    }
}

/// Tells whether an address opens mail or telephone and not another site.
fn leaves_no_page(address: &str) -> bool {
    let scheme = address.split(':').next().unwrap_or_default();
    scheme.eq_ignore_ascii_case("mailto") || scheme.eq_ignore_ascii_case("tel")
}
