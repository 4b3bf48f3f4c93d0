//! What looks like one district, where reports lie, and that what is switched off can be switched on.

use super::*;
use crate::config::{self, NAME};
use crate::form::Form;
use crate::load::{Input, load};
use crate::rule::Rule;
use crate::source::{Source, SourceId};

const RULES: &[Rule] = &[
    Rule { name: "officer-missing", ..Rule::BASE },
    Rule { name: "heading-wording", ..Rule::BASE },
    Rule { name: "vague-date", ..Rule::BASE },
    Rule {
        name: "too-many-outcomes",
        settings: &[crate::rule::Setting {
            name: "most",
            standard: crate::rule::Standard::Number(5),
            about: "How many there may be.",
        }],
        ..Rule::BASE
    },
];

/// What reports of these paths, districts and terms say.
fn seen(reports: &[(&str, &str, &str)]) -> Seen {
    let input = |(path, district, term): &(&str, &str, &str)| {
        let header = if district.is_empty() { String::new() } else { format!("district: {district}\n") };
        let text = format!("{header}term: {term}\npriorities:\n  - title: Reading\n    theme: Literacy\n");
        Input::of(path, text)
    };
    let loaded = load(reports.iter().map(input).collect(), &Form::built_in());
    Seen::of(&loaded.corpus, &loaded.sources)
}

/// What the reader makes of a starter file.
fn read(text: &str) -> config::Read {
    config::read(&Source::of(NAME, text), SourceId(0), RULES)
}

/// The file with everything in it switched on.
fn on(text: &str) -> String {
    let line = |line: &str| match line.strip_prefix('#') {
        Some(rest) if rest.starts_with("  ") || !rest.is_empty() && !rest.starts_with(' ') => format!("{rest}\n"),
        _ => format!("{line}\n"),
    };
    text.lines().map(line).collect()
}

#[test]
fn names_that_look_like_one_district() {
    for (names, groups) in [
        (&["Central", "Central Lancs", "Central Lancashire", "Fylde Coast", "Pennine"][..], &[&[0, 1, 2][..]][..]),
        (&["Pennine", "Pennine Lancashire", "West Lancs"], &[&[0, 1]]),
        (&["Northmoor", "North Moor", "Northmore", "Southmoor"], &[&[0, 1, 2]]),
        (&["N. Notts", "North Notts", "South Notts"], &[&[0, 1]]),
        (&["East Vale", "West Vale", "North Fell", "South Fell"], &[]),
        (&["Area 1", "Area 2", "Area 11"], &[]),
        (&["Morecambe Bay", "Morcambe Bay"], &[&[0, 1]]),
        (&["Harrow Fell", "Harrow Fell and Dales", "Harrowfell"], &[&[0, 1, 2]]),
        (&["Eastvale", "Saltmarsh", "Preston", "Burnley", "Bury", "Rossendale", "Ribble Valley"], &[]),
        (&["Eastvale", "Westvale", "Northmore", "Northmoor"], &[&[2, 3]]),
        (&["Upper Dale", "Lower Dale", "Greater Upton", "New Upton"], &[]),
        (&["Hull", "Hull City", "Halton"], &[&[0, 1]]),
        (&["Æ", "É", ""], &[]),
    ] {
        let expected: Vec<Vec<&str>> = groups.iter().map(|group| group.iter().map(|at| names[*at]).collect()).collect();
        assert_eq!(alike(names), expected, "{names:?}");
    }
}

