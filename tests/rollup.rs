//! Every view of the example county has the same numbers and words in every format: cell by cell, by the name of the column.
//!
//! A format is a row of [`FORMATS`]: how its table is read back. JSON is what they are held against; [`COLUMNS`] says which
//! of its fields stands in which column.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on says so")]

use serde_json::Value;
use std::path::Path;
use termwise::config::{self, Config};
use termwise::files::Walk;
use termwise::form::Form;
use termwise::load::{Loaded, gather, load};
use termwise::render::page::{csv as to_csv, markdown};
use termwise::rollup::{self, Filter, Rollup, View, page};
use termwise::source::{Source, SourceId, Sources};
use termwise::{rules, wire};

/// A table as it is read back: its head and its rows.
type Table = (Vec<String>, Vec<Vec<String>>);

/// A format, and how its table is written and read back.
type Format = (&'static str, fn(&Rollup<'_>, &Form, &Sources) -> Table);

const FORMATS: &[Format] = &[("markdown", of_markdown), ("csv", of_csv)];

/// The columns of each view, and the field of its JSON rows that each shows.
const COLUMNS: &[(View, &[(&str, &str)])] = &[
    (
        View::Districts,
        &[
            ("District", "/district"),
            ("Reports", "/reports"),
            ("Missing", "/missing"),
            ("Latest term", "/latest_term"),
            ("Priorities in it", "/priorities"),
            ("Planned last time", "/follow_through/planned"),
            ("Reported", "/follow_through/reported"),
            ("Possibly reported", "/follow_through/possible"),
            ("Of these not done", "/follow_through/stalled"),
            ("Planned again", "/follow_through/carried_forward"),
            ("No matching activity found", "/follow_through/no_match"),
            ("Intended outcomes", "/sections/intended_outcomes"),
            ("Activity", "/sections/activity"),
            ("Planned", "/sections/planned"),
            ("Impact", "/sections/impact"),
            ("Exit strategy", "/sections/exit_strategy"),
            ("File", "/path"),
            ("Line", "/line"),
        ],
    ),
    (
        View::Terms,
        &[
            ("Term", "/term"),
            ("Reported by", "/districts"),
            ("Reports", "/reports"),
            ("Priorities", "/priorities"),
            ("Intended outcomes", "/sections/intended_outcomes"),
            ("Activity", "/sections/activity"),
            ("Planned", "/sections/planned"),
            ("Impact", "/sections/impact"),
            ("Exit strategy", "/sections/exit_strategy"),
            ("Files", "/paths"),
        ],
    ),
    (
        View::Themes,
        &[
            ("Theme", "/theme"),
            ("Districts", "/districts"),
            ("District", "/district"),
            ("Priority", "/title"),
            ("Latest term", "/latest_term"),
            ("Reports", "/reports"),
            ("Known by", "/source"),
            ("File", "/path"),
            ("Line", "/line"),
        ],
    ),
    (
        View::Priorities,
        &[
            ("District", "/district"),
            ("Priority", "/title"),
            ("Earlier titles", "/earlier_titles"),
            ("Id", "/id"),
            ("First term", "/first_term"),
            ("Latest term", "/latest_term"),
            ("Reports", "/reports"),
            ("Status", "/status"),
            ("Receiver", "/receiver"),
            ("Ended", "/ended"),
            ("Merged into", "/ended_into"),
            ("File", "/path"),
            ("Line", "/line"),
        ],
    ),
    (
        View::FollowThrough,
        &[
            ("District", "/district"),
            ("Term", "/term"),
            ("Earlier term", "/earlier_term"),
            ("Planned", "/planned"),
            ("Reported", "/reported"),
            ("Possibly reported", "/possible"),
            ("Of these not done", "/stalled"),
            ("Planned again", "/carried_forward"),
            ("No matching activity found", "/no_match"),
            ("File", "/path"),
            ("Line", "/line"),
        ],
    ),
    (
        View::Plans,
        &[
            ("District", "/district"),
            ("Planned in", "/planned_in"),
            ("Looked for in", "/looked_for_in"),
            ("Priority", "/priority"),
            ("Priority id", "/priority_id"),
            ("Planned", "/planned"),
            ("Outcome", "/outcome"),
            ("Told by", "/told_by/text"),
            ("Reason", "/reason"),
            ("File", "/path"),
            ("Line", "/line"),
            ("Told in file", "/told_by/path"),
            ("Told in line", "/told_by/line"),
        ],
    ),
    (
        View::Findings,
        &[
            ("District", "/district"),
            ("Term", "/term"),
            ("Level", "/level"),
            ("Rule", "/rule"),
            ("Finding", "/message"),
            ("Place", "/place"),
            ("File", "/path"),
            ("Line", "/line"),
        ],
    ),
    (
        View::Explanations,
        &[
            ("District", "/district"),
            ("Term", "/term"),
            ("Rule", "/rule"),
            ("Reason", "/reason"),
            ("Finding", "/message"),
            ("Place", "/place"),
            ("File", "/path"),
            ("Line", "/line"),
        ],
    ),
    (
        View::Statements,
        &[
            ("District", "/district"),
            ("Term", "/term"),
            ("File", "/path"),
            ("Line", "/line"),
            ("Priority", "/priority"),
            ("Section", "/section"),
            ("Id", "/id"),
            ("Statement", "/text"),
        ],
    ),
    (
        View::Coverage,
        &[
            ("District", "/district"),
            ("Term", "/term"),
            ("Report", "/state"),
            ("Remark", "/remark"),
            ("Due", "/due"),
            ("File", "/paths"),
            ("Line", "/line"),
        ],
    ),
];

