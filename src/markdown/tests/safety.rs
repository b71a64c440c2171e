#![allow(clippy::disallowed_methods, reason = "tests write what they read, and say where to look at it")]
use std::{collections::BTreeSet, fmt::Write};

use html5ever::{QualName, local_name, ns, parse_fragment, tendril::TendrilSink};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use proptest::prelude::*;

use super::{any_page, read, written};
use crate::markdown::{Options, plain_text, summary};

const ELEMENTS: &[&str] = &[
    "a",
    "aside",
    "bdi",
    "blockquote",
    "br",
    "code",
    "dd",
    "del",
    "div",
    "dl",
    "dt",
    "em",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "html",
    "img",
    "li",
    "ol",
    "p",
    "pre",
    "section",
    "span",
    "strong",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
];
const ATTRIBUTES: &[&str] = &[
    "alt",
    "aria-label",
    "class",
    "decoding",
    "dir",
    "height",
    "href",
    "hreflang",
    "id",
    "lang",
    "loading",
    "rel",
    "role",
    "scope",
    "src",
    "start",
    "tabindex",
    "title",
    "translate",
    "width",
];
const VOID: &[&str] = &["br", "hr", "img"];

fn dom(html: &str) -> RcDom {
    let context = QualName::new(None, ns!(html), local_name!("main"));
    parse_fragment(RcDom::default(), Default::default(), context, Vec::new(), false).one(html)
}

/// Writes a tree as our writer would, so that a tree that a parser had to repair shows.
fn serialized(node: &Handle, out: &mut String) {
    for child in node.children.borrow().iter() {
        match &child.data {
            NodeData::Text { contents } => crate::markdown::html::escape::escape(&contents.borrow(), out),
            NodeData::Element { name, attrs, .. } => {
                let _ = write!(out, "<{}", name.local);
                for attribute in attrs.borrow().iter() {
                    let _ = write!(out, " {}=\"", attribute.name.local);
                    crate::markdown::html::escape::escape(&attribute.value, out);
                    out.push('"');
                }
                out.push('>');
                if !VOID.contains(&&*name.local) {
                    serialized(child, out);
                    let _ = write!(out, "</{}>", name.local);
                }
            }
            other => panic!("{other:?} is neither text nor element"),
        }
    }
}

/// Checks a tree: closed lists of elements and attributes, safe addresses, ids that stand once, no link in a link.
fn check(node: &Handle, ids: &mut BTreeSet<String>, in_link: bool) {
    let mut is_link = in_link;
    if let NodeData::Element { name, attrs, .. } = &node.data {
        assert!(ELEMENTS.contains(&&*name.local), "<{}>", name.local);
        is_link |= &*name.local == "a";
        assert!(!(in_link && &*name.local == "a"), "a link in a link");
        for attribute in attrs.borrow().iter() {
            let (key, value) = (&*attribute.name.local, &*attribute.value);
            assert!(ATTRIBUTES.contains(&key), "{key}={value}");
            if key == "id" {
                assert!(ids.insert(value.to_owned()), "id {value} stands twice");
            }
            if matches!(key, "href" | "src") {
                let bare: String = value
                    .chars()
                    .filter(|it| !it.is_whitespace() && !it.is_control())
                    .collect::<String>()
                    .to_lowercase();
                assert!(
                    !bare.starts_with("javascript:") && !bare.starts_with("data:") && !bare.starts_with("vbscript:"),
                    "{value}"
                );
            }
        }
    }
    for child in node.children.borrow().iter() {
        check(child, ids, is_link);
    }
}

fn is_sound(text: &str) {
    let doc = read(text).value;
    let _ = (plain_text(&doc), summary(&doc));
    let html = written(&doc, Options { all_ids: true, ..Options::default() });
    let tree = dom(&html);
    check(&tree.document, &mut BTreeSet::new(), false);
    let mut again = String::new();
    let root = tree.document.children.borrow()[0].clone();
    serialized(&root, &mut again);
    assert_eq!(again, html, "a parser had to repair the page of {text:?}");
    let ids: Vec<&str> = doc.blocks.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "{ids:?}");
}

