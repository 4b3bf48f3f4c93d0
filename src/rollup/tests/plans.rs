//! What came of what was planned.

use super::*;

#[test]
fn what_came_of_each_plan_stands_in_the_row_of_the_later_report() {
    let page = rolled(plans(), View::FollowThrough, &Filter::default());
    let expected = [
        "District|Term|Earlier term|Planned|Reported|Possibly reported|Of these not done|Planned again|No matching activity found",
        "Eastvale|Autumn 2024/25|first report||||||",
        "NORTHMOOR|Spring 2023/24|first report||||||",
        "NORTHMOOR|Autumn 2024/25|Spring 2023/24|3|1|0|0|1|1",
        "NORTHMOOR|Autumn 2024/25|Spring 2023/24|3|1|0|0|0|2",
    ];
    assert_eq!(told(&page).1, expected);
    let notes = notes(&page);
    assert_eq!(notes[0], "In all, 2 of 3 planned statements are reported.", "a plan of two reports counts once");
    assert!(notes[1].starts_with("Where a term has several reports") && notes[2].starts_with('\u{201c}'), "{notes:?}");
    // One of the two reports tells of the walking bus: only the library is not found.
    let lost = |page: &Page| -> Vec<String> {
        let lists =
            page.blocks.iter().filter_map(|block| if let Block::List(items) = block { Some(items) } else { None });
        lists.flatten().map(|item| item[0].words.clone()).filter(|item| item.contains('\u{201c}')).collect()
    };
    assert!(matches!(&lost(&page)[..], [only] if only.contains("Open a library")), "{:?}", lost(&page));
    let page = rolled(plans(), View::Districts, &Filter::default());
    assert!(matches!(&lost(&page)[..], [only] if only.contains("Open a library")), "{:?}", lost(&page));
    assert!(told(&page).1[2].starts_with("NORTHMOOR|3|0|Autumn 2024/25|1|"), "{:?}", told(&page).1);
    // What came of its latest plan stands in a table of its own.
    let tables =
        page.blocks.iter().filter_map(|block| if let Block::Table { rows, .. } = block { Some(rows) } else { None });
    let numbers: Vec<Vec<&Cell>> =
        tables.rev().nth(1).unwrap().iter().map(|row| row.iter().skip(1).collect()).collect();
    assert_eq!(numbers, [[3, 2, 0, 0, 0, 1].map(Cell::Number).iter().collect::<Vec<_>>()]);
}

#[test]
fn what_is_told_as_put_off_is_said() {
    let mut made = Made::default();
    let planned = ["Open a library in Fleet Road", "Train twelve walking bus leaders"];
    made.report("a.md", Some("A"), Some(SPRING), &[P::of("X").section(2, &planned)]);
    let told = ["We did not open a library in Fleet Road", "Trained twelve walking bus leaders"];
    made.report("b.md", Some("A"), Some(SUMMER), &[P::of("X").section(1, &told)]);
    let page = rolled(made, View::FollowThrough, &Filter::default());
    assert!(notes(&page)[0].ends_with("of 2 planned statements are reported (1 as not done or put off)."), "{page:?}");
    let (_, table) = self::told(&page);
    let stalled = |row: &str| row.split('|').nth(6).map(str::to_owned).unwrap();
    assert_eq!([&table[0], &table[2]].map(|row| stalled(row)), ["Of these not done", "1"]);
}

#[test]
fn of_many_plans_without_an_answer_the_latest_are_listed() {
    let mut made = Made::default();
    let plans = [(SPRING, "Open library"), (SUMMER, "Repair boiler"), (AUTUMN, "Appoint tutor")];
    for (district, (term, what)) in ["A", "B"].into_iter().flat_map(|name| plans.map(|plan| (name, plan))) {
        let planned: Vec<String> = (0..9).map(|at| format!("{what} {at}")).collect();
        let planned: Vec<&str> = planned.iter().map(String::as_str).collect();
        let told = P::of("X").section(1, &["Met the heads"]).section(2, &planned);
        made.report(&format!("{district}-{}-{}.md", term.0, term.1), Some(district), Some(term), &[told]);
    }
    let page = rolled(made, View::FollowThrough, &Filter::default());
    let lists = page.blocks.iter().filter_map(|block| if let Block::List(items) = block { Some(items) } else { None });
    let listed: Vec<String> = lists.flatten().map(|item| item[0].words.clone()).collect();
    let (more, listed) = listed.split_last().unwrap();
    assert!(more.starts_with("and 24 more"), "{more}");
    assert_eq!(listed.len(), 12);
    for (at, one) in listed.iter().enumerate() {
        let district = if at < 6 { "A" } else { "B" };
        assert!(one.starts_with(&format!("{district}, Summer 2023/24, X: ")), "{listed:#?}");
    }
}

