use super::made::{Made, P, parts};
use super::*;
use crate::diagnostic::Level;
use crate::form::Status;
use crate::page::{Block, Cell, Page};
use crate::source::Span;

const SPRING: (u16, u8, Option<u8>) = (2023, 2, None);
const SUMMER: (u16, u8, Option<u8>) = (2023, 3, None);
const AUTUMN: (u16, u8, Option<u8>) = (2024, 1, None);

/// Northmoor reports three terms, one of them twice, Eastvale begins late and misses one.
fn county() -> Made {
    let attendance = |title: &str| P::of(title).id("att").section(0, &["Absence falls"]);
    let mut made = Made::default();
    let began =
        attendance("Attendance").section(1, &["Visited schools", ">six primaries", ">two academies", "Met heads"]);
    made.report("a.md", Some("Northmoor"), Some(SPRING), &[began, P::of("Reading").section(2, &["None"])]);
    made.report("b.md", Some("NORTHMOOR"), Some(SUMMER), &[attendance("Being there").section(1, &["Met heads"])]);
    made.report("c.md", Some("Northmoor"), Some(SUMMER), &[attendance("Being there")]);
    let ended = attendance("Being there").status(Status::HandedOver, "The trust");
    made.report("d.md", Some("Northmoor"), Some(AUTUMN), &[ended]);
    made.report("e.md", Some("Eastvale"), Some(SUMMER), &[P::of("Transition")]);
    made.report("f.md", None, Some(SUMMER), &[P::of("Whose?").section(3, &["It helped"])]);
    made.report("g.md", Some("Eastvale"), None, &[P::of("When?"), P::of("Then?")]);
    made
}

fn rolled(made: Made, view: View, filter: &Filter) -> Page {
    let sources = made.sources();
    let corpus = Corpus::new(made.reports);
    let at = |source| Span::new(crate::source::SourceId(source), 0, 1);
    let findings = [(0, Level::Error), (0, Level::Note), (5, Level::Query), (6, Level::Error), (99, Level::Error)]
        .map(|(source, level)| Diagnostic::new("any", level, at(source), "m"));
    let form = Form::built_in();
    page::page(&roll(view, &corpus, &form, &findings, filter), &form, &sources)
}

/// The first note, and the table with its cells joined by `|`.
fn told(page: &Page) -> (String, Vec<String>) {
    let Some(Block::Note(runs)) = page.blocks.first() else { panic!("no note first") };
    let is_table = |block: &&Block| matches!(block, Block::Table { .. });
    let Some(Block::Table { head, rows }) = page.blocks.iter().rfind(is_table) else { panic!("no table") };
    let cell = |cell: &Cell| match cell {
        Cell::Words(words) => words.clone(),
        Cell::Number(n) => n.to_string(),
        Cell::Empty => String::new(),
    };
    let rows = rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join("|"));
    (runs[0].words.clone(), std::iter::once(head.join("|")).chain(rows).collect())
}

fn all(view: View) -> (String, Vec<String>) {
    told(&rolled(county(), view, &Filter::default()))
}

#[test]
fn districts() {
    let (note, table) = all(View::Districts);
    let expected = "Based on 4 of 5 expected reports (inferred: from each district\u{2019}s first report on, in every term for which \
                    any district reported); missing: Autumn 2024/25: Eastvale.";
    assert_eq!(note, expected);
    let expected = [
        "1 report without a district is not among them: f.md.",
        "1 report without a clear term is not among them: g.md.",
        "Northmoor has 2 reports for Summer 2023/24, and all of them count: b.md, c.md.",
    ];
    let page = rolled(county(), View::Districts, &Filter::default());
    assert_eq!(page.blocks[1], Block::List(expected.map(crate::page::words).to_vec()));
    let expected = [
        "District|Reports|Missing|Latest term|Priorities in it|Intended \
         outcomes|Activity|Planned|Impact|Exit strategy",
        "Eastvale|2|1|Summer 2023/24|1|0|0|0|0|0",
        "Northmoor|4|0|Autumn 2024/25|1|4|3|0|0|0",
        "unnamed|1|0|Summer 2023/24|1|0|0|0|1|0",
    ];
    assert_eq!(table, expected);
}

