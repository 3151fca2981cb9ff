//! The laws of parts and slots.

use crate::sources::{any_piece, cases};
use piece::blocks::Blocks;
use piece::{Counts, FrontMatter, Outline, PartKind, Piece, Point, Slot, part_counts};
use proptest::prelude::*;
use text::{Edit, Edits, Span, Text};

/// All spans of a piece in the order in which they must stand.
fn spans(piece: &Piece) -> Vec<Span> {
    let head = [
        piece.front_matter.map(|matter| matter.span),
        piece.title.map(|title| title.span),
        piece.dek.map(|dek| dek.span),
        piece.lede,
    ];
    let points = piece.points.iter().map(|point| Some(point.span));
    head.into_iter().chain(points).chain([piece.conclusion, piece.footer]).flatten().collect()
}

fn holds(outer: Span, inner: Span) -> bool {
    outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end
}

fn is_whole(point: &Point) -> bool {
    holds(point.span, point.heading_span)
        && holds(point.span, point.body)
        && holds(point.heading_span, point.marker)
        && holds(point.heading_span, point.heading)
        && point.marker.end <= point.heading.start
        && point.heading_span.end <= point.body.start
}

/// What must be read once a letter is typed into a slot.
fn filled(outline: &Outline, slot: &Slot) -> Outline {
    let mut outline = outline.clone();
    let letter = || Some("x".to_owned());
    match slot.kind {
        PartKind::Title => outline.title = letter(),
        PartKind::Dek => outline.dek = letter(),
        PartKind::Lede => outline.lede = letter(),
        PartKind::PointHeading => outline.points[slot.place - 1].heading = "x".to_owned(),
        PartKind::PointBody => outline.points[slot.place - 1].body = "x".to_owned(),
        PartKind::Conclusion => outline.conclusion = letter(),
        PartKind::FrontMatter | PartKind::Footer => unreachable!("no slot has this kind"),
    }
    outline
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn parts_stand_in_order_and_do_not_overlap(source in any_piece()) {
        let piece = Piece::parse(&source);
        let spans = spans(&piece);
        let ordered = spans.windows(2).all(|pair| pair[0].end <= pair[1].start);
        prop_assert!(ordered, "{spans:?}");
        for span in spans {
            prop_assert!(span.start <= span.end && source.get(span.start.0..span.end.0).is_some());
        }
        prop_assert!(piece.points.iter().all(is_whole));
        let outline = piece.outline(&source);
        for part in [outline.lede, outline.conclusion, outline.footer].into_iter().flatten() {
            prop_assert!(!part.trim_matches([' ', '\t', '\n', '\r']).is_empty());
        }
    }

    #[test]
    fn a_letter_typed_into_a_slot_is_that_part_and_changes_no_other(source in any_piece()) {
        let piece = Piece::parse(&source);
        let outline = piece.outline(&source);
        for slot in piece.slots(&Text::new(source.clone())) {
            let written = format!("{}x{}", slot.before, slot.after);
            let typed = Edits::one(Edit::insert(slot.at, written)).apply(&source);
            let read = Piece::parse(&typed).outline(&typed);
            prop_assert_eq!(read, filled(&outline, &slot), "{:?} in {:?}", slot, typed);
        }
    }

    #[test]
    fn every_block_but_breaks_is_counted_once(source in any_piece()) {
        let blocks = Blocks::parse(&source, FrontMatter::body_start(&source));
        let piece = Piece::from_blocks(&source, FrontMatter::find(&source), &blocks);
        prop_assert_eq!(&piece, &Piece::parse(&source));
        let mut asked = 0;
        let counts = part_counts(&piece, &source, &blocks, &mut |_, span| {
            asked += 1;
            Counts { words: 1, characters: span().of(&source).len(), sentences: 0 }
        });
        prop_assert_eq!(counts.whole.words + counts.footer.words, asked);
        prop_assert_eq!(counts.points.len(), piece.points.len());
    }

    #[test]
    fn counting_takes_any_text(source in any_piece()) {
        let counts = Counts::of_markdown(&source);
        prop_assert!(counts.words <= counts.characters);
    }
}
