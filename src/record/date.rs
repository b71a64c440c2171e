//! The notation of dates: as much as is known, and what is doubtful about it.
//!
//! `2014-09-07`, `2013-06`, `2014-Q2`, `2013`, `2013-06-04/2013-06-05`, each with a trailing `~` (about) or `?` (doubtful).
//! Any other way of writing a date is refused, with the right one as a hint where only one can be meant.

use icu::calendar::Date;

use crate::{
    base::{Day, Month, PartialDate, Point, Span, Year},
    diag::{Diagnostic, codes},
};

/// Reads a date, or reports why it is none.
pub fn read(text: &str, span: Span, sink: &mut Vec<Diagnostic>) -> Option<PartialDate> {
    match parse(text) {
        Ok(date) => Some(date),
        Err(fault) => {
            sink.push(report(text, span, &fault));
            None
        }
    }
}

/// Why a text is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is not written as a date.
    Form,
    /// No such month or quarter.
    Month,
    /// The month does not have that day.
    Day(Year, Month),
    /// The span ends before it begins.
    Order,
}

/// Parses a date in the one notation.
pub fn parse(text: &str) -> Result<PartialDate, Fault> {
    let (body, approximate, uncertain) = split_marks(text);
    let (start, end) = match body.split_once('/') {
        Some((start, end)) => (point(start)?, Some(point(end)?)),
        None => (point(body)?, None),
    };
    if end.is_some_and(|end| last_day(end) < first_day(start)) {
        return Err(Fault::Order);
    }
    Ok(PartialDate { start, end, approximate, uncertain })
}

/// Tells whether a time is over before another begins, as far as both are known.
pub fn ends_before(time: &PartialDate, other: &PartialDate) -> bool {
    last_day(time.end.unwrap_or(time.start)) < first_day(other.start)
}

/// Cuts the marks of doubt off the end: each at most once, in either order.
fn split_marks(text: &str) -> (&str, bool, bool) {
    if let Some(body) = text.strip_suffix("~?").or_else(|| text.strip_suffix("?~")) {
        return (body, true, true);
    }
    if let Some(body) = text.strip_suffix('~') {
        return (body, true, false);
    }
    match text.strip_suffix('?') {
        Some(body) => (body, false, true),
        None => (text, false, false),
    }
}

fn point(text: &str) -> Result<Point, Fault> {
    let mut parts = text.split('-');
    let year = parts.next().and_then(|it| number(it, 4)).filter(|it| *it > 0).ok_or(Fault::Form)?;
    let Some(second) = parts.next() else { return Ok(Point::Year(year)) };
    if let Some(quarter) = second.strip_prefix('Q') {
        let quarter = number(quarter, 1).filter(|_| parts.next().is_none()).ok_or(Fault::Form)?;
        return if (1..=4).contains(&quarter) { Ok(Point::Quarter(year, narrow(quarter))) } else { Err(Fault::Month) };
    }
    let month = number(second, 2).ok_or(Fault::Form)?;
    let day = parts.next().map(|it| number(it, 2).ok_or(Fault::Form)).transpose()?;
    if parts.next().is_some() {
        return Err(Fault::Form);
    }
    if !(1..=12).contains(&month) {
        return Err(Fault::Month);
    }
    match day {
        None => Ok(Point::Month(year, narrow(month))),
        Some(day) if exists(year, narrow(month), day) => Ok(Point::Day(year, narrow(month), narrow(day))),
        Some(_) => Err(Fault::Day(year, narrow(month))),
    }
}

/// Reads exactly `width` ASCII digits.
fn number(text: &str, width: usize) -> Option<i32> {
    (text.len() == width && text.bytes().all(|it| it.is_ascii_digit())).then(|| text.parse().ok())?
}

fn narrow(number: i32) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}

fn exists(year: Year, month: Month, day: i32) -> bool {
    Date::try_new_iso(year, month, narrow(day)).is_ok()
}

fn days_in(year: Year, month: Month) -> Day {
    Date::try_new_iso(year, month, 1).map_or(31, |it| it.days_in_month())
}

fn first_day(point: Point) -> (Year, Month, Day) {
    let (year, month, day, _) = point.sort_key();
    (year, month, day)
}

fn last_day(point: Point) -> (Year, Month, Day) {
    match point {
        Point::Year(year) => (year, 12, 31),
        Point::Quarter(year, quarter) => (year, quarter * 3, days_in(year, quarter * 3)),
        Point::Month(year, month) => (year, month, days_in(year, month)),
        Point::Day(year, month, day) => (year, month, day),
    }
}

