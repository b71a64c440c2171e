use super::{any_page, clean, page, read, written};
use crate::{
    base::{FileId, Origin, Span},
    markdown::{Options, contents, parse_fragment, plain_text, plain_text_with, summary},
};

fn ids(text: &str) -> Vec<String> {
    read(text).value.blocks.into_iter().map(|it| it.id).collect()
}

const ARABIC: &str = "# العملية\n\nمقدمة.\n\n## الأهداف {#goals}\n\nفقرة.\n\n- أول\n- ثان\n\n### فرعي\n\n> اقتباس\n\n## المهام\n\n| أ |\n|---|\n| ب |\n\n```\nx\n```\n";
const ENGLISH: &str = "# Process\n\nIntro\nin two lines.\n\nGoals {#goals}\n-----\n\nParagraph.\n\n* first\n* second\n\n### Part\n\n> quotation\n\n## Tasks\n\n| a | b |\n|---|---|\n| c | d |\n\n    x\n";

#[test]
fn ids_are_positions_and_equal_in_both_languages() {
    let expected =
        ["s0", "p1", "goals", "goals-p1", "goals-p2", "goals-p3", "goals-1", "goals-1-p1", "s2", "s2-p1", "s2-p2"];
    assert_eq!(ids(ARABIC), expected);
    assert_eq!(ids(ENGLISH), expected);
}

#[test]
fn the_title_above_a_text_is_no_part_of_the_count() {
    assert_eq!(ids("# عنوان\n\n## أول\n\n### فرعي\n"), ["s0", "s1", "s1-1"]);
    assert_eq!(ids("## أول\n\n### فرعي\n"), ["s1", "s1-1"]);
}

#[test]
fn given_ids_push_positions_aside() {
    assert_eq!(ids("أ\n\nب {#p1}\n\nج {#p1-2}\n"), ["p1-3", "p1", "p1-2"]);
    assert_eq!(ids("## أ\n\n### ب\n\n## ج {#s1-1}\n"), ["s1", "s1-1-2", "s1-1"]);
}

#[test]
fn an_item_owns_its_first_paragraph_tight_or_loose() {
    assert_eq!(ids("- أ\n- ب\n"), ids("- أ\n\n- ب\n"));
    assert_eq!(ids("- أ\n\n  ثانية\n- ب {#b}\n"), ["p1", "p2", "b"]);
    assert_eq!(ids("> أ\n>\n> ب\n"), ["p1", "p2"]);
    assert_eq!(ids("مصطلح\n: تعريف {#def}\n"), ["p1", "def"]);
}

#[test]
fn attributes_reach_every_kind_of_block() {
    assert_eq!(page("نص\n{#x}"), "<p id=\"x\">نص</p>");
    assert_eq!(
        page("نص {#x .note lang=en}"),
        "<p id=\"x\" class=\"note\" lang=\"en\" dir=\"ltr\"><span lang=\"ar\" dir=\"rtl\">نص</span></p>"
    );
    assert_eq!(page("- أ {#x}\n  - ب {#y}\n"), "<ul><li id=\"x\">أ<ul><li id=\"y\">ب</li></ul></li></ul>");
    assert_eq!(page("> أ {#x}"), "<blockquote id=\"x\"><p>أ</p></blockquote>");
    assert_eq!(
        page("```yaml {#x}\na: 1\n```"),
        "<pre id=\"x\" dir=\"ltr\" tabindex=\"0\"><code class=\"language-yaml\">a: 1\n</code></pre>"
    );
    assert!(page("| أ |\n|---|\n| ب |\n\n{#x}\n").starts_with("<section id=\"x\" class=\"table\""));
    assert!(page("```\na\n```\n{#x .y}\n").starts_with("<pre id=\"x\" class=\"y\""));
    assert!(!page("| أ |\n|---|\n| ب |\n\n{#x}\n").contains("<p>"));
    assert!(page("## عنوان {#x} ##").starts_with("<h2 id=\"x\">عنوان</h2><a"));
    assert!(page("## عنوان{#x}").starts_with("<h2 id=\"x\">عنوان</h2><a"));
}

#[test]
fn blocks_get_all_ids_on_demand() {
    let options = Options { all_ids: true, prefix: "notes-", ..Options::default() };
    assert_eq!(written(&clean("نص\n\n- أ"), options), "<p id=\"notes-p1\">نص</p><ul><li id=\"notes-p2\">أ</li></ul>");
}

