//! What an author may have meant where the engine only says what it cannot read: tags that are not closed, the quotation
//! marks that Word makes, functions and filters of other languages.

use super::parts::{Tag, tags};
use crate::page::{Kind, Shape};

/// What is wrong: the line where it begins, if that is another, the fact, and what to write.
#[derive(Default)]
pub(super) struct Hint {
    pub line: Option<usize>,
    pub fact: String,
    pub help: Option<String>,
}

impl Hint {
    fn of(fact: impl Into<String>, help: impl Into<String>) -> Hint {
        Hint { line: None, fact: fact.into(), help: Some(help.into()) }
    }
}

/// Tags that hold something, up to their end.
const HOLDING: [&str; 8] = ["if", "for", "block", "macro", "filter", "set", "with", "call"];
/// All that a tag may begin with.
pub(super) const STATEMENTS: [&str; 14] = [
    "if", "elif", "else", "endif", "for", "endfor", "set", "block", "endblock", "macro", "endmacro", "extends",
    "include", "from",
];
/// What can be written after a bar.
pub(super) const FILTERS: [&str; 36] = [
    "listed",
    "counted",
    "sentence",
    "tags",
    "upper",
    "lower",
    "title",
    "length",
    "count",
    "items",
    "trim",
    "join",
    "split",
    "lines",
    "default",
    "round",
    "abs",
    "int",
    "float",
    "attr",
    "first",
    "last",
    "min",
    "max",
    "sort",
    "list",
    "string",
    "slice",
    "sum",
    "select",
    "reject",
    "selectattr",
    "rejectattr",
    "map",
    "unique",
    "replace",
];
/// What can be asked with "is".
pub(super) const TESTS: [&str; 15] = [
    "defined",
    "undefined",
    "none",
    "number",
    "string",
    "odd",
    "even",
    "eq",
    "ne",
    "lt",
    "gt",
    "in",
    "startingwith",
    "endingwith",
    "containing",
];

/// What cannot be read on a line; `detail` is what the engine says.
pub(super) fn syntax(template: &str, line: &str, detail: &str) -> Hint {
    if line.contains(['\u{201c}', '\u{201d}', '\u{2018}', '\u{2019}']) && detail.contains("unexpected character") {
        return Hint::of(
            "a template cannot read curly quotation marks, which Word makes of straight ones",
            "write them straight, as \" or '",
        );
    }
    let is_open = detail.contains("end of input") || detail.starts_with("unknown statement end");
    if let Some(hint) = is_open.then(|| unclosed(template, detail)).flatten() {
        return hint;
    }
    if detail.contains("unexpected `=`") {
        return Hint::of("one = gives a name to something, and does not compare", "compare with two: ==");
    }
    if detail.contains("end of string") {
        return Hint::of("a quotation mark opens here that is not closed", "close it with the same mark");
    }
    let fact = format!("this cannot be read as a template: {detail}");
    let ends = |with: &str| detail.contains(&format!("expected end of {with}"));
    let help = match () {
        () if ends("variable block") => Some("what begins with {{ ends with }}"),
        () if ends("block") => Some("what begins with {% ends with %}"),
        () => None,
    };
    Hint { line: None, fact, help: help.map(str::to_owned) }
}

