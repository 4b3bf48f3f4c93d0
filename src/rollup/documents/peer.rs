//! Whether a statement sets its share beside that of others at the same time, and is no better than they are: "68% were
//! settled, compared with 73% across the county". What it says then is where things stand, and not what worked.

/// What leads to the share of others.
const BESIDE: [&str; 4] = ["compared with ", "compared to ", " against ", "; "];
/// Who the others are.
const OTHERS: [&str; 12] = [
    "across",
    "county",
    "countywide",
    "national",
    "nationally",
    "elsewhere",
    "other",
    "others",
    "average",
    "overall",
    "region",
    "neighbouring",
];
/// What tells that the other share is of another time, and the comparison one of then and now.
const TIMES: [&str; 24] = [
    "year",
    "years",
    "before",
    "earlier",
    "ago",
    "last",
    "previous",
    "start",
    "baseline",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "spring",
    "summer",
    "autumn",
];
/// What a smaller share is better of.
const LOWER: [&str; 14] = [
    "absence",
    "absent",
    "suspension",
    "suspended",
    "suspensions",
    "exclusion",
    "exclusions",
    "excluded",
    "late",
    "missed",
    "leaving",
    "left",
    "not",
    "worried",
];

/// Whether it does.
pub(super) fn is_behind(whole: &str) -> bool {
    let small = whole.to_lowercase();
    let beside = BESIDE.iter().filter_map(|lead| Some((small.find(lead)?, lead.len()))).min();
    let Some((own, other)) = beside.and_then(|(at, length)| Some((small.get(..at)?, small.get(at + length..)?))) else {
        return false;
    };
    let other = other.split([';', '(']).next().unwrap_or(other);
    let words = |text: &str, known: &[&str]| {
        text.split(|c: char| !c.is_alphanumeric()).any(|word| known.contains(&word) || is_year(word))
    };
    let (Some(own_share), Some(other_share)) = (shares(own).pop(), shares(other).into_iter().next()) else {
        return false;
    };
    let is_of_others = other.split(|c: char| !c.is_alphanumeric()).any(|word| OTHERS.contains(&word));
    if !is_of_others || words(other, &TIMES) {
        return false;
    }
    let is_lower = own.split(|c: char| !c.is_alphanumeric()).any(|word| LOWER.contains(&word));
    if is_lower { own_share >= other_share } else { own_share <= other_share }
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.starts_with("20") && word.chars().all(|c| c.is_ascii_digit())
}

/// The shares in a hundred that words give, in order.
fn shares(words: &str) -> Vec<f64> {
    let before = words.match_indices('%').filter_map(|(at, _)| words.get(..at));
    let share = |before: &str| {
        let from = before.rfind(|c: char| !c.is_ascii_digit() && c != '.').map_or(0, |at| at + 1);
        before.get(from..).and_then(|figure| figure.parse().ok())
    };
    before.map(|before| before.trim_end()).filter_map(share).collect()
}

#[cfg(test)]
mod tests {
    use super::is_behind;

    #[test]
    fn a_share_beside_a_better_one_is_nothing_that_worked() {
        for (behind, said) in [
            (true, "Nursery staff judged 68% of children to be settled, compared with 73% across the county"),
            (true, "Persistent absence was 21%, against 19% nationally"),
            (true, "70% felt safe; elsewhere it was 70%"),
            (false, "76% of pupils felt that they belonged, against 62% elsewhere"),
            (false, "Persistent absence was 15%, against 19% nationally"),
            (false, "Attendance was 91%, compared with 93% across the county in 2023, and rising"),
            (false, "68% were settled, compared with 73% a year before"),
            (false, "68% were settled (staff survey)"),
            (false, "72% had a place, compared with 63% at the same time in 2024"),
        ] {
            assert_eq!(is_behind(said), behind, "{said}");
        }
    }
}
