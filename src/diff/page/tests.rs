//! What pages of comparisons say, and what never reaches them.

use super::*;
use crate::align::draft::{Draft, draft, pair, report};
use crate::diff::compare;

fn written(page: &Page) -> Vec<String> {
    let marked = |words: &Words| {
        let runs = words.iter().map(|run| match run.mark {
            Mark::Plain | Mark::Strong => run.words.clone(),
            Mark::Added => format!("{{+{}+}}", run.words),
            Mark::Removed => format!("[-{}-]", run.words),
        });
        runs.collect::<String>()
    };
    let mut lines = vec![page.title.clone()];
    for block in &page.blocks {
        match block {
            Block::Heading(level, words) => lines.push(format!("{} {}", "#".repeat(*level as usize), marked(words))),
            Block::Note(words) => lines.push(marked(words)),
            Block::List(items) => lines.extend(items.iter().map(|item| format!("- {}", marked(item)))),
            Block::Table { .. } => lines.push("a table".to_owned()),
            Block::Chart(_)
            | Block::Figure { .. }
            | Block::Counts(_)
            | Block::Anchor(_)
            | Block::Contents(_)
            | Block::Folded(..) => {}
        }
    }
    lines
}

fn compared(earlier: &[Draft], later: &[Draft]) -> Vec<String> {
    let (earlier, later, sources) = pair(earlier, later);
    let form = Form::built_in();
    written(&page(&compare(&earlier, &later, &form), None, &form, &sources))
}

#[test]
fn a_page_says_what_happened_in_words() {
    const ABSENCE: (&str, &[&str]) = ("intended_outcomes", &["Absence falls in six primaries"]);
    const EARLIER: &[(&str, &[&str])] = &[
        ABSENCE,
        ("activity", &["Met the six heads", "Trained staff", "Wrote home"]),
        ("exit_strategy", &["The network takes it on"]),
    ];
    const LATER: &[(&str, &[&str])] = &[
        ABSENCE,
        ("activity", &["Met the eight heads: >> A >> B", "Opened a drop-in", "Wrote home"]),
        ("exit_strategy", &["The network takes it on"]),
    ];
    let earlier = [draft("Reducing absence", EARLIER), draft("Gone", &[("planned", &["Agree it"])])];
    let later = [Draft { status: "on-hold", ..draft("Belonging", LATER) }, draft("Reading", &[])];
    let expected = [
        "Northmoor: Spring 2 2023/24 \u{2192} Summer 1 2023/24",
        "2 priorities: 1 retitled, 1 new; 1 dropped",
        "# What came of the plan",
        "Of 1 planned statement, none is reported and for 1 no matching activity was found.",
        "## Gone",
        "- no matching activity found: Agree it",
        "# Reducing absence, now \u{201c}Belonging\u{201d} (retitled; linked by its outcomes)",
        "- Status: not stated, now {+on-hold+}",
        "Intended outcomes: unchanged (1); Exit strategy: unchanged (1)",
        "## Activity",
        "- reworded: Met the [-six-] {+eight+} heads: {+A; B+}",
        "- added: {+Opened a drop-in+}",
        "- removed: [-Trained staff-]",
        "- unchanged: 1",
        "# Reading (new)",
        "# Gone (dropped: the later report does not mention it)",
        "## Planned",
        "- removed: [-Agree it-]",
    ];
    assert_eq!(compared(&earlier, &later), expected);
}

