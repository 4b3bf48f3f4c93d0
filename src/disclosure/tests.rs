use super::copy::{self, Copy};
use super::words::Said;
use super::{born, contact, count, glance, identifier, in_series, initials, name, scan, total};
use crate::form::Form;
use crate::load::{Input, load};
use crate::source::{Kind, Private, Source, SourceId};

/// A report that says this.
fn said(line: &str) -> String {
    format!("## Priority: Increasing attendance\n\n### Activity\n{line}\n")
}

/// A child who is named in one report of a district is masked in the others too, and in those of no other district.
#[test]
fn names_are_masked_across_a_series() {
    let report = |district: &str, term: &str, line: &str| {
        format!("---\ndistrict: {district}\nofficers: [Bo Lamb]\nterm: {term}\n---\n\n{}", said(line))
    };
    let all = [
        ("a.md", report("North", "Autumn 2023/24", "- Worked with pupil Jayden Marlock on a plan")),
        (
            "b.md",
            report(
                "North",
                "Spring 2023/24",
                "- Marlock's file went on; Jayden agreed to it; Jayden Marlock too, and Bo",
            ),
        ),
        ("c.md", report("South", "Spring 2023/24", "- Jayden agreed to it")),
    ];
    let mut loaded = load(all.iter().map(|(name, text)| Input::of(name, text.as_str())).collect(), &Form::built_in());
    in_series(&mut loaded.sources, &loaded.corpus, None);
    let shown: Vec<String> = loaded
        .corpus
        .reports()
        .iter()
        .map(|report| loaded.sources.shown(report.priorities[0].passages[0].statements[0].text.span()))
        .collect();
    assert_eq!(
        shown,
        [
            "Worked with pupil *** on a plan",
            "***'s file went on; *** agreed to it; *** too, and Bo",
            "Jayden agreed to it"
        ]
    );
}

/// What is found in a file.
fn found(name: &str, text: &str) -> Vec<Private> {
    let loaded = load(vec![Input::of(name, text)], &Form::built_in());
    loaded.sources.get(SourceId(0)).unwrap().kept().to_vec()
}

/// How long ago a day is, the report's own term says: what is a child's birth in one is last year's work in another.
#[test]
fn a_day_is_judged_by_the_term_of_its_report() {
    let births = |term: &str, day: &str| {
        let line = said(&format!("- Jayden Marlock ({day}) moved to the academy"));
        let found = found("a.md", &format!("---\ndistrict: North\nterm: {term}\n---\n\n{line}"));
        found.iter().filter(|one| one.kind == Kind::DateOfBirth).count()
    };
    assert_eq!(births("Spring 2 2025/26", "14/05/2012"), 1);
    assert_eq!(births("Autumn 1 2012/13", "14/05/2012"), 0);
    assert_eq!(births("Autumn 1 2012/13", "14/05/2000"), 1);
}

/// What looks like something private and is not, one by one.
const GOOD: &[&str] = &[
    "- Attendance of pupils rose from 61% in November to XX% in March",
    "- Year 6 pupils visited the academy",
    "- The 16+ offer was shared with families",
    "- Work with those aged 14-16 goes on",
    "- 30 courses were run for young people",
    "- £386k was spent on places for pupils",
    "- Attendance of pupils rose to 94.6%",
    "- The plan for 2025-26 was agreed by pupils",
    "- Autumn term runs from 4 September 2023 to 21 December 2023 for all pupils",
    "- The school was inspected on 12 June 2024, and pupils spoke to the inspectors",
    "- The school (URN 149999) took part with its pupils",
    "- LAESTAB 888/9999 and 8889999 were merged",
    "- The provider, UKPRN 10099999, trains learners",
    "- The hub’s UPRN is 100099999999",
    "- Company number 09999999 and charity 1099999 were checked",
    "- Bought ISBN 1393327494 and ISBN 978-1-9999-0236-0 for the learners",
    "- Invoice 9995317575 and purchase order 2779241884 were paid",
    "- Version 3.2.1 of the pupil survey is out",
    "- The hub opens @10am for young people",
    "- The site is built with checkout@v7",
    "- Pupils met in room B12 4th floor",
    "- The walk starts at SD 12 34 56 with the students",
    "- Scaled scores of pupils ran from 80 to 120",
    "- KS2 pupils came KS2 3rd in the quiz",
    "- The coach with the pupils was late on the M6 2PM",
    "- 1 in 5 pupils have tried a vape",
    "- Ring the helpline, 0808 157 0222, or 116 123, with any worry about a child",
    "- 0 pupils were excluded, and 5 or fewer moved",
];

