//! A number or a date of birth stands here that belongs to one person.
//!
//! It is a UPN, a ULN, an NHS number, a National Insurance number or a date of birth. Whoever reads the report can look the child up by it, in school records and elsewhere, for as long as the report is
//! kept. The Department for Education allows unique pupil numbers for education purposes only, under data protection law; the
//! Information Commissioner counts all of these as personal data. Write “a pupil”, and keep the number in the case
//! file. A number that was already sent or published is a matter for your data protection officer.
//!
//! Numbers are told by their check digits, by the label beside them, and by what else they are said to be: invoices, ISBNs,
//! URNs and telephone numbers have as many digits, and are left alone. Private words are masked in everything that termwise
//! prints, whatever is ignored or explained; the name of a file must stay usable, so one that holds such a number is told of
//! and printed as it is.
//!
//! ```markdown bad
//! ### Activity last period
//! - The panel agreed a managed move for UPN A865000020820
//! ```
//!
//! ```markdown bad
//! ### Impact so far
//! - The young person with ULN 9999834484 is back at college
//! ```
//!
//! ```markdown bad
//! ### Activity last period
//! - Found a place for the boy at Hollin House, date of birth 14 March 2012
//! ```
//!
//! ```markdown good
//! ### Activity last period
//! - Met on 14 March 2024 about UPNs that go missing; the guide is ISBN 1393327494, the school URN 149999
//! - Letters went to the families of children born between 1 September 2019 and 31 August 2020
//! ```

use crate::diagnostic::Level;
use crate::disclosure;
use crate::report::Report;
use crate::rule::{Check, Emit, Group, Rule};
use crate::source::Kind;

pub(super) const RULE: Rule = Rule {
    name: "personal-identifier",
    group: Group::Disclosure,
    level: Level::Error,
    check: Check::Report(check),
    ..Rule::BASE
};

fn check(report: &Report, emit: &mut Emit<'_>) {
    if report.number == 0
        && let Some((what, _)) = disclosure::in_name(emit.sources.path(report.source)).and_then(told)
    {
        let help = "rename the file and say in its name of which district and term it is (data protection law): its name stands in every \
                    list, every link and the history of the repository, and termwise must print it too";
        emit.at(report.span, format!("the name of this file holds {what}")).advise(help).level = Level::Query;
    }
    for (one, span) in emit.private() {
        let Some((what, why)) = told(one.kind) else { continue };
        let shown = emit.sources.shown(span);
        let instead = if one.kind == Kind::DateOfBirth { "the year group or the age" } else { "“a pupil”" };
        let help = format!("take it out and write {instead}; keep it in the case file (data protection law; {why})");
        emit.at(span, format!("{what} stands here: {shown}")).advise(help);
    }
}

/// What a number is called, and why it may not stand in a report; `None` where it is none.
fn told(kind: Kind) -> Option<(&'static str, &'static str)> {
    Some(match kind {
        Kind::Upn => (
            "a unique pupil number (UPN)",
            "UPNs are for education use only, and whoever has one finds the pupil in any school’s records",
        ),
        Kind::TemporaryUpn => {
            ("a temporary unique pupil number (UPN)", "whoever has it finds the pupil in the school’s records")
        }
        Kind::Uln => ("a unique learner number (ULN)", "whoever has it finds the learner’s record"),
        Kind::NhsNumber => ("an NHS number", "it leads to the health record of one person"),
        Kind::NiNumber => ("a National Insurance number", "it belongs to one person for life"),
        Kind::DateOfBirth => ("a date of birth", "with the school or the place beside it, it tells who the child is"),
        Kind::Telephone
        | Kind::Email
        | Kind::Postcode
        | Kind::Initials
        | Kind::Name
        | Kind::SmallCount
        | Kind::Recoverable => return None,
    })
}
