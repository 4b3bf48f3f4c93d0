//! A statement as the matcher sees it: its stems, what kind of word each is, the families they are of, and which stand
//! side by side. Read once; every comparison uses it again.

use super::kin::{Kin, Lexicon, hash, joined};
use super::stem::cut;

/// Among how many of its first words a statement says who will do it.
const ACTORS: usize = 8;

/// One different stem of a statement.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub(super) stem: u64,
    pub(super) kind: Kind,
    /// The families it is of, by itself or as the beginning of a phrase.
    pub(super) kin: Kin,
}

/// What a word can tell.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Kind {
    Plain,
    /// A figure: the same thing is often told with another.
    Figure,
    /// A name, by its capital: of a school, a body, a scheme.
    Name,
    /// A figure that names: "Year 9", "Cohort 2".
    Label,
}

/// A statement, read.
#[derive(Clone, Default, Debug)]
pub(super) struct Told {
    /// Its different stems, sorted.
    pub(super) words: Vec<Word>,
    /// The families of all its words.
    pub(super) kin: Kin,
    /// Two stems side by side, light words left out; sorted.
    pub(super) pairs: Vec<u64>,
}

impl Told {
    pub(super) fn of(words: &str, lexicon: &Lexicon, desk: &mut Desk) -> Told {
        read(words, lexicon, desk);
        let Desk { run, stems, kin_of, .. } = desk;
        // "Tom Pell will agree ...": who is to do it is no part of what is to be done.
        let will = hash("will");
        let actors = run.iter().take(ACTORS).position(|piece| piece.hash == will).unwrap_or(0);
        stems.clear();
        stems.extend(run.iter().map(|piece| piece.hash));
        kin_of.clear();
        kin_of.resize(run.len(), 0);
        for at in 0..stems.len() {
            for (length, kin) in lexicon.phrases(stems.get(at..).unwrap_or_default()) {
                kin_of.iter_mut().skip(at).take(length).for_each(|of| *of |= kin);
            }
        }
        let mut told = Told { kin: kin_of.iter().fold(0, |all, kin| all | kin), ..Told::default() };
        let mut heavy = Vec::with_capacity(run.len());
        for (at, (piece, kin)) in run.iter().zip(kin_of.iter().copied()).enumerate() {
            if piece.light {
                continue;
            }
            let before = at.checked_sub(1).and_then(|before| run.get(before));
            let (stem, kind) = match before.filter(|before| piece.kind == Kind::Figure && before.numbers) {
                Some(before) => (joined(&[before.hash, piece.hash]), Kind::Label),
                None if at < actors && piece.kind == Kind::Name => (piece.hash, Kind::Plain),
                None => (piece.hash, piece.kind),
            };
            heavy.push(Word { stem, kind, kin });
        }
        let stems = heavy.iter().map(|word| word.stem);
        told.pairs = stems.clone().zip(stems.skip(1)).map(|(one, next)| joined(&[one, next])).collect();
        told.pairs.sort_unstable();
        told.pairs.dedup();
        // Of a stem that stands twice, once as a name, the name counts, and the families of both.
        heavy.sort_unstable_by(|a, b| a.stem.cmp(&b.stem).then(b.kind.cmp(&a.kind)));
        heavy.dedup_by(|next, kept| {
            let same = next.stem == kept.stem;
            if same {
                kept.kin |= next.kin;
            }
            same
        });
        told.words = heavy;
        told
    }
}

/// Room to read in, used again for every statement.
#[derive(Default)]
pub(super) struct Desk {
    run: Vec<Piece>,
    stems: Vec<u64>,
    kin_of: Vec<Kin>,
    word: String,
}

/// A word of the running text.
struct Piece {
    hash: u64,
    kind: Kind,
    light: bool,
    /// Whether a figure after it names one of several: "Year 9".
    numbers: bool,
}

