use super::mask;
use crate::form::Form;
use crate::load::{Input, load};

mod beside;

/// What a masked page says of these lines, each statement on its own line.
fn masked(lines: &str) -> Vec<String> {
    masked_under(lines, 5)
}

fn masked_under(lines: &str, threshold: u32) -> Vec<String> {
    let text = format!("## Priority: Increasing attendance\n\n### Impact so far\n{lines}\n");
    let mut loaded = load(vec![Input::of("a.md", text)], &Form::built_in());
    mask(&mut loaded.sources, &loaded.corpus, threshold);
    let mut said = Vec::new();
    for passage in &loaded.corpus.reports()[0].priorities[0].passages {
        for statement in &passage.statements {
            said.push(loaded.sources.words(&statement.text));
            said.extend(statement.children().iter().map(|child| loaded.sources.words(&child.text)));
        }
    }
    said
}

#[test]
fn sentences_give_no_count_away_and_stay_sentences() {
    for (line, expected) in [
        ("3 pupils were excluded", "5 or fewer pupils were excluded"),
        ("NEET: 4 (2023: 9), a fall of 5", "NEET: 5 or fewer (2023: 9), a fall of (not given)"),
        ("Exclusions fell from 12 to 3, a fall of 9", "Exclusions fell from 12 to 5 or fewer, a fall of (not given)"),
        ("An increase of 3 exclusions, from 12 to 15", "An increase of 5 or fewer exclusions, from (not given) to 15"),
        (
            "There were 4 exclusions, twice last year's 2",
            "There were 5 or fewer exclusions, twice last year's 5 or fewer",
        ),
        (
            "There were 4 exclusions, 1 fewer than last year's 5",
            "There were 5 or fewer exclusions, (not given) fewer than last year's 5 or fewer",
        ),
        (
            "3 of the 20 pupils left, so 17 were not excluded",
            "5 or fewer of the 20 pupils left, so some were not excluded",
        ),
        ("3 of the 3 pupils are back", "5 or fewer of the pupils are back"),
        ("3 of 3 pupils are back", "5 or fewer pupils are back"),
        ("3 pupils (15%) of 20 were excluded", "5 or fewer pupils of 20 were excluded"),
        ("3 of 12 pupils, or 25%, left", "5 or fewer of 12 pupils, or (not given), left"),
        ("A quarter of pupils (3 pupils) left", "Some of pupils (5 or fewer pupils) left"),
        (
            "Two pupils\u{2019} attendance rose from 40% to 60%",
            "5 or fewer pupils\u{2019} attendance rose from 40% to 60%",
        ),
        ("The 3 pupils went on", "The pupils went on"),
        ("Met parents of the other 3 children", "Met parents of the other children"),
        ("Only 3 pupils left", "5 or fewer pupils left"),
        ("A pair of siblings came", "5 or fewer siblings came"),
        ("Met 3 pupils at 9 schools of 12 wards", "Met 5 or fewer pupils at 9 schools of 12 wards"),
        (
            "3 pupils came, and 40 families of the 12 schools",
            "5 or fewer pupils came, and 40 families of the 12 schools",
        ),
    ] {
        assert_eq!(masked(&format!("- {line}")), [expected], "{line}");
    }
}

