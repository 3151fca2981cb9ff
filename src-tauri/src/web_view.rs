//! The web view's own settings, which Tauri does not reach.

use tauri::WebviewWindow;

/// Renders without OpenGL where that would be done by the processor anyway, lets input methods show
/// in the text what they compose, and answers the page's questions, which it calls prompts.
#[cfg(target_os = "linux")]
pub(crate) fn settle(window: &WebviewWindow) -> tauri::Result<()> {
    use tauri::Manager;
    use webkit2gtk::{
        HardwareAccelerationPolicy, InputMethodContextExt, ScriptDialogType, SettingsExt,
        WebViewExt,
    };
    let app = window.app_handle().clone();
    window.with_webview(move |platform| {
        let view = platform.inner();
        if let Some(settings) = WebViewExt::settings(&view) {
            // What the page says of itself goes to the terminal of whoever builds it.
            settings.set_enable_write_console_messages_to_stdout(cfg!(debug_assertions));
            if !has_graphics_card() {
                settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
            }
        }
        if let Some(input) = view.input_method_context() {
            input.set_enable_preedit(true);
        }
        view.connect_script_dialog(move |_, dialog| {
            if dialog.dialog_type() != ScriptDialogType::Prompt {
                return false;
            }
            let (body, what) = (dialog.message(), dialog.prompt_get_default_text());
            let asked = body.zip(what);
            let answer =
                asked.and_then(|(body, what)| crate::key::answer_prompt(&app, &what, &body));
            // Without an answer the page takes the other way.
            dialog.prompt_set_text(&answer.unwrap_or_default());
            true
        });
        // The page's own process may crash or be killed; the text is here, and the page begins anew.
        view.connect_web_process_terminated(|view, _| view.reload());
    })
}

/// Elsewhere there is nothing to settle.
#[cfg(not(target_os = "linux"))]
pub fn settle(_window: &WebviewWindow) -> tauri::Result<()> {
    Ok(())
}

/// Whether the kernel offers a render node: without one OpenGL is emulated, and a frame takes four
/// times as long as drawing without it.
#[cfg(target_os = "linux")]
fn has_graphics_card() -> bool {
    let nodes = std::fs::read_dir("/dev/dri").into_iter().flatten().flatten();
    nodes.into_iter().any(|node| node.file_name().to_string_lossy().starts_with("renderD"))
}
