//! Words that tell who somebody is, or nearly: of which kind, where they stand, and what may be shown of them.

use super::{Source, number};
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// What kind of private words they are.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Kind {
    /// A unique pupil number.
    Upn,
    /// A unique pupil number that a school gave out for the time being.
    TemporaryUpn,
    /// A unique learner number.
    Uln,
    /// An NHS number.
    NhsNumber,
    /// A National Insurance number.
    NiNumber,
    /// When a child was born.
    DateOfBirth,
    /// Somebody's own telephone.
    Telephone,
    /// Somebody's own e-mail address.
    Email,
    /// The postcode of a home.
    Postcode,
    /// The initials of a child.
    Initials,
    /// The name of a child.
    Name,
    /// How many people, where they are few.
    SmallCount,
    /// A figure that was kept back, and that the others give away.
    Recoverable,
}

impl Kind {
    /// Every kind, with its name for people who keep lists of them.
    pub const ALL: &[(Kind, &str)] = &[
        (Kind::Upn, "upn"),
        (Kind::TemporaryUpn, "upn-temporary"),
        (Kind::Uln, "uln"),
        (Kind::NhsNumber, "nhs-number"),
        (Kind::NiNumber, "ni-number"),
        (Kind::DateOfBirth, "date-of-birth"),
        (Kind::Telephone, "telephone"),
        (Kind::Email, "e-mail"),
        (Kind::Postcode, "postcode"),
        (Kind::Initials, "initials"),
        (Kind::Name, "name"),
        (Kind::SmallCount, "small-count"),
        (Kind::Recoverable, "recoverable-total"),
    ];

    /// Whether it is a number that somebody is known by: its ends may be shown.
    #[must_use]
    pub fn is_number(self) -> bool {
        matches!(self, Kind::Upn | Kind::TemporaryUpn | Kind::Uln | Kind::NhsNumber | Kind::NiNumber)
    }

    /// Whether nothing that prints may show it. A count is a figure and names nobody: it is told of, and shown.
    #[must_use]
    pub fn is_hidden(self) -> bool {
        !matches!(self, Kind::SmallCount | Kind::Recoverable)
    }
}

/// Private words and where they stand.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Private {
    /// Their bytes in the text of the source.
    pub at: Range<u32>,
    /// What they are.
    pub kind: Kind,
    /// The count, or what the figure works out to; 0 where there is none.
    pub value: u32,
    /// What stands beside a count and makes the few easy to tell: a school, a need.
    pub telling: Option<&'static str>,
    /// Whether these very words were found before: they are masked, and not told of once more.
    pub again: bool,
}

impl Private {
    /// Private words of a kind.
    #[must_use]
    pub fn of(kind: Kind, at: Range<u32>) -> Private {
        Private { at, kind, value: 0, telling: None, again: false }
    }

    /// All that a source holds.
    #[must_use]
    pub fn all(source: &Source) -> Private {
        Private::of(Kind::Name, 0..number(source.text.len()))
    }
}

/// What finds the private words of a source, and is shared by all that were read together.
#[derive(Clone)]
pub struct Look(Arc<Find>);

type Find = dyn Fn(&Source) -> Vec<Private> + Send + Sync;

impl Look {
    /// A search for private words.
    #[must_use]
    pub fn of(find: impl Fn(&Source) -> Vec<Private> + Send + Sync + 'static) -> Look {
        Look(Arc::new(find))
    }

    pub(super) fn at(&self, source: &Source) -> Vec<Private> {
        (self.0)(source)
    }
}

impl fmt::Debug for Look {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Look")
    }
}
