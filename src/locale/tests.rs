use super::*;
use crate::base::{Language};

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
    let forms = [(0, "لا سجلات"), (1, "سجل واحد"), (2, "سجلان"), (3, "3 سجلات"), (10, "10 سجلات"), (11, "11 سجلًا"), (99, "99 سجلًا"), (100, "100 سجل"), (102, "102 سجل"), (103, "103 سجلات"), (1126, "1,126 سجلًا")];
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
