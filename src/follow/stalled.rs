//! Whether a statement says itself that a thing was not done, or was put off. What it says of its own work only: that no
//! pupil was excluded is a success, and an Impact is not asked.

/// Words and phrases that say it wherever they stand.
const ANYWHERE: &[&str] = &[
    " cancelled ",
    " postponed ",
    " put back ",
    " put off ",
    " on hold ",
    " deferred ",
    " delayed ",
    " abandoned ",
    " fell through ",
    " turned down ",
    " unsuccessful ",
    " not funded ",
    " shelved ",
    " paused ",
    " held up ",
    " did not go ahead ",
    " no longer going ahead ",
    " yet to be ",
    " yet to start ",
    " not yet ",
];
/// Words that say it among the first of a statement: further on they are often about something else.
const FIRST: &[&str] = &[
    " no ",
    " not ",
    " never ",
    " unable ",
    " cannot ",
    " couldn't ",
    " didn't ",
    " haven't ",
    " hasn't ",
    " wasn't ",
    " weren't ",
];
/// How many words those are.
const OPENING: usize = 6;

/// Whether a statement says that a thing was not done or was put off, in words that its plan had not.
pub(super) fn is_stalled(planned: &str, told: &str) -> bool {
    let told = plain(told);
    let opening = told.match_indices(' ').nth(OPENING).map_or(told.as_str(), |(end, _)| told.get(..=end).unwrap_or(""));
    let anywhere = ANYWHERE.iter().filter(|phrase| told.contains(**phrase));
    let mut said = anywhere.chain(FIRST.iter().filter(|word| opening.contains(**word))).peekable();
    if said.peek().is_none() {
        return false;
    }
    let planned = plain(planned);
    said.any(|phrase| !planned.contains(*phrase))
}

/// A text in small letters, one space around each word.
fn plain(text: &str) -> String {
    let lower = text.to_lowercase().replace('\u{2019}', "'");
    let mut plain = String::with_capacity(lower.len() + 2);
    plain.push(' ');
    for word in lower.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|word| !word.is_empty()) {
        plain.push_str(word);
        plain.push(' ');
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::is_stalled;

    #[test]
    fn what_says_itself_that_it_was_not_done_is_told_apart() {
        let stalled = [
            "No joint protocol was agreed with the police",
            "We could not recruit the two mentors",
            "We didn\u{2019}t visit the six primaries",
            "The mentor visits are on hold until May",
            "The fair was put back to the autumn",
        ];
        for told in stalled {
            assert!(is_stalled("Agree a protocol; recruit mentors; visit six primaries", told), "{told}");
        }
        let done = [
            "Met the six heads, who had not heard of the scheme before",
            "Agreed the protocol with the police and the fire service, not only the schools",
            "Visited the six primaries",
        ];
        for told in done {
            assert!(!is_stalled("Agree a protocol", told), "{told}");
        }
        assert!(!is_stalled("Ask why bids are turned down", "Asked the three schools why their bids are turned down"));
    }
}
