//! Sample pages of every template in both languages, for tests and for looking at: real facts of the domain in our own words.

use crate::{
    base::{Dir, Language, Languages},
    view::*,
};

/// The languages of the samples.
pub fn languages() -> Languages {
    let language = |tag: &str, dir| Language { tag: tag.into(), dir };
    Languages(vec![language("ar", Dir::Rtl), language("en", Dir::Ltr)])
}

/// A language of the samples.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum In {
    Ar,
    En,
}

use In::{Ar, En};

impl In {
    pub const ALL: [Self; 2] = [Ar, En];

    /// Chooses the text of this language.
    pub fn of<'a>(self, ar: &'a str, en: &'a str) -> &'a str {
        if self == Ar { ar } else { en }
    }

    fn s(self, ar: &str, en: &str) -> String {
        self.of(ar, en).to_owned()
    }

    pub fn tag(self) -> &'static str {
        self.of("ar", "en")
    }

    fn other(self) -> Self {
        if self == Ar { En } else { Ar }
    }

    pub fn view(self) -> LangView {
        LangView { tag: self.s("ar", "en"), dir: self.s("rtl", "ltr"), name: self.s("العربية", "English") }
    }
}

fn link(href: &str, html: &str) -> LinkView {
    LinkView { href: Some(href.to_owned()), html: html.to_owned(), ..LinkView::default() }
}

fn noted(href: &str, html: &str, note: &str) -> LinkView {
    LinkView { note_html: Some(note.to_owned()), ..link(href, html) }
}

fn date(html: &str, iso: Option<&str>) -> DateView {
    DateView { html: html.to_owned(), iso: iso.map(str::to_owned), second_html: None }
}

fn plain(value: Value) -> FactValue {
    FactValue { value, ..FactValue::default() }
}

fn fact(name: &str, label: &str, values: Vec<FactValue>) -> Fact {
    Fact { name: name.to_owned(), label_html: label.to_owned(), values }
}

fn text(html: &str) -> Value {
    Value::Text { html: html.to_owned(), lang: None }
}

/// Header, navigation and footer at depth `root` (`../` repeated).
pub fn shared(lang: In, root: &str, stylesheet: &str, icon: &str) -> SharedView {
    let nav = |path: &str, ar: &str, en: &str| {
        let place = format!("{}/{path}", lang.tag());
        NavLink { href: format!("{root}{place}"), place, html: lang.s(ar, en), links: Vec::new() }
    };
    let group =
        |title: Option<&str>, is_folded, links| NavGroup { title_html: title.map(str::to_owned), is_folded, links };
    let mut process = nav("process/", "عملية التشاور", "The process");
    process.links = vec![
        nav("process/participation/", "المشاركون", "Participants"),
        nav("process/secretariat/", "الأمانة الفنية", "Secretariat"),
    ];
    SharedView {
        lang: lang.view(),
        title: lang.s("قاعدة معارف التشاور العربي حول الهجرة", "Arab Migration Consultation Knowledge Base"),
        title_html: lang.s("قاعدة معارف التشاور العربي حول الهجرة", "Arab Migration Consultation Knowledge Base"),
        home: format!("{root}{}/", lang.tag()),
        search: format!("{root}{}/search/", lang.tag()),
        stylesheet: format!("{root}{stylesheet}"),
        icon: Some(format!("{root}{icon}")),
        loader: format!("{root}assets/loader.js"),
        script: "./search.js".to_owned(),
        opensearch: format!("{root}{}/opensearch.xml", lang.tag()),
        feed: Some(FeedView {
            href: format!("{root}{}/feed.xml", lang.tag()),
            title: lang.s("أحدث المستجدات", "Latest changes"),
        }),
        navigation: vec![
            group(None, false, vec![nav("", "الرئيسية", "Home"), process]),
            group(
                Some(lang.of("السجلات", "Records")),
                false,
                vec![
                    nav("mandates/", "المرجعيات", "Mandate references"),
                    nav("objectives/", "الأهداف", "Objectives"),
                    nav("meetings/", "الاجتماعات", "Meetings"),
                    nav("bodies/", "الهيئات", "Bodies"),
                    nav("states/", "الدول الأعضاء", "Member states"),
                    nav("terms/", "المصطلحات", "Glossary"),
                    nav("sources/", "المصادر", "Sources"),
                ],
            ),
            group(
                Some(lang.of("عن الموقع", "About this site")),
                true,
                vec![
                    nav("about/", "التعريف بالموقع", "About"),
                    nav("about/cite/", "كيفية الاستشهاد", "How to cite"),
                    nav("editorial/", "السجل التحريري", "Editorial log"),
                ],
            ),
            group(
                None,
                false,
                vec![nav("index/", "الفهرس الألفبائي", "A–Z index"), nav("years/", "بحسب السنة", "By year")],
            ),
        ],
        footer: FooterView {
            texts_html: vec![
                lang.s(
                    "المصدر: وثيقة عملية التشاور العربية الإقليمية حول الهجرة ومصادر منشورة.",
                    "Source: the process document and published material.",
                ),
                lang.s(
                    "تُنشر النصوص برخصة <span lang=\"en\" dir=\"ltr\">CC BY 4.0</span>.",
                    "Texts are published under CC BY 4.0.",
                ),
            ],
            links: vec![
                link(&format!("{root}{}/about/", lang.tag()), lang.of("عن الموقع", "About this site")),
                link(&format!("{root}{}/about/accessibility/", lang.tag()), lang.of("إتاحة الوصول", "Accessibility")),
                link(&format!("{root}{}/about/cite/", lang.tag()), lang.of("كيفية الاستشهاد", "How to cite")),
                link(&format!("{root}{}/feed.xml", lang.tag()), lang.of("خلاصة المستجدات", "Feed")),
            ],
            version: Some("2026.11".to_owned()),
        },
        ..SharedView::default()
    }
}

