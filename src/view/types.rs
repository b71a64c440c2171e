//! What a template may see: finished, plain values with nothing left to look up.
//!
//! Rules that hold for every type here:
//! - A field named `html` (or ending in `_html`) is safe HTML made by Rust, with foreign runs already isolated; templates print it as it is.
//!   Every other text field is plain and is escaped by the template engine.
//! - A field named `href` is a finished link, relative to the page that shows it (absolute only where its doc says so).
//! - An `Option` that is `None` and a `Vec` that is empty mean: print nothing, not even the label.
//! - All values are `Hash`, so that a page's fingerprint is its complete dependency record.

use serde::Serialize;

/// A language as templates need it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct LangView {
    /// BCP 47 tag.
    pub tag: String,
    /// `ltr` or `rtl`.
    pub dir: String,
    /// Its own name for itself: `العربية`, `English`.
    pub name: String,
}

/// One finished page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct PageView {
    /// The page's address below the site's root: `ar/mandates/resolution-7833/`. Names the page in diagnostics and marks it in the navigation.
    pub place: String,
    /// Addresses of the navigation links under which the page lies, nearest first; the first that the navigation holds is marked as current section.
    pub sections: Vec<String>,
    /// The page's language.
    pub lang: LangView,
    /// The page's own title, plain: no markup, foreign runs isolated by U+2066..U+2069.
    pub title: String,
    /// The same title for the heading.
    pub title_html: String,
    /// Content of `<title>`: the page's title and the site's, plain.
    pub document_title: String,
    /// One or two plain sentences for search engines and previews.
    pub description: Option<String>,
    /// The page's own absolute address.
    pub canonical: Option<String>,
    /// The same page in every language that has it (itself included) and `x-default`.
    pub alternates: Vec<Alternate>,
    /// How others show the page when it is linked; pages that only lead elsewhere have none.
    pub preview: Option<PreviewView>,
    /// The tags by which reference managers know the page.
    pub reference: Option<ReferenceView>,
    /// What the page says of itself to machines: JSON that is safe inside `script`.
    pub linked_data: Option<String>,
    /// Keeps the page out of search engines.
    pub is_unlisted: bool,
    /// The page on which all its languages stand side by side.
    pub parallel: Option<LinkView>,
    /// The page in the site's languages, in declared order, its own included: the language switch.
    pub languages: Vec<Twin>,
    /// Says that the text is not there in the page's language, and shown in another.
    pub notice: Option<NoticeView>,
    /// The way from the home page to the page above this one, without the page itself.
    pub breadcrumbs: Vec<LinkView>,
    /// What kind of thing the page shows, above the title, with a link to the list of that kind.
    pub kind: Option<LinkView>,
    /// The headings, in order; two levels are shown.
    pub contents: Vec<ContentsEntry>,
    /// Lists of kinds that the author wants below the text.
    pub lists: Vec<ListView>,
    /// The page before this one in its list.
    pub previous: Option<LinkView>,
    /// The page after this one in its list.
    pub next: Option<LinkView>,
    /// When the page was last changed, as its author says.
    pub updated: Option<DateView>,
    /// Languages whose title or facts changed while this page's did not follow: a link to the page there, the remark in its note.
    pub stale: Vec<LinkView>,
    /// The prose: safe HTML, without the title. Not seen by templates; put into the page after rendering.
    #[serde(skip)]
    pub body: String,
    /// What only this template shows.
    pub content: Content,
}

/// What a link preview shows (OpenGraph).
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct PreviewView {
    /// `article` for records and texts, else `website`.
    pub of_type: String,
    /// The site's title, plain.
    pub site: String,
    /// The language with its most likely territory: `ar_EG`.
    pub locale: String,
    /// The same for the other languages that have the page.
    pub other_locales: Vec<String>,
    /// The day on which the content last changed.
    pub updated: Option<String>,
    /// The picture: an absolute address.
    pub image: Option<ImageView>,
}

/// What reference managers read from the head of a page (Highwire Press tags).
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct ReferenceView {
    /// The title without isolation.
    pub title: String,
    /// The publisher, who is the author too.
    pub publisher: Option<String>,
    /// `2026/11/23`, or as much of it as is known.
    pub date: Option<String>,
    /// Tag of the language.
    pub language: String,
}

