//! What came of an earlier report in a later one: what was planned and what is told of it, the fate of each priority,
//! and each section's statements added, removed, reworded or unchanged. Plain data; the words for it are `diff::page`'s.

use crate::align::How;
use crate::follow::{FollowThrough, Lexicon, Side, follow};
use crate::form::{Form, SectionId};
use crate::report::{Priority, Report, Statement};
use crate::source::Text;

mod fates;
mod fields;
mod page;
mod reword;
mod statements;
pub use fields::FieldChange;
pub use page::{Part, page};
pub use reword::reword;

/// Two reports, side by side.
#[derive(Clone, Debug)]
pub struct Comparison<'a> {
    /// The earlier report.
    pub earlier: &'a Report,
    /// The later report.
    pub later: &'a Report,
    /// Fields of the report that changed, other than the term.
    pub fields: Vec<FieldChange<'a>>,
    /// What came of each planned statement of the earlier report. Nothing where the other is for no later term, or of another
    /// district: what it tells is then no answer.
    pub followed: FollowThrough<'a>,
    /// Every priority of either: those of the later report in its order, then the earlier's that are gone.
    pub priorities: Vec<Change<'a>>,
}

/// What happened to one priority.
#[derive(Clone, Debug)]
pub struct Change<'a> {
    /// What became of it.
    pub fate: Fate,
    /// Why `earlier` and `later` are taken for one; for one that was merged or split, why it is said to be.
    pub how: Option<How>,
    /// How sure that is, from 0 to 1; 0 where there is no `how`.
    pub sure: f64,
    /// The priority in the earlier report.
    pub earlier: Option<&'a Priority>,
    /// The priority in the later report.
    pub later: Option<&'a Priority>,
    /// A priority of the other report that it may be a part of: too little speaks for it to be told as a fact.
    pub like: Option<&'a Priority>,
    /// Other earlier priorities that the later one says it continues, or that have nearly all of its outcomes.
    pub from: Vec<&'a Priority>,
    /// The later priorities that the earlier one went into, where it went into another or into several.
    pub into: Vec<&'a Priority>,
    /// Of one that was dropped: where the later report names it all the same.
    pub named: Option<&'a Text>,
    /// Fields of the priority that changed, other than title, id and `continues`.
    pub fields: Vec<FieldChange<'a>>,
    /// The sections that either has, in the order of the form.
    pub sections: Vec<SectionChange<'a>>,
}

/// What changed in one section of one priority.
#[derive(Clone, Debug)]
pub struct SectionChange<'a> {
    /// Which section.
    pub section: SectionId,
    /// Statements of the later report only, in its order.
    pub added: Vec<&'a Statement>,
    /// Statements of the earlier report only, in its order.
    pub removed: Vec<&'a Statement>,
    /// Statements that say it in other words, earlier and later, in the later report's order.
    pub reworded: Vec<(&'a Statement, &'a Statement)>,
    /// How many statements say the same in the same words.
    pub unchanged: usize,
}

/// What became of a priority.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Fate {
    /// It is in the later report only.
    New,
    /// It goes on.
    Continued,
    /// It goes on under another title.
    Retitled,
    /// Another body holds it now.
    HandedOver,
    /// It is part of another priority now.
    Merged,
    /// It is several priorities now, or one of those.
    Split,
    /// It has ended.
    Closed,
    /// It is in the earlier report only, and nothing says why.
    Dropped,
}

impl Fate {
    /// All of them, in the order in which they are counted.
    pub const ALL: [Fate; 8] = [
        Fate::Continued,
        Fate::Retitled,
        Fate::New,
        Fate::Split,
        Fate::Merged,
        Fate::HandedOver,
        Fate::Closed,
        Fate::Dropped,
    ];

    /// Its word in JSON: `handed-over`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Fate::New => "new",
            Fate::Continued => "continued",
            Fate::Retitled => "retitled",
            Fate::HandedOver => "handed-over",
            Fate::Merged => "merged",
            Fate::Split => "split",
            Fate::Closed => "closed",
            Fate::Dropped => "dropped",
        }
    }
}

