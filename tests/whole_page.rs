//! The whole of a rollup as a page in HTML: its tables hold the numbers of the JSON, cell by cell; nothing that a report says
//! is markup on it, whatever field says it; and of very many reports it shows some, and says so.

#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test that cannot go on says so")]

mod shell;

use serde_json::Value;
use shell::Folder;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;

/// Tables by their names, each its rows, the head first.
type Tables = BTreeMap<String, Vec<Vec<String>>>;

fn words(html: &str) -> String {
    let plain = html.replace("<wbr>", "");
    let signs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    signs.iter().fold(plain, |words, (from, to)| words.replace(from, to)).trim().to_owned()
}

/// What stands between tags that begin and end so.
fn all(text: &str, open: &str, close: &str) -> Vec<String> {
    let parts = text.split(open).skip(1).filter(|part| part.starts_with(['>', ' ']));
    parts.map(|part| words(part.split_once('>').unwrap().1.split_once(close).unwrap().0)).collect()
}

/// The tables under the charts; what stands under a row is left out.
fn tables(page: &str) -> Tables {
    let table = |part: &str| {
        let (name, rest) = part.split_once('"').unwrap();
        let name = words(name.split_once(": ").unwrap().1);
        let table = rest.split_once("</table>").unwrap().0;
        let (head, body) = table.split_once("</thead>").unwrap();
        let rows = body.split("<tr>").skip(1).map(|row| all(row.split_once("</tr>").unwrap().0, "<td", "</td>"));
        (name, std::iter::once(all(head, "<th", "</th>")).chain(rows).collect())
    };
    page.split("aria-label=\"Table ").skip(1).map(table).collect()
}

fn json(folder: &Folder, reports: &str, view: &str) -> Value {
    let ran = folder.run(&format!("termwise rollup {reports} --view {view} --format json"));
    serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{reports}, {view}: {error}: {}", ran.err))
}

/// The academic year and season of a term, as charts have them: "Spring 2 2023/24" is of "Spring 2023/24".
fn season(term: &str) -> String {
    let parts: Vec<&str> = term.split(' ').collect();
    format!("{} {}", parts[0], parts[parts.len() - 1])
}

fn text<'v>(value: &'v Value, field: &str) -> &'v str {
    value[field].as_str().unwrap_or_else(|| panic!("{field} of {value}"))
}

const FOLDERS: &[&str] =
    &["examples/reports", "rollup-priority-away", "rollup-priority-lives", "rollup-explained", "rollup-themes", "made"];

#[test]
fn the_tables_have_the_numbers_of_the_json() {
    let folder = Folder::new("whole-page", Some("fixtures"));
    many(&folder, "made", 7, 4);
    let mut seen = BTreeSet::new();
    for reports in FOLDERS {
        let page = folder.run(&format!("termwise rollup {reports} --format html")).out;
        let tables = tables(&page);
        let [coverage, plans, priorities, themes] =
            ["coverage", "plans", "priorities", "themes"].map(|view| json(&folder, reports, view));
        reported(&tables, &coverage, reports);
        came(&tables, &plans, reports);
        lives(&tables, &priorities, reports, &mut seen);
        themed(&tables, &themes, reports);
        let figures: Vec<String> = all(&page, "<dd", "</dd>");
        let covered = &coverage["coverage"];
        assert_eq!(figures[0], format!("{} of {}", covered["received"], covered["due"]), "{reports}");
        let gone = |row: &&Value| row["ended"] == "not-in-latest-report";
        let rows = priorities["rows"].as_array().unwrap();
        let away = rows.iter().filter(gone).count();
        let ended = rows.iter().filter(|row| !row["ended"].is_null() && !gone(row)).count();
        assert!(figures.contains(&ended.to_string()), "{reports}: {figures:?}");
        assert!(away == 0 || figures.contains(&away.to_string()), "{reports}: {figures:?}");
    }
    for event in ["first-report", "opened", "retitled", "merged", "handed-over", "closed", "dropped", "on-hold"] {
        assert!(seen.contains(event), "no {event} in any of them: {seen:?}");
    }
}

