//! `lint`: check reports, with the reports around them as context.

use super::configured::Configured;
use super::{NO_STDIN, Printed, not_read, outputs, place, spaced, troubles, walk};
use crate::cli::{FailOn, FindingsFormat, Lint};
use crate::diagnostic::{Diagnostic, Level, NotRead, TOGETHER, Trouble};
use crate::load::{self, Input, Loaded};
use crate::mend::Judge;
use crate::output::Look;
use crate::render::findings;
use crate::report::Report;
use crate::rule::{Settings, listed};
use crate::source::{SourceId, Span};
use crate::term::Term;
use anyhow::bail;
use around::{Around, View, context, is_stdin, only_settings, stdin_name};
use choose::Choice;
use gone::Now;
use mending::Mending;
use std::borrow::Cow;
use std::collections::HashSet;
use std::path::Path;

mod around;
mod brought;
mod changed;
mod checked;
mod choose;
mod contribution;
mod ending;
mod gone;
mod in_force;
mod known;
mod left;
mod mending;
mod printed;
mod ruling;
mod searched;
mod told;

pub(super) fn run(options: Lint, look: Look) -> anyhow::Result<Printed> {
    fits(&options)?;
    let mut contribution = in_force::contributed(&options)?;
    let (mut configured, can_be_checked) = in_force::judged_by(&options, &mut contribution)?;
    configured.config.form.as_at.clone_from(&options.as_at);
    let choice = Choice::of(&options, configured.config.form.scheme)?;
    let settings = choice.applied(configured.config.settings.clone());
    let job = Job { options: &options, configured: &configured, choice: &choice, settings: &settings };
    let walk = walk(&options.search);
    let (mut inputs, mut missing, others) = match can_be_checked {
        true => load::gather_all(&options.paths, &walk, stdin_name(&options))?,
        false => load::Gathered::default(),
    };
    // One that is deleted is missing at first.
    let all_there = missing.is_empty();
    let files = options.output.iter().map(|(_, file)| file.as_path());
    let baseline: Vec<&Path> = options.baseline.iter().map(|file| file.as_path()).collect();
    outputs::spare(files, &inputs, &baseline, &configured.config.form)?;
    configured.place(&mut inputs);
    let (mut rest, mut old, mut before) = (Vec::new(), Vec::new(), Vec::new());
    if let Some(revision) = options.changed_since.as_ref().filter(|_| can_be_checked) {
        let form = &configured.config.form;
        let changed = changed::since(revision, &options.paths, &walk, inputs, missing, form)?;
        (inputs, rest, old, before) = (changed.inputs, changed.rest, changed.old, changed.before);
        missing = changed.missing;
        contribution.tell_taken(&changed.taken, &options);
    }
    // Where the last report was deleted, that is to be told.
    let is_nothing = inputs.is_empty() && rest.is_empty() && before.is_empty();
    if is_nothing && all_there && contribution.notices.is_empty() {
        return nothing_found(&options, &others);
    }
    let searched: HashSet<String> = inputs.iter().chain(&rest).map(|input| input.name.clone()).collect();
    let to_show = if options.diff { inputs.clone() } else { Vec::new() };
    let mended = if options.fix && !options.diff { job.mend(&inputs) } else { Mending::default() };
    let mut read = job.read(inputs, rest, missing)?;
    if options.show_files {
        return Ok(printed::files(&read, &others));
    }
    if options.changed_since.is_some() && can_be_checked {
        let (top, form) = (in_force::top(&options), &configured.config.form);
        let aside = told::aside(&searched, &contribution, &top, form);
        let now = Now {
            loaded: &read.loaded,
            searched: &searched,
            changed: read.asked.as_ref(),
            links: &contribution.links,
            places: &contribution.places,
            aside: &aside,
        };
        let is_lacking = gone::is_lacking(&before, &now);
        let notices = gone::gone(&before, &now);
        contribution.notices.extend(notices);
        let none_left = left::none_left(&contribution, &before, &now, &options, form)?;
        contribution.notices.extend(none_left);
        job.leave_old(&mut read, &old, &top);
        job.bring_up(&mut read, &searched, old, is_lacking);
        let passed_by = told::passed_by(&read, &aside, &contribution, &top);
        contribution.notices.extend(passed_by);
    }
    job.narrow(&mut read, &others)?;
    let alone = if options.fix { mending::left_alone(&read.found, &read.loaded) } else { Vec::new() };
    if options.diff {
        let takes = |finding: &Diagnostic, loaded: &Loaded| job.takes(finding, loaded);
        let mut shown = mending::show(&to_show, &read.missing, job.judge(), &takes);
        shown.said.extend(alone);
        return Ok(shown);
    }
    job.judge().prove(&mut read.found, &read.loaded);
    // What cannot be read is told once.
    let unmended: Vec<Trouble> = mended.troubles.into_iter().filter(|t| !read.missing.contains(t)).collect();
    read.missing.extend(unmended);
    let mut said = mended.said;
    said.extend(alone);
    said.extend(troubles(&read.missing));
    said.append(&mut contribution.said);
    said.extend(not_read(&others).map(|others| format!("termwise: {others}")));
    said.extend(if read.missing.is_empty() { None } else { spaced(&options.paths) });
    if let Some(file) = &options.baseline {
        known::leave_out(&mut read, file, &options, &choice, &mut contribution, &mut said)?;
    }
    // A baseline knows findings by what they say of themselves.
    read.tell_whose_settings(contribution.foreign.is_some());
    read.tell_beside();
    let mut ending = job.ending(&mut read, mended.findings);
    ending.stopped = !can_be_checked;
    ending.tell(contribution.notices, &options);
    let is_done = read.missing.is_empty() && ending.faults() == 0;
    let code = if is_done { u8::from(fails(&read.found, options.fail_on)) } else { 2 };
    let out = printed::findings(job, &read, &ending, look)?;
    // The process ends here: the system takes the memory back faster than it could be freed piece by piece.
    std::mem::forget(read.loaded);
    Ok(Printed { said, out, code })
}

