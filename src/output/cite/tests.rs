//! Each form with every kind of date.

use super::{bibtex, csl, ris};
use crate::{
    base::{PartialDate, Point},
    view::Citation,
};

fn citation(date: Option<PartialDate>) -> Citation {
    Citation {
        id: "mandates-resolution-7833-ar".to_owned(),
        language: "ar".to_owned(),
        title: "القرار 7833 & 50%_{x}".to_owned(),
        site: "قاعدة معارف".to_owned(),
        publisher: Some("الأمانة العامة".to_owned()),
        date,
        worded_date: date.map(|_| "بالكلمات".to_owned()),
        address: "https://example.org/kb/id/mandate/resolution-7833/".to_owned(),
        version: "0a1b2c3d".to_owned(),
    }
}

fn dated(start: Point) -> Citation {
    citation(Some(PartialDate::at(start)))
}

#[test]
fn ris_has_its_shape() {
    let text = ris::write(&dated(Point::Day(2014, 9, 7)));
    assert_eq!(
        text,
        "TY  - ELEC\r\nID  - mandates-resolution-7833-ar\r\nTI  - القرار 7833 & 50%_{x}\r\nAU  - الأمانة العامة\r\nPB  - الأمانة العامة\r\n\
         T2  - قاعدة معارف\r\nPY  - 2014\r\nDA  - 2014/09/07/\r\nET  - 0a1b2c3d\r\nLA  - ar\r\n\
         UR  - https://example.org/kb/id/mandate/resolution-7833/\r\nER  - \r\n"
    );
}

#[test]
fn bibtex_has_its_shape() {
    let text = bibtex::write(&dated(Point::Day(2014, 9, 7)));
    assert_eq!(
        text,
        "@misc{mandates-resolution-7833-ar,\n  author = {{الأمانة العامة}},\n  title = {{القرار 7833 \\& 50\\%\\_\\{x\\}}},\n  \
         howpublished = {قاعدة معارف},\n  year = {2014},\n  month = sep,\n  day = {7},\n  version = {0a1b2c3d},\n  \
         language = {ar},\n  url = {https://example.org/kb/id/mandate/resolution-7833/},\n}\n"
    );
}

#[test]
fn dates_are_cited_as_far_as_they_are_known() {
    let doubtful = citation(Some(PartialDate { uncertain: true, ..PartialDate::at(Point::Year(2013)) }));
    let span =
        citation(Some(PartialDate { end: Some(Point::Day(2013, 6, 5)), ..PartialDate::at(Point::Day(2013, 6, 4)) }));
    for (it, in_ris, in_bibtex, in_csl) in [
        (dated(Point::Year(2013)), "DA  - 2013///\r\n", "year = {2013},\n  version", "{\"date-parts\":[[2013]]}"),
        (dated(Point::Month(2013, 6)), "DA  - 2013/06//\r\n", "month = jun,\n  version", "{\"date-parts\":[[2013,6]]}"),
        (dated(Point::Quarter(2014, 2)), "DA  - 2014///Q2\r\n", "note = {بالكلمات}", "{\"literal\":\"بالكلمات\"}"),
        (span, "N1  - بالكلمات\r\n", "note = {بالكلمات}", "{\"date-parts\":[[2013,6,4],[2013,6,5]]}"),
        (doubtful, "N1  - بالكلمات\r\n", "note = {بالكلمات}", "{\"date-parts\":[[2013]],\"circa\":true}"),
    ] {
        assert!(ris::write(&it).contains(in_ris), "{}", ris::write(&it));
        assert!(bibtex::write(&it).contains(in_bibtex), "{}", bibtex::write(&it));
        assert!(csl::write(&it).contains(&format!("\"issued\":{in_csl}")), "{}", csl::write(&it));
    }
    let undated = citation(None);
    assert!(!ris::write(&undated).contains("PY") && !ris::write(&undated).contains("DA"));
    assert!(!bibtex::write(&undated).contains("year"));
    assert!(!csl::write(&undated).contains("issued"));
}

#[test]
fn a_line_break_begins_no_other_field() {
    let it = Citation { title: "أ\r\nER  - ب".to_owned(), ..citation(None) };
    assert!(ris::write(&it).contains("TI  - أ ER - ب\r\n"));
}
