//! Walks the nodes once and writes as it goes.

use std::{borrow::Cow, fmt::Write, ops::Range};

use crate::{
    base::Dir,
    markdown::{
        document::{Alert, Align, Attributes, Document, Kind, Node},
        parts::{Form, PageIds, Part},
    },
    text::{
        bidi::{self, Around},
        normal,
    },
};

use super::{
    Resolved, Slotted,
    escape::{self, escape},
    runs::Line,
};

pub(in crate::markdown) struct Writer<'a> {
    pub(super) doc: &'a Document,
    pub(super) with: &'a Resolved<'a>,
    pub(super) out: &'a mut String,
    pub(super) state: State,
    /// Added to the level of every heading.
    shift: u8,
    tables: usize,
    pub(super) open: Vec<Open>,
    /// The line of words that is being written.
    pub(super) line: Line,
    /// How many notices are written.
    noticed: usize,
    pub(super) in_link: bool,
    /// A paragraph before whose end the ways back from a footnote belong.
    pub(super) last_of_note: Option<(u32, u32)>,
    /// Where several texts share a page: what is known of its ids.
    pub(super) shared: Option<Shared<'a>>,
}

/// What a text knows of the page that it shares with its translations.
pub(super) struct Shared<'a> {
    /// The block of the part that is being written, whose id the page gives.
    own: u32,
    /// The ids of the page.
    pub ids: PageIds<'a>,
}

/// What holds for the text that is being written.
#[derive(Clone, Copy)]
pub(super) struct State {
    pub dir: Dir,
    /// Quoted as found: nothing is corrected.
    pub is_verbatim: bool,
}

/// An element that is to be closed.
pub(super) struct Open {
    /// The node that it is made of; none for the markup of a run that several nodes share.
    pub node: Option<u32>,
    pub end: u32,
    pub close: &'static str,
    /// What holds outside of it.
    pub outside: State,
}

impl<'a> Writer<'a> {
    pub(super) fn new(doc: &'a Document, with: &'a Resolved<'a>, out: &'a mut String) -> Self {
        let skipped = usize::from(with.options.drop_title && doc.title.is_some());
        let top = doc.headings.iter().skip(skipped).map(|it| it.level).min().unwrap_or(1);
        let shift = with.options.top_level.saturating_sub(top);
        let state = State { dir: with.around.dir, is_verbatim: false };
        Self {
            doc,
            with,
            out,
            state,
            shift,
            tables: 0,
            open: Vec::new(),
            line: Line::default(),
            noticed: 0,
            in_link: false,
            last_of_note: None,
            shared: None,
        }
    }

    /// Returns a writer for parts of a text beside those of its translations.
    pub(in crate::markdown) fn sharing(
        doc: &'a Document,
        with: &'a Resolved<'a>,
        ids: PageIds<'a>,
        out: &'a mut String,
    ) -> Self {
        Self { shared: Some(Shared { own: 0, ids }), ..Self::new(doc, with, out) }
    }

    /// Writes one part, with the list around it, and returns where it stands.
    pub(in crate::markdown) fn part(&mut self, part: &Part<'_>) -> Range<usize> {
        let from = self.out.len();
        if let Some(shared) = &mut self.shared {
            shared.own = self.doc.nodes.get(part.start as usize).map_or(0, |it| it.block);
        }
        match part.form {
            Form::Plain => self.flow(part.start, part.end),
            Form::Item(list, None) => {
                let has_tasks = self.holds_tasks(list, &self.doc.nodes[list as usize]);
                self.out.push_str(if has_tasks { "<ul class=\"tasks\">" } else { "<ul>" });
                self.flow(part.start, part.end);
                self.out.push_str("</ul>");
            }
            Form::Item(_, Some(number)) => {
                self.counted(number);
                self.flow(part.start, part.end);
                self.out.push_str("</ol>");
            }
            Form::Terms => {
                self.out.push_str("<dl>");
                self.flow(part.start, part.end);
                self.out.push_str("</dl>");
            }
            Form::NotesTitle => self.notes_title(),
            Form::Note(rank) => {
                self.counted(u64::from(self.doc.notes[rank as usize].number));
                self.note(rank);
                self.out.push_str("</ol>");
            }
        }
        from..self.out.len()
    }

    /// Opens a list that begins with a number.
    fn counted(&mut self, first: u64) {
        self.out.push_str("<ol");
        if first != 1 {
            let _ = write!(self.out, " start=\"{first}\"");
        }
        self.out.push('>');
    }

