use super::*;
use crate::page::{Bars, Cell, Column, Grid, Lives, Moment, Part, Square};

fn drawn(chart: &Chart) -> String {
    let mut out = Vec::new();
    write(chart, 7, &mut out).expect("memory takes it");
    String::from_utf8(out).expect("text")
}

fn bars(labels: &[&str], counts: &[[u64; 2]]) -> Chart {
    let part = |at: usize, name: &str, tone| Part {
        name: name.to_owned(),
        tone,
        counts: counts.iter().map(|counts| counts[at]).collect(),
    };
    Chart::Bars(Bars {
        title: "What came".to_owned(),
        of: "District".to_owned(),
        labels: labels.iter().map(|label| (*label).to_owned()).collect(),
        parts: vec![part(0, "Reported", Tone::Good), part(1, "Planned again", Tone::Waiting)],
    })
}

fn column(year: &str, letters: &str) -> Column {
    Column { name: format!("{letters} {year}"), within: Some((year.to_owned(), letters.to_owned())) }
}

#[test]
fn bars_are_shares_of_the_longest_and_say_their_counts() {
    let chart = drawn(&bars(&["Northmoor", "Eastvale", "Saltmarsh"], &[[3, 1], [1, 0], [0, 0]]));
    for there in [
        "role=\"img\" aria-labelledby=\"chart-7\" aria-describedby=\"chart-7-said\"",
        "<title id=\"chart-7\">What came</title>",
        "<desc id=\"chart-7-said\">Northmoor: Reported 3, Planned again 1; Eastvale: Reported 1; Saltmarsh: nothing planned.</desc>",
        "<rect class=\"good\" x=\"0.00%\" y=\"0.0em\" width=\"75.00%\"",
        "<rect class=\"waiting\" x=\"75.00%\" y=\"0.0em\" width=\"25.00%\"",
        "<rect class=\"good\" x=\"0.00%\" y=\"2.5em\" width=\"25.00%\"",
        "<text class=\"on-waiting\" x=\"87.50%\" y=\"1.4em\">1</text>",
        "nothing planned</text>",
    ] {
        assert!(chart.contains(there), "{there} is not in {chart}");
    }
}

#[test]
fn a_grid_has_years_over_terms_and_a_letter_in_each_square() {
    let square = |sign: &str, tone| Some(Square { sign: sign.to_owned(), tone: Some(tone), said: Cell::Empty });
    let (here, missing) = (square("\u{2713}", Tone::Good), square("M", Tone::Lacking));
    let key = [(&here, "received"), (&missing, "missing")];
    let chart = drawn(&Chart::Grid(Grid {
        title: "Reports".to_owned(),
        of: "District".to_owned(),
        columns: vec![column("2022/23", "Su"), column("2023/24", "Au"), column("2023/24", "Sp")],
        rows: vec![("Northmoor".to_owned(), vec![None, here.clone(), missing.clone()])],
        key: key.map(|(square, said)| (square.clone().expect("a square"), said.to_owned())).to_vec(),
    }));
    assert_eq!((chart.matches(">2022/23<").count(), chart.matches(">2023/24<").count()), (1, 1), "{chart}");
    assert!(chart.contains("received: 1; missing: 1."), "{chart}");
    assert!(chart.contains(">M</text>") && chart.contains("<rect class=\"lacking\" x=\"68.33%\""), "{chart}");
}

#[test]
fn a_life_has_a_line_and_its_signs() {
    let moment = |there, signs: &[Sign]| Moment {
        there,
        goes_on: false,
        signs: signs.iter().map(|sign| (*sign, String::new())).collect(),
    };
    let moments = vec![
        moment(true, &[Sign::Begins]),
        moment(true, &[Sign::Rests, Sign::Renamed]),
        moment(true, &[]),
        moment(false, &[]),
        moment(false, &[Sign::Lost]),
    ];
    let chart = drawn(&Chart::Lives(Lives {
        title: "Over time".to_owned(),
        of: "Priority".to_owned(),
        columns: ["Au", "Sp", "Su", "Au", "Sp"].map(|letters| column("2023/24", letters)).to_vec(),
        rows: vec![("Attendance".to_owned(), moments)],
        key: vec![(Sign::Lost, "no longer reported".to_owned())],
    }));
    let lines: Vec<&str> = chart.split("class=\"life").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(lines, ["", " resting", " away"]);
    assert!(
        chart.contains("<use href=\"#sign-renamed\" x=\"19\"/>")
            && chart.contains("priority: 1; no longer reported: 1.")
    );
    for sign in Sign::ALL {
        assert!(definitions().contains(&format!("id=\"{}\"", id(sign))), "{sign:?} has no drawing");
    }
}

#[test]
fn words_of_reports_are_words() {
    let hostile = "</desc><script>alert(1)</script> \" onload=x </svg></style>";
    let labels = [hostile, "x"];
    let grid = Grid {
        title: hostile.to_owned(),
        of: hostile.to_owned(),
        columns: vec![Column { name: hostile.to_owned(), within: None }; 9],
        rows: vec![(hostile.to_owned(), vec![None; 9])],
        key: Vec::new(),
    };
    let lives = Lives {
        title: hostile.to_owned(),
        of: hostile.to_owned(),
        columns: vec![column(hostile, hostile)],
        rows: vec![(hostile.to_owned(), vec![Moment::default()])],
        key: vec![(Sign::Ends, hostile.to_owned())],
    };
    for chart in [bars(&labels, &[[1, 0], [0, 2]]), Chart::Grid(grid), Chart::Lives(lives)] {
        let chart = drawn(&chart);
        assert!(!chart.contains("<script") && !chart.contains("</style") && !chart.contains("\" onload"), "{chart}");
        assert_eq!((chart.matches("</desc>").count(), chart.matches("<desc").count()), (1, 1), "{chart}");
    }
}

#[test]
fn names_of_columns_stand_on_end_where_the_page_is_too_narrow_for_them() {
    let themes = |names: &[&str]| {
        Chart::Grid(Grid {
            title: "Themes".to_owned(),
            of: "Theme".to_owned(),
            columns: names.iter().map(|name| Column { name: (*name).to_owned(), within: None }).collect(),
            rows: vec![("Attendance".to_owned(), vec![None; names.len()])],
            key: Vec::new(),
        })
    };
    let four = themes(&["Eastvale", "Harrow Fell", "Northmoor", "Saltmarsh"]);
    let chart = drawn(&four);
    assert!(kind(&four).contains("of-turning"));
    assert!(chart.contains("<text class=\"head wide-only\" ") && chart.contains(">Harrow Fell</text>"), "{chart}");
    let on_end = "<svg class=\"narrow-only\" x=\"37.50%\" y=\"1.4em\" overflow=\"visible\"><text class=\"turned\" y=\".35em\" \
                  transform=\"rotate(-90)\">Harrow Fell</text></svg>";
    assert!(chart.contains(on_end), "{chart}");
    let two = themes(&["East", "West"]);
    let chart = drawn(&two);
    assert!(!kind(&two).contains("of-turning") && !chart.contains("narrow-only"), "{chart}");
    assert!(chart.contains("<text class=\"head\" ") && chart.contains(">West</text>"), "{chart}");
}