/// Reads the words of a text in their order, short forms spelt out before themselves.
fn read(words: &str, lexicon: &Lexicon, desk: &mut Desk) {
    desk.run.clear();
    let mut rest = words;
    let mut opens = true;
    while let Some(first) = rest.chars().next() {
        let is_figure = first.is_ascii_digit();
        if !first.is_alphanumeric() {
            // A capital after one of these is no sign of a name; quotes and brackets leave it as it was.
            match first {
                '.' | '!' | '?' | ':' | ';' => opens = true,
                '"' | '\u{201c}' | '\u{2018}' | '(' | '*' | '_' => {}
                _ if first.is_whitespace() => {}
                _ => opens = false,
            }
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
            continue;
        }
        let goes_on = |c: char| match is_figure {
            true => c.is_ascii_digit() || matches!(c, '.' | ',' | '%'),
            false => c.is_alphabetic() || matches!(c, '\'' | '\u{2019}'),
        };
        let end = rest.find(|c| !goes_on(c)).unwrap_or(rest.len()).max(first.len_utf8());
        let (word, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        rest = after;
        let word = if is_figure { word.trim_end_matches(['.', ',']) } else { word.trim_matches(['\'', '\u{2019}']) };
        piece(word, is_figure, opens, lexicon, desk);
        opens = false;
    }
}

/// Writes a word in small letters, without a possessive ending and apostrophes.
fn small(word: &str, to: &mut String) {
    to.clear();
    if word.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        to.push_str(word);
        to.make_ascii_lowercase();
        return;
    }
    let lower: String = word.to_lowercase().chars().map(|c| if c == '\u{2019}' { '\'' } else { c }).collect();
    to.extend(lower.strip_suffix("'s").unwrap_or(&lower).chars().filter(|c| *c != '\''));
}

fn piece(word: &str, is_figure: bool, opens: bool, lexicon: &Lexicon, desk: &mut Desk) {
    let Desk { run, word: lower, .. } = desk;
    small(word, lower);
    let mut add = |word: &mut String, kind: Kind| {
        let numbers =
            matches!(word.as_str(), "year" | "years" | "cohort" | "stage" | "phase" | "group" | "term" | "level");
        if kind != Kind::Figure {
            cut(word);
        }
        let hash = hash(word);
        let light = kind != Kind::Figure && (word.len() < 2 || lexicon.is_light(hash));
        run.push(Piece { hash, kind, light, numbers });
    };
    if is_figure {
        return add(lower, Kind::Figure);
    }
    let bare = word.strip_suffix('s').unwrap_or(word);
    if bare.chars().all(char::is_uppercase) && bare.chars().count() > 1 {
        let mut short = bare.to_lowercase();
        if let Some(long) = lexicon.spelt_out(&short) {
            long.iter().for_each(|word| add(&mut word.clone(), Kind::Plain));
            return add(&mut short, Kind::Plain);
        }
        return add(&mut short, if opens { Kind::Plain } else { Kind::Name });
    }
    let named = !opens && word.starts_with(char::is_uppercase) && !lexicon.is_light(hash(lower));
    add(lower, if named { Kind::Name } else { Kind::Plain });
}

#[cfg(test)]
mod tests {
    use super::super::stem::stem;
    use super::*;

    fn told(words: &str) -> Told {
        Told::of(words, &Lexicon::with(&[]), &mut Desk::default())
    }

    fn kind(told: &Told, stem: &str) -> Option<Kind> {
        told.words.iter().find(|word| word.stem == hash(stem)).map(|word| word.kind)
    }

    #[test]
    fn names_figures_and_short_forms_are_told_apart() {
        let read = told("Trained 14 SENCOs at Hythe Lane with Year 9. Hythe helped");
        assert_eq!(kind(&read, "train"), Some(Kind::Plain));
        assert_eq!(kind(&read, "14"), Some(Kind::Figure));
        assert_eq!(kind(&read, &stem("hythe")), Some(Kind::Name));
        assert_eq!(kind(&read, "senco"), Some(Kind::Plain));
        assert!(read.words.iter().any(|word| word.kind == Kind::Label), "Year 9 is one of several years");
        assert_eq!(kind(&read, "9"), None);
        assert_eq!(kind(&read, "at"), None);
        let (short, long) = (told("EBSA"), told("emotionally based school avoidance"));
        let found = long.words.iter().filter(|word| short.words.iter().any(|other| other.stem == word.stem));
        assert_eq!(found.count(), 4);
    }

    #[test]
    fn odd_text_is_harmless() {
        for words in ["", "—", "''", "9..", "É’s ’ ", "a\u{301}b", "1.5%, 3", "ΑΣ"] {
            let read = told(words);
            assert!(read.words.windows(2).all(|two| two[0].stem < two[1].stem), "{words:?}");
        }
    }
}
