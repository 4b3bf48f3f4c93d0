use super::*;
use crate::corpus::Corpus;
use crate::diagnostic::{Diagnostic, Level};
use crate::form::Status;
use crate::rollup::made::{Made, P};
use crate::rollup::{Filter, View, roll};
use crate::source::{SourceId, Span};
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
    let coverage = json!({"expected": 4, "inferred": true, "due": 4, "not_due": [], "excused": [], "received": 3, "duplicates": [], "unexpected": [], "unnamed": ["d.md"], "unclear": ["d.md"],
    "missing": [{"district": "Eastvale", "term": "Summer 2023/24", "due": null, "overdue": null}], "as_at": null,
    "unreadable": [], "unread": [], "other_files": [], "own_pages": [], "cut_short": [], "misspelt": [], "matrix": [
        {"district": "Eastvale", "term": "Spring 2023/24", "state": "received", "in_part": false, "due": null, "paths": ["c.md"], "line": 1, "remark": null},
        {"district": "Eastvale", "term": "Summer 2023/24", "state": "missing", "in_part": false, "due": null, "paths": [], "line": null, "remark": null},
        {"district": "Northmoor", "term": "Spring 2023/24", "state": "received", "in_part": false, "due": null, "paths": ["a.md"], "line": 1, "remark": null},
        {"district": "Northmoor", "term": "Summer 2023/24", "state": "received", "in_part": false, "due": null, "paths": ["b.md"], "line": 1, "remark": null},
    ]});
    assert_eq!(districts["coverage"], coverage);
    let northmoor = json!({"district": "Northmoor", "latest_term": "Summer 2023/24", "priorities": 1, "missing": 0,
        "follow_through": {"earlier_term": "Spring 1 2023/24", "earlier_path": "a.md", "planned": 1, "reported": 1, "possible": 0,
            "carried_forward": 0, "no_match": 0, "stalled": 0, "unmatched": []},
        "path": "b.md", "line": 1, "reports": 2, "sections": {"intended_outcomes": 1, "activity": 2, "planned": 1, "impact": 1, "exit_strategy": 1},
        "findings": {"errors": 1, "queries": 2, "notes": 0}});
    assert_eq!(districts["rows"][1], northmoor);
    assert_eq!(districts["rows"][2]["district"], Value::Null);
    let event = |event, term, from| json!({"event": event, "term": term, "from": from, "into": [], "more": 0, "receiver": null, "named": null, "until": null, "reason": null, "doubtful": false});
    let attendance = json!({"district": "Northmoor", "title": "Being there", "earlier_titles": ["Attendance"], "id": "att",
    "first_term": "Spring 1 2023/24", "latest_term": "Summer 2023/24", "reports": 2, "statuses": [
        {"term": "Spring 1 2023/24", "status": null},
        {"term": "Summer 2023/24", "status": "closed"},
    ], "status": "closed", "receiver": null,
    "ended": "closed", "ended_into": null, "life": [
        event("first-report", "Spring 1 2023/24", json!([])),
        event("retitled", "Summer 2023/24", json!(["Attendance"])),
        event("closed", "Summer 2023/24", json!([])),
    ], "path": "b.md", "line": 3});
    assert_eq!(shape(View::Priorities)["rows"][1], attendance);
    let first = json!({"district": "Eastvale", "term": "Spring 2023/24", "path": "c.md", "earlier_term": null,
        "earlier_path": null, "planned": null, "reported": null, "possible": null, "carried_forward": null, "no_match": null, "stalled": null,
        "bounded": null, "cannot_be_told": null, "line": 1, "unmatched": []});
    assert_eq!(shape(View::FollowThrough)["rows"][0], first);
    let followed = json!({"district": "Northmoor", "term": "Summer 2023/24", "path": "b.md", "earlier_term": "Spring 1 2023/24",
        "earlier_path": "a.md", "planned": 1, "reported": 1, "possible": 0, "carried_forward": 0, "no_match": 0, "stalled": 0,
        "bounded": false, "cannot_be_told": null, "line": 1, "unmatched": []});
    assert_eq!(shape(View::FollowThrough)["rows"][2], followed);
    let planned = json!({"district": "Northmoor", "planned_in": "Spring 1 2023/24", "looked_for_in": "Summer 2023/24",
        "priority": "Attendance", "priority_id": "att", "id": null, "planned": "It fell by 3", "outcome": "reported", "stalled": false,
        "told_by": {"priority": "Being there", "section": "impact", "text": "It fell by 3", "path": "b.md", "line": 7}, "reason": null,
        "path": "a.md", "line": 12});
    assert_eq!(shape(View::Plans)["rows"], json!([planned]));
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
    let rows = schema["$defs"]["Row"]["anyOf"].as_array().unwrap();
    assert!(rows.iter().any(|row| row["properties"]["sections"]["type"] == "object"), "{rows:?}");
}