#[test]
fn terms() {
    let expected = [
        "Term|Reported by|Reports|Priorities|Intended outcomes|Activity|Planned|Impact|Exit strategy",
        "Spring 2023/24|1|1|2|1|2|0|0|0",
        "Summer 2023/24|2|4|4|2|1|0|1|0",
        "Autumn 2024/25|1|1|1|1|0|0|0|0",
        "unclear|1|1|2|0|0|0|0|0",
    ];
    assert_eq!(all(View::Terms).1, expected);
}

#[test]
fn priorities() {
    let expected = [
        "District|Priority|Earlier titles|Id|First term|Latest term|Reports|Status|Receiver|Ended|Merged into|Life",
        "Eastvale|Transition|||Summer 2023/24|Summer 2023/24|1|||||in the first report, Summer 2023/24",
        "Northmoor|Being there|Attendance|att|Spring 2023/24|Autumn 2024/25|4|handed over|The trust|handed over||in the \
         first report, Spring 2023/24; retitled in Summer 2023/24 from \u{201c}Attendance\u{201d}; handed over to The trust in \
         Autumn 2024/25",
        "Northmoor|Reading|||Spring 2023/24|Spring 2023/24|1|||not in the latest report||in the first report, Spring 2023/24; \
         not in the report for Summer 2023/24, and nothing says why",
    ];
    assert_eq!(all(View::Priorities).1, expected);
}

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

/// Spring plans three things, of which two reports of Autumn tell; Eastvale plans and has no later report.
fn plans() -> Made {
    let planned = ["Agree the attendance pathway with the heads", "Train twelve walking bus leaders", "Open a library"];
    let mut made = Made::default();
    made.report("a.md", Some("Northmoor"), Some(SPRING), &[P::of("Attendance").section(2, &planned)]);
    let agreed = P::of("Attendance").section(1, &["Agreed the attendance pathway with the heads"]);
    made.report("b.md", Some("Northmoor"), Some(AUTUMN), &[agreed.section(2, &["Train twelve walking bus leaders"])]);
    let trained = P::of("Attendance").section(3, &["Train twelve walking bus leaders"]).section(2, &["none"]);
    made.report("c.md", Some("NORTHMOOR"), Some(AUTUMN), &[trained]);
    made.report("d.md", Some("Eastvale"), Some(AUTUMN), &[P::of("Reading").section(2, &["Open a library"])]);
    made.report("e.md", None, Some(AUTUMN), &[P::of("Whose?").section(1, &["Opened a library"])]);
    made
}

/// The notes of a page but for the first.
fn notes(page: &Page) -> Vec<&str> {
    let mut notes = Vec::new();
    for block in page.blocks.iter().skip(1) {
        if let Block::Note(runs) = block {
            notes.extend(runs.first().map(|run| run.words.as_str()));
        }
    }
    notes
}

