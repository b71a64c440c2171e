use super::*;
use crate::base::{Language, PartialDate, Point};

fn locale(tag: &str, formats: &Formats) -> Locale {
    let languages = Languages(vec![Language { tag: tag.into(), dir: format::direction(tag) }]);
    let Checked { value, diagnostics } = Locales::new(&languages, formats, &[]);
    assert_eq!(diagnostics, []);
    value.0.into_iter().next().expect("one language was asked for")
}

#[test]
fn locales_are_shared_between_threads() {
    fn check<T: Send + Sync>() {}
    check::<Locales>();
}

#[test]
fn arabic_counts_have_six_forms() {
    let ar = locale("ar", &Formats::default());
    let count = |number: i64| ar.format(ids::COUNT_RECORDS, &[("count", Arg::Number(number))]);
    let forms = [
        (0, "لا سجلات"),
        (1, "سجل واحد"),
        (2, "سجلان"),
        (3, "3 سجلات"),
        (10, "10 سجلات"),
        (11, "11 سجلًا"),
        (99, "99 سجلًا"),
        (100, "100 سجل"),
        (102, "102 سجل"),
        (103, "103 سجلات"),
        (1126, "1,126 سجلًا"),
    ];
    for (number, expected) in forms {
        assert_eq!(count(number), expected);
    }
}

#[test]
fn digits_follow_the_site() {
    let formats = Formats { digits: Digits::Arabic, ..Formats::default() };
    let ar = locale("ar", &formats);
    assert_eq!(ar.format(ids::COUNT_PAGES, &[("count", Arg::Number(1126))]), "١٬١٢٦ صفحة");
    assert_eq!(ar.decimal("1234.50"), "١٬٢٣٤٫٥٠");
    assert_eq!(locale("en", &formats).number(1126), "1,126");
    assert_eq!(locale("ar", &Formats::default()).decimal("1234.50"), "1,234.50");
    assert_eq!(ar.decimal("قرار"), "قرار");
}

fn day(year: i32, month: u8, day: u8) -> Point {
    Point::Day(year, month, day)
}

fn span(start: Point, end: Point) -> PartialDate {
    PartialDate { end: Some(end), ..PartialDate::at(start) }
}

#[test]
fn dates_are_worded_as_they_are_known() {
    let (ar, en) = (locale("ar", &Formats::default()), locale("en", &Formats::default()));
    let about = PartialDate { approximate: true, ..PartialDate::at(Point::Month(2013, 6)) };
    let doubtful = PartialDate { uncertain: true, ..PartialDate::at(Point::Year(2013)) };
    let dates = [
        (PartialDate::at(Point::Year(2013)), "2013", "2013"),
        (PartialDate::at(Point::Quarter(2014, 2)), "الربع الثاني من عام 2014", "the second quarter of 2014"),
        (PartialDate::at(Point::Month(2013, 6)), "يونيو 2013", "June 2013"),
        (PartialDate::at(day(2014, 9, 7)), "7 سبتمبر 2014", "7 September 2014"),
        (span(day(2014, 9, 7), day(2014, 9, 7)), "7 سبتمبر 2014", "7 September 2014"),
        (span(day(2013, 6, 4), day(2013, 6, 5)), "4 و5 يونيو 2013", "4–5 June 2013"),
        (span(day(2013, 6, 4), day(2013, 6, 7)), "4–7 يونيو 2013", "4–7 June 2013"),
        (span(day(2013, 6, 30), day(2013, 7, 2)), "30 يونيو – 2 يوليو 2013", "30 June – 2 July 2013"),
        (
            span(day(2013, 12, 30), day(2014, 1, 2)),
            "30 ديسمبر 2013 – 2 يناير 2014",
            "30 December 2013 – 2 January 2014",
        ),
        (span(Point::Month(2013, 6), Point::Month(2013, 8)), "يونيو – أغسطس 2013", "June – August 2013"),
        (span(Point::Year(2018), Point::Year(2019)), "2018–2019", "2018–2019"),
        (about, "نحو يونيو 2013", "about June 2013"),
        (doubtful, "2013 (غير مؤكد)", "2013 (uncertain)"),
    ];
    for (date, in_arabic, in_english) in dates {
        assert_eq!(ar.date(&date), in_arabic);
        assert_eq!(en.date(&date), in_english);
        // A formatted date may stand in running text as it is.
        assert_eq!(crate::text::bidi::isolate(in_arabic, Dir::Rtl), in_arabic);
    }
}

