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

/// Who may open a pull request may open one to a branch of their own, with settings of their own, and turn it to main later;
/// and the commit that an event names is of when it was opened.
#[test]
fn a_contribution_is_judged_by_the_branch_that_it_goes_to() {
    let check = read(GITHUB[0]);
    let event = check.split("  pull_request:\n").nth(1).unwrap().split("  push:").next().unwrap();
    assert!(event.contains("    branches: [main]\n") && event.contains("edited]\n"), "{event}");
    let action = read("action.yml");
    let base = action.split("  base:\n").nth(1).unwrap().split("  head:").next().unwrap();
    assert!(
        base.contains(
            "default: ${{ github.base_ref && format('refs/remotes/origin/{0}', github.base_ref) || \
             github.event.merge_group.base_sha || '' }}"
        ),
        "in a merge queue there is no base_ref: {base}"
    );
    // Two pull requests may end with one commit; and what stops the check is not told once more, in red, on main.
    let comment = read(GITHUB[1]);
    for words in [".headRefName == env.BRANCH", ".headRepositoryOwner.login == env.OWNER", "continue-on-error: true"] {
        assert!(comment.contains(words), "{words}");
    }
    for name in GITHUB.iter().chain(OTHERS).chain(&["action.yml", "README.md"]) {
        // A tag may be called so.
        assert!(!read(name).contains("TERMWISE_BASE=origin/"), "{name}");
        assert!(!read(name).contains("TERMWISE_BASE=\"origin/"), "{name}");
    }
}

/// What nobody but the coordinator can guard is told where the recipe is read and where it is set up.
#[test]
fn every_recipe_says_who_guards_it() {
    let readme = read("README.md");
    let page = |head: &str| readme.split(&format!("\n### {head}\n")).nth(1).unwrap().split("\n### ").next().unwrap();
    for (name, head, words) in [
        (GITHUB[0], "GitHub", ["CODEOWNERS", "require"]),
        (OTHERS[0], "GitLab", ["CI/CD configuration file", "Pipelines must succeed"]),
        (OTHERS[1], "Azure Pipelines", ["Required", "reviewers"]),
    ] {
        let text = read(name);
        let head_of_file = text.lines().map_while(|line| line.strip_prefix('#'));
        let head_of_file: String = head_of_file.map(|line| format!("{} ", line.trim())).collect();
        assert!(words.iter().all(|words| head_of_file.contains(words)), "{name}: {head_of_file}");
        let page = page(head).replace("in another project", "CI/CD configuration file");
        assert!(words.iter().all(|words| page.contains(words)), "README, {head}");
    }
}

/// A merge request may bring files under the names of those that are found.
#[cfg(unix)]
#[test]
fn what_a_merge_request_brings_is_not_kept_as_found() {
    let folder = std::env::temp_dir().join(format!("termwise-kept-{}", std::process::id()));
    _ = std::fs::remove_dir_all(&folder);
    for part in ["project/termwise-check", "opt/termwise-check"] {
        std::fs::create_dir_all(folder.join(part)).unwrap();
    }
    std::fs::write(folder.join("project/termwise-check/gitlab.json"), "forged").unwrap();
    std::fs::write(folder.join("opt/termwise-check/junit.xml"), "found").unwrap();
    let text = read(OTHERS[0]);
    let opt = folder.join("opt");
    let line = |head: &str, with: &str| {
        let part = text.split(&format!("\n  {head}:\n")).nth(1).unwrap().split("\n  s").next().unwrap();
        let line = part.lines().find(|line| line.contains(with)).unwrap();
        line.trim_start().trim_start_matches("- ").replace("/opt", opt.to_str().unwrap())
    };
    for script in [line("before_script", "rm -rf"), line("after_script", "cp -R")] {
        let ran = Command::new("bash")
            .args(["-e", "-c", &script])
            .env("CI_PROJECT_DIR", folder.join("project"))
            .output()
            .unwrap();
        assert!(ran.status.success(), "{script}: {ran:?}");
    }
    let kept = |name: &str| std::fs::read_to_string(folder.join("project/termwise-check").join(name)).ok();
    assert_eq!((kept("gitlab.json"), kept("junit.xml").as_deref()), (None, Some("found")));
    assert!(text.contains("TERMWISE_OUT: /opt/termwise-check"));
    _ = std::fs::remove_dir_all(folder);
}

