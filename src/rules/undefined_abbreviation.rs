//! An abbreviation is used that the report never spells out.
//!
//! Councillors and parents read these reports too, and few outside the service know what PMHW stands for. Write
//! it in full the first time, with the short form after it: “primary mental health worker (PMHW)”. Those that everyone in
//! education knows (SEND, EHCP, NEET) are left alone. This rule is off until your coordinator turns it on in termwise.yaml,
//! where `glossary` says what the authority's own stand for, and `known` adds those that all your readers know.
//!
//! ```markdown bad
//! ### Activity last period
//! - The PMHW joined two school meetings in February 2024
//! ```
//!
//! ```markdown good
//! ### Activity last period
//! - The primary mental health worker (PMHW) joined two meetings; the PMHW now visits monthly
//! - Pupils with SEND in Phase III of the project met at JHC Academy with their EHCPs
//! ```
//!
//! ```yaml good file=termwise.yaml
//! glossary:
//!   PMHW: primary mental health worker
//! ```
//!
//! ```markdown good file=northmoor.md
//! ### Activity last period
//! - The PMHW joined two school meetings in February 2024
//! ```

use crate::diagnostic::Level;
use crate::report::{Report, Statement};
use crate::rule::{Check, Emit, Group, Rule, Setting, Standard, listed, quoted};
use crate::source::Text;
use std::ops::Range;

pub(super) const RULE: Rule = Rule {
    name: "undefined-abbreviation",
    group: Group::Content,
    level: Level::Note,
    on: false,
    settings: &[Setting {
        name: "known",
        standard: Standard::Words,
        about: "Short forms that all readers know, beside those of education that termwise knows itself.",
    }],
    check: Check::Report(check),
    ..Rule::BASE
};

fn check(report: &Report, emit: &mut Emit<'_>) {
    let mut texts: Vec<&Text> = Vec::new();
    for priority in &report.priorities {
        texts.extend(priority.title.iter().chain(priority.scope()));
        priority.passages.iter().for_each(|passage| gather(&passage.statements, &mut texts));
    }
    let (known, glossary) = (emit.words("known"), &emit.form.glossary);
    let in_words = |short: &str| {
        known.iter().any(|known| known.trim() == short) || glossary.iter().any(|(known, _)| known.trim() == short)
    };
    let mut found: Vec<(&Text, Range<usize>, &str)> = Vec::new();
    // One finding names the first; a report with more than these needs a glossary, not a longer list.
    for text in &texts {
        if found.len() > 20 {
            break;
        }
        for (range, short) in short_forms(text.words()) {
            let told = KNOWN.contains(&short) || in_words(short) || is_roman(short);
            if !told
                && !found.iter().any(|seen| seen.2 == short)
                && !texts.iter().any(|text| spells_out(text.words(), short))
            {
                found.push((text, range, short));
            }
        }
    }
    let Some(((text, range, short), rest)) = found.split_first() else { return };
    let words = emit.quote(&text.slice(range.clone()));
    let message = match rest.len() {
        0 => format!("{words} is not spelt out anywhere in the report"),
        _ => {
            let others: Vec<String> = rest.iter().take(4).map(|(_, _, short)| quoted(short)).collect();
            let others = match rest.len().saturating_sub(others.len()) {
                0 => listed(&others, "or"),
                more => format!("{} and {more} more", others.join(", ")),
            };
            format!("{words} is not spelt out anywhere in the report, nor is {others}")
        }
    };
    let help = format!("write it in full the first time, with the short form after it: “… ({short})”");
    let finding = emit.at(text.span_of(range.clone()), message).advise(help);
    for (text, range, _) in rest {
        finding.also(text.span_of(range.clone()), "nor is this");
    }
}

fn gather<'a>(statements: &'a [Statement], texts: &mut Vec<&'a Text>) {
    for statement in statements {
        texts.push(&statement.text);
        gather(statement.children(), texts);
    }
}

/// Words of three or more capitals, a plural "s" left off; not beside others of the kind (a heading in capitals) and
/// not before a word that makes them a school's name.
fn short_forms(words: &str) -> Vec<(Range<usize>, &str)> {
    if !words.as_bytes().windows(3).any(|three| three.iter().all(u8::is_ascii_uppercase)) {
        return Vec::new();
    }
    let mut at = 0;
    let mut all: Vec<(Range<usize>, &str)> = Vec::new();
    for word in words.split(|c: char| !c.is_alphanumeric()) {
        let start = words.get(at..).and_then(|rest| rest.find(word)).map_or(at, |ahead| at + ahead);
        at = start + word.len();
        if !word.is_empty() {
            all.push((start..at, word));
        }
    }
    let capitals = |word: &str| {
        let bare = word.strip_suffix('s').unwrap_or(word);
        bare.len() > 2 && bare.bytes().all(|byte| byte.is_ascii_uppercase())
    };
    let near = |index: Option<usize>| index.and_then(|index| all.get(index)).map_or("", |row| row.1);
    let alone = |index: usize| {
        let (last, next) = (near(index.checked_sub(1)), near(Some(index + 1)));
        !(SCHOOLS.contains(&next) || capitals(last) && capitals(next))
    };
    let kept = all.iter().enumerate().filter(|(index, row)| capitals(row.1) && alone(*index));
    kept.map(|(_, (range, word))| (range.clone(), word.strip_suffix('s').unwrap_or(word))).collect()
}

/// Whether a text gives the short form in brackets after its words, or its words in brackets after it.
fn spells_out(words: &str, short: &str) -> bool {
    words.match_indices(short).any(|(at, _)| {
        let before = words.get(..at).unwrap_or_default();
        let after = words.get(at + short.len()..).unwrap_or_default();
        let after = after.strip_prefix('s').unwrap_or(after);
        before.ends_with('(') && after.starts_with([')', ',', ';']) || after.trim_start().starts_with('(')
    })
}

fn is_roman(word: &str) -> bool {
    word.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C'))
}

const SCHOOLS: &[&str] = &["School", "Academy", "College", "Primary", "High", "Trust", "Infants", "Juniors", "Nursery"];

const KNOWN: &[&str] = &[
    "SEND", "SEN", "EHCP", "EHC", "NEET", "EET", "SENCO", "SENDCO", "PSHE", "GCSE", "SATS", "SAT", "EYFS", "PRU",
    "MAT", "CEO", "NHS", "CAMHS", "DFE", "DSL", "EAL", "FSM", "EHE", "CLA", "LAC", "UPN", "GCE", "BTEC", "NVQ", "PTA",
    "GP", "ADHD", "ASD", "RSHE", "STEM", "ICT", "IT", "PE", "RE", "UK", "EU", "USA", "BBC", "MP", "AGM", "FAQ", "PDF",
    "HMRC", "OFSTED", "YOT", "YJS", "MASH", "LADO", "SLT", "TA", "CPD", "INSET", "KS", "ESOL", "YMCA", "CVS",
];
