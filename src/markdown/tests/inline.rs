use super::{any_page, clean, page, written};
use crate::{
    base::Dir,
    markdown::{Options, Resolved, ResolvedLink, Target, html, plain_text},
    text::bidi::Around,
};

#[test]
fn running_text_is_marked_up() {
    assert_eq!(
        page("ورد *في* **القرار** ~~القديم~~ `A/RES`."),
        "<p>ورد <em>في</em> <strong>القرار</strong> <del>القديم</del> <code dir=\"ltr\">A/RES</code>.</p>"
    );
    assert_eq!(page("سطر\\\nآخر\nثالث"), "<p>سطر<br>آخر\nثالث</p>");
}

#[test]
fn signs_of_html_are_escaped() {
    assert_eq!(
        page("1 < 2 & \"ب\" &lt; &amp;"),
        "<p><bdi dir=\"ltr\">1 &lt; 2</bdi> &amp; &quot;ب&quot; &lt; &amp;</p>"
    );
}

#[test]
fn phrases_of_another_direction_carry_their_language() {
    assert_eq!(
        page("تشارك فيها International Organization for Migration منذ 2015"),
        "<p>تشارك فيها <span lang=\"en\" dir=\"ltr\">International Organization for Migration</span> منذ 2015</p>"
    );
}

#[test]
fn phrases_are_not_torn_at_line_ends_or_escapes() {
    let expected = "<span lang=\"en\" dir=\"ltr\">Arab\nRegional\nProcess</span>";
    assert!(page("عملية Arab\nRegional\nProcess هنا").contains(expected));
    assert!(page("عملية Arab\r\nRegional\r\nProcess هنا").contains(expected));
    assert!(page("> عملية Arab\n> Regional\n> Process هنا").contains(expected));
    assert!(page("عملية Joint\\-Task\\-Force Group هنا").contains(">Joint-Task-Force Group<"));
}

#[test]
fn links_lead_where_the_site_says() {
    assert_eq!(page("[نص](../a.md#b \"عنوان\")"), "<p><a href=\"#link\" title=\"عنوان\">نص</a></p>");
    assert_eq!(
        page("[نص](https://example.org/?a=1&b=2)"),
        "<p><a href=\"https://example.org/?a=1&amp;b=2\" rel=\"external\">نص</a></p>"
    );
    assert_eq!(page("[بريد](mailto:info@example.org)"), "<p><a href=\"mailto:info@example.org\">بريد</a></p>");
    assert_eq!(page("[نص][1]\n\n[1]: /x"), "<p><a href=\"#link\">نص</a></p>");
}

#[test]
fn a_key_without_words_takes_the_title_of_its_target() {
    assert_eq!(page("في [[resolution-7833]]."), "<p>في <a href=\"../key/\">القرار 7833</a>.</p>");
    assert_eq!(page("في [[resolution-7833|هذا *القرار*]]."), "<p>في <a href=\"../key/\">هذا <em>القرار</em></a>.</p>");
    assert_eq!(page("| [[resolution-7833\\|القرار]] |\n|---|\n").matches("<a href=\"../key/\">القرار</a>").count(), 1);
}

#[test]
fn a_link_to_another_language_says_so() {
    let doc = clean("[[resolution-7833]] و[نص](a.md)");
    let foreign = || ResolvedLink {
        href: Some("x/".to_owned()),
        text: Some("Resolution".to_owned()),
        language: Some(("en".to_owned(), Dir::Ltr)),
        ..ResolvedLink::default()
    };
    let labels = super::labels();
    let around = Around { dir: Dir::Rtl, languages: super::LANGUAGES };
    let with = Resolved {
        links: &[foreign(), foreign()],
        images: &[],
        terms: &[],
        labels: &labels,
        around,
        options: Options::default(),
    };
    let mut out = String::new();
    html(&doc, &with, &mut out);
    assert_eq!(
        out,
        "<p><a href=\"x/\" hreflang=\"en\" lang=\"en\" dir=\"ltr\">Resolution</a> و<a href=\"x/\" hreflang=\"en\">نص</a></p>"
    );
}

#[test]
fn a_link_without_answer_is_plain_text() {
    let doc = clean("[نص](a.md) ![خريطة](b.png)");
    let labels = super::labels();
    let around = Around { dir: Dir::Rtl, languages: super::LANGUAGES };
    let with = Resolved { links: &[], images: &[], terms: &[], labels: &labels, around, options: Options::default() };
    let mut out = String::new();
    html(&doc, &with, &mut out);
    assert_eq!(out, "<p>نص خريطة</p>");
}

#[test]
fn targets_have_their_places() {
    let text = "\u{FEFF}---\ntitle: x\n---\nنص [أ](../a.md#b) [ب](#c) [[d/e#f|ج]] <https://x.org> [د][1]\n\n[1]: g.md";
    let doc = clean(text);
    let spanned = |it: &crate::base::Spanned<String>| {
        assert_eq!(&text[it.span.range()], it.value);
        assert_eq!(it.span.file.0, 3);
        it.value.clone()
    };
    let targets: Vec<String> = doc
        .links
        .iter()
        .map(|it| match &it.target {
            Target::Address { path, fragment } => {
                format!("address {} {:?}", spanned(path), fragment.as_ref().map(spanned))
            }
            Target::Fragment(fragment) => format!("fragment {}", spanned(fragment)),
            Target::External(address) => format!("external {}", spanned(address)),
            Target::Key { key, fragment, label } => {
                format!("key {} {:?} {label:?}", spanned(key), fragment.as_ref().map(spanned))
            }
            Target::Refused => "refused".to_owned(),
        })
        .collect();
    assert_eq!(
        targets,
        [
            "address ../a.md Some(\"b\")",
            "fragment c",
            "key d/e Some(\"f\") Some(\"ج\")",
            "external https://x.org",
            "address g.md None"
        ]
    );
}