#[test]
fn months_follow_the_region() {
    let september =
        |months| locale("ar", &Formats { months, ..Formats::default() }).date(&PartialDate::at(day(2014, 9, 7)));
    assert_eq!(september(Months::Gulf), "7 سبتمبر 2014");
    assert_eq!(september(Months::Levant), "7 أيلول 2014");
    assert_eq!(september(Months::Morocco), "7 شتنبر 2014");
    assert_eq!(september(Months::Maghreb), "7 سبتمبر 2014");
    assert_eq!(september(Months::Double), "7 أيلول/سبتمبر 2014");
    let names = |months| -> Vec<String> {
        let ar = locale("ar", &Formats { months, ..Formats::default() });
        (1..=12).map(|month| ar.shapes.month(month).to_owned()).collect()
    };
    assert_eq!(
        names(Months::Gulf).join(" "),
        "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"
    );
    assert_eq!(names(Months::Levant)[..3].join("، "), "كانون الثاني، شباط، آذار");
    assert_eq!(names(Months::Maghreb)[..8].join(" "), "جانفي فيفري مارس أفريل ماي جوان جويلية أوت");
    assert_eq!(names(Months::Morocco)[4..].join(" "), "ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر");
}

#[test]
fn arabic_digits_reach_dates() {
    let ar = locale("ar", &Formats { digits: Digits::Arabic, ..Formats::default() });
    assert_eq!(ar.date(&PartialDate::at(day(2014, 9, 7))), "٧ سبتمبر ٢٠١٤");
    assert_eq!(ar.date(&PartialDate::at(Point::Quarter(2014, 2))), "الربع الثاني من عام ٢٠١٤");
}

#[test]
fn days_have_a_second_date_where_the_site_asks_for_it() {
    let formats = Formats { calendars: Calendars::GregorianThenHijri, ..Formats::default() };
    let (ar, en) = (locale("ar", &formats), locale("en", &formats));
    let dates = [
        (PartialDate::at(day(2014, 9, 7)), "الموافق 12 ذو القعدة 1435 هـ", "(12 Dhuʻl-Qiʻdah 1435 AH)"),
        (PartialDate::at(day(1945, 3, 22)), "الموافق 8 ربيع الآخر 1364 هـ", "(8 Rabiʻ II 1364 AH)"),
        (span(day(2013, 6, 4), day(2013, 6, 5)), "الموافق 25 و26 رجب 1434 هـ", "(25–26 Rajab 1434 AH)"),
        (span(day(2013, 6, 8), day(2013, 6, 11)), "الموافق 29 رجب – 2 شعبان 1434 هـ", "(29 Rajab – 2 Shaʻban 1434 AH)"),
    ];
    for (date, in_arabic, in_english) in dates {
        assert_eq!(ar.second_date(&date).as_deref(), Some(in_arabic));
        assert_eq!(en.second_date(&date).as_deref(), Some(in_english));
        assert_eq!(crate::text::bidi::isolate(in_arabic, Dir::Rtl), in_arabic);
    }
    let arabic = Formats { digits: Digits::Arabic, ..formats };
    let digits = locale("ar", &arabic).second_date(&PartialDate::at(day(2014, 9, 7)));
    assert_eq!(digits.as_deref(), Some("الموافق ١٢ ذو القعدة ١٤٣٥ هـ"));
}

#[test]
fn only_days_that_umm_al_qura_covers_have_a_second_date() {
    let formats = Formats { calendars: Calendars::GregorianThenHijri, ..Formats::default() };
    let ar = locale("ar", &formats);
    for date in [
        PartialDate::at(Point::Month(2013, 6)),
        PartialDate::at(Point::Quarter(2014, 2)),
        PartialDate::at(Point::Year(2013)),
        span(day(2013, 6, 4), Point::Month(2013, 7)),
        PartialDate { approximate: true, ..PartialDate::at(day(2013, 6, 4)) },
        PartialDate::at(day(1801, 1, 1)),
        PartialDate::at(day(2300, 1, 1)),
    ] {
        assert_eq!(ar.second_date(&date), None, "{date:?}");
    }
    assert_eq!(locale("ar", &Formats::default()).second_date(&PartialDate::at(day(2014, 9, 7))), None);
    let months: Vec<String> = ar.shapes.hijri_months.clone();
    assert_eq!(
        months.join("، "),
        "محرم، صفر، ربيع الأول، ربيع الآخر، جمادى الأولى، جمادى الآخرة، رجب، شعبان، رمضان، شوال، ذو القعدة، ذو الحجة"
    );
}

