//! Collections at the edge of what a paper can be written on.

use super::{collection, paper, slips};
use termwise::follow::{Lexicon, Side, follow};
use termwise::form::{Form, Status};
use termwise::render::document::BUILT_IN;
use termwise::rollup::Filter;

const WHOLE: &str = "district: North\nofficers: [A B]\nterm: Autumn 2023/24\npriorities:\n  - title: Attendance\n    \
    status: new\n    intended_outcomes: [Absence falls]\n    activity: [Met the heads]\n    planned: [Meet the governors]\n    \
    impact: [Absence fell from 9% to 7%]\n    exit_strategy: [The heads take over]\n";

#[test]
fn little_is_enough_for_a_paper() {
    let bare = "district: North\nterm: Autumn 2023/24\npriorities:\n  - title: Attendance\n";
    let none = "district: North\nterm: Autumn 2023/24\n";
    let untitled = "district: North\nterm: Autumn 2023/24\npriorities:\n  - activity: [Met]\n    status: closed\n";
    let nameless = "term: Autumn 2023/24\npriorities:\n  - title: Attendance\n";
    let timeless = "district: North\npriorities:\n  - title: Attendance\n";
    let next = WHOLE.replace("Autumn", "Spring").replace("new", "ongoing");
    let other = WHOLE.replace("North", "South");
    let cases: &[&[&str]] = &[
        &[WHOLE],
        &[bare],
        &[none],
        &[untitled],
        &[nameless],
        &[timeless],
        &[WHOLE, &next],
        &[WHOLE, &other],
        &[WHOLE, &next, &other],
        &[WHOLE, none, bare],
    ];
    for case in cases {
        let named: Vec<(String, &str)> = (0..).zip(*case).map(|(at, text)| (format!("{at}.yaml"), *text)).collect();
        let loaded = collection(&named.iter().map(|(name, text)| (name.as_str(), *text)).collect::<Vec<_>>());
        for (name, _) in BUILT_IN {
            let markdown = paper(name, &loaded, &Form::built_in(), &Filter::default()).unwrap();
            let slips = slips(&markdown);
            assert!(slips.is_empty(), "{name}: {slips:#?}\n{case:?}\n{markdown}");
        }
    }
}

#[test]
fn what_several_districts_say_is_said_once() {
    let same = WHOLE.replace("North", "South").replace("Met the heads", "met the heads.");
    let loaded = collection(&[("a.yaml", WHOLE), ("b.yaml", &same)]);
    let markdown = paper("thematic", &loaded, &Form::built_in(), &Filter::default()).unwrap();
    assert!(markdown.contains("- Met the heads \\[North\\] \\[South\\]\n"), "{markdown}");
    assert_eq!(
        markdown.to_lowercase().matches("met the heads").count(),
        3,
        "once here, twice in the annex: {markdown}"
    );
}

#[test]
fn figures_stand_side_by_side_only_where_they_are_about_one_thing() {
    let later = WHOLE.replace("Autumn", "Spring").replace("from 9% to 7%", "from 7% to 5%");
    let other = later.replace("Absence fell from 7% to 5%", "12 of 15 nurseries have a named contact");
    for (later, then) in [(&later, true), (&other, false)] {
        let loaded = collection(&[("a.yaml", WHOLE), ("b.yaml", later)]);
        let markdown = paper("scrutiny", &loaded, &Form::built_in(), &Filter::default()).unwrap();
        assert_eq!(markdown.contains("Then (Autumn 2023/24): Absence fell from 9% to 7%"), then, "{markdown}");
        assert_eq!(markdown.contains("Now (Spring 2023/24)"), then, "{markdown}");
    }
}

#[test]
fn what_is_missing_is_said_and_the_share_with_it() {
    let next = WHOLE.replace("Autumn", "Spring");
    let loaded = collection(&[("a.yaml", WHOLE), ("b.yaml", &WHOLE.replace("North", "South")), ("c.yaml", &next)]);
    let markdown = paper("thematic", &loaded, &Form::built_in(), &Filter::default()).unwrap();
    let said = "Of the 4 reports that were due, 3 have been received. Still missing: South for Spring 2023/24. For Spring \
                2023/24, 1 of 2 districts (50%) has reported.";
    assert!(markdown.contains(said), "{markdown}");
}

