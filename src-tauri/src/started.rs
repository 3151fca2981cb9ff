//! From the command line to the window, and from the window's close to the end.

use crate::commands::{Lede, commands};
use crate::desk::OpenDraft;
use crate::events::{self, Event};
use crate::one_writer::{self, Claim};
use crate::wire::Closing;
use crate::{autosave, disk, key, library, web_view};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::Ordering;
use std::time::Duration;
use tauri::{
    AppHandle, Manager, RunEvent, WebviewUrl, WebviewWindow, WebviewWindowBuilder, WindowEvent,
};
use tauri_plugin_dialog::{DialogExt, MessageDialogButtons, MessageDialogKind};

/// So long a closing window waits for a sign of life from a page that still takes keys. However many
/// they are and however slow the machine is, a page that answers is not cut off.
const PAGE_ANSWERS: Duration = Duration::from_secs(4);

/// What the app was started with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arguments {
    /// The draft to show.
    pub file: Option<PathBuf>,
    /// The library, instead of the one in the settings.
    pub library: Option<PathBuf>,
}

impl Arguments {
    /// Reads `[FILE] [--library DIR]`.
    ///
    /// # Errors
    /// One sentence that says how the app is started.
    pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Self, String> {
        let usage = || "usage: lede-desktop [FILE] [--library DIR]".to_owned();
        let mut parsed = Self::default();
        let mut arguments = arguments.into_iter();
        while let Some(argument) = arguments.next() {
            if argument == "--library" {
                parsed.library = Some(arguments.next().ok_or_else(usage)?.into());
            } else if parsed.file.is_some() || argument.to_string_lossy().starts_with("--") {
                return Err(usage());
            } else {
                parsed.file = Some(argument.into());
            }
        }
        Ok(parsed)
    }

    /// As [`Arguments::parse`] reads them.
    fn words(&self) -> Vec<OsString> {
        let library = self.library.iter().flat_map(|it| ["--library".into(), it.into()]);
        library.chain(self.file.iter().map(Into::into)).collect()
    }

    /// The library's folder: as asked for, else as in the settings, else in the person's documents.
    fn root(&self) -> PathBuf {
        let kept = || store::Settings::read().unwrap_or_default().library;
        let root = self.library.clone().or_else(kept);
        let usual = || {
            let folder = store::usual_library();
            // Later on, a folder that is not there has been moved, or lies on a disk that is still to come.
            if !folder.exists() && !store::Places::are_kept() {
                // What cannot be made is told when the list is read.
                let _ = begin_library(&folder);
            }
            folder
        };
        let root = root.unwrap_or_else(usual);
        root.canonicalize().or_else(|_| std::path::absolute(&root)).unwrap_or(root)
    }
}

/// Makes a folder of drafts with a piece in it that says by being one what there is to know.
fn begin_library(folder: &Path) -> std::io::Result<()> {
    const PIECE: &str = include_str!(
        "../../drafts/2026-11-20-five-habits-of-a-piece-that-counts-its-own-points.md"
    );
    std::fs::create_dir_all(folder)?;
    std::fs::write(folder.join("five-habits-of-a-piece-that-counts-its-own-points.md"), PIECE)
}

/// Runs the app until its window is closed.
#[allow(clippy::print_stderr, reason = "without a window there is no other place to say it")]
pub fn run(arguments: Arguments) -> ExitCode {
    let held = match one_writer::claim(&arguments.words()) {
        Claim::First(held) => held,
        Claim::HandedOver => return ExitCode::SUCCESS,
        Claim::Silent => {
            eprintln!(
                "Lede is open already and does not answer. Close it, or end it, and try again."
            );
            return ExitCode::from(2);
        }
    };
    // Asked for now: after an update the program that runs has no path any more.
    let program = std::env::current_exe().unwrap_or_else(|_| "lede-desktop".into());
    let builder = commands();
    let app = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .plugin(tauri_plugin_window_state::Builder::default().build())
        .register_asynchronous_uri_scheme_protocol("lede", |context, request, responder| {
            key::answer(context.app_handle(), &request, responder);
        })
        .invoke_handler(builder.invoke_handler())
        .setup(move |app| {
            set_up(app.handle(), arguments)?;
            held.listen(app.handle());
            Ok(())
        })
        .on_window_event(|window, event| {
            if let WindowEvent::CloseRequested { api, .. } = event {
                api.prevent_close();
                close(window.app_handle().clone());
            }
        })
        .build(tauri::generate_context!());
    match app {
        Ok(app) => {
            app.run(move |app, event| {
                let is_over = matches!(event, RunEvent::Exit);
                if is_over && app.state::<Lede>().begins_anew.load(Ordering::Relaxed) {
                    take_own_place(&program);
                }
            });
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("The window could not be opened: {error}.");
            ExitCode::from(2)
        }
    }
}

/// Puts a fresh start of the program in the place of this process, which lets go of the lock and of its
/// windows by that. It comes back only where that fails.
#[cfg(unix)]
#[allow(clippy::print_stderr, reason = "the window is gone")]
fn take_own_place(program: &Path) {
    use std::os::unix::process::CommandExt;
    let error = std::process::Command::new(program).exec();
    eprintln!("Lede could not begin again: {error}. Start it by hand.");
}

#[cfg(not(unix))]
fn take_own_place(_program: &Path) {}

fn set_up(app: &AppHandle, arguments: Arguments) -> tauri::Result<()> {
    let root = arguments.root();
    app.manage(Lede::new(app.clone(), root.clone(), arguments.file));
    app.state::<Lede>().begin_ahead();
    let window = open_window(app)?;
    web_view::settle(&window)?;
    end_on_signal(app.clone());
    let app = app.clone();
    tauri::async_runtime::spawn_blocking(move || {
        if let Ok(recovery) = store::recover(&root) {
            for copy in recovery.kept {
                events::notice(&app, None, events::kept_beside(&copy));
            }
        }
        disk::watch(&app, &root);
        // What came before there was a watch, such as the file of a piece that had none.
        library::refresh(&app);
        let settings = store::Settings::read().unwrap_or_default();
        app.state::<Lede>().history.thin(settings.history_megabytes);
    });
    Ok(())
}