#[test]
fn what_only_looks_private_is_left_alone() {
    for line in GOOD {
        assert_eq!(found("a.md", &said(line)), [], "{line}");
        // Where no statement holds it, too.
        assert_eq!(scan(&Source::of("a.md", line), &[]), [], "{line}");
    }
}

#[test]
fn what_nobody_sees_hides_nothing() {
    for mark in ["", "\u{200b}", "\u{ad}", "\u{2060}", "\u{feff}", "\u{e0041}", "\u{202e}", "\u{fe0f}", "**"] {
        let text = said(&format!("- Sent under A8650000{mark}20820 to the school"));
        let found = found("a.md", &text);
        let [one] = found.as_slice() else { panic!("{mark:?}: {found:?}") };
        assert_eq!((one.kind, one.at.start as usize), (Kind::Upn, text.find("A86").unwrap()), "{mark:?}");
        assert_eq!(one.at.end as usize, text.find("820 to").unwrap() + 3, "{mark:?}");
    }
}

#[test]
fn a_wrong_check_digit_is_a_number_like_others() {
    for (line, count) in [
        ("- See A865000020820 again", 1),
        ("- See B865000020820 again", 0),
        ("- See UPN B865000020820 again", 1),
        ("- A letter for 999 529 0308 came", 1),
        ("- A letter for 999 529 0309 came", 0),
    ] {
        assert_eq!(found("a.md", &said(line)).len(), count, "{line}");
    }
}

#[test]
fn what_no_statement_holds_is_looked_at_too() {
    let report = "---\ndistrict: Northmoor\nnurse: NHS no. 9995374005\n---\n\n<!-- ring mum on 07700 900123 -->\n\n\
        ## Priority: Reading\n\n### Activity\n- Met the [heads](mailto:kelly.wragby@example.com)\n\n\
        ```\nUPN A865000020820\n```\n";
    let broken = "district: [Northmoor\nactivity: \"UPN A865000020820\n  to be moved";
    for (name, text, kinds) in [
        ("a.md", report, &[Kind::NhsNumber, Kind::Telephone, Kind::Email, Kind::Upn][..]),
        ("a.yaml", broken, &[Kind::Upn]),
    ] {
        assert_eq!(found(name, text).iter().map(|one| one.kind).collect::<Vec<_>>(), kinds, "{name}");
    }
}

/// A head whose only figures are years is passed by; one with any other figure is not.
#[test]
fn a_head_is_looked_at_for_more_than_years() {
    for (line, kinds) in [
        ("year: 2024-25", &[][..]),
        ("note: born 2012/13", &[]),
        ("child: born 14 03 2012", &[Kind::DateOfBirth]),
        ("child: born 2012-03-14", &[Kind::DateOfBirth]),
        ("child: dob 14/3/12", &[Kind::DateOfBirth]),
        ("nurse: ring mum on 07700 900123", &[Kind::Telephone]),
        ("ring: 01632 960 123", &[]),
        ("mum: kelly.wragby@example.com", &[Kind::Email]),
        ("mum: kelly.wragby (at) example.com", &[Kind::Email]),
        ("mum: kelly dot wragby at example dot com", &[Kind::Email]),
        ("upn: A865000020820", &[Kind::Upn]),
    ] {
        let text =
            format!("---\ndistrict: Northmoor\n{line}\n---\n\n# Northmoor, Spring 2024/25\n\n## Priority: Reading\n");
        assert_eq!(found("a.md", &text).iter().map(|one| one.kind).collect::<Vec<_>>(), kinds, "{line}");
    }
}

