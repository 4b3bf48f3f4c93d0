//! Somebody's own telephone number, e-mail address or home postcode stands in the report.
//!
//! A parent gave it so that you can ring, not so that whoever reads the report can. The Information Commissioner's
//! guidance keeps a worker's own number private too, though the post they hold is public. Write who was asked, and
//! keep the number in the case file.
//!
//! What officers give of themselves at the top of the report is theirs to give. Helplines, switchboards, mailboxes of an
//! office (`admissions@`), and postcodes of schools and venues are left alone, as is the first half of a postcode.
//!
//! ```markdown bad
//! ### Activity last period
//! - Mum asked to be rung on 07700 900123 about the reduced timetable
//! ```
//!
//! ```markdown bad
//! ### Activity last period
//! - A father wrote to us from g_ollerton@example.net and another from their flat at LA47 7QQ
//! ```
//!
//! ```markdown good
//! ### Activity last period
//! - Two parents’ cafés gave out the helpline, 0808 157 0222, and admissions@northmoor.example
//! - Trained sixty staff at Fellside Academy, Beck Road, LA47 1AA; absence is highest in the LA47 and LA48 districts
//! ```

use crate::diagnostic::Level;
use crate::report::Report;
use crate::rule::{Check, Emit, Group, Rule};
use crate::source::Kind;

pub(super) const RULE: Rule = Rule {
    name: "private-contact",
    group: Group::Disclosure,
    level: Level::Query,
    check: Check::Report(check),
    ..Rule::BASE
};

fn check(_: &Report, emit: &mut Emit<'_>) {
    for (one, span) in emit.private() {
        let (what, why, instead) = match one.kind {
            Kind::Telephone => (
                "seems to be somebody’s own telephone number",
                "whoever reads the report could ring it",
                "say who was rung, or give the number of the office",
            ),
            Kind::Email => (
                "seems to be somebody’s own e-mail address",
                "whoever reads the report could write to it",
                "say who wrote, or give the address of the office",
            ),
            Kind::Postcode => (
                "seems to be the postcode of a home",
                "it leads to about fifteen front doors",
                "name the ward or the district, or give the first half of it",
            ),
            _ => continue,
        };
        emit.at(span, format!("this {what}; {why}")).advise(format!(
            "{instead}; keep it in the case file (it is personal data by the Information Commissioner’s guidance)"
        ));
    }
}
