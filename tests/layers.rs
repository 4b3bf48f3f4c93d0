//! Who may use whom, held as data: every module has a row, every use in `src` is looked up in it.
//! Unit tests are left out: they may build what they need from anywhere.

#![expect(clippy::unwrap_used, clippy::string_slice, reason = "a test that cannot go on says so")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// A layer, a module, and the outside crates it may use. A module uses its own layer and lower ones.
const ROWS: &[(u8, &str, &[&str])] = &[
    // Bytes become text here and nowhere else, so the decoder of old encodings is here too.
    // Every file is searched for bytes that are no text.
    (0, "source", &["encoding_rs", "memchr"]),
    (0, "term", &[]),
    (0, "page", &[]),
    (1, "diagnostic", &[]),
    // Labels and names are matched here, in any spelling: folded to NFC, and "did you mean".
    (1, "form", &["strsim", "unicode_normalization"]),
    (2, "outline", &["granit_parser", "memchr", "pulldown_cmark"]),
    (3, "report", &["memchr", "serde_yaml"]),
    (4, "align", &["unicode_normalization"]),
    (4, "corpus", &[]),
    // Identifiers are told by their patterns.
    (4, "disclosure", &["regex"]),
    (4, "follow", &[]),
    (4, "wording", &[]),
    // What names a finding from run to run is a hash that nobody can forge.
    (5, "baseline", &["sha2"]),
    (5, "explain", &[]),
    // Globs and patterns are the values of an authority's settings.
    (5, "rule", &["globset", "rayon", "regex"]),
    // Searching for a byte, as `regex` does it.
    (5, "rules", &["memchr"]),
    (5, "fix", &["similar"]),
    (5, "diff", &["similar"]),
    (5, "rollup", &[]),
    // A paper is a template's, in Markdown, which is read once more for its page in HTML.
    (
        6,
        "render",
        &["annotate_snippets", "comfy_table", "csv", "minijinja", "pulldown_cmark", "rust_xlsxwriter", "unicode_width"],
    ),
    (6, "wire", &["schemars", "serde", "serde_json"]),
    // Who runs it: settings of another user are not gone by.
    (7, "git", &["anyhow"]),
    (7, "files", &["anyhow", "ignore", "rustix"]),
    (7, "output", &["terminal_size"]),
    (7, "load", &["anyhow", "rayon"]),
    // The values of settings are compiled here; the schema comes from the same table as the reader.
    (7, "config", &["globset", "regex", "serde_json"]),
    (7, "mend", &["rayon"]),
    (8, "cli", &["clap", "clap_complete"]),
    // The pool of threads is made here, once; strsim finds the district or rule that was meant.
    (8, "commands", &["anyhow", "clap", "clap_complete", "clap_mangen", "rayon", "schemars"]),
    // How memory is had is the program's own choice: the library leaves it to whoever uses it.
    (8, "main", &["clap", "mimalloc"]),
    (8, "lib", &[]),
];

/// What a module may not use although its layer would allow it.
const NEVER: &[(&str, &[&str])] = &[
    ("rules", &["rules", "align", "diff", "rollup", "page"]),
    ("render", &["report", "corpus", "align", "diff", "rollup", "rule", "rules", "form", "outline"]),
    ("diff", &["rollup", "rule", "rules"]),
    ("rollup", &["diff", "rule", "rules"]),
    ("output", &["load", "files"]),
    ("files", &["load", "output", "config"]),
    ("config", &["files", "load", "output", "render", "wire", "rules"]),
];

/// Text that may stand in one file (and the folder of its parts) only, or (with an empty name) in none.
const ONLY_IN: &[(&str, &str)] = &[
    ("std::fs", "files.rs"),
    ("fs::", "files.rs"),
    ("File::open", "files.rs"),
    ("process::Command", "git.rs"),
    ("Command::new", "git.rs"),
    ("println!", ""),
    ("eprintln!", ""),
    ("print!", ""),
    ("eprint!", ""),
    ("dbg!", ""),
    ("std::net", ""),
    ("async fn", ""),
    ("static mut", ""),
    ("unsafe ", ""),
];

#[test]
fn every_module_has_a_row_and_every_row_a_module() {
    let modules: BTreeSet<String> = sources().into_keys().map(|path| module(&path)).collect();
    let rows: BTreeSet<String> = ROWS.iter().map(|row| row.1.to_owned()).collect();
    assert_eq!(modules, rows, "tests/layers.rs and src have different modules");
}

