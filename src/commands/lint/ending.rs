//! What is said after the findings: what they come to, what was read, what was not compared, and the next step.

use super::around::View;
use super::checked::{self, Seen};
use super::{Job, Read, report_of};
use crate::cli::Lint;
use crate::diagnostic::{Diagnostic, Level};
use crate::form::Limit;
use crate::git;
use crate::render::findings::{Concern, Ending, Notice, Room, Summary};
use crate::report::Report;
use crate::source::SourceId;
use std::collections::HashSet;

impl Ending {
    /// Takes in what else there is to tell: where no report is left to check, that is not nothing.
    pub(super) fn tell(&mut self, notices: Vec<Notice>, options: &Lint) {
        let is_gone = notices.iter().any(|notice| notice.kind == Concern::Gone);
        if let (Some(since), true, true) = (&options.changed_since, is_gone, self.nothing.is_some()) {
            self.nothing = Some(match options.contribution {
                Some(_) => "This contribution changes nothing else that would be checked.".to_owned(),
                None => format!("Nothing else has changed since {} that would be checked.", git::short(since)),
            });
        }
        let is_passed_by = notices.iter().any(|notice| notice.kind == Concern::Unread);
        if options.contribution.is_some() && is_passed_by && !is_gone && self.nothing.is_some() {
            self.nothing = Some("Nothing was checked as a report; see what was passed by.".to_owned());
        }
        self.notices = notices;
        // What fails the run first, then what a contributor could hide among the rest.
        self.notices.sort_by_key(|notice| match notice.kind {
            Concern::Fault => 0,
            Concern::Ruling => 1,
            Concern::Gone => 2,
            Concern::Unread => 3,
        });
    }
}

impl Job<'_> {
    /// What the closing lines say; so many findings as `mended` are gone.
    pub fn ending(self, read: &mut Read, mended: usize) -> Ending {
        let loaded = &read.loaded;
        let reports: Vec<&Report> = read.reports().filter(|report| self.choice.is_in_term(report)).collect();
        let in_report = |finding: &&Diagnostic| finding.span.source != SourceId::SETTINGS;
        let open = || read.found.iter().filter(|finding| finding.explained.is_none());
        let at_settings = open().filter(|finding| !in_report(finding)).count();
        let is_query = |finding: &&Diagnostic| finding.level == Level::Query;
        let explains = |finding: &&Diagnostic| in_report(finding) && checked::explains(finding.rule);
        let queries_at_settings = open().filter(is_query).filter(|finding| !in_report(finding)).count();
        let of_explanations = open().filter(is_query).filter(explains).count();
        let open = open().filter(in_report);
        let touched: HashSet<(SourceId, usize)> =
            open.map(|f| (f.span.source, report_of(loaded, f).map_or(0, |report| report.number))).collect();
        // So are what is handed in and no report, what others bring something up in, and what cannot be read.
        let all: HashSet<(SourceId, usize)> =
            reports.iter().map(|report| (report.source, report.number)).chain(touched.iter().copied()).collect();
        let names: HashSet<&str> = all.iter().map(|(source, _)| loaded.sources.name(*source)).collect();
        let no_text = loaded.no_text.iter().filter(|file| read.is_asked(&file.name) && !names.contains(&*file.name));
        let summary = Summary {
            reports: all.len() + no_text.count(),
            with_findings: touched.len(),
            at_settings,
            queries_at_settings,
            of_explanations,
            known: read.known.len(),
            not_reports: read.left_out.len(),
            troubles: read.missing.len(),
            mended,
            ..Summary::counting(&read.found)
        };
        let form = &self.configured.config.form;
        let seen = Seen::of(&reports, loaded, read.view);
        let unseen = checked::unseen(&reports, self.settings, self.choice, &seen, &loaded.sources);
        let clean = summary.errors + summary.queries == 0;
        let mut checked = checked::lines(&reports, form, self.settings, self.choice, &seen, &loaded.sources);
        checked.extend(unseen.clone().filter(|_| clean));
        let judged = checked::rules(&reports, self.settings, self.choice, &seen);
        let mut unread = checked::unread(&reports, &loaded.sources);
        unread.extend(loaded.no_text.iter().filter(|file| read.is_asked(&file.name)).map(|file| file.name.clone()));
        let revision = self.options.changed_since.as_ref().filter(|_| reports.is_empty() && read.found.is_empty());
        let nothing = revision.map(|revision| match self.options.contribution {
            Some(_) => "This contribution changes no report: nothing to check.".to_owned(),
            None => format!("No report has changed since {}: nothing to check.", git::short(revision)),
        });
        let ending = Ending {
            summary,
            nothing,
            stopped: false,
            notices: Vec::new(),
            checked,
            unread,
            // Under a root all there is was in view.
            unseen: unseen.filter(|_| !clean && read.view != View::Root),
            explained: self.options.explained,
            partial: self.choice.limits_rules(),
            explaining: checked::explaining(&read.found, &loaded.sources),
            room: Room {
                findings: form.limits.of(Limit::Findings),
                excerpt: form.limits.of(Limit::Excerpt),
                raising: form.limits.raising(Limit::Findings),
            },
        };
        read.judged = judged;
        ending
    }
}
