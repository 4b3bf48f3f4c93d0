//! How often a word in a title tells of the right theme: sixty invented titles with the themes that a coordinator would
//! give them, a dozen of which belong to none, most of these with a theme's word in another sense. They were written by the
//! hand that wrote the table of words: what reports of others come to is not known. `--nocapture` prints each miss.

#![expect(clippy::indexing_slicing, reason = "a test that cannot go on says so")]

use std::collections::BTreeSet;
use termwise::form::{Form, Theme};
use termwise::load::{Input, load};
use termwise::rollup::themes::{How, Named, Themes};

/// A title, and its themes; several are parted by a bar, and a dash stands for none.
const LABELLED: &[(&str, &str)] = &[
    ("Increasing attendance", "Attendance"),
    ("Fewer days lost to absence in the primaries", "Attendance"),
    ("Tackling emotionally based school avoidance", "Attendance"),
    ("Getting every child into class on time", "Attendance"),
    ("Reducing suspensions and permanent exclusions", "Exclusions"),
    ("Behaviour that keeps pupils in lessons", "Exclusions"),
    ("A shared approach to managed moves", "Exclusions"),
    ("Alternatives to sending pupils home", "Exclusions"),
    ("Alternative provision closer to home", "Exclusions"),
    ("Ready for school at four", "Early years"),
    ("A good start in Reception", "Early years"),
    ("Two-year-olds taking up their funded places", "Early years"),
    ("Families who choose elective home education", "Elective home education|Families"),
    ("Knowing who is home educated, and why", "Elective home education"),
    ("Children looked after do as well as their friends", "Vulnerable groups"),
    ("Welcoming refugee pupils", "Vulnerable groups"),
    ("Vulnerable learners through the summer", "Vulnerable groups"),
    ("Routes after Year 11", "Education, employment and training"),
    ("Fewer young people who are NEET", "Education, employment and training"),
    ("Apprenticeships within a bus ride", "Education, employment and training"),
    ("Careers guidance from Year 8 on", "Education, employment and training"),
    ("Staying on: sixth form and college open days", "Education, employment and training"),
    ("What next at sixteen", "Education, employment and training"),
    ("Transitions from primary to secondary school", "Transitions"),
    ("A smoother move to secondary", "Transitions"),
    ("Year 6 meets Year 7", "Transitions"),
    ("Emotional health and wellbeing of teenagers", "Emotional health and wellbeing"),
    ("Help for anxious children before a crisis", "Emotional health and wellbeing"),
    ("Mental health support teams in every cluster", "Emotional health and wellbeing|School networks"),
    ("Someone to talk to", "Emotional health and wellbeing"),
    ("Trauma-informed schools", "Trauma-informed practice"),
    ("Living safely by the canal", "Community safety"),
    ("Anti-social behaviour after the last bell", "Community safety"),
    ("Supporting children who live with domestic abuse", "Domestic abuse"),
    ("Vaping: what schools can do", "Drugs, alcohol and vaping"),
    ("SEND in the mainstream classroom", "Special educational needs and disabilities"),
    ("Autism-friendly playgrounds", "Special educational needs and disabilities"),
    ("Talking and listening: speech and language at three", "Speech and language"),
    ("Reading for pleasure", "Literacy"),
    ("Maths without fear", "Numeracy"),
    ("Raising attainment at GCSE", "Attainment"),
    ("Poverty-proofing the school day", "Disadvantage"),
    ("School-to-school networks", "School networks"),
    ("Tracking pupils from 14 to 19", "Tracking pupils"),
    ("An alternative curriculum at Key Stage 4", "Alternative curriculum"),
    ("Re-engaging the disaffected through sport", "Motivation and engagement"),
    ("Peer mentors in every year", "Mentoring"),
    ("Family learning on Saturdays", "Families"),
    // A theme's word, and another thing is meant.
    ("Ending digital exclusion in the valleys", "-"),
    ("Better attendance at network meetings", "-"),
    ("We are Community", "-"),
    ("In the absence of a bus", "-"),
    ("A college of headteachers", "-"),
    ("Attendance of governors at training", "-"),
    ("Family of schools: sharing a minibus", "-"),
    ("Results of the pupil survey", "-"),
    ("Reading the new guidance together", "-"),
    ("Transition to the new finance system", "-"),
    ("Books and budgets: sharing a business manager", "-"),
    ("A new home for the county library van", "-"),
];

