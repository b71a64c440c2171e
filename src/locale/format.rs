//! Numbers, lists and month names as a language writes them. Digits and month names follow the site's settings.

use icu::{
    calendar::{
        Date,
        cal::{Hijri, hijri::UmmAlQura},
    },
    datetime::{FixedCalendarDateTimeFormatter, fieldsets::M},
    decimal::{DecimalFormatter, input::Decimal, options::DecimalFormatterOptions},
    list::{ListFormatter, options::ListFormatterOptions},
    locale::Locale as Tag,
};

use crate::{base::Dir, text::script};

/// The family of digits in languages of the Arabic script; all others write 0-9.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Digits {
    /// 0-9.
    #[default]
    Latin,
    /// ٠-٩, with ٫ and ٬.
    Arabic,
}

impl Digits {
    /// Names in `site.yaml`.
    pub const NAMES: &[(&str, Self)] = &[("latin", Self::Latin), ("arabic", Self::Arabic)];
}

/// The names of months in Arabic, by region.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Months {
    /// يناير ... ديسمبر: Egypt, the Gulf, Sudan, Libya, Yemen.
    #[default]
    Gulf,
    /// كانون الثاني ... كانون الأول: Iraq, Syria, Lebanon, Jordan, Palestine.
    Levant,
    /// جانفي ... ديسمبر: Algeria and Tunisia.
    Maghreb,
    /// يناير ... غشت، شتنبر ... دجنبر: Morocco.
    Morocco,
    /// يناير ... أغشت، شتمبر ... دجمبر: Mauritania.
    Mauritania,
    /// كانون الثاني/يناير: both names, as in documents of the United Nations.
    Double,
}

impl Months {
    /// Names in `site.yaml`.
    pub const NAMES: &[(&str, Self)] = &[
        ("gulf", Self::Gulf),
        ("egypt", Self::Gulf),
        ("levant", Self::Levant),
        ("maghreb", Self::Maghreb),
        ("morocco", Self::Morocco),
        ("mauritania", Self::Mauritania),
        ("double", Self::Double),
    ];

    /// Returns the countries whose names ICU4X is asked for.
    fn regions(self) -> &'static [&'static str] {
        match self {
            Self::Gulf => &["EG"],
            Self::Levant => &["LB"],
            Self::Maghreb => &["DZ"],
            Self::Morocco => &["MA"],
            Self::Mauritania => &["MR"],
            Self::Double => &["LB", "EG"],
        }
    }
}

/// The calendars in which a site gives dates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Calendars {
    /// The Gregorian one alone.
    #[default]
    Gregorian,
    /// Days in the Gregorian one, then in that of Umm al-Qura.
    GregorianThenHijri,
}

/// The settings of a site that decide how numbers and dates look.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Formats {
    /// Digits of languages in the Arabic script.
    pub digits: Digits,
    /// Names of months in Arabic.
    pub months: Months,
    /// Whether days are given in a second calendar.
    pub calendars: Calendars,
}

/// Returns the direction of a language that the program itself speaks; a site declares its own.
pub fn direction(tag: &str) -> Dir {
    if script::of_language(tag).is_rtl() { Dir::Rtl } else { Dir::Ltr }
}

/// Returns a tag with the territory in which the language is most likely read (CLDR, likely subtags): `ar_EG`.
pub fn territory(tag: &str) -> String {
    let mut tag = icu_tag(tag);
    let language = tag.id.language;
    icu::locale::LocaleExpander::new_extended().maximize(&mut tag.id);
    match tag.id.region {
        Some(region) => format!("{language}_{region}"),
        None => language.to_string(),
    }
}

/// Number format of one language.
pub struct Numbers {
    grouped: DecimalFormatter,
    plain: DecimalFormatter,
}

impl Numbers {
    /// Returns the format of a language with the site's digits.
    pub fn new(tag: &str, digits: Digits) -> Self {
        let system = match digits {
            Digits::Arabic if script::of_language(tag) == script::Script::Arabic => "arab",
            _ => "latn",
        };
        let tag = icu_tag(&format!("{tag}-u-nu-{system}"));
        let mut options = DecimalFormatterOptions::default();
        let grouped = DecimalFormatter::try_new((&tag).into(), options);
        options.grouping_strategy = Some(icu::decimal::options::GroupingStrategy::Never);
        let plain = DecimalFormatter::try_new((&tag).into(), options);
        let known = "every number format falls back to the root";
        Self { grouped: grouped.expect(known), plain: plain.expect(known) }
    }

