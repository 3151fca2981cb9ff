//! Printing: the page as it is exported, with its style for paper, by the system's own dialog.
//!
//! The window's preview holds only the blocks near what is seen, so it is not what is printed. The page is
//! laid out in a view of its own that nobody sees: it runs no script, keeps nothing, and goes nowhere.

use crate::commands::{Lede, off};
use crate::wire::{Code, Sentence, Trouble};
use tauri::{AppHandle, Manager};

/// Asks how and where to print the piece that is open as `draft`, and prints it.
pub(crate) async fn print(app: &AppHandle, draft: &str) -> Result<(), Trouble> {
    let path = app.state::<Lede>().desk.get(draft).ok_or_else(Trouble::closed)?.path.clone();
    let draft = draft.to_owned();
    let page = off(app, move |lede| lede.page(&draft)).await?;
    let handle = app.clone();
    let asked = app.run_on_main_thread(move || paper::ask(&handle, &page, &path));
    asked.map_err(|_| not_printed().into())
}

fn not_printed() -> Sentence {
    let english = "The piece was not printed. Export it as a page and print that from a browser.";
    Sentence::new(Code::NotPrinted, english)
}

#[cfg(target_os = "linux")]
mod paper {
    use super::not_printed;
    use crate::events;
    use gtk::{PageSetup, PrintSettings, Unit};
    use std::cell::{Cell, RefCell};
    use std::path::{Path, PathBuf};
    use std::rc::Rc;
    use tauri::{AppHandle, Manager};
    use webkit2gtk::{
        HardwareAccelerationPolicy, LoadEvent, PolicyDecisionExt, PolicyDecisionType,
        PrintOperation, PrintOperationExt, PrintOperationResponse, SettingsExt, WebContext,
        WebView, WebViewExt,
    };

    /// What has to live until the last sheet is out.
    type Kept = Rc<RefCell<Option<(WebView, Option<PrintOperation>)>>>;

    /// Lays the page out, and asks when that is done.
    pub(super) fn ask(app: &AppHandle, page: &str, draft: &Path) {
        let view = WebView::with_context(&WebContext::new_ephemeral());
        harden(&view);
        let kept: Kept = Rc::new(RefCell::new(Some((view.clone(), None))));
        let (failed, told) = (Rc::clone(&kept), app.clone());
        view.connect_web_process_terminated(move |_, _| {
            events::notice(&told, None, not_printed());
            drop(failed.take());
        });
        let (app, draft): (_, PathBuf) = (app.clone(), draft.to_owned());
        view.connect_load_changed(move |view, event| {
            if event == LoadEvent::Finished {
                print(&app, view, &draft, &kept);
            }
        });
        view.load_html(page, None);
    }

    /// The view shows one page, without scripts, and follows nothing that leads away from it.
    fn harden(view: &WebView) {
        if let Some(settings) = WebViewExt::settings(view) {
            settings.set_enable_javascript(false);
            settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
        }
        let is_there = Cell::new(false);
        view.connect_decide_policy(move |_, decision, what| {
            let away = what != PolicyDecisionType::Response && is_there.replace(true);
            if away {
                decision.ignore();
            }
            away
        });
    }

    /// What is printed to a file is called as the draft is, and lies beside it.
    fn beside(draft: &Path) -> PrintSettings {
        let settings = PrintSettings::new();
        let name = draft.file_stem().unwrap_or_default().to_string_lossy();
        settings.set("output-basename", Some(&name));
        settings.set("output-dir", draft.parent().and_then(Path::to_str));
        settings
    }

    /// A sheet with the margins of the page's own style, which WebKit does not heed.
    fn sheet() -> PageSetup {
        let (side, end) = (20.0, 22.0);
        let sheet = PageSetup::new();
        sheet.set_left_margin(side, Unit::Mm);
        sheet.set_right_margin(side, Unit::Mm);
        sheet.set_top_margin(end, Unit::Mm);
        sheet.set_bottom_margin(end, Unit::Mm);
        sheet
    }

    fn print(app: &AppHandle, view: &WebView, draft: &Path, kept: &Kept) {
        let operation = PrintOperation::new(view);
        operation.set_print_settings(&beside(draft));
        operation.set_page_setup(&sheet());
        let done = Rc::clone(kept);
        operation.connect_finished(move |_| drop(done.take()));
        let (failed, told) = (Rc::clone(kept), app.clone());
        operation.connect_failed(move |_, _| {
            events::notice(&told, None, not_printed());
            drop(failed.take());
        });
        let window = app.get_webview_window("main").and_then(|window| window.gtk_window().ok());
        let response = operation.run_dialog(window.as_ref());
        if response == PrintOperationResponse::Cancel {
            drop(kept.take());
        } else if let Some((_, printing)) = kept.borrow_mut().as_mut() {
            *printing = Some(operation);
        }
    }
}

#[cfg(not(target_os = "linux"))]
mod paper {
    use super::not_printed;
    use crate::events;
    use std::path::Path;
    use tauri::AppHandle;

    /// Elsewhere the window's own page is all that can be printed, and it does not hold the whole piece.
    pub(super) fn ask(app: &AppHandle, _page: &str, _draft: &Path) {
        events::notice(app, None, not_printed());
    }
}
