//! Where an authority keeps its reports: a pattern for their paths, and what a path says by it.
//!
//! A pattern is words and placeholders, part by part: `reports/{academic_year}/{term}/{district}.md`. No part
//! of it is a regular expression, and the ending does not matter.

use super::{Districts, fold, likeness};
use crate::term::{self, Parts, Scheme, Unclear};

/// What may stand in braces.
const PLACEHOLDERS: [(&str, Holder); 6] = [
    ("district", Holder::District),
    ("term", Holder::Term),
    ("academic_year", Holder::Term),
    ("season", Holder::Term),
    ("month", Holder::Term),
    ("any", Holder::Any),
];

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Holder {
    District,
    Term,
    Any,
}

#[derive(Clone, PartialEq, Eq, Debug)]
enum Piece {
    Words(String),
    Holder(Holder),
}

/// A pattern for the paths of reports.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Filing {
    folders: Vec<Vec<Piece>>,
}

/// What a path says by the pattern.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Filed {
    /// The district, by its own name where the authority names it.
    pub district: Option<String>,
    /// What is said of the term.
    pub term: Parts,
    /// The parts of the path that say so, for people: "2023-24/spring-2".
    pub words: String,
}

impl Filing {
    /// The pattern that is written so.
    ///
    /// # Errors
    /// What cannot be understood, and what to write instead.
    pub fn read(pattern: &str) -> Result<Filing, (String, String)> {
        // As some systems write paths.
        let pattern = pattern.replace('\\', "/");
        let plain = without_ending(pattern.trim_start_matches("./"));
        let folders = plain.split('/').map(pieces).collect::<Result<Vec<_>, _>>()?;
        if !folders.iter().flatten().any(|piece| matches!(piece, Piece::Holder(_))) {
            let all = PLACEHOLDERS.map(|(name, _)| format!("{{{name}}}"));
            return Err((
                "this pattern says nothing of a report: it has no placeholder".to_owned(),
                format!("write what changes from report to report in braces: {}", all.join(", ")),
            ));
        }
        Ok(Filing { folders })
    }

    /// What a path, from the root, says by this pattern; `None` where it is not of the pattern.
    #[must_use]
    pub fn filed(&self, path: &str, districts: &Districts, scheme: Scheme) -> Option<Filed> {
        let parts: Vec<&str> = without_ending(path).split('/').collect();
        if parts.len() != self.folders.len() {
            return None;
        }
        let reader = Reader { districts, scheme };
        let mut said = Vec::new();
        for (pieces, part) in self.folders.iter().zip(parts) {
            if part.len() > LONGEST || !reader.part(pieces, part, &mut said) {
                return None;
            }
        }
        let mut filed = Filed::default();
        let mut term = Vec::new();
        for (holder, words) in said {
            match holder {
                Holder::District if filed.district.is_none() => filed.district = Some(reader.district(words)),
                Holder::District | Holder::Any => {}
                Holder::Term => term.push(words),
            }
        }
        filed.term = term::read(&term.join(" "), scheme).parts;
        filed.words = term.join("/");
        Some(filed)
    }
}

/// The longest name of a folder or file that is looked at.
const LONGEST: usize = 255;

/// The pieces of one folder's or file's name: at most two placeholders, with words between them.
fn pieces(part: &str) -> Result<Vec<Piece>, (String, String)> {
    let (mut pieces, mut rest) = (Vec::new(), part);
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else {
            return Err(("\u{201c}{\u{201d} is not closed".into(), "close it with \u{201c}}\u{201d}".into()));
        };
        if !before.is_empty() {
            pieces.push(Piece::Words(before.to_owned()));
        }
        pieces.push(Piece::Holder(holder(name)?));
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Words(rest.to_owned()));
    }
    let holders = pieces.iter().filter(|piece| matches!(piece, Piece::Holder(_))).count();
    let touching = pieces.windows(2).any(|pair| pair.iter().all(|piece| matches!(piece, Piece::Holder(_))));
    if holders > 2 || touching {
        return Err((
            format!("\u{201c}{part}\u{201d} cannot be taken apart"),
            "use at most two placeholders in the name of one folder or file, with a mark such as \
             \u{201c}-\u{201d} between them"
                .to_owned(),
        ));
    }
    if part.is_empty() {
        return Err((
            "the pattern has a folder without a name".to_owned(),
            "write it from the folder of termwise.yaml on, with one \u{201c}/\u{201d} between folders".to_owned(),
        ));
    }
    Ok(pieces)
}

fn holder(name: &str) -> Result<Holder, (String, String)> {
    let folded = fold(name);
    if let Some((_, holder)) = PLACEHOLDERS.iter().find(|(known, _)| fold(known) == folded) {
        return Ok(*holder);
    }
    let all = PLACEHOLDERS.map(|(name, _)| format!("{{{name}}}"));
    let near = PLACEHOLDERS.iter().map(|(known, _)| (likeness(&folded, &fold(known)), known));
    let best = near.max_by(|a, b| a.0.total_cmp(&b.0)).filter(|(score, _)| *score >= 0.6);
    let help = best.map_or_else(
        || format!("the placeholders are {}", all.join(", ")),
        |(_, known)| format!("write {{{known}}} if that is what it is; the placeholders are {}", all.join(", ")),
    );
    Err((format!("there is no placeholder {{{name}}}"), help))
}

