//! What a paper is written from: the records that every template is given. Their sentences of documentation are the
//! table of variables in the README.

use crate::page::record;

mod listed;
pub use listed::{Change, Chosen, Followed, Most, Moves, Planned, Plans, Statement, Titled};

record! {
    /// All that a paper is written from.
    Paper {
        /// The terms that the reports are of: "Spring 2023/24 to Spring 2024/25", or one term.
        period: String,
        /// The earliest term of the period; "(no clear term)" where no report states one, as in `period` and `latest_term`.
        first_term: String,
        /// The latest term of the period.
        latest_term: String,
        /// The term before the latest that any report is of, whether it lies in the period or not; empty if there is none.
        term_before: String,
        /// All terms of the period that reports are of, the earliest first.
        terms: Vec<String>,
        /// How many reports it draws on: those of a district and a clear term that tell of what it is limited to.
        reports: usize,
        /// What the paper is limited to, such as "the theme Attendance"; empty without such options.
        limits: Vec<String>,
        /// What the authority's form calls things.
        names: Names,
        /// Who was expected to report, and who did.
        coverage: Coverage,
        /// The districts that reported, by name.
        districts: Vec<District>,
        /// How many priorities there are.
        priorities: usize,
        /// How many of them a report of the period tells of: the others ended in it without one.
        priorities_reported: usize,
        /// The themes of the priorities, those of most districts first.
        themes: Vec<Theme>,
        /// The priorities by the first of their themes, and last those without one: what a paper has a heading for.
        strands: Vec<Strand>,
        /// The priorities that are told of at length.
        case_studies: Vec<Priority>,
        /// What was done in priorities whose first theme one district alone has; none where no theme is shared.
        less_common: Chosen,
        /// Of each priority the first statement of impact that gives a figure, a survey or somebody's words; good news or bad.
        impact: Chosen,
        /// What came of all that was planned, in the reports of the period.
        followed: Followed,
        /// The part of it that the report for the next term could tell of.
        followed_next: Followed,
        /// The rest: what was planned before a term that the district has no report for.
        followed_gaps: Followed,
        /// Of the latest term: what came of what the term before planned.
        followed_latest: Followed,
        /// Of the latest term: the same for districts without a report for the term before, of what an earlier one planned.
        followed_across: Followed,
        /// What became of priorities in the period.
        moves: Moves,
        /// Of the latest term: where each priority stands.
        status: Vec<Priority>,
        /// How many priorities are left out of `status`; those whose status has not changed go first.
        status_left_out: usize,
        /// Of the latest term: what became of priorities, one of each district in turn.
        changes: Vec<Change>,
        /// How many more changes there are.
        changes_left_out: usize,
        /// Of the latest term: what was done; what is told as not done or put off, or in words that leave it open, is in `put_off`.
        done: Chosen,
        /// Of the latest term: what is planned next.
        next: Chosen,
        /// Of the latest term: what the term before planned and no matching activity was found for.
        not_found: Plans,
        /// Of the latest term: the same for what was planned before the term before, by districts without a report for that.
        not_found_across: Plans,
        /// Of the latest term: what the reports tell under activity as not done or put off, or in words that leave it open, beside
        /// `not_done`.
        put_off: Chosen,
        /// Of the latest term: what was planned and the reports tell as not done or put off.
        not_done: Plans,
        /// The most that is shown of each list, for the sentences that say so.
        most: Most,
    }
}

record! {
    /// What the authority's form calls things, in small letters.
    Names {
        /// A district.
        district: String,
        /// Several of them.
        districts: String,
        /// A term.
        term: String,
        /// Several of them.
        terms: String,
        /// A priority.
        priority: String,
        /// Several of them.
        priorities: String,
    }
}

record! {
    /// Who was expected to report, and who did.
    Coverage {
        /// How many reports were due.
        due: usize,
        /// How many of them have been received.
        received: usize,
        /// Whether every report that was due has been received, was looked at, and could be read to its end.
        complete: bool,
        /// How many districts were expected to report.
        districts: usize,
        /// How many of them have reported at all.
        districts_received: usize,
        /// Of the latest term: from how many districts a report was due.
        latest_due: usize,
        /// Of the latest term: from how many of these it has been received.
        latest_received: usize,
        /// Of the latest term: from how many in a hundred of these.
        latest_share: usize,
        /// The reports that are due and missing, by term; of the latest terms, if there are many.
        missing: Vec<Lacking>,
        /// How many more are missing, of earlier terms.
        missing_left_out: usize,
        /// The reports that are not due yet, by term; these lists too are of the latest terms.
        not_due: Vec<Lacking>,
        /// The reports that will not come, as termwise.yaml says, by term.
        excused: Vec<Lacking>,
        /// The reports that are there, but not among the files that were looked at, by term.
        elsewhere: Vec<Lacking>,
        /// How many files could not be read, or are of a kind that is not read.
        unread: usize,
        /// How many reports could be read in part only.
        in_part: usize,
        /// Which these are, by term, as far as they are of a district and term.
        in_part_of: Vec<Lacking>,
        /// The reports of districts with more than one for a term, all of which are drawn on, by term.
        twice: Vec<Lacking>,
        /// The reports of which there are several versions: one counts, and the others are left out.
        versions: Vec<Lacking>,
        /// How many files hold reports that are not counted: they name no district or no clear term, or one that was not expected.
        not_counted: usize,
    }
}

