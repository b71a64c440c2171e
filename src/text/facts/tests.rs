use super::{Difference, Facts, address, compare, read, without_numbering};

fn numbers(text: &str) -> Vec<String> {
    read(text).numbers.into_iter().map(|it| it.value).collect()
}

fn dates(text: &str) -> Vec<String> {
    let notation = |it: &super::Found<super::SaidDate>| {
        let date = it.value;
        format!("{}-{}-{}", date.year.unwrap_or_default(), date.month, date.day.unwrap_or_default())
    };
    read(text).dates.iter().map(notation).collect()
}

fn difference(left: &str, right: &str) -> Difference {
    compare(&read(left), &read(right))
}

#[track_caller]
fn same(left: &str, right: &str) {
    let found = difference(left, right);
    assert!(
        found.numbers.is_empty() && found.dates.is_empty() && found.symbols.is_empty(),
        "{left} | {right}: {found:?}\n{:?}\n{:?}",
        read(left),
        read(right)
    );
}

/// Returns which facts differ.
fn differing(left: &str, right: &str) -> String {
    let found = difference(left, right);
    let mut out = Vec::new();
    for (name, sides) in [("numbers", found.numbers), ("dates", found.dates), ("symbols", found.symbols)] {
        if !sides.is_empty() {
            out.push(name);
        }
    }
    out.join(" ")
}

#[test]
fn the_first_is_not_the_fifth() {
    for (left, right) in [
        ("الدورة الأولى", "the fifth session"),
        ("الدورة الخامسة", "the first session"),
        ("الدورة الأولى", "the second session"),
        ("الربع الأولى والثانية", "the third and the fourth quarter"),
    ] {
        assert_eq!(differing(left, right), "numbers", "{left} | {right}");
    }
    same("في حرف الألف", "under the first letter");
}

#[test]
fn a_number_has_one_form() {
    assert_eq!(numbers("القرار 7833 و٧٨٣٣ والمادة الـ22، 142nd"), ["7833", "7833", "22", "142"]);
    assert_eq!(numbers("1,234 ١٬٢٣٤ 1\u{A0}234 1'234 1.234.567"), ["1234", "1234", "1234", "1234", "1234567"]);
    assert_eq!(numbers("3.5 ٣٫٥ 3,5 2.50 1,234.5"), ["3.5", "3.5", "3.5", "2.5", "1234.5"]);
    assert_eq!(numbers("2013, 2014 ثم 2015,2016"), ["2013", "2014", "2015", "2016"]);
    assert_eq!(numbers("5 million, 2.5 ملايين, 22 ألفًا"), ["5000000", "2500000", "22000"]);
    assert_eq!(numbers("68/4 و2018-2019 و53%"), ["68", "4", "2018", "2019", "53"]);
}

#[test]
fn symbols_and_addresses_are_no_numbers() {
    let facts = read(
        "الوثيقة A/RES/68/4، وE/ESCWA/SDD/2013/WG.5/Report، info@example.org، https://example.org/ar/5. 24/7 و/أو",
    );
    let symbols: Vec<_> = facts.symbols.iter().map(|it| it.value.as_str()).collect();
    assert_eq!(symbols, ["A/RES/68/4", "E/ESCWA/SDD/2013/WG.5/REPORT", "info@example.org"]);
    assert_eq!(facts.addresses[0].value, "https://example.org/ar/5");
    assert_eq!(facts.numbers.len(), 2, "{facts:?}");
}

#[test]
fn a_date_has_one_form() {
    for written in [
        "7 سبتمبر 2014",
        "٧ أيلول ٢٠١٤",
        "يوم 7 أيلول/سبتمبر 2014،",
        "2014-09-07",
        "2014/9/7",
        "٢٠١٤/٩/٧",
        "7/9/2014",
        "7.9.2014",
        "7 شتنبر 2014",
        "7 من سبتمبر عام 2014",
        "on 7 September 2014",
        "September 7, 2014.",
        "Sept. 7, 2014",
        "the 7th of September 2014",
    ] {
        assert_eq!(dates(written), ["2014-9-7"], "{written}");
        assert!(numbers(written).is_empty(), "{written}");
    }
    assert_eq!(dates("في يونيو 2013، و3 أكتوبر من السنة نفسها"), ["2013-6-0", "0-10-3"]);
    assert_eq!(dates("We may march. May they meet; دور مارس"), Vec::<String>::new());
    assert_eq!(dates("We may meet in May; في مارس"), ["0-5-0", "0-3-0"]);
    assert_eq!(dates("كانون الثاني/يناير 2013"), ["2013-1-0"]);
}