#[test]
fn a_long_list_is_cut_and_the_cut_is_said() {
    let acts: Vec<String> =
        (0..30).map(|at| format!("Did the {at}th thing of its own kind{}", "!".repeat(at % 2))).collect();
    let many = WHOLE.replace("Met the heads", &acts.join(", "));
    let loaded = collection(&[("a.yaml", &many)]);
    let markdown = paper("thematic", &loaded, &Form::built_in(), &Filter::default()).unwrap();
    let section = markdown.split("### Attendance\n").nth(1).unwrap().split("\n## ").next().unwrap();
    assert_eq!(section.matches("\n- ").count(), 8, "{section}");
    assert!(section.contains("*22 more statements are left out."), "{section}");
}

#[test]
fn papers_on_forty_districts_are_still_read() {
    let seasons = ["Autumn 2022/23", "Spring 2022/23", "Summer 2022/23", "Autumn 2023/24", "Spring 2023/24"];
    let mut all: Vec<(String, String)> = Vec::new();
    for district in 0..40 {
        for (at, term) in seasons.iter().enumerate().filter(|(at, _)| (district + at) % 7 > 0) {
            let own = |words: &str| format!("{words} of ward {district} for the {at}th time");
            let text = WHOLE
                .replace("North", &format!("District {district}"))
                .replace("Autumn 2023/24", term)
                .replace("Met the heads", &own("Met the heads"))
                .replace("Meet the governors", &own("Meet the governors"));
            all.push((format!("{district}-{at}.yaml"), text));
        }
    }
    let loaded = collection(&all.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect::<Vec<_>>());
    for (name, _) in BUILT_IN {
        let markdown = paper(name, &loaded, &Form::built_in(), &Filter::default()).unwrap();
        let slips = slips(&markdown);
        assert!(slips.is_empty(), "{name}: {slips:#?}");
        assert!(markdown.len() < 15_000, "{name} has {} bytes:\n{markdown}", markdown.len());
        assert!(markdown.contains(" left out"), "{name} does not say what it leaves out:\n{markdown}");
    }
    let scrutiny = paper("scrutiny", &loaded, &Form::built_in(), &Filter::default()).unwrap();
    assert!(scrutiny.contains("- Attendance: 40 priorities in 40 districts\n"), "{scrutiny}");
}

#[test]
fn no_district_is_given_the_words_of_another() {
    let north = WHOLE
        .replace("Met the heads", "Trained the midday staff of Elm Road School")
        .replace("Absence fell from 9% to 7%", "Absence at Elm Road School fell from 9% to 7%");
    let south = north.replace("North", "South").replace("Elm Road", "Ash Lane");
    let loaded = collection(&[("a.yaml", &north), ("b.yaml", &south)]);
    for (name, words) in [
        (
            "thematic",
            "- Trained the midday staff of Elm Road School \\[North\\]\n- Trained the midday staff of Ash Lane School \\[South\\]\n",
        ),
        (
            "board",
            "- Trained the midday staff of Elm Road School \\[North\\]\n- Trained the midday staff of Ash Lane School \\[South\\]\n",
        ),
        ("regional", "- **Attendance**, Autumn 2023/24: Absence at Ash Lane School fell from 9% to 7% \\[South\\]\n"),
    ] {
        let markdown = paper(name, &loaded, &Form::built_in(), &Filter::default()).unwrap();
        assert!(markdown.contains(words), "{name}: {markdown}");
    }
}

#[test]
fn a_title_stands_only_with_those_who_gave_it() {
    let south = WHOLE.replace("North", "South").replace("title: Attendance", "title: Being in school");
    let later = south.replace("South", "East").replace("Autumn", "Summer");
    let loaded = collection(&[("a.yaml", WHOLE), ("b.yaml", &south), ("c.yaml", &later)]);
    let markdown = paper("regional", &loaded, &Form::built_in(), &Filter::default()).unwrap();
    assert!(markdown.contains("- Autumn 2023/24: Absence fell from 9% to 7% \\[North\\] \\[South\\]\n"), "{markdown}");
    assert!(
        markdown.contains("- **Being in school**, Summer 2023/24: Absence fell from 9% to 7% \\[East\\]\n"),
        "{markdown}"
    );
}

