//! The records that stand in lists and counts of a paper: statements, plans, changes, and how many of each.

use crate::page::record;

record! {
    /// Statements, chosen from more.
    Chosen {
        /// Those that are shown: what several districts say first, then one of each district in turn.
        statements: Vec<Statement>,
        /// How many more there are.
        left_out: usize,
    }
}

record! {
    /// A statement.
    Statement {
        /// Its words.
        words: String,
        /// The districts that state it, in these very words but for capitals, spaces and the mark at the end.
        districts: Vec<String>,
        /// The priority that it stands in; empty where that of another district is called differently.
        priority: String,
        /// The term of its report.
        term: String,
        /// Whether that is the latest term of the paper.
        is_current: bool,
    }
}

record! {
    /// A priority by name.
    Titled {
        /// Its title.
        title: String,
        /// The district.
        district: String,
    }
}

record! {
    /// What became of a priority.
    Change {
        /// The priority.
        priority: String,
        /// The district.
        district: String,
        /// What happened, such as "handed over to the Heads' Forum in Autumn 2024/25".
        what: String,
    }
}

record! {
    /// How many planned statements came to what.
    Followed {
        /// How many districts planned something.
        districts: usize,
        /// How many were planned in a report that has a later one.
        planned: usize,
        /// How many of them the later report tells of.
        reported: usize,
        /// How many it may tell of.
        possible: usize,
        /// How many of these two it tells as not done or put off.
        not_done: usize,
        /// How many it plans again.
        again: usize,
        /// How many no matching activity was found for.
        not_found: usize,
    }
}

record! {
    /// What became of priorities, each counted once: `reported`, `earlier`, and how those ended that did add up to all of them.
    Moves {
        /// How many stand in a report for the latest term, and have not ended.
        reported: usize,
        /// How many of these are on hold.
        on_hold: usize,
        /// How many more have not ended, as far as is told, and were last reported before the latest term.
        earlier: usize,
        /// How many were merged into another.
        merged: usize,
        /// How many were split.
        split: usize,
        /// How many were handed over.
        handed_over: usize,
        /// How many were closed.
        closed: usize,
        /// How many a later report no longer holds, without saying why.
        dropped: usize,
        /// How many were first reported after the first report of their district.
        opened: usize,
        /// How many were given another title.
        retitled: usize,
        /// How many were taken up again after they had ended or were away, whether they ended anew or not.
        resumed: usize,
    }
}

record! {
    /// Planned statements, chosen from more.
    Plans {
        /// Those that are shown, one of each district in turn.
        plans: Vec<Planned>,
        /// How many more there are.
        left_out: usize,
    }
}

record! {
    /// A planned statement, and what the later report says of it.
    Planned {
        /// Its words.
        words: String,
        /// The district.
        district: String,
        /// The priority.
        priority: String,
        /// The term that it was planned in.
        term: String,
        /// What the later report says: the statement that tells of it, or the reason that it gives; empty if there is none.
        said: String,
    }
}

record! {
    /// The most that is shown of each list.
    Most {
        /// Statements of a theme or strand.
        statements: usize,
        /// Intended outcomes of a theme.
        outcomes: usize,
        /// Priorities of a strand.
        priorities: usize,
        /// Case studies.
        case_studies: usize,
        /// Figures of a priority.
        figures: usize,
        /// Statements of impact.
        impact: usize,
        /// Statements of what was done, and of what is planned next.
        done: usize,
        /// Planned statements that nothing was found for, or that were not done.
        plans: usize,
        /// Changes of the latest term.
        changes: usize,
        /// Districts that are named one by one, beside a statement or where all of them are.
        districts: usize,
        /// Rows of the table of status.
        status: usize,
    }
}
