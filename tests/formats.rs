//! Every format of a rollup says the same: each view is written in all of them and read back, cell by cell.
//!
//! LibreOffice reads the workbook where it is installed, as it is for `.ci/run`; everything else is read by crates.

#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test that cannot go on says so")]

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::collections::BTreeSet;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use termwise::config::{self, Config};
use termwise::files::Walk;
use termwise::load::{Loaded, gather, load};
use termwise::page::{Block, Cell, Page, Sheet};
use termwise::render::page::{csv, html, markdown, text, xlsx};
use termwise::rollup::{self, Filter, Rollup, View};
use termwise::rules::ALL;
use termwise::source::{Source, SourceId};
use termwise::wire;

/// Rows of cells as words, the head first.
type Rows = Vec<Vec<String>>;

#[test]
fn every_format_has_the_same_cells() {
    let mut filled = BTreeSet::new();
    for folder in FOLDERS {
        let of = Of::folder(folder);
        for rollup in of.rollups() {
            let page = of.page(&rollup);
            let (case, own) = (format!("{folder}, {}", rollup.view.key()), rows(table(&page)));
            filled.extend((own.len() > 1).then(|| rollup.view.key()));
            let lined: Rows = own.iter().map(|row| row.iter().map(|cell| line(cell)).collect()).collect();
            let data = of.data(&rollup);
            assert_eq!(from_csv(&data), self::rows(table(&data)), "{case}: csv");
            // What people read is in it too, cell by cell; the file and line of a row are beside.
            let beside: Rows =
                self::rows(table(&data)).iter().zip(&own).map(|(row, own)| row[..own.len()].to_vec()).collect();
            assert_eq!(beside, own, "{case}: csv");
            assert_eq!(from_markdown(&page), lined, "{case}: markdown");
            assert_eq!(from_html(&page), lined, "{case}: html");
            for rules in [text::Rules::Drawn, text::Rules::Ascii] {
                assert_eq!(from_text(&page, rules), lined, "{case}: table, {rules:?}");
            }
        }
    }
    assert_eq!(filled.len(), View::ALL.len(), "only {filled:?} have rows anywhere");
}

#[test]
fn the_workbook_has_the_same_cells() {
    for folder in FOLDERS {
        let of = Of::folder(folder);
        let sheets = of.sheets();
        let written = of.workbook();
        assert!(written.said.is_empty(), "{:?}", written.said);
        assert_eq!(written.bytes, of.workbook().bytes, "{folder}: the same twice");
        let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(&written.bytes)).unwrap();
        let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
        assert_eq!(book.sheet_names(), names);
        assert_eq!(names[0], "Summary");
        for sheet in &sheets {
            assert!(book.worksheet_formula(&sheet.name).unwrap().is_empty(), "{folder}: formulas in {}", sheet.name);
        }
        for (sheet, rollup) in sheets[1..].iter().zip(of.rollups()) {
            let own = cells(table(&of.data(&rollup)));
            let read = book.worksheet_range(&sheet.name).unwrap();
            assert_eq!(read.rows().map(<[Data]>::to_vec).collect::<Vec<_>>(), own, "{folder}, {}", sheet.name);
        }
        let read = book.worksheet_range("Summary").unwrap();
        let all: Vec<&Data> = read.rows().flatten().collect();
        let rollup = &of.rollups()[0];
        let said = rollup::page::coverage(&rollup.coverage, &of.config.form, &of.loaded.sources);
        assert!(all.contains(&&Data::String(said.clone())), "{folder}: {said}");
    }
}

#[test]
fn the_json_has_the_same_numbers() {
    for folder in FOLDERS {
        let of = Of::folder(folder);
        for rollup in of.rollups() {
            let page = of.data(&rollup);
            let Block::Table { head, rows } = table(&page) else { panic!("no table") };
            let json = wire::json(&wire::rollup::rollup(&rollup, &of.config.form, &of.loaded.sources));
            let json: serde_json::Value = serde_json::from_str(&json).unwrap();
            let held = json["rows"].as_array().unwrap();
            let view = rollup.view.key();
            assert_eq!(held.len(), rows.len(), "{folder}, {view}");
            for (row, held) in rows.iter().zip(held) {
                for (name, cell) in head.iter().zip(row) {
                    let Cell::Number(number) = cell else { continue };
                    let is = held.pointer(&of.pointer(rollup.view, name)).and_then(serde_json::Value::as_u64);
                    assert_eq!(is, Some(*number), "{folder}, {view}, {name}");
                }
            }
        }
    }
}

