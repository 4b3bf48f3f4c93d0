//! What is wrong with a template, told to its author: the line, the fact, and which names there are.

use super::engine::NOT_THERE;
use super::given::Missed;
use super::hint::{self, Hint};
use crate::page::{Shape, Value, shapes};
use crate::render::plain;
use minijinja::{Error, ErrorKind};

/// What is wrong with a template.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fault {
    /// The line, from 1, if it stands in one of the template itself.
    pub line: Option<usize>,
    /// What is wrong.
    pub fact: String,
    /// What can be written instead.
    pub help: Option<String>,
    /// The name that is not there, and those that are.
    pub missed: Option<(String, Vec<&'static str>)>,
    /// The word that is not known, and those that are, one of which may be meant.
    pub meant: Option<Box<(String, Vec<&'static str>)>>,
}

impl Fault {
    pub(super) fn of(error: &Error, template: &str, told: &Value, missed: &Missed) -> Fault {
        // An error in a part names the part; what led there is the template.
        let mut own = error;
        while let Some(inner) = std::error::Error::source(own).and_then(|inner| inner.downcast_ref::<Error>()) {
            own = inner;
        }
        let line = own.line().filter(|_| own.name().is_none_or(|name| name == super::NAME));
        let words = line.and_then(|line| template.lines().nth(line.saturating_sub(1))).unwrap_or_default();
        let detail = own.detail().unwrap_or_default();
        if own.kind() == ErrorKind::UndefinedError {
            return Fault { line, ..unknown(words, detail, told, missed) };
        }
        let word = detail.split(' ').nth(1).unwrap_or_default();
        let mut line = line;
        let mut meant = None;
        let mut hinted = |hint: Hint| {
            line = hint.line.or(line);
            (hint.fact, hint.help)
        };
        let (fact, help) = match own.kind() {
            ErrorKind::SyntaxError => {
                let hint = hint::syntax(template, words, detail);
                if let Some(word) = detail.strip_prefix("unknown statement ").filter(|_| hint.line.is_none()) {
                    meant = Some(Box::new((plain(word), hint::STATEMENTS.to_vec())));
                }
                hinted(hint)
            }
            ErrorKind::MissingArgument => match hint::lacks(words) {
                Some(hint) => hinted(hint),
                None => ("something here is not told what it needs".to_owned(), None),
            },
            ErrorKind::UnknownFunction => {
                (sentence(detail, own), hint::function(detail.split(' ').next().unwrap_or_default()))
            }
            ErrorKind::UnknownTest => {
                meant = Some(Box::new((plain(word), hint::TESTS.to_vec())));
                (sentence(detail, own), None)
            }
            ErrorKind::UnknownMethod => {
                let name = detail.rsplit(' ').next().unwrap_or_default();
                (sentence(detail, own), hint::function(name))
            }
            ErrorKind::UnknownFilter if NOT_THERE.iter().any(|name| detail.contains(&format!(" {name} "))) => {
                let help = match detail.contains(" format ") {
                    true => {
                        "leave it out, and write values between your own words, as in {{ reports }} of {{ priorities }}"
                    }
                    false => "leave it out: what reports say is always shown as words, never as markup",
                };
                (sentence(detail, own), Some(help.to_owned()))
            }
            ErrorKind::UnknownFilter => {
                meant = Some(Box::new((plain(word), hint::FILTERS.to_vec())));
                (sentence(detail, own), None)
            }
            ErrorKind::TemplateNotFound => {
                let help =
                    "a template can use those that are built in, such as \u{201c}board.md.jinja\u{201d}, and no files";
                ("there is no such template".to_owned(), Some(help.to_owned()))
            }
            ErrorKind::WriteFailure => ("the paper that it makes grows too long".to_owned(), None),
            ErrorKind::OutOfFuel => {
                let help = "look for a loop within a loop over the same list";
                ("the template takes too many steps".to_owned(), Some(help.to_owned()))
            }
            _ => (sentence(detail, own), None),
        };
        Fault { line, fact: plain(&fact), help: help.map(|help| plain(&help)), missed: None, meant }
    }
}

fn sentence(detail: &str, error: &Error) -> String {
    if detail.is_empty() { error.kind().to_string() } else { detail.to_owned() }
}

/// A name that is not there, and those that are.
fn unknown(line: &str, detail: &str, told: &Value, missed: &Missed) -> Fault {
    let all = missed.lock().map(|missed| missed.clone()).unwrap_or_default();
    let is_meant = |name: &str| line.contains(name) && !FUNCTIONS.contains(&name);
    let found = all.iter().rev().find(|(_, name)| is_meant(name));
    let (Some((shape, name)), Value::Record(root, _)) = (found, told) else {
        let what = detail
            .split('`')
            .nth(1)
            .map_or_else(|| "something here".to_owned(), |name| format!("\u{201c}{name}\u{201d}"));
        let known = match told {
            Value::Record(root, _) => shapes(root),
            _ => Vec::new(),
        };
        let path = detail.split('`').nth(1).unwrap_or_default();
        let hint = hint::parts_of(path, &known).unwrap_or_else(|| Hint {
            line: None,
            fact: format!("{what} stands for nothing"),
            help: Some("an empty list has no first and no last: ask for it with {% if %}".to_owned()),
        });
        let (fact, help) = (plain(&hint.fact), hint.help.as_deref().map(plain));
        return Fault { line: None, fact, help, missed: None, meant: None };
    };
    let known = shape.fields.iter().map(|field| field.name).collect();
    let fact = plain(&format!("{} has no \u{201c}{name}\u{201d}", shape.name));
    Fault { line: None, fact, help: elsewhere(root, shape, name), missed: Some((plain(name), known)), meant: None }
}

/// Names that are there without being told of: they are looked for among what is told all the same.
const FUNCTIONS: [&str; 5] = ["range", "dict", "namespace", "author", "loop"];

/// The records that have this name, where the one that was asked does not.
fn elsewhere(root: &'static Shape, asked: &Shape, name: &str) -> Option<String> {
    let has = |shape: &&&Shape| **shape != asked && shape.fields.iter().any(|field| field.name == name);
    let all = shapes(root);
    let found = all.iter().find(has)?;
    Some(format!("{} has one", found.name))
}