#[test]
fn what_is_told_in_words_that_leave_it_open_is_listed_to_be_read() {
    let mut made = Made::default();
    made.report("a.md", Some("A"), Some(SPRING), &[P::of("X").section(2, &["Publish the parents' guide"])]);
    let told = "The parents' guide was published, but the launch event was postponed";
    made.report("b.md", Some("A"), Some(SUMMER), &[P::of("X").section(1, &[told])]);
    let page = rolled(made, View::FollowThrough, &Filter::default());
    let notes = notes(&page);
    assert_eq!(notes[0], "In all, up to 1 of 1 planned statement is reported.");
    let lead = "Planned, and told in the report after it in words that leave open whether it was done:";
    assert_eq!(notes.last(), Some(&lead));
    let is_list = |block: &&Block| matches!(block, Block::List(_));
    let Some(Block::List(items)) = page.blocks.iter().rfind(is_list) else { panic!("no list") };
    assert!(items[0][0].words.ends_with(&format!(": \u{201c}{told}\u{201d}")), "{items:?}");
}

#[test]
fn no_filter_parts_a_plan_from_what_came_of_it() {
    let only = |filter: Filter| told(&rolled(plans(), View::FollowThrough, &filter)).1.split_off(1);
    let autumn =
        ["NORTHMOOR|Autumn 2024/25|Spring 2023/24|3|1|0|0|1|1", "NORTHMOOR|Autumn 2024/25|Spring 2023/24|3|1|0|0|0|2"];
    let northmoor = Filter { districts: vec!["northmoor".into()], ..Filter::default() };
    assert_eq!(only(Filter { terms: vec![parts(AUTUMN)], ..northmoor.clone() }), autumn);
    assert_eq!(only(Filter { from: Some(parts(SUMMER)), ..northmoor.clone() }), autumn);
    assert_eq!(only(Filter { to: Some(parts(SUMMER)), ..northmoor }), ["NORTHMOOR|Spring 2023/24|first report||||||"]);
}

#[test]
fn where_there_is_nothing_to_follow_it_says_so() {
    let eastvale = Filter { districts: vec!["Eastvale".into()], ..Filter::default() };
    let page = rolled(plans(), View::FollowThrough, &eastvale);
    assert_eq!(notes(&page), ["There is no earlier report to follow: what is planned here shows in the next term."]);
    let mut made = Made::default();
    for term in [SPRING, SUMMER] {
        made.report("a.md", Some("A"), Some(term), &[P::of("X").section(2, &["none"]).section(1, &["Met heads"])]);
    }
    let page = rolled(made, View::FollowThrough, &Filter::default());
    assert_eq!(told(&page).1[2], "A|Summer 2023/24|Spring 2023/24|0|0|0|0|0|0");
    assert_eq!(notes(&page), ["The earlier reports plan nothing, so that there is nothing to follow."]);
}

#[test]
fn what_was_not_weighed_is_said() {
    let many = |verb: &str| (0..400).map(|n| format!("{verb} school {n} of {n}")).collect::<Vec<_>>();
    let [planned, told] = ["Visit", "Visited"].map(many);
    let all = |section, words: &[String]| P::of("X").section(section, &words.iter().map(|w| &**w).collect::<Vec<_>>());
    let mut made = Made::default();
    made.report("a.md", Some("A"), Some(SPRING), &[all(2, &planned)]);
    made.report("b.md", Some("A"), Some(SUMMER), &[all(1, &told)]);
    let page = rolled(made, View::FollowThrough, &Filter::default());
    let notes = notes(&page);
    assert!(notes[0].starts_with("In all, none of 400 planned statements are reported"), "{notes:?}");
    assert!(notes[2].ends_with("the same id or the same words were found in A, Summer 2023/24."), "{notes:?}");
}
