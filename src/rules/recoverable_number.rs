//! A figure is kept back, and the total and the other figures give it away.
//!
//! “Total 37; Northgate 24, Riverbank 11, Wharf Lane c”: whoever takes 24 and 11 from 37 has the figure. Where the
//! Department for Education keeps one back, it keeps back the next smallest as well, or rounds the total. Write two of them as
//! “5 or fewer”, or leave the total out.
//!
//! Only an exact total with all its parts is worked out, where one part is kept back and comes to nine or fewer. Rounded
//! totals, groups that overlap and two figures kept back are left alone.
//!
//! ```markdown bad
//! ### Impact so far
//!
//! | School | Suspended pupils |
//! |---|---|
//! | Northgate | 24 |
//! | Riverbank | 11 |
//! | Wharf Lane | c |
//! | Total | 37 |
//! ```
//!
//! ```markdown bad
//! ### Impact so far
//! - Of 29 pupils on part-time timetables, 20 are in secondaries, 8 in primaries and 5 or fewer in special schools
//! ```
//!
//! ```markdown good
//! ### Impact so far
//! - About 40 care leavers are tracked: 12 work, 19 study, fewer than 6 do neither
//! - Boys fewer than 6, girls fewer than 6, all pupils 7 or more
//! ```

use crate::diagnostic::Level;
use crate::report::Report;
use crate::rule::{Check, Emit, Group, Rule};
use crate::source::Kind;

pub(super) const RULE: Rule = Rule {
    name: "recoverable-number",
    group: Group::Disclosure,
    level: Level::Query,
    check: Check::Report(check),
    ..Rule::BASE
};

fn check(_: &Report, emit: &mut Emit<'_>) {
    for (one, span) in emit.private() {
        if one.kind != Kind::Recoverable {
            continue;
        }
        let shown = emit.sources.shown(span);
        let message = format!("“{}” is given away: the total less the other figures leaves it", shown.trim());
        emit.at(span, message)
            .advise("keep back the next smallest figure as well, as the Department for Education does, or leave the total out or round it to the nearest 10");
    }
}
