//! Whether a statement says that there was nothing, or that nothing is to be: "None this term because the post was
//! vacant", "No further activity is planned". A bare "None" says so too; that it gives no reason is not asked here.

/// What there may be none of.
const THINGS: [&str; 6] = ["activity", "activities", "action", "actions", "work", "progress"];

/// Whether words open by saying that there was or is nothing: "None until the post is filled", "No new activity".
#[must_use]
pub fn says_none(text: &str) -> bool {
    // Nearly every statement begins with another letter.
    if !opens_with_n(text) {
        return false;
    }
    let words = plain(text);
    let mut words = words.split(' ').filter(|word| !word.is_empty());
    match (words.next(), words.next()) {
        (Some("none" | "nothing" | "nil"), _) | (Some("n"), Some("a")) | (Some("not"), Some("applicable")) => true,
        (Some("no"), Some(next)) => std::iter::once(next).chain(words).take(3).any(|word| THINGS.contains(&word)),
        _ => false,
    }
}

/// Whether the words of a statement in Planned plan nothing: "None until the post is filled", "No further activity is
/// planned", "To be confirmed", "As last term".
#[must_use]
pub fn plans_nothing(text: &str) -> bool {
    if says_none(text) {
        return true;
    }
    // Nearly every plan is longer, begins with another letter and has no "no" in it.
    if text.len() > 20 && !opens_with_n(text) && !text.contains(" no ") {
        return false;
    }
    let words = plain(text);
    let words: Vec<&str> = words.split(' ').filter(|word| !word.is_empty()).collect();
    match words.as_slice() {
        ["tbc", ..] => true,
        ["to", "be", "confirmed" | "agreed" | "decided"] | ["as", "last", "term"] | ["as" | "see", "above"] => true,
        words => {
            let is_more = |word: &str| matches!(word, "more" | "further" | "new" | "other");
            let planned =
                |rest: &[&str]| matches!(rest, ["planned", ..] | ["is" | "are" | "was" | "were", "planned", ..]);
            let after = |at: usize| words.get(at + 1..).unwrap_or_default();
            (0..words.len()).filter(|at| words.get(*at) == Some(&"no")).any(|at| match after(at) {
                [more, thing, rest @ ..] if is_more(more) && THINGS.contains(thing) => planned(rest),
                [thing, rest @ ..] if THINGS.contains(thing) => planned(rest),
                _ => false,
            })
        }
    }
}

fn opens_with_n(text: &str) -> bool {
    matches!(text.chars().find(|c| c.is_alphanumeric()), Some('n' | 'N'))
}

/// A text in small letters, one space between its words.
fn plain(text: &str) -> String {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_of_nothing_is_told_from_its_opening() {
        for nothing in [
            "None",
            "None this term because the post was vacant",
            "Nil return",
            "N/A",
            "n/a until the panel meets",
            "Not applicable: the work has ended",
            "Nothing to report",
            "No activity this term",
            "No further work was possible",
            "\u{201c}None\u{201d}",
        ] {
            assert!(says_none(nothing) && plans_nothing(nothing), "{nothing}");
        }
        for something in [
            "No school has left the network, and all activity goes on",
            "Nonetheless met the six heads",
            "Nine heads met",
            "National activity was shared",
            "Not all heads came",
            "Asked why no activity was recorded",
            "",
        ] {
            assert!(!says_none(something) && !plans_nothing(something), "{something}");
        }
    }

    #[test]
    fn a_plan_of_nothing_is_none() {
        for nothing in [
            "None until the post is filled in April 2026",
            "Handed over to the Wenbury Chamber of Trade: no more activity is planned",
            "No further activity planned",
            "To be confirmed",
            "TBC",
            "As last term",
        ] {
            assert!(plans_nothing(nothing), "{nothing}");
        }
        for plan in ["Agree what is to be confirmed", "Ask why no activity was recorded", "See above all the heads"] {
            assert!(!plans_nothing(plan), "{plan}");
        }
    }
}