fn base(lang: In, path: &str, title: &str) -> PageView {
    let place = format!("{}/{path}", lang.tag());
    let up = "../".repeat(place.matches('/').count());
    let twin = |it: In| Twin {
        lang: it.view(),
        href: (it != lang).then(|| format!("{up}{}/{path}", it.tag())),
        is_current: it == lang,
        missing: None,
    };
    let address = |it: In| format!("https://example.org/kb/{}/{path}", it.tag());
    PageView {
        sections: Vec::new(),
        lang: lang.view(),
        title: title.to_owned(),
        title_html: title.to_owned(),
        document_title: format!("{title} · {}", lang.of("قاعدة معارف التشاور العربي", "Arab Migration Consultation")),
        description: Some(lang.s(
            "صفحة من قاعدة معارف عملية التشاور العربية الإقليمية حول الهجرة.",
            "A page about the Arab Regional Consultative Process.",
        )),
        canonical: Some(address(lang)),
        alternates: vec![
            Alternate { hreflang: "ar".to_owned(), href: address(Ar) },
            Alternate { hreflang: "en".to_owned(), href: address(En) },
            Alternate { hreflang: "x-default".to_owned(), href: address(Ar) },
        ],
        preview: Some(PreviewView {
            of_type: "article".to_owned(),
            site: lang.s("قاعدة معارف التشاور العربي", "Arab Migration Consultation"),
            locale: lang.s("ar_EG", "en_US"),
            other_locales: vec![lang.s("en_US", "ar_EG")],
            updated: Some("2026-11-20".to_owned()),
            image: Some(ImageView {
                src: "https://example.org/kb/cards/a.png".to_owned(),
                alt: title.to_owned(),
                width: 1200,
                height: 630,
            }),
        }),
        reference: Some(ReferenceView {
            title: title.to_owned(),
            publisher: Some(lang.s("الأمانة الفنية", "The secretariat")),
            date: Some("2026/11/20".to_owned()),
            language: lang.tag().to_owned(),
        }),
        linked_data: Some("{\"@type\":\"WebPage\",\"name\":\"\\u003cقرار\"}".to_owned()),
        languages: vec![twin(Ar), twin(En)],
        breadcrumbs: vec![link(&up, lang.of("الرئيسية", "Home"))],
        place,
        ..PageView::default()
    }
}

/// Every sample page of a language.
pub fn pages(lang: In) -> Vec<PageView> {
    vec![
        home(lang),
        prose(lang),
        record(lang),
        cards(lang),
        table(lang),
        terms(lang),
        timeline(lang),
        rows(lang),
        organigram(lang),
        az(lang),
        years(lang),
        search(lang),
        parity(lang),
        redirect(lang),
    ]
}

/// The pages that speak both languages.
pub fn bilingual() -> Vec<PageView> {
    vec![root(), not_found(), identity(), parallel()]
}

fn entry(href: &str, html: &str, summary: &str) -> Entry {
    Entry {
        link: link(href, html),
        summary_html: (!summary.is_empty()).then(|| summary.to_owned()),
        ..Entry::default()
    }
}

fn home(lang: In) -> PageView {
    let doors = vec![
        Entry {
            link: noted("mandates/", lang.of("المرجعيات", "Mandate"), "3"),
            ..entry(
                "",
                "",
                lang.of(
                    "القرارات والإعلانات التي قامت عليها العملية",
                    "The resolutions and declarations behind the process",
                ),
            )
        },
        Entry {
            link: noted("objectives/", lang.of("الأهداف", "Objectives"), "6"),
            ..entry("", "", lang.of("ما اتفقت الدول على السعي إليه معًا", "What the states agreed to pursue together"))
        },
        Entry {
            link: noted("states/", lang.of("المشاركون", "Participants"), "22"),
            ..entry("", "", lang.of("الدول الأعضاء والمنظمات المدعوة", "Member states and invited organisations"))
        },
        Entry {
            link: link("process/secretariat/", lang.of("الأمانة الفنية", "Secretariat")),
            ..entry("", "", lang.of("من يُعدّ الاجتماعات ويتابع نتائجها", "Who prepares the meetings and follows them up"))
        },
    ];
    let body = lang.s(
        "<p>تجمع هذه القاعدة ما هو معروف عن عملية التشاور العربية الإقليمية حول الهجرة: مرجعياتها وأهدافها ومن يشارك فيها. وهي إطار حوار مرن لا تترتب عليه التزامات قانونية. كل معلومة فيها مسندة إلى مصدرها.</p>",
        "<p>This knowledge base gathers what is known about the Arab Regional Consultative Process on Migration: its mandate, its objectives and who takes part. It is a flexible forum whose talks bind no one legally. Every fact leads to its source.</p>",
    );
    PageView {
        breadcrumbs: Vec::new(),
        body,
        updated: Some(date(lang.of("20 نوفمبر 2026", "20 November 2026"), Some("2026-11-20"))),
        content: Content::Home(HomeView {
            lead_html: None,
            doors,
            lists: vec![ListView {
                title: Some(lang.s("محطات العملية", "Milestones")),
                ..milestones(lang, "mandates/")
            }],
            recent: vec![
                noted(
                    "mandates/resolution-7833/",
                    lang.of("قرار عقد اجتماعات التشاور دوريًا", "Resolution on periodic meetings"),
                    lang.of("20 نوفمبر 2026", "20 November 2026"),
                ),
                noted("terms/", lang.of("المصطلحات", "Glossary"), lang.of("18 نوفمبر 2026", "18 November 2026")),
            ],
        }),
        ..base(
            lang,
            "",
            lang.of("عملية التشاور العربية الإقليمية حول الهجرة", "Arab Regional Consultative Process on Migration"),
        )
    }
}