#[test]
fn what_vanished_has_not_ended_and_an_ending_stands_in_its_own_term() {
    let other = WHOLE.replace("title: Attendance", "title: Reading").replace("Absence", "Borrowing");
    let both = format!("{WHOLE}{}", other.split_once("priorities:\n").unwrap().1);
    let spring = WHOLE.replace("Autumn", "Spring").replace("new", "ongoing");
    let loaded = collection(&[("a.yaml", &both), ("b.yaml", &spring)]);
    let regional = paper("regional", &loaded, &Form::built_in(), &Filter::default()).unwrap();
    assert!(regional.contains("- **No longer reported, and no status says why**: Reading\n"), "{regional}");
    assert!(!regional.contains("closed"), "{regional}");
    let board = paper("board", &loaded, &Form::built_in(), &Filter::default()).unwrap();
    let row = "| North | Reading | new, Autumn 2023/24 | not in the report for Spring 2023/24 |\n";
    assert!(board.contains(row) && !board.contains("dropped"), "{board}");
}

#[test]
fn a_starting_point_is_no_impact() {
    let start = "Starting point: attendance was 91% in the spring, up from 90% (registers)";
    let loaded = collection(&[("a.yaml", &WHOLE.replace("Absence fell from 9% to 7%", &format!("\"{start}\"")))]);
    let regional = paper("regional", &loaded, &Form::built_in(), &Filter::default()).unwrap();
    assert!(!regional.contains("say of impact"), "{regional}");
}

#[test]
fn a_paper_on_one_term_takes_no_figure_from_another() {
    let later = WHOLE.replace("Autumn", "Spring").replace("from 9% to 7%", "from 7% to 5%");
    let loaded = collection(&[("a.yaml", WHOLE), ("b.yaml", &later)]);
    let spring = termwise::term::read("Spring 2023/24", Form::built_in().scheme).parts;
    let filter = Filter { terms: vec![spring], ..Filter::default() };
    let scrutiny = paper("scrutiny", &loaded, &Form::built_in(), &filter).unwrap();
    assert!(scrutiny.contains("5%") && !scrutiny.contains("9%") && !scrutiny.contains("Autumn"), "{scrutiny}");
}

#[test]
fn figures_that_are_only_alike_are_no_then_and_now() {
    let first = WHOLE.replace("Absence fell from 9% to 7%", "Early leaving was 4% by half-term (register)");
    let later = first.replace("Autumn", "Spring").replace("4% by half-term", "6% for the whole term");
    let loaded = collection(&[("a.yaml", &first), ("b.yaml", &later)]);
    let scrutiny = paper("scrutiny", &loaded, &Form::built_in(), &Filter::default()).unwrap();
    let both = "  - Autumn 2023/24: Early leaving was 4% by half-term (register)\n  - Spring 2023/24: Early leaving was 6% for";
    assert!(scrutiny.contains(both) && !scrutiny.contains("Now ("), "{scrutiny}");
}

#[test]
fn what_was_put_off_is_no_thing_done() {
    let text = WHOLE.replace("[Met the heads]", "[Met the heads, The launch of the drop-in was postponed to May]");
    let loaded = collection(&[("a.yaml", &text)]);
    let board = paper("board", &loaded, &Form::built_in(), &Filter::default()).unwrap();
    let (done, issues) = board.split_once("## 4.").unwrap();
    assert!(done.contains("- Met the heads\n") && !done.contains("postponed"), "{board}");
    assert!(issues.contains("- The launch of the drop-in was postponed to May\n"), "{board}");
}

#[test]
fn what_diff_tells_as_not_done_no_paper_tells_as_done() {
    let told = ["Unable to visit the family centre", "Failed to train the mentors", "No guide was published"];
    let planned = "Visit the family centre, Train the mentors, Publish the guide";
    let earlier = WHOLE.replace("Meet the governors", planned);
    let later = WHOLE.replace("Autumn", "Spring").replace("status: new", "status: ongoing");
    let later = later.replace("Met the heads", &told.join(", "));
    let loaded = collection(&[("a.yaml", &earlier), ("b.yaml", &later)]);
    let form = Form::built_in();
    let [before, after] = loaded.corpus.reports() else { panic!("not two reports") };
    let lexicon = Lexicon::with(&[]);
    let (before, after) = Side::both(before, after, &form, &lexicon);
    assert_eq!(follow(&before, &after, &form).stalled(), 3);
    let board = paper("board", &loaded, &form, &Filter::default()).unwrap();
    let (done, issues) = board.split_once("## 4.").unwrap();
    assert!(done.contains("3 are told as not done or put off.\n\nNothing is told as done for Spring"), "{board}");
    for told in told {
        assert!(!done.contains(told) && issues.contains(&format!("The report says: {told}\n")), "{board}");
    }
    // In doubt it is told as neither.
    let open = later.replace(told[0], "Rescheduled the visit to the family centre");
    let loaded = collection(&[("a.yaml", &earlier), ("b.yaml", &open)]);
    let board = paper("board", &loaded, &form, &Filter::default()).unwrap();
    let (done, issues) = board.split_once("## 4.").unwrap();
    assert!(done.contains("; 1 may be; of those reported") && done.contains(", 2 are told as not done"), "{board}");
    assert!(!done.contains("Rescheduled"), "{board}");
    assert!(issues.contains("in words that leave it open:\n\n- Rescheduled the visit"), "{board}");
}

