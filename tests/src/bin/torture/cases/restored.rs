//! L24: the way back to an earlier text, and the way back from there.

use crate::case::{Case, Tried};
use crate::folder::Folder;
use crate::model::Window;
use crate::texts;
use crate::trial::Trial;
use anyhow::{Context, Result, ensure};
use jiff::Timestamp;
use store::{Draft, SnapshotId, Snapshots, Why};

pub(crate) const CASE: Case = Case {
    id: "L24",
    what: "a restored snapshot has identical bytes in the file, and what was there before is a snapshot that can be restored as well",
    tried: Tried {
        sample: 300,
        full: 10_000,
        run,
        broken: &["keeps-nothing-before-a-restore", "restores-what-is-shown"],
    },
};

/// As many snapshots are restored of one draft.
const OF_ONE_DRAFT: usize = 40;

/// A draft in its window, with snapshots whose texts are known.
struct Scene<'a> {
    trial: &'a mut Trial,
    folder: Folder,
    snapshots: Snapshots,
    known: Vec<(SnapshotId, String)>,
    draft: Draft,
}

fn run(trial: &mut Trial) -> Result<()> {
    while trial.goes_on() {
        let mut scene = Scene::new(trial)?;
        for number in 0..OF_ONE_DRAFT {
            if !scene.trial.goes_on() {
                break;
            }
            let result = scene.restored();
            scene.trial.count(format!("restore {number} of a draft"), result);
        }
    }
    Ok(())
}

impl<'a> Scene<'a> {
    fn new(trial: &'a mut Trial) -> Result<Self> {
        let folder = Folder::in_memory()?.with("a.md", texts::any(&mut trial.chance))?;
        let snapshots = Snapshots::open(&folder.path("state/snapshots.sqlite"))?;
        let file = folder.path("a.md");
        let mut known = Vec::new();
        for _ in 0..6 {
            let text = texts::any(&mut trial.chance);
            let kept = snapshots.keep(&file, &text, Why::Asked, Timestamp::now())?;
            known.push((kept.context("a snapshot")?, text));
        }
        let draft = Draft::new(file.clone(), (trial.way.open)(&file)?);
        Ok(Self { trial, folder, snapshots, known, draft })
    }

    /// Types something, restores a snapshot, and then the text that it took the place of.
    fn restored(&mut self) -> Result<()> {
        let message = Window::on(&self.draft).edit(&mut self.trial.chance);
        (self.trial.way.change)(&mut self.draft, &message)?;
        let (id, text) = self.known[self.trial.chance.below(self.known.len())].clone();
        let before = self.draft.text().as_str().to_owned();
        self.restore(id, &text)?;
        let back = self.latest().context("nothing was kept before")?;
        ensure!(self.snapshots.text(back)? == before, "what was kept before is another text");
        if before != text {
            self.restore(back, &before)?;
        }
        self.known.push((back, before));
        Ok(())
    }

    /// The last snapshot that was kept because something else was to take its place.
    fn latest(&self) -> Option<SnapshotId> {
        let list = self.snapshots.list(self.draft.path()).ok()?;
        list.first().filter(|it| it.why == Why::BeforeRestore).map(|it| it.id)
    }

    /// Restores a snapshot as the app does, and holds that its bytes are in the file.
    fn restore(&mut self, id: SnapshotId, text: &str) -> Result<()> {
        let earlier = self.snapshots.text(id)?;
        ensure!(earlier == text, "the snapshot has another text than was kept");
        let edits = (self.trial.way.restore)(&self.snapshots, &self.draft, id)?;
        let mut window = Window::on(&self.draft);
        let offer = self.draft.offer(edits)?;
        let message = window.take(offer.change_set);
        (self.trial.way.change)(&mut self.draft, &message)?;
        let base = self.draft.base().map(|base| base.hash);
        let (version, bytes) = self.draft.to_save();
        self.trial.way.save_now(self.draft.path(), base, &bytes)?;
        self.draft.saved(version);
        ensure!(self.folder.bytes("a.md")? == text.as_bytes(), "the file has other bytes");
        Ok(())
    }
}
