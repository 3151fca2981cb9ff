//! When a draft is checked: after a pause, on a thread of its own, over a copy of its text. No key waits
//! for it, and what it says is stamped with the version that it looked at.

use crate::commands::Lede;
use crate::desk::{Look, OpenDraft};
use crate::disk;
use crate::events::{self, Event};
use crate::heeding::{self, Heeding};
use crate::spelling;
use crate::wire::{self, OwnGoal, Passage, Review, Tick, Trouble, mirrored, place, small};
use crate::world::Around;
use check::{Finding, Lead, Remembered};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use store::Heeded;
use tauri::async_runtime::JoinHandle;
use tauri::{AppHandle, Manager};
use text::{Span, Text};

/// After so long without a change the text is checked.
const PAUSE: Duration = Duration::from_millis(300);
/// A draft that is let go is seen within this time.
const LET_GO: Duration = Duration::from_secs(5);
/// Grammar that comes within this time is told with the rest; where it takes longer it comes after.
const GRAMMAR_SOON: Duration = Duration::from_millis(150);
/// So many findings are told at most: more say nothing new, and every one is carried through each key.
const MOST: usize = 400;
/// So often the safe fixes are made anew because a key came in between.
const ATTEMPTS: usize = 5;

/// Checks a draft after every change, for as long as it is on the desk.
pub(crate) fn follow(app: &AppHandle, open: &Arc<OpenDraft>) {
    let (app, open) = (app.clone(), Arc::downgrade(open));
    tauri::async_runtime::spawn(async move {
        while let Some(draft) = open.upgrade() {
            if tokio::time::timeout(LET_GO, draft.to_check.notified()).await.is_ok() {
                while tokio::time::timeout(PAUSE, draft.to_check.notified()).await.is_ok() {}
                look(&app, &draft).await;
            }
        }
    });
}

/// Checks the text as it is now and tells the window, unless it has become another meanwhile.
async fn look(app: &AppHandle, open: &Arc<OpenDraft>) {
    let Some(look) = open.to_look_at().map(Arc::new) else { return };
    let mut grammar = grammar(app, &look);
    match tokio::time::timeout(GRAMMAR_SOON, &mut grammar).await {
        Ok(found) => tell(app, open, Arc::clone(&look), found.unwrap_or_default()).await,
        Err(_) => {
            tell(app, open, Arc::clone(&look), Vec::new()).await;
            // The next look does not wait for it.
            let (app, open, look) = (app.clone(), Arc::clone(open), Arc::clone(&look));
            tauri::async_runtime::spawn(async move {
                let found = grammar.await.unwrap_or_default();
                if !found.is_empty() {
                    tell(&app, &open, look, found).await;
                }
            });
        }
    }
    // One after the other: on two cores, both at once would leave none for a key.
    spelling::look(app, open, look).await;
}

/// What grammar finds, in its own time; nothing before the window is there.
fn grammar(app: &AppHandle, look: &Arc<Look>) -> JoinHandle<Vec<Finding>> {
    let (app, look) = (app.clone(), Arc::clone(look));
    tauri::async_runtime::spawn_blocking(move || {
        let lede = app.state::<Lede>();
        if lede.is_heard() { lede.grammar.findings(&look.text) } else { Vec::new() }
    })
}

async fn tell(app: &AppHandle, open: &Arc<OpenDraft>, look: Arc<Look>, grammar: Vec<Finding>) {
    let (handle, draft) = (app.clone(), Arc::clone(open));
    let stamp = look.stamp;
    let review = move || review(handle.state::<Lede>().root(), &draft, &look, grammar);
    let Ok((review, left)) = tauri::async_runtime::spawn_blocking(review).await else { return };
    if !open.is_at(stamp) {
        return;
    }
    if left == 0 {
        open.sheet().moves.forget();
    }
    events::send(app, Event::DraftChecked { draft: open.id.clone(), review });
}

/// What there is to say, and how much of it a move of points has left.
fn review(library: &Path, open: &OpenDraft, look: &Look, grammar: Vec<Finding>) -> (Review, usize) {
    let ((session, version), text) = (look.stamp, &look.text);
    let mut found = check::review(text, &Around::new(&open.path, library));
    let moved = look.moved.as_ref().map(|it| it.findings(text)).unwrap_or_default();
    let left = moved.len();
    found.findings.extend(moved);
    found.findings.extend(grammar);
    let heeding = Heeding::read(&open.path);
    let heeded = found.findings.iter().filter(|it| heeding.has(it.rule));
    let (ignored, wanted): (Vec<_>, Vec<_>) = heeded.partition(|it| heeding.is_ignored(text, it));
    let (findings, left_out) = told(text, wanted);
    let review = Review {
        session,
        version,
        findings,
        left_out,
        ignored: ignored.into_iter().take(MOST).map(|it| wire::Finding::of(text, it)).collect(),
        sources: found.sources.iter().map(|it| source(text, it, &heeding)).collect(),
        dates: found.dates.iter().map(|it| date(text, it, &heeding)).collect(),
        day: found.day.strftime("%A %-d %B %Y").to_string(),
        pair: found.pair.map(|it| (mirrored(text, it.dek), mirrored(text, it.conclusion))),
        off: heeding.off(),
        goal: OwnGoal::of(text),
    };
    (review, left)
}

