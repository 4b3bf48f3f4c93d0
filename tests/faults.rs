//! `lint --fix` killed at every system call, and every system call of it failing in turn: each report holds the old
//! or the new, whole, and the exit code says which. strace does it, as a user who may not write everything.
//!
//! `TERMWISE_SWEEP=1` tries every call and every error; without it, those that touch files, and what a disk really
//! gives. What was counted is printed: `TERMWISE_SWEEP=1 cargo test --test faults -- --nocapture`.

#![cfg(target_os = "linux")]
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a test that cannot go on says so"
)]

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::os::unix::process::ExitStatusExt;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

/// Nobody.
const USER: u32 = 65534;

/// Calls by what they may fail with on a disk that is full, closed, broken or shared.
const FAULTS: &[(&str, &[&str])] = &[
    ("openat", &["EMFILE", "EACCES"]),
    ("read", &["EIO"]),
    ("write", &["ENOSPC", "EDQUOT", "EIO", "EINTR"]),
    ("fsync", &["EIO", "ENOSPC", "EDQUOT"]),
    ("fchmod", &["EPERM", "EIO"]),
    ("fchown", &["EPERM", "EIO"]),
    ("rename", &["EXDEV", "EACCES", "EPERM", "ENOSPC", "EIO"]),
    ("getdents64", &["EIO"]),
];

/// Calls that are tried in a sweep only: there are many, and they change no file.
const MORE: &[&str] = &["close", "statx", "unlink", "readlink", "getcwd", "lseek", "newfstatat"];

const EVERY: &[&str] = &["ENOSPC", "EIO", "EDQUOT", "EMFILE", "EACCES", "EPERM", "EXDEV", "EINTR"];

#[test]
fn killed_at_any_call_a_report_is_old_or_new() {
    let Some(bench) = Bench::new("killed") else { return };
    let (mut points, mut torn, mut parts, mut old) = (0, Vec::new(), 0, 0);
    let calls = bench.calls();
    let of_files = |name: &&String| is_sweep() || *name == "close" || FAULTS.iter().any(|row| row.0 == **name);
    for name in calls.keys().filter(of_files) {
        for number in 1.. {
            let ran = bench.run(&format!("inject={name}:signal=KILL:when={number}"));
            if ran.status.signal() != Some(9) {
                break;
            }
            points += 1;
            let (state, left) = bench.state();
            parts += left;
            old += usize::from(state == [Some(false); 2]);
            if state.contains(&None) {
                torn.push(format!("{name} {number}"));
            }
        }
    }
    println!(
        "{points} kill points, in {old} of them before the first report was written; {} torn reports, {parts} parts left",
        torn.len()
    );
    assert!(torn.is_empty(), "torn when killed at: {}", torn.join(", "));
    assert!(points > 100, "only {points} points were tried");
}

#[test]
fn with_any_call_failing_a_report_is_old_or_new() {
    let more = MORE.iter().filter(|_| is_sweep()).map(|name| (*name, EVERY));
    let errors = |errors: &'static [&'static str]| if is_sweep() { EVERY } else { errors };
    let all = FAULTS.iter().copied().chain(more);
    let all: Vec<(&str, &str)> =
        all.flat_map(|(name, likely)| errors(likely).iter().map(move |error| (name, *error))).collect();
    // Side by side, each with reports of its own: most of a run is waiting for strace.
    let tried = std::thread::scope(|scope| {
        let half = |from: usize| {
            let all = &all;
            scope.spawn(move || {
                Some(failing(&Bench::new(&format!("failing-{from}"))?, all.iter().skip(from).step_by(2)))
            })
        };
        [0, 1].map(half).map(|half| half.join().unwrap())
    });
    let [Some(mut tried), Some(other)] = tried else { return };
    tried.faults += other.faults;
    tried.loader += other.loader;
    tried.parts.extend(other.parts);
    tried.wrong.extend(other.wrong);
    let Tried { faults, loader, parts, wrong } = tried;
    println!("{faults} single-call faults, {loader} of them before the program began; parts left: {parts:?}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(faults > 50, "only {faults} faults were tried");
}

/// What came of calls that failed.
#[derive(Default)]
struct Tried {
    faults: usize,
    /// Before the program began.
    loader: usize,
    parts: Vec<String>,
    wrong: Vec<String>,
}

