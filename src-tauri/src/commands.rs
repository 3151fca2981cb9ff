//! The window's commands, each three lines: unpack, call, convert. The list at the end registers the
//! handlers and makes the window's types.
#![allow(clippy::needless_pass_by_value, reason = "a command owns what it unpacks")]

mod goals;
mod paper;

use crate::wire::{
    Answer, Arrangement, Change, Closing, Code, Compared, Details, Field, FieldValue, Found, Hit,
    Merged, Opened, Passage, Planned, Query, Ranked, Replaced, Review, Settings, Snapshot, Spelt,
    Start, Structure, Trouble, Whole,
};
use crate::{checks, everywhere, exports, library};
use tauri::{AppHandle, Manager, State};

pub(crate) use crate::library::Lede;

type Said<T> = Result<T, Trouble>;

/// Runs what waits for a disk where no key waits for it.
pub(crate) async fn off<T: Send + 'static>(
    app: &AppHandle,
    work: impl FnOnce(&Lede) -> Said<T> + Send + 'static,
) -> Said<T> {
    let app = app.clone();
    let done = tauri::async_runtime::spawn_blocking(move || work(&app.state::<Lede>())).await;
    done.unwrap_or_else(|_| Err(Trouble::new(Code::Broken, "Something went wrong. Try again.")))
}

/// All that the window needs to begin; by the app's own protocol, so that its first picture shows it.
pub(crate) async fn start(app: &AppHandle) -> Option<Start> {
    let begun = match app.state::<Lede>().take_begun() {
        Some(begun) => begun.await.ok(),
        // The page begins anew: its own process had crashed.
        None => off(app, |lede| Ok(lede.begin())).await.ok(),
    };
    let (start, recovered) = begun?;
    app.state::<Lede>().tell_later(recovered);
    Some(start)
}

/// The window hears what it is told from here on: it is told what came back, and what the library has.
/// What the system asks at the end is in the window's words, if it has any.
#[tauri::command]
#[specta::specta]
pub(crate) async fn listening(app: AppHandle, closing: Option<Closing>) -> Said<()> {
    if let Some(closing) = closing {
        app.manage(closing);
    }
    app.state::<Lede>().tell_now();
    library::refresh(&app);
    Ok(())
}

/// Opens a draft, or shows the open one again.
#[tauri::command]
#[specta::specta]
pub(crate) async fn open(app: AppHandle, draft: String) -> Said<Opened> {
    off(&app, move |lede| lede.open(&draft)).await
}

/// Takes a change that is too large for the way of a key.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn change(lede: State<'_, Lede>, change: Change) -> Said<Answer> {
    Ok(lede.desk.change(change))
}

/// Whether the window has the same text, by its hash.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn agrees(
    lede: State<'_, Lede>,
    draft: String,
    session: u32,
    version: u32,
    hash: u64,
) -> Said<bool> {
    Ok(lede.desk.agrees(&draft, session, version, hash))
}

/// Saves what is not saved yet, keeps the place for the next opening, and lets the draft go.
#[tauri::command]
#[specta::specta]
pub(crate) async fn leave(app: AppHandle, draft: String, caret: u32, top: Option<u32>) -> Said<()> {
    crate::autosave::save(&app, &draft).await;
    let leave = move |lede: &Lede| {
        lede.leave(&draft, caret, top);
        Ok(())
    };
    off(&app, leave).await
}

/// Saves now.
#[tauri::command]
#[specta::specta]
pub(crate) async fn save(app: AppHandle, draft: String) -> Said<()> {
    crate::autosave::save_anyway(&app, &draft).await;
    Ok(())
}

/// Another name for a draft; what is open of it goes on under that name.
#[tauri::command]
#[specta::specta]
pub(crate) async fn rename(app: AppHandle, draft: String, name: String) -> Said<Option<Opened>> {
    crate::autosave::save(&app, &draft).await;
    off(&app, move |lede| lede.rename(&draft, &name)).await
}