/// The second figure of a sentence is of the same people as the first: it is kept back too, and nothing else in the
/// sentence tells the one by the other.
#[test]
fn no_figure_beside_a_count_is_left() {
    for (line, expected) in [
        (
            "4 pupils came back to class, up from 2 in autumn",
            "5 or fewer pupils came back to class, up from 5 or fewer in autumn",
        ),
        ("3 pupils were suspended (4 last term)", "5 or fewer pupils were suspended (5 or fewer last term)"),
        ("3 pupils were suspended. It was 4 before.", "5 or fewer pupils were suspended. It was 5 or fewer before."),
        (
            "4 of 20 pupils came back, up from 2 of 20 in autumn",
            "5 or fewer of 20 pupils came back, up from 5 or fewer of 20 in autumn",
        ),
        ("4/20 pupils were suspended", "5 or fewer of 20 pupils were suspended"),
        ("1/4 pupils was suspended", "5 or fewer pupils were suspended"),
        ("3\u{2013}4 pupils were suspended", "5 or fewer pupils were suspended"),
        ("2 pupils left, against the 4 of last term", "5 or fewer pupils left, against 5 or fewer of last term"),
        ("4 pupils (20%) left, against 2 (10%) last year", "5 or fewer pupils left, against 5 or fewer last year"),
        (
            "14 pupils left, 11 of them in Saltmarsh and 3 here",
            "14 pupils left, some of them in Saltmarsh and 5 or fewer here",
        ),
        (
            "1 pupil was excluded, up from 1 in autumn, and the school is glad",
            "5 or fewer pupils were excluded, up from 5 or fewer in autumn, and the school is glad",
        ),
        ("Exclusions doubled from 4 to 8", "Exclusions rose from 5 or fewer to 8"),
        ("Exclusions trebled from 1 to 3", "Exclusions rose from 5 or fewer to 5 or fewer"),
        ("Exclusions have more than doubled from 4 to 9", "Exclusions have risen from 5 or fewer to 9"),
        ("Exclusions were nearly halved from 8 to 4", "Exclusions were changed from 8 to 5 or fewer"),
        ("4 pupils left, and we doubled the staff", "5 or fewer pupils left, and we doubled the staff"),
        (
            "4 pupils left, and twice as many visits were made",
            "5 or fewer pupils left, and twice as many visits were made",
        ),
        ("Exclusions halved from 8 to 4", "Exclusions fell from 8 to 5 or fewer"),
        ("8 pupils left, twice as many as the 4 in autumn", "8 pupils left, more than 5 or fewer in autumn"),
        (
            "3 pupils left, three times as many as the 1 in autumn",
            "5 or fewer pupils left, more than 5 or fewer in autumn",
        ),
        (
            "6 pupils left, one more than the 5 of last year",
            "6 pupils left, (not given) more than 5 or fewer of last year",
        ),
        (
            "4 pupils came to more sessions, up from 3 sessions",
            "5 or fewer pupils came to more sessions, up from 3 sessions",
        ),
    ] {
        assert_eq!(masked(&format!("- {line}")), [expected], "{line}");
    }
}

#[test]
fn no_verb_tells_that_it_was_one() {
    for (line, expected) in [
        ("1 child with an EHCP settles", "5 or fewer children with an EHCP settle"),
        ("1 pupil attends daily", "5 or fewer pupils attend daily"),
        ("1 pupil was excluded and now attends", "5 or fewer pupils were excluded and now attend"),
        ("1 pupil and her mother came", "5 or fewer pupils and their mother came"),
        ("There was 1 pupil who is late", "There were 5 or fewer pupils who are late"),
        ("1 pupil's plan was reviewed", "5 or fewer pupils' plan was reviewed"),
        ("We met 1 pupil, and the school is glad", "We met 5 or fewer pupils, and the school is glad"),
        ("One pupil is back, and he has a plan", "5 or fewer pupils are back, and they have a plan"),
    ] {
        assert_eq!(masked(&format!("- {line}")), [expected], "{line}");
    }
}

