//! The rows of a rollup, whatever they are, put in another order or cut short.

use super::{coverage, districts, findings, follow_through, plans, priorities, statements, terms, themes};

/// The rows of a rollup.
#[derive(Clone, Debug)]
pub enum Rows<'a> {
    /// Of [`View::Districts`](super::View::Districts).
    Districts(Vec<districts::Row<'a>>),
    /// Of [`View::Terms`](super::View::Terms).
    Terms(Vec<terms::Row<'a>>),
    /// Of [`View::Themes`](super::View::Themes).
    Themes(Vec<themes::Row<'a>>),
    /// Of [`View::Priorities`](super::View::Priorities).
    Priorities(Vec<priorities::Row<'a>>),
    /// Of [`View::FollowThrough`](super::View::FollowThrough).
    FollowThrough(Vec<follow_through::Row<'a>>),
    /// Of [`View::Plans`](super::View::Plans).
    Plans(Vec<plans::Row<'a>>),
    /// Of [`View::Findings`](super::View::Findings).
    Findings(Vec<findings::Row<'a>>),
    /// Of [`View::Explanations`](super::View::Explanations).
    Explanations(Vec<findings::Row<'a>>),
    /// Of [`View::Statements`](super::View::Statements).
    Statements(Vec<statements::Row<'a>>),
    /// Of [`View::Coverage`](super::View::Coverage).
    Coverage(Vec<coverage::Place<'a>>),
}

impl Rows<'_> {
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Rows::Districts(rows) => rows.len(),
            Rows::Terms(rows) => rows.len(),
            Rows::Themes(rows) => rows.len(),
            Rows::Priorities(rows) => rows.len(),
            Rows::FollowThrough(rows) => rows.len(),
            Rows::Plans(rows) => rows.len(),
            Rows::Findings(rows) | Rows::Explanations(rows) => rows.len(),
            Rows::Statements(rows) => rows.len(),
            Rows::Coverage(rows) => rows.len(),
        }
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Puts them in this order, by their numbers; those that it does not name are left out.
    pub fn arrange(&mut self, order: &[usize]) {
        match self {
            Rows::Districts(rows) => arranged(rows, order),
            Rows::Terms(rows) => arranged(rows, order),
            Rows::Themes(rows) => arranged(rows, order),
            Rows::Priorities(rows) => arranged(rows, order),
            Rows::FollowThrough(rows) => arranged(rows, order),
            Rows::Plans(rows) => arranged(rows, order),
            Rows::Findings(rows) | Rows::Explanations(rows) => arranged(rows, order),
            Rows::Statements(rows) => arranged(rows, order),
            Rows::Coverage(rows) => arranged(rows, order),
        }
    }
}

fn arranged<T>(rows: &mut Vec<T>, order: &[usize]) {
    let mut all: Vec<Option<T>> = std::mem::take(rows).into_iter().map(Some).collect();
    rows.extend(order.iter().filter_map(|at| all.get_mut(*at)?.take()));
}