/// What one page template shows besides the common parts.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "template", rename_all = "kebab-case")]
pub enum Content {
    /// The home page of a language.
    Home(HomeView),
    /// A Markdown text, or the index text of a folder.
    Text(TextView),
    /// A record.
    Record(RecordView),
    /// The list of a kind or folder.
    List(ListView),
    /// All pages of a language from the first letter to the last.
    IndexAz(IndexView),
    /// All dated pages by year.
    IndexYears(IndexView),
    /// The search page.
    Search(SearchView),
    /// How the languages of the site stand to each other.
    Parity(ParityView),
    /// The language-neutral page of a record.
    Identity(BilingualView),
    /// The page at the site's root.
    Root(BilingualView),
    /// The page for addresses that do not exist; its links are absolute paths.
    NotFound(BilingualView),
    /// All languages of a page side by side.
    Parallel(ParallelView),
    /// A page that only leads elsewhere.
    Redirect(RedirectView),
}

impl Content {
    /// Returns the name of the template file, without folder and ending.
    pub fn template(&self) -> &'static str {
        match self {
            Self::Home(_) => "home",
            Self::Text(_) => "text",
            Self::Record(_) => "record",
            Self::List(_) => "list",
            Self::IndexAz(_) => "index-az",
            Self::IndexYears(_) => "index-years",
            Self::Search(_) => "search",
            Self::Parity(_) => "parity",
            Self::Identity(_) => "identity",
            Self::Root(_) => "root",
            Self::NotFound(_) => "404",
            Self::Parallel(_) => "parallel",
            Self::Redirect(_) => "redirect",
        }
    }
}

impl Default for Content {
    fn default() -> Self {
        Self::Text(TextView::default())
    }
}

// ---- Small parts ----

/// A link, or a name without a page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct LinkView {
    /// Where it leads; a name without a page has none.
    pub href: Option<String>,
    /// The linked words.
    pub html: String,
    /// The language of the words (and of the page they lead to) when it is not the page's own.
    pub lang: Option<LangView>,
    /// What stands after the link, unlinked: a date, a place, how many.
    pub note_html: Option<String>,
}

/// One language of the language switch.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Twin {
    /// The language.
    pub lang: LangView,
    /// The page in that language; `None` where it does not exist.
    pub href: Option<String>,
    /// Whether it is the language of this page.
    pub is_current: bool,
    /// Says, in the language of this page, that the page does not exist in that one.
    pub missing: Option<String>,
}

/// What a page says where its text is shown in another language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct NoticeView {
    /// The sentence, plain.
    pub text: String,
    /// The page in the language of the text, where this page only stands in for it.
    pub link: Option<LinkView>,
}

/// An `hreflang` line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Alternate {
    /// Language tag or `x-default`.
    pub hreflang: String,
    /// Absolute address.
    pub href: String,
}

/// A date for reading, with its machine-readable form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct DateView {
    /// The date in the page's language.
    pub html: String,
    /// Value of `<time datetime>`: a day, month or year of ISO 8601; spans, quarters and doubtful dates have none.
    pub iso: Option<String>,
    /// The same day in the site's second calendar, with the calendar's name.
    pub second_html: Option<String>,
}

/// One line of the contents.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct ContentsEntry {
    /// `#block-id`.
    pub href: String,
    /// The heading's words, without links.
    pub html: String,
    /// The headings under it.
    pub children: Vec<ContentsEntry>,
}

/// How a status or other choice is coloured. The word always stands beside the colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tone {
    /// No judgement.
    #[default]
    Neutral,
    /// Done, in force, confirmed.
    Done,
    /// Under way, to be checked.
    Underway,
    /// Planned.
    Planned,
    /// Archived, superseded.
    Archived,
    /// Refused, disputed.
    Refused,
}

// ---- Values and facts ----

/// One value of a field.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Value {
    /// Words, a place, a Boolean's word.
    Text {
        /// The words.
        html: String,
        /// Their language when it is not the page's own.
        lang: Option<LangView>,
    },
    /// A reference to a record.
    Link(LinkView),
    /// A date.
    Date(DateView),
    /// A number, formatted.
    Number {
        /// The digits of the page's digit family.
        text: String,
    },
    /// An identifier, symbol or other sign that stays left-to-right.
    Code {
        /// The sign.
        text: String,
    },
    /// A web address, e-mail address or phone number.
    Address {
        /// The address, `mailto:` or `tel:` included.
        href: String,
        /// What is shown; stays left-to-right.
        text: String,
    },
    /// One of a list of choices.
    Choice {
        /// The choice's name in the kind.
        name: String,
        /// Its label.
        html: String,
        /// Its colour.
        tone: Tone,
    },
    /// Text quoted exactly as found.
    Verbatim {
        /// The text.
        html: String,
        /// Its language when it is not the page's own.
        lang: Option<LangView>,
    },
    /// Prose of several blocks.
    Long {
        /// The blocks.
        html: String,
        /// Their language when it is not the page's own.
        lang: Option<LangView>,
    },
}

