//! What statements say of the thing that was planned: what failed, what was only begun, and what only sounds so.

use super::*;

#[test]
fn what_says_itself_that_it_was_not_done_is_told_apart() {
    let plan = "Agree a protocol; recruit mentors; visit six primaries; hold the spring conference";
    let stalled = [
        "No joint protocol was agreed with the police",
        "We could not recruit the two mentors",
        "We didn\u{2019}t visit the six primaries",
        "The mentor visits are on hold until May",
        "The fair was put back to the autumn",
        "The spring conference for governors at Kirkley Hall did not take place",
        "The spring conference for governors at Kirkley Hall never took place",
        "The spring conference for governors at Kirkley Hall could not be held because of snow",
        "The spring conference for governors will now be held in June 2026",
        "The spring conference for governors is still to be arranged",
        "We will launch cohort 2 at Oakhill Academy in June 2026",
        "The drama meeting for parents fell through when the hall was double booked",
        "Postponed the visits to the six primaries",
    ];
    assert_eq!(stalled.map(|told| (told, says(plan, told))), stalled.map(|told| (told, Says::Stalled)));
    // These say so too, but for words that may be of something else as well.
    let open = [
        "The spring conference for governors has slipped to the summer term",
        "There is a delay in training lunchtime staff at Ferrow Juniors",
        "Findings were due to be presented to the board but the meeting was moved",
        "Bids were submitted for Living Safely however this was not secured",
        "The college has doubts about the agreement and will not sign it before the summer",
    ];
    assert_eq!(open.map(|told| (told, says(plan, told))), open.map(|told| (told, Says::Open)));
    let done = [
        "Met the six heads, who had not heard of the scheme before",
        "Agreed the protocol with the police and the fire service, not only the schools",
        "Visited the six primaries",
        "The parent forum, which was delayed in the autumn, met on 4 February 2026",
        "Held the parent forum; two parents cancelled on the day",
        "Held the spring conference for governors, which had been postponed from November",
        "Held the spring conference without delay, and no governor cancelled",
        "The spring conference was held at Kirkley Hall",
        "Pupils of the six primaries said that they did not know whom to ask",
    ];
    assert_eq!(done.map(|told| (told, says(plan, told))), done.map(|told| (told, Says::Done)));
    let begun = [
        "Began to plan the spring conference",
        "Discussed whether to hold the spring conference",
        "Plans to launch cohort 2 at Oakhill Academy are underway",
        "Launched cohort 2 at Ferrow Academy instead of Oakhill Academy",
        "Visited the six primaries but could not recruit mentors",
    ];
    assert_eq!(begun.map(|told| (told, says(plan, told))), begun.map(|told| (told, Says::Begun)));
    assert_eq!(says("Open the nurture room", "Closed the nurture room"), Says::Begun);
    assert_eq!(says("Reduce the waiting list", "The waiting list grew"), Says::Begun);
    assert_eq!(
        says("Ask why bids are turned down", "Asked the three schools why their bids are turned down"),
        Says::Done
    );
}

