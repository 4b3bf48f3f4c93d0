//! The action, the hooks and the recipes under `examples/ci`: pinned, with the least rights, and nothing from outside in a
//! shell's line. zizmor, actionlint and the hosts' own schemas look at them where they are installed.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so")]

mod validators;

use std::path::{Path, PathBuf};
use std::process::Command;

const GITHUB: &[&str] = &["examples/ci/github-check.yml", "examples/ci/github-comment.yml"];
const OTHERS: &[&str] =
    &["examples/ci/gitlab-ci.yml", "examples/ci/azure-pipelines.yml", "examples/ci/pre-commit-config.yaml"];

#[test]
fn nothing_is_pinned_by_a_name_that_moves() {
    for name in GITHUB.iter().chain(OTHERS).chain(&["action.yml"]) {
        for line in read(name).lines().map(str::trim) {
            let line = line.trim_start_matches("- ");
            let Some((key, value)) = line.split_once(": ") else { continue };
            let pin = match key {
                "uses" => value.split_once('@').unwrap().1,
                "rev" | "TERMWISE_COMMIT" => value,
                "image" => value.split_once("@sha256:").unwrap().1,
                _ => continue,
            };
            let pin = pin.split(' ').next().unwrap().trim_matches(['"', '\'']);
            let hex = pin.bytes().all(|byte| byte.is_ascii_hexdigit());
            assert!(hex && matches!(pin.len(), 40 | 64), "{name}: {line}");
        }
    }
}

#[test]
fn rights_are_the_least_and_words_from_outside_stay_out_of_the_shell() {
    for name in GITHUB.iter().chain(&["action.yml"]) {
        let text = read(name);
        assert!(!text.contains("pull_request_target"), "{name}");
        assert!(*name == "action.yml" || text.contains("\npermissions: {}\n"), "{name}");
        assert!(!text.contains("secrets."), "{name}");
        let checkouts = text.matches("uses: actions/checkout@").count();
        assert_eq!(text.matches("persist-credentials: false").count(), checkouts, "{name}");
        for run in text.split(" run: ").skip(1) {
            let own: String = run.lines().take_while(|line| !line.trim_start().starts_with("- ")).collect();
            assert!(!own.contains("${{"), "{name}: {own}");
        }
    }
    let script = read("action/check.sh");
    assert!(!script.contains("eval ") && script.contains("set -Eeuo pipefail"));
}

#[test]
fn hooks_see_the_whole_repository_and_run_once() {
    let hooks = read(".pre-commit-hooks.yaml");
    let count = hooks.matches("- id: ").count();
    assert!(count >= 2);
    for needed in ["pass_filenames: false", "require_serial: true", "language: rust", "entry: termwise lint"] {
        assert_eq!(hooks.matches(needed).count(), count, "{needed}");
    }
    let config = read("examples/ci/pre-commit-config.yaml");
    let id = config.split("- id: ").nth(1).unwrap().trim();
    assert!(hooks.contains(&format!("- id: {id}\n")), "{id}");
}

#[test]
fn the_linters_and_the_schemas_of_the_hosts_find_nothing() {
    let Some(validators) = validators::folder() else { return };
    let bin = |name: &str| validators.join("venv/bin").join(name);
    let files = |names: &[&str]| names.iter().map(|name| root().join(name)).collect::<Vec<PathBuf>>();
    let zizmor = said(
        Command::new(bin("zizmor"))
            .args(["--offline", "--no-progress", "--color", "never"])
            .args(files(GITHUB))
            .arg(root().join("action.yml")),
    );
    // The one that is let be runs after the check, and says why it may.
    assert!(zizmor.contains("No findings to report") && zizmor.contains("(1 ignored)"), "{zizmor}");
    let look = root().join("tests/validators/recipes.cjs");
    let node = |file: &str| {
        let said = said(Command::new("node").arg(&look).arg(file).env("NODE_PATH", validators.join("node_modules")));
        // It is older than the runner.
        said.lines()
            .filter(|line| !line.contains("label \"ubuntu-24.04\" is unknown"))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    for file in files(GITHUB) {
        assert_eq!(node(file.to_str().unwrap()), Vec::<String>::new());
    }
    let faulty = std::env::temp_dir().join(format!("termwise-faulty-{}.yml", std::process::id()));
    std::fs::write(&faulty, read(GITHUB[0]).replace("timeout-minutes: 20", "timeout: 20")).unwrap();
    assert!(!node(faulty.to_str().unwrap()).is_empty());
    _ = std::fs::remove_file(faulty);
    for (schema, names) in [
        ("vendor.github-workflows", GITHUB),
        ("vendor.github-actions", &["action.yml"]),
        ("vendor.gitlab-ci", &OTHERS[..1]),
        ("vendor.azure-pipelines", &OTHERS[1..2]),
    ] {
        let mut command = Command::new(bin("check-jsonschema"));
        command.args(["--builtin-schema", schema, "--regex-variant", "nonunicode"]).args(files(names));
        if schema == "vendor.azure-pipelines" {
            command.args(["--data-transform", "azure-pipelines"]);
        }
        let said = said(&mut command);
        assert!(said.contains("ok -- validation done"), "{schema}: {said}");
    }
}

fn said(command: &mut Command) -> String {
    let ran = command.output().unwrap();
    String::from_utf8_lossy(&ran.stdout).into_owned() + &String::from_utf8_lossy(&ran.stderr)
}

fn read(name: &str) -> String {
    std::fs::read_to_string(root().join(name)).unwrap().replace("\r\n", "\n")
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