#[test]
fn machine_dates_say_no_more_than_is_known() {
    let en = locale("en", &Formats::default());
    let machine = |date| en.machine_date(&date);
    assert_eq!(machine(PartialDate::at(day(2014, 9, 7))).as_deref(), Some("2014-09-07"));
    assert_eq!(machine(PartialDate::at(Point::Month(2013, 6))).as_deref(), Some("2013-06"));
    assert_eq!(machine(PartialDate::at(Point::Year(2013))).as_deref(), Some("2013"));
    assert_eq!(machine(PartialDate::at(Point::Quarter(2014, 2))), None);
    assert_eq!(machine(PartialDate { approximate: true, ..PartialDate::at(Point::Year(2013)) }), None);
    assert_eq!(machine(PartialDate { uncertain: true, ..PartialDate::at(day(2014, 9, 7)) }), None);
    assert_eq!(machine(span(day(2013, 6, 4), day(2013, 6, 5))), None);
}

#[test]
fn lists_take_the_languages_own_and() {
    let items = |names: &[&str]| names.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
    assert_eq!(locale("ar", &Formats::default()).list(&items(&["مصر", "تونس", "ليبيا"])), "مصر وتونس وليبيا");
    assert_eq!(
        locale("en", &Formats::default()).list(&items(&["Egypt", "Tunisia", "Libya"])),
        "Egypt, Tunisia, and Libya"
    );
}

fn sorted(locale: &Locale, names: &[&str]) -> Vec<String> {
    let mut out: Vec<String> = names.iter().rev().map(|it| (*it).to_owned()).collect();
    out.sort_by_key(|it| locale.sort_key(it));
    out
}

#[test]
fn member_states_come_out_in_the_leagues_own_order() {
    let names = [
        "الأردن",
        "الإمارات",
        "البحرين",
        "تونس",
        "الجزائر",
        "جيبوتي",
        "السعودية",
        "السودان",
        "سوريا",
        "الصومال",
        "العراق",
        "عُمان",
        "فلسطين",
        "قطر",
        "القمر",
        "الكويت",
        "لبنان",
        "ليبيا",
        "مصر",
        "المغرب",
        "موريتانيا",
        "اليمن",
    ];
    assert_eq!(sorted(&locale("ar", &Formats::default()), &names), names);
}

#[test]
fn carriers_of_hamza_stand_together_and_scripts_in_blocks() {
    let ar = ["اتحاد", "أثر", "إعلان", "التزام", "آلية", "أمانة", "إيران", "مؤتمر", "موقع", "هجرة", "ARCP", "IOM"];
    assert_eq!(sorted(&locale("ar", &Formats::default()), &ar), ar);
    let en = ["Algeria", "école", "The League", "IOM", "مصر", "68/4", "68/10", "---"];
    let mut expected = en;
    expected.swap(2, 3);
    assert_eq!(sorted(&locale("en", &Formats::default()), &en), expected);
}

#[test]
fn index_letters_are_base_letters() {
    let ar = locale("ar", &Formats::default());
    let letters = [
        ("الأردن", "ا"),
        ("إعلان", "ا"),
        ("آلية", "ا"),
        ("التزام", "ا"),
        ("التنمية", "ت"),
        ("عُمان", "ع"),
        ("«هجرة»", "ه"),
        ("ARCP", "A"),
        ("école", "E"),
        ("68/4", "#"),
        ("٦٨", "#"),
        ("", "#"),
    ];
    for (name, expected) in letters {
        assert_eq!(ar.letter(name), expected, "{name}");
    }
}

fn overridden(tag: &str, text: &str) -> Checked<Locales> {
    let languages =
        Languages(vec![Language { tag: "ar".into(), dir: Dir::Rtl }, Language { tag: "fr".into(), dir: Dir::Ltr }]);
    Locales::new(&languages, &Formats::default(), &[(tag, FileId(7), text)])
}

/// Returns the English text of each diagnostic that is not about the missing French interface, with the text that it points at.
fn told(tag: &str, text: &str) -> Vec<String> {
    let en = Locale::embedded("en").expect("English is embedded");
    let found = overridden(tag, text).diagnostics.into_iter().filter(|it| it.code.name != "locale/fallback");
    found
        .map(|it| {
            let crate::diag::Place::At(span) = it.place else { panic!("an override has a place") };
            let said = en.diagnostic(&it);
            let said = format!("{}: {} | {}", &text[span.range()], said.message, said.hint.unwrap_or_default());
            said.chars().filter(|it| !('\u{2066}'..='\u{2069}').contains(it)).collect()
        })
        .collect()
}