/// A copy of a draft, opened.
#[tauri::command]
#[specta::specta]
pub(crate) async fn duplicate(app: AppHandle, draft: String) -> Said<Opened> {
    crate::autosave::save(&app, &draft).await;
    off(&app, move |lede| lede.duplicate(&draft)).await
}

/// Moves a draft to the system's trash.
#[tauri::command]
#[specta::specta]
pub(crate) async fn trash(app: AppHandle, draft: String) -> Said<()> {
    crate::autosave::save(&app, &draft).await;
    off(&app, move |lede| lede.trash(&draft)).await
}

/// Brings back what went to the trash last; gives its id.
#[tauri::command]
#[specta::specta]
pub(crate) async fn restore(app: AppHandle) -> Said<String> {
    off(&app, Lede::restore).await
}

/// The snapshots of a draft, newest first.
#[tauri::command]
#[specta::specta]
pub(crate) async fn history(app: AppHandle, draft: String) -> Said<Vec<Snapshot>> {
    off(&app, move |lede| lede.snapshots(&draft)).await
}

/// A snapshot beside the text as it is now.
#[tauri::command]
#[specta::specta]
pub(crate) async fn compare(app: AppHandle, draft: String, snapshot: u32) -> Said<Compared> {
    off(&app, move |lede| lede.compare(&draft, snapshot)).await
}

/// Brings a snapshot or a part of it back; the edits come as an event.
#[tauri::command]
#[specta::specta]
pub(crate) async fn restore_snapshot(
    app: AppHandle,
    draft: String,
    snapshot: u32,
    what: Whole,
) -> Said<()> {
    let handle = app.clone();
    off(&app, move |lede| lede.restore_snapshot(&handle, &draft, snapshot, &what)).await
}

/// Gives a snapshot a name, or takes it away.
#[tauri::command]
#[specta::specta]
pub(crate) async fn name_snapshot(
    app: AppHandle,
    draft: String,
    snapshot: u32,
    name: Option<String>,
) -> Said<()> {
    let named = move |lede: &Lede| {
        lede.name_snapshot(snapshot, name.as_deref())?;
        lede.tell_of_snapshot(draft);
        Ok(())
    };
    off(&app, named).await
}

/// Merges a conflict copy into its draft; the edits come as an event.
#[tauri::command]
#[specta::specta]
pub(crate) async fn merge_copy(app: AppHandle, draft: String, copy: String) -> Said<()> {
    crate::disk::merge_copy(&app, &draft, &copy).await
}

/// Asks where, writes the text there and goes on with that file; gives its path.
#[tauri::command]
#[specta::specta]
pub(crate) async fn save_elsewhere(app: AppHandle, draft: String) -> Said<Option<String>> {
    let Some(path) = exports::ask(&app, &draft, exports::Format::Markdown).await? else {
        return Ok(None);
    };
    off(&app, move |lede| lede.save_elsewhere(&draft, &path).map(Some)).await
}

/// Takes the whole text to the clipboard.
#[tauri::command]
#[specta::specta]
pub(crate) async fn copy_text(app: AppHandle, draft: String) -> Said<()> {
    off(&app, move |lede| lede.copy_text(&draft)).await
}

/// Keeps the picture on the clipboard beside a draft; gives its path as a link writes it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn paste_picture(app: AppHandle, draft: String) -> Said<Option<String>> {
    off(&app, move |lede| lede.paste_picture(&draft)).await
}

/// Puts words on the clipboard.
#[tauri::command]
#[specta::specta]
pub(crate) async fn copy(app: AppHandle, words: String) -> Said<()> {
    off(&app, move |lede| lede.copy(words)).await
}

/// What the clipboard has, as plain text; empty if it has none.
#[tauri::command]
#[specta::specta]
pub(crate) async fn clipboard(app: AppHandle) -> Said<String> {
    off(&app, |lede| Ok(lede.clipboard_text())).await
}

