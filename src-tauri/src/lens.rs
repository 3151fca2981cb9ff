//! What follows from a draft's text: parts, empty parts, counts and preview, kept from key to key so
//! that only what changed is made anew.

use crate::wire::{self, Derived, PartKind, place, slot_kind, small};
use piece::blocks::Blocks;
use piece::{Counts, FrontMatter, Piece, part_counts};
use render::{Patch, Preview, World};
use std::collections::HashMap;
use text::{Edits, Span, Text};

/// The views of one draft.
#[derive(Default)]
pub(crate) struct Lens {
    /// The text that was looked at last, and its blocks.
    seen: Option<(String, Blocks)>,
    preview: Preview,
    counts: CountsByBlock,
}

/// The counts of each block's source, so that a key counts only the block that it changed.
#[derive(Default)]
struct CountsByBlock {
    known: HashMap<Box<str>, Counts>,
    used: HashMap<Box<str>, Counts>,
}

impl CountsByBlock {
    fn of(&mut self, source: &str) -> Counts {
        if let Some(counts) = self.used.get(source) {
            return *counts;
        }
        let (key, counts) = self
            .known
            .remove_entry(source)
            .unwrap_or_else(|| (source.into(), Counts::of_markdown(source)));
        self.used.insert(key, counts);
        counts
    }

    /// Forgets the blocks that were not asked for since the last turn.
    fn turn(&mut self) {
        self.known = std::mem::take(&mut self.used);
    }
}

impl Lens {
    /// Looks at the text as it is now: what follows from it, and how the preview changes. With the
    /// `edits` that led here from the text that was looked at last, only the blocks around them are
    /// cut anew.
    pub(crate) fn look(
        &mut self,
        text: &Text,
        edits: Option<&Edits>,
        world: &dyn World,
    ) -> (Derived, Patch) {
        let source = text.as_str();
        let front_matter = FrontMatter::find(source);
        let blocks = match (edits, self.seen.take()) {
            (Some(edits), Some((old, blocks))) => blocks.update(&old, source, edits),
            _ => Blocks::parse(source, FrontMatter::body_start(source)),
        };
        let piece = Piece::from_blocks(source, front_matter, &blocks);
        let patch = self.preview.update(text, &blocks, world);
        let counts = &mut self.counts;
        let counted = part_counts(&piece, source, &blocks, &mut |span| counts.of(span.of(source)));
        self.counts.turn();
        self.seen = Some((source.to_owned(), blocks));
        let derived = Derived {
            parts: parts(&piece, text, &counted),
            slots: slots(&piece, text),
            totals: wire::Totals {
                points: small(piece.points.len()),
                words: small(counted.whole.words),
                characters: small(counted.whole.characters),
                minutes: small(counted.whole.reading_minutes()),
            },
        };
        (derived, patch)
    }

    /// The text may have changed unseen: the next look is at the whole of it.
    pub(crate) fn forget(&mut self) {
        self.seen = None;
    }

    /// The preview's blocks.
    pub(crate) fn blocks(&self) -> Vec<wire::Block> {
        self.preview.rendered().iter().map(wire::Block::from).collect()
    }
}

fn part(text: &Text, kind: PartKind, span: Span, counts: Counts) -> wire::Part {
    let (from, to) = place(text, span);
    wire::Part {
        kind,
        from,
        to,
        place: 0,
        number: 0,
        marker: None,
        heading: None,
        body: None,
        label: String::new(),
        words: small(counts.words),
        characters: small(counts.characters),
    }
}

