//! Runs one line of a transcript as a reader would type it: in a folder with the examples, with an
//! environment that is the same everywhere.

#![allow(dead_code, reason = "each test that runs lines uses its own part of this")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A folder of its own to run lines in, removed at the end.
pub struct Folder(PathBuf);

/// What a line printed, and its exit code.
pub struct Ran {
    pub out: String,
    pub err: String,
    pub code: i32,
}

impl Folder {
    /// A folder that holds the examples of the repository and what lies in `more`.
    pub fn new(name: &str, more: Option<&str>) -> Folder {
        let folder = std::env::temp_dir().join(format!("termwise-{name}-{}", std::process::id()));
        _ = fs::remove_dir_all(&folder);
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        copy(&root.join("examples"), &folder.join("examples"));
        if let Some(more) = more {
            copy(&root.join(more), &folder);
        }
        // The root of a repository, so that nothing above it is taken for context.
        fs::create_dir_all(folder.join(".git")).unwrap();
        Folder(folder)
    }

    /// Puts what lies in a folder of the repository into it, too.
    pub fn add(&self, more: &Path) {
        copy(more, &self.0);
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Runs `termwise ...`, `cat FILE`; `< FILE` gives standard input and `NAME=VALUE` before it sets
    /// the environment.
    pub fn run(&self, line: &str) -> Ran {
        let mut words = words(line);
        let stdin = words.iter().position(|word| word == "<").map(|at| {
            let file = words.remove(at + 1);
            words.remove(at);
            fs::File::open(self.0.join(&file)).unwrap_or_else(|error| panic!("{line}: {error}"))
        });
        let set: Vec<String> = words.iter().take_while(|word| word.contains('=')).cloned().collect();
        let (program, arguments) = words[set.len()..].split_first().unwrap_or_else(|| panic!("{line}: no command"));
        if program == "cat" {
            let out = fs::read_to_string(self.0.join(&arguments[0])).unwrap_or_else(|e| panic!("{line}: {e}"));
            return Ran { out, err: String::new(), code: 0 };
        }
        assert_eq!(program, "termwise", "{line}: only termwise and cat are run");
        let mut command = Command::new(env!("CARGO_BIN_EXE_termwise"));
        command.args(arguments).current_dir(&self.0).env_clear().env("COLUMNS", "100");
        command.envs(["PATH", "SYSTEMROOT"].iter().filter_map(|name| Some((name, std::env::var_os(name)?))));
        command.envs(set.iter().filter_map(|pair| pair.split_once('=')));
        command.stdin(stdin.map_or_else(Stdio::null, Stdio::from));
        let output = command.output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap().replace('\r', "");
        Ran { out: text(output.stdout), err: text(output.stderr), code: output.status.code().unwrap_or(-1) }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        _ = fs::remove_dir_all(&self.0);
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() { copy(&from, &to) } else { _ = fs::copy(from, to).unwrap() }
    }
}

/// The words of a line; single or double quotation marks keep spaces together.
fn words(line: &str) -> Vec<String> {
    let (mut words, mut word, mut quote, mut begun) = (Vec::new(), String::new(), None, false);
    for c in line.chars() {
        match (c, quote) {
            (c, Some(open)) if c == open => quote = None,
            (c, Some(_)) => word.push(c),
            ('"' | '\'', None) => (quote, begun) = (Some(c), true),
            (c, None) if c.is_whitespace() => {
                if begun || !word.is_empty() {
                    words.push(std::mem::take(&mut word));
                }
                begun = false;
            }
            (c, None) => word.push(c),
        }
    }
    if begun || !word.is_empty() {
        words.push(word);
    }
    words
}