#[test]
fn what_came_of_each_plan_stands_in_the_row_of_the_later_report() {
    let page = rolled(plans(), View::FollowThrough, &Filter::default());
    let expected = [
        "District|Term|Earlier term|Planned|Reported|Possibly reported|Of these not done|Planned again|No matching activity found",
        "Eastvale|Autumn 2024/25|first report||||||",
        "NORTHMOOR|Spring 2023/24|first report||||||",
        "NORTHMOOR|Autumn 2024/25|Spring 2023/24|3|1|0|0|1|1",
        "NORTHMOOR|Autumn 2024/25|Spring 2023/24|3|1|0|0|0|2",
    ];
    assert_eq!(told(&page).1, expected);
    let notes = notes(&page);
    assert_eq!(notes[0], "In all, 2 of 3 planned statements are reported.", "a plan of two reports counts once");
    assert!(notes[1].starts_with("Where a term has several reports") && notes[2].starts_with('\u{201c}'), "{notes:?}");
    // One of the two reports tells of the walking bus: only the library is not found.
    let lost = |page: &Page| -> Vec<String> {
        let lists =
            page.blocks.iter().filter_map(|block| if let Block::List(items) = block { Some(items) } else { None });
        lists.flatten().map(|item| item[0].words.clone()).filter(|item| item.contains('\u{201c}')).collect()
    };
    assert!(matches!(&lost(&page)[..], [only] if only.contains("Open a library")), "{:?}", lost(&page));
    let page = rolled(plans(), View::Districts, &Filter::default());
    assert!(matches!(&lost(&page)[..], [only] if only.contains("Open a library")), "{:?}", lost(&page));
    assert!(told(&page).1[2].starts_with("NORTHMOOR|3|0|Autumn 2024/25|1|"), "{:?}", told(&page).1);
    // What came of its latest plan stands in a table of its own.
    let tables =
        page.blocks.iter().filter_map(|block| if let Block::Table { rows, .. } = block { Some(rows) } else { None });
    let numbers: Vec<Vec<&Cell>> =
        tables.rev().nth(1).unwrap().iter().map(|row| row.iter().skip(1).collect()).collect();
    assert_eq!(numbers, [[3, 2, 0, 0, 0, 1].map(Cell::Number).iter().collect::<Vec<_>>()]);
}

#[test]
fn what_is_told_as_put_off_is_said() {
    let mut made = Made::default();
    let planned = ["Open a library in Fleet Road", "Train twelve walking bus leaders"];
    made.report("a.md", Some("A"), Some(SPRING), &[P::of("X").section(2, &planned)]);
    let told = ["We did not open a library in Fleet Road", "Trained twelve walking bus leaders"];
    made.report("b.md", Some("A"), Some(SUMMER), &[P::of("X").section(1, &told)]);
    let page = rolled(made, View::FollowThrough, &Filter::default());
    assert!(notes(&page)[0].ends_with("of 2 planned statements are reported (1 as not done or put off)."), "{page:?}");
    let (_, table) = self::told(&page);
    let stalled = |row: &str| row.split('|').nth(6).map(str::to_owned).unwrap();
    assert_eq!([&table[0], &table[2]].map(|row| stalled(row)), ["Of these not done", "1"]);
}

#[test]
fn of_many_plans_without_an_answer_the_latest_are_listed() {
    let mut made = Made::default();
    let plans = [(SPRING, "Open library"), (SUMMER, "Repair boiler"), (AUTUMN, "Appoint tutor")];
    for (district, (term, what)) in ["A", "B"].into_iter().flat_map(|name| plans.map(|plan| (name, plan))) {
        let planned: Vec<String> = (0..9).map(|at| format!("{what} {at}")).collect();
        let planned: Vec<&str> = planned.iter().map(String::as_str).collect();
        let told = P::of("X").section(1, &["Met the heads"]).section(2, &planned);
        made.report(&format!("{district}-{}-{}.md", term.0, term.1), Some(district), Some(term), &[told]);
    }
    let page = rolled(made, View::FollowThrough, &Filter::default());
    let lists = page.blocks.iter().filter_map(|block| if let Block::List(items) = block { Some(items) } else { None });
    let listed: Vec<String> = lists.flatten().map(|item| item[0].words.clone()).collect();
    let (more, listed) = listed.split_last().unwrap();
    assert!(more.starts_with("and 24 more"), "{more}");
    assert_eq!(listed.len(), 12);
    for (at, one) in listed.iter().enumerate() {
        let district = if at < 6 { "A" } else { "B" };
        assert!(one.starts_with(&format!("{district}, Summer 2023/24, X: ")), "{listed:#?}");
    }
}