/// Each district's term, whether its report is there.
fn reported(tables: &Tables, json: &Value, case: &str) {
    let table = &tables["Reports by district and term"];
    let matrix = json["coverage"]["matrix"].as_array().unwrap();
    let mut cells = 0;
    for row in &table[1..] {
        for (term, cell) in table[0].iter().zip(row).skip(1) {
            let place = matrix.iter().find(|place| text(place, "district") == row[0] && text(place, "term") == term);
            let state = place.map_or("not-expected", |place| text(place, "state"));
            let is = match cell.as_str() {
                "not looked at" => "left-out".to_owned(),
                "received, not expected" => "not-expected".to_owned(),
                words => words.trim_end_matches(" in part").replace(' ', "-"),
            };
            assert_eq!(is, state, "{case}: {}, {term}", row[0]);
            cells += usize::from(place.is_some());
        }
    }
    assert_eq!(cells, matrix.len(), "{case}: every place is in the table");
}

/// What came of the plans, by district and by term.
fn came(tables: &Tables, json: &Value, case: &str) {
    let rows = json["rows"].as_array().unwrap();
    for (field, of) in [("district", "district"), ("looked_for_in", "term")] {
        let Some(table) = tables.get(&format!("What came of what was planned, by {of}")) else {
            assert!(rows.is_empty(), "{case}: no table by {of}");
            continue;
        };
        let mut sum = 0;
        for row in &table[1..] {
            for (column, cell) in table[0].iter().zip(row).skip(1) {
                let outcome = match column.as_str() {
                    "Reported" => "reported",
                    "Possibly reported" => "possible",
                    "Planned again" => "carried-forward",
                    "No matching activity found" => "no-match",
                    "Told as not done" => "",
                    other => panic!("{case}: {other}"),
                };
                let is_meant = |one: &&Value| {
                    let stalled = one["stalled"] == true;
                    let of_bar = season(text(one, field)) == row[0] || text(one, field) == row[0];
                    of_bar && if outcome.is_empty() { stalled } else { !stalled && text(one, "outcome") == outcome }
                };
                let count = rows.iter().filter(is_meant).count();
                assert_eq!(cell, &count.to_string(), "{case}: {}, {column}", row[0]);
                sum += count;
            }
        }
        assert_eq!(sum, rows.len(), "{case}: every plan is counted once by {of}");
    }
}

/// Each priority's life, by term.
fn lives(tables: &Tables, json: &Value, case: &str, seen: &mut BTreeSet<String>) {
    let rows = json["rows"].as_array().unwrap();
    let mut districts: Vec<&str> = rows.iter().map(|row| text(row, "district")).collect();
    districts.dedup();
    let mut told = 0;
    for district in districts {
        let table = &tables[&format!("Priorities over time: {district}")];
        let own: Vec<&Value> = rows.iter().filter(|row| text(row, "district") == district).collect();
        assert_eq!(own.len(), table.len() - 1, "{case}: {district}");
        for (priority, row) in own.iter().zip(&table[1..]) {
            assert_eq!(priority["title"].as_str().unwrap_or("a priority without a title"), row[0], "{case}");
            for (term, cell) in table[0].iter().zip(row).skip(1).filter(|(term, _)| *term != "Life") {
                let is = expected(priority, term, seen);
                assert_eq!(cell, &is, "{case}: {district}, {}, {term}", row[0]);
            }
            told += 1;
        }
    }
    assert_eq!(told, rows.len(), "{case}");
}

/// What the JSON says of a priority in a term, in the words of the page.
fn expected(priority: &Value, term: &str, seen: &mut BTreeSet<String>) -> String {
    let is_in = |of: &&Value| season(text(of, "term")) == term || text(of, "term") == term;
    let mut said: Vec<&str> = Vec::new();
    for event in priority["life"].as_array().unwrap().iter().filter(is_in) {
        seen.insert(text(event, "event").to_owned());
        said.extend(match text(event, "event") {
            "first-report" => Some("in the first report"),
            "opened" => Some("first reported"),
            "split-off" => Some("split off"),
            "resumed" => Some("taken up again"),
            "retitled" if event["doubtful"] == true => Some("perhaps retitled"),
            "retitled" => Some("retitled"),
            "took-in" => Some("took in another"),
            "split" => Some("split"),
            "merged" => Some("merged"),
            "handed-over" => Some("handed over"),
            "closed" => Some("closed"),
            "dropped" if !event["named"].is_null() && event["doubtful"] == false => Some("only named"),
            "dropped" => Some("no longer reported"),
            "away" => None,
            other => panic!("{other}"),
        });
    }
    let reports: Vec<&Value> = priority["statuses"].as_array().unwrap().iter().filter(is_in).collect();
    if reports.iter().any(|report| report["status"] == "on-hold") {
        seen.insert("on-hold".to_owned());
        said.push("on hold");
    }
    if said.is_empty() && !reports.is_empty() {
        said.push("reported");
    }
    let mut once = BTreeSet::new();
    said.retain(|words| once.insert(*words));
    said.join(", ")
}

