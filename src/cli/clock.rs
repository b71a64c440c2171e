//! Today's date: asked for, else fixed by `SOURCE_DATE_EPOCH`, else the day it is in UTC.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::base::Point;

/// Reads `YYYY-MM-DD`; nothing for other notations and days that do not exist.
pub fn read(text: &str) -> Option<Point> {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts[..] else { return None };
    let has_shape = (year.len(), month.len(), day.len()) == (4, 2, 2);
    let is_plain = text.bytes().all(|it| it.is_ascii_digit() || it == b'-');
    let (year, month, day) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    let exists = (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
    (has_shape && is_plain && exists).then_some(Point::Day(year, month, day))
}

/// Reads seconds since 1970, as `SOURCE_DATE_EPOCH` holds them (reproducible-builds.org).
pub fn read_epoch(text: &str) -> Option<Point> {
    let seconds: u64 = text.parse().ok()?;
    // The year 9999 ends there; later days have no four-digit year.
    (seconds < 253_402_300_800).then(|| day_of(seconds))
}

/// Returns the day of a time, in UTC.
pub fn today(now: SystemTime) -> Point {
    day_of(now.duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO).as_secs())
}

fn day_of(seconds: u64) -> Point {
    let mut days = seconds / 86_400;
    let mut year = 1970;
    while days >= days_of_year(year) {
        days -= days_of_year(year);
        year += 1;
    }
    let mut month = 1;
    while days >= u64::from(days_in(year, month)) {
        days -= u64::from(days_in(year, month));
        month += 1;
    }
    Point::Day(year, month, u8::try_from(days + 1).expect("a month has at most 31 days"))
}

fn is_leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn days_of_year(year: i32) -> u64 {
    if is_leap(year) { 366 } else { 365 }
}

fn days_in(year: i32, month: u8) -> u8 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, UNIX_EPOCH};

    use super::{read, read_epoch, today};
    use crate::base::Point;

    #[test]
    fn days_that_exist_are_read() {
        assert_eq!(read("2014-09-07"), Some(Point::Day(2014, 9, 7)));
        assert_eq!(read("2024-02-29"), Some(Point::Day(2024, 2, 29)));
        let wrong =
            ["2023-02-29", "1900-02-29", "2014-13-01", "2014-9-7", "2014-09", "2014-09-07-01", "+014-09-07", ""];
        for text in wrong.into_iter().chain(["٢٠١٤-٠٩-٠٧"]) {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn seconds_become_days_in_utc() {
        assert_eq!(read_epoch("0"), Some(Point::Day(1970, 1, 1)));
        assert_eq!(read_epoch("951782400"), Some(Point::Day(2000, 2, 29)));
        assert_eq!(read_epoch("951868800"), Some(Point::Day(2000, 3, 1)));
        assert_eq!(read_epoch("1410048000"), Some(Point::Day(2014, 9, 7)));
        assert_eq!(read_epoch("253402300799"), Some(Point::Day(9999, 12, 31)));
        for wrong in ["", "-1", "1.5", "253402300800", "today"] {
            assert_eq!(read_epoch(wrong), None, "{wrong}");
        }
        assert_eq!(today(UNIX_EPOCH + Duration::from_secs(86_399)), Point::Day(1970, 1, 1));
    }
}