fn milestones(lang: In, to: &str) -> ListView {
    let event = |iso: &str, when: &str, href: &str, what: &str, kind: &str| Entry {
        date: Some(date(when, Some(iso))),
        kind_html: Some(kind.to_owned()),
        ..entry(&format!("{to}{href}"), what, "")
    };
    let year = |year: &str, entries| ListGroup { id: Some(format!("y{year}")), title: Some(year.to_owned()), entries };
    ListView {
        layout: Layout::Timeline,
        groups: vec![
            year(
                "2013",
                vec![
                    event(
                        "2013-06",
                        lang.of("يونيو 2013", "June 2013"),
                        "meeting-2013/",
                        lang.of(
                            "الاجتماع التشاوري الإقليمي حول الهجرة والتنمية",
                            "Regional Consultative Meeting on Migration and Development",
                        ),
                        lang.of("اجتماع", "Meeting"),
                    ),
                    event(
                        "2013-10-03",
                        lang.of("3 أكتوبر 2013", "3 October 2013"),
                        "declaration/",
                        lang.of(
                            "إعلان الحوار الرفيع المستوى بشأن الهجرة الدولية والتنمية",
                            "Declaration of the High-level Dialogue",
                        ),
                        lang.of("إعلان", "Declaration"),
                    ),
                ],
            ),
            year(
                "2014",
                vec![event(
                    "2014-09-07",
                    lang.of("7 سبتمبر 2014", "7 September 2014"),
                    "resolution-7833/",
                    lang.of("قرار عقد اجتماعات التشاور دوريًا", "Resolution on holding the meetings periodically"),
                    lang.of("قرار", "Resolution"),
                )],
            ),
            year(
                "2015",
                vec![event(
                    "2015-04",
                    lang.of("أبريل 2015", "April 2015"),
                    "meeting-01/",
                    lang.of("الاجتماع الأول", "First meeting"),
                    lang.of("اجتماع", "Meeting"),
                )],
            ),
        ],
        more: Some(link(to, lang.of("كل المحطات", "All milestones"))),
        ..ListView::default()
    }
}

fn prose(lang: In) -> PageView {
    let body = lang.s(
        "<h2 id=\"rule\">قاعدة الاجتماعات<a class=\"anchor\" href=\"#rule\" aria-label=\"رابط إلى هذا القسم\"></a></h2>\n<p id=\"b1\">تجتمع الدول <strong>مرة في السنة</strong> في الربع الثاني منها، وتجتمع <a href=\"../meetings/\">استثنائيًا</a> كلما دعت الحاجة. ويُكتب الرمز <bdi dir=\"ltr\">A/RES/68/4</bdi> كما هو، ورقم الهاتف <bdi dir=\"ltr\">+20 2 2575 0511</bdi>، واسم العملية بالإنجليزية <span lang=\"en\" dir=\"ltr\">Arab Regional Consultative Process</span>.<sup id=\"r1\"><a href=\"#f1\">1</a></sup></p>\n<aside class=\"alert alert-warning\" role=\"note\"><p class=\"alert-title\">تنبيه</p><p>انعقد الاجتماع الثامن في الربع الأول، خارج القاعدة.</p></aside>\n<h3 id=\"table\">جدول الاجتماعات</h3>\n<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"جدول الاجتماعات\"><table><thead><tr><th scope=\"col\">الاجتماع</th><th scope=\"col\">التاريخ</th><th scope=\"col\">المكان</th></tr></thead><tbody><tr><td>الثالث</td><td>8–9 مايو 2017</td><td>القاهرة</td></tr><tr><td>التاسع</td><td>29–30 مايو 2023</td><td>القاهرة</td></tr></tbody></table></div>\n<h2 id=\"work\">ما أُنجز</h2>\n<ul><li><span class=\"task task-done\" role=\"img\" aria-label=\"منجز\">☑</span> جمع المراجع</li><li><span class=\"task task-open\" role=\"img\" aria-label=\"غير منجز\">☐</span> مراجعة الأسماء</li></ul>\n<ol><li>التحضير</li><li>الانعقاد<ul><li>الجلسة المغلقة</li><li>الجلسة العامة</li></ul></li></ol>\n<blockquote><p>ما يُقال هنا لا يُلزم أحدًا قانونًا، وهذه قوته.</p></blockquote>\n<pre dir=\"ltr\" tabindex=\"0\"><code class=\"language-yaml\">kind: mandate\nnumber: &quot;7833&quot;\ndate: 2014-09-07\n</code></pre>\n<dl><dt>الأمانة الفنية</dt><dd>من يُعدّ الاجتماعات ويتابع نتائجها.</dd></dl>\n<section class=\"footnotes\" role=\"doc-endnotes\"><h2>الحواشي</h2><ol><li id=\"f1\"><p>يُضاف اللجوء إلى الاسم منذ 2019. <a href=\"#r1\" aria-label=\"العودة إلى النص\">↩</a></p></li></ol></section>",
        "<h2 id=\"rule\">When the states meet<a class=\"anchor\" href=\"#rule\" aria-label=\"Link to this section\"></a></h2>\n<p id=\"b1\">The states meet <strong>once a year</strong>, in the second quarter, and hold <a href=\"../meetings/\">extraordinary meetings</a> when needed. The process is called <span lang=\"ar\" dir=\"rtl\">عملية التشاور العربية الإقليمية حول الهجرة</span> in Arabic; the symbol is <code>A/RES/68/4</code>.<sup id=\"r1\"><a href=\"#f1\">1</a></sup></p>\n<aside class=\"alert alert-warning\" role=\"note\"><p class=\"alert-title\">Warning</p><p>The eighth meeting fell into the first quarter, outside the rule.</p></aside>\n<h3 id=\"table\">Meetings</h3>\n<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"Meetings\"><table><thead><tr><th scope=\"col\">Meeting</th><th scope=\"col\">Date</th><th scope=\"col\">Place</th></tr></thead><tbody><tr><td>Third</td><td>8–9 May 2017</td><td>Cairo</td></tr><tr><td>Ninth</td><td>29–30 May 2023</td><td>Cairo</td></tr></tbody></table></div>\n<h2 id=\"work\">What is done</h2>\n<ul><li><span class=\"task task-done\" role=\"img\" aria-label=\"Done\">☑</span> References gathered</li><li><span class=\"task task-open\" role=\"img\" aria-label=\"Open\">☐</span> Names checked</li></ul>\n<ol><li>Preparation</li><li>The meeting<ul><li>closed session</li><li>open session</li></ul></li></ol>\n<blockquote><p>What is said here binds no one, and that is its strength.</p></blockquote>\n<pre dir=\"ltr\" tabindex=\"0\"><code class=\"language-yaml\">kind: mandate\nnumber: &quot;7833&quot;\ndate: 2014-09-07\n</code></pre>\n<dl><dt>Secretariat</dt><dd>Whoever prepares the meetings and follows them up.</dd></dl>\n<section class=\"footnotes\" role=\"doc-endnotes\"><h2>Footnotes</h2><ol><li id=\"f1\"><p>Asylum has been part of the name since 2019. <a href=\"#r1\" aria-label=\"Back to the text\">↩</a></p></li></ol></section>",
    );
    let heading = |href: &str, ar: &str, en: &str, children| ContentsEntry {
        href: href.to_owned(),
        html: lang.s(ar, en),
        children,
    };
    let mut page = PageView {
        body,
        contents: vec![
            heading(
                "#rule",
                "قاعدة الاجتماعات",
                "When the states meet",
                vec![heading("#table", "جدول الاجتماعات", "Meetings", vec![])],
            ),
            heading("#work", "ما أُنجز", "What is done", vec![]),
        ],
        updated: Some(date(lang.of("12 نوفمبر 2026", "12 November 2026"), Some("2026-11-12"))),
        previous: Some(link("../mandates/", lang.of("المرجعيات", "Mandate references"))),
        next: Some(link("../process/secretariat/", lang.of("الأمانة الفنية", "Secretariat"))),
        content: Content::Text(TextView {
            summary_html: Some(
                lang.s("كيف تجتمع الدول، ومتى، ومن يدعوها.", "How the states meet, when, and who calls them."),
            ),
            tags: vec![
                link("../index/", lang.of("اجتماعات", "meetings")),
                link("../index/", lang.of("قواعد", "rules")),
            ],
            pages: Some(ListView {
                title: Some(lang.s("في هذا القسم", "In this section")),
                layout: Layout::Rows,
                groups: vec![ListGroup {
                    entries: vec![
                        entry(
                            "participation/",
                            lang.of("المشاركون", "Participants"),
                            lang.of(
                                "الدول الاثنتان والعشرون ومن يُدعى معها.",
                                "The twenty-two states and who is invited.",
                            ),
                        ),
                        entry("secretariat/", lang.of("الأمانة الفنية", "Secretariat"), ""),
                    ],
                    ..ListGroup::default()
                }],
                ..ListView::default()
            }),
            ..TextView::default()
        }),
        ..base(lang, "process/", lang.of("عملية التشاور", "The process"))
    };
    page.languages[1 - usize::from(lang == En)].href = None;
    page.languages[1 - usize::from(lang == En)].missing =
        Some(lang.s("هذه الصفحة غير متاحة باللغة الإنجليزية", "This page is not available in Arabic"));
    page
}