#[test]
fn libreoffice_reads_the_same_cells() {
    let soffice = ["soffice", "libreoffice"].into_iter().find(|program| {
        std::process::Command::new(program).arg("--version").output().is_ok_and(|ran| ran.status.success())
    });
    let Some(soffice) = soffice else {
        assert!(std::env::var_os("CI").is_none(), "LibreOffice is not installed, and CI must not leave it out");
        println!("left out: LibreOffice is not installed");
        return;
    };
    let out = std::env::temp_dir().join(format!("termwise-libreoffice-{}", std::process::id()));
    std::fs::create_dir_all(&out).unwrap();
    for (number, folder) in FOLDERS.iter().enumerate() {
        let of = Of::folder(folder);
        let book = out.join(format!("book{number}.xlsx"));
        std::fs::write(&book, of.workbook().bytes).unwrap();
        // Comma, quotation mark, UTF-8, every sheet in a file of its own, cells as they are shown.
        let as_csv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";
        let home = format!("-env:UserInstallation=file://{}", out.join("profile").display());
        let ran = std::process::Command::new(soffice)
            .args([&home, "--headless", "--convert-to", as_csv, "--outdir"])
            .args([&out, &book])
            .output()
            .unwrap();
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
        for (sheet, rollup) in of.sheets()[1..].iter().zip(of.rollups()) {
            let file = out.join(format!("book{number}-{}.csv", sheet.name));
            let own = rows(table(&of.data(&rollup)));
            assert_eq!(read_csv(&std::fs::read(&file).unwrap()), own, "{folder}, {}", sheet.name);
        }
    }
    _ = std::fs::remove_dir_all(&out);
}

/// The examples, reports whose words a spreadsheet, Markdown or HTML would take for its own, and one that explains.
const FOLDERS: &[&str] = &[
    "examples",
    "fixtures/rollup-formulas",
    "fixtures/rollup-priority-away",
    // Where a district that is named never reported.
    "fixtures/rollup-districts-named",
    // Where words of outcomes tell of themes.
    "fixtures/rollup-themes",
    // Where a report says why nothing came of a plan, and tells of one as not done.
    "fixtures/rollup-explained",
    "tests/transcripts/files/explained",
];

/// Reports, and how they are to be read.
struct Of {
    loaded: Loaded,
    config: Config,
    found: Vec<termwise::diagnostic::Diagnostic>,
}

impl Of {
    fn folder(name: &str) -> Of {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
        let config = match std::fs::read_to_string(folder.join(config::NAME)) {
            Ok(settings) => config::read(&Source::of(config::NAME, &settings), SourceId(0), ALL).config,
            Err(_) => Config::built_in(),
        };
        let reports: PathBuf = if folder.join("reports").exists() { folder.join("reports") } else { folder };
        let walk = Walk { exclude: vec!["expected.txt".to_owned(), "rollup.txt".to_owned()], ..Walk::default() };
        let loaded = load(gather(&[reports], &walk, "").unwrap().0, &config.form);
        let found = loaded.judge(&config.form, &config.settings).0;
        assert!(!loaded.corpus.reports().is_empty(), "{name}");
        Of { loaded, config, found }
    }