fn report(text: &str, span: Span, fault: &Fault) -> Diagnostic {
    if *fault == Fault::Order {
        return Diagnostic::at(&codes::record::DATE_ORDER, span).with("date", text);
    }
    let found = Diagnostic::at(&codes::record::BAD_DATE, span).with("date", text);
    if let Fault::Day(year, month) = *fault {
        let last = Point::Day(year, month, days_in(year, month)).notation();
        return found.with("near", last).hint("day");
    }
    match suggest(text) {
        Some((near, is_safe)) => found.with("near", near.as_str()).hint("near").fix(span, near, is_safe),
        None if *fault == Fault::Month => found.hint("month"),
        None if !both_orders(text).is_empty() => found.with("known", both_orders(text)).hint("ambiguous"),
        None => found.hint("form"),
    }
}

/// Returns the right notation where only one can be meant, and whether no more than digits and separators changed.
fn suggest(text: &str) -> Option<(String, bool)> {
    let plain = plain(text);
    let (body, marks) = hoist_marks(&plain);
    let (date, is_safe) = match split_span(&body) {
        Some((start, end)) => {
            let (start, end) = (respell(start)?, respell(end)?);
            (format!("{}/{}", start.0, end.0), start.1 && end.1)
        }
        None => respell(&body)?,
    };
    let near = format!("{date}{marks}");
    (near != text && parse(&near).is_ok()).then_some((near, is_safe))
}