/// `cargo` obeys a `rust-toolchain.toml` and a `.cargo/config.toml` of the folder that it is called in. So none of the
/// recipes calls it where a contribution is laid out: each is run here, with a `cargo` that says where it is.
#[cfg(unix)]
#[test]
fn termwise_is_built_where_no_contribution_has_a_say() {
    use std::os::unix::fs::PermissionsExt;
    let folder = std::env::temp_dir().join(format!("termwise-built-{}", std::process::id()));
    _ = std::fs::remove_dir_all(&folder);
    for part in ["bin", "checkout", "action", "opt/termwise", "temp/termwise"] {
        std::fs::create_dir_all(folder.join(part)).unwrap();
    }
    for (name, says) in [("cargo", "#!/bin/sh\npwd -P >>\"$SAID\"\n"), ("git", "#!/bin/sh\n")] {
        let program = folder.join("bin").join(name);
        std::fs::write(&program, says).unwrap();
        std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).unwrap();
    }
    let step = |name: &str, from: &str, to: &str| {
        let text = read(name);
        text.split_once(from).unwrap().1.split_once(to).unwrap().0.replace("/opt", folder.join("opt").to_str().unwrap())
    };
    let gitlab = step(OTHERS[0], "before_script:\n", "\n  script:");
    let gitlab: String =
        gitlab.lines().map(|line| line.trim_start().trim_start_matches("- ").to_owned() + "\n").collect();
    let builds = [
        ("action.yml", step("action.yml", "      run: |\n", "    - name: Check")),
        ("azure", step(OTHERS[1], "  - bash: |\n", "    displayName: Build")),
        ("gitlab", gitlab),
    ];
    for (name, script) in builds {
        let said = folder.join("said");
        let path = format!("{}:{}", folder.join("bin").display(), std::env::var("PATH").unwrap());
        let ran = Command::new("bash")
            .args(["-e", "-c", &script])
            .current_dir(folder.join("checkout"))
            .envs([("PATH", path.as_str()), ("REPOSITORY", "x"), ("COMMIT", "y")])
            .envs([("TERMWISE_REPOSITORY", "x"), ("TERMWISE_COMMIT", "y")])
            .env("SAID", &said)
            .env("GITHUB_ACTION_PATH", folder.join("action"))
            .env("AGENT_TEMPDIRECTORY", folder.join("temp"))
            .env("RUNNER_TEMP", folder.join("temp"))
            .env("CI_PROJECT_DIR", folder.join("checkout"))
            .output()
            .unwrap();
        let at = std::fs::read_to_string(&said).unwrap_or_default();
        let is_outside = |line: &str| !Path::new(line).starts_with(folder.join("checkout").canonicalize().unwrap());
        assert!(ran.status.success() && at.lines().count() == 1 && at.lines().all(is_outside), "{name}: {at} {ran:?}");
        _ = std::fs::remove_file(said);
    }
    _ = std::fs::remove_dir_all(folder);
}

/// A merge request from a fork runs in the fork, where `origin` and its branches are the contributor's own.
#[test]
fn a_fork_is_compared_with_the_project_that_it_goes_to() {
    let text = read(OTHERS[0]);
    let script = text.split_once("  script:\n    - |\n").unwrap().1.split_once("    - TERMWISE=").unwrap().0;
    // What git is asked for is told.
    let script = format!("git() {{ echo \"git $*\"; }}\n{script}");
    for (own, from) in [("7", "origin"), ("8", "https://git.example.org/county/reports.git")] {
        let ran = Command::new("bash")
            .args(["-e", "-c", &script])
            .env("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "main")
            .env("CI_MERGE_REQUEST_PROJECT_ID", "7")
            .env("CI_MERGE_REQUEST_PROJECT_URL", "https://git.example.org/county/reports")
            .env("CI_PROJECT_ID", own)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&ran.stdout).into_owned();
        assert!(said.contains(&format!("git fetch --quiet {from} refs/heads/main\n")), "{said}");
        assert_eq!(said.contains("This runs in a fork"), own == "8", "{said}");
    }
}