impl Comparison<'_> {
    /// Whether the report that was named as the earlier is for a later term than the other.
    #[must_use]
    pub fn is_backwards(&self) -> bool {
        let terms = self.earlier.term().zip(self.later.term());
        terms.is_some_and(|(before, after)| before > after && !before.same_slot(&after))
    }

    /// Whether the reports state two different districts.
    #[must_use]
    pub fn has_two_districts(&self) -> bool {
        let both = self.earlier.district().zip(self.later.district());
        both.is_some_and(|_| !fields::same_district(self.earlier, self.later))
    }

    /// Whether two districts may be one with a new name: the later report has the same priorities, by title and outcomes.
    #[must_use]
    pub fn may_be_renamed(&self) -> bool {
        let terms = self.earlier.term().zip(self.later.term());
        if !self.has_two_districts()
            || !terms.is_some_and(|(before, after)| before < after && !before.same_slot(&after))
        {
            return false;
        }
        let same = |change: &Change<'_>| change.sure > 0.5 && change.fate == Fate::Continued;
        !self.priorities.is_empty() && self.priorities.iter().all(same)
    }

    /// Whether nothing changed but the term.
    #[must_use]
    pub fn is_same(&self) -> bool {
        let same = |change: &Change<'_>| {
            // What is closed in both reports has changed no more than what goes on.
            let both = change.earlier.zip(change.later);
            both.is_some_and(|(earlier, later)| !fields::retitled(earlier, later))
                && change.fields.is_empty()
                && change.sections.iter().all(|section| !section.has_changed())
        };
        self.fields.is_empty() && self.priorities.iter().all(same)
    }
}

impl SectionChange<'_> {
    /// Whether any statement was added, removed or reworded.
    #[must_use]
    pub fn has_changed(&self) -> bool {
        !(self.added.is_empty() && self.removed.is_empty() && self.reworded.is_empty())
    }
}

/// Compares two reports, of one district or of two.
#[must_use]
pub fn compare<'a>(earlier: &'a Report, later: &'a Report, form: &Form) -> Comparison<'a> {
    let ties = fates::Ties::of(&earlier.priorities, &later.priorities, form);
    let mut effort = statements::Effort::default();
    let mut priorities = Vec::with_capacity(later.priorities.len());
    for (at, priority) in later.priorities.iter().enumerate() {
        let mut change = ties.of_later(at, priority);
        change.sections = statements::sections(change.earlier, change.later, form, &mut effort);
        priorities.push(change);
    }
    for (at, priority) in earlier.priorities.iter().enumerate().filter(|(at, _)| !ties.goes_on(*at)) {
        let mut change = ties.of_gone(at, priority);
        let title = change.earlier.and_then(|earlier| earlier.title.as_ref()).filter(|_| change.fate == Fate::Dropped);
        change.named = title.and_then(|title| later.naming(title.words()));
        change.sections = statements::sections(change.earlier, change.later, form, &mut effort);
        priorities.push(change);
    }
    let fields = fields::of_report(earlier, later);
    let mut comparison = Comparison { earlier, later, fields, followed: FollowThrough::default(), priorities };
    let is_later = earlier.term().zip(later.term()).is_none_or(|(before, after)| !before.same_slot(&after));
    let is_whole = !earlier.cut_short && !later.cut_short;
    if is_whole && is_later && !comparison.is_backwards() && !comparison.has_two_districts() {
        comparison.followed = followed(earlier, later, form);
    }
    comparison
}

