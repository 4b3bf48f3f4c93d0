use super::*;
use crate::form::{SectionId, Status};
use crate::outline::Language;
use crate::report::{self, Explanation, Headed, Origin, Statement, StatementMore};
use crate::source::{Source, SourceId, Span};

fn span() -> Span {
    Span::new(SourceId(0), 0, 0)
}

fn text(markup: &str) -> Text {
    Text::new(markup.replace(['*', '\\'], ""), Some(markup.to_owned()), span(), Vec::new())
}

fn stated(words: &str) -> report::Stated<String> {
    report::Stated { value: words.to_owned(), text: text(words) }
}

fn headed<T>(value: T, words: &str) -> Headed<T> {
    Headed { stated: report::Stated { value, text: text(words) }, origin: Origin::Key }
}

fn term(words: &str) -> Headed<term::Reading> {
    headed(term::read(words, term::Scheme::ThreeTerms), words)
}

fn explain(words: &str) -> Vec<Explanation> {
    vec![Explanation { text: text(words), lacks_name: false }]
}

fn bullet(markup: &str) -> Statement {
    Statement::new(text(markup), true, span(), StatementMore::default())
}

fn plain(markup: &str) -> Statement {
    Statement { bullet: false, ..bullet(markup) }
}

fn with(mut statement: Statement, add: impl FnOnce(&mut StatementMore)) -> Statement {
    add(statement.more());
    statement
}

fn section(number: usize, label: &str, statements: Vec<Statement>) -> Passage {
    Passage { section: SectionId(number), label: text(label), statements, more: None }
}

fn priority(title: Option<&str>, passages: Vec<Passage>) -> Priority {
    Priority { title: title.map(text), passages, span: span(), whole: span(), more: None }
}

fn bare() -> Report {
    Report {
        source: SourceId(0),
        language: Language::Markdown,
        number: 0,
        districts: Vec::new(),
        officers: Vec::new(),
        nameless: Vec::new(),
        terms: Vec::new(),
        submitted: None,
        priorities: Vec::new(),
        title: None,
        unplaced: Vec::new(),
        unknown: Vec::new(),
        explanations: Vec::new(),
        span: span(),
        whole: span(),
        cut_short: false,
        cut_at: None,
    }
}

/// A report with everything in it that a report can hold.
fn full() -> Report {
    let mut outcomes = section(
        0,
        "Outcomes",
        vec![
            with(bullet("**Absence** falls"), |more| {
                more.id = Some(text("absence"));
                more.explanations = explain("explain a: b");
            }),
            with(bullet("first\n\nsecond"), |more| more.children = vec![bullet("one"), bullet("two: 2")]),
        ],
    );
    outcomes.more().tail = Some(text("linked to the plan"));
    outcomes.more().explanations = explain("explain too-many-outcomes: agreed");
    let activity = vec![
        plain("Impact: it was said"),
        with(bullet("met"), |more| more.lead_in = Some(text("We have:"))),
        with(plain("# five heads"), |more| more.heading = Some(text("Partners"))),
    ];
    let mut exit = section(4, "exit", Vec::new());
    exit.more().prompts = vec![text("How will it go on?")];
    let again = section(3, "impact", vec![plain("More.")]);
    let impact = section(3, "impact", vec![plain("NO")]);
    let mut first = priority(
        Some("Increasing attendance"),
        vec![section(1, "Activities", activity), outcomes, impact, again, exit],
    );
    first.more().id = Some(stated("attendance"));
    first.more().status = Some(report::Stated { value: Some(Status::HandedOver), text: text("Handed over") });
    first.more().themes = vec![stated("Attendance"), stated("SEND")];
    first.more().continues = vec![stated("a")];
    first.more().receiver = Some(text("Trust"));
    first.more().scope = vec![text("All schools."), text("Status: as before")];
    first.more().explanations = explain("explain retitled: x");
    let mut second = priority(None, vec![]);
    second.more().status = Some(report::Stated { value: None, text: text("nearly done") });
    Report {
        districts: vec![
            headed("Northmoor".into(), "Northmoor"),
            headed("northmoor".into(), "northmoor"),
            headed("East".into(), "East"),
        ],
        officers: vec![stated("Asha Rowe"), stated("Tom Pell")],
        terms: vec![term("Easter-ish")],
        submitted: Some(stated("2024-02-09")),
        priorities: vec![first, second],
        unplaced: vec![plain("Left over"), bullet("- put by")],
        explanations: explain("explain term-unclear: agreed"),
        ..bare()
    }
}

