//! The library as the window knows it, and the drafts that lie elsewhere.

use crate::desk::{Desk, OpenDraft, Sheet};
use crate::events::{self, Event};
use crate::grammar::Grammar;
use crate::history::History;
use crate::spelling::Spelling;
use crate::wire::{Code, Entry, Hit, Opened, Settings, Start, Summary, Trouble, small};
use crate::{autosave, checks, disk};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU16, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use store::{Base, Draft, Journals, Library, Situation, Why};
use tauri::async_runtime::JoinHandle;
use tauri::{AppHandle, Manager};

type Said<T> = Result<T, Trouble>;

/// A summary and the time and size of the file that it was made from.
type Known = HashMap<String, ((u64, u64), Summary)>;

/// What the window begins with, and what it is to be told of texts that came back.
pub(crate) type Begun = (Start, Option<Event>);

/// All that the backend holds.
pub(crate) struct Lede {
    /// The drafts that are open.
    pub desk: Desk,
    /// Earlier texts.
    pub history: History,
    /// Told when the page may be closed.
    pub(crate) settled: tokio::sync::Notify,
    /// The page has shown that it lives, while the window closes.
    pub(crate) page_answers: tokio::sync::Notify,
    /// Grammar beside the checks.
    pub(crate) grammar: Grammar,
    /// The app begins again when it has ended, with the library that is in the settings by then.
    pub(crate) begins_anew: AtomicBool,
    /// Spelling behind the checks.
    pub(crate) spelling: Spelling,
    is_heard: AtomicBool,
    app: AppHandle,
    root: PathBuf,
    /// A draft that was named when the app was started.
    named: Mutex<Option<PathBuf>>,
    known: Mutex<Known>,
    autosave_pause: AtomicU16,
    /// The settings as the window knows them; held while their file is read and written.
    told_settings: Mutex<Option<Settings>>,
    /// The texts that a search looks at.
    pub(crate) texts: store::Texts,
    trashed: Mutex<Option<store::Trashed>>,
    watchers: Mutex<HashMap<PathBuf, store::Watcher>>,
    begun: Mutex<Option<JoinHandle<Begun>>>,
    to_tell: Mutex<Option<Event>>,
    journals: Option<Journals>,
    pub(crate) clipboard: Mutex<Option<arboard::Clipboard>>,
}

/// So long the end of the app waits for a disk to take what the journals hold.
const JOURNALS_END: Duration = Duration::from_secs(2);