#[test]
fn headings_name_receivers_and_relatives() {
    let known = |id, title, continues| Draft { id, title, continues, ..Draft::default() };
    let ended = |title, status, receiver| Draft { title, status, receiver, ..Draft::default() };
    type Row = (Vec<Draft>, Vec<Draft>, Vec<&'static str>);
    let table: Vec<Row> = vec![
        (
            vec![draft("A", &[]), draft("B", &[]), draft("C", &[])],
            vec![
                ended("A", "handed-over", "the Youth Futures Team"),
                ended("B", "handed-over", ""),
                ended("C", "closed", ""),
            ],
            vec!["# A (handed over to the Youth Futures Team)", "# B (handed over; no receiver named)", "# C (closed)"],
        ),
        (
            vec![known("a", "A", &[]), known("b", "B", &[])],
            vec![known("c", "C", &["a", "b"])],
            vec![
                "# A, now \u{201c}C\u{201d} (retitled; linked by what it says it continues; takes in \u{201c}B\u{201d})",
                "# B (merged into \u{201c}C\u{201d})",
            ],
        ),
        (
            vec![known("a", "A", &[])],
            vec![known("b", "B", &["a"]), known("c", "C", &["a"])],
            vec![
                "# A, now \u{201c}B\u{201d} (split into \u{201c}B\u{201d} and \u{201c}C\u{201d})",
                "# C (split from \u{201c}A\u{201d})",
            ],
        ),
        (
            vec![Draft { id: "a", ..ended("A", "handed-over", "the Youth Futures Team") }, known("b", "B", &[])],
            vec![known("b", "B", &["a"])],
            vec!["# B (continued; takes in \u{201c}A\u{201d})", "# A (handed over to the Youth Futures Team)"],
        ),
        (
            vec![draft("A", &[]), draft("A", &[])],
            vec![draft("A", &[])],
            vec![
                "# A (continued; perhaps not the same: linked by its title)",
                "# A (dropped: the later report does not mention it)",
            ],
        ),
        (vec![], vec![draft("", &[])], vec!["# a priority without a title (new)"]),
    ];
    for (earlier, later, expected) in table {
        let headings = compared(&earlier, &later).into_iter().filter(|line| line.starts_with('#'));
        assert_eq!(headings.collect::<Vec<_>>(), expected);
    }
}

#[test]
fn what_its_words_leave_open_is_told_as_neither_done_nor_not_done() {
    const PLANNED: &[(&str, &[&str])] = &[(
        "planned",
        &["Publish the parents' guide", "Visit the nurseries at Oxmere", "Train the mentors of Ravelsby"],
    )];
    const TOLD: &[(&str, &[&str])] = &[(
        "activity",
        &[
            "The launch event was postponed; the parents' guide is published",
            "We were unable to visit the nurseries at Oxmere",
            "Trained the mentors of Ravelsby",
        ],
    )];
    let page = compared(&[draft("A", PLANNED)], &[draft("A", TOLD)]);
    let counted = "(1 as not done or put off, 1 in words that leave open whether it was done).";
    assert!(page.iter().any(|line| line.ends_with(counted)), "{page:#?}");
    for (planned, label) in [
        ("Publish", "in words that leave open whether it was done: "),
        ("Visit", "reported in Activity as not done or put off: "),
        ("Train", "reported in Activity: "),
    ] {
        let line = page.iter().find(|line| line.contains(&format!(": {planned} "))).unwrap();
        assert!(line.contains(label), "{line}");
    }
}

#[test]
fn titles_name_districts_and_terms_or_say_that_there_is_none() {
    let table = [
        (("Northmoor", "Spring 2 2023/24"), ("northmoor", ""), "northmoor: Spring 2 2023/24 \u{2192} no term"),
        (("Northmoor", ""), ("Eastholme", ""), "Northmoor: no term \u{2192} Eastholme: no term"),
        (("", ""), ("Eastholme", "later"), "no district: no term \u{2192} Eastholme: later"),
        (("", "before"), ("", "after"), "no district: before \u{2192} after"),
    ];
    let form = Form::built_in();
    for (before, after, title) in table {
        let (first, earlier) = report(0, before.0, before.1, &[]);
        let (second, later) = report(1, after.0, after.1, &[]);
        let page = page(&compare(&earlier, &later, &form), None, &form, &Sources::new(vec![first, second]));
        assert_eq!(page.title, title);
        assert_eq!(page.blocks.first(), Some(&Block::Note(words("no priorities"))));
    }
}

#[test]
fn private_words_never_reach_the_page() {
    const SECRET: &str = "secret";
    let said = |receiver, sections| Draft { receiver, status: "handed-over", ..draft("Plan secret", sections) };
    let earlier = said("Old secret", &[("activity", &["Rang secret at six", "Sent secret away"])]);
    let later = said("secret", &[("activity", &["Rang the secret at two", "Wrote >> to secret"])]);
    let (first, earlier) = report(0, "Secret secret", "By secret", &[earlier]);
    let (second, later) = report(1, "Other secret", "With secret", &[later]);
    let mut sources = [first, second];
    for source in &mut sources {
        let places: Vec<usize> = source.text.match_indices(SECRET).map(|(at, _)| at).collect();
        places
            .iter()
            .for_each(|at| source.hide(crate::source::number(*at)..crate::source::number(at + SECRET.len()), false));
    }
    let sources = Sources::new(sources.into());
    let form = Form::built_in();
    let comparison = compare(&earlier, &later, &form);
    let lines = written(&page(&comparison, None, &form, &sources)).join("\n");
    assert!(!lines.contains(SECRET) && lines.contains("***"), "{lines}");
    let json = serde_json::to_string(&crate::wire::diff::comparison(&comparison, &form, &sources));
    let json = json.expect("plain data");
    assert!(!json.contains(SECRET) && json.contains("***"), "{json}");
}
