use super::*;
use crate::corpus::Corpus;
use crate::diagnostic::{Diagnostic, Level};
use crate::form::Status;
use crate::render::page::{csv, text};
use crate::rollup::made::{Made, P};
use crate::rollup::{Filter, View, page, roll};
use crate::source::Span;
use serde_json::{Value, json};

fn county() -> Made {
    let mut made = Made::default();
    let first =
        P::of("Attendance").id("att").section(0, &["Absence falls"]).section(1, &["=Met heads", "Rang", ">twice"]);
    let first = first.section(2, &["It fell by 3"]);
    made.report("a.md", Some("Northmoor"), Some((2023, 2, Some(1))), &[first, P::of("Reading").section(4, &["On"])]);
    let later = P::of("Being there").id("att").status(Status::Closed, "").section(3, &["It fell by 3"]);
    made.report("b.md", Some("Northmoor"), Some((2023, 3, None)), &[later]);
    made.report(
        "c.md",
        Some("Eastvale"),
        Some((2023, 2, None)),
        &[P::of("Transition").section(2, &["Visit", "Write"])],
    );
    made.report("d.md", None, None, &[P::of("Lost")]);
    made
}

fn found() -> Vec<Diagnostic> {
    let at = |n| Span::new(SourceId(n), 0, 1);
    let levels = [(0, Level::Error), (0, Level::Query), (0, Level::Query), (2, Level::Note)];
    levels.map(|(n, level)| Diagnostic::new("any", level, at(n), "m")).to_vec()
}

/// The numbers and words of a row in JSON, in order, as a table would show them.
fn flat(value: &Value, cells: &mut Vec<String>) {
    match value {
        Value::Object(map) => map.values().for_each(|value| flat(value, cells)),
        Value::Array(list) => cells.push(list.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("; ")),
        Value::Null => cells.push(String::new()),
        Value::String(words) => cells.push(words.clone()),
        other => cells.push(other.to_string()),
    }
}

fn sorted(mut cells: Vec<String>) -> Vec<String> {
    cells.sort();
    cells
}

/// Cells of the text table, one line a row.
fn from_text(shown: &str) -> Vec<Vec<String>> {
    let lines = shown.lines().filter(|line| line.starts_with('│')).skip(1);
    lines.map(|line| line.trim_matches('│').split('┆').map(|cell| cell.trim().to_owned()).collect()).collect()
}

#[test]
fn table_csv_and_json_hold_the_same() {
    let made = county();
    let (sources, form) = (made.sources(), Form::built_in());
    let corpus = Corpus::new(made.reports);
    for view in View::ALL {
        let data = roll(view, &corpus, &form, &found(), &Filter::default());
        let page = page::page(&data, &form, &sources);
        let (mut as_text, mut as_csv) = (Vec::new(), Vec::new());
        text::write(&page, 400, false, &mut as_text).unwrap();
        csv::write(&page, &mut as_csv).unwrap();
        let table = from_text(&String::from_utf8(as_text).unwrap());
        let mut reader = ::csv::Reader::from_reader(as_csv.as_slice());
        let records: Vec<Vec<String>> = reader
            .records()
            .map(|r| r.unwrap().iter().map(|c| c.trim_start_matches('\'').to_owned()).collect())
            .collect();
        assert_eq!(table, records, "{view:?}");
        let json = serde_json::to_value(rollup(&data, &form, &sources)).unwrap();
        let rows = json["rows"].as_array().unwrap();
        assert_eq!(rows.len(), records.len());
        for (row, mut record) in rows.iter().zip(records) {
            let mut cells = Vec::new();
            let mut row = row.clone();
            // Words in a table, events in JSON; the paths are in JSON alone.
            let told = row.as_object_mut().unwrap().remove("life").map(|_| record.pop().unwrap());
            assert!(told.is_none_or(|told| told.starts_with("in the first report")), "{view:?}");
            if view == View::FollowThrough {
                for key in ["path", "earlier_path", "stalled", "bounded"] {
                    row.as_object_mut().unwrap().remove(key).unwrap();
                }
            }
            flat(&row, &mut cells);
            let words = |cell: String| match cell.as_str() {
                "unnamed" | "unclear" | "first report" => String::new(),
                "Intended outcomes" | "Exit strategy" => cell.to_lowercase().replace(' ', "_"),
                "Activity" | "Planned" | "Impact" => cell.to_lowercase(),
                "not in the latest report" => "not-in-latest-report".to_owned(),
                _ => cell,
            };
            let record = record.into_iter().map(words).collect();
            assert_eq!(sorted(cells), sorted(record), "{view:?}");
        }
    }
}

