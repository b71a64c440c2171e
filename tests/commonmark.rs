//! CommonMark's own examples, run through our reader and writer.
//!
//! The examples come from the npm package `commonmark-spec` at test time; they are not part of this repository, because their licence differs.
//! Both sides are parsed as HTML5 and compared as trees, without what we add by design (ids, anchors, wrappers of code).
//! Where we differ on purpose the class of the difference names its examples, so that an unexpected pass shows as well as an unexpected fail.

#![allow(clippy::disallowed_methods, reason = "tests make sites on the disk and run the program")]

use std::{collections::BTreeMap, fmt::Write, path::Path};

use html5ever::{QualName, local_name, ns, parse_fragment, tendril::TendrilSink};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use tashawur::{
    base::{Dir, FileId, Span},
    diag::Checked,
    markdown::{self, Around, Labels, Options, Resolved, ResolvedImage, ResolvedLink, Target},
};

/// How many examples come out as the specification says.
const PASSING: usize = 573;

/// A class of examples in which we differ on purpose, with the diagnostic that says so to the author.
struct Difference {
    because: &'static str,
    code: Option<&'static str>,
    examples: &'static [usize],
}

const DIFFERENCES: &[Difference] = &[
    Difference {
        because: "raw HTML is refused and shown as text",
        code: Some("markdown/raw-html"),
        examples: &[
            21, 31, 148, 149, 150, 151, 152, 153, 154, 155, 156, 157, 158, 159, 160, 161, 162, 163, 164, 165, 166, 167,
            168, 169, 170, 171, 172, 173, 174, 175, 176, 177, 178, 179, 180, 181, 182, 183, 184, 185, 186, 187, 188,
            189, 190, 191, 201, 308, 309, 344, 475, 476, 477, 491, 494, 524, 536, 613, 614, 615, 616, 617, 623, 625,
            626, 627, 628, 629, 630, 631, 642, 643,
        ],
    },
    Difference {
        because: "only http, https, mailto and tel are linked",
        code: Some("markdown/unsafe-scheme"),
        examples: &[596, 598, 599, 601],
    },
    Difference { because: "two brackets make a link to a key", code: None, examples: &[548, 559, 590] },
];

struct Example {
    number: usize,
    markdown: String,
    html: String,
}

#[test]
fn examples_of_the_specification_come_out_as_written() {
    let examples = examples(&specification());
    let classes = DIFFERENCES.iter().flat_map(|class| class.examples.iter().map(move |it| (*it, class)));
    let expected: BTreeMap<usize, &Difference> = classes.collect();
    let mut report = String::new();
    let mut passing = 0;
    for example in &examples {
        let (html, codes) = rendered(&example.markdown);
        let (ours, theirs) = (tree(&html), tree(&example.html));
        passing += usize::from(ours == theirs);
        let said = |code: Option<&str>| code.is_none_or(|it| codes.contains(&it));
        let _ = match (ours == theirs, expected.get(&example.number)) {
            (true, None) => Ok(()),
            (false, Some(class)) if said(class.code) => Ok(()),
            (false, Some(class)) => {
                writeln!(report, "{}: is not told to the author as {:?}", example.number, class.code)
            }
            (true, Some(class)) => writeln!(report, "{}: passes, but `{}`", example.number, class.because),
            (false, None) => {
                writeln!(report, "{}: {:?}\n  ours   {ours}\n  theirs {theirs}", example.number, example.markdown)
            }
        };
    }
    assert!(report.is_empty(), "unexpected results:\n{report}");
    assert_eq!((examples.len(), passing), (652, PASSING));
}

fn specification() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/node_modules/commonmark-spec/spec.txt");
    std::fs::read_to_string(&path).unwrap_or_else(|error| {
        panic!("{}: {error}; run `npm install` in tests/ first, as tests/run does", path.display())
    })
}

/// Reads the examples: fences of 32 backticks, Markdown and HTML parted by a line with a dot, `→` for a tab.
fn examples(specification: &str) -> Vec<Example> {
    let fence = "`".repeat(32);
    let text = specification.replace("\r\n", "\n");
    let mut out = Vec::new();
    for part in text.split(&format!("\n{fence} example\n")).skip(1) {
        let example = part.split(&format!("\n{fence}\n")).next().unwrap_or_default();
        // Either half may be empty.
        let padded = format!("\n{example}\n");
        let (markdown, html) = padded.split_once("\n.\n").expect("an example has two halves");
        let tabbed = |it: &str| it.replace('→', "\t");
        out.push(Example {
            number: out.len() + 1,
            markdown: tabbed(markdown.strip_prefix('\n').unwrap_or_default()) + "\n",
            html: tabbed(html),
        });
    }
    out
}

/// Returns the HTML of a text and the codes of what was found in it.
fn rendered(text: &str) -> (String, Vec<&'static str>) {
    let Checked { value: doc, diagnostics } = markdown::parse_fragment(Span::start_of(FileId(0)), None, text);
    let links: Vec<ResolvedLink> =
        doc.links.iter().map(|it| ResolvedLink { href: address(&it.target), ..ResolvedLink::default() }).collect();
    let images: Vec<ResolvedImage> =
        doc.images.iter().map(|it| ResolvedImage { src: address(&it.target), size: None }).collect();
    let labels = Labels::default();
    let options = Options { drop_title: false, top_level: 1, ..Options::default() };
    let with = Resolved {
        links: &links,
        images: &images,
        terms: &[],
        labels: &labels,
        around: Around { dir: Dir::Ltr, languages: &[] },
        options,
    };
    let mut out = String::new();
    markdown::html(&doc, &with, &mut out);
    (out, diagnostics.iter().map(|it| it.code.name).collect())
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
            let ours = |attribute: &str| {
                matches!((name, attribute), (_, "id" | "dir" | "tabindex" | "rel" | "loading" | "decoding"))
            };
            let mut written: Vec<String> = attrs
                .borrow()
                .iter()
                .filter(|it| !ours(&it.name.local))
                .map(|it| format!(" {}={:?}", it.name.local, plain_address(&it.name.local, &it.value)))
                .collect();
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
        out.push_str(&text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;"));
        return;
    }
    for letter in text.chars() {
        match letter {
            ' ' | '\n' | '\t' if out.ends_with([' ', '>']) && ends_with_block(out) || out.ends_with(' ') => {}
            ' ' | '\n' | '\t' => out.push(' '),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            letter => out.push(letter),
        }
    }
}

const BLOCKS: &[&str] =
    &["p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "ul", "ol", "li", "hr", "br", "div", "table"];

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
