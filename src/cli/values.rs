//! Values as they are typed, and what to say of those that cannot be understood.

use crate::rule::listed;
use clap::ValueEnum;
use clap::builder::{OsStringValueParser, TypedValueParser};
use std::path::PathBuf;

/// A path, or none at all: in scripts a name is often left empty.
pub fn any_path() -> impl TypedValueParser<Value = PathBuf> {
    OsStringValueParser::new().map(PathBuf::from)
}

/// `FORMAT=FILE`, the format one of those that there are.
pub fn format_and_file<F: ValueEnum>(value: &str) -> Result<(F, PathBuf), String> {
    let known: Vec<String> = F::value_variants()
        .iter()
        .filter_map(|format| Some(format.to_possible_value()?.get_name().to_owned()))
        .collect();
    let (format, file) = value.split_once('=').ok_or_else(|| {
        // The ending of a name that stands alone tells what was meant.
        let ending = value.rsplit_once('.').map(|(_, ending)| ending);
        let ending = ending.filter(|ending| known.iter().any(|format| format == ending));
        let example = ending.map_or_else(|| "json=results.json".to_owned(), |ending| format!("{ending}={value}"));
        format!("write it as FORMAT=FILE, such as {example}")
    })?;
    let format = F::from_str(format, true)
        .map_err(|_| format!("the format is {}, not \u{201c}{format}\u{201d}", listed(&known, "or")))?;
    if file.is_empty() { Err("name a file after the =".to_owned()) } else { Ok((format, PathBuf::from(file))) }
}

/// A number of threads.
pub fn threads(value: &str) -> Result<u16, String> {
    let number = value.parse().ok().filter(|number| (1..=256).contains(number));
    number.ok_or_else(|| "give a number from 1 to 256".to_owned())
}

/// A number of rows.
pub fn count(value: &str) -> Result<usize, String> {
    value.parse().map_err(|_| "give a number in figures, such as 20".to_owned())
}

/// A day.
pub fn date(value: &str) -> Result<String, String> {
    if crate::config::is_date(value) {
        return Ok(value.to_owned());
    }
    let is_shaped = value.len() == 10
        && value.char_indices().all(|(at, c)| if matches!(at, 4 | 7) { c == '-' } else { c.is_ascii_digit() });
    Err(match is_shaped {
        true => "there is no such day; give year, month and day, such as 2025-04-05".to_owned(),
        false => "give year, month and day, such as 2025-04-05".to_owned(),
    })
}
