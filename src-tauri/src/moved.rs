//! What a move leaves speaking of other points, for as long as it does: it takes the text before the move to
//! see it, and that text is kept with the edits that have led from it to the present one.

use check::Finding;
use text::{Edits, Text};

/// A text before its points were moved, and all that was done since.
#[derive(Clone)]
pub(crate) struct Move {
    before: Text,
    since: Edits,
}

/// The move of an open draft that is still to be told of, if there is one.
#[derive(Default)]
pub(crate) struct Moves(Option<Move>);

impl Moves {
    /// The points of `text` are about to move. An earlier move that nobody has looked at yet, or that has
    /// left something behind, stays what the text is compared with: a point that is moved there and back
    /// has not moved.
    pub(crate) fn begin(&mut self, text: &Text) {
        self.0.get_or_insert_with(|| Move { before: text.clone(), since: Edits::default() });
    }

    /// The text has changed.
    pub(crate) fn follow(&mut self, edits: &Edits) {
        if let Some(it) = &mut self.0 {
            it.since = it.since.compose(edits);
        }
    }

    /// The text has become another, or there is nothing left to tell of.
    pub(crate) fn forget(&mut self) {
        self.0 = None;
    }

    /// The move, to be looked at where no key waits.
    pub(crate) fn get(&self) -> Option<Move> {
        self.0.clone()
    }
}

impl Move {
    /// What speaks of other points now, as findings of `now`. None where the edits lead to another text:
    /// line ends may change without any.
    pub(crate) fn findings(&self, now: &Text) -> Vec<Finding> {
        if self.since.apply(self.before.as_str()) != now.as_str() {
            return Vec::new();
        }
        check::moved_since(&self.before, &self.since)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use text::Edit;

    const PIECE: &str = "# Three Signs\n\nThe first two signs are old.\n\n## 1. Swallows\n\nLow.\n\n\
                         ## 2. Ants\n\nUp.\n\n## 3. Smoke\n\nStays.\n";

    /// A text and its moves.
    struct Desk(Text, Moves);

    impl Desk {
        fn edit(&mut self, edits: &Edits) {
            self.0.apply(edits);
            self.1.follow(edits);
        }

        fn move_point(&mut self, from: usize, to: usize) {
            self.1.begin(&self.0);
            let edits = piece::operations::move_point(&self.0, from, to).unwrap();
            self.edit(&edits);
        }

        fn write(&mut self, old: &str, new: &str) {
            let start = self.0.as_str().find(old).unwrap();
            self.edit(&Edits::one(Edit::replace(text::Span::new(start, start + old.len()), new)));
        }

        fn found(&self) -> Vec<&str> {
            let found = self.1.get().map(|it| it.findings(&self.0)).unwrap_or_default();
            found.iter().map(|it| it.span.of(self.0.as_str())).collect()
        }
    }

    fn desk() -> Desk {
        Desk(Text::new(PIECE.to_owned()), Moves::default())
    }

    #[test]
    fn a_move_is_told_of_where_its_words_stand_now() {
        let mut desk = desk();
        desk.move_point(3, 1);
        assert_eq!(desk.found(), ["two"]);
        desk.write("The first", "Nevertheless the first");
        assert_eq!(desk.found(), ["two"]);
    }

    #[test]
    fn a_point_that_is_moved_back_has_not_moved() {
        let mut desk = desk();
        desk.move_point(3, 1);
        desk.move_point(1, 3);
        assert_eq!(desk.found(), [""; 0]);
    }

    #[test]
    fn a_phrase_that_is_rewritten_says_what_it_is_meant_to() {
        let mut desk = desk();
        desk.move_point(3, 1);
        desk.write("first two", "last two");
        assert_eq!(desk.found(), [""; 0]);
        desk.write("last two", "first two");
        assert_eq!(desk.found(), [""; 0]);
    }
}