/// How many priorities of a theme each district has.
fn themed(tables: &Tables, json: &Value, case: &str) {
    let rows = json["rows"].as_array().unwrap();
    let table = &tables["Priorities by theme and district"];
    let mut sum = 0;
    for row in &table[1..] {
        for (district, cell) in table[0].iter().zip(row).skip(1) {
            let is_meant = |one: &&Value| {
                one["theme"].as_str().unwrap_or("No theme") == row[0] && text(one, "district") == district
            };
            let count = rows.iter().filter(is_meant).count();
            assert_eq!(cell.parse().unwrap_or(0), count, "{case}: {}, {district}", row[0]);
            sum += count;
        }
    }
    assert_eq!(sum, rows.len(), "{case}: every theme of a priority is counted");
}

/// Reports of so many districts for so many terms: priorities begin, rest, are handed over, closed and dropped, and here and
/// there a report is missing.
fn many(folder: &Folder, name: &str, districts: usize, terms: usize) {
    for district in 0..districts {
        for term in 0..terms {
            if district > 0 && (district * 7 + term * 3) % 11 == 0 {
                continue;
            }
            let (season, year) = (["Autumn", "Spring", "Summer"][term % 3], 2010 + term / 3);
            let mut report = format!(
                "---\ndistrict: District {district:03}\nofficers: [Asha Rowe]\nterm: {season} {year}/{:02}\n---\n",
                (year + 1) % 100
            );
            for number in 0..3 {
                // In its last terms one is handed over, one closed, and one dropped.
                let last = number + district % 3 + 2;
                if term > last {
                    continue;
                }
                let status = match (number, term == last, (term + district) % 5) {
                    (0, true, _) => "handed-over\nReceiver: The learning board",
                    (1, true, _) => "closed",
                    (_, _, 2) => "on-hold",
                    _ => "ongoing",
                };
                let title = ["Attendance in the early years", "Reading for pleasure", "Routes after Year 11"][number];
                let title = if term > 1 && number == 2 { "Ways on after Year 11" } else { title };
                write!(
                    report,
                    "\n## Priority: {title}\nId: p{number}\nStatus: {status}\n\n### Intended outcomes\n- It is better in area {number}\n\n\
                     ### Activity last period\n- Held meeting {} with partners of area {number}\n\n\
                     ### Planned activity next period\n- Hold meeting {} with partners of area {number}\n- Visit the nursery in week {}\n",
                    term,
                    term + 1,
                    term + district
                )
                .unwrap();
            }
            let file = folder.path().join(format!("{name}/{year}-{season}/{district}.md"));
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, report).unwrap();
        }
    }
}