impl Default for Value {
    fn default() -> Self {
        Self::Text { html: String::new(), lang: None }
    }
}

/// One field of a record.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Fact {
    /// The field's name in the kind.
    pub name: String,
    /// The field's label.
    pub label_html: String,
    /// Its values: several for lists and for values that change with time or source.
    pub values: Vec<FactValue>,
}

/// One value of a field with what is known about it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct FactValue {
    /// The value.
    pub value: Value,
    /// From when until when it holds, in words.
    pub validity_html: Option<String>,
    /// Whether it is no longer valid at the page's date; shown weaker, never hidden.
    pub is_former: bool,
    /// A remark.
    pub note_html: Option<String>,
    /// The sources that say so.
    pub sources: Vec<SourceMark>,
}

/// A small numbered link from a fact to one of the page's sources.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct SourceMark {
    /// The number of the source on this page.
    pub number: String,
    /// `#` and the id of the source in the list of sources.
    pub href: String,
    /// What it leads to, plain: number and title.
    pub label: String,
}

/// A source in the list at the end of a record.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct SourceView {
    /// Its id on this page: `source_<key>`.
    pub id: String,
    /// Its number on this page.
    pub number: String,
    /// Its title, linked to its page.
    pub link: LinkView,
}

/// Other records that this record names, or that name it, under one label.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct RelationGroup {
    /// What the relation says, seen from this page.
    pub label_html: String,
    /// Whether other records name this one, rather than the reverse.
    pub is_inverse: bool,
    /// The records.
    pub links: Vec<LinkView>,
    /// The complete list, where only the first ones are shown.
    pub more: Option<LinkView>,
}

// ---- Lists ----

/// How a list is laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Layout {
    /// Boxes with title and key facts.
    #[default]
    Cards,
    /// A table: title, then the columns.
    Table,
    /// Terms with their definitions.
    Terms,
    /// A line of dated events, grouped by year.
    Timeline,
    /// One line each: title and date.
    Rows,
    /// A tree of units.
    Organigram,
}

/// A list of pages or records.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct ListView {
    /// The layout.
    pub layout: Layout,
    /// A heading above the list, where it is a part of a page.
    pub title_html: Option<String>,
    /// The same, plain.
    pub title: Option<String>,
    /// How many there are, in words.
    pub count: Option<String>,
    /// Heads of the columns after the title; for `table` only.
    pub columns_html: Vec<String>,
    /// The head of the title's column; for `table` only.
    pub title_column_html: Option<String>,
    /// The entries; a list without groups has one group without a title.
    pub groups: Vec<ListGroup>,
    /// Links to parts of the list.
    pub facets: Vec<Facet>,
    /// Where the list is spread over several pages.
    pub pages: Option<Pagination>,
    /// The complete list, where only the first entries are shown.
    pub more: Option<LinkView>,
    /// The same in forms for programs.
    pub downloads: Vec<LinkView>,
}

/// A part of a list under one heading: a letter, a year.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct ListGroup {
    /// The id of the heading, for links to it.
    pub id: Option<String>,
    /// The heading.
    pub title: Option<String>,
    /// The entries.
    pub entries: Vec<Entry>,
}

/// One page or record in a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Entry {
    /// The id of the entry on this page, for links to it.
    pub id: Option<String>,
    /// Its title, linked to its page.
    pub link: LinkView,
    /// Its place in an ordered list.
    pub number: Option<String>,
    /// The label of its kind, where kinds are mixed.
    pub kind_html: Option<String>,
    /// Its date.
    pub date: Option<DateView>,
    /// Its title in the other languages: for `terms`.
    pub equivalents: Vec<Equivalent>,
    /// A sentence about it, or a term's definition.
    pub summary_html: Option<String>,
    /// Its key facts: at most three on cards; one for each column of a table, in order, some of them empty.
    pub facts: Vec<Fact>,
    /// Its first source.
    pub source: Option<LinkView>,
    /// What marks it among the others: for `organigram`.
    pub mark: Option<Fact>,
    /// The entries below it: for `organigram`.
    pub children: Vec<Entry>,
}

/// Words in another language that mean the same.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Equivalent {
    /// Their language.
    pub lang: LangView,
    /// The words.
    pub html: String,
}

/// Links to parts of a list by one property.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Facet {
    /// The property's label.
    pub label_html: String,
    /// The way back to the whole list, where only a part is shown.
    pub clear: Option<LinkView>,
    /// One link for each value, with its count as note.
    pub links: Vec<LinkView>,
}