    pub(super) fn write(mut self) {
        let title = self.doc.title.is_some() && self.with.options.drop_title;
        let start = if title { self.doc.nodes.first().map_or(0, |it| it.next) } else { 0 };
        self.flow(start, self.doc.nodes.len() as u32);
        self.notes();
    }

    /// Writes the nodes `at..end`, which lie side by side.
    pub(super) fn flow(&mut self, mut at: u32, end: u32) {
        let base = self.open.len();
        while at < end {
            while self.open.len() > base
                && let Some(open) = self.open.pop_if(|it| it.end <= at)
            {
                self.close(&open);
            }
            if base == 0 && self.open.is_empty() {
                self.notice(at);
            }
            at = self.node(at);
        }
        while self.open.len() > base
            && let Some(open) = self.open.pop()
        {
            self.close(&open);
        }
    }

    /// Writes a node up to its children and returns the node that follows.
    fn node(&mut self, at: u32) -> u32 {
        let node = &self.doc.nodes[at as usize];
        let inside = at + 1;
        if node.kind.is_inline() {
            if !(self.line.start..self.line.end).contains(&at) {
                self.begin_line(at);
            }
            self.begin_run(at);
        }
        match node.kind {
            Kind::Text(text, _) => {
                if self.is_code() {
                    escape(self.doc.text(text), self.out);
                } else if self.with.terms.is_empty() {
                    self.words(at, 0, self.doc.text(text));
                } else {
                    self.mentions(at, text);
                }
            }
            Kind::Code(text) => {
                self.out.push_str("<code dir=\"ltr\">");
                escape(self.doc.text(text), self.out);
                self.out.push_str("</code>");
            }
            Kind::Refused(text) => escape(self.doc.text(text), self.out),
            Kind::HardBreak => self.out.push_str("<br>"),
            Kind::Rule => self.out.push_str("<hr>"),
            Kind::Image(rank) => self.image(rank),
            Kind::Reference(rank) => self.reference(rank),
            Kind::Task(is_done) => self.task(is_done),
            Kind::Note(_) => return node.next,
            Kind::Link(rank) => return self.link(rank, at, node.next),
            Kind::Span(rank) => {
                let outside = self.state;
                self.span(&self.doc.spans[rank as usize]);
                self.enter_from(at, node, "</span>", outside);
            }
            Kind::Emphasis => self.plain(at, node, "<em>", "</em>"),
            Kind::Strong => self.plain(at, node, "<strong>", "</strong>"),
            Kind::Strikethrough => self.plain(at, node, "<del>", "</del>"),
            _ => self.block(at, node),
        }
        inside
    }

    /// Writes the notices before the blocks that a node of the topmost level holds.
    fn notice(&mut self, at: u32) {
        let notices = self.with.options.notices;
        let end = self.doc.nodes[at as usize].next;
        while let Some(notice) = notices.get(self.noticed) {
            let holds = |it: &Node| it.block as usize == notice.block + 1;
            if !self.doc.nodes[at as usize..end as usize].iter().any(holds) {
                return;
            }
            self.out.push_str(&notice.html);
            self.noticed += 1;
        }
    }

    fn block(&mut self, at: u32, node: &Node) {
        match node.kind {
            Kind::Paragraph => self.element(at, node, "p", "", "</p>"),
            Kind::Heading(rank) => self.heading(at, node, rank),
            Kind::Quote(None) => self.element(at, node, "blockquote", "", "</blockquote>"),
            Kind::Quote(Some(alert)) => self.alert(at, node, alert),
            Kind::CodeBlock(language) => {
                let outside = self.state;
                self.start(node, "pre", "");
                self.out.push_str(" dir=\"ltr\" tabindex=\"0\"><code");
                if let Some(language) = language {
                    self.out.push_str(" class=\"language-");
                    escape(self.doc.text(language), self.out);
                    self.out.push('"');
                }
                self.out.push('>');
                self.enter_from(at, node, "</code></pre>", outside);
            }
            Kind::RefusedBlock => self.plain(at, node, "<pre dir=\"ltr\" tabindex=\"0\"><code>", "</code></pre>"),
            Kind::List => {
                let class = if self.holds_tasks(at, node) { "tasks" } else { "" };
                self.element(at, node, "ul", class, "</ul>");
            }
            Kind::OrderedList(first) => {
                self.start(node, "ol", "");
                if first != 1 {
                    let _ = write!(self.out, " start=\"{first}\"");
                }
                self.out.push('>');
                self.enter(at, node, "</ol>");
            }
            Kind::Item => self.element(at, node, "li", "", "</li>"),
            Kind::DefinitionList => self.element(at, node, "dl", "", "</dl>"),
            Kind::Term => self.element(at, node, "dt", "", "</dt>"),
            Kind::Definition => self.element(at, node, "dd", "", "</dd>"),
            Kind::Table => self.table(at, node),
            Kind::TableHead => self.plain(at, node, "<thead><tr>", "</tr></thead>"),
            Kind::TableRow => self.plain(at, node, "<tr>", "</tr>"),
            Kind::Cell(align, is_head) => self.cell(at, node, align, is_head),
            _ => {}
        }
    }

