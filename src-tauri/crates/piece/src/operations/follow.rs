//! Numbers that follow the points: references, ordinals and whole counts.

use super::Original;
use crate::counting::written;
use crate::{Counting, CountingPhrase, Piece};
use text::{Edit, Edits, Span};

impl Original<'_> {
    /// `edits`, which bring the point of each index to the index in `places` or take it out, and with
    /// them what follows from that: a reference names the number that its point bears now, an ordinal
    /// the place at which it stands, and a count that was right stays right. A number stays that names a
    /// point which is gone; and subsets do, see [`crate::changed_meaning`].
    pub(super) fn follow(&self, edits: Edits, places: &[Option<usize>]) -> Edits {
        let source = edits.apply(self.source);
        let piece = Piece::parse(&source);
        let following = Following { original: self, piece: &piece, source: &source, places };
        let Ok(follow) = Edits::new(following.edits()) else { return edits };
        let followed = follow.apply(&source);
        if follow.is_empty() || !is_same(&Piece::parse(&followed), &piece) {
            return edits;
        }
        edits.compose(&follow)
    }
}

/// Whether two texts that differ in numbers alone have the same parts.
fn is_same(one: &Piece, other: &Piece) -> bool {
    let parts = |piece: &Piece| {
        let head = [piece.title.is_some(), piece.dek.is_some(), piece.lede.is_some()];
        let tail = [piece.conclusion.is_some(), piece.footer.is_some()];
        let numbers: Vec<u32> = piece.points.iter().map(|point| point.number).collect();
        (head, tail, numbers)
    };
    parts(one) == parts(other)
}

/// A text in which the points have moved and the phrases have not.
struct Following<'a> {
    original: &'a Original<'a>,
    piece: &'a Piece,
    source: &'a str,
    places: &'a [Option<usize>],
}

impl Following<'_> {
    fn edits(&self) -> Vec<Edit> {
        let phrases = self.piece.phrases_of(self.source, self.places.len());
        let mut edits = Vec::new();
        let mut rest = phrases.iter().filter(|phrase| !self.is_new(phrase.number));
        while let Some(phrase) = rest.next() {
            match phrase.kind {
                Counting::Reference { opens_range: true } => {
                    let end = rest.next();
                    edits.extend(end.into_iter().flat_map(|end| self.range(phrase, end)));
                }
                _ => edits.extend(self.edit(phrase)),
            }
        }
        edits
    }

    /// Whether a place lies in a point that was not there before.
    fn is_new(&self, place: Span) -> bool {
        let held = self.piece.points.iter().position(|point| point.span.contains(place.start));
        held.is_some_and(|held| !self.places.contains(&Some(held)))
    }

    fn edit(&self, phrase: &CountingPhrase) -> Option<Edit> {
        let value = match phrase.kind {
            Counting::Reference { .. } => self.number(phrase.value)?,
            Counting::Ordinal => count(self.place(phrase.value)? + 1)?,
            Counting::Whole if phrase.value as usize == self.places.len() => {
                count(self.piece.points.len())?
            }
            _ => phrase.value,
        };
        (value != phrase.value).then(|| written::edit(self.source, phrase, value)).flatten()
    }

    /// The edits of both ends of a range, if its points are still next to each other.
    fn range(&self, first: &CountingPhrase, last: &CountingPhrase) -> Vec<Edit> {
        let numbers = (first.value..=last.value).map(|number| self.number(number));
        let Some(mut numbers) = numbers.collect::<Option<Vec<u32>>>() else { return Vec::new() };
        numbers.sort_unstable();
        let is_row = numbers.windows(2).all(|pair| pair[1] == pair[0] + 1);
        let (Some(&low), Some(&high)) = (numbers.first(), numbers.last()) else {
            return Vec::new();
        };
        let edit = |phrase: &CountingPhrase, value: u32| {
            (value != phrase.value).then(|| written::edit(self.source, phrase, value)).flatten()
        };
        let ends = [edit(first, low), edit(last, high)].into_iter().flatten();
        if is_row { ends.collect() } else { Vec::new() }
    }

    /// The index to which the point at this place has come.
    fn place(&self, place: u32) -> Option<usize> {
        *self.places.get((place as usize).checked_sub(1)?)?
    }

    /// The number that the point with this number bears now. Where two had it, nobody knows which was
    /// meant.
    fn number(&self, number: u32) -> Option<u32> {
        let old = self.original.points();
        let mut with = (0..old.len()).filter(|&index| old[index].number == number);
        let index = with.next().filter(|_| with.next().is_none())?;
        let place = (*self.places.get(index)?)?;
        self.piece.points.get(place).map(|point| point.number)
    }
}

fn count(points: usize) -> Option<u32> {
    u32::try_from(points).ok()
}