#[test]
fn markdown_holds_all_of_a_report() {
    let expected = "\
---
district: Northmoor
officers: [Asha Rowe, Tom Pell]
term: Easter-ish
submitted: \"2024-02-09\"
# termwise: explain term-unclear: agreed
---

# Northmoor

District: East

## Priority: Increasing attendance
<!-- termwise: explain retitled: x -->
Id: attendance
Status: handed-over
Theme: Attendance
Theme: SEND
Continues: a
Receiver: Trust

All schools.

Status\\: as before

### Intended outcomes - linked to the plan
<!-- termwise: explain too-many-outcomes: agreed -->
- **Absence** falls {#absence}
  <!-- termwise: explain a: b -->
- first

  second
  - one
  - two: 2

### Activity last period
Impact\\: it was said

We have:

- met

#### Partners
\\# five heads

### Impact so far
NO

### Impact so far
More.

### Exit strategy
How will it go on?

## Priority
Status: nearly done

## Unplaced
Left over

- \\- put by
";
    assert_eq!(markdown(&full(), &Form::built_in()), expected);
}

#[test]
fn yaml_holds_all_of_a_report() {
    let expected = "\
district: Northmoor
officers: [Asha Rowe, Tom Pell]
term: Easter-ish
submitted: \"2024-02-09\"
District: East
# termwise: explain term-unclear: agreed
priorities:
  - title: Increasing attendance
    # termwise: explain retitled: x
    id: attendance
    status: handed-over
    theme:
      - Attendance
      - SEND
    continues: a
    receiver: Trust
    scope: |-
      All schools.

      Status: as before
    intended_outcomes - linked to the plan:
      # termwise: explain too-many-outcomes: agreed
      - text: '**Absence** falls'
        # termwise: explain a: b
        id: absence
      - text: |-
          first

          second
        children:
          - one
          - 'two: 2'
    activity:
      - 'Impact: it was said'
      - text: met
        lead_in: 'We have:'
      - text: '# five heads'
        heading: Partners
    impact: \"NO\"
    Impact so far: More.
    exit_strategy:
      - How will it go on?
  - status: nearly done
unplaced:
  - Left over
  - '- put by'
";
    assert_eq!(yaml(&[full()], &Form::built_in()), expected);
}

#[test]
fn what_is_written_as_yaml_is_read_without_a_fault() {
    let source = Source::of("a.yaml", &yaml(&[full(), bare(), full()], &Form::built_in()));
    let out = crate::outline::yaml::read(&source, SourceId(0), &crate::form::Limits::default());
    assert_eq!((out.diagnostics.len(), out.reports.len()), (0, 3));
    let whole = |s: &str| serde_yaml::from_str::<serde_yaml::Value>(s);
    assert!(whole(&yaml(&[full()], &Form::built_in())).is_ok(), "other readers take it too");
}

#[test]
fn little_is_written_for_little() {
    let form = Form::built_in();
    assert_eq!(yaml(&[bare()], &form), "priorities: []\n");
    let mut report = bare();
    report.priorities = vec![priority(None, vec![section(3, "impact", Vec::new())]), priority(None, Vec::new())];
    assert_eq!(yaml(std::slice::from_ref(&report), &form), "priorities:\n  - impact:\n  - {}\n");
    assert_eq!(markdown(&report, &form), "## Priority\n\n### Impact so far\n\n## Priority\n");
}

#[test]
fn explanations_stand_at_what_they_explain() {
    let form = Form::built_in();
    let mut one = priority(
        None,
        vec![section(
            3,
            "impact",
            vec![
                with(bullet("words"), |more| more.explanations = explain("explain a: b")),
                with(plain("two\n\nparagraphs"), |more| more.explanations = explain("explain c: d")),
            ],
        )],
    );
    one.more().explanations = explain("explain e: a --> b");
    let report = Report { priorities: vec![one], ..bare() };
    let expected = "\
priorities:
  - # termwise: explain e: a --> b
    impact:
      - words # termwise: explain a: b
      - |- # termwise: explain c: d
        two

        paragraphs
";
    assert_eq!(yaml(std::slice::from_ref(&report), &form), expected);
    let expected = "\
## Priority
<!-- termwise: explain e: a -- > b -->

### Impact so far
- words
  <!-- termwise: explain a: b -->
- two

  paragraphs
  <!-- termwise: explain c: d -->
";
    assert_eq!(markdown(&report, &form), expected);
}

#[test]
fn a_section_stated_by_a_prefix_keeps_its_label() {
    let mut form = Form::built_in();
    form.sections[1].prefixes = vec!["Progress made since".into()];
    let passage = section(1, "Progress made since January", vec![bullet("met")]);
    let report = Report { priorities: vec![priority(Some("T"), vec![passage])], ..bare() };
    assert_eq!(markdown(&report, &form), "## Priority: T\n\n### Progress made since January\n- met\n");
    assert!(yaml(&[report], &form).contains("    Progress made since January:\n      - met\n"));
}
