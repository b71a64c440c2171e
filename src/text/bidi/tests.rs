use super::*;

const SITE: &[(&str, Dir)] = &[("ar", Dir::Rtl), ("en", Dir::Ltr)];

/// Shows isolates as brackets: ⟨ for left-to-right, ⟪ for right-to-left, ⟩ for their end.
fn shown(text: &str, dir: Dir) -> String {
    isolate(text, dir).replace('\u{2066}', "⟨").replace('\u{2067}', "⟪").replace('\u{2069}', "⟩")
}

fn markup(text: &str, dir: Dir) -> String {
    let mut out = String::new();
    html(text, &Around { dir, languages: SITE }, &mut out);
    out
}

#[test]
fn a_run_does_not_begin_with_a_bracket_that_closes_something_before() {
    assert_eq!(shown("[أ]{.x} ثم", Dir::Rtl), "[أ]⟨{.x}⟩ ثم");
    assert_eq!(shown("(انظر)A/68 ثم", Dir::Rtl), "(انظر)⟨A/68⟩ ثم");
}

#[test]
fn atomic_runs_in_arabic_are_isolated_whole() {
    let runs = [
        "2014-09-07",
        "2014/9/7",
        "A/RES/68/4",
        "E/ESCWA/SDD/2013/WG.5/Report",
        "68/4",
        "https://example.org/ar/",
        "info@example.org",
        "(ARCP)",
        "+20 2 2575 0511",
        "0020 2 2575 0511",
        "(+202) 2575 0511",
        "02-25750511",
        "C++",
        "C#",
        "10:30",
        "-5",
        "resolution-7833",
        "7833-resolution",
        "v1.2.3-rc.1",
        "1.2.3",
        "٢٠١٤/٩/٧",
        "١٠:٣٠",
        "S/2013/456",
        "www.lasportal.org/ar/",
        "10 000",
        "U.N.",
        "Ph.D.",
        "$100",
        "#5",
        "f(x)",
        "ARCP 2014",
        "2013-06",
        "2575 0511",
        "2575-0511",
        "+1 (202) 555-0123",
        "+20 (0)2 2575 0511",
        "100 USD",
        "5 °C",
        "10:30 AM",
        "10:30 GMT+2",
        "ISO/IEC 27001",
        "C++ 17",
        "US$ 100",
        "No. 7833",
        "S/RES/1325 (2000)",
        "x < 5",
        "5 + 3 = 8",
        "192.168.1.1",
        "978-3-16-148410-0",
        "*.pdf",
        "(ARCP 2014)",
        "+20 2 2575 0511 ext. 123",
        "+1-202-555-0123 x45",
        "02-25750511, ext 7",
        "+20 2 2575 0511/12",
        "Vol. 3, No. 2",
    ];
    for run in runs {
        for (before, after) in [("صدر في ", " بالقاهرة"), ("", " وما بعده"), ("انظر ", ""), ("انظر: ", "، ثم غيره")]
        {
            let text = format!("{before}{run}{after}");
            assert_eq!(shown(&text, Dir::Rtl), format!("{before}⟨{run}⟩{after}"));
        }
    }
}

#[test]
fn ranges_percentages_and_scores_keep_their_natural_order() {
    let runs = [
        "2018-2019",
        "2018–2019",
        "29-30/5/2023",
        "53%",
        "5-10%",
        "3-1",
        "4–5",
        "1,126.5",
        "2014",
        "٢٠١٨-٢٠١٩",
        "٥٣٪",
        "10:30-11:45",
        "09:00-17:00",
        "08:00-09:30",
        "100$",
        "٢٠١٤-٠٩-٠٧",
    ];
    for run in runs {
        let text = format!("في {run} من العام");
        assert_eq!(shown(&text, Dir::Rtl), text);
    }
}

