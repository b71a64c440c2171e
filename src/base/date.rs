//! Dates as known: a month stays a month, a quarter a quarter, an uncertain date stays uncertain.
//!
//! The notation is a part of the Extended Date/Time Format (ISO 8601-2, Library of Congress EDTF levels 0 and 1),
//! with `2014-Q2` for quarters. `record` reads it, `locale` words it.

/// A year of the proleptic Gregorian calendar.
pub type Year = i32;
/// A month, 1 to 12.
pub type Month = u8;
/// A day of the month, 1 to 31.
pub type Day = u8;
/// A quarter, 1 to 4.
pub type Quarter = u8;

/// One point in time, as precise as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Point {
    /// Only the year is known.
    Year(Year),
    /// The quarter of a year is known.
    Quarter(Year, Quarter),
    /// The month is known.
    Month(Year, Month),
    /// The day is known.
    Day(Year, Month, Day),
}

impl Point {
    /// Returns the year.
    pub fn year(self) -> Year {
        match self {
            Self::Year(year) | Self::Quarter(year, _) | Self::Month(year, _) | Self::Day(year, _, _) => year,
        }
    }

    /// Returns the first day that it can mean, then its coarseness: what is known less precisely sorts before what falls into it.
    pub fn sort_key(self) -> (Year, Month, Day, u8) {
        match self {
            Self::Year(year) => (year, 1, 1, 0),
            Self::Quarter(year, quarter) => (year, (quarter.max(1) - 1) * 3 + 1, 1, 1),
            Self::Month(year, month) => (year, month, 1, 2),
            Self::Day(year, month, day) => (year, month, day, 3),
        }
    }

    /// Returns the notation in which it is written: `2013`, `2014-Q2`, `2013-06`, `2014-09-07`.
    pub fn notation(self) -> String {
        match self {
            Self::Year(year) => format!("{year:04}"),
            Self::Quarter(year, quarter) => format!("{year:04}-Q{quarter}"),
            Self::Month(year, month) => format!("{year:04}-{month:02}"),
            Self::Day(year, month, day) => format!("{year:04}-{month:02}-{day:02}"),
        }
    }
}

/// A date or a span of time, with what is doubtful about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PartialDate {
    /// When it is, or begins.
    pub start: Point,
    /// When it ends, if it is a span: the last day that belongs to it.
    pub end: Option<Point>,
    /// Marked `~`: about that time.
    pub approximate: bool,
    /// Marked `?`: the source is doubtful.
    pub uncertain: bool,
}

impl PartialDate {
    /// Returns a certain single date.
    pub fn at(start: Point) -> Self {
        Self { start, end: None, approximate: false, uncertain: false }
    }

    /// Returns the notation in which an author writes it.
    pub fn notation(&self) -> String {
        let mut out = self.start.notation();
        if let Some(end) = self.end {
            out.push('/');
            out.push_str(&end.notation());
        }
        if self.approximate {
            out.push('~');
        }
        if self.uncertain {
            out.push('?');
        }
        out
    }

    /// Returns the order of dates: by start, coarser first, then by end.
    #[allow(clippy::type_complexity, reason = "a sort key, compared and dropped")]
    pub fn sort_key(&self) -> ((Year, Month, Day, u8), Option<(Year, Month, Day, u8)>) {
        (self.start.sort_key(), self.end.map(Point::sort_key))
    }
}
