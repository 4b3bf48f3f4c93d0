//! Figures then and now, as reports state them. Nothing is computed: two statements of impact are then and now of one
//! measure only where their words are the same but for figures and years; others that are like each other stand together,
//! each with its term.

use super::records::Figure;
use crate::align::Folded;
use crate::form::{Form, Role};
use crate::report::{Priority, Statement};
use crate::rollup::statements::words;
use crate::source::Sources;
use crate::term::Term;
use crate::wording::gives_evidence;
use measure::is_same;

mod measure;

/// From which likeness on two statements stand together.
const ALIKE: f64 = 0.4;
/// The most statements of a report that are looked at.
const MANY: usize = 40;

/// A report of a priority.
pub(super) type Said<'a> = (Term, &'a Priority);

/// The figures of a priority: first those of one measure, then those like each other, then the other later ones.
pub(super) fn figures(then: Option<Said<'_>>, now: Said<'_>, form: &Form, sources: &Sources) -> Vec<Figure> {
    let earlier = then.map(|(_, priority)| with_figures(priority, form)).unwrap_or_default();
    let later = with_figures(now.1, form);
    let pairs = pairs(&earlier, &later);
    let term = |said: Option<Said<'_>>| said.map_or_else(String::new, |(term, _)| term.to_string());
    let figure = |before: Option<&Statement>, after: Option<&Statement>| Figure {
        earlier: before.map_or_else(String::new, |one| words(one, sources)),
        earlier_term: before.map_or_else(String::new, |_| term(then)),
        later: after.map_or_else(String::new, |one| words(one, sources)),
        later_term: after.map_or_else(String::new, |_| now.0.to_string()),
        is_same: before.zip(after).is_some_and(|(one, other)| is_same(one, other)),
    };
    let told: Vec<usize> = pairs.iter().map(|pair| pair.1).collect();
    let twice = pairs.iter().map(|(before, after)| figure(earlier.get(*before).copied(), later.get(*after).copied()));
    let once = (0..).zip(&later).filter(|(at, _)| !told.contains(at)).map(|(_, after)| figure(None, Some(after)));
    let mut all: Vec<Figure> = twice.chain(once).collect();
    all.sort_by_key(|figure| (!figure.is_same, figure.earlier.is_empty()));
    all
}

/// The statements of impact that give a figure.
fn with_figures<'a>(priority: &'a Priority, form: &'a Form) -> Vec<&'a Statement> {
    let gives = |statement: &&Statement| {
        let whole = statement.whole();
        whole.contains(|c: char| c.is_ascii_digit()) && gives_evidence(&whole)
    };
    priority.statements(form, Role::Impact).filter(gives).take(MANY).collect()
}

/// Which earlier statement is about the same thing as which later one, each once, in the order of the later ones.
fn pairs(earlier: &[&Statement], later: &[&Statement]) -> Vec<(usize, usize)> {
    let [before, after] = [earlier, later].map(|list| list.iter().map(|one| bare(one)).collect::<Vec<_>>());
    let mut all: Vec<(f64, usize, usize)> = Vec::new();
    for ((at, one), said) in before.iter().enumerate().zip(earlier) {
        // What gives the same measure goes before what is only like it.
        let alike =
            |(other, now): (&Folded, &&Statement)| one.likeness(other) + f64::from(u8::from(is_same(said, now)));
        all.extend((0..).zip(after.iter().zip(later).map(alike)).map(|(to, alike)| (alike, at, to)));
    }
    all.retain(|(alike, ..)| *alike >= ALIKE);
    all.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (_, at, to) in all {
        if !pairs.iter().any(|(earlier, later)| *earlier == at || *later == to) {
            pairs.push((at, to));
        }
    }
    pairs.sort_by_key(|pair| pair.1);
    pairs
}

/// The words of a statement without its figures, which differ from term to term.
fn bare(statement: &Statement) -> Folded {
    let whole = statement.whole();
    let words: Vec<&str> =
        whole.split_whitespace().filter(|word| !word.contains(|c: char| c.is_ascii_digit())).collect();
    Folded::of(&words.join(" "))
}