#[test]
fn symbols_side_by_side_are_isolated_one_by_one() {
    assert_eq!(
        shown("القراران A/RES/73/195, A/RES/73/151 معًا", Dir::Rtl),
        "القراران ⟨A/RES/73/195⟩, ⟨A/RES/73/151⟩ معًا"
    );
    assert_eq!(shown("في 2014-09-07 و2015-01-02.", Dir::Rtl), "في ⟨2014-09-07⟩ و⟨2015-01-02⟩.");
}

#[test]
fn clitics_stay_outside() {
    assert_eq!(shown("بـA/RES/68/4؛ ولـC++", Dir::Rtl), "بـ⟨A/RES/68/4⟩؛ ولـ⟨C++⟩");
}

#[test]
fn dashes_of_items_and_compounds_stay_outside() {
    for text in [
        "1- البند الأول",
        "٢- البند الثاني",
        "3/ البند",
        "القاهرة-2014",
        "2014-القاهرة",
        "أيلول/سبتمبر 2014",
        "7-8 سبتمبر",
        "1) بند",
        "(1) بند",
        "- بند",
        "1445هـ",
    ] {
        assert_eq!(shown(text, Dir::Rtl), text);
    }
    assert_eq!(shown("القرار-A/RES/68/4", Dir::Rtl), "القرار-⟨A/RES/68/4⟩");
    assert_eq!(shown("القرار S/RES/242 (1967).", Dir::Rtl), "القرار ⟨S/RES/242 (1967)⟩.");
}

#[test]
fn a_lone_word_does_not_draw_the_number_after_it() {
    assert_eq!(shown("اجتماع ARCP (2014) بالقاهرة", Dir::Rtl), "اجتماع ⟨ARCP⟩ (2014) بالقاهرة");
    assert_eq!(shown("اجتماع ARCP، 2014", Dir::Rtl), "اجتماع ⟨ARCP⟩، 2014");
    assert_eq!(shown("اجتماع ARCP عام 2014", Dir::Rtl), "اجتماع ARCP عام 2014");
    assert_eq!(shown("في 2014 ARCP", Dir::Rtl), "في 2014 ARCP");
}

#[test]
fn foreign_phrases_carry_language_and_direction() {
    assert_eq!(
        markup("معيار WCAG 2.2 AA للنفاذ", Dir::Rtl),
        "معيار <span lang=\"en\" dir=\"ltr\">WCAG 2.2 AA</span> للنفاذ"
    );
    assert_eq!(
        markup("اعتُمد Global Compact (GCM) 2018 في مراكش", Dir::Rtl),
        "اعتُمد <span lang=\"en\" dir=\"ltr\">Global Compact (GCM) 2018</span> في مراكش"
    );
    assert_eq!(
        markup("المنظمة (International Organization for Migration (IOM)) شريك", Dir::Rtl),
        "المنظمة (<span lang=\"en\" dir=\"ltr\">International Organization for Migration (IOM)</span>) شريك"
    );
    assert_eq!(
        markup("«Global Compact» و«Migration & Development»", Dir::Rtl),
        "«<span lang=\"en\" dir=\"ltr\">Global Compact</span>» و«<span lang=\"en\" dir=\"ltr\">Migration &amp; Development</span>»"
    );
    assert_eq!(
        markup("the جامعة الدول العربية, 1945", Dir::Ltr),
        "the <span lang=\"ar\" dir=\"rtl\">جامعة الدول العربية</span>, 1945"
    );
    assert_eq!(
        markup("Resolution القرار 7833 (الدورة 142) of", Dir::Ltr),
        "Resolution <span lang=\"ar\" dir=\"rtl\">القرار 7833 (الدورة 142)</span> of"
    );
}

#[test]
fn brackets_stay_on_the_side_where_they_open() {
    assert_eq!(
        shown("Cairo (القاهرة) and Tunis (تونس)", Dir::Ltr),
        "Cairo (⟪القاهرة⟫) and Tunis (⟪تونس⟫)".replace('⟫', "⟩")
    );
    assert_eq!(shown("(القاهرة) (تونس)", Dir::Ltr), "(⟪القاهرة⟩) (⟪تونس⟩)");
    assert_eq!(shown("(IOM) (UN Women)", Dir::Rtl), "⟨(IOM)⟩ (⟨UN Women⟩)");
}

