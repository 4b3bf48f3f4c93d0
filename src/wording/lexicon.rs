//! The dictionary: words by what they tell, in small letters. A word may stand in several lists.

use std::sync::LazyLock;

/// What a word may be: one bit each.
pub(super) type Kinds = u64;

macro_rules! kinds {
    ($($(#[$about:meta])* $name:ident = $words:expr;)*) => {
        #[repr(u64)]
        #[expect(non_camel_case_types, clippy::upper_case_acronyms, reason = "places of bits, named as the lists are")]
        enum At { $($name),* }
        $($(#[$about])* pub(super) const $name: Kinds = 1 << At::$name as u64;)*
        const LISTS: &[(Kinds, &str)] = &[$(($name, $words)),*];
    };
}

kinds! {
    /// Verbs that open a plan and are no nouns: "arrange a visit".
    BASE = "agree arrange ask attend be become begin bring build choose collect complete compare convene create deliver \
        develop discuss draw embed encourage engage ensure establish evaluate expand explore extend finalise finalize \
        find finish gather get give go hand help hold identify introduce invite join keep launch lead let liaise make \
        meet monitor move open organise organize prepare present produce promote provide publish put recruit refresh \
        repeat revisit run secure seek send share sign speak strengthen submit take talk teach tell undertake update \
        write";
    /// Words that are a verb or a noun: "review the offer", "review of the offer".
    BOTH = "aim analyse analyze audit book brief bid call campaign chair check circulate consider contact continue co-produce cost design \
        draft end feed film focus follow fund gain implement increase include inform interview link list look map \
        match offer pair pilot plan play print programme raise read record reduce refer report request research \
        return review ring roll scope set show start support survey test top track train transfer trial try use \
        visit welcome widen work improve maintain celebrate consult facilitate apply add pass place post close cut \
        compile conduct connect co-ordinate coordinate confirm devise distribute enable enhance exhibit examine fill \
         grow handle hear highlight learn lend listen measure mentor name observe pick pool promote propose \
        rehearse remind reopen replace resume sample schedule sell settle shadow sit step stock study suggest \
        swap teach tidy translate turn upload vary verify walk watch weigh switch sort scan save rerun rewrite \
        release register reflect recommend receive reach push protect prioritise polish plot persuade negotiate \
        nominate model mark lobby involve investigate install illustrate hire harvest frame fix file exchange \
        equip engage edit dispatch display discover devote describe demonstrate define debate deal cover cost copy \
        cook contribute commission collate clarify cascade carry capture buy borrow blend base assign assess assemble \
        approach appoint announce amend align adopt adapt accompany";
    /// Past forms that are nothing else: "wrote".
    PURE = "was were wasn't weren't had hadn't did didn't met began took gave wrote went saw chose knew spoke came became rang sang drew \
        grew ran rose fell drove ate flew forgot shook swam threw woke wore undertook oversaw withdrew underwent arose \
        broke froze hid rode rewrote retook overcame";
    /// Past forms that are participles too: "held".
    HELD = "held led made sent built taught found kept left lost brought bought told heard paid said felt got sat \
        stood spent sought won thought understood met caught fought lent dealt meant rebuilt sold struck hosted \
        laid fed bent slept swept shone dug hung done";
    /// Past forms that are base forms too: "put".
    SAME = "put set read cut let shut cost hit split spread broadcast cast reset";
    /// Participles: "written".
    PART = "been seen done given taken written spoken shown drawn begun chosen known grown risen fallen driven gone \
        become come run broken forgotten overseen undertaken withdrawn worn proven";
    /// Words in -ed that are no past forms.
    NO_PAST = "need feed seed speed weed breed indeed exceed succeed proceed embed shed bed red hundred sacred naked \
        wicked kindred newly-appointed so-called unfed unneeded unlimited unaccompanied one-sided two-sided creed greed heed \
        looked-after mixed disadvantaged advanced detailed dedicated tailored blended united gifted";
    /// Words in -ed that speak of what is to come or describe: "planned", "proposed".
    PLANNED = "planned scheduled booked arranged proposed expected intended timetabled targeted continued increased \
        improved extended enhanced shared dedicated based linked related combined integrated focused focussed \
        reduced coordinated co-ordinated supported tailored aimed led joined-up anticipated needed required funded \
        sustained updated refreshed revised renewed repeated advanced detailed added";
    /// What opens a noun phrase, and numbers.
    DET = "the a an our their its his her my your this these those each every all some any both several many most no \
        another other such two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen \
        eighteen twenty thirty forty fifty hundred half first second third new further more fewer additional local well newly \
        highly fully very single joint";
    /// Prepositions.
    PREP = "of for with by from to in on at into across through within between among about under over around during \
        towards without via after before until till since against alongside near following including upon onto per as";
    /// What opens a clause under another.
    SUB = "which who whom whose that where when whether if because while although though what how why unless than so \
        whereas whereby";
    /// Forms of "be" and "get" before a participle that is not past.
    BE = "is are am be being get gets getting isn't aren't it's that's they're we're";
    /// Words between "have" and its participle.
    ADVERB = "not now also already all recently since both again never just only still yet each largely mostly \
        successfully subsequently previously jointly together then fully finally ever";
    /// Persons as subjects.
    PRONOUN = "we they i he she it you us them who";
    /// Verbs and adjectives of intention before "to".
    MEANS_TO = "plan plans intend intends hope hopes aim aims propose proposes expect expects hoping planning intending \
        aiming looking due set about scheduled expected planned intended proposed hoped yet still ready";
    /// Promises: "agreed to".
    PROMISED = "agreed offered decided promised asked planned hoped intended committed wanted invited continue continued \
        continues pledged undertook agree asks volunteered keen willing willingness";
    /// Aims as subjects: "the aim is to".
    PURPOSE = "aim aims purpose purposes goal goals objective objectives intention intentions idea hope role remit task \
        focus challenge ambition point plan priority job vision";
    /// What "next" may be.
    TIME = "term half-term half month week year spring summer autumn period academic terms weeks months";
    /// What says that something goes on now.
    GOES_ON = "underway ongoing continue continues continuing being currently now working planning preparing preparation \
        preparations plans progress developing remain remains progressing discussions talks";
    /// How an outcome opens that is an activity.
    DOING = "explore exploring exploration share sharing support supporting engage engaging develop \
        developing development communicate communicating communication link linking continue continuing continuation \
        deliver delivering delivery provide providing run running hold holding organise organising organize \
        organizing attend attending arrange arranging work working collaborate collaborating collaboration promote \
        promoting promotion create creating creation produce producing production launch launching implement \
        implementing implementation introduce introducing introduction establish establishing establishment design \
        designing facilitate facilitating train training meet meeting review reviewing map mapping coordinate coordinating coordination \
        co-ordinate co-ordinating publish publishing publication distribute distributing distribution host hosting roll \
        rolling pilot piloting trial trialling recruit recruiting recruitment disseminate disseminating dissemination \
        offer offering build building contribute contributing identify identifying research researching consult \
        consulting consultation invite inviting liaise liaising signpost signposting raise-awareness update updating \
        write writing plan planning co-produce co-producing discuss discussing gather gathering collect collecting monitor monitoring \
        celebrate celebrating commission commissioning visit visiting convene convening bring bringing agree agreeing \
        encourage encouraging embed embedding highlight highlighting undertake undertaking \
        draft drafting advertise advertising circulate circulating refresh refreshing";
    /// What says that something is to become different, or to stay as good as it is.
    CHANGE = "increase increases increased increasing reduce reduces reduced reducing reduction reductions decrease \
        decreases decreased decreasing improve improves improved improving improvement improvements fewer more less \
        better higher lower greater stronger wider broader earlier sooner faster quicker longer shorter smaller \
        larger closer deeper calmer happier safer healthier easier fairer smoother surer readier rise rises risen rising fall falls fell drop \
        drops dropped grow grows grew growing growth gain gains narrow narrows narrowed narrowing raise raises raised lift \
        lifts maintain maintains maintained sustain sustains sustained remain remains stay stays prevent \
        prevents prevented preventing prevention avoid avoids strengthen strengthens strengthened strengthening widen \
        widens widened deepen deepens boost boosts cut cuts halve halves double doubles enhance enhances enhanced \
        enhancing become becomes minimise minimises minimize minimizes maximise maximize accelerate accelerates eliminate \
        eliminates diminish diminishes shrink shrinks shorten shortens lessen lessens ease eases confident confidence able \
        ready feel feels achieve achieves attain attains reach reaches enable enables equip empower no-longer longer-term \
        rarely seldom cease ceases end ends stop stops decline declines expand expands expanded change changes return returns \
        thrive thrives succeed succeeds flourish benefit benefits understand understands know knows choose chooses enjoy \
        enjoys belong belongs consistently raised upward downward equitable less-likely more-likely restore restores \
        recover recovers close closes progress keep keeps retain retains wanted heard safe settled";
    /// Things that are made or run: an outcome that is one of them is an activity or its product.
    THING = "programme program training workshop workshops course courses meeting meetings network networks event events \
        guide guides toolkit toolkits pack packs pilot pilots project projects conference conferences session sessions \
        visit visits campaign campaigns resource resources website directory strategy policy leaflet leaflets \
        newsletter newsletters forum forums survey surveys audit review reviews map plan plans scheme schemes club \
        clubs pathway pathways protocol protocols agreement framework document platform database tool tools model \
        guidance handbook curriculum calendar poster posters video videos film films webinar webinars series festival \
        fair exhibition group groups hub hubs helpline service services panel offer bulletin materials drop-in clinic \
        assembly assemblies coffee-morning seminar seminars masterclass masterclasses brochure app portal register \
        checklist template form forms charter pledge package bank library evaluation consultation launch rollout roll-out";
    /// Words for how people are: better off than before.
    STATE = "calmer happier safer healthier confident confidence feel feels felt feeling settled settle settling able enjoy enjoys enjoyed \
        sooner earlier quicker surer faster better best easier readier prouder friendlier kinder braver steadier brighter \
        progress progressed gained gain gains learned learnt achieved achieve achieving passed returned return returns stayed stay moved reached \
        secured found improved improving improves improve thrive thrived thriving attain attained attaining belong \
        included welcome welcomed listened understand understood trust trusted trusting ease catch caught keen keener motivated resilient independent \
        independently proud reintegrated reengaged re-engaged engaged willing likely likelier longer struggle struggled worry worried worries \
        ready equipped knew knows know believe believed relaxed regulated coping cope speak speaking spoke choosing \
        choose chose talked talk asking sleep sleeping slept slept reading employed employment apprenticeship apprenticeships succeed succeeded";
    /// Words for more or less of something.
    AMOUNT = "more fewer less increase increases increased increasing reduce reduces reduced reducing reduction reductions decrease decreases \
        decreased decreasing fell fall falls fallen falling rose rise rises risen rising dropped drop drops dropping up down higher lower \
        grew grow grown grows growing halved halving doubled doubling trebled tripled quadrupled climbed jumped shrank shrunk shortened narrowed narrowing closed \
        greater smaller rarer improved improvement improvements compared against than declined decline declining \
        twice above below lifted raised cut lowered doubled eased lessened slowed stabilised stabilized levelled stronger \
        outperformed exceeded met shorter longer risen surpassed moved lowest highest fewest";
    /// People who may be better off.
    PERSON = "pupil pupils child children student students learner learners people person youngster youngsters boy boys \
        girl girls teenager teenagers family families parent parents carer carers mother mothers father fathers mum mums \
        dad dads staff teacher teachers headteacher headteachers head heads practitioner practitioners leaver leavers neet tutor tutors \
        senco sencos resident residents apprentice apprentices adult adults toddler toddlers baby babies grandparent \
        grandparents assistant assistants governor governors reader readers sibling siblings adolescents adolescent \
        newcomers arrivals two-year-olds three-year-olds four-year-olds five-year-olds under-fives cyp peer peers class classes household \
        households refugees volunteers childminders candidates everyone they we schoolchildren infants \
        juniors coordinators workers worker leader leaders visitors";
    /// What is measured of them.
    MEASURE = "absence absences attendance lateness punctuality exclusion exclusions suspension suspensions attainment \
        achievement scores score grades results wellbeing well-being anxiety behaviour behavior incidents sanctions neet \
        participation take-up uptake wait waits waiting withdrawal withdrawals drop-out dropout drop-outs retention \
        applications destinations enrolment enrollment enrolments referrals moves loans holidays late marks skills vocabulary \
        language speech truancy placements admissions requests reading writing phonics maths timetable timetables removals detentions \
        outcomes leavers share proportion rate rates percentage average number numbers days lessons mornings crime \
        offences offending bullying worries vaping smoking self-harm hospital call-outs crisis crises employment \
        apprenticeships qualifications progress gap gaps persistent unmet leaving turnover fines missed missing lost \
        tension visits reports calls arrivals journeys weight fitness sleep diet decay obesity poverty debt moves managed eet \
        permanent";
    /// Measures that no meeting or course has: they may stand beside any activity.
    SURE = "absence absences lateness punctuality exclusion exclusions suspension suspensions attainment anxiety sanctions \
        wellbeing well-being neet truancy vaping detentions incidents phonics persistent removals bullying behaviour behavior";
    /// What is done, met, printed, paid or joined: its count is no result for people.
    COUNTED = "attend attended attending attendees turnout meeting meetings session sessions training trained event events workshop workshops \
        course courses conference conferences network networks funding funded fund bid bids partners partnership provider providers \
        website page pages views hits download downloads downloaded newsletter follower followers awareness range offer links \
        sign-ups signed joined membership subscribers delivered held launched distributed published produced visited \
        established materials resources leaflet leaflets poster posters webinar webinars seminar seminars forum forums group groups \
        committee directory strategy protocol agreement briefing briefings stakeholders agencies organisations \
        organizations plans planning pilot film content guide guidance clicks opened posts invited invitations shared delegates \
        engagement support contacts relationships profile evening evenings";
    /// What shows where a statement comes from.
    TOLD = "survey surveys surveyed questionnaire questionnaires poll polls polled feedback interview interviews \
        interviewed focus-group data figures returns register registers records log logs logged said say says told tell tells wrote writes quote quotes \
        quoted case-study case-studies evaluation evaluated assessment assessments tests score scores scored scale scales \
        measure measured observations observed observation evidence evidenced diary diaries according ofsted baseline \
        census statistics statistic analysis audit moderated comments commented testimony testimonies testimonial testimonials rated ratings describe describes \
        described per-cent percent percentage doubled halved trebled tripled twice tracker monitoring dataset datasets \
        reported-back asked explained questionnaires ballot vote voted review reviewed inspection inspectors reviews study card cards";
    /// Numbers in words that count as figures before people or parts.
    NUMBER = "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen \
        nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred dozen half third thirds quarter quarters \
        fifth tenth majority";
    /// Bodies and posts that may hold the work.
    BODY = "team teams board boards forum forums partnership partnerships network networks service services council \
        councils trust trusts school schools college colleges academy academies university panel panels committee \
        alliance association associations hub hubs police nhs charity charities heads headteacher headteachers head \
        governors cluster clusters authority library libraries chamber federation officer officers chair lead leads \
        nurses nurse sencos senco provider providers centre centres center company employer employers club clubs parish \
        church social-care care health admissions lasp camhs mat mats caps cap group groups consortium society guild union \
        nursery nurseries settings setting primaries secondaries primary secondary practitioners teachers teacher tutors tutor assistants staff \
        department directorate agency foundation subgroup sub-group workers worker parents carers collaborative \
        collaboration institute museum theatre ranger rangers coordinator coordinators co-ordinator manager managers director \
        principal psychologists psychologist therapists therapist archive youth ambassadors museums unit units locality \
        ward consultant consultants community voluntary sector faith contractor commissioner commissioners professionals advisers adviser advisors advisor";
    /// What a body does that holds the work.
    HOLDS = "take takes took taken taking own owns owned hold holds held keep keeps kept host hosts hosted run runs ran adopt adopts adopted carry carries \
 carried lead leads led manage manages managed maintain maintains maintained fund funds \
 funded deliver delivers delivered include includes included review reviews reviewed train trains pay pays paid \
 agreed absorb absorbs absorbed oversee oversees oversaw coordinate coordinates co-ordinate co-ordinates \
 coordinated sustain sustains provide provides assume assumes assumed inherit inherits \
 monitor monitors chair chairs convene convenes supply supplies administer administers publish publishes staff \
 arrange arranges offer offers organise organises store stores supervise supervises \
 become becomes accept accepts accepted commission commissions commissioned responsible accountable picks pick picked";
 /// How work is passed on.
    PASSES = "pass passes passed hand hands handed handing transfer transfers transferred transferring move moves moved moving go goes gone \
        sit sits stay stays stayed remain remains belong belongs rest rests led owned held hosted managed maintained run \
        overseen taken adopted absorbed incorporated mainstreamed delivered coordinated co-ordinated funded supported \
        sustained continue continues continued kept placed embedded built included chaired merged merge merges lie lies return \
        returns become becomes join joins commissioned monitored reviewed governed housed based administered revert reverts fall falls carried \
        picked responsibility responsible ownership handover given entrusted lodged supervised stewardship";
    /// Ways in which work is kept up.
    MEANS = "contract contracts budget budgets grant grants levy subscription subscriptions policy policies handbook \
        handbooks induction sla traded business-as-usual timetable commissioned legacy endowment income fee fees statute \
        statutory specification contractual constitution memorandum funding";
    /// Words that open an answer of "nothing": the reason follows.
    NOTHING = "none nil n/a na not nothing no";
    /// Days of the week.
    WEEKDAY = "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun";
    /// Months, by their names and common short forms.
    MONTH = "january february march april may june july august september october november december jan feb mar apr jun \
        jul aug sep sept oct nov dec";
    /// What a number after it is no count of: "Year 7", "Key Stage 2".
    STAGE = "year years y yr ks stage stages phase cohort cohorts level levels term terms half-term age aged ages post \
        pre group tier strand priority part room class form autumn spring summer week weeks grade section district";
}

/// A word as a number: its last sixteen bytes.
pub(super) const fn key(word: &str) -> u128 {
    let (bytes, mut at, mut key) = (word.as_bytes(), 0, 0u128);
    #[expect(clippy::indexing_slicing, reason = "a const function has no iterators; the loop stays within the bytes")]
    while at < bytes.len() {
        key = key << 8 | bytes[at] as u128;
        at += 1;
    }
    key
}

/// The words by a hash, in a table half empty, so that nearly every look finds its row or none at once.
static ALL: LazyLock<Vec<(u128, Kinds)>> = LazyLock::new(|| {
    let mut table = vec![(0, 0); SLOTS];
    for (kind, words) in LISTS {
        for word in words.split_whitespace().map(key) {
            let free =
                places(word).find(|at| table.get(*at).is_none_or(|row: &(u128, Kinds)| row.0 == 0 || row.0 == word));
            if let Some(row) = free.and_then(|at| table.get_mut(at)) {
                *row = (word, row.1 | kind);
            }
        }
    }
    table
});

const SLOTS: usize = 8192;

/// Where a word may stand in the table, the likeliest place first.
fn places(word: u128) -> impl Iterator<Item = usize> {
    #[expect(clippy::cast_possible_truncation, reason = "a hash is made of both halves of the number")]
    let mixed = ((word >> 64) as u64 ^ word as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 51;
    let first = usize::try_from(mixed).unwrap_or_default();
    (0..SLOTS).map(move |step| (first + step) % SLOTS)
}

/// What a word may be.
pub(super) fn kinds(word: u128) -> Kinds {
    let table = ALL.as_slice();
    let mut rows = places(word).map_while(|at| table.get(at).filter(|row| row.0 != 0));
    rows.find(|row| row.0 == word).map_or(0, |row| row.1)
}