/// Every call of these names failing in turn with the error beside it.
fn failing<'a>(bench: &Bench, calls: impl Iterator<Item = &'a (&'a str, &'a str)>) -> Tried {
    let mut tried = Tried::default();
    for (name, error) in calls {
        for number in 1.. {
            let ran = bench.run(&format!("inject={name}:error={error}:when={number}"));
            if !bench.log().contains("INJECTED") {
                break;
            }
            tried.faults += 1;
            let told = String::from_utf8_lossy(&ran.stderr);
            if told.contains("shared librar") || ran.status.code() == Some(127) {
                tried.loader += 1;
                continue;
            }
            let (state, left) = bench.state();
            if left > 0 {
                tried.parts.push(format!("{name} {error} {number}"));
            }
            let all_new = state == [Some(true); 2];
            // All done is 0, or 2 where something else could not be; anything left undone is 2.
            let sound = !state.contains(&None)
                && match ran.status.code() {
                    Some(0) => all_new,
                    Some(2) => told.contains("termwise: "),
                    _ => false,
                };
            if !sound {
                tried.wrong.push(format!("{name} {error} {number}: {state:?} {:?} {told}", ran.status));
            }
        }
    }
    tried
}

#[test]
fn what_is_written_is_on_disk_before_it_takes_its_place() {
    let Some(bench) = Bench::new("order") else { return };
    bench.run("trace=write,fsync,fchmod,rename");
    let log = bench.log();
    let calls: Vec<&str> = log.lines().filter_map(|line| line.split_whitespace().nth(1)?.split('(').next()).collect();
    let one = ["write", "fchmod", "fsync", "rename", "fsync"];
    assert!(calls.starts_with(&[one, one].concat()), "{log}");
}

#[test]
fn a_part_that_is_left_is_removed_the_next_time() {
    let Some(bench) = Bench::new("parts") else { return };
    bench.run("inject=rename:signal=KILL:when=1");
    assert_eq!(bench.state(), ([Some(false); 2], 1));
    for entry in fs::read_dir(&bench.reports).unwrap().map(Result::unwrap) {
        if entry.file_name().to_string_lossy().starts_with(".termwise-part-") {
            assert_eq!(entry.metadata().unwrap().permissions().mode() & 0o777, 0o644, "it has the report's mode");
            let file = fs::File::options().write(true).open(entry.path()).unwrap();
            file.set_modified(std::time::SystemTime::now() - std::time::Duration::from_secs(3600)).unwrap();
        }
    }
    // Other people's files, and the part of a run that is under way, are left alone.
    for name in [".termwise-part-1-0", ".termwise-parts"] {
        fs::write(bench.reports.join(name), "theirs").unwrap();
    }
    bench.fix();
    let (state, left) = bench.state();
    assert_eq!((state, left), ([Some(true); 2], 1));
    assert!(bench.reports.join(".termwise-part-1-0").exists() && bench.reports.join(".termwise-parts").exists());
}

fn is_sweep() -> bool {
    std::env::var_os("TERMWISE_SWEEP").is_some()
}

/// Two reports to mend, the binary, and a user to run it as.
struct Bench {
    root: PathBuf,
    reports: PathBuf,
    /// What the binary is run by.
    by: Vec<String>,
    new: [Vec<u8>; 2],
}