#[test]
fn of_many_some_are_shown_and_that_is_said() {
    let folder = Folder::new("whole-page-many", None);
    let page = folder.run("termwise rollup examples/reports --format html").out;
    assert!(page.contains("<figure") && !page.contains("This page shows"));
    many(&folder, "more", 43, 13);
    let page = folder.run("termwise rollup more --format html").out;
    assert!(page.len() < 2_000_000, "{} bytes", page.len());
    let said = "This page shows the 40 districts with most missing reports of 43, and the last 12 of 13 terms; what it says in \
                sentences counts all.</p>";
    assert!(page.contains(said), "{page:.2000}");
    let (_, notes) = page.split_once("<details class=\"aside\">").unwrap();
    assert!(notes.contains("are in the workbook (--format xlsx), a sheet for each view."), "{notes}");
    let table = &tables(&page)["Reports by district and term"];
    assert_eq!((table.len(), table[0].len()), (41, 13));
    // Those that are left out miss no more than any that is shown.
    let coverage = json(&folder, "more", "coverage");
    let missing = |district: &str| {
        let matrix = coverage["coverage"]["matrix"].as_array().unwrap();
        matrix.iter().filter(|place| text(place, "district") == district && text(place, "state") == "missing").count()
    };
    let (shown, left): (Vec<String>, Vec<String>) =
        (0..43).map(|at| format!("District {at:03}")).partition(|name| table.iter().any(|row| row[0] == *name));
    let least = shown.iter().map(|name| missing(name)).min().unwrap();
    assert!(left.len() == 3 && left.iter().all(|name| missing(name) <= least), "{left:?}");
    // Of what is missing the latest is named, and what is older is left out.
    let (_, lead) = page.split_once("; missing: ").unwrap();
    let (named, more) = lead.split_once(".</p>").unwrap().0.split_once("; and more in ").unwrap();
    let named: Vec<&str> = named.split("; ").map(|one| one.rsplit_once(" for ").unwrap().1).collect();
    let matrix = coverage["coverage"]["matrix"].as_array().unwrap();
    let terms: Vec<String> = (0..13)
        .map(|term| {
            let (season, year) = (["Autumn", "Spring", "Summer"][term % 3], 2010 + term / 3);
            format!("{season} {year}/{:02}", (year + 1) % 100)
        })
        .collect();
    let lacks = |term: &&String| matrix.iter().any(|one| text(one, "term") == *term && text(one, "state") == "missing");
    let lacking: Vec<&String> = terms.iter().filter(lacks).collect();
    assert!(named.len() > 2 && more.starts_with(&format!("{} other", lacking.len() - named.len())), "{more:.99}");
    assert_eq!(named, lacking[lacking.len() - named.len()..]);
    // Its links lead to what is there.
    for anchor in page.split("href=\"#").skip(1).map(|rest| rest.split_once('"').unwrap().0) {
        assert_eq!(page.matches(&format!(" id=\"{anchor}\"")).count(), 1, "{anchor}");
    }
}

/// What pages are made of: whatever else is a tag on one came from a report.
const TAGS: &[&str] = &[
    "!doctype",
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "main",
    "h1",
    "h2",
    "h3",
    "h4",
    "p",
    "ul",
    "li",
    "strong",
    "ins",
    "del",
    "div",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "b",
    "wbr",
    "nav",
    "a",
    "dl",
    "dt",
    "dd",
    "figure",
    "figcaption",
    "details",
    "summary",
    "span",
    "svg",
    "desc",
    "defs",
    "pattern",
    "g",
    "rect",
    "circle",
    "path",
    "line",
    "text",
    "use",
];
/// The attributes of those. None runs or fetches anything; what links lead to is looked at by itself.
const ATTRIBUTES: &[&str] = &[
    "lang",
    "charset",
    "http-equiv",
    "content",
    "name",
    "class",
    "tabindex",
    "role",
    "aria-label",
    "scope",
    "colspan",
    "id",
    "href",
    "aria-hidden",
    "aria-labelledby",
    "aria-describedby",
    "width",
    "height",
    "x",
    "y",
    "x1",
    "x2",
    "y1",
    "y2",
    "rx",
    "r",
    "cx",
    "cy",
    "d",
    "patternunits",
    "patterntransform",
    "transform",
    "overflow",
];

/// Looks at every tag of a page as a browser would read it.
fn is_inert(page: &str, case: &str) {
    let (head, rest) = page.split_once("<style>").unwrap();
    let (_, body) = rest.split_once("</style>").unwrap();
    for part in [head, body] {
        for tag in part.split('<').skip(1) {
            let (tag, _) = tag.split_once('>').unwrap_or_else(|| panic!("{case}: <{tag:.80}"));
            let (name, mut rest) =
                tag.trim_start_matches('/').split_once(' ').unwrap_or((tag.trim_start_matches('/'), ""));
            let name = name.trim_end_matches('/').to_lowercase();
            assert!(TAGS.contains(&name.as_str()), "{case}: <{tag:.200}>");
            if name == "!doctype" {
                continue;
            }
            while let Some((attribute, value)) = rest.trim().split_once("=\"") {
                let (value, after) = value.split_once('"').unwrap_or_else(|| panic!("{case}: <{tag:.200}>"));
                assert!(
                    ATTRIBUTES.contains(&attribute.trim().to_lowercase().as_str()),
                    "{case}: {attribute} in <{tag:.200}>"
                );
                let is_own = |value: &str| value.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
                if attribute.trim() == "href" {
                    assert!(value.strip_prefix('#').is_some_and(is_own), "{case}: {value}");
                }
                assert!(
                    !["id", "class"].contains(&attribute.trim()) || is_own(&value.replace(' ', "-")),
                    "{case}: {value}"
                );
                rest = after;
            }
            assert!(matches!(rest.trim(), "" | "/"), "{case}: {rest} in <{tag:.200}>");
        }
    }
    assert_eq!(page.matches("<style>").count() + page.matches("</style>").count(), 2, "{case}");
}

