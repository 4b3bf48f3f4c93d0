//! A number of a pupil is told of wherever it stands in a file: before, between and behind all that is written there,
//! whether or not the file can be read with it (T44, T46: what is masked and not told of would pass).

use termwise::diagnostic::Diagnostic;
use termwise::form::Form;
use termwise::load::{Input, judged};
use termwise::rule::Settings;
use termwise::source::SourceId;

const UPN: &str = "B801200005001";

const MARKDOWN: &str = "\
---
district: Northmoor
officers: [Asha Rowe, Tom Pell]
term: Spring 2 2023/24
---

# Northmoor: Spring 2 2023/24

## Priority: Increasing attendance
Status: ongoing

### Intended outcomes
- Absence falls {#absence}

| Activity last period | Impact so far |
|---|---|
| Met weekly | Fewer late |
";

const YAML: &str = "\
district: Northmoor
officers: [Asha Rowe, \"Tom Pell\"]
term: Spring 2 2023/24
priorities:
  - title: Increasing attendance
    intended_outcomes:
      - {text: Absence falls, id: absence}
    activity: |
      - Met weekly
    impact: >-
      Fewer are late
";

/// What is told of the numbers of pupils in a file, and how its text breaks off, if it does.
fn told(name: &str, text: &str) -> (Vec<Diagnostic>, bool) {
    let (_, found, troubles) = judged(vec![Input::of(name, text)], &Form::built_in(), &Settings::default());
    assert!(troubles.is_empty(), "{troubles:?}");
    let breaks_off = found.iter().any(|found| found.rule == "unreadable");
    (found.into_iter().filter(|found| found.rule == "personal-identifier").collect(), breaks_off)
}

/// Puts the number, with `before` and `after` it, at each of these places of a file, and gives how many of the files
/// could be read to their end and how many could not.
fn everywhere(name: &str, text: &str, places: impl Iterator<Item = usize>, before: &str, after: &str) -> [usize; 2] {
    let mut read = [0; 2];
    for place in places {
        let (head, rest) = text.split_at(place);
        let (found, breaks_off) = told(name, &format!("{head}{before}{UPN}{after}{rest}"));
        let at: Vec<u32> = found.iter().map(|found| found.span.start).collect();
        assert_eq!(at, [(head.len() + before.len()) as u32], "at byte {place} of {name}, {before:?}: {found:?}");
        read[usize::from(breaks_off)] += 1;
    }
    read
}

/// Where the words and signs of a text part, and its ends.
fn borders(text: &str) -> impl Iterator<Item = usize> {
    let is_word = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_alphanumeric);
    (0..=text.len()).filter(move |at| at.checked_sub(1).is_none_or(|before| !is_word(before)) || !is_word(*at))
}

/// Where its lines begin, and its end.
fn lines(text: &str) -> impl Iterator<Item = usize> {
    std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1))
}

#[test]
fn a_number_is_told_of_wherever_it_stands() {
    let stream = format!("# first\n---\n{YAML}...\n# between\n---\n# second\n{}", YAML.replace("Spring", "Summer"));
    for (name, text) in [("a.md", MARKDOWN), ("a.yaml", YAML), ("stream.yaml", &stream)] {
        let [whole, broken] = everywhere(name, text, borders(text), " ", " ");
        assert!(whole > 20 && broken > 5, "{name}: {whole} read, {broken} not");
    }
    for (name, text) in [("a.yaml", YAML), ("stream.yaml", &stream)] {
        let [whole, broken] = everywhere(name, text, lines(text), "# of ", "\n");
        assert!(whole > 3 * broken, "{name}: {whole} read, {broken} not");
    }
    everywhere("a.md", MARKDOWN, lines(MARKDOWN), "<!-- of ", " -->\n");
}

#[test]
fn a_number_is_told_of_behind_every_break() {
    let head = "district: Northmoor\nterm: Summer 1 2024/25\nofficers: [A B]\npriorities:\n  - title: x\n";
    let breaks =
        ["    activity: [y\n", "\tactivity: y\n", "    activity: \"y\n", "   activity: y\n", "    activity: y: z\n"];
    for start in ["", "---\n---\n", head, &format!("{head}---\n{head}")] {
        for one in breaks {
            let text = format!("{start}{one}");
            everywhere("broken.yaml", &text, [text.len()].into_iter(), "# UPN ", "\n");
            everywhere("broken.yaml", &text, [text.len()].into_iter(), "    - UPN ", "\n    - more\n");
        }
    }
}

#[test]
fn what_breaks_off_is_shown_without_names() {
    let name = "Pupil Tommy Smith was moved from Oxmere Juniors";
    let head = "district: Northmoor\nterm: Summer 1 2024/25\nofficers: [A B]\n";
    let priority = format!("{head}priorities:\n  - title: x\n    impact: Fewer late\n");
    for text in [
        format!("{priority}    activity: [{name}\n"),
        format!("{priority}\tactivity: {name}\n"),
        format!("{priority}    activity: \"{name}\n"),
        format!("{priority}    activity: x: {name}\n"),
        format!("{head}activity: [{name}\n"),
        format!("activity: \"{name}\n"),
        format!("[{name}\n"),
        format!("---\nterm: [{name}\n---\n\n## Priority: x\n"),
        format!("## Priority: x\n\n<!-- {name}\n"),
    ] {
        let file = if text.contains("##") { "broken.md" } else { "broken.yaml" };
        let (loaded, found, _) = judged(vec![Input::of(file, text.clone())], &Form::built_in(), &Settings::default());
        assert!(found.iter().any(|found| found.rule == "unreadable"), "{text}");
        let shown = loaded.sources.get(SourceId(0)).map(|source| source.shown(0..text.len() as u32));
        assert!(!shown.unwrap_or_default().contains("Tommy"), "{text}");
        let told = found.iter().filter(|found| found.rule == "child-named").count();
        assert_eq!(told, 1, "{text}");
    }
}

#[test]
fn officers_of_a_file_that_breaks_off_are_no_children() {
    let list = "officers:\n  - Anna Bell\n  - James Reid\n";
    for officers in ["officers: [Anna Bell, James Reid]\n", "officers: [Anna Bell, James Reid\n", list] {
        let head = format!("district: \"Northmoor\nterm: Summer 1 2024/25\n{officers}priorities:\n  - title: x\n");
        let said = "James Reid met the pupils of Oxmere Primary";
        let text = format!(
            "{head}    lead: Lucy Hart\n    activity:\n      - {said}\n      - Lucy Hart visited the mother of a pupil\n"
        );
        let told = |text: &str| {
            let input = vec![Input::of("broken.yaml", text.to_owned())];
            let (_, found, _) = judged(input, &Form::built_in(), &Settings::default());
            assert!(found.iter().any(|found| found.rule == "unreadable"), "{text}");
            found.iter().filter(|found| found.rule == "child-named").count()
        };
        assert_eq!(told(&text), 0, "{text}");
        assert_eq!(told(&format!("{text}      - Tommy Smith, a pupil of Year 6, was moved\n")), 1, "{text}");
    }
}

#[test]
fn a_file_of_which_no_report_can_be_made_tells_of_a_number() {
    for text in ["# of B801200005001\n", "---\n---\n# B801200005001\n", "[B801200005001\n", "\"B801200005001\n"] {
        assert_eq!(told("none.yaml", text).0.len(), 1, "{text}");
    }
}
