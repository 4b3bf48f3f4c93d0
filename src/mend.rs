//! Which fixes may be made, and a file with all of them made: rounds of reading, judging and fixing in memory.
//!
//! A fix is offered only after it was tried: the text with it is read again, and must say what it said before
//! (titles, statements, values, explanations; the order of sections aside) and hold one finding less and no
//! other. What is written is compared with the file once more, as a whole. No disk is touched here.

use crate::diagnostic::{Diagnostic, Fix, Level};
use crate::fix::{apart, apply};
use crate::form::Form;
use crate::load::{Input, Loaded, load};
use crate::report::{Report, write};
use crate::rule::Settings;
use crate::source::{Origin, Source, SourceId};
use rayon::prelude::*;
use std::collections::{BTreeMap, HashSet};

/// A file with its fixes made.
#[derive(Debug)]
pub struct Mended {
    /// What the file holds now.
    pub bytes: Vec<u8>,
    /// How many findings are mended.
    pub findings: usize,
}

/// The most bytes of a file that is mended: every fix is tried, and no report is nearly so long.
pub const MAX_MENDED: usize = 1024 * 1024;

/// The most rounds for a file of at most [`SMALL`] bytes; larger ones get fewer. Each makes at least one fix,
/// nearly always all that do not touch.
const ROUNDS: usize = 50;

/// The most trials of the fixes of such a file.
const TRIALS: usize = 32;
const SMALL: usize = 128 * 1024;

/// The form and settings that fixes are judged by.
#[derive(Clone, Copy, Debug)]
pub struct Judge<'a> {
    /// The form in force.
    pub form: &'a Form,
    /// What is set of the rules.
    pub settings: &'a Settings,
}

