//! The list of drafts: by a few letters, in folders, and begun from a template.

use crate::commands::Lede;
use crate::library::refresh;
use crate::wire::{Arrangement, Letters, Opened, Ranked, Trouble};
use std::collections::HashMap;
use store::{Called, KeptTexts, Places, Situation, rank};

type Said<T> = Result<T, Trouble>;

/// As many drafts as a list by letters shows.
const MOST: usize = 50;

impl Lede {
    /// The drafts that fit what was typed, the best first; for nothing typed, those open of late and then
    /// the newest.
    pub(crate) fn quick_open(&self, typed: &str) -> Said<Vec<Ranked>> {
        let mut entries = self.entries()?;
        let recent = Places::read().recent;
        let order: HashMap<&str, usize> = recent.iter().map(String::as_str).zip(0..).collect();
        entries.sort_by_key(|it| order.get(it.draft.as_str()).copied().unwrap_or(usize::MAX));
        let called = entries.iter().map(|entry| Called {
            title: entry.summary.as_ref().map_or(&entry.name, |it| &it.title).clone(),
            name: entry.draft.strip_suffix(".md").unwrap_or(&entry.draft).to_owned(),
        });
        let called: Vec<Called> = called.collect();
        let ranked = rank(typed, &called, MOST).into_iter().map(|it| Ranked {
            draft: entries[it.index].draft.clone(),
            title: Letters::of(&called[it.index].title, &it.in_title),
            name: Letters::of(&called[it.index].name, &it.in_name),
        });
        Ok(ranked.collect())
    }

    /// The folders of the library with these drafts, each behind the one that it is in.
    pub(crate) fn folders(&self, names: &[store::Entry]) -> Result<Vec<String>, Situation> {
        let folders = self.library()?.folders(names)?;
        Ok(folders.iter().filter_map(|folder| folder.to_str().map(str::to_owned)).collect())
    }

    /// Makes a folder in the library.
    pub(crate) fn make_folder(&self, folder: &str) -> Said<()> {
        self.library()?.make_folder(folder)?;
        refresh(self.app());
        Ok(())
    }

    /// Keeps how the list is arranged.
    pub(crate) fn arrange(&self, arrangement: Arrangement) -> Said<()> {
        store::Arrangement::from(arrangement).write()?;
        Ok(())
    }

    /// Moves a draft, whose text on the desk is saved already, into a folder; gives it opened there if the
    /// window has it open.
    pub(crate) fn move_draft(&self, draft: &str, folder: &str) -> Said<Option<Opened>> {
        self.is_saved(draft)?;
        let from = self.path(draft)?;
        let to = self.library()?.move_into(&from, folder)?;
        self.goes_on_as(draft, &from, &to)
    }

    /// A new piece from a template. Without a number of points, the title or the template says how many.
    pub(crate) fn create_from(
        &self,
        title: &str,
        template: &str,
        points: Option<u32>,
    ) -> Said<Opened> {
        let template = KeptTexts::templates().text(template)?;
        let today = jiff::Zoned::now().date();
        let points = points.map(|points| points as usize);
        let source = piece::from_template(&template, title, &today.to_string(), points);
        let opened = self.create_with(title, today, source)?;
        refresh(self.app());
        Ok(opened)
    }
}
