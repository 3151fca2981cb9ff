//! From the backend's values to the wire's and back.

use super::{Block, Code, Operation, Section, SectionItem, Sentence, SlotKind, Step};
use piece::PartKind;
use render::Rendered;
use text::{ChangeSet, Edits, Text, WindowOffset};

/// A count for the wire. No text comes near four thousand million units.
pub fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

impl From<&text::Section> for Section {
    fn from(section: &text::Section) -> Self {
        match section {
            text::Section::Keep(length) => Self::Keep(small(*length)),
            text::Section::Replace(length, lines) => {
                let lines = lines.iter().cloned().map(SectionItem::Line);
                let deleted = SectionItem::Deleted(small(*length));
                Self::Replace(std::iter::once(deleted).chain(lines).collect())
            }
        }
    }
}

/// The change set that the window's sections stand for, or nothing when they are none.
pub fn change_set(sections: Vec<Section>) -> Option<ChangeSet> {
    sections.into_iter().map(section).collect::<Option<Vec<_>>>().map(ChangeSet)
}

fn section(section: Section) -> Option<text::Section> {
    let items = match section {
        Section::Keep(length) => return Some(text::Section::Keep(length as usize)),
        Section::Replace(items) => items,
    };
    let mut items = items.into_iter();
    let Some(SectionItem::Deleted(deleted)) = items.next() else { return None };
    let line = |item| match item {
        SectionItem::Line(line) => Some(line),
        SectionItem::Deleted(_) => None,
    };
    Some(text::Section::Replace(deleted as usize, items.map(line).collect::<Option<_>>()?))
}

/// Sections for the window.
pub fn sections(changes: &ChangeSet) -> Vec<Section> {
    changes.0.iter().map(Section::from).collect()
}

impl From<&Rendered> for Block {
    fn from(block: &Rendered) -> Self {
        Self {
            from: small(block.lines.start),
            to: small(block.lines.end),
            html: block.html.to_string(),
        }
    }
}

impl From<&render::Step> for Step {
    fn from(step: &render::Step) -> Self {
        let blocks = |blocks: &[Rendered]| blocks.iter().map(Block::from).collect();
        match step {
            render::Step::Keep { count, shift } => {
                let shift = i32::try_from(*shift).unwrap_or_default();
                Self::Keep { count: small(*count), shift }
            }
            render::Step::Replace(fresh) => Self::Replace { blocks: blocks(fresh) },
            render::Step::Insert(fresh) => Self::Insert { blocks: blocks(fresh) },
            render::Step::Remove(count) => Self::Remove { count: small(*count) },
        }
    }
}

/// The wire's name for an empty part; front matter and footer are never asked for.
pub fn slot_kind(kind: PartKind) -> Option<SlotKind> {
    match kind {
        PartKind::Title => Some(SlotKind::Title),
        PartKind::Dek => Some(SlotKind::Dek),
        PartKind::Lede => Some(SlotKind::Lede),
        PartKind::PointHeading => Some(SlotKind::PointHeading),
        PartKind::PointBody => Some(SlotKind::PointBody),
        PartKind::Conclusion => Some(SlotKind::Conclusion),
        PartKind::FrontMatter | PartKind::Footer => None,
    }
}

impl Operation {
    /// The edits of the operation, or why there are none.
    pub fn edits(&self, text: &Text) -> Result<Edits, Sentence> {
        use piece::operations as of;
        let planned = match *self {
            Self::Add { place } => of::add_point(text, "", Some(place as usize)),
            Self::Move { from, to } => of::move_point(text, from as usize, to as usize),
            Self::Remove { place } => of::remove_point(text, place as usize),
            Self::Paste { at, text: ref pasted } => {
                let at = text.byte_offset(WindowOffset(at as usize)).unwrap_or_default();
                let planned = of::paste_points(text, at, pasted);
                let none = || Sentence::new(Code::NoWholePoints, "These are no whole points.");
                return planned.ok_or_else(none);
            }
            Self::Renumber => of::renumber(text),
            Self::Reverse => of::reverse(text),
            Self::HeadingsToPoints => of::headings_to_points(text),
            Self::PointsToHeadings => of::points_to_headings(text),
        };
        planned.map_err(Sentence::from)
    }
}
