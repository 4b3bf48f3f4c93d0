//! What holds for every report, whatever is in it: over every example and fixture, and over random edits of them.
//!
//! `PROPTEST_CASES` sets how many edits each law is tried on.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that cannot go on says so"
)]

mod laws {
    pub mod edits;
    pub mod mended;
    pub mod read;
}

use laws::edits::{any_bytes, config, edited, edited_twice, reworded, samples, settings, statements};
use laws::mended::fixes_hold;
use laws::read::{Read, judged, one, told, unmarked};
use proptest::prelude::*;
use rayon::prelude::*;
use std::collections::{BTreeMap, HashSet};
use std::sync::LazyLock;
use termwise::config::{self, NAME};
use termwise::diagnostic::{BROKE, Diagnostic, Level};
use termwise::diff;
use termwise::follow::{Lexicon, Outcome, Side, follow};
use termwise::form::{Form, Role};
use termwise::load::{Input, load};
use termwise::outline::Language;
use termwise::render::findings;
use termwise::report::{Report, Statement, write};
use termwise::rules::ALL;
use termwise::source::{Source, SourceId, Sources, Span, Text};
use termwise::wording::plans_nothing;

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_span_lies_in_its_source((name, text) in edited()) {
        spans_lie(&one(&name, &text));
    }

    #[test]
    fn any_bytes_are_read((name, bytes) in any_bytes()) {
        spans_lie(&judged(vec![Input::of(&name, bytes)]));
    }

    #[test]
    fn any_settings_are_read_or_refused(text in settings(), (name, report) in edited()) {
        settings_hold(&text, &name, &report);
    }

    #[test]
    fn what_is_written_reads_back((name, text) in reworded()) {
        reads_back(&one(&name, &text));
    }

    #[test]
    fn twins_have_the_same_findings((name, text) in reworded()) {
        twins_agree(&one(&name, &text));
    }

    #[test]
    fn an_explanation_explains_what_it_stands_at((_, text) in reworded()) {
        explanations_explain(&one("x.md", &text));
    }

    #[test]
    fn line_ends_and_padding_do_not_matter((name, text) in edited()) {
        padding_is_nothing(&name, &text);
    }

    #[test]
    fn a_difference_is_the_other_way_round_backwards((name, one_edit, other_edit) in edited_twice()) {
        differences_mirror(&one(&name, &one_edit), &name, &other_edit);
    }

    #[test]
    fn statements_as_alike_as_others_are_matched_the_same_both_ways(a in statements(), b in statements()) {
        differences_mirror(&one("a.md", &a), "b.md", &b);
    }

    #[test]
    fn every_format_takes_every_finding((name, text) in edited(), colour: bool, width in 40..140usize) {
        formats_take(&one(&name, &text), colour, width);
    }

    #[test]
    fn fixes_keep_what_is_said((name, text) in edited()) {
        fixes_hold(&name, text.as_bytes());
        fixes_hold(&name, format!("\u{feff}{}", text.replace('\n', "\r\n")).as_bytes());
    }

    #[test]
    fn fixes_of_any_bytes_keep_what_is_said((name, bytes) in any_bytes()) {
        fixes_hold(&name, &bytes);
    }
}

proptest! {
    // Each order is of all the samples at once.
    #![proptest_config(ProptestConfig { cases: config().cases.div_ceil(4), ..config() })]

    #[test]
    fn the_order_of_files_does_not_matter(order in Just(samples()).prop_shuffle()) {
        // In the order of their names they are read once.
        static IN_ORDER: LazyLock<[String; 3]> = LazyLock::new(|| shown(samples()));
        prop_assert_eq!(&*IN_ORDER, &shown(order));
    }
}

/// Files as they are shown together.
fn shown(files: Vec<(String, Vec<u8>)>) -> [String; 3] {
    let read = judged(files.into_iter().map(|(name, bytes)| Input::of(&name, bytes)).collect());
    let (found, sources) = (&read.found, &read.loaded.sources);
    let json = termwise::wire::lint::lint(found, &read.ending(), &[], sources);
    [
        findings::text(found, &read.ending(), sources, false, 100),
        findings::concise(found, sources),
        termwise::wire::json(&json),
    ]
}