/// Columns that tell in words what JSON holds in parts.
const IN_WORDS: [&str; 2] = ["Life", "Outcome"];

#[test]
fn every_format_has_the_cells_of_the_json() {
    let (loaded, config) = county();
    let (found, broken) = loaded.judge(&config.form, &config.settings);
    assert!(broken.is_empty(), "{broken:?}");
    assert_eq!(COLUMNS.iter().map(|row| row.0).collect::<Vec<_>>(), View::ALL);
    for (view, columns) in COLUMNS {
        let rolled = rollup::roll(*view, &loaded.corpus, &config.form, &found, &Filter::default());
        let json = serde_json::to_value(wire::rollup::rollup(&rolled, &config.form, &loaded.sources)).unwrap();
        let rows = json["rows"].as_array().unwrap();
        for (format, table) in FORMATS {
            let (head, cells) = table(&rolled, &config.form, &loaded.sources);
            assert_eq!(cells.len(), rows.len(), "{view:?} as {format}");
            for (at, name) in head.iter().enumerate().filter(|(_, name)| !IN_WORDS.contains(&name.as_str())) {
                let Some((_, field)) = columns.iter().find(|(column, _)| column == name) else {
                    panic!("{view:?} as {format}: no field of the JSON stands for the column {name}")
                };
                for (row, cells) in rows.iter().zip(&cells) {
                    let (is, expected) = (plain(&cells[at]), shown(row.pointer(field).unwrap_or(&Value::Null)));
                    assert_eq!(is, expected, "{view:?} as {format}, {name} of {row}");
                }
            }
        }
        // What a table does not show, a spreadsheet does.
        let (head, _) = of_csv(&rolled, &config.form, &loaded.sources);
        let lacking: Vec<&str> = columns.iter().map(|c| c.0).filter(|c| !head.contains(&(*c).to_owned())).collect();
        assert!(lacking.is_empty(), "{view:?} as csv lacks {lacking:?}");
    }
}

#[test]
fn every_view_of_the_county_has_rows_but_for_its_explanations() {
    let (loaded, config) = county();
    let (found, _) = loaded.judge(&config.form, &config.settings);
    for view in View::ALL {
        let rolled = rollup::roll(view, &loaded.corpus, &config.form, &found, &Filter::default());
        assert_eq!(rolled.rows.is_empty(), view == View::Explanations, "{view:?}");
    }
}

