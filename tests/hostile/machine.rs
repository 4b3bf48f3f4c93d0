//! Runs the binary with bounds, and makes folders that are gone afterwards.

use std::fmt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// The longest that a run may take: five seconds, ten times that in a binary not built for speed.
const LONGEST: Duration = Duration::from_secs(if cfg!(debug_assertions) { 50 } else { 5 });

/// What a run came to.
pub struct Run {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
    pub late: bool,
}

impl fmt::Debug for Run {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let begin = |text: &str| text.chars().take(2000).collect::<String>();
        write!(f, "code {:?}, late {}, out {:?}, err {:?}", self.code, self.late, begin(&self.out), begin(&self.err))
    }
}

/// The binary with these arguments, with at most 1 GiB where the system lets us say so.
pub fn run(arguments: &[&str]) -> Run {
    run_with(arguments, Path::new("."), &[])
}

/// The same in a folder, with more in its environment.
pub fn run_with(arguments: &[&str], folder: &Path, environment: &[(&str, &str)]) -> Run {
    let bin = env!("CARGO_BIN_EXE_termwise");
    let mut command = match Path::new("/usr/bin/prlimit").exists() {
        true => Command::new("/usr/bin/prlimit"),
        false => Command::new(bin),
    };
    if Path::new("/usr/bin/prlimit").exists() {
        command.args(["--as=1073741824", bin]);
    }
    command.args(arguments).current_dir(folder).envs(environment.iter().copied());
    let first = done(&mut command);
    // A machine that is busy with other work gets a second try.
    if first.late { done(&mut command) } else { first }
}

/// A line of the shell.
#[cfg(unix)]
pub fn shell(line: &str) -> Run {
    done(Command::new("sh").args(["-c", line]))
}

fn done(command: &mut Command) -> Run {
    command.stdin(Stdio::null()).env_remove("TERMWISE_FORMAT").env_remove("TERMWISE_CONFIG").env("NO_COLOR", "1");
    let begun = Instant::now();
    let output = command.output().expect("the program starts");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let (code, late) = (output.status.code(), begun.elapsed() > LONGEST);
    Run { code, out: text(&output.stdout), err: text(&output.stderr), late }
}

/// A folder of its own.
pub struct Folder {
    pub path: PathBuf,
}

impl Folder {
    pub fn new(name: &str) -> Folder {
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("termwise-{name}-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&path).expect("a folder can be made");
        Folder { path: path.canonicalize().expect("it is there") }
    }

    /// Writes a file and gives its path.
    pub fn file(&self, name: &str, bytes: &[u8]) -> String {
        let path = self.path.join(name);
        std::fs::write(&path, bytes).expect("a file can be written");
        path.to_str().expect("the name is ours").to_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        _ = std::fs::remove_dir_all(&self.path);
    }
}
