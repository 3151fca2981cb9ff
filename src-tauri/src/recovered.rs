//! What was typed and had not come into its file when the app ended last comes back.

use crate::commands::Lede;
use crate::events::Event;
use crate::wire::{Code, Sentence};
use std::fs;
use store::{Base, Draft, Left, Why};
use tauri::AppHandle;
use text::Text;

/// What became of a text that was left behind.
enum Back {
    /// Its file has it already.
    InFile,
    /// It is the text of its draft again.
    InDraft(String),
    /// Its file has become another since: it is kept as a version.
    AsVersion(String),
}

impl Lede {
    /// Takes over what dead processes left in their journals; gives what the window is to be told.
    pub(crate) fn recover(&self, app: &AppHandle) -> Option<Event> {
        let folder = store::journals_directory()?;
        let back: Vec<Back> = store::left_behind(&folder)
            .into_iter()
            .filter_map(|left| self.take_over(app, left))
            .collect();
        let of = |wanted: fn(&Back) -> Option<&String>| back.iter().filter_map(wanted).cloned();
        let in_drafts: Vec<String> = of(|it| match it {
            Back::InDraft(draft) => Some(draft),
            _ => None,
        })
        .collect();
        let versions: Vec<String> = of(|it| match it {
            Back::AsVersion(draft) => Some(draft),
            _ => None,
        })
        .collect();
        let said = said(in_drafts.len(), versions.len())?;
        let drafts = in_drafts.into_iter().chain(versions).collect();
        Some(Event::Recovered { drafts, said })
    }

    /// Nothing where the text could be made safe nowhere else: then it stays in its journal.
    fn take_over(&self, app: &AppHandle, left: Left) -> Option<Back> {
        let bytes = fs::read(&left.path).ok();
        if bytes.as_deref() == Some(left.text.as_bytes()) {
            left.done();
            return Some(Back::InFile);
        }
        let id = self.id(&left.path)?;
        let in_file = bytes.as_ref().and_then(|bytes| Some(Base::of(str::from_utf8(bytes).ok()?)));
        let is_known = bytes.as_ref().is_none_or(|bytes| left.was_made_from(bytes));
        if !is_known {
            self.history.keep(&left.path, &left.text, Why::Recovered).ok()?;
            left.done();
            return Some(Back::AsVersion(id));
        }
        if let Some(base) = &in_file {
            // What the file has now, so that the window can show what came back.
            let _ = self.history.keep(&left.path, &base.text, Why::Recovered);
        }
        // A file that is gone is not made again unasked: its draft knows that there was one.
        let base = in_file.or_else(|| left.had_file.then(|| Base::of("")));
        let draft = Draft::unsaved(left.path.clone(), Text::new(left.text.clone()), base);
        let caret = u32::try_from(left.caret.0).unwrap_or_default();
        self.keep_place(&id, caret, None);
        let open = self.lay_draft(app, id.clone(), left.path.clone(), draft);
        if self.is_journaled(&open) {
            left.done();
        }
        Some(Back::InDraft(id))
    }
}

/// What the person is told, where there is anything to tell.
fn said(in_drafts: usize, versions: usize) -> Option<Sentence> {
    let back = |english: String| Sentence::new(Code::Recovered, english).about(&in_drafts);
    Some(match (in_drafts, versions) {
        (0, 0) => return None,
        (1, 0) => back("What you typed last was not saved yet, and is back.".to_owned()),
        (count, 0) => back(format!("What you typed last in {count} drafts is back.")),
        (0, count) => {
            let english =
                "What you typed last is kept in History: the file has another text by now.";
            Sentence::new(Code::RecoveredInHistory, english).about(&count)
        }
        _ => {
            let english = "What you typed last is back, or kept in History.";
            Sentence::new(Code::RecoveredInBoth, english)
        }
    })
}