/// What each field says. The number tells which of them is on a page.
const HOSTILE: &str = "<script>alert(1)</script> [a](javascript:alert(2)) {{ 7*7 }} {% x %} ${y} </style><svg onload=alert(3)> \" onclick=\"z";

#[test]
fn nothing_that_a_report_says_is_markup() {
    let folder = Folder::new("whole-page-hostile", None);
    let reports = folder.path().join("<script>alert(0)<");
    fs::create_dir_all(&reports).unwrap();
    let said = |field: &str| format!("{field}Field {HOSTILE}");
    let yaml = |words: &str| format!("'{}'", words.replace('\'', "''"));
    for (at, term) in ["Autumn 2023/24", "Spring 2023/24"].iter().enumerate() {
        let report = format!(
            "---\ndistrict: {}\nofficers: [{}]\nterm: {term}\n---\n\n## Priority: {}\nId: {}\nStatus: {}\nReceiver: {}\nTheme: {}\n\n\
             <!-- termwise: explain planned-not-mentioned: {} -->\n\n### Intended outcomes\n- {}\n\n### Activity last period\n- {}\n\n\
             ### Planned activity next period\n- {} {at}\n\n### Impact so far\n- {}\n\n### Exit strategy\n- {}\n",
            yaml(&said("district")),
            yaml(&said("officer")),
            if at == 0 { said("title") } else { said("newtitle") },
            said("id"),
            if at == 0 { "ongoing" } else { "handed-over" },
            said("receiver"),
            said("theme"),
            said("explanation"),
            said("outcome"),
            said("activity"),
            said("planned"),
            said("impact"),
            said("exit"),
        );
        fs::write(reports.join(format!("{at} ' onerror=alert(4) {{{{ x }}}}.md")), report).unwrap();
    }
    let name = |at: usize| format!("\"<script>alert(0)</{at} ' onerror=alert(4) {{{{ x }}}}.md\"");
    let whole = folder.run("termwise rollup \"<script>alert(0)<\" --format html");
    assert!(whole.out.contains("<figure"), "{}", whole.err);
    is_inert(&whole.out, "rollup");
    let diff = folder.run(&format!("termwise diff {} {} --format html", name(0), name(1)));
    assert!(diff.out.contains("<h1>"), "{}", diff.err);
    assert!(diff.out.contains("for colleagues, and not for publication."), "a comparison has no --mask, and says so");
    is_inert(&diff.out, "diff");
    let mut pages = whole.out + &diff.out;
    for view in
        ["themes", "priorities", "follow-through", "plans", "findings", "explanations", "statements", "coverage"]
    {
        let page = folder.run(&format!("termwise rollup \"<script>alert(0)<\" --view {view} --format html")).out;
        is_inert(&page, view);
        pages += &page;
    }
    // Each of them is on some page, or the test would say nothing of it.
    for field in
        ["district", "title", "newtitle", "receiver", "theme", "outcome", "activity", "planned", "impact", "exit"]
    {
        assert!(pages.contains(&format!("{field}Field &lt;script&gt;")), "{field} is on no page");
    }
    assert!(pages.contains("&lt;script&gt;alert(0)&lt;") && pages.contains("{{ 7*7 }}"));
}