#[test]
fn every_sample_keeps_every_law() {
    samples().into_par_iter().for_each(|(name, bytes)| {
        let read = judged(vec![Input::of(&name, bytes.clone())]);
        spans_lie(&read);
        reads_back(&read);
        twins_agree(&read);
        explanations_explain(&read);
        formats_take(&read, true, 80);
        fixes_hold(&name, &bytes);
        if let Ok(text) = String::from_utf8(bytes) {
            padding_is_nothing(&name, &text);
            differences_mirror(&read, &name, &text);
        }
    });
}

/// Every fault of settings has a place in them and words to mend it; where there is none, reports are judged by them.
fn settings_hold(text: &str, name: &str, report: &str) {
    let sources = Sources::new(vec![Source::of(NAME, text)]);
    let source = sources.get(SourceId(0)).unwrap();
    let read = config::read(source, SourceId(0), ALL);
    for fault in &read.faults {
        let range = fault.span.start as usize..fault.span.end as usize;
        assert!(source.text.get(range).is_some(), "{:?} lies outside of {text:?}", fault.span);
        assert!(fault.help.as_ref().is_some_and(|help| !help.is_empty()), "{}: no help", fault.message);
    }
    let shown = findings::excerpts(&read.faults, &sources, false, 100);
    assert_eq!(shown.is_empty(), read.faults.is_empty());
    let loaded = load(vec![Input::of(name, report)], &read.config.form);
    let (_, broken) = loaded.judge(&read.config.form, &read.config.settings);
    let broke = broken.iter().chain(&loaded.troubles).find(|trouble| trouble.why == BROKE);
    assert!(broke.is_none(), "termwise breaks on {name} under\n{text}");
}

/// Every finding and every word of every report leads to a place in the text, on whole characters.
fn spans_lie(read: &Read) {
    let sources = &read.loaded.sources;
    for found in &read.found {
        lies(found.span, sources);
        found.related.iter().for_each(|other| lies(other.span, sources));
        assert!(!found.message.contains('\n'), "{found:?}");
    }
    for report in read.loaded.corpus.reports() {
        lies(report.span, sources);
        lies(report.whole, sources);
        texts(report, &mut |text, is_comment| leads_back(text, is_comment, sources));
    }
}

fn lies(span: Span, sources: &Sources) {
    let text = &sources.get(span.source).unwrap().text;
    assert!(text.get(span.start as usize..span.end as usize).is_some(), "{span:?} is not in {text:?}");
}

/// Every letter of a text leads to itself, or to markup that stands for it.
fn leads_back(text: &Text, is_comment: bool, sources: &Sources) {
    lies(text.span(), sources);
    let whole = &sources.get(text.span().source).unwrap().text;
    for (at, c) in text.words().char_indices().filter(|(_, c)| c.is_alphanumeric()) {
        let span = text.span_of(at..at + c.len_utf8());
        lies(span, sources);
        let there = whole.get(span.start as usize..span.end as usize).unwrap();
        assert!(!there.is_empty(), "{c:?} at {at} of {:?} is nowhere in {whole:?}", text.words());
        let mut chars = there.chars();
        let only = chars.next().filter(|_| chars.as_str().is_empty());
        let same = |o: char| o == c || is_comment && o.to_lowercase().eq(c.to_lowercase());
        // A single letter there can stand for no other; longer markup (an entity, an escape) can.
        let leads = only.is_none_or(|o| !o.is_alphanumeric() || same(o));
        assert!(leads, "{c:?} at {at} of {:?} leads to {there:?} in {whole:?}", text.words());
    }
}

/// Every text of a report; the second argument says whether it is what a comment tells termwise.
fn texts(report: &Report, each: &mut dyn FnMut(&Text, bool)) {
    let plain = (report.districts.iter().map(|d| &d.stated.text))
        .chain(report.officers.iter().map(|o| &o.text))
        .chain(report.terms.iter().filter(|t| !t.stated.value.rest).map(|t| &t.stated.text))
        .chain(report.submitted.iter().map(|s| &s.text))
        .chain(&report.title)
        .chain(report.unknown.iter().map(|u| &u.label));
    plain.for_each(|text| each(text, false));
    report.explanations.iter().for_each(|e| each(&e.text, true));
    report.unplaced.iter().for_each(|s| of_statement(s, each));
    for priority in &report.priorities {
        let plain =
            (priority.title.iter().chain(priority.candidates()).chain(priority.scope()).chain(priority.receiver()))
                .chain(priority.id().into_iter().map(|id| &id.text))
                .chain(priority.continues().iter().chain(priority.themes()).map(|stated| &stated.text))
                .chain(priority.status().into_iter().map(|status| &status.text));
        plain.for_each(|text| each(text, false));
        priority.explanations().iter().for_each(|e| each(&e.text, true));
        for passage in &priority.passages {
            let plain = [&passage.label].into_iter().chain(passage.tail()).chain(passage.prompts());
            plain.for_each(|text| each(text, false));
            passage.explanations().iter().for_each(|e| each(&e.text, true));
            passage.statements.iter().for_each(|s| of_statement(s, each));
        }
    }
}