#[test]
fn every_view_can_be_sorted_by_every_column_and_cut_short() {
    let (loaded, config) = county();
    let (found, _) = loaded.judge(&config.form, &config.settings);
    for view in View::ALL {
        let roll = || rollup::roll(view, &loaded.corpus, &config.form, &found, &Filter::default());
        let (head, cells) = of_csv(&roll(), &config.form, &loaded.sources);
        for (at, column) in head.iter().enumerate() {
            let mut sorted = roll();
            assert!(page::sort(&mut sorted, column, &config.form, &loaded.sources), "{view:?} by {column}");
            let (_, rows) = of_csv(&sorted, &config.form, &loaded.sources);
            let (mut before, mut after) = (cells.clone(), rows.clone());
            before.sort();
            after.sort();
            assert_eq!(before, after, "{view:?} by {column}: the same rows");
            let numbers: Vec<u64> = rows.iter().filter_map(|row| row[at].parse().ok()).collect();
            assert!(numbers.is_sorted_by(|a, b| a >= b), "{view:?} by {column}: {numbers:?}");
            if view == View::Findings && column == "Level" {
                let grave = |row: &Vec<String>| ["error", "query", "note"].iter().position(|level| row[at] == *level);
                assert!(rows.iter().map(grave).is_sorted() && rows.iter().all(|row| grave(row).is_some()), "{rows:?}");
            }
            sorted.limit(1);
            let (_, first) = of_csv(&sorted, &config.form, &loaded.sources);
            assert_eq!((first.as_slice(), sorted.left_out), (&rows[..rows.len().min(1)], rows.len().saturating_sub(1)));
        }
        assert!(!page::sort(&mut roll(), "No such column", &config.form, &loaded.sources));
    }
}

/// The reports of the example county, under its own settings.
fn county() -> (Loaded, Config) {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let settings = std::fs::read(examples.join(config::NAME)).unwrap();
    let read = config::read(&Source::decode(config::NAME.to_owned(), settings), SourceId::SETTINGS, rules::ALL);
    assert!(read.faults.is_empty(), "{:?}", read.faults);
    let (inputs, _) = gather(&[examples.join("reports")], &Walk::default(), "").unwrap();
    (load(inputs, &read.config.form), read.config)
}

fn of_csv(rolled: &Rollup<'_>, form: &Form, sources: &Sources) -> Table {
    let mut bytes = Vec::new();
    to_csv::write(&page::data(rolled, form, sources), &mut bytes).unwrap();
    let mut reader = csv::Reader::from_reader(bytes.strip_prefix("\u{feff}".as_bytes()).unwrap());
    let cells = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect::<Vec<_>>();
    (cells(reader.headers().unwrap()), reader.records().map(|record| cells(&record.unwrap())).collect())
}

/// The last table of the page, its escapes undone.
fn of_markdown(rolled: &Rollup<'_>, form: &Form, sources: &Sources) -> Table {
    let mut bytes = Vec::new();
    markdown::write(&page::page(rolled, form, sources), &mut bytes).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let bare = |cell: &str| {
        let cell = cell.replace("<!-- -->", "").replace('\\', "");
        cell.replace("&lt;", "<").replace("&gt;", ">").replace("&#124;", "|").replace("&amp;", "&").trim().to_owned()
    };
    let cells = |line: &str| {
        let inner = line.strip_prefix("| ").and_then(|line| line.strip_suffix(" |")).unwrap();
        inner.split(" | ").map(bare).collect::<Vec<_>>()
    };
    let lines: Vec<&str> = text.lines().collect();
    let start = lines.iter().rposition(|line| line.starts_with("| ---") || line.starts_with("| :--")).unwrap();
    let rows = lines.iter().skip(start + 1).take_while(|line| line.starts_with('|'));
    (cells(lines[start - 1]), rows.map(|line| cells(line)).collect())
}

/// A cell as it is compared: without the guard of a formula, words that stand for nothing taken out.
fn plain(cell: &str) -> String {
    let cell = cell.strip_prefix('\'').unwrap_or(cell);
    match cell {
        "no theme" | "unnamed" | "unclear" | "first report" => String::new(),
        // JSON has the word and where it stands apart.
        _ if cell.ends_with(" in the title") => "title".to_owned(),
        _ if cell.ends_with(" in an outcome") => "outcome".to_owned(),
        _ => folded(cell),
    }
}

/// A value as it is compared.
fn shown(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(words) => folded(words),
        Value::Array(list) => list.iter().map(shown).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}

/// Words as they are compared: keys of JSON have hyphens and underscores where people read spaces.
fn folded(words: &str) -> String {
    words.to_lowercase().replace(['-', '_'], " ").split_whitespace().collect::<Vec<_>>().join(" ")
}