    fn rollups(&self) -> Vec<Rollup<'_>> {
        let of = |view| rollup::roll(view, &self.loaded.corpus, &self.config.form, &self.found, &Filter::default());
        View::ALL.map(of).into()
    }

    fn page(&self, rollup: &Rollup<'_>) -> Page {
        rollup::page::page(rollup, &self.config.form, &self.loaded.sources)
    }

    /// The same with the file and line of each row.
    fn data(&self, rollup: &Rollup<'_>) -> Page {
        rollup::page::data(rollup, &self.config.form, &self.loaded.sources)
    }

    fn sheets(&self) -> Vec<Sheet> {
        rollup::page::workbook(&self.rollups(), &self.config.form, &self.loaded.sources).collect()
    }

    fn workbook(&self) -> xlsx::Book {
        let sheets = self.sheets();
        xlsx::write(|| sheets.iter().cloned()).unwrap()
    }

    /// Where a row of the JSON holds the counts of a column.
    fn pointer(&self, view: View, head: &str) -> String {
        let section = self.config.form.sections.iter().find(|section| section.name == head);
        match (view, head, section) {
            // In the view of plans this is what was planned, not a section.
            (View::Districts | View::Terms, _, Some(section)) => format!("/sections/{}", section.key),
            (_, "Reported by", _) => "/districts".to_owned(),
            (_, "Priorities in it", _) => "/priorities".to_owned(),
            (_, "Planned last time", _) => "/follow_through/planned".to_owned(),
            (View::Districts, "Reported", _) => "/follow_through/reported".to_owned(),
            (View::Districts, "Possibly reported", _) => "/follow_through/possible".to_owned(),
            (View::Districts, "Of these not done", _) => "/follow_through/stalled".to_owned(),
            (View::Districts, "Planned again", _) => "/follow_through/carried_forward".to_owned(),
            (View::Districts, "No matching activity found", _) => "/follow_through/no_match".to_owned(),
            (_, "No matching activity found", _) => "/no_match".to_owned(),
            (_, "Possibly reported", _) => "/possible".to_owned(),
            (_, "Told in line", _) => "/told_by/line".to_owned(),
            (_, "Of these not done", _) => "/stalled".to_owned(),
            (_, "Planned again", _) => "/carried_forward".to_owned(),
            _ => format!("/{}", head.to_lowercase()),
        }
    }
}

/// The table of a view: the last one of its page.
fn table(page: &Page) -> &Block {
    page.blocks.iter().rev().find(|block| matches!(block, Block::Table { .. })).unwrap()
}

fn rows(table: &Block) -> Rows {
    let Block::Table { head, rows } = table else { panic!("no table") };
    let cell = |cell: &Cell| match cell {
        Cell::Words(words) => words.lines().map(termwise::render::plain).collect::<Vec<_>>().join("\n"),
        Cell::Number(number) => number.to_string(),
        Cell::Empty => String::new(),
    };
    std::iter::once(head.clone()).chain(rows.iter().map(|row| row.iter().map(cell).collect())).collect()
}

/// The same as cells of a workbook: numbers are numbers there.
fn cells(table: &Block) -> Vec<Vec<Data>> {
    let Block::Table { rows: kinds, .. } = table else { panic!("no table") };
    let mut all: Vec<Vec<Data>> = Vec::new();
    for (number, row) in rows(table).into_iter().enumerate() {
        let kind = |at: usize| number.checked_sub(1).map(|row| &kinds[row][at]);
        let cell = |(at, words): (usize, String)| match kind(at) {
            Some(Cell::Number(number)) => Data::Float(f64::from(u32::try_from(*number).unwrap())),
            Some(Cell::Empty) => Data::Empty,
            _ => Data::String(words),
        };
        all.push(row.into_iter().enumerate().map(cell).collect());
    }
    all
}

