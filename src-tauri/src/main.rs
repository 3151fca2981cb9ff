//! `lede-desktop [FILE] [--library DIR]`: the window.

fn main() -> std::process::ExitCode {
    match lede_desktop::Arguments::parse(std::env::args_os().skip(1)) {
        Ok(arguments) => lede_desktop::run(arguments),
        Err(sentence) => {
            eprintln!("{sentence}");
            std::process::ExitCode::from(2)
        }
    }
}