pub(crate) fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Lede {
    /// A backend for the library at `root`, asked to show the draft at `named`.
    pub(crate) fn new(app: AppHandle, root: PathBuf, named: Option<PathBuf>) -> Self {
        let journals = journals(&app);
        Self {
            desk: Desk::default(),
            history: History::new(app.clone()),
            journals,
            settled: tokio::sync::Notify::new(),
            page_answers: tokio::sync::Notify::new(),
            grammar: Grammar::default(),
            begins_anew: AtomicBool::new(false),
            spelling: Spelling::default(),
            is_heard: AtomicBool::new(false),
            app,
            root,
            named: Mutex::new(named),
            known: Mutex::default(),
            told_settings: Mutex::default(),
            autosave_pause: AtomicU16::new(store::Settings::default().autosave_pause),
            texts: store::Texts::default(),
            trashed: Mutex::default(),
            watchers: Mutex::default(),
            begun: Mutex::default(),
            to_tell: Mutex::default(),
            clipboard: Mutex::default(),
        }
    }

    /// The library, if its folder is there and is one.
    pub(crate) fn library(&self) -> Result<Library, Situation> {
        Library::open(&self.root)
    }

    /// The app, by which the window is told.
    pub(crate) fn app(&self) -> &AppHandle {
        &self.app
    }

    /// The library's folder.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Reads what the window needs to begin while its page still loads.
    pub(crate) fn begin_ahead(&self) {
        let app = self.app.clone();
        let begun = tauri::async_runtime::spawn_blocking(move || app.state::<Self>().begin());
        *locked(&self.begun) = Some(begun);
    }

    /// What was read ahead, once.
    pub(crate) fn take_begun(&self) -> Option<JoinHandle<Begun>> {
        locked(&self.begun).take()
    }

    /// Keeps something to be told until the window listens.
    pub(crate) fn tell_later(&self, event: Option<Event>) {
        *locked(&self.to_tell) = event;
    }

    /// Tells what was kept for the window.
    pub(crate) fn tell_now(&self) {
        self.is_heard.store(true, Ordering::Relaxed);
        locked(&self.to_tell).take().into_iter().for_each(|event| events::send(&self.app, event));
    }

    /// Whether the window is there and hears what it is told.
    pub(crate) fn is_heard(&self) -> bool {
        self.is_heard.load(Ordering::Relaxed)
    }

    /// Takes over what was left behind, and opens the draft that is to be shown.
    pub(crate) fn begin(&self) -> Begun {
        let recovered = self.recover(&self.app);
        (self.start(), recovered)
    }

    /// All that the window needs to begin.
    fn start(&self) -> Start {
        let mut troubles = Vec::new();
        let (settings, wrong) = store::Settings::read_with_wrong().unwrap_or_else(|situation| {
            troubles.push(Trouble::from(situation));
            Default::default()
        });
        troubles.extend(wrong.into_iter().map(Trouble::from));
        self.set_pause(settings.autosave_pause);
        *locked(&self.told_settings) = Some(Settings::from(&settings));
        let entries = self.entries().unwrap_or_else(|situation| {
            troubles.push(Trouble::from(situation));
            Vec::new()
        });
        let named = locked(&self.named).take();
        let opened = match named {
            Some(path) => self.open_path(&path).map_err(|trouble| troubles.push(trouble)).ok(),
            None => self.last_or_first(&entries),
        };
        Start {
            library: store::whole_path(&self.root),
            entries,
            arrangement: store::Arrangement::read().into(),
            recent: store::Places::read().recent,
            settings: Settings::from(&settings),
            opened,
            troubles,
        }
    }

    /// The draft that was open last, which may have come back without its file, else the newest that can
    /// be opened.
    fn last_or_first(&self, entries: &[Entry]) -> Option<Opened> {
        let last = store::Places::read().last;
        let ids = entries.iter().filter(|entry| !entry.conflict).map(|entry| entry.draft.clone());
        last.into_iter()
            .filter(|id| self.desk.get(id).is_some() || entries.iter().any(|it| it.draft == *id))
            .chain(ids)
            .find_map(|id| self.open(&id).ok())
    }

    /// The drafts, newest first, with the summaries that are known already.
    pub(crate) fn entries(&self) -> Result<Vec<Entry>, Situation> {
        Ok(self.rows(&self.library()?.names()?))
    }

    fn rows(&self, names: &[store::Entry]) -> Vec<Entry> {
        let known = locked(&self.known);
        names.iter().filter_map(|entry| self.entry(entry, &known)).collect()
    }

    /// What the window is told when the library is another.
    fn changed(&self) -> Result<Event, Situation> {
        let names = self.library()?.names()?;
        Ok(Event::LibraryChanged { entries: self.rows(&names), folders: self.folders(&names)? })
    }

    fn entry(&self, entry: &store::Entry, known: &Known) -> Option<Entry> {
        let relative = entry.path.strip_prefix(&self.root).ok()?;
        let draft = relative.to_str()?.to_owned();
        let (modified, size) = stamp(entry);
        let fresh = known.get(&draft).filter(|(seen, _)| *seen == (modified, size));
        Some(Entry {
            name: relative.file_stem()?.to_str()?.to_owned(),
            folder: relative.parent()?.to_str()?.to_owned(),
            modified,
            conflict: entry.copy_of.is_some(),
            copy_of: entry.copy_of.as_deref().and_then(|of| self.id(of)),
            summary: fresh.map(|(_, summary)| summary.clone()),
            draft,
        })
    }

    /// Reads the drafts whose summaries are not known or not fresh.
    fn summarise(&self) -> Result<(), Situation> {
        let library = self.library()?;
        for entry in library.names()? {
            let Some(id) = self.id(&entry.path) else { continue };
            let stamp = stamp(&entry);
            if locked(&self.known).get(&id).is_some_and(|(seen, _)| *seen == stamp) {
                continue;
            }
            let summary = library.summary(&entry);
            let summary = Summary {
                title: summary.title,
                first_words: summary.first_words,
                points: small(summary.points),
                words: small(summary.words),
                published: summary.published,
                tags: summary.tags,
            };
            locked(&self.known).insert(id, (stamp, summary));
        }
        Ok(())
    }

    /// A draft's id: its path in the library, else its whole path.
    pub(crate) fn id(&self, path: &Path) -> Option<String> {
        path.strip_prefix(&self.root).unwrap_or(path).to_str().map(str::to_owned)
    }

    /// The file of a draft that the window may name: one of the library, or one that is open because
    /// the person chose it.
    pub(crate) fn path(&self, draft: &str) -> Said<PathBuf> {
        match self.desk.get(draft) {
            Some(open) => Ok(open.path.clone()),
            None => Ok(self.library()?.resolve(draft)?),
        }
    }

    /// Opens a draft, or shows the open one again.
    pub(crate) fn open(&self, draft: &str) -> Said<Opened> {
        self.open_path(&self.path(draft)?)
    }

    /// Opens a file that the person named.
    pub(crate) fn open_path(&self, path: &Path) -> Said<Opened> {
        let path = settled(path);
        let id = self.id(&path).ok_or_else(|| Trouble::from(Situation::NotUtf8(path.clone())))?;
        let open = match self.desk.get(&id) {
            Some(open) => open,
            None => self.lay(id, path)?,
        };
        let mut places = store::Places::read();
        let caret = places.carets.get(&open.id).copied().unwrap_or_default();
        let top = places.tops.get(&open.id).copied();
        places.opened(&open.id);
        // The place is a comfort: that it cannot be kept is no reason not to open the draft.
        let _ = places.write();
        Ok(open.opened(caret, top))
    }

    fn lay(&self, id: String, path: PathBuf) -> Said<Arc<OpenDraft>> {
        let opened = store::open(&path)?;
        self.follow_history(path.clone(), opened.text.as_str().to_owned());
        Ok(self.lay_draft(&self.app, id, path.clone(), Draft::new(path, opened)))
    }

    /// Looks for earlier texts that the draft had under another name; nobody waits for it.
    fn follow_history(&self, path: PathBuf, text: String) {
        let app = self.app.clone();
        tauri::async_runtime::spawn_blocking(move || {
            app.state::<Lede>().history.follow(&path, &text);
        });
    }

    /// Lays a draft on the desk, with a journal and an eye on its file.
    pub(crate) fn lay_draft(
        &self,
        app: &AppHandle,
        id: String,
        path: PathBuf,
        draft: Draft,
    ) -> Arc<OpenDraft> {
        if let Some(folder) = path.parent().filter(|folder| !folder.starts_with(&self.root)) {
            disk::watch(app, folder);
        }
        let is_saved = !draft.is_dirty();
        let journal = self.journals.as_ref().map(|journals| journals.journal(&path));
        let open = self.desk.put(id, path, draft, journal);
        autosave::follow(app, &open);
        checks::follow(app, &open);
        if !is_saved {
            open.changed.notify_one();
        }
        open
    }

    /// Whether what is typed is kept between saves.
    pub(crate) fn keeps_journals(&self) -> bool {
        self.journals.as_ref().is_some_and(Journals::are_kept)
    }

    /// Waits until what the journals were told is on the disk; says whether it came to that in time.
    pub(crate) fn journals_settled(&self, patience: Duration) -> bool {
        self.journals.as_ref().is_some_and(|journals| journals.settled(patience))
    }

    /// Whether the draft's whole text is in a journal and on the disk.
    pub(crate) fn is_journaled(&self, open: &OpenDraft) -> bool {
        self.journals_settled(JOURNALS_END) && open.sheet().journal.is_some()
    }

    /// The app is about to end: journals of saved drafts go, the others are on the disk.
    pub(crate) fn end_journals(&self) {
        for open in self.desk.all() {
            open.sheet().forget_journal();
        }
        if let Some(journals) = &self.journals {
            journals.close(JOURNALS_END);
        }
    }

    /// Keeps where the caret is and the first place in sight, for the next opening.
    pub(crate) fn keep_place(&self, draft: &str, caret: u32, top: Option<u32>) {
        let mut places = store::Places::read();
        places.left(draft, caret, top);
        // The place is a comfort: that it cannot be kept is no reason to trouble anybody.
        let _ = places.write();
    }

    /// Keeps the place and takes the draft off the desk, unless something in it is not saved.
    pub(crate) fn leave(&self, draft: &str, caret: u32, top: Option<u32>) {
        self.keep_place(draft, caret, top);
        let Some(open) = self.desk.get(draft) else { return };
        open.hide();
        let is_at_risk = open.sheet().is_at_risk();
        if !is_at_risk {
            self.desk.take(draft);
        }
    }

    /// A new piece as a file in the library. Where no file can be made now, it has no name yet: it lives
    /// in the journal until it gets one.
    pub(crate) fn create_with(
        &self,
        title: &str,
        today: jiff::civil::Date,
        source: String,
    ) -> Said<Opened> {
        match self.library().and_then(|library| library.create(title, today, &source)) {
            Ok(path) => self.open_path(&path),
            Err(situation) if self.keeps_journals() => {
                let path = self.root.join(store::file_name(today, title, 1));
                let draft = Draft::unsaved(path.clone(), text::Text::new(source), None);
                let id = self.id(&path).ok_or(situation)?;
                self.lay_draft(&self.app, id, path.clone(), draft);
                self.open_path(&path)
            }
            Err(situation) => Err(situation.into()),
        }
    }

    /// Refuses to let go of a draft that has words which no file has.
    pub(crate) fn is_saved(&self, draft: &str) -> Said<()> {
        match self.desk.get(draft) {
            Some(open) if open.sheet().draft.is_dirty() => Err(Trouble::new(
                Code::NotSaved,
                "This draft could not be saved, so it stays as it is here. Save it first.",
            )),
            _ => Ok(()),
        }
    }

    /// Another name for a draft, whose text on the desk is saved already.
    pub(crate) fn rename(&self, draft: &str, name: &str) -> Said<Option<Opened>> {
        self.is_saved(draft)?;
        let from = self.path(draft)?;
        let to = self.library()?.rename(&from, name)?;
        self.goes_on_as(draft, &from, &to)
    }

    /// The draft has another path now: its history and its place go with it, and if the window has it
    /// open, it is opened there.
    pub(crate) fn goes_on_as(&self, draft: &str, from: &Path, to: &Path) -> Said<Option<Opened>> {
        let open = self.desk.get(draft);
        let is_shown = open.as_ref().is_some_and(|open| open.is_shown());
        self.history.renamed(from, to);
        // That a finding is ignored is a comfort: it is no reason not to go on.
        let _ = store::Heeded::renamed(from, to);
        self.desk.take(draft);
        let mut places = store::Places::read();
        if let Some(id) = self.id(to) {
            places.renamed(draft, &id);
            // The place is a comfort: that it cannot be kept is no reason not to go on.
            let _ = places.write();
        }
        if let Some(open) = open {
            self.lay_late_words(&open, to);
        }
        // One that nobody sees must not lie on the desk: what is offered to it would go nowhere.
        let renamed = is_shown.then(|| self.open_path(to)).transpose();
        refresh(&self.app);
        renamed
    }

    /// Lays what was typed while the draft's file got another name on the desk under that one: no file has
    /// it yet, and nobody may be told of a draft that is not there any more.
    fn lay_late_words(&self, open: &OpenDraft, to: &Path) {
        let late = |sheet: &Sheet| sheet.draft.is_dirty().then(|| sheet.draft.text().clone());
        let Some(text) = late(&open.sheet()) else { return };
        let in_file = store::open(to).ok().map(|there| Base::of(there.text.as_str()));
        let Some(id) = self.id(to) else { return };
        let draft = Draft::unsaved(to.to_owned(), text, in_file);
        let renamed = self.lay_draft(&self.app, id, to.to_owned(), draft);
        if self.is_journaled(&renamed) {
            open.sheet().journal.iter().for_each(|journal| journal.end());
        }
    }

    /// A copy of a draft, opened.
    pub(crate) fn duplicate(&self, draft: &str) -> Said<Opened> {
        let copy = self.library()?.duplicate(&self.path(draft)?)?;
        refresh(&self.app);
        self.open_path(&copy)
    }

    /// Moves a draft to the system's trash.
    pub(crate) fn trash(&self, draft: &str) -> Said<()> {
        self.is_saved(draft)?;
        let path = self.path(draft)?;
        if let Ok(opened) = store::open(&path) {
            self.history.keep(&path, opened.text.as_str(), Why::Trash)?;
        }
        let trashed = self.library()?.trash(&path)?;
        self.desk.take(draft);
        *locked(&self.trashed) = Some(trashed);
        refresh(&self.app);
        Ok(())
    }

    /// Brings back what went to the trash last; gives its id.
    pub(crate) fn restore(&self) -> Said<String> {
        let nothing =
            || Trouble::new(Code::NothingTrashed, "Nothing went to the trash since the start.");
        let trashed = locked(&self.trashed).take().ok_or_else(nothing)?;
        let path = self.library()?.restore(trashed)?;
        refresh(&self.app);
        self.id(&path).ok_or_else(nothing)
    }

    /// Shows a draft's file in the file manager.
    pub(crate) fn reveal(&self, draft: &str) -> Said<()> {
        let path = self.path(draft)?;
        let unable = |_| {
            Trouble::new(Code::NoFileManager, "No file manager answered. Open the folder by hand.")
        };
        tauri_plugin_opener::reveal_item_in_dir(path).map_err(unable)
    }

    /// The drafts whose name or text has the words.
    pub(crate) fn search(&self, words: &str) -> Said<Vec<Hit>> {
        let query = store::Query::words(words);
        let found = self.library()?.find(&query, 1, &self.texts)?;
        let hit = |found: store::Found| {
            let excerpt = found.hits.into_iter().next().map(|hit| hit.excerpt);
            Some(Hit { draft: self.id(&found.path)?, excerpt })
        };
        Ok(found.into_iter().filter_map(hit).collect())
    }

    /// Keeps the settings.
    pub(crate) fn keep_settings(&self, settings: &Settings) -> Said<()> {
        let mut told = locked(&self.told_settings);
        let mut kept = store::Settings::read().unwrap_or_default();
        let heeded = (kept.spelling, kept.grammar, kept.goals, kept.ignored_rules.clone());
        // What a hand wrote into the file since the start, and the window does not know of, stays.
        settings.change_from(told.as_ref(), &mut kept);
        kept.write()?;
        *told = Some(settings.clone());
        drop(told);
        self.set_pause(kept.autosave_pause);
        if heeded != (kept.spelling, kept.grammar, kept.goals, kept.ignored_rules) {
            self.check_all_now();
        }
        Ok(())
    }

    /// Keeps which folder is the library from the next start on; says whether it is another than now.
    pub(crate) fn keep_library(&self, folder: &Path) -> Said<bool> {
        Library::open(folder)?.names()?;
        let _alone = locked(&self.told_settings);
        let mut kept = store::Settings::read()?;
        kept.library = Some(folder.to_owned());
        kept.write()?;
        let is_other = folder.canonicalize().map_or(true, |folder| folder != self.root);
        if is_other {
            // The draft that is open is called by its whole path where this is not its library.
            let mut places = store::Places::read();
            places.last = places.last.and_then(|id| self.root.join(id).to_str().map(str::to_owned));
            // The place is a comfort: that it cannot be kept is no reason not to go.
            let _ = places.write();
        }
        Ok(is_other)
    }

    /// So long without a key a draft waits to be saved.
    pub(crate) fn pause(&self) -> Duration {
        Duration::from_millis(self.autosave_pause.load(Ordering::Relaxed).into())
    }

    fn set_pause(&self, milliseconds: u16) {
        self.autosave_pause.store(milliseconds, Ordering::Relaxed);
    }

    /// A picture beside a draft, from the draft's own folder or the library.
    pub(crate) fn picture(&self, draft: &str, path: &str) -> Option<store::Picture> {
        let draft = self.desk.get(draft)?.path.clone();
        store::picture(&draft, &self.root, path)
    }

    /// Keeps a picture beside a draft; gives its path as a link writes it.
    pub(crate) fn keep_picture(&self, draft: &str, name: &str, bytes: &[u8]) -> Said<String> {
        let open = self.desk.get(draft).ok_or_else(Trouble::closed)?;
        Ok(store::keep_picture(&open.path, name, bytes)?)
    }

    /// Asks the window to open a draft.
    pub(crate) fn ask_to_open(&self, draft: String) {
        events::send(&self.app, Event::OpenRequested { draft });
    }

    /// Tells the window that a draft's snapshots have changed.
    pub(crate) fn tell_of_snapshot(&self, draft: String) {
        events::send(&self.app, Event::SnapshotKept { draft });
    }

    /// Keeps a watcher alive for as long as the app runs.
    pub(crate) fn keep_watching(&self, folder: &Path, watcher: store::Watcher) {
        locked(&self.watchers).insert(folder.to_owned(), watcher);
    }
}