/// Words as formats show them that have them on one line.
fn line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn written(write: impl FnOnce(&mut Vec<u8>) -> std::io::Result<()>) -> String {
    let mut bytes = Vec::new();
    write(&mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

fn read_csv(bytes: &[u8]) -> Rows {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let mut reader = ::csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn from_csv(page: &Page) -> Rows {
    let text = written(|out| csv::write(page, out));
    assert!(text.starts_with('\u{feff}') && text.ends_with("\r\n"));
    let formula = |cell: &str| cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && cell.parse::<f64>().is_err();
    let read = read_csv(text.as_bytes());
    let unguarded = |cell: &String| {
        assert!(!formula(cell), "a spreadsheet would run {cell:?}");
        cell.strip_prefix('\'').filter(|rest| formula(rest)).unwrap_or(cell).to_owned()
    };
    read.iter().map(|row| row.iter().map(unguarded).collect()).collect()
}

fn from_markdown(page: &Page) -> Rows {
    let text = written(|out| markdown::write(page, out));
    let (mut all, mut last): (Vec<Rows>, String) = (Vec::new(), String::new());
    for event in Parser::new_ext(&text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Table(_)) => all.push(Vec::new()),
            Event::Start(Tag::TableHead | Tag::TableRow) => all.last_mut().unwrap().push(Vec::new()),
            Event::Start(Tag::TableCell) => last.clear(),
            Event::Text(words) => last.push_str(&words),
            Event::End(TagEnd::TableCell) => all.last_mut().unwrap().last_mut().unwrap().push(last.clone()),
            _ => {}
        }
    }
    all.pop().unwrap()
}

/// The last table of the page, by the names of its columns: those of nothing but empty cells are not in it, and long words
/// stand under their row, after the name of their column.
fn from_html(page: &Page) -> Rows {
    let text = written(|out| html::write(page, out));
    let (_, table) = text.rsplit_once("<table>").unwrap();
    let table = table.split_once("</table>").unwrap().0.replace("<wbr>", "");
    let Block::Table { head, .. } = self::table(page) else { panic!("no table") };
    let words = |cell: &str| {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
            .iter()
            .fold(cell.to_owned(), |words, (from, to)| words.replace(from, to))
    };
    // What stands between tags that begin and end so.
    let all = |text: &str, open: &str, close: &str| -> Vec<String> {
        let parts = text.split(open).skip(1).filter(|part| !part.starts_with("ead"));
        parts.map(|part| words(part.split_once('>').unwrap().1.split_once(close).unwrap().0)).collect()
    };
    let (top, body) = table.split_once("</thead>").unwrap();
    let names = all(top, "<th", "</th>");
    let mut rows: Rows = Vec::new();
    for line in body.split("<tr").skip(1) {
        if let Some(under) = line.strip_prefix(" class=\"under\">") {
            for said in under.split("<p><b>").skip(1) {
                let (name, said) = said.split_once("</b> ").unwrap();
                let at = head.iter().position(|head| self::line(head) == words(name)).unwrap();
                rows.last_mut().unwrap()[at] = words(said.split_once("</p>").unwrap().0);
            }
            continue;
        }
        let mut row = vec![String::new(); head.len()];
        let cells = all(line, "<td", "</td>");
        assert_eq!(cells.len(), names.len(), "{line}");
        for (name, cell) in names.iter().zip(cells) {
            row[head.iter().position(|head| self::line(head) == *name).unwrap()] = cell;
        }
        rows.push(row);
    }
    std::iter::once(head.iter().map(|name| self::line(name)).collect()).chain(rows).collect()
}

/// The last table of the page as text, so wide that nothing wraps. Its first line says where the columns end.
fn from_text(page: &Page, rules: text::Rules) -> Rows {
    let text = written(|out| text::ruled(page, rules, 20_000, false, out));
    let (corner, side) = if rules == text::Rules::Drawn { ('\u{250c}', '\u{2502}') } else { ('+', '|') };
    let parts = text.split("\n\n").filter(|part| part.starts_with(corner));
    let table = parts.last().unwrap();
    let is_end = |(_, c): &(usize, char)| !matches!(c, '\u{2500}' | '-');
    let ends: Vec<usize> = table.lines().next().unwrap().chars().enumerate().filter(is_end).map(|(at, _)| at).collect();
    let row = |line: &str| {
        let signs: Vec<char> = line.chars().collect();
        let cell = |between: &[usize]| signs[between[0] + 1..between[1]].iter().collect::<String>().trim().to_owned();
        ends.windows(2).map(cell).collect()
    };
    table.lines().filter(|line| line.starts_with(side)).map(row).collect()
}