fn record(lang: In) -> PageView {
    let mark = |number: &str, key: &str, title: &str| SourceMark {
        number: number.to_owned(),
        href: format!("#source_{key}"),
        label: format!("{} {number}: {title}", lang.of("المصدر", "Source")),
    };
    let document = mark("1", "document", lang.of("الوثيقة الأصل", "The source document"));
    let press = mark("2", "news-2022-03", lang.of("خبر صحفي عن الاجتماع الثامن", "Press report on the eighth meeting"));
    let source = |number: &str, key: &str, title: &str, foreign: Option<In>| SourceView {
        id: format!("source_{key}"),
        number: number.to_owned(),
        link: LinkView { lang: foreign.map(In::view), ..link(&format!("../../sources/{key}/"), title) },
    };
    PageView {
        sections: vec![format!("{}/mandates/", lang.tag()), format!("{}/", lang.tag())],
        kind: Some(link("../", lang.of("مرجعية", "Mandate reference"))),
        breadcrumbs: vec![link("../../", lang.of("الرئيسية", "Home")), link("../", lang.of("المرجعيات", "Mandate references"))],
        body: lang.s(
            "<h2 id=\"background\">خلفية</h2><p>صدر القرار بعد عام من الاجتماع التشاوري الإقليمي، فصار اللقاء منتظمًا لا عارضًا.</p><h2 id=\"effect\">ما تغيّر</h2><p>أصبحت الاجتماعات تُعقد دوريًا بوصفها عملية تشاور إقليمية.</p>",
            "<h2 id=\"background\">Background</h2><p>The resolution came a year after the regional consultative meeting and made the talks regular.</p><h2 id=\"effect\">What changed</h2><p>The meetings became periodic and took the standing of a regional consultative process.</p>",
        ),
        contents: vec![
            ContentsEntry { href: "#background".to_owned(), html: lang.s("خلفية", "Background"), children: vec![] },
            ContentsEntry { href: "#effect".to_owned(), html: lang.s("ما تغيّر", "What changed"), children: vec![] },
        ],
        updated: Some(date(lang.of("20 نوفمبر 2026", "20 November 2026"), Some("2026-11-20"))),
        previous: Some(link("../declaration/", lang.of("إعلان الحوار الرفيع المستوى", "Declaration of the High-level Dialogue"))),
        next: Some(link("../global-compact/", lang.of("الاتفاق العالمي من أجل الهجرة", "Global Compact for Migration"))),
        content: Content::Record(RecordView {
            lead: None,
            kind: "mandate".to_owned(),
            summary_html: Some(lang.s("القرار الذي جعل اجتماعات التشاور دورية.", "The resolution that made the consultation meetings periodic.")),
            facts: vec![
                fact("number", lang.of("الرقم", "Number"), vec![FactValue { sources: vec![document.clone(), press.clone()], ..plain(Value::Code { text: "7833".to_owned() }) }]),
                fact("date", lang.of("التاريخ", "Date"), vec![FactValue { sources: vec![document.clone()], ..plain(Value::Date(date(lang.of("7 سبتمبر 2014", "7 September 2014"), Some("2014-09-07")))) }]),
                fact("session", lang.of("الدورة", "Session"), vec![plain(Value::Number { text: "142".to_owned() })]),
                fact("status", lang.of("الحال", "Status"), vec![plain(Value::Choice { name: "in-force".to_owned(), html: lang.s("سارٍ", "In force"), tone: Tone::Done }), plain(Value::Choice { name: "underway".to_owned(), html: lang.s("قيد التنفيذ", "Under way"), tone: Tone::Underway }), plain(Value::Choice { name: "p".to_owned(), html: lang.s("مخطط", "Planned"), tone: Tone::Planned }), plain(Value::Choice { name: "a".to_owned(), html: lang.s("مؤرشف", "Archived"), tone: Tone::Archived }), plain(Value::Choice { name: "r".to_owned(), html: lang.s("مرفوض", "Refused"), tone: Tone::Refused }), plain(Value::Choice { name: "n".to_owned(), html: lang.s("وثيقة ومصدر منشور", "Document and public"), tone: Tone::Neutral })]),
                fact("department", lang.of("الإدارة المختصة", "Department"), vec![
                    FactValue { validity_html: Some(lang.s("منذ 2016", "since 2016")), ..plain(Value::Link(link("../../bodies/department-rem/", lang.of("إدارة شؤون المغتربين والهجرة", "Refugees, Expatriates and Migration Affairs Department")))) },
                    FactValue { is_former: true, validity_html: Some(lang.s("حتى 2016", "until 2016")), sources: vec![document], note_html: Some(lang.s("تغيّر الاسم بنقل ملف السياسات السكانية.", "Renamed when the population file moved.")), ..plain(text(lang.of("إدارة السياسات السكانية والمغتربين والهجرة", "Population Policies, Expatriates and Migration Department"))) },
                ]),
                fact("quoted", lang.of("كما ورد", "As found"), vec![plain(Value::Verbatim { html: "المجلس الوزارى".to_owned(), lang: (lang == En).then(|| Ar.view()) })]),
                fact("url", lang.of("العنوان", "Web address"), vec![plain(Value::Address { href: "https://www.example.org/resolutions/7833/".to_owned(), text: "https://www.example.org/resolutions/7833/".to_owned() })]),
                fact("note", lang.of("ملاحظة", "Note"), vec![plain(Value::Long { html: lang.s("<p>العنوان وصف تحريري.</p><p>لم نطلع على العنوان الرسمي.</p>", "<p>The title is an editor's description.</p><p>The official heading was not seen.</p>"), lang: None })]),
            ],
            relations: vec![
                RelationGroup { label_html: lang.s("اعتمده", "Adopted by"), is_inverse: false, links: vec![link("../../bodies/council/", lang.of("مجلس جامعة الدول العربية على المستوى الوزاري", "Council of the League of Arab States at the ministerial level"))], more: None },
                RelationGroup { label_html: lang.s("يدعم", "Supports"), is_inverse: false, links: vec![link("../../objectives/dialogue/", lang.of("الحوار والتعاون", "Dialogue and cooperation")), link("../../objectives/networks/", lang.of("شبكات التواصل", "Communication networks"))], more: None },
                RelationGroup { label_html: lang.s("ورد ذكره في", "Cited by"), is_inverse: true, links: vec![noted("../../meetings/08/", lang.of("الاجتماع الثامن", "Eighth meeting"), lang.of("10 مارس 2022", "10 March 2022"))], more: Some(link("../../index/", lang.of("الكل", "All"))) },
            ],
            sources: vec![
                source("1", "document", lang.of("الوثيقة الأصل", "The source document"), None),
                source("2", "news-2022-03", "خبر صحفي عن الاجتماع الثامن", (lang == En).then_some(Ar)),
                source("3", "iom-arcp", "IOM page on the ARCP", (lang == Ar).then_some(En)),
            ],
            cite: Some(CiteView {
                styles: vec![CiteStyle {
                    label: lang.s("صيغة مؤسسية", "Institutional style"),
                    html: lang.s("«قرار عقد اجتماعات التشاور دوريًا»، قاعدة معارف التشاور العربي حول الهجرة، 20 نوفمبر 2026.", "“Resolution on holding the meetings periodically”, Arab Migration Consultation Knowledge Base, 20 November 2026."),
                }],
                version: Some("3f2a9c1b".to_owned()),
                address: Some("https://example.org/kb/id/mandate/resolution-7833/".to_owned()),
                href: Some("../../../id/mandate/resolution-7833/".to_owned()),
                links: vec![link("../../../data/mandate/resolution-7833.json", "JSON")],
            }),
        }),
        ..base(lang, "mandates/resolution-7833/", lang.of("قرار عقد اجتماعات التشاور الإقليمية بشأن الهجرة دوريًا", "Resolution on holding the regional consultation meetings on migration periodically"))
    }
}

