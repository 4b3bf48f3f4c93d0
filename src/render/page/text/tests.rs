use super::*;
use crate::page::{Cell, words};
use proptest::prelude::*;

fn shown(title: &str, blocks: Vec<Block>, width: usize, colour: bool) -> String {
    let mut out = Vec::new();
    write(&Page { title: title.into(), blocks }, width, colour, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn marked() -> Vec<Run> {
    let run = |words: &str, mark| Run { words: words.into(), mark };
    vec![
        run("Visited ", Mark::Plain),
        run("six big", Mark::Removed),
        run(" ", Mark::Plain),
        run("seven", Mark::Added),
        run(" schools", Mark::Plain),
        run("!", Mark::Strong),
    ]
}

fn sample() -> Vec<Block> {
    let row = |name: &str, n| vec![Cell::Words(name.into()), Cell::Number(n), Cell::Empty];
    vec![
        Block::Heading(1, words("Coverage")),
        Block::Note(words("Based on 11 of 14 expected reports, and on nothing else at all.")),
        Block::List(vec![words("one"), words("two words that go on until the line is full")]),
        Block::Table {
            head: vec!["District".into(), "Reports".into(), "Term".into()],
            rows: vec![row("Northmoor", 3), row("Eastvale", 12)],
        },
    ]
}

#[test]
fn a_page_looks_like_this() {
    let expected = "\
Progress
========

Coverage
--------

Based on 11 of 14 expected reports, and
on nothing else at all.

- one
- two words that go on until the line is
  full

┌───────────┬─────────┬──────┐
│ District  ┆ Reports ┆ Term │
╞═══════════╪═════════╪══════╡
│ Northmoor ┆       3 ┆      │
│ Eastvale  ┆      12 ┆      │
└───────────┴─────────┴──────┘
";
    assert_eq!(shown("Progress", sample(), 40, false), expected);
}

#[test]
fn marks_have_signs_or_colours() {
    assert_eq!(shown("", vec![Block::Note(marked())], 80, false), "Visited [-six big-] {+seven+} schools!\n");
    let coloured = "Visited \u{1b}[9;31msix big\u{1b}[0m \u{1b}[4;32mseven\u{1b}[0m schools\u{1b}[1m!\u{1b}[0m\n";
    assert_eq!(shown("", vec![Block::Note(marked())], 80, true), coloured);
}

#[test]
fn a_colour_ends_with_its_line() {
    let words = vec![Run { words: "many words that are new here ".repeat(4), mark: Mark::Added }];
    let text = shown("", vec![Block::List(vec![words])], 40, true);
    assert!(text.lines().count() > 2);
    assert!(
        text.lines().all(|line| line.ends_with("\u{1b}[0m") && line.matches("\u{1b}[4;32m").count() == 1),
        "{text:?}"
    );
}

#[test]
fn wrapped_rows_are_ruled_apart() {
    let long = "a cell with far too many words for one line of so narrow a page";
    let rows = vec![vec![Cell::Words(long.into())], vec![Cell::Words("short".into())]];
    let text = shown("", vec![Block::Table { head: vec!["Words".into()], rows }], 40, false);
    assert!(text.contains('├') && text.lines().all(|line| line.width() <= 40), "{text}");
}

#[test]
fn a_name_is_parted_once_where_two_lines_find_room() {
    let names = ["District", "Term", "Earlier term"];
    let counts = [
        "Planned",
        "Reported",
        "Possibly reported",
        "Of these not done",
        "Planned again",
        "No matching activity found",
    ];
    let head = names.into_iter().chain(counts).map(str::to_owned).collect();
    let row = |term: &str| {
        let names = ["Northmoor", term, "Spring 2 2023/24"].map(|name| Cell::Words(name.into()));
        names.into_iter().chain((1..7).map(Cell::Number)).collect::<Vec<_>>()
    };
    // The same district twice: then the counts stay beside it.
    let rows = vec![row("Autumn 1 2024/25"), row("Autumn 2 2024/25")];
    let text = shown("", vec![Block::Table { head, rows }], 100, false);
    assert!(text.contains(" Autumn 1 ") && text.contains(" Spring 2 "), "{text}");
}

#[test]
fn counts_that_do_not_fit_stand_in_tables_of_their_own() {
    let head =
        ["District", "Latest term", "Intended outcomes", "Activity", "Exit strategy", "Errors"].map(str::to_owned);
    let row = |name: &str| {
        let mut row = vec![Cell::Words(name.into()), Cell::Words("Spring 2 2023/24".into())];
        row.extend((1..5).map(Cell::Number));
        row
    };
    let text =
        shown("", vec![Block::Table { head: head.to_vec(), rows: vec![row("Northmoor"), row("Eastvale")] }], 45, false);
    let expected = "\
┌───────────┬──────────────────┬────────────┐
│ District  ┆ Latest term      ┆   Intended │
│           ┆                  ┆   outcomes │
╞═══════════╪══════════════════╪════════════╡
│ Northmoor ┆ Spring 2 2023/24 ┆          1 │
│ Eastvale  ┆ Spring 2 2023/24 ┆          1 │
└───────────┴──────────────────┴────────────┘

┌───────────┬──────────┬──────────┬────────┐
│ District  ┆ Activity ┆     Exit ┆ Errors │
│           ┆          ┆ strategy ┆        │
╞═══════════╪══════════╪══════════╪════════╡
│ Northmoor ┆        2 ┆        3 ┆      4 │
│ Eastvale  ┆        2 ┆        3 ┆      4 │
└───────────┴──────────┴──────────┴────────┘
";
    assert_eq!(text, expected);
}

#[test]
fn counts_of_rows_that_share_their_first_cell_stay_with_their_words() {
    let head = ["District", "Term", "Reported", "Possible", "Planned again"].map(str::to_owned);
    let row = |term: &str| {
        let mut row = vec![Cell::Words("Northmoor".into()), Cell::Words(term.into())];
        row.extend((1..4).map(Cell::Number));
        row
    };
    let rows = vec![row("Spring 2 2023/24"), row("Summer 1 2023/24")];
    let table = |width| shown("", vec![Block::Table { head: head.to_vec(), rows: rows.clone() }], width, false);
    let narrow = table(56);
    let rows: Vec<&str> = narrow.lines().filter(|line| line.contains("Northmoor")).collect();
    assert_eq!(narrow.matches("Reported").count(), 1, "{narrow}");
    assert!(rows.len() == 2 && rows.iter().all(|row| row.contains("1 ┆        2 ┆       3 │")), "{narrow}");
    let list = "District: Northmoor\n  Term: Spring 2 2023/24\n  Reported: 1\n";
    assert!(table(40).starts_with(list), "{}", table(40));
}

#[test]
fn rows_of_words_that_do_not_fit_stand_one_after_another() {
    let head = ["District", "Priority", "Receiver", "Ended", "Statement"].map(str::to_owned);
    let row = |name: &str| {
        let words = [name, "Increasing attendance", "", "handed over", "visited all of the partner primaries"];
        words.map(|w| Cell::Words(w.into())).to_vec()
    };
    let text =
        shown("", vec![Block::Table { head: head.to_vec(), rows: vec![row("Northmoor"), row("Eastvale")] }], 40, false);
    let expected = "\
District: Northmoor
  Priority: Increasing attendance
  Ended: handed over
  Statement: visited all of the partner
  primaries

District: Eastvale
";
    assert!(text.starts_with(expected), "{text}");
}

#[test]
fn huge_cells_stay_small() {
    let rows = vec![
        vec![Cell::Words("x".repeat(1_000_000)), Cell::Words(format!("a{}", "\u{301}".repeat(100_000)))],
        vec![Cell::Words("y".into()), Cell::Number(1)],
    ];
    let text = shown("", vec![Block::Table { head: vec!["A".into(), "B".into()], rows }], 80, false);
    assert!(text.len() < 20_000 && text.contains('…'), "{}", text.len());
}

fn any_block() -> impl Strategy<Value = Block> {
    let mark = prop_oneof![Just(Mark::Plain), Just(Mark::Strong), Just(Mark::Added), Just(Mark::Removed)];
    let run = ("(?s).{0,20}", mark).prop_map(|(words, mark)| Run { words, mark });
    let words = proptest::collection::vec(run, 0..4);
    let cell = prop_oneof!["(?s).{0,60}".prop_map(Cell::Words), any::<u64>().prop_map(Cell::Number), Just(Cell::Empty)];
    let rows = proptest::collection::vec(proptest::collection::vec(cell, 0..6), 0..4);
    prop_oneof![
        words.clone().prop_map(Block::Note),
        (0..9u8, words.clone()).prop_map(|(level, words)| Block::Heading(level, words)),
        proptest::collection::vec(words, 0..3).prop_map(Block::List),
        (proptest::collection::vec("(?s).{0,9}", 0..6), rows).prop_map(|(head, rows)| Block::Table { head, rows }),
    ]
}

proptest! {
    #[test]
    fn no_page_drives_a_terminal(blocks in proptest::collection::vec(any_block(), 0..5), width in 0..200usize) {
        let text = shown("a\u{1b}]0;title\u{7}", blocks, width, false);
        let drives = |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}');
        let found = text.replace('\n', "").contains(drives);
        prop_assert!(!found, "{text:?}");
    }
}