#[test]
fn hashes_follow_content_and_nothing_else() {
    let hashes = |text: &str| read(text).value.blocks.into_iter().map(|it| it.hash).collect::<Vec<_>>();
    assert_eq!(hashes("سطر\nآخر"), hashes("\u{FEFF}سطر\r\nآخر\r\n"));
    assert_eq!(hashes("نص"), hashes("نص {#x}"));
    assert_eq!(hashes("آخر"), hashes("ا\u{653}خر"));
    assert_ne!(hashes("نص"), hashes("نصّ"));
    assert_eq!(hashes("- أ\n  - ب")[0], hashes("- أ\n  - ج")[0]);
    assert_ne!(hashes("- أ\n  - ب")[1], hashes("- أ\n  - ج")[1]);
}

#[test]
fn headings_link_to_themselves_and_move_below_the_title() {
    assert_eq!(
        page("## الأهداف"),
        "<h2 id=\"s1\">الأهداف</h2><a class=\"anchor\" href=\"#s1\" aria-label=\"رابط إلى «الأهداف»\"></a>"
    );
    let levels = |text: &str, options| {
        let html = written(&read(text).value, options);
        html.match_indices("<h").map(|(at, _)| html[at + 2..at + 3].to_owned()).collect::<String>()
    };
    assert_eq!(levels("# أ\n\n## ب\n\n### ج\n", Options::default()), "23");
    assert_eq!(levels("# أ\n\n# ب\n\n## ج\n", Options::default()), "23");
    assert_eq!(levels("# أ\n\n## ب\n", Options { drop_title: false, ..Options::default() }), "23");
    assert_eq!(levels("### أ\n\n###### ب\n", Options::default()), "36");
    assert_eq!(
        levels("# أ\n\n## ب\n\n###### ج\n", Options { drop_title: false, top_level: 3, ..Options::default() }),
        "346"
    );
}

#[test]
fn lists_and_tasks() {
    assert_eq!(page("3. أ\n4. ب\n"), "<ol start=\"3\"><li>أ</li><li>ب</li></ol>");
    assert_eq!(
        page("- [x] أ\n- [ ] ب\n"),
        "<ul class=\"tasks\"><li><span class=\"task task-done\" role=\"img\" aria-label=\"منجز\">☑</span> أ</li>\
         <li><span class=\"task task-open\" role=\"img\" aria-label=\"غير منجز\">☐</span> ب</li></ul>"
    );
    assert_eq!(page("مصطلح\n: تعريف\n: ثان\n"), "<dl><dt>مصطلح</dt><dd>تعريف</dd><dd>ثان</dd></dl>");
}

#[test]
fn tables_scroll_in_a_named_region() {
    assert_eq!(
        page("| أ |  | ج |\n|:--|:-:|--:|\n| 1 | 2 | 3 |\n"),
        "<section class=\"table\" tabindex=\"0\" aria-label=\"جدول 1\"><table><thead><tr><th scope=\"col\" class=\"align-start\">أ</th>\
         <td class=\"align-center\"></td><th scope=\"col\" class=\"align-end\">ج</th></tr></thead><tbody><tr><td class=\"align-start\">1</td>\
         <td class=\"align-center\">2</td><td class=\"align-end\">3</td></tr></tbody></table></section>"
    );
    assert!(page("| أ |\n|---|\n").ends_with("</tr></thead></table></section>"));
    assert!(page("| أ |\n|---|\n| ب |\n\nنص\n\n| ج |\n|---|\n| د |\n").contains("جدول 2"));
}

#[test]
fn alerts_are_named_in_the_language_of_the_page() {
    assert_eq!(
        page("> [!WARNING]\n> نص\n"),
        "<aside class=\"alert alert-warning\" role=\"note\"><p class=\"alert-title\">تنبيه</p><p>نص</p></aside>"
    );
}

#[test]
fn footnotes_are_numbered_by_first_mention_and_lead_back() {
    assert_eq!(
        page("أ[^b] ب[^a] ج[^b]\n\n[^a]: أولى\n[^b]: ثانية\n"),
        "<p>أ<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1\" role=\"doc-noteref\" aria-label=\"حاشية 1\">1</a></sup> \
         ب<sup class=\"footnote-ref\"><a href=\"#fn-2\" id=\"fnref-2\" role=\"doc-noteref\" aria-label=\"حاشية 2\">2</a></sup> \
         ج<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1-2\" role=\"doc-noteref\" aria-label=\"حاشية 1\">1</a></sup></p>\
         <section class=\"footnotes\" role=\"doc-endnotes\"><h2>الحواشي</h2><ol>\
         <li id=\"fn-1\"><p>ثانية <a class=\"footnote-back\" href=\"#fnref-1\" role=\"doc-backlink\" aria-label=\"عودة إلى موضع الحاشية 1\">↪</a> \
         <a class=\"footnote-back\" href=\"#fnref-1-2\" role=\"doc-backlink\" aria-label=\"عودة إلى موضع الحاشية 1-2\">↪</a></p></li>\
         <li id=\"fn-2\"><p>أولى <a class=\"footnote-back\" href=\"#fnref-2\" role=\"doc-backlink\" aria-label=\"عودة إلى موضع الحاشية 2\">↪</a></p></li></ol></section>"
    );
}

