//! The door: parses the command line, runs the command, gives the exit code.

use clap::Parser;
use std::process::ExitCode;
use termwise::cli::Cli;
use termwise::commands;
use termwise::output::{Colour, Output};

fn main() -> ExitCode {
    // A panic is caught where a file is worked on and told in one line there.
    std::panic::set_hook(Box::new(|_| {}));
    let code = match Cli::try_parse() {
        Ok(cli) => commands::run(cli),
        Err(usage) => {
            let mut output = Output::standard(Colour::Auto);
            let code = u8::from(usage.use_stderr()) * 2;
            let text = usage.render();
            if usage.use_stderr() {
                output.explain(text.to_string().trim_end())
            } else {
                output.text(&text.to_string())
            }
            output.finish(code)
        }
    };
    ExitCode::from(code)
}
