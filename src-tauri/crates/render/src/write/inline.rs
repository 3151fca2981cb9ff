//! Tags that the draft writes itself in running text.
//!
//! Each is judged alone, and opened and closed in step with Markdown's own elements: so one that is
//! never closed ends with its paragraph, and none can close what Markdown opened.

use super::{Open, Writer};
use crate::{fit, sanitise};

impl Writer<'_> {
    /// A tag, comment or anything else between `<` and `>`.
    pub(super) fn raw_tag(&mut self, tag: &str) {
        if self.alt().is_some() {
            return;
        }
        match name(tag) {
            Some((true, name)) => self.end_raw(&name),
            Some((false, name)) => self.start_raw(tag, name),
            None => {}
        }
    }

    fn start_raw(&mut self, tag: &str, name: String) {
        if !self.has_room() || !fit::is_phrasing(&name) || (name == "a" && self.links > 0) {
            return;
        }
        let clean = sanitise::fragment(tag);
        if fit::is_void(&name) {
            let done = &mut self.done;
            return fit::append(&mut done.body.html, &clean, self.world, &mut done.images);
        }
        let end = format!("</{name}>");
        let Some(start) = clean.strip_suffix(&end) else { return };
        if name == "a" && !start.contains(" href=") {
            return;
        }
        self.put(start);
        if name == "a" {
            self.link = self.out().len();
        }
        self.count(&name, true);
        self.open.push(Open::Raw(name));
    }

    /// Closes the last raw tag of that name that was opened inside the same Markdown element, and
    /// all that were opened after it.
    fn end_raw(&mut self, name: &str) {
        let inner = self.open.iter().rev().take_while(|open| matches!(open, Open::Raw(_)));
        let depth =
            inner.into_iter().position(|open| matches!(open, Open::Raw(own) if own == name));
        for _ in 0..depth.map_or(0, |depth| depth + 1) {
            self.close();
        }
    }

    pub(super) fn close_raw(&mut self, name: &str) {
        self.count(name, false);
        match name {
            "a" => self.close_link(),
            name => self.put(&format!("</{name}>")),
        }
    }

    /// Keeps track of what bare addresses must not become links in.
    fn count(&mut self, name: &str, opened: bool) {
        let count = match name {
            "a" => &mut self.links,
            "code" | "kbd" | "samp" | "var" => &mut self.code,
            _ => return,
        };
        *count = if opened { *count + 1 } else { count.saturating_sub(1) };
    }
}

/// Whether the tag is an end tag, and its name in lower case.
fn name(tag: &str) -> Option<(bool, String)> {
    let inner = tag.strip_prefix('<')?;
    let (is_end, inner) = match inner.strip_prefix('/') {
        Some(rest) => (true, rest),
        None => (false, inner),
    };
    let end = inner.find(|next: char| !next.is_ascii_alphanumeric()).unwrap_or(inner.len());
    (end > 0).then(|| (is_end, inner[..end].to_ascii_lowercase()))
}
