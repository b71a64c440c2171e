//! HTML as the tests see it: parsed as a browser parses it, a plain tree, and the question whether a page holds a fragment.
#![allow(dead_code, reason = "each test program uses its own part")]

use std::collections::BTreeMap;

use html5ever::{ParseOpts, parse_document, tendril::TendrilSink};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// A part of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// An element.
    Element(Element),
    /// Text between tags.
    Text(String),
}

/// An element with what is in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Element {
    /// Name in lower case.
    pub name: String,
    /// Attributes by name.
    pub attributes: BTreeMap<String, String>,
    /// What is in it.
    pub children: Vec<Node>,
}

impl Element {
    /// Returns the value of an attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }

    /// Lists this element and all in it, in document order.
    pub fn all(&self) -> Vec<&Self> {
        let mut out = vec![self];
        for child in &self.children {
            if let Node::Element(element) = child {
                out.extend(element.all());
            }
        }
        out
    }

    /// Returns the words in it, one blank between them.
    pub fn text(&self) -> String {
        let mut raw = String::new();
        self.collect_text(&mut raw);
        raw.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn collect_text(&self, out: &mut String) {
        for child in &self.children {
            match child {
                Node::Text(text) => out.push_str(text),
                Node::Element(element) => element.collect_text(out),
            }
        }
    }
}

/// Parses a page.
pub fn parse(html: &str) -> Element {
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(html);
    read(&dom.document)
}

/// Parses a page and returns also what the HTML parser complains of.
pub fn parse_strictly(html: &str) -> (Element, Vec<String>) {
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(html);
    let errors = dom.errors.borrow().iter().map(ToString::to_string).collect();
    (read(&dom.document), errors)
}

fn read(handle: &Handle) -> Element {
    let mut element = Element::default();
    if let NodeData::Element { name, attrs, .. } = &handle.data {
        element.name = name.local.to_string();
        element.attributes =
            attrs.borrow().iter().map(|it| (it.name.local.to_string(), it.value.to_string())).collect();
    }
    for child in handle.children.borrow().iter() {
        match &child.data {
            NodeData::Text { contents } => element.children.push(Node::Text(contents.borrow().to_string())),
            NodeData::Element { .. } => element.children.push(Node::Element(read(child))),
            _ => {}
        }
    }
    element
}

/// Tells whether a page holds a fragment.
///
/// It does when each part of the fragment is found in it, in order: an element by its name and the attributes that the
/// fragment gives (the page's may have more; `class` is compared word by word), its parts anywhere inside, and a text
/// anywhere in the text of the element around it.
pub fn holds(page: &Element, fragment: &str) -> bool {
    contains(page, &parts(fragment))
}

fn parts(fragment: &str) -> Vec<Node> {
    if fragment.trim_start().starts_with("<html") {
        return parse(fragment).children;
    }
    let is_head = ["<link", "<meta", "<title"].iter().any(|it| fragment.trim_start().starts_with(it));
    let wrapped = if is_head { format!("<head>{fragment}") } else { format!("<body>{fragment}") };
    let page = parse(&wrapped);
    let place = if is_head { "head" } else { "body" };
    let found = page.all().into_iter().find(|it| it.name == place).cloned();
    found.map(|it| it.children).unwrap_or_default()
}

fn contains(within: &Element, wanted: &[Node]) -> bool {
    let inner = within.all();
    let mut from = 1;
    for part in wanted {
        match part {
            Node::Text(text) => {
                let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
                if !within.text().contains(&words) {
                    return false;
                }
            }
            Node::Element(element) => {
                let Some(at) = (from..inner.len()).find(|at| is_like(inner[*at], element)) else { return false };
                from = at + 1;
            }
        }
    }
    true
}

fn is_like(actual: &Element, wanted: &Element) -> bool {
    let has = |(name, value): (&String, &String)| match actual.get(name) {
        Some(present) if name == "class" => value.split(' ').all(|it| present.split(' ').any(|word| word == it)),
        Some(present) => present == value,
        None => false,
    };
    actual.name == wanted.name && wanted.attributes.iter().all(has) && contains(actual, &wanted.children)
}
