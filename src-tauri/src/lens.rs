//! What follows from a draft's text: parts, empty parts, counts and preview, kept from key to key so
//! that only what changed is made anew.

use crate::wire::{self, Derived, PartKind, Renewal, place, slot_kind, small};
use piece::blocks::{Blocks, Kept};
use piece::{Counts, FrontMatter, Piece, part_counts};
use render::{Patch, Preview, World};
use text::{Edits, Span, Text};

/// The views of one draft.
#[derive(Default)]
pub(crate) struct Lens {
    /// The text that was looked at last, and its blocks.
    seen: Option<(String, Blocks)>,
    preview: Preview,
    counts: CountsByBlock,
    /// The parts that the window was told last.
    told: Vec<wire::Part>,
}

/// What a change of the text brought.
pub(crate) struct Followed {
    /// How the parts change.
    pub parts: Renewal,
    /// The empty parts.
    pub slots: Vec<wire::Slot>,
    /// The counts.
    pub totals: wire::Totals,
    /// How the preview changes.
    pub patch: Patch,
}

/// The counts of each block, so that a key counts only those that it changed.
#[derive(Default)]
struct CountsByBlock(Vec<Option<Counts>>);

impl CountsByBlock {
    /// Forgets the counts of all blocks but those that are kept, of `count` that there are now.
    fn keep(&mut self, kept: Kept, count: usize) {
        let fresh = vec![None; count - kept.before - kept.behind];
        self.0.splice(kept.before..self.0.len() - kept.behind, fresh);
    }

    fn of<'t>(&mut self, block: usize, source: impl FnOnce() -> &'t str) -> Counts {
        *self.0[block].get_or_insert_with(|| Counts::of_markdown(source()))
    }
}

impl Lens {
    /// All that follows from the text as it is now, for a window that knows nothing of it.
    pub(crate) fn open(&mut self, text: &Text, world: &dyn World) -> Derived {
        let (derived, _) = self.look(text, None, world);
        self.told.clone_from(&derived.parts);
        derived
    }

    /// What has changed for a window that was told of the text before these edits.
    pub(crate) fn follow(&mut self, text: &Text, edits: &Edits, world: &dyn World) -> Followed {
        let (Derived { parts, slots, totals }, patch) = self.look(text, Some(edits), world);
        let renewal = Renewal::between(&self.told, &parts);
        self.told = parts;
        Followed { parts: renewal, slots, totals, patch }
    }

    /// Looks at the text as it is now: what follows from it, and how the preview changes. With the
    /// `edits` that led here from the text that was looked at last, only the blocks around them are
    /// cut anew.
    fn look(&mut self, text: &Text, edits: Option<&Edits>, world: &dyn World) -> (Derived, Patch) {
        let source = text.as_str();
        let front_matter = FrontMatter::find(source);
        let (blocks, kept) = match (edits, self.seen.take()) {
            (Some(edits), Some((old, blocks))) => blocks.update(&old, source, edits),
            _ => (Blocks::parse(source, FrontMatter::body_start(source)), Kept::default()),
        };
        let piece = Piece::from_blocks(source, front_matter, &blocks);
        let patch = self.preview.follow(text, &blocks, kept, world);
        self.counts.keep(kept, blocks.blocks.len());
        let counted = part_counts(&piece, source, &blocks, &mut |block, span| {
            self.counts.of(block, || span().of(source))
        });
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
    use proptest::{collection, prelude::*, sample};
    use text::Edit;

    fn derived(source: &str) -> (Derived, String) {
        let text = Text::new(source.to_owned());
        let derived = Lens::default().open(&text, &Beside::new("a.md"));
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

    /// What the window makes of its parts when it is told of a change.
    fn renewed(before: &[wire::Part], renewal: Renewal) -> Vec<wire::Part> {
        let Renewal { kept, moved, by, parts } = renewal;
        let along = |place: u32| place.checked_add_signed(by).unwrap();
        let span = |span: Option<(u32, u32)>| span.map(|(from, to)| (along(from), along(to)));
        let behind = before[before.len() - moved as usize..].iter().map(|part| wire::Part {
            from: along(part.from),
            to: along(part.to),
            marker: span(part.marker),
            heading: span(part.heading),
            body: span(part.body),
            ..part.clone()
        });
        before[..kept as usize].iter().cloned().chain(parts).chain(behind).collect()
    }

    /// Lines in any order: what is a part hangs on those around it.
    fn pieces() -> impl Strategy<Value = String> {
        let line = sample::select(vec![
            "# Title",
            "*Dek.*",
            "",
            "",
            "## 1. One",
            "## 2. Two",
            "## 3. Ünd 🚢",
            "Words.",
            "---",
            "\r",
            "A note[^1].",
            "[^1]: Said.",
            "[a]: /x",
            "---\na: b\n---",
        ]);
        collection::vec(line, 0..14).prop_map(|lines| lines.join("\n"))
    }

    /// What is put in: a letter, or lines.
    fn put() -> impl Strategy<Value = String> {
        prop_oneof![Just("x".to_owned()), Just("[".to_owned()), pieces()]
    }

    proptest! {
        #[test]
        fn a_change_of_parts_carried_out_gives_the_parts(
            source in pieces(),
            changes in collection::vec((0.0..1.0f64, 0..12usize, put(), any::<bool>()), 1..6),
        ) {
            let world = Beside::new("a.md");
            let mut text = Text::new(source);
            let mut lens = Lens::default();
            let mut told = lens.open(&text, &world).parts;
            for (at, gone, put, unseen) in changes {
                if unseen {
                    lens.forget();
                }
                let whole = text.as_str();
                let start = whole.floor_char_boundary((at * whole.len() as f64) as usize);
                let end = whole.ceil_char_boundary((start + gone).min(whole.len()));
                let edits = Edits::one(Edit::replace(Span::new(start, end), put));
                text.apply(&edits);
                let followed = lens.follow(&text, &edits, &world);
                let after = Lens::default().open(&text, &world);
                told = renewed(&told, followed.parts);
                prop_assert_eq!(&told, &after.parts);
                prop_assert_eq!(followed.slots, after.slots);
                prop_assert_eq!(followed.totals, after.totals);
            }
        }
    }

    #[test]
    fn a_letter_tells_of_the_part_that_it_is_in() {
        let points: String = (1..=100).map(|at| format!("## {at}. Point\n\nBody.\n\n")).collect();
        let mut text = Text::new(format!("# Hundred\n\n{points}"));
        let at = text.as_str().find("## 50").unwrap() + "## 50. P".len();
        let world = Beside::new("a.md");
        let mut lens = Lens::default();
        lens.open(&text, &world);
        let edits = Edits::one(Edit::insert(at.into(), "x"));
        text.apply(&edits);
        let Renewal { kept, moved, by, parts } = lens.follow(&text, &edits, &world).parts;
        assert_eq!((kept, moved, by, parts.len()), (50, 50, 1, 1));
        assert_eq!(parts[0].label, "Pxoint");
    }

    fn kept(step: &render::Step) -> Option<usize> {
        match step {
            render::Step::Keep { count, .. } => Some(*count),
            _ => None,
        }
    }
}