#[test]
fn plans_are_counted_on_their_own_base_and_across_a_gap_apart() {
    let north = WHOLE.replace("Autumn", "Summer").replace("Met the heads", "Met the governors");
    let south = WHOLE.replace("North", "South");
    let loaded = collection(&[
        ("a.yaml", &WHOLE.replace("Meet the governors", "Open a reading room")),
        ("b.yaml", &south),
        ("c.yaml", &south.replace("Autumn", "Spring")),
        ("d.yaml", &south.replace("Autumn", "Summer").replace("Met the heads", "Met the governors")),
        ("e.yaml", &north),
    ]);
    let board = paper("board", &loaded, &Form::built_in(), &Filter::default()).unwrap();
    let base = "activity that reports for Spring 2023/24 planned and reports for Summer 2023/24 could tell of (from 1 of 2 districts)";
    assert!(board.contains(base), "{board}");
    let across =
        "Of 1 activity that districts without a report for Spring 2023/24 had planned before it, none is reported;";
    assert!(board.contains(across), "{board}");
    let gap = "no report for Spring 2023/24 between, and no matching activity found:\n\n- Open a reading room (Autumn 2023/24)";
    assert!(board.contains(gap), "{board}");
    assert!(board.contains("Still missing: North for Spring 2023/24."), "{board}");
}

#[test]
fn a_priority_on_hold_and_its_return_are_changes() {
    let held = WHOLE.replace("Autumn", "Spring").replace("status: new", "status: on-hold");
    let back = WHOLE.replace("Autumn", "Summer").replace("status: new", "status: ongoing");
    for (last, told) in [(None, "on hold in Spring"), (Some(&back), "taken up again in Summer 2023/24, after it was")] {
        let mut all = vec![("a.yaml", WHOLE), ("b.yaml", held.as_str())];
        all.extend(last.map(|text| ("c.yaml", text.as_str())));
        let board = paper("board", &collection(&all), &Form::built_in(), &Filter::default()).unwrap();
        assert!(board.contains(&format!("- Attendance: {told}")), "{board}");
    }
}

#[test]
fn what_several_share_has_a_heading_and_the_rest_is_less_common() {
    let south = WHOLE.replace("North", "South").replace("Met the heads", "Met the governors");
    let rare = south.replace("South", "East").replace("title: Attendance", "title: Reading\n    theme: Libraries");
    let rare = rare.replace("Met the governors", "Opened a reading trail");
    let loaded = collection(&[("a.yaml", WHOLE), ("b.yaml", &south), ("c.yaml", &rare)]);
    let thematic = paper("thematic", &loaded, &Form::built_in(), &Filter::default()).unwrap();
    let said = "However, there are some activities that are less common: the first theme of their priority is that of one district alone (Libraries). They \
                include: Opened a reading trail \\[East\\].\n";
    assert!(thematic.contains("can be grouped under one broad heading: **Attendance.**"), "{thematic}");
    assert!(thematic.contains(said) && !thematic.contains("### Libraries"), "{thematic}");
    // Where nothing is shared, everything has its heading.
    let loaded = collection(&[("a.yaml", WHOLE), ("c.yaml", &rare)]);
    let thematic = paper("thematic", &loaded, &Form::built_in(), &Filter::default()).unwrap();
    assert!(
        thematic.contains("### Libraries") && thematic.contains("No theme is shared by several districts."),
        "{thematic}"
    );
    assert!(!thematic.contains("less common"), "{thematic}");
}

