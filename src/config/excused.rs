//! Which reports will not come: `excused` of `report-missing`, each as its district, a comma and its term. One that is
//! mistyped would excuse nothing, and nobody would notice.

use super::check::{Faults, nearest};
use super::entry::{get, texts};
use crate::form::{Form, fold_name};
use crate::outline::Entry;
use crate::rule::quoted;
use crate::source::Text;
use crate::term;

/// Puts the reports that are excused into the form, whose districts and terms are known.
pub fn excused(rules: Option<&Entry>, form: &mut Form, faults: &mut Faults<'_>) {
    let list = rules.and_then(|rules| get(rules, "report-missing")).and_then(|rule| get(rule, "excused"));
    let texts: Vec<&Text> = list.into_iter().flat_map(texts).collect();
    for text in texts {
        let Some((district, when)) = text.words().rsplit_once(',').map(|(a, b)| (a.trim(), b.trim())) else {
            let message = format!("{} is no district with its term", quoted(text.words()));
            let help = "write the district, a comma and the term, all within quotation marks, such as \
                        `\"Northmoor, Spring 2024/25\"`";
            faults.unclear(text.span(), message).advise(help);
            continue;
        };
        let name = form.district(district);
        if !form.districts.list().is_empty() && form.districts.find(&name).is_none() {
            let names: Vec<&str> = form.districts.list().iter().map(|one| one.name.as_str()).collect();
            let near = nearest(district, &names);
            let found = faults.unclear(text.span(), format!("{} is no district that stands above", quoted(district)));
            match near {
                Some(near) => found.advise(format!("did you mean {near}? Write it as it stands under `districts`")),
                None => found.advise("write it as it stands under `districts`"),
            };
            continue;
        }
        let reading = term::read(when, form.scheme);
        let Some(term) = reading.term().ok().filter(|_| !reading.rest && reading.clashes.is_empty()) else {
            let message = format!("{} is no term of a school year", quoted(when));
            faults
                .unclear(text.span(), message)
                .advise("write it as under `expected`, such as \u{201c}Spring 2024/25\u{201d}");
            continue;
        };
        if !form.expected.is_empty() && !form.expected.contains(&term) {
            let message = format!("no report is expected for {term}, so that none can be excused");
            faults.unclear(text.span(), message).advise("take it out, or list the term under `expected`");
            continue;
        }
        form.excused.push((fold_name(&name), term));
    }
}
