//! Words for things: only what is known to be no people, nor to be something of a child, lets a figure beside a small
//! count stay. Of a word that nobody knows it cannot be said.

use super::count::is_season;
use super::lexicon::{BEFELL, EVENT, FAMILY, FOLK, LABEL, MONTH, PEOPLE, SPAN, STATES, THING, TITLE, kinds_of};
use super::words::{Said, is_in};

/// Things beside those that the counts themselves know, one of each.
const THINGS: &str = "cluster concert ceremony worry childminder magistrate prospectus recipe rehearsal briefing run residency \
    primaries secondaries trust nursery nurseries pru kpi risk operator valley masterclass residential poem star \
    canoe consultation bulletin conference convention competition tournament performance play pledge proposal donation tree plant bulb \
    screen keyboard printer router dongle charger headset cable projector whiteboard bike scooter tender quote hectare acre mistake \
    headset translation leaflet poster newsletter mailing podcast episode volume chapter annex appendix academy action activity afternoon agenda aim alley answer app approach area article assembly assessment \
    assistant award badge barrier bench bid board body book booklet box branch breakfast briefing budget call \
    building bulletin bus camera camp campaign car card center centimetre certificate channel chapter chart \
    chat checklist church clinic club coach code colour committee complaint computer condition contract copy \
    corner council course cover criterion cycle database date deadline department desk device diary dinner \
    display district document door draft drawing drop-in dsl duplicate duty e-mail element email entry \
    error estate evening event exam example factor faculty fair farm feature feedback festival field file film \
    finding fixture flat floor fte flyer focus folder form forum framework fund gap garden gcse gcses go goal \
    governor grade grant grid guide guideline gym half hall handbook heading headline headteacher hotline hour \
    house hub idea incentive indicator induction initiative inset inspection instrument interpreter interview \
    inventory invoice issue item itinerary job judgement key kit kitchen laptop lead leaflet league lesson \
    letter level lever library licence lift limb line link list loan location log lunch lunchtime machine \
    magazine map mark match meal measure medal meeting mentor menu message meter metre mile milestone mini-bus \
    minibus minute mission mistake model module morning mosque museum network news newsletter night note number \
    nurse objective office officer organisation outcome pack page panel paper paragraph parish park partner \
    partnership pass patch pathway percentage period phase phone photo piece pilot pitch plane planner platform \
    playground playlist podcast point policy pool portal post poster pound presentation principle printer \
    priority prize procedure product profile programme project prompt protocol provider pub qualification \
    quarter question questionnaire radio rating ratio reason recommendation record register reminder reply \
    resource response restaurant result reward role roof room rota round route routine rule salon sample \
    scale scenario schedule scheme school score screen screenshot script seat section sector seminar senco \
    sensor series service session set sheet shelf shelter shift shop show sign signpost site skill slide slot \
    song source space spell spreadsheet stage stall standard statistic step sticker stop store story strand \
    strategy string study subject suite summary supplier survey system table tablet target task taster \
    taxi teacher team template tent term test text theatre theme thing ticket tier tip tool toolkit topic tour \
    town toy track tracker train trainer training tree trial trip tutorial unit update url vacancy van vehicle \
    venue version video village visit visitor voice vote voucher wall ward wave way webinar website week \
    weekend window word workbook worksheet workshop workstream yard zone";

/// What is measured, in short: "2 km".
const UNITS: &str =
    "km m cm mm kg g ml l mph miles metres kilometres litres degrees \u{b0}c \u{b0} mb gb secs mins hrs";

/// What one child has, or what befalls one, so that as many of it are as many children.
const OF_A_CHILD: &str = "plan plans place places premium referral referrals";

/// What a plan of the work may be of.
const OF_THE_WORK: &str = "action improvement development lesson school project business work delivery travel recovery \
    strategic district area communication communications";

/// What a child needs, is entitled to, or belongs to: whoever has it is one of few.
const NEEDS: &str = "sen send ehc ehcp fsm pp premium cp cin cic lac cla pla grt eal semh slcn asd adhd camhs pep iep ehe \
    cme protection need needs health medical meals behaviour";

/// Whether a word is what is counted and is no people.
pub(super) fn is_thing(said: &Said<'_>, at: isize) -> bool {
    let low = said.low(at);
    if said.is(at, PEOPLE | FOLK | FAMILY | EVENT | BEFELL | STATES) || is_season(low) || is_of_child(said, at) {
        return false;
    }
    let known = THING | SPAN | TITLE | LABEL | MONTH;
    let one = low.strip_suffix("ies").map(|stem| format!("{stem}y"));
    let ones = [Some(low), low.strip_suffix('s'), low.strip_suffix("es"), one.as_deref()];
    is_in(UNITS, low) || ones.into_iter().flatten().any(|one| kinds_of(one) & known != 0 || is_in(THINGS, one))
}

/// "2 CP plans", "4 SEN support", "3 Pupil Premium", "3 Key Stage 3": what a child has, or where it is.
fn is_of_child(said: &Said<'_>, at: isize) -> bool {
    let (low, before) = (said.low(at), said.low(at - 1));
    match low {
        "support" | "service" | "services" => is_in(NEEDS, before),
        "key" => said.low(at + 1) == "stage",
        _ => is_in(OF_A_CHILD, low) && !is_in(OF_THE_WORK, before),
    }
}
