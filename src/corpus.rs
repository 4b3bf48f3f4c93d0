//! All reports of a run together: the series of each district over its terms, and the steps in them.

use crate::form::fold_name;
use crate::report::Report;
use crate::term::Term;
use std::collections::BTreeMap;

mod threads;
mod versions;
pub use threads::{Thread, threads};
pub(crate) use versions::are_versions;

/// Every report that was read, in the order of their files.
#[derive(Debug, Default)]
pub struct Corpus {
    reports: Vec<Report>,
    /// Other versions of some of them, which do not count.
    aside: Vec<Report>,
}

/// The reports of one district, by term.
#[derive(Clone, Debug)]
pub struct Series<'a> {
    /// The district's name as its latest report writes it.
    pub district: &'a str,
    /// Its reports with a clear term, earliest first; two of one term stand in the order of their files.
    pub reports: Vec<(Term, &'a Report)>,
}

/// A report and the nearest earlier report of its district.
#[derive(Clone, Copy, Debug)]
pub struct Step<'a> {
    /// The earlier report.
    pub earlier: &'a Report,
    /// The later report.
    pub later: &'a Report,
}

impl Series<'_> {
    /// The place in the series of the nearest earlier report: none of the same slot in the school year.
    #[must_use]
    pub fn before(&self, at: usize) -> Option<usize> {
        let (term, _) = self.reports.get(at)?;
        let mut earlier = (0..at).rev();
        earlier.find(|before| self.reports.get(*before).is_some_and(|(other, _)| !other.same_slot(term)))
    }
}

impl Corpus {
    /// A corpus of reports in the order of their files.
    #[must_use]
    pub fn new(reports: Vec<Report>) -> Corpus {
        Corpus { reports, aside: Vec::new() }
    }

    /// Every report, in the order of their files.
    #[must_use]
    pub fn reports(&self) -> &[Report] {
        &self.reports
    }

    /// One series for each district, by name. A report without a district or a clear term joins none.
    #[must_use]
    pub fn series(&self) -> Vec<Series<'_>> {
        let mut by_name: BTreeMap<String, Vec<(Term, &Report)>> = BTreeMap::new();
        for report in &self.reports {
            if let (Some(district), Some(term)) = (report.district(), report.term()) {
                by_name.entry(fold_name(district)).or_default().push((term, report));
            }
        }
        let named = by_name.into_values().map(|mut reports| {
            reports.sort_by_key(|(term, _)| *term);
            reports
        });
        named.filter_map(|reports| Some(Series { district: reports.last()?.1.district()?, reports })).collect()
    }

    /// A step for every report that has an earlier one of its district. Several reports of one slot in the
    /// school year all step from the same earlier report.
    #[must_use]
    pub fn steps(&self) -> Vec<Step<'_>> {
        let mut steps = Vec::new();
        for series in self.series() {
            for (at, (_, later)) in series.reports.iter().enumerate() {
                let before = series.before(at).and_then(|before| series.reports.get(before));
                steps.extend(before.map(|(_, earlier)| Step { earlier, later }));
            }
        }
        steps
    }
}