#[test]
fn no_column_and_no_row_gives_a_count_away() {
    let table = |head: &str, rows: &[&str]| {
        let columns = head.split('|').count();
        let lines: Vec<String> = rows.iter().map(|row| format!("| {row} |")).collect();
        format!("\n| {head} |\n{}|\n{}\n", "|---".repeat(columns), lines.join("\n"))
    };
    for (head, rows, expected) in [
        (
            "School | Exclusions | Visits",
            &["Beck Road | 3 | 2", "Fellside | 9 | 3", "Total | 12 | 5"][..],
            &["Beck Road / 5 or fewer / 2", "Fellside / (not given) / 3", "Total / 12 / 5"][..],
        ),
        (
            "School | Pupils | Boys | Girls",
            &["Beck Road | 12 | 3 | 9", "Fellside | 17 | 9 | 8", "Total | 29 | 12 | 17"],
            &[
                "Beck Road / 12 / 5 or fewer / (not given)",
                "Fellside / 17 / (not given) / (not given)",
                "Total / 29 / 12 / 17",
            ],
        ),
        (
            "School | Pupils | Excluded pupils | Share | Attendance",
            &["Beck Road | 20 | 3 | 15% | 90%", "Fellside | 60 | 9 | 15% | 91%"],
            &["Beck Road / 20 / 5 or fewer / (not given) / 90%", "Fellside / 60 / 9 / (not given) / 91%"],
        ),
        // A head with a label's name, places as columns, and what a total would give away.
        (
            "Term | Pupils excluded",
            &["Autumn | 4", "Spring | 13", "Summer | 9", "Total | 26"],
            &["Autumn / 5 or fewer", "Spring / 13", "Summer / (not given)", "Total / 26"],
        ),
        (
            "Priority | Pupils moved | Visits",
            &["Priority 1 | 3 | 7", "Priority 2 | 24 | 8"],
            &["Priority 1 / 5 or fewer / 7", "Priority 2 / 24 / 8"],
        ),
        (
            " | Ashby School | Kirk Academy | Total",
            &["Pupils excluded | 3 | 14 | 17", "Staff | 3 | 4 | 7"],
            &["Pupils excluded / 5 or fewer / (not given) / 17", "Staff / 3 / 4 / 7"],
        ),
        (
            "Exclusions | Permanent | Fixed-term | Sessions",
            &["Ashby | 2 | 14 | 4", "Kirk | 12 | 13 | 8"],
            &["Ashby / 5 or fewer / 14 / 4", "Kirk / 12 / 13 / 8"],
        ),
        // Shares go by their column, whoever they are of; what comes and goes gives what stays.
        (
            "Need | Pupils | Share",
            &["SEMH | 8 | 34.8", "SLCN | 12 | 52.2", "VI | 3 | 13.0"],
            &["SEMH / 8 / (not given)", "SLCN / 12 / (not given)", "VI / 5 or fewer / (not given)"],
        ),
        (
            "Cases | Number",
            &["Brought forward | 12", "Opened | 15", "Closed | 24", "Open | 3"],
            &["Brought forward / (not given)", "Opened / 15", "Closed / 24", "Open / 5 or fewer"],
        ),
        // "Moderate" is no rate, nor is an upper school so much per one.
        (
            "Pupils' needs | Moderate | Severe | Upper school",
            &["Speech | 3 | 2 | 12"],
            &["Speech / 5 or fewer / 5 or fewer / 12"],
        ),
        // Nobody need say of whom.
        (
            "School | Number",
            &["Thrushcombe High | 3", "Pellworth Academy | 8"],
            &["Thrushcombe High / 5 or fewer", "Pellworth Academy / 8"],
        ),
        (
            "Placed | Waiting | Placed and waiting",
            &["12 | 3 | 15", "9 | 1 | 10"],
            &["(not given) / 5 or fewer / 15", "(not given) / 5 or fewer / 10"],
        ),
        ("Boys | Girls | Total", &["9 | 4 | 13", "14 | 11 | 25"], &["(not given) / 5 or fewer / 13", "14 / 11 / 25"]),
        (
            "Outcome | Count",
            &["Closed in 3 months | 4", "Visits | 3"],
            &["Closed in 3 months / 5 or fewer", "Visits / 3"],
        ),
    ] {
        assert_eq!(masked(&table(head, rows)), expected, "{head}");
    }
    let led =
        format!("\nPupils excluded by school:\n{}", table("School | Autumn 2025 | Spring 2026", &["Ashby | 12 | 3"]));
    assert_eq!(masked(&led), ["Ashby / 12 / 5 or fewer"]);
}