#[test]
fn nobody_is_counted_in_what_is_said_to_termwise() {
    let line =
        "- Met the heads\n  <!-- termwise: explain small-number: 2 pupils of UPN A865000020820 are known to all -->";
    let found = found("a.md", &said(line));
    assert_eq!(found.iter().map(|one| one.kind).collect::<Vec<_>>(), [Kind::Upn]);
}

/// Words that were found to be private are masked wherever they stand again, and told of once.
#[test]
fn what_was_found_is_masked_again() {
    let text = said(
        "- Jayden Marlock (Y9) moved. Jayden\n  Marlock came back; saw JAYDEN MARLOCK. Jayden too, and Jayden Marlockson\n\
         - JB (Y5) came; JB again, jb and JBC not\n- UPN B865000020820\n- See B865000020820 there",
    );
    let found = found("a.md", &text);
    let words = |again: bool| -> Vec<&str> {
        let of = found.iter().filter(move |one| one.again == again);
        of.filter_map(|one| text.get(one.at.start as usize..one.at.end as usize)).collect()
    };
    assert_eq!(words(false), ["Jayden Marlock", "JB", "B865000020820"]);
    assert_eq!(words(true), ["Jayden\n  Marlock", "JAYDEN MARLOCK", "Jayden", "JB", "B865000020820"]);
}

/// Of a name that was found, its first and its last word are masked alone too; not where they are part of what somebody
/// or something else is called.
#[test]
fn parts_of_a_name_are_masked_alone() {
    let table = [
        ("- Jayden's school takes over; ask Jayden, or Ms Marlock", &["Jayden", "Jayden", "Marlock"][..]),
        ("- Met Jayden in May; Met Marlock's mother", &["Jayden", "Marlock"]),
        ("- Jayden May 2025 review", &["Jayden"]),
        ("- Jayden Carter joined; Anna Marlock did; Marlock Street and Jayden House stay", &[]),
        ("- jayden and marlock are written small", &[]),
        ("- Jaydens and Marlocksons", &[]),
    ];
    for (line, masked) in table {
        let text = said(&format!("- Worked with pupil Jayden Marlock on a plan\n{line}"));
        let found = found("a.md", &text);
        let more = found.iter().skip(1);
        let more: Vec<&str> = more.filter_map(|one| text.get(one.at.start as usize..one.at.end as usize)).collect();
        assert_eq!(more, masked, "{line}");
    }
    let officer = format!(
        "---\nofficers: [Asha Rowe]\n---\n{}",
        said("- Worked with pupil Asha Marlock on a plan\n- Asha took part; Marlock too")
    );
    let found = found("a.md", &officer);
    let again: Vec<&str> = found
        .iter()
        .filter(|one| one.again)
        .filter_map(|one| officer.get(one.at.start as usize..one.at.end as usize))
        .collect();
    assert_eq!(again, ["Marlock"], "{officer}");
}

#[test]
fn a_letter_of_an_address_is_no_figure_that_is_kept_back() {
    for line in ["- Pupils: 12 in all, 8 here, see http://x.y/b", "- Of 12 pupils 8 use https://c/a"] {
        let found = found("a.md", &said(line));
        assert!(!found.iter().any(|one| one.kind == Kind::Recoverable), "{line}");
    }
}

/// The lines of all the kinds in some folders of labelled lines.
fn lines_in(folders: &[std::path::PathBuf]) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for (folder, (_, name)) in folders.iter().flat_map(|folder| Kind::ALL.iter().map(move |kind| (folder, kind))) {
        for line in std::fs::read_to_string(folder.join(format!("{name}.jsonl"))).unwrap_or_default().lines() {
            let line: serde_json::Value = serde_json::from_str(line).unwrap();
            lines.push(line["text"].as_str().unwrap().trim_start_matches("- ").replace('\n', " "));
        }
    }
    lines
}

