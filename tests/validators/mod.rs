//! Where the programs are that judge what termwise writes. They are Python's and npm's, listed with their versions beside
//! this file; `.ci/run` puts them into `target/validators`. Where they are not, what needs them is left out, and that is
//! said; in `CI` they must be there.

#![allow(dead_code, reason = "each test uses its own part of this")]
#![expect(clippy::panic, clippy::print_stdout, reason = "a test that cannot go on says so")]

use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder of the validators.
pub fn folder() -> Option<PathBuf> {
    let folder = std::env::var_os("TERMWISE_VALIDATORS")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("target/validators"), PathBuf::from);
    let needed = ["venv/bin/python", "node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool"];
    there(needed.iter().all(|file| folder.join(file).exists()), "the validators are not in target/validators")?;
    Some(folder)
}

/// The Python of the validators, where it has this module.
pub fn python(module: &str) -> Option<PathBuf> {
    let python = folder()?.join("venv/bin/python");
    let ran = Command::new(&python).args(["-c", &format!("import {module}")]).output();
    there(ran.is_ok_and(|ran| ran.status.success()), &format!("{module} is not in target/validators"))?;
    Some(python)
}

/// The browser.
pub fn browser() -> Option<PathBuf> {
    let known = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].map(PathBuf::from);
    let found = known.into_iter().find(|path| path.exists());
    there(found.is_some(), "there is no Chromium")?;
    found
}

fn there(is: bool, else_said: &str) -> Option<()> {
    if !is && std::env::var_os("CI").is_some() {
        panic!("{else_said}, and CI must not leave it out");
    }
    if !is {
        println!("left out: {else_said} (.ci/run says how it gets there)");
    }
    is.then_some(())
}