/// What a run goes by.
#[derive(Clone, Copy)]
struct Job<'a> {
    options: &'a Lint,
    configured: &'a Configured,
    choice: &'a Choice,
    settings: &'a Settings,
}

/// What was read of the files that were asked for, and of those around them, and what is found in it.
struct Read {
    loaded: Loaded,
    found: Vec<Diagnostic>,
    /// Those that the baseline knows, no longer among them.
    known: Vec<Diagnostic>,
    /// The names of files that are shown otherwise than they are, since they are no UTF-8.
    inexact: Vec<String>,
    /// The rules that had something to judge.
    judged: Vec<&'static str>,
    /// What could not be read.
    missing: Vec<Trouble>,
    /// The names of the files that were asked for; `None` where all were.
    asked: Option<HashSet<String>>,
    /// Those of them that do not look like a report.
    left_out: Vec<String>,
    /// The files around those that were asked for.
    around: Vec<Input>,
    /// Findings in them that only what has changed brings up.
    brought: Vec<Diagnostic>,
    /// How far was looked for others.
    view: View,
    /// Whether the settings that were gone by are not those that stand in what is checked.
    foreign_settings: bool,
}

impl Read {
    fn is_asked(&self, name: &str) -> bool {
        self.asked.as_ref().is_none_or(|asked| asked.contains(name))
    }

    /// Says of findings at the settings whose settings they are, where a contribution has others.
    fn tell_whose_settings(&mut self, is_foreign: bool) {
        self.foreign_settings = is_foreign;
        let at_settings = |found: &&mut Diagnostic| is_foreign && found.span.source == SourceId::SETTINGS;
        for found in self.found.iter_mut().filter(at_settings) {
            found.message += brought::FOREIGN;
        }
    }

    /// The reports that were asked for.
    fn reports(&self) -> impl Iterator<Item = &Report> {
        let reports = self.loaded.corpus.reports().iter();
        reports.filter(|report| self.is_asked(self.loaded.sources.name(report.source)))
    }
}

