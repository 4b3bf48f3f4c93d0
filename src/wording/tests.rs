//! What the dictionary makes of sentences as officers write them: each table holds both sides of a line.

use super::*;
use crate::term::{AcademicYear, Season, Shown, Term};

const SPRING: Term =
    Term { year: AcademicYear(2023), season: Season::Spring, half: Some(2), month: None, shown: Shown::BySeason };
const AUTUMN: Term =
    Term { year: AcademicYear(2024), season: Season::Autumn, half: Some(2), month: None, shown: Shown::BySeason };

/// The rows of which `judge` says something else than `is`.
fn wrong<'a>(rows: &[&'a str], is: bool, judge: impl Fn(&str) -> bool) -> Vec<&'a str> {
    rows.iter().copied().filter(|row| judge(row) != is).collect()
}

#[test]
fn what_is_still_to_come() {
    let ahead = [
        "Cohort 3 will start after Easter. It has been decided to look at a whole class.",
        "The remaining four settings will be visited in May",
        "The clinic's working group is to look at three questions",
        "Further sessions to be arranged with the nurses",
        "A joint training day is lined up for the summer",
        "Three workshops planned for June",
        "Visits to start in April",
        "Workshops to take place at both colleges",
        "We\u{2019}ll hold the next forum at Oxmere",
        "The planned assemblies are due to start in May",
        "Two more schools are going to join the network",
        "Officers plan to meet the heads of the remaining schools",
        "Hold a workshop for designated teachers on 12 June 2024",
        "To hold a workshop for designated teachers",
        "Review the protocol with all five heads",
        "The last two nurseries get their visits once the therapist is back",
        "Visits to the last two nurseries take place in June 2024",
        "The training day is scheduled for the second half of the summer",
        "It is hoped that the nurses can spare a morning from January 2026",
        "It is anticipated that two more heads join",
        "We hope the college opens its workshop to the group",
        "Officers hope to second a worker to the hub",
        "The mentor is expected to shadow each tutor",
        "Every nursery should be able to borrow the boxes",
        "The next term brings a second round of visits next term",
        "Guidance for form tutors goes out later this year",
        "The survey closes in May 2024.",
        "A date has yet to be agreed; the network is due to meet soon",
    ];
    assert_eq!(wrong(&ahead[..27], true, |text| still_to_come(text, || Some(SPRING)).is_some()), [""; 0]);
    let not = [
        "Held the spring meeting, and will meet again in June",
        "The 1st meeting chose \u{201c}What will I be?\u{201d} as the title of the exhibition",
        "A leaflet with the working title \"What will happen next?\" was written by the circle and is being designed",
        "The attendance clinic, which will stay at the health centre, saw 64 families",
        "Delivered the planned assemblies on apprenticeships at all eleven schools",
        "A lesson pack is being developed with the college",
        "Plans are underway to explore replicating this with the high school",
        "Working closely with the safety partnership on a vaping plan",
        "15 pupils in the class are going to Carndale High so there is scope to work with them",
        "There is a delay in the 1st meeting being confirmed due to a staffing absence",
        "Launch of Cohort 2 which is a 2 school delivery",
        "Help desk in the library, Fridays 2 to 4",
        "Train the trainer day at the college",
        "Explore More day",
        "Lead officers meet weekly",
        "Two visits planned for March were missed",
        "Review of Cohort 1 of the programme delivered at Larkmoss",
        "Put a loan box of picture books into all three centres",
        "The hope circle met each week and gave parents hope that things change",
        "The delay is due to illness in the team",
        "Wrote a guide so that every family should be able to appeal",
        "The club is the hope of the estate",
        "The choir brings hope to care homes",
        "A poster, which is expected to reach all surgeries, is being printed",
        "Schools log what pupils hoped for and what they got",
        "Read every suspension letter of the last school year",
        "Schools no longer write their own handouts",
        "None: the woodland will be closed until June 2024",
        "On hold because the form will be reviewed",
        "The guide has been printed and will go out in May 2024",
        "Social work managers visited five schools to see how a suspension will be decided",
        "Eight of the ten nurseries were visited",
        "Continue to attend the weekly panel",
        "To be completed",
        "The network now meets each half-term, chaired by a head",
        "Launch the third cohort with the virtual school after Easter \u{2013} done",
        "Fourteen of the sixteen schools have named a contact who will ring home",
        "",
    ];
    assert_eq!(wrong(&not, false, |text| still_to_come(text, || Some(SPRING)).is_some()), [""; 0]);
}

