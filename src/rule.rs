//! The engine: it walks the reports, a rule judges one unit at a time, returns nothing and cannot fail.

use crate::corpus::Corpus;
use crate::diagnostic::Level;
use crate::form::Role;
use crate::report::{Passage, Priority, Report, Statement};

mod emit;
mod line;
mod run;
mod settings;
mod step;
pub use emit::{Emit, listed, quoted};
pub use line::Said;
pub use run::{Judged, across, judge, playing, run};
pub use settings::{Override, Patterns, Rows, Setting, Settings, Standard, Value};
pub use step::{Copied, Guess, Heir, Step};

/// Which family a rule belongs to, as the table of rules shows it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Group {
    /// What could not be read as it stands.
    Reading,
    /// District, officers, term, and the fields of priorities.
    Header,
    /// Priorities and their sections.
    Form,
    /// What the sections say.
    Content,
    /// What must not be in a report that others read.
    Disclosure,
    /// A report and the earlier ones of its district.
    Terms,
    /// Several reports together.
    Repository,
    /// The explanations that reports keep.
    Explaining,
    /// termwise.yaml itself.
    Settings,
}

impl Group {
    /// Its word in the table of rules.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Group::Reading => "reading",
            Group::Header => "header",
            Group::Form => "form",
            Group::Content => "content",
            Group::Disclosure => "disclosure",
            Group::Terms => "terms",
            Group::Repository => "repository",
            Group::Explaining => "explaining",
            Group::Settings => "settings",
        }
    }
}

/// What a rule judges.
#[derive(Clone, Copy)]
pub enum Check {
    /// Nothing here: it is found on the way, by the readers (what cannot be read never becomes a report) or
    /// where explanations are matched with findings.
    Elsewhere,
    /// One report.
    Report(fn(&Report, &mut Emit<'_>)),
    /// One priority of a report.
    Priority(fn(&Priority, &mut Emit<'_>)),
    /// One section of a priority.
    Passage(fn(&Passage, &Priority, &mut Emit<'_>)),
    /// One statement, nested ones too.
    Statement(fn(&Statement, &mut Emit<'_>)),
    /// A report and the nearest earlier one of its district.
    Step(fn(&Step<'_, '_>, &mut Emit<'_>)),
    /// All reports together.
    Corpus(fn(&Corpus, &mut Emit<'_>)),
}

/// One rule: its name, what it judges, and its page.
#[derive(Clone, Copy)]
pub struct Rule {
    /// Kebab-case, permanent.
    pub name: &'static str,
    /// Its family.
    pub group: Group,
    /// How much its findings matter unless the authority says otherwise.
    pub level: Level,
    /// Whether it is on unless the authority says otherwise.
    pub on: bool,
    /// Roles the form must have for the rule to say anything.
    pub roles: &'static [Role],
    /// What the authority can set in it besides its level.
    pub settings: &'static [Setting],
    /// What it judges.
    pub check: Check,
    /// Whether it offers to mend what it finds, where that is safe.
    pub fixes: bool,
    /// The source of its file; its `//!` head is its page.
    pub page: &'static str,
}

impl Rule {
    /// What most rules have in common; each states the rest.
    pub const BASE: Rule = Rule {
        name: "",
        group: Group::Form,
        level: Level::Note,
        on: true,
        roles: &[],
        settings: &[],
        check: Check::Elsewhere,
        fixes: false,
        page: "",
    };

    /// The rule's page: Markdown, the first line its first sentence.
    #[must_use]
    pub fn documentation(&self) -> String {
        let head = self.page.lines().take_while(|line| line.starts_with("//!"));
        let lines: Vec<&str> = head.map(|line| line.trim_start_matches("//!")).collect();
        lines.iter().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect::<Vec<_>>().join("\n")
    }

    /// The first sentence of its page, without the full stop.
    #[must_use]
    pub fn summary(&self) -> String {
        let page = self.documentation();
        let first = page.split("\n\n").next().unwrap_or_default().replace('\n', " ");
        first.trim_end_matches('.').to_owned()
    }
}
