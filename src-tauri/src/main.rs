//! `lede-desktop [FILE] [--library DIR]`: the window.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "the command line is read here, and answered where there is no window yet"
)]

fn main() -> std::process::ExitCode {
    match lede_desktop::Arguments::parse(std::env::args_os().skip(1)) {
        Ok(arguments) => lede_desktop::run(arguments),
        Err(sentence) => {
            eprintln!("{sentence}");
            std::process::ExitCode::from(2)
        }
    }
}
