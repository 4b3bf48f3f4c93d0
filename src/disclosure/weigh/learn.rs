//! Where the weights come from: traits that stand beside what is labelled as somebody's weigh for it, those beside what is
//! labelled as good against it. A logistic regression with a penalty on large weights, by steps down the slope from line to
//! line, each smaller the more was learned of a trait.

use super::KINDS_WEIGHED;
use crate::form::Form;
use crate::load::{Input, load};
use crate::source::{Kind, SourceId};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::{Path, PathBuf};

#[expect(clippy::string_slice, reason = "a test that cannot go on says so")]
#[path = "../../../tests/disclosure/labelled.rs"]
mod labelled;

/// What was asked for: what it would be, where it stands, its traits.
type Asked = (Kind, Range<u32>, Vec<String>);

thread_local! {
    /// What was asked for while a line is looked through, if anybody listens.
    static ASKED: RefCell<Option<Vec<Asked>>> = const { RefCell::new(None) };
}

pub(super) fn asked(kind: Kind, at: &Range<u32>, names: &[String]) {
    ASKED.with_borrow_mut(|asked| {
        if let Some(asked) = asked.as_mut().filter(|asked| !asked.iter().any(|one| one.0 == kind && one.1 == *at)) {
            asked.push((kind, at.clone(), names.to_vec()));
        }
    });
}

/// Something that was asked for, with its label.
struct Example {
    set: String,
    is_one: bool,
    traits: Vec<String>,
}

/// What is asked for in a line that stands in a report; of `places` where that kind is labelled so, `told` by its kinds.
fn examples(
    set: &str,
    text: &str,
    section: &str,
    is_one: impl Fn(Kind, &str, usize, &Range<usize>) -> Option<bool>,
) -> Vec<(Kind, Example)> {
    let (report, from) = labelled::report(text, section);
    ASKED.set(Some(Vec::new()));
    let loaded = load(vec![Input::of("northmoor.md", report.clone())], &Form::built_in());
    let _ = loaded.sources.get(SourceId(0)).unwrap().kept();
    let asked = ASKED.take().unwrap();
    let labelled = asked.into_iter().filter_map(|(kind, at, traits)| {
        let at = at.start as usize..at.end as usize;
        let is_one = is_one(kind, &report, from, &at).filter(|_| at.start >= from)?;
        Some((kind, Example { set: set.to_owned(), is_one, traits }))
    });
    labelled.collect()
}

/// Everything that is asked for in the labelled lines that may be learned from.
fn all() -> BTreeMap<Kind, Vec<Example>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/disclosure");
    let mut found = Vec::new();
    for set in labelled::sets(&folder) {
        for (kind, name) in Kind::ALL.iter().filter(|(kind, _)| KINDS_WEIGHED.contains(kind)) {
            let Ok(lines) = std::fs::read_to_string(folder.join(&set).join(format!("{name}.jsonl"))) else { continue };
            for line in lines.lines() {
                let line: serde_json::Value = serde_json::from_str(line).unwrap();
                let (text, section) = (line["text"].as_str().unwrap(), line["section"].as_str().unwrap());
                let spans = labelled::spans(&line);
                found.extend(examples(&set, text, section, |of, report, from, at| {
                    let places = labelled::places(report, from, &spans);
                    (of == *kind).then(|| places.iter().any(|place| place.start < at.end && at.start < place.end))
                }));
            }
        }
    }
    for (set, lines) in [
        ("ordinary", include_str!("../../../tests/disclosure/ordinary.txt")),
        ("told", include_str!("../../../tests/disclosure/told.txt")),
    ] {
        for line in lines.lines() {
            let (kinds, line) = line.split_once('\t').unwrap_or(("", line));
            found.extend(examples(set, &line.replace("\\n", "\n"), "Activity", |of, _, _, _| {
                let (_, name) = Kind::ALL.iter().find(|(kind, _)| *kind == of)?;
                Some(kinds.split(' ').any(|kind| kind == *name))
            }));
        }
    }
    let mut all: BTreeMap<Kind, Vec<Example>> = BTreeMap::new();
    found.into_iter().for_each(|(kind, example)| all.entry(kind).or_default().push(example));
    all
}

/// How often a trait must be seen to count, and how little it may weigh.
const SELDOM: usize = 3;
const LIGHT: f64 = 0.05;

