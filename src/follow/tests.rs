//! What the matcher makes of small cases, one claim of `follow` each.

use super::*;
use crate::align::draft::{Draft, draft, pair};

/// Each planned statement's outcome, and the words of its match.
fn told(earlier: &[Draft], later: &[Draft]) -> Vec<String> {
    let (earlier, later, _) = pair(earlier, later);
    let (form, lexicon) = (Form::built_in(), Lexicon::with(&[]));
    let (earlier, later) = Side::both(&earlier, &later, &form, &lexicon);
    let through = follow(&earlier, &later, &form);
    let line = |one: &Followed<'_>| {
        format!("{}: {}", one.outcome.key(), one.found.map_or("-", |found| found.statement.text.words()))
    };
    through.all.iter().map(line).collect()
}

#[test]
fn an_id_settles_it_and_the_same_words_come_next() {
    const PLANNED: &[(&str, &[&str])] = &[(
        "planned",
        &["Agree the pathway {#path}", "Train the first cohort of mentors", "Meet the governors of Hythe Lane", "none"],
    )];
    const LATER: &[(&str, &[&str])] = &[
        ("activity", &["Something else altogether {#path}", "Meet the governors of Hythe Lane {#other}", "None"]),
        ("planned", &["Train the first cohort of mentors."]),
    ];
    assert_eq!(
        told(&[draft("A", PLANNED)], &[draft("A", LATER)]),
        [
            "reported: Something else altogether",
            "carried-forward: Train the first cohort of mentors.",
            "reported: Meet the governors of Hythe Lane",
        ]
    );
}

#[test]
fn what_is_told_and_left_standing_in_the_plan_is_reported() {
    const PLAN: &str = "Asha Rowe will write to every school about mentoring by May 2025";
    const OTHER: &str = "Tom Pell will open a drop-in for leavers at Oxmere library";
    const PLANNED: &[(&str, &[&str])] = &[("planned", &[PLAN, OTHER])];
    const LATER: &[(&str, &[&str])] = &[
        ("activity", &["Wrote to every school about mentoring in May", "Met the leavers of Oxmere"]),
        ("planned", &[PLAN, OTHER]),
    ];
    assert_eq!(
        told(&[draft("A", PLANNED)], &[draft("A", LATER)]),
        ["reported: Wrote to every school about mentoring in May".to_owned(), format!("carried-forward: {OTHER}")]
    );
}

#[test]
fn of_two_plans_that_are_alike_only_the_one_that_is_told_is_reported() {
    const PLANNED: &[(&str, &[&str])] = &[(
        "planned",
        &[
            "Carry out an attendance audit at Hythe Lane",
            "Carry out an attendance audit at Fleet Road",
            "Write to the heads",
        ],
    )];
    const LATER: &[(&str, &[&str])] = &[
        ("activity", &["An attendance audit was carried out at Fleet Road", "Opened the swimming pool"]),
        ("impact", &["Swimmers are back"]),
    ];
    assert_eq!(
        told(&[draft("A", PLANNED)], &[draft("A", LATER)]),
        ["no-match: -", "reported: An attendance audit was carried out at Fleet Road", "no-match: -"]
    );
}

#[test]
fn short_forms_tense_and_related_words_do_not_hide_a_match() {
    const PLANNED: &[(&str, &[&str])] = &[(
        "planned",
        &[
            "Deliver two twilight sessions on emotionally based school avoidance for SENCOs",
            "Send the vaping letter to parents and carers through all secondary schools",
            "Survey Year 7 pupils about lunch",
        ],
    )];
    const LATER: &[(&str, &[&str])] = &[
        (
            "activity",
            &[
                "EBSA workshops took place for 22 special needs co-ordinators",
                "The vaping letter went to families through all secondary schools",
                "Opened the swimming pool",
            ],
        ),
        ("planned", &["Ask the Year 7 pupils in a survey what they think of lunch"]),
    ];
    let told = told(&[draft("A", PLANNED)], &[draft("A", LATER)]);
    assert!(told[0].ends_with("EBSA workshops took place for 22 special needs co-ordinators"), "{told:?}");
    assert_eq!(told[1], "reported: The vaping letter went to families through all secondary schools");
    assert_eq!(told[2], "carried-forward: Ask the Year 7 pupils in a survey what they think of lunch");
}