#[test]
fn one_script_alone_is_left_alone() {
    for (text, dir) in [
        ("العملية التشاورية العربية الإقليمية", Dir::Rtl),
        ("The process, 2014-09-07: A/RES/68/4.", Dir::Ltr),
        ("اجتماع ARCP الأول", Dir::Rtl),
        ("", Dir::Rtl),
        ("...", Dir::Rtl),
    ] {
        assert!(matches!(isolate(text, dir), Cow::Borrowed(same) if same == text), "{text}");
    }
}

#[test]
fn isolation_is_not_repeated() {
    for (text, dir) in [("في 2014-09-07 و(ARCP) وGlobal Compact", Dir::Rtl), ("see القرار 7833 there", Dir::Ltr)]
    {
        let once = isolate(text, dir).into_owned();
        assert_ne!(once, text);
        assert_eq!(isolate(&once, dir), once);
    }
}

#[test]
fn markup_is_escaped_everywhere() {
    assert_eq!(
        markup("<b> & \"قرار\" a<b", Dir::Rtl),
        "&lt;b&gt; &amp; &quot;قرار&quot; <bdi dir=\"ltr\">a&lt;b</bdi>"
    );
}

#[test]
fn characters_that_a_parser_would_refuse_are_left_out() {
    assert_eq!(markup("أ\u{1}ب\r\nج\rد\u{0}", Dir::Rtl), "أب\nج\nد\u{FFFD}");
}

#[test]
fn nothing_is_lost_and_isolates_balance() {
    use proptest::prelude::*;
    let letters =
        prop::sample::select("ابلهـ، Aa1-/:+.,()[]«»%٣٫٪é\u{64b}\u{2066}\u{2069}\u{202e}".chars().collect::<Vec<_>>());
    proptest!(|(chars in prop::collection::vec(letters, 0..60))| {
        let text: String = chars.iter().filter(|it| !matches!(it, '\u{2066}' | '\u{2069}' | '\u{202e}')).collect();
        let raw: String = chars.iter().collect();
        for dir in [Dir::Rtl, Dir::Ltr] {
            let out = isolate(&text, dir);
            let plain: String = out.chars().filter(|it| !('\u{2066}'..='\u{2069}').contains(it)).collect();
            prop_assert_eq!(&plain, &text);
            prop_assert!(crate::text::scan::findings(&out).iter().all(|(_, it)| !matches!(it, crate::text::scan::Finding::UnbalancedIsolate(_))));
            prop_assert!(isolate(&raw, dir).len() >= raw.len());
        }
    });
}

#[test]
fn long_texts_take_linear_time() {
    for unit in ["( ", "a ", "1 ", "( a", "ا(", "a, ", "A/1 ", "+1 "] {
        let text = unit.repeat(50_000);
        assert!(isolate(&text, Dir::Rtl).len() >= text.len());
        assert!(isolate(&text, Dir::Ltr).len() >= text.len());
    }
}

#[test]
fn lone_words_side_by_side_keep_the_order_of_the_text_around_them() {
    assert_eq!(shown("المنظمات IOM، UNHCR؛ ESCWA معًا", Dir::Rtl), "المنظمات ⟨IOM⟩، ⟨UNHCR⟩؛ ESCWA معًا");
    assert_eq!(shown("«IOM» «UNHCR» معًا", Dir::Rtl), "«⟨IOM⟩» «UNHCR» معًا");
    assert_eq!(shown("IOM وUNHCR معًا", Dir::Rtl), "IOM وUNHCR معًا");
}

#[test]
fn a_year_is_no_part_of_the_number_after_it() {
    assert_eq!(shown("عام 2014 USD 100 فقط", Dir::Rtl), "عام 2014 ⟨USD 100⟩ فقط");
    assert_eq!(shown("عام 2014 00 20 2 2575 فقط", Dir::Rtl), "عام 2014 ⟨00 20 2 2575⟩ فقط");
    assert_eq!(shown("عامي 1945 2014 فقط", Dir::Rtl), "عامي 1945 2014 فقط");
}