#[test]
fn a_theme_without_a_heading_is_named_and_what_was_put_off_stands_apart() {
    let text = WHOLE.replace("[Met the heads]", "[Met the heads, The launch of the drop-in was postponed to May]");
    let text = text.replace("status: new", "theme: [Attendance, Libraries]");
    let loaded = collection(&[("a.yaml", &text), ("b.yaml", &WHOLE.replace("North", "South"))]);
    let thematic = paper("thematic", &loaded, &Form::built_in(), &Filter::default()).unwrap();
    assert!(thematic.contains("under the first of them, so that Libraries has no heading."), "{thematic}");
    let apart = "Told as not done, put off or still to come, or in words that leave it open:\n\n- The launch of the drop-in was postponed to May \\[North\\]\n";
    assert!(thematic.contains(apart), "{thematic}");
    let (_, activity) = thematic.split_once("### Attendance\n").unwrap();
    assert_eq!(activity.split_once("Told as").unwrap().0.matches("\n- ").count(), 1, "{activity}");
}

#[test]
fn what_became_worse_is_not_called_what_worked() {
    for told in
        ["Persistent absence rose from 12% to 15%", "Only 30% felt listened to, against 41% a year ago (survey)"]
    {
        let text = WHOLE.replace("Absence fell from 9% to 7%", &format!("\"{told}\""));
        let loaded = collection(&[("a.yaml", &text)]);
        let regional = paper("regional", &loaded, &Form::built_in(), &Filter::default()).unwrap();
        let (_, impact) = regional.split_once("## What the reports say of impact\n").unwrap();
        assert!(impact.contains("does not say whether it is good news or bad:\n"), "{regional}");
        assert!(impact.contains(told) && impact.contains("**\\[author: what worked, and the tips"), "{regional}");
        assert!(!regional.contains("better"), "{regional}");
    }
}

#[test]
fn a_merged_priority_ends_in_the_column_of_its_own_term() {
    let one = WHOLE.replace("title: Attendance", "id: a\n    title: Attendance");
    let other =
        one.replace("id: a", "id: r").replace("title: Attendance", "title: Reading").replace("Absence", "Borrowing");
    let both = format!("{one}{}", other.split_once("priorities:\n").unwrap().1);
    let spring = one.replace("Autumn", "Spring").replace("status: new", "status: ongoing\n    continues: [a, r]");
    let loaded = collection(&[("a.yaml", &both), ("b.yaml", &spring)]);
    let board = paper("board", &loaded, &Form::built_in(), &Filter::default()).unwrap();
    assert!(board.contains("| North | Reading | new, Autumn 2023/24 | merged, Spring 2023/24 |\n"), "{board}");
    assert!(board.contains("- Reading: merged into \u{201c}Attendance\u{201d} in Spring 2023/24"), "{board}");
}

#[test]
fn a_report_that_is_there_and_was_not_asked_for_is_not_looked_at() {
    let next = WHOLE.replace("Autumn", "Spring").replace("new", "ongoing");
    let there = collection(&[("a.yaml", WHOLE)]);
    let mut form = Form::built_in();
    form.elsewhere.insert("north".to_owned(), there.corpus.reports().iter().filter_map(|one| one.term()).collect());
    let loaded = collection(&[("b.yaml", &next)]);
    let board = paper("board", &loaded, &form, &Filter::default()).unwrap();
    assert!(board.contains("| North | Attendance | not looked at | ongoing, Spring 2023/24 |\n"), "{board}");
    assert!(!board.contains("| none |"), "{board}");
    // A copy that lies elsewhere of what was looked at says nothing of a priority that is new.
    let more = next.replace("title: Attendance", "title: Reading").replace("Absence", "Borrowing");
    let loaded = collection(&[("a.yaml", WHOLE), ("b.yaml", &more)]);
    let board = paper("board", &loaded, &form, &Filter::default()).unwrap();
    assert!(board.contains("| North | Reading | none | ongoing, Spring 2023/24 |\n"), "{board}");
}

#[test]
fn where_no_status_is_stated_the_table_gives_terms_and_says_why() {
    let silent = WHOLE.replace("    status: new\n", "");
    let loaded = collection(&[("a.yaml", &silent), ("b.yaml", &silent.replace("Autumn", "Spring"))]);
    let board = paper("board", &loaded, &Form::built_in(), &Filter::default()).unwrap();
    assert!(board.contains("| North | Attendance | Autumn 2023/24 | Spring 2023/24 |\n"), "{board}");
    assert!(board.contains("*Where a term stands alone, its report states no status.*"), "{board}");
    assert!(!board.contains("not stated"), "{board}");
    let stated = collection(&[("a.yaml", WHOLE)]);
    let board = paper("board", &stated, &Form::built_in(), &Filter::default()).unwrap();
    assert!(!board.contains("stands alone"), "{board}");
}