impl<'a> Job<'a> {
    fn judge(self) -> Judge<'a> {
        Judge { form: &self.configured.config.form, settings: self.settings }
    }

    /// Whether a finding is of a rule and a term that are reported on.
    fn takes(self, finding: &Diagnostic, loaded: &Loaded) -> bool {
        if let Some((term, _)) = self.configured.config.form.expected_at.iter().find(|(_, at)| *at == finding.span) {
            return self.choice.takes(finding.rule) && self.choice.expects(*term);
        }
        let in_term = || report_of(loaded, finding).is_none_or(|report| self.choice.is_in_term(report));
        self.choice.takes(finding.rule) && in_term()
    }

    /// Mends the files where they stand.
    fn mend(self, inputs: &[Input]) -> Mending {
        mending::write(inputs, self.judge(), &|finding, loaded| self.takes(finding, loaded))
    }

    /// Reads the inputs, and the reports around them; those of the `rest` were found, and are not reported on.
    fn read(self, mut inputs: Vec<Input>, rest: Vec<Input>, mut missing: Vec<Trouble>) -> anyhow::Result<Read> {
        let alone = self.options.alone || self.options.show_files;
        let form = &self.configured.config.form;
        let known: Cow<'_, [Input]> =
            if rest.is_empty() { Cow::from(&inputs) } else { inputs.iter().chain(&rest).cloned().collect() };
        let Around { inputs: mut others, view } =
            if alone { Around::default() } else { context(self.options, &known, form)? };
        self.configured.place(&mut others);
        others.extend(rest.into_iter().filter(|_| !alone));
        // Without any others all are asked for, and nobody need look a name up.
        let names = || inputs.iter().map(|input| input.name.clone()).collect();
        let is_part = self.options.show_files || self.options.changed_since.is_some() || !others.is_empty();
        let asked: Option<HashSet<String>> = is_part.then(names);
        let is_asked = |name: &str| asked.as_ref().is_none_or(|asked| asked.contains(name));
        let around = others.clone();
        inputs.extend(others);
        let is_inexact = |input: &&Input| input.place().to_str().is_none();
        let inexact = inputs.iter().filter(is_inexact).map(|input| input.name.clone()).collect();
        let (loaded, found, broken) = load::judged(inputs, form, self.settings);
        let concerns = |trouble: &&Trouble| is_asked(&trouble.name) || trouble.name == TOGETHER;
        missing.extend(loaded.troubles.iter().chain(&broken).filter(concerns).cloned());
        missing.sort_by(|a, b| a.name.cmp(&b.name));
        let left_out = loaded.not_reports.iter().filter(|name| is_asked(name)).cloned().collect();
        Ok(Read {
            loaded,
            found,
            known: Vec::new(),
            inexact,
            judged: Vec::new(),
            missing,
            asked,
            left_out,
            around,
            brought: Vec::new(),
            view,
            foreign_settings: false,
        })
    }

    /// Leaves the findings that were asked for.
    ///
    /// # Errors
    /// There was nothing to check.
    fn narrow(self, read: &mut Read, others: &[NotRead]) -> anyhow::Result<()> {
        let (loaded, asked) = (&read.loaded, &read.asked);
        let is_asked = |name: &str| asked.as_ref().is_none_or(|asked| asked.contains(name));
        let stands = |span: Span| is_asked(loaded.sources.name(span.source));
        // A report that is new may be the first of two, and what is found stands at the second.
        let related = |finding: &Diagnostic| {
            self.options.changed_since.is_some() && finding.related.iter().any(|other| stands(other.span))
        };
        read.found.retain(|finding| (stands(finding.span) || related(finding)) && self.takes(finding, loaded));
        // In what is no report, only what must not be there in any file: nothing else could be explained there.
        let no_reports: HashSet<&str> = loaded.not_reports.iter().map(String::as_str).collect();
        let is_no_report = |span: Span| no_reports.contains(loaded.sources.name(span.source));
        read.found.retain(|finding| finding.level == Level::Error || !is_no_report(finding.span));
        read.found.extend(read.brought.drain(..).filter(|finding| !related(finding) && self.takes(finding, loaded)));
        findings::sort(&mut read.found);
        let nothing = read.missing.is_empty() && read.found.is_empty() && self.options.changed_since.is_none();
        if !nothing || read.reports().any(|report| self.choice.is_in_term(report)) {
            return Ok(());
        }
        let in_place: Vec<&Report> = read.reports().collect();
        if !in_place.is_empty() {
            bail!("nothing to check: no report {} is of that term; {}", place(&self.options.paths), terms(&in_place));
        }
        if let [own] = loaded.own_pages.as_slice() {
            bail!("nothing to check: {own} is a page that termwise wrote, and no report");
        }
        bail!(
            "nothing to check: no file {} looks like a report; one that you name is checked whatever it looks like, \
             and --show-files lists those left out{}",
            place(&self.options.paths),
            not_read(others).map_or_else(String::new, |others| format!("; {others}"))
        );
    }
}