impl Judge<'_> {
    /// Takes away every fix that does not stand its trial, so that what is left can be made. Findings of one file
    /// stand together.
    pub fn prove(self, found: &mut [Diagnostic], loaded: &Loaded) {
        let groups: Vec<&mut [Diagnostic]> = found.chunk_by_mut(|a, b| a.span.source == b.span.source).collect();
        groups.into_par_iter().for_each(|group| {
            let source = group.first().and_then(|first| loaded.sources.get(first.span.source));
            let source = source.filter(|_| group.iter().any(|finding| finding.fix.is_some()));
            let proved = source.map_or_else(HashSet::new, |source| self.proved(source, group));
            for (at, finding) in group.iter_mut().enumerate() {
                finding.fix.take_if(|_| !proved.contains(&at));
            }
        });
    }

    /// Which findings of one file have a fix that can be made, by number.
    fn proved(self, source: &Source, found: &[Diagnostic]) -> HashSet<usize> {
        let mut proved = HashSet::new();
        if source.origin != Origin::File || source.text.len() > MAX_MENDED {
            return proved;
        }
        let before = self.read(&again(source, source.text.as_bytes()));
        if !before.is_sound {
            return proved;
        }
        let mut text = Source::of(&source.name, &source.text);
        text.path.clone_from(&source.path);
        let fixes = |offers: &[usize]| offers.iter().filter_map(|at| found.get(*at)).collect::<Vec<_>>();
        let mut together = apart(found.iter().filter_map(|finding| finding.fix.as_ref())).into_iter().peekable();
        let (mut first, mut later) = (Vec::new(), Vec::new());
        for (at, fix) in found.iter().enumerate().filter_map(|(at, finding)| Some((at, finding.fix.as_ref()?))) {
            let chosen = together.next_if(|chosen| std::ptr::eq(*chosen, fix)).is_some();
            if chosen { first.push(at) } else { later.push(vec![at]) }
        }
        // All at once, then halves of those that do not hold together, then one by one.
        let mut open: Vec<Vec<usize>> = later.into_iter().chain([first]).collect();
        let mut trials = bounded(TRIALS, source.text.len());
        while let Some(mut offers) = open.pop().filter(|_| trials > 0) {
            trials -= 1;
            if self.holds(&text, &before, &fixes(&offers)) {
                proved.extend(offers);
            } else if offers.len() > 1 {
                let half = offers.split_off(offers.len() / 2);
                open.extend([half, offers]);
            }
        }
        proved
    }

    /// Whether the text with these findings mended says the same and has no other findings.
    fn holds(self, source: &Source, before: &Reading, mended: &[&Diagnostic]) -> bool {
        let fixes: Vec<&Fix> = mended.iter().filter_map(|finding| finding.fix.as_ref()).collect();
        let bytes = apply(source, source.text.as_bytes(), &fixes);
        let Some(after) = bytes.map(|bytes| self.read(&again(source, &bytes))) else { return false };
        let mut most = before.findings.clone();
        for finding in mended {
            let left = most.get_mut(&(finding.rule, finding.level));
            left.into_iter().for_each(|count| *count = count.saturating_sub(1));
        }
        let few = |(kind, count): (&(&str, Level), &usize)| most.get(kind).is_some_and(|most| count <= most);
        after.is_sound && after.content == before.content && after.findings.iter().all(few)
    }

    /// The file of `input`, which holds `bytes`, with every fix made that `chosen` findings offer, round by round until none is left; `None`
    /// where there is none.
    ///
    /// # Errors
    /// In words for people: what is read afterwards is not what was read before, a fault of termwise.
    pub fn mend(
        self,
        input: &Input,
        bytes: &[u8],
        chosen: &dyn Fn(&Diagnostic, &Loaded) -> bool,
    ) -> Result<Option<Mended>, String> {
        let (mut now, mut findings) = (bytes.to_vec(), 0);
        for _ in 0..bounded(ROUNDS, bytes.len()) {
            let loaded = load(vec![input.with(&now)], self.form);
            let Some(source) = loaded.sources.get(SourceId(0)) else { break };
            let (mut found, _) = loaded.judge(self.form, self.settings);
            self.prove(&mut found, &loaded);
            let fixes = apart(found.iter().filter(|finding| chosen(finding, &loaded)).filter_map(Diagnostic::mendable));
            // Fixes that each hold may not hold together: then the first goes first.
            let alone = fixes.get(..1).unwrap_or_default();
            let made = [fixes.as_slice(), alone].into_iter().find_map(|fixes| {
                let next = apply(source, &now, fixes).filter(|_| !fixes.is_empty())?;
                self.says_the_same(input, &now, &next).then_some((next, fixes.len()))
            });
            let Some((next, count)) = made else { break };
            (now, findings) = (next, findings + count);
        }
        if findings == 0 {
            return Ok(None);
        }
        if !self.says_the_same(input, bytes, &now) {
            return Err("termwise's fix would have changed what it says, so it was left as it is; this is a fault of \
                        termwise, please report it"
                .to_owned());
        }
        Ok(Some(Mended { bytes: now, findings }))
    }

    fn says_the_same(self, input: &Input, before: &[u8], after: &[u8]) -> bool {
        let (before, after) = (self.read(&input.with(before)), self.read(&input.with(after)));
        before.is_sound && after.is_sound && before.content == after.content
    }

    /// What a file says, and what is found in it.
    fn read(self, input: &Input) -> Reading {
        let loaded = load(vec![input.clone()], self.form);
        let (found, broken) = loaded.judge(self.form, self.settings);
        let unread = loaded.diagnostics.iter().any(|finding| finding.rule == "unreadable");
        let is_sound = loaded.troubles.is_empty() && broken.is_empty() && !unread;
        let mut findings = BTreeMap::new();
        found.iter().for_each(|finding| *findings.entry((finding.rule, finding.level)).or_default() += 1);
        Reading { content: content(loaded.corpus.reports(), self.form), findings, is_sound }
    }
}

/// The file of a source as it would be with these bytes in it.
fn again(source: &Source, bytes: &[u8]) -> Input {
    Input { path: Some(source.path.clone()), ..Input::of(&source.name, bytes) }
}

/// What a file says, and what is found in it.
struct Reading {
    content: String,
    findings: BTreeMap<(&'static str, Level), usize>,
    /// Whether all of it could be read.
    is_sound: bool,
}

/// How often something is done with a file of so many bytes.
fn bounded(most: usize, bytes: usize) -> usize {
    (most * SMALL / bytes.max(SMALL)).max(2)
}

/// All that reports say, sections in the order of the form; the template's own questions say nothing.
fn content(reports: &[Report], form: &Form) -> String {
    let mut reports = reports.to_vec();
    let passages = reports.iter_mut().flat_map(|report| &mut report.priorities).flat_map(|p| &mut p.passages);
    passages.filter(|p| !p.prompts().is_empty()).for_each(|p| p.more().prompts.clear());
    write::yaml(&reports, form)
}
