//! What is left of a word when its ending is taken off, so that "trained", "training" and "trains" are one. It knows
//! endings, not meanings; two words of one stem are compared as equal, whatever the stem looks like.

/// Endings that are taken off, the longer before the shorter it ends in. What is left must have four letters.
const ENDINGS: &[&str] = &[
    "ations", "ation", "ators", "ator", "ements", "ement", "ments", "ment", "ings", "ing", "ed", "er", "or", "ion",
    "ance", "ence", "ly", "al", "e",
];

/// Words whose forms share no beginning, each with the form that stands for them. Sorted.
const ODD: &[(&str, &str)] = &[
    ("bought", "buy"),
    ("built", "build"),
    ("children", "child"),
    ("chose", "choose"),
    ("chosen", "choose"),
    ("drawn", "draw"),
    ("drew", "draw"),
    ("families", "family"),
    ("fed", "feed"),
    ("headteacher", "head"),
    ("headteachers", "head"),
    ("lent", "lend"),
    ("lives", "life"),
    ("men", "man"),
    ("met", "meet"),
    ("mums", "mum"),
    ("principals", "head"),
    ("sent", "send"),
    ("spoke", "speak"),
    ("spoken", "speak"),
    ("taught", "teach"),
    ("women", "woman"),
    ("written", "write"),
    ("wrote", "write"),
];

/// The stem of a word in small letters. Words of three letters and less, and those with a figure in them, stay whole.
pub(super) fn stem(word: &str) -> String {
    let odd = ODD.binary_search_by(|row| row.0.cmp(word)).ok().and_then(|at| ODD.get(at));
    let mut stem = odd.map_or(word, |row| row.1).to_owned();
    if stem.len() < 4 || stem.chars().count() < 4 || stem.bytes().any(|byte| byte.is_ascii_digit()) {
        return stem;
    }
    make_singular(&mut stem);
    let last = stem.bytes().next_back();
    let mut endings = ENDINGS.iter().filter(|ending| ending.bytes().next_back() == last);
    if let Some(left) = endings.find_map(|ending| stem.strip_suffix(ending).filter(|left| left.len() >= 4)) {
        let left = left.len();
        stem.truncate(left);
        let mut last = stem.chars().rev();
        // "planned" and "plan", but "called" and "call".
        if stem.len() > 3 && last.next().is_some_and(|c| last.next() == Some(c) && !matches!(c, 'l' | 's')) {
            stem.pop();
        }
    }
    if stem.len() > 4 && stem.ends_with('y') {
        stem.pop();
        stem.push('i');
    }
    while stem.len() > 4 && stem.ends_with('e') {
        stem.pop();
    }
    stem
}

/// Takes the mark of the plural off a word.
fn make_singular(word: &mut String) {
    if !word.ends_with('s') {
        return;
    }
    for (ending, off) in [("ies", 3), ("sses", 2), ("ches", 2), ("shes", 2), ("xes", 2)] {
        if word.strip_suffix(ending).is_some_and(|left| left.len() > 2) {
            word.truncate(word.len() - off);
            word.push_str(if ending == "ies" { "y" } else { "" });
            return;
        }
    }
    if !word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("is") {
        word.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_have_one_stem() {
        assert!(ODD.is_sorted());
        let rows = [
            "train trained training trains trainer",
            "meet met meeting meetings",
            "family families",
            "plan planned planning plans",
            "attend attended attendance",
            "agree agreed agreement",
            "assess assessment assessed",
            "child children",
            "head heads headteacher headteachers",
            "share shared sharing",
            "launch launched launches",
            "survey surveys surveyed",
            "suspend suspended",
        ];
        for row in rows {
            let stems: Vec<String> = row.split(' ').map(stem).collect();
            assert!(stems.iter().all(|other| Some(other) == stems.first()), "{row}: {stems:?}");
        }
        let apart =
            ["exclusion suspension", "primary prime", "community communication", "reading ready", "bus business"];
        for row in apart {
            let stems: Vec<String> = row.split(' ').map(stem).collect();
            assert_ne!(stems.first(), stems.last(), "{row}");
        }
        assert_eq!([stem("7th"), stem("gp"), stem("é")], ["7th", "gp", "é"]);
    }
}
