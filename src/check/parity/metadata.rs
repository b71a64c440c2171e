//! What two halves say of themselves in their front matter.
//!
//! `updated` is each half's own, and so is `sort_as`. A summary may be missing nowhere or everywhere.

use super::{Finding, Sides, facts::At};
use crate::{
    base::{PartialDate, Span, Spanned},
    diag::{Arg, Diagnostic, codes::parity as code},
    site::{Page, PageKind, Site, Text},
    text::facts,
};

/// Compares the front matter of two halves, and the titles of a page that is no record.
pub(super) fn compare(sides: Sides<'_>, page: &Page, left: &Text, right: &Text, out: &mut Vec<Finding>) {
    let with = With { sides, left, right };
    let (one, two) = (&left.meta, &right.meta);
    with.values("date", date(one.date), date(two.date), out);
    with.values("tags", Some(one.tags.len().into()), Some(two.tags.len().into()), out);
    with.values("order", number(one.order), number(two.order), out);
    with.values("draft", Some(flag(one.draft)), Some(flag(two.draft)), out);
    with.values("lists", Some(one.lists.len().into()), Some(two.lists.len().into()), out);
    with.values("aliases", with.aliases(left), with.aliases(right), out);
    let has =
        |it: &Option<Spanned<String>>| Some(Arg::Message(if it.is_some() { "parity-there" } else { "parity-nothing" }));
    with.values("summary", has(&one.summary), has(&two.summary), out);
    if let (Some(one), Some(two)) = (&one.summary, &two.summary) {
        with.words("summary", one, two, out);
    }
    let title = |text: &Text| text.meta.title.clone().or_else(|| text.document.title.clone());
    if let (Some(one), Some(two)) = (title(left), title(right))
        && !matches!(page.kind, PageKind::Record(_))
    {
        with.words("title", &one, &two, out);
    }
}

/// Reports the halves that are held back while another is published.
pub(super) fn drafts(site: &Site, page: &Page, published: &Text, out: &mut Vec<Finding>) {
    let Some((left, _)) = page.texts.iter().next() else { return };
    for (_, span) in page.drafts.iter() {
        let diagnostic = Diagnostic::at(&code::METADATA, *span).with("key", "draft");
        let diagnostic =
            diagnostic.with("here", "true").with("there", "false").with("lang", site.languages().tag(left));
        let diagnostic = diagnostic.label(published.meta.place(published.file), "there");
        out.push(Finding { diagnostic, places: vec!["draft".to_owned()] });
    }
}

struct With<'a> {
    sides: Sides<'a>,
    left: &'a Text,
    right: &'a Text,
}

impl With<'_> {
    fn at(&self, key: &str, left: Span, right: Span) -> At<'_> {
        At { sides: self.sides, left, right, places: vec![key.to_owned()] }
    }

    fn values(&self, key: &str, left: Option<Arg>, right: Option<Arg>, out: &mut Vec<Finding>) {
        if left == right {
            return;
        }
        let place = |text: &Text| text.meta.key(key).unwrap_or_else(|| text.meta.place(text.file));
        let at = self.at(key, place(self.left), place(self.right));
        let or_nothing = |it: Option<Arg>| it.unwrap_or(Arg::Message("parity-nothing"));
        let diagnostic = Diagnostic::at(&code::METADATA, at.right).with("key", key);
        let diagnostic = diagnostic.with("here", or_nothing(right)).with("there", or_nothing(left));
        at.push(diagnostic.with("lang", self.sides.there()), at.left, out);
    }

    fn words(&self, key: &str, left: &Spanned<String>, right: &Spanned<String>, out: &mut Vec<Finding>) {
        words(&self.at(key, left.span, right.span), &left.value, &right.value, out);
    }

    /// Returns the earlier addresses without the language that one may name.
    fn aliases(&self, text: &Text) -> Option<Arg> {
        let languages = self.sides.site.languages();
        let plain = |alias: &Spanned<String>| {
            let path = alias.value.trim_matches('/');
            let below = path.split_once('/').filter(|(tag, _)| languages.find(tag).is_some());
            below.map_or(path, |(_, rest)| rest).to_owned()
        };
        let mut all: Vec<String> = text.meta.aliases.iter().map(plain).collect();
        all.sort_unstable();
        all.dedup();
        (!all.is_empty()).then_some(Arg::List(all))
    }
}

/// Compares the facts of two short texts that stand as values.
pub(super) fn words(at: &At<'_>, left: &str, right: &str, out: &mut Vec<Finding>) {
    let said = |text: &str, span: Span, range: &std::ops::Range<usize>| (text[range.clone()].trim().to_owned(), span);
    at.facts(
        [&facts::read(left), &facts::read(right)],
        |range| said(left, at.left, range),
        |range| said(right, at.right, range),
        out,
    );
}

fn date(date: Option<PartialDate>) -> Option<Arg> {
    date.map(|it| it.notation().into())
}

fn number(number: Option<i64>) -> Option<Arg> {
    number.map(Arg::Number)
}

fn flag(is_set: bool) -> Arg {
    if is_set { "true".into() } else { "false".into() }
}
