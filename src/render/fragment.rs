//! What all pages of one language at one depth share, rendered and minified once.

use tera::Context;

use super::theme::Theme;
use crate::{
    diag::{Checked, Diagnostic},
    view::SharedView,
};

/// Header, navigation, footer and the common part of the head, with the places where a page makes its mark.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Fragment {
    pub(super) head: String,
    pub(super) header: String,
    pub(super) navigation: String,
    pub(super) footer: String,
    /// Sorted by place.
    pub(super) marks: Vec<Mark>,
}

/// Where in the navigation one page is marked.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Mark {
    /// The page's address below the site's root.
    pub place: String,
    /// The byte at which `aria-current` goes into its link.
    pub link: usize,
    /// The bytes at which `open` goes into the folded groups around it, outermost first.
    pub folds: Vec<usize>,
}

/// Renders what the pages of one language at one depth share.
pub fn fragment(theme: &Theme, shared: &SharedView) -> Checked<Fragment> {
    let mut found = Vec::new();
    let mut context = Context::new();
    context.insert("shared", shared);
    let part = |name: &str, found: &mut Vec<Diagnostic>| {
        let template = format!("templates/{name}.html");
        theme.render(&shared.lang.tag, &template, &context, &template, found)
    };
    let mut out = Fragment {
        head: part("head", &mut found),
        header: part("header", &mut found),
        navigation: String::new(),
        footer: part("footer", &mut found),
        marks: Vec::new(),
    };
    (out.navigation, out.marks) = take_marks(&part("navigation", &mut found));
    Checked::new(out, found)
}

impl Fragment {
    /// Returns where a page is marked: at its own link, else at the nearest section that has one.
    pub(super) fn mark(&self, place: &str, sections: &[String]) -> Option<(&Mark, &'static str)> {
        let find =
            |place: &str| self.marks.binary_search_by(|it| it.place.as_str().cmp(place)).ok().map(|at| &self.marks[at]);
        let own = find(place).map(|it| (it, " aria-current=page"));
        own.or_else(|| sections.iter().find_map(|it| find(it)).map(|it| (it, " aria-current=true")))
    }

    /// Returns the navigation in pieces, with the marks of one page between them.
    pub(super) fn navigation_for(&self, place: &str, sections: &[String]) -> Vec<&str> {
        let Some((mark, current)) = self.mark(place, sections) else { return vec![&self.navigation] };
        let mut pieces = Vec::with_capacity(2 * mark.folds.len() + 3);
        let mut done = 0;
        for fold in &mark.folds {
            pieces.extend([&self.navigation[done..*fold], " open"]);
            done = *fold;
        }
        pieces.extend([&self.navigation[done..mark.link], current, &self.navigation[mark.link..]]);
        pieces
    }
}

const PLACE: &str = " data-place=";
const FOLD: &str = " data-fold";

/// Takes the templates' `data-place` and `data-fold` out of finished HTML and notes where they stood.
fn take_marks(html: &str) -> (String, Vec<Mark>) {
    let mut out = String::with_capacity(html.len());
    let mut marks = Vec::new();
    // One entry for each open `details`: where it can be unfolded, if it can.
    let mut open: Vec<Option<usize>> = Vec::new();
    for (number, piece) in html.split('<').enumerate() {
        if number > 0 {
            out.push('<');
        }
        if piece.starts_with("/details") {
            open.pop();
            out.push_str(piece);
        } else if piece.starts_with("details") {
            let kept = without(piece, FOLD);
            open.push(kept.map(|(at, ..)| out.len() + at));
            push_without(&mut out, piece, kept);
        } else {
            let kept = without(piece, PLACE);
            if let Some((at, _, value)) = kept {
                let folds = open.iter().flatten().copied().collect();
                marks.push(Mark { place: value.to_owned(), link: out.len() + at, folds });
            }
            push_without(&mut out, piece, kept);
        }
    }
    marks.sort();
    marks.dedup_by(|a, b| a.place == b.place);
    (out, marks)
}

/// Finds an attribute in a tag without its `<`: where it starts, where it ends, its value.
fn without<'a>(tag: &'a str, attribute: &str) -> Option<(usize, usize, &'a str)> {
    let inside = &tag[..tag.find('>').unwrap_or(tag.len())];
    let at = inside.find(attribute)?;
    let from = at + attribute.len();
    let value = &inside[from..];
    if attribute == FOLD {
        // Written as `data-fold=""` where nothing was minified.
        let length = if value.starts_with("=\"\"") { 3 } else { 0 };
        return Some((at, from + length, ""));
    }
    Some(match value.strip_prefix('"') {
        Some(quoted) => {
            let length = quoted.find('"')?;
            (at, from + length + 2, &quoted[..length])
        }
        None => {
            let length = value.find(' ').unwrap_or(value.len());
            (at, from + length, &value[..length])
        }
    })
}

fn push_without(out: &mut String, tag: &str, cut: Option<(usize, usize, &str)>) {
    match cut {
        Some((start, end, _)) => {
            out.push_str(&tag[..start]);
            out.push_str(&tag[end..]);
        }
        None => out.push_str(tag),
    }
}

#[cfg(test)]
mod tests {
    use super::{Fragment, take_marks};

    fn navigation(html: &str) -> Fragment {
        let (navigation, marks) = take_marks(html);
        Fragment { navigation, marks, ..Fragment::default() }
    }

    #[test]
    fn the_current_link_is_marked_and_its_groups_unfold() {
        let minified = "<nav><details><summary>ق</summary><details class=group data-fold><ul><li><a data-place=ar/b/ href=../b/>ب</a></ul></details></details><a href=../ data-place=ar/>أ</a></nav>";
        let plain = "<nav><details><summary>ق</summary><details class=group data-fold=\"\"><ul><li><a data-place=\"ar/b/\" href=../b/>ب</a></ul></details></details><a href=../ data-place=\"ar/\">أ</a></nav>";
        for html in [minified, plain] {
            let fragment = navigation(html);
            let at = |place: &str, sections: &[&str]| {
                let sections: Vec<String> = sections.iter().map(|it| (*it).to_owned()).collect();
                fragment.navigation_for(place, &sections).concat()
            };
            let none = "<nav><details><summary>ق</summary><details class=group><ul><li><a href=../b/>ب</a></ul></details></details><a href=../>أ</a></nav>";
            assert_eq!(at("ar/c/", &[]), none);
            assert_eq!(at("ar/", &[]), none.replace("<a href=../>", "<a href=../ aria-current=page>"));
            let unfolded = none.replace("class=group", "class=group open");
            assert_eq!(at("ar/b/", &["ar/"]), unfolded.replace("<a href=../b/", "<a aria-current=page href=../b/"));
            assert_eq!(
                at("ar/b/x/", &["ar/b/", "ar/"]),
                unfolded.replace("<a href=../b/", "<a aria-current=true href=../b/")
            );
        }
    }
}
