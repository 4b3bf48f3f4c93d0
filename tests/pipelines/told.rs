//! Which findings a page tells, read back out of each format.

use serde_json::Value;

/// A finding: where it stands, and its rule.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Told {
    pub path: String,
    pub line: u64,
    pub rule: String,
}

/// The findings of a page that no report explains, sorted.
pub fn told(format: &str, page: &str) -> Vec<Told> {
    let mut all = match format {
        "text" => from_text(page),
        "concise" => page.lines().filter_map(concise).collect(),
        "json" => list(&json(page)["findings"], "/path", "/start/line", "/rule"),
        "jsonl" => {
            let lines: Vec<Value> = page.lines().map(json).collect();
            assert_eq!(lines.last().map(|last| last["type"].clone()), Some("summary".into()));
            let findings = lines.into_iter().filter(|line| line["type"] == "finding").collect();
            list(&Value::Array(findings), "/path", "/start/line", "/rule")
        }
        "sarif" => {
            let place = "/locations/0/physicalLocation";
            let (uri, line) = (format!("{place}/artifactLocation/uri"), format!("{place}/region/startLine"));
            list(&json(page)["runs"][0]["results"], &uri, &line, "/ruleId")
        }
        "gitlab" => list(&json(page), "/location/path", "/location/lines/begin", "/check_name"),
        "github" => page.lines().map(|line| properties(line, "file=", "line=", "title=", ',')).collect(),
        "azure" => page.lines().filter_map(azure).collect(),
        "junit" => page.lines().filter(|line| line.contains(", line ")).map(junit).collect(),
        _ => panic!("{format}"),
    };
    all.sort();
    all
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn list(list: &Value, path: &str, line: &str, rule: &str) -> Vec<Told> {
    let open =
        list.as_array().unwrap().iter().filter(|one| one["explanation"].is_null() && one["suppressions"].is_null());
    let words = |one: &Value, at: &str| one.pointer(at).unwrap().as_str().unwrap().to_owned();
    let one = |one: &Value| Told {
        path: words(one, path),
        line: one.pointer(line).unwrap().as_u64().unwrap(),
        rule: words(one, rule),
    };
    open.map(one).collect()
}

fn from_text(page: &str) -> Vec<Told> {
    let mut lines = page.lines();
    let mut all = Vec::new();
    while let Some(line) = lines.next() {
        let Some((_, rest)) = ["error[", "query[", "note["].iter().find_map(|level| line.split_once(level)) else {
            continue;
        };
        let place = lines.next().unwrap().trim_start().strip_prefix("--> ").unwrap();
        let mut parts = place.rsplit(':');
        let (_, line, path) = (parts.next(), parts.next().unwrap().parse().unwrap(), parts.next().unwrap());
        all.push(Told { path: path.to_owned(), line, rule: rest.split(']').next().unwrap().to_owned() });
    }
    all
}

/// `path:line:column: level[rule] message`.
fn concise(line: &str) -> Option<Told> {
    let (place, rest) = line.split_once(": ")?;
    let mut parts = place.rsplit(':');
    let (_, line, path) = (parts.next(), parts.next()?.parse().ok()?, parts.next()?);
    let rule = rest.split_once('[')?.1.split(']').next()?;
    Some(Told { path: path.to_owned(), line, rule: rule.to_owned() })
}

/// What stands after the names of properties in a command, up to the sign that parts them.
fn properties(line: &str, path: &str, number: &str, rule: &str, sign: char) -> Told {
    let value = |name: &str| {
        let begins = line.find(&format!("{sign}{name}")).map(|at| at + 1).or_else(|| line.find(name));
        let rest = &line[begins.unwrap_or_else(|| panic!("{name} is not in {line}")) + name.len()..];
        rest.split([sign, ']', ' ']).next().unwrap().split("::").next().unwrap().to_owned()
    };
    Told { path: value(path), line: value(number).parse().unwrap(), rule: value(rule) }
}

fn azure(line: &str) -> Option<Told> {
    if let Some(rest) = line.strip_prefix("note[") {
        let (rule, rest) = rest.split_once("]: ")?;
        let (path, rest) = rest.split_once(':')?;
        let line = rest.split(':').next()?.parse().ok()?;
        return Some(Told { path: path.to_owned(), line, rule: rule.to_owned() });
    }
    Some(properties(line, "sourcepath=", "linenumber=", "code=", ';'))
}

/// `<testcase classname="path" name="rule, line N">`, with more where two would be called alike.
fn junit(line: &str) -> Told {
    let value = |name: &str| line.split_once(&format!("{name}=\"")).unwrap().1.split('"').next().unwrap();
    let (rule, number) = value(" name").split_once(", line ").unwrap();
    Told {
        path: value("classname").to_owned(),
        line: number.split(',').next().unwrap().parse().unwrap(),
        rule: rule.to_owned(),
    }
}