impl Bench {
    /// `None`, with the reason printed, where there is no strace, or no user to run as.
    fn new(name: &str) -> Option<Bench> {
        let root = std::env::temp_dir().join(format!("termwise-faults-{name}-{}", std::process::id()));
        _ = fs::remove_dir_all(&root);
        let reports = root.join("reports");
        fs::create_dir_all(&reports).unwrap();
        fs::copy(env!("CARGO_BIN_EXE_termwise"), root.join("termwise")).unwrap();
        let mut by = Vec::new();
        if fs::metadata(&root).unwrap().uid() == 0 {
            by = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"].map(str::to_owned).to_vec();
            for folder in [&root, &reports] {
                fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).unwrap();
                chown(folder, Some(USER), Some(USER)).unwrap();
            }
        }
        let mut bench = Bench { root, reports, by, new: [Vec::new(), Vec::new()] };
        let works = bench.command("trace=none").output().is_ok_and(|ran| ran.status.code() == Some(0));
        if !works {
            println!("skipped: strace (and, for root, setpriv) is not installed, or may not trace here");
            return None;
        }
        bench.new = [0, 1].map(|at| fs::read(bench.report(at)).unwrap());
        assert!([0, 1].iter().all(|at| bench.new[*at] != old(*at).as_bytes()), "nothing is mended");
        Some(bench)
    }

    fn report(&self, at: usize) -> PathBuf {
        self.reports.join(["autumn.md", "spring.md"][at])
    }

    /// Puts the reports back, and takes away what else lies there.
    fn reset(&self) {
        for entry in fs::read_dir(&self.reports).unwrap().map(Result::unwrap) {
            fs::remove_file(entry.path()).unwrap();
        }
        for at in [0, 1] {
            fs::write(self.report(at), old(at)).unwrap();
            fs::set_permissions(self.report(at), fs::Permissions::from_mode(0o644)).unwrap();
            if !self.by.is_empty() {
                chown(self.report(at), Some(USER), Some(USER)).unwrap();
            }
        }
    }

    fn command(&self, traced: &str) -> Command {
        self.reset();
        let log = self.root.join("log");
        let log = log.to_string_lossy();
        let strace = ["strace", "-f", "-qq", "-o", &log, "-e", traced];
        self.started(strace.iter().map(|word| (*word).to_owned()))
    }

    fn started(&self, before: impl Iterator<Item = String>) -> Command {
        let termwise = self.root.join("termwise").to_string_lossy().into_owned();
        let lint = [&termwise, "lint", "--fix", "--alone", "--quiet", "--threads", "1", "reports"].map(str::to_owned);
        let words: Vec<String> = self.by.iter().cloned().chain(before).chain(lint).collect();
        let mut command = Command::new(&words[0]);
        command.args(&words[1..]).current_dir(&self.root).stdin(Stdio::null());
        command.env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command
    }

    fn run(&self, traced: &str) -> Output {
        self.command(traced).output().unwrap()
    }

    /// A run without strace, on the files as they are.
    fn fix(&self) {
        let ran = self.started(std::iter::empty()).output().unwrap();
        assert_eq!(ran.status.code(), Some(0), "{}", String::from_utf8_lossy(&ran.stderr));
    }

    fn log(&self) -> String {
        fs::read_to_string(self.root.join("log")).unwrap()
    }

    /// The system calls of a run, and how often each is made.
    fn calls(&self) -> BTreeMap<String, usize> {
        self.run("trace=all");
        let mut calls = BTreeMap::new();
        for line in self.log().lines() {
            let name = line.split_whitespace().nth(1).and_then(|call| call.split_once('(')).map(|(name, _)| name);
            name.into_iter().for_each(|name| *calls.entry(name.to_owned()).or_default() += 1);
        }
        calls
    }

    /// Whether each report is new, `None` where it is neither old nor new; and how many parts lie beside them.
    fn state(&self) -> ([Option<bool>; 2], usize) {
        let state = [0, 1].map(|at| {
            let now = fs::read(self.report(at)).unwrap_or_default();
            if now == self.new[at] { Some(true) } else { (now == old(at).as_bytes()).then_some(false) }
        });
        let is_part = |name: &str| name.starts_with(".termwise-part-");
        let names = fs::read_dir(&self.reports).unwrap().map(|entry| entry.unwrap().file_name());
        (state, names.filter(|name| is_part(&name.to_string_lossy())).count())
    }
}

impl Drop for Bench {
    fn drop(&mut self) {
        _ = fs::remove_dir_all(&self.root);
    }
}

/// A report that has something to mend.
fn old(at: usize) -> String {
    let term = ["Autumn 2 2024/25", "Spring 2 2024/25"][at];
    let items =
        |word: &str| (1..60).map(|n| format!("- {word} the {n} partner schools of the coast\n")).collect::<String>();
    let sections = ["Outcomes", "Activity last period", "Planned activity next period", "Impact so far", "Exit plan"];
    let sections = sections.map(|name| format!("### {name}\n{}\n", items("Met")));
    let head = "**District:** Kelderby\n\n**Officers:** Asha Rowe and Tom Pell\n\n";
    format!("{head}**Term:** {term}\n\n## Priority: Increasing attendance\n\n{}", sections.concat())
}
