//! The JSON of a comparison, version 1. Private words are masked; the order of keys and lists is the
//! reports' and the form's.

use crate::diff::{self, Change};
use crate::form::Form;
use crate::report::{Priority, Report, Statement};
use crate::source::Sources;
use schemars::JsonSchema;
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::collections::BTreeMap;

/// What changed between two reports.
#[derive(Clone, Debug, serde::Serialize, JsonSchema)]
pub struct Comparison {
    /// The version of this shape: 1.
    version: u32,
    /// The version of termwise.
    termwise: &'static str,
    /// The earlier report.
    earlier: Side,
    /// The later report.
    later: Side,
    /// Whether there were too many statements to weigh: then follow-through knows only ids and the same words.
    bounded: bool,
    /// Every priority of either report: the later one's in their order, then the earlier's that are gone.
    priorities: Vec<Aligned>,
}

/// One of the two reports.
#[derive(Clone, Debug, serde::Serialize, JsonSchema)]
struct Side {
    /// The file.
    path: String,
    /// The district, if one is stated.
    district: Option<String>,
    /// The term, if one is stated clearly: `Spring 2 2023/24`.
    term: Option<String>,
    /// Whether a part of it could not be read: then nothing is said of what came of the plan.
    cut_short: bool,
}

/// What happened to one priority.
#[derive(Clone, Debug, serde::Serialize, JsonSchema)]
struct Aligned {
    /// What became of it.
    #[schemars(extend("enum" = ["new", "continued", "retitled", "handed-over", "merged", "split", "closed", "dropped"]))]
    fate: &'static str,
    /// Of one that was dropped: what the later report says where it names it all the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    named: Option<String>,
    /// Why the two priorities are taken for one, or one is said to have gone into the other.
    #[schemars(extend("enum" = ["id", "continues", "title", "outcomes", null]))]
    aligned_by: Option<&'static str>,
    /// Its title in the earlier report; of a part that was split off, the title of what it was part of.
    earlier: Option<String>,
    /// Its title in the later report; of one that was merged into another or split, the title of the (first) other.
    later: Option<String>,
    /// What came of each statement that the earlier priority planned, in its order.
    follow_through: Vec<Followed>,
    /// What changed in each section that either has, by the section's key, in the order of the form.
    #[serde(serialize_with = "in_order")]
    #[schemars(with = "BTreeMap<String, Section>")]
    sections: Vec<(String, Section)>,
}

/// What came of one planned statement.
#[derive(Clone, Debug, serde::Serialize, JsonSchema)]
struct Followed {
    /// The planned statement.
    planned: String,
    /// What came of it. `no-match` means that no matching activity was found, not that nothing was done.
    #[schemars(extend("enum" = ["reported", "possible", "carried-forward", "no-match"]))]
    outcome: &'static str,
    /// Whether there is little doubt of it: a `carried-forward` that is not sure is possibly planned again.
    sure: bool,
    /// Whether the later report says itself that it was not done, was put off, or is still to come.
    stalled: bool,
    /// The statement of the later report that tells it, if one was found.
    #[serde(rename = "match")]
    found: Option<Match>,
}

/// A statement of the later report.
#[derive(Clone, Debug, serde::Serialize, JsonSchema)]
struct Match {
    /// The title of the priority it stands in.
    priority: Option<String>,
    /// The key of its section.
    section: String,
    /// Its words.
    text: String,
    /// How likely the two are one, from 0 to 1: 1 only where an id or the very words say so.
    score: f64,
}

/// What changed in one section.
#[derive(Clone, Debug, serde::Serialize, JsonSchema)]
struct Section {
    /// Statements of the later report only.
    added: Vec<String>,
    /// Statements of the earlier report only.
    removed: Vec<String>,
    /// Statements that say it in other words.
    reworded: Vec<Reworded>,
    /// How many statements say the same in the same words.
    unchanged: usize,
}

/// One statement in other words.
#[derive(Clone, Debug, serde::Serialize, JsonSchema)]
struct Reworded {
    /// The earlier words.
    from: String,
    /// The later words.
    to: String,
}

/// The JSON shape of a comparison.
#[must_use]
pub fn comparison(comparison: &diff::Comparison<'_>, form: &Form, sources: &Sources) -> Comparison {
    Comparison {
        version: super::VERSION,
        termwise: env!("CARGO_PKG_VERSION"),
        earlier: side(comparison.earlier, sources),
        later: side(comparison.later, sources),
        bounded: comparison.followed.bounded,
        priorities: comparison.priorities.iter().map(|change| aligned(change, comparison, form, sources)).collect(),
    }
}

/// What `diff` prints as JSON.
#[derive(Clone, Debug, serde::Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Diff {
    /// Of two reports.
    Two(Comparison),
    /// Of two revisions of a folder: `--rev`.
    Revisions(Revisions),
}

/// What changed between two revisions of a folder.
#[derive(Clone, Debug, serde::Serialize, JsonSchema)]
pub struct Revisions {
    /// The version of this shape: 1.
    version: u32,
    /// The version of termwise.
    termwise: &'static str,
    /// Each report that changed, beside what it was; each new one, beside the district's report before it.
    comparisons: Vec<Comparison>,
    /// New reports of districts that have none before them.
    first: Vec<Side>,
    /// Reports that are there no more.
    gone: Vec<Side>,
}

