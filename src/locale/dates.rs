//! Dates as known, in words: a month stays a month, a quarter a quarter, doubt is said.

use super::{Locale, format, plural};
use crate::base::{PartialDate, Point};

/// The calendar whose months a date names.
#[derive(Clone, Copy)]
enum Calendar {
    Gregorian,
    Hijri,
}

impl Locale {
    /// Returns a date in words: `الربع الثاني من عام 2014`, `4–5 June 2013`.
    ///
    /// The forms need no isolation: ranges take an en dash, which follows the direction of the text around it.
    pub fn date(&self, date: &PartialDate) -> String {
        let mut text = self.plain_date(date, Calendar::Gregorian);
        if date.approximate {
            text = self.worded("date-approximate", &[("date", text)]);
        }
        if date.uncertain {
            text = self.worded("date-uncertain", &[("date", text)]);
        }
        text
    }

    /// Returns a day, or a span of days, in the Hijri calendar of Umm al-Qura: `الموافق 12 ذو القعدة 1435 هـ`. Nothing where the
    /// site does not use it, and for what is known less well than to the day: a month of one calendar is none of the other.
    pub fn second_date(&self, date: &PartialDate) -> Option<String> {
        let is_used = !self.shapes.hijri_months.is_empty() && !date.approximate;
        let turned = |it: Point| match it {
            Point::Day(year, month, day) if is_used => {
                format::hijri(year, month, day).map(|(year, month, day)| Point::Day(year, month, day))
            }
            _ => None,
        };
        let end = match date.end {
            Some(end) => Some(turned(end)?),
            None => None,
        };
        let hijri = PartialDate { end, ..PartialDate::at(turned(date.start)?) };
        Some(self.worded("date-hijri", &[("date", self.plain_date(&hijri, Calendar::Hijri))]))
    }

    /// Returns the value of `datetime` in `<time>`; nothing for what is doubtful, and for quarters and spans, which HTML has no
    /// notation for.
    pub fn machine_date(&self, date: &PartialDate) -> Option<String> {
        let is_single = date.end.is_none_or(|end| end == date.start) && !date.approximate && !date.uncertain;
        (is_single && !matches!(date.start, Point::Quarter(..))).then(|| date.start.notation())
    }

    /// Returns a date in words with the year first, as references in the style of the APA have it: `2026, November 23`.
    pub fn year_first(&self, date: &PartialDate) -> String {
        let (year, is_single) = (self.year(date.start.year()), date.end.is_none_or(|end| end == date.start));
        match date.start {
            Point::Month(_, month) if is_single && !date.approximate && !date.uncertain => {
                self.worded("cite-date-month", &[("month", self.month(month, Calendar::Gregorian)), ("year", year)])
            }
            Point::Day(_, month, day) if is_single && !date.approximate && !date.uncertain => self.worded(
                "cite-date-day",
                &[("day", self.day(day)), ("month", self.month(month, Calendar::Gregorian)), ("year", year)],
            ),
            _ => self.date(date),
        }
    }

    /// Returns a year in the site's digits, without separators.
    pub fn year(&self, year: i32) -> String {
        self.shapes.numbers.plain(i64::from(year))
    }

    fn plain_date(&self, date: &PartialDate, calendar: Calendar) -> String {
        match date.end {
            Some(end) if end != date.start => self.span(date.start, end, calendar),
            _ => self.point(date.start, calendar),
        }
    }

    fn point(&self, point: Point, calendar: Calendar) -> String {
        let year = self.year(point.year());
        match point {
            Point::Year(_) => self.worded("date-year", &[("year", year)]),
            Point::Quarter(_, quarter) => {
                let text = self.messages.format("date-quarter", None, |set| {
                    set(&format!("quarter{}", plural::NUMBER), i64::from(quarter).into());
                    set("year", year.into());
                });
                text.unwrap_or_default()
            }
            Point::Month(_, month) => {
                self.worded("date-month", &[("month", self.month(month, calendar)), ("year", year)])
            }
            Point::Day(_, month, day) => self
                .worded("date-day", &[("day", self.day(day)), ("month", self.month(month, calendar)), ("year", year)]),
        }
    }

    /// Words a span; what both ends share is said once.
    fn span(&self, start: Point, end: Point, calendar: Calendar) -> String {
        match (start, end) {
            (Point::Day(year, month, first), Point::Day(y, m, last)) if (year, month) == (y, m) => {
                let form = if first + 1 == last { "date-days-next" } else { "date-days" };
                let days = self.worded(form, &[("first", self.day(first)), ("last", self.day(last))]);
                self.worded(
                    "date-day",
                    &[("day", days), ("month", self.month(month, calendar)), ("year", self.year(year))],
                )
            }
            (Point::Day(year, month, first), Point::Day(y, m, last)) if year == y => {
                let ends = [(first, month), (last, m)].map(|(day, month)| {
                    self.worded("date-day-of-month", &[("day", self.day(day)), ("month", self.month(month, calendar))])
                });
                let days = self.wide(ends);
                self.worded("date-month", &[("month", days), ("year", self.year(year))])
            }
            (Point::Month(year, first), Point::Month(y, last)) if year == y => {
                let months = self.wide([self.month(first, calendar), self.month(last, calendar)]);
                self.worded("date-month", &[("month", months), ("year", self.year(year))])
            }
            (Point::Year(first), Point::Year(last)) => {
                self.worded("date-years", &[("first", self.year(first)), ("last", self.year(last))])
            }
            _ => self.wide([self.point(start, calendar), self.point(end, calendar)]),
        }
    }

    fn wide(&self, [start, end]: [String; 2]) -> String {
        self.worded("date-span", &[("start", start), ("end", end)])
    }

    fn month(&self, month: u8, calendar: Calendar) -> String {
        let hijri = || self.shapes.hijri_months.get(usize::from(month).wrapping_sub(1)).map_or("", String::as_str);
        match calendar {
            Calendar::Gregorian => self.shapes.month(month).to_owned(),
            Calendar::Hijri => hijri().to_owned(),
        }
    }

    fn day(&self, day: u8) -> String {
        self.shapes.numbers.plain(i64::from(day))
    }

    fn worded(&self, name: &str, values: &[(&str, String)]) -> String {
        let text = self
            .messages
            .format(name, None, |set| values.iter().for_each(|(name, value)| set(name, value.clone().into())));
        text.unwrap_or_default()
    }
}