#[test]
fn a_note_may_mention_another_and_end_without_a_paragraph() {
    let html = page("أ[^1]\n\n[^1]: نص[^2]\n\n[^2]:\n\n    - بند\n");
    assert!(html.contains("<li id=\"fn-2\"><ul><li>بند</li></ul><p> <a class=\"footnote-back\""), "{html}");
}

#[test]
fn code_keeps_its_lines_and_spaces() {
    assert_eq!(
        page("```\r\nأ\r\n  <b>\r\n```\r\n"),
        "<pre dir=\"ltr\" tabindex=\"0\"><code>أ\n  &lt;b&gt;\n</code></pre>"
    );
    assert_eq!(
        page("- أ\n\n      a\n      \tb\n"),
        "<ul><li><p>أ</p><pre dir=\"ltr\" tabindex=\"0\"><code>a\n\tb\n</code></pre></li></ul>"
    );
}

#[test]
fn raw_html_is_shown_and_not_passed() {
    assert_eq!(any_page("نص <b onclick=\"x\">ب</b>"), "<p>نص &lt;b onclick=&quot;x&quot;&gt;ب&lt;/b&gt;</p>");
    assert_eq!(
        any_page("<script>\nx\n</script>\n"),
        "<pre dir=\"ltr\" tabindex=\"0\"><code>&lt;script&gt;\nx\n&lt;/script&gt;\n</code></pre>"
    );
}

#[test]
fn front_matter_is_found_and_not_shown() {
    let text = "\u{FEFF}---\r\ntitle: عن\r\n---\r\n\r\n# عن\r\n\r\nنص\r\n";
    let doc = clean(text);
    assert_eq!(doc.front_matter.map(|it| &text[it.range()]), Some("title: عن\r\n"));
    let title = doc.title.clone().expect("has a title");
    assert_eq!((title.value.as_str(), &text[title.span.range()]), ("عن", "# عن\r\n"));
    assert_eq!(written(&doc, Options::default()), "<p>نص</p>");
}

#[test]
fn words_summary_and_contents() {
    let doc = clean(
        "# عن\n\n## الأهداف\n\nأول **ثان**\nثالث [[k]].\n\n| أ | ب |\n|---|---|\n| ج | د |\n\n### فرعي\n\n#### أدنى\n\nملحق[^1]\n\n[^1]: حاشية\n",
    );
    assert_eq!(plain_text(&doc), "عن\nالأهداف\nأول ثان\nثالث k.\nأ ب\nج د\nفرعي\nأدنى\nملحق\nحاشية");
    assert!(plain_text_with(&doc, |_| Some("القرار")).contains("ثالث القرار."));
    assert_eq!(summary(&doc).as_deref(), Some("أول ثان ثالث k."));
    let lines: Vec<_> = contents(&doc).into_iter().map(|it| (it.depth, it.id.to_owned(), it.text.to_owned())).collect();
    assert_eq!(lines, [(0, "s1".to_owned(), "الأهداف".to_owned()), (1, "s1-1".to_owned(), "فرعي".to_owned())]);
}

#[test]
fn a_value_of_a_record_has_one_place() {
    let span = Span::new(FileId(7), 100, 140);
    let checked = parse_fragment(span, None, "--- \n\n[أ](javascript:x) <b> {#x}\n\n#### د\n");
    assert_eq!(checked.value.front_matter, None);
    assert!(checked.diagnostics.iter().all(|it| it.place == crate::diag::Place::At(span) && it.fix.is_none()));
    assert_eq!(checked.diagnostics.len(), 2);
    assert!(checked.value.blocks.iter().all(|it| it.span == span));
}

#[test]
fn a_value_whose_lines_are_known_has_places() {
    let origin = Origin::new(FileId(7), &[(0, 104), (4, 112)]);
    let checked = parse_fragment(Span::new(FileId(7), 100, 140), origin, "abc\nd [x](javascript:x)\n");
    let found = checked.diagnostics.first().map(|it| it.place.clone());
    assert_eq!(found, Some(crate::diag::Place::At(Span::new(FileId(7), 118, 130))));
    assert!(checked.diagnostics.iter().all(|it| it.fix.is_none()));
}