#[test]
fn names_that_differ_are_possible_at_most_and_who_acts_is_no_name_of_the_matter() {
    const PLANNED: &[(&str, &[&str])] = &[(
        "planned",
        &["Train twelve reading mentors at Oxmere", "Tom Pell will agree the shared referral form for speech"],
    )];
    const LATER: &[(&str, &[&str])] = &[(
        "activity",
        &[
            "Trained twelve reading mentors at Askerby",
            "Agreed the shared referral form for speech with Northgate Surgery",
            "Opened the swimming pool",
        ],
    )];
    assert_eq!(
        told(&[draft("A", PLANNED)], &[draft("A", LATER)]),
        [
            "possible: Trained twelve reading mentors at Askerby",
            "reported: Agreed the shared referral form for speech with Northgate Surgery",
        ]
    );
}

#[test]
fn what_is_told_as_not_done_is_told_apart() {
    const PLANNED: &[(&str, &[&str])] =
        &[("planned", &["Agree a joint protocol with the police {#p}", "Visit schools {#v}"])];
    const LATER: &[(&str, &[&str])] = &[
        ("activity", &["No joint protocol was agreed with the police {#p}"]),
        ("impact", &["No pupil of the schools has been excluded {#v}"]),
    ];
    let (earlier, later, _) = pair(&[draft("A", PLANNED)], &[draft("A", LATER)]);
    let (form, lexicon) = (Form::built_in(), Lexicon::with(&[]));
    let (earlier, later) = Side::both(&earlier, &later, &form, &lexicon);
    let through = follow(&earlier, &later, &form);
    let stalled: Vec<bool> = through.all.iter().map(|one| one.stalled).collect();
    assert_eq!((stalled, through.stalled(), through.count(Outcome::Reported)), (vec![true, false], 1, 2));
}

#[test]
fn what_is_done_and_planned_once_more_is_done() {
    const PLANNED: &[(&str, &[&str])] = &[(
        "planned",
        &["Hold the termly network meeting for inclusion leads", "Train the first cohort of mentors at Hythe"],
    )];
    const LATER: &[(&str, &[&str])] = &[
        ("activity", &["Held the termly network meeting for inclusion leads on 4 February 2026"]),
        (
            "planned",
            &["Hold the termly network meeting for inclusion leads", "Train the first cohort of mentors at Hythe"],
        ),
    ];
    assert_eq!(
        told(&[draft("A", PLANNED)], &[draft("A", LATER)]),
        [
            "reported: Held the termly network meeting for inclusion leads on 4 February 2026",
            "carried-forward: Train the first cohort of mentors at Hythe",
        ]
    );
}

#[test]
fn of_twins_the_one_with_the_same_term_is_told_and_another_term_is_no_fact() {
    const PLANNED: &[(&str, &[&str])] =
        &[("planned", &["Hold the spring network meeting", "Hold the summer network meeting"])];
    const SUMMER: &[(&str, &[&str])] = &[("activity", &["Held the summer network meeting"])];
    assert_eq!(told(&[draft("A", PLANNED)], &[draft("A", SUMMER)])[1], "reported: Held the summer network meeting");
    for (plan, later) in [
        (
            "Hold the spring conference for governors at Kirkley Hall",
            "The autumn conference for governors at Kirkley Hall was held",
        ),
        (
            "Train the mentors of all secondary schools in the county",
            "Trained the mentors of all primary schools in the county",
        ),
        ("Run three workshops for parents at Oakhill Academy", "Ran one workshop for parents at Oakhill Academy"),
        ("Meet the KS2 leads of all partner schools", "Met the KS1 leads of all partner schools"),
        ("Launch cohort 2 at Oakhill Academy", "Launched cohort 2 at Ferrow Academy instead of Oakhill Academy"),
    ] {
        let [plan, later] = [plan, later].map(|words| &*vec![words].leak());
        let said = told(&[draft("A", vec![("planned", plan)].leak())], &[draft("A", vec![("activity", later)].leak())]);
        assert!(said[0].starts_with("possible") || said[0].starts_with("no-match"), "{said:?}");
    }
}