record! {
    /// Reports of one term that are not there.
    Lacking {
        /// The term.
        term: String,
        /// The first of the districts.
        districts: Vec<String>,
        /// How many more there are.
        left_out: usize,
    }
}

record! {
    /// A district.
    District {
        /// Its name.
        name: String,
        /// The officers of its latest report.
        officers: Vec<String>,
        /// How many reports it has in the period.
        reports: usize,
        /// The terms of these reports, the earliest first.
        terms: Vec<String>,
        /// The term of the latest of them.
        latest_term: String,
        /// Whether that is the latest term of the paper.
        is_current: bool,
        /// What came of what it had planned, in the reports of the period.
        followed: Followed,
        /// Its priorities, in the order in which they began.
        priorities: Vec<Priority>,
    }
}

record! {
    /// A theme.
    Theme {
        /// Its name.
        name: String,
        /// The districts that have it.
        districts: Vec<String>,
        /// Whether several districts share it.
        is_shared: bool,
        /// How many priorities belong to it.
        priorities: usize,
        /// What its priorities are called.
        titles: Vec<Titled>,
        /// Whether several districts work on it still, and say what is intended.
        is_shared_still: bool,
        /// What is intended, of the priorities that go on; what an earlier theme gives already is not given again.
        outcomes: Chosen,
    }
}

record! {
    /// Priorities under one heading.
    Strand {
        /// The theme; empty for priorities without one.
        name: String,
        /// Whether several districts have the theme, or none is shared, or there is none.
        is_shared: bool,
        /// The districts.
        districts: Vec<String>,
        /// The priorities that are set out, those reported for most terms if there are many.
        priorities: Vec<Priority>,
        /// How many more there are.
        left_out: usize,
        /// What was done, as the latest report of each priority gives it.
        activity: Chosen,
        /// What these reports tell under activity as not done, put off or still to come, or in words that leave it open.
        put_off: Chosen,
    }
}

record! {
    /// A priority of a district.
    Priority {
        /// Its latest title.
        title: String,
        /// The district.
        district: String,
        /// Other titles that it had before.
        earlier_titles: Vec<String>,
        /// Its themes.
        themes: Vec<String>,
        /// The first term of the period that it was reported in.
        first_term: String,
        /// The latest term that it was reported in.
        latest_term: String,
        /// How many reports of the period tell of it; none of one that ended in it without one.
        reports: usize,
        /// Where it stands: the status that its latest report states, or how it ended since; "not stated" where nothing does.
        status: String,
        /// Where it stood in the report before, and its term: "new, Spring 2023/24", or the term alone where that states no
        /// status; "none" if there is none, "not looked at" if it was not.
        stood: String,
        /// Where it stands and since when: "ongoing, Summer 2023/24", "merged, Autumn 2024/25", "not in the report for Autumn
        /// 2024/25", or the term alone where no status is stated.
        stands: String,
        /// The status that the report before stated; empty if there is none.
        status_before: String,
        /// The term of that report.
        term_before: String,
        /// Whether its latest report is of the latest term of the paper.
        is_current: bool,
        /// How far it has come: "new", "under way", "on hold", "ended" as a report says, "reported" where that states no
        /// status, or "no longer reported".
        stage: String,
        /// Who takes it over, if its latest report says so.
        receiver: String,
        /// How it ended, such as "closed in Autumn 2024/25"; empty while it goes on.
        ending: String,
        /// What happened to it, the earliest first, such as "closed in Autumn 2024/25".
        life: Vec<String>,
        /// Its intended outcomes, as its latest report gives them; so are the lists that follow.
        outcomes: Vec<String>,
        /// What was done.
        activity: Vec<String>,
        /// What is planned.
        planned: Vec<String>,
        /// What has come of it.
        impact: Vec<String>,
        /// How the work is to be kept up.
        exit: Vec<String>,
        /// Statements of impact with figures, then and now.
        figures: Vec<Figure>,
        /// How many more there are.
        figures_left_out: usize,
    }
}

record! {
    /// A figure as the reports state it, and one that an earlier report of the period states in words like it.
    Figure {
        /// The earlier statement; empty if none is like the later one.
        earlier: String,
        /// The term of its report.
        earlier_term: String,
        /// The later statement.
        later: String,
        /// The term of its report.
        later_term: String,
        /// Whether both give the same measure: their words are the same but for figures and years.
        is_same: bool,
    }
}
