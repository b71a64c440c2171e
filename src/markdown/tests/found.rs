use super::{clean, found, read};
use crate::diag::{Arg, Diagnostic};

fn only(text: &str) -> Diagnostic {
    let mut all = read(text).diagnostics;
    assert_eq!(all.len(), 1, "{text}: {all:?}");
    all.remove(0)
}

/// Applies the offered change.
fn cured(text: &str) -> String {
    let fix = only(text).fix.expect("a change is offered");
    let mut out = text.to_owned();
    for (span, replacement) in fix.edits.iter().rev() {
        out.replace_range(span.range(), replacement);
    }
    out
}

#[test]
fn raw_html_has_a_place_and_a_cure() {
    assert_eq!(found("نص <b>ب</b>"), ["markdown/raw-html: <b>", "markdown/raw-html: </b>"]);
    assert_eq!(found("- أ\n\n  <div>\n  x\n  </div>\n"), ["markdown/raw-html: <div>\n  x\n  </div>"]);
    assert_eq!(cured("نص <br> نص"), "نص \\<br> نص");
    assert_eq!(cured("<div>\nنص\n</div>\n"), "\\<div>\nنص\n\\</div>\n");
    clean(&cured("<div>\nنص\n</div>\n"));
    assert_eq!(only("نص <!-- سر --> نص").hint, Some("comment"));
    assert_eq!(cured("<!-- سر -->\n\nنص"), "\n\nنص");
}

#[test]
fn unsafe_schemes_are_named_however_they_hide() {
    for (text, scheme) in [
        ("[أ](javascript:alert(1))", "javascript"),
        ("[أ](JAVASCRIPT:x)", "javascript"),
        ("[أ](java&#x09;script:x)", "javascript"),
        ("[أ](&#106;avascript&colon;x)", "javascript"),
        ("[أ](<\u{1}javascript:x>)", "javascript"),
        ("![أ](data:text/html;base64,PA==)", "data"),
        ("<vbscript:x>", "vbscript"),
        ("[أ][1]\n\n[1]: file:///etc/passwd", "file"),
    ] {
        let diagnostic = only(text);
        assert_eq!(diagnostic.code.name, "markdown/unsafe-scheme", "{text}");
        assert_eq!(diagnostic.args, [("scheme", Arg::from(scheme))], "{text}");
    }
    assert_eq!(found("نص [أ](javascript:x) نص"), ["markdown/unsafe-scheme: javascript:x"]);
}

#[test]
fn ids_are_slugs_and_stand_once() {
    assert_eq!(found("## أ {#الأهداف}"), ["markdown/bad-id: الأهداف"]);
    let bad = only("## أ {#Main_Goals}");
    assert_eq!(
        (bad.hint, bad.args),
        (Some("near"), vec![("id", Arg::from("Main_Goals")), ("near", Arg::from("main-goals"))])
    );
    let text = "## أ {#x}\n\nنص {#x}\n";
    assert_eq!(found(text), ["markdown/duplicate-id: x"]);
    let double = only(text);
    assert_eq!(double.labels.len(), 1);
    assert_eq!(double.labels[0].span.range(), 8..9);
    assert_eq!(read(text).value.blocks.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), ["x", "x-p1"]);
}

#[test]
fn attributes_that_mean_nothing_are_told() {
    assert_eq!(found("## أ {#x onclick=y}"), ["markdown/bad-attribute: onclick=y"]);
    assert_eq!(found("[أ]{style=\"x\"}"), ["markdown/bad-attribute: style=\"x\""]);
    assert_eq!(found("[أ]{#x}"), ["markdown/bad-attribute: #x"]);
    assert_eq!(found("[أ](b.md){.x}"), ["markdown/bad-attribute: .x"]);
    assert_eq!(found("![أ](b.png){.wide}"), ["markdown/bad-attribute: .wide"]);
    assert_eq!(found("نص\n\n{#x}"), ["markdown/bad-attribute: {#x}"]);
    assert_eq!(found("> نص {#x}\n> \n> {#y}"), ["markdown/bad-attribute: {#y}"]);
}

#[test]
fn footnotes_missing_double_and_unused() {
    let missing = only("نص[^12] و[^1]\n\n[^1]: حاشية");
    assert_eq!((missing.code.name, missing.hint), ("markdown/no-footnote", Some("near")));
    assert_eq!(found("نص[^x]"), ["markdown/no-footnote: [^x]"]);
    assert_eq!(found("نص\n\n[^x]: حاشية"), ["markdown/unused-footnote: [^x]"]);
    assert_eq!(found("نص[^x]\n\n[^x]: حاشية\n\n[^x]: ثانية"), ["markdown/duplicate-id: [^x]"]);
}

#[test]
fn what_a_listener_would_miss_is_told() {
    assert_eq!(found("![](a.png)"), ["markdown/missing-alt: ![](a.png)"]);
    assert_eq!(found("![ ](a.png)"), ["markdown/missing-alt: ![ ](a.png)"]);
    assert_eq!(found("[](a.md)"), ["markdown/empty-link: [](a.md)"]);
    assert_eq!(found("[أ]()"), ["markdown/empty-target: [أ]()"]);
    assert_eq!(found("## أ\n\n##\n"), ["markdown/empty-heading: ##\n"]);
    assert_eq!(found("## أ\n\n#### ب\n"), ["markdown/skipped-level: #### ب\n"]);
    assert_eq!(found("[![أ](a.png)](b.md) [[k]] [[k|]]"), [""; 0]);
    assert_eq!(found("[أ][ب] [1]"), ["markdown/no-reference: [أ][ب]"]);
}

#[test]
fn unclosed_front_matter_is_told_once() {
    assert_eq!(found("---\ntitle: عن\n\n# عن\n"), ["yaml/unclosed-front-matter: ---"]);
}

#[test]
fn limits_have_a_place() {
    let deep = format!("نص\n\n{}x\n", "> ".repeat(101));
    assert_eq!(found(&deep), [format!("markdown/limit: {}x", "> ".repeat(101))]);
    assert_eq!(found(&format!("{}x\n", "> ".repeat(98))), [""; 0]);
    let stairs: String = (0..120).map(|it| format!("{}- أ\n", "  ".repeat(it))).collect();
    assert_eq!(found(&stairs).len(), 1);
    let strong = format!("{}أ{}", "**".repeat(500), "**".repeat(500));
    assert_eq!(found(&strong).len(), 1);
    let huge = "ن ".repeat(crate::markdown::limits::BYTES / 3 + 1);
    assert_eq!(found(&huge), ["markdown/limit: "]);
}