    // Elements

    fn plain(&mut self, at: u32, node: &Node, open: &str, close: &'static str) {
        self.out.push_str(open);
        self.enter(at, node, close);
    }

    fn element(&mut self, at: u32, node: &Node, name: &str, class: &str, close: &'static str) {
        let outside = self.state;
        self.start(node, name, class);
        self.out.push('>');
        self.enter_from(at, node, close, outside);
    }

    /// Writes a start tag up to its own attributes: id, classes, language.
    fn start(&mut self, node: &Node, name: &str, class: &str) {
        self.out.push('<');
        self.out.push_str(name);
        let block = node.block as usize;
        if block > 0 {
            self.block_id(node);
        }
        match self.attributes(node.block) {
            Some(attributes) => self.classes_and_language(class, attributes),
            None if class.is_empty() => {}
            None => self.attribute("class", class),
        }
    }

    fn block_id(&mut self, node: &Node) {
        let info = &self.doc.blocks[node.block as usize - 1];
        match &mut self.shared {
            Some(shared) => {
                let id = format!("{}{}", shared.ids.prefix, info.id);
                if node.block != shared.own && shared.ids.taken.insert(id.clone()) {
                    self.attribute("id", &id);
                }
            }
            None if info.is_given || self.with.options.all_ids || matches!(node.kind, Kind::Heading(_)) => {
                self.id(&info.id);
            }
            None => {}
        }
    }