/// The tag that is not closed, or the end that closes nothing.
fn unclosed(template: &str, detail: &str) -> Option<Hint> {
    let all = tags(template);
    let mut open: Vec<(&str, &Tag<'_>)> = Vec::new();
    for tag in &all {
        let word = tag.words.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        if let Some(ended) = word.strip_prefix("end").filter(|ended| HOLDING.contains(ended)) {
            match open.pop() {
                Some((opened, _)) if opened == ended => {}
                Some((opened, tag)) => return Some(left_open(opened, tag.line)),
                None => {
                    let (fact, help) = (
                        format!("{{% end{ended} %}} ends nothing: no {{% {ended} %}} is open here"),
                        "leave it out, or write what it is to end",
                    );
                    return Some(Hint { line: Some(tag.line), ..Hint::of(fact, help) });
                }
            }
        } else if HOLDING.contains(&word) && !(word == "set" && tag.words.contains('=')) {
            open.push((word, tag));
        }
    }
    let last = open.last().filter(|_| detail.contains("end of input"));
    last.map(|(word, tag)| left_open(word, tag.line))
}

fn left_open(word: &str, line: usize) -> Hint {
    let fact = format!("{{% {word} %}} is opened here and not ended");
    Hint { line: Some(line), ..Hint::of(fact, format!("write {{% end{word} %}} where it is to end")) }
}

/// What a function or filter lacks that is called on a line.
pub(super) fn lacks(line: &str) -> Option<Hint> {
    let calls = [
        ("author(", "author", "author(\"what is left to write\")"),
        ("counted", "counted", "3 | counted(\"report\"), or counted(\"priority\", \"priorities\")"),
        ("selectattr", "selectattr", "selectattr(\"stage\", \"eq\", \"new\")"),
        ("join", "join", "join(\", \")"),
        ("range(", "range", "range(3)"),
    ];
    let (_, name, form) = calls.iter().find(|(call, ..)| line.contains(call))?;
    Some(Hint::of(format!("{name} is not told what it needs"), format!("write it like {form}")))
}

/// A function that is not there: some are filters.
pub(super) fn function(name: &str) -> Option<String> {
    let filter = if name == "len" { "length" } else { name };
    FILTERS.contains(&filter).then(|| format!("{filter} stands after a bar: {{{{ something | {filter} }}}}"))
}

/// What is asked of something that has no parts, or of a list as if it were one thing: "d.priorities.title".
pub(super) fn parts_of(path: &str, shapes: &[&'static Shape]) -> Option<Hint> {
    let (whole, part) = match path.strip_suffix(']').and_then(|path| path.rsplit_once('[')) {
        Some(cut) => cut,
        None => path.rsplit_once('.')?,
    };
    let name = whole.rsplit('.').next()?;
    // What is asked of a name within another is none of the paper's own.
    let (own, others) = shapes.split_at_checked(1)?;
    let fields = |of: &[&'static Shape]| -> Vec<Kind> {
        let fields = of.iter().flat_map(|shape| shape.fields).filter(|field| field.name == name);
        fields.map(|field| (field.kind)()).collect()
    };
    let kinds = if whole == name { fields(own) } else { fields(others) };
    let kind = kinds.iter().find(|kind| matches!(kind, Kind::List(_))).or(kinds.first())?.clone();
    let holds = |kind: &Kind| match kind {
        Kind::List(of) => matches!(&**of, Kind::Record(shape) if shape.fields.iter().any(|field| field.name == part)),
        Kind::Words | Kind::Number | Kind::Flag | Kind::Record(_) => false,
    };
    if FILTERS.contains(&part) && !holds(&kind) {
        return Some(Hint::of(
            format!("{whole} has no \u{201c}{part}\u{201d}"),
            format!("write it after a bar: {{{{ {whole} | {part} }}}}"),
        ));
    }
    match kind {
        Kind::List(_) if part.chars().all(|c| c.is_ascii_digit()) => {
            let fact = format!("{whole} has no number {part} here; the first is number 0");
            Some(Hint::of(fact, format!("go through it with {{% for one in {whole} %}}")))
        }
        Kind::List(of) => {
            let (of, then) = match *of {
                Kind::Record(shape) => (format!(" of {}", shape.name), format!(" and ask each: {{{{ one.{part} }}}}")),
                _ => (String::new(), String::new()),
            };
            let fact = format!("{whole} is a list{of}, and has no \u{201c}{part}\u{201d} itself");
            Some(Hint::of(fact, format!("go through it with {{% for one in {whole} %}}{then}")))
        }
        Kind::Words | Kind::Number | Kind::Flag => {
            let what = match kind {
                Kind::Words => "words",
                Kind::Number => "a number",
                _ => "yes or no",
            };
            Some(Hint::of(format!("{whole} is {what}, and has no parts"), format!("write {{{{ {whole} }}}}")))
        }
        Kind::Record(_) => None,
    }
}
