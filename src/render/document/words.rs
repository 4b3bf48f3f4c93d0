//! What templates can do with words, beside what every template of this kind can: lists as people write them, counts
//! with their noun, tags of districts, and gaps for the author.

use super::super::page::markdown::{escaped, opening};
use crate::render::page::line;
use minijinja::{Error, ErrorKind, Value};

/// Words as Markdown that gives these very words and nothing else, wherever they stand.
pub(super) fn inert(words: &str) -> String {
    let shown = line(words);
    if shown.is_empty() {
        return if words.is_empty() { String::new() } else { " ".to_owned() };
    }
    // A paper is opened in Word too, where a comment is seen: a stroke is enough to keep an address from being a link.
    let plain = escaped(&no_gap(&shown)).replace("/<!-- -->/", "/\\/").replace(".<!-- -->", "\\.");
    let mut text = opening(&plain);
    // What follows a figure that the template wrote would make a numbered list of it; a colon, a definition.
    if text.starts_with(['.', ')', ':']) {
        text.insert(0, '\\');
    }
    let spaced = |at_end: Option<char>| if at_end.is_some_and(char::is_whitespace) { " " } else { "" };
    format!("{}{text}{}", spaced(words.chars().next()), spaced(words.chars().next_back()))
}

/// Words that nobody takes for a gap of the paper, which its author is told to search for.
fn no_gap(words: &str) -> String {
    let small = words.to_ascii_lowercase();
    let mut rest = words.to_owned();
    for (at, _) in small.match_indices('[') {
        if small.get(at + 1..).is_some_and(|after| after.trim_start().starts_with("author")) {
            rest.replace_range(at..=at, "(");
        }
    }
    rest
}

/// A count as people write it: "2,994".
pub(super) fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut text = if number < 0 { "-".to_owned() } else { String::new() };
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A number as people write it: "2,994", "26.7", and "27" where nothing follows its point.
pub(super) fn figure(value: &Value) -> String {
    value.as_i64().map_or_else(|| value.to_string(), grouped)
}

/// "A, B and C".
pub(super) fn listed(list: &Value, last: Option<String>) -> Result<String, Error> {
    let words: Vec<String> = list.try_iter()?.map(|one| one.to_string()).collect();
    Ok(match words.as_slice() {
        [most @ .., end] if !most.is_empty() => {
            format!("{} {} {end}", most.join(", "), last.as_deref().unwrap_or("and"))
        }
        _ => words.concat(),
    })
}

/// "1 priority", "2 priorities", "no priorities": the noun of one, and that of several where it is no plain plural.
pub(super) fn counted(count: &Value, one: &str, several: Option<String>) -> Result<String, Error> {
    let Some(number) = count.as_i64() else {
        let said = format!("counted is for a number, and this is {count}");
        return Err(Error::new(ErrorKind::InvalidOperation, said));
    };
    let several = several.unwrap_or_else(|| format!("{one}s"));
    Ok(match number {
        0 => format!("no {several}"),
        1 => format!("1 {one}"),
        number => format!("{} {several}", grouped(number)),
    })
}

/// Words with a capital at their beginning, the rest as it is.
pub(super) fn sentence(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// The most tags that stand beside a statement.
const TAGS: usize = 12;

/// Names as the tags that say who states something, a space before each: ` [Northmoor] [Saltmarsh]`. Where all is of one
/// district, there is nothing to tell apart.
pub(super) fn tags(names: &Value, alone: bool) -> Result<Value, Error> {
    if alone {
        return Ok(Value::from(""));
    }
    let names: Vec<String> = match names.as_str() {
        Some(name) => vec![name.to_owned()],
        None => names.try_iter()?.map(|one| one.to_string()).collect(),
    };
    let more = names.len().saturating_sub(TAGS);
    let tags: Vec<String> = names.iter().take(TAGS).map(|name| format!(" \\[{}\\]", inert(name).trim())).collect();
    let more = if more == 0 { String::new() } else { format!(" and {more} more") };
    Ok(Value::from_safe_string(tags.concat() + &more))
}

/// A gap that the author fills: `**[author: ...]**`.
pub(super) fn author(what: &str) -> Value {
    Value::from_safe_string(format!("**\\[author: {}\\]**", inert(what).trim()))
}