#[test]
fn what_failed_is_no_fact() {
    let told = |rows: &[(&str, &str)]| rows.iter().map(|(plan, told)| says(plan, told)).collect::<Vec<_>>();
    let stalled = [
        (
            "Appoint an attendance lead for the six primaries",
            "Failed to appoint an attendance lead for the six primaries",
        ),
        ("Recruit two mentors for Oakhill Academy", "Recruited no mentors for Oakhill Academy"),
        ("Visit the eight nurseries of the coast", "Visited none of the eight nurseries of the coast"),
        ("Submit the bid to the Youth Futures fund", "Missed the deadline to submit the bid to the Youth Futures fund"),
        ("Submit the bid to the Youth Futures fund", "We missed the deadline for the bid to the Youth Futures fund"),
        (
            "Open a nurture room at Oxmere Juniors",
            "The nurture room at Oxmere Juniors has not opened because the builders left",
        ),
    ];
    assert_eq!(told(&stalled), vec![Says::Stalled; stalled.len()]);
    let open = [
        (
            "Agree the transition protocol with Ravelsby College",
            "Ravelsby College declined to agree the transition protocol",
        ),
        (
            "Agree the transition protocol with Ravelsby College",
            "Ravelsby College refused to agree the transition protocol",
        ),
        ("Set up a panel in each school", "Decided against setting up a panel in each school"),
        (
            "Hold a parents' evening at Kirkley Hall",
            "Few parents came to the evening at Kirkley Hall, so it was dropped",
        ),
        ("Set up a panel in each school", "We hope to set up a panel in each school"),
    ];
    assert_eq!(told(&open), vec![Says::Open; open.len()]);
    let begun = [
        (
            "Appoint an attendance lead for the six primaries",
            "Interviewed for an attendance lead for the six primaries; nobody was appointed",
        ),
        (
            "Train the lunchtime staff of Oxmere Juniors",
            "Training for the lunchtime staff of Oxmere Juniors fell short of what was hoped for: nobody came",
        ),
        ("Publish the parents' guide to attendance", "Withdrew the parents' guide to attendance"),
        ("Extend the breakfast club to Dray Primary", "Ended the breakfast club at Dray Primary"),
        ("Secure funding for the two family support workers", "Lost the funding for the two family support workers"),
        ("Visit the eight nurseries of the coast", "Visited three of the eight nurseries of the coast"),
        (
            "Write to the heads of all secondary schools about places",
            "Drafted a letter to the heads of all secondary schools about places",
        ),
        ("Set up a panel in each school", "Considered setting up a panel in each school, and decided against it"),
        (
            "Review the exclusions protocol with the heads",
            "The review of the exclusions protocol with the heads is under way",
        ),
        (
            "Train the SENCOs of ten primaries in sleep support",
            "The SENCOs of ten primaries are booked on the training in sleep support",
        ),
        ("Extend the breakfast club to Dray Primary", "The breakfast club at Dray Primary was ended"),
    ];
    assert_eq!(told(&begun), vec![Says::Begun; begun.len()]);
    let done = [
        ("Visit families of pupils who missed school", "Visited twelve families of pupils who missed school"),
        ("Meet the pupils who failed to settle in Year 7", "Met nine pupils who failed to settle in Year 7"),
        ("Ask parents why they refused to take part", "Asked parents why they refused to take part"),
        ("Meet parents of children refused a place", "Met parents of children refused a place"),
        ("Review exclusions with the heads", "Reviewed exclusions with the heads; nobody was excluded in March"),
        ("Hold the parents' evening", "Held the parents' evening; no one left early"),
        ("Check the registers of six schools", "Checked the registers of six schools and found no gaps"),
        ("Audit the codes", "Audited the codes of nine schools, none of which were wrong"),
        (
            "Extend the breakfast club to Dray Primary",
            "Opened the breakfast club at Dray Primary when the pilot at Oakhill ended",
        ),
        ("Secure funding for a bus", "Secured funding for a bus to replace the one that was lost"),
        ("Publish the guide", "Published the guide after the old one was withdrawn"),
        ("Visit the eight nurseries", "Visited eight of the eight nurseries"),
        ("Visit nurseries of the coast", "Visited three of the eight nurseries of the coast"),
        ("Draft a letter to parents", "Drafted a letter to parents"),
        ("Write to parents", "Drafted and sent a letter to parents"),
        ("Consider the report of the audit", "Considered the report of the audit at the March board"),
        ("Start the mentoring of Year 9", "The mentoring of Year 9 is under way in six schools"),
        ("Train staff for lost property and missed lessons", "Trained staff for lost property and missed lessons"),
        ("Hold an exit interview with every leaver", "Held an exit interview with every leaver"),
        ("Run the summer school", "The summer school ran for two weeks and ended with a fair"),
        ("Agree what happens when bids are declined", "Agreed what happens when bids are declined"),
        ("Book the hall for the conference", "Booked the hall for the conference"),
    ];
    assert_eq!(told(&done), vec![Says::Done; done.len()]);
}

#[test]
fn the_quick_look_lets_through_all_that_is_looked_for() {
    assert!(TELLING.is_sorted());
    let phrases = ANYWHERE.iter().chain(FIRST).chain(BEGUN).chain(FAILED).chain(FAILING).chain(GOING_ON);
    let phrases = phrases.map(|phrase| (*phrase).to_owned());
    let others = CONTRARY.iter().chain(UNDONE).flat_map(|(_, others)| others.iter().map(|other| (*other).to_owned()));
    let denied =
        DENIED.iter().flat_map(|verb| [format!("{verb} not"), format!("{verb} never"), format!("{verb}n\u{2019}t")]);
    for phrase in phrases.chain(others).chain(denied).chain(["but not".to_owned(), "However".to_owned()]) {
        assert!(may_tell_otherwise(&phrase), "{phrase}");
    }
}