#[test]
fn words_in_titles_tell_of_the_right_theme() {
    assert_eq!(LABELLED.len(), 60);
    let themes = Themes::of(&Form::built_in());
    let (mut right, mut wrong, mut missed) = (0, 0, 0);
    for (title, labels) in LABELLED {
        let expected: BTreeSet<&str> = labels.split('|').filter(|label| *label != "-").collect();
        assert!(expected.iter().all(|label| themes.find(label) == Some(*label)), "{labels} is no theme");
        let found: BTreeSet<&str> = themes.of_title(title).into_iter().map(|(theme, _)| theme).collect();
        if found != expected {
            println!("{title:?}: labelled {expected:?}, told {found:?}");
        }
        right += found.intersection(&expected).count();
        wrong += found.difference(&expected).count();
        missed += expected.difference(&found).count();
    }
    let share = |part: usize, rest: usize| part as f64 / (part + rest) as f64;
    let (precision, recall) = (share(right, wrong), share(right, missed));
    println!(
        "precision {precision:.2} ({right} of {}), recall {recall:.2} ({right} of {})",
        right + wrong,
        right + missed
    );
    assert!(precision >= 0.93, "precision {precision:.2}");
    assert!(recall >= 0.85, "recall {recall:.2}");
}

/// The themes of the one priority of a report, each with how it is known.
fn told(report: &str, form: &Form) -> Vec<String> {
    let loaded = load(vec![Input::of("a.md", report)], form);
    let priority = &loaded.corpus.reports()[0].priorities[0];
    let known = |how: &How<'_>| match how {
        How::Stated(_) => "stated".to_owned(),
        How::Title(word) => format!("title: {word}"),
        How::Outcome(word, _) => format!("outcome: {word}"),
    };
    let name = |name: &Named<'_>| name.shown(&loaded.sources);
    let themes = Themes::of(form);
    themes.of_priority(priority, form).iter().map(|one| format!("{} ({})", name(&one.theme), known(&one.how))).collect()
}

#[test]
fn what_is_stated_goes_before_words_and_a_title_before_outcomes() {
    let form = Form::built_in();
    let report = |under: &str, title: &str, outcomes: &str| {
        told(&format!("## Priority: {title}\n{under}\n\n### Intended outcomes\n{outcomes}\n"), &form)
    };
    let absence = "- Persistent absence falls\n- Fewer pupils with severe absence";
    assert_eq!(
        report("Theme: mental health", "Increasing attendance", absence),
        ["Emotional health and wellbeing (stated)"]
    );
    assert_eq!(report("Theme: Harbour", "Increasing attendance", absence), ["Harbour (stated)"]);
    assert_eq!(report("", "Increasing attendance", "- Reading ages rise"), ["Attendance (title: attendance)"]);
    assert_eq!(report("", "School days", absence), ["Attendance (outcome: absence)"]);
    // One mention beside others says too little, and what has no word has no theme.
    assert!(report("", "School days", "- Absence falls\n- Fewer suspensions\n- Phonics improve").is_empty());
    assert!(report("", "School days", "- Things get better").is_empty());
    assert!(report("", "School days", "- Attendance at the network rises").is_empty());
}

#[test]
fn an_authority_s_themes_stand_beside_the_built_in_ones_and_go_first() {
    let theme = |name: &str, words: &[&str]| Theme {
        name: name.to_owned(),
        keywords: words.iter().map(|word| (*word).to_owned()).collect(),
    };
    let mut form = Form::built_in();
    form.themes = vec![theme("Wellbeing", &["youth worker"]), theme("In school", &["absence", "suspension"])];
    let themes = Themes::of(&form);
    let of = |title: &str| themes.of_title(title).into_iter().map(|(theme, _)| theme).collect::<Vec<_>>();
    // A theme that is built in under another name is the authority's own.
    assert_eq!(of("A youth worker for mental health"), ["Wellbeing"]);
    assert_eq!(of("Fewer suspensions"), ["In school"]);
    assert_eq!(of("Fewer exclusions"), ["Exclusions"]);
    assert_eq!(themes.find("emotional wellbeing"), Some("Wellbeing"));
    assert_eq!(themes.find("absence"), Some("In school"));
    assert_eq!(themes.find("harbour"), None);
}
