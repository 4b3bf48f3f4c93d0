//! What holds for fixes: each mends its finding and makes no other, all of them change nothing that is said, and
//! the second time there is nothing to mend.

use super::read::{Read, judged, unmarked};
use serde_json::Value;
use std::collections::BTreeMap;
use termwise::diagnostic::{Diagnostic, Fix, Level};
use termwise::fix::apply;
use termwise::form::Form;
use termwise::load::Input;
use termwise::mend::Judge;
use termwise::rule::Settings;
use termwise::source::{Origin, SourceId};

/// Every offered fix alone, then all of them, then all again.
pub fn fixes_hold(name: &str, bytes: &[u8]) {
    let (form, settings) = (Form::built_in(), Settings::default());
    let judge = Judge { form: &form, settings: &settings };
    let input = Input::of(name, bytes);
    let mut before = judged(vec![Input::of(name, bytes)]);
    judge.prove(&mut before.found, &before.loaded);
    let source = before.loaded.sources.get(SourceId(0)).unwrap();
    let offered: Vec<&Diagnostic> = before.found.iter().filter(|finding| finding.fix.is_some()).collect();
    assert!(offered.is_empty() || source.origin == Origin::File, "{name}: a fix of what was decoded");
    for finding in offered.iter().take(8) {
        let fix: &Fix = finding.fix.as_ref().unwrap();
        let fixed = apply(source, bytes, &[fix]).unwrap();
        let after = judged(vec![Input::of(name, fixed.clone())]);
        let told = || format!("{name}: {} of {:?}\n{}", fix.title, finding.rule, String::from_utf8_lossy(&fixed));
        assert_eq!(said(&after), said(&before), "{}", told());
        let (was, is) = (kinds(&before), kinds(&after));
        let kind = (finding.rule, finding.level);
        assert!(is.get(&kind).copied().unwrap_or(0) < was[&kind], "it is still there: {}", told());
        assert!(is.iter().all(|(kind, count)| was.get(kind) >= Some(count)), "there is another: {}", told());
    }
    let mended = judge.mend(&input, bytes, &|_, _| true).unwrap();
    assert_eq!(mended.is_some(), !offered.is_empty(), "{name}: {offered:?}");
    let Some(mended) = mended else { return };
    let after = judged(vec![Input::of(name, mended.bytes.clone())]);
    assert_eq!(said(&after), said(&before), "{name}\n{}", String::from_utf8_lossy(&mended.bytes));
    let again = judge.mend(&input, &mended.bytes, &|_, _| true).unwrap();
    let again = again.map(|again| String::from_utf8_lossy(&again.bytes).into_owned());
    assert_eq!(again, None, "{name} is mended again, after\n{}", String::from_utf8_lossy(&mended.bytes));
    keeps_ends(name, bytes, &mended.bytes);
}

/// The mark, the line endings, where all are alike, and the end of the last line stay.
fn keeps_ends(name: &str, before: &[u8], after: &[u8]) {
    let mark = |bytes: &[u8]| bytes.starts_with(b"\xEF\xBB\xBF");
    assert_eq!(mark(before), mark(after), "{name}: the mark");
    let last = |bytes: &[u8]| bytes.ends_with(b"\n") || bytes.ends_with(b"\r");
    assert_eq!(last(before), last(after), "{name}: the end of the last line");
    let (was, is) = (endings(before), endings(after));
    assert!(was.is_empty() || is.iter().all(|ending| was.contains(ending)), "{name}: {was:?}, then {is:?}");
}

/// Which line endings there are: LF, CRLF, CR.
fn endings(bytes: &[u8]) -> Vec<&'static str> {
    let text = String::from_utf8_lossy(bytes);
    let rest = text.replace("\r\n", "");
    let kinds = [("LF", rest.contains('\n')), ("CRLF", text.contains("\r\n")), ("CR", rest.contains('\r'))];
    kinds.into_iter().filter(|kind| kind.1).map(|kind| kind.0).collect()
}

/// All that the reports of a file say.
fn said(read: &Read) -> Value {
    let mut value = unmarked(read.loaded.corpus.reports(), &read.loaded.sources);
    // Explanations are no part of that shape, and are said all the same.
    let all = read.loaded.corpus.reports().iter().flat_map(|report| {
        let of_priority = report.priorities.iter().flat_map(|priority| {
            priority.explanations().iter().chain(priority.passages.iter().flat_map(|p| p.explanations()))
        });
        report.explanations.iter().chain(of_priority).map(|e| Value::from(e.text.words()))
    });
    value["explanations"] = all.collect();
    sort(&mut value["explanations"]);
    value
}

fn sort(list: &mut Value) {
    if let Value::Array(list) = list {
        list.sort_by_key(Value::to_string);
    }
}

/// How many findings there are of each rule and level.
fn kinds(read: &Read) -> BTreeMap<(&'static str, Level), usize> {
    let mut kinds = BTreeMap::new();
    read.found.iter().for_each(|found| *kinds.entry((found.rule, found.level)).or_default() += 1);
    kinds
}