/// Shows a draft's file in the file manager.
#[tauri::command]
#[specta::specta]
pub(crate) async fn reveal(app: AppHandle, draft: String) -> Said<()> {
    off(&app, move |lede| lede.reveal(&draft)).await
}

/// The drafts whose name or text has the words.
#[tauri::command]
#[specta::specta]
pub(crate) async fn search(app: AppHandle, words: String) -> Said<Vec<Hit>> {
    off(&app, move |lede| lede.search(&words)).await
}

/// Asks where, and writes the piece there.
#[tauri::command]
#[specta::specta]
pub(crate) async fn export_piece(
    app: AppHandle,
    draft: String,
    format: exports::Format,
) -> Said<Option<String>> {
    let Some(path) = exports::ask(&app, &draft, format).await? else { return Ok(None) };
    off(&app, move |lede| lede.export(&draft, format, &path).map(Some)).await
}

/// Asks for a file and opens it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn open_file(app: AppHandle) -> Said<Option<Opened>> {
    let Some(path) = exports::ask_for_file(&app).await else { return Ok(None) };
    off(&app, move |lede| lede.open_path(&path).map(Some)).await
}

/// Asks for a folder and begins anew with it as the library; what is in no file yet comes back from the
/// journal.
#[tauri::command]
#[specta::specta]
pub(crate) async fn choose_library(app: AppHandle) -> Said<()> {
    let Some(folder) = exports::ask_for_folder(&app).await else { return Ok(()) };
    if off(&app, move |lede| lede.keep_library(&folder)).await? {
        crate::started::begin_anew(app);
    }
    Ok(())
}

/// Gives a link to the system, if it is one that may leave.
#[tauri::command]
#[specta::specta]
pub(crate) async fn open_link(url: String) -> Said<()> {
    exports::open_link(&url)
}

/// Keeps the settings.
#[tauri::command]
#[specta::specta]
pub(crate) async fn keep_settings(app: AppHandle, settings: Settings) -> Said<()> {
    off(&app, move |lede| lede.keep_settings(&settings)).await
}

/// Has a draft checked, after a pause; what there is to say comes as an event.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn check(lede: State<'_, Lede>, draft: String) -> Said<()> {
    lede.check(&draft);
    Ok(())
}

/// Puts a finding aside in its draft, or takes it up again.
#[tauri::command]
#[specta::specta]
pub(crate) async fn ignore(app: AppHandle, draft: String, passage: Passage, on: bool) -> Said<()> {
    off(&app, move |lede| lede.heed(&draft, passage, checks::Said::Ignored, on)).await
}

/// Ticks a source or a date off, or takes the tick back.
#[tauri::command]
#[specta::specta]
pub(crate) async fn tick(app: AppHandle, draft: String, passage: Passage, on: bool) -> Said<()> {
    off(&app, move |lede| lede.heed(&draft, passage, checks::Said::Ticked, on)).await
}

/// Mends all that is safe to mend; the edits come as an event.
#[tauri::command]
#[specta::specta]
pub(crate) async fn mend(app: AppHandle, draft: String) -> Said<()> {
    let handle = app.clone();
    off(&app, move |lede| lede.mend(&handle, &draft)).await
}

/// What could be meant by a word, the likeliest first.
#[tauri::command]
#[specta::specta]
pub(crate) async fn suggestions(app: AppHandle, draft: String, word: String) -> Said<Vec<String>> {
    off(&app, move |lede| lede.suggestions(&draft, &word)).await
}

/// Puts a word among the person's own, or takes it out again.
#[tauri::command]
#[specta::specta]
pub(crate) async fn own_word(app: AppHandle, word: String, on: bool) -> Said<()> {
    off(&app, move |lede| lede.own_word(&word, on)).await
}

