//! The engine that runs templates: what it knows, and what it is kept from.
//!
//! A template reads nothing but what it is given and the templates that are built in. It ends: what it may do is
//! counted. What it prints is escaped as Markdown, whatever it says of that itself; there are no `safe`, `escape` and
//! `format`, by which words of a report could come out as they are.

use super::given::Missed;
use super::{BUILT_IN, SHARED, words};
use minijinja::syntax::SyntaxConfig;
use minijinja::{AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior, Value};

/// How many steps a template may take: some seconds' worth.
const FUEL: u64 = 20_000_000;
/// How deep parts of templates may lie in each other.
const DEPTH: usize = 40;

/// Filters that are not there: see above.
pub(super) const NOT_THERE: [&str; 4] = ["safe", "escape", "e", "format"];

/// The engine, and where it notes the names that are not there; `alone` for a paper on one district.
pub(super) fn engine<'t>(alone: bool) -> (Environment<'t>, Missed) {
    let mut engine = Environment::new();
    engine.set_undefined_behavior(UndefinedBehavior::Strict);
    engine.set_fuel(Some(FUEL));
    engine.set_recursion_limit(DEPTH);
    engine.set_debug(true);
    // Tags stand on lines of their own, and leave none behind.
    if let Ok(syntax) = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build() {
        engine.set_syntax(syntax);
    }
    engine.set_auto_escape_callback(|_| AutoEscape::Custom("markdown".into()));
    engine.set_formatter(print);
    for name in NOT_THERE {
        engine.remove_filter(name);
    }
    engine.remove_global("debug");
    engine.add_filter("listed", words::listed);
    engine.add_filter("counted", words::counted);
    engine.add_filter("sentence", words::sentence);
    engine.add_filter("tags", move |names: &Value| words::tags(names, alone));
    engine.add_function("author", words::author);
    engine.set_loader(|name| {
        let all = BUILT_IN.iter().map(|(name, text)| (format!("{name}.md.jinja"), *text));
        let found = all.chain([(SHARED.0.to_owned(), SHARED.1)]).find(|(known, _)| known == name);
        Ok(found.map(|(_, text)| text.to_owned()))
    });
    (engine, Missed::default())
}

/// Prints a value: words escaped, nothing for what there is none of. A list or record is no text.
fn print(out: &mut Output<'_>, _: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    let put = |out: &mut Output<'_>, text: &str| out.write_str(text).map_err(Error::from);
    if value.is_none() {
        return Ok(());
    }
    if value.is_undefined() {
        return Err(Error::from(ErrorKind::UndefinedError));
    }
    match value.as_str() {
        Some(text) if value.is_safe() => put(out, text),
        Some(text) => put(out, &words::inert(text)),
        None if value.try_iter().is_ok() => {
            let said = "this is a list or a record, and only words and numbers can be printed";
            Err(Error::new(ErrorKind::NonPrimitive, said))
        }
        None if value.is_number() => put(out, &words::figure(value)),
        None => put(out, &words::inert(&value.to_string())),
    }
}