#[test]
fn what_is_told_in_words_that_leave_it_open_is_listed_to_be_read() {
    let mut made = Made::default();
    made.report("a.md", Some("A"), Some(SPRING), &[P::of("X").section(2, &["Publish the parents' guide"])]);
    let told = "The parents' guide was published, but the launch event was postponed";
    made.report("b.md", Some("A"), Some(SUMMER), &[P::of("X").section(1, &[told])]);
    let page = rolled(made, View::FollowThrough, &Filter::default());
    let notes = notes(&page);
    assert_eq!(notes[0], "In all, up to 1 of 1 planned statement is reported.");
    let lead = "Planned, and told in the report after it in words that leave open whether it was done:";
    assert_eq!(notes.last(), Some(&lead));
    let is_list = |block: &&Block| matches!(block, Block::List(_));
    let Some(Block::List(items)) = page.blocks.iter().rfind(is_list) else { panic!("no list") };
    assert!(items[0][0].words.ends_with(&format!(": \u{201c}{told}\u{201d}")), "{items:?}");
}

#[test]
fn no_filter_parts_a_plan_from_what_came_of_it() {
    let only = |filter: Filter| told(&rolled(plans(), View::FollowThrough, &filter)).1.split_off(1);
    let autumn =
        ["NORTHMOOR|Autumn 2024/25|Spring 2023/24|3|1|0|0|1|1", "NORTHMOOR|Autumn 2024/25|Spring 2023/24|3|1|0|0|0|2"];
    let northmoor = Filter { districts: vec!["northmoor".into()], ..Filter::default() };
    assert_eq!(only(Filter { terms: vec![parts(AUTUMN)], ..northmoor.clone() }), autumn);
    assert_eq!(only(Filter { from: Some(parts(SUMMER)), ..northmoor.clone() }), autumn);
    assert_eq!(only(Filter { to: Some(parts(SUMMER)), ..northmoor }), ["NORTHMOOR|Spring 2023/24|first report||||||"]);
}

#[test]
fn where_there_is_nothing_to_follow_it_says_so() {
    let eastvale = Filter { districts: vec!["Eastvale".into()], ..Filter::default() };
    let page = rolled(plans(), View::FollowThrough, &eastvale);
    assert_eq!(notes(&page), ["There is no earlier report to follow: what is planned here shows in the next term."]);
    let mut made = Made::default();
    for term in [SPRING, SUMMER] {
        made.report("a.md", Some("A"), Some(term), &[P::of("X").section(2, &["none"]).section(1, &["Met heads"])]);
    }
    let page = rolled(made, View::FollowThrough, &Filter::default());
    assert_eq!(told(&page).1[2], "A|Summer 2023/24|Spring 2023/24|0|0|0|0|0|0");
    assert_eq!(notes(&page), ["The earlier reports plan nothing, so that there is nothing to follow."]);
}

#[test]
fn what_was_not_weighed_is_said() {
    let many = |verb: &str| (0..400).map(|n| format!("{verb} school {n} of {n}")).collect::<Vec<_>>();
    let [planned, told] = ["Visit", "Visited"].map(many);
    let all = |section, words: &[String]| P::of("X").section(section, &words.iter().map(|w| &**w).collect::<Vec<_>>());
    let mut made = Made::default();
    made.report("a.md", Some("A"), Some(SPRING), &[all(2, &planned)]);
    made.report("b.md", Some("A"), Some(SUMMER), &[all(1, &told)]);
    let page = rolled(made, View::FollowThrough, &Filter::default());
    let notes = notes(&page);
    assert!(notes[0].starts_with("In all, none of 400 planned statements are reported"), "{notes:?}");
    assert!(notes[2].ends_with("the same id or the same words were found in A, Summer 2023/24."), "{notes:?}");
}

