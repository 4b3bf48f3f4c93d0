//! Words that tell of private words: what people are counted as, what a child is called, who is there in an office,
//! what a number is labelled as. Lists, and one look for all of them.

use std::sync::LazyLock;

/// What a word may be; several at once.
pub(super) type Kinds = u64;

macro_rules! kinds {
    ($($name:ident $number:literal $(#[$doc:meta])* = $words:expr;)*) => {
        $($(#[$doc])* pub(super) const $name: Kinds = 1 << $number;)*
        const LISTS: &[(Kinds, &str)] = &[$(($name, $words)),*];
    };
}

kinds! {
    PEOPLE 0 /// People as reports count them, several of them.
        = "pupils children chn students learners boys girls lads cyp yp teenagers teens youths toddlers babies \
        minors siblings brothers sisters twins cousins nephews nieces stepbrothers half-siblings sons daughters refusers leavers returners apprentices neet neets cla lac ehcps ehcp \
        families households cases referrals exclusions suspensions youngsters starters joiners arrivals kids cin cic schoolchildren schoolgirls \
        schoolboys offenders absentees seekers attenders non-attenders truants orphans boarders grandchildren stepchildren newcomers uasc cme ehe trainees adolescents tots triplets schoolmates \
        under-fives preschoolers pre-schoolers looked-after individuals refugees y7s y8s y9s y10s y11s y6s";
    PERSON 1 /// One of them.
        = "pupil child chld student learner boy girl lad teenager teen youth toddler baby minor sibling family \
        household case referral exclusion suspension youngster kid schoolgirl schoolboy leaver returner apprentice \
        refuser offender absentee seeker truant orphan boarder newcomer trainee adolescent individual refugee tot";
    CHILD 2 /// A word that a child's name or initials may follow.
        = "pupil child chld student learner boy girl lad lass schoolgirl schoolboy toddler baby son daughter grandson \
        granddaughter nephew niece stepson stepdaughter brother sister twin twins siblings teenager teen youngster cla \
        lac classmate apprentice leaver brothers sisters sons daughters boys girls pupils children students learners \
        cousins cousin triplets refuser returner kid sixth-former";
    FAMILY 3 /// Somebody's own.
        = "mum mother dad father parent parents carer carers mam mom mummy daddy gran nan nana granny grandma grandmother \
        grandad grandpa grandfather grandparent grandparents brother sister siblings sibling aunt uncle auntie \
        adopter adopters stepdad stepmum stepfather stepmother step-father step-mother step-dad step-mum guardian guardians \
        twin cousin son daughter nephew niece foster kin baby";
    YOUNG 4 /// What makes people of a general word: young people.
        = "young";
    FOLK 5 /// General words for people, which are those of a report where they are young.
        = "people person women woman men man carers carer mothers mother mums mum fathers father dads dad adults adult \
        parents parent ambassadors ambassador offenders offender";
    TITLE 6 /// Before the name of somebody in a post, or after it.
        = "mr mrs ms miss dr cllr rev revd sir dame lord lady prof professor councillor canon pc sgt inspector fr \
        headteacher head heads coach ewo ewos author consultant trainer volunteer governor worker officer officers teacher lead leads \
        principal chair tutor mentor nurse senco sendco counsellor director manager coordinator co-ordinator clerk \
        adviser advisor assistant psychologist therapist leader deputy warden librarian artist poet writer chef \
        speaker facilitator practitioner receptionist secretary caretaker commissioner mayor bishop imam vicar \
        minister mp ambassador sponsor trustee trustees executive ceo dsl dco ep epo visitor paediatrician doctor \
        solicitor barrister lecturer specialist champion founder ranger storyteller illustrator historian \
        bursar matron midwife physiotherapist audiologist dietitian presenter musician dancer composer \
        administrator analyst supervisor superintendent constable instructor businesswoman businessman employer \
        dog puppet penguin bear rabbit mascot";
    PLACE 7 /// The last word of the name of a place, a school or a body, or of another name that is nobody's.
        = "street road lane ward house primary school schools academy trust award awards college centre center infants \
        infant juniors junior nursery larder bakery fund foundation bank hill green park wood woods field fields \
        bridge cross moor vale brook high secondary hall hub close avenue drive way court crescent place square \
        terrace gardens grove mill church chapel hospital library museum theatre club prize cup shield scheme \
        programme project week day fair festival union university partnership district council county city town \
        village valley river station market estate farm cottage building room class classes form house houses team \
        pru unit services service ltd limited plc group network forum federation alliance league playhouse \
        memorial medal scholarship bursary bursaries lecture cafe kitchen studio exchange row view rise croft \
        heath common gate grange manor lodge priory abbey priory castle tower towers st saint storm sixth charter \
        academy's press books series trophy initiative pathway pathways passport diary";
    PLAIN 8 /// Words that stand with a capital after "pupil" or "child" and name nobody.
        = "voice premium protection referral support union safety poverty services service council forum parliament \
        leaders leadership asset passport profile progress health mental development advisor adviser network centre family \
        families care line employment survey attendance wellbeing well-being welfare information finance loans \
        records number mentor mentors minister houses house week day plan plans loan place places panel board \
        conference ambassador ambassadors journey outcomes offer views charter placement placements admissions \
        exploitation sexual criminal and in out looked missing young people person the a an of for with from at on \
        to by is was were are has have had will would can may might must should who whose when while after before \
        because but or if not no yes new all each every both some many most more fewer few one two three four five \
        six seven eight nine ten this that these those his her their our its my your he she it they we you i mon tue wed \
        thu fri sat sun monday tuesday wednesday thursday friday saturday sunday january february march april may june \
        july august september october november december spring summer autumn winter easter christmas whitsun eid \
        diwali ramadan english maths mathematics science history geography french spanish german art music drama pe re computing \
        british polish ukrainian afghan syrian romanian roma gypsy traveller travellers muslim christian sikh hindu \
        jewish asian african european black white reception nursery year key stage school schools academy primary secondary \
        college university trust council county north south east west northern southern eastern western central \
        district locality ward lead officer officers teacher teachers head heads headteacher headteachers staff \
        senco sencos chair governor governors meeting meetings report reports review reviews education educational \
        children's child pupil pupils children student students learner learners boy girl boys girls early help \
        years inclusion participation achievement attainment behaviour exclusion exclusions suspension transition \
        transport tracker tracking data team teams group groups programme project fund award awards asset assets \
        arbor sims google microsoft teams ofsted dfe nhs camhs send sen ehcp ehc pru alternative provision funding \
        bursary grant guide handbook portal hub home homes hospital virtual social worker workers youth justice \
        police community partnership strategy board committee cabinet action impact outcome activity planned exit \
        case study numbers total learning reading writing book books library day days date dates name names \
        initials issue hours school's status next step steps need needs age aged dob upn uln nhs number \
        also then there here now since until during over under about only still both however where what which how \
        first second third last following two-year three-year met held ran gave sent took made led asked told said \
        agreed offered placed moved started attended visited completed supported reviewed shared trained wrote \
        worked delivered planned continued set gathered ask send meet talk visit invite arrange offer find check train \
        work hold run write share build agree publish extend review support join open close keep bring make give take \
        call ring text email phone contact speak spoke see saw thank thanks call book termly weekly monthly daily national regional local digital emotional sensory secure mainstream special \
        deaf autistic permanent fixed managed part-time full-time post-16 pre-school interim agency log note notes";
    CARE 9 /// What makes a few people worth finding.
        = "sen send ehcp ehcps ehc cla lac looked-after camhs excluded exclusion exclusions suspended suspension \
        suspensions autism autistic hospital medical protection traveller travellers roma gypsy religion offence \
        offending custody pregnant disability disabled deaf blind hearing visual wheelchair wheelchairs epilepsy diabetes \
        asylum refugee refugees mental anxiety care carer carers knife drugs violence weapon abuse safeguarding semh \
        autistic adhd asd muslim sikh jewish hindu neet bereaved bereavement epileptic eal ethnicity";
    HOME 10 /// That somebody lives there.
        = "lives living live lived home house address rehoused placed household flat refuge lodgings tenancy stays \
        sleeps sleeping doorstep door homeless accommodation caravan evicted eviction evictions moved sofa-surfing \
        residence resides bedroom neighbours neighbour placement kinship foster hostel rented fostered housed bedsit lodging lodges pickup pick-up pitch \
        adopters' doorbell";
    OFFICE 11 /// That an office, a venue or a line for all is there.
        = "office helpline helplines switchboard centre center desk service services hotline team council library school's \
        academy college reception information admissions booking bookings line venue hall training theatre \
        museum church nursery club farm depot warehouse headquarters bank course menu ticket seat seats lease \
        exchange freepost unit estate studio worksheet code codes conference leisure civic market pru supplier \
        authority's county academy's duty freephone advice enquiries customer extension campus school hub clinic surgery department helpdesk hotdesk property operator firm \
        dial-in takeaway stall shop salon gym pool queries agency agencies company provider charity non-emergency \
        fax absence hospital fair exhibition careers evening concert workshop";
    BUSINESS 12 /// That a number is of a thing.
        = "order invoice contract licence license note permit purchase grant dispatch ticket booking tender certificate \
        barcode course code module policy serial asset tag item claim project file template version batch key meter isbn \
        catalogue catalog insurance vacancy voucher parcel consignment delivery job form minute document lot agreement \
        edition qualification award aim account payroll timesheet tax reference's call survey toolkit model patch \
        handset sensor dataset agenda audit projector service minute route bus room seat seats game kit van badge plaques \
        raffle stock paper uprn urn laestab ukprn charity company vat mpan gas water electricity supply order's \
        confirmation shelfmark risk module print run feed stamped hire equipment grid map sheet reel impressions \
        barcodes tachograph fleet system standard decision case-law publication iban sort ean sku refund \
        zoom webinar passcode reservation membership registration plate vehicle building site planning application study trial \
        data ref-data report tariff deposit loan keycode password router firmware build release log ethics \
        subscription renewal quote quotation estimate docket receipt remittance cheque manifest waybill tracking \
        component part product model catalogue's requisition warranty timestamp domain guarantee callout po pin crn duns lei issn doi arms timetable table award's award";
    ORG 13 /// What is born, and has birthdays, and is no child.
        = "charity project scheme pledge programme group network idea service partnership forum club trust campaign \
        initiative hub nursery library company band festival school academy centre council choir orchestra museum \
        hospital founder summit team league union movement app website newsletter leaders";
    ACRONYM 14 /// Capitals that are nobody's initials.
        = "pe re uk usa eu sen send ehcp ehc dsl pta fgb la mat cpd ks ks1 gcse sats rc la ap ta ep eps dfe it ict dt ht \
        am pm fe he gp ot pt nc eal bsl adhd asd ceiag pshe rse pru camhs mhst qe ai qr pa xl ey cp hr pr cv tv id ok \
        kpi slt smt nqt ect ra pp fsm lac cla cme ehe ebsa cin cpn cic cio cla ehm mash tac taf iro lsa hlta tlr ppa \
        ncsc nhs neet eet ncs epo lvrn cap opcc haf roni ukspf smhl pmhw btec ncfe uca ucas nvq epq stem ihe sims mis \
        upn uln urn nino ni dob gdpr foi dpo sla sef sip sdp sef rag smart swot raf raap iep ipp pep peps pex sus sal \
        salt slcn semh vi hi msi pmld mld sld spld ld pd md ltd plc cic cio bme bame esol efl uasc ucl lgbt vcs vcse pcc \
        yot yjs yos ypas nyas dv cse cce fgm pcso csp abs ccg icb ics ich dco dmo gps hv hvs sn sns ssa sst lsu alp apd tba \
        tbc nb ie eg etc asap faq pdf usb wi-fi url ad bc no na nfa ftes fte ap aps aep edi eia ein eyfs ks2 ks3 ks4 ks5 \
        hit hub and the not new for was has are all his her she you our out off day may can who way in at to on of is it \
        he we be by do go if me my no or so up us an as am said told sen not set see ii iii iv vi vii viii ix xi xii \
        wi rspb rspca ymca obe mbe cbe phd msc ba ma bsc qts npq sls tas lea lgr ofs esf erdf dwp dss nee ne nw sw se \
        st mr ms dr rd pg pp vs ed inc co bbc itv cd dvd gb hq oap atm sos diy rip tlc ufo vip awol pc mps gdp itt omg dbs cog elsa mfl jcq nga asc lado mace hmi lgb ncb ipa cyp ect sro dcs dce scr sdq ncs icu nct lap \
        epr ltp cto mhs ado cfo coo ceo pmo tor moj dhsc dcms wex ukhsa hse ipc tes bett nfer fft pan eif gld phonics sats hml \
        edp edl phe ssa rfl eha chc cwd oos eoy sow sos rse tog cpoms ppg isr iqm owl mat mats dofe nasen bda rnib nds qa bbq agm aob bmx csc fsa hnf ibp psp idp lgo mdt mou nvr pbs pcn pdr pfa psw roi sbm scc sme vfm vsh \
        yjb fh nk cvs lvn lip vru fs ukvi hmp tfl nao dlo ofsted ico eap pdp sdp eps ims uni tbd gov org ai hq ltp los ps";
    LABEL 15 /// After it a number is a name and no count: "Year 7", "Key Stage 2".
        = "year years y yr groups ks stage stages phase cohort cohorts level levels term terms half-term age aged ages tier \
        strand priority part room class form autumn spring summer week weeks grade section district chapter page \
        version band set step group table figure appendix module unit day lot route objective outcome action item \
        wave block panel zone no ward article paragraph point sector milestone option goal target standard key regulation regulations schedule clause \
        january february march april june july august september october november december quarter q";
    AROUND 16 /// What describes people.
        = "new local other asylum more further additional secondary primary school-age reception female male teenage \
        unaccompanied traveller roma refugee pre-school nursery send sen ehcp cla neet the of our those these its complex different \
        remaining such early help managed fixed-term fixed term year such ks1 ks2 ks3 ks4 looked-after in-care \
        vulnerable young older younger former known care home-educated school college sixth-form post-16 little \
        only whole separate successful live open new-arrival eal semh adopted our my their his her family sibling \
        first-time persistent same key infant junior high-risk at-risk part-time deaf blind autistic white black \
        foster disabled excluded serious child pupil student learner permanent recent significant current previous \
        complex urgent non-attending out-of-county home in-year teen adoptive special pregnant";
    TOTAL 17 /// That a figure is of all.
        = "total totals all altogether sum overall whole together combined tot every heard both year net";
    MASKED 18 /// That a figure is kept back.
        = "fewer less under small c x low supp suppressed masked withheld redacted";
    ABOUT 19 /// That a figure is not exact.
        = "about around approximately roughly nearly almost circa rounded estimated over between some nearest above below exceed \
        exceeds exceeding last previous former average mean up";
    PRONOUN 20 /// One person.
        = "he she his her him himself herself";
    GIVEN 21 /// A given name.
        = include_str!("given.txt");
    MONTH 22 /// A month.
        = "january february march april may june july august september october november december jan feb mar apr jun jul \
        aug sep sept oct nov dec";
    THING 23 /// What a count may be of that is no people.
        = "thing things schools school settings setting meetings meeting sessions session courses course cohorts partners classes class \
        colleges college staff months month years year weeks week days day hours hour minutes terms workshops workshop \
        visits visit events groups group rooms places place plans plan reports points per times thirds quarters \
        percent areas hubs governors officers teachers heads headteachers leads trainees' adults adult voice survey \
        surveys premium referral units unit panel panels conference forum support clubs books assemblies newsletters \
        liaison link services service councils council ambassadors mentors trips bursaries bursary centres centre workers worker \
        briefing briefings provider providers psychologist psychologists psychology study studies stories routes pathways minders record records profile profiles leader leaders";
    PRIVATELY 24 /// That a contact is somebody's own.
        = "own private personal home whatsapp neighbour volunteer sitter childminder sponsor tenant household boyfriend girlfriend \
        husband wife partner landlady landlord";
    MANY 25 /// Families in general, who are spoken to and do not own a number.
        = "parents families carers guardians";
    NINUMBER 26 /// That somebody is paid or helped.
        = "grant bursary wage wages payroll payslip carer carers mum mother dad father claim claims benefit benefits childcare \
        meals allowance payment payments apprentice record employee guardian number hardship uniform parent parents two-parent \
        offer eligibility eligible entitlement applicant applicants claimant payee expenses cook cleaner sessional";
    CHANGED 27 /// That a figure changed.
        = "fell fall falls rose rise rises dropped drops drop down up reduced went gone grew increased decreased halved \
        cut fallen risen reduction moved doubled halved trebled tripled quadrupled falling rising dropping";
    STATES 28 /// What some of those who were counted did: "and two were not".
        = "were was are have has had did remain remains is do does could will went left moved";
    FOLLOWS 29 /// What one person does, though it ends as several things do.
        = "needs gets lives attends remains moves starts stays works waits travels awaits requires receives across as goes says comes makes takes settles wants keeps joins leaves enjoys \
        returns feels refuses misses arrives this";
    EVENT 30 /// What is counted as a case of somebody.
        = "exclusions suspensions cases referrals neet cla exclusion suspension destinations";
    PLANNED 31 /// What is for one child: "EHCP for".
        = "ehcp ehc attendance placement tuition timetable taxi reintegration suspension exclusion pep placements \
        mentoring bullying carer hours behaviour";
    ARRANGED 32 /// That something was done for somebody: "meeting held for".
        = "held agreed arranged made found sought requested secured offered completed started planned booked needed \
        convened submitted";
    MEETING 33 /// What is arranged for one child.
        = "meeting plan placement place tuition transport taxi review timetable referral assessment mentoring \
        reintegration pep provision move";
    SOFT 34 /// Abbreviations that are initials too, where a year group says so in so many words.
        = "sa hr mp al ir ed am ok cd vi iv pc ba ms mr dr bc st co ne se sw nw md pd ad nb di jo my ie ra iro sl pt dv hi sn tb \
        cp nc ht ap ep dt cc or sos";
    ACTS 35 /// What somebody does or did.
        = "was is has had will cannot can threw bit ran went left hit now still won sat did does told said wrote spoke \
        reports may not back refuses";
    WEAK 36 /// Words of places that are surnames as well.
        = "vale hill green park wood woods field fields bridge cross moor brook bank lane grant mill heath church castle \
        tower holt rose marsh ward house croft grange day";
    SPAN 37 /// That a number is how long, how far, or of other things.
        = "weeks days months years hours minutes minute week day month hour languages pages yards miles schools";
    BIRTH 38 /// That a date may be of a birth.
        = "born brn birth birthday birthdays birthdate dob dobs aged age male female turn turned turns turning becomes became \
        reached reaches reaching attains attained bday b'day dofb \
        date-of-birth summer-born autumn-born spring-born winter-born";
    CALLED 39 /// After it somebody is named.
        = "called named case plan known name initials initial discussed subject concerned law excluded";
    STAGE 40 /// After a name: which year, how old.
        = "year yr y aged age reception who leaves starts joins joined enters";
    COUPLE 41 /// A small number that is no numeral.
        = "one two three four five six seven eight nine single pair couple trio";
    TURN 42 /// Small words that turn what stands beside them.
        = "dot old olds given shown printed published b fives schoolers looked pregnant whom";
    BEFELL 43 /// What a number is of, where it is of nobody else: "Excluded: 3".
        = "excluded suspended pex elective reintegrated";
    OWNED 44 /// What each of several people has: "two pupils' attendance".
        = "attendance plan plans place places case cases progress behaviour needs families parents mother mothers father fathers \
        homes placement placements timetable timetables transport support reviews review names ehcp ehcps attainment \
        carers situation circumstances punctuality confidence";
    LEARNER 45 /// That a number may be a learner's.
        = "learner learners student students pupil pupils candidate candidates college apprentice apprentices \
        apprenticeship apprenticeships traineeship traineeships trainee trainees internship internships sixth-form exam \
        exams gcse gcses btec nvq nvqs esol ilr lrs lrn ucas neet eet destination destinations leaver leavers post-16 \
        enrolled enrolment enrol withdrawn withdrawal resit resits parent parents mum mother dad father boy girl lad he she \
        him her his himself herself tutor mentor identifier identifiers sen ehcp bursary";
    HEALTH 46 /// That a number may be a patient's.
        = "nurse nurses nursing health medical medication medicine medicines clinic hospital gp surgery camhs patient patients therapy \
        therapist physiotherapist physio paediatric paediatrics paediatrician paediatricians epilepsy epileptic asthma diabetes diabetic \
        allergy allergic epipen wheelchair hearing audiology speech feeding dysphagia disorder autism adhd anxiety seizure \
        seizures ward trust neurology orthoptist physiotherapy continence gastrostomy tube insulin doctor consultant midwife \
        disease surgeon admission admitted discharged discharge immunisation immunisations dental optician eye child identifier \
        identifiers salt cancer chemotherapy transplant counselling nhs icb dietitian inhaler";
    CHILDLY 47 /// What happens to one child, or what is got for one: beside a given name it says that a child is meant.
        = "placement placements tuition timetable taxi escort transport buddy reintegration reintegrated suspended excluded \
        expelled refusal re-referred referral camhs mash hospital asthma epilepsy epileptic diabetes diabetic glucose insulin hearing \
        wheelchair autism autistic adhd diagnosis diagnosed pregnant pregnancy bereaved bereavement arson assault assaulted \
        knife cannabis vape vaping vaped weapon offence arrested custody missing bolts bolted bolting absconds absconded restrained bit \
        broke laughed laughs cried cries smiled smiles sleeps slept weight mornings afternoons lunch lunchtime playtime \
        playground carpet classroom friends friend friendship friendships peers laptop casework fostered foster adopted \
        adoption kinship asylum housing homeless hotel glasses meltdown meltdowns anxiety anxious selective mutism dyslexia \
        phonics reads gcse gcses resit resits distinction homework uniform bullied bullying fight fought incident incidents apologised \
        detention isolation home-educated ehcp nurture reception cushion seat therapy therapist counselling counsellor self-harm \
        self-harmed harmed coat shoes breakfast bus seizure seizures medication inhaler crutches surgery operation \
        tics tantrums swore hit kicked punched threw spat stole truanted truanting truants refuses refused speech stammer outreach \
        tutor overdose grief funeral carer carers guardian apprenticeship barista distressed crying confident \
        happier calmer settled settling transferred rejoined re-joined enrolled admitted discharged attends attending \
        attended full-time part-time phased exams exam mocks mock level grades grade catch-up tearful withdrawn fleeing \
        evicted eviction flat assessed assessment assessments educated unaccompanied afternoon morning bed toilet toileting \
        lesson lessons class roll off-roll mentor mentoring mentored conference";
    COMMON 48 /// A given name that is as often another word, a colour, a flower, a place.
        = "jordan chelsea florence chad georgia victoria lincoln chester beverley shirley stanley grace hope joy faith charity \
        daisy olive ruby amber holly ivy hazel rowan willow robin wren heather basil jack frank grant dean mark will \
        penny rose summer autumn april may june austin paris sydney brooklyn preston dale glen kent skye india asia eden \
        christian carol miles ray art gene pat bill max sunny sky star rio ocean bear reed ash bay sage clay cliff heath \
        brook lane violet iris pearl crystal sapphire coral angel melody harmony serenity destiny precious \
        blessing patience prudence constance mercy felicity verity temperance justice noble king prince duke earl royal \
        hunter archer carter parker cooper sawyer chase drew rob sue don guy lee sol nova \
        phoenix raven river storm forest sorrel myrtle marina verona vienna sienna milan saffron ginger angus albert \
        lancaster ashley kingsley clifton milton denver dallas israel chance jubilee nelson wellington emmy tony \
        alexa siri arbor barney percy";
    WANTED 49 /// What is got, held or written for one child, or about one.
        = "conference review plan support place chair concern concerns worry worries referral application assessment report request \
        package letter transport provision admission tuition timetable meeting mentor bus pass laptop equipment uniform desk \
        seat taxi escort interpreter buddy bed sessions target targets risk-assessment placement appeal hearing \
        funding outcome statement school home visit lift timetables return start advocate guardian bursary";
    BELONGS 50 /// What one child has: "Tyler's timetable".
        = "plan attendance timetable teacher class school behaviour needs progress placement reading education mental health \
        anxiety case review package ehcp transport taxi place return start family home mother father mum dad carer file tutor \
        bus confidence speech sleep diagnosis pep asthma epilepsy hearing sight weight language writing maths \
        punctuality exclusion suspension referral phone parents mental social admission move transition \
        classmates friends lessons reintegration passport mood one-page bedroom wheelchair";
    INSURED 51 /// That a number may be for National Insurance, however it is written.
        = "ni nino ninos insurance ins";
    EXAMPLE 52 /// That something is shown for its form, or made up.
        = "example examples sample samples specimen dummy tester demo demonstration template templates placeholder fictional \
        fictitious invented made-up fake pretend persona mock imaginary guidance eg format helpsheet handbook leaflet poster \
        slide slides filler illustration screenshot bloggs testerson instructions dd mm yyyy";
    ANIMAL 53 /// Who has a birthday and is no person.
        = "dog dogs puppy puppies cat cats kitten kittens rabbit rabbits pony ponies horse horses lamb lambs calf tortoise \
        hamster hamsters hen hens chick chicks guinea pig pigs goat goats donkey alpaca fish gerbil parrot doll teddy mascot \
        puppet tree oak minibus building boat";
    DONE 54 /// What is done on a day, and papers that have one.
        = "met visited inspected inspection opened founded launched launch signed issued adopted version policy act contract \
        agreement lease licence census strategy survey report review reviewed minutes ofsted conference cohort published \
        article photo conviction dbs clause edition notice guidance circular judgment hearing order baseline built closed \
        merged established appointed died married wedding arrived entered meeting meetings panel briefing training data check \
        checks validation redaction error errors sent received lost queries runs audit updated checked deadline due submitted \
        held attended attendance returned moved joined started starts began begins ended ends left last dated registered \
        registration uploaded upload called rang agreed completed starting visit workshop session event fair celebrated \
        anniversary referral referred exclusion excluded removed added deleted effective revised amended expires expiry expired \
        consultation approved wef commenced withdrawn admitted placed assessment application applied offer decision";
    BOUND 55 /// Where days of many begin or end.
        = "between before after earlier later onward onwards range cut-off cutoff cohort anyone everyone those under-fives all \
        until till since or whose";
    BESIDE 57 /// That a day beside it may be of a birth: what leads to an age, papers that show when somebody was born.
        = "not be passport certificate";
    AGES 56 /// Ages in words.
        = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty";
}

/// A word as a number: its last sixteen bytes.
const fn key(word: &str) -> u128 {
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

/// What a word in lower case may be.
pub(super) fn kinds_of(word: &str) -> Kinds {
    kinds(key(word))
}

/// What a word may be, however it is written: capitals of ASCII are read as small letters.
pub(super) fn kinds_of_any_case(word: &str) -> Kinds {
    kinds(word.bytes().fold(0, |key, b| key << 8 | u128::from(b.to_ascii_lowercase())))
}

/// Whether a word is several people.
pub(super) fn is_people(word: &str) -> bool {
    kinds(key(word)) & PEOPLE != 0
}

/// Every word of these kinds.
pub(super) fn words(asked: Kinds) -> impl Iterator<Item = &'static str> {
    LISTS.iter().filter(move |(kind, _)| kind & asked != 0).flat_map(|(_, words)| words.split_whitespace())
}

/// What a word may be, from its bytes as a number.
pub(super) fn kinds(word: u128) -> Kinds {
    let table = ALL.as_slice();
    let mut rows = places(word).map_while(|at| table.get(at).filter(|row| row.0 != 0));
    rows.find(|row| row.0 == word).map_or(0, |row| row.1)
}

const ONES: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// The number that a word is: "seven", "fifty-two".
pub(super) fn number(word: &str) -> Option<u32> {
    // All of them begin with one of these, and most words do not.
    if !matches!(word.as_bytes().first(), Some(b'o' | b't' | b'f' | b's' | b'e' | b'n' | b'z')) || word.len() > 13 {
        return None;
    }
    let place = |list: &[&str], word: &str| list.iter().position(|one| *one == word).map(crate::source::number);
    if let Some(one) = place(&ONES, word) {
        return Some(one);
    }
    let (ten, one) = word.split_once('-').unwrap_or((word, "zero"));
    Some((place(&TENS, ten)? + 2) * 10 + place(&ONES, one).filter(|one| *one < 10)?)
}