fn list(lang: In, path: &str, title: &str, view: ListView) -> PageView {
    PageView { content: Content::List(view), ..base(lang, path, title) }
}

fn one_group(entries: Vec<Entry>) -> Vec<ListGroup> {
    vec![ListGroup { entries, ..ListGroup::default() }]
}

fn cards(lang: In) -> PageView {
    let card = |number: &str, key: &str, title: &str, summary: &str| Entry {
        number: Some(number.to_owned()),
        facts: vec![
            fact("date", lang.of("التاريخ", "Date"), vec![plain(Value::Date(date("2014", Some("2014"))))]),
            fact("symbol", lang.of("الرمز", "Symbol"), vec![plain(Value::Code { text: "A/RES/68/4".to_owned() })]),
            fact(
                "status",
                lang.of("الحال", "Status"),
                vec![plain(Value::Choice {
                    name: "done".to_owned(),
                    html: lang.s("سارٍ", "In force"),
                    tone: Tone::Done,
                })],
            ),
        ],
        source: Some(link("../sources/document/", lang.of("الوثيقة الأصل", "The source document"))),
        ..entry(key, title, summary)
    };
    PageView {
        body: lang.s("<p>ستة أهداف اتفقت عليها الدول.</p>", "<p>Six objectives that the states agreed on.</p>"),
        ..list(
            lang,
            "objectives/",
            lang.of("الأهداف", "Objectives"),
            ListView {
                count: Some(lang.s("6 سجلات", "6 records")),
                facets: vec![Facet {
                    label_html: lang.s("السنة", "Year"),
                    clear: None,
                    links: vec![noted("2013/", "2013", "2"), noted("2014/", "2014", "1")],
                }],
                groups: one_group(vec![
                    card(
                        "1",
                        "dialogue/",
                        lang.of("الحوار والتعاون", "Dialogue and cooperation"),
                        lang.of(
                            "توثيق الحوار بين الدول في كل شأن متصل بالهجرة.",
                            "Strengthen dialogue among states on all that touches migration.",
                        ),
                    ),
                    card(
                        "2",
                        "understanding/",
                        lang.of("الفهم المشترك", "Common understanding"),
                        lang.of(
                            "تكوين فهم مشترك لأنواع الهجرة وأسبابها.",
                            "Build a shared understanding of the kinds and causes of migration.",
                        ),
                    ),
                    card(
                        "3",
                        "voice/",
                        lang.of("رؤى موحدة في المحافل العالمية", "A unified voice in global events"),
                        "",
                    ),
                ]),
                pages: Some(Pagination {
                    previous: None,
                    next: Some("2/".to_owned()),
                    pages: vec![
                        PageNumber { text: "1".to_owned(), href: "./".to_owned(), is_current: true },
                        PageNumber { text: "2".to_owned(), href: "2/".to_owned(), is_current: false },
                    ],
                }),
                ..ListView::default()
            },
        )
    }
}