#[test]
fn statements() {
    let (_, table) = all(View::Statements);
    assert_eq!(table[0], "District|Term|File|Line|Priority|Section|Id|Statement");
    assert_eq!(
        table[2],
        "Northmoor|Spring 2023/24|a.md|8|Attendance|Activity||Visited schools: six primaries; two academies"
    );
    assert!(table[4].starts_with("Northmoor|Summer 2023/24|b.md|"), "one name for a district: {}", table[4]);
    assert_eq!(table[8], "|Summer 2023/24|f.md|4|Whose?|Impact||It helped");
    assert_eq!(table.len() - 1, 4 + 3 + 1, "as many rows as the districts hold statements: {table:#?}");
}

#[test]
fn a_term_alone_tells_of_priorities_from_their_beginning_and_of_what_was_dropped_in_it() {
    let filter = Filter { terms: vec![parts(SUMMER)], districts: vec!["northmoor".into()], ..Filter::default() };
    let (_, table) = told(&rolled(county(), View::Priorities, &filter));
    assert_eq!(table.len(), 3, "{table:?}");
    assert!(
        table[1].starts_with("Northmoor|Being there|Attendance|att|Spring 2023/24|Summer 2023/24|3|"),
        "{}",
        table[1]
    );
    assert!(table[2].starts_with("Northmoor|Reading|||Spring 2023/24|Spring 2023/24|1|||not in the"), "{}", table[2]);
    let autumn = Filter { terms: vec![parts(AUTUMN)], ..filter };
    let (_, table) = told(&rolled(county(), View::Priorities, &autumn));
    assert_eq!(table.len(), 2, "what was dropped before is not told again: {table:?}");
}

#[test]
fn a_status_asks_the_later_report_whose_plan_it_is() {
    let plan = |title: &str| P::of(title).section(2, &["Open a library by 12 July 2024"]);
    let made = || {
        let mut made = Made::default();
        let gone = P::of("Maths").section(2, &["Print a booklet for parents"]).status(Status::Ongoing, "");
        made.report("a.md", Some("Northmoor"), Some(SPRING), &[plan("Reading"), gone]);
        let done =
            P::of("Reading").section(1, &["Opened a library on 12 July 2024"]).status(Status::HandedOver, "The trust");
        made.report("b.md", Some("Northmoor"), Some(SUMMER), &[done]);
        made
    };
    let of = |status| {
        let filter = Filter { statuses: vec![status], ..Filter::default() };
        told(&rolled(made(), View::FollowThrough, &filter)).1.split_off(1)
    };
    let row = "Northmoor|Summer 2023/24|Spring 2023/24|1|";
    assert_eq!(of(Status::HandedOver), [format!("{row}1|0|0|0|0")]);
    // What the later report no longer holds goes by what the earlier one said.
    let ongoing = of(Status::Ongoing);
    assert_eq!(ongoing.last(), Some(&format!("{row}0|0|0|0|1")), "{ongoing:?}");
    assert!(of(Status::Closed).is_empty());
}

#[test]
fn a_filter_is_under_every_number() {
    let filter = Filter { districts: vec!["northmoor".into()], to: Some(parts(SUMMER)), ..Filter::default() };
    let (note, table) = told(&rolled(county(), View::Districts, &filter));
    assert!(note.starts_with("Based on 2 of 2 expected reports (") && !note.contains("missing"), "{note}");
    assert_eq!(table[1..], ["Northmoor|3|0|Summer 2023/24|1|3|3|0|0|0"]);
    let (_, table) = told(&rolled(county(), View::Priorities, &filter));
    assert!(table[1].starts_with("Northmoor|Being there|Attendance|att|Spring 2023/24|Summer 2023/24|3|||||in the "));
    assert!(table[1].ends_with("from \u{201c}Attendance\u{201d}"), "nothing of what came after: {}", table[1]);
    let filter = Filter { terms: vec![parts(AUTUMN)], ..Filter::default() };
    let (note, table) = told(&rolled(county(), View::Districts, &filter));
    assert!(
        note.starts_with("Based on 1 of 2 expected reports (") && note.ends_with("missing: Autumn 2024/25: Eastvale."),
        "{note}"
    );
    assert_eq!(table[1], "Eastvale|0|1||0|0|0|0|0|0", "who is missing has a row");
    assert_eq!(table.len(), 3);
}