/// The JSON shape of the changes between two revisions.
#[must_use]
pub fn revisions(
    comparisons: &[diff::Comparison<'_>],
    first: &[Report],
    gone: &[Report],
    form: &Form,
    sources: &Sources,
) -> Revisions {
    let sides = |reports: &[Report]| reports.iter().map(|report| side(report, sources)).collect();
    Revisions {
        version: super::VERSION,
        termwise: env!("CARGO_PKG_VERSION"),
        comparisons: comparisons.iter().map(|one| comparison(one, form, sources)).collect(),
        first: sides(first),
        gone: sides(gone),
    }
}

fn side(report: &Report, sources: &Sources) -> Side {
    let district = report.districts.first();
    Side {
        path: sources.name(report.source).to_owned(),
        district: district.map(|d| sources.value(&d.stated.value, &d.stated.text)),
        term: report.term().map(|term| term.to_string()),
        cut_short: report.cut_short,
    }
}

fn aligned(change: &Change<'_>, whole: &diff::Comparison<'_>, form: &Form, sources: &Sources) -> Aligned {
    let title = |priority: Option<&Priority>| priority.and_then(|p| p.title.as_ref()).map(|title| sources.words(title));
    let words = |statement: &&Statement| statement.flat(&|text| sources.words(text));
    let all = |statements: &[&Statement]| statements.iter().map(words).collect::<Vec<_>>();
    let sections = change.sections.iter().filter_map(|section| {
        let reworded = section.reworded.iter().map(|(from, to)| Reworded { from: words(from), to: words(to) });
        let shape = Section {
            added: all(&section.added),
            removed: all(&section.removed),
            reworded: reworded.collect(),
            unchanged: section.unchanged,
        };
        Some((form.section(section.section)?.key.clone(), shape))
    });
    let planner = whole.earlier.priorities.iter().position(|p| change.earlier.is_some_and(|own| std::ptr::eq(own, p)));
    let followed = whole.followed.all.iter().filter(|one| Some(one.priority) == planner);
    let found = |found: crate::follow::Match<'_>| Match {
        priority: title(whole.later.priorities.get(found.priority)),
        section: form.section(found.section).map_or(String::new(), |section| section.key.clone()),
        text: words(&found.statement),
        // Two places say all there is to say, and are the same on every machine.
        score: (found.score * 100.0).round() / 100.0,
    };
    let followed = followed.map(|one| Followed {
        planned: words(&one.planned),
        outcome: one.outcome.key(),
        sure: one.sure,
        stalled: one.stalled && !one.open,
        found: one.found.map(found),
    });
    Aligned {
        follow_through: followed.collect(),
        fate: change.fate.key(),
        named: change.named.map(|text| sources.words(text)),
        aligned_by: change.how.map(|how| how.key()),
        earlier: title(change.earlier.or_else(|| change.from.first().copied())),
        later: title(change.later.or_else(|| change.into.first().copied())),
        sections: sections.collect(),
    }
}

/// A map in the order of its rows, whatever map type the serializer would use.
fn in_order<S: Serializer, V: Serialize>(rows: &[(String, V)], serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(rows.len()))?;
    for (key, value) in rows {
        map.serialize_entry(key, value)?;
    }
    map.end()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::draft::{Draft, draft, pair};

    #[test]
    fn the_shape_is_the_promised_one() {
        const EARLIER: &[(&str, &[&str])] =
            &[("activity", &["Met the six heads >> twice", "Wrote home"]), ("planned", &["Agree it"])];
        const LATER: &[(&str, &[&str])] =
            &[("planned", &[]), ("activity", &["Met the two heads >> twice", "wrote home.", "Opened a drop-in"])];
        let known = |id, title, continues| Draft { id, title, continues, ..Draft::default() };
        let (earlier, later, sources) =
            pair(&[draft("A", EARLIER), known("b", "B", &[])], &[draft("A", LATER), known("c", "C", &["b"])]);
        let form = Form::built_in();
        let shape = comparison(&diff::compare(&earlier, &later, &form), &form, &sources);
        let json = serde_json::to_string(&shape).expect("plain data");
        let priorities = concat!(
            r#""bounded":false,"priorities":[{"fate":"continued","aligned_by":"title","earlier":"A","later":"A","#,
            r#""follow_through":[{"planned":"Agree it","outcome":"no-match","sure":false,"stalled":false,"match":null}],"sections":{"#,
            r#""activity":{"added":["Opened a drop-in"],"removed":[],"#,
            r#""reworded":[{"from":"Met the six heads; twice","to":"Met the two heads; twice"}],"unchanged":1},"#,
            r#""planned":{"added":[],"removed":["Agree it"],"reworded":[],"unchanged":0}}},"#,
            r#"{"fate":"retitled","aligned_by":"continues","earlier":"B","later":"C","follow_through":[],"sections":{}}]}"#,
        );
        let head = concat!(
            r#"{"version":1,"termwise":""#,
            env!("CARGO_PKG_VERSION"),
            r#"","earlier":{"path":"0.md","district":"Northmoor","term":"#
        );
        assert!(json.starts_with(head), "{json}");
        assert!(json.ends_with(priorities), "{json}");
        let schema = serde_json::to_string(&schemars::schema_for!(Comparison)).expect("plain data");
        assert!(schema.contains("handed-over"), "{schema}");
    }
}