/// The journals of this run of the app; the person is told where they cannot be kept.
fn journals(app: &AppHandle) -> Option<Journals> {
    let folder = store::journals_directory()?;
    let told = app.clone();
    let tell = move |situation: Situation| events::notice(&told, None, situation);
    Journals::start(&folder, tell).map_err(|situation| events::notice(app, None, situation)).ok()
}

/// The path of a file with its folder's links resolved, as the watcher reports it. The file itself
/// may be a link, which stays one.
fn settled(path: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let folder = whole.parent().and_then(|folder| folder.canonicalize().ok());
    match (folder, whole.file_name()) {
        (Some(folder), Some(name)) => folder.join(name),
        _ => whole,
    }
}

fn stamp(entry: &store::Entry) -> (u64, u64) {
    let since = entry.modified.duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    (since.as_millis() as u64, entry.size)
}

/// Tells the window what the library has: the names at once, the summaries when they are read.
pub(crate) fn refresh(app: &AppHandle) {
    let app = app.clone();
    tauri::async_runtime::spawn_blocking(move || {
        let lede = app.state::<Lede>();
        let send = || match lede.changed() {
            Ok(changed) => events::send(&app, changed),
            Err(situation) => events::notice(&app, None, situation),
        };
        send();
        if lede.summarise().is_ok() {
            send();
        }
    });
}