/// Lets a word pass in a draft, or takes that back.
#[tauri::command]
#[specta::specta]
pub(crate) async fn pass_word(app: AppHandle, draft: String, word: String, on: bool) -> Said<()> {
    off(&app, move |lede| lede.pass_word(&draft, &word, on)).await
}

/// Gives the window the whole screen or takes it back; whether it has it now.
#[tauri::command]
#[specta::specta]
pub(crate) fn full_screen(window: tauri::WebviewWindow) -> Said<bool> {
    // The window is asked, not the settings: the desktop may have taken the screen back meanwhile.
    let whole = window.is_fullscreen().is_ok_and(|whole| !whole);
    Ok(window.set_fullscreen(whole).is_ok() && whole)
}

/// The names of the templates, the usual one first.
#[tauri::command]
#[specta::specta]
pub(crate) async fn templates(app: AppHandle) -> Said<Vec<String>> {
    off(&app, |_| Ok(store::KeptTexts::templates().names())).await
}

/// The names of the footers.
#[tauri::command]
#[specta::specta]
pub(crate) async fn footers(app: AppHandle) -> Said<Vec<String>> {
    off(&app, |_| Ok(store::KeptTexts::footers().names())).await
}

/// A new piece from a template, as a file in the library.
#[tauri::command]
#[specta::specta]
pub(crate) async fn create_from(
    app: AppHandle,
    title: String,
    template: String,
    points: Option<u32>,
) -> Said<Opened> {
    off(&app, move |lede| lede.create_from(&title, &template, points)).await
}

/// Puts a footer at the end of a piece; the edits come as an event.
#[tauri::command]
#[specta::specta]
pub(crate) async fn put_footer(app: AppHandle, draft: String, name: String) -> Said<()> {
    let handle = app.clone();
    off(&app, move |lede| lede.put_footer(&handle, &draft, &name)).await
}

/// The front matter of a draft as a form.
#[tauri::command]
#[specta::specta]
pub(crate) async fn details(app: AppHandle, draft: String) -> Said<Details> {
    off(&app, move |lede| lede.details(&draft)).await
}

/// Sets a field of the front matter; the edits come as an event.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_detail(
    app: AppHandle,
    draft: String,
    field: Field,
    value: FieldValue,
) -> Said<()> {
    let handle = app.clone();
    off(&app, move |lede| lede.set_detail(&handle, &draft, field, value)).await
}

/// Says in the front matter that the piece is published, today and at the address; the edits come as an event.
#[tauri::command]
#[specta::specta]
pub(crate) async fn mark_published(
    app: AppHandle,
    draft: String,
    address: Option<String>,
) -> Said<()> {
    let handle = app.clone();
    off(&app, move |lede| lede.mark_published(&handle, &draft, address.as_deref())).await
}

/// Where all drafts have the words.
#[tauri::command]
#[specta::specta]
pub(crate) async fn find(app: AppHandle, query: Query) -> Said<Vec<Found>> {
    everywhere::find(&app, query).await
}

/// What replacing the words in all drafts would change.
#[tauri::command]
#[specta::specta]
pub(crate) async fn preview_replace(
    app: AppHandle,
    query: Query,
    replacement: String,
) -> Said<Vec<Found>> {
    everywhere::preview(&app, query, replacement).await
}

/// Replaces the words in these drafts.
#[tauri::command]
#[specta::specta]
pub(crate) async fn replace(
    app: AppHandle,
    query: Query,
    replacement: String,
    drafts: Vec<String>,
) -> Said<Vec<Replaced>> {
    everywhere::replace(&app, query, replacement, drafts).await
}

/// The drafts by a few letters of their titles or names, the best first.
#[tauri::command]
#[specta::specta]
pub(crate) async fn quick_open(app: AppHandle, typed: String) -> Said<Vec<Ranked>> {
    off(&app, move |lede| lede.quick_open(&typed)).await
}

/// Makes a folder in the library.
#[tauri::command]
#[specta::specta]
pub(crate) async fn make_folder(app: AppHandle, folder: String) -> Said<()> {
    off(&app, move |lede| lede.make_folder(&folder)).await
}