fn open_window(app: &AppHandle) -> tauri::Result<WebviewWindow> {
    let settings = store::Settings::read().unwrap_or_default();
    WebviewWindowBuilder::new(app, "main", WebviewUrl::default())
        .title("Lede")
        .fullscreen(settings.full_screen)
        .inner_size(1400.0, 900.0)
        .min_inner_size(640.0, 480.0)
        .prevent_overflow()
        .disable_drag_drop_handler()
        // A draft's link must never take the place of the app's page.
        .on_navigation(|url| url.scheme() == "tauri" && url.host_str() == Some("localhost"))
        .build()
}

/// The app was started again: this window takes the file over.
pub(crate) fn second_start(app: &AppHandle, arguments: Vec<OsString>, folder: &Path) {
    if let Ok(Arguments { file: Some(file), .. }) = Arguments::parse(arguments) {
        let lede = app.state::<Lede>();
        match lede.open_path(&folder.join(file)) {
            Ok(opened) => events::send(app, Event::OpenRequested { draft: opened.draft }),
            Err(trouble) => events::notice(app, None, trouble.said),
        }
    }
    if let Some(window) = app.get_webview_window("main") {
        let _ = window.set_focus();
    }
}

/// Ends the app as closing its window does, and begins again.
pub(crate) fn begin_anew(app: AppHandle) {
    app.state::<Lede>().begins_anew.store(true, Ordering::Relaxed);
    close(app);
}

/// Saves what is not saved, then closes. What cannot be saved keeps the window open, unless the
/// person says otherwise.
fn close(app: AppHandle) {
    tauri::async_runtime::spawn(async move {
        events::send(&app, Event::Closing {});
        let lede = app.state::<Lede>();
        page_settles(&lede).await;
        if autosave::save_all(&app).await || comes_back(&app).await || may_end(&app).await {
            end(&app).await;
        } else {
            lede.begins_anew.store(false, Ordering::Relaxed);
        }
    });
}

/// Whether what is in no file is here again in a moment, from the journal.
async fn comes_back(app: &AppHandle) -> bool {
    let lede = app.clone();
    let is_safe = move || {
        let lede = lede.state::<Lede>();
        let is_kept = |open: &OpenDraft| !open.sheet().is_at_risk() || lede.is_journaled(open);
        lede.begins_anew.load(Ordering::Relaxed) && lede.desk.all().iter().all(|open| is_kept(open))
    };
    tauri::async_runtime::spawn_blocking(is_safe).await.unwrap_or(false)
}

/// Waits until the page has handed over all that was typed. A page that hangs does not hold up the save
/// of what it has told so far.
async fn page_settles(lede: &Lede) {
    loop {
        tokio::select! {
            () = lede.settled.notified() => return,
            () = lede.page_answers.notified() => {}
            () = tokio::time::sleep(PAGE_ANSWERS) => return,
        }
    }
}

/// Ends the app when the journals have come to rest.
async fn end(app: &AppHandle) {
    let lede = app.clone();
    let ended = move || lede.state::<Lede>().end_journals();
    let _ = tauri::async_runtime::spawn_blocking(ended).await;
    app.exit(0);
}

/// Asks whether the app may end although some text is in no file.
async fn may_end(app: &AppHandle) -> bool {
    // A page that hangs has said its words long before.
    let words = app.try_state::<Closing>().map_or_else(Closing::default, |it| it.inner().clone());
    let is_safe = app.state::<Lede>().keeps_journals();
    let (message, end) =
        if is_safe { (words.in_journal, words.close) } else { (words.lost, words.lose) };
    let question = app
        .dialog()
        .message(message)
        .title("Lede")
        .kind(MessageDialogKind::Warning)
        .buttons(MessageDialogButtons::OkCancelCustom(end, words.stay));
    tauri::async_runtime::spawn_blocking(move || question.blocking_show()).await.unwrap_or(false)
}

/// A logout or a `kill` saves like a closed window.
#[cfg(unix)]
fn end_on_signal(app: AppHandle) {
    use tokio::signal::unix::{SignalKind, signal};
    tauri::async_runtime::spawn(async move {
        let ends = [SignalKind::terminate(), SignalKind::hangup(), SignalKind::interrupt()];
        let Ok(mut signals) = ends.into_iter().map(signal).collect::<Result<Vec<_>, _>>() else {
            return;
        };
        let [terminate, hangup, interrupt] = &mut signals[..] else { return };
        tokio::select! {
            _ = terminate.recv() => {}
            _ = hangup.recv() => {}
            _ = interrupt.recv() => {}
        }
        autosave::save_all(&app).await;
        end(&app).await;
    });
}

#[cfg(not(unix))]
fn end_on_signal(_app: AppHandle) {}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Arguments, String> {
        Arguments::parse(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn a_file_and_a_library_come_in_any_order() {
        let both = Arguments { file: Some("a.md".into()), library: Some("drafts".into()) };
        assert_eq!(parsed("a.md --library drafts"), Ok(both.clone()));
        assert_eq!(parsed("--library drafts a.md"), Ok(both));
        assert_eq!(parsed(""), Ok(Arguments::default()));
    }

    #[test]
    fn anything_else_is_answered_with_how_it_is_meant() {
        for wrong in ["--library", "--wrong", "a.md b.md"] {
            assert!(parsed(wrong).is_err(), "{wrong}");
        }
    }
}