#[test]
fn where_reports_lie() {
    for (paths, pattern) in [
        (
            ["reports/2023-24/spring-2/northmoor.md", "reports/2023-24/summer-1/harrow-fell.yaml"],
            Some("reports/{academic_year}/{term}/{district}"),
        ),
        (["northmoor-spring-2-2023-24.md", "Harrow-Fell-Summer-1-2023-24.md"], Some("{district}-{term}")),
        (["spring-2_northmoor.md", "summer-1_harrow_fell.md"], Some("{term}_{district}")),
        (["Northmoor/Spring 2 2023-24.md", "Harrow Fell/Summer 1 2023-24.md"], Some("{district}/{term}")),
        // One that lies under another term than it states, and paths that say nothing.
        (["2023-24/autumn-1/northmoor.md", "2023-24/summer-1/harrow-fell.md"], None),
        (["a.md", "b.md"], None),
    ] {
        let [one, other] = paths;
        let seen = seen(&[(one, "Northmoor", "Spring 2 2023/24"), (other, "Harrow Fell", "Summer 1 2023/24")]);
        assert_eq!(seen.filing.as_ref().map(|(pattern, _)| pattern.as_str()), pattern, "{paths:?}");
    }
}

#[test]
fn the_file_is_in_order_with_all_that_is_off_switched_on() {
    let county = [
        ("reports/2023-24/spring-2/central.yaml", "Central", "Spring 2 2023/24"),
        ("reports/2023-24/spring-2/harrow-fell.yaml", "Harrow Fell", "Spring 2 2023/24"),
        ("reports/2024-25/autumn-1/central.yaml", "Central Lancs", "Autumn 1 2024/25"),
        ("reports/2024-25/autumn-1/harrow-fell.yaml", "\"Harrow: Fell # 2\"", "Autumn 2024/25"),
        ("reports/2024-25/autumn-2/x.yaml", "\"on\"", "Term 3 2024/25"),
        ("reports/2024-25/autumn-2/y.yaml", "", "no term"),
        ("reports/2023-24/spring-1/central.yaml", "Central", "Spring 1 2023/24"),
    ];
    for reports in [&county[..], &county[..1], &county[5..], &[]] {
        let seen = seen(reports);
        for switch in [Switch::On, Switch::Off] {
            let text = seen.text(switch);
            for text in [text.clone(), on(&text)] {
                let read = read(&text);
                let faults: Vec<&str> = read.faults.iter().map(|fault| fault.message.as_str()).collect();
                assert!(faults.is_empty() && read.trouble.is_none(), "{faults:?}\n{text}");
            }
            let set = read(&text).config.form;
            let named = set.districts.list().len();
            assert_eq!(named, if switch == Switch::On { seen.districts.len() } else { 0 }, "{text}");
            // Every key of the file is shown.
            let all = on(&text);
            let unsaid = |key: &&config::shape::Key| !all.contains(&format!("\n{}:", key.name));
            assert!(!config::shape::TOP.iter().any(|key| unsaid(&key)), "{all}");
        }
    }
    let on = read(&on(&seen(&county).text(Switch::On))).config.form;
    assert_eq!(on.scheme, Scheme::HalfTerms);
    assert_eq!(
        on.expected.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["Spring 1 2023/24", "Spring 2 2023/24", "Autumn 1 2024/25"]
    );
    assert_eq!(on.themes.iter().map(|theme| theme.name.as_str()).collect::<Vec<_>>(), ["Literacy"]);
}

#[test]
fn names_that_are_no_ordinary_words_are_not_copied() {
    let long = "x".repeat(200);
    let seen = seen(&[
        ("a.yaml", "\"bell\\amoor\"", "Spring 2023/24"),
        ("b.yaml", "\"\\u202Emoor\"", "Spring 2023/24"),
        ("c.yaml", &long, "Spring 2023/24"),
        ("d.yaml", "Northmoor", "Spring 2023/24"),
        ("e.yaml", "NORTHMOOR", "Summer 2023/24"),
        ("f.yaml", "Northmoor", "Autumn 2023/24"),
    ]);
    assert_eq!(seen.districts, [("Northmoor".to_owned(), 3)]);
    let text = seen.text(Switch::On);
    assert!(text.contains("# 3 districts have names that cannot be written here, and are left out."), "{text}");
    assert!(!text.contains("bell") && !text.contains('\u{202e}') && !text.contains(&long), "{text}");
}
