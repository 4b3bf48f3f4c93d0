//! What became of priorities over the terms.

use super::*;

#[test]
fn a_priority_that_another_takes_in_ended_there() {
    let mut made = Made::default();
    let (cards, forms) = (P::of("Cards").id("cards"), P::of("Forms").id("forms"));
    made.report("a.md", Some("Northmoor"), Some(SPRING), &[cards, forms]);
    let both = P::of("Paper").id("paper").continues("cards").continues("forms");
    made.report("b.md", Some("Northmoor"), Some(SUMMER), &[both]);
    let (_, table) = told(&rolled(made, View::Priorities, &Filter::default()));
    let ended: Vec<&str> = table[1..].iter().map(|row| row.split_once("|1|").map_or("", |(_, rest)| rest)).collect();
    let first = "in the first report, Spring 2023/24";
    assert_eq!(
        ended[1],
        format!("||merged|Paper|{first}; merged into \u{201c}Paper\u{201d} in Summer 2023/24"),
        "{table:#?}"
    );
    let took_in =
        "retitled in Summer 2023/24 from \u{201c}Cards\u{201d}; took in \u{201c}Forms\u{201d} in Summer 2023/24";
    assert!(table[1].ends_with(&format!("{first}; {took_in}")), "{table:#?}");
}

/// The lives of Northmoor's priorities over three terms, by their latest title.
fn lives(reports: [&[P]; 3]) -> Vec<String> {
    let mut made = Made::default();
    for (at, (priorities, term)) in reports.into_iter().zip([SPRING, SUMMER, AUTUMN]).enumerate() {
        made.report(&format!("{at}.md"), Some("Northmoor"), Some(term), priorities);
    }
    let (_, table) = told(&rolled(made, View::Priorities, &Filter::default()));
    let cells = |row: &String| row.split('|').map(str::to_owned).collect::<Vec<_>>();
    table[1..].iter().map(cells).map(|cells| format!("{} {}: {}", cells[1], cells[9], cells[11])).collect()
}

#[test]
fn a_life_is_told_once_and_to_its_end() {
    let reading = || P::of("Reading").id("reading");
    let home = || P::of("At home").id("home").continues("reading");
    let school = || P::of("In school").id("school").continues("reading");
    let first = "in the first report, Spring 2023/24";
    // What was continued the term before is left in the report.
    assert_eq!(
        lives([&[reading()], &[reading(), home()], &[reading(), home()]]),
        [
            format!("Reading : {first}; split in Summer 2023/24: a part of it is \u{201c}At home\u{201d} now"),
            "At home : split off from \u{201c}Reading\u{201d} in Summer 2023/24".to_owned(),
        ]
    );
    // It says that it is split, and the next report into what, beside what goes on anyway.
    let also = |p: P| p.continues("maths");
    let maths = P::of("Maths").id("maths");
    let split = maths.clone().status(Status::Split, "");
    let told = lives([&[maths, home(), school()], &[split, home(), school()], &[also(home()), also(school())]]);
    let parts = "parts of it are \u{201c}At home\u{201d} and \u{201c}In school\u{201d} now";
    assert_eq!(told[0], format!("Maths split: {first}; split in Summer 2023/24: {parts}"));
    assert_eq!(told[1], format!("At home : {first}; took in \u{201c}Maths\u{201d} in Autumn 2024/25"));
    // It is closed, and taken up again.
    let closed = || reading().status(Status::Closed, "");
    assert_eq!(
        lives([&[reading()], &[closed()], &[reading()]]),
        [format!("Reading : {first}; closed in Summer 2023/24; taken up again in Autumn 2024/25")]
    );
    assert_eq!(
        lives([&[reading()], &[closed()], &[closed()]]),
        [format!("Reading closed: {first}; closed in Summer 2023/24")]
    );
    // It is there, then not.
    let given = P::of("Maths").status(Status::HandedOver, "");
    assert_eq!(
        lives([&[reading()], &[given], &[]]),
        [
            format!(
                "Reading not in the latest report: {first}; not in the report for Summer 2023/24, and nothing \
                 says why"
            ),
            "Maths handed over: first reported in Summer 2023/24; handed over in Summer 2023/24, no receiver named"
                .to_owned(),
        ]
    );
}