#[test]
fn images_have_size_and_words() {
    assert_eq!(
        page("![خريطة \"الدول\"](map.png \"عنوان\")"),
        "<p><img src=\"../map.png\" width=\"640\" height=\"480\" alt=\"خريطة &quot;الدول&quot;\" title=\"عنوان\" loading=\"lazy\" decoding=\"async\"></p>"
    );
    assert_eq!(page("![](line.png){.decorative} نص").matches("alt=\"\"").count(), 1);
    assert_eq!(clean("![*خريطة* `A` [رابط](x)](map.png)").images[0].alt, "خريطة A رابط");
    assert!(
        page("![خريطة International Organization](map.png)")
            .contains("alt=\"خريطة \u{2066}International Organization\u{2069}\"")
    );
}

#[test]
fn bracketed_words_take_classes_and_languages() {
    assert_eq!(
        page("كتب [الهجره]{.verbatim} كذا"),
        "<p>كتب <span class=\"verbatim\" translate=\"no\">الهجره</span> كذا</p>"
    );
    assert_eq!(
        page("قال [au *revoir*]{lang=fr}."),
        "<p>قال <span lang=\"fr\" dir=\"ltr\">au <em>revoir</em></span>.</p>"
    );
    assert_eq!(
        page("[أ [ب]{.x} ج]{lang=en}"),
        "<p><span lang=\"en\" dir=\"ltr\"><span lang=\"ar\" dir=\"rtl\">أ</span> <span class=\"x\"><span lang=\"ar\" dir=\"rtl\">ب</span></span> <span lang=\"ar\" dir=\"rtl\">ج</span></span></p>"
    );
    assert_eq!(page("*[أ]{.x}* [ب]"), "<p><em><span class=\"x\">أ</span></em> [ب]</p>");
}

#[test]
fn verbatim_places_are_known() {
    let text = "كتب [الهجره]{.verbatim} و`code`\n\n```\nx\n```\n";
    let places: Vec<&str> = clean(text).verbatim.iter().map(|it| &text[it.range()]).collect();
    assert_eq!(places, ["`code`", "[الهجره]{.verbatim}", "```\nx\n```"]);
}

#[test]
fn escaped_brackets_mean_nothing() {
    for (text, words) in [
        ("\\[أ]{.x}", "[أ]{.x}"),
        ("[أ]\\{.x}", "[أ]{.x}"),
        ("نص \\{#x}", "نص {#x}"),
        ("نص &#123;#x}", "نص {#x}"),
        ("\\[^1]", "[^1]"),
        ("`[أ]{.x}` {أ} {}", "[أ]{.x} {أ} {}"),
    ] {
        assert_eq!(plain_text(&clean(text)), words);
        assert!(!page(text).contains("class") && !page(text).contains("id="), "{text}");
    }
}

#[test]
fn characters_without_meaning_are_not_shown_but_quoted_as_found() {
    assert_eq!(any_page("الهجـــرة \u{FEFB} \u{202E}ب\0\u{1}"), "<p>الهجرة لا ب\u{FFFD}</p>");
    assert_eq!(any_page("الهجـــرة &#x640;&#x202E;"), "<p>الهجرة </p>");
    assert_eq!(any_page("[الهجـرة]{.verbatim}"), "<p><span class=\"verbatim\" translate=\"no\">الهجـرة</span></p>");
}

#[test]
fn links_never_nest() {
    assert_eq!(
        any_page("[أ <https://x.org> ب](y)"),
        "<p><a href=\"#link\">أ <bdi dir=\"ltr\">https://x.org</bdi> ب</a></p>"
    );
    let doc = clean("[أ <https://x.org> ب](y)");
    assert_eq!(doc.links.len(), 1);
    assert_eq!(written(&clean("![أ [ب](x)](y)"), Options::default()).matches("<a ").count(), 0);
}

#[test]
fn runs_are_judged_across_markup() {
    let en = "<span lang=\"en\" dir=\"ltr\">";
    assert_eq!(
        page("نشرت *Global Compact* for Migration أمس"),
        format!("<p>نشرت {en}<em>Global Compact</em> for Migration</span> أمس</p>")
    );
    assert_eq!(
        page("نشرت Global **Compact** for [Safe Migration](https://example.org/) أمس"),
        format!(
            "<p>نشرت {en}Global <strong>Compact</strong> for <a href=\"https://example.org/\" rel=\"external\">Safe Migration</a></span> أمس</p>"
        )
    );
    // Names side by side: the first stands on the right, whatever markup they carry.
    assert_eq!(page("*IOM*، **UNHCR** معًا"), "<p><em><bdi dir=\"ltr\">IOM</bdi></em>، <strong>UNHCR</strong> معًا</p>");
    // A run that begins within an element and ends behind it cannot have one element of its own.
    assert_eq!(
        page("*الميثاق Global* Compact أمس"),
        format!("<p><em>الميثاق {en}Global</span></em>{en} Compact</span> أمس</p>")
    );
    assert_eq!(
        page("القرار **A/RES**/68/4 أمس"),
        "<p>القرار <bdi dir=\"ltr\"><strong>A/RES</strong>/68/4</bdi> أمس</p>"
    );
}