#[test]
fn forms_of_a_date_and_a_number_are_no_difference() {
    same("من 4 إلى 5 يونيو 2013", "4-5 June 2013");
    same("8 و9 مايو 2017", "May 8 and 9, 2017");
    same("29-30/5/2023", "29 and 30 May 2023");
    same("بين أول أبريل وآخر يونيو", "between the beginning of April and the end of June");
    same("في آذار", "in March");
    same("في مايو", "In May");
    same("3 أكتوبر من السنة نفسها، بعد يونيو 2013", "3 October 2013, after June 2013");
    same("الدورة الثامنة والستين", "the sixty-eighth session");
    same("الدورة 68", "the sixty-eighth session");
    same("ثلاث دول", "3 states");
    same("دولتان", "2 states");
    same("يضم اثنتين وعشرين دولة", "of 22 states");
    same("مائة واثنان وأربعون", "142");
    same("13 إدارة", "thirteen departments");
    same("ثلاثة عشر", "13");
    same("الدورة الثانية والأربعون بعد المائة", "the 142nd session");
    same("الدورة السادسة والخمسين بعد المئة", "the 156th session");
    same("الدورة الأولى بعد المائة", "the 101st session");
    same("المرة الأولى", "initially");
    same("الدورة الثانية", "the second session");
    same("٥٣ في المائة", "53%");
    same("1435هـ", "1435 AH");
    same("بلغ -5 درجات", "minus 5 degrees");
    same("5 درجات تحت الصفر", "-5 °C");
    same("العملية -142- في القاهرة", "the process (142) in Cairo");
    same("بين 10 -20 دولة سنة -2014", "between 10-20 states in 2014");
    same("القاهرة-5", "Cairo 5");
    same("الأول والثالث", "the first and the third");
    same("ثلاثة ملفات", "these files");
    same("الأول والسابع والعاشر", "the first, seventh and tenth");
    same("سنة 2015، وفي تلك السنة", "2015; in 2015");
}

#[test]
fn another_value_is_a_difference() {
    assert_eq!(differing("القرار 7833", "resolution 7834"), "numbers");
    assert_eq!(differing("القرار 7833", "the resolution"), "numbers");
    assert_eq!(differing("7 سبتمبر 2014", "8 September 2014"), "dates");
    assert_eq!(differing("7 سبتمبر 2014", "7 October 2014"), "dates");
    assert_eq!(differing("7 سبتمبر 2014", "7 September 2015"), "dates");
    assert_eq!(differing("7 سبتمبر 2014 و3 أكتوبر 2013", "3 September 2014, 7 October 2013"), "dates");
    assert_eq!(differing("الوثيقة A/RES/68/4", "document A/RES/68/5"), "symbols");
    assert_eq!(differing("ثماني مهام", "nine tasks"), "numbers");
    assert_eq!(differing("3.5", "35"), "numbers");
    assert_eq!(differing("5 ملايين", "5"), "numbers");
    assert_eq!(differing("بلغ -5 درجات", "it was 5 degrees"), "numbers");
    assert_eq!(differing("بلغ العجز −12.5%", "a balance of 12.5%"), "numbers");
    assert_eq!(differing("من -3 و-5 إلى 8", "from -3 and 5 to 8"), "numbers");
}

#[test]
fn what_a_title_shows_excuses_and_is_never_missed() {
    let mut left = read("انظر");
    left.imply(&read("القرار 7833 لسنة 2014"));
    assert_eq!(compare(&left, &read("see resolution 7833")), Difference::default());
    assert_eq!(compare(&left, &Facts::default()), Difference::default());
}

#[test]
fn counterparts_have_one_address() {
    let plain = |it: &str| address(it, &["ar", "en"]);
    for (arabic, english) in [
        ("https://example.org/ar/about", "https://example.org/en/about/"),
        ("https://ar.example.org/x", "https://en.example.org/x"),
        ("https://example.org/x?lang=ar", "https://example.org/x?lang=en"),
        ("https://example.org/x?lang=ar", "https://example.org/x"),
        ("https://example.org/ar/", "https://example.org"),
        ("https://example.org/ar-eg/x", "https://example.org/en-us/x"),
        ("files/report-ar.pdf", "files/report-en.pdf"),
        ("files/report.arabic.pdf", "files/report.english.pdf"),
    ] {
        assert_eq!(plain(arabic), plain(english));
    }
    assert_ne!(plain("https://example.org/ar/a"), plain("https://example.org/en/b"));
    assert_ne!(plain("https://example.org/a-1"), plain("https://example.org/a-2"));
}

#[test]
fn the_number_before_a_heading_does_not_count() {
    assert_eq!(without_numbering("1. النطاق"), "النطاق");
    assert_eq!(without_numbering("2.1 Scope"), "Scope");
    assert_eq!(without_numbering("(3) Scope"), "Scope");
    assert_eq!(without_numbering("٤ - النطاق"), "النطاق");
    assert_eq!(without_numbering("2016 changes"), "2016 changes");
}
