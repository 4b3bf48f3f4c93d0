//! Which priorities are taken for one, and why: small cases, and many.

use super::draft::{Draft, draft, pair};
use super::*;
use crate::form::Form;
use crate::report::Report;

fn linked(earlier: &Report, later: &Report) -> Vec<Link> {
    let form = Form::built_in();
    align(&Profile::all(&earlier.priorities, &form), &Profile::all(&later.priorities, &form))
}

/// Each link as `earlier>later how sure`.
fn links(earlier: &[Draft], later: &[Draft]) -> Vec<String> {
    let (earlier, later, _) = pair(earlier, later);
    let links = linked(&earlier, &later);
    links.iter().map(|l| format!("{}>{} {} {:.2}", l.earlier, l.later, l.how.key(), l.sure)).collect()
}

#[test]
fn what_fits_equally_well_is_linked_the_same_way_round_and_back() {
    const SAME: &[(&str, &[&str])] = &[("intended_outcomes", &["Persistent absence falls in all partner primaries"])];
    let titles = ["Absence", "Mornings", "Calls home", "Lunch", "Being in", "Gates", "Buses", "Heads", "Codes"];
    for (before, after) in [(9, 9), (9, 4), (3, 8)] {
        let earlier: Vec<Draft> = titles.iter().take(before).map(|title| draft(title, SAME)).collect();
        let later: Vec<Draft> = titles
            .iter()
            .rev()
            .take(after)
            .map(|title| Draft {
                title: if title.len() > 5 { "Something else" } else { "Other" },
                ..draft(title, SAME)
            })
            .collect();
        let (earlier, later, _) = pair(&earlier, &later);
        let mut there: Vec<_> = linked(&earlier, &later).iter().map(|l| (l.earlier, l.later)).collect();
        let mut back: Vec<_> = linked(&later, &earlier).iter().map(|l| (l.later, l.earlier)).collect();
        there.sort_unstable();
        back.sort_unstable();
        assert_eq!((there.len(), &there), (before.min(after), &back));
    }
}

const ABSENCE: &[(&str, &[&str])] =
    &[("intended_outcomes", &["Persistent absence falls in the six partner primaries", "Pupils feel they belong"])];
const ABSENCE_EDITED: &[(&str, &[&str])] =
    &[("intended_outcomes", &["Persistent absence falls in all partner primaries", "Pupils feel that they belong"])];
const READING: &[(&str, &[&str])] = &[("intended_outcomes", &["More pupils read at the expected standard"])];

fn known(id: &'static str, title: &'static str, continues: &'static [&'static str]) -> Draft {
    Draft { id, title, continues, ..Draft::default() }
}

#[test]
fn reasons_are_tried_in_order_and_links_are_one_to_one() {
    let t = |title| draft(title, &[]);
    type Row = (&'static str, Vec<Draft>, Vec<Draft>, Vec<&'static str>);
    let table: Vec<Row> = vec![
        ("nothing", vec![], vec![t("A")], vec![]),
        ("same title, other case", vec![t("A b")], vec![t("a-B.")], vec!["0>0 title 1.00"]),
        ("id before title", vec![known("x", "A", &[]), t("B")], vec![known("X", "B", &[])], vec!["0>0 id 1.00"]),
        ("continues an id", vec![known("x", "A", &[])], vec![known("y", "B", &["X"])], vec!["0>0 continues 1.00"]),
        ("continues a title", vec![t("The A")], vec![known("y", "B", &["the a"])], vec!["0>0 continues 1.00"]),
        (
            "continues the title of one that has an id",
            vec![known("x", "Attendance: phase 1", &[])],
            vec![known("y", "B", &["attendance - phase 1"])],
            vec!["0>0 continues 1.00"],
        ),
        (
            "an id names before a title",
            vec![known("x", "A", &[]), known("a", "B", &[])],
            vec![known("y", "C", &["a"])],
            vec!["1>0 continues 1.00"],
        ),
        (
            "merge: one link",
            vec![known("a", "A", &[]), known("b", "B", &[])],
            vec![known("c", "C", &["b", "a"])],
            vec!["1>0 continues 1.00"],
        ),
        (
            "split: one link",
            vec![known("a", "A", &[])],
            vec![known("b", "B", &["a"]), known("c", "C", &["a"])],
            vec!["0>0 continues 1.00"],
        ),
        (
            "retitled, outcomes kept",
            vec![draft("Attendance", ABSENCE), draft("Reading", READING)],
            vec![draft("Books", READING), draft("Belonging", ABSENCE)],
            vec!["1>0 outcomes 1.00", "0>1 outcomes 1.00"],
        ),
        (
            "retitled, outcomes edited",
            vec![draft("Attendance", ABSENCE)],
            vec![draft("Belonging", ABSENCE_EDITED)],
            vec!["0>0 outcomes 0.87"],
        ),
        (
            "nearly the same title",
            vec![t("Reducing exclusions")],
            vec![t("Reducing suspensions and exclusions")],
            vec!["0>0 title 0.76"],
        ),
        (
            "like titles, other outcomes",
            vec![draft("Attendance of primary pupils", ABSENCE)],
            vec![draft("Attendance of secondary pupils", READING)],
            vec![],
        ),
        (
            "two ids that differ",
            vec![Draft { id: "a", ..draft("Attendance", ABSENCE) }],
            vec![Draft { id: "b", ..draft("Belonging", ABSENCE) }],
            vec!["0>0 outcomes 0.50"],
        ),
        ("no titles at all", vec![t(""), t("")], vec![t(""), t("")], vec![]),
        ("titles twice", vec![t("A"), t("A")], vec![t("A")], vec!["0>0 title 0.50"]),
        (
            "titles twice, outcomes tell",
            vec![draft("A", ABSENCE), draft("A", READING)],
            vec![draft("A", READING), draft("A", ABSENCE)],
            vec!["1>0 title 1.00", "0>1 title 1.00"],
        ),
        (
            "outcomes twice",
            vec![draft("A", READING), draft("B", READING)],
            vec![draft("C", READING), draft("D", READING)],
            vec!["0>0 outcomes 0.50", "1>1 outcomes 0.50"],
        ),
        (
            "outcomes twice, titles tell",
            vec![draft("Reducing exclusions", READING), draft("Early years speech", READING)],
            vec![draft("Speech in early years", READING), draft("Reducing all exclusions", READING)],
            vec!["1>0 outcomes 1.00", "0>1 outcomes 1.00"],
        ),
    ];
    for (name, earlier, later, expected) in table {
        assert_eq!(links(&earlier, &later), expected, "{name}");
    }
}

#[test]
fn thousands_of_priorities_do_not_hang() {
    let absence: Vec<Draft> = (0..2000).map(|_| draft("Old", ABSENCE)).collect();
    let mut reading: Vec<Draft> = (0..2000).map(|_| draft("New", READING)).collect();
    reading.push(draft("Belonging", ABSENCE));
    assert_eq!(links(&absence, &reading), ["0>2000 outcomes 0.50"]);
}
