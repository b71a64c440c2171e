//! Front matter: what a text says of itself.

use crate::{
    base::{PartialDate, Span, Spanned},
    diag::Diagnostic,
    record::{Node, Waiver, reader::Fields, waiver},
};

/// The front matter of one text. Every key is optional.
#[derive(Clone, Debug, Default)]
pub struct Meta {
    /// Title of the page; else the leading heading of the text.
    pub title: Option<Spanned<String>>,
    /// One or two sentences for lists, search results and link previews.
    pub summary: Option<Spanned<String>>,
    /// The date that the text is about or was issued on.
    pub date: Option<PartialDate>,
    /// When its content last changed.
    pub updated: Option<PartialDate>,
    /// Free labels.
    pub tags: Vec<Spanned<String>>,
    /// Rank among its neighbours; smaller first.
    pub order: Option<i64>,
    /// Whether it is kept back.
    pub draft: bool,
    /// Earlier addresses.
    pub aliases: Vec<Spanned<String>>,
    /// What it is sorted by instead of its title.
    pub sort_as: Option<String>,
    /// Kinds of which the page shows the beginning of the list.
    pub lists: Vec<Spanned<String>>,
    /// The differences from its counterparts that its author allows.
    pub waivers: Vec<Waiver>,
    /// Whether it may have a title that could not be read.
    pub has_unread_title: bool,
    /// Where its keys stand.
    pub keys: Vec<(&'static str, Span)>,
    /// Whether terms in it lead to their definitions, where that differs from the site.
    pub terms: Option<bool>,
}

/// Reads the front matter of one text.
pub fn read(node: Option<&Spanned<Node>>, sink: &mut Vec<Diagnostic>) -> Meta {
    let Some(node) = node else { return Meta::default() };
    let mut fields = Fields::new(node, sink);
    let names = ["title", "summary", "date", "tags", "order", "draft", "aliases", "sort_as", "lists"];
    let keys = names.into_iter().filter_map(|it| Some((it, fields.key_span(it)?))).collect();
    let meta = Meta {
        title: fields.text("title"),
        summary: fields.text("summary"),
        date: fields.date("date").map(|it| it.value),
        updated: fields.date("updated").map(|it| it.value),
        tags: fields.list("tags"),
        order: fields.integer("order").map(|it| it.value),
        draft: fields.flag("draft").is_some_and(|it| it.value),
        aliases: fields.list("aliases"),
        sort_as: fields.text("sort_as").map(|it| it.value),
        lists: fields.list("lists"),
        waivers: waiver::read(&mut fields),
        has_unread_title: !fields.is_mapping() || !fields.lacks("title"),
        keys,
        terms: fields.flag("terms").map(|it| it.value),
    };
    fields.finish();
    meta
}

impl Meta {
    /// Returns where a key stands.
    pub fn key(&self, name: &str) -> Option<Span> {
        self.keys.iter().find(|(it, _)| *it == name).map(|(_, span)| *span)
    }

    /// Returns the place to report something about the text as a whole.
    pub fn place(&self, file: crate::base::FileId) -> Span {
        self.title.as_ref().map_or_else(|| Span::start_of(file), |it| it.span)
    }
}
