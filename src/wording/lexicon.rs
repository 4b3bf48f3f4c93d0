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
    BASE = "agree arrange ask attend be become begin bring build choose collect complete compare convene create \
        deliver develop discuss draw embed encourage engage ensure establish evaluate expand explore extend finalise \
        finalize find gather get give go hold identify introduce invite join keep let liaise make meet monitor \
        organise organize prepare produce promote provide publish put recruit repeat revisit seek send speak \
        strengthen submit take teach tell undertake write";
    /// Words that are a verb or a noun: "review the offer", "review of the offer".
    BOTH = "launch update refresh run present move finish secure hand help lead open share sign talk aim analyse \
        analyze audit book brief bid call campaign chair check circulate consider contact continue co-produce cost \
        design draft end feed film focus follow fund gain implement increase include inform interview link list look \
        map match offer pair pilot plan play print programme raise read record reduce refer report request research \
        return review ring roll scope set show start support survey test top track train transfer trial try use \
        visit welcome widen work improve maintain celebrate consult facilitate apply add pass place post close cut \
        compile conduct connect co-ordinate coordinate confirm devise distribute enable enhance exhibit examine fill \
        grow handle hear highlight learn lend listen measure mentor name observe pick pool promote propose rehearse \
        remind reopen replace resume sample schedule sell settle shadow sit step stock study suggest swap teach tidy \
        translate turn upload vary verify walk watch weigh switch sort scan save rerun rewrite release register \
        reflect recommend receive reach push protect prioritise polish plot persuade negotiate nominate model mark \
        lobby involve investigate install illustrate hire harvest frame fix file exchange equip engage edit dispatch \
        display discover devote describe demonstrate define debate deal cover copy cook contribute commission \
        collate clarify cascade carry capture buy borrow blend base assign assess assemble approach appoint announce \
        amend align adopt adapt accompany";
    /// Past forms that are nothing else: "wrote".
    PURE = "was were wasn't weren't had hadn't did didn't met began took gave wrote went saw chose knew spoke came \
        became rang sang drew grew ran rose fell drove ate flew forgot shook swam threw woke wore undertook oversaw \
        withdrew underwent arose broke froze hid rode rewrote retook overcame";
    /// Past forms that are participles too: "held".
    HELD = "held led made sent built taught found kept left lost brought bought told heard paid said felt got sat \
        stood spent sought won thought understood met caught fought lent dealt meant rebuilt sold struck hosted laid \
        fed bent slept swept shone dug hung done";
    /// Past forms that are base forms too: "put".
    SAME = "put set read cut let shut cost hit split spread broadcast cast reset";
    /// Participles: "written".
    PART = "been seen done given taken written spoken shown drawn begun chosen known grown risen fallen driven gone \
        become come run broken forgotten overseen undertaken withdrawn worn proven";
    /// Words in -ed that are no past forms.
    NO_PAST = "need feed seed speed weed breed indeed exceed succeed proceed embed shed bed red hundred sacred naked \
        wicked kindred newly-appointed so-called unfed unneeded unlimited unaccompanied one-sided two-sided creed \
        greed heed looked-after mixed disadvantaged advanced detailed dedicated tailored blended united gifted";
    /// Words in -ed that speak of what is to come or describe: "planned", "proposed".
    PLANNED = "planned scheduled booked arranged proposed expected intended timetabled targeted continued increased \
        improved extended enhanced shared dedicated based linked related combined integrated focused focussed \
        reduced coordinated co-ordinated supported tailored aimed led joined-up anticipated needed required funded \
        sustained updated refreshed revised renewed repeated advanced detailed added";
    /// What opens a noun phrase, and numbers.
    DET = "the a an our their its his her my your this these those each every all some any both several many most no \
        another other such two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen \
        sixteen eighteen twenty thirty forty fifty hundred half first second third new further more fewer additional \
        local well newly highly fully very single joint";
    /// Prepositions.
    PREP = "of for with by from to in on at into across through within between among about under over around during \
        towards without via after before until till since against alongside near following including upon onto per \
        as";
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
    MEANS_TO = "plan plans intend intends hope hopes aim aims propose proposes expect expects hoping planning \
        intending aiming looking due set about scheduled expected planned intended proposed hoped yet still ready";
    /// Promises: "agreed to".
    PROMISED = "agreed offered decided promised asked planned hoped intended committed wanted invited continue \
        continued continues pledged undertook agree asks volunteered keen willing willingness";
    /// Aims as subjects: "the aim is to".
    PURPOSE = "aim aims purpose purposes goal goals objective objectives intention intentions idea hope role remit \
        task focus challenge ambition point plan priority job vision";
    /// What "next" may be.
    TIME = "term half-term half month week year spring summer autumn period academic terms weeks months";
    /// What says that something goes on now.
    GOES_ON = "underway ongoing continue continues continuing being currently now working planning preparing \
        preparation preparations plans progress developing remain remains progressing discussions talks";
    /// What says that something is to become different, or to stay as good as it is.
    CHANGE = "increase increases increased increasing reduce reduces reduced reducing reduction reductions decrease \
        decreases decreased decreasing improve improves improved improving improvement improvements fewer more less \
        better higher lower greater stronger wider broader earlier sooner faster quicker longer shorter smaller \
        larger closer deeper calmer happier safer healthier easier fairer smoother surer readier rise rises risen \
        rising fall falls fell drop drops dropped grow grows grew growing growth gain gains narrow narrows narrowed \
        narrowing raise raises raised lift lifts maintain maintains maintained sustain sustains sustained remain \
        remains stay stays prevent prevents prevented preventing prevention avoid avoids strengthen strengthens \
        strengthened strengthening widen widens widened deepen deepens boost boosts cut cuts halve halves double \
        doubles enhance enhances enhanced enhancing become becomes minimise minimises minimize minimizes maximise \
        maximize accelerate accelerates eliminate eliminates diminish diminishes shrink shrinks shorten shortens \
        lessen lessens ease eases confident confidence able ready feel feels achieve achieves attain attains reach \
        reaches enable enables equip empower no-longer longer-term rarely seldom cease ceases end ends stop stops \
        decline declines expand expands expanded change changes return returns thrive thrives succeed succeeds \
        flourish benefit benefits understand understands know knows choose chooses enjoy enjoys belong belongs \
        consistently upward downward equitable less-likely more-likely restore restores recover recovers close \
        closes progress keep keeps retain retains wanted heard safe settled";
    /// People who may be better off.
    PERSON = "pupil pupils child children student students learner learners people person youngster youngsters boy \
        boys girl girls teenager teenagers family families parent parents carer carers mother mothers father fathers \
        mum mums dad dads staff teacher teachers headteacher headteachers head heads practitioner practitioners \
        leaver leavers neet tutor tutors senco sencos resident residents apprentice apprentices adult adults toddler \
        toddlers baby babies grandparent grandparents assistant assistants governor governors reader readers sibling \
        siblings adolescents adolescent newcomers arrivals two-year-olds three-year-olds four-year-olds \
        five-year-olds under-fives cyp peer peers class classes household households refugees volunteers \
        childminders candidates everyone they we schoolchildren infants juniors coordinators workers worker leader \
        leaders visitors midwife midwives gps doctors librarians coaches coach mentors mentor trainer trainers \
        caretakers deputy deputies bursar champion champions ambassador";
    /// Numbers in words that count as figures before people or parts.
    NUMBER = "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen \
        eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred dozen half third thirds \
        quarter quarters fifth tenth majority";
    /// Bodies and posts that may hold the work.
    BODY = "team teams board boards forum forums partnership partnerships network networks service services council \
        councils trust trusts school schools college colleges academy academies university panel panels committee \
        alliance association associations hub hubs police nhs charity charities heads headteacher headteachers head \
        governors cluster clusters authority library libraries chamber federation officer officers chair lead leads \
        nurses nurse sencos senco provider providers centre centres center company employer employers club clubs \
        parish church social-care care health admissions lasp camhs mat mats caps cap group groups consortium \
        society guild union nursery nurseries settings setting primaries secondaries primary secondary practitioners \
        teachers teacher tutors tutor assistants staff department directorate agency foundation subgroup sub-group \
        workers worker parents carers collaborative collaboration institute museum theatre ranger rangers \
        coordinator coordinators co-ordinator manager managers director principal psychologists psychologist \
        therapists therapist archive youth ambassadors museums unit units locality ward consultant consultants \
        community voluntary sector faith contractor commissioner commissioners professionals advisers adviser \
        advisors advisor";
    /// What a body does that holds the work.
    HOLDS = "take takes took taken taking own owns owned hold holds held keep keeps kept host hosts hosted run runs \
        ran adopt adopts adopted carry carries carried lead leads led manage manages managed maintain maintains \
        maintained fund funds funded deliver delivers delivered include includes included review reviews reviewed \
        train trains pay pays paid agreed absorb absorbs absorbed oversee oversees oversaw coordinate coordinates \
        co-ordinate co-ordinates coordinated sustain sustains provide provides assume assumes assumed inherit \
        inherits monitor monitors chair chairs convene convenes supply supplies administer administers publish \
        publishes staff arrange arranges offer offers organise organises store stores supervise supervises become \
        becomes accept accepts accepted commission commissions commissioned responsible accountable picks pick \
        picked";
 /// How work is passed on.
    PASSES = "pass passes passed hand hands handed handing transfer transfers transferred transferring move moves \
        moved moving go goes gone sit sits stay stays stayed remain remains belong belongs rest rests led owned held \
        hosted managed maintained run overseen taken adopted absorbed incorporated mainstreamed delivered \
        coordinated co-ordinated funded supported sustained continue continues continued kept placed embedded built \
        included chaired merged merge merges lie lies return returns become becomes join joins commissioned \
        monitored reviewed governed housed based administered revert reverts fall falls carried picked \
        responsibility responsible ownership handover given entrusted lodged supervised stewardship";
    /// Verbs of doing that make an outcome a task where a thing of the work is their object: "deliver training".
    DOING = "share sharing support supporting develop developing development continue continuing continuation \
        deliver delivering delivery provide providing run running hold holding organise organising organize \
        organizing attend attending arrange arranging promote promoting create creating creation produce producing \
        production launch launching implement implementing implementation introduce introducing introduction \
        establish establishing establishment design designing facilitate facilitating train training review \
        reviewing map mapping publish publishing distribute distributing distribution host hosting pilot piloting \
        trial trialling disseminate disseminating offer offering build building update updating write writing draft \
        drafting complete completing undertake undertaking conduct conducting plan planning put putting send sending \
        present presenting raise raising print printing issue issuing collate collating commission commissioning set \
        setting bring bringing agree agreeing compile compiling refresh refreshing film prepare preparing carry \
        carrying roll rolling coordinate coordinating co-ordinate buy purchase stage finalise submit appoint \
        appointing recruit recruiting recruitment hire meet meeting visit visiting invite inviting consult \
        consulting consultation brief briefing contact contacting interview interviewing survey surveying employ \
        employing gather gathering collect collecting form forming ask asking sign";
    /// Verbs of doing that make an outcome a task where people or bodies are their object.
    APPROACH = "train training recruit recruiting recruitment appoint appointing hire meet meeting visit visiting \
        invite inviting consult consulting consultation brief briefing contact contacting interview interviewing \
        survey surveying ring write talk employ employing ask asking";
    /// Verbs that say what is done, whatever follows.
    SEEK = "explore exploring exploration liaise liaising investigate investigating discuss discussing circulate \
        circulating convene convening signpost signposting collaborate collaborating advertise advertising \
        researching arrange arranging buy buying purchase purchasing renew renewing hire";
    /// Things of the work: what is held, run, written or joined.
    THING = "programme program programmes training workshop workshops course courses meeting meetings network \
        networks event events guide guides toolkit toolkits pack packs pilot pilots project projects conference \
        conferences session sessions visit visits campaign campaigns resource resources website directory strategy \
        policy policies leaflet leaflets newsletter newsletters forum forums survey surveys audit audits review \
        reviews map plan plans scheme schemes protocol protocols agreement framework document documents platform \
        database tool tools guidance handbook calendar poster posters video videos film films webinar webinars \
        series festival fair exhibition group groups bulletin materials assembly assemblies seminar seminars \
        masterclass masterclasses brochure app portal register checklist template form forms charter pledge \
        evaluation consultation launch rollout roll-out booklet booklets module modules briefing briefings evening \
        evenings lunch lunches conversations interviews questionnaire questionnaires letter letters panel board \
        committee party steering awareness strategies talk talks roadshow inset views bid bids contract webpage \
        webpages drop-ins";
    /// What else is counted of the work: money, reach, posts, links.
    REACH = "funding fund bid grant membership turnout attendees partnership partnerships link links list page pages \
        views hits downloads followers sign-ups stall stalls post posts vacancy engagement partners involvement \
        stakeholders learning process docs range contact contacts subscribers copies delegates practice information \
        knowledge expertise time";
    /// What only those do who run the work: "trained", "circulated".
    WORKED = "held delivered trained launched hosted organised organized arranged produced published printed drafted \
        distributed circulated invited discussed presented adopted approved ratified appointed recruited \
        commissioned consulted briefed scheduled booked issued updated rewritten revised counted signed ran \
        advertised promoted emailed established convened facilitated coordinated co-ordinated piloted submitted";
    /// What may be work: "joined the partnership", "attended the meeting".
    DID = "meet meets attend attended joined completed finished received agreed shared sent send visited met secured \
        opened developed designed created introduced written wrote expanded raised highlighted committed took taken \
        came went given gave rated engaged contacted explored set made run built put offered filled involved spoke \
        gathered collected viewed downloaded identified mapped reviewed planned invited";
    /// Words of a difference that somebody feels or somebody measures.
    BETTER = "better calmer happier safer healthier easier smoother stronger greater higher lower quicker faster \
        sooner earlier fewer less more improved improving improves improve improvement improvements increased \
        increasing increases increase reduced reducing reduces reduction reductions risen rising rises fallen \
        falling falls fell rose grown growing grew grows declined declining decreased decreasing dropped confident \
        confidence proud prouder difference transformed benefited benefiting benefitted gained settled settling \
        settle motivated resilient enjoy enjoying feel feels felt feeling trust trusting keener ready readier able \
        ease wider deeper closer kinder braver steadier brighter surer halved doubled progress engaged raised \
        strengthened boosted narrowed widened thriving flourishing impact happy";
    /// What shows where a statement comes from.
    TOLD = "halved doubled trebled tripled quadrupled survey surveys surveyed questionnaire questionnaires poll \
        polls polled feedback interview interviews interviewed focus-group data figures figure returns registers \
        records logs log logged say says said tell tells told wrote write writes quote quotes quoted case-study \
        case-studies evaluation evaluated assessment assessments test tests scores score scored scale scales \
        measured observations observed observation evidence diary diaries according ofsted baseline census \
        statistics analysis audit moderated comments commented testimony testimonials rated ratings describe \
        describes described percentage twice tracker monitoring dataset explained report reports reported show shows \
        showed shown results inspection inspectors inspector study cards card vote voted note notes noted asked find \
        found sampled nobody nothing none neither never letter example instance";
    /// Those for whom the work is done.
    SERVED = "pupil pupils child children student students learner learners people person youngster youngsters boy \
        boys girl girls family families neet leaver leavers baby babies toddler toddlers households schoolchildren \
        infants";
    /// What is measured of them.
    MEASURE = "absence absences attendance lateness punctuality exclusion exclusions suspension suspensions \
        attainment grades results wellbeing incidents neet take-up uptake wait waits referrals applications \
        destinations placements scores behaviour bullying anxiety skills reading phonics offences";
    /// Contracts, budgets and customs that keep work up.
    MEANS = "contract contracts budget budgets levy subscription subscriptions policy policies handbook handbooks \
        induction sla traded business-as-usual timetable commissioned income fee fees statute statutory \
        specification contractual constitution memorandum premium payroll paid pays pay";
    /// What else shows that somebody has thought of it: an agreement, an agenda, an end.
    ARRANGED = "agreement agreements agenda calendar description check checks plan plans programme programmes \
        curriculum rota website site duty duties routine offer ends ended closed closes finish finishes finished \
        complete completed grant grants funding funded scheme charge law cycle specification protocol guidance diary \
        assembly assemblies lesson lessons training module portal platform register annual annually yearly termly \
        signed free online run runs taught written look looks owned adopt adopted absorbed merged";
    /// Words that open an answer of "nothing": the reason follows.
    NOTHING = "none nil n/a na not nothing no";
    /// Days of the week.
    WEEKDAY = "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun";
    /// Months, by their names and common short forms.
    MONTH = "january february march april may june july august september october november december jan feb mar apr \
        jun jul aug sep sept oct nov dec";
    /// What a number after it is no count of: "Year 7", "Key Stage 2".
    STAGE = "year years y yr ks stage stages phase cohort cohorts level levels term terms half-term age aged ages \
        post pre group tier strand priority part room class form autumn spring summer week weeks grade section \
        district";
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

/// Words as numbers.
pub(super) const fn keys<const N: usize>(words: [&str; N]) -> [u128; N] {
    let (mut keys, mut at) = ([0; N], 0);
    #[expect(clippy::indexing_slicing, reason = "a const function has no iterators; both arrays have N places")]
    while at < N {
        keys[at] = key(words[at]);
        at += 1;
    }
    keys
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