#[test]
fn what_was_done_already() {
    let done = [
        "Each of the four headteachers signed the shared protocol and received the starter pack",
        "Training has been delivered to all office staff",
        "Held the second half-day for heads of year at the town hall",
        "The welcome packs were sent to all families",
        "Visited the remaining four settings and left each a list",
        "Officers met with the college and talked about dates",
        "Twelve mentors have been recruited and trained",
        "After the visits were over, the heads wrote to all parents",
        "We rang every family that had left a school",
        "The team carried out a review of all timetables",
        "Parents of new starters attended two evenings at the hub",
        "Completed the audit of quiet rooms",
        "Distributed the leaflet to surgeries. Collected comments from parents.",
    ];
    assert_eq!(wrong(&done, true, |text| only_past(text, || Some(SPRING)).is_some()), [""; 0]);
    let not = [
        "Try the remaining lessons, which were written in the autumn, with the 3rd cohort",
        "Review all part-time timetables with the inclusion service, as was done in 2023",
        "Publish the clinic's figures, which were collected in March 2024, by 22 May 2024",
        "The pilot was reviewed in March 2024. Two more schools will join it in June 2024",
        "The protocol has been agreed; share it with all heads",
        "Meeting to be arranged with the health lead",
        "Further visits agreed with the heads for May 2024",
        "Targeted support for families",
        "Continued work with the network",
        "Adapted materials for pupils with SEND",
        "Data reviewed termly by the panel",
        "Mentors matched with pupils by June",
        "Second visits to the three providers judged weakest",
        "To recruit bus buddies, as the girls had suggested",
        "Improved communication with parents",
        "Follow-up session led by the psychology team",
        "The heads agreed to bring their figures",
        "Asha Rowe will interview parents who were trained",
        "Living Safely- explore links and opportunities with businesses that were contacted",
        "Planned visits to the last two nurseries",
        "Visit the schools that have yet to name a lead",
        "Invite the two schools that have not yet named a contact",
        "Set up a second group",
        "Read the plans against the checklist",
        "What was learned is shared with the heads",
        "Meeting planned for June with all who attended",
        "Based on the survey, a second round for parents",
        "A second workshop, led by the school nurses",
        "On hold: the form was withdrawn",
        "None: the grant ended",
        "Youth staff are now in place and workshops are next",
        "Working with the partnership that was formed in May",
        "Further work and planning to be undertaken around the event",
        "",
    ];
    assert_eq!(wrong(&not, false, |text| only_past(text, || Some(SPRING)).is_some()), [""; 0]);
}

#[test]
fn a_plan_as_it_would_be_told_when_done() {
    let rows = [
        ("Cohort 3 will start after Easter", Some(("Cohort 3 ", "started"))),
        ("The team will plan a fair", Some(("The team ", "planned"))),
        ("We will carry the boxes", Some(("We ", "carried"))),
        ("Hold a workshop in June", Some(("", "held"))),
        ("Visits will be arranged", None),
        ("The survey closes in May 2024", None),
    ];
    for (text, told) in rows {
        let is = in_the_past(text, 0..text.len());
        let is = is.as_ref().map(|(range, verb)| (text.get(range.clone()).unwrap_or_default(), verb.as_str()));
        assert_eq!(is, told, "{text}");
    }
}