/// The gravest findings, in the order of the text, and how many more there are.
fn told(text: &Text, mut wanted: Vec<&check::Finding>) -> (Vec<wire::Finding>, u32) {
    let left_out = small(wanted.len().saturating_sub(MOST));
    wanted.sort_by_key(|it| it.severity);
    wanted.truncate(MOST);
    wanted.sort_by_key(|it| (it.span.start, it.span.end));
    (wanted.into_iter().map(|it| wire::Finding::of(text, it)).collect(), left_out)
}

fn source(text: &Text, source: &check::Source, heeding: &Heeding) -> Tick {
    let comes_to = source.lead.as_ref().map(|lead| match lead {
        Lead::Link(address) => short(address),
        Lead::Footnote(label) => format!("footnote {label}"),
    });
    tick(text, "sources", source.span, &source.words, comes_to, heeding)
}

fn date(text: &Text, date: &check::RelativeDate, heeding: &Heeding) -> Tick {
    tick(text, "dates", date.span, &date.words, Some(date.meant.clone()), heeding)
}

fn tick(
    text: &Text,
    list: &str,
    span: Span,
    words: &str,
    comes_to: Option<String>,
    heeding: &Heeding,
) -> Tick {
    let row = Remembered::place(text, list, "", span);
    let (from, to) = place(text, span);
    let ticked = heeding.is_ticked(&row);
    Tick { from, to, words: words.to_owned(), comes_to, ticked, passage: row.into() }
}

/// Whose address it is, where it is one of the web; the rest is in the text.
fn short(address: &str) -> String {
    let behind = address.split_once("://").map_or(address, |(_, behind)| behind);
    let host = behind.split(['/', '?', '#']).next().unwrap_or(behind);
    let shown = if behind.len() < address.len() { host } else { address };
    shown.strip_prefix("www.").unwrap_or(shown).to_owned()
}

/// Which list of what the person said a passage goes on.
#[derive(Clone, Copy)]
pub(crate) enum Said {
    /// The finding is not to be shown again.
    Ignored,
    /// The row has been looked at.
    Ticked,
}

impl Lede {
    /// Has the open draft checked once more, after a pause.
    pub(crate) fn check(&self, draft: &str) {
        if let Some(open) = self.desk.get(draft) {
            open.to_check.notify_one();
        }
    }

    /// Keeps what the person said about a passage of an open draft, or takes it back, and checks anew.
    pub(crate) fn heed(
        &self,
        draft: &str,
        passage: Passage,
        said: Said,
        on: bool,
    ) -> Result<(), Trouble> {
        let open = self.desk.get(draft).ok_or_else(Trouble::closed)?;
        let mut heeded = Heeded::read(&open.path);
        let list = match said {
            Said::Ignored => &mut heeded.ignored,
            Said::Ticked => &mut heeded.ticked,
        };
        heeding::put(list, passage.into(), on);
        heeded.write(&open.path)?;
        self.check_now(open);
        Ok(())
    }

    /// Carries out the safe fix of every finding that is not put aside, as edits that one undo takes out
    /// again.
    pub(crate) fn mend(&self, app: &AppHandle, draft: &str) -> Result<(), Trouble> {
        let open = self.desk.get(draft).ok_or_else(Trouble::closed)?;
        let (heeding, world) = (Heeding::read(&open.path), Around::new(&open.path, self.root()));
        for _ in 0..ATTEMPTS {
            let Some(Look { stamp, text, .. }) = open.to_look_at() else { return Ok(()) };
            let edits = check::mend_those(&text, &world, |text, it| heeding.wants(text, it));
            let mut sheet = open.sheet();
            if (sheet.session(), sheet.version()) != stamp {
                continue;
            }
            if !edits.is_empty() {
                let offer = sheet.offered(edits).map_err(|_| Trouble::busy())?;
                drop(sheet);
                disk::bring(app, &open, &offer, None);
                open.changed.notify_one();
            }
            return Ok(());
        }
        Err(Trouble::busy())
    }

    /// What is heeded has changed for all drafts.
    pub(crate) fn check_all_now(&self) {
        self.desk.all().into_iter().for_each(|open| self.check_now(open));
    }

    /// What is heeded has changed for this draft.
    pub(crate) fn check_now(&self, open: Arc<OpenDraft>) {
        let app = self.app().clone();
        tauri::async_runtime::spawn(async move { look(&app, &open).await });
    }
}
