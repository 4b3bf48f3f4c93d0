//! Priorities that end, go into others and come back, and plans that outlive a status: what a paper says of them.

use super::{collection, paper};
use termwise::form::{Form, Status};
use termwise::load::Loaded;
use termwise::render::document::BUILT_IN;
use termwise::rollup::Filter;

/// A report of North for a term: each priority by its title, its id, and the rest of its lines.
fn report(term: &str, priorities: &[(&str, &str, &str)]) -> String {
    let mut text = format!("district: North\nofficers: [A B]\nterm: {term} 2024/25\npriorities:\n");
    for (title, id, rest) in priorities {
        text += &format!("  - title: {title}\n    id: {id}\n    exit_strategy: [The heads take over]\n");
        rest.split(" | ").for_each(|line| text += &format!("    {line}\n"));
    }
    text
}

fn told(name: &str, reports: &[String], filter: &Filter) -> String {
    let named: Vec<(String, &str)> =
        (0..).zip(reports).map(|(at, text)| (format!("{at}.yaml"), text.as_str())).collect();
    let loaded: Loaded = collection(&named.iter().map(|(name, text)| (name.as_str(), *text)).collect::<Vec<_>>());
    paper(name, &loaded, &Form::built_in(), filter).unwrap()
}

const BOTH: &str = "intended_outcomes: [Persistent absence falls in all years, Fewer pupils are late in the morning]";
const OTHER: &str = "intended_outcomes: [More children eat before school]";
const ALL: &str = "intended_outcomes: [More children eat before school, Persistent absence falls in all years, Fewer \
                   pupils are late in the morning]";

/// Attendance goes on, and ends in Spring; Breakfast has its outcomes in Summer.
fn ended(status: &str, continues: &str) -> [String; 3] {
    let going = format!("status: ongoing | {BOTH}");
    let beside = format!("status: ongoing | {OTHER}");
    [
        report("Autumn", &[("Attendance", "att", &going), ("Breakfast", "eat", &beside)]),
        report("Spring", &[("Attendance", "att", &format!("{status} | {BOTH}")), ("Breakfast", "eat", &beside)]),
        report("Summer", &[("Breakfast", "eat", &format!("status: ongoing{continues} | {ALL}"))]),
    ]
}

#[test]
fn a_plan_counts_whatever_status_or_theme_its_priority_had_by_then() {
    let autumn = "status: ongoing | theme: Attendance | planned: [Visit the nurseries at Oxmere]";
    let spring = "status: on-hold | theme: Inclusion | activity: [Unable to visit the nurseries at Oxmere] | planned: \
                  [Write to the parents of Oxmere]";
    let summer = "status: ongoing | theme: Literacy | activity: [Wrote to the parents of Oxmere]";
    let reports = [("Autumn", autumn), ("Spring", spring), ("Summer", summer)]
        .map(|(term, rest)| report(term, &[("One", "one", rest)]));
    let of = |filter: &Filter| {
        let scrutiny = told("scrutiny", &reports, filter);
        scrutiny.lines().find(|line| line.starts_with("4.3")).unwrap_or("no plan is followed").to_owned()
    };
    let all = of(&Filter::default());
    assert!(all.starts_with("4.3 Both activities") && all.contains("1 is told as not done or put off"), "{all}");
    assert_eq!(of(&Filter { statuses: vec![Status::Ongoing], ..Filter::default() }), all);
    assert_eq!(of(&Filter { themes: vec!["Literacy".into()], ..Filter::default() }), all);
    // Of what is not wanted by now, no plan counts.
    let other = "status: closed | theme: Sport | activity: [Met the heads]";
    let planning = "status: ongoing | theme: Literacy | planned: [Open a hub at Ravelsby]";
    let mut more = reports.clone();
    more[1] += report("", &[("Two", "two", planning)]).split_once("priorities:\n").unwrap().1;
    more[2] += report("", &[("Two", "two", other)]).split_once("priorities:\n").unwrap().1;
    for filter in [
        Filter { statuses: vec![Status::Ongoing], ..Filter::default() },
        Filter { themes: vec!["Literacy".into()], ..Filter::default() },
    ] {
        let scrutiny = told("scrutiny", &more, &filter);
        assert!(scrutiny.contains(&all), "{scrutiny}");
    }
}

#[test]
fn a_priority_that_was_handed_over_ends_once_whoever_goes_on_with_it() {
    let reports = ended("status: handed-over | receiver: The learning board", " | continues: [att]");
    let board = told("board", &reports, &Filter::default());
    assert!(!board.contains("merged") && !board.contains("handed over, Summer"), "{board}");
    assert!(board.contains("- Breakfast: took in \u{201c}Attendance\u{201d} in Summer 2024/25\n"), "{board}");
    let spring =
        Filter { to: Some(termwise::term::read("Spring 2024/25", Form::built_in().scheme).parts), ..Filter::default() };
    let board = told("board", &reports, &spring);
    assert!(
        board.contains("| North | Attendance | ongoing, Autumn 2024/25 | handed over, Spring 2024/25 |\n"),
        "{board}"
    );
    assert!(board.contains("- Attendance: handed over to The learning board in Spring 2024/25\n"), "{board}");
    let scrutiny = told("scrutiny", &reports, &Filter::default());
    assert!(scrutiny.contains("What became of the 2 priorities in the period: 1 was handed over. In"), "{scrutiny}");
    assert!(scrutiny.contains("- **Attendance**, handed over to The learning board in Spring 2024/25."), "{scrutiny}");
}

