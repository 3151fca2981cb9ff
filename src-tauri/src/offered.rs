//! Edits that the person asked for and that need a disk or a form: details and footers.

use crate::commands::Lede;
use crate::disk;
use crate::events::{self, Event};
use crate::wire::{Code, Details, Field, FieldValue, Sentence, Trouble};
use piece::details::{mark_published, set_detail};
use piece::operations::set_footer;
use piece::{FrontMatter, PartCounts};
use store::{KeptTexts, Why};
use tauri::AppHandle;
use text::{Edit, Edits, Span, Text};

type Said<T> = Result<T, Trouble>;

impl Lede {
    /// Brings edits of an open draft into its text, as one undo; with a reason, the text is a snapshot
    /// first.
    pub(crate) fn offer_edits(
        &self,
        app: &AppHandle,
        draft: &str,
        keep: Option<Why>,
        edits: impl FnOnce(&Text) -> Said<Edits>,
    ) -> Said<()> {
        let open = self.desk.get(draft).ok_or_else(Trouble::closed)?;
        if let Some(why) = keep {
            let now = open.sheet().draft.text().clone();
            self.history.keep(&open.path, now.as_str(), why)?;
        }
        let mut sheet = open.sheet();
        // What was typed since is in the text that the edits are made for.
        let edits = edits(sheet.draft.text())?;
        if edits.is_empty() {
            return Ok(());
        }
        let offer = sheet.offered(edits).map_err(|_| Trouble::busy())?;
        drop(sheet);
        disk::bring(app, &open, &offer, None);
        open.changed.notify_one();
        if keep.is_some() {
            events::send(app, Event::SnapshotKept { draft: draft.to_owned() });
        }
        Ok(())
    }

    /// The front matter of an open draft as a form.
    pub(crate) fn details(&self, draft: &str) -> Said<Details> {
        let open = self.desk.get(draft).ok_or_else(Trouble::closed)?;
        let text = open.sheet().draft.text().clone();
        Ok(Details::of(&text))
    }

    /// Sets a field of an open draft.
    pub(crate) fn set_detail(
        &self,
        app: &AppHandle,
        draft: &str,
        field: Field,
        value: FieldValue,
    ) -> Said<()> {
        let value = value.into();
        self.offer_edits(app, draft, None, |text| {
            let set = set_detail(text, field.into(), &value);
            set.map_err(|error| Sentence::from(error).into())
        })
    }

    /// Says in an open draft that it is published, today and at `address`.
    pub(crate) fn mark_published(
        &self,
        app: &AppHandle,
        draft: &str,
        address: Option<&str>,
    ) -> Said<()> {
        let today = jiff::Zoned::now().date().to_string();
        self.offer_edits(app, draft, None, |text| {
            let marked = mark_published(text, &today, address);
            marked.map_err(|error| Sentence::from(error).into())
        })
    }

    /// Makes a copied web page the text of an open draft that has no words yet; says what was left out of
    /// it. Front matter stays. One line alone is no page, and is refused.
    pub(crate) fn paste_page(
        &self,
        app: &AppHandle,
        draft: &str,
        html: &str,
    ) -> Said<Vec<Sentence>> {
        let page = export::import_page(html);
        if page.blocks < 2 || page.markdown.is_empty() {
            return Err(Trouble::new(Code::NoPage, "This is a line, not a page."));
        }
        // A draft without words may have a comment, or a picture.
        let keep = (!self.is_blank(draft)?).then_some(Why::Replace);
        self.offer_edits(app, draft, keep, |text| {
            let counts = PartCounts::of(text.as_str());
            if counts.whole.words + counts.footer.words > 0 {
                let sentence = "This draft has words already. Paste the page into an empty one.";
                return Err(Trouble::new(Code::NotEmpty, sentence));
            }
            let start = FrontMatter::body_start(text.as_str());
            let body = Span::new(start, text.as_str().len());
            let piece = text.with_line_endings(body.start, &page.markdown);
            Ok(Edits::one(Edit::replace(body, piece)))
        })?;
        Ok(page.left_out.into_iter().map(Sentence::from).collect())
    }

    /// Whether an open draft has nothing but front matter.
    fn is_blank(&self, draft: &str) -> Said<bool> {
        let open = self.desk.get(draft).ok_or_else(Trouble::closed)?;
        let sheet = open.sheet();
        let source = sheet.draft.text().as_str();
        Ok(source[FrontMatter::body_start(source)..].trim().is_empty())
    }

    /// Puts the footer of this name at the end of an open draft.
    pub(crate) fn put_footer(&self, app: &AppHandle, draft: &str, name: &str) -> Said<()> {
        let footer = KeptTexts::footers().text(name)?;
        self.offer_edits(app, draft, Some(Why::Replace), |text| {
            let put = set_footer(text, &footer);
            put.map_err(|error| Sentence::from(error).into())
        })
    }
}
