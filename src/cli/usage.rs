//! What is said when the command line cannot be understood: the fact, what can be typed instead, and
//! where to read more. clap finds the fault; the words are termwise's.

use crate::rule::listed;
use clap::CommandFactory;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::error::Error;

/// What to say about a command line, its words given, that clap does not take.
#[must_use]
pub fn usage(error: &clap::Error, words: impl Iterator<Item = String>) -> String {
    let fact = fact(error).unwrap_or_else(|| {
        let words = error.to_string();
        words.lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned()
    });
    let commands = super::Cli::command();
    let command = words.skip(1).find(|word| commands.find_subcommand(word).is_some());
    let command = command.map_or_else(String::new, |command| format!("{command} "));
    format!("termwise: {fact}\n`termwise {command}--help` shows all that can be typed.")
}

fn fact(error: &clap::Error) -> Option<String> {
    let text = |kind| strings(error, kind).into_iter().next();
    let option = || text(ContextKind::InvalidArg).map(|arg| first_word(&arg));
    Some(match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let meant = did_you_mean(&strings(error, ContextKind::SuggestedSubcommand));
            format!("there is no command \u{201c}{}\u{201d}{meant}", text(ContextKind::InvalidSubcommand)?)
        }
        ErrorKind::UnknownArgument => {
            let arg = text(ContextKind::InvalidArg)?;
            if arg.starts_with('-') {
                let meant = did_you_mean(&strings(error, ContextKind::SuggestedArg));
                format!("there is no option \u{201c}{arg}\u{201d}{meant}")
            } else {
                format!("\u{201c}{arg}\u{201d} is one word too many; put a name with spaces in quotation marks")
            }
        }
        ErrorKind::InvalidValue => {
            let known = listed(&strings(error, ContextKind::ValidValue), "or");
            match (text(ContextKind::InvalidValue)?.as_str(), known.as_str()) {
                ("", "") => format!("{} needs a value after it", option()?),
                ("", known) => format!("{} needs a value after it: {known}", option()?),
                (given, known) => format!("{} is {known}, not \u{201c}{given}\u{201d}", option()?),
            }
        }
        ErrorKind::ValueValidation => format!("{}: {}", option()?, error.source()?),
        ErrorKind::MissingRequiredArgument => {
            let missing = strings(error, ContextKind::InvalidArg);
            let (is, names) = (if missing.len() == 1 { "is" } else { "are" }, listed(&missing, "and"));
            format!("{names} {is} missing")
        }
        ErrorKind::ArgumentConflict => {
            let (one, other) = (option()?, first_word(&text(ContextKind::PriorArg)?));
            if one == other { format!("{one} is given twice") } else { format!("{one} does not go with {other}") }
        }
        _ => return None,
    })
}

fn did_you_mean(near: &[String]) -> String {
    // The nearest comes last there, and first here.
    let quoted: Vec<String> = near.iter().rev().map(|near| format!("\u{201c}{near}\u{201d}")).collect();
    if quoted.is_empty() { String::new() } else { format!("; did you mean {}?", listed(&quoted, "or")) }
}

fn strings(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(one)) => vec![one.clone()],
        Some(ContextValue::Strings(several)) => several.clone(),
        _ => Vec::new(),
    }
}

/// `--format` of `--format <FORMAT>`.
fn first_word(words: &str) -> String {
    words.split_whitespace().next().unwrap_or_default().to_owned()
}