fn parts(piece: &Piece, text: &Text, counts: &piece::PartCounts) -> Vec<wire::Part> {
    let plain = |kind, span: Option<Span>, counts| {
        let whole =
            |span| wire::Part { body: Some(place(text, span)), ..part(text, kind, span, counts) };
        span.map(whole)
    };
    let titled = |kind, span, words, counts| wire::Part {
        heading: Some(place(text, words)),
        ..part(text, kind, span, counts)
    };
    let front_matter = piece.front_matter.as_ref().map(|found| found.span);
    let title =
        piece.title.map(|title| titled(PartKind::Title, title.span, title.text, counts.title));
    let dek = piece.dek.map(|dek| titled(PartKind::Dek, dek.span, dek.text, counts.dek));
    let points =
        piece.points.iter().zip(&counts.points).enumerate().map(|(at, (point, counts))| {
            wire::Part {
                place: small(at + 1),
                number: point.number,
                marker: Some(place(text, point.marker)),
                heading: Some(place(text, point.heading)),
                body: Some(place(text, point.body)),
                label: point.heading.of(text.as_str()).to_owned(),
                ..part(text, PartKind::Point, point.span, *counts)
            }
        });
    let before = [plain(PartKind::FrontMatter, front_matter, Counts::default()), title, dek];
    let lede = plain(PartKind::Lede, piece.lede, counts.lede);
    let after = [
        plain(PartKind::Conclusion, piece.conclusion, counts.conclusion),
        plain(PartKind::Footer, piece.footer, counts.footer),
    ];
    before
        .into_iter()
        .flatten()
        .chain(lede)
        .chain(points)
        .chain(after.into_iter().flatten())
        .collect()
}

fn slots(piece: &Piece, text: &Text) -> Vec<wire::Slot> {
    let slot = |slot: piece::Slot| {
        Some(wire::Slot {
            kind: slot_kind(slot.kind)?,
            place: small(slot.place),
            at: small(text.window_offset(slot.at).0),
            before: Text::new(slot.before).window_text(),
            after: Text::new(slot.after).window_text(),
        })
    };
    piece.slots(text).into_iter().filter_map(slot).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::Beside;
    use text::Edit;

    fn derived(source: &str) -> (Derived, String) {
        let text = Text::new(source.to_owned());
        let (derived, _) = Lens::default().look(&text, None, &Beside::new("a.md"));
        (derived, text.window_text())
    }

    /// What the window would cut out of its own text for each part.
    fn cut(source: &str) -> Vec<(PartKind, String)> {
        let (derived, window) = derived(source);
        let units: Vec<u16> = window.encode_utf16().collect();
        let cut = |part: &wire::Part| {
            let units = &units[part.from as usize..part.to as usize];
            (part.kind, String::from_utf16(units).unwrap())
        };
        derived.parts.iter().map(cut).collect()
    }

    #[test]
    fn parts_are_in_window_offsets_whatever_the_line_ends() {
        let source = "\u{feff}# 🚢 Two\r\n\r\n*Dek.*\r\n\r\n## 1. One\r\n\r\nBody\rof two lines.\n";
        let parts = [
            (PartKind::Title, "# 🚢 Two"),
            (PartKind::Dek, "*Dek.*"),
            (PartKind::Point, "## 1. One\n\nBody\nof two lines."),
        ];
        assert_eq!(cut(source), parts.map(|(kind, cut)| (kind, cut.to_owned())));
    }

    #[test]
    fn counts_are_those_of_the_words_that_a_reader_sees() {
        let (derived, _) = derived("# Two Words\n\n## 1. And [three](x.md) more\n\nBody.\n");
        let words: Vec<u32> = derived.parts.iter().map(|part| part.words).collect();
        assert_eq!(words, [2, 4]);
        assert_eq!((derived.totals.points, derived.totals.words), (1, 6));
    }

    #[test]
    fn a_key_leaves_the_blocks_that_it_does_not_touch() {
        let mut lens = Lens::default();
        let world = Beside::new("a.md");
        let mut text = Text::new("One.\n\nTwo.\n\nThree.\n".to_owned());
        lens.look(&text, None, &world);
        let edits = Edits::one(Edit::replace(Span::new(9, 10), "!"));
        text.apply(&edits);
        let (_, patch) = lens.look(&text, Some(&edits), &world);
        let kept: usize = patch.0.iter().filter_map(kept).sum();
        assert_eq!(kept, 2);
    }

    fn kept(step: &render::Step) -> Option<usize> {
        match step {
            render::Step::Keep { count, .. } => Some(*count),
            _ => None,
        }
    }
}