#[test]
fn a_doubtful_link_is_no_fact_of_a_life() {
    let suspensions = P::of("Reducing exclusions");
    let both = || P::of("Reducing suspensions and exclusions");
    let told = lives([&[suspensions], &[both()], &[both()]]);
    let perhaps = "perhaps retitled in Summer 2023/24 from \u{201c}Reducing exclusions\u{201d}";
    assert_eq!(told, [format!("Reducing suspensions and exclusions : in the first report, Spring 2023/24; {perhaps}")]);
}

#[test]
fn outcomes_tell_what_went_into_what_where_nobody_does() {
    let absence = ["Persistent absence falls", "Pupils feel they belong"];
    let both =
        ["Persistent absence falls", "Pupils feel they belong", "More children talk well at five", "Settings screen"];
    let whole = || P::of("Start well").section(0, &both);
    let part = || P::of("Attendance").section(0, &absence);
    let almost = || P::of("Attendance").section(0, &[absence[0], absence[1], "Heads meet each month"]);
    let first = "in the first report, Spring 2023/24";
    assert_eq!(
        lives([&[whole(), part()], &[whole()], &[whole()]]),
        [
            format!("Start well : {first}; took in \u{201c}Attendance\u{201d} in Summer 2023/24"),
            format!("Attendance merged: {first}; merged into \u{201c}Start well\u{201d} in Summer 2023/24"),
        ]
    );
    let told = lives([&[whole()], &[whole(), part()], &[whole(), part()]]);
    assert_eq!(told[1], "Attendance : split off from \u{201c}Start well\u{201d} in Summer 2023/24");
    // One that was handed over before went nowhere since.
    let given = part().status(Status::HandedOver, "The trust");
    let told = lives([&[whole(), part()], &[whole(), given], &[whole()]]);
    assert_eq!(
        told,
        [
            format!("Start well : {first}"),
            format!("Attendance handed over: {first}; handed over to The trust in Summer 2023/24")
        ]
    );
    // That another says it goes on with it is told of that other.
    let (one, other) = (|| part().id("att"), || whole().id("start"));
    let given = one().status(Status::HandedOver, "The trust");
    let told = lives([&[other(), one()], &[other(), given], &[other().continues("att")]]);
    assert_eq!(told[0], format!("Start well : {first}; took in \u{201c}Attendance\u{201d} in Autumn 2024/25"));
    assert_eq!(told[1], format!("Attendance handed over: {first}; handed over to The trust in Summer 2023/24"));
    // One that says that it was merged does not say into what: its outcomes do.
    let told = lives([&[whole(), part()], &[whole(), part().status(Status::Merged, "")], &[whole()]]);
    assert_eq!(
        told,
        [
            format!("Start well : {first}; took in \u{201c}Attendance\u{201d} in Autumn 2024/25"),
            format!("Attendance merged: {first}; merged into \u{201c}Start well\u{201d} in Summer 2023/24")
        ]
    );
    // Two of three outcomes are not enough for a fact.
    let told = lives([&[whole()], &[whole(), almost()], &[whole()]]);
    let (opened, gone) =
        ("first reported in Summer 2023/24, perhaps as a part of", "not in the report for Autumn 2024/25");
    assert_eq!(
        told[1],
        format!(
            "Attendance not in the latest report: {opened} \u{201c}Start well\u{201d}; {gone}; perhaps it is a part of \
             \u{201c}Start well\u{201d} now"
        )
    );
}