#[test]
fn two_are_both() {
    let loaded = collection(&[("a.yaml", WHOLE), ("b.yaml", &WHOLE.replace("North", "South"))]);
    let board = paper("board", &loaded, &Form::built_in(), &Filter::default()).unwrap();
    let said = "Both reports that were due have been received. For Autumn 2023/24, both districts have reported.";
    assert!(board.contains(said), "{board}");
}

#[test]
fn a_report_forges_no_gap_and_large_counts_have_a_comma() {
    let text = WHOLE.replace("[Met the heads]", "[\"Met the heads [author: forged] and [ Author: more]\"]");
    let loaded = collection(&[("a.yaml", &text)]);
    let thematic = paper("thematic", &loaded, &Form::built_in(), &Filter::default()).unwrap();
    assert!(thematic.contains("- Met the heads (author: forged\\] and ( Author: more\\]"), "{thematic}");
    let own = termwise::render::document::markdown(
        "{{ 2994 }} {{ 999 | counted(\"x\") }} {{ 1234567 | counted(\"x\") }} {{ 0 - 1000 }}",
        &super::told(&loaded, &Form::built_in(), &Filter::default()).unwrap(),
    );
    assert!(own.unwrap().starts_with("2,994 999 xs 1,234,567 xs -1,000\n"));
}

#[test]
fn two_reports_of_one_term_are_both_drawn_on_and_that_is_said() {
    let half =
        |half: &str, what: &str| WHOLE.replace("Autumn", &format!("Autumn {half}")).replace("Met the heads", what);
    let loaded = collection(&[("a.yaml", &half("1", "Met the heads")), ("b.yaml", &half("2", "Met the governors"))]);
    let thematic = paper("thematic", &loaded, &Form::built_in(), &Filter::default()).unwrap();
    assert!(thematic.contains("2 reports") && thematic.contains("The one report that was due"), "{thematic}");
    assert!(thematic.contains("More than one report is drawn on from North for Autumn 2023/24."), "{thematic}");
}

#[test]
fn a_paper_as_a_page_has_contents_that_lead_somewhere() {
    let all: Vec<String> = ["North", "South"]
        .iter()
        .map(|district| WHOLE.replace("North", district).replace("Met the heads", "Met <b>the</b> heads"))
        .collect();
    let loaded = collection(&[("a.yaml", &all[0]), ("b.yaml", &all[1])]);
    for (name, links) in [
        (
            "scrutiny",
            "1. Purpose 2. Recommendations 3. Links to strategy 4. Background 5. Progress 6. Implications 7. Background \
                      documents",
        ),
        (
            "thematic",
            "Background Themes Attendance Annex: case studies Case study 1: Attendance Case study 2: Attendance",
        ),
    ] {
        let mut page = Vec::new();
        let markdown = paper(name, &loaded, &Form::built_in(), &Filter::default()).unwrap();
        termwise::render::document::html(&markdown, &mut page).unwrap();
        let page = String::from_utf8(page).unwrap();
        let (before, rest) = page.split_once("<nav aria-label=\"Contents\">").unwrap();
        let nav = rest.split_once("</nav>").unwrap().0;
        assert!(before.contains("</h1>") && before.contains("class=\"skip\""), "{before}");
        let words: Vec<&str> =
            nav.split("<a href=\"#").skip(1).map(|link| link.split(['>', '<']).nth(1).unwrap()).collect();
        assert_eq!(words.join(" "), links, "{nav}");
        for id in nav.split("href=\"#").skip(1).map(|link| link.split('"').next().unwrap()) {
            assert_eq!(page.matches(&format!(" id=\"{id}\"")).count(), 1, "{id}");
        }
    }
}

#[test]
fn an_address_is_no_link_and_is_read_where_the_paper_is_opened_as_text() {
    let text = WHOLE.replace("[Met the heads]", "[\"See https://north.example/a and www.north.example, 9% to 7%\"]");
    let south = text.replace("North", "South").replace("title: Attendance", "title: Reading\n    theme: Libraries");
    let third = text.replace("North", "West");
    let loaded = collection(&[("a.yaml", &text), ("b.yaml", &south), ("c.yaml", &third)]);
    let thematic = paper("thematic", &loaded, &Form::built_in(), &Filter::default()).unwrap();
    assert!(
        thematic.contains("See https:/\\/north.example/a and www\\.north.example, 9% to 7% \\[North\\]"),
        "{thematic}"
    );
    assert!(!thematic.replace("<!-- written by termwise -->", "").contains("<!--"), "{thematic}");
    let mut page = Vec::new();
    termwise::render::document::html(&thematic, &mut page).unwrap();
    let page = String::from_utf8(page).unwrap();
    assert!(page.contains("See https://north.example/a and www.north.example, 9% to 7%"), "{page}");
    assert!(!page.contains("href=\"http"), "{page}");
}

