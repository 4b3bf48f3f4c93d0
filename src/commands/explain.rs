//! `explain`, `schema`, `completions` and `man`: termwise about itself.

use super::configured::{Unset, configured};
use super::{Out, Printed};
use crate::cli::{Cli, Explain, Schema, Shape};
use crate::form::likeness;
use crate::rule::{Rule, listed};
use crate::{config, rules, wire};
use clap::CommandFactory;

pub(super) fn explain(options: &Explain) -> anyhow::Result<Printed> {
    let Some(name) = &options.rule else {
        return Ok(Printed { out: Out::Text(table()), ..Printed::default() });
    };
    let Some(rule) = rules::ALL.iter().find(|rule| rule.name == name.to_lowercase()) else {
        let near = |rule: &&Rule| likeness(rule.name, name);
        let nearest = rules::ALL.iter().max_by(|a, b| near(a).total_cmp(&near(b))).filter(|rule| near(rule) > 0.5);
        let hint = nearest.map_or_else(
            || "; `termwise explain` lists them all".to_owned(),
            |rule| format!("; did you mean `{}`?", rule.name),
        );
        anyhow::bail!("there is no rule `{name}`{hint}");
    };
    let page = format!("{} ({})\n\n{}{}", rule.name, rule.level.name(), told(&rule.documentation()), set(rule));
    Ok(Printed { out: Out::Text(page), ..Printed::default() })
}

pub(super) fn schema(options: &Schema) -> anyhow::Result<Printed> {
    let schema = match options.of {
        Shape::Report => wire::schema::report(&configured(&options.configured, &[], Unset::Joined)?.config.form),
        Shape::Config => config::schema(rules::ALL),
        Shape::Lint => schemars::schema_for!(wire::lint::Lint).to_value(),
        Shape::Lines => schemars::schema_for!(wire::lint::Line).to_value(),
        Shape::Convert => schemars::schema_for!(wire::convert::Convert).to_value(),
        Shape::Diff => schemars::schema_for!(wire::diff::Diff).to_value(),
        Shape::Revisions => schemars::schema_for!(wire::diff::Revisions).to_value(),
        Shape::Rollup => schemars::schema_for!(wire::rollup::Rollup).to_value(),
    };
    Ok(Printed { out: Out::Data(wire::json(&schema).into_bytes()), ..Printed::default() })
}

pub(super) fn completions(shell: clap_complete::Shell) -> Printed {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "termwise", &mut script);
    Printed { out: Out::Data(script), ..Printed::default() }
}

pub(super) fn manual(command: Option<&str>) -> anyhow::Result<Printed> {
    let mut whole = Cli::command();
    whole.build();
    let shown = match command {
        None => whole,
        Some(name) => {
            // `help` prints help of others, and has none of its own.
            let Some(found) = whole.find_subcommand(name).filter(|found| found.get_name() != "help") else {
                let known = whole.get_subcommands().map(clap::Command::get_name).filter(|name| *name != "help");
                let known: Vec<&str> = known.collect();
                anyhow::bail!("there is no command \u{201c}{name}\u{201d}; there are {}", listed(&known, "and"));
            };
            found.clone()
        }
    };
    let usage = shown.clone().render_usage().to_string();
    let mut page = Vec::new();
    // Where the header has a name and a date, a page has the program and its version.
    let source = concat!("termwise ", env!("CARGO_PKG_VERSION"));
    clap_mangen::Man::new(shown).source(source).render(&mut page)?;
    let page = with_usage(&String::from_utf8(page)?, &usage);
    Ok(Printed { out: Out::Data(page.into_bytes()), ..Printed::default() })
}

/// A page of the manual with the usage as `--help` has it: its own would list every option, each without its value.
fn with_usage(page: &str, usage: &str) -> String {
    let parts = page.split_once(".SH SYNOPSIS\n").and_then(|(before, rest)| Some((before, rest.split_once(".SH ")?.1)));
    let usage = usage.trim_start_matches("Usage: ").replace('\\', "\\e").replace('-', "\\-");
    match parts {
        Some((before, rest)) => format!("{before}.SH SYNOPSIS\n{usage}\n.SH {rest}"),
        None => page.to_owned(),
    }
}

/// A rule's page as plain text, without its settings.
pub(super) fn text(rule: &Rule) -> String {
    told(&rule.documentation())
}

/// A rule's page for reading: its fenced examples are indented under a line that says what they are.
fn told(page: &str) -> String {
    let (mut told, mut lines) = (String::new(), page.lines());
    while let Some(line) = lines.next() {
        let Some(fence) = line.strip_prefix("```") else {
            told.extend([line, "\n"]);
            continue;
        };
        let flags: Vec<&str> = fence.split_whitespace().skip(1).collect();
        let like = if flags.contains(&"bad") { "Not like this" } else { "Like this" };
        let file = flags.iter().find_map(|flag| flag.strip_prefix("file="));
        let of = file.map(|file| format!(" ({file})"));
        let saved = flags.contains(&"windows-1252").then(|| " (saved as Windows-1252)".to_owned());
        told += &format!("{like}{}:\n\n", of.or(saved).unwrap_or_default());
        for line in lines.by_ref().take_while(|line| *line != "```") {
            told += format!("    {line}").trim_end();
            told.push('\n');
        }
    }
    told
}

/// How a rule is set in termwise.yaml, where more than its level can be.
fn set(rule: &Rule) -> String {
    let mut page = String::new();
    for (at, setting) in rule.settings.iter().enumerate() {
        if at == 0 {
            page = format!("\nIn termwise.yaml:\n\n    rules:\n      {}:\n", rule.name);
        }
        page += &format!("        {}\n", setting.example());
    }
    for (at, setting) in rule.settings.iter().enumerate() {
        let gap = if at == 0 { "\n" } else { "" };
        page += &format!("{gap}`{}`: {} ({})\n", setting.name, setting.about.trim_end_matches('.'), setting.takes());
    }
    page
}

/// Every rule: its name, its level, what it finds.
fn table() -> String {
    let starred = |rule: &Rule| format!("{}{}", rule.name, if rule.fixes { "*" } else { "" });
    let width = rules::ALL.iter().map(|rule| starred(rule).len()).max().unwrap_or(0);
    let mut page = String::new();
    let mut group = None;
    for rule in rules::ALL {
        if group.replace(rule.group) != Some(rule.group) {
            page.push_str(&format!("{}{}\n", if page.is_empty() { "" } else { "\n" }, rule.group.name()));
        }
        page.push_str(&format!("  {:width$}  {:5}  {}\n", starred(rule), rule.level.name(), rule.summary()));
    }
    page.push_str("\n* `termwise lint --fix` mends it where no statement, title or value changes.\n");
    page.push_str("\n`termwise explain RULE` tells more about one of them.\n");
    page
}