/// The lines that a close look finds something in and the glance clears.
fn cleared<'a>(lines: impl Iterator<Item = &'a String>) -> Vec<String> {
    let mut missed = Vec::new();
    for line in lines.filter(|line| !line.contains('|')) {
        let copy = Copy::of(copy::Home::Source(line, 0));
        let (said, none) = (Said::of(&copy), Copy::default());
        let lead = Said::of(&none);
        let needs = glance::glance(line, 0, super::YEAR);
        let (mut numbers, mut births, mut names, mut counts) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        identifier::find(&said, &lead, &mut numbers);
        contact::find(&said, &Said::of(&Copy::default()), false, &mut numbers);
        born::find(&said, &lead, super::YEAR, &mut births);
        initials::find(&said, &lead, &mut names);
        name::find(&said, &lead, &mut names);
        count::find(&said, &lead, false, &mut counts);
        let born = !births.is_empty();
        let found = [!numbers.is_empty(), born, !names.is_empty(), !counts.is_empty(), total::find(&said).is_some()];
        let looked = [needs.numbers, needs.numbers || needs.births, needs.names, needs.counts, needs.figures];
        if found.iter().zip(looked).any(|(found, looked)| *found && !looked) {
            missed.push(format!("{found:?} {looked:?} {line}"));
        }
    }
    missed
}

/// Of the lines that it was written by it clears none, nor two of them as one; of all others but the sealed ones, fewer than
/// one in two hundred.
#[test]
fn the_glance_clears_nothing_that_a_close_look_finds() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/disclosure");
    let lines = lines_in(&[folder.join("development")]);
    let pairs: Vec<String> = lines.iter().zip(lines.iter().skip(700)).map(|(a, b)| format!("{b} {a}")).collect();
    let missed = cleared(lines.iter().chain(&pairs));
    assert!(missed.is_empty(), "{}:\n{}", missed.len(), missed.join("\n"));
    let folders = std::fs::read_dir(&folder).unwrap().chain(std::fs::read_dir(folder.join("hands")).unwrap());
    let folders = folders.map(|one| one.unwrap().path());
    let lines = lines_in(&folders.filter(|path| !path.ends_with("evaluation")).collect::<Vec<_>>());
    let missed = cleared(lines.iter());
    assert!(missed.len() * 200 < lines.len(), "{} of {}:\n{}", missed.len(), lines.len(), missed.join("\n"));
}

/// A small number of schools or of pounds beside people counts none of them.
#[test]
fn the_glance_tells_things_from_people() {
    for line in [
        "Extended the family group from 3 to 7 schools",
        "The parent forum now reaches 9 schools, up from 4",
        "A two-school pilot with the youth service",
        "Funding of £5,200 secured for the parent forum",
        "Shared the parent guide with two primary heads",
        "6 of 9 settings now take part in the family course",
    ] {
        assert!(!glance::glance(line, 0, super::YEAR).counts, "{line}");
    }
    for line in [
        "From 3 to 7 pupils moved to other schools",
        "A two-year plan for 4 pupils",
        "The group reaches 9 schools, up from 4, and 3 families",
        "The parent forum lost 4",
        "9 parents came, up from 4",
        "Referrals from 6 schools: 4",
    ] {
        assert!(glance::glance(line, 0, super::YEAR).counts, "{line}");
    }
}

#[test]
fn a_line_of_any_length_is_looked_through() {
    let part =
        "3 pupils of JB, 07700 900123 of mum kelly@example.com at LA47 7QQ where Ellie (Y5) lives, 4000000000 c ";
    let found = found("a.md", &said(&format!("- {}", part.repeat(300))));
    let of = |kind: Kind| found.iter().filter(|one| one.kind == kind).count();
    assert_eq!((of(Kind::Telephone), of(Kind::Email), of(Kind::SmallCount)), (300, 300, 300));
}
