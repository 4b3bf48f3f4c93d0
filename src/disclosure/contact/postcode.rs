//! Postcodes of homes, told from those of offices and venues by the words beside them.

use crate::disclosure::lexicon::{
    BUSINESS, CHILD, FAMILY, HOME, MANY, OFFICE, ORG, PERSON, PLACE, PRIVATELY, PRONOUN, TITLE, WEAK, YOUNG,
};
use crate::disclosure::words::Said;
use std::ops::Range;

/// The areas that postcodes begin with.
const AREAS: &str = " ab al b ba bb bd bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy e ec eh en ex \
    fk fy g gl gu gy ha hd hg hp hr hs hu hx ig im ip iv ka kt kw ky l la ld le ll ln ls lu m me mk ml n ne ng nn np \
    nr nw ol ox pa pe ph pl po pr rg rh rm s sa se sg sk sl sm sn so sp sr ss st sw sy ta td tf tn tq tr ts tw ub w wa \
    wc wd wf wn wr ws wv yo ze ";

pub(super) fn postcode(said: &Said<'_>, lead: &Said<'_>, range: &Range<usize>) -> bool {
    let low = said.copy.low.as_str();
    let (before, after) = (low.get(..range.start).unwrap_or_default(), low.get(range.end..).unwrap_or_default());
    let joins = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    let words = low.get(range.clone()).unwrap_or_default();
    let area: String = words.chars().take_while(char::is_ascii_alphabetic).collect();
    if joins(before.chars().next_back()) || joins(after.chars().next()) || !AREAS.contains(&format!(" {area} ")) {
        return false;
    }
    // "KS2 3rd", "E4 2nd", "M6 2pm" are no postcodes.
    let small = said.copy.text.get(range.clone()).is_some_and(|raw| raw.ends_with(|c: char| c.is_ascii_lowercase()));
    if small && words.ends_with("ft") {
        return false;
    }
    if words.ends_with("st") && words.contains("1s")
        || words.ends_with("nd") && (small || words.ends_with("2nd"))
        || words.ends_with("rd") && words.contains("3r")
        || words.ends_with("pm")
        || words.ends_with("am")
    {
        return false;
    }
    let at = said.at(range.start);
    let mut score = 0;
    for step in 0..said.len() {
        let Some(word) = said.word(step) else { continue };
        let (near, next) = (step < at && at - step <= 4, said.low(step + 1));
        let of_office = said.is(step + 1, OFFICE)
            || matches!(
                next,
                "education"
                    | "hub"
                    | "safety"
                    | "protection"
                    | "referral"
                    | "provider"
                    | "provider's"
                    | "providers"
                    | "officer"
                    | "team"
            );
        // "Beacon House": a building.
        let building = matches!(said.low(step), "house" | "home")
            && said.is_capital(step)
            && said.is_capital(step - 1)
            && said.gap(step - 1) == " ";
        let of_office = of_office || building;
        let sent = matches!(said.low(step - 1), "return" | "email" | "e-mail" | "school" | "web" | "office");
        if word.kinds & HOME != 0
            && !sent
            && !building
            && (said.low(step) != "moved" || said.all & (FAMILY | PRONOUN | PERSON) != 0)
        {
            score += if step < at && at - step <= 7 { 6 } else { 2 };
        }
        let shown = matches!(
            next,
            "work" | "learning" | "evening" | "evenings" | "event" | "fair" | "day" | "parade" | "hospital"
        );
        // "Careers fair for students": nobody of them lives there.
        let many = matches!(said.low(step), "pupils" | "students" | "children" | "learners")
            && said.word(step - 1).is_none_or(|word| word.value.is_none());
        let of_office = of_office || shown || many;
        if word.kinds & (FAMILY | PRIVATELY | PRONOUN | CHILD | PERSON) != 0 && word.kinds & MANY == 0 && !of_office {
            score += 2;
        }
        if word.kinds & YOUNG != 0 || word.kinds & MANY != 0 && !of_office {
            score += 1;
        }
        if word.kinds & OFFICE != 0 && word.kinds & HOME == 0 {
            score -= if near { 4 } else { 0 };
        }
        let pitch = said.low(step) == "site" && matches!(said.low(step - 1), "the" | "traveller" | "a");
        if word.kinds & BUSINESS != 0 && near && !pitch {
            score -= 2;
        }
        score += i32::from(matches!(said.low(step), "home_pc" | "minor" | "ms" | "rider's" | "pick-up"));
    }
    // "walks to the bus from CA57 3GU", "calling at HU57 3QU", "Adopters' postcode, NR62 7FX"
    let goes = (at - 8..at).any(|step| {
        matches!(
            said.low(step),
            "walks"
                | "walk"
                | "walking"
                | "walked"
                | "travels"
                | "travel"
                | "travelling"
                | "cycles"
                | "comes"
                | "driven"
                | "collect"
                | "collects"
                | "collected"
                | "collecting"
                | "picked"
        )
    });
    // "from 14 Hill Rise, PR77 4RT"
    let part = |step: isize| said.is_capital(step) || said.word(step).is_some_and(|word| word.value.is_some());
    let street = (at - 6..at).rev().find(|step| !part(*step)).unwrap_or(at - 1);
    let of_one = said.all & (CHILD | PERSON | PRONOUN | FAMILY) != 0
        || matches!(said.low(0), "taxi" | "minibus" | "escort" | "moved") && said.all & OFFICE == 0;
    let moved = said.low(at - 2) == "moved" && said.opens(at - 2);
    let from = said.low(street) == "from" && (goes || moved) && of_one || low.contains("gone away");
    let called = said.low(at - 1) == "at" && matches!(said.low(at - 2), "calling" | "calls" | "called" | "knocked")
        || matches!(said.low(at - 1), "visit" | "visited")
        || (at - 6..at).any(|step| said.low(step) == "post" && said.low(step + 1) == "code") && said.all & FAMILY != 0;
    let owned = matches!(said.low(at - 1), "postcode" | "address")
        && (said.is(at - 2, FAMILY | CHILD)
            || said.word(at - 2).is_some_and(|word| word.owns && !said.is(at - 2, OFFICE)));
    // "Year 7 / LD27 1BU / no pass issued"
    let of_year = said.gap(at - 1).trim() == "/"
        && said.low(at - 2) == "year"
        && said.word(at - 1).is_some_and(|word| word.value.is_some());
    // "Home visits this week:" over a list of addresses.
    let led = lead.all & HOME != 0
        && lead.len() < 10
        && lead.all & OFFICE == 0
        && (0..lead.len()).any(|step| {
            lead.is(step, HOME) && matches!(lead.low(step), "home" | "address" | "house" | "placed" | "housed")
        });
    // "went to NR62 1SS, the old address"
    let after = said.at(range.end);
    let old = (after..after + 5).any(|step| {
        matches!(said.low(step), "address" | "home" | "flat" | "house")
            && matches!(said.low(step - 1), "old" | "new" | "her" | "his" | "their" | "family" | "former" | "present")
    });
    let driven =
        said.low(at - 1) == "from" && matches!(said.low(at - 2), "transport" | "taxi" | "minibus" | "journey" | "walk");
    if from || called || owned || of_year || led || old || driven {
        score += 4;
    }
    // An address where no office, thing or place with a name stands beside it is one where somebody lives.
    let addressed = (0..said.len())
        .any(|step| matches!(said.low(step), "addr" | "address" | "postcode" | "dispersed" | "postcodes"));
    let of_body = said.all & (OFFICE | BUSINESS | ORG | TITLE) != 0
        || (0..said.len()).any(|step| {
            matches!(said.low(step), "court" | "garage" | "papers" | "paper" | "gate" | "shop" | "venue" | "exam")
                || said.is(step, PLACE) && said.is_capital(step) && !said.is(step, WEAK) && !is_street(said.low(step))
        });
    score > 0 || score == 0 && addressed && !of_body
}

/// The last word of what a street is called.
fn is_street(low: &str) -> bool {
    matches!(
        low,
        "street"
            | "road"
            | "lane"
            | "close"
            | "avenue"
            | "drive"
            | "way"
            | "court"
            | "crescent"
            | "place"
            | "terrace"
            | "gardens"
            | "row"
            | "view"
            | "rise"
    )
}