#[test]
fn no_list_gives_a_count_away() {
    for (lines, expected) in [
        (
            "- Exclusions: 12\n  - Beck Road: 3\n  - Fellside: 9",
            &["Exclusions: 12", "Beck Road: 5 or fewer", "Fellside: (not given)"][..],
        ),
        ("- 4 pupils left\n- 3 have returned", &["5 or fewer pupils left", "5 or fewer have returned"]),
        ("- 4 pupils left\n- 3 clubs were opened", &["5 or fewer pupils left", "3 clubs were opened"]),
        (
            "- Excluded pupils were 4. Of them:\n  - assault 3\n  - 1 did not",
            &["Excluded pupils were 5 or fewer. Of them:", "assault 5 or fewer", "5 or fewer did not"],
        ),
        (
            "- 12 exclusions this term\n- 9 exclusions were at Fellside\n- 3 exclusions were at Beck Road",
            &["12 exclusions this term", "Some exclusions were at Fellside", "5 or fewer exclusions were at Beck Road"],
        ),
        // Five and five, whoever may know no more than that neither is over five.
        (
            "- Pupils: Beck Road 5, Fellside 5; total 10",
            &["Pupils: Beck Road 5 or fewer, Fellside 5 or fewer; total (not given)"],
        ),
        (
            "- Excluded pupils: Northgate 24, Riverbank 11, Wharf Lane c; total 37",
            &["Excluded pupils: Northgate 24, Riverbank (not given), Wharf Lane c; total 37"],
        ),
    ] {
        assert_eq!(masked(lines), expected, "{lines}");
    }
}

#[test]
fn what_stands_in_brackets_is_no_verb_of_the_one() {
    for (line, expected) in [
        ("- 1 pupil at Hill School was excluded (returns)", "5 or fewer pupils at Hill School were excluded (returns)"),
        ("- 1 pupil (returns) was excluded", "5 or fewer pupils (returns) were excluded"),
    ] {
        assert_eq!(masked(line), [expected], "{line}");
    }
}

/// Nought is given, so "1 or fewer" would say that it was one.
#[test]
fn no_threshold_tells_the_count() {
    assert_eq!(masked_under("- 1 pupil left, 3 pupils stayed", 1), ["2 or fewer pupils left, 3 pupils stayed"]);
    assert_eq!(masked_under("- 7 pupils left", 9), ["9 or fewer pupils left"]);
}

#[test]
fn the_counts_of_an_explanation_are_masked_too() {
    let text = "## Priority: Increasing attendance\n\n### Impact so far\n\
        - Met the heads <!-- termwise: explain vague-impact: it was the 3 pupils of Beck Road, 2 of them in care -->\n";
    let mut loaded = load(vec![Input::of("a.md", text)], &Form::built_in());
    mask(&mut loaded.sources, &loaded.corpus, 5);
    let statement = &loaded.corpus.reports()[0].priorities[0].passages[0].statements[0];
    let explanation = &statement.explanations()[0];
    let told = loaded.sources.words(&explanation.text);
    assert_eq!(told, "explain vague-impact: it was the pupils of Beck Road, 5 or fewer of them in care");
}

/// "against 14 in both districts" says how many there are in all, as a statement of its own would.
#[test]
fn no_total_set_beside_a_figure_gives_another_report_away() {
    let report = |district: &str, line: &str| {
        let text = format!(
            "---\ndistrict: {district}\nterm: Spring 2024/25\n---\n\n## Priority: Exclusions\n\n### Impact so far\n- {line}\n"
        );
        Input::of(&format!("{district}.md"), text)
    };
    for (line, expected) in [
        (
            "11 pupils were excluded, against 14 in both districts",
            "(not given) pupils were excluded, against 14 in both districts",
        ),
        ("11 pupils were excluded, against 14 in autumn", "11 pupils were excluded, against 14 in autumn"),
    ] {
        let inputs =
            vec![report("Northmoor", "3 pupils were excluded, down from 9 in autumn"), report("Saltmarsh", line)];
        let mut loaded = load(inputs, &Form::built_in());
        mask(&mut loaded.sources, &loaded.corpus, 5);
        let told = |report: usize| {
            loaded.sources.words(&loaded.corpus.reports()[report].priorities[0].passages[0].statements[0].text)
        };
        assert_eq!([told(0), told(1)], ["5 or fewer pupils were excluded, down from 9 in autumn", expected], "{line}");
    }
}