/// Whether the options go together, where clap cannot tell.
fn fits(options: &Lint) -> anyhow::Result<()> {
    let is_stdin = is_stdin(options);
    if options.fix && !options.diff && is_stdin {
        bail!(
            "--fix mends files where they stand, and standard input is none; name the file, or add --diff to see \
             what would be changed"
        );
    }
    if options.stdin_filename.is_some() && !is_stdin {
        bail!(NO_STDIN);
    }
    // What the environment says is a wish, what is typed an order.
    let wished =
        std::env::var("TERMWISE_FORMAT").is_ok_and(|format| FindingsFormat::named(&format) == Some(options.format));
    if options.diff && options.format != FindingsFormat::Text && !wished {
        bail!("--diff prints what --fix would change as a unified diff, and goes with no other --format than text");
    }
    outputs::named_rightly(&options.output)
}

/// What to say where there is no file to check.
fn nothing_found(options: &Lint, others: &[NotRead]) -> anyhow::Result<Printed> {
    if let Some(settings) = only_settings(options) {
        let said = vec![format!("termwise: {settings} is in order; it holds settings and is no report")];
        return Ok(Printed { said, ..Printed::default() });
    }
    let others = not_read(others).map_or_else(String::new, |others| format!("; {others}"));
    bail!("nothing to check: there is no .md, .markdown, .yaml, .yml or .txt file {}{others}", place(&options.paths))
}

/// Which report a finding is in: the last of its file that begins at or before it. Reports stand in the order of
/// their files.
fn report_of<'a>(loaded: &'a Loaded, found: &Diagnostic) -> Option<&'a Report> {
    let (reports, place) = (loaded.corpus.reports(), (found.span.source, found.span.start));
    let before = reports.partition_point(|report| (report.source, report.whole.start) <= place);
    let last = before.checked_sub(1).and_then(|at| reports.get(at));
    last.filter(|report| report.source == found.span.source)
}

/// Which terms there are reports of, in words.
fn terms(reports: &[&Report]) -> String {
    let mut terms: Vec<Term> = reports.iter().filter_map(|report| report.term()).collect();
    terms.sort();
    let mut names: Vec<String> = terms.iter().map(Term::to_string).collect();
    names.dedup();
    match names.as_slice() {
        [first, .., last] if names.len() > 6 => format!("there are reports from {first} to {last}"),
        _ => format!("there are reports of {}", listed(&names, "and")),
    }
}

fn fails(found: &[Diagnostic], fail_on: FailOn) -> bool {
    let counts = |least| found.iter().any(|finding| finding.explained.is_none() && finding.level >= least);
    least(fail_on).is_some_and(counts)
}

/// The lowest level that makes the exit code 1; none where findings never do.
fn least(fail_on: FailOn) -> Option<Level> {
    match fail_on {
        FailOn::Error => Some(Level::Error),
        FailOn::Query => Some(Level::Query),
        FailOn::Note => Some(Level::Note),
        FailOn::Never => None,
    }
}
