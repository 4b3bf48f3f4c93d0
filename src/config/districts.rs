//! The districts that an authority names.

use super::check::Faults;
use super::entry::{Is, get, is, items, string, texts, words};
use super::place;
use crate::form::{District, Districts, fold, fold_name};
use crate::outline::Entry;
use crate::rule::quoted;
use crate::source::{Span, Text};
use std::collections::HashMap;

/// The most districts.
const MOST: usize = 1000;

/// The districts of a list.
pub fn districts(list: Option<&Entry>, faults: &mut Faults<'_>) -> Districts {
    let (mut districts, mut names, mut codes) = (Vec::new(), Claims::default(), Claims::default());
    for item in list.into_iter().flat_map(items) {
        let Some(name) = words(item).or_else(|| get(item, "name").and_then(words)) else {
            if get(item, "name").is_none() && matches!(is(item), Is::Map) {
                let help = "write its name, such as `name: Northmoor`";
                faults.unclear(place(item), "this district has no name").advise(help);
            }
            continue;
        };
        let aliases = || get(item, "aliases").into_iter().flat_map(texts);
        std::iter::once(name).chain(aliases()).for_each(|text| names.claim(text, districts.len(), NAME, faults));
        let code = get(item, "code").and_then(words);
        let (right, wrong): (Vec<&Text>, Vec<&Text>) = code.into_iter().partition(|code| is_code(code.words()));
        right.into_iter().for_each(|code| codes.claim(code, districts.len(), CODE, faults));
        for code in wrong {
            let message = format!("{} is no code of a district", quoted(code.words()));
            faults.unclear(code.span(), message).advise(
                "write one letter and eight figures, such as E07000121, or the three figures of the Department for \
                 Education; or take it out",
            );
        }
        districts.push(District {
            name: fold_spaces(name.words()),
            aliases: aliases().map(|text| text.words().to_owned()).collect(),
            code: code.map(|code| code.words().to_owned()),
            area: string(item, "area"),
        });
    }
    if let Some(list) = list.filter(|_| districts.len() > MOST) {
        let message = format!("{} districts are listed, and termwise takes at most {MOST}", districts.len());
        faults.unclear(place(list), message).advise("list those that report");
        districts.truncate(MOST);
    }
    Districts::new(districts)
}

fn fold_spaces(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether words are like a code of national statistics (E07000121) or of the Department for Education (888).
fn is_code(words: &str) -> bool {
    let digits = |words: &str, count: usize| words.len() == count && words.bytes().all(|b| b.is_ascii_digit());
    let letter = words.chars().next().is_some_and(|c| c.is_ascii_uppercase());
    digits(words, 3) || letter && words.get(1..).is_some_and(|rest| digits(rest, 8))
}

/// What to say of a name that two districts have, and of a code.
const NAME: (&str, &str) = ("stands for two districts", "keep it under the one that it is the name of");
const CODE: (&str, &str) = ("is the code of two districts", "keep it under the one that it is the code of");

/// Which district each name, or each code, stands for.
#[derive(Default)]
struct Claims(HashMap<String, (usize, Span)>);

impl Claims {
    fn claim(&mut self, text: &Text, district: usize, (says, help): (&str, &str), faults: &mut Faults<'_>) {
        for folded in [fold_name(text.words()), fold(text.words())] {
            let (first, span) = *self.0.entry(folded).or_insert((district, text.span()));
            if first != district {
                let found = faults.unclear(text.span(), format!("{} {says}", quoted(text.words())));
                found.advise(help).also(span, "the first");
                return;
            }
        }
    }
}