#[test]
fn a_site_overrides_single_messages() {
    let locales = overridden("ar", "home = البداية\n").value;
    assert_eq!(locales.get(Lang(0)).text(ids::HOME), "البداية");
    assert_eq!(locales.get(Lang(0)).text(ids::SEARCH), "البحث");
}

#[test]
fn an_override_that_asks_for_what_it_does_not_get_gives_way() {
    let locales = overridden("ar", "home = { $x }\nnext-page = التالي { $titel }\n").value;
    assert_eq!(locales.get(Lang(0)).text(ids::HOME), "الرئيسية");
    assert_eq!(locales.get(Lang(0)).format(ids::NEXT_PAGE, &[("title", "الأهداف".into())]), "التالي: الأهداف");
}

#[test]
fn a_language_without_an_interface_falls_back_and_is_told_once() {
    let Checked { value, diagnostics } = overridden("fr", "home = Accueil\n");
    assert_eq!(value.get(Lang(1)).text(ids::HOME), "Accueil");
    assert_eq!(value.get(Lang(1)).text(ids::SEARCH), "Search");
    let ar = Locale::embedded("ar").expect("Arabic is embedded");
    let texts: Vec<DiagnosticText> = diagnostics.iter().map(|it| ar.diagnostic(it)).collect();
    assert_eq!(texts.len(), 1);
    assert!(texts[0].message.starts_with("لا واجهة باللغة `\u{2068}fr\u{2069}`: "), "{}", texts[0].message);
}

#[test]
fn mistakes_in_overrides_are_told_with_their_place() {
    assert_eq!(
        told("ar", "hme = البداية\n"),
        ["hme: the message `hme` replaces none; the interface has no message of this name | did you mean `home`?"]
    );
    assert_eq!(
        told("ar", "next-page = التالي { $titel }\n"),
        [
            "titel: the message `next-page` is not given `titel`; use only the variables of the original | it is given `title`"
        ]
    );
    assert_eq!(
        told("ar", "home = {\nsearch = بحث\n"),
        [": this message cannot be read: a closing brace is missing or stands alone | "]
    );
    assert_eq!(
        told("de", "home = Start\n"),
        [": the site has no language `de`; declare it in `site.yaml` or remove the folder | "]
    );
}

#[test]
fn inserted_texts_are_isolated_where_directions_differ() {
    let ar = locale("ar", &Formats::default());
    assert_eq!(ar.format(ids::VERSION_OF, &[("version", "1.2.3".into())]), "الإصدار \u{2066}1.2.3\u{2069}");
    assert_eq!(ar.format(ids::NEXT_PAGE, &[("title", "القرار 7833".into())]), "التالي: القرار 7833");
    let en = locale("en", &Formats::default());
    assert_eq!(en.format(ids::NEXT_PAGE, &[("title", "القرار 7833".into())]), "Next: \u{2067}القرار 7833\u{2069}");
    assert_eq!(en.format(ids::VERSION_OF, &[("version", "1.2.3".into())]), "Version 1.2.3");
}

#[test]
fn diagnostics_isolate_every_inserted_text_and_list_names() {
    let known = vec!["mandate".to_owned(), "objective".to_owned()];
    let found = Diagnostic::new(&crate::diag::codes::theme::UNKNOWN, crate::diag::Place::Site)
        .with("theme", "قديم")
        .with("known", known)
        .hint("known");
    let text = Locale::embedded("ar-EG").expect("Arabic is embedded").diagnostic(&found);
    assert_eq!(text.message, "لا يوجد مظهر باسم `\u{2068}قديم\u{2069}`");
    assert_eq!(text.hint.as_deref(), Some("المظاهر المعروفة: `\u{2068}mandate\u{2069}` و`\u{2068}objective\u{2069}`"));
    assert_eq!(text.labels, Vec::<String>::new());
}

#[test]
fn choices_may_name_exact_numbers_and_words() {
    let locales =
        overridden("ar", "count-pages = { $count ->\n    [0] لا شيء\n    [few] بضع صفحات\n   *[other] كثير\n }\n").value;
    let count = |number: i64| locales.get(Lang(0)).format(ids::COUNT_PAGES, &[("count", Arg::Number(number))]);
    assert_eq!([count(0), count(103), count(11)], ["لا شيء", "بضع صفحات", "كثير"]);
}
