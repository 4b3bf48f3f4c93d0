//! What two reports have in common and what not, claim by claim.

use super::*;
use crate::align::draft::{Draft, draft, pair, report};
use crate::form::Status;

/// Each change as `fate how earlier > later = into`, the last of what went into others than itself.
fn fates(earlier: &[Draft], later: &[Draft]) -> Vec<String> {
    let (earlier, later, _) = pair(earlier, later);
    let title = |priority: Option<&Priority>| priority.map_or("-", |p| p.name()).to_owned();
    let told = |change: &Change<'_>| {
        let how = change.how.map_or("-", How::key);
        let into: Vec<&str> = change.into.iter().map(|into| into.name()).collect();
        let ended = change.later.is_some_and(|later| later.known_status().is_some_and(Status::ended));
        let into = if ended && !into.is_empty() { format!(" = {}", into.join(" + ")) } else { String::new() };
        format!("{} {how} {} > {}{into}", change.fate.key(), title(change.earlier), title(change.later))
    };
    compare(&earlier, &later, &Form::built_in()).priorities.iter().map(told).collect()
}

#[test]
fn every_fate_is_told_in_the_order_of_the_later_report() {
    let t = |title| draft(title, &[]);
    let known = |id, title, continues| Draft { id, title, continues, ..Draft::default() };
    let status = |title, status| Draft { title, status, ..Draft::default() };
    let renamed = |title, status| Draft { id: "x", title, status, ..Draft::default() };
    type Row = (Vec<Draft>, Vec<Draft>, Vec<&'static str>);
    let table: Vec<Row> = vec![
        (vec![], vec![], vec![]),
        (
            vec![t("B"), t("A"), t("D")],
            vec![t("A"), t("C"), t("b")],
            vec!["continued title A > A", "new - - > C", "continued title B > b", "dropped - D > -"],
        ),
        (vec![renamed("A", "")], vec![renamed("B", "on-hold")], vec!["retitled id A > B"]),
        (vec![renamed("A", "")], vec![renamed("B", "Closed")], vec!["closed id A > B"]),
        (vec![t("A")], vec![status("A", "handed over")], vec!["handed-over title A > A"]),
        (vec![t("A")], vec![status("A", "merged")], vec!["merged title A > A"]),
        (vec![t("A")], vec![status("A", "split")], vec!["split title A > A"]),
        (
            vec![status("A", "handed-over"), status("B", "ongoing")],
            vec![],
            vec!["handed-over - A > -", "dropped - B > -"],
        ),
        (vec![], vec![status("A", "closed")], vec!["new - - > A"]),
        (
            vec![known("a", "A", &[]), known("b", "B", &[])],
            vec![known("c", "C", &["a", "b"])],
            vec!["retitled continues A > C", "merged continues B > -"],
        ),
        (
            vec![known("a", "A", &[])],
            vec![known("b", "B", &["a"]), known("c", "C", &["a"])],
            vec!["split continues A > B", "split continues - > C"],
        ),
        (
            vec![known("a", "A", &[])],
            vec![known("a", "A", &[]), known("c", "C", &["a"])],
            vec!["split id A > A", "split continues - > C"],
        ),
        (
            vec![known("a", "A", &[]), known("b", "B", &[]), known("c", "C", &[])],
            vec![known("b", "B", &["a"]), known("c", "C", &["a"])],
            vec!["continued id B > B", "continued id C > C", "split continues A > -"],
        ),
        // Reported once more with its status, and carried on by another: it is no part of itself.
        (
            vec![known("a", "A", &[]), known("b", "B", &[])],
            vec![Draft { status: "merged", ..known("a", "A", &[]) }, known("b", "B", &["a"])],
            vec!["merged id A > A = B", "continued id B > B"],
        ),
        (
            vec![known("a", "A", &[])],
            vec![Draft { status: "split", ..known("a", "A", &[]) }, known("c", "C", &["a"]), known("d", "D", &["a"])],
            vec!["split id A > A = C + D", "split continues - > C", "split continues - > D"],
        ),
    ];
    for (earlier, later, expected) in table {
        assert_eq!(fates(&earlier, &later), expected);
    }
}

#[test]
fn outcomes_tell_of_merges_and_splits_that_nobody_states() {
    type Sections = &'static [(&'static str, &'static [&'static str])];
    const ABSENCE: Sections = &[("intended_outcomes", &["Persistent absence falls", "Pupils feel they belong"])];
    const SPEECH: Sections = &[("intended_outcomes", &["More children talk well at five", "Settings screen alike"])];
    const BOTH: Sections = &[(
        "intended_outcomes",
        &[
            "Persistent absence falls",
            "Pupils feel they belong",
            "More children talk well at five",
            "Settings screen alike",
        ],
    )];
    const ALMOST: Sections =
        &[("intended_outcomes", &["Persistent absence falls", "Pupils feel they belong", "Heads meet each month"])];
    let whole = || draft("Start well", BOTH);
    let table = [
        (
            vec![draft("Attendance", ABSENCE), draft("Talk", SPEECH), draft("Start well", BOTH)],
            vec![whole()],
            vec![
                "continued title Start well > Start well",
                "merged outcomes Attendance > -",
                "merged outcomes Talk > -",
            ],
        ),
        (
            vec![whole()],
            vec![whole(), draft("Attendance", ABSENCE)],
            vec!["split title Start well > Start well", "split outcomes - > Attendance"],
        ),
        // Two of three are not enough for a fact.
        (
            vec![whole()],
            vec![whole(), draft("Attendance", ALMOST)],
            vec!["continued title Start well > Start well", "new - - > Attendance"],
        ),
    ];
    for (earlier, later, expected) in table {
        assert_eq!(fates(&earlier, &later), expected);
    }
    // What its own report says outranks that: it ended then, and goes into nothing now. Of one that says that it was merged
    // or split, they tell into what.
    for (status, fate) in [
        ("handed over", "handed-over -"),
        ("closed", "closed -"),
        ("merged", "merged outcomes"),
        ("split", "split outcomes"),
    ] {
        let ended = Draft { status, ..draft("Attendance", ABSENCE) };
        let told = fates(&[ended, draft("Start well", BOTH)], &[whole()]);
        assert_eq!(told, ["continued title Start well > Start well", &format!("{fate} Attendance > -")]);
    }
    // It does so of what another says that it continues, too.
    let given = Draft { status: "handed over", receiver: "The trust", ..draft("Attendance", ABSENCE) };
    let known = || Draft { id: "start", ..whole() };
    let told = fates(&[given, known()], &[Draft { continues: &["Attendance"], ..known() }]);
    assert_eq!(told, ["continued id Start well > Start well", "handed-over continues Attendance > -"]);
    let (earlier, later, _) = pair(&[whole()], &[whole(), draft("Attendance", ALMOST)]);
    let changes = compare(&earlier, &later, &Form::built_in()).priorities;
    assert_eq!(changes.last().and_then(|change| change.like).map(Priority::name), Some("Start well"));
}