/// Moves a draft into a folder of the library, empty for its top; what is open of it goes on there.
#[tauri::command]
#[specta::specta]
pub(crate) async fn move_draft(
    app: AppHandle,
    draft: String,
    folder: String,
) -> Said<Option<Opened>> {
    crate::autosave::save(&app, &draft).await;
    off(&app, move |lede| lede.move_draft(&draft, &folder)).await
}

/// Keeps how the list of drafts is arranged.
#[tauri::command]
#[specta::specta]
pub(crate) async fn arrange(app: AppHandle, arrangement: Arrangement) -> Said<()> {
    off(&app, move |lede| lede.arrange(arrangement)).await
}

/// Comes back when the window has handed over what waited before it.
#[tauri::command]
#[specta::specta]
pub(crate) fn caught_up(lede: State<'_, Lede>) -> Said<()> {
    // On the main thread, which sends a key that waits as soon as the one before it is answered.
    lede.page_answers.notify_one();
    Ok(())
}

/// The page has taken all keys that were on their way, and may be closed; keeps the place.
#[tauri::command]
#[specta::specta]
pub(crate) async fn settled(
    app: AppHandle,
    draft: Option<String>,
    caret: u32,
    top: Option<u32>,
) -> Said<()> {
    let settled = move |lede: &Lede| {
        draft.into_iter().for_each(|draft| lede.keep_place(&draft, caret, top));
        lede.settled.notify_one();
        Ok(())
    };
    off(&app, settled).await
}

/// Every command, in one list.
pub fn commands() -> tauri_specta::Builder<tauri::Wry> {
    tauri_specta::Builder::new()
        // One type for both directions; and no number on the wire comes near 2^53.
        .disable_serde_phases()
        .dangerously_cast_bigints_to_number()
        .commands(tauri_specta::collect_commands![
            listening,
            open,
            change,
            agrees,
            leave,
            save,
            rename,
            duplicate,
            trash,
            restore,
            history,
            compare,
            restore_snapshot,
            name_snapshot,
            merge_copy,
            save_elsewhere,
            copy_text,
            copy,
            paste_picture,
            clipboard,
            reveal,
            search,
            export_piece,
            open_file,
            choose_library,
            open_link,
            keep_settings,
            check,
            ignore,
            tick,
            mend,
            suggestions,
            own_word,
            pass_word,
            full_screen,
            templates,
            footers,
            create_from,
            put_footer,
            details,
            set_detail,
            mark_published,
            find,
            preview_replace,
            replace,
            quick_open,
            make_folder,
            move_draft,
            arrange,
            caught_up,
            settled,
            goals::bands_of,
            goals::writing_minutes,
            paper::save_copy,
            paper::print,
            paper::paste_page,
        ])
        .typ::<Merged>()
        .typ::<Planned>()
        .typ::<Review>()
        .typ::<Spelt>()
        .typ::<Start>()
        .typ::<Structure>()
}

#[cfg(test)]
mod tests {
    use specta_typescript::Typescript;

    /// Where the window finds its types.
    const BINDINGS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/ui/src/host/bindings.ts");

    /// With `LEDE_WRITE_BINDINGS` set the file is made anew, which is what `cargo xtask gen` does.
    #[test]
    fn bindings_of_the_window_are_fresh() {
        let folder = tempfile::tempdir().unwrap();
        let fresh = folder.path().join("bindings.ts");
        super::commands().export(Typescript::default(), &fresh).unwrap();
        let fresh = std::fs::read_to_string(fresh).unwrap();
        if std::env::var_os("LEDE_WRITE_BINDINGS").is_some() {
            std::fs::write(BINDINGS, &fresh).unwrap();
        }
        assert!(
            std::fs::read_to_string(BINDINGS).unwrap_or_default() == fresh,
            "run `cargo xtask gen`"
        );
    }
}