#[test]
fn no_module_uses_one_above_it() {
    let mut wrong = String::new();
    for (path, text) in sources() {
        let user = module(&path);
        let never = NEVER.iter().find(|row| row.0 == user).map_or(&[][..], |row| row.1);
        for used in modules_used(&text) {
            let up = layer(&used) > layer(&user) && user != "lib";
            // The list of rules names the rules; a rule names none.
            let own = used == user;
            if up || never.contains(&used.as_str()) && !(own && path.components().count() == 1) {
                wrong += &format!("src/{}: {user} may not use {used}\n", path.display());
            }
        }
        let depth = path.components().count();
        if text.contains(&"super::".repeat(depth)) && user != "lib" {
            wrong += &format!("src/{}: write `crate::` to leave a module\n", path.display());
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn outside_crates_are_used_where_the_table_says() {
    let known = dependencies();
    let (mut wrong, mut unused) = (String::new(), BTreeSet::new());
    unused.extend(ROWS.iter().flat_map(|row| row.2.iter().map(move |name| (row.1, *name))));
    for (path, text) in sources() {
        let user = module(&path);
        let row = ROWS.iter().find(|row| row.1 == user).unwrap();
        for name in known.iter().filter(|name| has_path(&text, name)) {
            unused.remove(&(row.1, name.as_str()));
            if !row.2.contains(&name.as_str()) {
                wrong += &format!("src/{}: {user} may not use the crate {name}\n", path.display());
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
    assert!(unused.is_empty(), "the table allows what nobody uses: {unused:?}");
    let listed: BTreeSet<&str> = ROWS.iter().flat_map(|row| row.2).copied().collect();
    let idle: Vec<&String> = known.iter().filter(|name| !listed.contains(name.as_str())).collect();
    assert!(idle.is_empty(), "Cargo.toml has dependencies that no module uses: {idle:?}");
}

#[test]
fn a_rule_knows_of_outlines_only_their_language() {
    for (path, text) in sources().into_iter().filter(|(path, _)| module(path) == "rules") {
        for (at, _) in text.match_indices("outline") {
            let rest = &text[at..];
            assert!(rest.starts_with("outline::Language"), "src/{}: {:.40}", path.display(), rest);
        }
        assert!(!text.contains("Result<"), "src/{}: a rule cannot fail", path.display());
    }
}

#[test]
fn disk_processes_and_printing_have_one_place() {
    let mut wrong = String::new();
    for (path, text) in sources() {
        for (words, file) in ONLY_IN {
            let is_there =
                path == Path::new(file) || !file.is_empty() && path.starts_with(file.trim_end_matches(".rs"));
            if !is_there && stands_alone(&text, words) {
                wrong += &format!("src/{}: `{words}`\n", path.display());
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn modules_have_names_that_say_something() {
    let vague = ["util", "utils", "helper", "helpers", "common", "manager", "service", "core", "misc", "shared"];
    for path in sources().into_keys() {
        for part in path.with_extension("").components() {
            let part = part.as_os_str().to_string_lossy();
            assert!(!vague.contains(&&*part), "src/{} says nothing of what is in it", path.display());
        }
    }
}

#[test]
fn every_module_says_what_it_is() {
    let all = read_all();
    for path in sources().keys() {
        assert!(all[path].starts_with("//! "), "src/{} does not open with what it is", path.display());
    }
}

/// Every file of `src` by its path in it, with its comments and unit tests taken out.
fn sources() -> BTreeMap<PathBuf, String> {
    let all = read_all();
    let mut tests = BTreeSet::new();
    for (path, text) in &all {
        let mut lines = text.lines().map(str::trim).peekable();
        while let Some(line) = lines.next() {
            let Some(next) = lines.peek().filter(|_| line == "#[cfg(test)]") else { continue };
            if let Some(name) = next.split("mod ").nth(1).and_then(|rest| rest.strip_suffix(';')) {
                tests.insert(path.with_extension("").join(format!("{name}.rs")));
            }
        }
    }
    let kept = all.into_iter().filter(|(path, _)| !tests.contains(path));
    kept.map(|(path, text)| (path, without_comments_and_tests(&text))).collect()
}

fn read_all() -> BTreeMap<PathBuf, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let (mut folders, mut files) = (vec![root.clone()], BTreeMap::new());
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                files.insert(path.strip_prefix(&root).unwrap().to_path_buf(), text);
            }
        }
    }
    assert!(files.len() > 50, "only {} files in src", files.len());
    files
}

fn without_comments_and_tests(text: &str) -> String {
    let code = text.split("\nmod tests {").next().unwrap_or_default();
    let kept = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    kept.map(|line| line.split(" // ").next().unwrap_or_default().to_owned() + "\n").collect()
}

/// The module of the crate that a file belongs to: `rules` of `rules/no_priorities.rs`.
fn module(path: &Path) -> String {
    let first = path.components().next().unwrap().as_os_str().to_string_lossy();
    first.trim_end_matches(".rs").to_owned()
}

fn layer(module: &str) -> u8 {
    ROWS.iter().find(|row| row.1 == module).map_or(u8::MAX, |row| row.0)
}

/// The modules of the crate that `crate::a::...` and `crate::{a, b::{...}}` name.
fn modules_used(text: &str) -> BTreeSet<String> {
    let word = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let mut used = BTreeSet::new();
    for (at, prefix) in text.match_indices("crate::").chain(text.match_indices("termwise::")) {
        let rest = &text[at + prefix.len()..];
        let Some(group) = rest.strip_prefix('{') else {
            used.insert(word(rest));
            continue;
        };
        let (mut depth, mut fresh) = (0, true);
        for (at, c) in group.char_indices() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => fresh = true,
                c if fresh && c.is_alphabetic() => {
                    used.insert(word(&group[at..]));
                    fresh = false;
                }
                _ => {}
            }
        }
    }
    used.retain(|name| ROWS.iter().any(|row| row.1 == name));
    used
}

/// The crates that Cargo.toml depends on outside tests, as code writes them.
fn dependencies() -> BTreeSet<String> {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).unwrap();
    let tables = ["\n[dependencies]\n", "\n[target.'cfg(unix)'.dependencies]\n"];
    let lines = tables.iter().flat_map(|head| text.split(head).nth(1).unwrap().split("\n[").next().unwrap().lines());
    lines.filter_map(|line| line.split_once(" = ")).map(|(name, _)| name.trim().replace('-', "_")).collect()
}

/// Whether a path begins with this name: `csv::Writer`, but not `page::csv::write`.
fn has_path(text: &str, name: &str) -> bool {
    text.match_indices(&format!("{name}::")).any(|(at, _)| {
        let before = &text[..at];
        !before.ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':')
    })
}

fn stands_alone(text: &str, words: &str) -> bool {
    let mut all = text.match_indices(words);
    all.any(|(at, _)| !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_'))
}