/// The pages of a long list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Pagination {
    /// Where the list begins before this page.
    pub previous: Option<String>,
    /// Where it goes on.
    pub next: Option<String>,
    /// The pages by number.
    pub pages: Vec<PageNumber>,
}

/// One page of a long list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct PageNumber {
    /// Its number.
    pub text: String,
    /// Where it is.
    pub href: String,
    /// Whether it is this page.
    pub is_current: bool,
}

// ---- Pages ----

/// The home page of a language. The lead is the page's body.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct HomeView {
    /// The first paragraph: what the site is. The rest of the text is the page's body, below the doors.
    pub lead_html: Option<String>,
    /// The ways into the site: title, a sentence, how many.
    pub doors: Vec<Entry>,
    /// Lists shown on the home page, such as the timeline.
    pub lists: Vec<ListView>,
    /// What changed last.
    pub recent: Vec<LinkView>,
}

/// A text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct TextView {
    /// The date of the text itself.
    pub date: Option<DateView>,
    /// A sentence above the text.
    pub summary_html: Option<String>,
    /// Its tags.
    pub tags: Vec<LinkView>,
    /// The pages of its folder, on the folder's index page.
    pub pages: Option<ListView>,
    /// Pages and records that link to it.
    pub relations: Vec<RelationGroup>,
    /// How to cite it.
    pub cite: Option<Box<CiteView>>,
}

/// A record. Its prose is the page's body.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct RecordView {
    /// The kind's name; a theme's `records/<kind>.html` shows records of that kind.
    pub kind: String,
    /// A sentence above the facts.
    pub summary_html: Option<String>,
    /// The text above the facts, where the kind has one in place of a sentence.
    pub lead: Option<Value>,
    /// The facts in the order of the kind, without relations.
    pub facts: Vec<Fact>,
    /// The relations in both directions.
    pub relations: Vec<RelationGroup>,
    /// The sources.
    pub sources: Vec<SourceView>,
    /// How to cite it.
    pub cite: Option<CiteView>,
}

/// How to cite a page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct CiteView {
    /// The reference in words, in each of the usual styles.
    pub styles: Vec<CiteStyle>,
    /// The permanent address: absolute; of a record in no language.
    pub address: Option<String>,
    /// A relative link to it, where it is another page.
    pub href: Option<String>,
    /// The digest of the page's content.
    pub version: Option<String>,
    /// Further forms: files for reference managers, data.
    pub links: Vec<LinkView>,
}

/// A reference in one style.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct CiteStyle {
    /// The style's name.
    pub label: String,
    /// The reference.
    pub html: String,
}

/// An index of many pages: by letter or by year.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct IndexView {
    /// How many there are, in words.
    pub count: Option<String>,
    /// The letters or years.
    pub groups: Vec<ListGroup>,
}

/// The search page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct SearchView {
    /// Where the form leads: the search page itself.
    pub action: String,
    /// The search's script (`Theme::search` behind the way to the root).
    pub script: String,
    /// The indexes below the site's root: `ar=… en=…`.
    pub addresses: String,
    /// The indexes: letters, years.
    pub indexes: Vec<LinkView>,
    /// The kinds with how many records each has.
    pub kinds: Vec<LinkView>,
}

/// How the languages of the site stand to each other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct ParityView {
    /// The sections of the site, then all of it.
    pub rows: Vec<ParityRow>,
    /// What is not complete: a group per section.
    pub groups: Vec<ListGroup>,
}

/// The pages of a section, counted by how their languages stand to each other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct ParityRow {
    /// The section; the last row, which is all of the site, has a name without a link.
    pub link: LinkView,
    /// All pages with texts.
    pub total: String,
    /// Pages that say the same in every language.
    pub complete: String,
    /// Pages of which one language did not follow a change.
    pub stale: String,
    /// Pages of which a language has not everything.
    pub missing: String,
    /// Pages that nobody has compared yet.
    pub unaccepted: String,
}

/// A page that speaks every language of the site at once, the default language first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct BilingualView {
    /// One part for each language.
    pub parts: Vec<LanguagePart>,
    /// The key of the record: identity pages only.
    pub key: Option<String>,
    /// The permanent address: identity pages only.
    pub address: Option<String>,
    /// Data files of the record: identity pages only.
    pub links: Vec<LinkView>,
}

/// What a page in several languages says in one of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct LanguagePart {
    /// The language.
    pub lang: LangView,
    /// The site's title, or the record's, in that language.
    pub title_html: String,
    /// The label of the record's kind.
    pub kind_html: Option<String>,
    /// A sentence.
    pub summary_html: Option<String>,
    /// The page in that language; `None` where there is none.
    pub href: Option<String>,
    /// Further links: home, search, indexes.
    pub links: Vec<LinkView>,
}