#[test]
fn statements_are_matched_once_each_by_id_then_same_words_then_like_words() {
    const EARLIER: &[(&str, &[&str])] = &[
        ("intended_outcomes", &["Absence falls.", "Absence falls", "Pupils belong"]),
        (
            "activity",
            &[
                "Met the heads of the six primaries",
                "Wrote to parents >> letters >> texts",
                "Old words {#plan}",
                "Trained forty staff",
                "Opened a drop-in {#x}",
            ],
        ),
        ("planned", &["Agree the pathway"]),
    ];
    const LATER: &[(&str, &[&str])] = &[
        ("intended_outcomes", &["Absence\n  falls", "Pupils belong"]),
        (
            "activity",
            &[
                "New sentence altogether {#plan}",
                "Wrote to parents: letters; texts",
                "Met the heads of the eight primaries",
                "Met the heads of all six primaries",
                "Opened a drop-in {#y}",
            ],
        ),
        ("impact", &[]),
    ];
    let (earlier, later, _) = pair(&[draft("A", EARLIER)], &[draft("a", LATER)]);
    let comparison = compare(&earlier, &later, &Form::built_in());
    let told = |change: &SectionChange<'_>| {
        let words = |s: &&Statement| s.text.words().to_owned();
        let reworded = change.reworded.iter().map(|(from, to)| format!("{} > {}", words(from), words(to)));
        let parts: [Vec<String>; 3] =
            [change.added.iter().map(words).collect(), change.removed.iter().map(words).collect(), reworded.collect()];
        format!("{} +{:?} -{:?} ~{:?} ={}", change.section.0, parts[0], parts[1], parts[2], change.unchanged)
    };
    let sections: Vec<String> = comparison.priorities[0].sections.iter().map(told).collect();
    let expected = [
        r#"0 +[] -["Absence falls"] ~[] =2"#,
        concat!(
            r#"1 +["Met the heads of the eight primaries"] -["Trained forty staff"] "#,
            r#"~["Old words > New sentence altogether", "#,
            r#""Met the heads of the six primaries > Met the heads of all six primaries"] =2"#
        ),
        r#"2 +[] -["Agree the pathway"] ~[] =0"#,
        r#"3 +[] -[] ~[] =0"#,
    ];
    assert_eq!(sections, expected);
    assert!(!comparison.is_same());
}