fn of_statement(statement: &Statement, each: &mut dyn FnMut(&Text, bool)) {
    let plain =
        [&statement.text].into_iter().chain(statement.id()).chain(statement.lead_in()).chain(statement.heading());
    plain.for_each(|text| each(text, false));
    statement.explanations().iter().for_each(|e| each(&e.text, true));
    statement.children().iter().for_each(|child| of_statement(child, each));
}

/// A report written as Markdown or YAML reads as the same report, and is written the same again.
fn reads_back(read: &Read) {
    let form = Form::built_in();
    for report in read.loaded.corpus.reports() {
        let meant = unmarked(std::slice::from_ref(report), &read.loaded.sources);
        for (name, written) in written(report, &form) {
            let again = one(name, &written);
            let reports = again.loaded.corpus.reports();
            assert_eq!(unmarked(reports, &again.loaded.sources), meant, "through {name}:\n{written}");
            let twice = match reports[0].language {
                Language::Yaml => write::yaml(reports, &form),
                Language::Markdown | Language::Plain => write::markdown(&reports[0], &form),
            };
            assert_eq!(twice, written, "written again as {name}");
        }
    }
}

fn written(report: &Report, form: &Form) -> [(&'static str, String); 2] {
    [("x.md", write::markdown(report, form)), ("x.yaml", write::yaml(std::slice::from_ref(report), form))]
}

/// The same report in Markdown and in YAML has the same findings, but for those about how it is laid out.
fn twins_agree(read: &Read) {
    let form = Form::built_in();
    for report in read.loaded.corpus.reports() {
        let [markdown, yaml] = written(report, &form).map(|(name, text)| (told(&one(name, &text)), text));
        assert_eq!(markdown.0, yaml.0, "\n{}\n{}", markdown.1, yaml.1);
    }
}

/// An explanation in a bullet takes the findings of its rule in that bullet out of those that are open, and
/// does nothing else; the same comment in the block at the top does so for the whole report.
fn explanations_explain(read: &Read) {
    let form = Form::built_in();
    for report in read.loaded.corpus.reports() {
        let text = write::markdown(report, &form);
        let plain = one("x.md", &text);
        let open = |read: &Read, but: &dyn Fn(&Diagnostic) -> bool| {
            let open = read.found.iter().filter(|f| f.explained.is_none() && !but(f));
            let mut open: Vec<_> = open.map(|f| (f.rule, f.message.clone(), f.place.clone())).collect();
            open.sort();
            open
        };
        let may =
            |f: &&Diagnostic| f.level != Level::Error && f.explained.is_none() && !f.rule.starts_with("explanation");
        let in_bullets = plain.found.iter().filter(may).filter_map(|f| Some((f, bullet(&plain, f.span)?)));
        for (finding, bullet) in in_bullets.take(3) {
            let at = text[..bullet.end as usize].len() + text[bullet.end as usize..].find('\n').unwrap_or(0);
            let comment = format!(" <!-- termwise: explain {}: it may stand -->", finding.rule);
            let explained = one("x.md", &format!("{}{comment}{}", &text[..at], &text[at..]));
            let is_it = |f: &Diagnostic| f.rule == finding.rule && f.level != Level::Error && bullet.holds(f.span);
            assert_eq!(open(&explained, &|_| false), open(&plain, &is_it), "{comment}\n{text}");
        }
        if let Some(rest) = text.strip_prefix("---\n")
            && let Some(finding) = plain.found.iter().find(may)
        {
            let explained = one("x.md", &format!("---\n# termwise: explain {}: it may stand\n{rest}", finding.rule));
            let is_it = |f: &Diagnostic| f.rule == finding.rule && f.level != Level::Error;
            assert_eq!(open(&explained, &|_| false), open(&plain, &is_it), "{}\n{text}", finding.rule);
        }
    }
}

/// The outermost bullet that holds a span on its only line.
fn bullet(read: &Read, span: Span) -> Option<Span> {
    let passages = read.loaded.corpus.reports().iter().flat_map(|r| &r.priorities).flat_map(|p| &p.passages);
    let spans = passages.flat_map(|p| &p.statements).filter(|s| s.bullet && s.children().is_empty()).map(|s| s.span);
    let text = &read.loaded.sources.get(span.source)?.text;
    let one_line =
        |s: &Span| text.get(s.start as usize..s.end as usize).is_some_and(|words| !words.trim_end().contains('\n'));
    spans.filter(one_line).find(|s| s.holds(span))
}

/// A byte-order mark, a final line end, CRLF and CR change no finding and no line or column.
fn padding_is_nothing(name: &str, text: &str) {
    let seen = |text: &str| one(name, text).seen();
    let text = text.trim_start_matches('\u{feff}').replace('\r', "");
    let plain = seen(&text);
    assert_eq!(seen(&format!("\u{feff}{text}")), plain, "with a mark: {text:?}");
    assert_eq!(seen(&text.replace('\n', "\r\n")), plain, "with CRLF: {text:?}");
    assert_eq!(seen(&text.replace('\n', "\r")), plain, "with CR: {text:?}");
    assert_eq!(seen(&format!("{text}\n")), plain, "with a final line end: {text:?}");
}

/// A report is the same as itself; what one difference adds, the difference backwards takes away.
fn differences_mirror(read: &Read, other: &str, text: &str) {
    let form = Form::built_in();
    let other = load(vec![Input::of(other, text)], &form);
    for a in read.loaded.corpus.reports() {
        // What has no title and no outcomes is not known again, even in the same report.
        let named = a.priorities.iter().all(|p| p.title.is_some());
        assert!(!named || diff::compare(a, a, &form).is_same(), "a report differs from itself");
        for b in other.corpus.reports() {
            planned_once(a, b, &form);
            let (there, back) = (changed(a, b, &form), changed(b, a, &form));
            // What one report says that it continues, the other does not say of it.
            let says = |report: &Report| report.priorities.iter().any(|p| !p.continues().is_empty());
            let is_said = says(a) || says(b);
            assert!(is_said || there.len() == back.len(), "{there:?}\n{back:?}");
            for (tie, change) in &there {
                let mirrored = back.get(&(tie.1, tie.0)).map(Changed::backwards);
                assert!(mirrored.as_ref().map_or(is_said, |back| back == change), "{change:?}\n{mirrored:?}");
            }
        }
    }
}

/// Every statement that was planned is followed once, and no later statement answers two.
fn planned_once(a: &Report, b: &Report, form: &Form) {
    let lexicon = Lexicon::with(&[]);
    let (earlier, later) = Side::both(a, b, form, &lexicon);
    let through = follow(&earlier, &later, form);
    let planned = a.priorities.iter().flat_map(|p| p.statements(form, Role::Planned));
    let is_plan = |one: &&Statement| !one.is_bare_none() && !plans_nothing(&one.whole());
    assert_eq!(through.all.len(), planned.filter(is_plan).count());
    let (mut plans, mut answers) = (HashSet::new(), HashSet::new());
    for one in &through.all {
        assert!(plans.insert(std::ptr::from_ref(one.planned)), "followed twice: {:?}", one.planned.text.words());
        assert_eq!(one.found.is_none(), one.outcome == Outcome::NoMatch);
        if let Some(found) = one.found {
            let words = found.statement.text.words();
            assert!(answers.insert(std::ptr::from_ref(found.statement)), "answers twice: {words:?}");
            assert!((0.0..=1.0).contains(&found.score), "{}", found.score);
        }
    }
}

/// Two priorities that are one, by where they begin.
type Tie = (Option<u32>, Option<u32>);

/// The words added, taken away and reworded between two priorities, sorted.
#[derive(PartialEq, Debug, Default)]
struct Changed {
    added: Vec<String>,
    removed: Vec<String>,
    reworded: Vec<(String, String)>,
}

impl Changed {
    fn backwards(&self) -> Changed {
        let mut reworded: Vec<_> = self.reworded.iter().map(|(from, to)| (to.clone(), from.clone())).collect();
        reworded.sort_unstable();
        Changed { added: self.removed.clone(), removed: self.added.clone(), reworded }
    }
}

fn changed(a: &Report, b: &Report, form: &Form) -> BTreeMap<Tie, Changed> {
    let comparison = diff::compare(a, b, form);
    let words = |s: &Statement| s.whole().into_owned();
    let of_change = |change: &diff::Change<'_>| {
        let tie = (change.earlier.map(|p| p.whole.start), change.later.map(|p| p.whole.start));
        let mut changed = Changed::default();
        for section in &change.sections {
            changed.added.extend(section.added.iter().map(|s| words(s)));
            changed.removed.extend(section.removed.iter().map(|s| words(s)));
            changed.reworded.extend(section.reworded.iter().map(|(from, to)| (words(from), words(to))));
        }
        changed.added.sort_unstable();
        changed.removed.sort_unstable();
        changed.reworded.sort_unstable();
        (tie, changed)
    };
    comparison.priorities.iter().map(of_change).collect()
}

