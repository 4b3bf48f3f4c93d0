//! What a log in SARIF says of a rule: its page, for whoever has the finding before them and not termwise.

use super::level;
use super::shape::Message;
use crate::render::findings::{About, sentence};
use serde::Serialize;

/// A rule as SARIF describes it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Descriptor {
    id: &'static str,
    short_description: Message,
    full_description: Message,
    help: Help,
    default_configuration: Configuration,
    properties: Properties,
}

#[derive(Serialize)]
struct Help {
    text: String,
    markdown: String,
}

#[derive(Serialize)]
struct Configuration {
    enabled: bool,
    level: &'static str,
}

#[derive(Serialize)]
struct Properties {
    tags: [&'static str; 1],
}

/// A rule's description.
pub(super) fn descriptor(about: &About) -> Descriptor {
    let opening: Vec<String> = about
        .page
        .split("\n\n")
        .take_while(|part| !part.starts_with("```"))
        .map(|part| part.replace('\n', " "))
        .collect();
    Descriptor {
        id: about.name,
        short_description: Message { text: sentence(&about.summary) },
        full_description: Message { text: opening.join("\n\n") },
        help: Help { text: about.text.clone(), markdown: markdown(&about.page) },
        default_configuration: Configuration { enabled: about.on, level: level(about.level) },
        properties: Properties { tags: [about.group] },
    }
}

/// The page with a line above each example that says what it is.
fn markdown(page: &str) -> String {
    let mut told = String::new();
    for line in page.lines() {
        let flags = line.strip_prefix("```").filter(|flags| !flags.is_empty());
        if let Some(flags) = flags {
            let mut flags = flags.split_whitespace();
            let language = flags.next().unwrap_or_default();
            let like = if flags.any(|flag| flag == "bad") { "Not like this" } else { "Like this" };
            told += &format!("{like}:\n\n```{language}\n");
        } else {
            told += line;
            told.push('\n');
        }
    }
    told
}