/// The step that posts a comment, run with a `gh` that says what it is asked for.
#[cfg(unix)]
#[test]
fn a_comment_is_posted_whatever_changed() {
    let folder = std::env::temp_dir().join(format!("termwise-posted-{}", std::process::id()));
    _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    let text = read(GITHUB[1]);
    let script = text.rsplit_once("        run: |\n").unwrap().1;
    let script = format!("gh() {{ case $* in *--paginate*) echo $OWN ;; *) echo \"gh $*\" >&2 ;; esac; }}\n{script}");
    let post = |changes: &str, own: &str| -> (String, String) {
        std::fs::write(folder.join("changes.md"), changes).unwrap();
        let mut command = Command::new("bash");
        command.args(["-e", "-c", &script]).current_dir(&folder).env("OWN", own);
        let ran = command.env("NUMBER", "3").env("GH_REPO", "county/reports").output().unwrap();
        assert!(ran.status.success(), "{ran:?}");
        let comment = String::from_utf8(std::fs::read(folder.join("comment.md")).unwrap()).unwrap();
        (String::from_utf8_lossy(&ran.stderr).into_owned(), comment)
    };
    let (asked, comment) = post("# Changes\n", "");
    assert!(asked.starts_with("gh pr comment 3 ") && comment.ends_with("# Changes\n"), "{asked}{comment}");
    // Its own comment is written anew, and no other's.
    let (asked, _) = post("No report changed.\n", "17");
    assert!(asked.contains("PATCH repos/county/reports/issues/comments/17 "), "{asked}");
    assert_eq!(post("# Changes\n\nNo report changed.\n", "").0, "", "nothing to say");
    // The limit falls into a letter, and into a mark that nobody sees.
    for (at, line) in [(0, "\u{e9}".repeat(50)), (1, "\u{e9}".repeat(50)), (0, "<!-- -->".repeat(12))] {
        let (asked, comment) = post(&format!("{}{}", "x".repeat(at), format!("{line}\n").repeat(1000)), "");
        assert!(asked.starts_with("gh pr comment") && comment.chars().count() < 65_536, "{asked}");
        assert!(comment.ends_with(&format!("{line}\n\n\nThere is more; the check of the pull request has it all.\n")));
    }
    _ = std::fs::remove_dir_all(folder);
}

/// Code scanning takes no notice of suppressions. The step that leaves out what has some, run as it stands.
#[cfg(unix)]
#[test]
fn code_scanning_gets_what_is_open() {
    let folder = std::env::temp_dir().join(format!("termwise-open-{}", std::process::id()));
    _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(folder.join("termwise")).unwrap();
    let all = r#"{"version": "2.1.0", "runs": [{"tool": {}, "results": [{"ruleId": "a", "suppressions": [{"kind": "inSource"}]},
        {"ruleId": "b"}, {"ruleId": "c", "suppressions": []}]}]}"#;
    std::fs::write(folder.join("termwise/code-scanning.sarif"), all).unwrap();
    let text = read(GITHUB[0]);
    let script = text.rsplit_once("        run: |\n").unwrap().1.split_once("      - uses:").unwrap().0;
    let ran = Command::new("bash")
        .args(["-e", "-c", script])
        .current_dir(&folder)
        .env("RUNNER_TEMP", &folder)
        .output()
        .unwrap();
    assert!(ran.status.success(), "{ran:?}");
    assert!(text.contains("sarif_file: ${{ runner.temp }}/open.sarif"));
    let open = std::fs::read_to_string(folder.join("open.sarif")).unwrap();
    let open: serde_json::Value = serde_json::from_str(&open).unwrap();
    let rules: Vec<&str> =
        open["runs"][0]["results"].as_array().unwrap().iter().filter_map(|one| one["ruleId"].as_str()).collect();
    assert_eq!((rules, &open["version"]), (vec!["b", "c"], &serde_json::json!("2.1.0")));
    _ = std::fs::remove_dir_all(folder);
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