#[test]
fn signs_stay_with_their_number_behind_a_prefix() {
    assert_eq!(shown("بلغت 5 و-5 درجات", Dir::Rtl), "بلغت 5 و⟨-5⟩ درجات");
    assert_eq!(shown("القاهرة-5 درجات", Dir::Rtl), "القاهرة-5 درجات");
}

#[test]
fn addresses_hold_letters_of_any_script() {
    assert_eq!(
        shown("انظر https://example.org/ar/الهجرة-الدولية/2014، ثم", Dir::Rtl),
        "انظر ⟨https://example.org/ar/⟪الهجرة-الدولية⟩/2014⟩، ثم"
    );
    assert_eq!(
        shown("see https://example.org/ar/الهجرة/التنمية/2014, then", Dir::Ltr),
        "see https://example.org/ar/⟪الهجرة⟩/⟪التنمية⟩/2014, then"
    );
    assert_eq!(
        markup("انظر www.example.org/ar/الهجرة", Dir::Rtl),
        "انظر <bdi dir=\"ltr\">www.example.org/ar/<bdi dir=\"rtl\">الهجرة</bdi></bdi>"
    );
}

#[test]
fn groups_of_arabic_digits_stand_in_their_order() {
    assert_eq!(shown("هاتف ٠٢ ٢٥٧٥ ٠٥١١ فقط", Dir::Rtl), "هاتف ⟨⟨٠٢⟩ ⟨٢٥٧٥⟩ ⟨٠٥١١⟩⟩ فقط");
    // A formula in these digits runs from right to left.
    assert_eq!(shown("أي ٥ + ٣ = ٨ فقط", Dir::Rtl), "أي ٥ + ٣ = ٨ فقط");
}

#[test]
fn isolates_in_a_text_become_markup() {
    assert_eq!(
        markup("انظر «\u{2066}Global Compact\u{2069}»، \u{2066}1.2.3\u{2069}", Dir::Rtl),
        "انظر «<span lang=\"en\" dir=\"ltr\">Global Compact</span>»، <bdi dir=\"ltr\">1.2.3</bdi>"
    );
    assert_eq!(
        markup("see \u{2067}القرار A/68/4\u{2069} and \u{2068}x\u{2069}", Dir::Ltr),
        "see <span lang=\"ar\" dir=\"rtl\">القرار <bdi dir=\"ltr\">A/68/4</bdi></span> and <bdi dir=\"ltr\">x</bdi>"
    );
    let deep = format!("{}أ{}", "\u{2067}".repeat(20_000), "\u{2069}".repeat(20_000));
    assert!(markup(&deep, Dir::Ltr).contains('أ'));
}

#[test]
fn arabic_words_in_english_keep_what_stands_among_them() {
    assert_eq!(
        shown("see القرار A/RES/68/4 بشأن الهجرة there", Dir::Ltr),
        "see ⟪القرار ⟨A/RES/68/4⟩ بشأن الهجرة⟩ there"
    );
    assert_eq!(shown("see العملية (ARCP) في القاهرة there", Dir::Ltr), "see ⟪العملية ⟨(ARCP)⟩ في القاهرة⟩ there");
    assert_eq!(shown("see صدر في 2014-09-07 بالقاهرة there", Dir::Ltr), "see ⟪صدر في ⟨2014-09-07⟩ بالقاهرة⟩ there");
    for text in ["the ⟪جامعة⟩ (LAS) and ⟪القاهرة⟩", "Cairo ⟪القاهرة⟩ and ⟪تونس⟩", "⟪القاهرة⟩ Cairo ⟪تونس⟩"]
    {
        let plain: String = text.chars().filter(|it| !matches!(it, '⟪' | '⟩')).collect();
        assert_eq!(shown(&plain, Dir::Ltr), text);
    }
}