/// Every format takes every finding, and lets nothing through that could drive a terminal.
fn formats_take(read: &Read, colour: bool, width: usize) {
    let (found, sources) = (&read.found, &read.loaded.sources);
    let text = findings::text(found, &read.ending(), sources, colour, width);
    let concise = findings::concise(found, sources);
    let drives = |c: char| c.is_control() && c != '\n' && !(colour && c == '\u{1b}');
    assert!(!text.contains(drives), "{text:?}");
    assert!(!concise.contains(|c: char| c.is_control() && c != '\n'), "{concise:?}");
    assert_eq!(concise.lines().count(), found.len());
    let json = termwise::wire::json(&termwise::wire::lint::lint(found, &read.ending(), &[], sources));
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["findings"].as_array().map(Vec::len), Some(found.len()));
    for finding in found {
        assert!(text.contains(finding.rule), "{} is not in the text", finding.rule);
    }
    pages_take(read);
}

/// The same for the formats that pipelines read.
fn pages_take(read: &Read) {
    let (found, sources, ending) = (&read.found, &read.loaded.sources, read.ending());
    let entry = |finding: &Diagnostic| ("", termwise::baseline::Entry::of(finding, None, sources));
    let fingerprints = termwise::baseline::fingerprints(found.iter().map(entry));
    let results = findings::Results {
        found,
        known: &[],
        has_baseline: false,
        fingerprints: &fingerprints,
        troubles: &[],
        checked: &[],
        ending: &ending,
        rules: &[],
        fails_at: None,
        foreign_settings: false,
        sources,
        address: &str::to_owned,
    };
    let open = found.iter().filter(|finding| finding.explained.is_none()).count();
    let (github, azure, junit) = (findings::github(&results), findings::azure(&results), findings::junit(&results));
    assert!(github.lines().count() <= 30 && github.lines().all(|line| line.starts_with("::")), "{github}");
    let of = |level| found.iter().filter(|finding| finding.explained.is_none() && finding.level == level).count();
    let levels = [Level::Error, Level::Query, Level::Note].map(|level| of(level).min(101));
    assert_eq!(azure.lines().count(), levels.iter().sum::<usize>(), "{azure}");
    assert_eq!(junit.matches("<skipped ").count(), open, "{junit}");
    for page in [github, azure, junit] {
        assert!(!page.contains(|c: char| c != '\n' && termwise::render::is_hidden(c)), "{page:?}");
    }
    let gitlab = serde_json::to_value(termwise::wire::gitlab::report(&results)).unwrap();
    assert_eq!(gitlab.as_array().map(Vec::len), Some(open));
    let sarif = serde_json::to_value(termwise::wire::sarif::log(&results)).unwrap();
    assert_eq!(sarif["runs"][0]["results"].as_array().map(Vec::len), Some(found.len()));
    for extent in [findings::Extent::Whole, findings::Extent::Short] {
        let page = findings::sheet(&results, extent);
        let headings = page.blocks.iter().filter(|block| matches!(block, termwise::page::Block::Heading(2, _)));
        assert_eq!(headings.count(), found.len().min(if extent == findings::Extent::Short { 250 } else { 10_000 }));
        let mut bytes = Vec::new();
        termwise::render::page::html::write(&page, &mut bytes).unwrap();
        termwise::render::page::markdown::write(&page, &mut bytes).unwrap();
        assert!(!String::from_utf8(bytes).unwrap().contains(|c: char| c != '\n' && termwise::render::is_hidden(c)));
    }
}
