//! Finding and replacing in all drafts.

use crate::commands::Lede;
use crate::wire::{Found, Place, Query, Replaced, Trouble, small};
use crate::{autosave, events};
use std::collections::HashMap;
use store::{Situation, Why};
use tauri::{AppHandle, Manager};

type Said<T> = Result<T, Trouble>;

/// As many places of a draft as the window is told of at once.
const PLACES: usize = 50;

/// As many drafts.
const DRAFTS: usize = 500;

impl Lede {
    /// The drafts that have it, with the lines.
    fn find(&self, query: Query) -> Said<Vec<Found>> {
        let found = self.library()?.find(&query.into(), PLACES, &self.texts)?;
        let shown = found.into_iter().take(DRAFTS).filter_map(|found| {
            let places = found.hits.iter().map(|hit| Place::new(hit, None)).collect();
            Some(Found { draft: self.id(&found.path)?, places, more: found.more })
        });
        Ok(shown.collect())
    }

    /// What replacing it would change, all of it.
    fn replacements(&self, query: Query, with: &str) -> Said<Vec<Found>> {
        let all = self.library()?.replacements(&query.into(), with, &self.texts)?;
        let drafts = all.into_iter().filter_map(|it| {
            let pairs = it.hits.iter().zip(it.new_words);
            let places = pairs.map(|(hit, new)| Place::new(hit, Some(new))).collect();
            Some(Found { draft: self.id(&it.path)?, places, more: false })
        });
        Ok(drafts.collect())
    }

    /// Replaces in the file of each of these drafts.
    fn replace_in_files(
        &self,
        app: &AppHandle,
        query: &store::Query,
        with: &str,
        drafts: Vec<String>,
    ) -> Said<Vec<Replaced>> {
        let all = self.library()?.replacements(query, with, &self.texts)?;
        let by_id = all.into_iter().filter_map(|it| Some((self.id(&it.path)?, it)));
        let by_id: HashMap<_, _> = by_id.collect();
        let done = drafts.into_iter().map(|draft| {
            let places = by_id.get(&draft).map_or(0, |it| it.hits.len());
            let carried = by_id.get(&draft).map_or(Ok(()), |it| self.carry_out(app, &draft, it));
            let trouble = carried.err().map(Trouble::from);
            Replaced { draft, places: if trouble.is_some() { 0 } else { small(places) }, trouble }
        });
        Ok(done.collect())
    }

    fn carry_out(
        &self,
        app: &AppHandle,
        draft: &str,
        replacement: &store::Replacement,
    ) -> Result<(), Situation> {
        let snapshots = self.history.snapshots()?;
        let saved = replacement.carry_out(&snapshots, jiff::Timestamp::now())?;
        if let Some(theirs) = saved.displaced {
            events::notice(app, Some(draft), events::kept_beside(&theirs.kept_as));
        }
        let (app, draft) = (app.clone(), draft.to_owned());
        saved.pending.into_iter().for_each(|pending| {
            let (app, draft) = (app.clone(), draft.to_owned());
            pending.settle_later(move |late| {
                let said = late.map_or_else(Into::into, |copy| events::kept_beside(&copy));
                events::notice(&app, Some(&draft), said);
            });
        });
        Ok(())
    }
}

/// Where all drafts have it, the words typed last included.
pub(crate) async fn find(app: &AppHandle, query: Query) -> Said<Vec<Found>> {
    autosave::save_all(app).await;
    crate::commands::off(app, move |lede| lede.find(query)).await
}

/// What replacing would change, the words typed last included.
pub(crate) async fn preview(app: &AppHandle, query: Query, with: String) -> Said<Vec<Found>> {
    autosave::save_all(app).await;
    crate::commands::off(app, move |lede| lede.replacements(query, &with)).await
}

/// Replaces in these drafts: in those that are open by way of their windows, in one undo each; in the
/// others in their files. Of each, the text that was there is a snapshot first.
pub(crate) async fn replace(
    app: &AppHandle,
    query: Query,
    with: String,
    drafts: Vec<String>,
) -> Said<Vec<Replaced>> {
    let query = store::Query::from(query);
    let is_open = |draft: &String| app.state::<Lede>().desk.get(draft).is_some();
    let (open, closed): (Vec<_>, Vec<_>) = drafts.into_iter().partition(is_open);
    let handle = app.clone();
    crate::commands::off(app, move |lede| {
        let mut replaced = lede.replace_in_files(&handle, &query, &with, closed)?;
        replaced.extend(open.into_iter().map(|draft| {
            let mut places = 0;
            let edits = |text: &text::Text| {
                let edits = query.replacing(text.as_str(), &with)?;
                places = edits.iter().count();
                Ok(edits)
            };
            let trouble = lede.offer_edits(&handle, &draft, Some(Why::Replace), edits).err();
            Replaced { draft, places: if trouble.is_some() { 0 } else { small(places) }, trouble }
        }));
        Ok(replaced)
    })
    .await
}
