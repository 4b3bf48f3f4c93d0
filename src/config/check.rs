//! Checks what stands in the file against the table of keys, and keeps the faults that are found.

use super::entry::{Is, is, is_date, items, keys};
use super::place;
use super::shape::{Key, Shape};
use crate::diagnostic::{Diagnostic, Level};
use crate::form::{Limit, fold, likeness};
use crate::outline::Entry;
use crate::rule::{Rule, listed, quoted};
use crate::source::{Span, Text};

/// The faults of a file so far.
pub struct Faults<'a> {
    /// The rules that can be set.
    pub rules: &'a [Rule],
    /// The faults, in the order in which they were found.
    pub list: Vec<Diagnostic>,
    /// How many there are beyond those that are kept.
    pub more: usize,
    /// The last of those, for whoever still describes it.
    surplus: Option<Diagnostic>,
}

/// The most faults that are kept; the others are counted.
pub const MOST: usize = 100;

impl<'a> Faults<'a> {
    /// Faults that the reader of YAML found.
    pub fn new(rules: &'a [Rule], list: Vec<Diagnostic>) -> Faults<'a> {
        Faults { rules, list, more: 0, surplus: None }
    }

    /// A value that cannot be understood.
    pub fn unclear(&mut self, span: Span, message: impl Into<String>) -> &mut Diagnostic {
        self.note("setting-unclear", span, message.into())
    }

    /// A fault of one of the two kinds.
    pub(super) fn note(&mut self, rule: &'static str, span: Span, message: String) -> &mut Diagnostic {
        if self.is_full() {
            self.more += 1;
            return self.surplus.insert(Diagnostic::new(rule, Level::Error, span, message));
        }
        self.list.push(Diagnostic::new(rule, Level::Error, span, message));
        #[expect(clippy::expect_used, reason = "a diagnostic was pushed on the line above")]
        self.list.last_mut().expect("just pushed")
    }

    /// Whether no more faults are kept: what would help with another need not be looked for.
    pub(super) fn is_full(&self) -> bool {
        self.list.len() >= MOST
    }

    /// A key that is none of those that are known here; `whose` says of what.
    pub fn unknown(&mut self, key: &Text, known: &[&str], whose: &str) {
        let message = format!("there is no setting {} {whose}", quoted(key.words()));
        let near = if self.is_full() { None } else { nearest(key.words(), known) };
        let all: Vec<String> = known.iter().map(|name| format!("`{name}`")).collect();
        let found = self.note("unknown-setting", key.span(), message);
        match near {
            Some(near) => {
                found.mark(format!("did you mean `{near}`?")).advise(format!("write `{near}`, or take it out"))
            }
            None => found.advise(format!("take it out; what can be set is {}", listed(&all, "and"))),
        };
    }

    /// Whether what stands under a key, or in a list, is what is wanted; `name` says where, for people.
    pub fn check(&mut self, entry: &Entry, shape: &Shape, name: &str) {
        match (shape, is(entry)) {
            (Shape::Words(example) | Shape::WordsOr(example, _), Is::Nothing) => {
                let help = format!("write words such as {}, or take it out", quoted(example));
                self.unclear(place(entry), format!("{name} says nothing")).advise(help);
            }
            (Shape::Choice(choice), Is::Nothing) => self.choose(place(entry), None, choice, name),
            (Shape::Date, Is::Nothing) => self.date(place(entry), None),
            (Shape::Limit(limit), Is::Nothing) => self.limit(place(entry), None, *limit),
            // A list or group of which everything was taken out is as good as none.
            (Shape::List(_) | Shape::Map(_) | Shape::Named(..) | Shape::Rules, Is::Nothing) => {}
            (Shape::Words(_) | Shape::WordsOr(..), Is::Words(_)) => {}
            (Shape::Choice(choice), Is::Words(text)) => self.choose(text.span(), Some(text), choice, name),
            (Shape::Date, Is::Words(text)) => self.date(text.span(), Some(text)),
            (Shape::Limit(limit), Is::Words(text)) => self.limit(text.span(), Some(text), *limit),
            (Shape::List(shape), Is::List) => {
                items(entry).for_each(|item| self.check(item, shape, &format!("an entry of {name}")));
            }
            (Shape::Map(known) | Shape::WordsOr(_, known), Is::Map) => self.map(entry, known, name),
            (Shape::Named(_, shape), Is::Map) => {
                self.twice(entry);
                keys(entry).for_each(|(key, value)| self.check(value, shape, &backed(key)));
            }
            (Shape::Rules, Is::Map) => self.rules(entry),
            (shape, other) => self.misfit(entry, shape, &other, name),
        }
    }

    fn map(&mut self, entry: &Entry, known: &[Key], name: &str) {
        self.twice(entry);
        let names: Vec<&str> = known.iter().map(|key| key.name).collect();
        let whose = if name == super::NAME { "in termwise.yaml".to_owned() } else { format!("in {name}") };
        for (key, value) in keys(entry) {
            match known.iter().find(|known| fold(known.name) == fold(key.words())) {
                Some(known) => self.check(value, &known.shape, &format!("`{}`", known.name)),
                None => self.unknown(key, &names, &whose),
            }
        }
    }

    /// Keys that stand twice.
    pub(super) fn twice(&mut self, entry: &Entry) {
        let mut seen: std::collections::HashMap<String, Span> = std::collections::HashMap::new();
        for (key, _) in keys(entry) {
            match seen.get(&fold(key.words())) {
                Some(first) => {
                    let first = *first;
                    let found = self.unclear(key.span(), format!("{} stands here a second time", backed(key)));
                    found.advise("put all of it under one of the two, and take the other out").also(first, "the first");
                }
                None => _ = seen.insert(fold(key.words()), key.span()),
            }
        }
    }

    /// Words that are one of a few.
    fn choose(&mut self, span: Span, text: Option<&Text>, choice: &[(&str, &str)], name: &str) {
        let known: Vec<&str> = choice.iter().map(|(word, _)| *word).collect();
        let words = text.map(|text| fold(text.words())).unwrap_or_default();
        if known.iter().any(|word| fold(word) == words) {
            return;
        }
        let is = text.map_or_else(|| "nothing".to_owned(), |text| quoted(text.words()));
        let message = format!("{name} is {}, not {is}", listed(&known, "or"));
        let near = text.filter(|_| !self.is_full()).and_then(|text| nearest(text.words(), &known));
        let found = self.unclear(span, message);
        if let Some(near) = near {
            found.mark(format!("did you mean `{near}`?"));
        }
        let meant: Vec<String> = choice.iter().map(|(word, means)| format!("`{word}` ({means})")).collect();
        found.advise(format!("write {}", listed(&meant, "or")));
    }

    fn date(&mut self, span: Span, text: Option<&Text>) {
        if text.is_some_and(|text| is_date(text.words())) {
            return;
        }
        let message =
            text.map_or_else(|| "no date is given".to_owned(), |text| format!("{} is no date", quoted(text.words())));
        self.unclear(span, message).advise("write year, month and day, such as 2024-12-13");
    }

    /// A number or a size between the bounds of a limit.
    fn limit(&mut self, span: Span, text: Option<&Text>, limit: Limit) {
        let value = text.and_then(|text| limit.read(text.words()));
        if value.is_some_and(|value| (limit.least()..=limit.most()).contains(&value)) {
            return;
        }
        let (name, wants) = (limit.name(), if limit.is_size() { "a size" } else { "a number in figures" });
        let message = match (text, value) {
            (None, _) => format!("`{name}` says nothing"),
            (Some(text), None) => format!("`{name}` wants {wants}, and {} is none", quoted(text.words())),
            (Some(_), Some(value)) => {
                let than = if value < limit.least() {
                    format!("less than {}, the least", limit.words(limit.least()))
                } else {
                    format!("more than {}, the most", limit.words(limit.most()))
                };
                format!("`{name}` is {} here, which is {than} that can be set", limit.words(value))
            }
        };
        let is_bare = text.is_some_and(|text| text.words().bytes().all(|byte| byte.is_ascii_digit()));
        let help = allowed(limit);
        let found = self.unclear(span, message);
        if let Some(value) = value.filter(|value| limit.is_size() && is_bare && *value < limit.least()) {
            let unit = if limit.usual().is_multiple_of(1024 * 1024) { "MiB" } else { "KiB" };
            found.mark(format!("did you mean {value} {unit}?"));
        }
        found.advise(help);
    }

    /// Something of another kind than is wanted.
    fn misfit(&mut self, entry: &Entry, shape: &Shape, is: &Is<'_>, name: &str) {
        let given = match is {
            Is::Nothing => "nothing stands",
            Is::Words(_) => "words stand",
            Is::List => "a list stands",
            Is::Map => "keys stand",
        };
        let (wants, help) = match shape {
            Shape::Words(example) => ("words", format!("write words such as {}", quoted(example))),
            Shape::Choice(choice) => {
                let known: Vec<&str> = choice.iter().map(|(word, _)| *word).collect();
                ("one word", format!("write {}", listed(&known, "or")))
            }
            Shape::Date => ("a date", "write year, month and day, such as 2024-12-13".to_owned()),
            Shape::Limit(limit) => (if limit.is_size() { "a size" } else { "a number" }, allowed(*limit)),
            Shape::List(_) => ("a list", "write each on a line of its own with `- ` before it".to_owned()),
            Shape::Map(known) => {
                let known: Vec<String> = known.iter().map(|key| format!("`{}:`", key.name)).collect();
                let set_in = if name == super::NAME { "not set in" } else { "set in" };
                ("keys of its own", format!("write on lines of their own, {set_in}: {}", listed(&known, "and")))
            }
            Shape::Named(example, _) => (
                "keys of its own",
                format!("write each on a line of its own, such as `{example}:` and what belongs to it"),
            ),
            Shape::WordsOr(example, _) => {
                ("words, or keys of its own", format!("write words such as {}", quoted(example)))
            }
            Shape::Rules => {
                ("names of rules", "write each on a line of its own, such as `section-order: off`".to_owned())
            }
        };
        self.unclear(place(entry), format!("{name} wants {wants}, and {given} here")).advise(help);
    }
}

/// What may be set of a limit, for whoever set something else.
fn allowed(limit: Limit) -> String {
    let [least, usual, most] = [limit.least(), limit.usual(), limit.most()].map(|value| limit.words(value));
    format!("write {usual}, which is usual, or what you need between {least} and {most}; or take it out")
}

/// A key as messages show it.
pub(super) fn backed(key: &Text) -> String {
    let short: String = key.words().chars().take(60).collect();
    format!("`{}`", short.replace('\n', " "))
}

/// The known word that misspelt ones are nearest to.
pub(super) fn nearest<'w>(words: &str, known: &[&'w str]) -> Option<&'w str> {
    let folded = fold(words);
    let near = |name: &&str| likeness(&folded, &fold(name));
    let best = known.iter().copied().max_by(|a, b| near(a).total_cmp(&near(b)))?;
    (near(&best) >= 0.6).then_some(best)
}