/// Turns every family of decimal digits into ASCII, dashes into `-`, and drops what cannot be seen.
fn plain(text: &str) -> String {
    let text = super::fields::ascii_digits(text.trim());
    let kept = text
        .chars()
        .filter(|it| !matches!(it, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'));
    kept.map(|it| match it {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '_' => '-',
        '\u{061F}' => '?',
        '\u{060D}' => '/',
        other => other,
    })
    .collect()
}

/// Takes the marks of doubt from wherever they stand to the end.
fn hoist_marks(text: &str) -> (String, &'static str) {
    let body: String = text.chars().filter(|it| !matches!(it, '~' | '?')).collect();
    let marks = match (text.contains('~'), text.contains('?')) {
        (true, true) => "~?",
        (true, false) => "~",
        (false, true) => "?",
        (false, false) => "",
    };
    (body.trim().to_owned(), marks)
}

/// Splits a span of time that is written with another sign than `/`.
fn split_span(text: &str) -> Option<(&str, &str)> {
    let separators = [" / ", " - ", "...", "..", " -- ", "--"];
    let split = separators.iter().find_map(|it| text.split_once(it)).or_else(|| {
        let (start, end) = text.split_once('/')?;
        (start.len() >= 4 && end.len() >= 4 && !end.contains('/')).then_some((start, end))
    });
    split.map(|(start, end)| (start.trim(), end.trim()))
}

/// Writes one point in the right notation.
fn respell(text: &str) -> Option<(String, bool)> {
    let text = text.split_once('T').map_or(text, |(date, _)| date);
    if let Some(found) = quarter(text) {
        return Some((found, false));
    }
    let parts: Vec<&str> = text.split(['-', '/', '.', ' ', ',', '\\']).filter(|it| !it.is_empty()).collect();
    let numbers: Vec<i32> = parts
        .iter()
        .map(|it| it.parse().ok().filter(|_| it.bytes().all(|it| it.is_ascii_digit())))
        .collect::<Option<_>>()?;
    let is_year = |at: usize| parts.get(at).is_some_and(|it| it.len() == 4);
    match numbers[..] {
        [year] if is_year(0) => Some((format!("{year:04}"), true)),
        [year, month] if is_year(0) => Some((format!("{year:04}-{month:02}"), true)),
        [month, year] if is_year(1) => Some((format!("{year:04}-{month:02}"), false)),
        [year, month, day] if is_year(0) && month > 12 && day <= 12 => {
            Some((format!("{year:04}-{day:02}-{month:02}"), false))
        }
        [year, month, day] if is_year(0) => Some((format!("{year:04}-{month:02}-{day:02}"), true)),
        // Day before month and month before day are both in use: only a number above twelve, or two equal ones, decide.
        [day, month, year] if is_year(2) && (day > 12 || day == month) => {
            Some((format!("{year:04}-{month:02}-{day:02}"), false))
        }
        [month, day, year] if is_year(2) && day > 12 => Some((format!("{year:04}-{month:02}-{day:02}"), false)),
        _ => None,
    }
}

/// Returns the two dates that `03/04/2014` may mean; nothing when it is none of this form.
fn both_orders(text: &str) -> Vec<String> {
    let plain = plain(text);
    let parts: Vec<&str> = plain.split(['-', '/', '.', ' ']).collect();
    let read =
        |width: usize, at: usize| parts.get(at).filter(|it| it.len() <= width).and_then(|it| it.parse::<u16>().ok());
    let (Some(one), Some(two), Some(year), 3) = (read(2, 0), read(2, 1), read(4, 2), parts.len()) else {
        return Vec::new();
    };
    let both = [(two, one), (one, two)].map(|(month, day)| format!("{year:04}-{month:02}-{day:02}"));
    both.into_iter().filter(|it| parse(it).is_ok()).collect()
}

/// Reads a quarter in another spelling: `2014Q2`, `2014-q2`, `Q2 2014`.
fn quarter(text: &str) -> Option<String> {
    let at = text.find(['Q', 'q'])?;
    let digit = text[at + 1..].chars().next().filter(char::is_ascii_digit)?;
    let rest = format!("{} {}", &text[..at], &text[at + 2..]);
    let year = rest.trim_matches([' ', '-', '/']);
    number(year, 4).map(|year| format!("{year:04}-Q{digit}"))
}

#[cfg(test)]
mod tests {
    use super::{Fault, parse, suggest};

    #[test]
    fn every_notation_is_read_and_written_alike() {
        for text in [
            "2014-09-07",
            "2013-06",
            "2014-Q2",
            "2013",
            "2013-06-04/2013-06-05",
            "2013~",
            "2013-06?",
            "2014-Q4~?",
            "2013/2014",
            "2016-02-29",
            "0001",
            "9999-12-31",
            "2015-10-21/2015-10-22~",
        ] {
            assert_eq!(parse(text).map(|it| it.notation()), Ok(text.to_owned()));
        }
        assert_eq!(parse("2013?~").map(|it| it.notation()), Ok("2013~?".to_owned()));
    }

    #[test]
    fn impossible_dates_are_refused() {
        assert_eq!(parse("2014-02-30"), Err(Fault::Day(2014, 2)));
        assert_eq!(parse("2015-02-29"), Err(Fault::Day(2015, 2)));
        assert_eq!(parse("2014-04-00"), Err(Fault::Day(2014, 4)));
        assert_eq!(parse("2014-13"), Err(Fault::Month));
        assert_eq!(parse("2014-00-01"), Err(Fault::Month));
        assert_eq!(parse("2014-Q5"), Err(Fault::Month));
        for text in [
            "",
            "0000",
            "14",
            "2014-9-7",
            "2014/9/7",
            "2014-09-07T10:00",
            "2014-Q2-01",
            "2014-09-07-01",
            "2014-Q",
            "~2014",
            "٢٠١٤",
            "2014??",
            "20145",
        ] {
            assert_eq!(parse(text), Err(Fault::Form), "{text}");
        }
    }

    #[test]
    fn a_span_does_not_end_before_it_begins() {
        assert_eq!(parse("2014/2013"), Err(Fault::Order));
        assert_eq!(parse("2013-06-05/2013-06-04"), Err(Fault::Order));
        assert_eq!(parse("2013-07/2013-Q2"), Err(Fault::Order));
        assert!(parse("2013-06-05/2013-Q2").is_ok(), "a quarter ends with its last day");
        assert!(parse("2013-06-05/2013-06").is_ok());
    }

    #[test]
    fn the_right_notation_is_offered_where_only_one_can_be_meant() {
        for (wrong, near) in [
            ("2014/9/7", "2014-09-07"),
            ("2014-9-7", "2014-09-07"),
            ("2014.09.07", "2014-09-07"),
            ("٢٠١٤-٠٩-٠٧", "2014-09-07"),
            ("۲۰۱۴/۹/۷", "2014-09-07"),
            ("2014–09–07", "2014-09-07"),
            ("27-9-2014", "2014-09-27"),
            ("9/27/2014", "2014-09-27"),
            ("7/7/2014", "2014-07-07"),
            ("2014-27-09", "2014-09-27"),
            ("2013/06", "2013-06"),
            ("06/2013", "2013-06"),
            ("2014Q2", "2014-Q2"),
            ("Q2 2014", "2014-Q2"),
            ("2014-q2", "2014-Q2"),
            ("~2014", "2014~"),
            ("2014 ؟", "2014?"),
            ("2014-09-07T10:00", "2014-09-07"),
            ("2013-06-04 - 2013-06-05", "2013-06-04/2013-06-05"),
            ("2013-06-04..2013-06-05", "2013-06-04/2013-06-05"),
            ("2013-6-4/2013-6-5", "2013-06-04/2013-06-05"),
        ] {
            assert_eq!(suggest(wrong).map(|it| it.0).as_deref(), Some(near), "{wrong}");
        }
    }

    #[test]
    fn an_ambiguous_date_gets_no_suggestion() {
        for wrong in ["7-9-2014", "7/9/14", "أيلول 2014", "2014-13-13", "soon", "31-2-2014"] {
            assert_eq!(suggest(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn only_digits_and_separators_may_be_changed_unread() {
        assert_eq!(suggest("٢٠١٤-٠٩-٠٧").map(|it| it.1), Some(true));
        assert_eq!(suggest("27-9-2014").map(|it| it.1), Some(false));
    }
}