    fn attributes(&self, block: u32) -> Option<&'a Attributes> {
        if block == 0 || self.doc.attributes.is_empty() {
            return None;
        }
        let at = self.doc.attributes.binary_search_by_key(&block, |it| it.0).ok()?;
        Some(&self.doc.attributes[at].1)
    }

    pub(super) fn enter(&mut self, at: u32, node: &Node, close: &'static str) {
        self.enter_from(at, node, close, self.state);
    }

    pub(super) fn enter_from(&mut self, at: u32, node: &Node, close: &'static str, outside: State) {
        self.open.push(Open { node: Some(at), end: node.next, close, outside });
    }

    fn close(&mut self, open: &Open) {
        let Some(at) = open.node else { return self.out.push_str(open.close) };
        let node = &self.doc.nodes[at as usize];
        match node.kind {
            Kind::Link(_) => self.in_link = false,
            Kind::Paragraph => {
                if let Some((_, note)) = self.last_of_note.take_if(|(paragraph, _)| *paragraph == at) {
                    self.ways_back(note);
                }
            }
            _ => {}
        }
        self.out.push_str(open.close);
        // Behind the heading, so that its name is its own words alone.
        if let Kind::Heading(rank) = node.kind
            && self.shared.is_none()
        {
            self.permalink(rank);
        }
        if node.kind == Kind::TableHead && self.has_more_rows(open.end) {
            self.out.push_str("<tbody>");
        }
        self.state = open.outside;
    }

    fn is_code(&self) -> bool {
        let inner = self.open.last().and_then(|it| it.node).map(|it| self.doc.nodes[it as usize].kind);
        matches!(inner, Some(Kind::CodeBlock(_)))
    }

    fn heading(&mut self, at: u32, node: &Node, rank: u32) {
        let level = self.level(self.doc.headings[rank as usize].level);
        const NAMES: [(&str, &str); 6] =
            [("h1", "</h1>"), ("h2", "</h2>"), ("h3", "</h3>"), ("h4", "</h4>"), ("h5", "</h5>"), ("h6", "</h6>")];
        let (name, close) = NAMES[usize::from(level) - 1];
        self.element(at, node, name, "", close);
    }

    /// Returns the level at which a heading of the text stands in the page.
    pub(super) fn level(&self, written: u8) -> u8 {
        (written + self.shift).clamp(1, 6)
    }

    fn permalink(&mut self, rank: u32) {
        let heading = &self.doc.headings[rank as usize];
        self.out.push_str("<a class=\"anchor\" href=\"#");
        self.out.push_str(self.with.options.prefix);
        self.out.push_str(&heading.id);
        self.out.push_str("\" aria-label=\"");
        self.slotted(&self.with.labels.permalink, &heading.text);
        self.out.push_str("\"></a>");
    }

    fn alert(&mut self, at: u32, node: &Node, alert: Alert) {
        const CLASSES: [&str; 5] = [
            "alert alert-note",
            "alert alert-tip",
            "alert alert-important",
            "alert alert-warning",
            "alert alert-caution",
        ];
        let outside = self.state;
        self.start(node, "aside", CLASSES[alert as usize]);
        self.out.push_str(" role=\"note\"><p class=\"alert-title\">");
        escape(&self.with.labels.alerts[alert as usize], self.out);
        self.out.push_str("</p>");
        self.enter_from(at, node, "</aside>", outside);
    }

    fn table(&mut self, at: u32, node: &Node) {
        self.tables += 1;
        let outside = self.state;
        self.start(node, "section", "table");
        self.out.push_str(" tabindex=\"0\" aria-label=\"");
        let number = self.number(self.tables);
        self.slotted(&self.with.labels.table, &number);
        self.out.push_str("\"><table>");
        let has_rows = self.doc.nodes.get(at as usize + 1).is_some_and(|it| it.next < node.next);
        self.enter_from(at, node, if has_rows { "</tbody></table></section>" } else { "</table></section>" }, outside);
    }

    /// Tells whether the table that is open goes on behind its head.
    fn has_more_rows(&self, end_of_head: u32) -> bool {
        self.open.last().is_some_and(|it| it.end > end_of_head)
    }

    fn cell(&mut self, at: u32, node: &Node, align: Align, is_head: bool) {
        // A header cell without words heads nothing.
        let is_head = is_head && node.next > at + 1;
        self.out.push_str(if is_head { "<th scope=\"col\"" } else { "<td" });
        self.out.push_str(match align {
            Align::Natural => ">",
            Align::Start => " class=\"align-start\">",
            Align::Center => " class=\"align-center\">",
            Align::End => " class=\"align-end\">",
        });
        self.enter(at, node, if is_head { "</th>" } else { "</td>" });
    }

    fn holds_tasks(&self, at: u32, node: &Node) -> bool {
        let nodes = &self.doc.nodes;
        let first = nodes.get(at as usize + 2).filter(|_| node.next > at + 2);
        let first = first.map(|it| {
            if it.kind == Kind::Paragraph { nodes.get(at as usize + 3).map_or(it.kind, |it| it.kind) } else { it.kind }
        });
        matches!(first, Some(Kind::Task(_)))
    }

    fn task(&mut self, is_done: bool) {
        let labels = self.with.labels;
        let (class, label, sign) =
            if is_done { ("done", &labels.task_done, "☑") } else { ("open", &labels.task_open, "☐") };
        self.out.push_str("<span class=\"task task-");
        self.out.push_str(class);
        self.out.push_str("\" role=\"img\" aria-label=\"");
        escape(label, self.out);
        self.out.push_str("\">");
        self.out.push_str(sign);
        self.out.push_str("</span> ");
    }

    // Parts of tags

    pub(super) fn text(&mut self, text: &str) {
        let around = Around { dir: self.state.dir, languages: self.with.around.languages };
        if self.doc.is_clean {
            return bidi::html(text, &around, self.out);
        }
        let corrected = if self.state.is_verbatim { Cow::Borrowed(text) } else { normal::clean(text) };
        bidi::html(&escape::without_controls(&corrected), &around, self.out);
    }

    /// Writes an attribute that readers see or hear: with the isolation that markup would give.
    pub(super) fn shown(&mut self, name: &str, value: &str) {
        let isolated = bidi::isolate(value, self.state.dir);
        self.attribute(name, &isolated);
    }

    pub(super) fn attribute(&mut self, name: &str, value: &str) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        escape(value, self.out);
        self.out.push('"');
    }

    pub(super) fn id(&mut self, id: &str) {
        self.out.push_str(" id=\"");
        self.out.push_str(self.with.options.prefix);
        self.out.push_str(id);
        self.out.push('"');
    }

    pub(super) fn slotted(&mut self, label: &Slotted, value: &str) {
        escape(&label.before, self.out);
        escape(&bidi::isolate(value, self.with.around.dir), self.out);
        escape(&label.after, self.out);
    }

    /// Writes a number in the digits of the page.
    pub(super) fn number(&self, number: usize) -> String {
        let digits = &self.with.labels.digits;
        let shown = |it: char| it.to_digit(10).and_then(|at| digits.get(at as usize)).copied().unwrap_or(it);
        number.to_string().chars().map(shown).collect()
    }
}