#[test]
fn a_district_that_never_reported_has_a_row_where_it_is_named() {
    let mut made = Made::default();
    made.report("a.md", Some("Northmoor"), Some(SPRING), &[P::of("Attendance")]);
    made.report("b.md", Some("Northmoor"), Some(SUMMER), &[P::of("Attendance")]);
    let sources = made.sources();
    let corpus = Corpus::new(made.reports);
    let mut form = Form::built_in();
    let named = |name: &str| crate::form::District { name: name.into(), ..Default::default() };
    form.districts = crate::form::Districts::new(vec![named("Saltmarsh"), named("Northmoor")]);
    let rolled = roll(View::Districts, &corpus, &form, &[], &Filter::default());
    let (_, table) = told(&page::data(&rolled, &form, &sources));
    assert_eq!(
        table[1..],
        ["Northmoor|2|0|Summer 2023/24|1|0|0|0|0|0|0|0|0|0|0|0|b.md|1", "Saltmarsh|0|2||0|0|0|0|0|0||||||||"]
    );
}

#[test]
fn another_half_of_the_season_is_not_missing() {
    let mut made = Made::default();
    made.report("a", Some("A"), Some((2023, 2, Some(1))), &[]);
    made.report("b", Some("A"), Some((2023, 2, Some(2))), &[]);
    made.report("c", Some("B"), Some((2023, 2, Some(1))), &[]);
    let corpus = Corpus::new(made.reports);
    let filter = Filter { terms: vec![parts((2023, 2, Some(2)))], ..Filter::default() };
    let form = Form::built_in();
    let rollup = roll(View::Districts, &corpus, &form, &[], &filter);
    assert_eq!((rollup.coverage.expected, rollup.coverage.received), (1, 1));
    let rollup = roll(View::Districts, &corpus, &form, &[], &Filter::default());
    assert_eq!((rollup.coverage.expected, rollup.coverage.received, rollup.coverage.duplicates.len()), (2, 2, 0));
}

#[test]
fn a_finding_in_a_stream_counts_once() {
    let mut made = Made::default();
    made.report("all.yaml", Some("A"), Some(SPRING), &[P::of("One")]);
    made.another(Some("B"), Some(SPRING), &[P::of("Two")]);
    let at = made.reports[1].span;
    let found = [Diagnostic::new("any", Level::Error, at, "m")];
    let corpus = Corpus::new(made.reports);
    let form = Form::built_in();
    let rollup = roll(View::Districts, &corpus, &form, &found, &Filter::default());
    let Rows::Districts(rows) = rollup.rows else { panic!() };
    assert_eq!(rows.iter().map(|row| row.count.findings.errors).collect::<Vec<_>>(), [0, 1]);
}

#[test]
fn nothing_rolls_up_to_nothing() {
    for view in View::ALL {
        let page = rolled(Made::default(), view, &Filter::default());
        assert!(told(&page).0.starts_with("Based on 0 of 0 expected reports ("));
    }
}

#[test]
fn private_words_are_masked() {
    let mut made = Made::default();
    made.report(
        "a",
        Some("North"),
        Some(SPRING),
        &[P::of("Help for N801234567891").section(0, &["X", ">call 07700900123"])],
    );
    let mut sources = made.sources();
    let source = sources.get_mut(crate::source::SourceId(0)).unwrap();
    for private in ["N801234567891", "07700900123", "North"] {
        let start = source.text.find(private).unwrap();
        source.hide(crate::source::number(start)..crate::source::number(start + private.len()), false);
    }
    let corpus = Corpus::new(made.reports);
    let form = Form::built_in();
    for view in View::ALL {
        let page = page::page(&roll(view, &corpus, &form, &[], &Filter::default()), &form, &sources);
        let told = format!("{page:?}");
        assert!(!told.contains("1234567") && !told.contains("9001") && !told.contains("North"), "{told}");
    }
}