fn table(lang: In) -> PageView {
    let row = |key: &str, title: &str, official: &str, code: &str, year: &str| Entry {
        facts: vec![
            fact("official", "", vec![plain(text(official))]),
            fact("iso", "", vec![plain(Value::Code { text: code.to_owned() })]),
            fact("joined", "", vec![plain(Value::Date(date(year, Some(year))))]),
        ],
        ..entry(key, title, "")
    };
    list(
        lang,
        "states/",
        lang.of("الدول الأعضاء", "Member states"),
        ListView {
            layout: Layout::Table,
            count: Some(lang.s("22 سجلًا", "22 records")),
            title_column_html: Some(lang.s("الدولة", "State")),
            columns_html: vec![
                lang.s("الاسم الرسمي", "Official name"),
                lang.s("الرمز", "Code"),
                lang.s("الانضمام", "Joined"),
            ],
            groups: one_group(vec![
                row(
                    "jo/",
                    lang.of("الأردن", "Jordan"),
                    lang.of("المملكة الأردنية الهاشمية", "Hashemite Kingdom of Jordan"),
                    "JOR",
                    "1945",
                ),
                row(
                    "ae/",
                    lang.of("الإمارات", "United Arab Emirates"),
                    lang.of("دولة الإمارات العربية المتحدة", "United Arab Emirates"),
                    "ARE",
                    "1971",
                ),
                row(
                    "tn/",
                    lang.of("تونس", "Tunisia"),
                    lang.of("الجمهورية التونسية", "Republic of Tunisia"),
                    "TUN",
                    "1958",
                ),
            ]),
            ..ListView::default()
        },
    )
}

fn terms(lang: In) -> PageView {
    let term = |key: &str, ar: &str, en: &str, definition: &str| Entry {
        id: Some(key.to_owned()),
        equivalents: vec![Equivalent { lang: lang.other().view(), html: lang.other().s(ar, en) }],
        ..entry(&format!("{key}/"), lang.of(ar, en), definition)
    };
    let group =
        |id: &str, title: &str, entries| ListGroup { id: Some(id.to_owned()), title: Some(title.to_owned()), entries };
    list(lang, "terms/", lang.of("المصطلحات", "Glossary"), ListView {
        layout: Layout::Terms,
        count: Some(lang.s("56 مدخلًا", "56 entries")),
        groups: vec![
            group("l1", lang.of("ب", "B"), vec![term("capacity", "بناء القدرات", "Building capacity", lang.of("تمكين المؤسسات والأفراد من أداء عملهم.", "Enabling institutions and people to do their work."))]),
            group("l2", lang.of("م", "I"), vec![
                term("migrant", "مهاجر", "Internal migrant", lang.of("من انتقل بعيدًا عن إقامته المعتادة أيًا كان السبب.", "A person who has moved away from the usual residence, whatever the cause.")),
            ]),
            group("l3", lang.of("ه", "M"), vec![
                term("migration", "هجرة", "Migration", lang.of("انتقال أشخاص بعيدًا عن مكان إقامتهم المعتاد داخل الدولة أو عبر حدودها.", "Movement of people away from where they usually live, inside a state or across its borders.")),
                term("mixed", "هجرة مختلطة", "Mixed migration", lang.of("تدفقات يسير فيها على الطريق نفسه لاجئون ومهاجرون.", "Flows in which refugees and migrants travel the same routes.")),
            ]),
        ],
        ..ListView::default()
    })
}

fn timeline(lang: In) -> PageView {
    list(
        lang,
        "mandates/",
        lang.of("المرجعيات", "Mandate references"),
        ListView { more: None, count: Some(lang.s("4 سجلات", "4 records")), ..milestones(lang, "") },
    )
}

fn rows(lang: In) -> PageView {
    let row = |href: &str, title: &str, iso: &str, when: &str, summary: &str| Entry {
        date: Some(date(when, Some(iso))),
        ..entry(href, title, summary)
    };
    list(
        lang,
        "meetings/",
        lang.of("الاجتماعات", "Meetings"),
        ListView {
            layout: Layout::Rows,
            groups: one_group(vec![
                row(
                    "11/",
                    lang.of("الاجتماع الحادي عشر", "Eleventh meeting"),
                    "2025-05-14",
                    lang.of("14–15 مايو 2025", "14–15 May 2025"),
                    "",
                ),
                row(
                    "08/",
                    lang.of("الاجتماع الثامن", "Eighth meeting"),
                    "2022-03-10",
                    lang.of("10 مارس 2022", "10 March 2022"),
                    lang.of("عن بعد، وخارج قاعدة الربع الثاني.", "Online, and outside the second-quarter rule."),
                ),
            ]),
            ..ListView::default()
        },
    )
}

