//! What a workbook holds, read back.

use super::{Book, Limits};
use crate::page::{Bars, Chart, Part, Tone, words};
use crate::page::{Block, Cell, Page, Sheet};
use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use std::io::Cursor;

fn sheet(name: &str, blocks: Vec<Block>) -> Sheet {
    Sheet { name: name.to_owned(), page: Page { title: "What is there".to_owned(), blocks } }
}

fn write(sheets: &[Sheet]) -> std::io::Result<Book> {
    super::write(|| sheets.iter().cloned())
}

fn table(cells: &[&str]) -> Block {
    let row = |words: &&str| vec![Cell::Words((*words).to_owned()), Cell::Number(7), Cell::Empty];
    Block::Table { head: ["Words", "Count", "None"].map(str::to_owned).to_vec(), rows: cells.iter().map(row).collect() }
}

fn read(book: &Book) -> Xlsx<Cursor<&Vec<u8>>> {
    open_workbook_from_rs(Cursor::new(&book.bytes)).unwrap()
}

/// The first column of a sheet.
fn column(book: &Book, name: &str) -> Vec<String> {
    let range = read(book).worksheet_range(name).unwrap();
    range.rows().map(|row| row.first().map(Data::to_string).unwrap_or_default()).collect()
}

/// A part of the file, as it is written.
fn part(book: &Book, name: &str) -> String {
    let mut parts = zip::ZipArchive::new(Cursor::new(&book.bytes)).unwrap();
    std::io::read_to_string(parts.by_name(name).unwrap()).unwrap()
}

#[test]
fn words_stay_words_and_counts_are_numbers() {
    let cells = [
        "=1+1",
        "{=1+1}",
        "+44",
        "-5",
        "@SUM(A1)",
        "'quoted",
        "007",
        "1e5",
        "TRUE",
        "2024-12-13",
        "https://example.invalid",
        "mailto:a@example.invalid",
        "_x0041_",
        "<b>&\"x\"</b>",
        "Siân’s 12%",
        "two\nlines",
        "  spaces  ",
    ];
    let book = write(&[sheet("Any", vec![table(&cells)])]).unwrap();
    assert!(book.said.is_empty());
    assert_eq!(column(&book, "Any")[1..], cells);
    let range = read(&book).worksheet_range("Any").unwrap();
    assert!(range.rows().skip(1).all(|row| row[1] == Data::Float(7.0) && row[2] == Data::Empty));
    let xml = part(&book, "xl/worksheets/sheet1.xml");
    assert!(!xml.contains("<f>") && !xml.contains("hyperlink"), "{xml}");
    // The head stays in sight, and can be filtered by.
    assert!(xml.contains("state=\"frozen\"") && xml.contains("<autoFilter ref=\"A1:C18\"/>"), "{xml}");
}

#[test]
fn what_drives_a_terminal_is_written_out() {
    let book = write(&[sheet("Any", vec![table(&["\u{1b}[31m", "a\u{202e}b", "a\tb\r\nc\u{0}"])])]).unwrap();
    assert_eq!(column(&book, "Any")[1..], ["\\u{1b}[31m", "a\\u{202e}b", "a b\nc\\u{0}"]);
}

#[test]
fn sheets_have_names_that_a_workbook_takes() {
    let wanted = ["Ends", "ends", "a/b\\c[d]:e*f?", "'quoted'", "", "History", "x\u{202e}y", &"long ".repeat(20)];
    let sheets: Vec<Sheet> = wanted.iter().map(|name| sheet(name, vec![table(&["x"])])).collect();
    let names = read(&write(&sheets).unwrap()).sheet_names();
    let long = "long ".repeat(6) + "l";
    assert_eq!(names, ["Ends", "ends 2", "abcdef", "quoted", "Sheet", "Sheet 2", "xy", &long]);
}

