//! Phrases that say something else since the points moved.

use super::{Counting, CountingPhrase, Which};
use crate::{PartKind, Piece};
use std::collections::HashMap;
use text::{ByteOffset, Span};

/// A phrase that speaks of other points than before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedMeaning {
    /// The phrase, as it stands in the text after the change.
    pub phrase: CountingPhrase,
    /// The headings of the points that it spoke of, without their numbers.
    pub before: Vec<String>,
    /// The headings of those that it speaks of now; none if there is no such point.
    pub after: Vec<String>,
}

/// The phrases of `after` that speak of other points than they did in `before`, in the order of the
/// text: subsets such as "the first four of them", into which or out of which a point has come; and
/// references and ordinals whose point is gone. A count of all points never does.
///
/// Points are known again by heading and body, and by the heading alone where the body has changed. What
/// is said in a part whose phrases are not the same ones as before is left out.
pub fn changed_meaning(before: &str, after: &str) -> Vec<ChangedMeaning> {
    let (old, new) = (Piece::parse(before), Piece::parse(after));
    let places = places(&old, before, &new, after);
    let points = old.points.len();
    let [was, is] = [(&old, before), (&new, after)].map(|(piece, source)| Said {
        piece,
        source,
        phrases: piece.phrases_of(source, points),
    });
    let pairs = pairs(&was, &is, &places).into_iter();
    pairs.filter_map(|(one, two)| changed(&was, one, &is, two, &places)).collect()
}

/// The phrases of two texts that are the same ones, by their indices, in the order of the second text.
fn pairs(was: &Said<'_>, is: &Said<'_>, places: &[Option<usize>]) -> Vec<(usize, usize)> {
    let old = was.by_home(|place| places.get(place).copied().flatten());
    let mut pairs = Vec::new();
    for (home, indices) in is.by_home(Some) {
        let Some(old) = old.get(&home) else { continue };
        let of = |said: &Said<'_>, index: usize| said.phrases[index].kind;
        if old.iter().map(|&at| of(was, at)).eq(indices.iter().map(|&at| of(is, at))) {
            pairs.extend(old.iter().copied().zip(indices));
        }
    }
    pairs.sort_unstable_by_key(|&(_, index)| index);
    pairs
}

/// Where a phrase stands: a part, or the point of an index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Home {
    Part(PartKind),
    Point(usize),
}

/// A text with its phrases.
struct Said<'a> {
    piece: &'a Piece,
    source: &'a str,
    phrases: Vec<CountingPhrase>,
}