#[test]
fn a_merge_that_is_stated_names_what_took_it_in() {
    let reports = ended("status: merged", "");
    let into = "merged into \u{201c}Breakfast\u{201d} in Spring 2024/25";
    let scrutiny = told("scrutiny", &reports, &Filter::default());
    assert!(scrutiny.contains(&format!("- **Attendance**, {into}.")), "{scrutiny}");
    assert!(scrutiny.contains("in the period: 1 was merged into another. In"), "{scrutiny}");
    let board = told("board", &reports, &Filter::default());
    assert!(board.contains("- Breakfast: took in \u{201c}Attendance\u{201d} in Summer 2024/25\n"), "{board}");
    // What was closed went nowhere, whatever its outcomes are like.
    let reports = ended("status: closed", "");
    for (name, _) in BUILT_IN {
        let markdown = told(name, &reports, &Filter::default());
        assert!(!markdown.contains("merged") && !markdown.contains("took in"), "{name}: {markdown}");
    }
}

#[test]
fn one_that_had_ended_is_taken_up_again_and_was_never_away() {
    let reports = [
        report("Autumn", &[("Attendance", "att", &format!("status: ongoing | {BOTH}"))]),
        report("Spring", &[("Attendance", "att", &format!("status: closed | {BOTH}"))]),
        report("Summer", &[("In school", "all", &format!("status: new | continues: [att] | {BOTH}"))]),
    ];
    let board = told("board", &reports, &Filter::default());
    assert!(board.contains("- In school: taken up again in Summer 2024/25\n"), "{board}");
    assert!(!board.contains("in the report again"), "{board}");
}

#[test]
fn a_plan_of_one_that_was_merged_counts_under_the_theme_of_what_took_it_in() {
    let going = format!("status: ongoing | theme: Attendance | {BOTH}");
    let other = format!("status: ongoing | theme: Literacy | {OTHER} | planned: [Visit the nurseries at Oxmere]");
    let merged = format!("{going} | continues: [att, eat] | activity: [Visited the nurseries at Oxmere]");
    let reports = [
        report("Autumn", &[("Attendance", "att", &going), ("Breakfast", "eat", &other)]),
        report("Spring", &[("Attendance", "att", &merged)]),
    ];
    let of = |theme: &str| {
        let scrutiny = told("scrutiny", &reports, &Filter { themes: vec![theme.into()], ..Filter::default() });
        scrutiny.lines().any(|line| line.starts_with("4.3 The one activity") && line.ends_with("is reported."))
    };
    assert!(of("Attendance") && of("Literacy"));
}

#[test]
fn each_priority_counts_once_however_often_it_ended() {
    let (going, closed) = (format!("status: ongoing | {BOTH}"), format!("status: closed | {BOTH}"));
    let (other, split) = (format!("status: ongoing | {OTHER}"), format!("status: split | {OTHER}"));
    let part = |of: &str| format!("status: ongoing | continues: [eat] | intended_outcomes: [{of}]");
    let (early, late) = (part("More families eat early"), part("Clubs open late"));
    let parts = [("Breakfast at home", "home", early.as_str()), ("Breakfast in school", "school", late.as_str())];
    let reports = [
        report("Autumn", &[("Attendance", "att", &going), ("Breakfast", "eat", &other)]),
        report("Spring", &[("Attendance", "att", &closed), ("Breakfast", "eat", &split)]),
        report("Summer", &[[("Being there", "att", going.as_str())].as_slice(), &parts].concat()),
        report("Autumn", &[[("In school", "att", closed.as_str())].as_slice(), &parts].concat())
            .replace("2024/25", "2025/26"),
    ];
    let scrutiny = told("scrutiny", &reports, &Filter::default());
    assert!(
        scrutiny.contains(
            "4.2 What became of the 4 priorities in the period: 1 was closed and 1 was split. In the reports for Autumn \
             2025/26 stand 2 that have not ended. In the period, 2 were first reported after the first report of their \
             district, 1 was given another title and 1 was taken up again.\n"
        ),
        "{scrutiny}"
    );
}

#[test]
fn a_plan_that_is_told_in_parts_of_different_outcome_is_told_as_neither() {
    for (planned, said) in [
        ("Publish the parents' guide", "The parents' guide is published; the launch event was postponed"),
        ("Publish the parents' guide", "The launch event was postponed; the parents' guide is published"),
        ("Publish the parents' guide", "The parents' guide was published, but the launch event was postponed"),
        ("Train the mentors of Ravelsby", "All mentors of Ravelsby trained; pupils are yet to be matched"),
        ("Train the mentors of Ravelsby", "Pupils are matched; the mentors of Ravelsby are yet to be trained"),
        ("Visit the nurseries at Oxmere", "We visit the nurseries at Oxmere every week; one visit was cancelled"),
    ] {
        let reports = [
            report("Autumn", &[("One", "one", &format!("status: new | planned: [\"{planned}\"]"))]),
            report("Spring", &[("One", "one", &format!("status: ongoing | activity: [\"{said}\"]"))]),
        ];
        let board = told("board", &reports, &Filter::default());
        let (done, issues) = board.split_once("## 4.").unwrap();
        assert!(done.contains("none is reported; 1 may be.") && !done.contains(said), "{board}");
        assert!(!board.contains("told as not done or put off:"), "{board}");
        let lead = "or in words that leave it open:\n\n";
        assert!(issues.contains(&format!("{lead}- {said}\n")), "{board}");
        let scrutiny = told("scrutiny", &reports, &Filter::default());
        assert!(scrutiny.contains("none is reported; 1 may be.\n"), "{scrutiny}");
        let thematic = told("thematic", &reports, &Filter::default());
        assert!(thematic.contains(&format!("{lead}- {said}\n")), "{thematic}");
    }
}