fn organigram(lang: In) -> PageView {
    let unit = |key: &str, name: &str, mark, children| Entry {
        link: link(&format!("{key}/"), name),
        mark,
        children,
        ..Entry::default()
    };
    let mark = fact(
        "supervises",
        lang.of("تشرف على", "Supervises"),
        vec![plain(text(lang.of("عملية التشاور", "The consultative process")))],
    );
    let department = unit("refugees", lang.of("إدارة شؤون اللاجئين", "Refugee Department"), Some(mark), Vec::new());
    let sector = unit("sector", lang.of("قطاع الشؤون الاجتماعية", "Social Affairs Sector"), None, vec![department]);
    let council = unit("council", lang.of("مجلس الجامعة", "League Council"), None, Vec::new());
    let league = unit("league", lang.of("جامعة الدول العربية", "League of Arab States"), None, vec![council, sector]);
    let facet = Facet {
        label_html: lang.s("كما كانت في", "As it stood on"),
        clear: Some(link("./", lang.of("اليوم", "Today"))),
        links: vec![LinkView { html: lang.s("7 سبتمبر 2014", "7 September 2014"), ..LinkView::default() }],
    };
    let view = ListView {
        layout: Layout::Organigram,
        groups: one_group(vec![league]),
        facets: vec![facet],
        ..ListView::default()
    };
    list(lang, "bodies/", lang.of("الجهات", "Bodies"), view)
}

fn index(lang: In, path: &str, title: &str, groups: Vec<(&str, &str, Vec<Entry>)>) -> (PageView, IndexView) {
    let groups = groups.into_iter().map(|(id, title, entries)| ListGroup {
        id: Some(id.to_owned()),
        title: Some(title.to_owned()),
        entries,
    });
    (base(lang, path, title), IndexView { count: Some(lang.s("212 صفحة", "212 pages")), groups: groups.collect() })
}

fn az(lang: In) -> PageView {
    let kind = |it: Entry, ar: &str, en: &str| Entry { kind_html: Some(lang.s(ar, en)), ..it };
    let (page, view) = index(
        lang,
        "index/",
        lang.of("الفهرس الألفبائي", "A–Z index"),
        vec![
            (
                "a1",
                lang.of("أ", "A"),
                vec![
                    kind(entry("../states/jo/", lang.of("الأردن", "Algeria"), ""), "دولة عضو", "Member state"),
                    kind(entry("../objectives/", lang.of("الأهداف", "Aims"), ""), "صفحة", "Page"),
                ],
            ),
            (
                "a2",
                lang.of("ت", "E"),
                vec![
                    kind(entry("../states/tn/", lang.of("تونس", "Egypt"), ""), "دولة عضو", "Member state"),
                    kind(entry("../terms/", lang.of("تدفقات مختلطة", "Expatriate"), ""), "مصطلح", "Term"),
                ],
            ),
            (
                "a3",
                lang.of("ه", "M"),
                vec![
                    kind(entry("../terms/migration/", lang.of("هجرة", "Migration"), ""), "مصطلح", "Term"),
                    kind(entry("../terms/mixed/", lang.of("هجرة مختلطة", "Mixed migration"), ""), "مصطلح", "Term"),
                    kind(entry("../terms/", lang.of("هجرة دولية", "Morocco"), ""), "مصطلح", "Term"),
                ],
            ),
        ],
    );
    PageView { content: Content::IndexAz(view), ..page }
}

fn parity(lang: In) -> PageView {
    let row = |link: LinkView, numbers: [&str; 5]| {
        let [total, complete, stale, missing, unaccepted] = numbers.map(str::to_owned);
        ParityRow { link, total, complete, stale, missing, unaccepted }
    };
    let whole = LinkView { html: lang.s("الموقع كله", "Whole site"), ..LinkView::default() };
    let rows = vec![
        row(link("../mandates/", lang.of("المرجعيات", "Mandate references")), ["7", "6", "1", "0", "0"]),
        row(whole, ["7", "6", "1", "0", "0"]),
    ];
    let entries = vec![entry(
        "../mandates/resolution-7833/",
        lang.of("القرار 7833", "Resolution 7833"),
        lang.of("متأخرة باللغة العربية", "behind in Arabic"),
    )];
    let group =
        ListGroup {
            id: Some("section_1".to_owned()), title: Some(lang.s("المرجعيات", "Mandate references")), entries
        };
    let content = Content::Parity(ParityView { rows, groups: vec![group] });
    PageView { content, ..base(lang, "translations/", lang.of("حالة الترجمات", "Status of translations")) }
}

fn years(lang: In) -> PageView {
    let dated = |it: Entry, when: &str, iso: &str| Entry { date: Some(date(when, Some(iso))), ..it };
    let (page, view) = index(
        lang,
        "years/",
        lang.of("بحسب السنة", "By year"),
        vec![
            (
                "y2014",
                "2014",
                vec![dated(
                    entry(
                        "../mandates/resolution-7833/",
                        lang.of("قرار عقد الاجتماعات دوريًا", "Resolution on periodic meetings"),
                        "",
                    ),
                    lang.of("7 سبتمبر 2014", "7 September 2014"),
                    "2014-09-07",
                )],
            ),
            (
                "y2013",
                "2013",
                vec![dated(
                    entry(
                        "../mandates/declaration/",
                        lang.of("إعلان الحوار الرفيع المستوى", "Declaration of the High-level Dialogue"),
                        "",
                    ),
                    lang.of("3 أكتوبر 2013", "3 October 2013"),
                    "2013-10-03",
                )],
            ),
            (
                "y2006",
                "2006",
                vec![dated(
                    entry(
                        "../mandates/arab-declaration/",
                        lang.of("الإعلان العربي حول الهجرة الدولية", "Arab Declaration on International Migration"),
                        "",
                    ),
                    lang.of("2006 (غير مؤكد)", "2006 (uncertain)"),
                    "2006",
                )],
            ),
        ],
    );
    PageView { content: Content::IndexYears(view), ..page }
}

fn search(lang: In) -> PageView {
    PageView {
        content: Content::Search(SearchView {
            action: "./".to_owned(),
            script: "../../assets/search.js".to_owned(),
            addresses: "ar=assets/search-ar.bin en=assets/search-en.bin".to_owned(),
            indexes: vec![
                link("../index/", lang.of("الفهرس الألفبائي", "A–Z index")),
                link("../years/", lang.of("بحسب السنة", "By year")),
            ],
            kinds: vec![
                noted("../mandates/", lang.of("المرجعيات", "Mandate references"), "7"),
                noted("../terms/", lang.of("المصطلحات", "Glossary"), "56"),
                noted("../states/", lang.of("الدول الأعضاء", "Member states"), "22"),
            ],
        }),
        ..base(lang, "search/", lang.of("البحث", "Search"))
    }
}

