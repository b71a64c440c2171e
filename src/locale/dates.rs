//! Dates as known, in words: a month stays a month, a quarter a quarter, doubt is said.

use super::{Locale, plural};
use crate::base::{PartialDate, Point};

impl Locale {
    /// Returns a date in words: `الربع الثاني من عام 2014`, `4–5 June 2013`.
    ///
    /// The forms need no isolation: ranges take an en dash, which follows the direction of the text around it.
    pub fn date(&self, date: &PartialDate) -> String {
        let mut text = match date.end {
            Some(end) if end != date.start => self.span(date.start, end),
            _ => self.point(date.start),
        };
        if date.approximate {
            text = self.worded("date-approximate", &[("date", text)]);
        }
        if date.uncertain {
            text = self.worded("date-uncertain", &[("date", text)]);
        }
        text
    }

    /// Returns the value of `datetime` in `<time>`; nothing for quarters and spans, which HTML has no notation for.
    pub fn machine_date(&self, date: &PartialDate) -> Option<String> {
        let is_single = date.end.is_none_or(|end| end == date.start);
        (is_single && !matches!(date.start, Point::Quarter(..))).then(|| date.start.notation())
    }

    /// Returns a date in words with the year first, as references in the style of the APA have it: `2026, November 23`.
    pub fn year_first(&self, date: &PartialDate) -> String {
        let (year, is_single) = (self.year(date.start.year()), date.end.is_none_or(|end| end == date.start));
        match date.start {
            Point::Month(_, month) if is_single && !date.approximate && !date.uncertain => {
                self.worded("cite-date-month", &[("month", self.month(month)), ("year", year)])
            }
            Point::Day(_, month, day) if is_single && !date.approximate && !date.uncertain => {
                self.worded("cite-date-day", &[("day", self.day(day)), ("month", self.month(month)), ("year", year)])
            }
            _ => self.date(date),
        }
    }

    /// Returns a year in the site's digits, without separators.
    pub fn year(&self, year: i32) -> String {
        self.shapes.numbers.plain(i64::from(year))
    }

    fn point(&self, point: Point) -> String {
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
            Point::Month(_, month) => self.worded("date-month", &[("month", self.month(month)), ("year", year)]),
            Point::Day(_, month, day) => {
                self.worded("date-day", &[("day", self.day(day)), ("month", self.month(month)), ("year", year)])
            }
        }
    }

    /// Words a span; what both ends share is said once.
    fn span(&self, start: Point, end: Point) -> String {
        match (start, end) {
            (Point::Day(year, month, first), Point::Day(y, m, last)) if (year, month) == (y, m) => {
                let form = if first + 1 == last { "date-days-next" } else { "date-days" };
                let days = self.worded(form, &[("first", self.day(first)), ("last", self.day(last))]);
                self.worded("date-day", &[("day", days), ("month", self.month(month)), ("year", self.year(year))])
            }
            (Point::Day(year, month, first), Point::Day(y, m, last)) if year == y => {
                let ends = [(first, month), (last, m)].map(|(day, month)| {
                    self.worded("date-day-of-month", &[("day", self.day(day)), ("month", self.month(month))])
                });
                let days = self.wide(ends);
                self.worded("date-month", &[("month", days), ("year", self.year(year))])
            }
            (Point::Month(year, first), Point::Month(y, last)) if year == y => {
                let months = self.wide([self.month(first), self.month(last)]);
                self.worded("date-month", &[("month", months), ("year", self.year(year))])
            }
            (Point::Year(first), Point::Year(last)) => {
                self.worded("date-years", &[("first", self.year(first)), ("last", self.year(last))])
            }
            _ => self.wide([self.point(start), self.point(end)]),
        }
    }

    fn wide(&self, [start, end]: [String; 2]) -> String {
        self.worded("date-span", &[("start", start), ("end", end)])
    }

    fn month(&self, month: u8) -> String {
        self.shapes.month(month).to_owned()
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
