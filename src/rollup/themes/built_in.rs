//! Themes that the work of education partnerships is commonly grouped under, and the words that tell of them: those of
//! county strategies and of a national roll-up made by hand. An authority's own stand beside them and go first.

/// A theme, and what tells of it. Words are matched whole, plurals as their singular.
pub(super) struct Row {
    pub(super) name: &'static str,
    /// Other names of it, which an authority or an officer may use.
    pub(super) aliases: &'static [&'static str],
    /// Words that tell of it wherever they stand.
    pub(super) words: &'static [&'static str],
    /// Words that tell of it in a title alone: in an outcome they may be about anything.
    pub(super) in_title: &'static [&'static str],
}

#[rustfmt::skip]
pub(super) const ROWS: &[Row] = &[
    Row {
        name: "Attendance",
        aliases: &["school attendance"],
        words: &[
            "attendance", "absence", "absenteeism", "absentee", "truancy", "punctuality", "school avoidance",
            "school refusal", "EBSA", "EBSNA", "first-day call", "missing school", "miss school", "severely absent",
            "persistently absent",
        ],
        in_title: &["in school every day", "absent", "attending", "attend", "at school every day"],
    },
    Row {
        name: "Exclusions",
        aliases: &["exclusions and suspensions", "reducing exclusions", "behaviour", "exclusions and behaviour"],
        words: &["exclusion", "excluded", "suspension", "suspended", "alternative provision", "managed move"],
        in_title: &["behaviour"],
    },
    Row {
        name: "Early years",
        aliases: &["early years outcomes", "school readiness"],
        words: &[
            "early years", "nursery", "childminder", "school readiness", "ready for school", "preschool", "pre-school",
            "EYFS", "two-year-old", "good level of development", "under-fives",
        ],
        in_title: &["Reception"],
    },
    Row {
        name: "Elective home education",
        aliases: &["home education", "EHE"],
        words: &["elective home education", "home education", "home educated", "home-educated", "EHE"],
        in_title: &["educated at home", "home educating"],
    },
    Row {
        name: "Vulnerable groups",
        aliases: &["vulnerable children", "children looked after", "vulnerable learners"],
        words: &[
            "looked after children", "children looked after", "looked-after", "care leaver", "children in care",
            "young carer", "refugee", "asylum", "Traveller", "virtual school", "vulnerable group", "care-experienced",
        ],
        in_title: &["vulnerable"],
    },
    Row {
        name: "Education, employment and training",
        aliases: &["EET", "NEET", "post-16", "post 16", "routes after 16", "participation"],
        words: &[
            "EET", "NEET", "post-16", "apprenticeship", "sixth form", "careers guidance", "careers advice",
            "employment or training", "employment and training", "after Year 11", "work experience", "work placement",
            "work-related learning", "vocational",
        ],
        in_title: &["careers", "college", "work-based", "work-related", "employability", "jobs"],
    },
    Row {
        name: "Transitions",
        aliases: &["transition", "transition to secondary school", "transitional programmes"],
        words: &[
            "transition", "transitional", "primary to secondary", "move to secondary", "moving to secondary",
            "move from primary", "change of school", "moving up",
        ],
        in_title: &["start of Year 7", "starting secondary school"],
    },
    Row {
        name: "Emotional health and wellbeing",
        aliases: &["wellbeing", "mental health", "emotional health", "emotional wellbeing", "SEMH", "mental wellbeing"],
        words: &[
            "emotional health", "mental health", "wellbeing", "well-being", "anxiety", "anxious", "resilience", "SEMH",
            "self-harm", "CAMHS",
        ],
        in_title: &["counselling"],
    },
    Row {
        name: "Trauma-informed practice",
        aliases: &["trauma", "trauma informed"],
        words: &["trauma", "trauma-informed", "adverse childhood experience", "attachment-aware"],
        in_title: &[],
    },
    Row {
        name: "Community safety",
        aliases: &["living safely", "safer communities", "community cohesion"],
        words: &[
            "community safety", "living safely", "knife crime", "knives", "county lines", "criminal exploitation",
            "child exploitation", "anti-social behaviour", "antisocial behaviour", "youth violence", "serious violence",
            "hate crime", "community cohesion",
        ],
        in_title: &["exploitation", "violence", "safer streets"],
    },
    Row {
        name: "Domestic abuse",
        aliases: &["domestic violence"],
        words: &["domestic abuse", "domestic violence", "Operation Encompass"],
        in_title: &[],
    },
    Row {
        name: "Drugs, alcohol and vaping",
        aliases: &["drugs and alcohol", "substance misuse", "vaping"],
        words: &["drug", "alcohol", "substance misuse", "vaping", "vape"],
        in_title: &[],
    },
    Row {
        name: "Special educational needs and disabilities",
        aliases: &["SEND", "SEN", "special educational needs", "additional needs"],
        words: &[
            "SEND", "SEN", "EHCP", "special educational need", "autism", "autistic", "neurodiversity", "neurodivergent",
            "education, health and care plan", "dyslexia",
        ],
        in_title: &["additional need", "disability"],
    },
    Row {
        name: "Speech and language",
        aliases: &["speech, language and communication", "oracy", "early language"],
        words: &["speech and language", "speech, language and communication", "oracy", "early language", "spoken language"],
        in_title: &["speech", "vocabulary", "early talk"],
    },
    Row {
        name: "Literacy",
        aliases: &["reading", "reading and writing"],
        words: &["literacy", "phonics", "reading age", "reading for pleasure", "love of reading", "reluctant reader"],
        in_title: &["reading", "readers", "writing", "books"],
    },
    Row {
        name: "Numeracy",
        aliases: &["maths", "mathematics"],
        words: &["numeracy", "mathematics", "maths"],
        in_title: &[],
    },
    Row {
        name: "Attainment",
        aliases: &["raising attainment", "achievement", "improving attainment"],
        words: &["attainment", "underachievement", "GCSE results", "attainment gap"],
        in_title: &["achievement", "GCSE", "results"],
    },
    Row {
        name: "Disadvantage",
        aliases: &["poverty", "disadvantaged pupils", "cost of the school day"],
        words: &["disadvantaged", "pupil premium", "free school meal", "cost of the school day"],
        in_title: &["poverty", "disadvantage"],
    },
    Row {
        name: "Safeguarding",
        aliases: &["online safety"],
        words: &["safeguarding", "online safety", "cyberbullying"],
        in_title: &["bullying", "safe online"],
    },
    Row {
        name: "School networks",
        aliases: &["school-to-school support", "school to school", "networks"],
        words: &["school-to-school", "peer review"],
        in_title: &["network", "networking", "schools working together", "cluster"],
    },
    Row {
        name: "Tracking pupils",
        aliases: &["tracking pupils and students", "tracking"],
        words: &["tracking system", "tracking of pupils", "tracking pupils", "tracking young people"],
        in_title: &["tracking"],
    },
    Row {
        name: "Alternative curriculum",
        aliases: &["alternative KS4 curriculum"],
        words: &["alternative curriculum", "curriculum pathway", "alternative timetable"],
        in_title: &["curriculum"],
    },
    Row {
        name: "Motivation and engagement",
        aliases: &["motivational programmes", "engagement", "raising aspirations"],
        words: &["disengaged", "disengagement", "disaffected", "re-engage", "re-engagement"],
        in_title: &["motivation", "motivational", "aspiration"],
    },
    Row {
        name: "Mentoring",
        aliases: &["mentoring programmes", "mentors"],
        words: &["mentoring", "peer mentor", "mentor"],
        in_title: &[],
    },
    Row {
        name: "Families",
        aliases: &["family learning", "family based approaches", "parents and carers", "parental engagement"],
        words: &["family learning", "family hub", "parental engagement", "parenting course", "parenting programme"],
        in_title: &["parent", "family", "parental"],
    },
];

/// Phrases that hold a word of a theme and tell of none.
#[rustfmt::skip]
pub(super) const NONE: &[&str] = &[
    "social exclusion", "digital exclusion", "financial exclusion", "in the absence of", "absence of", "attendance at meeting",
    "attendance at the meeting", "attendance at network", "attendance at the network", "attendance at training",
    "attendance at briefing", "attendance at the briefing", "attendance at event", "attendance at session",
    "attendance at workshop", "meeting attendance", "attendance of staff", "attend training", "attend meeting",
    "neural network", "virtual school network", "transition plan for staff", "peer review of", "reading list",
    "drug company", "staff absence", "staff wellbeing", "family of schools", "teaching school", "test results",
    "survey results", "results of",
];