#[test]
fn days_without_their_month() {
    let day = |text: &str| match loose_day(text, true, || Some(SPRING)) {
        Some(Loose::Day(range)) => text.get(range).map(str::to_owned),
        _ => None,
    };
    let rows = [
        ("met at the library on Tuesday 19th and filled every seat", "on Tuesday 19th"),
        ("workshops to take place on the 27th", "on the 27th"),
        ("Updated version to be shared on 20th", "on 20th"),
        ("go live in January 2025 following a workshop with all stakeholders on 27th", "on 27th"),
        ("Return the form by the 4th, with the names", "by the 4th"),
        ("Open from the 3rd", "from the 3rd"),
        ("Meeting w/c 12th", "w/c 12th"),
        ("Hold the fair in the week of the 12th", "of the 12th"),
        ("Met on Friday 12.", "on Friday 12"),
        ("on\u{a0}the\u{a0}24th", "on\u{a0}the\u{a0}24th"),
        ("Seen before the 9th at the hub", "before the 9th"),
        ("Each nursery was seen between the 24th and the 28th, most twice", "between the 24th and the 28th"),
        ("The van was out from the 3rd to the 7th", "from the 3rd to the 7th"),
        ("Open between 3rd and 7th", "between 3rd and 7th"),
        ("Met the principal on the 9th to talk about January starts", "on the 9th"),
    ];
    for (text, found) in rows {
        assert_eq!(day(text).as_deref(), Some(found), "{text}");
    }
    let none = [
        "Held the 1st meeting on 24 May 2024, by which time the 3rd cohort was in its 2nd year",
        "on the 3rd floor, by the 4th session, after the 2nd visit",
        "on the 3rd and 17th of May",
        "on 3 June and again on the 24th",
        "Meeting w/c 20th January, the fair in the week of the 12th of May",
        "in the week of the 5th birthday of the hub",
        "The 1st meeting was held on 18 January 2024 and the 4th on 7 March 2024",
        "on the 2nd Tuesday of each month",
        "on the 19th of each month",
        "on May 24th, on the 24th May, by the 24th of May 2024",
        "moved from 14th to 6th of 20 districts",
        "on the 1st and 4th floor",
        "Monday 14 pupils came",
        "In the 21st century, 9th graders",
        "on 24\u{a0}May 2024",
        "Ranked on the 40th percentile",
        "moved from the 14th to the 6th in the table",
        "placed between the 2nd and the 5th of all districts",
        "rose between the 1st and the 4th session",
        "between the 24th and the 28th of May, and from the 3rd to the 7th of June",
        "between the 3rd Tuesday and half-term",
        "The gap between the 10th and the 90th percentile",
        "moved from the 4th quartile to the 1st",
        "came 3rd in the county reading quiz",
        "by 5th\u{a0}July",
        "",
    ];
    for text in none {
        assert_eq!(day(text), None, "{text}");
    }
}

#[test]
fn plans_without_a_day() {
    let vague = |text: &str| match loose_day(text, true, || None) {
        Some(Loose::Vague(range)) => text.get(range).map(str::to_owned),
        _ => None,
    };
    let rows = [
        ("Meet the new lead soon", "soon"),
        ("Training for assistants at some point", "at some point"),
        ("Look at timetables again in due course", "in due course"),
        ("Hold the lunch in the near future", "near future"),
        ("An evening at a later date", "later date"),
    ];
    for (text, found) in rows {
        assert_eq!(vague(text).as_deref(), Some(found), "{text}");
    }
    let none = [
        "Ring home as soon as a pupil misses a day",
        "Start as soon as staffing allows",
        "Soon-to-be parents' group",
        "Some time with each family",
        "Meet soon after the break",
        "Meet soon, on 4 June 2025",
        "Read \u{201c}Soon Be Home\u{201d} with the group",
    ];
    for text in none {
        assert_eq!(vague(text), None, "{text}");
    }
}