#[test]
fn the_shape_of_version_1() {
    let made = county();
    let (sources, form) = (made.sources(), Form::built_in());
    let corpus = Corpus::new(made.reports);
    let shape = |view| {
        serde_json::to_value(rollup(&roll(view, &corpus, &form, &found(), &Filter::default()), &form, &sources))
            .unwrap()
    };
    let districts = shape(View::Districts);
    assert_eq!((&districts["version"], &districts["view"]), (&json!(1), &json!("districts")));
    let coverage = json!({"expected": 4, "inferred": true, "received": 3, "duplicates": [], "unexpected": [], "unnamed": ["d.md"], "unclear": ["d.md"],
        "missing": [{"district": "Eastvale", "term": "Summer 2023/24"}]});
    assert_eq!(districts["coverage"], coverage);
    let northmoor = json!({"district": "Northmoor", "latest_term": "Summer 2023/24", "priorities": 1, "reports": 2,
        "sections": {"intended_outcomes": 1, "activity": 2, "planned": 1, "impact": 1, "exit_strategy": 1},
        "findings": {"errors": 1, "queries": 2, "notes": 0}});
    assert_eq!(districts["rows"][1], northmoor);
    assert_eq!(districts["rows"][2]["district"], Value::Null);
    let event = |event, term, from| json!({"event": event, "term": term, "from": from, "into": [], "more": 0, "receiver": null, "doubtful": false});
    let attendance = json!({"district": "Northmoor", "title": "Being there", "earlier_titles": ["Attendance"], "id": "att",
    "first_term": "Spring 1 2023/24", "latest_term": "Summer 2023/24", "reports": 2, "status": "closed", "receiver": null,
    "ended": "closed", "ended_into": null, "life": [
        event("first-report", "Spring 1 2023/24", json!([])),
        event("retitled", "Summer 2023/24", json!(["Attendance"])),
        event("closed", "Summer 2023/24", json!([])),
    ]});
    assert_eq!(shape(View::Priorities)["rows"][1], attendance);
    let first = json!({"district": "Eastvale", "term": "Spring 2023/24", "path": "c.md", "earlier_term": null,
        "earlier_path": null, "planned": null, "reported": null, "possible": null, "carried_forward": null, "no_match": null, "stalled": null,
        "bounded": null});
    assert_eq!(shape(View::FollowThrough)["rows"][0], first);
    let followed = json!({"district": "Northmoor", "term": "Summer 2023/24", "path": "b.md", "earlier_term": "Spring 1 2023/24",
        "earlier_path": "a.md", "planned": 1, "reported": 1, "possible": 0, "carried_forward": 0, "no_match": 0, "stalled": 0,
        "bounded": false});
    assert_eq!(shape(View::FollowThrough)["rows"][2], followed);
    let statement = json!({"district": "Northmoor", "term": "Spring 1 2023/24", "path": "a.md", "line": 9, "priority": "Attendance",
        "section": "activity", "id": null, "text": "Rang: twice"});
    assert_eq!(shape(View::Statements)["rows"][4], statement);
}

#[test]
fn sections_keep_the_order_of_the_form() {
    let made = county();
    let (sources, form) = (made.sources(), Form::built_in());
    let corpus = Corpus::new(made.reports);
    let data = roll(View::Terms, &corpus, &form, &[], &Filter::default());
    let written = serde_json::to_string(&rollup(&data, &form, &sources)).unwrap();
    assert!(
        written.contains(r#""sections":{"intended_outcomes":1,"activity":2,"planned":3,"impact":0,"exit_strategy":1}"#),
        "{written}"
    );
    let schema = serde_json::to_value(schemars::schema_for!(Rollup)).unwrap();
    assert_eq!(schema["$defs"]["Row"]["anyOf"][0]["properties"]["sections"]["type"], "object");
}
