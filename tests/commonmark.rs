//! CommonMark's own examples, run through our reader and writer.
//!
//! The examples come from the npm package `commonmark-spec` at test time; they are not part of this repository, because their licence differs.
//! Both sides are parsed as HTML5 and compared as trees, without what we add by design (ids, anchors, wrappers of code).
//! Where we differ on purpose the class of the difference names its examples, so that an unexpected pass shows as well as an unexpected fail.

use std::{collections::BTreeMap, fmt::Write, path::Path};

use html5ever::{QualName, local_name, ns, parse_fragment, tendril::TendrilSink};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use tashawur::{
    base::{Dir, FileId, Span},
    markdown::{self, Around, Document, Labels, Options, Resolved, ResolvedImage, ResolvedLink, Target},
};

/// How many examples come out as the specification says.
const PASSING: usize = 0;

/// The examples in which we differ on purpose, by class.
const DIFFERENCES: &[(&str, &[usize])] = &[];

struct Example {
    number: usize,
    markdown: String,
    html: String,
}

#[test]
fn examples_of_the_specification_come_out_as_written() {
    let examples = examples(&specification());
    let mut expected: BTreeMap<usize, &str> = BTreeMap::new();
    for (class, numbers) in DIFFERENCES {
        expected.extend(numbers.iter().map(|it| (*it, *class)));
    }
    let mut report = String::new();
    let mut passing = 0;
    for example in &examples {
        let (ours, theirs) = (tree(&rendered(&example.markdown)), tree(&example.html));
        passing += usize::from(ours == theirs);
        match (ours == theirs, expected.get(&example.number)) {
            (true, None) | (false, Some(_)) => {}
            (true, Some(class)) => drop(writeln!(report, "{}: passes, but stands under `{class}`", example.number)),
            (false, None) => drop(writeln!(report, "{}: {:?}\n  ours   {ours}\n  theirs {theirs}", example.number, example.markdown)),
        }
    }
    assert_eq!(report, "", "unexpected results:\n{report}");
    assert_eq!((examples.len(), passing), (652, PASSING));
}

fn specification() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/node_modules/commonmark-spec/spec.txt");
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}; run `npm install` in tests/ first, as tests/run does", path.display()))
}

/// Reads the examples: fences of 32 backticks, Markdown and HTML parted by a line with a dot, `→` for a tab.
fn examples(specification: &str) -> Vec<Example> {
    let fence = "`".repeat(32);
    let text = specification.replace("\r\n", "\n");
    let mut out = Vec::new();
    for part in text.split(&format!("\n{fence} example\n")).skip(1) {
        let example = part.split(&format!("\n{fence}\n")).next().unwrap_or_default();
        let (markdown, html) = format!("\n{example}\n").split_once("\n.\n").map(|(a, b)| (format!("{}\n", &a[1.min(a.len())..]), b.to_owned())).expect("an example has two halves");
        out.push(Example { number: out.len() + 1, markdown: markdown.replace('→', "\t"), html: html.replace('→', "\t") });
    }
    out
}

fn rendered(text: &str) -> String {
    let span = Span::new(FileId(0), 0, 0);
    let doc = markdown::parse_fragment(span, text).value;
    let links: Vec<ResolvedLink> = doc.links.iter().map(|it| ResolvedLink { href: address(&it.target), ..ResolvedLink::default() }).collect();
    let images: Vec<ResolvedImage> = doc.images.iter().map(|it| ResolvedImage { src: address(&it.target), size: None }).collect();
    let labels = Labels::default();
    let options = Options { drop_title: false, top_level: 1, ..Options::default() };
    let with = Resolved { links: &links, images: &images, labels: &labels, around: Around { dir: Dir::Ltr, languages: &[] }, options };
    html(&doc, &with)
}

fn html(doc: &Document, with: &Resolved) -> String {
    let mut out = String::new();
    markdown::html(doc, with, &mut out);
    out
}

/// Answers a link with the address as written.
fn address(target: &Target) -> Option<String> {
    match target {
        Target::Address { path, fragment: None } => Some(path.value.clone()),
        Target::Address { path, fragment: Some(fragment) } => Some(format!("{}#{}", path.value, fragment.value)),
        Target::Fragment(fragment) => Some(format!("#{}", fragment.value)),
        _ => None,
    }
}

/// Writes an HTML text as a canonical tree.
fn tree(html: &str) -> String {
    let context = QualName::new(None, ns!(html), local_name!("body"));
    let dom = parse_fragment(RcDom::default(), Default::default(), context, Vec::new(), false).one(html);
    let mut out = String::new();
    for root in dom.document.children.borrow().iter() {
        children(root, false, &mut out);
    }
    out
}

fn children(node: &Handle, is_code: bool, out: &mut String) {
    let nodes: Vec<Handle> = node.children.borrow().iter().filter(|it| !is_anchor(it)).cloned().collect();
    for child in &nodes {
        canonical(child, is_code, out);
    }
}

fn canonical(node: &Handle, is_code: bool, out: &mut String) {
    match &node.data {
        NodeData::Text { contents } => text(&contents.borrow(), is_code, out),
        NodeData::Element { name, attrs, .. } => {
            let name = &*name.local;
            trim_before(name, out);
            let ours = |attribute: &str| matches!((name, attribute), (_, "id" | "dir" | "tabindex" | "rel" | "loading" | "decoding"));
            let mut written: Vec<String> = attrs.borrow().iter().filter(|it| !ours(&it.name.local)).map(|it| format!(" {}={:?}", it.name.local, plain_address(&it.name.local, &it.value))).collect();
            written.sort();
            let _ = write!(out, "<{name}{}>", written.concat());
            children(node, is_code || name == "pre", out);
            trim_before(name, out);
            let _ = write!(out, "</{name}>");
        }
        NodeData::Comment { contents } => drop(write!(out, "<!--{contents}-->")),
        _ => children(node, is_code, out),
    }
}

/// Joins white space outside of code, where it only parts words; between blocks it means nothing.
fn text(text: &str, is_code: bool, out: &mut String) {
    if is_code {
        out.push_str(&text.replace('&', "&amp;").replace('<', "&lt;"));
        return;
    }
    for letter in text.chars() {
        match letter {
            ' ' | '\n' | '\t' if out.ends_with([' ', '>']) && ends_with_block(out) || out.ends_with(' ') => {}
            ' ' | '\n' | '\t' => out.push(' '),
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            letter => out.push(letter),
        }
    }
}

const BLOCKS: &[&str] = &["p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "ul", "ol", "li", "hr", "br", "div", "table"];

fn trim_before(name: &str, out: &mut String) {
    if BLOCKS.contains(&name) && out.ends_with(' ') {
        out.pop();
    }
}

fn ends_with_block(out: &str) -> bool {
    let tag = out.rsplit('<').next().unwrap_or_default().trim_start_matches('/');
    let name = tag.split([' ', '>']).next().unwrap_or_default();
    BLOCKS.contains(&name)
}

fn is_anchor(node: &Handle) -> bool {
    matches!(&node.data, NodeData::Element { attrs, .. } if attrs.borrow().iter().any(|it| &*it.name.local == "class" && &*it.value == "anchor"))
}

/// Two writings of one address are equal: an apostrophe may be encoded or not.
fn plain_address(attribute: &str, value: &str) -> String {
    if matches!(attribute, "href" | "src") { value.replace("%27", "'") } else { value.to_owned() }
}