    /// Returns a number given in ASCII digits, with separators; what is no number is returned as it is.
    pub fn decimal(&self, text: &str) -> String {
        text.parse().map_or_else(|_| text.to_owned(), |number: Decimal| self.grouped.format_to_string(&number))
    }

    /// Returns a year or a day: digits without separators.
    pub fn plain(&self, number: i64) -> String {
        self.plain.format_to_string(&Decimal::from(number))
    }
}

/// Everything of a language that forms texts without messages.
pub struct Shapes {
    /// Numbers.
    pub numbers: Numbers,
    list: ListFormatter,
    months: Vec<String>,
    /// The months of the Hijri calendar; none where the site does not use it.
    pub hijri_months: Vec<String>,
}

impl Shapes {
    /// Returns the formats of a language.
    pub fn new(tag: &str, formats: &Formats) -> Self {
        let list = ListFormatter::try_new_and((&icu_tag(tag)).into(), ListFormatterOptions::default());
        Self {
            numbers: Numbers::new(tag, formats.digits),
            list: list.expect("every list format falls back to the root"),
            months: months(tag, formats.months),
            hijri_months: match formats.calendars {
                Calendars::Gregorian => Vec::new(),
                Calendars::GregorianThenHijri => hijri_months(tag),
            },
        }
    }

    /// Joins names with the language's "and".
    pub fn list(&self, items: &[String]) -> String {
        self.list.format_to_string(items.iter())
    }

    /// Returns the name of a month, 1 to 12.
    pub fn month(&self, month: u8) -> &str {
        self.months.get(usize::from(month).wrapping_sub(1)).map_or("", String::as_str)
    }
}

/// Returns the twelve names, in Arabic those of the region.
fn months(tag: &str, setting: Months) -> Vec<String> {
    if script::language(tag) != "ar" {
        return month_names(tag);
    }
    let mut names = setting.regions().iter().map(|region| month_names(&format!("ar-{region}")));
    let mut out = names.next().unwrap_or_default();
    for more in names {
        out.iter_mut().zip(more).for_each(|(name, other)| *name = format!("{name}/{other}"));
    }
    out
}

fn month_names(tag: &str) -> Vec<String> {
    let formatter = FixedCalendarDateTimeFormatter::try_new((&icu_tag(tag)).into(), M::long());
    let formatter = formatter.expect("every month name falls back to the root");
    let name = |month| Date::try_new_gregorian(2000, month, 1).map(|date| formatter.format(&date).to_string());
    (1..=12).map(|month| name(month).unwrap_or_default()).collect()
}

/// The years of the Hijri calendar that Umm al-Qura has computed; before and after, its months are anybody's guess.
const HIJRI_YEARS: std::ops::RangeInclusive<i32> = 1300..=1600;

/// Returns year, month and day of the Hijri calendar of Umm al-Qura; nothing outside of the years that it covers.
pub fn hijri(year: i32, month: u8, day: u8) -> Option<(i32, u8, u8)> {
    let date = Date::try_new_iso(year, month, day).ok()?.to_calendar(Hijri::<UmmAlQura>::default());
    let year = date.year().extended_year();
    HIJRI_YEARS.contains(&year).then(|| (year, date.month().ordinal, date.day_of_month().0))
}

/// Returns the twelve names of the Hijri months.
fn hijri_months(tag: &str) -> Vec<String> {
    let formatter = FixedCalendarDateTimeFormatter::<Hijri<UmmAlQura>, M>::try_new((&icu_tag(tag)).into(), M::long());
    let formatter = formatter.expect("every month name falls back to the root");
    let calendar = Hijri::<UmmAlQura>::default();
    let name = |month| {
        Date::try_new_hijri_with_calendar(1440, month, 1, calendar).map(|date| formatter.format(&date).to_string())
    };
    (1..=12).map(|month| name(month).unwrap_or_default()).collect()
}

/// Reads a tag; one that is none is the root.
pub fn icu_tag(tag: &str) -> Tag {
    tag.parse().unwrap_or(Tag::UNKNOWN)
}
