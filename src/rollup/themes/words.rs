//! Which themes words tell of: whole words, in their order, a plural as its singular. A word tells of one theme: the
//! longer phrase wins, and the authority's own before a built-in one.

/// A phrase to look for.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    pub(super) words: Vec<String>,
    /// As it is written in the table or in termwise.yaml.
    pub(super) written: String,
    /// The theme, by its number; `None` for a phrase that tells of none.
    pub(super) theme: Option<usize>,
    /// Whether it counts in titles alone.
    pub(super) in_title: bool,
}

/// The words of a text as they are compared.
pub(super) fn words(text: &str) -> Vec<String> {
    let split = text.split(|c: char| !(c.is_alphanumeric() || c == '\'' || c == '\u{2019}'));
    let bare = split.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let own = bare.map(|word| word.strip_suffix("'s").or(word.strip_suffix("\u{2019}s")).unwrap_or(word));
    own.filter(|word| !word.is_empty()).map(|word| singular(&word.to_lowercase())).collect()
}

/// A word without the ending of the plural.
fn singular(word: &str) -> String {
    if word.len() < 4 || !word.is_ascii() {
        return word.to_owned();
    }
    if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() > 2) {
        return format!("{stem}y");
    }
    for ending in ["sses", "xes", "ches", "shes"] {
        if let Some(stem) = word.strip_suffix(ending) {
            return format!("{stem}{}", ending.trim_end_matches("es"));
        }
    }
    let is_plural = word.ends_with('s') && !["ss", "us", "is"].iter().any(|ending| word.ends_with(ending));
    word.strip_suffix('s').filter(|_| is_plural).unwrap_or(word).to_owned()
}

/// The themes that a text tells of, each once with the phrase that says so, in the order of the text. `phrases` are
/// sorted, those that win first.
pub(super) fn found<'p>(text: &str, is_title: bool, phrases: &'p [Phrase]) -> Vec<&'p Phrase> {
    let words = words(text);
    let mut taken = vec![false; words.len()];
    let mut found: Vec<(usize, &Phrase)> = Vec::new();
    for phrase in phrases.iter().filter(|phrase| is_title || !phrase.in_title) {
        let long = phrase.words.len();
        if long == 0 || long > words.len() {
            continue;
        }
        for (at, window) in words.windows(long).enumerate() {
            let Some(free) = taken.get_mut(at..at + long).filter(|free| !free.contains(&true)) else { continue };
            if window == phrase.words {
                free.fill(true);
                found.push((at, phrase));
            }
        }
    }
    found.sort_by_key(|(at, _)| *at);
    let mut themes: Vec<&Phrase> = Vec::new();
    for (_, phrase) in found {
        if phrase.theme.is_some() && themes.iter().all(|other| other.theme != phrase.theme) {
            themes.push(phrase);
        }
    }
    themes
}
