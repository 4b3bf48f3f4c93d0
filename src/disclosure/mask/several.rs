//! Words that say how many without a figure: "doubled", "twice as many", "both", "the fourth".

use super::NOT_GIVEN;
use super::figures::Figures;
use super::noun::acts;
use crate::disclosure::lexicon::{BEFELL, PEOPLE, PERSON, STATES};
use crate::disclosure::words::Said;

/// "doubled from 4 to 8", "twice as many as the 4 in autumn": how many times it was tells the one by the other.
pub(super) fn times(said: &Said<'_>, at: isize, figures: &mut Figures) {
    changed(said, at, figures);
    let first = if said.low(at) == "times" { at - 1 } else { at };
    let many = matches!(said.low(at), "twice" | "double" | "half")
        || said.low(at) == "times" && said.word(first).is_some_and(|word| word.value.is_some());
    // "twice as many visits" is of visits.
    let of_people = matches!(said.low(at + 3), "as" | "") || said.is(at + 3, PEOPLE);
    if many && said.low(at + 1) == "as" && said.low(at + 2) == "many" && of_people {
        let more = match (said.low(at) == "half", said.opens(first)) {
            (true, false) => "fewer",
            (true, true) => "Fewer",
            (false, false) => "more",
            (false, true) => "More",
        };
        let (end, than) = if said.low(at + 3) == "as" { (at + 3, " than") } else { (at + 2, "") };
        figures.show(said.copy.place(said.range(first, end)), &format!("{more}{than}"));
    }
}

/// "doubled from 4", "had more than doubled to 8": the verb, where a figure follows that it says how often another is in.
fn changed(said: &Said<'_>, at: isize, figures: &mut Figures) {
    let grows = match said.low(at) {
        "doubled" | "trebled" | "tripled" | "quadrupled" => true,
        "halved" => false,
        _ => return,
    };
    let figure = |at: isize| said.word(at).is_some_and(|word| word.value.is_some());
    let led = |step: isize| matches!(said.low(step), "from" | "to") && (figure(step + 1) || figure(step + 2));
    let is_of_figures = (at + 1..at + 7).take_while(|step| !said.opens(*step)).any(led);
    if !is_of_figures {
        return;
    }
    let about =
        |word: &str| matches!(word, "nearly" | "almost" | "about" | "roughly" | "over" | "more" | "than" | "just");
    let first = (0..at).rev().take_while(|step| about(said.low(*step))).last().unwrap_or(at);
    let verb = match (said.low(first - 1), grows) {
        ("has" | "have" | "had" | "having", true) => "risen",
        ("has" | "have" | "had" | "having", false) => "fallen",
        ("is" | "are" | "was" | "were" | "be" | "been" | "being", _) => "changed",
        (_, true) if said.opens(first) => "Rose",
        (_, false) if said.opens(first) => "Fell",
        (_, true) => "rose",
        (_, false) => "fell",
    };
    figures.show(said.copy.place(said.range(first, at)), verb);
}

/// "the fourth is a girl", "a third has joined them": how many it makes of them.
pub(super) fn ordinal(said: &Said<'_>, at: isize, figures: &mut Figures) {
    let is_ordinal = matches!(said.low(at), "second" | "third" | "fourth" | "fifth" | "2nd" | "3rd" | "4th" | "5th");
    if !is_ordinal || !matches!(said.low(at - 1), "a" | "the") || said.gap(at - 1) != " " {
        return;
    }
    let ends =
        said.gap(at) != " " || matches!(said.low(at + 1), "a" | "an" | "one" | "to" | "at" | "in" | "from" | "also");
    // "in the second" is of a time or a place.
    let where_ = matches!(said.low(at - 2), "in" | "on" | "at" | "by" | "from" | "during" | "for" | "since" | "until");
    if !where_ && (ends || said.is(at + 1, PERSON | STATES | BEFELL)) {
        // "a third" at the end may be a share.
        let another = match (said.low(at - 1) == "a" && ends, said.opens(at - 1)) {
            (true, _) => NOT_GIVEN,
            (false, true) => "Another",
            (false, false) => "another",
        };
        figures.show(said.copy.place(said.range(at - 1, at)), another);
    }
}

/// "both returned", "neither has", "the other is in Year 9": that they were two.
pub(super) fn of_two(said: &Said<'_>, at: isize, figures: &mut Figures) {
    let left = said.low(at - 1);
    let of_people = said.is(at - 1, PEOPLE) || matches!(left, "they" | "who" | "them" | "whom");
    let ends = said.gap(at) != " " || matches!(said.low(at + 1), "in" | "at" | "to" | "from" | "a" | "an");
    let says = said.is(at + 1, PEOPLE | STATES | BEFELL) || acts(said, at + 1, true);
    // "both boys and girls", "both in school and at home"
    let joins =
        (at + 2..at + 6).any(|step| matches!(said.low(step), "and" | "or" | "nor") && said.gap(step - 1) == " ");
    let of_them = said.low(at + 1) == "of" && matches!(said.low(at + 2), "them" | "these" | "those" | "whom" | "the");
    let first = if said.low(at) == "other" && left == "the" && said.gap(at - 1) == " " { at - 1 } else { at };
    let (is_told, instead) = match said.low(at) {
        "both" => (of_them || (says || of_people || ends) && !joins, ["all", "All"]),
        "neither" => (of_them || says && !joins, ["none", "None"]),
        "other" => (first < at && (says || ends), ["the rest", "The rest"]),
        _ => return,
    };
    if is_told {
        let [low, capital] = instead;
        figures.show(said.copy.place(said.range(first, at)), if said.is_capital(first) { capital } else { low });
    }
}