impl Said<'_> {
    /// The phrases of each part and point. `place` says where a point stands now; what stands in one
    /// that is gone is left out.
    fn by_home(&self, place: impl Fn(usize) -> Option<usize>) -> HashMap<Home, Vec<usize>> {
        let mut homes: HashMap<Home, Vec<usize>> = HashMap::new();
        for (index, phrase) in self.phrases.iter().enumerate() {
            let home = match self.home(phrase) {
                Some(Home::Point(at)) => place(at).map(Home::Point),
                other => other,
            };
            home.into_iter().for_each(|home| homes.entry(home).or_default().push(index));
        }
        homes
    }

    fn home(&self, phrase: &CountingPhrase) -> Option<Home> {
        let part = phrase.part?;
        if !matches!(part, PartKind::PointHeading | PartKind::PointBody) {
            return Some(Home::Part(part));
        }
        let at: ByteOffset = phrase.number.start;
        let index = self.piece.points.partition_point(|point| point.span.end <= at);
        Some(Home::Point(index))
    }

    /// The indices of the points of which a phrase speaks; nothing if it does not say which.
    fn meant(&self, index: usize) -> Option<Vec<usize>> {
        let phrase = self.phrases.get(index)?;
        let (points, value) = (self.piece.points.len(), phrase.value as usize);
        match phrase.kind {
            Counting::Whole => None,
            Counting::Subset(Which::First) => Some((0..value.min(points)).collect()),
            Counting::Subset(Which::Last) => Some((points.saturating_sub(value)..points).collect()),
            Counting::Subset(Which::Others) => self.others(index),
            Counting::Ordinal => Some((value.checked_sub(1)?..value.min(points)).collect()),
            Counting::Reference { opens_range } => {
                let last =
                    if opens_range { self.phrases.get(index + 1)?.value } else { phrase.value };
                let numbers = self.piece.points.iter().map(|point| point.number).enumerate();
                let with = numbers.filter(|(_, number)| (phrase.value..=last).contains(number));
                // The end of a range is told with its beginning.
                (!self.ends_range(index)).then(|| with.map(|(index, _)| index).collect())
            }
        }
    }

    fn ends_range(&self, index: usize) -> bool {
        let before = index.checked_sub(1).and_then(|before| self.phrases.get(before));
        before.is_some_and(|it| it.kind == Counting::Reference { opens_range: true })
    }

    /// What the phrase beside "the other three" leaves, if it stands in the same part.
    fn others(&self, index: usize) -> Option<Vec<usize>> {
        let part = self.phrases.get(index)?.part;
        let is_partner = |at: &usize| {
            self.phrases.get(*at).is_some_and(|phrase| {
                let says = matches!(
                    phrase.kind,
                    Counting::Ordinal | Counting::Subset(Which::First | Which::Last)
                );
                says && phrase.part == part
            })
        };
        let beside = [index.checked_sub(1), Some(index + 1)];
        let partner = beside.into_iter().flatten().find(is_partner)?;
        let meant = self.meant(partner)?;
        Some((0..self.piece.points.len()).filter(|index| !meant.contains(index)).collect())
    }

    fn headings(&self, indices: &[usize]) -> Vec<String> {
        let points = indices.iter().filter_map(|&index| self.piece.points.get(index));
        points.map(|point| point.heading.of(self.source).to_owned()).collect()
    }
}

/// What has become of one phrase.
fn changed(
    was: &Said<'_>,
    one: usize,
    is: &Said<'_>,
    two: usize,
    places: &[Option<usize>],
) -> Option<ChangedMeaning> {
    let (before, after) = (was.meant(one)?, is.meant(two)?);
    let mut stayed: Vec<usize> = before.iter().filter_map(|&index| places[index]).collect();
    stayed.sort_unstable();
    let same = stayed.len() == before.len() && stayed == after;
    // What named no point before and names none now has lost nothing.
    (!same && !before.is_empty()).then(|| ChangedMeaning {
        phrase: is.phrases[two],
        before: was.headings(&before),
        after: is.headings(&after),
    })
}

/// The index in the new piece of each point of the old one.
fn places(old: &Piece, before: &str, new: &Piece, after: &str) -> Vec<Option<usize>> {
    let mut places = vec![None; old.points.len()];
    let mut taken = vec![false; new.points.len()];
    let whole = |span: Span, body: Span, source: &str| -> (String, String) {
        (span.of(source).to_owned(), body.of(source).to_owned())
    };
    for by_body in [true, false] {
        let mut free: HashMap<(String, String), Vec<usize>> = HashMap::new();
        for (index, point) in new.points.iter().enumerate().rev().filter(|(at, _)| !taken[*at]) {
            let body = if by_body { point.body } else { Span::at(point.body.start) };
            free.entry(whole(point.heading, body, after)).or_default().push(index);
        }
        for (index, point) in old.points.iter().enumerate() {
            let body = if by_body { point.body } else { Span::at(point.body.start) };
            let key = whole(point.heading, body, before);
            if places[index].is_some() || (!by_body && key.0.is_empty()) {
                continue;
            }
            if let Some(place) = free.get_mut(&key).and_then(Vec::pop) {
                places[index] = Some(place);
                taken[place] = true;
            }
        }
    }
    places
}