/// What is learned from examples: each trait's weight.
fn learn(examples: &[&Example]) -> BTreeMap<String, f64> {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let traits = |example: &'_ Example| -> BTreeSet<String> { example.traits.iter().cloned().collect() };
    let sets: Vec<BTreeSet<String>> = examples.iter().map(|example| traits(example)).collect();
    sets.iter().flatten().for_each(|name| *seen.entry(name).or_default() += 1);
    seen.retain(|_, times| *times >= SELDOM);
    seen.insert("always", examples.len());
    let names: Vec<&str> = seen.keys().copied().collect();
    let number: BTreeMap<&str, usize> = names.iter().enumerate().map(|(at, name)| (*name, at)).collect();
    let rows: Vec<(Vec<usize>, f64)> = sets
        .iter()
        .zip(examples)
        .map(|(set, example)| {
            let traits = set.iter().filter_map(|name| number.get(name.as_str()).copied());
            (traits.chain([number["always"]]).collect(), f64::from(u8::from(example.is_one)))
        })
        .collect();
    let times: Vec<f64> = names.iter().map(|name| f64::from(u32::try_from(seen[name]).unwrap())).collect();
    let (mut weights, mut steps) = (vec![0.0; names.len()], vec![1e-6; names.len()]);
    for round in 0..60 {
        // Each round in another order, the same on every machine.
        for at in 0..rows.len() {
            let (traits, is_one) = &rows[(at * 7919 + round * 104_729) % rows.len()];
            let sum: f64 = traits.iter().map(|at| weights[*at]).sum();
            let error = 1.0 / (1.0 + (-sum).exp()) - is_one;
            for at in traits {
                let slope = error + weights[*at] / times[*at];
                steps[*at] += slope * slope;
                weights[*at] -= 0.1 * slope / steps[*at].sqrt();
            }
        }
    }
    names.into_iter().map(str::to_owned).zip(weights).filter(|(_, weight)| weight.abs() >= LIGHT).collect()
}

/// How many of those that are one are found, how many are found that are none, how many are one, with the sum of some weights.
fn measured(weights: &BTreeMap<String, f64>, examples: &[&Example]) -> (u32, u32, u32) {
    let (mut found, mut alarms, mut all) = (0, 0, 0);
    for example in examples {
        let traits: BTreeSet<&String> = example.traits.iter().collect();
        let sum: f64 = traits.iter().filter_map(|name| weights.get(*name)).sum();
        let is_found = sum + weights.get("always").copied().unwrap_or_default() > 0.0;
        all += u32::from(example.is_one);
        found += u32::from(is_found && example.is_one);
        alarms += u32::from(is_found && !example.is_one);
    }
    (found, alarms, all)
}

fn file(kind: Kind) -> PathBuf {
    let names = ["birth", "email", "insurance"];
    let at = KINDS_WEIGHED.iter().position(|one| *one == kind).unwrap();
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/disclosure/weigh/{}.txt", names[at]))
}

/// Learns the weights anew, prints how well each set is told by what was learned from all the others, and writes them down
/// where `BLESS` is set.
#[test]
#[ignore = "learns the weights anew: BLESS=1 cargo test --lib weigh::learn -- --ignored --nocapture"]
fn weights_are_learned() {
    let all = all();
    for (kind, examples) in &all {
        let sets: BTreeSet<&str> = examples.iter().map(|example| example.set.as_str()).collect();
        let mut whole = (0, 0, 0);
        for set in sets.iter().filter(|set| !matches!(**set, "ordinary" | "told")) {
            let (of, others): (Vec<&Example>, Vec<&Example>) = examples.iter().partition(|one| one.set == *set);
            let (found, alarms, all) = measured(&learn(&others), &of);
            whole = (whole.0 + found, whole.1 + alarms, whole.2 + all);
            println!("{kind:?} {set}: {found} of {all} are found, and {alarms} more");
        }
        println!("{kind:?}: {} of {} are found, and {} more", whole.0, whole.2, whole.1);
        if std::env::var_os("BLESS").is_some() {
            let weights = learn(&examples.iter().collect::<Vec<_>>());
            let lines = weights.iter().map(|(name, weight)| format!("{:.0} {name}\n", weight * 100.0));
            std::fs::write(file(*kind), lines.collect::<String>()).unwrap();
        }
    }
}
