//! Days between dates: whether a respite is over.

use crate::base::{PartialDate, Point};

/// Tells whether more than `days` have passed since a date. Without a date, or without a today, no respite ends.
pub fn is_over(since: Option<PartialDate>, days: u32, today: Option<PartialDate>) -> bool {
    let (Some(since), Some(today)) = (since, today) else { return false };
    number(last_day(since)) + i64::from(days) < number(last_day(today))
}

/// A month or a year is over only with its last day: a respite never ends early.
fn last_day(date: PartialDate) -> (i32, u8, u8) {
    match date.end.unwrap_or(date.start) {
        Point::Year(year) => (year, 12, 31),
        Point::Quarter(year, quarter) => (year, quarter * 3, 31),
        Point::Month(year, month) => (year, month, 31),
        Point::Day(year, month, day) => (year, month, day),
    }
}

/// Numbers the days of the Gregorian calendar; the months count from March, so that the leap day comes last.
fn number((year, month, day): (i32, u8, u8)) -> i64 {
    let (year, month) =
        if month > 2 { (i64::from(year), i64::from(month) - 3) } else { (i64::from(year) - 1, i64::from(month) + 9) };
    365 * year + year.div_euclid(4) - year.div_euclid(100)
        + year.div_euclid(400)
        + (153 * month + 2) / 5
        + i64::from(day)
}

#[cfg(test)]
mod tests {
    use super::is_over;
    use crate::base::{PartialDate, Point};

    fn over(since: Point, days: u32, today: (i32, u8, u8)) -> bool {
        let today = PartialDate::at(Point::Day(today.0, today.1, today.2));
        is_over(Some(PartialDate::at(since)), days, Some(today))
    }

    #[test]
    fn the_last_day_of_a_respite_belongs_to_it() {
        assert!(!over(Point::Day(2024, 2, 20), 14, (2024, 3, 5)), "a leap year");
        assert!(over(Point::Day(2024, 2, 20), 14, (2024, 3, 6)));
        assert!(over(Point::Day(2023, 2, 20), 14, (2023, 3, 7)));
        assert!(!over(Point::Day(2023, 12, 25), 14, (2024, 1, 8)));
    }

    #[test]
    fn a_month_counts_from_its_end_and_the_unknown_never() {
        assert!(!over(Point::Month(2024, 2), 3, (2024, 3, 3)));
        assert!(!over(Point::Year(2024), 0, (2024, 12, 31)));
        assert!(over(Point::Year(2024), 0, (2025, 1, 1)));
        assert!(!is_over(None, 0, Some(PartialDate::at(Point::Year(2024)))));
        assert!(!is_over(Some(PartialDate::at(Point::Year(2024))), 0, None));
    }
}
