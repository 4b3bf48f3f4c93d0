//! What an authority says of itself: its districts, themes, abbreviations, and the terms it expects reports for.

use super::{fold, fold_name};
use crate::term::Term;
use std::collections::HashMap;

/// A district that the authority names.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct District {
    /// Its name, as documents write it.
    pub name: String,
    /// Other spellings and names of it.
    pub aliases: Vec<String>,
    /// Its code, such as E07000121.
    pub code: Option<String>,
    /// The part of the county that it lies in.
    pub area: Option<String>,
}

/// The districts that an authority names, and which spelling stands for which.
#[derive(Clone, Debug, Default)]
pub struct Districts {
    list: Vec<District>,
    by_name: HashMap<String, usize>,
}

impl Districts {
    /// These districts. An earlier one wins a name that two claim.
    #[must_use]
    pub fn new(list: Vec<District>) -> Districts {
        let mut by_name = HashMap::new();
        for (at, district) in list.iter().enumerate() {
            for name in std::iter::once(&district.name).chain(&district.aliases) {
                // Names of folders and files have hyphens where people write spaces.
                by_name.entry(fold_name(name)).or_insert(at);
                by_name.entry(fold(name)).or_insert(at);
            }
        }
        Districts { list, by_name }
    }

    /// All of them, in the order in which they are listed; none where the authority names none.
    #[must_use]
    pub fn list(&self) -> &[District] {
        &self.list
    }

    /// The district of this name or alias.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&District> {
        if self.list.is_empty() {
            return None;
        }
        let at = self.by_name.get(&fold_name(name)).or_else(|| self.by_name.get(&fold(name)))?;
        self.list.get(*at)
    }
}

/// A theme of the authority's strategy.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Theme {
    /// Its name.
    pub name: String,
    /// Words that tell of it.
    pub keywords: Vec<String>,
}

/// When the reports of a term are due.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Due {
    /// The term.
    pub term: Term,
    /// The last day, as `YYYY-MM-DD`.
    pub date: String,
}

/// Who gets to see the reports.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Publication {
    /// They stay within the authority and its partners.
    #[default]
    Internal,
    /// They are published.
    Public,
}