#[test]
fn what_does_not_fit_is_said() {
    let long = "\u{1f469}x".repeat(20_000);
    let book = write(&[sheet("Any", vec![table(&[&long, "short"])])]).unwrap();
    let [_, cut, short] = &column(&book, "Any")[..] else { panic!("not three rows") };
    assert_eq!(short, "short");
    assert!(cut.encode_utf16().count() <= 32_767 && cut.ends_with("[cut here: a cell holds no more]"));
    assert_eq!(book.said.len(), 1);
    assert!(book.said[0].starts_with("1 cell is longer than a workbook can hold"), "{:?}", book.said);

    let five = sheet("Any", vec![table(&["a", "b", "c", "d", "e"])]);
    let book = super::book(std::iter::once(five), Limits { rows: 3, in_memory: 5 }).unwrap();
    assert_eq!(book.said, ["Any has 5 rows, more than a sheet holds; they go on in 2 more sheets after it"]);
    let all: Vec<Vec<String>> = ["Any", "Any 2", "Any 3"].map(|name| column(&book, name)).to_vec();
    assert_eq!(all, [vec!["Words", "a", "b"], vec!["Words", "c", "d"], vec!["Words", "e"]]);
}

#[test]
fn a_long_table_by_way_of_a_file_is_the_same() {
    let cells = ["=1+1", "two\nlines", "  spaces  ", &"words that wrap ".repeat(20), "<b>&\"x\"</b>", "Siân"];
    let of = |in_memory| {
        let sheets = [sheet("First", vec![Block::Note(words("Read me"))]), sheet("Any", vec![table(&cells)])];
        super::book(sheets.into_iter(), Limits { rows: 100, in_memory }).unwrap()
    };
    let (short, long) = (of(cells.len()), of(cells.len() - 1));
    let rows =
        |book: &Book| read(book).worksheet_range("Any").unwrap().rows().map(<[Data]>::to_vec).collect::<Vec<_>>();
    assert_eq!(rows(&short), rows(&long));
    assert_eq!(long.bytes, of(0).bytes, "the same twice");
    let heights = |book: &Book| part(book, "xl/worksheets/sheet2.xml").matches(" ht=\"").count();
    assert_eq!((heights(&short), heights(&long)), (3, 3), "as high as the words need");
    assert!(part(&long, "xl/worksheets/sheet2.xml").contains("inlineStr"));
}

#[test]
fn a_page_is_laid_out_as_it_reads_and_its_charts_are_drawn() {
    let part_of = |name: &str, tone, counts: &[u64]| Part { name: name.to_owned(), tone, counts: counts.to_vec() };
    let chart = Bars {
        title: "Reports, by district".to_owned(),
        of: "District".to_owned(),
        labels: vec!["=Eastvale".to_owned(), "Northmoor".to_owned()],
        parts: vec![part_of("Received", Tone::Good, &[3, 4]), part_of("Missing", Tone::Lacking, &[1, 0])],
    };
    let blocks = vec![
        Block::Note(words("Based on 7 of 8.")),
        Block::Chart(Chart::Bars(chart)),
        Block::Heading(1, words("More")),
        Block::List(vec![words("=one"), words("two")]),
        Block::Table { head: vec!["Name".to_owned()], rows: vec![vec![Cell::Words("x".to_owned())]] },
    ];
    let pages = [sheet("First", blocks.clone()), sheet("Empty", vec![Block::Chart(Chart::Bars(Bars::default()))])];
    let book = write(&pages).unwrap();
    assert_eq!(book.bytes, write(&pages).unwrap().bytes);
    let said: Vec<String> = column(&book, "First").into_iter().filter(|words| !words.is_empty()).collect();
    assert_eq!(
        said,
        [
            "What is there",
            "Based on 7 of 8.",
            "District",
            "=Eastvale",
            "Northmoor",
            "More",
            "• =one",
            "• two",
            "Name",
            "x"
        ]
    );
    let chart = part(&book, "xl/charts/chart1.xml");
    for range in ["First!$A$5:$A$6", "First!$B$5:$B$6", "First!$C$5:$C$6", "Reports, by district"] {
        assert!(chart.contains(range), "{range} in {chart}");
    }
    assert!(chart.contains("<c:min val=\"0\"/>"), "bars begin at nothing: {chart}");
    // Nothing to draw, nothing drawn.
    assert_eq!(column(&book, "Empty"), ["What is there"]);
    assert!(!part(&book, "xl/worksheets/sheet2.xml").contains("<drawing"));
}