#[test]
fn what_was_held_after_all_stays_under_what_was_done() {
    let held = "The postponed parents' evening was held on 4 June, Unable to find a hall we ran the training online";
    let text = WHOLE.replace("[Met the heads]", &format!("[{held}, The visit was cancelled]"));
    let loaded = collection(&[("a.yaml", &text)]);
    let board = paper("board", &loaded, &Form::built_in(), &Filter::default()).unwrap();
    let (done, issues) = board.split_once("## 4.").unwrap();
    assert!(done.contains("- The postponed parents") && done.contains("- Unable to find a hall"), "{board}");
    assert!(!done.contains("cancelled") && !issues.contains("postponed"), "{board}");
    assert!(issues.contains("- The visit was cancelled\n"), "{board}");
}

#[test]
fn what_is_older_than_the_latest_term_says_so_in_a_regional_paper() {
    let south = WHOLE.replace("North", "South");
    let later = south.replace("Autumn", "Spring").replace("status: new", "status: ongoing");
    let loaded = collection(&[("a.yaml", WHOLE), ("b.yaml", &south), ("c.yaml", &later)]);
    let regional = paper("regional", &loaded, &Form::built_in(), &Filter::default()).unwrap();
    assert!(regional.contains("By the latest report of each district, 1 theme is shared by two"), "{regional}");
    assert!(regional.contains("- **Starting**: Attendance \\[North\\] (Autumn 2023/24)\n"), "{regional}");
    assert!(regional.contains("- **Under way**: Attendance \\[South\\]\n"), "{regional}");
    assert!(!regional.contains("In Spring 2023/24"), "{regional}");
}

#[test]
fn a_limited_regional_paper_says_nothing_of_what_others_share() {
    let loaded = collection(&[("a.yaml", WHOLE), ("b.yaml", &WHOLE.replace("North", "South"))]);
    let filter = Filter { districts: vec!["North".into()], ..Filter::default() };
    let regional = paper("regional", &loaded, &Form::built_in(), &filter).unwrap();
    assert!(regional.contains("## Aims\n") && regional.contains("### Attendance\n"), "{regional}");
    assert!(!regional.contains("shared") && !regional.contains("two districts"), "{regional}");
}

#[test]
fn a_status_that_no_report_states_is_not_made_up() {
    let loaded = collection(&[("a.yaml", &WHOLE.replace("    status: new\n", ""))]);
    let regional = paper("regional", &loaded, &Form::built_in(), &Filter::default()).unwrap();
    assert!(regional.contains("- **Reported, status not stated**: Attendance\n"), "{regional}");
    assert!(!regional.contains("Under way"), "{regional}");
}

#[test]
fn nothing_is_said_to_be_the_same_throughout_that_nobody_knows() {
    let scrutiny = |all: &[(&str, &str)]| paper("scrutiny", &collection(all), &Form::built_in(), &Filter::default());
    let one = scrutiny(&[("a.yaml", WHOLE)]).unwrap();
    assert!(one.contains("4.2 In the reports for Autumn 2023/24 stands 1 that has not ended.\n"), "{one}");
    let held = WHOLE.replace("Autumn", "Spring").replace("status: new", "status: on-hold");
    let south = WHOLE.replace("North", "South");
    let both = scrutiny(&[("a.yaml", WHOLE), ("b.yaml", &held), ("c.yaml", &south)]).unwrap();
    let said = "4.2 From one report to the next, no priority is first reported, given another title or ended. In the reports \
                for Spring 2023/24 stands 1 that has not ended, 1 of them on hold; 1 more, not told as ended, was last reported \
                before that.\n";
    assert!(both.contains(said), "{both}");
    assert!(!both.contains("go on") && !both.contains("the same throughout"), "{both}");
}

