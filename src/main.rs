//! The door: parses the command line, runs the command, gives the exit code.

use clap::Parser;
use clap::error::ErrorKind;
use std::process::ExitCode;
use termwise::cli::{self, Cli};
use termwise::commands;
use termwise::output::{Colour, Output};

/// Reports are made of many small pieces, on several threads at once, and are kept to the end.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    // A panic is caught where a file is worked on and told in one line there.
    std::panic::set_hook(Box::new(|_| {}));
    let code = match Cli::try_parse() {
        Ok(cli) => commands::run(cli),
        Err(usage) => {
            let mut output = Output::standard(Colour::Auto);
            let code = u8::from(usage.use_stderr()) * 2;
            let told = match usage.kind() {
                ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
                    output.text(&usage.render().to_string());
                    String::new()
                }
                ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => usage.render().to_string(),
                _ => cli::usage(&usage, std::env::args_os().map(|word| word.to_string_lossy().into_owned())),
            };
            told.trim_end().lines().for_each(|line| output.say(line));
            output.finish(code)
        }
    };
    ExitCode::from(code)
}