#[test]
fn months_without_their_year_across_the_turn_of_the_year_or_passed() {
    let month = |text: &str, term: &Term, ahead: bool| match loose_day(text, ahead, || Some(*term)) {
        Some(Loose::Month { at, year, .. }) => text.get(at).map(|words| (words.to_owned(), year)),
        _ => None,
    };
    let found =
        |text: &str, term: &Term, ahead: bool| month(text, term, ahead).map(|(words, year)| format!("{words} {year}"));
    let november = Term { month: Some(11), ..AUTUMN };
    let march = Term { half: None, month: Some(3), ..SPRING };
    let rows = [
        ("Share it by the end of February", AUTUMN, true, "by the end of February 2025"),
        ("By end of February the profile will be in use", AUTUMN, true, "By end of February 2025"),
        ("Meet the heads on 12 January", november, true, "on 12 January 2025"),
        ("Share it by the end of September", november, true, "by the end of September 2025"),
        ("By end of October the profile will be in use", november, true, "By end of October 2025"),
        ("Agree it by end of February", march, true, "by end of February 2025"),
        ("Meet the heads on 12 January", SPRING, true, "on 12 January 2025"),
    ];
    for (text, term, ahead, is) in rows {
        assert_eq!(found(text, &term, ahead).as_deref(), Some(is), "{text}");
    }
    let none = [
        ("Agree it by end of February", SPRING, true),
        ("Share it by the end of September 2025", november, true),
        ("Review it in November", november, true),
        ("Opened the room in October", AUTUMN, false),
        ("Share it in December", AUTUMN, true),
        ("Send it out in September", SPRING, true),
        ("The board reviews it each January", AUTUMN, true),
        ("Bring it to the January meeting", AUTUMN, true),
        ("Schools may join in time for the march", AUTUMN, true),
        ("Opened the room in November, after the break", SPRING, false),
        ("April Jones led the visit", AUTUMN, true),
        ("Opened every week since November", SPRING, false),
        ("Compare them with the figures collected in March", AUTUMN, true),
    ];
    for (text, term, ahead) in none {
        assert_eq!(month(text, &term, ahead), None, "{text}");
    }
}

#[test]
fn outcomes_that_are_activity() {
    let activity = [
        "Sharing of best practice between schools & settings",
        "A joint induction programme for SENCOs in their first two years",
        "Explore opportunities to build a partnership and strengthening of links",
        "Share information across the youth hubs",
        "To raise awareness of young carers",
        "Three more network meetings held before July 2025",
        "Better Attendance leaflet printed and handed to schools",
        "Recruit a second family link worker",
        "Find out what other councils do to lower exclusions",
        "Termly newsletter to parents",
        "Develop a toolkit for form tutors",
        "Deliver training to all designated teachers",
        "Guidance for schools on part-time timetables",
        "Continue to engage with employers",
        "Regular network meetings",
        "Hold termly forums for attendance leads",
    ];
    assert_eq!(wrong(&activity, true, |text| task(text).is_some()), [""; 0]);
    let change = [
        "Reduction in permanent exclusions & suspensions",
        "Increase in the number of schools that use a plan",
        "Every school knows how to reach the inclusion hub",
        "Maintain attendance above 95%",
        "Sharing of practice leads to fewer suspensions",
        "Support for families comes sooner",
        "Pupils can name a wider range of jobs by the time they leave Year 6",
        "Young people with a social worker stay on their first course",
        "Children reach the expected level in speaking",
        "Improved joint planning between schools and social care",
        "Secondary tutors receive better information",
        "Persistent absence is below 15%",
        "Parents feel listened to",
        "Stronger links between schools and employers",
        "Review visits are rarely needed",
        "Good attendance in Reception",
        "Pupils review their own plans",
        "Support is there for every young carer",
        "Work placements are open to all pupils in Year 10",
        "Support from the right person at the right time",
        "Develop pupils' oracy skills",
        "Review meetings happen on time",
        "Delivery of speech therapy without a wait",
        "Meet the needs of pupils with SEND in their local school",
        "Networks of friends that were broken by moves are mended",
        "A plan for every child that travels with them",
        "Fewer plans asked for because support came too late",
        "Hold persistent absence below 18%",
        "",
    ];
    assert_eq!(wrong(&change, false, |text| task(text).is_some()), [""; 0]);
    assert!(same_words("Families ask for help sooner.", "families  ask for \u{201c}help\u{201d} sooner"));
    assert!(!same_words("Families ask for help", "Families ask for help sooner"));
}