#[test]
fn a_priority_that_a_later_report_holds_first_is_not_called_opened() {
    let more = WHOLE.replace("Autumn", "Spring").replace("new", "ongoing");
    let more = format!("{more}  - title: Reading\n    intended_outcomes: [More children read]\n");
    let loaded = collection(&[("a.yaml", WHOLE), ("b.yaml", &more)]);
    let board = paper("board", &loaded, &Form::built_in(), &Filter::default()).unwrap();
    assert!(board.contains("- Reading: first reported in Spring 2023/24\n") && !board.contains("opened"), "{board}");
}

#[test]
fn a_report_in_part_is_named_and_plans_over_a_gap_stand_apart() {
    let broken = format!("{}  - title: [\n", WHOLE.replace("North", "South"));
    let later = WHOLE.replace("Autumn", "Summer");
    let spring = WHOLE.replace("North", "East").replace("Autumn", "Spring");
    let loaded = collection(&[("a.yaml", WHOLE), ("b.yaml", &later), ("c.yaml", &spring), ("d.yaml", &broken)]);
    let scrutiny = paper("scrutiny", &loaded, &Form::built_in(), &Filter::default()).unwrap();
    let said = "1 report breaks off and could be read in part only: South for Autumn 2023/24; what came of plans before and \
                after it is not told.";
    assert!(scrutiny.contains(said), "{scrutiny}");
    let gap = "4.3 Of 1 activity planned before a term that the district has no report for, and looked for in the report \
               after it, ";
    assert!(scrutiny.contains(gap), "{scrutiny}");
}

#[test]
fn only_reports_that_a_paper_draws_on_are_counted() {
    let quarter = WHOLE.replace("Autumn 2023/24", "Quarter 2");
    let nameless = WHOLE.replace("district: North\n", "");
    let loaded = collection(&[("a.yaml", WHOLE), ("b.yaml", &quarter), ("c.yaml", &nameless)]);
    let scrutiny = paper("scrutiny", &loaded, &Form::built_in(), &Filter::default()).unwrap();
    assert!(scrutiny.contains("1.2 It is based on 1 report. The one report that was due"), "{scrutiny}");
    assert!(scrutiny.contains("2 reports name no district or term"), "{scrutiny}");
}

#[test]
fn a_version_that_is_left_out_is_said_to_be() {
    let fuller = WHOLE.replace("[Met the heads]", "[Met the heads, Met the governors]");
    let mut loaded = collection(&[("a.yaml", WHOLE), ("b.yaml", &fuller)]);
    loaded.corpus.set_versions_aside();
    for (name, _) in BUILT_IN.into_iter().filter(|(name, _)| *name != "case-study") {
        let markdown = paper(name, &loaded, &Form::built_in(), &Filter::default()).unwrap();
        let said = "several versions of the report from North for Autumn 2023/24; one counts, and what the others say is left out.";
        assert!(markdown.contains(said), "{name}: {markdown}");
        assert_eq!(slips(&markdown), Vec::<String>::new(), "{markdown}");
    }
}

#[test]
fn a_status_is_asked_of_the_latest_report_for_all_that_a_paper_says() {
    let held = WHOLE.replace("status: new", "status: on-hold");
    let back = WHOLE.replace("Autumn", "Spring").replace("status: new", "status: ongoing");
    let form = Form::built_in();
    let on_hold = Filter { statuses: vec![Status::OnHold], ..Filter::default() };
    let loaded = collection(&[("a.yaml", &held), ("b.yaml", &back)]);
    for (name, _) in BUILT_IN {
        assert_eq!(paper(name, &loaded, &form, &on_hold), None, "none is on hold by now: {name}");
    }
    let to = Some(termwise::term::read("Autumn 2023/24", form.scheme).parts);
    let autumn = Filter { to, ..on_hold.clone() };
    let board = paper("board", &loaded, &form, &autumn).unwrap();
    assert!(board.contains("| North | Attendance | none | on hold, Autumn 2023/24 |\n"), "{board}");
    // A district without such a priority is not one of those that the paper counts.
    let south = held.replace("North", "South").replace("Autumn", "Spring");
    let loaded = collection(&[("a.yaml", &held), ("b.yaml", &back), ("c.yaml", &south)]);
    let scrutiny = paper("scrutiny", &loaded, &form, &on_hold).unwrap();
    assert!(scrutiny.contains("what 1 district reports on 1 priority, for Spring 2023/24."), "{scrutiny}");
    assert!(scrutiny.contains("1.2 It is based on 1 report."), "{scrutiny}");
}