/// Pieces of Markdown, whole and broken, that meet in any order.
fn piece() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "نص",
        "القرار 7833",
        " ",
        " ",
        "\n",
        "\n\n",
        "\r\n",
        "- ",
        "1. ",
        "> ",
        "    ",
        "\t",
        "# ",
        "## ",
        "### أ",
        "*",
        "**",
        "_",
        "~~",
        "`",
        "```\n",
        "[",
        "]",
        "(",
        ")",
        "](",
        "](x.md)",
        "![",
        "[[",
        "]]",
        "[[k]]",
        "|",
        "| أ | ب |\n|---|---|\n",
        "\n|",
        "[^1]",
        "\n\n[^1]: ",
        "[^2]: ",
        "{",
        "}",
        "{#x}",
        "{.y}",
        "]{.verbatim}",
        "]{lang=fr}",
        "{.decorative}",
        "\n: ",
        "<b>",
        "</b>",
        "<script>",
        "<!--",
        "-->",
        "<div>\n",
        "<https://x.org>",
        "<a@x.org>",
        "\\",
        "&amp;",
        "&#0;",
        "&lt;",
        "\0",
        "\u{FEFF}",
        "---\n",
        "===\n",
        "***\n",
        "> [!NOTE]\n> ",
        "- [ ] ",
        "- [x] ",
        "International Organization",
        "2014-09-07",
        "https://x.org/a",
        "[أ](javascript:x)",
        "[أ]: /x \"ب\"\n",
        "\"",
        "'",
        "\u{202E}",
        "\u{2067}",
        "\u{1}",
        "٣",
        "C++",
    ])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn pages_of_any_pieces_are_sound(pieces in prop::collection::vec(piece(), 0..40)) {
        is_sound(&pieces.concat());
    }

    #[test]
    fn pages_of_any_text_are_sound(text in "\\PC{0,80}") {
        is_sound(&text);
    }
}

#[test]
fn hostile_texts_are_sound() {
    for text in [
        "[a](x\"onmouseover=\"y)",
        "![\"onerror=\"x](y)",
        "```\"onclick=x\ny\n```",
        "## \"><script>x</script> {#a}",
        "[a]{lang=\"x\"onclick=y}",
        "[^\"><b>]\n\n[^\"><b>]: x",
        "a[^1][^1]\n\n[^1]: b[^1]",
        "a {#fn-1}\n\nb {#fnref-1}\n\nc[^x]\n\n[^x]: d {#s1}\n\n## e",
        "[a[^1]][b]\n\n[b]: x\n[^1]: c",
        "[![a](b)](c) [[k|![a](b)]]",
        "<details><summary>x</summary></details>",
        "<b><!--- x \r\n(\0 > [\n-->",
        "| [a](b){.c} | {#x} |\n|---|---|\n| ![](d){.decorative} | [e]{.f} |",
        "- {#x}\n- [x] {#y}\n",
        "{#x}",
        "> {#x}",
        "# {#x}",
        "\n\n\n",
    ] {
        is_sound(text);
    }
}

#[test]
fn large_texts_end_and_stay_in_proportion() {
    type Shape = (&'static str, fn(usize) -> String);
    let texts: [Shape; 12] = [
        ("brackets", |n| "[".repeat(n)),
        ("closed brackets", |n| "[".repeat(n / 2) + &"]".repeat(n / 2)),
        ("open spans", |n| "[a]{".repeat(n / 4)),
        ("spans", |n| "[أ]{.x} ".repeat(n / 8)),
        ("nested spans", |n| "[".repeat(n / 5) + &"]{.x}".repeat(n / 5)),
        ("mentions", |n| "[^a".repeat(n / 3)),
        ("missing notes", |n| (0..n / 8).map(|it| format!("[^{it}] ")).collect::<String>() + "\n\n[^a]: x"),
        ("equal headings", |n| "## الأهداف\n\n".repeat(n / 8)),
        ("equal given ids", |n| "أ {#x}\n\n".repeat(n / 10)),
        ("taken ids", |n| (1..n / 12).map(|it| format!("أ {{#p{it}}}\n\n")).collect()),
        ("lists that go on", |n| "- ".repeat(90) + "a\n" + &"b\n".repeat(n / 2)),
        ("escapes", |n| "\\*".repeat(n / 2)),
    ];
    // A text of this size with work that grows by the square would not end; how long it takes is a matter of benchmarks.
    for (name, text) in texts {
        let text = text(100_000);
        let page = any_page(&text);
        assert!(page.len() < text.len() * 40 + 4096, "{name}: {} bytes of {}", page.len(), text.len());
    }
}
