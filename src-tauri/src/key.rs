//! What the page asks and waits for. A key's change is answered in the key's own task: by a question
//! to the app where the web view hands those over, else by the app's own protocol, `lede:`, which
//! goes by way of the web view's network process and takes most of a millisecond more. By the
//! protocol the preview gets the pictures beside a draft, too.
//!
//! The web view calls this on the main thread and the page stands still meanwhile: a change, a plan
//! and a resync touch memory only; a picture is read elsewhere. At its start the page waits for the
//! draft, which was read while the page was loading: so the first picture shows the text.

use crate::commands::{self, Lede};
use crate::wire::{Change, Structure};
use percent_encoding::percent_decode_str;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use tauri::http::{Request, Response, StatusCode, header};
use tauri::{AppHandle, Manager, UriSchemeResponder};

/// The page's own origin: no other page may read an answer.
const ORIGIN: &str = "tauri://localhost";

#[derive(Deserialize)]
struct Resync {
    draft: String,
    text: String,
}

/// Answers a request of the page.
pub(crate) fn answer(app: &AppHandle, request: &Request<Vec<u8>>, responder: UriSchemeResponder) {
    let lede = app.state::<Lede>();
    let path = request.uri().path();
    if let Some(picture) = path.strip_prefix("/image/") {
        let (app, picture) = (app.clone(), picture.to_owned());
        tauri::async_runtime::spawn_blocking(move || {
            responder.respond(image(&app.state::<Lede>(), &picture));
        });
        return;
    }
    if let Some(picture) = path.strip_prefix("/picture/") {
        let (app, picture, bytes) = (app.clone(), picture.to_owned(), request.body().clone());
        tauri::async_runtime::spawn_blocking(move || {
            responder.respond(keep_picture(&app.state::<Lede>(), &picture, &bytes));
        });
        return;
    }
    if path == "/start" {
        let app = app.clone();
        tauri::async_runtime::spawn(async move {
            let start = commands::start(&app).await;
            responder
                .respond(start.map_or_else(|| refused(StatusCode::BAD_REQUEST), |it| json(&it)));
        });
        return;
    }
    let answered = from_memory(&lede, path.trim_start_matches('/'), request.body());
    responder.respond(answered.map_or_else(
        || refused(StatusCode::BAD_REQUEST),
        |answer| respond(StatusCode::OK, "application/json", answer),
    ));
}

/// Answers a question of the page, as JSON; none to one that cannot be read.
#[cfg(target_os = "linux")]
pub(crate) fn answer_prompt(app: &AppHandle, what: &str, body: &str) -> Option<String> {
    let answer = from_memory(&app.state::<Lede>(), what, body.as_bytes())?;
    String::from_utf8(answer).ok()
}

/// The answer to what needs no disk, as JSON.
fn from_memory(lede: &Lede, what: &str, body: &[u8]) -> Option<Vec<u8>> {
    match what {
        "change" => serde_json::to_vec(&lede.desk.change(read::<Change>(body)?)),
        "plan" => serde_json::to_vec(&lede.desk.plan(&read::<Structure>(body)?)),
        "resync" => {
            let whole = read::<Resync>(body)?;
            serde_json::to_vec(&lede.desk.resync(&whole.draft, &whole.text)?)
        }
        _ => return None,
    }
    .ok()
}

fn read<T: DeserializeOwned>(body: &[u8]) -> Option<T> {
    serde_json::from_slice(body).ok()
}

/// A draft's id and a name or path, as an address has them.
fn of_draft(address: &str) -> Option<(String, String)> {
    let decoded = |part: &str| percent_decode_str(part).decode_utf8().ok().map(String::from);
    let (draft, rest) = address.split_once('/')?;
    Some((decoded(draft)?, decoded(rest)?))
}

fn keep_picture(lede: &Lede, address: &str, bytes: &[u8]) -> Response<Vec<u8>> {
    let Some((draft, name)) = of_draft(address) else { return refused(StatusCode::BAD_REQUEST) };
    match lede.keep_picture(&draft, &name, bytes) {
        Ok(path) => json(&path),
        Err(trouble) => said(StatusCode::CONFLICT, &trouble),
    }
}

fn json(answer: &impl serde::Serialize) -> Response<Vec<u8>> {
    said(StatusCode::OK, answer)
}

fn said(status: StatusCode, answer: &impl serde::Serialize) -> Response<Vec<u8>> {
    match serde_json::to_vec(answer) {
        Ok(body) => respond(status, "application/json", body),
        Err(_) => refused(StatusCode::INTERNAL_SERVER_ERROR),
    }
}

fn image(lede: &Lede, picture: &str) -> Response<Vec<u8>> {
    match of_draft(picture).and_then(|(draft, path)| lede.picture(&draft, &path)) {
        Some(found) => respond(StatusCode::OK, found.media_type, found.bytes),
        None => refused(StatusCode::NOT_FOUND),
    }
}

fn refused(status: StatusCode) -> Response<Vec<u8>> {
    respond(status, "text/plain", Vec::new())
}

fn respond(status: StatusCode, media_type: &str, body: Vec<u8>) -> Response<Vec<u8>> {
    Response::builder()
        .status(status)
        .header(header::CONTENT_TYPE, media_type)
        .header(header::ACCESS_CONTROL_ALLOW_ORIGIN, ORIGIN)
        .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff")
        .body(body)
        .unwrap_or_default()
}