#[test]
fn results_for_people() {
    let results = [
        "Pupils come back from lunch calmer and settle to work sooner than they did",
        "Persistent absence across the seven schools fell from 27.4% to 24.9%",
        "Withdrawals before half-term fell from 11% to 7% on the courses that tried the check-in",
        "Students in the focus groups said they were more likely to tell a tutor",
        "Library loans to under-twelves went up by 940",
        "The average wait shortened from 29 school days to 16 in a year",
        "Private candidates sat 61 papers in summer 2024, up from 20 the summer before",
        "\u{2018}We feel better prepared\u{2019}, said one lead",
        "Exclusions have reduced by a third",
        "More young people are in work",
        "Repeat suspensions dropped by 17%",
        "Requests for outreach now come six weeks earlier",
        "Families have become quicker to get in touch",
        "Three young people returned to full-time school",
        "Attendance of newly arrived pupils reached 93.5%, compared with 90.8%",
        "Parents now ring the school themselves",
        "Twelve more young people have a place",
        "Absence / 21 % / was 24 % before",
        "Staff who were trained felt surer of when to refer on",
        "Since the policy was adopted, suspensions fell by a third",
        "The team can see that pupils are calmer",
        "Parents who came to the lunch feel surer of what to ask",
        "More families took up a free place",
        "Waits fell from nine weeks to four because the team can offer evenings",
        "Pupils rated their own happiness at 7, up from 5",
        "In the exit survey 29% of young people still ruled out a course, down from 37%",
    ];
    assert_eq!(wrong(&results, false, |text| tells(text) == Tells::Work), [""; 0]);
    let counts = [
        "46 careers leaders, tutors and employers attended the June 2024 meeting, our best turnout yet",
        "The provider directory went live on 3 June 2024 and was opened 390 times in its first month",
        "Two further training providers have joined the partnership, making six in all",
        "30 training courses delivered and a further 8 sessions scheduled",
        "Funding was secured for the delivery of a 12-month pilot",
        "Sent out links to documents",
        "Initial meeting with key stakeholders held",
        "Expanded the range of partners involved",
        "More than 40 parents attended the workshops",
        "Attendance at the network meeting rose from 12 to 25",
        "Awareness of the priority has grown among primary schools",
        "Local peer support channel established",
        "Materials updated to support positive conversations with boys and young men",
        "The website had 1,200 visits, up from 800 last term",
        "A third worker took up post in May 2024, which doubles the number of visits the team can make",
        "An improved anti-bullying policy was adopted by governors on 3 March 2024",
        "The lunch was rated good by 92% of parents, up from 80% a year ago",
        "The vacancy was filled in May 2024 and two more posts were agreed",
        "Five network meetings held, up from three",
        "Good attendance at the conference",
        "We send more newsletters, six a year where there were two",
    ];
    assert_eq!(wrong(&counts, true, |text| tells(text) == Tells::Work), [""; 0]);
    // What is not plainly work may be a result.
    let unsure = [
        "Figures are expected in July",
        "NEET: from 58 to 41",
        "Five families no longer need support",
        "No pupil has been excluded since Easter",
        "Pupils run the assembly themselves",
        "Ten trained volunteers read with 60 pupils each week",
        "All twelve schools now have a named lead",
        "Both special schools have dropped their own referral forms and use the common one",
        "",
    ];
    assert_eq!(wrong(&unsure, true, |text| matches!(tells(text), Tells::Other | Tells::Perhaps)), [""; 0]);
    let better = ["Staff who were trained feel surer", "Exclusions are coming down", "The work has made a difference"];
    assert_eq!(wrong(&better, true, |text| tells(text) == Tells::Better), [""; 0]);
}

#[test]
fn evidence_and_reasons() {
    let evidence = [
        "Repeat suspensions dropped by 17%",
        "Pupils described feeling \u{201c}let back in properly\u{201d}",
        "Staff said that mornings are calmer",
        "Fourteen of the sixteen have one now",
        "Half of the families kept the place",
        "Incidents fell from 14 to 6 a month",
        "Twelve more pupils had a place than a year before",
        "See the case study of one family",
        "Teachers' diaries show that quiet children spoke up",
    ];
    assert_eq!(wrong(&evidence, true, gives_evidence), [""; 0]);
    let none = [
        "Pupils in Years 5 to 8 feel calmer",
        "Since 20 June 2024 staff are more at ease",
        "Children in Key Stage 2 are happier than in 2022/23",
        "The 2nd cohort settles sooner",
        "Children move up to Year 7 with fewer worries",
        "",
    ];
    assert_eq!(wrong(&none, false, gives_evidence), [""; 0]);
    assert_eq!(
        wrong(&["Too early to tell", "None: the pilot begins in May", "Not yet known"], true, too_early),
        [""; 0]
    );
    assert_eq!(wrong(&["Nurses see more children", "Early help came sooner"], false, too_early), [""; 0]);
}