#[test]
fn a_page_names_no_folder_above_the_reports_and_a_masked_one_no_file() {
    let folder = Folder::new("whole-page-names", None);
    let reports = folder.path().join("examples/reports");
    let broken = reports.join("2024-25/spring-2/eastvale.yaml");
    fs::write(&broken, "district: Eastvale\nterm: Spring 2 2024/25\npriorities: [\n").unwrap();
    fs::write(reports.join("2024-25/spring-2/more.md"), b"\xff\xfe\0\x01\0\0\0\x02 \0").unwrap();
    let absolute = folder.path().to_string_lossy().into_owned();
    for page in [folder.path().join("examples"), reports.clone(), broken] {
        let ran = folder.run(&format!("termwise rollup {} --format html --no-config", page.display()));
        assert!(!ran.out.contains(&absolute), "{}: {}", page.display(), ran.out);
        let (page, notes) = ran.out.split_once("<details class=\"aside\">").unwrap();
        assert!(notes.contains("eastvale.yaml breaks off at line 3"), "{notes}");
        assert!(!page.contains(".yaml") && !page.contains("--format") && !page.contains("--view"), "{page}");
    }
    let masked = folder.run("termwise rollup examples/reports --format html --mask").out;
    assert!(!masked.contains("<details class=\"aside\">") && !masked.contains(".yaml"), "{masked}");
    assert!(masked.contains("received in part: Eastvale, Spring 2 2024/25"), "{masked}");
    for paper in ["thematic", "scrutiny", "regional", "board"] {
        let ran = folder.run(&format!("termwise rollup {} --document {paper}", reports.display()));
        assert!(ran.out.contains("could be read in part only"), "{}", ran.out);
        assert!(!ran.out.contains(".yaml") && !ran.out.contains(&absolute), "{}", ran.out);
    }
}

#[test]
fn a_page_says_what_it_is_limited_to_and_counts_apart_what_is_not_the_same() {
    let folder = Folder::new("whole-page-words", Some("fixtures"));
    let page = |line: &str| folder.run(&format!("termwise rollup {line} --format html")).out;
    let whole = page("examples/reports");
    assert!(
        whole.contains("excused: Saltmarsh for Summer 2023/24.") && !whole.contains("This page is limited"),
        "{whole}"
    );
    assert!(whole.contains("1 took in another") && whole.contains("1 no longer on hold"), "{whole}");
    assert!(whole.contains("In one district only:") && whole.contains("themes in several districts"), "{whole}");
    // What other districts have is not known there.
    let one = page("examples/reports --district Northmoor");
    assert!(one.contains("<p>This page is limited to the district Northmoor.</p>"), "{one}");
    assert!(!one.contains("only:") && !one.contains("in several districts"), "{one}");
    let explained = page("rollup-explained");
    assert!(
        explained.contains("<dt>planned statements reported, the lower figure for certain</dt><dd>1 to 2 of 4</dd>")
    );
    let gone = "<dt>priorities are no longer reported</dt><dd>2</dd>";
    assert!(explained.contains("<dt>priorities have ended</dt><dd>0</dd>") && explained.contains(gone), "{explained}");
}

#[test]
fn a_page_of_a_named_file_says_nothing_of_what_was_not_looked_at() {
    let folder = Folder::new("whole-page-named", None);
    let page = folder.run("termwise rollup examples/reports/2024-25/spring-2/northmoor.md --format html").out;
    assert!(page.contains("Earlier reports are there and were not looked at, so that no plan is followed."), "{page}");
    assert!(page.contains("in the first report looked at, Spring 2 2024/25"), "{page}");
    for untrue in
        ["There is no earlier report", "0 of 0", "In one district only", "in several districts", "in the first report,"]
    {
        assert!(!page.contains(untrue), "{untrue}");
    }
}

#[test]
fn nobody_dropped_what_is_no_longer_reported() {
    let folder = Folder::new("whole-page-lives", Some("fixtures"));
    let page = folder.run("termwise rollup rollup-priority-lives --format html").out;
    assert!(page.contains("no longer reported") && page.contains("nothing says why"), "{page}");
    assert!(!page.contains("dropped") && !page.contains("priorities go on"), "{page}");
}

#[test]
fn many_terms_are_told_apart_on_a_narrow_page() {
    let folder = Folder::new("whole-page-narrow", Some("fixtures"));
    many(&folder, "made", 3, 12);
    let page = folder.run("termwise rollup made --format html").out;
    assert!(page.contains("class=\"head narrow-only\"") && page.contains(">\u{2019}10<"), "years are two figures");
    let four = Folder::new("whole-page-wide", Some("fixtures"));
    many(&four, "made", 3, 4);
    assert!(!four.run("termwise rollup made --format html").out.contains("head narrow-only"));
}
