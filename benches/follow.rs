//! What follow-through costs for each compared pair of statements, over the labelled series of `tests/follow`:
//! `cargo bench --bench follow`. Prints microseconds a pair, once with reading the statements and once without.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a bench that cannot go on says so, and prints")]

use std::path::Path;
use std::time::Instant;
use termwise::follow::{Lexicon, Side, follow};
use termwise::form::{Form, Role};
use termwise::load::{self, Input, Loaded};
use termwise::report::Report;

const ROUNDS: u32 = 200;

fn main() {
    let form = &Form::built_in();
    let lexicon = &Lexicon::with(&[]);
    let pairs: Vec<Loaded> = ["development", "development-2", "development-3", "evaluation"]
        .iter()
        .flat_map(|set| std::fs::read_dir(Path::new("tests/follow").join(set)).unwrap())
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .map(|path| {
            let input = |name: &str| Input::of(name, std::fs::read(path.join(name)).unwrap());
            load::load(vec![input("earlier.md"), input("later.md")], form)
        })
        .collect();
    let compared: usize = pairs
        .iter()
        .map(|loaded| {
            let [earlier, later] = loaded.corpus.reports() else { return 0 };
            let count = |report: &Report, roles: &[Role]| -> usize {
                let of =
                    |role: &Role| report.priorities.iter().map(|p| p.statements(form, *role).count()).sum::<usize>();
                roles.iter().map(of).sum()
            };
            count(earlier, &[Role::Planned]) * count(later, &[Role::Activity, Role::Impact, Role::Planned])
        })
        .sum();
    let sides = |loaded: &'_ Loaded| -> usize {
        let [earlier, later] = loaded.corpus.reports() else { return 0 };
        let (earlier, later) = Side::both(earlier, later, form, lexicon);
        follow(&earlier, &later, form).all.len()
    };
    let begun = Instant::now();
    let followed: usize = (0..ROUNDS).map(|_| pairs.iter().map(sides).sum::<usize>()).sum();
    let whole = begun.elapsed().as_secs_f64() / f64::from(ROUNDS);
    let read: Vec<_> = pairs
        .iter()
        .filter_map(|loaded| match loaded.corpus.reports() {
            [earlier, later] => Some(Side::both(earlier, later, form, lexicon)),
            _ => None,
        })
        .collect();
    let begun = Instant::now();
    let again: usize = (0..ROUNDS).map(|_| read.iter().map(|(a, b)| follow(a, b, form).all.len()).sum::<usize>()).sum();
    let weighed = begun.elapsed().as_secs_f64() / f64::from(ROUNDS);
    assert_eq!(followed, again);
    let each = |seconds: f64| seconds * 1e6 / compared as f64;
    println!("{} pairs of reports, {compared} pairs of statements", pairs.len());
    println!("{:.2} microseconds a pair, reading included; {:.2} without", each(whole), each(weighed));
}
