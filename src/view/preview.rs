//! What others show of a page: the description for search engines and previews, OpenGraph.

use super::{Env, ImageView, PageView, PreviewView, prose, record, scene::Scene};
use crate::{
    base::{Dir, PartialDate, Point, Route},
    locale::ids,
    site::{Page, PageKind, PageRef},
};

/// A description has at most so many characters, isolation included.
const LIMIT: usize = 160;
/// A sentence that ends after so many characters is description enough.
const ENOUGH: usize = 80;

/// Describes a page: by its author's summary, by what it is, else by the first sentences of its text.
pub(super) fn description(scene: &Scene<'_>, page: &Page) -> Option<String> {
    let (site, lang) = (scene.site(), scene.lang);
    let of_kind = || match page.kind {
        PageKind::Folder { kind: Some(kind) } => site.kinds.all()[kind].description.get(lang).cloned(),
        PageKind::Record(id) => record::summary(scene, id),
        PageKind::Home => site.config.description.get(lang).cloned(),
        PageKind::Letters => Some(scene.text(ids::INDEX_DESCRIPTION)),
        PageKind::Years => Some(scene.text(ids::YEARS_DESCRIPTION)),
        _ => None,
    };
    let from_text = || page.texts.get(lang).and_then(|it| prose::summary(scene, it));
    let of_site = || site.config.description.get(lang).cloned();
    let words = page.summary(lang).map(str::to_owned).or_else(of_kind).or_else(from_text).or_else(of_site)?;
    Some(short(scene, &words))
}

/// Cuts at the end of a sentence or word so that the text with its isolation fits.
pub(super) fn short(scene: &Scene<'_>, words: &str) -> String {
    let mut limit = LIMIT;
    loop {
        let text = closed(scene.plain(&cut(words, limit)));
        let over = text.chars().count().saturating_sub(LIMIT);
        if over == 0 || limit <= over {
            return text;
        }
        limit -= over;
    }
}

fn cut(words: &str, limit: usize) -> String {
    let Some((end, _)) = words.char_indices().nth(limit) else { return words.to_owned() };
    let room = &words[..end];
    let is_end = |(at, it): &(usize, char)| {
        matches!(it, '.' | '؟' | '?' | '!') && words[at + it.len_utf8()..].starts_with(char::is_whitespace)
    };
    let enough = room.char_indices().nth(ENOUGH).map_or(room.len(), |(at, _)| at);
    if let Some((at, it)) = room.char_indices().rev().find(is_end).filter(|(at, _)| *at >= enough) {
        return room[..at + it.len_utf8()].to_owned();
    }
    // One place is the ellipsis's.
    let room = room.char_indices().next_back().map_or("", |(at, _)| &room[..at]);
    let end = if words[room.len()..].starts_with(char::is_whitespace) {
        room.len()
    } else {
        room.rfind(char::is_whitespace).unwrap_or(room.len())
    };
    format!("{}…", room[..end].trim_end_matches(['،', ',', ';', '؛', ':', ' ']))
}

/// Ends isolates of the author's own whose end was cut off.
fn closed(mut text: String) -> String {
    let mut open = 0usize;
    for it in text.chars() {
        match it {
            '\u{2066}'..='\u{2068}' => open += 1,
            '\u{2069}' => open = open.saturating_sub(1),
            _ => {}
        }
    }
    text.extend(std::iter::repeat_n('\u{2069}', open));
    text
}

/// Returns what the preview of a page shows besides its title, description and address.
pub(super) fn preview(scene: &Scene<'_>, page: Option<&Page>, view: &PageView) -> PreviewView {
    let is_article = page.is_some_and(|it| matches!(it.kind, PageKind::Record(_) | PageKind::Text));
    let updated = page.and_then(|it| it.updated.get(scene.lang)).filter(|_| is_article).and_then(day);
    let others = scene.languages().iter().filter(|it| *it != scene.lang).filter(|lang| {
        let tag = scene.languages().tag(*lang);
        view.alternates.iter().any(|it| it.hreflang == tag)
    });
    PreviewView {
        of_type: if is_article { "article" } else { "website" }.to_owned(),
        site: scene.plain(scene.site().config.title(scene.lang)),
        locale: scene.locale.territory().to_owned(),
        other_locales: others.map(|it| scene.env.locales.get(it).territory().to_owned()).collect(),
        updated,
        image: page.filter(|_| has_cards(scene.env)).map(|_| image(scene, view)),
    }
}