fn without_ending(path: &str) -> &str {
    let (folder, file) = path.rsplit_once('/').map_or(("", path), |(folder, file)| (folder, file));
    match file.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && ending.chars().all(char::is_alphabetic) => {
            let cut = path.len() - ending.len() - 1;
            path.get(..cut).unwrap_or(folder)
        }
        _ => path,
    }
}

struct Reader<'a> {
    districts: &'a Districts,
    scheme: Scheme,
}

impl Reader<'_> {
    /// Whether a name is of these pieces; what its placeholders hold goes to `said`.
    fn part<'p>(&self, pieces: &[Piece], part: &'p str, said: &mut Vec<(Holder, &'p str)>) -> bool {
        match pieces {
            [] => part.is_empty(),
            [Piece::Words(words), more @ ..] => {
                let head = part.get(..words.len()).filter(|head| head.eq_ignore_ascii_case(words));
                head.is_some() && part.get(words.len()..).is_some_and(|rest| self.part(more, rest, said))
            }
            [Piece::Holder(holder)] => {
                said.push((*holder, part));
                self.fits(*holder, part)
            }
            [Piece::Holder(holder), more @ ..] => {
                // Hyphens part the words of a district and of a term too, so every place is tried: a term takes
                // as much as it can.
                let mut places: Vec<usize> = part.char_indices().map(|(at, _)| at).skip(1).collect();
                if *holder == Holder::Term {
                    places.reverse();
                }
                places.into_iter().any(|at| {
                    let (head, rest) = part.split_at(at);
                    let mut more_said = vec![(*holder, head)];
                    let fits = self.fits(*holder, head) && self.part(more, rest, &mut more_said);
                    if fits {
                        said.append(&mut more_said);
                    }
                    fits
                })
            }
        }
    }

    fn fits(&self, holder: Holder, words: &str) -> bool {
        match holder {
            Holder::Any => !words.is_empty(),
            Holder::District => {
                let says = words.chars().any(char::is_alphabetic);
                says && (self.districts.list().is_empty() || self.districts.find(words).is_some())
            }
            Holder::Term => {
                let reading = term::read(words, self.scheme);
                let coarse = [Unclear::WholeYear, Unclear::NoYear, Unclear::NoSeason];
                reading.is_term() && reading.clashes.is_empty() && reading.unclear.is_none_or(|u| coarse.contains(&u))
            }
        }
    }

    /// The district that a folder or file is named after: by its own name, else by the words of the path.
    fn district(&self, words: &str) -> String {
        if let Some(known) = self.districts.find(words) {
            return known.name.clone();
        }
        let capital = |word: &str| {
            let mut letters = word.chars();
            letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>())
        };
        let words = words.split(['-', '_', ' ']).filter_map(capital);
        words.collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::District;

    #[test]
    fn paths_say_what_the_pattern_says_they_do() {
        let named = |name: &str| District { name: name.into(), ..District::default() };
        let some = Districts::new(vec![named("Harrow Fell"), named("Northmoor")]);
        for (pattern, path, districts, expected) in [
            (
                "reports/{academic_year}/{term}/{district}.md",
                "reports/2023-24/spring-2/harrow-fell.yaml",
                &some,
                Some(("Harrow Fell", Some(2023), Some(2))),
            ),
            (
                "reports/{academic_year}/{term}/{district}.md",
                "reports/2023-24/spring-2/east-vale.md",
                &Districts::default(),
                Some(("East Vale", Some(2023), Some(2))),
            ),
            ("{district}-{term}", "Harrow-Fell-Summer-1-2024-25.md", &some, Some(("Harrow Fell", Some(2024), Some(1)))),
            (
                "{district}-{term}",
                "east-vale-spring-2023-24.md",
                &Districts::default(),
                Some(("East Vale", Some(2023), None)),
            ),
            (
                "{term}_{district}",
                "spring_2_harrow_fell.md",
                &Districts::default(),
                Some(("Harrow Fell", None, Some(2))),
            ),
            (".\\{any}\\{district}", "x/northmoor.md", &some, Some(("Northmoor", None, None))),
            ("{any}/{district}/report", "x/NORTHMOOR/Report.txt", &some, Some(("Northmoor", None, None))),
            ("reports/{district}.md", "reports/eastvale.md", &some, None),
            ("reports/{district}.md", "reports/old/northmoor.md", &some, None),
            ("reports/{term}/{district}.md", "reports/misc/northmoor.md", &some, None),
        ] {
            let filed = Filing::read(pattern).unwrap().filed(path, districts, Scheme::default());
            let is = filed.as_ref().map(|filed| {
                (filed.district.as_deref().unwrap_or_default(), filed.term.year.map(|year| year.0), filed.term.half)
            });
            assert_eq!(is, expected, "{pattern} {path}");
        }
    }

    #[test]
    fn a_pattern_that_cannot_be_followed_is_told() {
        for (pattern, says) in [
            ("reports/{distrct}.md", "{distrct}"),
            ("reports/{district", "is not closed"),
            ("reports/all.md", "no placeholder"),
            ("{district}{term}", "cannot be taken apart"),
            ("reports//{district}", "without a name"),
        ] {
            let (message, help) = Filing::read(pattern).unwrap_err();
            assert!(message.contains(says) && !help.is_empty(), "{pattern}: {message}");
        }
    }
}
