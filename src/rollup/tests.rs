use super::made::{Made, P, parts};
use super::*;
use crate::diagnostic::Level;
use crate::form::Status;
use crate::page::{Block, Cell, Page};
use crate::source::Span;

mod lives;
mod plans;

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