#[test]
fn who_holds_the_work() {
    let names = |text: &str| held(text, &[]);
    let receivers = [
        "The secondary heads' group takes on the ten-day call, with its chair keeping the guide up to date",
        "The boxes pass to the library service on the same date",
        "Links established with the new Youth Futures Team and this priority will then sit with them",
        "Vaping working group- work now being managed under CAPs in each district",
        "The speech and language service has agreed to host the nursery network",
        "Nabwick College takes the check-in into its tutorial policy",
        "Handed over to the Tarnwick Inclusion Board",
        "Barnardo\u{2019}s will run the group. It is led by Barnardo\u{2019}s now",
        "The early years consultants will own it",
        "Schools and settings will keep the workshops going through their own networks",
        "Public health keeps the vaping lesson",
        "Employers and schools will each hold their own part",
        "The trust will continue to run the clubs",
        "It now belongs to the county attendance team",
        "The group agreed in May to pass it to the school nurses",
        "The heads' forum agreed in May 2024 to host the meetings",
    ];
    assert_eq!(wrong(&receivers, true, names), [""; 0]);
    let hopes = [
        "The partnership stepped back from this work on 30 June 2025. The boxes, the diaries and the guides have been \
         passed on in good order and the volunteers know whom to contact, so that the scheme can run again.",
        "Looking out for young carers will be second nature in Ivelby's schools and the links will live on",
        "Increase in the support and options for young people when they leave school will be commonplace",
        "The attendance pathway will be in place and the attendance network will be established to allow sharing",
        "The production of the strategy, behaviour pathways, changes to the exclusions process and development of local support",
        "Work will continue as part of everyday practice",
        "It has been handed over and all documents are complete",
        "Schools will continue to use what they have learned, and teachers share it",
        "The new guide will support staff in every school",
        "The locality group agreed on 8 July 2026 to let this priority go to others",
        "The network agreed in May to step back; the folder was passed on by the network",
        "Several options have been aired with partners and each has something to recommend it",
        "Good relationships will ensure that this is sustained",
        "",
    ];
    assert_eq!(wrong(&hopes, false, names), [""; 0]);
    let settled = [
        "Too early to say; the board decides in May",
        "Not yet known: the options will be agreed with heads",
        "It is too early to say and the chair will settle it by June",
    ];
    assert_eq!(wrong(&settled, true, will_settle), [""; 0]);
    let open =
        ["Too early to decide where it sits", "Nothing has been agreed", "Options have been aired with partners"];
    assert_eq!(wrong(&open, false, will_settle), [""; 0]);
    let hope = |text: &str| leaves_open(text) == Open::Hope;
    let hopes = [
        "Momentum will be kept up after the grant ends in March 2026",
        "An exit plan will be developed in autumn 2025",
        "The attendance pathway will be in place and the network will be established",
        "By then inclusion will be second nature",
    ];
    assert_eq!(wrong(&hopes, true, hope), [""; 0]);
    let bare = |text: &str| leaves_open(text) == Open::Bare;
    let nobody = ["Long-term change across the area", "The work will continue", "Good practice will be shared widely"];
    assert_eq!(wrong(&nobody, true, bare), [""; 0]);
    let enough = [
        "Health visitors, as part of the two-year check",
        "Childminders' association to host",
        "A standing item on every governing board's agenda",
        "Paid for out of pupil premium",
        "Kept going from September",
        "Closed at Easter, as the flats are empty",
        "Not needed: the money was for one summer only",
        "",
    ];
    assert_eq!(wrong(&enough, true, |text| leaves_open(text) == Open::No), [""; 0]);
    assert!(held("Brightside picks it up", &["brightside".to_owned()]));
    assert!(!held("Brightsiders know", &["brightside".to_owned()]));
}