#[test]
fn what_stood_in_the_earlier_report_is_no_proof_of_its_plan() {
    const EARLIER: &[(&str, &[&str])] = &[
        ("activity", &["Launched the Steady Start programme at Millbrook Primary"]),
        ("planned", &["Launch the Steady Start programme at four more primaries", "None until the post is filled"]),
    ];
    const LATER: &[(&str, &[&str])] = &[("activity", &["Launched the Steady Start programme at Millbrook Primary"])];
    let told = told(&[draft("A", EARLIER)], &[draft("A", LATER)]);
    assert_eq!(told.len(), 1, "a plan of nothing is none");
    assert!(!told[0].starts_with("reported"), "{told:?}");
}

#[test]
fn the_only_statement_of_a_short_report_is_no_answer_by_being_alone() {
    const PLANNED: &[(&str, &[&str])] = &[("planned", &["Open a library for the estate"])];
    const LATER: &[(&str, &[&str])] = &[("impact", &["It fell by 3"])];
    assert_eq!(told(&[draft("A", PLANNED)], &[draft("A", LATER)]), ["no-match: -"]);
}

#[test]
fn a_report_without_plans_or_without_answers_is_followed_too() {
    const PLANNED: &[(&str, &[&str])] = &[("planned", &["Meet the heads"])];
    assert!(told(&[], &[draft("A", PLANNED)]).is_empty());
    assert_eq!(told(&[draft("A", PLANNED)], &[]), ["no-match: -"]);
}

#[test]
fn a_thousand_plans_are_followed_within_bounds_and_that_is_said() {
    let many = |key: &'static str, words: &str| {
        let lines: Vec<String> = (0..1000).map(|n| format!("{words} {n} of the many schools {n}")).collect();
        let lines: &'static [&'static str] = lines.into_iter().map(|l| &*l.leak()).collect::<Vec<_>>().leak();
        draft("A", vec![(key, lines)].leak())
    };
    let (earlier, later, _) = pair(&[many("planned", "Visit")], &[many("activity", "Visited")]);
    let (form, lexicon) = (Form::built_in(), Lexicon::with(&[]));
    let (earlier, later) = Side::both(&earlier, &later, &form, &lexicon);
    let through = follow(&earlier, &later, &form);
    assert!(through.bounded);
    assert_eq!((through.all.len(), through.count(Outcome::NoMatch)), (1000, 1000));
}

#[test]
fn very_many_plans_beside_few_answers_are_within_bounds_too() {
    let many = |count: usize, key: &'static str, words: &dyn Fn(usize) -> String| {
        let lines: &'static [&'static str] = (0..count).map(|n| &*words(n).leak()).collect::<Vec<_>>().leak();
        vec![(key, lines)].leak() as &'static [_]
    };
    let followed = |planned, told| {
        let (earlier, later, _) = pair(&[draft("A", planned)], &[draft("A", told)]);
        let (form, lexicon) = (Form::built_in(), Lexicon::with(&[]));
        let (earlier, later) = Side::both(&earlier, &later, &form, &lexicon);
        let through = follow(&earlier, &later, &form);
        (through.bounded, Outcome::ALL.map(|outcome| through.count(outcome)))
    };
    let visits = many(1201, "planned", &|n| format!("Visit school {n}"));
    assert_eq!(followed(visits, many(3, "activity", &|n| format!("Met head {n}"))), (true, [0, 0, 0, 1201]));
    let same = |key| many(2000, key, &|_| "Visit the schools".to_owned());
    assert_eq!(followed(same("planned"), same("activity")), (false, [2000, 0, 0, 0]));
}
