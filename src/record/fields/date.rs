//! `date`: a date as far as it is known.

use super::{FieldType, Raw};
use crate::{
    diag::Diagnostic,
    record::{Value, date},
};

/// The type.
pub static DATE: FieldType = FieldType {
    name: "date",
    doc: "A date as far as it is known: `2014-09-07`, `2013-06`, `2014-Q2`, `2013`, `2013-06-04/2013-06-05`, with `~` for about and `?` for doubtful.",
    options: &[],
    expected: "type-date",
    is_many: false,
    read,
    translate: None,
};

fn read(raw: &Raw<'_>, sink: &mut Vec<Diagnostic>) -> Option<Value> {
    date::read(raw.text.trim_end_matches('\n'), raw.span, sink).map(Value::Date)
}

#[cfg(test)]
mod tests {
    use crate::{
        base::{PartialDate, Point},
        record::{
            Value,
            fields::testing::{offers, reads, refuses},
        },
    };

    #[test]
    fn dates_stay_as_precise_as_written() {
        reads("date", "2014-09-07", Value::Date(PartialDate::at(Point::Day(2014, 9, 7))));
        reads("date", "2013-06", Value::Date(PartialDate::at(Point::Month(2013, 6))));
        reads("date", "'2014-Q2'", Value::Date(PartialDate::at(Point::Quarter(2014, 2))));
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in ["2014-02-30", "٢٠١٤", "7-9-2014", "2014-13", "قريبًا"] {
            refuses("date", text, "record/bad-date");
        }
        refuses("date", "2014/2013", "record/date-order");
        refuses("date", "[2014]", "yaml/wrong-type");
    }

    #[test]
    fn the_right_notation_is_offered() {
        assert_eq!(offers("date", "٢٠١٤-٠٩-٠٧"), Some(("2014-09-07".into(), true)));
        assert_eq!(offers("date", "27/9/2014"), Some(("2014-09-27".into(), false)));
    }
}