#[test]
fn what_is_reported_once_more_as_ended_is_no_part_of_itself() {
    let first = "in the first report, Spring 2023/24";
    let (a, b) = (|| P::of("A").id("a"), || P::of("B").id("b"));
    let merged = a().status(Status::Merged, "");
    assert_eq!(
        lives([&[a(), b()], &[merged, b().continues("a")], &[b()]]),
        [
            format!("A merged: {first}; merged into \u{201c}B\u{201d} in Summer 2023/24"),
            format!("B : {first}; took in \u{201c}A\u{201d} in Summer 2023/24"),
        ]
    );
    let (one, two) = (|| P::of("One").id("one"), || P::of("Two").id("two"));
    let split = a().status(Status::Split, "");
    assert_eq!(
        lives([&[a()], &[split, one().continues("a"), two().continues("a")], &[one(), two()]]),
        [
            format!(
                "A split: {first}; split in Summer 2023/24: parts of it are \u{201c}One\u{201d} and \u{201c}Two\u{201d} now"
            ),
            "One : split off from \u{201c}A\u{201d} in Summer 2023/24".to_owned(),
            "Two : split off from \u{201c}A\u{201d} in Summer 2023/24".to_owned(),
        ]
    );
}

#[test]
fn what_was_stated_as_split_or_merged_is_not_taken_up_again_by_what_it_went_into() {
    let first = "in the first report, Spring 2023/24";
    let (reading, routes) = (|| P::of("Reading").id("reading"), || P::of("Routes").id("routes"));
    let (home, school) = (P::of("At home").id("home"), P::of("In school").id("school"));
    let split = format!(
        "Reading split: {first}; split in Summer 2023/24: parts of it are \u{201c}At home\u{201d} and \u{201c}In \
         school\u{201d} now"
    );
    let parts = [
        split.clone(),
        "At home : split off from \u{201c}Reading\u{201d} in Autumn 2024/25".to_owned(),
        "In school : split off from \u{201c}Reading\u{201d} in Autumn 2024/25".to_owned(),
    ];
    let named = [home.clone().continues("reading"), school.clone().continues("reading")];
    assert_eq!(lives([&[reading()], &[reading().status(Status::Split, "")], &named]), parts);
    // Nobody names it, and each part has an outcome of it.
    let (books, talk) = ("Families read with their children", "Teachers are trained in phonics");
    let whole = || reading().section(0, &[books, talk]);
    let told = [home.section(0, &[books]), school.section(0, &[talk])];
    assert_eq!(lives([&[whole()], &[whole().status(Status::Split, "")], &told]), parts);
    // Both went into a new one, named or not.
    let merged = |one: P| one.status(Status::Merged, "");
    let both = P::of("Books and jobs").id("both");
    let (one, other) = (|| reading().section(0, &[books]), || routes().section(0, &[talk]));
    for now in [both.clone().continues("reading").continues("routes"), both.section(0, &[books, talk])] {
        assert_eq!(
            lives([&[one(), other()], &[merged(one()), merged(other())], &[now]]),
            [
                format!("Reading merged: {first}; merged into \u{201c}Books and jobs\u{201d} in Summer 2023/24"),
                format!("Routes merged: {first}; merged into \u{201c}Books and jobs\u{201d} in Summer 2023/24"),
                "Books and jobs : first reported in Autumn 2024/25; took in \u{201c}Reading\u{201d} and \
                 \u{201c}Routes\u{201d} in Autumn 2024/25"
                    .to_owned(),
            ]
        );
    }
    // One part has the name of the whole.
    let rest = [reading(), P::of("In school").id("school").continues("reading")];
    let told = lives([&[reading()], &[reading().status(Status::Split, "")], &rest]);
    assert_eq!(
        told[0],
        format!("Reading : {first}; split in Summer 2023/24: a part of it is \u{201c}In school\u{201d} now")
    );
    // The whole has the name of one of them.
    let told = lives([&[one(), other()], &[merged(one()), merged(other())], &[one().continues("routes")]]);
    assert_eq!(
        told[0],
        format!("Reading : {first}; merged in Summer 2023/24; took in \u{201c}Routes\u{201d} in Autumn 2024/25")
    );
}

#[test]
fn an_event_names_some_of_very_many() {
    let old = P::of("Old").id("old");
    let parts: Vec<P> = (0..25).map(|n| P::of(&format!("Part {n}")).id(&format!("p{n}")).continues("old")).collect();
    let with: Vec<P> = std::iter::once(old.clone()).chain(parts).collect();
    let told = lives([&[old], &with, &with]);
    assert!(told[0].ends_with("\u{201c}Part 19\u{201d} and 5 more now"), "{}", told[0]);
    assert_eq!(told.len(), 26);
}