/// Width and height of a card in pixels, as the services that show previews ask for.
pub const CARD_SIZE: (u32, u32) = (1200, 630);

/// What the picture of a page for previews shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The page's title.
    pub title: String,
    /// The site's title.
    pub site: String,
    /// What kind of thing the page shows; perhaps empty.
    pub kind: String,
    /// The direction of its language.
    pub dir: Dir,
    /// Ground, ink and accent.
    pub colours: [String; 3],
}

/// Tells whether this program draws cards and the site wants them.
fn has_cards(env: Env<'_>) -> bool {
    cfg!(feature = "cards") && !env.site.config.design.card.is_empty()
}

/// Returns the address of a page's card.
pub fn card_route(route: &Route) -> Route {
    Route(format!("cards/{}.png", route.0.trim_end_matches('/')))
}

/// Returns what the card of a page shows; nothing for pages that previews do not show.
pub fn card(env: Env<'_>, unit: PageRef) -> Option<Card> {
    let (site, page) = (env.site, env.site.page(unit.page));
    if !has_cards(env) || page.kind == PageKind::Search {
        return None;
    }
    let kind = match page.kind {
        PageKind::Record(id) => site.kind_of(id).label.get_or_first(unit.lang).map(|(_, it)| it.clone()),
        _ => None,
    };
    let colour = |name: &str, theme: &str| {
        let own = site.config.design.colours.iter().find(|it| it.name.value == name);
        own.and_then(|it| it.light.as_ref()).map_or(theme, |it| it.value.as_str()).to_owned()
    };
    Some(Card {
        title: page.title(unit.lang).to_owned(),
        site: site.config.name(unit.lang).to_owned(),
        kind: kind.unwrap_or_default(),
        dir: site.languages().dir(unit.lang),
        colours: [colour("band", "#faf8f3"), colour("ink", "#17212b"), colour("accent", "#0b4f5c")],
    })
}

fn image(scene: &Scene<'_>, view: &PageView) -> ImageView {
    ImageView {
        src: scene.site().config.absolute(&card_route(&scene.route).0),
        alt: view.title.clone(),
        width: CARD_SIZE.0,
        height: CARD_SIZE.1,
    }
}

/// OpenGraph knows days only.
fn day(date: &PartialDate) -> Option<String> {
    let is_day = matches!(date.start, Point::Day(..)) && date.end.is_none() && !date.approximate && !date.uncertain;
    is_day.then(|| date.start.notation())
}

#[cfg(test)]
mod tests {
    use super::{closed, cut};

    #[test]
    fn a_description_ends_at_a_sentence_or_a_word() {
        let sentence = "كلمة ".repeat(18)
            + "أخيرة. وهذه جملة أخرى طويلة لا يسعها المكان كله فلا تدخل في الوصف أبدًا ولو كانت مهمة جدًا للقارئ الكريم";
        assert!(cut(&sentence, 160).ends_with("أخيرة."), "{}", cut(&sentence, 160));
        let words = "كلمة ".repeat(60);
        let short = cut(&words, 160);
        assert!(short.ends_with("كلمة…") && short.chars().count() <= 160, "{short}");
        assert_eq!(cut("قصير", 160), "قصير");
        assert_eq!(cut(&"ا".repeat(200), 160).chars().count(), 160);
    }

    #[test]
    fn what_was_cut_open_is_closed() {
        assert_eq!(closed("أ \u{2066}b".to_owned()), "أ \u{2066}b\u{2069}");
        assert_eq!(closed("أ \u{2066}b\u{2069}".to_owned()), "أ \u{2066}b\u{2069}");
    }
}