fn redirect(lang: In) -> PageView {
    PageView {
        is_unlisted: true,
        alternates: Vec::new(),
        content: Content::Redirect(RedirectView {
            href: "../mandates/resolution-7833/".to_owned(),
            html: lang.s("قرار عقد اجتماعات التشاور دوريًا", "Resolution on periodic meetings"),
        }),
        ..base(lang, "resolution/", lang.of("انتقلت هذه الصفحة", "This page has moved"))
    }
}

fn part(lang: In, ar: &str, en: &str, href: &str) -> LanguagePart {
    LanguagePart {
        lang: lang.view(),
        title_html: lang.s(ar, en),
        href: Some(href.to_owned()),
        ..LanguagePart::default()
    }
}

fn both(place: &str, parts: Vec<LanguagePart>) -> BilingualView {
    let _ = place;
    BilingualView { parts, ..BilingualView::default() }
}

fn root() -> PageView {
    let parts = In::ALL.map(|lang| LanguagePart {
        summary_html: Some(lang.s(
            "المرجعيات والأهداف والمشاركون والأمانة الفنية، كل معلومة بمصدرها.",
            "Mandate, objectives, participants and secretariat, every fact with its source.",
        )),
        links: vec![
            link(&format!("{}/index/", lang.tag()), lang.of("الفهرس الألفبائي", "A–Z index")),
            link(&format!("{}/search/", lang.tag()), lang.of("البحث", "Search")),
        ],
        ..part(
            lang,
            "قاعدة معارف التشاور العربي حول الهجرة",
            "Arab Migration Consultation Knowledge Base",
            &format!("{}/", lang.tag()),
        )
    });
    PageView {
        place: String::new(),
        content: Content::Root(both("", parts.to_vec())),
        ..base(Ar, "", "قاعدة معارف التشاور العربي حول الهجرة")
    }
}

fn not_found() -> PageView {
    let parts = In::ALL.map(|lang| LanguagePart {
        links: vec![
            link(&format!("/kb/{}/index/", lang.tag()), lang.of("الفهرس الألفبائي", "A–Z index")),
            link(&format!("/kb/{}/search/", lang.tag()), lang.of("البحث", "Search")),
        ],
        ..part(
            lang,
            "قاعدة معارف التشاور العربي حول الهجرة",
            "Arab Migration Consultation Knowledge Base",
            &format!("/kb/{}/", lang.tag()),
        )
    });
    PageView {
        place: "404.html".to_owned(),
        is_unlisted: true,
        canonical: None,
        alternates: Vec::new(),
        content: Content::NotFound(both("", parts.to_vec())),
        ..base(Ar, "", "الصفحة غير موجودة · Page not found")
    }
}

fn parallel() -> PageView {
    let up = "../../../";
    let column = |lang: In| ParallelColumn {
        lang: lang.view(),
        site_html: lang.s("قاعدة معارف التشاور العربي", "Arab Migration Consultation"),
        home: format!("{up}{}/", lang.tag()),
        title_html: lang.s("قرار عقد اجتماعات التشاور دوريًا", "Resolution on holding the meetings periodically"),
        kind_html: Some(lang.s("مرجعية", "Mandate reference")),
        page: link(
            &format!("{up}{}/mandates/resolution-7833/", lang.tag()),
            lang.of("اقرأها باللغة العربية وحدها", "Read in English only"),
        ),
    };
    let cell = |lang: In, values, gap| ParallelCell {
        lang: lang.view(),
        fact: fact("session", lang.of("الدورة", "Session"), values),
        gap,
    };
    let row = ParallelRow {
        id: "fact_session".to_owned(),
        label: "رابط إلى «الدورة»".to_owned(),
        cells: vec![
            cell(Ar, vec![plain(text("الدورة العادية 142"))], None),
            cell(En, Vec::new(), Some("This part is not translated".to_owned())),
        ],
    };
    let end = |lang: In| ParallelEnd {
        lang: lang.view(),
        prefix: format!("{}_", lang.tag()),
        cite: Some(CiteView { address: Some("https://example.org/id/mandate/x/".to_owned()), ..CiteView::default() }),
        ..ParallelEnd::default()
    };
    PageView {
        place: "parallel/mandates/resolution-7833/".to_owned(),
        is_unlisted: true,
        alternates: Vec::new(),
        body: "<div class=\"pair\" id=\"p1\"><div class=\"prose\" lang=\"ar\" dir=\"rtl\"><p>قرر المجلس.</p></div>\
            <div class=\"prose\" lang=\"en\" dir=\"ltr\"><p>The Council decided.</p></div></div>"
            .to_owned(),
        content: Content::Parallel(ParallelView {
            dir: "rtl".to_owned(),
            columns: In::ALL.map(column).to_vec(),
            lead_html: String::new(),
            facts: vec![row],
            ends: vec![In::ALL.map(end).to_vec()],
        }),
        ..base(Ar, "", "قرار عقد اجتماعات التشاور دوريًا")
    }
}

fn identity() -> PageView {
    let parts = In::ALL.map(|lang| LanguagePart {
        kind_html: Some(lang.s("مرجعية", "Mandate reference")),
        ..part(
            lang,
            "قرار عقد اجتماعات التشاور دوريًا",
            "Resolution on holding the meetings periodically",
            &format!("../../../{}/mandates/resolution-7833/", lang.tag()),
        )
    });
    PageView {
        place: "id/mandate/resolution-7833/".to_owned(),
        content: Content::Identity(BilingualView {
            key: Some("resolution-7833".to_owned()),
            address: Some("https://example.org/kb/id/mandate/resolution-7833/".to_owned()),
            links: vec![link("../../../data/mandate/resolution-7833.json", "JSON")],
            parts: parts.to_vec(),
        }),
        ..base(Ar, "", "قرار عقد اجتماعات التشاور دوريًا")
    }
}