fn followed<'a>(earlier: &'a Report, later: &'a Report, form: &Form) -> FollowThrough<'a> {
    let lexicon = Lexicon::with(&form.glossary);
    let [before, after] = [earlier, later].map(|report| Side::of(report, form, &lexicon));
    follow(&before, &after, form)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::draft::{Draft, draft, pair, report};
    use crate::form::Status;

    /// Each change as `fate how earlier > later = into`, the last of what went into others than itself.
    fn fates(earlier: &[Draft], later: &[Draft]) -> Vec<String> {
        let (earlier, later, _) = pair(earlier, later);
        let title = |priority: Option<&Priority>| priority.map_or("-", |p| p.name()).to_owned();
        let told = |change: &Change<'_>| {
            let how = change.how.map_or("-", How::key);
            let into: Vec<&str> = change.into.iter().map(|into| into.name()).collect();
            let ended = change.later.is_some_and(|later| later.known_status().is_some_and(Status::ended));
            let into = if ended && !into.is_empty() { format!(" = {}", into.join(" + ")) } else { String::new() };
            format!("{} {how} {} > {}{into}", change.fate.key(), title(change.earlier), title(change.later))
        };
        compare(&earlier, &later, &Form::built_in()).priorities.iter().map(told).collect()
    }

    #[test]
    fn every_fate_is_told_in_the_order_of_the_later_report() {
        let t = |title| draft(title, &[]);
        let known = |id, title, continues| Draft { id, title, continues, ..Draft::default() };
        let status = |title, status| Draft { title, status, ..Draft::default() };
        let renamed = |title, status| Draft { id: "x", title, status, ..Draft::default() };
        type Row = (Vec<Draft>, Vec<Draft>, Vec<&'static str>);
        let table: Vec<Row> = vec![
            (vec![], vec![], vec![]),
            (
                vec![t("B"), t("A"), t("D")],
                vec![t("A"), t("C"), t("b")],
                vec!["continued title A > A", "new - - > C", "continued title B > b", "dropped - D > -"],
            ),
            (vec![renamed("A", "")], vec![renamed("B", "on-hold")], vec!["retitled id A > B"]),
            (vec![renamed("A", "")], vec![renamed("B", "Closed")], vec!["closed id A > B"]),
            (vec![t("A")], vec![status("A", "handed over")], vec!["handed-over title A > A"]),
            (vec![t("A")], vec![status("A", "merged")], vec!["merged title A > A"]),
            (vec![t("A")], vec![status("A", "split")], vec!["split title A > A"]),
            (
                vec![status("A", "handed-over"), status("B", "ongoing")],
                vec![],
                vec!["handed-over - A > -", "dropped - B > -"],
            ),
            (vec![], vec![status("A", "closed")], vec!["new - - > A"]),
            (
                vec![known("a", "A", &[]), known("b", "B", &[])],
                vec![known("c", "C", &["a", "b"])],
                vec!["retitled continues A > C", "merged continues B > -"],
            ),
            (
                vec![known("a", "A", &[])],
                vec![known("b", "B", &["a"]), known("c", "C", &["a"])],
                vec!["split continues A > B", "split continues - > C"],
            ),
            (
                vec![known("a", "A", &[])],
                vec![known("a", "A", &[]), known("c", "C", &["a"])],
                vec!["split id A > A", "split continues - > C"],
            ),
            (
                vec![known("a", "A", &[]), known("b", "B", &[]), known("c", "C", &[])],
                vec![known("b", "B", &["a"]), known("c", "C", &["a"])],
                vec!["continued id B > B", "continued id C > C", "split continues A > -"],
            ),
            // Reported once more with its status, and carried on by another: it is no part of itself.
            (
                vec![known("a", "A", &[]), known("b", "B", &[])],
                vec![Draft { status: "merged", ..known("a", "A", &[]) }, known("b", "B", &["a"])],
                vec!["merged id A > A = B", "continued id B > B"],
            ),
            (
                vec![known("a", "A", &[])],
                vec![
                    Draft { status: "split", ..known("a", "A", &[]) },
                    known("c", "C", &["a"]),
                    known("d", "D", &["a"]),
                ],
                vec!["split id A > A = C + D", "split continues - > C", "split continues - > D"],
            ),
        ];
        for (earlier, later, expected) in table {
            assert_eq!(fates(&earlier, &later), expected);
        }
    }

    #[test]
    fn outcomes_tell_of_merges_and_splits_that_nobody_states() {
        type Sections = &'static [(&'static str, &'static [&'static str])];
        const ABSENCE: Sections = &[("intended_outcomes", &["Persistent absence falls", "Pupils feel they belong"])];
        const SPEECH: Sections =
            &[("intended_outcomes", &["More children talk well at five", "Settings screen alike"])];
        const BOTH: Sections = &[(
            "intended_outcomes",
            &[
                "Persistent absence falls",
                "Pupils feel they belong",
                "More children talk well at five",
                "Settings screen alike",
            ],
        )];
        const ALMOST: Sections =
            &[("intended_outcomes", &["Persistent absence falls", "Pupils feel they belong", "Heads meet each month"])];
        let whole = || draft("Start well", BOTH);
        let table = [
            (
                vec![draft("Attendance", ABSENCE), draft("Talk", SPEECH), draft("Start well", BOTH)],
                vec![whole()],
                vec![
                    "continued title Start well > Start well",
                    "merged outcomes Attendance > -",
                    "merged outcomes Talk > -",
                ],
            ),
            (
                vec![whole()],
                vec![whole(), draft("Attendance", ABSENCE)],
                vec!["split title Start well > Start well", "split outcomes - > Attendance"],
            ),
            // Two of three are not enough for a fact.
            (
                vec![whole()],
                vec![whole(), draft("Attendance", ALMOST)],
                vec!["continued title Start well > Start well", "new - - > Attendance"],
            ),
        ];
        for (earlier, later, expected) in table {
            assert_eq!(fates(&earlier, &later), expected);
        }
        let (earlier, later, _) = pair(&[whole()], &[whole(), draft("Attendance", ALMOST)]);
        let changes = compare(&earlier, &later, &Form::built_in()).priorities;
        assert_eq!(changes.last().and_then(|change| change.like).map(Priority::name), Some("Start well"));
    }

    #[test]
    fn statements_are_matched_once_each_by_id_then_same_words_then_like_words() {
        const EARLIER: &[(&str, &[&str])] = &[
            ("intended_outcomes", &["Absence falls.", "Absence falls", "Pupils belong"]),
            (
                "activity",
                &[
                    "Met the heads of the six primaries",
                    "Wrote to parents >> letters >> texts",
                    "Old words {#plan}",
                    "Trained forty staff",
                    "Opened a drop-in {#x}",
                ],
            ),
            ("planned", &["Agree the pathway"]),
        ];
        const LATER: &[(&str, &[&str])] = &[
            ("intended_outcomes", &["Absence\n  falls", "Pupils belong"]),
            (
                "activity",
                &[
                    "New sentence altogether {#plan}",
                    "Wrote to parents: letters; texts",
                    "Met the heads of the eight primaries",
                    "Met the heads of all six primaries",
                    "Opened a drop-in {#y}",
                ],
            ),
            ("impact", &[]),
        ];
        let (earlier, later, _) = pair(&[draft("A", EARLIER)], &[draft("a", LATER)]);
        let comparison = compare(&earlier, &later, &Form::built_in());
        let told = |change: &SectionChange<'_>| {
            let words = |s: &&Statement| s.text.words().to_owned();
            let reworded = change.reworded.iter().map(|(from, to)| format!("{} > {}", words(from), words(to)));
            let parts: [Vec<String>; 3] = [
                change.added.iter().map(words).collect(),
                change.removed.iter().map(words).collect(),
                reworded.collect(),
            ];
            format!("{} +{:?} -{:?} ~{:?} ={}", change.section.0, parts[0], parts[1], parts[2], change.unchanged)
        };
        let sections: Vec<String> = comparison.priorities[0].sections.iter().map(told).collect();
        let expected = [
            r#"0 +[] -["Absence falls"] ~[] =2"#,
            concat!(
                r#"1 +["Met the heads of the eight primaries"] -["Trained forty staff"] "#,
                r#"~["Old words > New sentence altogether", "#,
                r#""Met the heads of the six primaries > Met the heads of all six primaries"] =2"#
            ),
            r#"2 +[] -["Agree the pathway"] ~[] =0"#,
            r#"3 +[] -[] ~[] =0"#,
        ];
        assert_eq!(sections, expected);
        assert!(!comparison.is_same());
    }

    #[test]
    fn only_the_term_may_differ_between_reports_that_are_the_same() {
        const SAID: &[(&str, &[&str])] = &[("activity", &["Met the heads", "Wrote to parents"])];
        const AGAIN: &[(&str, &[&str])] = &[("activity", &["wrote to parents!", "Met  the heads"])];
        let ongoing = Draft { status: "ongoing", ..draft("A", SAID) };
        let table = [
            ("Northmoor", "", Draft { status: "Ongoing", ..draft("a", AGAIN) }, true),
            ("NORTHMOOR", "Summer 1 2023/24", ongoing.clone(), true),
            ("Eastholme", "", ongoing.clone(), false),
            ("", "", ongoing.clone(), false),
            ("Northmoor", "", Draft { status: "on-hold", ..ongoing.clone() }, false),
            ("Northmoor", "", Draft { receiver: "Youth Futures", ..ongoing.clone() }, false),
            ("Northmoor", "", Draft { title: "B", ..ongoing.clone() }, false),
            ("Northmoor", "", draft("A", &[]), false),
        ];
        let (_, earlier) = report(0, "Northmoor", "Spring 2 2023/24", &[ongoing]);
        for (district, term, draft, same) in table {
            let (_, later) = report(1, district, term, &[draft]);
            assert_eq!(compare(&earlier, &later, &Form::built_in()).is_same(), same, "{later:?}");
        }
    }

    #[test]
    fn thousands_of_statements_do_not_hang_and_none_is_lost() {
        let (mut earlier, mut later, _) = pair(&[], &[]);
        let many = |from: usize, word: &str, count: usize| {
            let lines: Vec<String> = (from..from + count).map(|n| format!("Met {n} of the {word} heads {n}")).collect();
            let lines: &'static [&'static str] = lines.into_iter().map(|l| &*l.leak()).collect::<Vec<_>>().leak();
            report(0, "", "", &[draft("A", vec![("activity", lines)].leak())]).1.priorities
        };
        earlier.priorities = many(0, "same", 3000);
        later.priorities = many(1500, "same", 3000);
        let comparison = compare(&earlier, &later, &Form::built_in());
        let section = &comparison.priorities[0].sections[0];
        assert_eq!((section.unchanged, section.added.len(), section.removed.len()), (1500, 1500, 1500));
        for _ in 0..40 {
            earlier.priorities.extend(many(0, "old", 300));
            later.priorities.extend(many(0, "new", 300));
        }
        let comparison = compare(&earlier, &later, &Form::built_in());
        let sections = comparison.priorities.iter().flat_map(|change| &change.sections);
        let after = sections.clone().map(|s| s.unchanged + s.reworded.len() + s.added.len()).sum::<usize>();
        let before = sections.map(|s| s.unchanged + s.reworded.len() + s.removed.len()).sum::<usize>();
        assert_eq!((before, after), (15_000, 15_000));
    }
}