/// All languages of a page side by side, part by part. The parts of its texts are the page's body.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct ParallelView {
    /// The direction in which the columns follow each other: that of the first.
    pub dir: String,
    /// The languages, from the right to the left.
    pub columns: Vec<ParallelColumn>,
    /// The text above the fields, in rows, where a record has one.
    pub lead_html: String,
    /// The fields of a record, one row each.
    pub facts: Vec<ParallelRow>,
    /// What stands below the text, one row each. Each cell is rendered in its own language before the page is.
    #[serde(skip)]
    pub ends: Vec<Vec<ParallelEnd>>,
}

/// A part of a side-by-side page below its text, in one language: a list, the sources or the cite box.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct ParallelEnd {
    /// The language.
    pub lang: LangView,
    /// What the ids of this column begin with.
    pub prefix: String,
    /// A list of a kind.
    pub list: Option<ListView>,
    /// The sources of a record.
    pub sources: Vec<SourceView>,
    /// How to cite the page in this language.
    pub cite: Option<CiteView>,
}

/// One language of a side-by-side page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct ParallelColumn {
    /// The language.
    pub lang: LangView,
    /// The site's title.
    pub site_html: String,
    /// The home page.
    pub home: String,
    /// The page's title.
    pub title_html: String,
    /// What kind of thing the page shows.
    pub kind_html: Option<String>,
    /// The way back: the page in this language alone.
    pub page: LinkView,
}

/// What stands side by side.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct ParallelRow {
    /// Its id, for links to it.
    pub id: String,
    /// Names the link to it.
    pub label: String,
    /// A field in each language, in the order of the columns.
    pub cells: Vec<ParallelCell>,
}

/// A field of a record in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct ParallelCell {
    /// The language.
    pub lang: LangView,
    /// The field; with several values, only those of this language.
    pub fact: Fact,
    /// Says, in this language, that the field is not translated into it.
    pub gap: Option<String>,
}

/// A page that only leads elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct RedirectView {
    /// Where: relative.
    pub href: String,
    /// The title of the page there.
    pub html: String,
}

// ---- What many pages share ----

/// Everything around the pages of one language at one depth: header, navigation, footer. All links are relative to that depth.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct SharedView {
    /// The language.
    pub lang: LangView,
    /// The site's title, plain.
    pub title: String,
    /// The site's title for the header, in short where the site has a short one.
    pub title_html: String,
    /// A line under the title.
    pub tagline_html: Option<String>,
    /// The home page of the language.
    pub home: String,
    /// Where the search form leads.
    pub search: String,
    /// The style sheet (`Theme::stylesheet` behind the way to the root).
    pub stylesheet: String,
    /// The site's icon (`Theme::icon` behind the way to the root).
    pub icon: Option<String>,
    /// The script that waits for the reader to turn to search (`Theme::loader` behind the way to the root).
    pub loader: String,
    /// The file name of the search's script, beside the loader.
    pub script: String,
    /// The OpenSearch description of the language.
    pub opensearch: String,
    /// A logo before the title.
    pub logo: Option<ImageView>,
    /// The feed of the language.
    pub feed: Option<FeedView>,
    /// The navigation.
    pub navigation: Vec<NavGroup>,
    /// The footer.
    pub footer: FooterView,
}

/// A picture.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct ImageView {
    /// The file.
    pub src: String,
    /// What it shows; empty for decoration.
    pub alt: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// A feed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct FeedView {
    /// The file.
    pub href: String,
    /// Its title.
    pub title: String,
}

/// Links of the navigation under one heading.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct NavGroup {
    /// The heading; the first group often has none.
    pub title_html: Option<String>,
    /// Whether it is folded until one of its links is current.
    pub is_folded: bool,
    /// The links.
    pub links: Vec<NavLink>,
}

/// One link of the navigation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct NavLink {
    /// The target's address below the site's root, as in `PageView::place`.
    pub place: String,
    /// The link, relative to the depth.
    pub href: String,
    /// The words.
    pub html: String,
    /// Links under it.
    pub links: Vec<NavLink>,
}

/// The foot of every page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct FooterView {
    /// Paragraphs: publisher, source, licence.
    pub texts_html: Vec<String>,
    /// Links: about, accessibility, how to cite, contribute.
    pub links: Vec<LinkView>,
    /// The version of the content.
    pub version: Option<String>,
}