#[test]
fn only_the_term_may_differ_between_reports_that_are_the_same() {
    const SAID: &[(&str, &[&str])] = &[("activity", &["Met the heads", "Wrote to parents"])];
    const AGAIN: &[(&str, &[&str])] = &[("activity", &["wrote to parents!", "Met  the heads"])];
    let ongoing = Draft { status: "ongoing", ..draft("A", SAID) };
    let table = [
        ("Northmoor", "", Draft { status: "Ongoing", ..draft("a", AGAIN) }, true),
        ("NORTHMOOR", "Summer 1 2023/24", ongoing.clone(), true),
        ("Eastholme", "", ongoing.clone(), false),
        ("", "", ongoing.clone(), false),
        ("Northmoor", "", Draft { status: "on-hold", ..ongoing.clone() }, false),
        ("Northmoor", "", Draft { receiver: "Youth Futures", ..ongoing.clone() }, false),
        ("Northmoor", "", Draft { title: "B", ..ongoing.clone() }, false),
        ("Northmoor", "", draft("A", &[]), false),
    ];
    let (_, earlier) = report(0, "Northmoor", "Spring 2 2023/24", &[ongoing]);
    for (district, term, draft, same) in table {
        let (_, later) = report(1, district, term, &[draft]);
        assert_eq!(compare(&earlier, &later, &Form::built_in()).is_same(), same, "{later:?}");
    }
}

#[test]
fn thousands_of_statements_do_not_hang_and_none_is_lost() {
    let (mut earlier, mut later, _) = pair(&[], &[]);
    let many = |from: usize, word: &str, count: usize| {
        let lines: Vec<String> = (from..from + count).map(|n| format!("Met {n} of the {word} heads {n}")).collect();
        let lines: &'static [&'static str] = lines.into_iter().map(|l| &*l.leak()).collect::<Vec<_>>().leak();
        report(0, "", "", &[draft("A", vec![("activity", lines)].leak())]).1.priorities
    };
    earlier.priorities = many(0, "same", 3000);
    later.priorities = many(1500, "same", 3000);
    let comparison = compare(&earlier, &later, &Form::built_in());
    let section = &comparison.priorities[0].sections[0];
    assert_eq!((section.unchanged, section.added.len(), section.removed.len()), (1500, 1500, 1500));
    for _ in 0..40 {
        earlier.priorities.extend(many(0, "old", 300));
        later.priorities.extend(many(0, "new", 300));
    }
    let comparison = compare(&earlier, &later, &Form::built_in());
    let sections = comparison.priorities.iter().flat_map(|change| &change.sections);
    let after = sections.clone().map(|s| s.unchanged + s.reworded.len() + s.added.len()).sum::<usize>();
    let before = sections.map(|s| s.unchanged + s.reworded.len() + s.removed.len()).sum::<usize>();
    assert_eq!((before, after), (15_000, 15_000));
}
